"""What one can tell NetDesk about one person, with its keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon

NEW_PERSON = "contacts.new_person"


@dataclass(frozen=True, slots=True)
class PersonDeeds:
    """What the commands do with the person shown; they can be run while ``shown`` says that there is one."""

    shown: Callable[[], bool]
    log: Callable[[], None]
    one_to_one: Callable[[], None]
    follow_up: Callable[[], None]
    show_map: Callable[[], None]
    add_known: Callable[[], None]
    edit: Callable[[], None]
    call: Callable[[], None]
    mail: Callable[[], None]
    choose_picture: Callable[[], None]


def add_new_person_command(shell: Shell) -> None:
    """Add *New person*, which works everywhere; a second call does nothing."""
    if not shell.commands.has(NEW_PERSON):
        shell.commands.add(
            Command(
                NEW_PERSON,
                "New person",
                partial(_add_person, shell),
                Icon.ADD_PERSON,
                "Ctrl+N",
                "add contact card signature",
            )
        )


def add_person_commands(shell: Shell, deeds: PersonDeeds, page: QWidget, page_name: str = "contacts") -> None:
    """Add what can be done with the person shown; the keys work on ``page``."""
    add_new_person_command(shell)

    def add(name: str, title: str, run: Callable[[], None], icon: str, shortcut: str, keywords: str) -> None:
        command = Command(name, title, run, icon, shortcut, keywords, page_name, deeds.shown)
        action = shell.commands.add(command, page)
        if name == "person.edit":
            action.setShortcuts([QKeySequence("F2"), QKeySequence("E")])

    add("person.log", "Log a conversation", deeds.log, Icon.LOG, "Ctrl+L", "met call talk one-to-one note")
    add(
        "person.one_to_one",
        "Plan a one-to-one",
        deeds.one_to_one,
        Icon.ONE_TO_ONE,
        "",
        "coffee meet sit down objective",
    )
    add(
        "person.follow_up",
        "Plan a follow-up",
        deeds.follow_up,
        Icon.FOLLOW_UP,
        "Ctrl+Shift+F",
        "remind later",
    )
    add(
        "person.map",
        "Show who knows whom",
        deeds.show_map,
        Icon.REFERRAL,
        "Ctrl+Shift+W",
        "map surroundings relations path way to",
    )
    add(
        "person.knows",
        "Note whom the person knows",
        deeds.add_known,
        Icon.PEOPLE,
        "",
        "relation works with client of partner introduced by",
    )
    add("person.edit", "Edit the person", deeds.edit, Icon.EDIT, "F2", "change name details")
    add("person.call", "Call the person", deeds.call, Icon.CALL, "", "phone")
    add("person.mail", "Write to the person", deeds.mail, Icon.MESSAGE, "", "e-mail message")
    add("person.picture", "Choose a picture", deeds.choose_picture, Icon.PICTURE, "", "photo")


def _add_person(shell: Shell) -> None:
    from netdesk.ui.pages.person.new_person import add_person

    add_person(shell)

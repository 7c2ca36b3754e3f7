"""What one can tell NetDesk about one person, with its keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon

if TYPE_CHECKING:
    from netdesk.ui.pages.person.view import PersonView

NEW_PERSON = "contacts.new_person"


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


def add_person_commands(shell: Shell, view: PersonView, page: QWidget, page_name: str = "contacts") -> None:
    """Add what can be done with the person shown in ``view``; the keys work on ``page``."""
    add_new_person_command(shell)
    shown = partial(_is_shown, view)

    def add(name: str, title: str, run: object, icon: str, shortcut: str, keywords: str) -> None:
        command = Command(name, title, run, icon, shortcut, keywords, page_name, shown)  # type: ignore[arg-type]
        action = shell.commands.add(command, page)
        if name == "person.edit":
            action.setShortcuts([QKeySequence("F2"), QKeySequence("E")])

    add("person.log", "Log a conversation", view.log, Icon.LOG, "Ctrl+L", "met call talk one-to-one note")
    add(
        "person.follow_up", "Plan a follow-up", view.follow_up, Icon.FOLLOW_UP, "Ctrl+Shift+F", "remind later"
    )
    add("person.edit", "Edit the person", view.edit, Icon.EDIT, "F2", "change name details")
    add("person.call", "Call the person", view.call, Icon.CALL, "", "phone")
    add("person.mail", "Write to the person", view.mail, Icon.MESSAGE, "", "e-mail message")
    add("person.picture", "Choose a picture", view.choose_picture, Icon.PICTURE, "", "photo")


def _add_person(shell: Shell) -> None:
    from netdesk.ui.pages.person.new_person import add_person

    add_person(shell)


def _is_shown(view: PersonView) -> bool:
    return view.person_id() is not None

"""The keys of Today, as commands: they act on the row that has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.pages.person.commands import add_new_person_command
from netdesk.ui.pages.today.row import Deed
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.row_menu import Entry

_COMMANDS = (
    (Deed.DONE, "Done: a follow-up, a promise kept, a one-to-one held", Icon.DONE, "D", "tick finish keep"),
    (Deed.MOVE, "Move the follow-up or the promise", Icon.DATE, "M", "another day tomorrow later postpone"),
    (Deed.DROP, "Drop the follow-up or the promise", Icon.CLOSE, "X", "cancel never let go"),
    (Deed.LET_GO, "Let the card go", Icon.CARD, "L", "no plan"),
    (Deed.SPOKE, "Spoke with them today", Icon.TICK, "S", "going cold call contact rhythm"),
    (Deed.SNOOZE, "Not now: leave them in peace", Icon.SNOOZE, "Z", "going cold snooze later"),
    (Deed.OPEN, "Open whom it is about", Icon.PERSON, "O", "person event"),
)


def add_today_commands(
    shell: Shell,
    page: QWidget,
    can: Callable[[Deed], bool],
    run: Callable[[Deed], None],
    log: Callable[[], None],
) -> None:
    """Add what can be done with the row that has the keyboard, and logging; the keys work on ``page``."""
    add_new_person_command(shell)
    shell.commands.add(
        Command("today.log", "Log a conversation", log, Icon.LOG, "Ctrl+L", "met call talk", "today"), page
    )
    shell.commands.add(
        Command(
            "print.follow_ups",
            "Print the week's follow-ups",
            partial(_print_follow_ups, shell),
            Icon.PRINT,
            "Ctrl+P",
            "pdf save paper list due overdue",
            "today",
        ),
        page,
    )
    for deed, title, icon, key, keywords in _COMMANDS:
        shell.commands.add(
            Command(
                f"today.{deed.value}",
                title,
                partial(run, deed),
                icon,
                key,
                keywords,
                "today",
                partial(can, deed),
            ),
            page,
        )


def seldom_entries(shell: Shell) -> list[Entry | None]:
    """What is written down from Today less often: the menu at its top."""

    def run(name: str) -> None:
        shell.commands.run(name)

    return [
        Entry("Log time…", partial(run, "time.log"), Icon.TIMER, "Ctrl+Shift+K"),
        Entry("Logged time", partial(run, "time.logged"), Icon.HISTORY),
    ]


def _print_follow_ups(shell: Shell) -> None:
    # Printing is loaded when it is first wanted: the start must not wait for it.
    from netdesk.ui.printing.follow_up_sheet_window import open_follow_up_sheet

    open_follow_up_sheet(shell, shell.today())

"""The commands that belong to no page: going places, undo, redo, the look, closing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QKeySequence

from netdesk.ui.about.commands import add_about_commands
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.places import Place
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.scheme import Scheme


def add_general_commands(shell: Shell, places: Sequence[Place]) -> None:
    """Put the general commands into the shell’s catalogue."""
    shortcuts = place_shortcuts(places)
    for place in places:
        _add_place(shell, place, shortcuts[place.name])
    shell.commands.add(Command("edit.undo", "Undo", shell.undo, Icon.UNDO, "Ctrl+Z", "take back"))
    shell.commands.add(Command("edit.redo", "Redo", shell.redo, Icon.REDO, "Ctrl+Shift+Z", "do again"))
    shell.commands.add(
        Command(
            "edit.history",
            "History",
            partial(_show_history, shell),
            Icon.HISTORY,
            "Ctrl+H",
            "undo back steps changes",
        )
    )
    keys = shell.commands.add(
        Command(
            "help.shortcuts",
            "Keyboard shortcuts",
            partial(_show_shortcuts, shell),
            Icon.KEYBOARD,
            "F1",
            "help keys",
        )
    )
    keys.setShortcuts([QKeySequence("F1"), QKeySequence("Ctrl+/")])
    add_about_commands(shell)
    for scheme, words in (
        (Scheme.LIGHT, "Light colours"),
        (Scheme.DARK, "Dark colours"),
        (Scheme.SYSTEM, "Colours as the system"),
    ):
        shell.commands.add(
            Command(
                f"look.{scheme}",
                words,
                partial(shell.appearance.choose, scheme),
                "",
                "",
                "theme scheme dark light",
            )
        )
    shell.commands.add(
        Command(
            "window.close", "Close NetDesk", partial(_close, shell), shortcut="Ctrl+Q", keywords="quit exit"
        )
    )


def place_shortcuts(places: Sequence[Place]) -> dict[str, str]:
    """The key of each place by its name: Ctrl+1 and so on downwards, Ctrl+comma at the foot, "" off the navigation."""
    upper = [place for place in places if not place.at_foot and not place.under]
    numbered = {place.name: f"Ctrl+{number}" for number, place in enumerate(upper, start=1)}
    return {place.name: "" if place.under else numbered.get(place.name, "Ctrl+,") for place in places}


_ALSO_CALLED = {
    "settings": "preferences options levels ladder rhythm evidence about me reminders country paper look file",
    "board": "levels columns",
    "one_to_ones": "coffee meetings upcoming held",
}
"""What else a place may be looked for by, as it stands there."""


def _show_history(shell: Shell) -> None:
    from netdesk.ui.dialogs.history import show_history

    show_history(shell)


def _show_shortcuts(shell: Shell) -> None:
    from netdesk.ui.dialogs.shortcuts import show_shortcuts

    shell.all_commands_wanted.emit()
    show_shortcuts(shell)


def _add_place(shell: Shell, place: Place, shortcut: str) -> None:
    go = partial(shell.go, place.name)
    keywords = _ALSO_CALLED.get(place.name, "")
    name, title = f"go.{place.name}", f"Go to {place.label}"
    shell.commands.add(Command(name, title, go, place.icon, shortcut, keywords))


def _close(shell: Shell) -> None:
    shell.window.close()

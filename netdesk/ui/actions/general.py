"""The commands that belong to no page: going places, undo, redo, the look, closing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from netdesk.ui.actions.catalogue import Command
from netdesk.ui.places import Place
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.scheme import Scheme


def add_general_commands(shell: Shell, places: Sequence[Place]) -> None:
    """Put the general commands into the shell’s catalogue."""
    upper = [place for place in places if not place.at_foot]
    for number, place in enumerate(upper, start=1):
        _add_place(shell, place, f"Ctrl+{number}")
    for place in places:
        if place.at_foot:
            _add_place(shell, place, "Ctrl+,")
    shell.commands.add(Command("edit.undo", "Undo", shell.undo, Icon.UNDO, "Ctrl+Z", "take back"))
    shell.commands.add(Command("edit.redo", "Redo", shell.redo, Icon.REDO, "Ctrl+Shift+Z", "do again"))
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


def _add_place(shell: Shell, place: Place, shortcut: str) -> None:
    go = partial(shell.go, place.name)
    shell.commands.add(Command(f"go.{place.name}", f"Go to {place.label}", go, place.icon, shortcut))


def _close(shell: Shell) -> None:
    shell.window.close()

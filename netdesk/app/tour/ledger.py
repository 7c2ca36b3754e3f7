"""The pictures of Give & ask: its views, and the card that writes an entry down."""

from __future__ import annotations

from PySide6.QtCore import Qt

from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.app.tour.deeds import Deed, Scene, go, press, run, then


def _view(name: str) -> Deed:
    """Go to one view of the list."""
    return lambda program: program.window.shell.go("ledger", view=name)


def _first_entry(program: Program) -> None:
    """Open the card of the first entry in the list."""
    settle(0)
    press(Qt.Key.Key_E)(program)


_PEOPLE = _view("not_helped")

LEDGER_SCENES: tuple[Scene, ...] = (
    Scene("ledger", then(_PEOPLE, go("ledger"))),
    Scene("ledger-promises", _view("promises"), _PEOPLE),
    Scene("ledger-asks", _view("asks"), _PEOPLE),
    Scene("ledger-all", _view("all"), _PEOPLE),
    Scene("ledger-give", then(_PEOPLE, run("ledger.give"))),
    Scene("ledger-promise", then(_PEOPLE, run("ledger.promise"))),
    Scene("ledger-entry", then(_view("promises"), _first_entry), _PEOPLE),
)

"""The pictures of Give & ask and of what stands between one person and me."""

from __future__ import annotations

from PySide6.QtCore import Qt

from netdesk.app.camera import settle
from netdesk.app.compose import Program
from netdesk.app.tour_deeds import Deed, Scene, go, open_person, press, run, then


def _view(name: str) -> Deed:
    """Go to one view of the list."""
    return lambda program: program.window.shell.go("ledger", view=name)


def _first_entry(program: Program) -> None:
    """Open the card of the first entry in the list."""
    settle(0)
    press(Qt.Key.Key_E)(program)


def _person_tab(name: str, tab: str) -> Deed:
    """Go to a tab of a person's page."""

    def enter(program: Program) -> None:
        from netdesk.ui.pages.person.tabs import PersonTabs

        open_person(name)(program)
        settle(0)
        for tabs in program.window.findChildren(PersonTabs):
            tabs.choose(tab)

    return enter


_PEOPLE = _view("not_helped")

LEDGER_SCENES: tuple[Scene, ...] = (
    Scene("ledger", then(_PEOPLE, go("ledger"))),
    Scene("ledger-promises", _view("promises"), _PEOPLE),
    Scene("ledger-asks", _view("asks"), _PEOPLE),
    Scene("ledger-all", _view("all"), _PEOPLE),
    Scene("ledger-give", then(_PEOPLE, run("ledger.give"))),
    Scene("ledger-promise", then(_PEOPLE, run("ledger.promise"))),
    Scene("ledger-entry", then(_view("promises"), _first_entry), _PEOPLE),
    Scene(
        "person-ledger",
        _person_tab("Grace Adeyemi", "ledger"),
        _person_tab("Grace Adeyemi", "timeline"),
    ),
)

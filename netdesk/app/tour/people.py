"""The pictures of a person's page: what is under its tabs, whom they know, and the map around them."""

from __future__ import annotations

from netdesk.app.compose import Program
from netdesk.app.tour.deeds import Deed, Scene, open_person, run, then
from netdesk.ui.pages.person.map.window import MapWindow
from netdesk.ui.pages.person.tabs import LEDGER, LEVELS, ONE_TO_ONES, TIMELINE
from netdesk.ui.pages.person.view import PersonView

_GRACE = open_person("Grace Adeyemi")


def _tab(name: str) -> Deed:
    """Choose a tab of the person's page."""

    def enter(program: Program) -> None:
        view = program.window.findChild(PersonView)
        if view is not None:
            view.tabs.choose(name)

    return enter


def _as_a_list(program: Program) -> None:
    """Show the map as a list."""
    shown = program.window.findChild(MapWindow)
    if shown is not None:
        shown.kind.set_chosen(1)
        shown.kind.picked.emit(1)


_BACK = _tab(TIMELINE)

PEOPLE_SCENES: tuple[Scene, ...] = (
    Scene("person-one-to-ones", then(_GRACE, _tab(ONE_TO_ONES)), leave=_BACK),
    Scene("person-gave-and-got", then(_GRACE, _tab(LEDGER)), leave=_BACK),
    Scene("person-levels", then(_GRACE, _tab(LEVELS)), leave=_BACK),
    Scene("person-knows", then(_GRACE, run("person.knows"))),
    Scene("person-map", then(_GRACE, run("person.map"))),
    Scene("person-map-list", then(_GRACE, run("person.map"), _as_a_list)),
)

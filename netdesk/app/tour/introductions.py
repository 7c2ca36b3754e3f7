"""The pictures of who fits whom and of introductions: the panel with all fits, the cards, the list."""

from __future__ import annotations

from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.app.tour.deeds import Deed, Scene, go, person, run, then
from netdesk.services.introductions import IntroductionState, introductions


def _introduce(name: str, other: str = "") -> Deed:
    """Open the card of an introduction, for one person or of two."""

    def enter(program: Program) -> None:
        from netdesk.ui.introductions.introduction_form import open_introduction_form

        second = person(program, other) if other else None
        open_introduction_form(program.window.shell, person(program, name), second)

    return enter


def _what_came_of_it(program: Program) -> None:
    """Open the card of an introduction that became business."""
    from netdesk.ui.introductions.outcome_form import open_outcome_form

    found = introductions(program.workspace, state=IntroductionState.BUSINESS)
    open_outcome_form(program.window.shell, found[0].id)


def _all_fits(program: Program) -> None:
    """Show all who fit, or the first three again."""
    from netdesk.ui.introductions.fits_panel import FitsPanel

    settle(0)
    for panel in program.window.findChildren(FitsPanel):
        panel.all.click()


_LEDGER = go("ledger")

INTRODUCTION_SCENES: tuple[Scene, ...] = (
    Scene("fits-all", then(_LEDGER, _all_fits), _all_fits),
    Scene("introduce", then(_LEDGER, _introduce("Luis Ortega", "Marta Lindqvist"))),
    Scene("introduce-whom", then(_LEDGER, _introduce("Luis Ortega"))),
    Scene("introductions", then(_LEDGER, run("introductions.all"))),
    Scene("introduction-outcome", then(_LEDGER, _what_came_of_it)),
)

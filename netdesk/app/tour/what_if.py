"""The pictures of two cards of Insights: an "if" that is typed and one that cannot be, and all five levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.app.tour.deeds import Scene, go, then
from netdesk.services.insights.levels_over_time import show_all_levels

if TYPE_CHECKING:
    from netdesk.ui.pages.insights.if_extra import IfExtra


def _if_of(program: Program) -> IfExtra:
    from netdesk.ui.pages.insights.if_extra import IfExtra

    found = program.window.findChild(IfExtra)
    assert isinstance(found, IfExtra)
    return found


def _type_nonsense(program: Program) -> None:
    """Type a share that cannot be."""
    settle(0)
    field = _if_of(program).closed
    field.setFocus()
    field.setText("150%")
    field.setModified(True)
    field.textEdited.emit("150%")


def _give_back(program: Program) -> None:
    _if_of(program).closed.given_back.emit()


def _all_five(program: Program) -> None:
    show_all_levels(program.workspace, True)


def _close_ones(program: Program) -> None:
    program.workspace.undo()


WHAT_IF_SCENES: tuple[Scene, ...] = (
    Scene("insights-if", then(go("insights"), _type_nonsense), _give_back),
    Scene("insights-all-levels", then(go("insights"), _all_five), _close_ones),
)

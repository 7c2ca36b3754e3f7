"""A day of the tour on which nothing is due: everything is done for one picture, and taken back after it."""

from __future__ import annotations

from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.services.cards import let_go
from netdesk.services.debrief import finish_debrief
from netdesk.services.follow_ups import drop_follow_up
from netdesk.services.history import steps, undo_up_to
from netdesk.services.ledger import drop_entry
from netdesk.services.open_debriefs import count_old_debriefs, debriefs_left_open, finish_old_debriefs
from netdesk.services.today import due_follow_ups, no_plan_cards
from netdesk.services.today_help import promises_to_keep

_ALL = 500


class FreeDay:
    """``enter`` does everything that needs me and shows Today; ``leave`` takes all of it back."""

    def __init__(self) -> None:
        self._before = 0

    def enter(self, program: Program) -> None:
        """Let go, drop and finish everything: what is done would bear the time of the real clock."""
        workspace, now = program.workspace, program.window.shell.now()
        self._before = max((step.operation for step in steps(workspace)), default=0)
        for line in due_follow_ups(workspace, now, _ALL):
            drop_follow_up(workspace, line.id)
        for promise in promises_to_keep(workspace, now.date(), _ALL):
            drop_entry(workspace, promise.id, now.date())
        # A card whose plan was dropped is one with no plan again.
        with_no_plan = [card.id for card in no_plan_cards(workspace, now.date(), _ALL)]
        if with_no_plan:
            let_go(workspace, with_no_plan)
        for event in debriefs_left_open(workspace, now, _ALL):
            finish_debrief(workspace, event.event_id)
        if count_old_debriefs(workspace, now):
            finish_old_debriefs(workspace, now)
        program.window.shell.go("today")
        settle()

    def leave(self, program: Program) -> None:
        """Put everything back."""
        made = [step.operation for step in steps(program.workspace) if step.operation > self._before]
        if made:
            undo_up_to(program.workspace, min(made))
        settle(0)

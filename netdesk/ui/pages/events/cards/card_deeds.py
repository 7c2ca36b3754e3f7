"""What can be done with cards from their rows: each writes once, says what happened and offers to undo it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.follow_ups import CardState
from netdesk.services import bulk, cards
from netdesk.services.card_plans import (
    PlanDraft,
    apply_templates,
    drop_plans,
    edit_plan,
    finish_plans,
    move_plans,
    plan_cards,
)
from netdesk.services.cards import CardLine
from netdesk.services.plan_templates import PlanTemplate
from netdesk.services.selection import Selection
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.events.cards.card_words import plan_words
from netdesk.ui.pages.events.cards.let_go_form import open_let_go_form
from netdesk.ui.pages.events.cards.plan_form import open_plan_form
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

T = TypeVar("T")
Lines = Sequence[CardLine]


class CardDeeds(QObject):
    """Bound to the list's owner: answers after its end are dropped."""

    def __init__(self, shell: Shell, owner: QObject) -> None:
        super().__init__(owner)
        self._shell = shell

    def open_plan(self, lines: Lines, done: Callable[[], None]) -> None:
        """Open the form for these cards; a single card's open plan is changed, not doubled."""
        plan = lines[0].next_plan if len(lines) == 1 else None
        open_plan_form(self._shell, ids_of(lines), done, plan=plan)

    def keep_plan(self, line: CardLine, draft: PlanDraft, failed: Callable[[], None]) -> None:
        """Keep what was written in a row: another plan, or other words for the open one."""
        plan, today = line.next_plan, self._shell.today()

        def write(workspace: Workspace) -> Changes:
            if plan is None:
                return plan_cards(workspace, [line.id], draft, today)
            return edit_plan(workspace, plan.id, draft)

        def refused(error: object) -> None:
            self._shell.desk.troubled.emit(error)
            failed()

        self._shell.desk.do(write, None, refused, owner=self)

    def apply(self, lines: Lines, templates: Sequence[PlanTemplate]) -> None:
        """Make one plan for each card and template."""
        today, wanted = self._shell.today(), [each.id for each in templates]
        named = f"“{one_line(templates[0].name)}”" if len(templates) == 1 else f"{len(templates)} templates"
        self._do(
            lambda workspace: apply_templates(workspace, ids_of(lines), wanted, today),
            f"Planned {named} for {who(lines)}",
        )

    def set_kind(self, lines: Lines, kind: PersonKind | None) -> None:
        """Say what they are to me."""
        self._shell.desk.do(lambda workspace: cards.set_card_kinds(workspace, ids_of(lines), kind))

    def toggle_solid(self, lines: Lines) -> None:
        """Mark them as solid, or no longer when all of them are."""
        solid = not all(line.solid for line in lines)
        self._shell.desk.do(lambda workspace: cards.set_solid(workspace, ids_of(lines), solid))

    def toggle_learned(self, lines: Lines) -> None:
        """Note that I learned from them, or take that back when it is noted of all."""
        learned = not all(line.learned for line in lines)
        self._shell.desk.do(lambda workspace: cards.set_learned(workspace, ids_of(lines), learned))

    def open_let_go(self, lines: Lines, done: Callable[[], None]) -> None:
        """Ask for a reason, and let them go; of those let go already there is nothing to ask."""
        open_ones = [line for line in lines if line.state in {CardState.NO_PLAN, CardState.PLANNED}]
        if open_ones:
            open_let_go_form(self._shell, ids_of(open_ones), done)
        elif all(line.state is CardState.LET_GO for line in lines):
            self.take_back(lines)
        else:
            self._shell.toast("What was planned is done already; there is nothing to let go.")

    def take_back(self, lines: Lines) -> None:
        """Let them go no longer."""
        self._do(
            lambda workspace: cards.take_back(workspace, ids_of(lines)), f"{who(lines)} wants a plan again"
        )

    def restore(self, lines: Lines) -> None:
        """Take the contacts out of the bin."""
        people, today = Selection.of([line.person_id for line in lines]), self._shell.today()
        self._do(
            lambda workspace: bulk.restore(workspace, people, today), f"Took {who(lines)} out of the bin"
        )

    def finish(self, lines: Lines) -> None:
        """Their next plans are done."""
        self._each_plan(lines, finish_plans, "Done: {0}")

    def drop(self, lines: Lines) -> None:
        """Drop their next plans."""
        self._each_plan(lines, drop_plans, "Dropped the plan for {0}")

    def move(self, lines: Lines, day: date) -> None:
        """Do what is planned next on another day."""
        today = self._shell.today()
        self._each_plan(
            lines,
            lambda workspace, plans: move_plans(workspace, plans, day, today),
            f"Moved to {weekday_and_day(day)}: {{0}}",
        )

    def open_person(self, line: CardLine) -> None:
        """Show the contact's page."""
        self._shell.open_person(line.person_id)

    def use_person(self, card_id: int, person_id: int, name: str) -> None:
        """The card just entered is this contact's after all."""
        self._do(
            lambda workspace: cards.use_person(workspace, card_id, person_id),
            f"The card is {one_line(name)[:60]}’s now",
        )

    def _each_plan(
        self, lines: Lines, write: Callable[[Workspace, Sequence[int]], object], said: str
    ) -> None:
        with_plan = [line for line in lines if line.next_plan is not None]
        plans = [line.next_plan.id for line in with_plan if line.next_plan is not None]
        if plans:
            words = who(with_plan) if len(with_plan) > 1 else plan_words(with_plan[0])[:80]
            self._do(lambda workspace: write(workspace, plans), said.replace("{0}", words))
        else:
            self._shell.toast("There is no open plan here.")

    def _do(self, operation: Callable[[Workspace], T], said: str) -> None:
        self._shell.desk.do(operation, partial(self._say, said), owner=self)

    def _say(self, said: str, _: object) -> None:
        self._shell.toast(said, undo=True)


def ids_of(lines: Iterable[CardLine]) -> list[int]:
    """The cards' ids."""
    return [line.id for line in lines]


def who(lines: Lines) -> str:
    """The one person's name, or how many cards."""
    return one_line(lines[0].name)[:60] if len(lines) == 1 else f"{len(lines):,} cards"

"""What is done with the cards chosen: each is one step of the history, said in a toast, and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.changes import Changes
from netdesk.method.errors import NotFound
from netdesk.method.plan_templates import days_words
from netdesk.method.typed_dates import quick_dates
from netdesk.services.card_plans import apply_templates
from netdesk.services.card_tray import all_solid, next_plans
from netdesk.services.cards import card_lines, set_solid, take_back
from netdesk.services.follow_up_list import finish_follow_ups, move_follow_ups
from netdesk.services.plan_templates import PlanTemplate, plan_templates
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.events.cards.let_go_form import open_let_go_form
from netdesk.ui.pages.events.cards.plan_form import open_plan_form
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.row_menu import Entry

_NAME = 60


class TrayDeeds(QObject):
    """Operations on cards by id."""

    def __init__(self, shell: Shell, owner: QWidget) -> None:
        super().__init__(owner)
        self._shell = shell
        self._owner = owner

    def plan(self, cards: Sequence[int], done: Callable[[], None] | None = None) -> None:
        """Open the form that plans for them; a single card's open plan is changed, not doubled."""
        lines = (
            self._shell.desk.read(lambda workspace: card_lines(workspace, cards)) if len(cards) == 1 else ()
        )
        open_plan_form(self._shell, cards, done, plan=lines[0].next_plan if lines else None)

    def finish(self, cards: Sequence[int]) -> None:
        """What is planned next for them is done."""
        self._each_plan(cards, finish_follow_ups, "Done: {0}")

    def move(self, cards: Sequence[int], day: date) -> None:
        """What is planned next for them is done on another day."""
        today = self._shell.today()

        def write(workspace: Workspace, plans: Sequence[int]) -> Changes:
            return move_follow_ups(workspace, plans, day, today)

        self._each_plan(cards, write, f"Moved to {weekday_and_day(day)}: {{0}}")

    def day_entries(self, cards: Sequence[int]) -> list[Entry | None]:
        """Other days for what is planned next, as lines of a menu."""
        days: list[Entry | None] = [
            Entry(
                f"{each.label} · {weekday_and_day(each.day)}", partial(self.move, cards, each.day), Icon.DATE
            )
            for each in quick_dates(self._shell.today())
        ]
        return days if len(cards) > 1 else [*days, None, Entry("Another day…", partial(self.plan, cards))]

    def let_go(self, cards: Sequence[int], done: Callable[[], None] | None = None) -> None:
        """Ask why, and let them go."""
        open_let_go_form(self._shell, cards, done)

    def turn_solid(self, cards: Sequence[int]) -> None:
        """Mark them as solid contacts; take the mark away when all have it."""

        def turn(workspace: Workspace) -> tuple[Changes, bool]:
            mark = not all_solid(workspace, cards)
            return set_solid(workspace, cards, mark), mark

        self._shell.desk.do(turn, partial(self._say_solid, len(cards)), owner=self._owner)

    def take_back(self, cards: Sequence[int]) -> None:
        """Let them go no longer."""
        self._shell.desk.do(
            lambda workspace: take_back(workspace, cards),
            lambda changes: self._shell.toast(changes.title, undo=not changes.is_empty),
            owner=self._owner,
        )

    def apply(self, cards: Sequence[int], template: PlanTemplate) -> None:
        """Plan for them by a template."""
        today = self._shell.today()
        who = "1 card" if len(cards) == 1 else f"{len(cards):,} cards"
        said = f"Planned “{template.name[:_NAME]}” for {who}"
        self._shell.desk.do(
            lambda workspace: apply_templates(workspace, cards, [template.id], today),
            lambda changes: self._shell.toast(
                f"“{template.name[:_NAME]}” is planned for {who} already" if changes.is_empty else said,
                undo=not changes.is_empty,
            ),
            owner=self._owner,
        )

    def template_entries(self, cards: Sequence[int]) -> list[Entry | None]:
        """The templates as lines of a menu."""
        templates = self._shell.desk.read(plan_templates)
        if not templates:
            return [Entry("No template yet", partial(self.plan, cards), enabled=False)]
        return [
            Entry(f"{each.name} · {days_words(each.days)}", partial(self.apply, cards, each), Icon.FOLLOW_UP)
            for each in templates
        ]

    def _each_plan(
        self, cards: Sequence[int], write: Callable[[Workspace, Sequence[int]], Changes], said: str
    ) -> None:
        def operation(workspace: Workspace) -> int:
            plans = next_plans(workspace, cards)
            if not plans:
                raise NotFound("There is no open plan here.")
            write(workspace, plans)
            return len(plans)

        def say(plans: int) -> None:
            what = "1 follow-up" if plans == 1 else f"{plans:,} follow-ups"
            self._shell.toast(said.format(what), undo=True)

        self._shell.desk.do(operation, say, owner=self._owner)

    def _say_solid(self, count: int, done: tuple[Changes, bool]) -> None:
        changes, mark = done
        who = "Marked" if count == 1 else f"{count:,} cards marked"
        words = f"{who} as solid" if mark else f"{who} as not solid"
        self._shell.toast(words, undo=not changes.is_empty)

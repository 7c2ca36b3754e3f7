"""Planning what follows for one card or several: what, by when, at what time; templates fill the fields.

``open_plan_form(shell, card_ids, done=None)`` plans anew; with ``plan`` it changes a plan that stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from netdesk.method import plan_templates as rules
from netdesk.method.cards import default_due, proposed_action
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.typed_dates import quick_dates
from netdesk.method.typed_times import parse_typed_time
from netdesk.services.card_plans import PlanDraft, edit_plan, plan_cards, proposed_plan
from netdesk.services.cards import CardPlan, card_lines
from netdesk.services.plan_templates import PlanTemplate, plan_templates
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.person.day_choice import DayChoice
from netdesk.ui.pages.person.fields import labelled, line, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.paint import one_line

_LONGEST = 500
_NAME = 60


class PlanForm(Sheet):
    """What I will do for whoever gave me these cards, and by when."""

    def __init__(
        self,
        shell: Shell,
        card_ids: Sequence[int],
        title: str,
        shown: PlanDraft,
        plan_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        keep = "Keep the plan" if plan_id is not None else "Plan it"
        hint = "{name} becomes each given name" if len(card_ids) > 1 else "Enter keeps it"
        super().__init__(shell, title, keep, hint, parent)
        self._cards = tuple(card_ids)
        self._plan = plan_id
        self._shown = shown
        self.done: Callable[[], None] | None = None
        templates = shell.desk.read(plan_templates)
        self.templates = [self._template_chip(each) for each in templates]
        if templates:
            self.body.addWidget(labelled("Templates", _row_of(self.templates)))
        self.action = line(shown.action, "What will you do?")
        self.action.setMaxLength(_LONGEST)
        self.body.addWidget(labelled("What", self.action))
        self.time = time_line(shown.at)
        self._when = DayChoice(shell, "Day", quick_dates(shell.today()), shown.due, beside=self.time)
        self.quick, self.day = self._when.quick, self._when.day
        self.day.setAccessibleName("Day, in words")
        self.body.addWidget(labelled("When", self._when))

    def begin(self) -> None:
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)
        self.action.selectAll()

    def state(self) -> dict[str, Any]:
        if self._draft() == self._shown:
            return {}
        return {"cards": self._cards, "plan": self._plan, "draft": self._draft() or self._shown}

    def keep(self) -> None:
        """Plan it, or keep the changed plan."""
        at = parse_typed_time(self.time.text()) if self.time.text().strip() else None
        mark_wrong(self.time, bool(self.time.text().strip()) and at is None)
        if self.time.property("wrong"):
            self.say(InvalidInput("That is no time of day.", "Write it as 10:00, or leave it empty."))
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        due = None if self.day.is_wrong() else self.day.date()
        if due is None:
            self.refuse(InvalidInput("Choose a day; tomorrow is a good one.", field="due"))
            return
        draft = PlanDraft(self.action.text(), due, at)
        today, plan, cards = self.shell.today(), self._plan, self._cards

        def write(workspace: Workspace) -> None:
            if plan is None:
                plan_cards(workspace, cards, draft, today)
            else:
                edit_plan(workspace, plan, draft)

        self.write(write, self._planned)

    def refuse(self, error: NetDeskError) -> None:
        field = error.field if isinstance(error, InvalidInput) else ""
        mark_wrong(self.action, field == "action")
        mark_wrong(self.day, field == "due")
        self.say(error)
        self.grow()

    def _planned(self, _: None) -> None:
        self.finish()
        words = one_line(self.action.text())[:80]
        several = f" for {len(self._cards)} cards" if len(self._cards) > 1 else ""
        self.shell.toast(f"Planned{several}: {words}", undo=True)
        if self.done is not None:
            self.done()

    def _draft(self) -> PlanDraft | None:
        due = self.day.date()
        return None if due is None else PlanDraft(self.action.text(), due, parse_typed_time(self.time.text()))

    def _template_chip(self, template: PlanTemplate) -> FilterChip:
        chip = FilterChip(f"{template.name} · {rules.days_words(template.days)}", checkable=False)
        chip.setAccessibleName(f"Template {one_line(template.name)}: {one_line(template.action)}")
        chip.clicked.connect(partial(self._fill, template))
        return chip

    def _fill(self, template: PlanTemplate, _: bool = False) -> None:
        """Put a template's words and day into the fields; several cards keep the mark for the name."""
        self.action.setText(self._worded(template.action))
        self._when.choose(rules.applied("", template.days, "", self.shell.today()).due)
        self.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _worded(self, action: str) -> str:
        if len(self._cards) != 1:
            return action
        lines = self.shell.desk.read(partial(card_lines, card_ids=self._cards))
        return rules.worded(action, lines[0].given) if lines else action


def time_line(at: time | None) -> QLineEdit:
    """Make the short line for a time of day, which may stay empty."""
    field = line("" if at is None else f"{at:%H:%M}", "time", "Time of day, if it matters")
    field.setMaxLength(12)
    field.setFixedWidth(metrics().px(76))
    return field


def open_plan_form(
    shell: Shell,
    card_ids: Sequence[int],
    done: Callable[[], None] | None = None,
    *,
    plan: CardPlan | None = None,
) -> Sheet | None:
    """Open the form for one card or several, or for ``plan`` of one; ``done`` is called once it is kept.

    None, and a toast, when the cards are gone.
    """
    draft = None if plan is None else PlanDraft(plan.action, plan.due, plan.due_time)
    return _open(shell, {"cards": tuple(card_ids), "plan": plan.id if plan else None, "draft": draft}, done)


def _open(shell: Shell, state: dict[str, Any], done: Callable[[], None] | None = None) -> Sheet | None:
    cards: tuple[int, ...] = state["cards"]
    lines = shell.desk.read(partial(card_lines, card_ids=cards))
    if not lines:
        shell.toast("Those cards are not in the workspace any more.")
        return None
    today = shell.today()
    draft: PlanDraft | None = state["draft"]
    if draft is None and len(lines) == 1:
        draft = shell.desk.read(partial(proposed_plan, card_id=lines[0].id, today=today))
    if draft is None:
        draft = PlanDraft(proposed_action(None, rules.NAME_MARK), default_due(today))
    who = one_line(lines[0].name)[:_NAME] if len(lines) == 1 else f"{len(lines):,} cards"
    title = f"Change the plan for {who}" if state["plan"] is not None else f"Plan for {who}"
    form = PlanForm(shell, [each.id for each in lines], title, draft, state["plan"])
    form.done = done

    def again(typed: dict[str, Any]) -> object:
        return _open(shell, typed, done)

    return show_sheet(shell, form, "The plan is not kept yet.", again)


def _row_of(chips: Sequence[QWidget]) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box)
    for chip in chips:
        flow.addWidget(chip)
    return box

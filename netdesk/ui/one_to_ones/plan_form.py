"""Planning one-to-ones, and changing one: with whom, what for, when, where, which two questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.one_to_ones import DEFAULT_REMINDER, DEFAULT_START, MOST_AT_ONCE, first_free_day, slots
from netdesk.services.event_edit import places
from netdesk.services.one_to_ones import (
    OneToOneDraft,
    OneToOnePlan,
    Proposed,
    call_off,
    edit_one_to_one,
    one_to_one,
    plan_several,
    proposed,
)
from netdesk.services.people import PersonName, person_name
from netdesk.services.workspaces import Workspace
from netdesk.ui.one_to_ones.plan_fields import SharedFields, SlotFields, length_words, question_lines
from netdesk.ui.one_to_ones.when_words import WhenWords
from netdesk.ui.one_to_ones.with_whom import ask_with_whom
from netdesk.ui.pages.events.event_fields import system_zone
from netdesk.ui.pages.person.fields import labelled, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, S, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.growing_scroll import GrowingScroll
from netdesk.ui.widgets.labels import Faint

Done = Callable[[tuple[int, ...]], None]
_SEVERAL, _ONE = 820, 640


class PlanOneToOnes(Sheet):
    """One person with all fields, or several with a row each on the working days that follow."""

    def __init__(
        self,
        shell: Shell,
        people: Sequence[PersonName],
        plan: OneToOnePlan | None,
        group_id: int | None,
        done: Done | None,
    ) -> None:
        super().__init__(
            shell, _title(people, plan), "Save" if plan else "Plan it" if len(people) < 2 else "Plan them",
            "Ctrl+Enter keeps it",
        )  # fmt: skip
        self._plan, self._group_id, self._done = plan, group_id, done
        self._first = shell.desk.read(partial(_proposals, ids=tuple(one.id for one in people)))
        self.slots = [self._slot(person, place) for place, person in enumerate(people)]
        self.shared = SharedFields(shell.desk.read(places))
        one = self._first.get(people[0].id) if len(people) == 1 else None
        self.questions = question_lines((one.first_question, one.second_question) if one else ("", ""))
        people_ids = [one.id for one in people]
        self.when = WhenWords(shell, people_ids, but=plan.id if plan else None)
        self.when.grew.connect(self.grow)
        self._fill(one.place if one else "")
        inside = QWidget()
        self._fields = QVBoxLayout(inside)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(metrics().px(M))
        (self._lay_one if len(self.slots) == 1 else self._lay_several)()
        self._fields.addWidget(self.when)
        area = GrowingScroll(inside)
        area.grew.connect(self.grow)
        self.body.addWidget(area, 1)
        self.shared.changed.connect(self._say_when)
        for slot in self.slots:
            slot.changed.connect(self._say_when)
        self._say_when()
        self._began = self._typed()
        if plan is not None:
            off = quiet_button(self.tr("Call off"))
            off.clicked.connect(self._call_off)
            self.foot.insertWidget(0, off)

    # Laying out --------------------------------------------------------------------------------

    def _slot(self, person: PersonName, place: int) -> SlotFields:
        if self._plan is not None:
            draft = self._plan.draft
            return SlotFields(self.shell, person, draft.starts, draft.objective)
        start = dt.datetime.combine(first_free_day(self.shell.today()), DEFAULT_START)
        return SlotFields(
            self.shell, person, slots(start, place + 1)[place], self._first[person.id].objective
        )

    def _fill(self, place: str) -> None:
        plan = self._plan
        self.shared.set_reminder(DEFAULT_REMINDER)
        self.shared.zone.setCurrentText(system_zone())
        self.shared.place.setText(place)
        if plan is None:
            return
        self.shared.restore(
            (length_words(plan.minutes), plan.zone or system_zone(), plan.place, plan.remind_minutes)
        )
        for field, words in zip(self.questions, (plan.first_question, plan.second_question), strict=True):
            field.setText(words)

    def _lay_one(self) -> None:
        slot = self.slots[0]
        # Its fields stand apart from it, in the card itself.
        slot.setParent(self)
        slot.hide()
        self._fields.addWidget(labelled(self.tr("Objective"), slot.objective))
        self.shared.lay_out(labelled(self.tr("Day"), slot.day), labelled(self.tr("Begins"), slot.clock))
        self._fields.addWidget(self.shared)
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(metrics().px(S))
        for field in self.questions:
            lines.addWidget(field)
        self._fields.addWidget(labelled(self.tr("Two questions to ask"), box))

    def _lay_several(self) -> None:
        for slot in self.slots:
            slot.in_a_row()
            self._fields.addWidget(slot)
        self.shared.lay_out()
        self._fields.addWidget(self.shared)
        self._fields.addWidget(
            Faint(self.tr("Each gets the two questions that fit what you do not know yet."))
        )

    def begin(self) -> None:
        field = self.slots[0].objective
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if len(self.slots) == 1:
            field.selectAll()

    # Reading -----------------------------------------------------------------------------------

    def drafts(self) -> list[OneToOneDraft]:
        """What stands in the fields. Raises ``InvalidInput`` naming what is not understood."""
        minutes = self.shared.minutes()
        found = []
        for slot in self.slots:
            first = self._first.get(slot.person.id)
            asked = (first.first_question, first.second_question) if first else ("", "")
            if len(self.slots) == 1:
                asked = (self.questions[0].text(), self.questions[1].text())
            found.append(
                OneToOneDraft(
                    slot.person.id,
                    slot.starts(),
                    self.shared.zone.currentText().strip(),
                    minutes,
                    self.shared.place.text(),
                    slot.objective.text(),
                    self.shared.remind_minutes(),
                    *asked,
                    group_id=self._plan.group_id if self._plan else self._group_id,
                    event_id=self._plan.event_id if self._plan else None,
                )
            )
        return found

    def _typed(self) -> dict[str, Any]:
        return {
            "slots": [(one.day.date(), one.clock.text(), one.objective.text()) for one in self.slots],
            "shared": self.shared.typed(),
            "questions": [field.text() for field in self.questions],
        }

    def state(self) -> dict[str, Any]:
        typed = self._typed()
        if typed == self._began:
            return {}
        return typed | {
            "people": [one.person.id for one in self.slots],
            "plan": self._plan.id if self._plan else None,
            "group": self._group_id,
            "done": self._done,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Put back what stood in the fields when the card was closed."""
        for slot, (day, clock, objective) in zip(self.slots, state["slots"], strict=True):
            slot.day.set_date(day)
            slot.clock.setText(clock)
            slot.objective.setText(objective)
        self.shared.restore(state["shared"])
        for field, words in zip(self.questions, state["questions"], strict=True):
            field.setText(words)

    # Keeping -----------------------------------------------------------------------------------

    def keep(self) -> None:
        """Plan them, or save the changed plan."""
        try:
            drafts = self.drafts()
        except InvalidInput as error:
            self.refuse(error)
            return
        now = self.shell.now()
        if self._plan is not None:
            self.write(partial(_edit, number=self._plan.id, draft=drafts[0], now=now), self._planned)
        else:
            self.write(partial(plan_several, drafts=drafts, now=now), self._planned)

    def _planned(self, numbers: tuple[int, ...]) -> None:
        self.finish()
        names = self.slots[0].person.name[:80]
        if len(self.slots) > 1:
            names = self.tr("{0} and {1} more").format(names, len(self.slots) - 1)
        words = (
            self.tr("Saved the one-to-one with {0}")
            if self._plan
            else self.tr("Planned: one-to-one with {0}")
        )
        self.shell.toast(words.format(names), undo=True)
        if self._done is not None:
            self._done(numbers)

    def _call_off(self) -> None:
        if self._plan is not None:
            self.write(partial(call_off, one_to_one_id=self._plan.id), self._called_off)

    def _called_off(self, _changes: object) -> None:
        self.finish()
        self.shell.toast(
            self.tr("Called off the one-to-one with {0}").format(self.slots[0].person.name[:80]), undo=True
        )

    def refuse(self, error: NetDeskError) -> None:
        field = error.field if isinstance(error, InvalidInput) else ""
        for slot in self.slots:
            mark_wrong(slot.objective, field == "objective")
        mark_wrong(self.shared.zone, field == "zone")
        mark_wrong(self.shared.place, field == "place")
        self.say(error)
        self.grow()

    def _say_when(self) -> None:
        begins = self.slots[0].seen_start() if len(self.slots) == 1 else None
        try:
            minutes = self.shared.minutes()
        except InvalidInput:
            minutes = 0
        zone = self.shared.zone.currentText().strip()
        self.when.say(begins, zone, minutes)


def open_one_to_one_form(
    shell: Shell,
    person_ids: Sequence[int],
    *,
    group_id: int | None = None,
    one_to_one_id: int | None = None,
    done: Done | None = None,
) -> Sheet:
    """Open the card that plans one-to-ones with people, or (``one_to_one_id``) changes a plan.

    Without anybody it asks with whom first. ``done`` hears the ids of the plans. Raises ``NotFound``.
    """
    if one_to_one_id is None and not person_ids:
        return ask_with_whom(shell, partial(_chosen, shell, group_id, done))
    return _show(shell, {"people": person_ids, "plan": one_to_one_id, "group": group_id, "done": done})


def _show(shell: Shell, state: dict[str, Any]) -> Sheet:
    plan = None
    ids = tuple(dict.fromkeys(state["people"]))[:MOST_AT_ONCE]
    if state["plan"] is not None:
        plan = shell.desk.read(partial(one_to_one, one_to_one_id=state["plan"]))
        ids = (plan.person_id,)
    people = [shell.desk.read(partial(person_name, person_id=one)) for one in ids]
    sheet = PlanOneToOnes(shell, people, plan, state["group"], state["done"])
    if "slots" in state:
        sheet.restore(state)
    width = _ONE if len(people) == 1 else _SEVERAL
    unkept = "The one-to-one is not changed yet." if plan else "The one-to-one is not planned yet."
    return show_sheet(shell, sheet, unkept, partial(_show, shell), width)


def _chosen(shell: Shell, group_id: int | None, done: Done | None, people: tuple[int, ...]) -> None:
    open_one_to_one_form(shell, people, group_id=group_id, done=done)


def _title(people: Sequence[PersonName], plan: OneToOnePlan | None) -> str:
    if len(people) > 1:
        return f"{len(people)} one-to-ones"
    name = people[0].name[:80]
    return f"The one-to-one with {name}" if plan else f"One-to-one with {name}"


def _proposals(ws: Workspace, ids: tuple[int, ...]) -> dict[int, Proposed]:
    return {one: proposed(ws, one) for one in ids}


def _edit(ws: Workspace, number: int, draft: OneToOneDraft, now: dt.datetime) -> tuple[int, ...]:
    edit_one_to_one(ws, number, draft, now)
    return (number,)

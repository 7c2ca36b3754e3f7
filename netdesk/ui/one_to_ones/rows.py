"""A planned and a held one-to-one as rows with what can be done with them, by pointer and by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.calendar_words import full_day
from netdesk.method.dates import relative_day
from netdesk.method.one_to_ones import Standing
from netdesk.services.one_to_one_lists import HeldLine, PlannedLine
from netdesk.ui.one_to_ones.deeds import OneToOneDeeds
from netdesk.ui.one_to_ones.words import OUTCOME_TONES, held_heading, planned_chip, planned_when
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.keyed_row import KeyedRow, Keys
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.row_menu import Entry, RowMenu
from netdesk.ui.widgets.tile import IconTile

SHOWN = 2_000
_LINES = 6
_TOP = Qt.AlignmentFlag.AlignTop


class Row(KeyedRow):
    """A tile, words below each other, what stands at the right; the keys and menu of a subclass."""

    def __init__(self, glyph: str, tone: str, heading: str, said: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        sizes = metrics()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(sizes.px(4), sizes.px(S + 2), sizes.px(4), sizes.px(S + 2))
        self.line.setSpacing(sizes.px(M))
        self.line.addWidget(IconTile(glyph, 28, tone), 0, _TOP)
        self.column = QVBoxLayout()
        self.column.setSpacing(sizes.px(3))
        head = QHBoxLayout()
        head.setSpacing(sizes.px(S))
        head.addWidget(ElidedLabel(heading[:300], Type.BODY_STRONG), 1)
        self.head = head
        self.column.addLayout(head)
        self.line.addLayout(self.column, 1)
        self.setAccessibleName(one_line(said)[:600])

    def add_words(self, words: str, role: str = "text-2", kind: Type = Type.SECONDARY) -> None:
        """Put a line, or some, below what stands there."""
        if words:
            label = WrapLabel(words[:SHOWN], kind, role)
            label.set_max_lines(_LINES)
            self.column.addWidget(label)


class PlannedRow(Row):
    """Enter writes it down once it is over, else edits; H how it was, E edits, P prints, X calls off."""

    def __init__(
        self, plan: PlannedLine, deeds: OneToOneDeeds, now: datetime, parent: QWidget | None = None
    ) -> None:
        self.plan, self._deeds = plan, deeds
        when = planned_when(plan, now.date())
        chip, tone = planned_chip(plan, now)
        if plan.standing is Standing.OVER:
            # Its button asks how it was.
            chip = relative_day(plan.starts.date(), now.date())
        said = f"One-to-one with {plan.name}, {full_day(plan.starts.date())}, {chip}. {plan.objective}"
        off = plan.standing is Standing.CALLED_OFF
        super().__init__(Icon.ONE_TO_ONE, "warn" if tone is Tone.WARN else "accent", when, said, parent)
        self.head.addWidget(Chip(chip, tone))
        self.add_words(" · ".join(part for part in (plan.place, plan.group) if part))
        self.add_words(plan.objective, "text", Type.BODY)
        self.add_words(plan.reason)
        self.setToolTip(plain_tooltip(full_day(plan.starts.date())))
        if not off:
            self._add_buttons(begun=plan.starts <= now)
        self.head.addWidget(self.menu)

    def _add_buttons(self, *, begun: bool) -> None:
        box = QWidget()
        flow = FlowLayout(box, gap=6)
        self.hold_button = plain_button(self.tr("How was it?"), small=True)
        self.hold_button.setAccessibleName(
            self.tr("How was the one-to-one with {0}?").format(self.plan.name[:80])
        )
        self.hold_button.clicked.connect(partial(_run, self._deeds.hold, self.plan))
        self.hold_button.setVisible(begun)
        self.edit_button = plain_button(self.tr("Edit"), small=True)
        self.edit_button.clicked.connect(partial(_run, self._deeds.edit, self.plan))
        self.print_button = icon_button(Icon.PRINT, self.tr("Print the sheet"), "P", small=True)
        self.print_button.clicked.connect(partial(_run, self._deeds.print_sheet, self.plan))
        self.calendar_button = icon_button(Icon.DATE, self.tr("Add to calendar"), small=True)
        self.calendar_button.clicked.connect(partial(_run, self._calendar, self.plan))
        for button in (self.hold_button, self.edit_button, self.print_button, self.calendar_button):
            flow.addWidget(button)
        self.column.addWidget(box)

    def _calendar(self, plan: PlannedLine) -> None:
        self._deeds.to_calendar((plan,))

    def entries(self) -> Sequence[Entry | None]:
        return self._deeds.planned_entries(self.plan, person=False)

    def keys(self) -> Keys:
        plan, deeds = self.plan, self._deeds
        if plan.standing is Standing.CALLED_OFF:
            return {Qt.Key.Key_Delete: partial(deeds.delete, plan)}
        return {
            Qt.Key.Key_H: partial(deeds.hold, plan),
            Qt.Key.Key_E: partial(deeds.edit, plan),
            Qt.Key.Key_P: partial(deeds.print_sheet, plan),
            Qt.Key.Key_X: partial(deeds.call_off, plan),
            Qt.Key.Key_Delete: partial(deeds.delete, plan),
        }

    def open(self) -> None:
        if self.plan.standing is Standing.OVER:
            self._deeds.hold(self.plan)
        elif self.plan.standing is Standing.COMING:
            self._deeds.edit(self.plan)


class HeldRow(Row):
    """Enter or E edits, Del deletes; the button puts what was learned into a field of the person."""

    def __init__(
        self, held: HeldLine, deeds: OneToOneDeeds, now: datetime, parent: QWidget | None = None
    ) -> None:
        self.held, self._deeds = held, deeds
        heading = held_heading(held, now.date())
        outcome = held.outcome.label if held.outcome else ""
        said = f"One-to-one with {held.name}, {full_day(held.on)}. {outcome} {held.objective}. {held.learned}"
        super().__init__(Icon.ONE_TO_ONE, "good", heading, said, parent)
        if held.outcome is not None:
            self.head.addWidget(Chip(held.outcome.label, OUTCOME_TONES[held.outcome]))
        if held.learned:
            self.keep_menu = RowMenu(
                self.tr("Keep what I learned on the page of {0}").format(held.name[:80]), Icon.LEARN
            )
            self.keep_menu.entries = self._fields
            self.head.addWidget(self.keep_menu)
        self.head.addWidget(self.menu)
        if held.objective:
            self.add_words(self.tr("Objective: {0}").format(held.objective))
        self.add_words(held.learned, "text", Type.BODY)
        if held.made_together:
            self.add_words(self.tr("Made together: {0}").format(held.made_together))
        for promise in held.promises:
            self.add_words(promise)
        self.setToolTip(plain_tooltip(full_day(held.on)))

    def _fields(self) -> Sequence[Entry | None]:
        return self._deeds.field_entries(self.held)

    def entries(self) -> Sequence[Entry | None]:
        return self._deeds.held_entries(self.held, person=False)

    def keys(self) -> Keys:
        return {
            Qt.Key.Key_E: partial(self._deeds.edit_talk, self.held),
            Qt.Key.Key_Delete: partial(self._deeds.delete_talk, self.held),
        }

    def open(self) -> None:
        self._deeds.edit_talk(self.held)


def _run(deed: Callable[[PlannedLine], None], plan: PlannedLine, _checked: bool = False) -> None:
    deed(plan)

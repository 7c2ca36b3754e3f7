"""What is shown before events come in: counts that filter, whom to meet there, and every event with its tick."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.services.event_import import EventPlan, EventVerdict
from netdesk.ui.importing.count_chip import ToneChip
from netdesk.ui.importing.events.row_model import TITLE, EventRows
from netdesk.ui.importing.events.row_table import EventTable
from netdesk.ui.importing.rule import Rule
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, M, S, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.chip import Tone

_TONES = {
    EventVerdict.NEW: Tone.GOOD,
    EventVerdict.HERE: Tone.ACCENT,
    EventVerdict.CALLED_OFF: Tone.WARN,
    EventVerdict.PAST: Tone.PLAIN,
    EventVerdict.UNREADABLE: Tone.BAD,
}


class EventChip(ToneChip):
    """How many events there are of one kind."""

    def __init__(self, verdict: EventVerdict, count: int, parent: QWidget | None = None) -> None:
        super().__init__(f"{count:,} {verdict.value}", _TONES[verdict], parent)
        self.verdict = verdict


class EventPreview(QWidget):
    """``show_plan``; then ``rows`` and ``with_people()`` are what a person chose. Signal ``changed()``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.rows: EventRows | None = None
        self.table = EventTable()
        self.people = QCheckBox()
        self.people.setChecked(True)
        self.people.hide()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._filter)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(sizes.px(10))
        options = QHBoxLayout()
        options.setContentsMargins(sizes.px(XL), 0, sizes.px(XL), sizes.px(14))
        options.addLayout(self._chips)
        options.addStretch(1)
        options.addWidget(self.people)
        self._banners = QVBoxLayout()
        self._banners.setContentsMargins(sizes.px(XL), 0, sizes.px(XL), 0)
        self._banners.setSpacing(sizes.px(S))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.px(M), 0, 0)
        column.setSpacing(0)
        column.addLayout(options)
        column.addLayout(self._banners)
        column.addWidget(Rule())
        column.addWidget(self.table, 1)

    def show_plan(self, plan: EventPlan, today: date) -> None:
        """Show a plan; the people it knows are offered."""
        rows = EventRows(plan, today, self)
        self.rows = rows
        self.table.show_rows(rows)
        rows.changed.connect(self._say_changed)
        if plan.people:
            many = "person I know" if plan.people == 1 else f"{plan.people} people I know"
            self.people.setText(f"Put the {many} among the people to meet")
            self.people.show()
        for verdict, count in plan.counts().items():
            if count:
                chip = EventChip(verdict, count)
                self._group.addButton(chip)
                self._chips.addWidget(chip)
        for source in plan.problems:
            self._banners.addWidget(
                Banner(f"{source.name}: {source.problem} {source.remedy}".strip(), "warn", Icon.WARNING)
            )
        if rows.rowCount():
            first = rows.index(0, TITLE)
            self.table.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def with_people(self) -> bool:
        """Whether the contacts who take part shall be among the people to meet."""
        return self.people.isChecked()

    def show_only(self, verdict: EventVerdict | None) -> None:
        """Show the events of one kind, or all."""
        for chip in self._group.buttons():
            chip.setChecked(isinstance(chip, EventChip) and chip.verdict is verdict)
        if self.rows is not None:
            self.rows.show_only(verdict)

    def _filter(self, chip: QAbstractButton) -> None:
        if isinstance(chip, EventChip):
            self.show_only(chip.verdict if chip.isChecked() else None)

    def _say_changed(self) -> None:
        self.changed.emit()

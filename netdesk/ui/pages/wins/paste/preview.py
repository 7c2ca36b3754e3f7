"""What was pasted, before anything is written: counts that filter, how days are read, and the rows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.services.win_paste import PastePlan, Verdict
from netdesk.ui.importing.count_chip import ToneChip
from netdesk.ui.importing.rule import Rule
from netdesk.ui.pages.wins.paste.row_table import PasteTable
from netdesk.ui.theme.metrics import XL, M, S, Type, metrics
from netdesk.ui.widgets.chip import Tone
from netdesk.ui.widgets.labels import Secondary, WrapLabel

_TONES = {Verdict.NEW: Tone.GOOD, Verdict.HERE: Tone.ACCENT, Verdict.WRONG: Tone.WARN}


class PastePreview(QWidget):
    """Signals: ``headed_chosen(bool)`` and ``day_first_chosen(bool)``; the table has its own."""

    headed_chosen = Signal(bool)
    day_first_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = PasteTable()
        self._chips = QHBoxLayout()
        self._chips.setSpacing(metrics().px(10))
        self._shown: list[ToneChip] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._filter)
        self.headed = QCheckBox(self.tr("The first row is headings"))
        self.headed.clicked.connect(self.headed_chosen)
        self.days = QComboBox()
        self.days.setAccessibleName(self.tr("How days are written"))
        self.days.addItem(self.tr("day first, 31/12"), True)
        self.days.addItem(self.tr("month first, 12/31"), False)
        self.days.activated.connect(self._days_chosen)
        self._days_label = Secondary(self.tr("Days"))
        self.said = WrapLabel("", Type.SECONDARY_MEDIUM, "warn-text")
        self._lay_out()

    def show_plan(self, plan: PastePlan) -> None:
        """Show a plan; what is chosen and where one is stays, as far as it is still there."""
        held = self.table.currentIndex()
        place = (held.row(), held.column()) if held.isValid() else (0, 1)
        self.table.rows.show_plan(plan)
        self._count(plan)
        self.headed.setChecked(plan.headed)
        self.days.setCurrentIndex(self.days.findData(plan.day_first))
        for widget in (self.days, self._days_label):
            widget.setVisible(plan.has_numeric_days)
        doubt = (
            [self.tr("3/4 can be read in two ways: look whether the days are right.")]
            if plan.days_doubtful
            else []
        )
        self.said.setText("\n".join([*plan.said, *(doubt if plan.has_numeric_days else [])]))
        self.said.setVisible(bool(self.said.text()))
        self.table.show_tips()
        rows = self.table.rows
        if rows.rowCount():
            index = rows.index(min(place[0], rows.rowCount() - 1), min(place[1], rows.columnCount() - 1))
            self._stand_at(index)

    def show_only(self, verdict: Verdict | None) -> None:
        """Show the rows of one kind, or all."""
        self.table.rows.show_only(verdict)
        self._count(self.table.rows.plan)
        if self.table.rows.rowCount():
            self._stand_at(self.table.rows.index(0, 1))

    def _stand_at(self, index: QModelIndex) -> None:
        self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _count(self, plan: PastePlan) -> None:
        for old in self._shown:
            self._group.removeButton(old)
            self._chips.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        for verdict, count in plan.counts().items():
            if count or verdict is self.table.rows.only():
                chip = ToneChip(f"{count:,} {verdict.value}", _TONES[verdict])
                chip.setProperty("verdict", verdict.value)
                chip.setChecked(verdict is self.table.rows.only())
                self._group.addButton(chip)
                self._chips.addWidget(chip)
                self._shown.append(chip)

    def _filter(self, chip: ToneChip) -> None:
        self.show_only(Verdict(chip.property("verdict")) if chip.isChecked() else None)

    def _days_chosen(self) -> None:
        self.day_first_chosen.emit(bool(self.days.currentData()))

    def _lay_out(self) -> None:
        sizes = metrics()
        options = QHBoxLayout()
        options.setContentsMargins(sizes.px(XL), 0, sizes.px(XL), sizes.px(M))
        options.setSpacing(sizes.px(10))
        options.addLayout(self._chips)
        options.addStretch(1)
        options.addWidget(self.headed)
        options.addSpacing(sizes.px(S))
        options.addWidget(self._days_label)
        options.addWidget(self.days)
        said = QHBoxLayout()
        said.setContentsMargins(sizes.px(XL), 0, sizes.px(XL), 0)
        said.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.px(M), 0, 0)
        column.setSpacing(0)
        column.addLayout(options)
        column.addLayout(said)
        column.addWidget(Rule())
        column.addWidget(self.table, 1)

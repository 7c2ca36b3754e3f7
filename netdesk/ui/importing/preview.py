"""What is shown before anything is written: counts that filter, where people go, and every row with its choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from netdesk.method.levels import Level
from netdesk.services.importing import ImportPlan, Verdict
from netdesk.ui.importing.count_chip import CountChip
from netdesk.ui.importing.row_model import NAME, ImportRows
from netdesk.ui.importing.row_table import ImportTable
from netdesk.ui.importing.rule import Rule
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, M, S, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.labels import Secondary

LONGEST_TAG = 60
_TAG_WIDTH = 118


class Preview(QWidget):
    """``show_plan``; then ``rows``, ``level()`` and ``tag()`` are what a person chose. Signal ``changed()``."""

    changed = Signal()

    def __init__(self, levels: Sequence[Level], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: ImportRows | None = None
        self.table = ImportTable()
        self._chips = QHBoxLayout()
        self._chips.setSpacing(metrics().px(10))
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonClicked.connect(self._filter)
        self._levels = QComboBox()
        self._levels.setAccessibleName("Put them at")
        self._levels.addItem("Unsorted", None)
        for level in levels:
            self._levels.addItem(level.name, level.number)
        self._tag = QLineEdit()
        self._tag.setAccessibleName("Tag")
        self._tag.setPlaceholderText("no tag")
        self._tag.setMaxLength(LONGEST_TAG)
        self._tag.setFixedWidth(metrics().px(_TAG_WIDTH))
        self._banners = QVBoxLayout()
        self._lay_out()

    def show_plan(self, plan: ImportPlan, tag: str) -> None:
        """Show a plan, with a proposal for the tag."""
        rows = ImportRows(plan, self)
        self.rows = rows
        self.table.show_rows(rows)
        rows.chosen.connect(self._say_changed)
        self._tag.setText(tag)
        for verdict, count in plan.counts().items():
            if count:
                chip = CountChip(verdict, count)
                self._group.addButton(chip)
                self._chips.addWidget(chip)
        for source in plan.problems:
            self._banners.addWidget(
                Banner(f"{source.name}: {source.problem} {source.remedy}".strip(), "warn", Icon.WARNING)
            )
        if rows.rowCount():
            first = rows.index(0, NAME)
            self.table.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def level(self) -> int | None:
        """The chosen level; None for unsorted."""
        number = self._levels.currentData()
        return int(number) if number is not None else None

    def tag(self) -> str:
        """The tag as it is written."""
        return self._tag.text().strip()

    def show_only(self, verdict: Verdict | None) -> None:
        """Show the rows of one kind, or all."""
        for chip in self._group.buttons():
            chip.setChecked(isinstance(chip, CountChip) and chip.verdict is verdict)
        if self.rows is not None:
            self.rows.show_only(verdict)

    def _filter(self, chip: QAbstractButton) -> None:
        if isinstance(chip, CountChip):
            self.show_only(chip.verdict if chip.isChecked() else None)

    def _say_changed(self) -> None:
        self.changed.emit()

    def _lay_out(self) -> None:
        sizes = metrics()
        options = QHBoxLayout()
        options.setContentsMargins(sizes.px(XL), 0, sizes.px(XL), sizes.px(14))
        options.setSpacing(sizes.px(10))
        options.addLayout(self._chips)
        options.addStretch(1)
        options.addWidget(Secondary("Put them at"))
        options.addWidget(self._levels)
        options.addWidget(Secondary("Tag"))
        options.addWidget(self._tag)
        self._banners.setContentsMargins(sizes.px(XL), 0, sizes.px(XL), 0)
        self._banners.setSpacing(sizes.px(S))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.px(M), 0, 0)
        column.setSpacing(0)
        column.addLayout(options)
        column.addLayout(self._banners)
        column.addWidget(Rule())
        column.addWidget(self.table, 1)

"""The top of the board: how many people, the filter, the order, a new person, and the chips that narrow it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from netdesk.services.board_query import BoardCounts, BoardQuery, BoardSort, Only
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.labels import ElidedLabel, PageTitle
from netdesk.ui.widgets.paint import elided

_WIDEST_FILTER = 300


class BoardHeader(QWidget):
    """Tells what was chosen; the page asks and shows."""

    sort_chosen = Signal(object)
    only_chosen = Signal(object)
    tray_toggled = Signal(bool)
    filter_asked = Signal()
    new_person_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._people = ElidedLabel("", Type.BODY, "text-2")
        self.filter_button = plain_button(self.tr("Filter"), Icon.FILTER, "Ctrl+F")
        self.filter_button.clicked.connect(self.filter_asked)
        self._sort = _SortBox()
        for sort in BoardSort:
            self._sort.addItem(sort.label, sort)
        self._sort.currentIndexChanged.connect(self._sorted)
        person = primary_button(self.tr("Person"), Icon.ADD, "Ctrl+N")
        person.setAccessibleName(self.tr("New person"))
        person.clicked.connect(self.new_person_asked)
        top = QHBoxLayout()
        top.setSpacing(sizes.px(10))
        top.addWidget(PageTitle(self.tr("Board")))
        top.addWidget(self._people, 1)
        for control in (self.filter_button, self._sort, person):
            top.addWidget(control)
        self.cold = FilterChip("", icon=Icon.COLD)
        self.ready = FilterChip("", icon=Icon.READY)
        self.tray = FilterChip("", icon=Icon.PEOPLE)
        self.cold.clicked.connect(self._narrow_to_cold)
        self.ready.clicked.connect(self._narrow_to_ready)
        self.tray.clicked.connect(self.tray_toggled)
        chips = QHBoxLayout()
        chips.setSpacing(sizes.px(M))
        for chip in (self.cold, self.ready, self.tray):
            chips.addWidget(chip)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.px(M))
        column.addLayout(top)
        column.addLayout(chips)

    def show_counts(self, counts: BoardCounts, query: BoardQuery, shown: int) -> None:
        """Say how many stand on the board and how many the chips would leave."""
        if query.is_filtered:
            text = self.tr("{0:,} of {1:,} people").format(shown, counts.people)
        elif counts.people == 1:
            text = self.tr("1 person across five levels")
        else:
            text = self.tr("{0:,} people across five levels").format(counts.people)
        self._people.setText(text)
        self.cold.setText(self.tr("{0:,} going cold").format(counts.cold))
        self.ready.setText(self.tr("{0:,} ready to move up").format(counts.ready))
        self.tray.setText(self.tr("{0:,} unsorted").format(counts.unsorted))
        self.tray.setToolTip(self.tr("Show or hide the tray beside the board"))

    def show_query(self, query: BoardQuery, filter_words: str) -> None:
        """Show what is asked for now."""
        words = elided(filter_words, self.filter_button.font(), metrics().px(_WIDEST_FILTER))
        self.filter_button.setText(words.replace("&", "&&"))
        self.filter_button.setAccessibleName(self.tr("Filter: {0}").format(filter_words))
        self._sort.blockSignals(True)
        self._sort.setCurrentIndex(self._sort.findData(query.sort))
        self._sort.blockSignals(False)
        self.cold.setChecked(query.only is Only.COLD)
        self.ready.setChecked(query.only is Only.READY)

    def show_tray(self, is_open: bool) -> None:
        """Show whether the tray is open."""
        self.tray.setChecked(is_open)

    def _sorted(self) -> None:
        self.sort_chosen.emit(BoardSort(self._sort.currentData()))

    def _narrow_to_cold(self, on: bool) -> None:
        self.only_chosen.emit(Only.COLD if on else None)

    def _narrow_to_ready(self, on: bool) -> None:
        self.only_chosen.emit(Only.READY if on else None)


class _SortBox(QComboBox):
    """A choice that says what it is for in the closed box only: "Sort: needs attention"."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Sort"))

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(
            size.width() + QFontMetrics(self.font()).horizontalAdvance(self._before()), size.height()
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._before() + self.currentText()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _before(self) -> str:
        return self.tr("Sort: ")

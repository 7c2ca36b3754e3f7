"""What a table of wins looks like: seven columns as wide as there is room, and the sources that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from netdesk.method.sources import Source
from netdesk.ui.pages.wins.table.cell_delegate import ROW_HEIGHT, CellDelegate
from netdesk.ui.pages.wins.table.cell_model import CellModel
from netdesk.ui.pages.wins.table.columns import VALUE_LETTERS, Column, widths
from netdesk.ui.pages.wins.table.source_segments import SOURCES, segment_boxes
from netdesk.ui.theme.metrics import metrics

_BARE = (
    "QTableView { background: transparent; }"
    "QTableView::item { background: transparent; border: none; padding: 0; }"
)
_LEAST_ROWS = 3
_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate


class CellView(QTableView):
    """``go(row, column)`` puts the keyboard on a cell, ``here()`` says where it is.

    One that ``follows`` another has its columns as wide as that one, while it is shown.
    """

    laid_out = Signal()

    def __init__(
        self, name: str, model: CellModel, delegate: CellDelegate, parent: QWidget | None = None
    ) -> None:
        # First: Qt sends events while a view is being made.
        self.cells, self._painter = model, delegate
        self.follows: CellView | None = None
        self.value_letters = VALUE_LETTERS
        super().__init__(parent)
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self._dress()
        self._before: tuple[int, Column] | None = None
        model.layoutAboutToBeChanged.connect(self._note_place)
        model.layoutChanged.connect(self._find_place)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(_BARE)
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(metrics().px(ROW_HEIGHT))
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().hide()

    def go(self, row: int, column: Column) -> bool:
        """Put the keyboard on a cell; whether it is there."""
        index = self.cells.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _NO_UPDATE)
            self.scrollTo(index)
        return index.isValid()

    def here(self) -> tuple[int, Column] | None:
        """The cell the keyboard is on."""
        index = self.currentIndex()
        return (index.row(), Column(index.column())) if index.isValid() else None

    def _note_place(self) -> None:
        self._before = self.here()

    def _find_place(self) -> None:
        """The row the keyboard was on is gone: the next one has taken its place."""
        if self._before is not None and self.here() is None and self.cells.rowCount():
            row, column = self._before
            index = self.cells.index(min(row, self.cells.rowCount() - 1), column)
            self.selectionModel().setCurrentIndex(index, _NO_UPDATE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.source_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        if not event.buttons():
            super().mouseMoveEvent(event)

    def source_at(self, place: QPoint) -> Source | None:
        """The source whose segment lies at a place of the viewport."""
        index = self.indexAt(place)
        if index.isValid() and index.column() == Column.SOURCE:
            for source, box in zip(SOURCES, self.source_boxes(index.row()), strict=True):
                if box.contains(place):
                    return source
        return None

    def source_boxes(self, row: int) -> list[QRect]:
        """Where the five sources of a row stand in the viewport."""
        rect = self.visualRect(self.cells.index(row, Column.SOURCE))
        return segment_boxes(
            self._painter.words_box(rect, Column.SOURCE), self.cells.source(row), short=self._painter.short
        )

    # Sizes -------------------------------------------------------------------------------------------

    def make_room_for(self, letters: int) -> None:
        """Let values of so many letters be shown whole."""
        self.value_letters = max(letters, self.value_letters)
        self.lay_out()

    def sizeHint(self) -> QSize:
        return self._room_for(self.cells.rowCount())

    def minimumSizeHint(self) -> QSize:
        return self._room_for(min(_LEAST_ROWS, self.cells.rowCount()))

    def _room_for(self, rows: int) -> QSize:
        return QSize(metrics().px(300), rows * self.verticalHeader().defaultSectionSize())

    def lay_out(self) -> None:
        """Give every column its width."""
        shown = self.follows if self.follows is not None and self.follows.isVisible() else self
        found, self._painter.short = widths(shown.viewport().width(), shown.value_letters)
        for column, width in found.items():
            self.setColumnWidth(column, width)
        self.laid_out.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.verticalHeader().setDefaultSectionSize(metrics().px(ROW_HEIGHT))
            self.lay_out()

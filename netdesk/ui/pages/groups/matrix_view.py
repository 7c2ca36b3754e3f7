"""The table of the audit: arrows walk, Space or a click answers a mark, Delete gives it back to the record."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QElapsedTimer, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableView, QWidget

from netdesk.method.names import fold
from netdesk.services.group_audit import MemberLine
from netdesk.ui.models.row_runs import runs
from netdesk.ui.pages.groups.matrix_delegate import (
    EDGE,
    ROW_HEIGHT,
    MatrixDelegate,
    two_lines,
)
from netdesk.ui.pages.groups.matrix_head import MatrixHead
from netdesk.ui.pages.groups.matrix_model import FIRST_MARK, HEADS, LEVEL, MEMBER, MatrixModel, mark_of
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.pips import pips_size

_NAMES = 280
"""Logical pixels the names shall have; where heads on one line leave them less, the heads take two."""
_PAD_ROOMY, _PAD = 24, 9
_LEAST_ROWS = 3


class Place(NamedTuple):
    """A member and a column, the row they stand in, and how many pixels the table is scrolled."""

    member_id: int
    row: int
    column: int
    scrolled: int


class MatrixView(QTableView):
    """``answered(int, object)``: a mark of the row shall be turned; ``given_back(…)``: left to the record again.

    ``opened(int)``: the person of a row; ``menu_wanted(int, QPoint)``. Rows can be chosen together.
    """

    answered = Signal(int, object)
    given_back = Signal(int, object)
    opened = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, model: MatrixModel, delegate: MatrixDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed = QModelIndex()
        self._typed, self._typing = "", QElapsedTimer()
        self.matrix = model
        delegate.setParent(self)
        self._delegate = delegate
        self.head = MatrixHead(model, self)
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName("Audit of the members")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The card behind it is painted by the panel, with its round corners.
        self.setStyleSheet("QTableView { background: transparent; }")
        self.viewport().setAutoFillBackground(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(metrics().px(ROW_HEIGHT))
        model.modelReset.connect(self.updateGeometry)
        self.head.sectionClicked.connect(self.sort_by)
        self.doubleClicked.connect(self._double_clicked)

    def chosen(self) -> list[MemberLine]:
        """The members of the rows chosen, from the top; the current one when none is."""
        rows = [row for top, bottom in runs(self.selectionModel()) for row in range(top, bottom + 1)]
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        found = (self.matrix.line(row) for row in rows)
        return [line for line in found if line is not None]

    def go_to(self, member_id: int) -> bool:
        """Put the keyboard on a member; whether they are shown."""
        row = self.matrix.row_of(member_id)
        if row >= 0:
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self.matrix.index(row, column))
            self.scrollTo(self.currentIndex())
        return row >= 0

    def place(self) -> Place:
        """Where the keyboard stands, and how far it is scrolled, for ``back_to``."""
        here, line = self.currentIndex(), self.matrix.line(self.currentIndex().row())
        return Place(
            line.member_id if line else 0, here.row(), here.column(), self.verticalScrollBar().value()
        )

    def back_to(self, place: Place) -> None:
        """Go back there after members came or went: to the same member, or to whoever has moved up."""
        if place.row < 0 or self.currentIndex().isValid() or not self.matrix.rowCount():
            return
        row = self.matrix.row_of(place.member_id)
        row = row if row >= 0 else min(place.row, self.matrix.rowCount() - 1)
        self.setCurrentIndex(self.matrix.index(row, place.column))
        self.verticalScrollBar().setValue(place.scrolled)
        self.scrollTo(self.currentIndex())

    def start(self) -> None:
        """Put the keyboard into the table, on somebody."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid() and self.matrix.rowCount():
            index = self.matrix.index(0, FIRST_MARK)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    # Sizes -------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return self._room_for(self.matrix.rowCount())

    def minimumSizeHint(self) -> QSize:
        return self._room_for(_LEAST_ROWS)

    def _room_for(self, rows: int) -> QSize:
        height = max(_LEAST_ROWS, rows) * self.verticalHeader().defaultSectionSize()
        return QSize(metrics().px(300), self.head.sizeHint().height() + height)

    def lay_out(self) -> None:
        """Give every column its width; who it is has the rest."""
        sizes = metrics()
        room = self.viewport().width()
        widths = _widths(wraps=False)
        wraps = room - sum(widths.values()) < sizes.px(_NAMES)
        if wraps:
            widths = _widths(wraps=True)
        if wraps is not self.head.wraps:
            self.head.wraps = wraps
            self.head.updateGeometry()
            # Taken in by the table only when its geometries are made anew.
            self.updateGeometries()
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(MEMBER, max(sizes.px(120), room - sum(widths.values())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    # Keys and pointer ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(True)
        index, key = self.currentIndex(), event.key()
        mark = mark_of(index.column()) if index.isValid() else None
        if not index.isValid() and key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space):
            self.start()
        elif key == Qt.Key.Key_Space and mark is not None:
            self.answered.emit(index.row(), mark)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and mark is not None:
            self.given_back.emit(index.row(), mark)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index.row())
        elif key == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(HEADS) - FIRST_MARK and index.isValid():
            self._answer_by_number(index, key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next member one of whose names begins like what is typed, whatever column the keyboard is in."""
        going_on = self._typing.isValid() and self._typing.elapsed() < QApplication.keyboardInputInterval()
        self._typed = fold((self._typed if going_on else "") + search)
        self._typing.start()
        count = self.matrix.rowCount()
        # The first letter leads on from where the keyboard is, further ones may stay there.
        start = max(0, self.currentIndex().row() + (0 if going_on else 1))
        for row in ((start + step) % count for step in range(count if self._typed else 0)):
            line = self.matrix.line(row)
            if line is not None and any(part.startswith(self._typed) for part in _names(line.name)):
                self.setCurrentIndex(self.matrix.index(row, max(0, self.currentIndex().column())))
                return

    def _answer_by_number(self, index: QModelIndex, number: int) -> None:
        column = FIRST_MARK + number
        selection = self.selectionModel()
        selection.setCurrentIndex(
            self.matrix.index(index.row(), column), QItemSelectionModel.SelectionFlag.NoUpdate
        )
        self.answered.emit(index.row(), mark_of(column))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_ring(False)
        self._pressed = QModelIndex()
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and plain and mark_of(index.column()) is not None:
            # A mark is answered without choosing the row; rows chosen together stay chosen.
            self._pressed = index
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, QModelIndex()
        if pressed.isValid():
            if self.indexAt(event.position().toPoint()) == pressed:
                self.answered.emit(pressed.row(), mark_of(pressed.column()))
            return
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        over = index.isValid() and mark_of(index.column()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        if not self._pressed.isValid():
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if mark_of(index.column()) is not None:
            # The second press of two quick ones is a press as well: the mark turns back.
            self.mousePressEvent(event)
            return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if not index.isValid():
            return
        place = self.visualRect(index).bottomLeft() if keyboard else event.pos()
        if not keyboard:
            chosen = self.selectionModel().isRowSelected(index.row())
            how = QItemSelectionModel.SelectionFlag
            anew = how.ClearAndSelect | how.Rows
            self.selectionModel().setCurrentIndex(index, how.NoUpdate if chosen else anew)
        self.menu_wanted.emit(index.row(), self.viewport().mapToGlobal(place + QPoint(EDGE, 0)))

    def _show_ring(self, by_key: bool) -> None:
        if self._delegate.by_key is not by_key:
            self._delegate.by_key = by_key
            self.viewport().update()

    def _double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def sort_by(self, column: int) -> None:
        """Sort by a column; a second time the other way round, a third time as the audit has it."""
        by = self.matrix.sorted_by()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if by is None or by[0] != column:
            self.matrix.sort(column, up)
        else:
            # The third press brings back the order of the audit.
            self.matrix.sort(column, down) if by[1] == up else self.matrix.sort(-1)
        self.head.viewport().update()


def _names(name: str) -> list[str]:
    whole = fold(name)
    return [whole, *whole.split()]


def _widths(*, wraps: bool) -> dict[int, int]:
    """What the columns beside the names take, with heads on one line or on two."""
    sizes = metrics()
    font = sizes.font(Type.LABEL_STRONG)
    ruler = QFontMetrics(font)
    found = {LEVEL: pips_size().width() + sizes.px(20 if wraps else 56)}
    for column in range(FIRST_MARK, len(HEADS)):
        words = two_lines(HEADS[column], font) if wraps else ruler.horizontalAdvance(HEADS[column])
        found[column] = words + 2 * sizes.px(_PAD if wraps else _PAD_ROOMY)
    return found

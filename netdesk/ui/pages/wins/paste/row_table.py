"""The table of what was pasted, under headings that say, and let one choose, what each column holds.

Space ticks or unticks the selected rows; Enter edits what is to be put right in the row, else the cell, as F2 or a
double click always do; C or a press on a heading chooses what the column holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from netdesk.services.win_paste import WinColumn
from netdesk.ui.pages.wins.paste.row_delegate import GAP, HEIGHT, PasteRowDelegate
from netdesk.ui.pages.wins.paste.row_model import LEFT_OUT, TICK, PasteRows
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import one_line

_TICK_WIDTH = 56
_NARROWEST, _WIDEST, _TIGHT, _LEFT_OUT_WIDTH, _WILL = 76, 190, 110, 84, 250
_MEASURED = 60
_CARET = 11
_SPACING = 24
_Index = QModelIndex | QPersistentModelIndex


class PasteHead(QHeaderView):
    """Headings with a caret each: they can be pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName("What the columns hold")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMouseTracking(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        rows = self.model()
        if isinstance(rows, PasteRows) and rows.is_cell(section):
            sizes = metrics()
            side = sizes.px(_CARET)
            width = self.fontMetrics().horizontalAdvance(rows.heading(section))
            left = min(rect.left() + sizes.px(GAP) + width + sizes.px(6), rect.right() - side - 2)
            if rows.kind(section) is WinColumn.VALUE:
                left = rect.right() - sizes.px(GAP) - width - sizes.px(6) - side
            box = QRect(left, rect.center().y() - side // 2, side, side)
            paint_icon(painter, box, Icon.DOWN, current_theme().color("text-2"))


class PasteTable(QTableView):
    """Signal ``kind_chosen(column pasted, WinColumn or None)``."""

    kind_chosen = Signal(int, object)
    stood = Signal()
    """Another cell is the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Rows that were pasted")
        self.setHorizontalHeader(PasteHead(self))
        self.setItemDelegate(PasteRowDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(metrics().px(HEIGHT))
        self.horizontalHeader().sectionPressed.connect(self._head_pressed)
        self.rows = PasteRows(self)
        self.setModel(self.rows)
        self.rows.modelReset.connect(self.fit_columns)
        self._menu: QMenu | None = None

    def selected_places(self) -> Iterator[int]:
        """The selected rows, range by range."""
        for part in list(self.selectionModel().selection()):  # type: ignore[call-overload]
            yield from range(part.top(), part.bottom() + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column the room of what stands in it, and the last one the rest."""
        sizes, rows = metrics(), self.rows
        if not rows.columnCount():
            return
        widths = [self._width(column) for column in range(1, rows.columnCount() - 1)]
        room = self.viewport().width() - sizes.px(_TICK_WIDTH) - sizes.px(_WILL)
        while sum(widths) > room and max(widths, default=0) > sizes.px(_TIGHT):
            # The widest gives way first, so that what will happen can be seen.
            widest = widths.index(max(widths))
            widths[widest] -= min(sizes.px(10), widths[widest] - sizes.px(_TIGHT))
        self.setColumnWidth(TICK, sizes.px(_TICK_WIDTH))
        for column, width in enumerate(widths, 1):
            self.setColumnWidth(column, width)
        rest = self.viewport().width() - sizes.px(_TICK_WIDTH) - sum(widths)
        self.setColumnWidth(rows.columnCount() - 1, max(rest, sizes.px(_WILL)))

    def _width(self, column: int) -> int:
        sizes, rows, measure = metrics(), self.rows, self.fontMetrics()
        head = self.horizontalHeader().fontMetrics().horizontalAdvance(rows.heading(column)) + sizes.px(
            _SPACING
        )
        if rows.kind(column) is None:
            return max(sizes.px(_LEFT_OUT_WIDTH), head)
        texts = (str(rows.index(place, column).data()) for place in range(min(rows.rowCount(), _MEASURED)))
        most = max((measure.horizontalAdvance(text) for text in texts), default=0) + sizes.px(_SPACING)
        return min(max(most, head, sizes.px(_NARROWEST)), sizes.px(_WIDEST))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.stood.emit()

    # Doing -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a tick changes that row alone, or all selected ones when it is one of them."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TICK and event.button() is Qt.MouseButton.LeftButton:
            places = set(self.selected_places())
            self.rows.tick(sorted(places) if index.row() in places else [index.row()])
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        index = self.currentIndex()
        # An editor hands its Enter on to the table.
        if held or not index.isValid() or self.state() == self.State.EditingState:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.rows.tick(sorted(set(self.selected_places())) or [index.row()])
        elif key == Qt.Key.Key_F2 and self.rows.is_cell(index.column()):
            self._edit(index)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._edit(self._wrong_cell(index))
        elif key == Qt.Key.Key_C:
            self.choose_kind(index.column())
        else:
            super().keyPressEvent(event)

    def _wrong_cell(self, index: QModelIndex) -> QModelIndex:
        """The first cell of a row that is to be put right, else this one, else the row's first."""
        rows = self.rows
        wrong = [problem.column + 1 for problem in rows.row(index.row()).problems if problem.column >= 0]
        if index.column() in wrong or (not wrong and rows.is_cell(index.column())):
            return index
        return rows.index(index.row(), wrong[0] if wrong else 1)

    def _edit(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def _head_pressed(self, section: int) -> None:
        self.choose_kind(section)

    def choose_kind(self, column: int) -> None:
        """Open the choice of what a column holds."""
        rows = self.rows
        if not rows.is_cell(column):
            return
        if self._menu is not None:
            self._menu.deleteLater()
        menu = QMenu(self)
        self._menu = menu
        heading = one_line(rows.plan.headings[column - 1])[:60]
        menu.setAccessibleName(f"What the column {heading or column} holds")
        for kind in (*WinColumn, None):
            entry = menu.addAction(kind.value if kind is not None else LEFT_OUT)
            entry.setCheckable(True)
            entry.setChecked(kind is rows.kind(column))
            entry.triggered.connect(partial(self._choose, column - 1, kind))
        head = self.horizontalHeader()
        at = QPoint(head.sectionViewportPosition(column), head.height())
        menu.popup(head.viewport().mapToGlobal(at))

    def _choose(self, column: int, kind: WinColumn | None) -> None:
        self.kind_chosen.emit(column, kind)

    def show_tips(self) -> None:
        """Say under the pointer what stood above each column when it was pasted."""
        headings = [one_line(text) for text in self.rows.plan.headings if text]
        said = f"Pasted with: {', '.join(headings)}. " if headings else ""
        self.horizontalHeader().setToolTip(
            plain_tooltip(f"{said}Press a heading to choose what its column holds.")
        )

"""The table of an import: choices by pointer, menu and keys, for one row or many.

Space, Enter or Alt+Down opens the choices of the current row; A adds, U updates, L leaves out, for all selected rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from netdesk.services.importing import Action
from netdesk.ui.importing.plan_row_delegate import HEIGHT
from netdesk.ui.importing.row_delegate import ImportRowDelegate
from netdesk.ui.importing.row_model import PICTURE, WILL, ImportRows, LabelRole
from netdesk.ui.importing.whole_rows import show_whole_rows
from netdesk.ui.theme.metrics import metrics

_SHARES = (0, 182, 155, 200, 216, 175)
_PICTURE_WIDTH = 65
_KEYS = {Qt.Key.Key_A: Action.ADD, Qt.Key.Key_U: Action.UPDATE, Qt.Key.Key_L: Action.LEAVE}
_OPENING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu)


class ImportTable(QTableView):
    """Rows of the plan; nothing is a widget but the table itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Contacts in the file")
        self._painter = ImportRowDelegate(self)
        self.setItemDelegate(self._painter)
        show_whole_rows(self, metrics().px(HEIGHT))
        self._menu: QMenu | None = None

    def show_rows(self, rows: ImportRows) -> None:
        """Show another plan's rows."""
        self.setModel(rows)
        self._fit_columns()

    @property
    def rows(self) -> ImportRows | None:
        """The rows that are shown."""
        model = self.model()
        return model if isinstance(model, ImportRows) else None

    def selected_places(self) -> Iterator[int]:
        """The selected rows, range by range: asking Qt for each takes seconds at 100,000."""
        for part in list(self.selectionModel().selection()):  # type: ignore[call-overload]
            yield from range(part.top(), part.bottom() + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        if self.model() is None:
            return
        sizes = metrics()
        first = sizes.px(_PICTURE_WIDTH)
        room = self.viewport().width() - first
        self.setColumnWidth(PICTURE, first)
        for column in range(1, WILL):
            self.setColumnWidth(column, room * _SHARES[column] // sum(_SHARES))
        used = sum(self.columnWidth(column) for column in range(WILL))
        self.setColumnWidth(WILL, max(self.viewport().width() - used, 1))

    # Choosing --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a choice opens it; anywhere else it selects."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self._is_on_choice(
            index, event.position().toPoint()
        ):
            if not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
                self.selectRow(index.row())
            self.open_choices(index)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        over = self._is_on_choice(index, event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            self.open_choices(index, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        alt_down = key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        rows = self.rows
        if rows is not None and (alt_down or (plain and key in _OPENING)):
            if self.currentIndex().isValid():
                self.open_choices(self.currentIndex())
        elif rows is not None and plain and key in _KEYS:
            rows.choose(list(self.selected_places()), _KEYS[key])
        else:
            super().keyPressEvent(event)

    def open_choices(self, index: QModelIndex, at: QPoint | None = None) -> None:
        """Open the choices of a row; the chosen one counts for all selected rows it makes sense for."""
        rows = self.rows
        if rows is None:
            return
        row = rows.row(index.row())
        if len(row.choices) < 2:
            return
        if self._menu is not None:
            self._menu.deleteLater()
        menu = QMenu(self)
        self._menu = menu
        for action in row.choices:
            entry = menu.addAction(row.label(action))
            entry.setCheckable(True)
            entry.setChecked(action is rows.action(row))
            entry.triggered.connect(partial(self._choose, index.row(), action))
        menu.popup(at or self.viewport().mapToGlobal(self.choice_rect(index.row()).bottomLeft()))

    def _choose(self, place: int, action: Action) -> None:
        rows = self.rows
        if rows is None:
            return
        places = set(self.selected_places())
        rows.choose(sorted(places) if place in places else [place], action)

    def choice_rect(self, place: int) -> QRect:
        """Where the choice of a row stands in the viewport."""
        rows = self.rows
        if rows is None:
            return QRect()
        index = rows.index(place, WILL)
        label, can_change = index.data(LabelRole)
        return self._painter.choice_box(self.visualRect(index), label, can_change)

    def _is_on_choice(self, index: QModelIndex, point: QPoint) -> bool:
        if not index.isValid() or index.column() != WILL:
            return False
        return bool(index.data(LabelRole)[1]) and self.choice_rect(index.row()).contains(point)

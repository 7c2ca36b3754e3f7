"""A view of rows by id, chosen with the keyboard or the mouse, by the hundred thousand.

``RowList(model, delegate, row_height)``. Signals: ``chosen()`` when the selection changed, ``opened(object)`` with
an id for Enter and double click, ``menu_asked(object)`` with a place on the screen. ``current_id()``,
``selected_count()``, ``choose_row(row)``, ``choose_id(id)``; ``everything`` is True while all rows are selected.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.models.row_runs import MANY, Run, rows_in, rows_of, runs
from netdesk.ui.theme.metrics import S, metrics

_BARE = (
    "QTableView { background: transparent; selection-background-color: transparent; }"
    "QTableView::item, QTableView::item:selected { background: transparent; border: none; padding: 0; }"
)
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""What may be held down while a letter is typed."""


class RowList(QTableView):
    """A view that never asks every row anything: sizes are uniform and selections are read as ranges.

    A table of one column: QListView asks the model for each of 100,000 rows at every layout, a table for none.
    """

    chosen = Signal()
    opened = Signal(object)
    menu_asked = Signal(object)

    def __init__(
        self,
        model: PagedIds,
        delegate: QStyledItemDelegate,
        row_height: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self.everything = False
        self._row_height = row_height
        self._top: tuple[int, int] | None = None
        self._row_before = -1
        self._aside: set[int] | None = None
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self._set_row_height()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The page behind shows and the delegate paints what is selected; the application's style sheet gives
        # tables a ground, lines and a selection of their own otherwise.
        self.setStyleSheet(_BARE)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setItemDelegate(delegate)
        # Before the view hears of it: where everything stands must be noted first.
        model.layoutAboutToBeChanged.connect(self._note_place)
        self.setModel(model)
        model.layoutChanged.connect(self._find_place)
        model.rowsInserted.connect(self._select_those_who_came)
        self.doubleClicked.connect(self._open_index)

    # What is chosen --------------------------------------------------------------------------

    def current_id(self) -> int:
        """The row the keyboard stands on, by id; 0 for none."""
        return self.rows.id_at(self.currentIndex().row())

    def selected_runs(self) -> list[Run]:
        """First and last row of each run of selected rows."""
        return runs(self.selectionModel())

    def selected_count(self) -> int:
        """How many are selected."""
        return rows_in(self.selected_runs())

    def choose_row(self, row: int, *, scroll: bool = True) -> None:
        """Make one row the current and only selected one."""
        index = self.rows.index(row, 0)
        if not index.isValid():
            return
        self.selectionModel().setCurrentIndex(index, _SELECT)
        if scroll:
            self.scrollTo(index)

    def choose_id(self, wanted: int) -> bool:
        """Make an id the current and only selected one; whether it is in the list."""
        row = self.rows.row_of(wanted)
        if row < 0:
            return False
        seen = self.viewport().rect().contains(self.visualRect(self.rows.index(row, 0)))
        self.choose_row(row, scroll=False)
        if not seen:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def selectAll(self) -> None:
        """Select everything the question asks for, also what is still on its way."""
        self.everything = self.rows.rowCount() > 0
        if self.everything and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(
                self.rows.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._select_every_row()
        self.chosen.emit()

    def _select_every_row(self) -> None:
        last = self.rows.rowCount() - 1
        if last >= 0:
            every = QItemSelection(self.rows.index(0, 0), self.rows.index(last, 0))
            marked, self.everything = self.everything, False
            self.selectionModel().select(every, QItemSelectionModel.SelectionFlag.Select)
            self.everything = marked

    def _select_those_who_came(self, _parent: QModelIndex, _first: int, _last: int) -> None:
        if self.everything:
            self._select_every_row()
            self.chosen.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not deselected.isEmpty():
            self.everything = False
        self.chosen.emit()

    # Staying with the rows when the order changes --------------------------------------------

    def _note_place(self) -> None:
        self._set_selection_aside()
        current = self.currentIndex()
        self._row_before = current.row()
        # The current row stays where it is seen; when it is out of sight, whatever is at the top does.
        shown = self.viewport().rect().intersects(self.visualRect(current)) if current.isValid() else False
        index = current if shown else self.indexAt(QPoint(metrics().px(S), 0))
        self._top = (self.rows.id_at(index.row()), self.visualRect(index).top()) if index.isValid() else None

    def _set_selection_aside(self) -> None:
        """Qt would follow each selected row by an index of its own, a second and more for 100,000."""
        self._aside = None
        selected = self.selected_runs()
        if rows_in(selected) > MANY:
            ids = self.rows.ids
            self._aside = {one for top, bottom in selected for one in ids[top : bottom + 1]}
            marked = self.everything
            self.selectionModel().blockSignals(True)
            self.selectionModel().clearSelection()
            self.selectionModel().blockSignals(False)
            self.everything = marked

    def _take_selection_back(self) -> None:
        chosen, self._aside = self._aside, None
        if self.everything:
            self._select_every_row()
        elif chosen:
            self.selectionModel().select(rows_of(self.rows, chosen), QItemSelectionModel.SelectionFlag.Select)

    def _find_place(self) -> None:
        self._take_selection_back()
        if self._row_before >= 0 and not self.currentIndex().isValid():
            self._move_on(min(self._row_before, self.rows.rowCount() - 1))
        if self._top is not None:
            row = self.rows.row_of(self._top[0])
            if row >= 0:
                bar = self.verticalScrollBar()
                self.updateGeometries()
                place = self.visualRect(self.rows.index(row, 0)).top()
                bar.setValue(bar.value() + place - self._top[1])
        self.chosen.emit()

    def _move_on(self, row: int) -> None:
        """What was current is gone from the list: the next row takes its place."""
        if self.selected_count():
            self.selectionModel().setCurrentIndex(
                self.rows.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        else:
            self.choose_row(row, scroll=False)

    # Keys and mouse ---------------------------------------------------------------------------

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # In a table Home and End go along the row; in a list people mean its ends.
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self.rows.index(0, 0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self.rows.index(self.rows.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~HARMLESS
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current_id():
                self.opened.emit(self.current_id())
        elif key == Qt.Key.Key_Escape and self.selected_count() > 1:
            self.choose_row(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.choose_row(index.row())
            place = event.globalPos()
        else:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.selected_count():
            self.menu_asked.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # Sweeping over the list with the button down would select by accident; rows are chosen by pressing.
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_row_height()

    def _set_row_height(self) -> None:
        header = self.verticalHeader()
        height = metrics().px(self._row_height)
        if header.defaultSectionSize() != height:
            header.setMinimumSectionSize(height)
            header.setDefaultSectionSize(height)
            self.verticalScrollBar().setSingleStep(height // 2)

    def _open_index(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.id_at(index.row()))

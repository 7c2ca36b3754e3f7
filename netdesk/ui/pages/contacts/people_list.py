"""The list itself: one line a person, chosen with the keyboard or the mouse, by the hundred thousand.

``PeopleList(model, delegate)``. Signals: ``chosen()`` when the selection changed, ``opened(object)`` with an id for
Enter and double click, ``typed(str)`` for letters (they belong to the search), ``delete_asked()``,
``menu_asked(object)`` with a place on the screen. ``selection_of(query)`` gives who is selected as a value.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from netdesk.services.contacts import ContactQuery
from netdesk.services.selection import Selection
from netdesk.ui.delegates.contact_row import ROW_HEIGHT
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.pages.contacts.selected_rows import MANY, meaning, people_in, rows_of, runs
from netdesk.ui.theme.metrics import S, metrics

_BARE = (
    "QTableView { background: transparent; selection-background-color: transparent; }"
    "QTableView::item, QTableView::item:selected { background: transparent; border: none; padding: 0; }"
)
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class PeopleList(QTableView):
    """A view that never asks every row anything: sizes are uniform and selections are read as ranges.

    A table of one column: QListView asks the model for each of 100,000 rows at every layout, a table for none.
    """

    chosen = Signal()
    opened = Signal(object)
    typed = Signal(str)
    delete_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, model: PagedIds, delegate: QStyledItemDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._top: tuple[int, int] | None = None
        self._row_before = -1
        self._everybody = False
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
        self.setAccessibleName("People")
        self.setItemDelegate(delegate)
        # Before the view hears of it: where everybody stands must be noted first.
        model.layoutAboutToBeChanged.connect(self._note_place)
        self.setModel(model)
        model.layoutChanged.connect(self._find_place)
        model.rowsInserted.connect(self._select_those_who_came)
        self.doubleClicked.connect(self._open_index)

    # Who is chosen ---------------------------------------------------------------------------

    def current_id(self) -> int:
        """The person the keyboard stands on, 0 for nobody."""
        return self._people.id_at(self.currentIndex().row())

    def selected_count(self) -> int:
        """How many are selected."""
        return people_in(runs(self.selectionModel()))

    def selection_of(self, query: ContactQuery) -> Selection:
        """Who is selected; most or all of a long list is said as the answer to ``query`` with exceptions."""
        if self._everybody:
            return Selection.all_of(query)
        return meaning(runs(self.selectionModel()), self._people.ids, query)

    def choose_row(self, row: int, *, scroll: bool = True) -> None:
        """Make one row the current and only selected one."""
        index = self._people.index(row, 0)
        if not index.isValid():
            return
        self.selectionModel().setCurrentIndex(index, _SELECT)
        if scroll:
            self.scrollTo(index)

    def choose_person(self, person_id: int) -> bool:
        """Make a person the current and only selected one; whether they are in the list."""
        row = self._people.row_of(person_id)
        if row < 0:
            return False
        seen = self.viewport().rect().contains(self.visualRect(self._people.index(row, 0)))
        self.choose_row(row, scroll=False)
        if not seen:
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def selectAll(self) -> None:
        """Select everybody the question asks for, also those whose rows are still on their way."""
        self._everybody = self._people.rowCount() > 0
        if self._everybody and not self.currentIndex().isValid():
            self.selectionModel().setCurrentIndex(
                self._people.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._select_every_row()
        self.chosen.emit()

    def _select_every_row(self) -> None:
        last = self._people.rowCount() - 1
        if last >= 0:
            everybody = QItemSelection(self._people.index(0, 0), self._people.index(last, 0))
            marked, self._everybody = self._everybody, False
            self.selectionModel().select(everybody, QItemSelectionModel.SelectionFlag.Select)
            self._everybody = marked

    def _select_those_who_came(self, _parent: QModelIndex, _first: int, _last: int) -> None:
        if self._everybody:
            self._select_every_row()
            self.chosen.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not deselected.isEmpty():
            self._everybody = False
        self.chosen.emit()

    # Staying with the people when the order changes ------------------------------------------

    def _note_place(self) -> None:
        self._set_selection_aside()
        current = self.currentIndex()
        self._row_before = current.row()
        # The current person stays where she is seen; when she is out of sight, whoever is at the top does.
        shown = self.viewport().rect().intersects(self.visualRect(current)) if current.isValid() else False
        index = current if shown else self.indexAt(QPoint(metrics().px(S), 0))
        self._top = (
            (self._people.id_at(index.row()), self.visualRect(index).top()) if index.isValid() else None
        )

    def _set_selection_aside(self) -> None:
        """Qt would follow each selected row by an index of its own, a second and more for 100,000."""
        self._aside = None
        rows = runs(self.selectionModel())
        if people_in(rows) > MANY:
            ids = self._people.ids
            self._aside = {one for top, bottom in rows for one in ids[top : bottom + 1]}
            marked = self._everybody
            self.selectionModel().blockSignals(True)
            self.selectionModel().clearSelection()
            self.selectionModel().blockSignals(False)
            self._everybody = marked

    def _take_selection_back(self) -> None:
        chosen, self._aside = self._aside, None
        if self._everybody:
            self._select_every_row()
        elif chosen:
            rows = rows_of(self._people, chosen)
            self.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.Select)

    def _find_place(self) -> None:
        self._take_selection_back()
        if self._row_before >= 0 and not self.currentIndex().isValid():
            self._move_on(min(self._row_before, self._people.rowCount() - 1))
        if self._top is not None:
            row = self._people.row_of(self._top[0])
            if row >= 0:
                bar = self.verticalScrollBar()
                self.updateGeometries()
                place = self.visualRect(self._people.index(row, 0)).top()
                bar.setValue(bar.value() + place - self._top[1])
        self.chosen.emit()

    def _move_on(self, row: int) -> None:
        """Whoever was current is gone from the list: the next one takes her place."""
        if self.selected_count():
            self.selectionModel().setCurrentIndex(
                self._people.index(row, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        else:
            self.choose_row(row, scroll=False)

    # Keys and mouse ---------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep single letters for the search: elsewhere on the page some of them are shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & ~_HARMLESS
            and _is_letter(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # In a table Home and End go along the row; in a list people mean its ends.
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self._people.index(0, 0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self._people.index(self._people.rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & ~_HARMLESS
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current_id():
                self.opened.emit(self.current_id())
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.selected_count():
                self.delete_asked.emit()
        elif plain and _is_letter(event):
            self.typed.emit(event.text())
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
        height = metrics().px(ROW_HEIGHT)
        if header.defaultSectionSize() != height:
            header.setMinimumSectionSize(height)
            header.setDefaultSectionSize(height)
            self.verticalScrollBar().setSingleStep(height // 2)

    def _open_index(self, index: QModelIndex) -> None:
        self.opened.emit(self._people.id_at(index.row()))


_HARMLESS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def _is_letter(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable() and event.key() != Qt.Key.Key_Space

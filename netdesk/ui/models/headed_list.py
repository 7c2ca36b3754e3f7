"""A view of rows under headings, at the side of what is shown of the chosen one.

``HeadedList(name, model, delegate)``. Signals: ``chosen(object)`` with the id a person chose, ``opened()`` for Enter.
``current_id()``, ``choose(index, tell=...)``.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate

from netdesk.ui.models.headed_ids import HeadedIds, Index


class HeadedList(QListView):
    """Arrows pass over the headings; the list tells only what a person chose."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, name: str, model: HeadedIds, delegate: QStyledItemDelegate) -> None:
        super().__init__()
        self._rows = model
        self._quiet = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)

    def current_id(self) -> int:
        """Give the id of the chosen row, 0 for none."""
        return self._rows.id_at(self.currentIndex())

    def choose(self, index: QModelIndex, *, tell: bool) -> None:
        """Choose an entry and bring it into view; nothing, where the index is invalid."""
        self._quiet = not tell
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.selectionModel().clear()
        self._quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        one = self.current_id()
        if one and not self._quiet:
            self.chosen.emit(one)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # With nothing chosen Qt makes the first row the current one; nobody chose it.
        nothing_chosen = not self.currentIndex().isValid()
        self._quiet = nothing_chosen
        super().focusInEvent(event)
        self._quiet = False
        if nothing_chosen:
            self.selectionModel().clearCurrentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

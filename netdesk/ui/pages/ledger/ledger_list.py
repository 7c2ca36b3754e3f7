"""The rows of Give & ask: chosen by mouse and keys, with parts of a row to press.

``LedgerList(name, model, delegate, keys)``, a ``PartedList``. ``part_pressed(object, object)`` besides, with a
:class:`Part` and an id.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from netdesk.ui.models.keyed_list import PartedList
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.pages.ledger.entry_delegate import EntryDelegate
from netdesk.ui.pages.ledger.people_delegate import PeopleDelegate
from netdesk.ui.pages.ledger.row_columns import ROW_HEIGHT, Part
from netdesk.ui.theme.metrics import metrics

_FEWEST, _MOST_ROWS = 4, 200
_Delegate = PeopleDelegate | EntryDelegate


class LedgerList(PartedList):
    """Wants to be as high as its rows, and scrolls where there is less room."""

    part_pressed = Signal(object, object)

    def __init__(
        self,
        name: str,
        model: PagedIds,
        delegate: _Delegate,
        keys: Mapping[Qt.Key, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, model, delegate, ROW_HEIGHT, keys, parent)
        self._delegate = delegate
        self._pressed: tuple[Part, int] | None = None
        self._most = metrics().px(ROW_HEIGHT) * _FEWEST
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self.updateGeometry)
        model.layoutChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        row = metrics().px(ROW_HEIGHT)
        # Never more rows than a screen has: a hundred thousand would be more than a layout can add up.
        rows = min(self.rows.rowCount(), _MOST_ROWS)
        return QSize(metrics().px(480), max(min(rows * row, self._most), min(rows, _FEWEST) * row))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(300), self.sizeHint().height())

    def set_most(self, height: int) -> None:
        """Be at most so many pixels high, but have room for some rows."""
        if height != self._most:
            self._most = height
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        part = self.part_at(place) if event.button() == Qt.MouseButton.LeftButton else None
        self._pressed = None if part is None else (part, self.indexAt(place).row())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if pressed is not None and (self.part_at(place), self.indexAt(place).row()) == pressed:
            self.part_pressed.emit(pressed[0], self.rows.id_at(pressed[1]))

    def place_below(self, row: int) -> QPoint:
        """Where on the screen a menu of a row opens: under its right end."""
        box = self.visualRect(self.rows.index(row, 0))
        left = max(box.left(), box.right() - metrics().px(220))
        return self.viewport().mapToGlobal(QPoint(left, box.bottom() - metrics().px(10)))

    def part_at(self, place: QPoint) -> Part | None:
        """What can be pressed there."""
        index = self.indexAt(place)
        row = self.rows.item(index.row()) if index.isValid() else None
        return self._delegate.part_at(self.visualRect(index), row, place) if row is not None else None

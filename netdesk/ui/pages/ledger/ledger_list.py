"""The rows of Give & ask: chosen by mouse and keys, with parts of a row to press.

``LedgerList(name, model, delegate, keys)``, a ``RowList``. Signals besides: ``asked(str)`` with what a key means for
the row chosen, ``part_pressed(object, object)`` with a :class:`Part` and an id, ``left_upwards()`` for ↑ on the first.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.models.row_list import HARMLESS, RowList
from netdesk.ui.pages.ledger.entry_delegate import EntryDelegate
from netdesk.ui.pages.ledger.people_delegate import PeopleDelegate
from netdesk.ui.pages.ledger.row_columns import ROW_HEIGHT, Part
from netdesk.ui.theme.metrics import metrics

_FEWEST, _MOST_ROWS = 4, 200
_Delegate = PeopleDelegate | EntryDelegate


class LedgerList(RowList):
    """Wants to be as high as its rows, and scrolls where there is less room."""

    asked = Signal(str)
    part_pressed = Signal(object, object)
    left_upwards = Signal()

    def __init__(
        self,
        name: str,
        model: PagedIds,
        delegate: _Delegate,
        keys: Mapping[Qt.Key, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, delegate, ROW_HEIGHT, parent)
        self._delegate, self._keys = delegate, dict(keys)
        self._pressed: tuple[Part, int] | None = None
        self._most = metrics().px(ROW_HEIGHT) * _FEWEST
        self.setAccessibleName(name)
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

    # Keys ---------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the letters that do something here; elsewhere in the window they may be shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & ~HARMLESS
            and event.key() in self._keys
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        deed = self._keys.get(Qt.Key(event.key())) if plain else None
        if deed is not None:
            if self.current_id():
                self.asked.emit(deed)
        elif plain and event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    # Mouse --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        part = self._part_at(place) if event.button() == Qt.MouseButton.LeftButton else None
        self._pressed = None if part is None else (part, self.indexAt(place).row())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if pressed is not None and (self._part_at(place), self.indexAt(place).row()) == pressed:
            self.part_pressed.emit(pressed[0], self.rows.id_at(pressed[1]))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._part_at(event.position().toPoint()) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._part_at(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def place_below(self, row: int) -> QPoint:
        """Where on the screen a menu of a row opens: under its right end."""
        box = self.visualRect(self.rows.index(row, 0))
        left = max(box.left(), box.right() - metrics().px(220))
        return self.viewport().mapToGlobal(QPoint(left, box.bottom() - metrics().px(10)))

    def _part_at(self, place: QPoint) -> Part | None:
        index = self.indexAt(place)
        row = self.rows.item(index.row()) if index.isValid() else None
        return self._delegate.part_at(self.visualRect(index), row, place) if row is not None else None

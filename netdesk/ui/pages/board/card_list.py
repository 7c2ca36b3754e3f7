"""The cards of one column: painted, chosen, and walked by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from netdesk.ui.pages.board.card_delegate import CardDelegate, paint_gap
from netdesk.ui.pages.board.card_rows import CardRows, parts_of
from netdesk.ui.pages.board.column_model import ColumnModel
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_CARD, Type, metrics
from netdesk.ui.widgets.paint import focus_ring

_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class CardList(CardRows):
    """Paints, selects and is walked by keys. Dropping is added by ``DropList``."""

    opened = Signal(object)
    """The id of a person to open."""
    side_wanted = Signal(int)
    """Go to the column on the left (-1) or right (1)."""
    level_wanted = Signal(int)
    """Move the selected people a level down (-1) or up (1)."""
    place_wanted = Signal(int)
    """Move the selected people a place up (-1) or down (1) in the column's own order."""
    menu_wanted = Signal(QPoint)
    """Show the menu of the selected people at a place on the screen."""
    typed = Signal(str)
    """Letters typed to find somebody."""
    chosen_afresh = Signal()
    """A choice without Ctrl or Shift begins: other columns give up theirs."""

    def __init__(
        self,
        model: ColumnModel,
        delegate: CardDelegate,
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, small=small, parent=parent)
        self._hovered = -1
        self._lifted: frozenset[int] = frozenset()
        self._empty = ""
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QAbstractItemView { background: transparent; }")
        self.doubleClicked.connect(self._open_index)

    # What it shows -----------------------------------------------------------------------------

    def set_empty_words(self, words: str) -> None:
        """What an empty column says."""
        self._empty = words
        self.viewport().update()

    def set_lifted(self, people: Sequence[int]) -> None:
        """Show these cards as gaps while they are dragged."""
        self._lifted = frozenset(people)
        self.viewport().update()

    def selected_people(self) -> list[int]:
        """The ids of the selected cards in the column's order."""
        ids = self._cards.ids()
        rows = sorted(
            row
            for part in parts_of(self.selectionModel().selection())
            for row in range(part.top(), part.bottom() + 1)
        )
        return [ids[row] for row in rows if row < len(ids)]

    def current_person(self) -> int | None:
        """The id of the card the keyboard is on."""
        row = self.currentIndex().row()
        return self._cards.ids()[row] if 0 <= row < len(self._cards.ids()) else None

    def choose(self, people: Sequence[int]) -> None:
        """Select these cards and put the keyboard on the first of them."""
        selection = QItemSelection()
        first = QModelIndex()
        for person in people:
            row = self._cards.row_of(person)
            if row >= 0:
                index = self._cards.index(row)
                selection.select(index, index)
                first = first if first.isValid() else index
        if first.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.selectionModel().select(selection, flags.ClearAndSelect)
            self.scrollTo(first)

    # Choosing ----------------------------------------------------------------------------------

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        kept = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        afresh = isinstance(event, QMouseEvent | QKeyEvent) and not event.modifiers() & kept
        # A press on a selected card may be the start of dragging all of them.
        lifting = event is not None and event.type() == QEvent.Type.MouseButtonPress
        if afresh and not (lifting and self.selectionModel().isSelected(index)):
            self.chosen_afresh.emit()
        return super().selectionCommand(index, event)

    # Keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS and modifiers == Qt.KeyboardModifier.AltModifier:
            (self.level_wanted if key in _SIDEWAYS else self.place_wanted).emit(_ARROWS[key])
        elif key in _SIDEWAYS and modifiers == Qt.KeyboardModifier.NoModifier:
            self.side_wanted.emit(_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_index(self.currentIndex())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def keyboardSearch(self, search: str) -> None:
        if search.strip():
            self.typed.emit(search)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            spot = event.globalPos() if self.indexAt(event.pos()).isValid() else None
        else:
            current = self.currentIndex()
            spot = (
                self.viewport().mapToGlobal(self.visualRect(current).center()) if current.isValid() else None
            )
        if spot is not None:
            self.menu_wanted.emit(spot)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().x() and not event.angleDelta().y():
            # Sideways belongs to the board.
            event.ignore()
            return
        super().wheelEvent(event)

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._cards.ids()[index.row()])

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme = current_theme()
        ids = self._cards.ids()
        area = event.rect()
        first = max(0, self.row_at(area.top()))
        last = min(len(ids) - 1, self.row_at(area.bottom()))
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain: QStyle.StateFlag = option.state
        selection, current = self.selectionModel(), self.currentIndex().row()
        top, pitch = self.row_rect(first), self.pitch()
        for row in range(first, last + 1):
            rect = top.translated(0, (row - first) * pitch)
            if ids[row] in self._lifted:
                paint_gap(painter, rect, theme)
                continue
            index = self._cards.index(row)
            state = plain & ~QStyle.StateFlag.State_HasFocus
            if selection.isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if row == current and self.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
            if row == self._hovered:
                state |= QStyle.StateFlag.State_MouseOver
            option.rect = rect
            option.state = state
            self.itemDelegate().paint(painter, option, index)
        if not ids:
            self._paint_empty(painter)

    def _paint_empty(self, painter: QPainter) -> None:
        theme, sizes = current_theme(), metrics()
        room = self.viewport().rect().adjusted(sizes.px(16), sizes.px(20), -sizes.px(16), -sizes.px(8))
        painter.setFont(sizes.font(Type.SECONDARY))
        painter.setPen(theme.color("faint"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), self._empty)
        if self.hasFocus():
            focus_ring(painter, self.viewport().rect().adjusted(3, 3, -3, -3), theme, sizes.px(RADIUS_CARD))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHoverEvent):
            self._hover(
                -1
                if event.type() == QEvent.Type.HoverLeave
                else self.indexAt(event.position().toPoint()).row()
            )
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            for one in (row, self._hovered):
                self.viewport().update(self.row_rect(one))
            self._hovered = row

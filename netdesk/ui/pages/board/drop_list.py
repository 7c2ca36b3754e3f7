"""Lifting cards from a column and letting them go in another: the mouse’s side of a move."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from netdesk.ui.pages.board.card_delegate import CardDelegate
from netdesk.ui.pages.board.card_list import CardList
from netdesk.ui.pages.board.column_model import ColumnModel
from netdesk.ui.pages.board.drag import ACTIONS, lift, lifted_picture, people_data, people_in
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.paint import rounded

LandingOf = Callable[["DropList", Sequence[int], int], int | None]
"""Given the list, the people and the gap under the pointer: the gap where they would land, None for nowhere."""

_EDGE = 44
_TICK_MS = 16
_FASTEST = 18


class DropList(CardList):
    """A column’s cards that can be lifted, and among which cards can be dropped."""

    dropped = Signal(object, int)
    """The ids let go here, and the gap."""
    pointed = Signal(QPoint)
    """Where a drag is above this list, in its own coordinates: the board scrolls sideways at its edges."""
    over = Signal(bool)
    """A drag came above this list, or left it."""
    drag_ended = Signal()

    def __init__(
        self,
        model: ColumnModel,
        delegate: CardDelegate,
        board: str,
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, delegate, small=small, parent=parent)
        self._board = board
        self._painter = delegate
        self._travelling: Callable[[], list[int]] = self.selected_people
        self._landing: LandingOf = _at_the_pointer
        self._pressed_at = QPoint()
        self._gap: int | None = None
        self._carried: tuple[int, ...] = ()
        self._pointer = QPoint()
        self._edge = QTimer(self)
        self._edge.setInterval(_TICK_MS)
        self._edge.timeout.connect(self._scroll_at_edge)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(self.DragDropMode.DragDrop)

    def set_rules(self, travelling: Callable[[], list[int]], landing: LandingOf) -> None:
        """``travelling`` gives everybody selected on the board; ``landing`` where people would come to stand."""
        self._travelling, self._landing = travelling, landing

    def gap(self) -> int | None:
        """Where the insertion line is now."""
        return self._gap

    # Lifting -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803 - Qt’s name
        """Lift the pressed card, and with it everything selected if it is selected itself."""
        index = self.indexAt(self._pressed_at)
        card = self.column().card(index.row()) if index.isValid() else None
        if card is None:
            return
        selected = self._travelling()
        people = selected if card.id in selected else [card.id]
        rect = self.row_rect(index.row())
        data, picture, grip = self.lifted(index.row(), people, self._pressed_at - rect.topLeft())
        self.set_lifted(people)
        try:
            lift(self, data, picture, grip)
        finally:
            self.set_lifted(())
            self.drag_ended.emit()

    def lifted(self, row: int, people: Sequence[int], grip: QPoint) -> tuple[QMimeData, QPixmap, QPoint]:
        """What travels when ``people`` are lifted by the card of ``row``: the data, a picture, where it is held."""
        card = self.column().card(row)
        if card is None:
            raise IndexError(row)
        size, ratio = self.row_rect(row).size(), self.devicePixelRatioF()
        picture, held = lifted_picture(self._painter, card, size, len(people), ratio, grip)
        return people_data(self._board, people), picture, held

    # Letting go --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.enter(event, event.position().toPoint())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.follow(event, event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.let_go(event, event.position().toPoint())

    def enter(self, event: QDragEnterEvent, spot: QPoint) -> None:
        """Take a drag that comes in at ``spot`` of the viewport, which may lie above or below it."""
        self._carried = people_in(event.mimeData(), self._board)
        if not self._carried or not event.possibleActions() & ACTIONS:
            event.ignore()
            return
        self.over.emit(True)
        self.follow(event, spot)

    def follow(self, event: QDragMoveEvent, spot: QPoint) -> None:
        """Show where the people would land, and scroll when they are held at an edge."""
        if not self._carried:
            event.ignore()
            return
        self._pointer = spot
        self._point()
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if min(spot.y(), self.viewport().height() - spot.y()) < metrics().px(_EDGE):
            self._edge.start()
        else:
            self._edge.stop()
        self.pointed.emit(spot)

    def let_go(self, event: QDropEvent, spot: QPoint) -> None:
        """Take the people who are dropped at ``spot``."""
        people = self._carried or people_in(event.mimeData(), self._board)
        self.leave()
        if not people:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(people, self.gap_at(spot.y()))

    def leave(self) -> None:
        """Forget a drag that went elsewhere."""
        self._edge.stop()
        self._carried = ()
        if self._gap is not None:
            self._gap = None
            self.viewport().update()
        self.over.emit(False)

    def _point(self) -> None:
        gap = self._landing(self, self._carried, self.gap_at(self._pointer.y()))
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def _scroll_at_edge(self) -> None:
        edge, height = metrics().px(_EDGE), self.viewport().height()
        y = self._pointer.y()
        depth = edge - y if y < edge else edge - (height - y)
        step = max(1, min(_FASTEST, depth * _FASTEST // edge))
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + (-step if y < edge else step))
        if bar.value() == before:
            self._edge.stop()
        else:
            self._point()
            # The line and the gaps were scrolled as pixels and lie elsewhere now.
            self.viewport().update()

    def hideEvent(self, event: QEvent) -> None:
        self._edge.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap is None:
            return
        painter = QPainter(self.viewport())
        sizes = metrics()
        card, high = self.row_rect(0), sizes.px(3)
        middle = max(high, min(self.gap_height(self._gap), self.viewport().height() - high))
        line = QRect(card.left(), middle - high // 2, card.width(), high)
        rounded(painter, line, current_theme().color("accent"), None, high / 2)


def _at_the_pointer(_list: DropList, _people: Sequence[int], gap: int) -> int | None:
    return gap

"""Dragging on the board as Qt delivers it: enter, move, drop, leave, on the viewport of a list."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from netdesk.ui.pages.board.drop_list import DropList

_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


def drag_over(cards: DropList, data: QMimeData, spot: QPoint) -> bool:
    """Bring a drag above a list at ``spot`` of its viewport; whether the list takes it."""
    enter = QDragEnterEvent(spot, _ACTIONS, data, _LEFT, _NONE)
    QApplication.sendEvent(cards.viewport(), enter)
    move = QDragMoveEvent(spot, _ACTIONS, data, _LEFT, _NONE)
    QApplication.sendEvent(cards.viewport(), move)
    return enter.isAccepted() and move.isAccepted()


def drag_away(cards: DropList) -> None:
    """Let a drag leave a list, as Esc and a drop elsewhere do."""
    QApplication.sendEvent(cards.viewport(), QDragLeaveEvent())


def let_go(cards: DropList, data: QMimeData, spot: QPoint) -> bool:
    """Drop at ``spot``; whether the list took it."""
    drop = QDropEvent(QPointF(spot), _ACTIONS, data, _LEFT, _NONE)
    QApplication.sendEvent(cards.viewport(), drop)
    return drop.isAccepted()


def below_row(cards: DropList, row: int) -> QPoint:
    """A spot in the gap below the card of a row; -1 is above the first."""
    rect = cards.row_rect(max(0, row))
    return QPoint(rect.center().x(), rect.top() - 3 if row < 0 else rect.bottom() + 3)

"""Lifting cards: what travels with the pointer, and how it looks.

The data is of a private kind that no other program takes; it names the board it comes from, so that a card never
lands in another workspace.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QDrag, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from netdesk.services.board_query import BoardCard
from netdesk.ui.pages.board.card_delegate import CardDelegate
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_CARD, Type, metrics
from netdesk.ui.widgets.paint import rounded, soft_shadow

MIME = "application/x-netdesk-people"
ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
_TILT = 2.0
_SHADOW = 18
_SHADE = 0.55
_BADGE = 22


def people_data(board: str, people: Sequence[int]) -> QMimeData:
    """Pack the ids of people of a board."""
    data = QMimeData()
    data.setData(MIME, json.dumps({"board": board, "people": list(people)}).encode())
    return data


def people_in(data: QMimeData, board: str) -> tuple[int, ...]:
    """The people of this board in what is dragged; empty for anything else."""
    if not data.hasFormat(MIME):
        return ()
    try:
        held = json.loads(bytes(data.data(MIME).data()))
    except ValueError:
        return ()
    if not isinstance(held, dict) or held.get("board") != board:
        return ()
    people = held.get("people")
    if not isinstance(people, list) or not all(isinstance(one, int) for one in people):
        return ()
    return tuple(people)


def lift(source: QWidget, data: QMimeData, picture: QPixmap, hot_spot: QPoint) -> Qt.DropAction:
    """Drag until the button is let go or Esc is pressed; gives what was done with it."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(picture)
    drag.setHotSpot(hot_spot)
    done: Qt.DropAction = drag.exec(ACTIONS, Qt.DropAction.MoveAction)
    return done


def lifted_picture(
    delegate: CardDelegate, card: BoardCard, size: QSize, count: int, ratio: float, grip: QPoint
) -> tuple[QPixmap, QPoint]:
    """The card slightly turned on a soft shadow, with a count when several travel; and where ``grip`` is on it."""
    sizes = metrics()
    turn = QTransform().rotate(_TILT)
    margin = sizes.px(_SHADOW) + sizes.px(6)
    turned = turn.mapRect(QRectF(0, 0, size.width(), size.height()))
    whole = QSize(round(turned.width()) + 2 * margin, round(turned.height()) + 2 * margin)
    picture = QPixmap(whole * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
        | QPainter.RenderHint.TextAntialiasing
    )
    painter.translate(margin - turned.left(), margin - turned.top())
    painter.setTransform(turn, True)
    rect = QRect(QPoint(0, 0), size)
    theme = current_theme()
    painter.setOpacity(_SHADE)
    soft_shadow(painter, rect, theme, sizes.px(RADIUS_CARD), sizes.px(_SHADOW))
    painter.setOpacity(1)
    if count > 1:
        under = rect.translated(sizes.px(4), sizes.px(4))
        rounded(painter, under, theme.color("panel"), theme.color("accent"), sizes.px(RADIUS_CARD))
    painter.drawPixmap(rect, _flat(delegate, card, size, ratio))
    rounded(painter, rect, None, theme.color("accent"), sizes.px(RADIUS_CARD), 1.5)
    if count > 1:
        _badge(painter, rect, count)
    painter.end()
    held = turn.map(QPoint(grip)) + QPoint(margin - round(turned.left()), margin - round(turned.top()))
    return picture, held


def _flat(delegate: CardDelegate, card: BoardCard, size: QSize, ratio: float) -> QPixmap:
    """The card straight and twice as fine: letters drawn turned would stand unevenly."""
    picture = QPixmap(size * (2 * ratio))
    picture.setDevicePixelRatio(2 * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    # The photo as the board has it already: a finer one would have to be waited for.
    delegate.paint_card(painter, QRect(QPoint(0, 0), size), card, photo_ratio=ratio)
    painter.end()
    return picture


def _badge(painter: QPainter, card: QRect, count: int) -> None:
    theme, sizes = current_theme(), metrics()
    text = f"{count:,}"
    painter.setFont(sizes.font(Type.SECONDARY_STRONG))
    high = sizes.px(_BADGE)
    wide = max(high, painter.fontMetrics().horizontalAdvance(text) + sizes.px(12))
    box = QRect(card.right() - wide + sizes.px(8), card.top() - sizes.px(8), wide, high)
    rounded(painter, box, theme.color("accent"), None, high / 2)
    painter.setPen(theme.color("on-accent"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

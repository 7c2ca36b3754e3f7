"""Paints the cells of the audit: who it is, the level as dots, and a tick, a dash or a booked day for each mark."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from netdesk.method.groups import Answer, booked_words
from netdesk.services.group_audit import MemberLine
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.groups.matrix_model import ANSWER, LEVEL, LINE, MEMBER, Index
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import Metrics, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.paint import focus_ring, text_line
from netdesk.ui.widgets.pips import paint_pips

ROW_HEIGHT = 45
AVATAR, EDGE, GAP = 28, 10, 20
_SIGN = 17
_HAND = 4
_DASH = "—"
_NARROW = 200
"""Logical pixels below which the firm stands under the name instead of beside it."""


class MatrixDelegate(QStyledItemDelegate):
    """A mark given by hand has a small dot beside it. Signs are drawn once for each size, colour and screen."""

    def __init__(self, photos: Photos, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._today = today
        self.by_key = False
        """Whether keys walk in the table, so that the ring shows where they act."""
        self._sizes: Metrics | None = None
        self._name, self._firm = QFont(), QFont()
        self._signs: dict[tuple[str, int, int, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(metrics().px(60), metrics().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, MemberLine):
            return
        theme, sizes = current_theme(), self._dressed()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent-soft"))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("line"))
        column = index.column()
        if column == MEMBER:
            self._paint_member(painter, box, line, theme, sizes)
        elif column == LEVEL:
            paint_pips(painter, box, line.level, theme)
        else:
            answer = index.data(ANSWER)
            if state & QStyle.StateFlag.State_MouseOver and not state & QStyle.StateFlag.State_Selected:
                painter.fillRect(box.adjusted(0, 0, 0, -1), theme.color("hover"))
            if isinstance(answer, Answer):
                self._paint_answer(painter, box, answer, theme, sizes)
        by_key = self.by_key or bool(state & QStyle.StateFlag.State_KeyboardFocusChange)
        if by_key and state & QStyle.StateFlag.State_HasFocus:
            edge = sizes.px(EDGE) if column == LEVEL else 0
            focus_ring(painter, box.adjusted(2 - edge, 2, -2, -3), theme, sizes.px(6))

    def _paint_member(
        self, painter: QPainter, box: QRect, line: MemberLine, theme: Theme, sizes: Metrics
    ) -> None:
        side = sizes.px(AVATAR)
        left = box.left() + sizes.px(EDGE)
        picture = QRect(left, box.top() + (box.height() - side) // 2, side, side)
        photo = self._photos.pixmap(line.photo, side, painter.device().devicePixelRatioF())
        paint_avatar(painter, picture, line.initials, line.hue, theme, photo)
        words = QRect(picture.right() + 1 + sizes.px(GAP), box.top(), 0, box.height() - 1)
        words.setRight(box.right() - sizes.px(EDGE + GAP // 2))
        sign = sizes.px(13) if line.learned else 0
        words.setRight(words.right() - (sign + sizes.px(6) if sign else 0))
        left_the_group = line.left is not None
        name_ink = theme.color("text-2" if left_the_group else "text")
        firm = line.organisation if line.organisation != line.name else ""
        firm = " · ".join(part for part in (firm, line.role, "left" if left_the_group else "") if part)
        if firm and words.width() < sizes.px(_NARROW):
            half = words.height() // 2
            upper = QRect(words.left(), words.top() + sizes.px(5), words.width(), half - sizes.px(4))
            lower = QRect(words.left(), words.top() + half, words.width(), half - sizes.px(4))
            text_line(painter, upper, line.name, self._name, name_ink)
            text_line(painter, lower, firm, self._firm, theme.color("faint"))
            end = words.right()
        else:
            end = words.left() + text_line(painter, words, line.name, self._name, name_ink) + sizes.px(5)
            words.setLeft(end)
            if firm and words.width() > sizes.px(24):
                end += text_line(painter, words, firm, self._firm, theme.color("faint"))
        if sign:
            place = QRect(end + sizes.px(6), box.center().y() - sign // 2, sign, sign)
            paint_icon(painter, place, Icon.LEARN, theme.color("faint"))

    def _paint_answer(
        self, painter: QPainter, box: QRect, answer: Answer, theme: Theme, sizes: Metrics
    ) -> None:
        middle = box.adjusted(0, 0, 0, -1).center()
        if not answer.yes and answer.booked is not None:
            words = booked_words(answer.booked, self._today())
            chip = QRect(QPoint(0, 0), chip_size(words))
            chip.moveCenter(middle)
            paint_chip(painter, chip, words, theme, Tone.WARN)
            return
        name, role = (Icon.DONE, "good") if answer.yes else ("", "text-3")
        sign = self._sign(name, theme, role, sizes, painter.deviceTransform().m11() or 1.0)
        side = sizes.px(_SIGN)
        painter.drawPixmap(_on_the_grid(painter, middle.x() - side // 2, middle.y() - side // 2), sign)
        if answer.by == "hand":
            dot = sizes.px(_HAND)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("faint"))
            painter.drawEllipse(middle.x() + side // 2 + sizes.px(3), middle.y() - dot // 2, dot, dot)
            painter.restore()

    def _sign(self, name: str, theme: Theme, role: str, sizes: Metrics, ratio: float) -> QPixmap:
        """The tick or the dash as a picture: drawing letters 2,500 times takes longer than a frame."""
        side = sizes.px(_SIGN)
        color = theme.color(role)
        key = (name, side, color.rgb(), ratio)
        if key not in self._signs:
            picture = QPixmap(round(side * ratio), round(side * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            box = QRect(0, 0, side, side)
            if name:
                paint_icon(painter, box, name, color)
            else:
                text_line(painter, box, _DASH, self._firm, color, Qt.AlignmentFlag.AlignCenter)
            painter.end()
            self._signs[key] = picture
        return self._signs[key]

    def _dressed(self) -> Metrics:
        sizes = metrics()
        if sizes != self._sizes:
            self._sizes = sizes
            self._name = sizes.font(Type.BODY_STRONG)
            self._firm = sizes.font(Type.SECONDARY)
        return sizes


def name_left() -> int:
    """Where the names begin in the cell of a member, in pixels."""
    sizes = metrics()
    return sizes.px(EDGE) + sizes.px(AVATAR) + sizes.px(GAP)


def _on_the_grid(painter: QPainter, left: int, top: int) -> QPointF:
    """The place nearest to this one that lies on whole pixels of the screen, where pictures stay sharp."""
    way = painter.deviceTransform()
    across, down = way.m11() or 1.0, way.m22() or 1.0
    return QPointF(
        (round(left * across + way.dx()) - way.dx()) / across,
        (round(top * down + way.dy()) - way.dy()) / down,
    )


def two_lines(head: str, font: QFont) -> int:
    """The room a head takes on at most two lines."""
    ruler = QFontMetrics(font)
    words = head.split()
    splits = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    widths = [max(ruler.horizontalAdvance(line) for line in split) for split in splits]
    return min(widths, default=ruler.horizontalAdvance(head))

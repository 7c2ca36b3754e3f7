"""Paints an introduction in the list of them: the two, why or what came of it, and where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from netdesk.method.introductions import IntroductionState
from netdesk.method.names import hue_index, initials
from netdesk.services.introductions import IntroductionLine
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.delegates.row_painting import chip_at_right, paint_ground, paint_ring
from netdesk.ui.models.paged_ids import RowRole
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import ICON, L, M, S, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.chip import Tone, paint_chip
from netdesk.ui.widgets.paint import one_line, text_line

ROW_HEIGHT = 58
_SIDE = 30
_SHOWN = 200
_Index = QModelIndex | QPersistentModelIndex
_TONES = {
    IntroductionState.PROPOSED: Tone.WARN,
    IntroductionState.MADE: Tone.PLAIN,
    IntroductionState.MET: Tone.ACCENT,
    IntroductionState.BUSINESS: Tone.GOOD,
    IntroductionState.NOTHING: Tone.PLAIN,
}


class IntroductionDelegate(QStyledItemDelegate):
    """Two pictures at the left, two lines, the chip at the right."""

    def __init__(
        self, photos: Photos, when: Callable[[IntroductionLine], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._photos = photos
        self._when = when

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(metrics().px(200), metrics().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: IntroductionLine | None = index.data(RowRole)
        if row is None:
            return
        theme, sizes = current_theme(), metrics()
        rect: QRect = option.rect
        paint_ground(painter, option, theme, last=False)
        left = self._pictures(painter, rect, row, theme)
        chip = chip_at_right(rect, row.state.label)
        paint_chip(painter, chip, row.state.label, theme, _TONES[row.state])
        words = QRect(left, rect.top(), chip.left() - sizes.px(M) - left, rect.height())
        small = sizes.font(Type.SECONDARY)
        upper, lower = QFontMetrics(sizes.font(Type.BODY_STRONG)).height(), QFontMetrics(small).height()
        top = rect.center().y() - (upper + lower) // 2
        _names(painter, QRect(words.left(), top, words.width(), upper), row, theme)
        second = QRect(words.left(), top + upper, words.width(), lower)
        said = one_line(" · ".join(part for part in (self._when(row), row.outcome or row.why) if part))
        text_line(painter, second, said[:_SHOWN], small, theme.color("text-2"))
        paint_ring(painter, option, theme)

    def _pictures(self, painter: QPainter, rect: QRect, row: IntroductionLine, theme: Theme) -> int:
        """Draw the two side by side and tell where the words begin."""
        sizes = metrics()
        side, left = sizes.px(_SIDE), rect.left() + sizes.px(L)
        ratio = painter.device().devicePixelRatioF()
        for name, photo in ((row.person, row.photo), (row.other, row.other_photo)):
            box = QRect(left, rect.center().y() - side // 2, side, side)
            picture = self._photos.pixmap(photo, side, ratio)
            paint_avatar(painter, box, initials(name), hue_index(name), theme, picture)
            left += side + sizes.px(S - 4)
        return left + sizes.px(M - 4)


def _names(painter: QPainter, place: QRect, row: IntroductionLine, theme: Theme) -> None:
    """Both names with the sign between them; each has at least half of the room."""
    sizes = metrics()
    font, gap, sign = sizes.font(Type.BODY_STRONG), sizes.px(S - 2), sizes.px(ICON - 3)
    ruler, color = QFontMetrics(font), theme.color("text")
    wish, other_wish = (ruler.horizontalAdvance(one_line(name)) + 2 for name in (row.person, row.other))
    room = place.width() - sign - 2 * gap
    width = min(wish, room - min(room // 2, other_wish))
    box = QRect(place.left() + width + gap, place.center().y() - sign // 2, sign, sign)
    left = box.right() + gap
    text_line(painter, QRect(place.left(), place.top(), width, place.height()), row.person, font, color)
    paint_icon(painter, box, Icon.INTRODUCTION, theme.color("text-2"))
    rest = QRect(left, place.top(), place.right() - left, place.height())
    text_line(painter, rest, row.other, font, color)

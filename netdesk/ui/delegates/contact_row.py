"""A person in a list: picture, name, organisation, and the level as five dots.

``ContactRowDelegate(photos, level_names, today, parent=None)`` paints a ``ContactRow`` found under ``RowRole``;
``spoken(row, level_names, today)`` is the sentence for a screen reader.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from netdesk.method.dates import due_words, relative_day
from netdesk.services.contact_rows import ContactRow
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.delegates.tipped import TippedDelegate
from netdesk.ui.models.paged_ids import RowRole
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_BUTTON, Metrics, Type, metrics
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.paint import focus_ring, rounded, text_line
from netdesk.ui.widgets.pips import paint_pips, pips_size

ROW_HEIGHT = 52
_AVATAR = 32
_EDGE = 12
_PAD = 10
_Index = QModelIndex | QPersistentModelIndex


def spoken(row: ContactRow, level_names: Mapping[int, str], today: date) -> str:
    """Say a row: "Grace Adeyemi, Owner, Bright Copy, level 3 Equally engaged, last contact 9 d ago"."""
    parts = [row.name]
    parts += [part for part in (row.role, row.organisation) if part and part != row.name]
    if row.level:
        parts.append(f"level {row.level} {level_names.get(row.level, '')}".strip())
    else:
        parts.append("on no level")
    if row.follow_up_on is not None:
        parts.append(f"follow-up {due_words(row.follow_up_on, today)}")
    if row.last_contact_on is not None:
        parts.append(f"last contact {relative_day(row.last_contact_on, today)}")
    if row.archived:
        parts.append("archived")
    if row.binned:
        parts.append("in the bin")
    return ", ".join(parts)


class ContactRowDelegate(TippedDelegate):
    """Paints; fonts and sizes are made once for each interface font, because a page of rows is painted in one go."""

    def __init__(
        self,
        photos: Photos,
        level_names: Mapping[int, str],
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._photos = photos
        self._level_names = level_names
        self._today = today
        self._sizes: Metrics | None = None
        self._name_font = QFont()
        self._detail_font = QFont()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(metrics().px(200), metrics().px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(RowRole)
        if row is None:
            return
        theme = current_theme()
        sizes = self._dressed()
        state = option.state
        box = option.rect.adjusted(sizes.px(_EDGE), 0, -sizes.px(_EDGE), 0)
        if state & QStyle.StateFlag.State_Selected:
            rounded(painter, box, theme.color("accent-soft"), None, sizes.px(RADIUS_BUTTON))
        elif state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, box, theme.color("hover"), None, sizes.px(RADIUS_BUTTON))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            focus_ring(painter, box, theme, sizes.px(RADIUS_BUTTON))
        side = sizes.px(_AVATAR)
        left = box.left() + sizes.px(_PAD)
        picture = QRect(left, box.top() + (box.height() - side) // 2, side, side)
        photo = self._photos.pixmap(row.photo, side, painter.device().devicePixelRatioF())
        paint_avatar(painter, picture, row.initials, row.hue, theme, photo)
        dots = pips_size()
        dots_left = box.right() + 1 - sizes.px(_PAD) - dots.width()
        paint_pips(painter, QRect(dots_left, box.top(), dots.width(), box.height()), row.level, theme)
        words = QRect(
            picture.right() + 1 + sizes.px(_PAD),
            box.top(),
            dots_left - picture.right() - 1 - 2 * sizes.px(_PAD),
            box.height(),
        )
        self._words(painter, words, row)

    def _words(self, painter: QPainter, box: QRect, row: ContactRow) -> None:
        theme = current_theme()
        detail = row.organisation if row.organisation and row.organisation != row.name else row.role
        if not detail:
            text_line(painter, box, row.name, self._name_font, theme.color("text"))
            return
        half = box.height() // 2
        sizes = self._dressed()
        upper = QRect(box.left(), box.top() + sizes.px(7), box.width(), half - sizes.px(7))
        lower = QRect(box.left(), box.top() + half, box.width(), half - sizes.px(8))
        text_line(painter, upper, row.name, self._name_font, theme.color("text"))
        text_line(painter, lower, detail, self._detail_font, theme.color("text-2"))

    def tip(self, index: _Index, box: QRect, spot: QPoint) -> str:
        """The row in words, where it may be cut or shown by dots alone."""
        row = index.data(RowRole)
        return "" if row is None else spoken(row, self._level_names, self._today())

    def _dressed(self) -> Metrics:
        sizes = metrics()
        if sizes != self._sizes:
            self._sizes = sizes
            self._name_font = sizes.font(Type.BODY_STRONG)
            self._detail_font = sizes.font(Type.SECONDARY)
        return sizes

"""The list of pictures at the left of the scanner: a small picture, whose card it is, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from netdesk.services.card_reading import FieldKind
from netdesk.ui.scanning.shots import Shot, ShotRole
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.paint import focus_ring, rounded, text_line

_HEIGHT = 58
_PICTURE = QSize(56, 40)
_Index = QModelIndex | QPersistentModelIndex


def shown_title(shot: Shot) -> str:
    """Whose card it is, as far as that is known; else the file’s name."""
    for kind in (FieldKind.NAME, FieldKind.ORGANISATION, FieldKind.EMAIL):
        found = next((one.value for one in shot.fields if one.kind is kind and one.value.strip()), "")
        if found:
            return found[:200]
    return shot.name[:200]


class ShotDelegate(QStyledItemDelegate):
    """Paints one picture’s row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(metrics().px(120), metrics().px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shot = index.data(ShotRole)
        if shot is None:
            return
        theme, sizes = current_theme(), metrics()
        rect = option.rect.adjusted(sizes.px(4), sizes.px(2), -sizes.px(4), -sizes.px(2))
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, rect, theme.color("accent-soft"), None, sizes.px(8))
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, rect, theme, sizes.px(8))
        width, height = sizes.px(_PICTURE.width()), sizes.px(_PICTURE.height())
        box = QRect(rect.left() + sizes.px(S), rect.center().y() - height // 2, width, height)
        self._picture(painter, box, shot)
        words = QRect(box.right() + sizes.px(M), rect.top(), rect.right() - box.right() - sizes.px(M + 4), 0)
        upper, lower = QRect(words), QRect(words)
        line = sizes.px(19)
        upper.setTop(rect.center().y() - line)
        upper.setHeight(line)
        lower.setTop(rect.center().y())
        lower.setHeight(line)
        text_line(painter, upper, shown_title(shot), sizes.font(Type.BODY_MEDIUM), theme.color("text"))
        words_of, tone, glyph = shot.state.value
        ink = theme.color(tone.value[0])
        side = sizes.px(12)
        paint_icon(painter, QRect(lower.left(), lower.center().y() - side // 2 + 1, side, side), glyph, ink)
        lower.adjust(side + sizes.px(5), 0, 0, 0)
        text_line(painter, lower, words_of, sizes.font(Type.SECONDARY), ink)

    def _picture(self, painter: QPainter, box: QRect, shot: Shot) -> None:
        theme, sizes = current_theme(), metrics()
        rounded(painter, box, theme.color("panel-alt"), theme.color("line"), sizes.px(4))
        if shot.thumbnail is None:
            side = sizes.px(18)
            place = QRect(box.center().x() - side // 2, box.center().y() - side // 2, side, side)
            paint_icon(painter, place, Icon.PICTURE, theme.color("text-3"))
            return
        inside = box.adjusted(1, 1, -1, -1)
        upright = shot.thumbnail.transformed(QTransform().rotate(shot.turn))
        size = upright.deviceIndependentSize().toSize()
        size.scale(inside.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(inside.topLeft(), size)
        place.moveCenter(inside.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, upright)


class ShotRows(QListView):
    """Arrows go through the pictures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(ShotDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Pictures"))

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(210), metrics().px(300))

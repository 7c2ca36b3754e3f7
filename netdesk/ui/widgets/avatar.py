"""A person's picture, or initials on a colour.

``paint_avatar(painter, rect, initials, hue, theme, photo=None)`` for delegates;
``Avatar(initials="", hue=0, side=32, photo=None, parent=None)`` with ``set_person(initials, hue, photo)``.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.theme.tokens import Theme


def paint_avatar(
    painter: QPainter, rect: QRect, initials: str, hue: int, theme: Theme, photo: QPixmap | None = None
) -> None:
    """Draw a round picture in the square ``rect``: the photo, else up to two initials on the hue's colour."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    if photo is not None and not photo.isNull():
        path = QPainterPath()
        path.addEllipse(QRectF(rect))
        painter.setClipPath(path)
        painter.drawPixmap(rect, photo, _middle_square(photo.size()))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.avatar(hue))
        painter.drawEllipse(QRectF(rect))
        font = _initials_font(rect.height())
        painter.setFont(font)
        painter.setPen(theme.color("on-avatar"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials[:2])
    painter.restore()


def _initials_font(side: int) -> QFont:
    font = metrics().font(Type.LABEL_STRONG)
    font.setWeight(QFont.Weight.Bold)
    font.setPixelSize(max(7, round(side * 0.345)))
    return font


def _middle_square(size: QSize) -> QRect:
    side = min(size.width(), size.height())
    return QRect(QPoint((size.width() - side) // 2, (size.height() - side) // 2), QSize(side, side))


class Avatar(QWidget):
    """A person's picture as a widget; ``side`` is in logical pixels at the usual font size."""

    def __init__(
        self,
        initials: str = "",
        hue: int = 0,
        side: int = 32,
        photo: QPixmap | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._initials = initials
        self._hue = hue
        self._photo = photo
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(self, initials: str, hue: int, photo: QPixmap | None = None) -> None:
        """Show somebody else."""
        self._initials, self._hue, self._photo = initials, hue, photo
        self.update()

    def sizeHint(self) -> QSize:
        side = metrics().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, self.rect(), self._initials, self._hue, current_theme(), self._photo)

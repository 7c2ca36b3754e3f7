"""A small picture and a name that open the person: one of the two of a fit or an introduction."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.method.names import hue_index, initials
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import LEFT, focus_ring, one_line, text_line

_SIDE = 28


class PersonTag(QAbstractButton):
    """``opened(object)`` carries the id. A name without room is cut and told by the tooltip."""

    opened = Signal(object)

    def __init__(
        self,
        person_id: int,
        name: str,
        organisation: str = "",
        photo: str = "",
        photos: Photos | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._person_id, self._name, self._photo, self._photos = person_id, name, photo, photos
        self.setAccessibleName(one_line(f"Open {name}"))
        self.setToolTip(plain_tooltip(", ".join(part for part in (name, organisation) if part)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._clicked)
        if photos is not None and photo:
            photos.arrived.connect(self.update)

    def _clicked(self) -> None:
        self.opened.emit(self._person_id)

    def sizeHint(self) -> QSize:
        sizes = metrics()
        words = QFontMetrics(sizes.font(Type.BODY_STRONG)).horizontalAdvance(one_line(self._name)) + 4
        return QSize(sizes.px(_SIDE) + sizes.px(S) + words, sizes.px(_SIDE + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), metrics().px(96)), metrics().px(_SIDE + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        side = sizes.px(_SIDE)
        box = QRect(0, (self.height() - side) // 2, side, side)
        picture = None
        if self._photos is not None:
            picture = self._photos.pixmap(self._photo, side, self.devicePixelRatioF())
        paint_avatar(painter, box, initials(self._name), hue_index(self._name), theme, picture)
        left = side + sizes.px(S)
        role = "accent" if self.underMouse() else "text"
        room = QRect(left, 0, self.width() - left, self.height())
        text_line(painter, room, self._name, sizes.font(Type.BODY_STRONG), theme.color(role), LEFT)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, sizes.px(6))

"""The picture of a card, large over the window: ``show_card_picture(shell, card)``; Esc closes it."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.services.photos import photo
from netdesk.services.workspaces import Workspace
from netdesk.ui.pictures import PictureReader
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, M, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import ElidedLabel
from netdesk.ui.widgets.paint import one_line

_MOST_PIXELS = 60_000_000
_SHARE = 0.78
"""Of the window, at most."""


class Pictured(Protocol):
    """A card: whose it is, and the address of its picture."""

    @property
    def name(self) -> str: ...

    @property
    def photo(self) -> str | None: ...


def show_card_picture(shell: Shell, card: Pictured) -> None:
    """Read the picture off the window's thread and show it as large as it fits; a toast when it cannot be shown."""
    if not card.photo:
        shell.toast("This card has no picture.")
        return
    ratio = shell.window.devicePixelRatioF()
    room = QSize(round(shell.window.width() * _SHARE), round(shell.window.height() * _SHARE))

    def show(image: QImage | None) -> None:
        if image is None:
            shell.toast("The picture of this card cannot be shown.")
            return
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        shown = CardPicture(picture, card.name)
        overlay = shell.show_overlay(shown, width=round(shown.sizeHint().width() / metrics().scale) + 2)
        shown.close_button.clicked.connect(overlay.close_overlay)

    shell.desk.ask(shell, "card picture", partial(_read, card.photo, room * ratio), show)


class CardPicture(QWidget):
    """Whose card it is, and the picture."""

    def __init__(self, picture: QPixmap, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        shown = one_line(name)[:200]
        self.setAccessibleName(f"Picture of the card of {shown}")
        self.close_button = icon_button(Icon.CLOSE, "Close", "Esc", framed=False)
        head = QHBoxLayout()
        head.setContentsMargins(sizes.px(L), sizes.px(M), sizes.px(M), sizes.px(M))
        head.addWidget(ElidedLabel(f"Card of {shown}", Type.SECTION, "text"), 1)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, sizes.px(L))
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(_Image(picture), 1, Qt.AlignmentFlag.AlignHCenter)


class _Image(QWidget):
    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture
        self.setFixedSize(picture.deviceIndependentSize().toSize())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._picture)


def _read(address: str, room: QSize, ws: Workspace) -> QImage | None:
    data = photo(ws, address)
    return None if data is None else fitted(data, room)


def fitted(data: bytes, room: QSize) -> QImage | None:
    """Decode a picture no larger than ``room``; None when it cannot be read or is vast."""
    reader = PictureReader(data)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return None
    image = reader.read()
    if image.isNull():
        return None
    if image.width() > room.width() or image.height() > room.height():
        image = image.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return image

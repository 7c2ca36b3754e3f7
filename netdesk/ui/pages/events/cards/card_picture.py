"""The picture of a card, shown over the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from netdesk.services.cards import CardLine
from netdesk.services.photos import photo
from netdesk.services.workspaces import Workspace
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import L, M, Type, metrics
from netdesk.ui.widgets.labels import ElidedLabel
from netdesk.ui.widgets.paint import one_line

_WIDEST = QSize(760, 520)
_LARGEST = 12_000
"""Pixels along one side above which a picture is not decoded at all."""


def show_card_picture(shell: Shell, line: CardLine) -> None:
    """Read the picture off the window's thread and show it; a toast when it cannot be shown."""
    address = line.photo
    if address is None:
        shell.toast("This card has no picture.")
        return
    size = _WIDEST * metrics().scale
    shell.desk.ask(shell, "card picture", partial(_decoded, address, size), partial(_show, shell, line.name))


def _decoded(address: str, size: QSize, ws: Workspace) -> QImage | None:
    data = photo(ws, address)
    if data is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    found = reader.size()
    if not found.isValid() or max(found.width(), found.height()) > _LARGEST:
        return None
    image = reader.read()
    if image.isNull():
        return None
    return image.scaled(
        size.boundedTo(image.size()),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _show(shell: Shell, name: str, image: QImage | None) -> None:
    if image is None:
        shell.toast("That picture cannot be shown.")
        return
    sizes = metrics()
    card = QWidget()
    card.setAccessibleName(f"Picture of {one_line(name)[:60]}’s card")
    column = QVBoxLayout(card)
    column.setContentsMargins(sizes.px(L), sizes.px(M), sizes.px(L), sizes.px(L))
    column.addWidget(ElidedLabel(name, Type.SECTION, "text"))
    shown = QLabel()
    shown.setPixmap(QPixmap.fromImage(image))
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(shown)
    shell.show_overlay(card, width=round((image.width() + 2 * sizes.px(L)) / sizes.scale) + 2)

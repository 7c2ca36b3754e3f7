"""The large round picture of a person: a button to choose another, and a place to drop one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.avatar import paint_avatar
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import focus_ring


class Portrait(QAbstractButton):
    """Shows a photo or initials. ``file_dropped(Path)`` and ``image_dropped(QImage)`` tell of a drop."""

    file_dropped = Signal(object)
    image_dropped = Signal(object)

    def __init__(self, side: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._initials, self._hue = "", 0
        self._photo: QPixmap | None = None
        self._over = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Picture"))
        self.setToolTip(plain_tooltip(self.tr("Choose a picture, or drop one here")))

    def set_person(self, initials: str, hue: int, photo: QPixmap | None) -> None:
        """Show somebody else."""
        self._initials, self._hue, self._photo = initials, hue, photo
        self.update()

    def pixels(self) -> int:
        """The side in logical pixels at the present font size."""
        return metrics().px(self._side)

    def sizeHint(self) -> QSize:
        return QSize(self.pixels(), self.pixels())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasImage() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        data = event.mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.file_dropped.emit(files[0])
        elif data.hasImage():
            image = data.imageData()
            if isinstance(image, QImage):
                self.image_dropped.emit(image)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        paint_avatar(painter, self.rect(), self._initials, self._hue, theme, self._photo)
        if self.hasFocus() or self._over:
            focus_ring(painter, self.rect(), theme, self.height() / 2)

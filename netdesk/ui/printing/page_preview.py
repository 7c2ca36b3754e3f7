"""Pages as they will come out of the printer, on the screen: drawn by the same code, sharp at any scale.

``PagePreview(parent=None)``; ``show_sheet(laid)``, ``set_zoom(Zoom.ACTUAL)``; ``sheet()``, ``scale()``.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from netdesk.ui.printing.page_layout import LaidSheet
from netdesk.ui.printing.painting import paint_page
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_OVERLAY, L, metrics
from netdesk.ui.widgets.paint import focus_ring, rounded, soft_shadow

_LEAST_SCALE = 0.2
_PAPER_WHITE = "#FFFFFF"


class Zoom(Enum):
    """How large the paper is shown."""

    FIT_WIDTH = 0
    ACTUAL = 1


class PagePreview(QScrollArea):
    """The pages below one another; arrows, Page Up and Page Down scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = Zoom.FIT_WIDTH
        self._pages = _Pages()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._pages)
        self._pages.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        # Always there: else showing it would make the paper narrower, and hiding it wider again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_sheet(self, laid: LaidSheet) -> None:
        """Show another sheet, or the same one laid out anew; the place scrolled to is kept."""
        self._pages.laid = laid
        count = len(laid.pages)
        pages = self.tr("1 page") if count == 1 else self.tr("{0} pages").format(count)
        self.setAccessibleName(self.tr("Preview of {0}, {1}").format(laid.title, pages))
        self._fit()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the paper as wide as the view, or in its real size (96 dots to the inch)."""
        self._zoom = zoom
        self._fit()

    def sheet(self) -> LaidSheet | None:
        """Give the sheet that is shown."""
        return self._pages.laid

    def scale(self) -> float:
        """Give the size the paper is shown in; 1 is its real size."""
        return self._pages.scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        # The left corners are those of the card it lies in.
        radius = metrics().px(RADIUS_OVERLAY)
        ground = self.viewport().rect().adjusted(0, 0, radius, 0)
        rounded(painter, ground, current_theme().color("window"), None, radius)
        if self.hasFocus():
            focus_ring(painter, self.viewport().rect(), current_theme(), 2)

    def _fit(self) -> None:
        laid = self._pages.laid
        if laid is None:
            return
        room = self.viewport().width() - 2 * metrics().px(L)
        fit = max(_LEAST_SCALE, room / laid.paper.width)
        self._pages.set_scale(fit if self._zoom is Zoom.FIT_WIDTH else 1)


class _Pages(QWidget):
    """All pages; only those in sight are drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.laid: LaidSheet | None = None
        self.scale = 1.0

    def set_scale(self, scale: float) -> None:
        self.scale = scale
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        if self.laid is None:
            return QSize(0, 0)
        gap = metrics().px(L)
        page = self._page_size(self.laid)
        count = len(self.laid.pages)
        return QSize(page.width() + 2 * gap, count * page.height() + (count + 1) * gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        laid = self.laid
        if laid is None:
            return
        theme = current_theme()
        gap = metrics().px(L)
        size = self._page_size(laid)
        painter = QPainter(self)
        for number, page in enumerate(laid.pages):
            box = QRect(gap, gap + number * (size.height() + gap), size.width(), size.height())
            if not box.adjusted(-gap, -gap, gap, gap).intersects(event.rect()):
                continue
            soft_shadow(painter, box, theme, 2, metrics().px(6))
            rounded(painter, box, QColor(_PAPER_WHITE), theme.color("line"), 1)
            painter.save()
            painter.setClipRect(QRectF(box))
            painter.translate(box.topLeft())
            painter.scale(self.scale, self.scale)
            paint_page(painter, page)
            painter.restore()

    def _page_size(self, laid: LaidSheet) -> QSize:
        return QSize(round(laid.paper.width * self.scale), round(laid.paper.height * self.scale))

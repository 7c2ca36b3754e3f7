"""A rounded card with an optional header row.

``Panel(title="", detail="", action="", parent=None, edge=None, glyph=None)``: ``body`` is its vertical
layout, ``header`` the header's layout; ``set_title``, ``set_detail``, ``add_to_header(widget)``.
Signal ``action_clicked()``. ``edge`` is a colour role for the strip at the side (``"bad"``) or, with
``edge_on_top=True``, at the top.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_CARD, L, M, S, Type, metrics
from netdesk.ui.theme.tokens import Theme
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.labels import ElidedLabel
from netdesk.ui.widgets.paint import rounded


def paint_panel(
    painter: QPainter,
    rect: QRect,
    theme: Theme,
    edge: str | None = None,
    *,
    edge_on_top: bool = False,
    ground: str = "panel",
) -> None:
    """Draw a card's ground and line, and the coloured strip if there is one."""
    radius = metrics().px(RADIUS_CARD)
    rounded(painter, rect, theme.color(ground), theme.color("line"), radius)
    if edge is None:
        return
    strip = metrics().px(4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect), radius, radius)
    cut = QPainterPath()
    if edge_on_top:
        cut.addRect(QRectF(rect.left(), rect.top(), rect.width(), strip))
    else:
        cut.addRect(QRectF(rect.left(), rect.top(), strip, rect.height()))
    painter.fillPath(shape.intersected(cut), theme.color(edge))
    painter.restore()


class Panel(QFrame):
    """A card. Put widgets into ``body``."""

    action_clicked = Signal()

    def __init__(
        self,
        title: str = "",
        detail: str = "",
        action: str = "",
        parent: QWidget | None = None,
        *,
        edge: str | None = None,
        edge_on_top: bool = False,
        glyph: str | None = None,
        detail_right: bool = False,
    ) -> None:
        super().__init__(parent)
        self._edge = edge
        self._edge_on_top = edge_on_top
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.px(L), sizes.px(M), sizes.px(L), sizes.px(L))
        outer.setSpacing(sizes.px(S))
        self.header = QHBoxLayout()
        self.header.setSpacing(sizes.px(M))
        self._title = ElidedLabel(title, Type.SECTION, parent=self)
        self._detail = ElidedLabel(detail, Type.SECONDARY, "faint", self)
        self.header.addWidget(self._title)
        if detail_right:
            self.header.addStretch(1)
            self.header.addWidget(self._detail)
        else:
            self.header.addWidget(self._detail)
            self.header.addStretch(1)
        # Hidden where empty; without a header they stand in no layout.
        if not title:
            self._title.hide()
        if not detail:
            self._detail.hide()
        if action:
            button = quiet_button(action, glyph, small=True)
            button.clicked.connect(self._pressed)
            self.header.addWidget(button)
        self._title.setMinimumHeight(sizes.px(28) if action else sizes.px(24))
        if title or detail or action:
            outer.addLayout(self.header)
        else:
            outer.setContentsMargins(sizes.px(L), sizes.px(L), sizes.px(L), sizes.px(L))
        self.body = QVBoxLayout()
        self.body.setSpacing(sizes.px(S))
        outer.addLayout(self.body, 1)
        outer.addStretch(0)  # keeps the header at the top while the body is empty
        if title:
            self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Write another title. The panel must have been made with one."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_detail(self, detail: str) -> None:
        """Write another faint detail beside the title."""
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def add_to_header(self, widget: QWidget) -> None:
        """Put a chip or a button at the right end of the header."""
        self.header.addWidget(widget)

    def set_edge(self, role: str | None) -> None:
        """Colour the strip at the edge by role, or take it away."""
        self._edge = role
        self.update()

    def _pressed(self) -> None:
        self.action_clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_panel(painter, self.rect(), current_theme(), self._edge, edge_on_top=self._edge_on_top)

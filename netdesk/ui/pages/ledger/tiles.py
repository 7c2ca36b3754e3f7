"""The four figures over the list: help given and got in a year, introductions, and what is promised."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from netdesk.method.ledger import promises_sentence
from netdesk.services.ledger_list import YearFigures
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import RADIUS_CARD, L, M, S, Type, metrics
from netdesk.ui.widgets.labels import ElidedLabel, Figure, WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import focus_ring, one_line
from netdesk.ui.widgets.panel import paint_panel
from netdesk.ui.widgets.pressable import Pressable


class Tile(Pressable):
    """A card that is one button."""

    def __init__(self, tooltip: str, parent: QWidget | None = None) -> None:
        super().__init__(plain_tooltip(tooltip), parent)
        sizes = metrics()
        self._edge: str | None = None
        self.column.setContentsMargins(sizes.px(L), sizes.px(M + 2), sizes.px(L), sizes.px(M + 2))
        self.column.setSpacing(sizes.px(S))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Ignored, so that the tiles share their row exactly as they are told to.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_edge(self, role: str | None) -> None:
        """Colour the strip at the edge by role, or take it away."""
        self._edge = role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        ground = "hover" if self.underMouse() else "panel"
        paint_panel(painter, self.rect(), theme, self._edge, ground=ground)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, metrics().px(RADIUS_CARD))


class FigureTile(Tile):
    """A figure and what it counts."""

    def __init__(self, tooltip: str, parent: QWidget | None = None) -> None:
        super().__init__(tooltip, parent)
        self.figure = Figure("")
        self.words = WrapLabel("", Type.SECONDARY, "text-2")
        self.words.set_max_lines(2)
        self.column.addWidget(self.figure)
        self.column.addWidget(self.words)
        self.column.addStretch(1)

    def show_figure(self, count: int, words: str) -> None:
        """Show a figure and its words."""
        self.figure.setText(f"{count:,}")
        self.words.setText(words)
        self.setAccessibleName(f"{count:,} {words}")


class PromisesTile(Tile):
    """How many promises are open, and which come first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Show what I promised", parent)
        sizes = metrics()
        self.figure = Figure("")
        self.words = ElidedLabel("", Type.BODY, "text-2")
        first = QHBoxLayout()
        first.setSpacing(sizes.px(4))
        first.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignBottom)
        first.addWidget(self.words, 1, Qt.AlignmentFlag.AlignBottom)
        self.which = ElidedLabel("", Type.SECONDARY, "accent")
        self.column.addLayout(first)
        self.column.addWidget(self.which)
        self.column.addStretch(1)

    def show_figures(self, figures: YearFigures) -> None:
        """Show the open promises."""
        words = promises_sentence(figures.promises, figures.late, figures.most_days_late)
        self.figure.setText(f"{figures.promises:,}")
        self.words.setText(words)
        which = " · ".join(one_line(line.words)[:60] for line in figures.first)
        self.which.setText(which or "A small one is a good beginning.")
        self.set_edge("bad" if figures.late else None)
        self.setAccessibleName(f"{figures.promises:,} {words}. {which}")


def introductions_words(figures: YearFigures) -> str:
    """Say what the introductions of the year were: "introductions made, 4 became business"."""
    word = "introduction made" if figures.introductions == 1 else "introductions made"
    return f"{word}, {figures.business:,} became business" if figures.introductions else word

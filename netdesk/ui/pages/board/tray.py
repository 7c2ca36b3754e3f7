"""The tray beside the board: people who were never placed, as small cards to drag from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.pages.board.drop_list import DropList
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import RADIUS_CARD, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import ElidedLabel, Faint, WrapLabel
from netdesk.ui.widgets.paint import rounded

WIDTH = 196


class Tray(QFrame):
    """The unsorted. ``cards`` is the list; ``closed`` when its button folds it away."""

    closed = Signal()

    def __init__(self, cards: DropList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = cards
        self._over = False
        sizes = metrics()
        self.setFixedWidth(sizes.px(WIDTH))
        self.setAccessibleName(self.tr("Unsorted"))
        self._count = Faint("")
        fold = icon_button(Icon.LEFT, self.tr("Fold the tray away"), framed=False, small=True)
        fold.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(sizes.px(M), sizes.px(M), sizes.px(S), 0)
        head.addWidget(ElidedLabel(self.tr("Unsorted"), Type.SECTION, "text"), 1)
        head.addWidget(self._count)
        head.addWidget(fold)
        hint = WrapLabel(self.tr("Drag people to the level that fits"), Type.LABEL, "text-2")
        hint.setContentsMargins(0, 0, 0, 0)
        below = QHBoxLayout()
        below.setContentsMargins(sizes.px(M), 0, sizes.px(M), sizes.px(S))
        below.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(cards, 1)
        cards.over.connect(self._show_over)

    def set_people(self, standing: int) -> None:
        """Show how many cards there are among the ``standing`` nobody has placed."""
        shown = len(self.cards.column().ids())
        self._count.setText(
            f"{shown:,}" if shown == standing else self.tr("{0} of {1}").format(shown, standing)
        )
        self.cards.setAccessibleName(self.tr("Unsorted, {0} people").format(shown))

    def _show_over(self, over: bool) -> None:
        if over != self._over:
            self._over = over
            # Only the line changes; the cards inside need no painting for it.
            edge = metrics().px(RADIUS_CARD)
            self.update(QRegion(self.rect()) - QRegion(self.rect().adjusted(2, edge, -2, -edge)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, radius = current_theme(), metrics().px(RADIUS_CARD)
        line = "accent" if self._over else "line"
        rounded(painter, self.rect(), theme.color("panel-alt"), theme.color(line), radius)

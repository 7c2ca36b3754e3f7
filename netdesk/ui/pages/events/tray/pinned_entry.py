"""*All cards*, above the events of the list: how many cards have no plan, and the way to the tray.

``PinnedCards()``: ``show_no_plan(count)``, ``setChecked(chosen)``; ``clicked`` when it is pressed,
``entered()`` for Enter and →, ``left_downwards()`` when ↓ is pressed.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import RADIUS_CARD, M, S, Type, metrics
from netdesk.ui.widgets.chip import Tone, chip_size, paint_chip
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import focus_ring, rounded, text_line
from netdesk.ui.widgets.tile import paint_icon_tile

WORDS = "All cards"
_TILE = 28


class PinnedCards(QAbstractButton):
    """A line that stays chosen while the tray is shown."""

    left_downwards = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._no_plan = 0
        self.setText(WORDS)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_no_plan(0)

    def show_no_plan(self, count: int) -> None:
        """Show how many cards have no plan."""
        self._no_plan = count
        said = f"{count:,} with no plan" if count else "each has a plan"
        self.setAccessibleName(f"{WORDS}, {said}")
        self.setToolTip(plain_tooltip(f"The cards of all events: {said}"))
        self.update()

    def no_plan(self) -> int:
        """Give the count shown."""
        return self._no_plan

    def sizeHint(self) -> QSize:
        sizes = metrics()
        tallest = max(sizes.px(_TILE), QFontMetrics(sizes.font(Type.BODY_STRONG)).height())
        return QSize(sizes.px(120), tallest + 2 * sizes.px(S))

    def nextCheckState(self) -> None:
        # A press on the entry that is shown leaves it shown.
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        box = self.rect()
        if self.isChecked():
            rounded(painter, box, theme.color("panel"), theme.color("line"), sizes.px(RADIUS_CARD))
        elif self.underMouse():
            rounded(painter, box, theme.color("hover"), None, sizes.px(RADIUS_CARD))
        side = sizes.px(_TILE)
        # As wide as the tile with an event's day, so that the words stand in one line.
        tile = QRect(0, 0, side, side)
        tile.moveCenter(QRect(box.left() + sizes.px(S + 1), box.top(), sizes.px(40), box.height()).center())
        paint_icon_tile(painter, tile, Icon.CARD, theme)
        inside = box.adjusted(sizes.px(40 + S + 1 + M), 0, -sizes.px(M), 0)
        if self._no_plan:
            words = f"{self._no_plan:,}"
            size = chip_size(words)
            chip = QRect(
                inside.right() + 1 - size.width(),
                box.top() + (box.height() - size.height()) // 2,
                size.width(),
                size.height(),
            )
            paint_chip(painter, chip, words, theme, Tone.BAD)
            inside.setRight(chip.left() - sizes.px(S))
        text_line(painter, inside, WORDS, sizes.font(Type.BODY_STRONG), theme.color("text"))
        if self.hasFocus():
            focus_ring(painter, box, theme, sizes.px(RADIUS_CARD))

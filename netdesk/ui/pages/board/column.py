"""One column of the board: head, cards, and at the foot what moves people up."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.levels import Level
from netdesk.ui.pages.board.column_header import ColumnHeader
from netdesk.ui.pages.board.drop_list import DropList
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import RADIUS_CARD, M, S, Type, metrics
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import rounded
from netdesk.ui.widgets.panel import paint_panel

NARROWEST = 188


class Column(QFrame):
    """A level with its people. ``cards`` is the list."""

    menu_wanted = Signal(int)
    """The level whose menu is wanted."""

    def __init__(self, number: int, cards: DropList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.cards = cards
        self._level: Level | None = None
        self._over = False
        self._head = ColumnHeader()
        self._foot = _Foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, metrics().px(4), 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(cards, 1)
        column.addWidget(self._foot)
        self._head.menu_wanted.connect(self._want_menu)
        cards.over.connect(self._show_over)
        self.setMinimumWidth(metrics().px(NARROWEST))
        # Head and foot take cards as well: they are dropped on a level, not on a list.
        self.setAcceptDrops(True)

    def level(self) -> Level | None:
        """The level’s settings, once they were read."""
        return self._level

    def set_level(self, level: Level) -> None:
        """Show a level’s settings."""
        self._level = level
        self._head.set_level(level)
        self._foot.set_text(level.moves_up)
        self.cards.column().set_place(level.name)
        self.setAccessibleName(level.name)

    def set_people(self, standing: int) -> None:
        """Show how many cards there are among the ``standing`` at this level."""
        if self._level is None:
            return
        shown = len(self.cards.column().ids())
        self._head.set_people(shown, standing, self._level)
        self.cards.setAccessibleName(self.tr("{0}, {1} people").format(self._level.name, shown))

    def meaning_height(self, width: int) -> int:
        """The height the meaning wants in a column so wide."""
        return self._head.meaning_height(width)

    def foot_height(self, width: int) -> int:
        """The height the foot wants in a column so wide."""
        return self._foot.wanted_height(width)

    def agree(self, meaning: int, foot: int) -> None:
        """Take the heights all columns agreed on, so that the cards begin and end on one line."""
        self._head.set_meaning_height(meaning)
        self._foot.setFixedHeight(foot)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.cards.enter(event, self._spot(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.cards.follow(event, self._spot(event))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.cards.leave()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.cards.let_go(event, self._spot(event))

    def _spot(self, event: QDropEvent) -> QPoint:
        return self.cards.viewport().mapFrom(self, event.position().toPoint())

    def _want_menu(self) -> None:
        self.menu_wanted.emit(self.number)

    def _show_over(self, over: bool) -> None:
        if over != self._over:
            self._over = over
            # Only the line changes; the cards inside need no painting for it.
            edge = metrics().px(RADIUS_CARD)
            self.update(QRegion(self.rect()) - QRegion(self.rect().adjusted(2, edge, -2, -edge)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        paint_panel(
            painter, self.rect(), theme, f"level-{self.number}-mark", edge_on_top=True, ground="panel-alt"
        )
        if self._over:
            rounded(painter, self.rect(), None, theme.color("accent"), metrics().px(RADIUS_CARD), 1.5)


class _Foot(QWidget):
    """The line at a column’s foot, with an arrow before it."""

    def __init__(self) -> None:
        super().__init__()
        sizes = metrics()
        self._text = WrapLabel("", Type.LABEL, "faint")
        self._text.set_max_lines(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(M + 16), sizes.px(S), sizes.px(M), sizes.px(S))
        row.addWidget(self._text)

    def set_text(self, text: str) -> None:
        """Say what moves people up."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def wanted_height(self, width: int) -> int:
        """The height for a column so wide."""
        sizes = metrics()
        # Columns differ by a pixel or two where the width cannot be shared evenly.
        inner = width - sizes.px(2 * M + 16) - sizes.px(S)
        return self._text.heightForWidth(inner) + 2 * sizes.px(S)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, sizes = current_theme(), metrics()
        painter.setPen(theme.color("line"))
        painter.drawLine(0, 0, self.width(), 0)
        side = sizes.px(12)
        box = QRect(sizes.px(M), sizes.px(S) + sizes.px(2), side, side)
        paint_icon(painter, box, Icon.NEXT, theme.color("faint"))

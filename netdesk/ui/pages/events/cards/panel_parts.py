"""Parts of the panel of cards: the heads of its columns, and the row that holds the line for entering."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.ui.pages.events.cards.entry_line import EntryLine
from netdesk.ui.pages.events.cards.row_layout import HEADS, columns
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import paint_icon
from netdesk.ui.theme.metrics import RADIUS_BUTTON, M, Type, metrics
from netdesk.ui.widgets.paint import focus_ring, text_line


class ColumnHeads(QWidget):
    """The names of the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(metrics().px(26))
        self.setAccessibleName(", ".join(HEADS))
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        font = metrics().font(Type.LABEL_STRONG)
        for words, (left, width) in zip(HEADS, columns(self.width()).all, strict=True):
            box = self.rect().adjusted(left, 0, 0, 0)
            box.setWidth(width)
            text_line(painter, box, words, font, theme.color("faint"))


class EntryRow(QWidget):
    """The line under the list, with the plus before it."""

    def __init__(self, line: EntryLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(54), sizes.px(5), sizes.px(M), sizes.px(1))
        row.addWidget(line)
        line.setMinimumHeight(sizes.px(30))
        self._line = line
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, sizes = QPainter(self), current_theme(), metrics()
        if self._line.hasFocus():
            ring = self.rect().adjusted(sizes.px(2), sizes.px(2), -sizes.px(2), 0)
            focus_ring(painter, ring, theme, sizes.px(RADIUS_BUTTON))
        painter.fillRect(0, 0, self.width(), 1, theme.color("line"))
        side = sizes.px(17)
        box = self.rect().adjusted(sizes.px(10), (self.height() - side) // 2 + 1, 0, 0)
        box.setWidth(side)
        box.setHeight(side)
        paint_icon(painter, box, Icon.ADD, theme.color("text-2"))

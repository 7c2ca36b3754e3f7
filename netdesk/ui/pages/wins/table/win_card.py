"""The card of the quick table: its heads, the wins, and the row in which the next one is typed."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.ui.pages.wins.table.cell_table import CellTable
from netdesk.ui.pages.wins.table.cell_view import CellView
from netdesk.ui.pages.wins.table.columns import HEADS, PAD, Column
from netdesk.ui.pages.wins.table.entry_table import EntryTable
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import M, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.labels import Secondary
from netdesk.ui.widgets.paint import LEFT, RIGHT, text_line
from netdesk.ui.widgets.panel import paint_panel

_HEADS_HEIGHT = 33
_ROW_OF_NOTHING = 42


class WinCard(QFrame):
    """As high as its rows where there is room. ``all_wanted()``: show all wins again."""

    all_wanted = Signal()

    def __init__(self, wins: CellTable, entry: EntryTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.wins, self.entry = wins, entry
        entry.follows = wins
        self.heads = _Heads(wins, entry)
        self.nothing = QWidget()
        row = QHBoxLayout(self.nothing)
        row.setContentsMargins(sizes.px(PAD), 0, sizes.px(M), 0)
        row.addWidget(Secondary("No win fits what is chosen."))
        show_all = link_button("Show all wins")
        show_all.clicked.connect(self.all_wanted)
        row.addWidget(show_all)
        row.addStretch(1)
        self.nothing.setFixedHeight(sizes.px(_ROW_OF_NOTHING))
        self.nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.heads)
        layout.addWidget(wins, 1)
        layout.addWidget(self.nothing)
        layout.addWidget(entry)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        wins.laid_out.connect(self._wins_laid_out)
        entry.laid_out.connect(self.heads.update)

    def show_rows(self, count: int, *, filtered: bool) -> None:
        """So many wins are shown now."""
        held = self.wins.hasFocus() and not count
        self.wins.setVisible(count > 0)
        self.nothing.setVisible(filtered and not count)
        self.wins.updateGeometry()
        self.entry.lay_out()
        if held:
            self.entry.begin()

    def _wins_laid_out(self) -> None:
        self.entry.lay_out()
        self.heads.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_panel(QPainter(self), self.rect(), current_theme())


class _Heads(QWidget):
    """The heads of the columns, in line with the cells below."""

    def __init__(self, wins: CellView, entry: CellView) -> None:
        super().__init__()
        self._wins, self._entry = wins, entry
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(300), metrics().px(_HEADS_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, sizes = QPainter(self), current_theme(), metrics()
        shown = self._wins if self._wins.isVisible() else self._entry
        pad, font, ink = sizes.px(PAD), sizes.font(Type.LABEL_STRONG), theme.color("faint")
        for column in Column:
            left, width = shown.columnViewportPosition(column), shown.columnWidth(column)
            box = QRect(left + pad, 0, width - 2 * pad + 1, self.height() - 1)
            text_line(painter, box, HEADS[column], font, ink, RIGHT if column is Column.VALUE else LEFT)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))

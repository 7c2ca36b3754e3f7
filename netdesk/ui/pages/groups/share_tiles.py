"""How much of the group each mark holds for: four tiles, and beside them what the group is worth."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from netdesk.method.attention import Tone
from netdesk.method.groups import Mark, MarkShare, share_tone
from netdesk.services.group_audit import Audit
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import XS, L, M, S, Type, metrics
from netdesk.ui.widgets.labels import Figure, WrapLabel, plain_tooltip
from netdesk.ui.widgets.panel import paint_panel
from netdesk.ui.widgets.share_bar import Bar

SHOWN = (Mark.KNOW, Mark.ONE_TO_ONE, Mark.USED, Mark.I_REFERRED)
_ROLES = {Tone.ACCENT: "accent", Tone.WARN: "level-4-mark", Tone.BAD: "bad"}
"""The bar's colour; the amber of the fourth level, which is brighter than that of warnings."""
_ONE_ROW, _FOUR_WIDE = 840, 520
"""Logical pixels from which all five stand in a row, and from which the four tiles do."""


class ShareTile(QFrame):
    """A share as a large figure, words, and a bar."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._mark = mark
        self.figure = Figure("")
        self.words = WrapLabel("", Type.SECONDARY, "text-2")
        self.bar = Bar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(L), sizes.px(M + 2), sizes.px(L), sizes.px(L))
        layout.setSpacing(sizes.px(XS))
        layout.addWidget(self.figure)
        layout.addWidget(self.words)
        layout.addSpacing(sizes.px(XS))
        layout.addWidget(self.bar)
        layout.addStretch(1)

    def show_share(self, share: MarkShare, of: int) -> None:
        """Show a share of so many members."""
        self.figure.setText(f"{share.percent}%")
        first = self._mark is SHOWN[0]
        people = "1 member" if of == 1 else f"{of:,} members"
        self.words.setText(f"of {people} {self._mark.share_words}" if first else self._mark.share_words)
        self.bar.set_share(share.percent / 100, _ROLES[share_tone(share.percent)])
        said = f"{share.count:,} of {people}: {self._mark.share_words}"
        self.setToolTip(plain_tooltip(said))
        self.setAccessibleName(f"{share.percent}%, {said}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_panel(painter, self.rect(), current_theme())


class ShareTiles(QWidget):
    """The tiles, and ``beside`` them a panel that goes below where there is little room."""

    def __init__(self, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside = beside
        self.tiles = {mark: ShareTile(mark) for mark in SHOWN}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(metrics().px(M + 2))
        self._way = (0, False)
        self._arrange(len(SHOWN), beside_them=True)

    def show_audit(self, audit: Audit) -> None:
        """Show the shares of a group."""
        for mark, tile in self.tiles.items():
            tile.show_share(audit.shares[mark], audit.count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sizes, width = metrics(), event.size().width()
        columns = len(SHOWN) if width >= sizes.px(_FOUR_WIDE) else len(SHOWN) // 2
        self._arrange(columns, beside_them=width >= sizes.px(_ONE_ROW))

    def _arrange(self, columns: int, *, beside_them: bool) -> None:
        if self._way == (columns, beside_them):
            return
        self._way = (columns, beside_them)
        for place, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, place // columns, place % columns)
        rows = -(-len(SHOWN) // columns)
        for column in range(len(SHOWN) + 1):
            self._grid.setColumnStretch(column, 100 if column < columns else 0)
        if beside_them:
            self._grid.addWidget(self._beside, 0, columns)
            self._grid.setColumnStretch(columns, 144)
        else:
            self._grid.addWidget(self._beside, rows, 0, 1, columns)
        self._grid.setVerticalSpacing(metrics().px(S if rows > 1 else M))

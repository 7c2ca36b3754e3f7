"""The five columns side by side: equally wide, scrolling sideways when the window is too narrow for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from netdesk.ui.pages.board.column import Column
from netdesk.ui.theme.metrics import M, metrics

_EDGE = 48
_TICK_MS = 16
_STEP = 14


class Columns(QScrollArea):
    """Holds the columns; a drag near its left or right edge scrolls it."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._direction = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(M))
        for column in self._columns:
            row.addWidget(column, 1)
            column.cards.pointed.connect(self._drag_at)
            column.cards.drag_ended.connect(self._stop)
            column.cards.over.connect(self._left)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._edge = QTimer(self)
        self._edge.setInterval(_TICK_MS)
        self._edge.timeout.connect(self._scroll_at_edge)

    def reveal(self, column: Column) -> None:
        """Scroll sideways until a column is seen."""
        self.ensureWidgetVisible(column, metrics().px(M), 0)

    def agree(self) -> None:
        """Give all heads and all feet one height, so that the cards stand in rows."""
        gaps = (len(self._columns) - 1) * metrics().px(M)
        inner = max(self.viewport().width(), self._inside.minimumSizeHint().width())
        width = (inner - gaps) // len(self._columns)
        meaning = max(column.meaning_height(width) for column in self._columns)
        foot = max(column.foot_height(width) for column in self._columns)
        for column in self._columns:
            column.agree(meaning, foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.agree()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.agree()

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop()
        super().hideEvent(event)

    def _drag_at(self, point: QPoint) -> None:
        sender = self.sender()
        if not isinstance(sender, QWidget):
            return
        x = sender.mapTo(self._inside, point).x() - self.horizontalScrollBar().value()
        edge = metrics().px(_EDGE)
        self._direction = -1 if x < edge else (1 if x > self.viewport().width() - edge else 0)
        if self._direction:
            self._edge.start()
        else:
            self._stop()

    def _left(self, over: bool) -> None:
        if not over:
            self._stop()

    def _stop(self) -> None:
        self._edge.stop()

    def _scroll_at_edge(self) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        bar.setValue(before + self._direction * metrics().px(_STEP))
        if bar.value() == before:
            self._stop()

"""A move between levels as a row: up or down, from where, when, and why; the reason can be written or changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.calendar_words import full_day, short_day
from netdesk.services.level_page import MoveLine
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, link_button
from netdesk.ui.widgets.keyed_row import FocusRow
from netdesk.ui.widgets.labels import Faint, WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import focus_ring, one_line
from netdesk.ui.widgets.tile import IconTile

_SHOWN = 600
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class MoveRow(FocusRow):
    """``reason_asked(MoveLine)`` by the pencil, by "Why?", and by Enter."""

    reason_asked = Signal(object)

    def __init__(self, line: MoveLine, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.move_line = line
        sizes = metrics()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(4), sizes.px(S), sizes.px(4), sizes.px(S))
        row.setSpacing(sizes.px(M))
        row.addWidget(IconTile(Icon.READY if line.up else Icon.DOWN, 28), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(sizes.px(1))
        for words, kind, role in (
            (line.heading, Type.BODY_STRONG, "text"),
            (line.detail, Type.SECONDARY, "text-2"),
            (line.why, Type.BODY, "text"),
        ):
            if words:
                label = WrapLabel(words[:_SHOWN], kind, role)
                label.set_max_lines(4)
                column.addWidget(label)
        row.addLayout(column, 1)
        when = Faint(short_day(line.on, today))
        when.setToolTip(plain_tooltip(full_day(line.on)))
        row.addWidget(when, 0, _MIDDLE)
        self.change: QAbstractButton
        if line.why:
            self.change = icon_button(Icon.EDIT, self.tr("Change the reason"), "Return", framed=False)
            row.addWidget(self.change, 0, _MIDDLE)
        else:
            self.change = link_button(self.tr("Why?"))
            self.change.setAccessibleName(f"Say why: {one_line(line.heading)[:80]}")
            row.addWidget(self.change, 0, _MIDDLE)
        self.change.clicked.connect(self._ask)
        said = ". ".join(part for part in (line.heading, line.detail, line.why) if part)
        self.setAccessibleName(one_line(f"{full_day(line.on)}: {said}")[:_SHOWN])

    def _ask(self) -> None:
        self.reason_asked.emit(self.move_line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            focus_ring(QPainter(self), self.rect().adjusted(1, 1, -1, -1), current_theme(), metrics().px(7))

"""Before the event: goals and people at the left, purpose, pitch and plan at the right or below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from netdesk.method.preparation import Part
from netdesk.services.event_page import EventPage
from netdesk.ui.pages.events.gaps_panel import GapsPanel
from netdesk.ui.pages.events.goals_panel import GoalsPanel
from netdesk.ui.pages.events.people_panel import PeoplePanel
from netdesk.ui.pages.events.pitch_panel import PitchPanel
from netdesk.ui.pages.events.room_panel import RoomPanel
from netdesk.ui.pages.events.worth_panel import WorthPanel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, L, S, metrics

TWO_COLUMNS_FROM = 780
"""Logical pixels from which the second column has room beside the first."""


class BeforeTab(QWidget):
    """Everything one prepares."""

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.gaps = GapsPanel()
        self.goals = GoalsPanel(shell)
        self.people = PeoplePanel(shell)
        self.worth = WorthPanel(shell)
        self.pitch = PitchPanel(shell, now)
        self.room = RoomPanel()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(sizes.px(L))
        self._left, self._right = _column(self.goals, self.people), _column(self.worth, self.pitch, self.room)
        self._columns.addWidget(self._left, 64)
        self._columns.addWidget(self._right, 36)
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, sizes.px(S), sizes.px(XL), sizes.px(XL))
        outer.setSpacing(sizes.px(L))
        outer.addWidget(self.gaps)
        outer.addLayout(self._columns)
        outer.addStretch(1)
        self.gaps.wanted.connect(self.focus_part)

    def show_event(self, page: EventPage) -> None:
        """Show an event in every panel."""
        for panel in (self.gaps, self.goals, self.people, self.worth, self.pitch, self.room):
            panel.show_event(page)

    def leave_room_for(self, bar: int) -> None:
        """Keep the right edge in line with the head of the event beside a scroll bar of so many pixels."""
        margins = self._outer.contentsMargins()
        margins.setRight(max(0, metrics().px(XL) - bar))
        self._outer.setContentsMargins(margins)

    def finish(self) -> None:
        """Save whatever is open in any panel."""
        self.goals.finish()
        self.people.finish()
        self.worth.finish()
        self.pitch.finish()

    def focus_part(self, part: Part) -> None:
        """Put the keyboard where a part of the preparation is done."""
        if part is Part.GOALS:
            self.goals.focus_gap()
        elif part is Part.PITCH:
            self.pitch.focus_gap()
        else:
            self.people.open_line()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= metrics().px(TWO_COLUMNS_FROM)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)


def _column(*panels: QWidget) -> QWidget:
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(metrics().px(L))
    for panel in panels:
        layout.addWidget(panel)
    layout.addStretch(1)
    return column

"""Before the event: goals and people at the left, purpose, pitch and plan at the right or below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from netdesk.method.preparation import Part
from netdesk.services.event_page import EventPage
from netdesk.ui.pages.events.gaps_panel import GapsPanel
from netdesk.ui.pages.events.goals_panel import GoalsPanel
from netdesk.ui.pages.events.people_panel import PeoplePanel
from netdesk.ui.pages.events.pitch_panel import PitchPanel
from netdesk.ui.pages.events.room_panel import RoomPanel
from netdesk.ui.pages.events.worth_panel import WorthPanel
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.panel_columns import PanelColumns


class BeforeTab(PanelColumns):
    """Everything one prepares."""

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.gaps = GapsPanel()
        self.goals = GoalsPanel(shell)
        self.people = PeoplePanel(shell)
        self.worth = WorthPanel(shell)
        self.pitch = PitchPanel(shell, now)
        self.room = RoomPanel()
        self.lay_out((self.gaps,), (self.goals, self.people), (self.worth, self.pitch, self.room))
        self.gaps.wanted.connect(self.focus_part)

    def show_event(self, page: EventPage) -> None:
        """Show an event in every panel."""
        for panel in (self.gaps, self.goals, self.people, self.worth, self.pitch, self.room):
            panel.show_event(page)

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

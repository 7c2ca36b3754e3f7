"""After the event: goals and cards at the left, the line, the people and the worth at the right or below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.debrief import DebriefPart
from netdesk.services.cards import event_cards
from netdesk.services.debrief import Debrief
from netdesk.ui.pages.events.after.landed_panel import LandedPanel
from netdesk.ui.pages.events.after.met_panel import MetPanel
from netdesk.ui.pages.events.after.reached_panel import ReachedPanel
from netdesk.ui.pages.events.after.worth_it_panel import WorthItPanel
from netdesk.ui.pages.events.cards.cards_panel import CardsPanel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.panel_columns import PanelColumns

ICONS_UNTIL = 590
"""Logical pixels from which the buttons of the cards have room for their words."""


class AfterTab(PanelColumns):
    """Everything one writes down afterwards. ``reopen_wanted()``, ``was_there_wanted()``, ``goal_wanted()``."""

    reopen_wanted = Signal()
    was_there_wanted = Signal()
    goal_wanted = Signal()

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shell = shell
        self.event_id = 0
        self.finished = Strip("good", Icon.DONE, "Open it again")
        self.missed = Strip("accent", Icon.INFO, "I did go")
        self.reached = ReachedPanel(shell)
        self.cards = CardsPanel(shell, now)
        self.landed = LandedPanel(shell, now)
        self.met = MetPanel(shell)
        self.worth = WorthItPanel(shell, now)
        self.lay_out(
            (self.finished, self.missed), (self.reached, self.cards), (self.landed, self.met, self.worth)
        )
        self.finished.button.clicked.connect(self._reopen)
        self.missed.button.clicked.connect(self._was_there)
        self.reached.goal_wanted.connect(self.goal_wanted)
        self.cards.scan_wanted.connect(self.scan_cards)

    def show_debrief(self, debrief: Debrief) -> None:
        """Show the debrief of an event in every panel."""
        another, self.event_id = self.event_id != debrief.event_id, debrief.event_id
        finished = debrief.finished_at
        self.finished.say("" if finished is None else f"Finished on {weekday_and_day(finished.date())}.")
        self.missed.say(
            "You did not go, so there is nothing to write down." if debrief.attended is False else ""
        )
        for panel in (self.reached, self.landed, self.met, self.worth):
            panel.show_debrief(debrief)
        # While it is seen, the panel hears of changes to its cards by itself.
        if another or not self.cards.isVisible():
            event = self.event_id
            self.cards.show_cards(
                event, self._shell.desk.read(lambda workspace: event_cards(workspace, event))
            )

    def scan_cards(self) -> None:
        """Open the scanner for the cards of this event."""
        # The scanner, with what reads codes and text, is loaded late: most debriefs need none.
        from netdesk.ui.scanning.opener import open_card_scanner

        self.cards.finish()
        open_card_scanner(self._shell, self.event_id)

    def finish(self) -> None:
        """Save whatever is open in any panel."""
        for panel in (self.reached, self.landed, self.met, self.worth):
            panel.finish()
        self.cards.finish()

    def focus_part(self, part: DebriefPart) -> None:
        """Put the keyboard where a part of the debrief is done."""
        if part is DebriefPart.REACTIONS:
            self.landed.focus_first()
        elif part is DebriefPart.WORTH:
            self.worth.focus_first()
        elif part is DebriefPart.CARDS:
            if not self.cards.focus_no_plan():
                self.cards.focus_entry()
        else:
            self.reached.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The panel drops these words itself once it is narrow, but cannot become narrow while they are there.
        narrow = event.size().width() < metrics().px(ICONS_UNTIL)
        for button in (self.cards.scan, self.cards.by_hand):
            button.setText("" if narrow else button.accessibleName())

    def _reopen(self) -> None:
        self.reopen_wanted.emit()

    def _was_there(self) -> None:
        self.was_there_wanted.emit()


class Strip(QWidget):
    """A sentence over the panels, and the one thing to do about it; there only while there is something to say."""

    def __init__(self, tone: str, glyph: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner("", tone, glyph)
        self.button = link_button(action)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(M))
        row.addWidget(self.banner, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say it; an empty sentence takes the strip away."""
        self.banner.set_text(sentence)
        self.setVisible(bool(sentence))

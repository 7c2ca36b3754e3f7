"""What earlier events of the same host or purpose gave, whether to go again, and the cards that wait from there."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.event_results import (
    earlier_line,
    per_solid_line,
    waiting_sentence,
    won_words,
    worth_going_sentence,
)
from netdesk.method.event_worth import hours_text
from netdesk.services.event_worth import EarlierWorth, Grouping
from netdesk.ui.money import money
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XS, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.labels import WrapLabel


class EarlierLines(QWidget):
    """Hidden while nothing is known of earlier times."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._earlier: EarlierWorth | None = None
        self.verdict = WrapLabel("", Type.SECONDARY_MEDIUM, "text")
        self.gave = WrapLabel("", Type.SECONDARY, "text-2")
        self.each = WrapLabel("", Type.SECONDARY, "text-2")
        self.waiting = WrapLabel("", Type.SECONDARY, "bad-text")
        self.plan = link_button("Give them a plan")
        self.plan.clicked.connect(self._open_waiting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, metrics().px(XS), 0, 0)
        layout.setSpacing(metrics().px(XS))
        for label in (self.gave, self.each, self.verdict, self.waiting, self.plan):
            layout.addWidget(label)
        self.hide()

    def show_earlier(self, earlier: EarlierWorth | None) -> None:
        """Show what earlier events gave."""
        self._earlier = earlier
        self.setVisible(earlier is not None)
        if earlier is None:
            return
        lines = (
            (self.gave, gave_words(earlier)),
            (self.each, each_words(earlier)),
            (self.verdict, worth_going_sentence(earlier.worth)),
            (self.waiting, waiting_sentence(earlier.open_cards, earlier.worth.times)),
        )
        for label, words in lines:
            label.setText(words)
            label.setVisible(bool(words))
        self.plan.setVisible(bool(earlier.open_cards))

    def _open_waiting(self) -> None:
        if self._earlier is not None and self._earlier.open_event:
            self._shell.go("events", event=self._earlier.open_event, tab="after")


def gave_words(earlier: EarlierWorth) -> str:
    """Say what earlier events gave: "Last 3 times: …" of the host, "Last 3 networking events: …" of the purpose."""
    worth = earlier.worth
    each = "" if worth.cost is None else money(round(worth.cost / max(1, worth.paid), 2), worth.currency)
    times = ""
    if earlier.by is Grouping.PURPOSE:
        kind = earlier.name.split(":")[0].lower()
        times = f"Last {kind} event" if worth.times == 1 else f"Last {worth.times} {kind} events"
    return earlier_line(worth, each, times, won_words(worth.wins, worth.won, money))


def each_words(earlier: EarlierWorth) -> str:
    """Say what a solid contact took there: "£28 and 1 h for each solid contact."; empty where it is not known."""
    worth = earlier.worth
    if worth.solid < 2:
        return ""
    cost, hours = worth.cost_per_solid, worth.hours_per_solid
    return per_solid_line(
        "" if cost is None else money(round(cost, 2), worth.currency),
        "" if hours is None else hours_text(hours),
    )

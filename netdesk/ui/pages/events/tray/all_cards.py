"""The cards of all events, in the place of an event: title, a sentence, the tray.

``AllCards(shell, now)``: ``tray``; ``remembered()`` and ``remember(state)`` keep state and order between two starts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import TrayCounts, TrayOrder
from netdesk.ui.pages.events.tray.card_tray import CardTray
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, XS, L, M, metrics
from netdesk.ui.widgets.labels import PageTitle, Secondary


class AllCards(QWidget):
    """Every card there is."""

    def __init__(self, shell: Shell, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._shell = shell
        self.title = PageTitle("Cards")
        self.sentence = Secondary("")
        self.tray = CardTray(shell, now, leads=True)
        self.tray.counted.connect(self._count)
        head = QVBoxLayout()
        head.setSpacing(sizes.px(XS))
        head.addWidget(self.title)
        head.addWidget(self.sentence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(sizes.px(XL + 2), sizes.px(L + 4), sizes.px(XL), sizes.px(L))
        layout.setSpacing(sizes.px(M + 2))
        layout.addLayout(head)
        layout.addWidget(self.tray, 1)
        self.setAccessibleName("Cards of all events")

    def remembered(self) -> dict[str, object]:
        """The state and the order chosen, as plain values."""
        query = self.tray.query
        return {"state": next((state.value for state in query.states), ""), "order": query.order.value}

    def remember(self, kept: object) -> None:
        """Take them back; odd values are passed over."""
        if not isinstance(kept, dict):
            return
        state, order = kept.get("state"), kept.get("order")
        query = self.tray.query
        if state in [each.value for each in CardState]:
            query = replace(query, states=frozenset({CardState(state)}))
        if order in [each.value for each in TrayOrder]:
            query = replace(query, order=TrayOrder(order))
        self.tray.ask(query)

    def _count(self, counts: TrayCounts) -> None:
        self.sentence.setText(sentence(counts))


def sentence(counts: TrayCounts) -> str:
    """Say how the cards of all events stand: "14 cards of all your events · 5 with no plan yet"."""
    if not counts.all:
        return "The people you met at events. Each one gets a plan, or is let go on purpose."
    cards = "1 card from your events" if counts.all == 1 else f"{counts.all:,} cards from your events"
    if not counts.no_plan:
        return f"{cards} · each has a plan, is done or was let go on purpose"
    return f"{cards} · {counts.no_plan:,} with no plan yet"

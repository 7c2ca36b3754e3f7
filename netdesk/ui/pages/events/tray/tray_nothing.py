"""What the tray says when there is no row to show: what belongs there, and the first step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import TrayCounts, TrayQuery
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.paint import one_line

_FIRST = (
    "No cards yet",
    "Cards are the people you met. Add them on an event’s After tab; here each one gets a plan.",
)
_OF_STATE = {
    CardState.NO_PLAN: (
        "Every card has a plan. Well done.",
        "What you planned is on Today when its day has come.",
    ),
    CardState.PLANNED: (
        "Nothing is planned",
        "A card with no plan gets one with Enter: what you will do, and on which day.",
    ),
    CardState.DONE: (
        "Nothing is done yet",
        "A card is done once the follow-up you planned for it is ticked off.",
    ),
    CardState.LET_GO: (
        "Nobody was let go",
        "Not every card leads somewhere. L lets one go on purpose; it stays here with your reason.",
    ),
}
_LONGEST = 60


class TrayNothing(QStackedWidget):
    """``add_wanted()``: enter the first cards. ``all_wanted()``: show all cards again."""

    add_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = EmptyState(Icon.CARD, *_FIRST, secondary="Add cards")
        self._first.secondary_clicked.connect(self.add_wanted)
        self._none = EmptyState(Icon.CARD, "", "", secondary="Show all cards")
        self._none.secondary_clicked.connect(self.all_wanted)
        self.addWidget(self._first)
        self.addWidget(self._none)

    def show_nothing(self, query: TrayQuery, counts: TrayCounts) -> None:
        """Say why nothing is shown."""
        if not query.text and not query.binned and not counts.all:
            self.setCurrentWidget(self._first)
            return
        if query.text:
            words = (
                f"No card mentions “{one_line(query.text)[:_LONGEST]}”.",
                "Try a name, a firm, an event or a plan.",
            )
        elif query.binned:
            words = ("No cards of people in the bin", "Cards of people you put in the bin wait here.")
        else:
            words = _OF_STATE[next(iter(query.states), CardState.NO_PLAN)]
        self._none.set_words(*words)
        self.setCurrentWidget(self._none)

    def title(self) -> str:
        """What is said now, in short."""
        shown = self.currentWidget()
        return shown.accessibleName() if shown is not None else ""

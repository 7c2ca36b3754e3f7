"""What is said of a market: who exactly they are, where they gather, who is close to them; changed in place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from netdesk.services.markets import Market
from netdesk.ui.pages.pitches.questions_panel import AnswerRow
from netdesk.ui.theme.metrics import XS, metrics
from netdesk.ui.widgets.panel import Panel

_FIELDS = (
    ("who", "Who exactly", "Owners of shops with fewer than ten people"),
    ("where_they_gather", "Where they gather", "Which events, clubs and places"),
    ("who_is_close", "Who is close to them", "Who serves them and knows many: accountants, landlords…"),
)


class AboutPanel(Panel):
    """Three answers. ``saved(str, str)``: a field of the market and its new words."""

    saved = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Who they are", parent=parent)
        self.body.setSpacing(metrics().px(XS - 2))
        self._market = 0
        self.rows: dict[str, AnswerRow] = {}
        for key, label, hint in _FIELDS:
            row = AnswerRow(key, label, hint)
            row.saved.connect(self.saved)
            self.rows[key] = row
            self.body.addWidget(row)

    def show_market(self, market: Market) -> None:
        """Show what is said of a market."""
        if market.id != self._market:
            self.finish()
        self._market = market.id
        for key, row in self.rows.items():
            row.answer.set_text(getattr(market, key))

    def start(self) -> None:
        """Open the first answer that is empty, else the first."""
        empty = [row for row in self.rows.values() if not row.answer.text()]
        (empty or list(self.rows.values()))[0].answer.edit()

    def finish(self) -> None:
        """Save whatever is open."""
        for row in self.rows.values():
            row.answer.finish()

"""Gave and got between one person and me: two figures and a bar of two colours."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from netdesk.method.ledger import Balance
from netdesk.services.person_page import PersonPage
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.balance_bar import BalanceBar
from netdesk.ui.widgets.labels import Strong, plain_tooltip
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.panel import Panel


class BalancePanel(Panel):
    """My side first; the sentence is in the tooltip and for screen readers."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Gave and got", parent=parent)
        self.figures = Strong("")
        self.add_to_header(self.figures)
        self.bar = BalanceBar()
        self.body.addWidget(self.bar)

    def show_page(self, page: PersonPage) -> None:
        """Show another person; hidden while nothing was given or got."""
        balance = Balance(page.gives, page.receives)
        sentence = balance.sentence(one_line(page.given)[:60])
        self.figures.setText(balance.short)
        self.bar.set_balance(balance.gave, balance.got)
        self.setToolTip(plain_tooltip(sentence))
        self.setAccessibleDescription(sentence)
        self.bar.setAccessibleName(sentence)
        self.setVisible(not balance.is_empty)

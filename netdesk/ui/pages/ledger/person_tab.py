"""The tab "Gave & got" of a person's page: all that was given, got, promised and asked between us."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.ledger import Balance, LedgerKind
from netdesk.services.ledger import person_entries
from netdesk.services.person_page import PersonPage
from netdesk.ui.pages.ledger.deeds import LedgerDeeds
from netdesk.ui.pages.ledger.entry_row import EntryRow
from netdesk.ui.pages.person.rows_tab import RowsTab
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import one_line

_AT_FIRST = 30
_BUTTONS = (
    (LedgerKind.GIVE, "Give", Icon.GIVE),
    (LedgerKind.PROMISE, "Promise", Icon.PROMISE),
    (LedgerKind.ASK, "Ask", Icon.ASK),
    (LedgerKind.RECEIVE, "Got", Icon.ADD),
)


class LedgerTab(RowsTab):
    """What is open first, then the newest."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, _AT_FIRST, parent)
        self._deeds = LedgerDeeds(shell, self)
        self.sentence = WrapLabel("", Type.SECONDARY, "text-2")
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics().px(S))
        self.buttons = {}
        for kind, label, glyph in _BUTTONS:
            button = plain_button(label, glyph, small=True)
            button.clicked.connect(partial(self._write, kind))
            self.buttons[kind] = button
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.head.addWidget(self.sentence)
        self.head.addLayout(buttons)

    def fill(self, page: PersonPage, limit: int) -> int:
        """Say the balance, and show the entries."""
        name = one_line(page.given)[:60]
        self.sentence.setText(Balance(page.gives, page.receives).sentence(name))
        for kind, label, _ in _BUTTONS:
            self.buttons[kind].setAccessibleName(f"{label}: {name}")
        entries = self.shell.desk.read(partial(person_entries, person_id=page.id))
        for entry in entries[:limit]:
            self.add_row(EntryRow(entry, self._deeds, self.shell.today()))
        return len(entries)

    def _write(self, kind: LedgerKind, _checked: bool = False) -> None:
        if self.page is not None:
            self._deeds.write(kind, self.page.id)

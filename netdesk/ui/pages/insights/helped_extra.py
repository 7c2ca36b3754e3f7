"""What stands below the people not helped yet: the way to the list of Give & ask."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.ui.pages.insights.extras import Extra
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.buttons import link_button


class HelpedExtra(Extra):
    """One link."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.link = link_button("Help somebody in Give && ask")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addStretch(1)
        self.link.clicked.connect(self._go)

    def _go(self) -> None:
        self.shell.go("ledger")

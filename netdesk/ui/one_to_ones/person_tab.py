"""The tab "One-to-ones" of a person's page: those planned, those held, those called off."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.services.one_to_one_lists import person_one_to_ones
from netdesk.services.person_page import PersonPage
from netdesk.ui.one_to_ones.deeds import OneToOneDeeds
from netdesk.ui.one_to_ones.rows import HeldRow, PlannedRow
from netdesk.ui.pages.person.rows_tab import RowsTab
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import one_line

_AT_FIRST = 20


class OneToOnesTab(RowsTab):
    """The next first, then the newest."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, _AT_FIRST, parent)
        self._deeds = OneToOneDeeds(shell, self)
        self.plan_button = plain_button(self.tr("Plan one"), Icon.ONE_TO_ONE, small=True)
        self.plan_button.clicked.connect(self._plan)
        self.log_button = plain_button(self.tr("Log one that was held"), Icon.LOG, small=True)
        self.log_button.clicked.connect(self._log)
        buttons = QHBoxLayout()
        buttons.setSpacing(metrics().px(S))
        buttons.addWidget(self.plan_button)
        buttons.addWidget(self.log_button)
        buttons.addStretch(1)
        self.nothing = WrapLabel("", Type.BODY, "text-2")
        self.head.addLayout(buttons)
        self.head.addWidget(self.nothing)

    def fill(self, page: PersonPage, limit: int) -> int:
        """Show them under their headings."""
        now = self.shell.now()
        found = self.shell.desk.read(partial(person_one_to_ones, person_id=page.id, now=now))
        name = one_line(page.given)[:60]
        self.nothing.setText(
            self.tr(
                "You have not sat down with {0} yet. Plan a one-to-one: an hour, a place, one thing to learn."
            ).format(name)
        )
        self.nothing.setVisible(not (found.planned or found.held or found.called_off))
        parts = (
            (self.tr("Planned"), [partial(PlannedRow, one, self._deeds, now) for one in found.planned]),
            (self.tr("Held"), [partial(HeldRow, one, self._deeds, now) for one in found.held]),
            (self.tr("Called off"), [partial(PlannedRow, one, self._deeds, now) for one in found.called_off]),
        )
        room = limit
        for words, makers in parts:
            if makers and room > 0:
                self.add_heading(words)
            for make in makers[: max(0, room)]:
                self.add_row(make())
            room -= len(makers)
        return sum(len(makers) for _, makers in parts)

    def _plan(self) -> None:
        if self.page is not None:
            self._deeds.plan((self.page.id,))

    def _log(self) -> None:
        if self.page is not None:
            self._deeds.log(self.page.id)

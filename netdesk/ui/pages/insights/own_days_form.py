"""Choosing days of one's own: the first and the last, as one types them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.errors import InvalidInput
from netdesk.method.periods import Period, PeriodKind
from netdesk.ui.pages.person.fields import labelled, past_day
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, metrics

_WIDTH = 460
Chosen = Callable[[Period], None]


class OwnDaysForm(Sheet):
    """Two days; both are part of the period."""

    def __init__(self, shell: Shell, period: Period, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(shell, "Own days", "Show them", "Enter shows them", parent)
        self._chosen = chosen
        self.first = past_day(shell, "1 Jan")
        self.last = past_day(shell, "today")
        self.first.set_date(period.first)
        self.last.set_date(min(period.last, shell.today()))
        row = QHBoxLayout()
        row.setSpacing(metrics().px(M))
        row.addWidget(labelled("From", self.first), 1)
        row.addWidget(labelled("To", self.last), 1)
        self.body.addLayout(row)

    def begin(self) -> None:
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.selectAll()

    def named_fields(self) -> Mapping[str, QWidget]:
        return {"first": self.first, "last": self.last}

    def keep(self) -> None:
        """Show the figures of these days."""
        days = []
        for name, field in (("first", self.first), ("last", self.last)):
            day = None if field.is_wrong() else field.date()
            if day is None:
                self.refuse(InvalidInput("That is no day.", "Type it like 14 Oct or 2026-10-14.", field=name))
                return
            days.append(day)
        try:
            period = Period(PeriodKind.OWN, *days)
        except InvalidInput as error:
            self.refuse(error)
            return
        self.finish()
        self._chosen(period)


def open_own_days(shell: Shell, period: Period, chosen: Chosen) -> Sheet:
    """Open the card that asks for two days; ``chosen`` gets the period."""
    form = OwnDaysForm(shell, period, chosen)
    return show_sheet(shell, form, "", partial(_again, shell, period, chosen), _WIDTH)


def _again(shell: Shell, period: Period, chosen: Chosen, _: dict[str, Any]) -> Sheet:
    return open_own_days(shell, period, chosen)

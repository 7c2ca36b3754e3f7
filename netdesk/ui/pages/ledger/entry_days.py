"""The days of an entry: when it was, was promised or asked, and by when it shall be."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.errors import InvalidInput
from netdesk.method.ledger import LedgerKind
from netdesk.ui.pages.person.day_choice import DayChoice
from netdesk.ui.pages.person.fields import labelled, past_day
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XS, M, metrics
from netdesk.ui.widgets.labels import Faint

WAITING = (LedgerKind.PROMISE, LedgerKind.ASK)
_QUICK = (("Tomorrow", 1), ("In a week", 7), ("In two weeks", 14))


class EntryDays(QWidget):
    """``show_kind`` shows what a kind has; ``days()`` gives both days, None for no day by which."""

    def __init__(self, shell: Shell, on: date, due: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._waits = False
        self.on = past_day(shell, self.tr("today, yesterday, 14 Oct …"))
        self.on.set_date(on)
        self._on_label = Faint("")
        self._on_box = QWidget()
        on_box = QVBoxLayout(self._on_box)
        on_box.setContentsMargins(0, 0, 0, 0)
        on_box.setSpacing(sizes.px(XS))
        on_box.addWidget(self._on_label)
        on_box.addWidget(self.on)
        quick = [(words, shell.today() + timedelta(days=days)) for words, days in _QUICK]
        choice = DayChoice(shell, self.tr("By when"), quick, due)
        self.quick, self.due = choice.quick, choice.day
        self._due_box = labelled(self.tr("By when"), choice)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(sizes.px(M))
        outer.addWidget(self._due_box)
        outer.addWidget(self._on_box)

    def show_kind(self, kind: LedgerKind, *, both: bool) -> None:
        """Show the days of a kind; the day of a new promise or ask is today, unless ``both`` are wanted."""
        self._waits = kind in WAITING
        self._on_label.setText(f"{kind.past} on" if self._waits else "When")
        self.on.setAccessibleName(self._on_label.text())
        self._due_box.setVisible(self._waits)
        self._on_box.setVisible(both or not self._waits)

    def days(self) -> tuple[date, date | None]:
        """The day it was and the day by which. Raises ``InvalidInput`` naming ``on`` or ``due``."""
        on = self.on.date()
        if on is None or self.on.is_wrong():
            raise InvalidInput("When was it?", "Type a day, such as yesterday or 14 Oct.", field="on")
        if self._waits and self.due.is_wrong():
            raise InvalidInput("By when?", "Type a day, such as next Tuesday or 4 Dec.", field="due")
        return on, self.due.date() if self._waits else None

"""The days of an entry: when it was, was promised or asked, and by when it shall be."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.errors import InvalidInput
from netdesk.method.ledger import LedgerKind
from netdesk.ui.pages.person.fields import coming_day, labelled, past_day
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XS, M, S, metrics
from netdesk.ui.widgets.labels import Faint
from netdesk.ui.widgets.segments import Segments

WAITING = (LedgerKind.PROMISE, LedgerKind.ASK)
_QUICK = (("Tomorrow", 1), ("In a week", 7), ("In two weeks", 14))


class EntryDays(QWidget):
    """``show_kind`` shows what a kind has; ``days()`` gives both days, None for no day by which."""

    def __init__(self, shell: Shell, on: date, due: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._waits = False
        self._quick_days = tuple(shell.today() + timedelta(days=days) for _, days in _QUICK)
        self.on = past_day(shell, self.tr("today, yesterday, 14 Oct …"))
        self.on.set_date(on)
        self._on_label = Faint("")
        self._on_box = QWidget()
        on_box = QVBoxLayout(self._on_box)
        on_box.setContentsMargins(0, 0, 0, 0)
        on_box.setSpacing(sizes.px(XS))
        on_box.addWidget(self._on_label)
        on_box.addWidget(self.on)
        self.quick = Segments([label for label, _ in _QUICK], -1, name=self.tr("By when"))
        self.quick.picked.connect(self._quick_picked)
        self.due = coming_day(shell, self.tr("or a day: next Tuesday, 4 Dec …"))
        self.due.set_date(due)
        self.due.date_changed.connect(self._due_changed)
        self._due_changed(due)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.px(S))
        row.addWidget(self.quick)
        row.addWidget(self.due, 1)
        self._due_box = labelled(self.tr("By when"), box)
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

    def _quick_picked(self, place: int) -> None:
        self.due.set_date(self._quick_days[place])

    def _due_changed(self, day: date | None) -> None:
        self.quick.set_chosen(self._quick_days.index(day) if day in self._quick_days else -1)

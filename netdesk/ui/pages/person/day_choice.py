"""A day to come: the likely ones are pressed, any other is typed beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.ui.pages.person.fields import coming_day
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.segments import Segments


class DayChoice(QWidget):
    """``quick`` are ``days``, words and the day they mean; ``day`` is the line, which says what holds.

    ``name`` is what a screen reader calls the quick ones; ``beside`` stands at the right, as a time of day does.
    """

    def __init__(
        self,
        shell: Shell,
        name: str,
        days: Sequence[tuple[str, date]],
        day: date | None,
        beside: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._days = [each for _, each in days]
        self.quick = Segments([words for words, _ in days], -1, name=name)
        self.quick.picked.connect(self._picked)
        self.day = coming_day(shell, self.tr("or a day: next Tuesday, 4 Dec …"))
        self.day.date_changed.connect(self._day_changed)
        self.choose(day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(S))
        row.addWidget(self.quick)
        row.addWidget(self.day, 1)
        if beside is not None:
            row.addWidget(beside)

    def choose(self, day: date | None) -> None:
        """Show a day, or none."""
        self.day.set_date(day)
        self._day_changed(day)

    def _picked(self, place: int) -> None:
        self.day.set_date(self._days[place])

    def _day_changed(self, day: date | None) -> None:
        self.quick.set_chosen(self._days.index(day) if day in self._days else -1)

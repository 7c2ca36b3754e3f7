"""A few meetings of a group as lines: the next ones with what is missing, the last ones with what came of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.calendar_words import clock_span, weekday_and_day
from netdesk.services.event_list import EventRow, event_rows
from netdesk.services.group_meetings import meetings
from netdesk.ui.pages.events.list_words import chips_of
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XS, M, S, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.chip import Chip
from netdesk.ui.widgets.labels import Caption, Faint
from netdesk.ui.widgets.paint import shortened

_COMING, _PAST = 4, 3


class MeetingLines(QWidget):
    """At most four meetings to come and three that were; ``opened()`` when one is gone to."""

    opened = Signal()

    def __init__(self, shell: Shell, group_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        now = shell.now()
        found = shell.desk.read(lambda workspace: meetings(workspace, group_id, now))
        coming = [one.event_id for one in found.coming[:_COMING]]
        past = [one.event_id for one in found.past[:_PAST]]
        rows = shell.desk.read(lambda workspace: event_rows(workspace, [*coming, *past], now))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(metrics().px(XS))
        self._count = len(rows)
        by_id = {row.id: row for row in rows}
        more = len(found.coming) - len(coming)
        self._section("Coming up", [by_id[one] for one in coming], f"and {more} more" if more else "")
        self._section("Afterwards", [by_id[one] for one in past], "")

    def count(self) -> int:
        """Give how many meetings are shown."""
        return self._count

    def _section(self, heading: str, rows: list[EventRow], below: str) -> None:
        if not rows:
            return
        self._layout.addWidget(Caption(heading))
        for row in rows:
            self._layout.addWidget(self._line(row))
        if below:
            self._layout.addWidget(Faint(below))
        self._layout.addSpacing(metrics().px(S))

    def _line(self, row: EventRow) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(metrics().px(M))
        when = link_button(f"{weekday_and_day(row.starts.date())}, {clock_span(row.starts, row.ends)}")
        when.setAccessibleName(f"Open {row.title[:80]} on {weekday_and_day(row.starts.date())}")
        when.clicked.connect(partial(self._open, row.id))
        line.addWidget(when)
        line.addWidget(Faint(shortened(row.place, 60)))
        line.addStretch(1)
        for words, tone in chips_of(row, self._shell.today())[:2]:
            line.addWidget(Chip(words, tone))
        return box

    def _open(self, event_id: int, _checked: bool = False) -> None:
        self.opened.emit()
        self._shell.open_event(event_id)

"""Says when the day turns and when a follow-up with a time comes due, by one timer set to that moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from netdesk.method.changes import Changes
from netdesk.services.needs import next_moment
from netdesk.ui.bridge.desk import Desk

_LONGEST_MS = 20 * 60 * 1000
"""A computer that slept does not count the time: after so long at most the clock on the wall is looked at."""
_AFTER_MS = 300


class DayClock(QObject):
    """``struck`` is emitted at midnight and whenever a timed follow-up comes due or a one-to-one reminds or is over.

    Lives on the window's thread.
    """

    struck = Signal()

    def __init__(self, desk: Desk, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now = now
        self._next = now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        desk.changed.connect(self._changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            # A computer that slept through midnight is looked at again by a person first.
            application.applicationStateChanged.connect(self._state_changed)
        self._ask()

    def look(self) -> None:
        """Strike if the moment waited for has come, and wait for the next one."""
        if self._now() >= self._next:
            self.struck.emit()
            self._ask()
        else:
            self._wait()

    def next(self) -> datetime:
        """The moment waited for."""
        return self._next

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _changed(self, changes: Changes) -> None:
        if changes.touches("follow_up", "one_to_one", "person"):
            self._ask()

    def _ask(self) -> None:
        now = self._now()
        self._next = _midnight_after(now)
        self._wait()
        self._desk.ask(self, "moment", partial(next_moment, now=now), partial(self._told, now))

    def _told(self, now: datetime, at: time | None) -> None:
        if at is not None:
            self._next = min(self._next, datetime.combine(now.date(), at, now.tzinfo))
            self._wait()

    def _wait(self) -> None:
        left = (self._next - self._now()) / timedelta(milliseconds=1)
        self._timer.start(round(min(max(left, 0), _LONGEST_MS)) + _AFTER_MS)


def _midnight_after(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)

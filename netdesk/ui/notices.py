"""Telling through the system that something is due: at the start, when a follow-up's time comes, before a one-to-one.

``Notices(shell, tell)``: ``tell(title, body)`` is a :class:`SystemNotice` unless a test hands in its own way. Text is
plain: what another program would read as markup is escaped. Where the system has no way to tell, nothing happens.
"""

from __future__ import annotations

import html
import sys
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.today import notice_words
from netdesk.services.needs import DueNow, Needs, come_due, needs
from netdesk.services.one_to_one_reminders import ReminderDue, reminders_due
from netdesk.services.workspaces import Workspace
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

SHOWN_MS = 12_000
_TITLE, _BODY = 120, 240
_SENDER = "notify-send"


class Notices(QObject):
    """Tells each thing once. It begins when :meth:`start` is called and ends with the shell."""

    def __init__(self, shell: Shell, tell: Callable[[str, str], object]) -> None:
        super().__init__(shell)
        self._shell = shell
        self._tell = tell
        self._told: set[int] = set()
        self._reminded: set[tuple[int, datetime]] = set()
        self._since = shell.now()

    def start(self) -> None:
        """Tell what needs me now, and from here on each follow-up when its time comes."""
        now = self._since = self._shell.now()
        self._shell.day_clock.struck.connect(self.look)
        self._shell.desk.ask(self, "start", lambda workspace: _at_start(workspace, now), self._tell_start)
        self._shell.desk.ask(
            self, "reminders", lambda workspace: _reminders(workspace, None, now), self._remind
        )

    def look(self) -> None:
        """Tell the follow-ups whose time has come since the last look."""
        now, since = self._shell.now(), self._since
        self._since = now
        self._shell.desk.ask(
            self, f"due {now}", lambda workspace: _since(workspace, since, now), self._tell_due
        )
        self._shell.desk.ask(
            self, f"reminders {now}", lambda workspace: _reminders(workspace, since, now), self._remind
        )

    def _tell_start(self, found: Needs | None) -> None:
        if found is not None:
            due = found.overdue + found.due_today
            title, body = notice_words(found.cards, due, found.debriefs, found.promises, found.one_to_ones)
            if title:
                self._tell(title, body)

    def _tell_due(self, due: tuple[DueNow, ...]) -> None:
        for one in due:
            if one.id not in self._told:
                self._told.add(one.id)
                self._tell(f"{one.at:%H:%M} {one_line(one.action)}", one_line(one.name))

    def _remind(self, due: tuple[ReminderDue, ...]) -> None:
        for one in due:
            # Moved to another time, it reminds once more.
            if (one.id, one.starts) not in self._reminded:
                self._reminded.add((one.id, one.starts))
                about = " · ".join(one_line(part) for part in (one.place, one.objective) if part)
                self._tell(
                    f"{_when(one.starts, self._shell.now())} one-to-one with {one_line(one.name)}", about
                )


class SystemNotice(QObject):
    """The system's own notifications: through the tray where there is one, else through the desktop's sender."""

    pressed = Signal()

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tray: QSystemTrayIcon | None = None
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.timeout.connect(self._hide)

    def __call__(self, title: str, body: str) -> bool:
        """Show a notification; whether there was a way to."""
        title, body = one_line(title)[:_TITLE], one_line(body)[:_BODY]
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            self._by_tray(title, body)
            return True
        return _by_sender(title, body)

    def _by_tray(self, title: str, body: str) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._icon, self)
            self._tray.messageClicked.connect(self.pressed)
        # A notification needs its icon in the tray; it goes again when the notification has gone.
        self._tray.show()
        self._tray.showMessage(title, _safe(body), self._icon, SHOWN_MS)
        self._hiding.start(SHOWN_MS)

    def _hide(self) -> None:
        if self._tray is not None:
            self._tray.hide()


def _by_sender(title: str, body: str) -> bool:
    sender = QStandardPaths.findExecutable(_SENDER) if sys.platform.startswith("linux") else ""
    if not sender:
        return False
    # What begins with a dash is no option after the two dashes.
    arguments = ["--app-name=NetDesk", f"--expire-time={SHOWN_MS}", "--", title, _safe(body)]
    started = QProcess.startDetached(sender, arguments)
    return bool(started[0] if isinstance(started, tuple) else started)


def _safe(body: str) -> str:
    """On Linux the body may be read as markup; elsewhere it is shown as it is."""
    return html.escape(body, quote=False) if sys.platform.startswith("linux") else body


def _wanted(workspace: Workspace) -> bool:
    from netdesk.services.preferences import preferences

    return preferences(workspace).tell_when_due


def _at_start(workspace: Workspace, now: datetime) -> Needs | None:
    return needs(workspace, now) if _wanted(workspace) else None


def _since(workspace: Workspace, since: datetime, now: datetime) -> tuple[DueNow, ...]:
    return come_due(workspace, since, now) if _wanted(workspace) else ()


def _reminders(workspace: Workspace, since: datetime | None, now: datetime) -> tuple[ReminderDue, ...]:
    return reminders_due(workspace, since, now) if _wanted(workspace) else ()


def _when(starts: datetime, now: datetime) -> str:
    """The time of day, with the day in front where it is another one."""
    day = "" if starts.date() == now.date() else f"{weekday_and_day(starts.date())}, "
    return f"{day}{starts:%H:%M}"


def start_notices(shell: Shell) -> Notices:
    """Begin telling through the system; pressing a notification brings the window and Today to the front."""
    notice = SystemNotice(QIcon(str(shell.resources / "icons" / "netdesk-64.png")), shell)
    notices = Notices(shell, notice)
    comes = _Forward(shell)
    notice.pressed.connect(comes.come)
    notices.start()
    return notices


class _Forward(QObject):
    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell

    def come(self) -> None:
        """Bring the window to the front, with Today."""
        window = self._shell.window
        window.show()
        window.raise_()
        window.activateWindow()
        self._shell.go("today")

"""What was logged: the list over the window, with its keys. ``open_logged_time(shell)``.

Arrows walk, Enter or a press corrects an entry, Delete takes it out, N logs more.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent

from netdesk.method.calendar_words import short_day
from netdesk.method.changes import Changes
from netdesk.method.errors import NotFound
from netdesk.method.insights.mix import time_words
from netdesk.services.insights.behind import BehindRow, Leads
from netdesk.services.logged_time import LoggedTimes, TimeLine, delete_times, logged_times
from netdesk.ui.dialogs.card_list import ROW_ROLE, CardList, Rows
from netdesk.ui.pages.insights.behind_delegate import BehindDelegate
from netdesk.ui.pages.insights.mix.time_form import open_time_form
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.labels import WrapLabel

_WIDTH, _TALL = 640, 600
_EMPTY = (
    "Nothing is logged yet. Events you took part in and one-to-ones you held count by themselves; log what follow-up, "
    "looking after contacts and the community take."
)
_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_E}


class TimeList(CardList):
    """The entries, the latest first, and what they come to."""

    def __init__(self, shell: Shell) -> None:
        super().__init__("Logged time", "Logged time, the latest first")
        self._shell = shell
        self.model = _Rows(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(BehindDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._edit)
        self.list.installEventFilter(self)
        self.said = WrapLabel("", Type.SECONDARY, "text-2")
        self.above.addWidget(self.said)
        self.more = quiet_button("Log time…", Icon.TIMER, "N", small=True)
        self.more.clicked.connect(self._log)
        self.foot.addWidget(self.more)
        shell.desk.changed.connect(self._changed)
        self._read()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter corrects, Delete takes out, N logs more."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            index = self.list.currentIndex()
            if event.key() in _OPENS:
                self._edit(index)
            elif event.key() == Qt.Key.Key_Delete:
                self._delete(index)
            elif event.key() == Qt.Key.Key_N:
                self._log()
            else:
                return super().eventFilter(watched, event)
            return True
        return super().eventFilter(watched, event)

    def _changed(self, changes: Changes) -> None:
        if changes.touches("logged_time"):
            self._read()

    def _read(self) -> None:
        self._shell.desk.ask(self, "time", logged_times, self._show)

    def _show(self, found: LoggedTimes) -> None:
        row = max(0, self.list.currentIndex().row())
        today = self._shell.today()
        self.model.show([_row(line, short_day(line.on, today)) for line in found.rows])
        self.list.setCurrentIndex(self.model.index(min(row, len(found.rows) - 1), 0))
        if not found.count:
            self.said.setText(_EMPTY)
        else:
            entries = "1 entry" if found.count == 1 else f"{found.count:,} entries"
            words = f"{entries} · {time_words(found.minutes)}"
            more = found.count > len(found.rows)
            self.said.setText(f"{words}. The latest {len(found.rows):,} are shown." if more else words)
        self.hint.setText("Enter corrects an entry, Delete takes it out." if found.count else "")

    def _log(self) -> None:
        open_time_form(self._shell)

    def _edit(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, BehindRow):
            return
        try:
            open_time_form(self._shell, time_id=row.id)
        except NotFound as error:
            self._shell.trouble(error)

    def _delete(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, BehindRow):
            operation = partial(delete_times, time_ids=[row.id])
            self._shell.desk.do(operation, self._deleted, owner=self)

    def _deleted(self, _changes: object) -> None:
        self._shell.toast("Deleted the logged time.", undo=True)


class _Rows(Rows):
    def words(self, row: object) -> str:
        if not isinstance(row, BehindRow):
            return ""
        return ", ".join((row.title, row.detail, row.figure))


def _row(line: TimeLine, day: str) -> BehindRow:
    detail = f"{line.activity.label} · {day}" if line.words else day
    return BehindRow(Leads.TIME, line.id, line.words or line.activity.label, detail, time_words(line.minutes))


def open_logged_time(shell: Shell) -> TimeList:
    """Show what was logged over the window."""
    content = TimeList(shell)
    overlay = shell.show_overlay(content, width=_WIDTH, height=_TALL)
    content.cross.clicked.connect(overlay.close_overlay)
    content.list.setFocus(Qt.FocusReason.OtherFocusReason)
    return content

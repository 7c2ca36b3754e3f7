"""Brings errors nobody caught before a person: in this run as a toast, after a crash at the next start."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from netdesk.app.installed.update_watch import UpdateWatch
from netdesk.app.starting.problems import damaged
from netdesk.ui.main_window import MainWindow
from netdesk.ui.outside import show_folder
from netdesk.ui.says import Offer

NOW = "Something went wrong in NetDesk, and was noted. Nothing saved was lost."
LAST_TIME = "NetDesk ended unexpectedly last time. Everything saved is here."


class ErrorsShown(QObject):
    """``noticed`` may be called in any thread; the note is shown on the window’s thread.

    Without a window (it is not there yet, or gone) nothing is shown: the note is in the log’s folder all the same.
    What ``updates`` can explain is told as that, and so is an installation that is damaged.
    """

    _noticed = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        updates: UpdateWatch | None = None,
        log_folder: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._window: MainWindow | None = None
        self._updates = updates
        self._log_folder = log_folder
        self._damage: str | None = None
        self._noticed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def noticed(self, note: str) -> None:
        """Hand ``note`` over to the window’s thread."""
        self._noticed.emit(note)

    def show_on(self, window: MainWindow | None) -> None:
        """Show notes on this window from now on."""
        self._window = window

    def tell_of_last_time(self, note: str) -> None:
        """Say that the last run did not end well, and offer the details."""
        self._say(LAST_TIME, note)

    def look_for_damage(self) -> None:
        """Name files of NetDesk that are missing, before somebody comes to need one. Reads none but their list."""
        if self._updates is None or not self._updates.explains():
            self._tell_of_damage()

    def _show(self, note: str) -> None:
        if self._updates is not None and self._updates.tell(after_error=True):
            return
        # An error while painting comes again with every repaint; it is said once.
        if self._window is None or self._window.shell.says.text() in {NOW, self._damage}:
            return
        if not self._tell_of_damage():
            self._say(NOW, note)

    def _tell_of_damage(self) -> bool:
        """Say what is missing of the installation; whether anything is."""
        damage = damaged()
        if damage is None:
            return False
        self._damage = damage.in_one_line()
        if self._window is not None:
            offers: list[Offer] = [("Copy details", partial(_copy, str(damage)))]
            self._window.shell.says.say(self._damage, offers, good=False)
        return True

    def _say(self, words: str, note: str) -> None:
        if self._window is None:
            return
        offers: list[Offer] = [("Copy details", partial(_copy, note))]
        if self._log_folder is not None and self._log_folder.is_dir():
            offers.append(("Show folder", self._show_folder))
        self._window.shell.says.say(words, offers, good=False)

    def _show_folder(self) -> None:
        folder, window = self._log_folder, self._window
        if folder is not None and window is not None and not show_folder(folder):
            window.shell.toast(f"The system showed no folder. It is {folder}")


def _copy(note: str) -> None:
    QGuiApplication.clipboard().setText(note)

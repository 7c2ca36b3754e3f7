"""The main window: places at the left, a page at the right, what is under way at the foot."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from netdesk.background.jobs import Progress
from netdesk.method.changes import Changes
from netdesk.services.counts import Counts, counts, has_anybody
from netdesk.services.recent_workspaces import RecentWorkspaces
from netdesk.ui.actions.general import add_general_commands, place_shortcuts
from netdesk.ui.actions.menu_bar import add_menu_bar
from netdesk.ui.actions.sample import add_sample_commands
from netdesk.ui.actions.time import add_time_commands
from netdesk.ui.actions.workspaces import add_workspace_commands
from netdesk.ui.bridge.desk import Desk, Work
from netdesk.ui.bridge.dialogs import Dialogs
from netdesk.ui.first_focus import give_focus
from netdesk.ui.importing.commands import add_import_commands
from netdesk.ui.memory import WindowMemory
from netdesk.ui.pages.page import Page
from netdesk.ui.palette.opener import PaletteOpener
from netdesk.ui.places import PLACES, WELCOME, Place
from netdesk.ui.scanning.commands import add_scan_commands
from netdesk.ui.second_click import SecondClick
from netdesk.ui.shell import Shell
from netdesk.ui.theme.scheme import SchemeSwitch
from netdesk.ui.today_badge import TodayBadge
from netdesk.ui.widgets.nav import NavBar, NavItem
from netdesk.ui.widgets.progress_line import ProgressLine
from netdesk.ui.window_place import keep_place, restore_place

SMALLEST = (900, 600)
BETWEEN_PAGES_MS = 30

_WITHOUT_ANYBODY = frozenset({"pitches", "wins", "insights", "settings"})
"""Places that have their use while nobody is in the workspace."""
_COUNTED = ("person", "event", "pitch", "networking_group", "ledger_entry", "win", "logged_time")
"""The tables the navigation counts in, and those that end the welcome."""


class MainWindow(QMainWindow):
    """One window on one workspace. ``files_dropped`` carries the paths of files dropped anywhere on it."""

    files_dropped = Signal(object)

    def __init__(
        self,
        desk: Desk,
        appearance: SchemeSwitch,
        resources: Path,
        *,
        memory: WindowMemory | None = None,
        dialogs: Dialogs | None = None,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] | None = None,
        places: Sequence[Place] = PLACES,
        log_folder: Path | None = None,
        recent: RecentWorkspaces | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle(f"{desk.workspace.path.stem} – NetDesk")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self._memory = memory or WindowMemory(None)
        self._places = {place.name: place for place in (*places, WELCOME)}
        self._pages: dict[str, Page] = {}
        self._wanted = ""
        self._counts: Counts | None = None
        self._second_click = SecondClick(self)
        self._builder = QTimer(self)
        self._builder.setSingleShot(True)
        self._builder.timeout.connect(self._build_next_page)
        self.shell = Shell(
            self,
            desk,
            appearance,
            resources,
            dialogs=dialogs,
            today=today,
            now=now,
            log_folder=log_folder,
            recent=recent,
        )
        self.shell.wanted.connect(self.show_place)
        self.shell.all_commands_wanted.connect(self.build_all_pages)
        self.shell.keyboard_free.connect(self._give_keyboard)
        self._nav = _nav_of(places)
        self._stack = QStackedWidget()
        self._progress = ProgressLine()
        self._progress.cancelled.connect(self._cancel_work)
        self._work: Work | None = None
        self._lay_out()
        self._nav.chosen.connect(self.show_place)
        self._nav.search_asked.connect(partial(self.shell.commands.run, "palette.open"))
        self._add_commands(places)
        desk.changed.connect(self._recount)
        desk.work_begun.connect(self._watch_work)
        TodayBadge(self.shell, self._nav)
        restore_place(self, self._memory)
        if desk.read(has_anybody):
            # Whoever has people sees them at once; only an empty workspace waits to learn that it is empty.
            self._show_kept_place()
        self._recount(None)

    def _add_commands(self, places: Sequence[Place]) -> None:
        add_general_commands(self.shell, places)
        scanning = add_scan_commands(self.shell, self.current_page)
        add_import_commands(self.shell, self.files_dropped, self.current_page, scanning.take)
        add_workspace_commands(self.shell)
        add_sample_commands(self.shell)
        add_time_commands(self.shell)
        PaletteOpener(self.shell)
        if sys.platform == "darwin":
            add_menu_bar(self, self.shell)

    # Pages ---------------------------------------------------------------------------------

    def show_place(self, name: str, target: dict[str, object] | None = None) -> None:
        """Show the page named ``name``, and on it what ``target`` names; an empty workspace shows the welcome."""
        current = self.current_page()
        if name not in self._places or (current is not None and current.name != name and not current.leave()):
            return
        self._wanted = name
        shown = WELCOME.name if self._is_welcoming() and not target and name not in _WITHOUT_ANYBODY else name
        page = self.page(shown)
        # Asked for before the change: Qt then gives the keyboard to the page’s first control, whatever it is.
        last = page.focusWidget()
        self._stack.setCurrentWidget(page)
        self._nav.set_current(self._places[name].under or name)
        held = page.focusWidget() if page is not current else None
        if target:
            if held is not None:
                held.clearFocus()
            page.open(**target)
            # What is named may have taken the keyboard itself.
            last = page.focusWidget() or last
        if self.isVisible() and page is not current and not self.shell.is_covered():
            give_focus(page, last)

    def page(self, name: str) -> Page:
        """The page named ``name``, built when it is first asked for."""
        if name not in self._pages:
            page = self._places[name].make(self.shell)
            self._pages[name] = page
            self._stack.addWidget(page)
            page.remember(self._memory.state(f"page/{name}"))
        return self._pages[name]

    def current_page(self) -> Page | None:
        """The page that is shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def _give_keyboard(self) -> None:
        page = self.current_page()
        if page is not None:
            give_focus(page)

    def build_all_pages(self) -> None:
        """Build every page now, so that all their commands are there."""
        for name in self._places:
            self.page(name).build_rest()

    def _build_next_page(self) -> None:
        """Build the pages nobody asked for yet, one at a time, while nothing else happens."""
        current = self.current_page()
        if current is None:
            # The first page is still to come; it goes before all others.
            return
        current.build_rest()
        missing = next((name for name in self._places if name not in self._pages), None)
        if missing is not None:
            self.page(missing).build_rest()
            self._builder.start(BETWEEN_PAGES_MS)

    # What is under way -----------------------------------------------------------------------

    def _watch_work(self, work: Work) -> None:
        self._work = work
        self._progress.start(work.title)
        work.progressed.connect(self._show_progress)
        work.ended.connect(self._progress.finish)

    def _show_progress(self, state: Progress) -> None:
        self._progress.advance(state.done, state.total, state.text)

    def _cancel_work(self) -> None:
        if self._work is not None and not self._work.is_over:
            self._work.cancel()

    def _recount(self, changes: Changes | None) -> None:
        if changes is None or changes.touches(*_COUNTED):
            today = self.shell.today()
            self.shell.desk.ask(self, "counts", lambda workspace: counts(workspace, today), self._show_counts)

    def _show_counts(self, figures: Counts) -> None:
        was_welcoming = self._is_welcoming()
        self._counts = figures
        for name, figure in (
            ("contacts", figures.people),
            ("events", figures.coming_events),
            ("groups", figures.groups),
            ("ledger", figures.promises_and_asks),
        ):
            if self._nav.has(name):
                self._nav.set_count(name, figure)
        if was_welcoming != self._is_welcoming() or self.current_page() is None:
            self._show_kept_place()
            self._builder.start(10 * BETWEEN_PAGES_MS)

    def _show_kept_place(self) -> None:
        kept = self._memory.text("place")
        self.show_place(self._wanted or (kept if kept in self._places else next(iter(self._places))))

    def _is_welcoming(self) -> bool:
        return self._counts is not None and self._counts.is_empty

    # The window itself -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._nav)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._progress)
        row.addLayout(column, 1)
        self.setCentralWidget(body)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the other pages after the first one is on the screen."""
        super().showEvent(event)
        # Again each time: a window that was hidden may have got another handle. The same filter is never there twice.
        self.windowHandle().installEventFilter(self._second_click)
        current = self.current_page()
        if current is not None and not event.spontaneous():
            give_focus(current)
        self._builder.start(10 * BETWEEN_PAGES_MS)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what the window should remember; a page may hold the person back."""
        current = self.current_page()
        if current is not None and not current.leave():
            event.ignore()
            return
        self._builder.stop()
        keep_place(self, self._memory)
        self._memory.keep("place", self._wanted)
        self._memory.keep("scheme", str(self.shell.appearance.choice()))
        for name, page in self._pages.items():
            self._memory.keep(f"page/{name}", page.remembered())
        self._memory.save()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dropped anywhere no page wants them."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the dropped files to whoever opens them."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.bring_files(paths)

    def bring_files(self, paths: Sequence[Path]) -> None:
        """Open files given by a drop, by a second start or on the command line."""
        self.files_dropped.emit(list(paths))

    def come_forward(self, paths: Sequence[Path]) -> None:
        """Come to the front because NetDesk was started again, and take the files that start was given."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if paths:
            self.bring_files(paths)


def _nav_of(places: Sequence[Place]) -> NavBar:
    """The side bar with the places that are in it, some at its foot."""
    keys = place_shortcuts(places)

    def items(at_foot: bool) -> list[NavItem]:
        chosen = (one for one in places if one.at_foot is at_foot and not one.under)
        return [NavItem(one.name, one.label, one.icon, keys[one.name]) for one in chosen]

    return NavBar(items(False), items(True))

"""The one page where everything is put together: file, threads, desk, window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from netdesk.app import paths, resources
from netdesk.background.lanes import InlineLanes, Lanes
from netdesk.method.errors import NetDeskError
from netdesk.services.recent_workspaces import RecentWorkspaces
from netdesk.services.workspaces import Workspace, back_up_daily, open_workspace, tidy
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.bridge.dialogs import Dialogs
from netdesk.ui.main_window import MainWindow
from netdesk.ui.memory import WindowMemory
from netdesk.ui.own_icon import own_icon
from netdesk.ui.theme.scheme import Scheme, SchemeSwitch

CHORES_EVERY_MS = 60 * 60 * 1000


@dataclass(slots=True)
class Program:
    """A running NetDesk: what was put together, and the order in which it ends."""

    workspace: Workspace
    lanes: Lanes | InlineLanes
    desk: Desk
    window: MainWindow

    def start_chores(self) -> None:
        """Begin what may wait until the window is there, and comes again every hour: today’s backup."""
        self.do_chores()
        timer = QTimer(self.window)
        timer.setInterval(CHORES_EVERY_MS)
        timer.timeout.connect(self.do_chores)
        timer.start()

    def do_chores(self) -> None:
        """Tidy the history and make today’s backup, unless there is one. The copying holds up no write."""
        now = datetime.now().astimezone()
        self.desk.do(tidy)
        self.desk.work(
            self.window,
            "Backing up",
            lambda workspace, report: back_up_daily(workspace, now, report),
            writes=False,
        )

    def start_notices(self) -> None:
        """Let the system tell what is due, now and while the program runs."""
        from netdesk.ui.notices import start_notices

        start_notices(self.window.shell)

    def close(self) -> None:
        """Stop accepting, cancel, wait, close connections, then the window."""
        self.desk.close()
        self.workspace.close()
        self.window.close()
        self.window.deleteLater()


def compose(
    app: QApplication,
    path: Path,
    *,
    memory: WindowMemory | None = None,
    dialogs: Dialogs | None = None,
    scheme: Scheme | None = None,
    today: Callable[[], date] = date.today,
    now: Callable[[], datetime] | None = None,
    inline: bool = False,
    log_folder: Path | None = None,
    glyphs: Path | None = None,
    recent: RecentWorkspaces | None = None,
) -> Program:
    """Open the workspace at ``path`` and build a window on it. Raises ``WorkspaceError`` in words.

    ``today`` and ``now`` (with an offset; None: the computer’s time of day on ``today``) may be pinned.
    ``inline`` does all work at once on the calling thread, for tests and pictures. ``glyphs`` keeps the small
    pictures of the style sheet from one start to the next; ``recent`` are the workspaces opened on this computer.
    """
    # Before anything can go wrong: the box that says so looks like NetDesk.
    appearance = SchemeSwitch(app, resources.folder(), app, glyphs=glyphs)
    app.setWindowIcon(own_icon(resources.folder()))
    kept = memory or WindowMemory(None)
    appearance.choose(scheme or _kept_scheme(kept))
    try:
        workspace = open_workspace(path, paths.backups_folder(path))
    except NetDeskError:
        appearance.deleteLater()
        raise
    lanes: Lanes | InlineLanes = InlineLanes() if inline else Lanes(workspace)
    desk = Desk(workspace, lanes)
    window = MainWindow(
        desk,
        appearance,
        resources.folder(),
        memory=kept,
        dialogs=dialogs,
        today=today,
        now=now,
        log_folder=log_folder,
        recent=recent,
    )
    desk.setParent(window)
    appearance.setParent(window)
    return Program(workspace, lanes, desk, window)


def _kept_scheme(memory: WindowMemory) -> Scheme:
    try:
        return Scheme(memory.text("scheme", Scheme.SYSTEM))
    except ValueError:
        return Scheme.SYSTEM

"""What is done with the workspace's file from Settings: back up, check, restore, open another one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from netdesk.method.dates import relative_day
from netdesk.services.workspace_file import Copy
from netdesk.services.workspaces import Health, back_up, check
from netdesk.ui.actions.workspaces import open_recent, other_workspaces
from netdesk.ui.outside import show_folder
from netdesk.ui.pages.page import Page
from netdesk.ui.pages.settings.file_panel import FilePanel
from netdesk.ui.shell import Shell


class FileDeeds(QObject):
    """Connects the panel of the file to the workspace, the dialogs and whoever opens workspaces."""

    def __init__(self, shell: Shell, page: Page, panel: FilePanel) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        panel.folder_asked.connect(self._show_folder)
        panel.backup_asked.connect(self._back_up)
        panel.check_asked.connect(self._check)
        panel.open_asked.connect(self._open)
        panel.new_asked.connect(self._new)
        panel.restore_asked.connect(self._restore)
        panel.recent.open_asked.connect(self._open_recent)
        panel.recent.forget_asked.connect(self._forget)
        self._panel = panel

    def _show_folder(self) -> None:
        show_folder(self._shell.desk.workspace.path.parent)

    def _back_up(self) -> None:
        start = self._shell.desk.workspace.backups
        folder = self._shell.dialogs.choose_folder(
            self._page.window(), self.tr("Back up into which folder?"), start
        )
        if folder is None:
            return

        def done(copy: Path) -> None:
            self._page.redraw(None)
            self._shell.toast(
                self.tr("Backed up as {0}").format(copy.name),
                actions=[(self.tr("Show in folder"), lambda: _show(copy.parent))],
            )

        self._shell.desk.work(
            self._page,
            self.tr("Backing up"),
            lambda workspace, report: back_up(workspace, folder),
            done,
            writes=False,
        )

    def _check(self) -> None:
        self._shell.desk.work(
            self._page,
            self.tr("Checking the workspace"),
            lambda workspace, report: check(workspace),
            self._say_health,
        )

    def _say_health(self, health: Health) -> None:
        if health.problems:
            found = "\n".join(problem[:300] for problem in health.problems[:10])
            self._shell.dialogs.tell(
                self._page.window(),
                self.tr("The workspace needs care"),
                self.tr("{0}\n\nKeep this file, and restore the newest backup below.").format(found),
            )
        else:
            self._shell.toast(
                self.tr("The workspace is sound: {0:,} people, {1:,} events").format(
                    health.people, health.events
                )
            )

    def _open(self) -> None:
        self._shell.commands.run("workspace.open")

    def _new(self) -> None:
        self._shell.commands.run("workspace.new")

    def show_recent(self) -> None:
        """Show the workspaces opened before, as they are now."""
        self._panel.recent.show_workspaces(other_workspaces(self._shell))

    def _open_recent(self, path: Path) -> None:
        open_recent(self._shell, path)

    def _forget(self, path: Path) -> None:
        self._shell.recent.forget(path)
        self.show_recent()

    def _restore(self, copy: Copy) -> None:
        when = f"{relative_day(copy.made_at.date(), self._shell.today())}, {copy.made_at:%H:%M}"
        restore = self.tr("Restore")
        answer = self._shell.dialogs.choose(
            self._page.window(),
            self.tr("Restore the backup"),
            self.tr(
                "NetDesk opens again as it was {0}. What is in the workspace now is kept in a file"
                " beside it, so that nothing is lost."
            ).format(when),
            (restore, self.tr("Cancel")),
        )
        if answer == restore:
            self._shell.restore_wanted.emit(copy.path)


def _show(folder: Path) -> None:
    show_folder(folder)

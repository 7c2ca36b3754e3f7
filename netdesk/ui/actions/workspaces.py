"""The commands that open another workspace or make a new one, each in a window of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from netdesk.services.recent_workspaces import RecentWorkspace, is_there
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon

SUFFIX = ".netdesk"
_PATTERN = f"NetDesk workspaces (*{SUFFIX})"


def add_workspace_commands(shell: Shell) -> None:
    """Put the commands into the shell's catalogue."""
    words = "file database network switch recent"
    shell.commands.add(
        Command(
            "workspace.open",
            "Open another workspace…",
            partial(ask_for_workspace, shell),
            Icon.OPEN_FOLDER,
            "",
            words,
        )
    )
    shell.commands.add(
        Command("workspace.new", "New workspace…", partial(ask_for_new, shell), Icon.ADD, "", words)
    )


def other_workspaces(shell: Shell) -> tuple[RecentWorkspace, ...]:
    """The workspaces opened last on this computer, but for this one."""
    return shell.recent.others(shell.desk.workspace.path)


def open_recent(shell: Shell, path: Path) -> None:
    """Open a workspace of the list in a window of its own; one that is gone is said and can be taken off the list."""
    if is_there(path):
        shell.other_workspace_wanted.emit(path)
        return
    shell.says.say(
        f"“{path.name}” is not where it was, in {path.parent}.",
        [("Take off the list", partial(shell.recent.forget, path))],
        good=False,
    )


def ask_for_workspace(shell: Shell) -> None:
    """Let a person choose a workspace."""
    chosen = shell.dialogs.open_files(shell.window, "Open which workspace?", [_PATTERN, "All files (*)"])
    if chosen:
        shell.other_workspace_wanted.emit(chosen[0])


def ask_for_new(shell: Shell) -> None:
    """Let a person say where a new workspace shall be. A file that is there is never taken for it."""
    proposed = str(shell.desk.workspace.path.with_name(f"New network{SUFFIX}"))
    path = shell.dialogs.save_file(shell.window, "Where shall the new workspace be?", proposed, [_PATTERN])
    if path is None:
        return
    if not path.suffix:
        path = path.with_suffix(SUFFIX)
    if path.exists():
        shell.dialogs.tell(
            shell.window,
            "There is a file of that name",
            f"{path.name} was left as it is. Choose another name, or open it instead.",
        )
        return
    shell.other_workspace_wanted.emit(path)

"""`netdesk backup`, `restore`, `check` and `sample`."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

from netdesk.app import paths, resources
from netdesk.app.arguments.reading import Given
from netdesk.app.commands.output import say, write_json, write_line
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.services import workspaces
from netdesk.services.sample import add_sample, remove_sample
from netdesk.services.workspaces import Workspace

_FOUND_DAMAGE = 1


def backup(ws: Workspace, given: Given, _today: date) -> int:
    """Write a verified copy and its path to standard output."""
    folder = given.folder or paths.backups_folder(ws.path)
    copy = workspaces.back_up(ws, folder)
    write_line(str(copy))
    say(f"Backed up {ws.path.name}; the copy was read back and is whole.")
    return 0


def restore(given: Given) -> int:
    """Put a backup in the workspace’s place, or list the backups there are.

    The window must be closed: it would go on writing into the file that was put aside.
    """
    path = given.workspace.expanduser()
    if given.copy is None:
        copies = workspaces.copies(paths.backups_folder(path), path.stem)
        for copy in copies:
            write_line(str(copy))
        count = "1 backup" if len(copies) == 1 else f"{len(copies)} backups"
        say(f"{count} of {path.name}. To restore one: netdesk restore BACKUP")
        return 0
    if not given.copy.is_file():
        raise NotFound(f"There is no backup at {given.copy}.", "Type “netdesk restore” to list them.")
    _must_be_sound(given.copy)
    _must_be_closed(path)
    paths.made(path.parent)
    aside = workspaces.restore(given.copy, path)
    say(f"{path.name} is as it was in {given.copy.name}.")
    if aside is not None:
        say(f"What was there before is kept as {aside.name}.")
    return 0


def check(ws: Workspace, given: Given, _today: date) -> int:
    """Say whether the workspace is sound; exit code 1 when it is not."""
    if given.repair:
        workspaces.repair(ws)
        say("The search index was built anew.")
    health = workspaces.check(ws)
    if given.json:
        write_json(
            {
                "sound": not health.problems,
                "problems": list(health.problems),
                "people": health.people,
                "events": health.events,
                "operations": health.operations,
            }
        )
    for problem in health.problems:
        say(problem)
    state = "is sound" if not health.problems else f"has {len(health.problems)} problems; restore a backup"
    say(f"{ws.path.name} {state}: {health.people} people, {health.events} events.")
    return _FOUND_DAMAGE if health.problems else 0


def sample(ws: Workspace, given: Given, today: date) -> int:
    """Add the invented network, or take it out again."""
    if given.remove:
        remove_sample(ws)
        say("The sample network is gone; undo brings it back.")
        return 0
    add_sample(ws, resources.path("sample"), given.today or today)
    health = workspaces.check(ws)
    say(f"Added the sample network; {health.people} people and {health.events} events are here now.")
    return 0


def _must_be_sound(copy: Path) -> None:
    """Open a copy of the copy, so that the backup itself is never written to. Raises ``WorkspaceError``."""
    with tempfile.TemporaryDirectory(prefix="netdesk-restore-") as folder:
        trial = Path(folder) / copy.name
        shutil.copyfile(copy, trial)
        opened = workspaces.open_workspace(trial)
        try:
            problems = workspaces.check(opened).problems
        finally:
            opened.close()
    if problems:
        raise InvalidInput(f"{copy.name} is damaged: {problems[0]}", "Choose another backup.")


def _must_be_closed(path: Path) -> None:
    from PySide6.QtCore import QLockFile

    from netdesk.app.instance import lock_of

    lock = QLockFile(str(lock_of(paths.workspace_key(path), paths.state_folder())))
    lock.setStaleLockTime(0)
    if not paths.state_folder().exists():
        return
    if not lock.tryLock(0):
        raise InvalidInput(f"{path.name} is open in a window.", "Close the window first, then restore.")
    lock.unlock()

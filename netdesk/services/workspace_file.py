"""The workspace as a file: where it is, how large, and which copies of it there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from netdesk.store import backup
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup: where, when it was made (local time) and its size in bytes."""

    path: Path
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class WorkspaceFile:
    """The file of a workspace, its size in bytes, and its copies, newest first."""

    path: Path
    size: int
    copies: tuple[Copy, ...]


def workspace_file(ws: Workspace) -> WorkspaceFile:
    """Look at the file, what is still in its journal beside it, and its backups folder."""
    parts = [ws.path, ws.path.with_name(f"{ws.path.name}-wal")]
    return WorkspaceFile(ws.path, sum(_size(part) for part in parts), _copies(ws))


def _copies(ws: Workspace) -> tuple[Copy, ...]:
    if ws.backups is None:
        return ()
    found = []
    for path in backup.existing(ws.backups, ws.path.stem):
        made = backup.made_at(path)
        if made is not None:
            found.append(Copy(path, made, _size(path)))
    return tuple(found)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0

"""Copies of a workspace through SQLite’s backup interface, verified, thinned by age.

A copy is written beside its final name first and checked, so that a full disk leaves no half copy. The time a copy
was made stands in its name (``network-20261122-071500.netdesk``); thinning goes by that, never by the file’s date.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from netdesk.store.errors import WorkspaceCorrupt, WorkspaceError, plain_errors

SUFFIX = ".netdesk"
_STAMP = re.compile(r"-(\d{8}-\d{6})(?:-[a-z-]+)?\.netdesk$")
_FORMAT = "%Y%m%d-%H%M%S"


Progress = Callable[[int, int], None]
"""Told now and then how many pages of how many are copied; whatever it raises ends the copying."""
PAGES_AT_ONCE = 4_000


def write(
    connection: sqlite3.Connection,
    folder: Path,
    stem: str,
    reason: str = "",
    progress: Progress | None = None,
) -> Path:
    """Copy the open workspace into ``folder`` and give the verified copy’s path.

    Raises ``WorkspaceError`` when it cannot be written or does not read back whole.
    """
    now = datetime.now().astimezone()
    name = f"{stem}-{now.strftime(_FORMAT)}{'-' + reason if reason else ''}{SUFFIX}"
    target = folder / name
    unfinished = target.with_suffix(".unfinished")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with plain_errors(target):
            _copy(connection, unfinished, progress)
        unfinished.replace(target)
    except OSError as error:
        raise WorkspaceError(
            f"The backup could not be written to {folder}: {error.strerror}.", "Choose another folder."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return target


def _copy(connection: sqlite3.Connection, path: Path, progress: Progress | None) -> None:
    path.unlink(missing_ok=True)
    copy = sqlite3.connect(path, isolation_level=None)
    try:
        if progress is None:
            connection.backup(copy)
        else:
            tell = progress
            connection.backup(
                copy, pages=PAGES_AT_ONCE, progress=lambda _, left, total: tell(total - left, total)
            )
        copy.execute("PRAGMA journal_mode = delete")
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise WorkspaceCorrupt(f"The backup does not read back whole: {found}", "Run: netdesk check")
        copy.execute("UPDATE workspace_info SET value = '' WHERE name = 'open_by'")
    finally:
        copy.close()


def made_at(path: Path) -> datetime | None:
    """When the copy was made, from its name (local time); None for a file that is no copy."""
    found = _STAMP.search(path.name)
    return None if found is None else datetime.strptime(found.group(1), _FORMAT).astimezone()


def existing(folder: Path, stem: str) -> list[Path]:
    """The copies of ``stem`` in ``folder``, newest first."""
    found = [path for path in folder.glob(f"{stem}-*{SUFFIX}") if made_at(path) is not None]
    return sorted(found, key=lambda path: path.name, reverse=True)


def daily(
    connection: sqlite3.Connection, folder: Path, stem: str, today: datetime, progress: Progress | None = None
) -> Path | None:
    """Make today’s copy unless there is one, and thin the old ones; gives the new copy."""
    copies = existing(folder, stem)
    newest = made_at(copies[0]) if copies else None
    if newest is not None and newest.date() == today.date():
        return None
    copy = write(connection, folder, stem, progress=progress)
    thin(folder, stem, today)
    return copy


def thin(folder: Path, stem: str, today: datetime) -> list[Path]:
    """Keep all copies of the last week, one a week for three months, one a month for ever; gives what went."""
    kept: set[str] = set()
    gone: list[Path] = []
    for path in existing(folder, stem):
        made = made_at(path)
        if made is None or today - made < timedelta(days=8):
            continue
        week = made.strftime("week %G-%V")
        month = made.strftime("month %Y-%m")
        slot = week if today - made < timedelta(days=92) else month
        if slot in kept:
            path.unlink()
            gone.append(path)
        kept.add(slot)
    return gone


def restore(copy: Path, path: Path) -> Path | None:
    """Put ``copy`` in the place of the closed workspace ``path``; what was there is kept and its new path given.

    The left-over ``-wal`` and ``-shm`` go with the old file: beside another main file they would show old data.
    """
    aside: Path | None = None
    if path.exists():
        stamp = datetime.now().astimezone().strftime(_FORMAT)
        aside = path.with_name(f"{path.stem}-replaced-{stamp}{path.suffix}")
        for ending in ("", "-wal", "-shm"):
            part = path.with_name(path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
    shutil.copyfile(copy, path)
    return aside

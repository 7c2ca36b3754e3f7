"""SQLite’s errors as sentences with a remedy."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netdesk.method.errors import NetDeskError


class WorkspaceError(NetDeskError):
    """The workspace file cannot be opened, read or written."""


class WorkspaceLocked(WorkspaceError):
    """Another program holds the file."""


class WorkspaceFull(WorkspaceError):
    """The disk has no room left."""


class WorkspaceReadOnly(WorkspaceError):
    """The file or its folder cannot be written to."""


class WorkspaceCorrupt(WorkspaceError):
    """The file is damaged."""


class WorkspaceNewer(WorkspaceError):
    """The file was written by a newer NetDesk."""


class NotAWorkspace(WorkspaceError):
    """The file is something else."""


class WriteOutsideChange(AssertionError):
    """A programming error: something was written outside ``Workspace.change``."""


_SENTENCES: tuple[tuple[tuple[str, ...], type[WorkspaceError], str, str], ...] = (
    (
        ("locked", "busy"),
        WorkspaceLocked,
        "Another program is using {name} right now.",
        "Close it there, or wait a moment, and try again. Nothing was changed.",
    ),
    (
        ("disk is full", "no space"),
        WorkspaceFull,
        "The disk is full, so nothing of this was saved.",
        "Free some room in {folder} and try again; everything saved before is safe.",
    ),
    (
        ("readonly", "read-only"),
        WorkspaceReadOnly,
        "{name} cannot be written to.",
        "Allow writing to the file and its folder, or copy it to a folder of your own.",
    ),
    (
        ("malformed", "corrupt"),
        WorkspaceCorrupt,
        "{name} is damaged.",
        "Restore the newest backup, and keep this file until you have looked at it.",
    ),
    (
        ("not a database", "is encrypted"),
        NotAWorkspace,
        "{name} is not a NetDesk workspace.",
        "It was left as it is; choose another file.",
    ),
    (
        ("unable to open",),
        WorkspaceError,
        "{path} cannot be opened.",
        "Check that the folder exists and is yours.",
    ),
    (
        ("disk i/o error",),
        WorkspaceError,
        "The disk would not read or write {name}.",
        "Check the disk or the network drive; what was saved before is safe.",
    ),
)
"""Marks in SQLite's messages, the error they mean, and its two sentences."""


def translated(error: BaseException, path: Path) -> WorkspaceError | WriteOutsideChange | None:
    """The error a person understands for ``error``, or None when it is none of SQLite’s.

    The whole chain of causes is looked at, because Peewee reports a full disk as "cannot rollback".
    """
    seen: BaseException | None = error
    while seen is not None:
        found = _one(seen, path)
        if found is not None:
            return found
        seen = seen.__cause__ or seen.__context__
    return None


def _database_errors() -> tuple[type[Exception], ...]:
    """What SQLite raises, and Peewee where it is in use: it is imported with the first query made by it."""
    peewee = sys.modules.get("peewee")
    return (sqlite3.Error,) if peewee is None else (sqlite3.Error, peewee.PeeweeException)


def _one(error: BaseException, path: Path) -> WorkspaceError | WriteOutsideChange | None:
    if not isinstance(error, _database_errors()):
        return None
    text = str(error).lower()
    if "journal_entry.operation_id" in text:
        return WriteOutsideChange("a tracked table was written outside Workspace.change")
    for marks, kind, what, remedy in _SENTENCES:
        if any(mark in text for mark in marks):
            names = {"name": path.name, "path": path, "folder": path.absolute().parent}
            return kind(what.format(**names), remedy.format(**names))
    return None


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn SQLite’s and Peewee’s errors inside the block into our own."""
    try:
        yield
    except _database_errors() as error:
        known = translated(error, path)
        if known is None:
            raise
        raise known from error

"""Opening, checking, backing up and restoring a workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from netdesk.method.errors import NotFound
from netdesk.store import backup, blobs, derived, journal, search_index
from netdesk.store.errors import plain_errors
from netdesk.store.migrations import MINOR
from netdesk.store.workspace import Workspace

__all__ = [
    "Health",
    "Workspace",
    "abilities",
    "back_up",
    "back_up_daily",
    "check",
    "copies",
    "open_workspace",
    "repair",
    "restore",
    "schema",
    "tidy",
]


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: ``problems`` is empty for a sound workspace; counts for the report."""

    problems: tuple[str, ...]
    people: int
    events: int
    operations: int


def open_workspace(path: Path, backups: Path | None = None) -> Workspace:
    """Open or create the workspace at ``path``. Raises ``WorkspaceError`` with a sentence and a remedy."""
    return Workspace(path, backups)


def check(workspace: Workspace) -> Health:
    """Look through the whole file: pages, foreign keys, both search indexes."""
    problems = [row[0] for row in workspace.sql("PRAGMA integrity_check(20)") if row[0] != "ok"]
    for table, row, parent, _ in workspace.sql("PRAGMA foreign_key_check").fetchmany(20):
        problems.append(f"Row {row} of {table} points to a row of {parent} that is not there.")
    for index in ("person_search", "interaction_search", "offer_search", "learned_search"):
        problems.extend(_index_problems(workspace, index))
    return Health(
        tuple(problems),
        _count(workspace, "person WHERE binned_at IS NULL"),
        _count(workspace, "event WHERE binned_at IS NULL"),
        _count(workspace, "operation"),
    )


def schema() -> int:
    """The number of the schema this NetDesk writes; every number below was one of an earlier NetDesk."""
    return MINOR


def abilities(workspace: Workspace) -> str:
    """What the database library under ``workspace`` is and can: its version, full text and JSON.

    Raises ``WorkspaceError`` where one of them is missing.
    """
    with plain_errors(workspace.path):
        version = str(workspace.sql("SELECT sqlite_version()").fetchone()[0])
        workspace.sql("CREATE VIRTUAL TABLE temp.ability USING fts5 (words, tokenize='porter unicode61')")
        workspace.sql("DROP TABLE temp.ability")
        workspace.sql("SELECT json_object('a', json_quote('b')), value FROM json_each('[1]')").fetchall()
    return f"SQLite {version} with full text and JSON"


def _count(workspace: Workspace, source: str) -> int:
    return int(workspace.sql(f"SELECT count(*) FROM {source}").fetchone()[0])


def _index_problems(workspace: Workspace, index: str) -> list[str]:
    from netdesk.store.errors import WorkspaceError

    try:
        workspace.sql(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except WorkspaceError:
        return [f"The search index {index} does not match what is written. Run: netdesk check --repair"]
    return []


def repair(workspace: Workspace) -> None:
    """Build anew what is only derived from the records: both search indexes and the derived columns."""
    with workspace.transaction() as connection:
        derived.rebuild(connection)
        search_index.rebuild(connection)


def back_up(workspace: Workspace, folder: Path) -> Path:
    """Write a verified copy into ``folder`` and give its path."""
    return backup.write(workspace.connection, folder, workspace.path.stem)


def tidy(workspace: Workspace) -> None:
    """Forget the oldest steps of the history, and pictures that nobody refers to any more."""
    with workspace.transaction() as connection:
        journal.prune(connection)
        blobs.collect(connection)


def back_up_daily(
    workspace: Workspace, now: datetime, report: Callable[[int, int, str], None] | None = None
) -> Path | None:
    """Make today’s copy, unless there is one, and thin the old ones; gives the new copy.

    ``report`` hears how far it is; what it raises ends the copying, and nothing is left of the half copy.
    """
    if workspace.backups is None:
        return None
    progress = None if report is None else _in_words(report)
    return backup.daily(workspace.connection, workspace.backups, workspace.path.stem, now, progress)


def _in_words(report: Callable[[int, int, str], None]) -> Callable[[int, int], None]:
    return lambda done, total: report(done, total, "Backing up")


def copies(folder: Path, stem: str) -> list[Path]:
    """The copies of the workspace named ``stem`` in ``folder``, newest first."""
    return backup.existing(folder, stem)


def restore(copy: Path, path: Path) -> Path | None:
    """Put ``copy`` in the place of the closed workspace at ``path``; what was there is kept beside it.

    Gives where the old file is now. Raises ``NotFound`` when there is no such copy.
    """
    if not copy.is_file():
        raise NotFound(f"There is no backup at {copy}.", "Choose a file from the backups folder.")
    return backup.restore(copy, path)

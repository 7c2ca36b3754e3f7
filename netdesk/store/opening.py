"""Opening a workspace file: is it ours, is it sound, bring it to this version.

Order: identity and version, quick check when the last end was unclean, backup before a migration, migration,
triggers anew (a rebuilt table loses its own), foreign keys checked.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from netdesk.method.levels import DEFAULT_LEVELS
from netdesk.store import backup, derived, journal, search_index, tracking
from netdesk.store.errors import (
    NotAWorkspace,
    WorkspaceCorrupt,
    WorkspaceError,
    WorkspaceNewer,
    WorkspaceReadOnly,
    plain_errors,
)
from netdesk.store.migrations import MAJOR, MIGRATIONS, MINOR

APPLICATION_ID = 0x4E544453
"""``NTDS``, in the file’s header."""
BUSY_SECONDS = 5.0
_ANOTHER_PLACE = "Allow writing there, or choose another place: netdesk --workspace FILE"
PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", "on"),
    ("cache_size", -8_000),
    ("temp_store", "memory"),
)


def prepare(path: Path, backups: Path | None) -> sqlite3.Connection:
    """Make the file at ``path`` a sound workspace of this version, creating it if it is not there.

    ``backups`` is the folder for the copy made before a migration. Gives a connection to it, for the calling
    thread. Raises ``WorkspaceError`` in words.
    """
    _check_place(path)
    with plain_errors(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            version = _identify(connection, path)
            _tune(connection)
            ended_badly = bool(version) and _ended_badly(connection)
            if ended_badly:
                _quick_check(connection, path)
            if version and version < MINOR and backups is not None:
                backup.write(connection, backups, path.stem, reason="before-update")
            if version < MINOR or ended_badly or _triggers_differ(connection) or _may_prune(connection, path):
                _migrate(connection, version)
            _mark_open(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """A further connection to a workspace that was prepared, for the calling thread."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    _tune(connection)
    return connection


def _tune(connection: sqlite3.Connection) -> None:
    for name, value in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")


def _may_prune(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the history can be too long: it counts too many steps, or the file has room for too many images."""
    steps = connection.execute("SELECT count(*) FROM operation").fetchone()[0]
    return bool(steps > journal.KEPT_OPERATIONS) or path.stat().st_size > journal.KEPT_BYTES


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise NotAWorkspace(f"{path} is a folder.", "Name a file in it, for example network.netdesk.")
    if path.exists():
        if not os.access(path, os.R_OK):
            raise WorkspaceError(f"{path} may not be read.", "Ask its owner, or copy it to your own folder.")
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise WorkspaceReadOnly(
                f"{path} cannot be written to.",
                "Allow writing to the file and its folder, or copy it to a folder of your own.",
            )
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(
            f"The folder {path.parent} cannot be made: {error.strerror}.", _ANOTHER_PLACE
        ) from error
    if not os.access(path.parent, os.W_OK):
        raise WorkspaceReadOnly(f"Nothing can be written to {path.parent}.", _ANOTHER_PLACE)


def _identify(connection: sqlite3.Connection, path: Path) -> int:
    """The file’s minor version, 0 for an empty new one."""
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    if application == 0 and version == 0 and tables == 0:
        return 0
    if application != APPLICATION_ID:
        raise NotAWorkspace(
            f"{path.name} is not a NetDesk workspace.", "It was left as it is; choose another file."
        )
    major, minor = divmod(version, 1000)
    if major > MAJOR:
        raise WorkspaceNewer(
            f"{path.name} was written by a newer NetDesk.", "Update NetDesk to open it; nothing was changed."
        )
    return minor


def _ended_badly(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT value FROM workspace_info WHERE name = 'open_by'").fetchone()
    return bool(row and row[0]) and not _is_running(int(row[0]))


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return True
    if os.name == "nt":  # os.kill would end the process there
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _quick_check(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise WorkspaceCorrupt(
            f"{path.name} is damaged ({found.splitlines()[-1]}).",
            "Restore the newest backup, and keep this file until you have looked at it.",
        )


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version:
            # What a migration does is no step of anybody's history.
            connection.execute("UPDATE write_state SET recording = 0")
        for statements in MIGRATIONS[version:]:
            for statement in _split(statements):
                connection.execute(statement)
        connection.execute("UPDATE write_state SET recording = 1")
        if version == 0:
            _fill(connection)
        if version < MINOR:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {MAJOR * 1000 + MINOR}")
        if version < MINOR or _triggers_differ(connection):
            tracking.install(connection)
            derived.install(connection)
            search_index.install(connection)
            _remember_triggers(connection)
        if 0 < version < MINOR:
            derived.rebuild(connection)
            search_index.rebuild(connection)
        _end_interrupted(connection)
        if version and version < MINOR:
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
            if broken:
                raise WorkspaceCorrupt(f"A row of {broken[0]} points nowhere.", "Restore the newest backup.")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _split(statements: str) -> list[str]:
    """The single statements of a migration."""
    found: list[str] = []
    pending = ""
    for line in statements.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found


def _fill(connection: sqlite3.Connection) -> None:
    """What a new workspace starts with: the five levels."""
    connection.executemany(
        "INSERT INTO level (id, name, meaning, moves_up, rhythm_days, capacity, evidence, evidence_any)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                level.number,
                level.name,
                level.meaning,
                level.moves_up,
                level.rhythm_days,
                level.capacity,
                ",".join(level.evidence),
                level.evidence_any,
            )
            for level in DEFAULT_LEVELS
        ],
    )


def _trigger_text(connection: sqlite3.Connection) -> str:
    rows = connection.execute("SELECT count(*), total(length(sql)) FROM sqlite_schema WHERE type = 'trigger'")
    return str(tuple(rows.fetchone()))


def _triggers_differ(connection: sqlite3.Connection) -> bool:
    from netdesk import __version__

    row = connection.execute("SELECT value FROM workspace_info WHERE name = 'triggers'").fetchone()
    return row is None or row[0] != f"{__version__} {_trigger_text(connection)}"


def _remember_triggers(connection: sqlite3.Connection) -> None:
    from netdesk import __version__

    connection.execute(
        "INSERT OR REPLACE INTO workspace_info VALUES ('triggers', ?)",
        (f"{__version__} {_trigger_text(connection)}",),
    )


def _end_interrupted(connection: sqlite3.Connection) -> None:
    """An operation that was cut off between two batches is kept, and can be undone like any other."""
    if _ended_badly(connection):
        connection.execute("UPDATE operation SET state = 'done' WHERE state = 'running'")
    journal.prune(connection)


def _mark_open(connection: sqlite3.Connection) -> None:
    row = connection.execute("SELECT value FROM workspace_info WHERE name = 'open_by'").fetchone()
    if row is None or not row[0] or not _is_running(int(row[0])):
        connection.execute("INSERT OR REPLACE INTO workspace_info VALUES ('open_by', ?)", (str(os.getpid()),))


def mark_closed(connection: sqlite3.Connection) -> None:
    """Note that this process ended in good order; not so while an operation is cut off in the middle."""
    connection.execute(
        "UPDATE workspace_info SET value = '' WHERE name = 'open_by' AND value = ?"
        " AND NOT EXISTS (SELECT 1 FROM operation WHERE state = 'running')",
        (str(os.getpid()),),
    )

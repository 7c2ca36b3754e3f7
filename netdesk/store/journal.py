"""The history: every operation’s before and after images, and the way back and forth.

Undo takes an operation’s rows back to how they were before it, redo to how they were after it, each in one
transaction. What a row looked like is merged over all entries of the operation first, so that a bulk operation of
20,000 rows is a few statements a table.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime

from netdesk.method.changes import Changes
from netdesk.store.tracking import tracked_columns

NAMED_ROWS = 2_000
"""Above so many touched rows of one table, ``Changes`` no longer names them."""
KEPT_OPERATIONS = 200
KEPT_BYTES = 50_000_000
MERGE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One operation of the history: its title, when it was made (ISO with offset) and whether it is undone."""

    operation: int
    title: str
    made_at: str
    undone: bool


def begin(connection: sqlite3.Connection, title: str, merge_key: str | None, made_at: str, state: str) -> int:
    """Name the operation that the following writes belong to."""
    if merge_key is not None:
        # Quick edits of one field within a minute are one step of the history.
        row = connection.execute(
            "SELECT id, merge_key, state, made_at FROM operation ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if row and row[1:3] == (merge_key, "done") and _seconds_between(row[3], made_at) <= MERGE_SECONDS:
            connection.execute("UPDATE operation SET title = ? WHERE id = ?", (title, row[0]))
            return _enter(connection, int(row[0]))
    cursor = connection.execute(
        "INSERT INTO operation (title, state, merge_key, revision, made_at) VALUES (?, ?, ?, 0, ?)",
        (title, state, merge_key, made_at),
    )
    return _enter(connection, int(cursor.lastrowid or 0))


def _seconds_between(earlier: str, later: str) -> float:
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()


def _enter(connection: sqlite3.Connection, operation: int) -> int:
    resume(connection, operation)
    return operation


def resume(connection: sqlite3.Connection, operation: int) -> None:
    """Let the following writes belong to ``operation``."""
    connection.execute("UPDATE write_state SET operation_id = ?", (operation,))


def finish(connection: sqlite3.Connection, operation: int, state: str | None = None) -> None:
    """End the writes of ``operation``; with ``state`` it takes that state."""
    connection.execute("UPDATE write_state SET operation_id = NULL, indexing = 1, revision = revision + 1")
    connection.execute(
        "UPDATE operation SET revision = (SELECT revision FROM write_state), state = coalesce(?, state)"
        " WHERE id = ?",
        (state, operation),
    )


def forget_undone(connection: sqlite3.Connection) -> None:
    """Something new was done: what was undone before can no longer be done again."""
    connection.execute(
        "DELETE FROM journal_entry WHERE operation_id IN (SELECT id FROM operation WHERE state = 'undone')"
    )
    connection.execute("DELETE FROM operation WHERE state = 'undone'")


def forget_if_empty(connection: sqlite3.Connection, operation: int) -> None:
    """An operation that changed nothing is no step of the history."""
    connection.execute(
        "DELETE FROM operation WHERE id = ?1"
        " AND NOT EXISTS (SELECT 1 FROM journal_entry WHERE operation_id = ?1)",
        (operation,),
    )


def last_entry(connection: sqlite3.Connection) -> int:
    """The id of the newest journal entry."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM journal_entry").fetchone()[0])


def touched(connection: sqlite3.Connection, operation: int, kind: str, after_entry: int = 0) -> Changes:
    """The rows that ``operation`` touched in entries newer than ``after_entry``."""
    row = connection.execute("SELECT title, revision FROM operation WHERE id = ?", (operation,)).fetchone()
    title, revision = row if row else ("", 0)
    found: dict[str, set[int] | None] = {}
    # The newest entries are a short range of ids; by the operation's index all its batches would be read each time.
    wanted = "+operation_id" if after_entry else "operation_id"
    cursor = connection.execute(
        f"SELECT table_name, row_id FROM journal_entry WHERE {wanted} = ? AND id > ?",
        (operation, after_entry),
    )
    for table, row in cursor:
        ids = found.setdefault(table, set())
        if ids is not None:
            ids.add(row)
            if len(ids) > NAMED_ROWS:
                found[table] = None
    rows = {table: None if ids is None else frozenset(ids) for table, ids in found.items()}
    return Changes(operation, title, kind, rows, revision)


def undo(connection: sqlite3.Connection) -> Changes | None:
    """Take the newest operation back; None when there is none. Must run inside a transaction."""
    row = connection.execute(
        "SELECT id FROM operation WHERE state = 'done' ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return None if row is None else _replay(connection, int(row[0]), backwards=True)


def undo_to(connection: sqlite3.Connection, operation: int) -> Changes | None:
    """Take back ``operation`` and everything made after it, newest first. Must run inside a transaction."""
    found = connection.execute(
        "SELECT id FROM operation WHERE state = 'done' AND id >= ? ORDER BY id DESC", (operation,)
    ).fetchall()
    changes: Changes | None = None
    for (number,) in found:
        step = _replay(connection, int(number), backwards=True)
        changes = step if changes is None else step | changes
    return changes


def withdraw(connection: sqlite3.Connection, operation: int) -> Changes:
    """Take ``operation`` alone back and forget it, whatever was made after it; what hangs on its rows goes too.

    Must run inside a transaction with foreign keys on.
    """
    changes = _replay(connection, operation, backwards=True)
    connection.execute("DELETE FROM journal_entry WHERE operation_id = ?", (operation,))
    connection.execute("DELETE FROM operation WHERE id = ?", (operation,))
    return changes


def redo(connection: sqlite3.Connection) -> Changes | None:
    """Do the operation that was undone last again; None when there is none. Must run inside a transaction."""
    row = connection.execute("SELECT id FROM operation WHERE state = 'undone' ORDER BY id LIMIT 1").fetchone()
    return None if row is None else _replay(connection, int(row[0]), backwards=False)


def history(connection: sqlite3.Connection, limit: int = KEPT_OPERATIONS) -> tuple[HistoryEntry, ...]:
    """The newest operations first."""
    found = connection.execute(
        "SELECT id, title, made_at, state FROM operation ORDER BY id DESC LIMIT ?", (limit,)
    )
    return tuple(HistoryEntry(row[0], row[1], row[2], row[3] == "undone") for row in found)


def changed_since(
    connection: sqlite3.Connection, revision: int, known: Container[int] = ()
) -> tuple[int, Changes]:
    """The newest revision, and all that was done or undone after ``revision`` but in the ``known`` revisions."""
    newest = int(connection.execute("SELECT revision FROM write_state").fetchone()[0])
    changes = Changes()
    found = connection.execute(
        "SELECT id, state, revision FROM operation WHERE revision > ? ORDER BY revision", (revision,)
    ).fetchall()
    for operation, state, made in found:
        if made not in known:
            changes = touched(connection, operation, "undone" if state == "undone" else "done") | changes
    return newest, changes


def prune(connection: sqlite3.Connection) -> None:
    """Forget the oldest operations beyond 200 of them or 50 MB of images."""
    oldest = connection.execute(
        "SELECT id FROM operation ORDER BY id DESC LIMIT 1 OFFSET ?", (KEPT_OPERATIONS,)
    ).fetchone()
    limit = int(oldest[0]) if oldest else 0
    size = 0
    sizes = connection.execute(
        "SELECT operation_id, sum(coalesce(length(before), 0) + coalesce(length(after), 0))"
        " FROM journal_entry GROUP BY operation_id ORDER BY operation_id DESC"
    )
    for position, (operation, length) in enumerate(sizes.fetchall()):
        size += length
        if size > KEPT_BYTES and position > 0:
            limit = max(limit, int(operation))
            break
    connection.execute("DELETE FROM journal_entry WHERE operation_id <= ?", (limit,))
    connection.execute("DELETE FROM operation WHERE id <= ?", (limit,))


def _replay(connection: sqlite3.Connection, operation: int, *, backwards: bool) -> Changes:
    # The images hold what cascades did, so foreign keys must be off: a cascade would do it twice.
    connection.execute("UPDATE write_state SET recording = 0")
    _gather_images(connection, operation)
    columns = tracked_columns(connection)
    present = [row[0] for row in connection.execute("SELECT DISTINCT table_name FROM temp.image")]
    target, other = ("before", "after") if backwards else ("after", "before")
    for table in present:
        connection.execute(
            f"DELETE FROM {table} WHERE id IN"
            f" (SELECT row_id FROM temp.image WHERE table_name = ? AND {target} IS NULL)",
            (table,),
        )
    for table in present:
        _restore_rows(connection, table, columns[table], target, other)
        _restore_columns(connection, table, columns[table], target)
    connection.execute("UPDATE write_state SET recording = 1")
    finish(connection, operation, "undone" if backwards else "done")
    changes = touched(connection, operation, "undone" if backwards else "redone")
    connection.execute("DROP TABLE temp.image")
    return changes


def _gather_images(connection: sqlite3.Connection, operation: int) -> None:
    """Fill ``temp.image`` with one net before and after image for each row of the operation."""
    connection.execute("DROP TABLE IF EXISTS temp.image")
    connection.execute(
        "CREATE TEMP TABLE image (table_name TEXT, row_id INTEGER, before TEXT, after TEXT,"
        " PRIMARY KEY (table_name, row_id))"
    )
    connection.execute(
        "INSERT INTO temp.image SELECT table_name, row_id, before, after FROM journal_entry"
        " WHERE operation_id = ? GROUP BY table_name, row_id HAVING count(*) = 1",
        (operation,),
    )
    many = connection.execute(
        "SELECT table_name, row_id, before, after FROM journal_entry WHERE operation_id = ?1"
        " AND (table_name, row_id) IN (SELECT table_name, row_id FROM journal_entry"
        "   WHERE operation_id = ?1 GROUP BY 1, 2 HAVING count(*) > 1) ORDER BY id",
        (operation,),
    )
    merged: dict[tuple[str, int], tuple[str | None, str | None]] = {}
    for table, row, before, after in many:
        key = (table, row)
        merged[key] = _merge(merged[key], before, after) if key in merged else (before, after)
    connection.executemany(
        "INSERT INTO temp.image VALUES (?, ?, ?, ?)",
        [(*key, *images) for key, images in merged.items() if images != (None, None)],
    )


def _merge(
    so_far: tuple[str | None, str | None], before: str | None, after: str | None
) -> tuple[str | None, str | None]:
    """Two steps of one row as one; an image is None where the row was not there."""
    first, last = so_far
    if first is not None and last is not None and before is not None:
        # The row was there all along: columns changed only later had their old value before the first step.
        first = json.dumps({**json.loads(before), **json.loads(first)})
    if last is None or after is None:
        return first, after
    return first, json.dumps({**json.loads(last), **json.loads(after)})


def _restore_rows(
    connection: sqlite3.Connection, table: str, columns: list[str], target: str, other: str
) -> None:
    """Bring rows back that are not there in the present state of things.

    An image from before a migration lacks the columns that came with it: they take their default.
    """
    defaults = {row[1]: row[4] for row in connection.execute(f"PRAGMA table_info({table})")}
    values = ", ".join(
        f"CASE WHEN json_type({target}, '$.{column}') IS NULL THEN {defaults[column]}"
        f" ELSE json_extract({target}, '$.{column}') END"
        if defaults[column] is not None
        else f"json_extract({target}, '$.{column}')"
        for column in columns
    )
    connection.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM temp.image"
        f" WHERE table_name = ? AND {other} IS NULL AND {target} IS NOT NULL",
        (table,),
    )


def _restore_columns(connection: sqlite3.Connection, table: str, columns: list[str], target: str) -> None:
    """Set the columns that the operation changed, and no other."""
    changed = {
        row[0]
        for row in connection.execute(
            f"SELECT DISTINCT key FROM temp.image, json_each({target})"
            " WHERE table_name = ? AND before IS NOT NULL AND after IS NOT NULL",
            (table,),
        )
    }
    wanted = [column for column in columns if column in changed and column != "id"]
    if not wanted:
        return
    assignments = ", ".join(
        f"{column} = CASE WHEN json_type(n.{target}, '$.{column}') IS NULL THEN {table}.{column}"
        f" ELSE json_extract(n.{target}, '$.{column}') END"
        for column in wanted
    )
    connection.execute(
        f"UPDATE {table} SET {assignments} FROM temp.image n WHERE n.table_name = ? AND n.row_id = {table}.id"
        " AND n.before IS NOT NULL AND n.after IS NOT NULL",
        (table,),
    )

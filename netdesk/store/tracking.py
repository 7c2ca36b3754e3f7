"""The triggers that record every change of a tracked table in the journal.

They are generated from the schema as it stands, so that a table rebuilt by a migration is tracked again. An
insert keeps the row after, a delete the row before, an update both images of the columns that changed. Columns
that other triggers derive are not tracked: they are derived again when a change is taken back.
"""

from __future__ import annotations

import sqlite3

UNTRACKED_TABLES = frozenset(
    {"workspace_info", "operation", "journal_entry", "write_state", "photo", "search_text", "command_use"}
)
DERIVED_COLUMNS = {
    "person": frozenset(
        {
            "organisation_name",
            "sort_organisation",
            "last_contact_on",
            "next_follow_up_on",
            "met_days",
            "follow_ups_done",
            "one_to_ones_achieved",
            "one_to_ones_held",
            "made_together",
            "gives",
            "receives",
            "referrals_given",
            "referrals_received",
            "last_give_on",
            "wins_given",
            "wins_received",
        }
    ),
    "card": frozenset({"state", "due_on", "done_at"}),
}
PREFIX = "journal_"


def tracked_columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The tracked tables with their tracked columns, ``id`` first."""
    return {table: list(columns) for table, columns in _tracked(connection).items()}


def _tracked(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """The tracked tables with their tracked columns and declared types."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE '%\\_search%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    tables: dict[str, dict[str, str]] = {}
    for (name,) in names:
        if name in UNTRACKED_TABLES:
            continue
        derived = DERIVED_COLUMNS.get(name, frozenset())
        columns = {row[1]: row[2] for row in connection.execute(f"PRAGMA table_info({name})")}
        tables[name] = {column: kind for column, kind in columns.items() if column not in derived}
    return tables


def install(connection: sqlite3.Connection) -> None:
    """Put the journal’s triggers anew on every tracked table."""
    drop_triggers(connection, PREFIX)
    for table, columns in _tracked(connection).items():
        for statement in _triggers(table, columns):
            connection.execute(statement)


def drop_triggers(connection: sqlite3.Connection, prefix: str) -> None:
    """Remove all triggers whose names begin with ``prefix``."""
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND substr(name, 1, ?) = ?",
        (len(prefix), prefix),
    ).fetchall()
    for (name,) in found:
        connection.execute(f"DROP TRIGGER {name}")


def _triggers(table: str, columns: dict[str, str]) -> list[str]:
    changeable = {column: kind for column, kind in columns.items() if column != "id"}
    recording = "(SELECT recording FROM write_state)"
    operation = "(SELECT operation_id FROM write_state)"
    differs = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in changeable)
    head = "INSERT INTO journal_entry (operation_id, table_name, row_id, before, after)"
    return [
        f"CREATE TRIGGER {PREFIX}{table}_insert AFTER INSERT ON {table} WHEN {recording} BEGIN"
        f" {head} VALUES ({operation}, '{table}', NEW.id, NULL, {_image('NEW', columns)}); END",
        f"CREATE TRIGGER {PREFIX}{table}_delete AFTER DELETE ON {table} WHEN {recording} BEGIN"
        f" {head} VALUES ({operation}, '{table}', OLD.id, {_image('OLD', columns)}, NULL); END",
        f"CREATE TRIGGER {PREFIX}{table}_update AFTER UPDATE OF {', '.join(changeable)} ON {table}"
        f" WHEN {recording} AND ({differs}) BEGIN"
        f" {head} VALUES ({operation}, '{table}', NEW.id,"
        f" {_changed('OLD', changeable)}, {_changed('NEW', changeable)}); END",
    ]


def _image(row: str, columns: dict[str, str]) -> str:
    pairs = ", ".join(f"'{column}', {_value(row, column, kind)}" for column, kind in columns.items())
    return f"json_object({pairs})"


def _changed(row: str, columns: dict[str, str]) -> str:
    """SQL for a JSON object of just the columns in which OLD and NEW differ."""
    parts = " || ".join(
        f"CASE WHEN OLD.{column} IS NOT NEW.{column}"
        f" THEN ',\"{column}\":' || json_quote({_value(row, column, kind)}) ELSE '' END"
        for column, kind in columns.items()
    )
    return f"'{{' || substr({parts}, 2) || '}}'"


def _value(row: str, column: str, kind: str) -> str:
    """SQL for a value in an image; JSON would cut a REAL to 15 digits, so it is kept as text of 17."""
    value = f"{row}.{column}"
    return (
        f"CASE WHEN {value} IS NULL THEN NULL ELSE printf('%!.17g', {value}) END" if kind == "REAL" else value
    )

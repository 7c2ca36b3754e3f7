"""Every schema that was released is kept as a file; what was released never changes."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from netdesk.store import opening
from netdesk.store.migrations import MAJOR, MIGRATIONS, MINOR
from netdesk.store.workspace import Workspace
from tests.support.setup_scripts import setup_script
from tests.support.source_tree import TOP

KEPT = TOP / "resources" / "selftest"
freeze = setup_script("freeze_schema")


def tables_and_indexes(connection: sqlite3.Connection) -> dict[str, str]:
    """What the migrations made; triggers are made anew at each opening that needs it."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL"
    )
    return dict(rows.fetchall())


def kept(schema: int, folder: Path) -> Path:
    path = folder / f"kept-{schema}.netdesk"
    path.write_bytes(gzip.decompress((KEPT / f"schema-{schema}.netdesk.gz").read_bytes()))
    return path


def test_there_is_one_for_every_schema() -> None:
    names = {file.name for file in KEPT.iterdir()}
    assert names == {f"schema-{schema}.netdesk.gz" for schema in range(1, MINOR + 1)}


@pytest.mark.parametrize("schema", range(1, MINOR + 1))
def test_no_migration_was_changed_after_its_schema_was_kept(tmp_path: Path, schema: int) -> None:
    connection = sqlite3.connect(kept(schema, tmp_path))
    fresh = sqlite3.connect(":memory:")
    try:
        assert connection.execute("PRAGMA user_version").fetchone() == (MAJOR * 1000 + schema,)
        assert connection.execute("PRAGMA application_id").fetchone() == (opening.APPLICATION_ID,)
        for statements in MIGRATIONS[:schema]:
            fresh.executescript(statements)
        assert tables_and_indexes(connection) == tables_and_indexes(fresh)
    finally:
        connection.close()
        fresh.close()


@pytest.mark.parametrize("schema", range(1, MINOR + 1))
def test_each_becomes_the_schema_a_new_workspace_has(tmp_path: Path, schema: int) -> None:
    migrated, new = (
        Workspace(kept(schema, tmp_path), tmp_path / "copies"),
        Workspace(tmp_path / "new.netdesk"),
    )
    try:
        assert tables_and_indexes(migrated.connection) == tables_and_indexes(new.connection)
        assert migrated.sql("SELECT display_name FROM person ORDER BY id").fetchall() == [
            ("Grace Adeyemi",),
            ("Zoë Laurent",),
        ]
        assert migrated.sql("SELECT met_days FROM person WHERE id = 1").fetchone() == (1,)
    finally:
        migrated.close()
        new.close()
    assert len(list((tmp_path / "copies").glob("*.netdesk"))) == (schema < MINOR)


def test_the_present_schema_is_kept_by_the_script_once(tmp_path: Path) -> None:
    file = freeze.write(tmp_path / "kept")
    assert file.name == f"schema-{MINOR}.netdesk.gz"
    before = file.read_bytes()
    assert freeze.write(tmp_path / "kept").read_bytes() == before
    path = tmp_path / "opened.netdesk"
    path.write_bytes(gzip.decompress(before))
    opened = Workspace(path)
    assert [entry.title for entry in opened.history()] == ["Bring what this schema keeps"]
    opened.close()

"""SQLite’s errors become ours, with a sentence and a remedy."""

import sqlite3
from pathlib import Path

import peewee
import pytest

from netdesk.store.errors import (
    NotAWorkspace,
    WorkspaceCorrupt,
    WorkspaceError,
    WorkspaceFull,
    WorkspaceLocked,
    WorkspaceReadOnly,
    WriteOutsideChange,
    plain_errors,
    translated,
)

FILE = Path("files") / "network.netdesk"


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("database is locked", WorkspaceLocked, "Another program is using network.netdesk right now."),
        ("database or disk is full", WorkspaceFull, "The disk is full, so nothing of this was saved."),
        (
            "attempt to write a readonly database",
            WorkspaceReadOnly,
            "network.netdesk cannot be written to.",
        ),
        ("database disk image is malformed", WorkspaceCorrupt, "network.netdesk is damaged."),
        ("file is not a database", NotAWorkspace, "network.netdesk is not a NetDesk workspace."),
        ("unable to open database file", WorkspaceError, f"{FILE} cannot be opened."),
        ("disk I/O error", WorkspaceError, "The disk would not read or write network.netdesk."),
    ],
)
@pytest.mark.parametrize("origin", [sqlite3.OperationalError, peewee.OperationalError])
def test_an_error_of_the_file_is_said_in_words(
    text: str, kind: type[WorkspaceError], sentence: str, origin: type[Exception]
) -> None:
    with pytest.raises(kind) as raised, plain_errors(FILE):
        raise origin(text)
    assert raised.value.what == sentence
    assert raised.value.remedy
    assert str(raised.value.__cause__) == text


def test_the_cause_behind_another_error_is_the_one_that_is_told() -> None:
    try:
        try:
            raise sqlite3.OperationalError("database or disk is full")
        except sqlite3.OperationalError:
            raise peewee.OperationalError("cannot rollback - no transaction is active")  # noqa: B904
    except peewee.OperationalError as error:
        found = translated(error, FILE)
    assert isinstance(found, WorkspaceFull)


def test_a_write_outside_a_change_is_a_fault_of_the_program() -> None:
    error = sqlite3.IntegrityError("NOT NULL constraint failed: journal_entry.operation_id")
    assert isinstance(translated(error, FILE), WriteOutsideChange)


def test_what_is_no_trouble_of_the_file_stays_what_it_is() -> None:
    assert translated(ValueError("database is locked"), FILE) is None
    with pytest.raises(sqlite3.OperationalError, match="no such column"), plain_errors(FILE):
        raise sqlite3.OperationalError("no such column: shoe")

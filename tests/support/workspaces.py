"""Workspaces for tests: real files, filled fast."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from netdesk.method.names import fold
from netdesk.store.workspace import Workspace, moment
from tests.support.kept_files import new_workspace

GIVEN = (
    "Grace",
    "Ellen",
    "Aoife",
    "Sam",
    "Dina",
    "Karl",
    "Marta",
    "Ravi",
    "Peter",
    "Tom",
    "Luis",
    "Olga",
    "Zoë",
)
FAMILY = ("Adeyemi", "Brandt", "Byrne", "Carter", "Haddad", "Jensen", "Lindqvist", "Menon", "Novák", "Okafor")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new workspace in a file of its own."""
    opened = new_workspace(tmp_path / "network.netdesk", tmp_path / "backups")
    yield opened
    opened.close()


def sample_people(workspace: Workspace, count: int, level: int | None = None) -> list[int]:
    """Add ``count`` people with invented names in one operation and give their ids."""
    start = int(workspace.sql("SELECT coalesce(max(id), 0) FROM person").fetchone()[0])
    now = moment()
    rows = []
    for number in range(start, start + count):
        given = GIVEN[number % len(GIVEN)]
        family = FAMILY[(number // len(GIVEN)) % len(FAMILY)]
        more = number // (len(GIVEN) * len(FAMILY))
        if more:
            family = f"{family} {more}"
        name = f"{given} {family}"
        rows.append(
            (f"urn:test:{number}", given, family, name, fold(f"{family} {given}"), level, number, now, now)
        )
    with workspace.change(f"Add {count} people"):
        workspace.many(
            "INSERT INTO person (uid, given, family, display_name, sort_name, level, board_rank, created_at,"
            " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
    found = workspace.sql("SELECT id FROM person WHERE id > ? ORDER BY id", (start,)).fetchall()
    return [int(row[0]) for row in found]


class _TakenBack(Exception):
    """Ends a block whose writes are not to stay."""


@contextmanager
def taken_back(workspace: Workspace) -> Iterator[Workspace]:
    """Let what is written in the block go again at its end, for many examples in one file."""
    with suppress(_TakenBack), workspace.change("Try something"):
        yield workspace
        raise _TakenBack

"""State machines that do things in any order and hold undo and redo to what was.

``StepsUndone`` takes steps back and does them again at any time; ``AllUndone`` takes everything back at the end.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from netdesk.services.workspaces import check
from tests.support.kept_files import new_workspace

Snapshot = list[list[tuple[object, ...]]]


class WorkspaceMachine(RuleBasedStateMachine):
    """``ws`` is a workspace of its own, whole at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.ws = new_workspace(Path(self.folder.name) / "network.netdesk")

    def teardown(self) -> None:
        assert check(self.ws).problems == ()
        self.ws.close()
        self.folder.cleanup()


class StepsUndone(WorkspaceMachine):
    """Keeps what every step left behind in ``TABLES``, and compares after each undo and redo.

    What is prepared stands in ``prepare``; each rule ends with ``step()``.
    """

    TABLES: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.prepare()
        self.past = [(self.newest(), self.snapshot())]
        self.future: list[tuple[int, Snapshot]] = []

    def prepare(self) -> None:
        """Put into the workspace what is never taken back."""

    def snapshot(self) -> Snapshot:
        return [self.ws.sql(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in self.TABLES]

    def newest(self) -> int:
        return next((entry.operation for entry in self.ws.history() if not entry.undone), 0)

    def ids(self, table: str) -> list[int]:
        return [row[0] for row in self.ws.sql(f"SELECT id FROM {table} ORDER BY id")]

    def one_of(self, table: str, pick: int) -> int:
        found = self.ids(table)
        return found[pick % len(found)]

    def step(self) -> None:
        """One more thing was done; quick edits of one thing are one step, what changed nothing is none."""
        number, after = self.newest(), self.snapshot()
        if number == self.past[-1][0]:
            self.past[-1] = (number, after)
        else:
            self.past.append((number, after))
            self.future.clear()

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        self.ws.undo()
        self.future.append(self.past.pop())
        assert self.snapshot() == self.past[-1][1]

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.ws.redo()
        self.past.append(self.future.pop())
        assert self.snapshot() == self.past[-1][1]


class AllUndone(WorkspaceMachine):
    """At the end undo finds what was ``seen()`` at the beginning, and redo the end."""

    def __init__(self) -> None:
        super().__init__()
        self.prepare()
        self.first = len(self.ws.history())
        self.begin = self.seen()

    def prepare(self) -> None:
        """Put into the workspace what is never taken back."""

    def seen(self) -> object:
        """What is compared. Subclasses override this."""
        return None

    def teardown(self) -> None:
        end = self.seen()
        while len([entry for entry in self.ws.history() if not entry.undone]) > self.first:
            self.ws.undo()
        assert self.seen() == self.begin
        while self.ws.redo() is not None:
            pass
        assert self.seen() == end
        super().teardown()

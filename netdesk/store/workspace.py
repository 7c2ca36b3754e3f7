"""The workspace: one file, one way to change it, every change in the history and announced after its commit."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netdesk.method.changes import Changes
from netdesk.store import journal, opening, search_index
from netdesk.store.errors import WorkspaceError, plain_errors, translated

if TYPE_CHECKING:
    from peewee import Query

Listener = Callable[[Changes], None]


class Change:
    """A change under way: its operation’s id, and after the commit what it touched."""

    def __init__(self, operation: int, first_entry: int) -> None:
        self.operation = operation
        self.first_entry = first_entry
        self.changes = Changes()


class BatchedChange:
    """One operation of the history made in several transactions, so that others may write in between.

    Use ``with batched.batch():`` for each part. While a batch is written the full-text triggers rest;
    give the ids of new people to ``index``.
    """

    def __init__(self, workspace: Workspace, title: str) -> None:
        self._workspace = workspace
        self._title = title
        self.operation = 0

    @contextmanager
    def batch(self) -> Iterator[sqlite3.Connection]:
        """One transaction of the operation, announced after its commit.

        It need not be on the disk before the next begins: the commit that ends the operation puts all of it there.
        """
        with self._workspace.unhurried(), self._workspace.transaction() as connection:
            if self.operation == 0:
                journal.forget_undone(connection)
                self.operation = journal.begin(connection, self._title, None, moment(), "running")
            journal.resume(connection, self.operation)
            connection.execute("UPDATE write_state SET indexing = 0")
            first = journal.last_entry(connection)
            yield connection
            journal.finish(connection, self.operation)
            changes = journal.touched(connection, self.operation, "done", first)
            self._workspace.note_own(changes)
        self._workspace.announce(changes)

    def index(self, first_id: int, last_id: int) -> None:
        """Index the people with ids from ``first_id`` to ``last_id``; call inside the batch that wrote them."""
        search_index.index_people(self._workspace.connection, first_id, last_id)


class Workspace:
    """An open workspace file. Connections are one a thread: ``attach`` in each, ``detach`` at its end."""

    def __init__(self, path: Path, backups: Path | None = None) -> None:
        """Open or create the file at ``path``; ``backups`` takes copies. Raises ``WorkspaceError``."""
        self.path = path
        self.backups = backups
        self._threads = threading.local()
        self._threads.connection = opening.prepare(path, backups)
        self._writing = threading.RLock()
        self._listeners: list[Listener] = []
        self._current: Change | None = None
        self._own_revisions: set[int] = set()
        self._cut_off: set[int] = set()

    # Connections -----------------------------------------------------------------------------

    def attach(self) -> None:
        """Give the calling thread its own connection."""
        if self._open_connection() is None:
            with plain_errors(self.path):
                self._threads.connection = opening.connect(self.path)

    def detach(self) -> None:
        """Close the calling thread’s connection."""
        connection, self._threads.connection = self._open_connection(), None
        if connection is not None:
            connection.close()

    def close(self) -> None:
        """Note the clean end and close the calling thread’s connection; others must have detached."""
        connection = self._open_connection()
        if connection is None:
            return
        try:
            opening.mark_closed(connection)
        except sqlite3.Error as error:
            known = translated(error, self.path)
            if not isinstance(known, WorkspaceError):
                raise
        self.detach()

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread’s connection."""
        connection = self._open_connection()
        if connection is None:
            raise sqlite3.ProgrammingError("this thread is not attached to the workspace")
        return connection

    def _open_connection(self) -> sqlite3.Connection | None:
        return getattr(self._threads, "connection", None)

    # Asking ----------------------------------------------------------------------------------

    def sql(self, text: str, values: Sequence[Any] | dict[str, Any] = ()) -> sqlite3.Cursor:
        """Run one statement on the calling thread’s connection."""
        with plain_errors(self.path):
            return self.connection.execute(text, values)

    def many(self, text: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each of ``rows``."""
        with plain_errors(self.path):
            self.connection.executemany(text, rows)

    def run(self, query: Query) -> Any:
        """Execute a Peewee query on this workspace: rows for a select, the new id or a count of rows for the rest."""
        # Peewee is large, and the window opens without it.
        from netdesk.store.tables.on_connection import OnConnection

        database = OnConnection(self.connection)
        with plain_errors(self.path):
            # Bound as well: "on conflict" is worded by the database the query belongs to.
            return query.bind(database).execute(database)

    def row(self, query: Query) -> Any:
        """The first row a Peewee select finds, as a tuple; None when there is none."""
        with plain_errors(self.path):
            # To the end, so that no statement stays open.
            found = tuple(self.run(query.tuples()))
        return found[0] if found else None

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Let all statements in the block see the same state of things, whatever is written meanwhile.

        For questions of several statements; nothing may be written in it but temporary tables.
        """
        connection = self.connection
        if connection.in_transaction:
            yield
            return
        with plain_errors(self.path):
            connection.execute("BEGIN")
            try:
                yield
            finally:
                # Committed, not rolled back: temporary tables made on the way may be asked again.
                if self.connection.in_transaction:
                    connection.execute("COMMIT")

    # Changing --------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One immediate transaction; the way of ``change``, ``undo`` and ``redo``, not for anybody else."""
        with self._writing, plain_errors(self.path):
            connection = self.connection
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # SQLite may have rolled back by itself already, for example on a full disk.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def unhurried(self) -> Iterator[None]:
        """Let the transactions inside the block wait for no disk; a power cut may lose them, never tear them."""
        with self._writing:
            self.sql("PRAGMA synchronous = NORMAL")
            try:
                yield
            finally:
                self.sql("PRAGMA synchronous = FULL")

    @contextmanager
    def change(self, title: str, *, merge_key: str | None = None) -> Iterator[Change]:
        """One operation: atomic, in the history under ``title``, announced after its commit.

        A change inside a change belongs to the outer one. Operations with the same ``merge_key`` within a
        minute are one step of the history. Raises ``WorkspaceError`` when nothing could be written.
        """
        with self._writing:
            if self._current is not None:
                yield self._current
                return
            with self.transaction() as connection:
                operation = journal.begin(connection, title, merge_key, moment(), "done")
                change = Change(operation, journal.last_entry(connection))
                self._current = change
                try:
                    yield change
                finally:
                    self._current = None
                journal.finish(connection, operation)
                change.changes = journal.touched(connection, operation, "done", change.first_entry)
                self.note_own(change.changes)
                if change.changes.is_empty:
                    journal.forget_if_empty(connection, operation)
                else:
                    journal.forget_undone(connection)
        if not change.changes.is_empty:
            self.announce(change.changes)

    @contextmanager
    def batched_change(self, title: str) -> Iterator[BatchedChange]:
        """One operation in several transactions, for long imports; an error takes the whole of it back."""
        batched = BatchedChange(self, title)
        try:
            yield batched
        except BaseException:
            if batched.operation:
                self._withdraw(batched.operation)
            raise
        if batched.operation:
            with self.transaction() as connection:
                journal.finish(connection, batched.operation, "done")
                # Its rows were announced with their batches, and are no news when this commit is seen.
                self._own_revisions.add(self.revision())

    def _withdraw(self, operation: int) -> None:
        """Take a cut-off operation back; where the disk does not let it, it stays one step that can be undone."""
        try:
            with self.transaction() as connection:
                changes = journal.withdraw(connection, operation)
                self.note_own(changes)
        except WorkspaceError:
            self._cut_off.add(operation)
        else:
            self.announce(changes)

    def undo(self) -> Changes | None:
        """Take the newest operation back; None when there is nothing to undo."""
        return self._replay(journal.undo)

    def redo(self) -> Changes | None:
        """Do what was undone last again; None when there is nothing to redo."""
        return self._replay(journal.redo)

    def undo_operation(self, operation: int) -> Changes | None:
        """Take back ``operation`` and every one made since, newest first, all or nothing."""
        return self._replay(lambda connection: journal.undo_to(connection, operation))

    def _replay(self, step: Callable[[sqlite3.Connection], Changes | None]) -> Changes | None:
        with self._writing:
            # Off outside the transaction, where alone it has an effect: the images hold what cascades did.
            self.sql("PRAGMA foreign_keys = off")
            try:
                with self.transaction() as connection:
                    for operation in self._cut_off:
                        journal.finish(connection, operation, "done")
                    changes = step(connection)
                    if changes is not None:
                        self.note_own(changes)
                self._cut_off.clear()
            finally:
                self.sql("PRAGMA foreign_keys = on")
        if changes is not None:
            self.announce(changes)
        return changes

    def history(self) -> tuple[journal.HistoryEntry, ...]:
        """The operations that can be undone or redone, newest first."""
        with plain_errors(self.path):
            return journal.history(self.connection)

    # Announcing ------------------------------------------------------------------------------

    def listen(self, listener: Listener) -> None:
        """Call ``listener`` with every committed change, on the thread that made it."""
        self._listeners.append(listener)

    def unlisten(self, listener: Listener) -> None:
        """Stop calling ``listener``."""
        self._listeners.remove(listener)

    def announce(self, changes: Changes) -> None:
        """Tell the listeners of a committed change."""
        for listener in tuple(self._listeners):
            listener(changes)

    def note_own(self, changes: Changes) -> None:
        """Remember, before the commit, that this program makes ``changes`` and will announce them itself."""
        self._own_revisions.add(changes.revision)

    def revision(self) -> int:
        """The number of the newest commit of a change."""
        return int(self.sql("SELECT revision FROM write_state").fetchone()[0])

    def changed_since(self, revision: int) -> tuple[int, Changes]:
        """The newest revision, and what other programs changed after ``revision``."""
        with plain_errors(self.path):
            newest, changes = journal.changed_since(self.connection, revision, self._own_revisions)
        for own in tuple(self._own_revisions):
            if own <= newest:
                self._own_revisions.discard(own)
        return newest, changes

    def data_version(self) -> int:
        """A number that differs from the last answer when another connection has committed since."""
        return int(self.sql("PRAGMA data_version").fetchone()[0])


def moment() -> str:
    """Now, as ISO text with the local offset, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")

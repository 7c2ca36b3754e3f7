"""Peewee on a connection that is open already."""

from __future__ import annotations

import sqlite3

from peewee import SqliteDatabase


class OnConnection(SqliteDatabase):
    """Runs Peewee's queries on one connection, which stays open and whose transactions are none of its business."""

    _given: sqlite3.Connection | None = None

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(None, autoconnect=False, thread_safe=False)
        self._given = connection

    def is_closed(self) -> bool:
        """Never once it is made: whoever opened the connection closes it."""
        return self._given is None

    def cursor(self, named_cursor: str | None = None) -> sqlite3.Cursor:
        """A cursor of the connection that was given."""
        assert self._given is not None
        return self._given.cursor()

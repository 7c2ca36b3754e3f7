"""How one likes it: preferences and saved filters."""

from __future__ import annotations

from peewee import IntegerField, TextField

from netdesk.store.tables.base import Table


class Preference(Table):
    """A setting of the workspace; ``value`` is JSON."""

    name = TextField()
    value = TextField()


class SavedFilter(Table):
    """A question about contacts, kept under a name; ``query`` is JSON."""

    name = TextField()
    query = TextField()
    position = IntegerField(default=0)

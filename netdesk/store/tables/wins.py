"""Business won, whom to thank for it, and what money of other currencies is worth."""

from __future__ import annotations

from peewee import FloatField, IntegerField, TextField

from netdesk.store.tables.base import Table


class Win(Table):
    """A client or piece of business won; ``won_on`` is a plain day, ``source`` is null while not said."""

    title = TextField()
    client = TextField(default="")
    client_id = IntegerField(null=True)
    won_on = TextField()
    value = FloatField(null=True)
    currency = TextField(default="")
    source = TextField(null=True)
    how = TextField(default="")
    event_id = IntegerField(null=True)
    group_id = IntegerField(null=True)
    note = TextField(default="")
    created_at = TextField()
    binned_at = TextField(null=True)


class WinThanks(Table):
    """Somebody to thank for a win: step by step along a chain of people; ``name`` stays when the person goes."""

    win_id = IntegerField()
    person_id = IntegerField(null=True)
    name = TextField()
    chain = IntegerField(default=0)
    step = IntegerField(default=0)
    weight = FloatField(default=1.0)


class CurrencyRate(Table):
    """One of ``currency`` is ``rate`` of ``own``, as it was entered on the day ``set_on``."""

    currency = TextField()
    own = TextField()
    rate = FloatField()
    set_on = TextField()


class LoggedTime(Table):
    """Minutes spent on one of the five activities of networking on a day."""

    activity = TextField()
    spent_on = TextField()
    minutes = IntegerField()
    words = TextField(default="")
    created_at = TextField()

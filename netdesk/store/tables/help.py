"""Help given and got, and introductions."""

from __future__ import annotations

from peewee import IntegerField, TextField

from netdesk.store.tables.base import Table


class LedgerEntry(Table):
    """A give, a receive, a promise (open until kept) or an ask (open until answered); days are plain dates."""

    person_id = IntegerField()
    kind = TextField()
    way = TextField(default="other")
    words = TextField(default="")
    outcome = TextField(default="")
    happened_on = TextField()
    due_on = TextField(null=True)
    state = TextField(default="done")
    closed_on = TextField(null=True)
    reason = TextField(default="")
    introduction_id = IntegerField(null=True)
    interaction_id = IntegerField(null=True)
    event_id = IntegerField(null=True)
    group_id = IntegerField(null=True)
    created_at = TextField()


class Introduction(Table):
    """Two people brought together, for ``person_id`` to ``other_id``: proposed, made, met, business or nothing."""

    person_id = IntegerField()
    other_id = IntegerField()
    why = TextField(default="")
    message = TextField(default="")
    state = TextField(default="proposed")
    made_on = TextField(null=True)
    outcome = TextField(default="")
    outcome_on = TextField(null=True)
    created_at = TextField()


class FitRefusal(Table):
    """Two people who do not fit, whatever their words say: not proposed again."""

    person_id = IntegerField()
    other_id = IntegerField()
    refused_at = TextField()

"""Conversations and follow-ups."""

from __future__ import annotations

from peewee import IntegerField, TextField

from netdesk.store.tables.base import Table


class Interaction(Table):
    """Something that happened with one or more people; only ``real_contact`` counts for the rhythm."""

    kind = TextField()
    happened_at = TextField()
    title = TextField(default="")
    words = TextField(default="")
    place = TextField(default="")
    objective = TextField(default="")
    outcome = TextField(null=True)
    real_contact = IntegerField(default=1)
    event_id = IntegerField(null=True)
    created_at = TextField()


class InteractionPerson(Table):
    """Who took part in an interaction."""

    interaction_id = IntegerField()
    person_id = IntegerField()


class FollowUp(Table):
    """Something I will do for or with a person by a day: open, done or dropped."""

    person_id = IntegerField()
    event_id = IntegerField(null=True)
    action = TextField()
    due_on = TextField()
    state = TextField(default="open")
    closed_at = TextField(null=True)
    reason = TextField(default="")
    created_at = TextField()

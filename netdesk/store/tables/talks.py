"""Conversations, cards and follow-ups."""

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
    made_together = TextField(default="")


class InteractionPerson(Table):
    """Who took part in an interaction."""

    interaction_id = IntegerField()
    person_id = IntegerField()


class FollowUp(Table):
    """Something I will do for or with a person by a day (and a time, "10:00"): open, done or dropped."""

    person_id = IntegerField()
    event_id = IntegerField(null=True)
    action = TextField()
    due_on = TextField()
    state = TextField(default="open")
    closed_at = TextField(null=True)
    reason = TextField(default="")
    created_at = TextField()
    card_id = IntegerField(null=True)
    due_time = TextField(null=True)
    moved = IntegerField(default=0)
    win_id = IntegerField(null=True)


class Card(Table):
    """A person met at an event; ``state``, ``due_on`` and ``done_at`` are derived and only read: no defaults here."""

    event_id = IntegerField(null=True)
    person_id = IntegerField()
    kind = TextField(default="")
    solid = IntegerField(default=0)
    learned = IntegerField(default=0)
    was_new = IntegerField(default=1)
    received_at = TextField()
    let_go_at = TextField(null=True)
    let_go_reason = TextField(default="")
    photo = TextField(null=True)
    created_at = TextField()
    state = TextField()
    due_on = TextField(null=True)
    done_at = TextField(null=True)


class PlanTemplate(Table):
    """A plan for a card that is offered again and again: an action so many days after; "{name}" is the person."""

    name = TextField()
    action = TextField()
    days = IntegerField()
    position = IntegerField(default=0)


class OneToOne(Table):
    """A one-to-one that is planned; held once ``interaction_id`` names the talk, else called off or to come."""

    person_id = IntegerField()
    objective = TextField(default="")
    starts_at = TextField()
    minutes = IntegerField(default=60)
    zone = TextField(default="")
    place = TextField(default="")
    remind_minutes = IntegerField(null=True)
    first_question = TextField(default="")
    second_question = TextField(default="")
    interaction_id = IntegerField(null=True)
    called_off_at = TextField(null=True)
    reason = TextField(default="")
    event_id = IntegerField(null=True)
    group_id = IntegerField(null=True)
    uid = TextField()
    created_at = TextField()

"""Groups one belongs to, their members and the audit."""

from __future__ import annotations

from peewee import FloatField, IntegerField, TextField

from netdesk.store.tables.base import Table


class NetworkingGroup(Table):
    """A group: why I go, how often it meets (``meets_on``: Monday is 0), what it costs, since when."""

    name = TextField()
    why = TextField(default="")
    place = TextField(default="")
    meets_every = TextField(default="")
    meets_on = IntegerField(null=True)
    meets_at = TextField(null=True)
    minutes = IntegerField(default=90)
    fee = FloatField(null=True)
    fee_per = TextField(default="year")
    currency = TextField(default="")
    since = TextField(null=True)
    left_on = TextField(null=True)
    note = TextField(default="")
    created_at = TextField()
    binned_at = TextField(null=True)


class Member(Table):
    """Somebody in a group, since when and until when, and what I learned from them."""

    group_id = IntegerField()
    person_id = IntegerField()
    joined_on = TextField(null=True)
    left_on = TextField(null=True)
    role = TextField(default="")
    learned = TextField(default="")
    created_at = TextField()


class AuditMark(Table):
    """An answer of the audit given by hand; it beats what the record says."""

    member_id = IntegerField()
    mark = TextField()
    answer = IntegerField()

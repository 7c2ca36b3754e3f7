"""Events, what I go for, whom I expect, and pitches."""

from __future__ import annotations

from peewee import FloatField, IntegerField, TextField

from netdesk.store.tables.base import Table


class Pitch(Table):
    """What I say to an audience; kinds: sentence, one_minute, presentation."""

    title = TextField()
    audience = TextField(default="")
    kind = TextField()
    how_i_help = TextField(default="")
    good_at = TextField(default="")
    different = TextField(default="")
    ask = TextField(default="")
    helps_the_room = TextField(default="")
    created_at = TextField()
    binned_at = TextField(null=True)


class PitchVersion(Table):
    """A numbered wording of a pitch; frozen once an event that used it has begun."""

    pitch_id = IntegerField()
    number = IntegerField()
    text = TextField()
    what_changed = TextField(default="")
    created_at = TextField()


class Event(Table):
    """A networking event; times are ISO with offset, ``zone`` an IANA name, shares whole percents."""

    title = TextField()
    starts_at = TextField()
    ends_at = TextField(null=True)
    zone = TextField(default="")
    place = TextField(default="")
    host = TextField(default="")
    cost = FloatField(null=True)
    currency = TextField(default="")
    share_target = IntegerField(null=True)
    share_close = IntegerField(null=True)
    share_same = IntegerField(null=True)
    share_other = IntegerField(null=True)
    purpose = TextField(null=True)
    purpose_words = TextField(default="")
    pitch_version_id = IntegerField(null=True)
    pitch_needed = IntegerField(default=1)
    different = TextField(default="")
    note = TextField(default="")
    attended = IntegerField(null=True)
    repeats_event_id = IntegerField(null=True)
    uid = TextField(default="")
    created_at = TextField()
    binned_at = TextField(null=True)
    stars = FloatField(null=True)
    hours = FloatField(null=True)
    people_met = IntegerField(null=True)
    people_new = IntegerField(null=True)
    learned = TextField(default="")
    change_next = TextField(default="")
    debriefed_at = TextField(null=True)
    group_id = IntegerField(null=True)


class Reaction(Table):
    """How the people of one event took a version of a pitch, by count."""

    event_id = IntegerField(null=True)
    pitch_version_id = IntegerField()
    asked_more = IntegerField(default=0)
    polite = IntegerField(default=0)
    blank = IntegerField(default=0)


class Rehearsal(Table):
    """One time a version was said aloud against the clock."""

    pitch_version_id = IntegerField()
    seconds = IntegerField()
    made_at = TextField()


class Goal(Table):
    """A counted goal of an event with how I follow up."""

    event_id = IntegerField()
    kind = TextField()
    words = TextField(default="")
    count = IntegerField(null=True)
    reached = IntegerField(default=0)
    follow_up = TextField(default="")
    position = IntegerField(default=0)


class ExpectedPerson(Table):
    """Somebody to meet at an event: a contact, or a name not yet a contact, with why, give and ask."""

    event_id = IntegerField()
    person_id = IntegerField(null=True)
    name = TextField(default="")
    organisation = TextField(default="")
    why = TextField(default="")
    give = TextField(default="")
    ask = TextField(default="")
    position = IntegerField(default=0)

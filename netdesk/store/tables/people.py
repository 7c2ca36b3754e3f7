"""People and what belongs to them."""

from __future__ import annotations

from peewee import FloatField, IntegerField, TextField

from netdesk.store.tables.base import Table


class Organisation(Table):
    """A firm, charity or club; ``sort_name`` (folded) is unique."""

    name = TextField()
    sort_name = TextField()
    note = TextField(default="")


class Level(Table):
    """One of the five levels; ``id`` is its number."""

    name = TextField()
    meaning = TextField()
    moves_up = TextField()
    rhythm_days = IntegerField()
    capacity = IntegerField(null=True)
    evidence = TextField(default="")
    evidence_any = IntegerField(default=0)


class Person(Table):
    """A contact. Columns from ``organisation_name`` on are derived by triggers and never written: no defaults here."""

    uid = TextField()
    prefix = TextField(default="")
    given = TextField(default="")
    additional = TextField(default="")
    family = TextField(default="")
    suffix = TextField(default="")
    nickname = TextField(default="")
    display_name = TextField()
    sort_name = TextField()
    organisation_id = IntegerField(null=True)
    department = TextField(default="")
    role = TextField(default="")
    note = TextField(default="")
    what_they_do = TextField(default="")
    ideal_client = TextField(default="")
    good_introduction = TextField(default="")
    where_to = TextField(default="")
    photo = TextField(null=True)
    birthday = TextField(null=True)
    anniversary = TextField(null=True)
    met_on = TextField(null=True)
    met_event_id = IntegerField(null=True)
    met_through_id = IntegerField(null=True)
    met_words = TextField(default="")
    level = IntegerField(null=True)
    level_since = TextField(null=True)
    board_rank = FloatField(default=0.0)
    rhythm_days = IntegerField(null=True)
    archived_at = TextField(null=True)
    binned_at = TextField(null=True)
    extra = TextField(default="[]")
    created_at = TextField()
    updated_at = TextField()
    accomplishments = TextField(default="")
    interests = TextField(default="")
    networks = TextField(default="")
    skills = TextField(default="")
    snoozed_until = TextField(null=True)
    organisation_name = TextField()
    sort_organisation = TextField()
    last_contact_on = TextField(null=True)
    next_follow_up_on = TextField(null=True)
    met_days = IntegerField()
    follow_ups_done = IntegerField()
    one_to_ones_achieved = IntegerField()
    one_to_ones_held = IntegerField()
    made_together = IntegerField()
    gives = IntegerField()
    receives = IntegerField()
    referrals_given = IntegerField()
    referrals_received = IntegerField()
    last_give_on = TextField(null=True)
    wins_given = IntegerField()
    wins_received = IntegerField()


class ContactPoint(Table):
    """An e-mail address, phone number, postal address, web or social address; ``parts`` is JSON of an address."""

    person_id = IntegerField()
    kind = TextField()
    label = TextField(default="")
    value = TextField()
    normalised = TextField(default="")
    preferred = IntegerField(default=0)
    position = IntegerField(default=0)
    parts = TextField(null=True)


class PersonKind(Table):
    """What somebody is to me: potential client, connector, competitor …"""

    person_id = IntegerField()
    kind = TextField()


class Tag(Table):
    """A word people are marked with; ``folded`` is unique."""

    name = TextField()
    folded = TextField()


class PersonTag(Table):
    """A tag on a person."""

    person_id = IntegerField()
    tag_id = IntegerField()


class OwnField(Table):
    """A field somebody added: text, number, date or yes_no."""

    name = TextField()
    kind = TextField()
    position = IntegerField(default=0)


class OwnFieldValue(Table):
    """What stands in an own field for one person."""

    person_id = IntegerField()
    own_field_id = IntegerField()
    value = TextField()


class TargetMarket(Table):
    """A market: who exactly, where they gather, who is close to them."""

    name = TextField()
    who = TextField(default="")
    where_they_gather = TextField(default="")
    who_is_close = TextField(default="")


class PersonMarket(Table):
    """A person in a market or close to it, and how."""

    person_id = IntegerField()
    target_market_id = IntegerField()
    standing = TextField()
    how = TextField(default="")


class LevelMove(Table):
    """A person moved from one level to another (None: unsorted), when and why."""

    person_id = IntegerField()
    from_level = IntegerField(null=True)
    to_level = IntegerField(null=True)
    moved_at = TextField()
    why = TextField(default="")


class Relation(Table):
    """How one person stands to another; ``words`` and ``inverse`` for a relation in one's own words."""

    person_id = IntegerField()
    other_id = IntegerField()
    kind = TextField()
    words = TextField(default="")
    inverse = TextField(default="")
    created_at = TextField()

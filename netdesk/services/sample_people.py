"""The invented people: who they are, how they were met, what was said, and how they came to their level."""

from __future__ import annotations

from datetime import date
from itertools import count

from netdesk.method.contact_kinds import MarketStanding, PersonKind, PointKind
from netdesk.method.dates import parse_partial
from netdesk.method.names import fold, split_full_name
from netdesk.method.one_to_ones import Outcome
from netdesk.method.rhythm import InteractionKind
from netdesk.services.contact_points import Point
from netdesk.services.conversations import Conversation, log_conversation
from netdesk.services.follow_ups import add_follow_up
from netdesk.services.markets import InMarket, add_market, markets
from netdesk.services.own_fields import OwnFieldKind, add_own_field, own_fields
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.sample_marks import PERSON_MARK
from netdesk.services.sample_story import Story, Told, clock
from netdesk.store.workspace import Workspace

_FIRST_PHONE = 200
_WITH_A_SITE = 2
"""From this level on I know their website."""


def add_ground(ws: Workspace, story: Story) -> dict[str, int]:
    """Add the target markets and own fields that are not there yet; gives the fields' ids by name."""
    known_markets = {fold(market.name) for market in markets(ws)}
    for market in story.markets:
        if fold(market["name"]) not in known_markets:
            words = {name: market[name] for name in ("who", "where_they_gather", "who_is_close")}
            add_market(ws, market["name"], **words)
    fields = {fold(field.name): field.id for field in own_fields(ws)}
    return {
        field["name"]: fields.get(fold(field["name"]))
        or add_own_field(ws, field["name"], OwnFieldKind(field["kind"]))
        for field in story.fields
    }


def add_people(ws: Workspace, story: Story, events: dict[str, int], fields: dict[str, int]) -> dict[str, int]:
    """Add everybody, still unsorted, and give their ids by name."""
    people: dict[str, int] = {}
    phones = count(_FIRST_PHONE)
    for told in sorted(story.people, key=lambda one: "through" in one):
        draft = _draft(story, told, events, fields, people, next(phones))
        people[told["name"]] = new_person(ws, draft, "GB")
    return people


def add_past(ws: Workspace, story: Story, events: dict[str, int], people: dict[str, int]) -> None:
    """Tell what happened with everybody until today, and put them on their levels."""
    for number, told in enumerate(story.people):
        person = people[told["name"]]
        for key in story.seen(told):
            _was_at(ws, events[key], person)
        for talk in _talks(story, told):
            _log(ws, story, person, talk)
        for follow_up in told.get("follow_ups", ()):
            _follow_up(ws, story, person, follow_up)
        _climb(ws, story, person, told, number)
        if "snoozed" in told:
            until = str(story.day(told["snoozed"]))
            ws.sql("UPDATE person SET snoozed_until = ? WHERE id = ?", (until, person))


def _draft(
    story: Story,
    told: Told,
    events: dict[str, int],
    fields: dict[str, int],
    people: dict[str, int],
    phone: int,
) -> PersonDraft:
    name = split_full_name(told["name"])
    met_at = told.get("met")
    names = {market["key"]: market["name"] for market in story.markets}
    standing = MarketStanding.CLOSE if "close" in told else MarketStanding.IN
    return PersonDraft(
        given=name.given,
        family=name.family,
        organisation=told["firm"],
        role=told["role"],
        note=told.get("note", ""),
        what_they_do=told["does"],
        ideal_client=told.get("ideal", ""),
        good_introduction=told.get("introduction", ""),
        where_to=told.get("wants", ""),
        accomplishments=told.get("accomplishments", ""),
        interests=told.get("interests", ""),
        networks=told.get("networks", ""),
        skills=told.get("skills", ""),
        birthday=parse_partial(told.get("birthday", "")),
        met_on=_met_on(story, told),
        met_event_id=events[met_at] if met_at else None,
        met_through_id=people.get(told.get("through", "")),
        met_words=told.get("met_words", ""),
        rhythm_days=told.get("rhythm"),
        points=_points(told, name.given, phone),
        kinds=tuple(PersonKind(kind) for kind in told.get("kinds", ())),
        tags=tuple(told.get("tags", ())),
        markets=(InMarket(names[told["market"]], standing, told.get("close", "")),)
        if "market" in told
        else (),
        own_values={fields[field]: value for field, value in told.get("own", {}).items()},
        uid=f"{PERSON_MARK}{fold(told['name']).replace(' ', '-')}",
    )


def _points(told: Told, given: str, phone: int) -> tuple[Point, ...]:
    site = "".join(char for char in fold(told["firm"]) if char.isalnum()) + ".example"
    number = told.get("phone", f"+44 7700 900{phone}")
    points = [
        Point(PointKind.EMAIL, f"{fold(given).replace(' ', '')}@{site}", "work", preferred=True),
        Point(PointKind.PHONE, number, "mobile", preferred=True),
    ]
    if told["level"] >= _WITH_A_SITE:
        points.append(Point(PointKind.WEB, site, "web"))
    return tuple(points)


def _met_on(story: Story, told: Told) -> date:
    return story.event_day(story.event(told["met"])) if "met" in told else story.day(told["met_on"])


def _talks(story: Story, told: Told) -> list[Told]:
    kind = InteractionKind.ONE_TO_ONE.value
    talks = [{"kind": kind, **one} for one in story.sat_down if one["name"] == told["name"]]
    talks += told.get("talks", ())
    if "last" in told:
        on, kind, words = told["last"]
        talk: Told = {name: told[name] for name in ("objective", "outcome") if name in told}
        talks.append({**talk, "on": on, "kind": kind, "words": words})
    return talks


def _log(ws: Workspace, story: Story, person: int, talk: Told) -> None:
    said = Conversation(
        InteractionKind(talk["kind"]),
        story.day(talk["on"]),
        (person,),
        talk["words"],
        talk.get("title", ""),
        talk.get("place", ""),
        talk.get("objective", ""),
        Outcome(talk["outcome"]) if "outcome" in talk else None,
    )
    number = log_conversation(ws, said, story.today)
    if "made" in talk:
        ws.sql("UPDATE interaction SET made_together = ? WHERE id = ?", (talk["made"], number))


def _was_at(ws: Workspace, event_id: int, person: int) -> None:
    (starts_at,) = ws.sql("SELECT starts_at FROM event WHERE id = ?", (event_id,)).fetchone()
    cursor = ws.sql(
        "INSERT INTO interaction (kind, happened_at, real_contact, event_id, created_at) VALUES (?, ?, 1, ?, ?)",
        (InteractionKind.EVENT.value, starts_at, event_id, starts_at),
    )
    ws.sql(
        "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)",
        (cursor.lastrowid, person),
    )


def _follow_up(ws: Workspace, story: Story, person: int, told: Told) -> None:
    number = add_follow_up(ws, person, told["action"], story.day(told["due"]))
    state = told.get("state", "open")
    if state != "open":
        closed_at = story.at(told["due"], clock(told["at"])) if "at" in told else story.moment(told["due"])
        ws.sql("UPDATE follow_up SET state = ?, closed_at = ? WHERE id = ?", (state, closed_at, number))
    elif "at" in told:
        ws.sql("UPDATE follow_up SET due_time = ? WHERE id = ?", (told["at"], number))


def _climb(ws: Workspace, story: Story, person: int, told: Told, number: int) -> None:
    """Write how somebody came to their level, step by step, and when they were added; level 0 is unsorted."""
    added = (_met_on(story, told) - story.today).days
    ws.sql(
        "UPDATE person SET board_rank = ?, created_at = ?, updated_at = ? WHERE id = ?",
        (float(number), story.moment(added), story.moment(added), person),
    )
    if not told["level"]:
        return
    steps = (
        told.get("moves")
        or story.climbs.get(told["name"])
        or [
            {
                "on": added * (told["level"] - step) // told["level"],
                "to": step + 1,
                "why": _reason(story, step + 1, number),
            }
            for step in range(told["level"])
        ]
    )
    before = None
    for step in steps:
        ws.sql(
            "INSERT INTO level_move (person_id, from_level, to_level, moved_at, why) VALUES (?, ?, ?, ?, ?)",
            (person, before, step["to"], story.moment(step["on"]), step.get("why", "")),
        )
        before = step["to"]
    ws.sql(
        "UPDATE person SET level = ?, level_since = ? WHERE id = ?",
        (before, story.moment(steps[-1]["on"]), person),
    )


def _reason(story: Story, level: int, number: int) -> str:
    reasons = story.reasons[level]
    return reasons[number % len(reasons)]

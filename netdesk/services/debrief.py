"""The debrief of an event: what it gave, what I learned, whether it was worth it, and when it is finished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from netdesk.method.changes import Changes
from netdesk.method.dates import parse_moment
from netdesk.method.debrief import (
    MOST_COST,
    MOST_HOURS,
    MOST_PEOPLE,
    OpenPoint,
    PeopleMet,
    ends_at,
    open_points,
    people_met,
    usual_hours,
)
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.goals import goal_title
from netdesk.method.pitches import Reactions
from netdesk.method.preparation import PitchChoice, pitch_choice
from netdesk.method.room import RoomPlan, room_plan
from netdesk.services.event_edit import event_title
from netdesk.services.event_sql import NO_PLAN
from netdesk.services.goal_counts import GoalCount, goal_counts
from netdesk.services.history_words import in_title
from netdesk.services.pitches import PitchVersion, choose_pitch, pitch_version
from netdesk.services.preferences import method_settings
from netdesk.services.reactions import event_reactions, set_reactions, version_reactions
from netdesk.services.typed_text import clean_text
from netdesk.store.tables.events import Event
from netdesk.store.workspace import Workspace, moment

LONGEST_WORDS = 5_000
MOST_STARS = 5
_CURRENCY_LETTERS = 3


@dataclass(frozen=True, slots=True)
class CardTotals:
    """The cards of an event by number: all, with no plan, solid contacts, people met for the first time.

    Cards of people in the bin ask for no plan any more.
    """

    all: int = 0
    no_plan: int = 0
    solid: int = 0
    new: int = 0


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """The version before the one said here, with how people took it wherever it was said."""

    number: int
    reactions: Reactions


@dataclass(frozen=True, slots=True)
class Debrief:
    """An event after it began, as its tab shows it. Times carry the event's offset.

    ``hours`` is None until I say how long it took; ``usual_hours`` is the event's own length. ``people`` heeds
    both the cards and the counts by hand. ``reactions`` are those to ``pitch`` at this event, ``next_version`` is
    the number its next version would have (0 without a pitch). ``finished_at`` is None while the debrief is open;
    ``open`` is what would be left open if it were finished now.
    """

    event_id: int
    title: str
    starts: datetime
    ends: datetime | None
    begun: bool
    over: bool
    attended: bool | None
    goals: tuple[GoalCount, ...]
    cards: CardTotals
    pitch_choice: PitchChoice
    pitch: PitchVersion | None
    reactions: Reactions
    earlier: EarlierVersion | None
    next_version: int
    change_next: str
    people: PeopleMet
    plan: RoomPlan
    learned: str
    stars: float | None
    cost: float | None
    currency: str
    hours: float | None
    usual_hours: float
    open: tuple[OpenPoint, ...]
    finished_at: datetime | None

    @property
    def reached(self) -> int:
        """How many of the goals were reached."""
        return sum(line.is_reached for line in self.goals)


def debrief(ws: Workspace, event_id: int, now: datetime) -> Debrief:
    """Return the debrief of an event as it is at ``now`` (with an offset). Raises NotFound."""
    row = _row(ws, event_id)
    starts = parse_moment(str(row["starts_at"]))
    ends = None if row["ends_at"] is None else parse_moment(str(row["ends_at"]))
    minutes = None if ends is None else int((ends - starts).total_seconds() // 60)
    cards = card_totals(ws, event_id)
    choice = pitch_choice(row["pitch_version_id"], row["pitch_needed"])
    pitch = None if choice is not PitchChoice.CHOSEN else pitch_version(ws, row["pitch_version_id"], now)
    reactions = Reactions() if pitch is None else event_reactions(ws, event_id, pitch.id)
    goals = goal_counts(ws, (event_id,))[event_id]
    return Debrief(
        event_id=event_id,
        title=row["title"],
        starts=starts,
        ends=ends,
        begun=starts <= now,
        over=ends_at(starts, ends) <= now,
        attended=None if row["attended"] is None else bool(row["attended"]),
        goals=goals,
        cards=cards,
        pitch_choice=choice,
        pitch=pitch,
        reactions=reactions,
        earlier=None if pitch is None else _earlier(ws, pitch),
        next_version=0 if pitch is None else _next_version(ws, pitch.pitch_id),
        change_next=row["change_next"],
        people=people_met(cards.all, cards.new, row["people_met"], row["people_new"]),
        plan=room_plan(minutes, method_settings(ws)),
        learned=row["learned"],
        stars=row["stars"],
        cost=row["cost"],
        currency=row["currency"],
        hours=row["hours"],
        usual_hours=usual_hours(starts, ends),
        open=open_points(
            no_plan=cards.no_plan,
            uncounted=[goal_title(line.goal) for line in goals if not line.reached],
            pitch="" if pitch is None else pitch.name,
            reactions=reactions.total,
            rated=row["stars"] is not None,
        ),
        finished_at=None if row["debriefed_at"] is None else parse_moment(row["debriefed_at"]),
    )


def card_totals(ws: Workspace, event_id: int) -> CardTotals:
    """Return how many cards an event has, and how many of them have no plan, are solid, are new people."""
    row = ws.sql(
        f"SELECT count(*), total({NO_PLAN}), total(c.solid <> 0), total(c.was_new <> 0)"
        " FROM card c WHERE c.event_id = ?",
        (event_id,),
    ).fetchone()
    return CardTotals(*(int(number) for number in row))


def still_open(ws: Workspace, event_id: int) -> tuple[str, ...]:
    """Return what finishing the debrief now would leave open, one sentence each. Raises NotFound."""
    # What is open does not depend on the time of day.
    return tuple(point.words for point in debrief(ws, event_id, parse_moment(moment())).open)


def set_stars(ws: Workspace, event_id: int, stars: float | None) -> Changes:
    """Keep whether it was worth it, 0 to 5 stars; None takes them away. Raises InvalidInput, NotFound."""
    if stars is not None and not 0 <= stars <= MOST_STARS:
        raise InvalidInput("Stars go from 0 to 5.", field="stars")
    title = f"Take the stars from {_named(ws, event_id)}"
    if stars is not None:
        title = f"Give {_named(ws, event_id)} {stars:g} {'star' if stars == 1 else 'stars'}"
    return _set(ws, event_id, {"stars": stars}, title, "stars")


def set_learned_text(ws: Workspace, event_id: int, text: str) -> Changes:
    """Keep what I learned. Raises InvalidInput, NotFound."""
    kept = clean_text(text, LONGEST_WORDS, field="learned")
    return _set(ws, event_id, {"learned": kept}, f"Say what I learned at {_named(ws, event_id)}", "learned")


def set_change_next(ws: Workspace, event_id: int, text: str) -> Changes:
    """Keep what I change next about my line. Raises InvalidInput, NotFound."""
    kept = clean_text(text, LONGEST_WORDS, field="change_next")
    title = f"Say what I change after {_named(ws, event_id)}"
    return _set(ws, event_id, {"change_next": kept}, title, "change_next")


def set_money_and_hours(
    ws: Workspace, event_id: int, *, cost: float | None, currency: str, hours: float | None
) -> Changes:
    """Keep what an event cost (``currency`` an ISO code or "") and how many hours it took; None: not known.

    Raises InvalidInput with the field "cost", "currency" or "hours", NotFound.
    """
    if cost is not None and not 0 <= cost <= MOST_COST:
        raise InvalidInput("A cost lies between nought and ten million.", field="cost")
    code = currency.strip().upper() if cost is not None else ""
    if code and not (len(code) == _CURRENCY_LETTERS and code.isascii() and code.isalpha()):
        raise InvalidInput("A currency has three letters, such as GBP.", field="currency")
    if hours is not None and not 0 <= hours <= MOST_HOURS:
        raise InvalidInput(f"An event takes between 0 and {MOST_HOURS:g} hours.", field="hours")
    title = f"Say what {_named(ws, event_id)} took"
    return _set(ws, event_id, {"cost": cost, "currency": code, "hours": hours}, title, "spent")


def set_people_met(ws: Workspace, event_id: int, met: int | None, new: int | None = None) -> Changes:
    """Keep how many people I met and how many of them were new; None: as many as there are cards.

    Raises InvalidInput with the field "met" or "new", NotFound.
    """
    for number, field in ((met, "met"), (new, "new")):
        if number is not None and not 0 <= number <= MOST_PEOPLE:
            raise InvalidInput(f"A number from 0 to {MOST_PEOPLE:,}, please.", field=field)
    if met is not None and new is not None and new > met:
        raise InvalidInput("More new people than people met.", "Count them among those you met.", field="new")
    title = f"Count the people met at {_named(ws, event_id)}"
    return _set(ws, event_id, {"people_met": met, "people_new": new}, title, "people")


def said_version(ws: Workspace, event_id: int, version_id: int, now: datetime) -> Changes:
    """Say that another version of a pitch was used; the reactions counted go with it. Raises NotFound."""
    before = _row(ws, event_id)["pitch_version_id"]
    named = pitch_version(ws, version_id, now).name
    with ws.change(f"Say “{in_title(named)}” was used at {_named(ws, event_id)}") as change:
        choose_pitch(ws, event_id, version_id, now)
        if before is not None and before != version_id:
            counted = event_reactions(ws, event_id, before)
            if counted.total:
                set_reactions(ws, event_id, before, Reactions())
                set_reactions(
                    ws, event_id, version_id, event_reactions(ws, event_id, version_id).plus(counted)
                )
    return change.changes


def finish_debrief(ws: Workspace, event_id: int) -> Changes:
    """Finish the debrief; I was there, then. Raises NotFound."""
    title = f"Finish the debrief of {_named(ws, event_id)}"
    return _set(ws, event_id, {"debriefed_at": moment(), "attended": 1}, title)


def reopen_debrief(ws: Workspace, event_id: int) -> Changes:
    """Open a finished debrief again. Raises NotFound."""
    return _set(ws, event_id, {"debriefed_at": None}, f"Open the debrief of {_named(ws, event_id)} again")


def _earlier(ws: Workspace, pitch: PitchVersion) -> EarlierVersion | None:
    tried = version_reactions(ws, pitch.pitch_id)
    rows = ws.sql(
        "SELECT id, number FROM pitch_version WHERE pitch_id = ? AND number < ? ORDER BY number DESC",
        (pitch.pitch_id, pitch.number),
    ).fetchall()
    return next((EarlierVersion(number, tried[one]) for one, number in rows if one in tried), None)


def _next_version(ws: Workspace, pitch_id: int) -> int:
    row = ws.sql("SELECT max(number) FROM pitch_version WHERE pitch_id = ?", (pitch_id,)).fetchone()
    return int(row[0]) + 1


def _row(ws: Workspace, event_id: int) -> dict[str, Any]:
    cursor = ws.sql(
        "SELECT title, starts_at, ends_at, attended, pitch_version_id, pitch_needed, change_next, people_met,"
        " people_new, learned, stars, cost, currency, hours, debriefed_at FROM event WHERE id = ?",
        (event_id,),
    )
    found = cursor.fetchone()
    if found is None:
        raise NotFound("That event is not in the workspace any more.", "Choose another one from the list.")
    return dict(zip((column[0] for column in cursor.description), found, strict=True))


def _named(ws: Workspace, event_id: int) -> str:
    return in_title(event_title(ws, event_id))


def _set(ws: Workspace, event_id: int, values: Mapping[str, object], title: str, merged: str = "") -> Changes:
    key = f"event:{event_id}:{merged}" if merged else None
    with ws.change(title, merge_key=key) as change:
        ws.run(Event.update(values).where(Event.id == event_id))
    return change.changes

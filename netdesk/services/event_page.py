"""Everything the page of one event shows, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.dates import parse_moment
from netdesk.method.debrief import ends_at
from netdesk.method.errors import NotFound
from netdesk.method.goals import Goal, TickBoxes
from netdesk.method.own_trade import is_same_trade
from netdesk.method.pitches import PitchVerdict, competitor_notice, verdict
from netdesk.method.preparation import Gap, PitchChoice, gaps_until_prepared, pitch_choice
from netdesk.method.room import RoomPlan, expected_sentence, room_plan
from netdesk.method.triage import Purpose, Shares, purpose_of, purpose_sentence
from netdesk.services.event_worth import EarlierWorth, earlier_worth
from netdesk.services.goal_counts import goal_counts
from netdesk.services.pitches import Answers, PitchVersion, pitch_answers, pitch_version
from netdesk.services.preferences import method_settings, preferences
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal of the event with how many were reached, and the boxes it is ticked off in."""

    id: int
    goal: Goal
    reached: int
    boxes: TickBoxes


@dataclass(frozen=True, slots=True)
class ExpectedLine:
    """Somebody to meet; ``person_id`` is None for a name that is not a contact yet."""

    id: int
    person_id: int | None
    name: str
    organisation: str
    role: str
    level: int | None
    photo: str | None
    why: str
    give: str
    ask: str
    competes: bool
    in_bin: bool


@dataclass(frozen=True, slots=True)
class EventPage:
    """An event before it takes place. Times carry the event's offset; ``zone`` is an IANA name or empty.

    ``purpose`` is what to go for, ``overruled`` the choice by hand if there is one, ``sentence`` my words or
    the program's. ``gaps`` are what is missing until it is prepared.
    ``group`` is the name of the group whose meeting it is, "" without one or while that lies in the bin.
    """

    id: int
    title: str
    starts: datetime
    ends: datetime | None
    zone: str
    place: str
    host: str
    cost: float | None
    currency: str
    shares: Shares
    purpose: Purpose
    overruled: Purpose | None
    own_sentence: str
    sentence: str
    goals: tuple[GoalLine, ...]
    people: tuple[ExpectedLine, ...]
    pitch_choice: PitchChoice
    pitch: PitchVersion | None
    answers: Answers
    verdict: PitchVerdict | None
    competitors: tuple[str, ...]
    notice: str
    different: str
    plan: RoomPlan
    expected_sentence: str
    gaps: tuple[Gap, ...]
    earlier: EarlierWorth | None
    note: str
    attended: bool | None
    begun: bool
    over: bool
    in_bin: bool
    group_id: int | None
    group: str


def event_page(ws: Workspace, event_id: int, now: datetime) -> EventPage:
    """Return the page of an event as it is at ``now`` (with an offset). Raises NotFound."""
    cursor = ws.sql("SELECT * FROM event WHERE id = ?", (event_id,))
    found = cursor.fetchone()
    if found is None:
        raise NotFound("That event is not in the workspace any more.", "Choose another one from the list.")
    row = dict(zip((column[0] for column in cursor.description), found, strict=True))
    starts = parse_moment(row["starts_at"])
    ends = None if row["ends_at"] is None else parse_moment(row["ends_at"])
    settings = method_settings(ws)
    plan = room_plan(None if ends is None else int((ends - starts).total_seconds() // 60), settings)
    shares = Shares(row["share_target"], row["share_close"], row["share_same"], row["share_other"])
    overruled = None if row["purpose"] is None else Purpose(row["purpose"])
    purpose = purpose_of(shares, overruled)
    goals, people = event_goals(ws, event_id), expected_people(ws, event_id)
    choice = pitch_choice(row["pitch_version_id"], row["pitch_needed"])
    pitch = None if choice is not PitchChoice.CHOSEN else pitch_version(ws, row["pitch_version_id"], now)
    answers = Answers() if pitch is None else pitch_answers(ws, pitch.pitch_id)
    competitors = tuple(one.name for one in people if one.competes and not one.in_bin)
    group_id, group = _group(ws, row["group_id"])
    return EventPage(
        id=event_id,
        title=row["title"],
        starts=starts,
        ends=ends,
        zone=row["zone"],
        place=row["place"],
        host=row["host"],
        cost=row["cost"],
        currency=row["currency"],
        shares=shares,
        purpose=purpose,
        overruled=overruled,
        own_sentence=row["purpose_words"],
        sentence=row["purpose_words"] or purpose_sentence(purpose, shares),
        goals=goals,
        people=people,
        pitch_choice=choice,
        pitch=pitch,
        answers=answers,
        verdict=None if pitch is None else verdict(pitch.text, pitch.kind, settings),
        competitors=competitors,
        notice=competitor_notice(competitors, row["different"] or answers.different),
        different=row["different"],
        plan=plan,
        expected_sentence=expected_sentence(len(people), plan),
        gaps=gaps_until_prepared([line.goal for line in goals], choice, len(people)),
        earlier=earlier_worth(ws, event_id),
        note=row["note"],
        attended=None if row["attended"] is None else bool(row["attended"]),
        begun=starts <= now,
        over=ends_at(starts, ends) <= now,
        in_bin=row["binned_at"] is not None,
        group_id=group_id,
        group=group,
    )


def _group(ws: Workspace, group_id: int | None) -> tuple[int | None, str]:
    row = ws.sql(
        "SELECT id, name FROM networking_group WHERE id = ? AND binned_at IS NULL", (group_id,)
    ).fetchone()
    return (None, "") if row is None else (row[0], row[1])


def event_goals(ws: Workspace, event_id: int) -> tuple[GoalLine, ...]:
    """Return an event's goals in their order, with what counted itself among how many were reached."""
    return tuple(
        GoalLine(line.goal_id, line.goal, line.reached, line.boxes)
        for line in goal_counts(ws, (event_id,))[event_id]
    )


def expected_people(ws: Workspace, event_id: int) -> tuple[ExpectedLine, ...]:
    """Return the people to meet in their order; a contact competes who is marked so or names a trade of mine."""
    kinds = ", ".join(f"'{kind.value}'" for kind in PersonKind if kind.competes)
    rows = ws.sql(
        "SELECT x.id, x.person_id, coalesce(p.display_name, x.name), coalesce(p.organisation_name, x.organisation),"
        " coalesce(p.role, ''), p.level, p.photo, x.why, x.give, x.ask,"
        f" EXISTS (SELECT 1 FROM person_kind k WHERE k.person_id = x.person_id AND k.kind IN ({kinds})),"
        " p.binned_at IS NOT NULL, coalesce(p.what_they_do, '')"
        " FROM expected_person x LEFT JOIN person p ON p.id = x.person_id"
        " WHERE x.event_id = ? ORDER BY x.position, x.id",
        (event_id,),
    )
    trades = preferences(ws).own_trade
    lines = []
    for number, person, name, firm, role, level, photo, why, give, ask, marked, binned, does in rows:
        competes = bool(marked) or is_same_trade(trades, role, does)
        lines.append(
            ExpectedLine(
                number, person, name, firm, role, level, photo, why, give, ask, competes, bool(binned)
            )
        )
    return tuple(lines)

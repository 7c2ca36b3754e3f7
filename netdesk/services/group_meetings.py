"""The meetings of a group: events made in one go, those there already left as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from netdesk.method.changes import Changes
from netdesk.method.dates import format_moment, parse_moment
from netdesk.method.debrief import ends_at
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.names import fold
from netdesk.method.recurrence import MOST_REPEATS, Every, Occurrence, nth_day, repeat
from netdesk.services.event_edit import event_title, insert_event, moments
from netdesk.services.goals import copy_goals
from netdesk.services.history_words import in_title
from netdesk.services.preferences import preferences
from netdesk.store.tables.groups import NetworkingGroup
from netdesk.store.workspace import Workspace

_USUAL_START = time(9)
_LAST_SHOWN = 12
_DAYS_A_WEEK = 7
_BY_MEETING = "meeting"
_OF_GROUP = (
    "name", "place", "meets_every", "meets_on", "meets_at", "minutes", "fee", "fee_per", "currency",
)  # fmt: skip
_TAKEN_ALONG = (
    "share_target", "share_close", "share_same", "share_other", "purpose", "purpose_words",
    "pitch_version_id", "pitch_needed", "different",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MadeMeetings:
    """What came of planning: the ids of the new events, and of those that were there on the same days."""

    made: tuple[int, ...]
    already_there: tuple[int, ...]

    @property
    def sentence(self) -> str:
        """Say it: "Planned 51 meetings; 1 was there already"."""
        new = len(self.made)
        said = f"Planned {new} {'meeting' if new == 1 else 'meetings'}" if new else "Nothing new to plan"
        there = len(self.already_there)
        if not there:
            return said
        return f"{said}; {there} {'was' if there == 1 else 'were'} there already"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a group. ``took_part`` is None while nobody said whether I was there."""

    event_id: int
    title: str
    starts: datetime
    ends: datetime | None
    place: str
    took_part: bool | None


@dataclass(frozen=True, slots=True)
class Meetings:
    """The meetings of a group: coming ones with the next first, past ones with the latest first, and how many."""

    coming: tuple[Meeting, ...]
    past: tuple[Meeting, ...]
    held: int


@dataclass(frozen=True, slots=True)
class ProposedMeetings:
    """What a form offers: the first meeting as a time on the wall, how often, in which zone, and like which one.

    ``last_on`` is the day of the meeting whose goals, pitch and shares can be taken along; None without any.
    """

    group: str
    first: datetime
    every: Every
    minutes: int
    zone: str
    last_on: date | None


def meetings(ws: Workspace, group_id: int, now: datetime) -> Meetings:
    """Return the meetings of a group; of the past ones at most the last twelve. Raises NotFound."""
    _group(ws, group_id)
    rows = ws.sql(
        "SELECT id, title, starts_at, ends_at, place, attended FROM event"
        " WHERE group_id = ? AND binned_at IS NULL ORDER BY julianday(starts_at), id",
        (group_id,),
    ).fetchall()
    coming: list[Meeting] = []
    past: list[Meeting] = []
    for row in rows:
        starts = parse_moment(row[2])
        ends = None if row[3] is None else parse_moment(row[3])
        one = Meeting(row[0], row[1], starts, ends, row[4], None if row[5] is None else bool(row[5]))
        (past if ends_at(starts, ends) <= now else coming).append(one)
    return Meetings(tuple(coming), tuple(reversed(past[-_LAST_SHOWN:])), len(past))


def proposed_meetings(ws: Workspace, group_id: int, now: datetime, zone: str = "") -> ProposedMeetings:
    """Return what to offer for a group's next meetings: after the last one planned, on its day and at its hour.

    ``zone`` is the computer's, taken while the group has no meeting yet. Raises NotFound.
    """
    row = _group(ws, group_id)
    last = _latest(ws, group_id)
    every = Every(row["meets_every"]) if row["meets_every"] in list(Every) else Every.WEEK
    minutes = int(row["minutes"])
    if last is None:
        first = _first_by_rule(row, now, every)
        return ProposedMeetings(row["name"], first, every, minutes, zone or "UTC", None)
    zone = last["zone"] or zone or "UTC"
    starts = parse_moment(last["starts_at"]).astimezone(ZoneInfo(zone))
    number = 1
    while nth_day(starts.date(), every, number) < now.date():
        number += 1
    clock = _clock(row["meets_at"]) or starts.time()
    first = datetime.combine(nth_day(starts.date(), every, number), clock.replace(tzinfo=None, fold=0))
    model = _model(ws, group_id)
    like = None if model is None else date.fromisoformat(model["starts_at"][:10])
    return ProposedMeetings(row["name"], first, every, minutes, zone, like)


def plan_meetings(
    ws: Workspace,
    group_id: int,
    first: datetime,
    every: Every,
    times: int,
    *,
    zone: str = "",
    like_last: bool = True,
) -> MadeMeetings:
    """Plan ``times`` meetings of a group from ``first`` on, a time on the wall in ``zone``, in one step of the history.

    A day on which the group has a meeting already, or an event of the group's name, gets no second one: an event that
    belonged to no group becomes the group's. With ``like_last`` each takes along the goals, the pitch and the shares of
    the latest meeting that has goals. Without ``zone`` the latest meeting's counts, else UTC.
    Raises InvalidInput, NotFound.
    """
    row = _group(ws, group_id)
    if not 1 <= times <= MOST_REPEATS:
        raise InvalidInput(f"Plan from 1 to {MOST_REPEATS} meetings at once.", field="times")
    last = _latest(ws, group_id)
    zone = zone or (last["zone"] if last is not None else "") or "UTC"
    occurrences = _occurrences(first, int(row["minutes"]), zone, every, times)
    shared = {"group_id": group_id, **_columns(ws, row, zone)}
    model = _model(ws, group_id) if like_last else None
    if model is not None:
        shared |= {name: model[name] for name in _TAKEN_ALONG}
    made: list[int] = []
    there: list[int] = []
    many = f"{times} meetings" if times > 1 else "a meeting"
    with ws.change(f"Plan {many} of {in_title(row['name'])}"):
        known = _known_days(ws, group_id, row["name"], occurrences)
        for one in occurrences:
            found = known.get(one.start.date())
            if found is not None:
                ws.sql("UPDATE event SET group_id = ? WHERE id = ? AND group_id IS NULL", (group_id, found))
                there.append(found)
                continue
            new = insert_event(ws, {**shared, **_when(one)})
            if model is not None:
                copy_goals(ws, model["id"], new)
            made.append(new)
    return MadeMeetings(tuple(made), tuple(there))


def set_group(ws: Workspace, event_id: int, group_id: int | None) -> Changes:
    """Make an event a meeting of a group, or (None) of no group. Raises NotFound."""
    title = in_title(event_title(ws, event_id))
    said = (
        f"Make {title} a meeting of no group"
        if group_id is None
        else f"Make {title} a meeting of {in_title(_group(ws, group_id)['name'])}"
    )
    with ws.change(said) as change:
        ws.sql("UPDATE event SET group_id = ? WHERE id = ?", (group_id, event_id))
    return change.changes


def _group(ws: Workspace, group_id: int) -> dict[str, Any]:
    columns = [getattr(NetworkingGroup, name) for name in _OF_GROUP]
    row = ws.row(NetworkingGroup.select(*columns).where(NetworkingGroup.id == group_id))
    if row is None:
        raise NotFound("That group is not in the workspace any more.", "Choose another one from the list.")
    return dict(zip(_OF_GROUP, row, strict=True))


def _latest(ws: Workspace, group_id: int) -> dict[str, Any] | None:
    """The meeting that lies furthest ahead, else the one that was last."""
    return _meeting(ws, group_id, "julianday(e.starts_at) DESC, e.id DESC")


def _model(ws: Workspace, group_id: int) -> dict[str, Any] | None:
    """The latest meeting that was prepared with goals, else the latest."""
    has_goals = "EXISTS (SELECT 1 FROM goal g WHERE g.event_id = e.id)"
    return _meeting(ws, group_id, f"{has_goals} DESC, julianday(e.starts_at) DESC, e.id DESC")


def _meeting(ws: Workspace, group_id: int, order: str) -> dict[str, Any] | None:
    names = ("id", "starts_at", "zone", *_TAKEN_ALONG)
    row = ws.sql(
        f"SELECT {', '.join(names)} FROM event e WHERE e.group_id = ? AND e.binned_at IS NULL"
        f" ORDER BY {order} LIMIT 1",
        (group_id,),
    ).fetchone()
    return None if row is None else dict(zip(names, row, strict=True))


def _first_by_rule(row: dict[str, Any], now: datetime, every: Every) -> datetime:
    """The next day of the week the group meets on, from tomorrow; of a monthly group the first such day of a month."""
    day = now.date() + timedelta(days=1)
    if row["meets_on"] is not None:
        day += timedelta(days=(int(row["meets_on"]) - day.weekday()) % _DAYS_A_WEEK)
        if every is Every.MONTH_WEEKDAY and day.day > _DAYS_A_WEEK:
            day = nth_day(day.replace(day=(day.day - 1) % _DAYS_A_WEEK + 1), every, 1)
    return datetime.combine(day, _clock(row["meets_at"]) or _USUAL_START)


def _clock(kept: str | None) -> time | None:
    return None if not kept else time.fromisoformat(kept)


def _occurrences(
    first: datetime, minutes: int, zone: str, every: Every, times: int
) -> tuple[Occurrence, ...]:
    begin, end = moments(first, first + timedelta(minutes=minutes), zone)
    try:
        return (Occurrence(begin, end), *repeat(begin, end, zone, every, times - 1))
    except (ValueError, OverflowError):
        raise InvalidInput("The calendar ends before the last of them.", field="times") from None


def _columns(ws: Workspace, row: dict[str, Any], zone: str) -> dict[str, object]:
    """What every meeting of a group has: it is called and held by the group; a fee by the meeting is its cost."""
    cost = row["fee"] if row["fee_per"] == _BY_MEETING else None
    currency = "" if cost is None else row["currency"] or preferences(ws).currency
    return {
        "title": row["name"],
        "host": row["name"],
        "place": row["place"],
        "zone": zone,
        "cost": cost,
        "currency": currency,
    }


def _when(one: Occurrence) -> dict[str, object]:
    assert one.end is not None
    return {"starts_at": format_moment(one.start), "ends_at": format_moment(one.end)}


def _known_days(
    ws: Workspace, group_id: int, name: str, occurrences: Sequence[Occurrence]
) -> dict[date, int]:
    """The group's events by the day on the wall, and events called or held by its name that belong to no group."""
    rows = ws.sql(
        "SELECT id, starts_at, group_id, title, host FROM event WHERE binned_at IS NULL"
        " AND (group_id = :group OR group_id IS NULL)"
        " AND substr(starts_at, 1, 10) BETWEEN :first AND :last ORDER BY group_id IS NULL DESC, id DESC",
        {
            "group": group_id,
            "first": occurrences[0].start.date().isoformat(),
            "last": occurrences[-1].start.date().isoformat(),
        },
    )
    called = fold(name)
    return {
        date.fromisoformat(starts_at[:10]): number
        for number, starts_at, group, title, host in rows
        if group is not None or called in (fold(title), fold(host))
    }

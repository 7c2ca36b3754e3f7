"""Last time's event again: one copy for another day, or a row of them weekly or monthly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from netdesk.method.dates import format_moment, parse_moment
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.recurrence import MOST_REPEATS, Every, Occurrence, at_wall_time, nth_day, repeat
from netdesk.services.event_edit import EventDetails, add_event, insert_event, moments
from netdesk.services.expected import add_rows
from netdesk.services.goals import copy_goals
from netdesk.services.history_words import in_title
from netdesk.store.workspace import Workspace

_COPIED = (
    "title", "zone", "host", "cost", "currency", "share_target", "share_close", "share_same", "share_other",
    "purpose", "purpose_words", "group_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy takes along besides its name, host, cost and shares. Reached counts start at nought."""

    goals: bool = True
    people: bool = False
    pitch: bool = True
    place: bool = True


def next_time(ws: Workspace, event_id: int, today: date, every: Every = Every.MONTH_WEEKDAY) -> Occurrence:
    """Return when an event would take place again after today: the offer for a copy. Raises NotFound."""
    row = _row(ws, event_id)
    start, end = _times(row)
    zone = row["zone"] or _zone_of(row)
    first = start.astimezone(ZoneInfo(zone))
    number = 1
    while nth_day(first.date(), every, number) <= today:
        number += 1
    day = nth_day(first.date(), every, number)
    begin = at_wall_time(day, first.time(), ZoneInfo(zone))
    return Occurrence(begin, None if end is None else begin + (end - start))


def duplicate_event(
    ws: Workspace, event_id: int, starts: datetime, copied: Copied = Copied(), *, ends: datetime | None = None
) -> int:
    """Copy an event to ``starts`` (a time on the wall in its zone) and return the new id.

    Without ``ends`` the length stays. Raises InvalidInput, NotFound.
    """
    row = _row(ws, event_id)
    first, last = _times(row)
    begin, end = moments(starts, ends, row["zone"] or _zone_of(row))
    if end is None and last is not None:
        end = begin + (last - first)
    with ws.change(f"Plan {in_title(row['title'])} again"):
        return _copy(ws, event_id, row, Occurrence(begin, end), copied)


def add_repeated_event(ws: Workspace, details: EventDetails, every: Every, times: int) -> int:
    """Plan a new event and ``times`` repeats of it in one step of the history; return the first one's id.

    Raises InvalidInput naming the field.
    """
    _check_times(times)
    with ws.change(f"Plan {in_title(details.title)} {times + 1} times"):
        first = add_event(ws, details)
        repeat_event(ws, first, every, times)
    return first


def repeat_event(
    ws: Workspace, event_id: int, every: Every, times: int, copied: Copied = Copied()
) -> tuple[int, ...]:
    """Plan an event ``times`` more times, all in one step of the history; return the new ids.

    Raises InvalidInput for a number outside 1 to 104, NotFound.
    """
    _check_times(times)
    row = _row(ws, event_id)
    try:
        occurrences = repeat(*_times(row), row["zone"] or _zone_of(row), every, times)
    except (ValueError, OverflowError):
        raise InvalidInput("The calendar ends before the last of them.", field="times") from None
    with ws.change(f"Plan {in_title(row['title'])} {times} more times"):
        return tuple(_copy(ws, event_id, row, occurrence, copied) for occurrence in occurrences)


def _check_times(times: int) -> None:
    if not 1 <= times <= MOST_REPEATS:
        raise InvalidInput(f"Repeat from 1 to {MOST_REPEATS} times.", field="times")


def _row(ws: Workspace, event_id: int) -> dict[str, str]:
    cursor = ws.sql("SELECT * FROM event WHERE id = ?", (event_id,))
    found = cursor.fetchone()
    if found is None:
        raise NotFound("That event is not in the workspace any more.", "Choose another one from the list.")
    return dict(zip((column[0] for column in cursor.description), found, strict=True))


def _times(row: dict[str, str]) -> tuple[datetime, datetime | None]:
    return parse_moment(row["starts_at"]), None if row["ends_at"] is None else parse_moment(row["ends_at"])


def _zone_of(row: dict[str, str]) -> str:
    """An event brought in without a zone keeps its offset as far as a zone of whole hours can say it."""
    offset = parse_moment(row["starts_at"]).utcoffset()
    hours = 0 if offset is None else round(offset.total_seconds() / 3600)
    name = f"Etc/GMT{-hours:+d}" if hours else "UTC"
    return ZoneInfo(name).key


def _copy(ws: Workspace, event_id: int, row: dict[str, str], when: Occurrence, copied: Copied) -> int:
    columns: dict[str, object] = {name: row[name] for name in _COPIED}
    columns["starts_at"] = format_moment(when.start)
    columns["ends_at"] = None if when.end is None else format_moment(when.end)
    columns["repeats_event_id"] = row["repeats_event_id"] or event_id
    if copied.place:
        columns["place"] = row["place"]
    if copied.pitch:
        columns |= {name: row[name] for name in ("pitch_version_id", "pitch_needed", "different")}
    new = insert_event(ws, columns)
    if copied.goals:
        copy_goals(ws, event_id, new)
    if copied.people:
        add_rows(
            ws,
            new,
            ws.sql(
                "SELECT person_id, name, organisation, why, give, ask, position FROM expected_person"
                " WHERE event_id = ? ORDER BY position, id",
                (event_id,),
            ).fetchall(),
        )
    return new

"""What bringing events from calendar files in would do, event by event, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from netdesk.background.jobs import Report
from netdesk.formats.calendar_reader import CalendarEvent, NoCalendar, UnreadableEvent, read_calendar
from netdesk.method.errors import NetDeskError
from netdesk.services.event_import_match import EventMatch, EventValues, KnownEvents, acquaintances
from netdesk.services.import_plan import Remark
from netdesk.services.import_read import PlanOfFiles, Source
from netdesk.services.typed_text import LINE, PAGE, clean_line, clean_text
from netdesk.store.workspace import Workspace

LARGEST = 50_000_000
"""Bytes of a calendar file."""
MOST_EVENTS = 20_000
_REPORT_EVERY = 100
_SECONDS = 0.2
_UNTITLED = "Event without a name"


class EventVerdict(Enum):
    """What was found out about an event of a file; the value says it on a chip."""

    NEW = "new"
    HERE = "already here"
    CALLED_OFF = "called off"
    PAST = "past"
    UNREADABLE = "cannot be read"


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """One event of a file. ``event`` is its id in the workspace, where it is there; ``brings`` what an update changes.

    ``found`` says what was found, ``will`` what happens when it is ticked, ``unticked`` what happens otherwise.
    ``ticked`` is the proposal; without ``can_tick`` nothing can be done with it. ``values`` is None when it cannot
    be read.
    """

    number: int
    file: int
    line: int
    verdict: EventVerdict
    title: str
    found: str
    will: str = ""
    unticked: str = "Leave out"
    ticked: bool = False
    can_tick: bool = False
    event: int | None = None
    brings: tuple[str, ...] = ()
    values: EventValues | None = None


@dataclass(frozen=True, slots=True)
class EventPlan(PlanOfFiles):
    """All events of the files, those to come first, with what was odd in them. Nothing is written yet."""

    rows: tuple[PlannedEvent, ...]
    remarks: tuple[Remark, ...]

    @property
    def people(self) -> int:
        """How many different contacts take part in what can be brought in."""
        return len(
            {person for row in self.rows if row.can_tick and row.values for person in row.values.people}
        )

    def counts(self) -> dict[EventVerdict, int]:
        """How many events there are of each kind."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found[verdict] for verdict in EventVerdict}

    def proposed(self) -> set[int]:
        """The numbers of the events that are ticked unless somebody changes it."""
        return {row.number for row in self.rows if row.ticked}


def plan_events(ws: Workspace, files: Sequence[Path], *, zone: str, today: date, report: Report) -> EventPlan:
    """Read the files and find out which events are here already. ``zone`` is this computer's (an IANA name).

    A file that cannot be read is a ``Source`` with its problem. Raises ``Cancelled``.
    """
    here = _usable(zone)
    sources: list[Source] = []
    found: list[tuple[int, CalendarEvent | UnreadableEvent]] = []
    for number, path in enumerate(files):
        try:
            found += [(number, one) for one in _events_of(path, here, today, report)]
            sources.append(Source(path.name, "Calendar"))
        except NetDeskError as error:
            sources.append(Source(path.name, problem=error.what, remedy=error.remedy))
    report(0, 0, "Looking who you know there…")
    contacts = acquaintances(
        ws, {person.email for _, one in found if isinstance(one, CalendarEvent) for person in one.people}
    )
    known = KnownEvents(ws)
    alone = sum(isinstance(one, CalendarEvent) for _, one in found) == 1
    rows: list[PlannedEvent] = []
    remarks: list[Remark] = []
    for place, (file, one) in enumerate(found):
        if place % _REPORT_EVERY == 0:
            report(place, len(found), "Looking what is here already…")
        if isinstance(one, UnreadableEvent):
            title = _line(one.title) or f"Line {one.line}"
            rows.append(PlannedEvent(0, file, one.line, EventVerdict.UNREADABLE, title, one.why))
            continue
        values = _values(one, contacts)
        row = _judged(file, one, values, known, today, alone=alone)
        rows.append(replace(row, found="; ".join((row.found, *one.remarks))) if one.remarks else row)
        known.take(values)
        remarks += [Remark(sources[file].name, one.line, words, values.title) for words in one.remarks]
    rows.sort(key=lambda row: _order(row, today))
    return EventPlan(
        tuple(sources), tuple(replace(row, number=n) for n, row in enumerate(rows)), tuple(remarks)
    )


def _judged(
    file: int, one: CalendarEvent, values: EventValues, known: KnownEvents, today: date, *, alone: bool
) -> PlannedEvent:
    said = PlannedEvent(0, file, one.line, EventVerdict.NEW, values.title, "new", values=values)
    if known.has_one_to_one(values.uid):
        return replace(said, verdict=EventVerdict.HERE, found="a one-to-one of yours", unticked="Nothing new")
    match = known.find(values)
    if match is not None and match.event is None:
        return replace(said, verdict=EventVerdict.HERE, found="twice in the file", unticked="Nothing new")
    if one.called_off:
        return _called_off(said, match)
    if match is not None:
        return _met_again(said, match)
    past = (values.ends or values.starts).date() < today
    verdict = EventVerdict.PAST if past else EventVerdict.NEW
    words = ", ".join(part for part in ("past" if past else "new", _understood(one)) if part)
    return replace(said, verdict=verdict, found=words, will="Add", ticked=alone or not past, can_tick=True)


def _called_off(said: PlannedEvent, match: EventMatch | None) -> PlannedEvent:
    off = replace(said, verdict=EventVerdict.CALLED_OFF, found="called off")
    if match is None or match.is_binned:
        return replace(off, unticked="Nothing to do")
    return replace(off, event=match.event, will="Put into the bin", ticked=True, can_tick=True)


def _met_again(said: PlannedEvent, match: EventMatch) -> PlannedEvent:
    met = replace(said, verdict=EventVerdict.HERE, event=match.event, brings=match.brings)
    if match.is_binned:
        return replace(met, found="in the bin", will="Take out of the bin", can_tick=True)
    if not match.brings:
        return replace(met, found="already here", unticked="Nothing new")
    return replace(
        met, found=match.why, will=f"Update {' and '.join(match.brings)}", ticked=True, can_tick=True
    )


def _understood(one: CalendarEvent) -> str:
    """What a person should know of how an event was read."""
    parts = []
    if one.repeats:
        parts.append(
            f"{one.repeats}: the next one" if one.repeats != "again and again" else "a series: the next one"
        )
    if one.all_day:
        parts.append("all day")
    return ", ".join(parts)


def _order(row: PlannedEvent, today: date) -> tuple[int, float]:
    """What is to come or to be done by date, then what is over, the newest first, then what cannot be read, by line."""
    if row.values is None:
        return 2, row.line
    stamp = row.values.starts.timestamp()
    over = (row.values.ends or row.values.starts).date() < today
    return (1, -stamp) if over and not (row.ticked and row.event is not None) else (0, stamp)


def _values(one: CalendarEvent, contacts: dict[str, int]) -> EventValues:
    people = [contacts.get(person.email.casefold()) for person in one.people]
    return EventValues(
        one.uid,
        _line(one.title) or _UNTITLED,
        one.starts,
        one.ends,
        one.zone,
        _line(", ".join(one.place.splitlines())),
        _line(one.host),
        clean_text(clean_text(one.note, len(one.note) + PAGE)[:PAGE]),
        one.all_day,
        tuple(dict.fromkeys(person for person in people if person is not None)),
    )


def _line(text: str) -> str:
    """Text of a file on one line, cut to what a title may hold."""
    line = clean_line(text, len(text) + LINE)
    return line if len(line) <= LINE else f"{line[: LINE - 1].rstrip()}…"


def _events_of(
    path: Path, zone: str, today: date, report: Report
) -> Iterator[CalendarEvent | UnreadableEvent]:
    """The events of a file. Raises ``NetDeskError`` in words."""
    words = f"Reading {path.name}…"
    report(0, 0, words)
    try:
        if path.is_dir():
            raise NetDeskError("This is a folder.", "Choose the file itself.")
        if path.stat().st_size > LARGEST:
            raise NetDeskError(
                f"The file has {path.stat().st_size / 1e6:,.0f} MB. That is more than a calendar has.",
                "Save the part of the calendar you need as a file of its own.",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise NetDeskError("There is no such file any more.", "Choose the file again.") from error
    except OSError as error:
        raise NetDeskError(
            f"The file cannot be opened: {error.strerror or 'unknown reason'}.",
            "Check that it is still there and that you may read it.",
        ) from error
    if not data.strip():
        raise NetDeskError("The file is empty.", "Save it from the calendar once more.")

    said = monotonic()

    def told(done: int, total: int) -> None:
        nonlocal said
        # Some events take long by themselves: a person shall be able to stop all the same.
        if done % _REPORT_EVERY == 0 or monotonic() - said > _SECONDS:
            said = monotonic()
            report(done, total, words)

    try:
        for count, one in enumerate(read_calendar(data, zone=zone, today=today, told=told)):
            if count >= MOST_EVENTS:
                raise NetDeskError(
                    f"The file has more than {MOST_EVENTS:,} events.",
                    "Save the part of the calendar you need as a file of its own.",
                )
            yield one
    except NoCalendar as error:
        raise NetDeskError(
            "This is no calendar file.", "Save the events from your calendar as iCalendar (.ics)."
        ) from error


def _usable(zone: str) -> str:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return zone

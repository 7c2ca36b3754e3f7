"""Planning an event and changing it: when, where, what it costs, who will be there, whether I went, the bin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from netdesk.method.changes import Changes
from netdesk.method.dates import format_moment
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.recurrence import at_wall_time
from netdesk.method.triage import Audience, Purpose, Shares, share_problems
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import SENTENCE, clean_line, clean_text
from netdesk.store.tables.events import Event
from netdesk.store.workspace import Workspace, moment

LONGEST_EVENT = timedelta(days=366)
_MOST_COST = 10_000_000
_CURRENCY_LETTERS = 3


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What a form says of an event. ``starts`` and ``ends`` are times on the wall (no offset) in ``zone``.

    ``zone`` is an IANA name such as Europe/London; ``currency`` a code of three letters, or empty without a cost.
    """

    title: str
    starts: datetime
    ends: datetime | None
    zone: str
    place: str = ""
    host: str = ""
    cost: float | None = None
    currency: str = ""


def add_event(ws: Workspace, details: EventDetails) -> int:
    """Plan an event and return its id. Raises InvalidInput naming the field that cannot be used."""
    columns = _columns(details)
    with ws.change(f"Plan {in_title(columns['title'])}"):
        return insert_event(ws, columns)


def insert_event(ws: Workspace, columns: dict[str, object]) -> int:
    """Write a new row of ``columns`` inside a change and return its id; for operations that plan events."""
    return int(ws.run(Event.insert({**columns, "uid": f"{uuid4()}@netdesk", "created_at": moment()})))


def edit_event(ws: Workspace, event_id: int, details: EventDetails) -> Changes:
    """Change when and where an event is and what it is called. Raises InvalidInput, NotFound."""
    columns = _columns(details)
    event_title(ws, event_id)
    with ws.change(f"Edit {in_title(columns['title'])}") as change:
        _update(ws, event_id, columns)
    return change.changes


def set_shares(ws: Workspace, event_id: int, shares: Shares) -> Changes:
    """Keep who will be there; empty shares forget it. Raises InvalidInput unless they sum to 100."""
    problems = () if shares.is_empty else share_problems(shares)
    if problems:
        raise InvalidInput(problems[0], field="shares")
    columns = ("share_target", "share_close", "share_same", "share_other")
    values = dict(zip(columns, (shares.of(audience) for audience in Audience), strict=True))
    title = f"Say who will be at {_named(ws, event_id)}"
    return _set(ws, event_id, values, title, merge_key=f"event:{event_id}:shares")


def set_purpose(ws: Workspace, event_id: int, purpose: Purpose | None) -> Changes:
    """Overrule the purpose by hand; None lets the shares say it again."""
    title = (
        f"Let the shares say what {_named(ws, event_id)} is for"
        if purpose is None
        else f"Go to {_named(ws, event_id)} for {purpose.label.lower()}"
    )
    return _set(ws, event_id, {"purpose": None if purpose is None else purpose.value}, title)


def set_purpose_words(ws: Workspace, event_id: int, words: str) -> Changes:
    """Keep my own sentence beside the purpose; empty takes the program's again."""
    kept = clean_line(words, SENTENCE, field="purpose_words")
    title = f"Say why I go to {_named(ws, event_id)}"
    return _set(ws, event_id, {"purpose_words": kept}, title, merge_key=f"event:{event_id}:purpose_words")


def set_note(ws: Workspace, event_id: int, note: str) -> Changes:
    """Keep the notes of an event."""
    kept = clean_text(note, field="note")
    title = f"Write notes for {_named(ws, event_id)}"
    return _set(ws, event_id, {"note": kept}, title, merge_key=f"event:{event_id}:note")


def set_different(ws: Workspace, event_id: int, words: str) -> Changes:
    """Keep what I say is different about me in this room, beside the pitch's own answer."""
    kept = clean_line(words, SENTENCE, field="different")
    title = f"Say what is different for {_named(ws, event_id)}"
    return _set(ws, event_id, {"different": kept}, title, merge_key=f"event:{event_id}:different")


def mark_attended(ws: Workspace, event_id: int, attended: bool | None) -> Changes:
    """Mark that I was there, that I was not, or (None) take the mark away."""
    name = _named(ws, event_id)
    title = {True: f"Attended {name}", False: f"Did not attend {name}", None: f"Unmark {name}"}[attended]
    return _set(ws, event_id, {"attended": None if attended is None else int(attended)}, title)


def bin_events(ws: Workspace, ids: Iterable[int]) -> Changes:
    """Put events into the bin."""
    return _binned(ws, tuple(ids), moment(), "Bin")


def restore_events(ws: Workspace, ids: Iterable[int]) -> Changes:
    """Take events out of the bin."""
    return _binned(ws, tuple(ids), None, "Restore")


def hosts(ws: Workspace, limit: int = 200) -> tuple[str, ...]:
    """Return the hosts of earlier events, the most frequent first, for completing what is typed."""
    return _known(ws, "host", limit)


def places(ws: Workspace, limit: int = 200) -> tuple[str, ...]:
    """Return the places of earlier events, the most frequent first."""
    return _known(ws, "place", limit)


def event_title(ws: Workspace, event_id: int) -> str:
    """Return an event's title; raises NotFound."""
    row = ws.row(Event.select(Event.title).where(Event.id == event_id))
    if row is None:
        raise NotFound("That event is not in the workspace any more.", "Choose another one from the list.")
    return str(row[0])


def moments(starts: datetime, ends: datetime | None, zone: str) -> tuple[datetime, datetime | None]:
    """Give times on the wall the offset of ``zone``. Raises InvalidInput for the zone or the end."""
    try:
        place = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidInput(
            f"“{zone}” is not a time zone I know.", "Choose one such as Europe/London.", field="zone"
        ) from None
    begin = at_wall_time(starts.date(), starts.time(), place)
    if ends is None:
        return begin, None
    end = at_wall_time(ends.date(), ends.time(), place)
    if end <= begin:
        raise InvalidInput("It ends before it starts.", "Choose a later end.", field="ends")
    if end - begin > LONGEST_EVENT:
        raise InvalidInput("It lasts more than a year.", "Choose an earlier end.", field="ends")
    return begin, end


def _columns(details: EventDetails) -> dict[str, object]:
    title = clean_line(details.title, field="title")
    if not title:
        raise InvalidInput("Give it a name, such as “Chamber autumn mixer”.", field="title")
    begin, end = moments(details.starts, details.ends, details.zone)
    if details.cost is not None and not 0 <= details.cost <= _MOST_COST:
        raise InvalidInput("A cost lies between nought and ten million.", field="cost")
    currency = clean_line(details.currency, field="currency").upper() if details.cost is not None else ""
    if currency and not (len(currency) == _CURRENCY_LETTERS and currency.isascii() and currency.isalpha()):
        raise InvalidInput("A currency has three letters, such as GBP.", field="currency")
    return {
        "title": title,
        "starts_at": format_moment(begin),
        "ends_at": None if end is None else format_moment(end),
        "zone": details.zone,
        "place": clean_line(details.place, field="place"),
        "host": clean_line(details.host, field="host"),
        "cost": details.cost,
        "currency": currency,
    }


def _named(ws: Workspace, event_id: int) -> str:
    return in_title(event_title(ws, event_id))


def _set(
    ws: Workspace, event_id: int, values: Mapping[str, object], title: str, merge_key: str | None = None
) -> Changes:
    with ws.change(title, merge_key=merge_key) as change:
        _update(ws, event_id, values)
    return change.changes


def _update(ws: Workspace, event_id: int, values: Mapping[str, object]) -> None:
    ws.run(Event.update(values).where(Event.id == event_id))


def _binned(ws: Workspace, ids: tuple[int, ...], at: str | None, verb: str) -> Changes:
    if not ids:
        return Changes()
    name = _named(ws, ids[0]) if len(ids) == 1 else f"{len(ids)} events"
    with ws.change(f"{verb} {name}") as change:
        ws.many("UPDATE event SET binned_at = ? WHERE id = ?", [(at, number) for number in ids])
    return change.changes


def _known(ws: Workspace, column: str, limit: int) -> tuple[str, ...]:
    rows = ws.sql(
        f"SELECT {column} FROM event WHERE {column} <> '' AND binned_at IS NULL"
        f" GROUP BY {column} ORDER BY count(*) DESC, max(starts_at) DESC LIMIT ?",
        (limit,),
    )
    return tuple(row[0] for row in rows)

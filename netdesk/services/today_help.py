"""What Today says of help: promises, one-to-ones to come, and who gave most without getting anything back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from netdesk.method.attention import Tone
from netdesk.method.errors import NotFound
from netdesk.method.ledger import HelpWay, promise_chip
from netdesk.method.one_to_ones import Standing
from netdesk.method.today_help import (
    GAVE_OFTEN,
    giver_chip,
    giver_title,
    giver_words,
    match_words,
    one_to_one_when,
    promise_words,
)
from netdesk.services.one_to_one_lists import upcoming
from netdesk.store.workspace import Workspace

PROMISES, ONE_TO_ONES, GIVERS = 5, 4, 20
_DAYS_AHEAD = 7
_SHOWN = 200
_WISH = 90
_THERE = "p.archived_at IS NULL AND p.binned_at IS NULL"


@dataclass(frozen=True, slots=True)
class PromiseToKeep:
    """An open promise on Today; ``detail`` says when it was made, and to whom where the words do not."""

    id: int
    person_id: int
    name: str
    words: str
    way: HelpWay
    detail: str
    promised: date
    due: date
    chip: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class ComingOneToOne:
    """A one-to-one of the next days, or one that is over and was not written down yet (``is_over``)."""

    id: int
    person_id: int
    name: str
    when: str
    place: str
    objective: str
    starts: datetime
    is_over: bool


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody who helped me often and was never helped: what could help them, in words."""

    person_id: int
    name: str
    title: str
    chip: str
    words: str


@dataclass(frozen=True, slots=True)
class Help:
    """All that Today says of help. ``more_promises`` and ``more_one_to_ones`` say that there are others."""

    promises: tuple[PromiseToKeep, ...] = ()
    more_promises: bool = False
    one_to_ones: tuple[ComingOneToOne, ...] = ()
    more_one_to_ones: bool = False
    giver: Giver | None = None


def help_today(ws: Workspace, now: datetime) -> Help:
    """Answer what Today says of help; some milliseconds at any size."""
    promises = promises_to_keep(ws, now.date(), PROMISES + 1)
    until = now.date() + timedelta(days=_DAYS_AHEAD)
    coming = [one for one in coming_one_to_ones(ws, now, ONE_TO_ONES + 1) if one.starts.date() <= until]
    return Help(
        promises[:PROMISES],
        len(promises) > PROMISES,
        tuple(coming[:ONE_TO_ONES]),
        len(coming) > ONE_TO_ONES,
        giver(ws),
    )


def promises_to_keep(ws: Workspace, today: date, limit: int) -> tuple[PromiseToKeep, ...]:
    """Return what I promised and have not kept, the earliest day first; nobody archived or in the bin."""
    rows = ws.sql(
        "SELECT g.id, p.id, p.display_name, p.given, substr(g.words, 1, 500), g.way, g.happened_on, g.due_on"
        f" FROM ledger_entry g JOIN person p ON p.id = g.person_id WHERE g.state = 'open' AND g.kind = 'promise'"
        f" AND {_THERE} ORDER BY g.due_on, g.id LIMIT ?",
        (limit,),
    )
    found = []
    for number, person, name, given, words, way_code, promised_on, due_on in rows:
        way = HelpWay(way_code)
        promised, due = date.fromisoformat(promised_on), date.fromisoformat(due_on)
        said, shown = words or way.label, name[:_SHOWN]
        detail = promise_words(said, shown, given, promised, today)
        chip, tone = promise_chip(due, today)
        found.append(PromiseToKeep(number, person, shown, said, way, detail, promised, due, chip, tone))
    return tuple(found)


def coming_one_to_ones(ws: Workspace, now: datetime, limit: int) -> tuple[ComingOneToOne, ...]:
    """Return the one-to-ones that are planned, the earliest first: those not written down yet before all."""
    found = []
    for line in upcoming(ws, now, limit):
        is_over = line.standing is Standing.OVER
        when = one_to_one_when(line.starts, now, is_over=is_over)
        found.append(
            ComingOneToOne(
                line.id,
                line.person_id,
                line.name[:_SHOWN],
                when,
                line.place,
                line.objective,
                line.starts,
                is_over,
            )
        )
    return tuple(found)


def giver(ws: Workspace) -> Giver | None:
    """Return who gave most and got nothing, unless there is a promise to them; None when nobody gave often."""
    row = ws.sql(
        "SELECT p.id, p.display_name, coalesce(nullif(p.given, ''), p.display_name), p.receives,"
        " substr(p.ideal_client, 1, 500), substr(p.good_introduction, 1, 500)"
        " FROM (SELECT id FROM person WHERE gives = 0 AND receives >= ? AND receives > 0"
        " AND archived_at IS NULL AND binned_at IS NULL ORDER BY receives DESC, level DESC LIMIT ?) found"
        " JOIN person p ON p.id = found.id WHERE NOT EXISTS (SELECT 1 FROM ledger_entry g"
        " WHERE g.person_id = p.id AND g.state = 'open' AND g.kind = 'promise')"
        " ORDER BY p.receives DESC, p.level DESC, p.id LIMIT 1",
        (GAVE_OFTEN, GIVERS),
    ).fetchone()
    if row is None:
        return None
    number, name, given, gave, ideal, introduction = row
    shown = name[:_SHOWN]
    words = giver_words(given[:_SHOWN], _in_a_line(ideal), _in_a_line(introduction))
    return Giver(number, shown, giver_title(shown, gave), giver_chip(gave, 0), words)


def giver_matches(ws: Workspace, person_id: int, today: date) -> str:
    """Say how many of my contacts have what somebody looks for; "" for none, and for who is gone by now.

    Up to 100 ms: asked after the rest.
    """
    # Asked apart from the rest of Today, and imported with it: the first window does not wait for the table models.
    from netdesk.services.fits import fits_for

    try:
        found = fits_for(ws, person_id, today, limit=1)
    except NotFound:
        return ""
    return match_words(found.count, is_all=found.is_all)


def _in_a_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WISH else f"{line[: _WISH - 1].rstrip()}…"

"""Who and what is offered while the cells of a win are typed: people, clients of before, events and groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from netdesk.method.calendar_words import long_day
from netdesk.method.dates import parse_moment
from netdesk.method.names import fold
from netdesk.services.people import PersonName, people_named
from netdesk.store.workspace import Workspace

MOST_OFFERED = 8
_LOOKED_AT = 1_000
"""Of earlier clients and of events, how many are looked through at each letter: the latest, and the nearest."""
# The same names are looked through from letter to letter, while the window waits.
_folded = lru_cache(maxsize=4_096)(fold)


@dataclass(frozen=True, slots=True)
class Offer:
    """Words to take over, faint words beside them, and whom or what they mean."""

    words: str
    detail: str = ""
    person_id: int | None = None
    event_id: int | None = None
    group_id: int | None = None


def people_offers(ws: Workspace, typed: str, limit: int = MOST_OFFERED) -> tuple[Offer, ...]:
    """People whose name, or whose organisation's, begins with what was typed; those by name first."""
    found = people_named(ws, typed, limit)
    offers = [Offer(one.name, one.organisation, one.id) for one in found]
    return tuple(sorted(offers, key=lambda one: not fold(one.words).startswith(fold(typed))))


def client_offers(ws: Workspace, typed: str, limit: int = MOST_OFFERED) -> tuple[Offer, ...]:
    """People, under their organisation's name where that is what was typed, and clients of earlier wins."""
    begins = fold(typed)
    if not begins:
        return ()
    offers = [_client(one, begins) for one in people_named(ws, typed, limit)]
    known = {fold(one.words) for one in offers}
    rows = ws.sql(
        "SELECT client FROM win WHERE client != '' AND binned_at IS NULL GROUP BY client"
        f" ORDER BY max(won_on) DESC LIMIT {_LOOKED_AT}"
    )
    earlier = [
        Offer(name, "client before") for (name,) in rows if _fits(name, begins) and _folded(name) not in known
    ]
    return tuple(_best_first([*earlier, *offers], begins)[:limit])


def place_offers(ws: Workspace, typed: str, on: date, limit: int = MOST_OFFERED) -> tuple[Offer, ...]:
    """Groups and events that have a word which begins with what was typed.

    Of events those nearest before the day ``on`` come first, those after it last.
    """
    begins = fold(typed)
    if not begins:
        return ()
    return tuple(_best_first(_places(ws, begins, on), begins)[:limit])


def place_words(ws: Workspace, event_id: int | None, group_id: int | None) -> str:
    """The title of an event, else the name of a group; "" for neither."""
    for table, column, number in (("event", "title", event_id), ("networking_group", "name", group_id)):
        row = ws.sql(f"SELECT {column} FROM {table} WHERE id = ?", (number,)).fetchone() if number else None
        if row is not None:
            return str(row[0])
    return ""


def _client(one: PersonName, begins: str) -> Offer:
    by_organisation = bool(one.organisation) and not _fits(one.name, begins)
    words, detail = (one.organisation, one.name) if by_organisation else (one.name, one.organisation)
    return Offer(words, detail, one.id)


def _places(ws: Workspace, begins: str, on: date) -> list[Offer]:
    groups = ws.sql("SELECT id, name FROM networking_group WHERE binned_at IS NULL ORDER BY name")
    offers = [Offer(name, "group", group_id=number) for number, name in groups if _fits(name, begins)]
    events = ws.sql(
        "SELECT id, title, starts_at FROM event WHERE binned_at IS NULL ORDER BY substr(starts_at, 1, 10) > ?1,"
        f" abs(julianday(substr(starts_at, 1, 10)) - julianday(?1)), id LIMIT {_LOOKED_AT}",
        (on.isoformat(),),
    )
    for number, title, starts_at in events:
        if _fits(title, begins):
            starts = parse_moment(starts_at)
            offers.append(Offer(title, long_day(starts.date()), event_id=number))
    return offers


def _fits(name: str, begins: str) -> bool:
    folded = _folded(name)
    return folded.startswith(begins) or f" {begins}" in folded


def _best_first(offers: Iterable[Offer], begins: str) -> list[Offer]:
    return sorted(offers, key=lambda one: not _folded(one.words).startswith(begins))

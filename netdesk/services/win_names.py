"""Who and what is meant by names typed for a win: its client, the people to thank, its event or group.

A name is taken for somebody only where exactly one person answers to it; others stay names.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from netdesk.method.errors import InvalidInput
from netdesk.method.names import fold
from netdesk.method.thanks import Chains, parse_thanks
from netdesk.services.typed_text import LINE, clean_line
from netdesk.store.search_index import match_query
from netdesk.store.workspace import Workspace

_LOOKED_AT = 2000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a win came from: an event, a group, both or (both None) neither."""

    event_id: int | None = None
    group_id: int | None = None


def known_people(ws: Workspace, names: Iterable[str]) -> dict[str, int]:
    """Return by folded name the ids of those who alone answer to one of ``names``."""
    found: dict[str, int] = {}
    for name in {fold(name) for name in names if len(name) <= LINE}:
        ids = _matching(ws, name, "display_name", "name")
        if len(ids) == 1:
            found[name] = ids[0]
    return found


def client_meant(ws: Workspace, text: str) -> int | None:
    """Return the only person of that name, else the only one of an organisation of that name; None without one."""
    if len(text) > LINE:
        return None
    wanted = fold(text)
    ids = _matching(ws, wanted, "display_name", "name") or _matching(
        ws, wanted, "organisation_name", "organisation"
    )
    return ids[0] if len(ids) == 1 else None


def known_thanks(ws: Workspace, chains: Chains) -> Chains:
    """Return the chains with everybody in them who is somebody I know."""
    known = known_people(ws, [one.name for chain in chains for one in chain if one.person_id is None])
    return tuple(
        tuple(
            replace(one, person_id=known.get(fold(one.name))) if one.person_id is None else one
            for one in chain
        )
        for chain in chains
    )


def typed_thanks(ws: Workspace, text: str) -> tuple[Chains, str]:
    """Return the people to thank, or the words on how they heard of me where nobody is meant: "web search".

    Words that are no name I know, stand alone and begin with a small letter are no name at all.
    """
    chains = known_thanks(ws, parse_thanks(text))
    if len(chains) == 1 and len(chains[0]) == 1:
        only = chains[0][0]
        if only.person_id is None and only.name[:1].islower():
            return (), only.name
    return chains, ""


def place_meant(ws: Workspace, text: str, on: date) -> Place:
    """Return the group of that name, else the latest event of that title up to ``on``, else the first one after.

    Blank is neither. Raises InvalidInput (field "place") for a name that is neither.
    """
    typed = clean_line(text, field="place")
    wanted = _plain(typed)
    if not wanted:
        return Place()
    groups = ws.sql("SELECT id, name FROM networking_group WHERE binned_at IS NULL ORDER BY id")
    for number, name in groups.fetchall():
        if _plain(name) == wanted:
            return Place(group_id=number)
    events = ws.sql(
        "SELECT id, title FROM event WHERE binned_at IS NULL ORDER BY substr(starts_at, 1, 10) > ?1,"
        " abs(julianday(substr(starts_at, 1, 10)) - julianday(?1)), id",
        (on.isoformat(),),
    )
    for number, title in events.fetchall():
        if _plain(title) == wanted:
            return Place(event_id=number)
    raise InvalidInput(
        f"No event or group is called “{typed[:60]}”.",
        "Take one that is there, add it under Events or Groups first, or leave it empty.",
        field="place",
    )


def place_names(ws: Workspace, event_id: int | None, group_id: int | None) -> tuple[str, ...]:
    """Return what an event and a group are called."""
    found = ws.sql(
        "SELECT title FROM event WHERE id = ? UNION ALL SELECT name FROM networking_group WHERE id = ?",
        (event_id, group_id),
    )
    return tuple(row[0] for row in found.fetchall())


def _plain(name: str) -> str:
    """Folded, with one sign for every apostrophe: who types has the straight one."""
    return fold(name).replace("’", "'")


def _matching(ws: Workspace, wanted: str, column: str, searched: str) -> list[int]:
    words = match_query(wanted)
    if not wanted or not words:
        return []
    rows = ws.sql(
        f"SELECT p.id, p.{column} FROM person_search s JOIN person p ON p.id = s.rowid"
        " WHERE person_search MATCH ? AND p.binned_at IS NULL LIMIT ?",
        (f"{{{searched}}} : ({words})", _LOOKED_AT),
    )
    return [number for number, name in rows.fetchall() if fold(name) == wanted]

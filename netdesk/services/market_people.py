"""Who is in a target market and who is close to it: added, moved, taken out, and how they are close (method §10)."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.services.history_words import in_title
from netdesk.services.markets import market_name
from netdesk.services.people import person_name
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.workspace import Workspace

_HERE = "p.binned_at IS NULL AND p.archived_at IS NULL"


@dataclass(frozen=True, slots=True)
class AddedToMarket:
    """How many were added, changed from in to close or back, and stood there already."""

    added: int
    moved: int
    already: int

    @property
    def sentence(self) -> str:
        """Say it: "Added 3 people; 1 was there already"."""
        parts = []
        if self.added:
            parts.append(f"added {_people(self.added)}")
        if self.moved:
            parts.append(f"moved {_people(self.moved)}")
        if self.already:
            parts.append(f"{_people(self.already)} {'was' if self.already == 1 else 'were'} there already")
        said = "; ".join(parts)
        return said[:1].upper() + said[1:]


def people_of_market(ws: Workspace, market_id: int, standing: MarketStanding) -> array[int]:
    """Return who is in a market, by name, or close to it, the closest to me first. Archived people are left out."""
    order = "" if standing is MarketStanding.IN else "coalesce(p.level, 0) DESC, "
    rows = ws.sql(
        "SELECT p.id FROM person_market m JOIN person p ON p.id = m.person_id"
        f" WHERE m.target_market_id = ? AND m.standing = ? AND {_HERE} ORDER BY {order}p.sort_name, p.id",
        (market_id, standing.value),
    )
    return array("q", (row[0] for row in rows))


def how_close(ws: Workspace, market_id: int, ids: Sequence[int]) -> dict[int, str]:
    """Return in what way these people are close to a market, by id; who has no words for it is left out."""
    numbers = ",".join(str(int(number)) for number in ids)
    rows = ws.sql(
        f"SELECT person_id, how FROM person_market WHERE target_market_id = ? AND person_id IN ({numbers})"
        " AND how <> ''",
        (market_id,),
    )
    return dict(rows.fetchall())


def add_people(
    ws: Workspace, market_id: int, person_ids: Sequence[int], standing: MarketStanding, how: str = ""
) -> AddedToMarket:
    """Note people as in a market or close to it, all in one step; who stands there already is not doubled.

    ``how`` says in what way they are close; empty leaves what is known. Raises InvalidInput naming the field, "people"
    where nobody was named, and NotFound.
    """
    name = market_name(ws, market_id)
    kept = clean_line(how, SENTENCE, field="how")
    ids = list(dict.fromkeys(person_ids))
    if not ids:
        raise InvalidInput("Whom do you want to add?", "Type a name and choose it.", field="people")
    who = _who(ws, ids)
    known = {
        row[0]: (row[1], row[2])
        for row in ws.sql(
            "SELECT person_id, standing, how FROM person_market WHERE target_market_id = ?", (market_id,)
        )
    }
    before = [known.get(one) for one in ids]
    words = "in" if standing is MarketStanding.IN else "close to"
    with ws.change(f"Note {who} as {words} {in_title(name)}"):
        ws.many(
            "INSERT INTO person_market (person_id, target_market_id, standing, how) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (person_id, target_market_id) DO UPDATE SET standing = excluded.standing,"
            " how = CASE WHEN excluded.how = '' THEN how ELSE excluded.how END",
            [(one, market_id, standing.value, kept) for one in ids],
        )
    added = sum(one is None for one in before)
    moved = sum(one is not None and one[0] != standing.value for one in before)
    return AddedToMarket(added, moved, len(ids) - added - moved)


def set_standing(ws: Workspace, market_id: int, person_id: int, standing: MarketStanding) -> Changes:
    """Move somebody from close to in, or back. Raises NotFound when they are neither."""
    name, person = _both(ws, market_id, person_id)
    words = "in" if standing is MarketStanding.IN else "close to"
    with ws.change(f"Note {in_title(person)} as {words} {in_title(name)}") as change:
        ws.sql(
            "UPDATE person_market SET standing = ? WHERE target_market_id = ? AND person_id = ?",
            (standing.value, market_id, person_id),
        )
    return change.changes


def say_how(ws: Workspace, market_id: int, person_id: int, how: str) -> Changes:
    """Keep in what way somebody is close to a market. Raises InvalidInput, NotFound."""
    kept = clean_line(how, SENTENCE, field="how")
    name, person = _both(ws, market_id, person_id)
    key = f"market:{market_id}:{person_id}:how"
    with ws.change(f"Say how {in_title(person)} is close to {in_title(name)}", merge_key=key) as change:
        ws.sql(
            "UPDATE person_market SET how = ? WHERE target_market_id = ? AND person_id = ?",
            (kept, market_id, person_id),
        )
    return change.changes


def take_out(ws: Workspace, market_id: int, person_ids: Sequence[int]) -> Changes:
    """Take people out of a market; they stay contacts. Who is not there is passed over. Raises NotFound."""
    name = market_name(ws, market_id)
    ids = list(dict.fromkeys(person_ids))
    if not ids:
        return Changes()
    who = in_title(person_name(ws, ids[0]).name) if len(ids) == 1 else f"{len(ids)} people"
    with ws.change(f"Take {who} out of {in_title(name)}") as change:
        ws.many(
            "DELETE FROM person_market WHERE target_market_id = ? AND person_id = ?",
            [(market_id, one) for one in ids],
        )
    return change.changes


def _who(ws: Workspace, ids: Sequence[int]) -> str:
    """The one person's name, or how many; raises NotFound where somebody is gone."""
    if len(ids) == 1:
        return in_title(person_name(ws, ids[0]).name)
    there = ws.sql(
        "SELECT count(*) FROM json_each(?) one JOIN person p ON p.id = one.value", (json.dumps(list(ids)),)
    ).fetchone()[0]
    if there < len(ids):
        raise NotFound("Somebody of them is not in the workspace any more.", "Choose again from the list.")
    return f"{len(ids):,} people"


def _both(ws: Workspace, market_id: int, person_id: int) -> tuple[str, str]:
    name, person = market_name(ws, market_id), person_name(ws, person_id).name
    found = ws.sql(
        "SELECT 1 FROM person_market WHERE target_market_id = ? AND person_id = ?", (market_id, person_id)
    ).fetchone()
    if found is None:
        raise NotFound(f"{in_title(person)} is not in {in_title(name)} any more.")
    return name, person


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"

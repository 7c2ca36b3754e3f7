"""The people to thank for a win, kept chain by chain; and the thank-you, which is a follow-up like any other."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.follow_ups import FollowUpState
from netdesk.method.thanks import Chains, Thank, check_thanks, shares
from netdesk.services.follow_ups import add_follow_up
from netdesk.services.history_words import in_title
from netdesk.services.people import person_name
from netdesk.services.typed_text import clean_line
from netdesk.store.workspace import Workspace

_GONE = "That win is not in the workspace any more."


@dataclass(frozen=True, slots=True)
class Thanked:
    """Somebody in the thanks of a win: ``person_id`` is None for a name only, ``share`` of the win is theirs.

    ``thanked`` is OPEN while a thank-you is planned, DONE once it was said, None before.
    """

    name: str
    person_id: int | None
    share: float
    weight: float = 1.0
    thanked: FollowUpState | None = None


def checked_thanks(chains: Sequence[Sequence[Thank]]) -> Chains:
    """Return the chains as they are kept, without empty names. Raises InvalidInput (field "thanks")."""
    kept = tuple(
        found
        for chain in chains
        if (
            found := tuple(
                Thank(name, one.person_id, float(one.weight))
                for one in chain
                if (name := clean_line(one.name, field="thanks"))
            )
        )
    )
    check_thanks(kept)
    return kept


def write_thanks(ws: Workspace, win_id: int, chains: Chains) -> None:
    """Keep the people to thank instead of those before; call inside a change."""
    if read_thanks(ws, win_id) == chains:
        return
    ws.sql("DELETE FROM win_thanks WHERE win_id = ?", (win_id,))
    insert_thanks(ws, win_id, chains)


def insert_thanks(ws: Workspace, win_id: int, chains: Chains) -> None:
    """Keep the people to thank for a new win; call inside a change."""
    ws.many(
        "INSERT INTO win_thanks (win_id, person_id, name, chain, step, weight) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (win_id, one.person_id, one.name, number, step, one.weight)
            for number, chain in enumerate(chains)
            for step, one in enumerate(chain)
        ],
    )


def read_thanks(ws: Workspace, win_id: int) -> Chains:
    """Return the people to thank for a win, as they are edited; by today's names where I know them."""
    chains: dict[int, list[Thank]] = defaultdict(list)
    for chain, name, person, weight in ws.sql(
        "SELECT t.chain, coalesce(nullif(p.display_name, ''), t.name), t.person_id, t.weight FROM win_thanks t"
        " LEFT JOIN person p ON p.id = t.person_id WHERE t.win_id = ? ORDER BY t.chain, t.step, t.id",
        (win_id,),
    ).fetchall():
        chains[chain].append(Thank(name, person, weight))
    return tuple(tuple(chain) for chain in chains.values())


def thanks_of(ws: Workspace, win_ids: Iterable[int]) -> dict[int, tuple[tuple[Thanked, ...], ...]]:
    """Return by win the people to thank, with their shares and whether they were thanked; today's names of people."""
    asked = json.dumps(list(win_ids))
    said = _said(ws, asked)
    rows: dict[int, dict[int, list[Thank]]] = defaultdict(lambda: defaultdict(list))
    for win, chain, name, person, weight in ws.sql(
        "SELECT t.win_id, t.chain, coalesce(nullif(p.display_name, ''), t.name), t.person_id, t.weight"
        " FROM win_thanks t LEFT JOIN person p ON p.id = t.person_id"
        " WHERE t.win_id IN (SELECT value FROM json_each(?)) ORDER BY t.win_id, t.chain, t.step, t.id",
        (asked,),
    ).fetchall():
        rows[win][chain].append(Thank(name, person, weight))
    return {win: _shared(win, tuple(map(tuple, chains.values())), said) for win, chains in rows.items()}


def thank(ws: Workspace, win_id: int, person_id: int, due: date, action: str = "") -> int:
    """Plan a thank-you for somebody in the thanks of a win and give the follow-up's id.

    Raises InvalidInput where they are not to be thanked for it, are in the bin, or a thank-you is planned; NotFound.
    """
    title = win_name(ws, win_id)
    name = person_name(ws, person_id).name
    known = {one.person_id: one for chain in thanks_of(ws, [win_id]).get(win_id, ()) for one in chain}
    if person_id not in known:
        raise InvalidInput(
            f"{in_title(name)} is not among those to thank for it.",
            "Add them to the win first.",
            field="thanks",
        )
    if known[person_id].thanked is FollowUpState.OPEN:
        raise InvalidInput(
            f"To thank {in_title(name)} is planned already.", "Find it on Today.", field="thanks"
        )
    if ws.sql("SELECT binned_at FROM person WHERE id = ?", (person_id,)).fetchone()[0] is not None:
        raise InvalidInput(f"{in_title(name)} is in the bin.", "Take them out of it first.", field="thanks")
    with ws.change(f"Plan to thank {in_title(name)} for {in_title(title)}"):
        number = add_follow_up(ws, person_id, action.strip() or proposed_thanks(ws, win_id, person_id), due)
        ws.sql("UPDATE follow_up SET win_id = ? WHERE id = ?", (win_id, number))
    return number


def proposed_thanks(ws: Workspace, win_id: int, person_id: int) -> str:
    """Return what to do by way of thanks: "Thank Olga for Lindqvist Interiors". Raises NotFound."""
    row = ws.sql(
        "SELECT coalesce(nullif(given, ''), nullif(nickname, ''), display_name) FROM person WHERE id = ?",
        (person_id,),
    ).fetchone()
    if row is None:
        raise NotFound("That person is not in the workspace any more.")
    client, title = ws.sql("SELECT client, title FROM win WHERE id = ?", (win_id,)).fetchone() or ("", "")
    if not (client or title):
        raise NotFound(_GONE)
    return f"Thank {in_title(row[0])} for {in_title(client or f'“{title}”')}"


def win_name(ws: Workspace, win_id: int) -> str:
    """Return what a win is called: its title, else its client. Raises NotFound."""
    row = ws.sql("SELECT coalesce(nullif(title, ''), client) FROM win WHERE id = ?", (win_id,)).fetchone()
    if row is None:
        raise NotFound(_GONE, "Choose another one from the list.")
    return str(row[0])


def _said(ws: Workspace, asked: str) -> dict[tuple[int, int], FollowUpState]:
    """Whether each person was thanked for each win; what is still open comes before what was done."""
    found = ws.sql(
        "SELECT win_id, person_id, max(state = 'open') FROM follow_up WHERE state IN ('open', 'done')"
        " AND win_id IN (SELECT value FROM json_each(?)) GROUP BY win_id, person_id",
        (asked,),
    )
    return {
        (win, person): FollowUpState.OPEN if is_open else FollowUpState.DONE
        for win, person, is_open in found.fetchall()
    }


def _shared(
    win: int, chains: Chains, said: dict[tuple[int, int], FollowUpState]
) -> tuple[tuple[Thanked, ...], ...]:
    return tuple(
        tuple(
            Thanked(
                one.name,
                one.person_id,
                share,
                one.weight,
                None if one.person_id is None else said.get((win, one.person_id)),
            )
            for one, share in zip(chain, parts, strict=True)
        )
        for chain, parts in zip(chains, shares(chains), strict=True)
    )

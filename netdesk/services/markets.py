"""Target markets, and who is in or close to them (method §10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.names import fold
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import SENTENCE, clean_line, clean_text, required_line
from netdesk.store.workspace import Workspace

_NAME = 100
_TEXT = 4_000


@dataclass(frozen=True, slots=True)
class Market:
    """A target market: who exactly they are, where they gather, who is close to them."""

    id: int
    name: str
    who: str = ""
    where_they_gather: str = ""
    who_is_close: str = ""


@dataclass(frozen=True, slots=True)
class InMarket:
    """How a person stands to a market, and in what way they are close to it."""

    market: str
    standing: MarketStanding
    how: str = ""


def markets(ws: Workspace) -> tuple[Market, ...]:
    """All target markets by name."""
    rows = ws.sql(
        "SELECT id, name, who, where_they_gather, who_is_close FROM target_market ORDER BY name COLLATE NOCASE"
    )
    return tuple(Market(*row) for row in rows)


def add_market(
    ws: Workspace, name: str, *, who: str = "", where_they_gather: str = "", who_is_close: str = ""
) -> int:
    """Add a target market and give its id. Raises ``InvalidInput`` without a name or for one taken."""
    name = _free_name(ws, name, None)
    texts = [clean_text(text, _TEXT) for text in (who, where_they_gather, who_is_close)]
    with ws.change(f"Add the market “{in_title(name)}”"):
        cursor = ws.sql(
            "INSERT INTO target_market (name, who, where_they_gather, who_is_close) VALUES (?, ?, ?, ?)",
            (name, *texts),
        )
    return int(cursor.lastrowid or 0)


def edit_market(ws: Workspace, market: Market) -> Changes:
    """Keep what is said of a market. Raises ``InvalidInput`` and ``NotFound``."""
    market_name(ws, market.id)
    name = _free_name(ws, market.name, market.id)
    texts = [clean_text(text, _TEXT) for text in (market.who, market.where_they_gather, market.who_is_close)]
    with ws.change(f"Edit the market “{in_title(name)}”") as change:
        ws.sql(
            "UPDATE target_market SET name = ?, who = ?, where_they_gather = ?, who_is_close = ? WHERE id = ?",
            (name, *texts, market.id),
        )
    return change.changes


def remove_market(ws: Workspace, market_id: int) -> Changes:
    """Remove a market; the people stay. Raises ``NotFound``."""
    name = market_name(ws, market_id)
    with ws.change(f"Remove the market “{in_title(name)}”") as change:
        ws.sql("DELETE FROM target_market WHERE id = ?", (market_id,))
    return change.changes


def markets_of(ws: Workspace, person_id: int) -> tuple[InMarket, ...]:
    """The markets a person is in or close to."""
    rows = ws.sql(
        "SELECT t.name, m.standing, m.how FROM person_market m"
        " JOIN target_market t ON t.id = m.target_market_id WHERE m.person_id = ? ORDER BY t.name COLLATE NOCASE",
        (person_id,),
    )
    return tuple(InMarket(row[0], MarketStanding(row[1]), row[2]) for row in rows)


def write_markets(ws: Workspace, person_id: int, standings: Sequence[InMarket]) -> None:
    """Make these the person's markets inside a change; a market that is new by name is made."""
    wanted = {}
    for one in standings:
        name = clean_line(one.market, _NAME, field="markets")
        if name:
            how = clean_line(one.how, SENTENCE, field="markets")
            wanted[_market_id(ws, name)] = (one.standing.value, how)
    rows = ws.sql(
        "SELECT target_market_id, standing, how FROM person_market WHERE person_id = ?", (person_id,)
    )
    standing = {row[0]: (row[1], row[2]) for row in rows.fetchall()}
    ws.many(
        "DELETE FROM person_market WHERE person_id = ? AND target_market_id = ?",
        [(person_id, gone) for gone in standing.keys() - wanted.keys()],
    )
    ws.many(
        "INSERT INTO person_market (person_id, target_market_id, standing, how) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (person_id, target_market_id)"
        " DO UPDATE SET standing = excluded.standing, how = excluded.how",
        [(person_id, market, *said) for market, said in wanted.items() if standing.get(market) != said],
    )


def _market_id(ws: Workspace, name: str) -> int:
    found = next((market.id for market in markets(ws) if fold(market.name) == fold(name)), None)
    return add_market(ws, name) if found is None else found


def _free_name(ws: Workspace, name: str, market_id: int | None) -> str:
    name = required_line(name, _NAME, "Give the market a name.", field="name")
    if any(fold(market.name) == fold(name) and market.id != market_id for market in markets(ws)):
        raise InvalidInput(f"There is a market “{name}” already.", "Choose another name.", field="name")
    return name


def market_name(ws: Workspace, market_id: int) -> str:
    """Return what a market is called. Raises ``NotFound``."""
    found = ws.sql("SELECT name FROM target_market WHERE id = ?", (market_id,)).fetchone()
    if found is None:
        raise NotFound("That market is not in the workspace any more.")
    return str(found[0])

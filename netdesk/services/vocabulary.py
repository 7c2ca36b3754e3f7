"""How much the words of a workspace are used: before somebody deletes one, they see whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.services.markets import Market, markets
from netdesk.services.own_fields import OwnField, own_fields
from netdesk.services.tags import Tag, tags
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class UsedField:
    """An own field and how many people have something in it."""

    field: OwnField
    people: int


@dataclass(frozen=True, slots=True)
class UsedMarket:
    """A target market, how many people are in it and how many are close to it."""

    market: Market
    inside: int
    close: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tags, own fields and target markets of a workspace with their uses."""

    tags: tuple[Tag, ...]
    fields: tuple[UsedField, ...]
    markets: tuple[UsedMarket, ...]


def vocabulary(ws: Workspace) -> Vocabulary:
    """Read all of them."""
    filled = dict(
        ws.sql("SELECT own_field_id, count(*) FROM own_field_value GROUP BY own_field_id").fetchall()
    )
    standing: dict[tuple[int, str], int] = {
        (row[0], row[1]): int(row[2])
        for row in ws.sql(
            "SELECT target_market_id, standing, count(*) FROM person_market GROUP BY target_market_id, standing"
        )
    }
    return Vocabulary(
        tags(ws),
        tuple(UsedField(one, int(filled.get(one.id, 0))) for one in own_fields(ws)),
        tuple(
            UsedMarket(one, standing.get((one.id, "in"), 0), standing.get((one.id, "close"), 0))
            for one in markets(ws)
        ),
    )

"""Target markets as a list, and one of them with how many people are in it and close to it (method §10)."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.names import fold
from netdesk.services.markets import Market
from netdesk.store.workspace import Workspace

_COUNTED = (
    "SELECT t.id, t.name, t.who, t.where_they_gather, t.who_is_close,"
    " coalesce(sum(m.standing = 'in' AND p.id IS NOT NULL), 0),"
    " coalesce(sum(m.standing = 'close' AND p.id IS NOT NULL), 0)"
    " FROM target_market t LEFT JOIN person_market m ON m.target_market_id = t.id"
    " LEFT JOIN person p ON p.id = m.person_id AND p.binned_at IS NULL AND p.archived_at IS NULL"
)


@dataclass(frozen=True, slots=True)
class MarketPage:
    """A market with how many people are in it and close to it; people in the bin or the archive are not counted."""

    market: Market
    inside: int
    close: int

    @property
    def id(self) -> int:
        """The market's id."""
        return self.market.id

    @property
    def title(self) -> str:
        """The market's name."""
        return self.market.name

    @property
    def line(self) -> str:
        """The second line in a list: "23 in it · 4 close to it"."""
        return f"{self.inside:,} in it · {self.close:,} close to it"

    @property
    def gone_words(self) -> str:
        """What is said when it is deleted: who was in it, and that they stay."""
        parts = [f"{self.inside:,} in it"] if self.inside else []
        parts += [f"{self.close:,} close to it"] if self.close else []
        if not parts:
            return f"Deleted “{self.title[:60]}”; nobody was in it"
        stay = "stays a contact" if self.inside + self.close == 1 else "stay contacts"
        return f"Deleted “{self.title[:60]}”; {' and '.join(parts)} {stay}"


def market_rows(ws: Workspace, text: str = "") -> tuple[MarketPage, ...]:
    """Return the markets that hold every word of ``text``, by name."""
    words = fold(text).split()
    rows = ws.sql(f"{_COUNTED} GROUP BY t.id ORDER BY t.name COLLATE NOCASE, t.id")
    found = (_page(row) for row in rows)
    return tuple(page for page in found if all(word in _folded(page.market) for word in words))


def market_page(ws: Workspace, market_id: int) -> MarketPage:
    """Return one market. Raises NotFound."""
    row = ws.sql(f"{_COUNTED} WHERE t.id = ? GROUP BY t.id", (market_id,)).fetchone()
    if row is None:
        raise NotFound("That market is not in the workspace any more.", "Choose another one from the list.")
    return _page(row)


def market_called(ws: Workspace, words: str) -> MarketPage:
    """Return the one market that is meant by a name, a part of one, or its number.

    Raises NotFound for none, InvalidInput where several are meant.
    """
    typed, found = fold(words), market_rows(ws)
    exact = [page for page in found if fold(page.title) == typed or str(page.id) == words.strip()]
    meant = exact or [page for page in found if typed and typed in fold(page.title)]
    if not meant:
        raise NotFound(f"No market is called “{words[:60]}”.", "“netdesk market list” names them all.")
    if len(meant) > 1:
        names = ", ".join(f"{page.title} ({page.id})" for page in meant[:5])
        raise InvalidInput(f"Several markets are meant: {names}.", "Say the number of one.", field="market")
    return meant[0]


def _page(row: tuple[int, str, str, str, str, int, int]) -> MarketPage:
    return MarketPage(Market(*row[:5]), row[5], row[6])


def _folded(market: Market) -> str:
    return fold(f"{market.name} {market.who} {market.where_they_gather} {market.who_is_close}")

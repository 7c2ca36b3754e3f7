"""The triage shares that the people expected at an event propose (method §2, §10)."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.contact_kinds import MarketStanding, PersonKind
from netdesk.method.expected_audience import audience_of, proposed_shares
from netdesk.method.own_trade import is_same_trade
from netdesk.method.triage import Shares
from netdesk.services.event_edit import set_shares
from netdesk.services.preferences import preferences
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ProposedShares:
    """Shares, and from how many contacts they follow."""

    shares: Shares
    people: int

    @property
    def words(self) -> str:
        """What a button says: "Propose from the 9 people expected"."""
        return f"Propose from the {self.people} people expected"


def proposed(ws: Workspace, event_id: int) -> ProposedShares | None:
    """Return the shares the expected contacts propose; None while there are fewer than three of them.

    Names that are not contacts, and people in the bin, say nothing.
    """
    trades = preferences(ws).own_trade
    rows = ws.sql(
        "SELECT p.role, p.what_they_do,"
        " (SELECT group_concat(k.kind) FROM person_kind k WHERE k.person_id = p.id),"
        " (SELECT group_concat(DISTINCT m.standing) FROM person_market m WHERE m.person_id = p.id)"
        " FROM expected_person x JOIN person p ON p.id = x.person_id"
        " WHERE x.event_id = ? AND p.binned_at IS NULL",
        (event_id,),
    ).fetchall()
    found = [
        audience_of(
            [MarketStanding(each) for each in (standings or "").split(",") if each],
            [PersonKind(each) for each in (kinds or "").split(",") if each],
            same_trade=is_same_trade(trades, role, does),
        )
        for role, does, kinds, standings in rows
    ]
    shares = proposed_shares(found)
    return None if shares is None else ProposedShares(shares, len(found))


def take_proposed(ws: Workspace, event_id: int) -> ProposedShares | None:
    """Make the proposed shares the event's, and return them; None, and nothing written, without a proposal."""
    found = proposed(ws, event_id)
    if found is not None:
        set_shares(ws, event_id, found.shares)
    return found

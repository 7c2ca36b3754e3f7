"""The business a person brought, and what they bought themselves.

By person a win counts by their share of its thanks; as a number of wins it counts once, however often they are named.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from netdesk.method.follow_ups import FollowUpState
from netdesk.method.money import Total, add_up
from netdesk.services.currency_rates import rates
from netdesk.services.win_list import WinQuery, WinRow, win_ids, win_rows
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BusinessLine:
    """A win of a person: ``share`` of it is theirs (1 where they are the client), ``value`` that of the whole win.

    ``thanked`` is OPEN while a thank-you is planned, DONE once it was said, None before or where they are the client.
    """

    win_id: int
    won_on: date
    title: str
    client: str
    value: float | None
    currency: str
    share: float
    thanked: FollowUpState | None = None

    @property
    def name(self) -> str:
        """What it is called: its title, else its client."""
        return self.title or self.client


@dataclass(frozen=True, slots=True)
class BusinessPart:
    """Wins of one kind, the newest first, and what they are worth by the person's shares."""

    count: int
    total: Total
    lines: tuple[BusinessLine, ...]

    @property
    def thanked(self) -> int:
        """For how many they were thanked."""
        return sum(line.thanked is FollowUpState.DONE for line in self.lines)


@dataclass(frozen=True, slots=True)
class Business:
    """Wins to thank a person for (``brought``), and wins of which they are the client (``bought``)."""

    brought: BusinessPart
    bought: BusinessPart

    @property
    def is_empty(self) -> bool:
        """Whether there is no win with them at all."""
        return not (self.brought.count or self.bought.count)


def business_of(ws: Workspace, person_id: int, own: str) -> Business:
    """Return the business between a person and me, in the own currency ``own``."""
    brought = win_rows(ws, win_ids(ws, WinQuery(person_id=person_id)))
    bought = win_rows(ws, win_ids(ws, WinQuery(client_id=person_id)))
    return Business(
        _part(ws, own, (_brought(row, person_id) for row in brought)),
        _part(ws, own, (_line(row, 1.0, None) for row in bought)),
    )


def _brought(row: WinRow, person_id: int) -> BusinessLine:
    theirs = [one for one in row.people if one.person_id == person_id]
    return _line(row, sum(one.share for one in theirs), theirs[0].thanked)


def _line(row: WinRow, share: float, thanked: FollowUpState | None) -> BusinessLine:
    return BusinessLine(row.id, row.won_on, row.title, row.client, row.value, row.currency, share, thanked)


def _part(ws: Workspace, own: str, lines: Iterable[BusinessLine]) -> BusinessPart:
    found = tuple(lines)
    shared = ((None if line.value is None else line.value * line.share, line.currency) for line in found)
    return BusinessPart(len(found), add_up(shared, rates(ws, own)), found)

"""The month beside its aims: solid contacts, one-to-ones, people helped, and cards followed up in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from netdesk.method.calendar_words import MONTHS
from netdesk.method.follow_ups import CardState
from netdesk.method.rhythm import InteractionKind
from netdesk.method.today import pace_sentence
from netdesk.services.preferences import method_settings
from netdesk.services.prompt_share import prompt_share
from netdesk.store.workspace import Workspace

_KNOWN = "person_id NOT IN (SELECT id FROM person WHERE binned_at IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what I want to reach; ``aim`` is 0 where nothing is aimed at."""

    label: str
    done: int
    aim: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month so far: its name, the counts in their order, and the pace in words ("" when it says nothing)."""

    name: str
    counts: tuple[Count, ...]
    pace: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been counted yet."""
        return not any(count.done for count in self.counts)


def month_so_far(ws: Workspace, now: datetime) -> Month:
    """Count the calendar month of ``now``, its first day to its last.

    Solid contacts: people with a card received this month that is marked solid and not let go. One-to-ones: held
    this month. Helped someone: gives of this month in the ledger, promises that were kept among them. Follow-ups in
    time: see :func:`netdesk.services.prompt_share.prompt_share`.
    """
    settings = method_settings(ws)
    first = now.date().replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    solid = _solid(ws, first, after)
    share = prompt_share(ws, first, after - timedelta(days=1), now)
    hours = settings.follow_up_hours
    counts = (
        Count("Solid contacts", solid, settings.aim_solid),
        Count("One-to-ones", _one_to_ones(ws, first, after), settings.aim_one_to_ones),
        Count("Helped someone", _helped(ws, first, after), settings.aim_helped),
        Count(f"Follow-ups within {hours} h", share.prompt, share.counted),
    )
    return Month(MONTHS[first.month - 1], counts, pace_sentence(solid, now.date()))


def _solid(ws: Workspace, first: date, after: date) -> int:
    row = ws.sql(
        "SELECT count(DISTINCT person_id) FROM card WHERE received_at >= ? AND received_at < ?"
        f" AND solid AND state <> '{CardState.LET_GO.value}' AND {_KNOWN}",
        (first.isoformat(), after.isoformat()),
    ).fetchone()
    return int(row[0])


def _one_to_ones(ws: Workspace, first: date, after: date) -> int:
    row = ws.sql(
        f"SELECT count(*) FROM interaction WHERE kind = '{InteractionKind.ONE_TO_ONE.value}'"
        " AND happened_at >= ? AND happened_at < ?",
        (first.isoformat(), after.isoformat()),
    ).fetchone()
    return int(row[0])


def _helped(ws: Workspace, first: date, after: date) -> int:
    row = ws.sql(
        "SELECT count(*) FROM ledger_entry WHERE state = 'done' AND kind IN ('give', 'promise')"
        f" AND coalesce(closed_on, happened_on) >= ? AND coalesce(closed_on, happened_on) < ? AND {_KNOWN}",
        (first.isoformat(), after.isoformat()),
    ).fetchone()
    return int(row[0])

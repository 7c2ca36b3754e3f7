"""What money of other currencies is worth, as the person entered it: no rate is ever fetched."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from netdesk.method.changes import Changes
from netdesk.method.currencies import is_currency
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.money import Rates
from netdesk.services.preferences import preferences
from netdesk.store.workspace import Workspace

__all__ = [
    "USUAL",
    "MissingRate",
    "Rate",
    "Rates",
    "missing_rates",
    "own_currency",
    "rate_lines",
    "rates",
    "remove_rate",
    "set_rate",
    "usual_currency",
]
USUAL = "GBP"
"""The own currency where nothing says which it is."""
_WRITTEN_MOST = (
    "SELECT currency FROM (SELECT currency FROM win WHERE binned_at IS NULL"
    " UNION ALL SELECT currency FROM event WHERE binned_at IS NULL"
    " UNION ALL SELECT currency FROM networking_group WHERE binned_at IS NULL)"
    " WHERE currency <> '' GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1"
)
_LEAST, _MOST = 1e-6, 1e6


@dataclass(frozen=True, slots=True)
class Rate:
    """One of ``currency`` is ``rate`` of ``own``, entered on the day ``set_on``."""

    currency: str
    own: str
    rate: float
    set_on: date


@dataclass(frozen=True, slots=True)
class MissingRate:
    """A currency without a rate: how many wins are in it, and what they are worth in it together."""

    currency: str
    wins: int
    amount: float


def own_currency(ws: Workspace, system: str = "") -> str:
    """Return the currency of totals: the chosen one, else the system's, else that of most wins, else GBP.

    Where most wins name no currency, they are taken to be in the one that is written down most often anywhere.
    """
    if chosen := preferences(ws).currency or system or usual_currency(ws):
        return chosen
    most = ws.sql(_WRITTEN_MOST).fetchone()
    return str(most[0]) if most else USUAL


def usual_currency(ws: Workspace) -> str:
    """Return the chosen own currency, else that of most wins; "" for the computer's, in which most are then."""
    if chosen := preferences(ws).currency:
        return chosen
    most = ws.sql(
        "SELECT currency FROM win WHERE binned_at IS NULL AND value IS NOT NULL"
        " GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1"
    ).fetchone()
    return str(most[0]) if most else ""


def rates(ws: Workspace, own: str) -> Rates:
    """Return the rates to ``own``, for adding up."""
    found = ws.sql("SELECT currency, rate FROM currency_rate WHERE own = ?", (own,))
    return Rates(own, dict(found.fetchall()))


def rate_lines(ws: Workspace, own: str) -> tuple[Rate, ...]:
    """Return the rates to ``own`` with the days they were entered on, by currency."""
    found = ws.sql(
        "SELECT currency, own, rate, set_on FROM currency_rate WHERE own = ? ORDER BY currency", (own,)
    )
    return tuple(Rate(code, to, rate, date.fromisoformat(day)) for code, to, rate, day in found.fetchall())


def set_rate(ws: Workspace, currency: str, own: str, rate: float, today: date) -> Changes:
    """Say that one of ``currency`` is ``rate`` of ``own``.

    Raises InvalidInput naming ``currency`` or ``rate`` for what is no currency, the own one, or a rate out of reach.
    """
    currency, own = currency.strip().upper(), own.strip().upper()
    if not is_currency(currency):
        raise InvalidInput(
            f"“{currency[:20]}” is no currency I know.",
            "Write its three letters, such as EUR.",
            field="currency",
        )
    if currency == own:
        raise InvalidInput(f"{own} is your own currency: it needs no rate.", field="currency")
    if not (math.isfinite(rate) and _LEAST <= rate <= _MOST):
        raise InvalidInput(
            "That cannot be a rate.", f"Write how many {own} one {currency} is, such as 0.85.", field="rate"
        )
    with ws.change(f"One {currency} is {rate:g} {own}", merge_key=f"rate:{currency}:{own}") as change:
        ws.sql(
            "INSERT INTO currency_rate (currency, own, rate, set_on) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (currency, own) DO UPDATE SET rate = excluded.rate, set_on = excluded.set_on",
            (currency, own, rate, today.isoformat()),
        )
    return change.changes


def remove_rate(ws: Workspace, currency: str, own: str) -> Changes:
    """Forget a rate: amounts of that currency stand apart again. Raises NotFound."""
    with ws.change(f"Forget the rate of {currency}") as change:
        gone = ws.sql("DELETE FROM currency_rate WHERE currency = ? AND own = ?", (currency, own)).rowcount
        if not gone:
            raise NotFound(f"There is no rate of {currency[:20]} to {own}.")
    return change.changes


def missing_rates(ws: Workspace, own: str) -> tuple[MissingRate, ...]:
    """Return the currencies of wins that cannot be added up yet, those of most wins first."""
    found = ws.sql(
        "SELECT w.currency, count(*), round(sum(w.value), 2) FROM win w WHERE w.binned_at IS NULL"
        " AND w.value IS NOT NULL AND w.currency NOT IN ('', ?1) AND NOT EXISTS (SELECT 1 FROM currency_rate r"
        " WHERE r.currency = w.currency AND r.own = ?1) GROUP BY w.currency ORDER BY 2 DESC, 1",
        (own,),
    )
    return tuple(MissingRate(*row) for row in found.fetchall())

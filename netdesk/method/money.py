"""Money of several currencies added up at rates a person entered, and written in words.

Nothing without a rate is ever left out: it stands apart, in its own currency.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from netdesk.method.currencies import SIGN_BEFORE

MoneyWords = Callable[[float, str], str]
"""Writes an amount in a currency of three letters: "£780"."""
MOST = 1e9
"""The largest value of one win: more is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Rates:
    """What one of each currency is worth in ``own``, as it was entered."""

    own: str
    of: Mapping[str, float] = field(default_factory=dict)

    def convert(self, amount: float, currency: str) -> float | None:
        """Return an amount in the own currency, to be rounded when it is shown; None without a rate."""
        if currency in ("", self.own):
            return amount
        rate = self.of.get(currency)
        return None if rate is None else amount * rate


@dataclass(frozen=True, slots=True)
class Total:
    """A sum in the own currency, and beside it what has no rate, by currency, the largest amount first.

    ``known`` is how many of the amounts were known at all, in whatever currency.
    """

    value: float
    currency: str
    apart: tuple[tuple[float, str], ...] = ()
    known: int = 0

    @property
    def is_known(self) -> bool:
        """Whether any amount was known."""
        return self.known > 0


def add_up(amounts: Iterable[tuple[float | None, str]], rates: Rates) -> Total:
    """Add amounts with their currencies ("" is the own one); None is an amount that is not known."""
    own: list[float] = []
    apart: dict[str, list[float]] = {}
    known = 0
    for amount, currency in amounts:
        if amount is None:
            continue
        known += 1
        converted = rates.convert(amount, currency)
        if converted is None:
            apart.setdefault(currency, []).append(amount)
        else:
            own.append(converted)
    left = sorted(((_sum(found), code) for code, found in apart.items()), key=lambda one: (-one[0], one[1]))
    return Total(_sum(own), rates.own, tuple(left), known)


def join(totals: Iterable[Total]) -> Total:
    """Add totals of one own currency."""
    listed = list(totals)
    apart: dict[str, list[float]] = {}
    for amount, code in (one for total in listed for one in total.apart):
        apart.setdefault(code, []).append(amount)
    left = sorted(((_sum(found), code) for code, found in apart.items()), key=lambda one: (-one[0], one[1]))
    return Total(
        _sum(total.value for total in listed),
        listed[0].currency if listed else "",
        tuple(left),
        sum(total.known for total in listed),
    )


def plain_money(amount: float, currency: str) -> str:
    """Write an amount the same on every computer: "£1,200", "£1,200.50", "1,200 CHF", "1,200" without a currency."""
    rounded = round(amount, 2)
    number = f"{abs(rounded):,.2f}".removesuffix(".00")
    minus = "-" if rounded < 0 else ""
    sign = SIGN_BEFORE.get(currency)
    if sign is not None:
        return f"{minus}{sign}{number}"
    return f"{minus}{number} {currency}".rstrip()


def total_words(total: Total, money: MoneyWords = plain_money) -> str:
    """Write a total: "£43,800", "£43,800 + 1,200 CHF"; "" when no amount is known."""
    if not total.is_known:
        return ""
    parts = [money(total.value, total.currency)] if total.value or not total.apart else []
    return " + ".join([*parts, *(money(amount, code) for amount, code in total.apart)])


def _sum(amounts: Iterable[float]) -> float:
    return round(math.fsum(amounts), 2)

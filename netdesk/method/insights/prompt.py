"""How many cards were followed up promptly, month by month (method §3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
from netdesk.method.insights.comparing import Compared
from netdesk.method.insights.readings import (
    counted,
    is_too_few,
    percent_words,
    sentences,
    share,
    share_words,
    too_few,
)
from netdesk.method.periods import Month, Period, PeriodKind

TOPIC = "prompt"
_MOST_COLUMNS = 13
"""Twelve months up to today touch thirteen."""
_POINTS = Fraction(5, 100)
"""A difference of two shares that is worth a word."""


@dataclass(frozen=True, slots=True)
class Followed:
    """``prompt`` of ``counted`` cards were followed up in time."""

    prompt: int
    counted: int

    @property
    def share(self) -> Fraction | None:
        """The exact share; None without a card."""
        return share(self.prompt, self.counted)


@dataclass(frozen=True, slots=True)
class Promptness:
    """The cards received in each month of a period, all of them, and those of the period before.

    ``hours`` is what the settings call prompt; ``waiting`` cards still have time and are not counted.
    """

    period: Period
    compared: Compared
    hours: int
    months: tuple[tuple[Month, Followed], ...]
    before: Followed
    waiting: int = 0

    @property
    def all(self) -> Followed:
        """All months together."""
        return _together(each for _, each in self.months)

    @property
    def best(self) -> Month | None:
        """The month that stands out: the best one with cards enough; None where no other month has enough."""
        enough = [(month, each) for month, each in self.months if not is_too_few(each.counted)]
        if len(enough) < 2:
            return None
        month, best = max(enough, key=lambda one: one[1].share or 0)
        return month if all(other.share != best.share for each, other in enough if each != month) else None


def reading(figures: Promptness) -> str:
    """Say what the months tell: "Two thirds of the cards were followed up within 48 hours, up from half …"."""
    whole, before = figures.all, figures.before
    if whole.share is None or is_too_few(whole.counted):
        return too_few(whole.counted, "card")
    cards = f"{share_words(whole.share)} of the cards were followed up within {figures.hours} hours"
    then = before.share
    if then is not None and not is_too_few(before.counted) and abs(whole.share - then) >= _POINTS:
        way = "up" if whole.share > then else "down"
        cards += f", {way} from {percent_words(then)} in {figures.compared.words}"
    best = figures.best
    return sentences(cards, f"{best.name} was your best month" if best else "")


def chart(figures: Promptness) -> Chart:
    """Return the share of each month as columns, as a line where there are many, and its words."""
    whole = figures.all
    points = tuple(_point(figures, month, each) for month, each in figures.months) if whole.counted else ()
    within = f"within {figures.hours} h"
    kind = ChartKind.COLUMNS if len(points) <= _MOST_COLUMNS else ChartKind.LINES
    return Chart(
        TOPIC,
        f"Follow-ups {within}",
        kind,
        (Series(f"Followed up {within}", "accent", points),) if points else (),
        _table(figures),
        note=f"{whole.prompt:,} of {counted(whole.counted, 'card')}" if points else "",
        note_behind=_behind(whole.counted, figures.compared.now),
        compared_behind=_behind(figures.before.counted, figures.compared.before, figures.compared.words),
        reading=reading(figures) if points else "",
        compared=_compared(figures) if points else "",
        empty="" if points else _empty(figures),
    )


def _compared(figures: Promptness) -> str:
    before = figures.before
    if before.share is None:
        return ""
    words = f"{before.prompt:,} of {counted(before.counted, 'card')} in {figures.compared.words}"
    return f"{percent_words(figures.all.share)}; {words}"


def _empty(figures: Promptness) -> str:
    if figures.waiting:
        return f"{counted(figures.waiting, 'card')} in this period, and still time to follow up."
    return (
        "Cards you bring home from events are counted here: how many were followed up within "
        f"{figures.hours} hours. Put them in after the next event."
    )


def _behind(cards: int, period: Period, words: str = "") -> Behind | None:
    """The cards of a period; ``words`` name one that is not the one shown."""
    title = f"{counted(cards, 'card')} in {words}" if words else counted(cards, "card")
    return Behind(BehindKind.CARDS, TOPIC, title, period) if cards else None


def _point(figures: Promptness, month: Month, each: Followed) -> Point:
    words = percent_words(each.share)
    cards = f"{each.prompt:,} of {counted(each.counted, 'card')}"
    tip = f"{month.name}: {cards} followed up within {figures.hours} h"
    if each.share is None:
        return Point(month.short, None, words, f"{month.name}: no cards")
    title = f"{counted(each.counted, 'card')} of {month.name}"
    behind = Behind(BehindKind.CARDS, TOPIC, title, _part(figures.compared.now, month))
    return Point(month.short, float(each.share * 100), words, tip, behind=behind)


def _part(period: Period, month: Month) -> Period:
    """The days of a month that lie in a period."""
    return Period(PeriodKind.OWN, max(period.first, month.first), min(period.last, month.last))


def _table(figures: Promptness) -> Table:
    rows, exact = [], []
    for month, each in figures.months:
        rows.append((month.name, f"{each.counted:,}", f"{each.prompt:,}", percent_words(each.share)))
        part = None if each.share is None else round(float(each.share), 4)
        exact.append((month.name, each.counted, each.prompt, part))
    return Table(
        ("Month", "Cards", f"Within {figures.hours} h", "Share"),
        tuple(rows),
        tuple(exact),
    )


def _together(parts: Iterable[Followed]) -> Followed:
    listed = list(parts)
    return Followed(sum(one.prompt for one in listed), sum(one.counted for one in listed))

"""What stands on the printed review of a period: the charts with their readings, what to do more and less of, and
lines for resolutions (method §9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from netdesk.method.calendar_words import long_day
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import Compared
from netdesk.method.insights.readings import counted, joined
from netdesk.method.money import MoneyWords, Total, total_words
from netdesk.method.periods import Period, PeriodKind, quarter_of, year_of
from netdesk.method.review import Advice
from netdesk.method.sheet_text import clean_text, printed_line

RESOLUTION_COLUMNS = ("I will", "I shall see it by", "From", "Kept")
_MAIN = ("sources", "mix", "funnel", "levels")
"""The charts of a review on one page."""
_SPARE_LINES = 5
_ROOMY = 2
_NO_ADVICE = "Too few to say yet."
_NOTHING = (
    "Nothing in this time yet. Write down what you win, the events you go to and the one-to-ones you hold, and their"
    " charts stand here."
)


class Length(Enum):
    """How long a review is: the four main charts on one page, or all of them on two."""

    ONE_PAGE = "one page"
    TWO_PAGES = "two pages"


@dataclass(frozen=True, slots=True)
class AdviceList:
    """What to do more of, or less of; ``nothing`` is said where there is no advice."""

    heading: str
    advice: tuple[Advice, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """The whole review in order. The charts before the advice, those after it, then lines to write on."""

    title: str
    meta: str
    aside: str
    beneath: str
    first: tuple[Chart, ...]
    more: AdviceList
    less: AdviceList
    rest: tuple[Chart, ...]
    missing: str
    resolutions_heading: str
    resolution_columns: tuple[str, ...]
    lines: int
    footer: str


@dataclass(frozen=True, slots=True)
class Review:
    """A period's charts and advice, and how many wins there were, worth how much."""

    period: Period
    compared: Compared
    charts: tuple[Chart, ...]
    wins: int
    won: Total
    more: tuple[Advice, ...]
    less: tuple[Advice, ...]


def review_title(period: Period) -> str:
    """Write the title: "Review of Q4 2026", "Review of the last 12 months"."""
    name = "the last 12 months" if period.kind is PeriodKind.LAST_12_MONTHS else period.name
    return f"Review of {name}"


def review_periods(period: Period, today: date) -> tuple[Period, ...]:
    """Return what a review may look back on from here: the period itself, its quarter and its year, each once.

    Of a long period it is the quarter and the year of today, or of its last day where it is over.
    """
    day = max(period.first, min(today, period.last))
    found: list[Period] = []
    for one in (period, quarter_of(day), year_of(day)):
        if all((one.first, one.last) != (other.first, other.last) for other in found):
            found.append(one)
    return tuple(found)


def period_labels(periods: tuple[Period, ...]) -> tuple[str, ...]:
    """Write periods short enough to stand side by side: "12 months", "Q4", "2026"; two have room for "Q3 2026"."""
    return tuple(_label(one, short=len(periods) > _ROOMY) for one in periods)


def _label(period: Period, *, short: bool) -> str:
    match period.kind:
        case PeriodKind.MONTH:
            month = period.months[0]
            return month.short if short else f"{month.short} {month.year}"
        case PeriodKind.QUARTER if short:
            return period.name.partition(" ")[0]
        case PeriodKind.LAST_12_MONTHS:
            return "12 months"
        case PeriodKind.OWN:
            return "Own days"
        case _:
            return period.name


def compose_review_sheet(
    review: Review, today: date, money: MoneyWords, length: Length = Length.TWO_PAGES
) -> ReviewSheet:
    """Return the content of the review. Charts without any figure are left out and named in a line."""
    wanted = [one for one in review.charts if length is Length.TWO_PAGES or one.name in _MAIN]
    told = [one for one in wanted if not one.empty]
    missing = joined(clean_text(one.title) for one in wanted if one.empty)
    first = tuple(one for one in told if one.name in _MAIN)
    return ReviewSheet(
        title=review_title(review.period),
        meta=_meta(review, today),
        aside=counted(review.wins, "win"),
        beneath=total_words(review.won, money),
        first=first,
        more=AdviceList("More of", review.more, _NO_ADVICE),
        less=AdviceList("Less of", review.less, _nothing_less(review)),
        rest=tuple(one for one in told if one not in first),
        missing=_missing(missing, anything=bool(told)),
        resolutions_heading=f"What I resolve for {_next_name(review.period)}",
        resolution_columns=RESOLUTION_COLUMNS,
        lines=_SPARE_LINES,
        footer=printed_line(today),
    )


def _missing(titles: str, *, anything: bool) -> str:
    """Say which charts are left out; where all are, what brings them here."""
    if not anything:
        return _NOTHING
    return f"Nothing in this time yet: {titles}." if titles else ""


def _meta(review: Review, today: date) -> str:
    """Write "1 Oct 2026 – 31 Dec 2026, up to 22 November 2026 · compared with the same part of Q3 2026"."""
    days = review.period.days_words
    if review.period.first <= today < review.period.last:
        days = f"{days}, up to {long_day(today)}"
    return f"{days} · compared with {review.compared.words}"


def _next_name(period: Period) -> str:
    if period.kind in (PeriodKind.LAST_12_MONTHS, PeriodKind.OWN):
        return "the time to come"
    return period.after().name


def _nothing_less(review: Review) -> str:
    return "Nothing stands out." if review.more else _NO_ADVICE

"""Where wins came from: how many and how much by each of the five sources, beside the period before (method §8, §9).

A win counts once, however many people share the thanks. A win whose source is not said yet stands apart, and shares
are taken of those whose source is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from netdesk.method.insights import readings
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
from netdesk.method.insights.comparing import Compared, more_or_less
from netdesk.method.money import MoneyWords, Rates, Total, add_up, total_words
from netdesk.method.periods import Period
from netdesk.method.sources import Source

NAME = "sources"
UNSAID = "unsaid"
"""The key of the wins whose source is not said yet."""
_TITLE = "Where wins came from"
_COLUMNS = ("Source", "Wins", "Share", "Value", "Wins before", "Value before")
_EMPTY = (
    "Here stands which of the five sources your wins came from. Write down what you won, or paste the last two years"
    " from a spreadsheet, in Wins."
)


@dataclass(frozen=True, slots=True)
class Win:
    """What counts of a win: its source (None while not said), its value (None while not known) and the currency."""

    source: Source | None
    value: float | None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class FromSource:
    """What came from one source; ``source`` is None for the wins of which it is not said."""

    source: Source | None
    count: int
    total: Total


@dataclass(frozen=True, slots=True)
class Wins:
    """The wins of some days: the five sources in order, then those not said; all of them together."""

    sources: tuple[FromSource, ...]
    count: int
    total: Total

    @property
    def said(self) -> int:
        """How many have a source."""
        return self.count - self.sources[-1].count

    @property
    def through_people(self) -> Fraction | None:
        """The share of those with a source in which somebody brought us together; None without any."""
        people = sum(
            one.count for one in self.sources if one.source is not None and one.source.through_people
        )
        return readings.share(people, self.said)


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """The wins of a period and of the one before it."""

    compared: Compared
    now: Wins
    before: Wins


def count_wins(wins: Sequence[Win], rates: Rates) -> Wins:
    """Count wins by source and add up what they are worth."""
    return Wins(
        tuple(_from_source(source, wins, rates) for source in (*Source, None)),
        len(wins),
        _total(wins, rates),
    )


def reading(wins: Wins, at_events: Fraction | None = None) -> str:
    """Say what share came through people; beside it the share of the time spent at events, where it is known."""
    if readings.is_too_few(wins.count):
        return readings.too_few(wins.count, "win")
    through = wins.through_people
    unsaid = wins.count - wins.said
    if through is None or readings.is_too_few(wins.said):
        return f"{readings.counted(unsaid, 'win')} have no source yet: say where they came from."
    came = f"{readings.share_words(through)} came through people"
    spent = "" if at_events is None else f"You spend {readings.share_of(at_events, 'your time')} at events"
    open_ones = (
        f"{readings.counted(unsaid, 'win')} {'has' if unsaid == 1 else 'have'} no source yet"
        if unsaid
        else ""
    )
    return readings.sentences(came, spent, open_ones)


def chart(
    figures: SourceFigures, period: Period, money: MoneyWords, at_events: Fraction | None = None
) -> Chart:
    """Make the chart: a bar for each source, and one for wins whose source is not said where there are any."""
    now, before = figures.now, figures.before
    shown = [pair for pair in zip(now.sources, before.sources, strict=True) if _is_shown(*pair)]
    points = tuple(_point(one, period, money) for one, _ in shown if one.source is not None or one.count)
    worth = total_words(now.total, money)
    return Chart(
        NAME,
        _TITLE,
        ChartKind.BARS,
        (Series("Wins", "level-1", points),) if now.count else (),
        Table(
            _COLUMNS,
            (*(_row(one, was, now, money) for one, was in shown), _sum_row(figures, money)),
            (*(_exact(one, was, now) for one, was in shown), _exact_sum(figures)),
            (*(_behind_row(one, was, figures, period) for one, was in shown), _behind_sum(figures, period)),
        ),
        note=_joined(readings.counted(now.count, "win"), worth) if now.count else "",
        note_behind=_behind(now.count, period),
        compared_behind=_behind(before.count, figures.compared.before, words=figures.compared.words),
        reading=reading(now, at_events) if now.count else "",
        compared=_compared_words(figures, money),
        empty="" if now.count else _EMPTY,
    )


def _from_source(source: Source | None, wins: Sequence[Win], rates: Rates) -> FromSource:
    mine = [win for win in wins if win.source is source]
    return FromSource(source, len(mine), _total(mine, rates))


def _total(wins: Iterable[Win], rates: Rates) -> Total:
    return add_up(((win.value, win.currency) for win in wins), rates)


def _is_shown(now: FromSource, before: FromSource) -> bool:
    return now.source is not None or bool(now.count or before.count)


def _label(one: FromSource) -> str:
    return "Not said yet" if one.source is None else one.source.label


def _behind(count: int, period: Period, one: FromSource | None = None, *, words: str = "") -> Behind | None:
    """What stands behind a count of wins, of a source or of all; ``words`` name a period that is not the one shown."""
    if not count:
        return None
    title = readings.counted(count, "win")
    if one is not None:
        title += " with no source yet" if one.source is None else f" by {_lowered(one.source.label)}"
    if words:
        title += f" in {words}"
    return Behind(BehindKind.WINS, NAME, title, period, "" if one is None else _key(one))


def _behind_row(
    one: FromSource, was: FromSource, figures: SourceFigures, period: Period
) -> tuple[Behind | None, ...]:
    now = _behind(one.count, period, one)
    then = _behind(was.count, figures.compared.before, one, words=figures.compared.words)
    return (now, now, now, then, then)


def _behind_sum(figures: SourceFigures, period: Period) -> tuple[Behind | None, ...]:
    now = _behind(figures.now.count, period)
    then = _behind(figures.before.count, figures.compared.before, words=figures.compared.words)
    return (now, None, now, then, then)


def _point(one: FromSource, period: Period, money: MoneyWords) -> Point:
    count, worth = readings.counted(one.count, "win"), total_words(one.total, money)
    unknown = one.count - one.total.known
    without = f"{unknown:,} without a value" if unknown and one.count else ""
    return Point(
        _label(one),
        float(one.count),
        f"{one.count:,}",
        f"{_label(one)}: {', '.join(part for part in (count, worth, without) if part)}",
        more=worth,
        role="faint" if one.source is None else f"level-{one.source.key}",
        behind=_behind(one.count, period, one),
    )


def _key(one: FromSource) -> str:
    return UNSAID if one.source is None else one.source.value


def _row(one: FromSource, was: FromSource, wins: Wins, money: MoneyWords) -> tuple[str, ...]:
    part = readings.share(one.count, wins.said) if one.source is not None else None
    return (
        _label(one),
        f"{one.count:,}",
        readings.percent_words(part),
        total_words(one.total, money) or "–",
        f"{was.count:,}",
        total_words(was.total, money) or "–",
    )


def _sum_row(figures: SourceFigures, money: MoneyWords) -> tuple[str, ...]:
    now, before = figures.now, figures.before
    return (
        "Together",
        f"{now.count:,}",
        "",
        total_words(now.total, money) or "–",
        f"{before.count:,}",
        total_words(before.total, money) or "–",
    )


def _exact(one: FromSource, was: FromSource, wins: Wins) -> tuple[str | float | int | None, ...]:
    part = readings.share(one.count, wins.said) if one.source is not None else None
    return (
        _label(one),
        one.count,
        None if part is None else round(float(part), 4),
        _exact_total(one.total),
        was.count,
        _exact_total(was.total),
    )


def _exact_sum(figures: SourceFigures) -> tuple[str | float | int | None, ...]:
    now, before = figures.now, figures.before
    return (
        "Together",
        now.count,
        None,
        _exact_total(now.total),
        before.count,
        _exact_total(before.total),
    )


def _exact_total(total: Total) -> str | float | None:
    """A bare number; with amounts that have no rate beside it, words that hide none of them."""
    if not total.is_known:
        return None
    if not total.apart:
        return total.value
    amounts = [(total.value, total.currency), *total.apart] if total.value else total.apart
    return " + ".join(f"{amount:.2f} {code}" for amount, code in amounts)


def _compared_words(figures: SourceFigures, money: MoneyWords) -> str:
    now, before = figures.now, figures.before
    words = more_or_less(now.count, before.count, figures.compared.words)
    was = _joined(readings.counted(before.count, "win"), total_words(before.total, money))
    return f"{words} ({was})" if words and before.count else words


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _lowered(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}"

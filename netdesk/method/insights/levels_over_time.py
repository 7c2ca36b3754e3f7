"""People at each level month by month, and their moves up and down (method §9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from netdesk.method.insights import readings
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
from netdesk.method.insights.comparing import Compared
from netdesk.method.insights.standings import Counts
from netdesk.method.levels import HIGHEST, LOWEST
from netdesk.method.periods import MONTHS_A_YEAR, Month, Period, PeriodKind

NAME = "levels"
MOVES = "moves"
UP, DOWN, BOTH = "up", "down", "both"
CLOSE = 3
"""From this level on a relationship is a close one: "Equally engaged and above"."""
_TITLE = "Relationships deepening"
_MOST_MONTHS = 36
_MOST_QUARTERS = 108
_LETTERS_FROM = 10
_EMPTY = (
    "Here stands how many people you know well, month by month. Put people on their level on the board, and move them"
    " up as you get to know each other."
)


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """How many people stood on each level at the end of a month, of this one today; moves since the month before."""

    month: Month
    day: date
    counts: Counts
    up: int = 0
    down: int = 0

    def at_or_above(self, level: int) -> int:
        """How many stood on a level or a higher one."""
        return sum(self.counts[level - 1 :])


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """The ends of the months of a period, where it began (``start``), and the moves in it and in the one before.

    ``names`` are those of the five levels; ``all_five`` whether each level is drawn rather than the close ones.
    """

    compared: Compared
    months: tuple[MonthEnd, ...]
    start: Counts
    up: int
    down: int
    before_up: int
    before_down: int
    names: tuple[str, ...]
    all_five: bool = False

    @property
    def close_at_start(self) -> int:
        """How many people were close ones when the period began."""
        return sum(self.start[CLOSE - 1 :])


def month_ends(period: Period, today: date) -> tuple[tuple[Month, date], ...]:
    """Return the months to tell of a period, each with its last day, today at the latest.

    Of the last twelve months the twelve up to today's; of a shorter period the month before it as well, so that a line
    has where it comes from. Of more than three years every third month, of more than nine each December.
    """
    months = [month for month in period.months if month.first <= today]
    if not months or period.first > today:
        return ()
    if period.kind is PeriodKind.LAST_12_MONTHS:
        months = months[-MONTHS_A_YEAR:]
    elif period.first == months[0].first:
        months.insert(0, months[0].plus(-1))
    every = 1 if len(months) <= _MOST_MONTHS else 3 if len(months) <= _MOST_QUARTERS else MONTHS_A_YEAR
    told = [month for month in months if month.number % every == 0 or month == months[-1]]
    return tuple((month, min(month.last, period.last, today)) for month in told)


def reading(figures: LevelFigures) -> str:
    """Say how many are close now and how that changed, and how people moved."""
    if not figures.months:
        return ""
    last = figures.months[-1]
    people = sum(last.counts)
    if readings.is_too_few(people):
        return f"{readings.counted(people, 'person', 'people')} on the board: too few to say."
    close, by = last.at_or_above(CLOSE), last.at_or_above(CLOSE) - figures.close_at_start
    known = f"{readings.counted(close, 'person', 'people')} at {close_name(figures.names)}"
    if by:
        known += f", {abs(by):,} {'more' if by > 0 else 'fewer'} than at the start"
    elif close:
        known += ", as many as at the start"
    return readings.sentences(known, moves_words(figures.up, figures.down))


def moves_words(up: int, down: int) -> str:
    """Say moves: "38 moves up, 2 down"; "Nobody moved up or down" without any."""
    if not up and not down:
        return "Nobody moved up or down"
    return (
        f"{readings.counted(up, 'move')} up, {down:,} down" if down else f"{readings.counted(up, 'move')} up"
    )


def close_name(names: tuple[str, ...]) -> str:
    """What the close levels are called together: "Equally engaged and above"."""
    return f"{names[CLOSE - 1]} and above"


def chart(figures: LevelFigures, period: Period) -> Chart:
    """Make the chart: a line for the close levels and one for the highest, or one for each of the five."""
    anybody = any(any(one.counts) or one.up or one.down for one in figures.months)
    return Chart(
        NAME,
        _TITLE,
        ChartKind.LINES,
        _series(figures, period) if anybody else (),
        _table(figures, period),
        note=_note(figures) if anybody else "",
        compared_behind=_moves_before(figures),
        reading=reading(figures) if anybody else "",
        compared=_compared_words(figures) if anybody else "",
        empty="" if anybody else _EMPTY,
    )


def moves_behind(count: int, period: Period, way: str) -> Behind:
    """What shows the moves up or down of a period, of which there are ``count``."""
    return Behind(BehindKind.MOVES, MOVES, f"{readings.counted(count, 'move')} {way}", period, way)


def moves_told(table: Table) -> tuple[int, int]:
    """Return the moves up and down that a chart's table tells of, over all its months."""
    counts = [(int(row[-2] or 0), int(row[-1] or 0)) for row in table.exact]
    return sum(up for up, _ in counts), sum(down for _, down in counts)


def key_of(lowest: int, highest: int, day: date) -> str:
    """How the people of some levels at the end of a day are asked for: "3-5@2026-11-22"."""
    return f"{lowest}-{highest}@{day}"


def asked_by(key: str) -> tuple[int, int, date]:
    """Read what :func:`key_of` wrote. Raises ValueError for anything else."""
    levels, _, day = key.partition("@")
    lowest, _, highest = levels.partition("-")
    return int(lowest), int(highest), date.fromisoformat(day)


def _note(figures: LevelFigures) -> str:
    return "people at each level" if figures.all_five else "people at level"


def _series(figures: LevelFigures, period: Period) -> tuple[Series, ...]:
    if figures.all_five:
        shown = [
            (level, level, f"{level} {figures.names[level - 1]}") for level in range(HIGHEST, LOWEST - 1, -1)
        ]
    else:
        shown = [
            (CLOSE, HIGHEST, f"{CLOSE} {close_name(figures.names)}"),
            (HIGHEST, HIGHEST, f"{HIGHEST} {figures.names[HIGHEST - 1]}"),
        ]
    return tuple(
        Series(
            name,
            f"level-{lowest}",
            tuple(_point(figures, one, lowest, highest, name, period) for one in figures.months),
        )
        for lowest, highest, name in shown
    )


def _moves_before(figures: LevelFigures) -> Behind | None:
    """The moves of the period before, of which the comparison tells."""
    count, words = figures.before_up + figures.before_down, figures.compared.words
    title = f"{readings.counted(count, 'move')} in {words}"
    return Behind(BehindKind.MOVES, MOVES, title, figures.compared.before, BOTH) if count else None


def _behind(one: MonthEnd, lowest: int, highest: int, name: str, period: Period) -> Behind | None:
    """Who stood on some levels at the end of a month."""
    count = sum(one.counts[lowest - 1 : highest])
    title = f"{readings.counted(count, 'person', 'people')} at {name}, {one.month.name}"
    key = key_of(lowest, highest, one.day)
    return Behind(BehindKind.PEOPLE, NAME, title, period, key) if count else None


def _behind_row(
    figures: LevelFigures, one: MonthEnd, since: date | None, period: Period
) -> tuple[Behind | None, ...]:
    """What stands behind each cell of a month; ``since`` is the first day its moves are counted from."""
    names = [f"{level} {name}" for level, name in enumerate(figures.names, LOWEST)]
    people = [_behind(one, level, level, name, period) for level, name in enumerate(names, LOWEST)]
    close = _behind(one, CLOSE, HIGHEST, f"{CLOSE} {close_name(figures.names)}", period)
    days = None if since is None else Period(PeriodKind.OWN, since, one.day)
    moves = [
        moves_behind(count, days, way) if count and days is not None else None
        for count, way in ((one.up, UP), (one.down, DOWN))
    ]
    return (*people, close, *moves)


def _point(
    figures: LevelFigures, one: MonthEnd, lowest: int, highest: int, name: str, period: Period
) -> Point:
    count = sum(one.counts[lowest - 1 : highest])
    people = readings.counted(count, "person", "people")
    return Point(
        _label(figures, one.month),
        float(count),
        f"{count:,}",
        f"{one.month.name}: {people} at {name}",
        behind=_behind(one, lowest, highest, name, period),
    )


def _label(figures: LevelFigures, month: Month) -> str:
    months = figures.months
    if len(months) > 1 and months[1].month.plus(-1) != months[0].month:
        return str(month.year) if month.number == MONTHS_A_YEAR else f"{month.short} {month.year}"
    if len(months) > MONTHS_A_YEAR + 1:
        return f"{month.short} {month.year % 100:02}"
    return month.short[0] if len(months) >= _LETTERS_FROM else month.short


def _table(figures: LevelFigures, period: Period) -> Table:
    names = tuple(f"{number} {name}" for number, name in enumerate(figures.names, LOWEST))
    columns = ("Month", *names, f"{CLOSE} and above", "Moves up", "Moves down")
    counts = [(*one.counts, one.at_or_above(CLOSE), one.up, one.down) for one in figures.months]
    names_of = [one.month.name for one in figures.months]
    return Table(
        columns,
        tuple((name, *(f"{each:,}" for each in row)) for name, row in zip(names_of, counts, strict=True)),
        tuple((name, *row) for name, row in zip(names_of, counts, strict=True)),
        tuple(
            _behind_row(figures, one, since, period)
            for one, since in zip(figures.months, _counted_since(figures), strict=True)
        ),
    )


def _counted_since(figures: LevelFigures) -> list[date | None]:
    """The day from which the moves of each month are counted: after the day counted at before it; None for none."""
    days = days_to_fold(figures.compared, tuple((one.month, one.day) for one in figures.months))
    after = {day: before + timedelta(days=1) for before, day in pairwise(days)}
    return [after.get(one.day) for one in figures.months]


def _compared_words(figures: LevelFigures) -> str:
    moved_before = figures.before_up + figures.before_down
    if not moved_before and not any(figures.start):
        return ""
    then = moves_words(figures.before_up, figures.before_down)
    return f"{then[0].lower()}{then[1:]} in {figures.compared.words}"


def days_to_fold(compared: Compared, ends: tuple[tuple[Month, date], ...]) -> tuple[date, ...]:
    """Return the days to count at, in order: the one before the period, its months' ends, and its last day."""
    days = {compared.now.first - timedelta(days=1), compared.now.last, *(day for _, day in ends)}
    return tuple(sorted(days))

"""A chart as plain values: what is drawn, read out, put in a table and written as CSV is always the same.

Every chart says in one sentence what is to be read from it. Where the figures are too few for that, it says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netdesk.method.insights.behind import Behind


class ChartKind(StrEnum):
    """How a chart is drawn."""

    BARS = "bars"
    """Lying bars, one series, each on a track; with a mark at ``Point.plan`` where there is one."""
    COLUMNS = "columns"
    """Standing columns, their words above them; several series stand side by side."""
    LINES = "lines"
    """Lines over time, one a series, each with its name at its end."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure. ``value`` is None where there is nothing to count: the line has a gap, the bar is missing.

    ``words`` is the exact figure as it is written ("9", "46%"); ``more`` a second, fainter one ("£18,400", "30%").
    ``tip`` says it in full: "Direct or indirect referral: 9 wins, £18,400". ``role`` is a colour of the theme, "" for
    the one of the series; ``behind`` what a click shows, None where there is nothing behind it.
    """

    label: str
    value: float | None
    words: str
    tip: str
    more: str = ""
    plan: float | None = None
    role: str = ""
    behind: Behind | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that belong together, in the order of the labels; ``role`` is a colour of the theme: "level-3"."""

    name: str
    role: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The same figures as rows, for screen readers, for copying and for CSV; each row as long as ``columns``.

    ``rows`` hold what is read; ``exact`` the same as bare numbers and words for a spreadsheet. ``behind`` is what
    stands behind each cell but the first of its row; without it a row leads where its point does.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    exact: tuple[tuple[str | float | int | None, ...], ...]
    behind: tuple[tuple[Behind | None, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its words.

    ``name`` is its code ("sources"), ``note`` what stands beside the title ("24 wins · £43,800"), ``reading`` the
    sentence under it, ``strong`` the words of it that stand out ("48 a year"), ``compared`` the same figure beside the
    period before ("6 more than the 12 months before").
    ``empty`` is what to say instead of a chart without any figure ("" when there are figures): it tells what belongs
    there and how it comes in. ``full`` is what a whole bar stands for where that is more than the greatest figure: 100
    for shares of one whole. ``note_behind`` and ``compared_behind`` are what stands behind the figures of these words.
    """

    name: str
    title: str
    kind: ChartKind
    series: tuple[Series, ...]
    table: Table
    note: str = ""
    reading: str = ""
    compared: str = ""
    empty: str = ""
    strong: str = ""
    full: float = 0.0
    note_behind: Behind | None = None
    compared_behind: Behind | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels along the chart: those of the longest series."""
        longest = max(self.series, key=lambda one: len(one.points), default=None)
        return tuple(point.label for point in longest.points) if longest else ()

    @property
    def highest(self) -> float:
        """What the longest bar stands for: ``full``, or the greatest value or plan; 0 for an empty chart."""
        points = [point for one in self.series for point in one.points]
        return max((max(point.value or 0.0, point.plan or 0.0, self.full) for point in points), default=0.0)

    @property
    def is_flat(self) -> bool:
        """Whether nothing rises above zero: on paper the sentence says as much in less room."""
        return not any(point.value for one in self.series for point in one.points)

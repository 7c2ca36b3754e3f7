"""Whom have I not helped yet: on each level, and of those who brought business or helped me first (method §4, §9).

It answers who comes next, never who owes what. It tells of today; a period only says how many people were helped in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.insights import readings
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
from netdesk.method.insights.comparing import Compared
from netdesk.method.insights.levels_over_time import CLOSE, close_name
from netdesk.method.levels import HIGHEST, LOWEST
from netdesk.method.periods import Period

NAME = "helped"
BROUGHT, HELPED_ME, HELPED = "brought", "helped_me", "helped"
"""How the bars above the levels are asked for, and the people helped in a period."""
_TITLE = "Whom have I not helped yet?"
_COLUMNS = ("People", "Not helped yet", "All of them")
_LONGEST_NAME = 60
_EMPTY = (
    "Here stands whom you have not helped yet, level by level. Put people on the board, and write down in Give & ask"
    " what you did for whom."
)


@dataclass(frozen=True, slots=True)
class AtLevel:
    """How many people stand on a level, and how many of them I have not helped yet."""

    level: int
    people: int
    not_helped: int


@dataclass(frozen=True, slots=True)
class First:
    """Whom to think of first: who helped and brought wins most often, and was not helped yet."""

    name: str
    helped_me: int
    wins: int


@dataclass(frozen=True, slots=True)
class HelpedFigures:
    """How it stands today, on the five levels from the lowest; ``names`` are those of the levels.

    ``brought`` are people not helped yet whom I have a win to thank for, ``helped_me`` those who helped me;
    ``helped_now`` and ``helped_before`` how many people were helped in the period and in the one before.
    """

    compared: Compared
    levels: tuple[AtLevel, ...]
    names: tuple[str, ...]
    brought: int
    brought_of: int
    helped_me: int
    helped_me_of: int
    first: First | None
    helped_now: int = 0
    helped_before: int = 0

    @property
    def close(self) -> AtLevel:
        """The people of the close levels together."""
        mine = [one for one in self.levels if one.level >= CLOSE]
        return AtLevel(CLOSE, sum(one.people for one in mine), sum(one.not_helped for one in mine))


def reading(figures: HelpedFigures) -> str:
    """Say whom to think of first, and how many of those close to me come after."""
    first, close = figures.first, figures.close
    think = "" if first is None else f"Think of {first.name[:_LONGEST_NAME]} first: {_did(first)}"
    where = close_name(figures.names)
    if not close.people:
        return readings.sentences(think, f"Nobody stands at {where} yet")
    if not close.not_helped:
        return readings.sentences(think, f"Everybody at {where} has had help from you")
    people = readings.counted(close.people, "person", "people")
    verb = "is" if close.not_helped == 1 else "are"
    return readings.sentences(think, f"{close.not_helped:,} of {people} at {where} {verb} still to be helped")


def chart(figures: HelpedFigures, period: Period) -> Chart:
    """Make the chart: those who brought business or helped me, then a bar a level, the highest first."""
    rows = _rows(figures)
    empty = not any(of for _, _, _, of, _ in rows)
    return Chart(
        NAME,
        _TITLE,
        ChartKind.BARS,
        () if empty else (Series("Not helped yet", "accent", tuple(_point(row, period) for row in rows)),),
        Table(
            _COLUMNS,
            tuple((label, f"{count:,}", f"{of:,}") for _, label, count, of, _ in rows),
            tuple((label, count, of) for _, label, count, of, _ in rows),
        ),
        note="" if empty else "as of today",
        reading="" if empty else reading(figures),
        compared="" if empty else _compared_words(figures),
        compared_behind=_helped_now(figures),
        empty=_EMPTY if empty else "",
    )


def level_key(level: int) -> str:
    """How the people of a level are asked for."""
    return f"level-{level}"


_Row = tuple[str, str, int, int, str]


def _rows(figures: HelpedFigures) -> tuple[_Row, ...]:
    """Each bar: its key, its label, how many were not helped yet, of how many, and its colour."""
    by_level = [
        (
            level_key(one.level),
            f"{one.level} {figures.names[one.level - LOWEST]}",
            one.not_helped,
            one.people,
            level_key(one.level),
        )
        for one in sorted(figures.levels, key=lambda one: -one.level)
        if LOWEST <= one.level <= HIGHEST
    ]
    return (
        (BROUGHT, "Brought me business", figures.brought, figures.brought_of, "accent"),
        (HELPED_ME, "Helped me", figures.helped_me, figures.helped_me_of, "accent"),
        *by_level,
    )


def _helped_now(figures: HelpedFigures) -> Behind | None:
    people = readings.counted(figures.helped_now, "person", "people")
    days = figures.compared.now
    return Behind(BehindKind.PEOPLE, NAME, f"{people} helped", days, HELPED) if figures.helped_now else None


def _point(row: _Row, period: Period) -> Point:
    key, label, count, of, role = row
    title = f"{label}: {readings.counted(count, 'person', 'people')} not helped yet"
    return Point(
        label,
        float(count),
        f"{count:,}",
        f"{title}, of {of:,}",
        more=f"of {of:,}",
        role=role,
        behind=Behind(BehindKind.PEOPLE, NAME, title, period, key) if count else None,
    )


def _did(first: First) -> str:
    helped = f"helped you {_times(first.helped_me)}" if first.helped_me else ""
    won = (
        f"brought you {readings.number(first.wins)} {'win' if first.wins == 1 else 'wins'}"
        if first.wins
        else ""
    )
    return readings.joined((won, helped))


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{readings.number(count)} times")


def _compared_words(figures: HelpedFigures) -> str:
    now, before = figures.helped_now, figures.helped_before
    if not now and not before:
        return ""
    people = readings.counted(now, "person", "people")
    return f"{people} helped in this time, {before:,} in {figures.compared.words}"

"""Counts people at each level month by month and their moves, and lists who they are (method §1, §9).

Nobody from the bin counts; whoever is archived counts for the time before. Somebody who has a level and no move, as
another program may write them, counts from the day their level stands since.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date

from netdesk.method.calendar_words import short_day
from netdesk.method.changes import Changes
from netdesk.method.group_worth import Money
from netdesk.method.insights import levels_over_time as method
from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.levels_over_time import BOTH, DOWN, UP, LevelFigures, MonthEnd, asked_by
from netdesk.method.insights.standings import Move, Placed, level_of_each, standings, way
from netdesk.method.periods import Period
from netdesk.services.insights.behind import MOST_ROWS, BehindRow, BehindRows, Leads
from netdesk.services.levels import levels
from netdesk.store.workspace import Workspace

TOUCHED = frozenset({"level_move", "level", "person", "preference"})
"""The tables whose changes may change the figures."""
ALL_FIVE = "insights.all_levels"
_SHOWN = 200
_A_DAY = 10
"""Characters of the day a moment begins with."""
_MOVES = (
    "SELECT person_id, from_level, to_level, substr(moved_at, 1, 10) FROM level_move"
    " WHERE person_id NOT IN (SELECT id FROM person WHERE binned_at IS NOT NULL)"
    " ORDER BY moved_at, id"
)
_NO_MOVE = "level IS NOT NULL AND binned_at IS NULL AND id NOT IN (SELECT DISTINCT person_id FROM level_move)"
_SINCE = "substr(coalesce(level_since, created_at), 1, 10)"

_Archived = tuple[int, str, int | None, str]
"""Somebody archived: the day of it, their level, and since which day it stands."""


def figures(ws: Workspace, period: Period, today: date) -> LevelFigures:
    """Count the people at each level at the ends of the months of a period, and the moves in it."""
    beside = compared(period, today)
    ends = method.month_ends(period, today)
    days = method.days_to_fold(beside, ends)
    moves = _moves(ws)
    archived = _archived(ws)
    placed = _placed(ws, {move[0] for move in moves}, archived)
    told = standings(
        moves, {person: gone for person, gone, *_ in archived}, placed, [str(day) for day in days]
    )
    at = {day: place for place, day in enumerate(days)}
    first, last = str(beside.before.first), str(beside.before.last)
    before = [way(left, came) for _, left, came, on in moves if first <= on <= last]
    return LevelFigures(
        compared=beside,
        months=tuple(
            MonthEnd(month, day, told.counts[at[day]], told.up[at[day]], told.down[at[day]])
            for month, day in ends
        ),
        start=told.counts[0],
        up=sum(told.up),
        down=sum(told.down),
        before_up=before.count(1),
        before_down=before.count(-1),
        names=tuple(level.name for level in levels(ws)),
        all_five=shows_all_levels(ws),
    )


def chart_of(ws: Workspace, period: Period, today: date, money: Money, own: str) -> Chart:
    """Return the chart of the people at each level; money has no part in it."""
    return method.chart(figures(ws, period, today), period)


def shows_all_levels(ws: Workspace) -> bool:
    """Whether each of the five levels is drawn, rather than the close ones together."""
    row = ws.sql("SELECT value FROM preference WHERE name = ?", (ALL_FIVE,)).fetchone()
    return row is not None and row[0] == "true"


def show_all_levels(ws: Workspace, all_five: bool) -> Changes:
    """Draw each of the five levels from now on, or the close ones together."""
    words = "Show each of the five levels over time" if all_five else "Show the close levels over time"
    with ws.change(words, merge_key=f"preference {ALL_FIVE}") as change:
        ws.sql(
            "INSERT INTO preference (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (ALL_FIVE, json.dumps(all_five)),
        )
    return change.changes


def behind_level(ws: Workspace, asked: Behind, today: date) -> BehindRows:
    """Return who stood on some levels at the end of a day, whoever came there last first."""
    lowest, highest, day = asked_by(asked.key)
    gone = {person for person, since, *_ in _archived(ws) if since <= str(day)}
    stood = level_of_each(_moves(ws), str(day))
    stood.update(
        (person, (level, since))
        for person, level, since in ws.sql(
            f"SELECT id, level, {_SINCE} FROM person WHERE {_NO_MOVE} AND {_SINCE} <= ?", (str(day),)
        )
    )
    found = sorted(
        (
            (since, person, level)
            for person, (level, since) in stood.items()
            if lowest <= level <= highest and person not in gone
        ),
        reverse=True,
    )
    names = {level.number: level.name for level in levels(ws)}
    people = _people(ws, [person for _, person, _ in found[:MOST_ROWS]])
    return BehindRows(
        len(found),
        tuple(
            BehindRow(
                Leads.PERSON,
                person,
                people[person][0],
                f"since {short_day(date.fromisoformat(since), today)}",
                names.get(level, ""),
            )
            for since, person, level in found[:MOST_ROWS]
            if person in people
        ),
    )


def behind_moves(ws: Workspace, asked: Behind, today: date) -> BehindRows:
    """Return the moves up or down of a period, the latest first."""
    sign = {UP: ">", DOWN: "<", BOTH: "<>"}[asked.key]
    days = asked.period.until(today)
    where = (
        "FROM level_move m JOIN person p ON p.id = m.person_id AND p.binned_at IS NULL"
        f" WHERE m.to_level {sign} m.from_level AND substr(m.moved_at, 1, 10) BETWEEN ? AND ?"
    )
    asked_days = (str(days.first), str(days.last))
    (count,) = ws.sql(f"SELECT count(*) {where}", asked_days).fetchone()
    names = {level.number: level.name for level in levels(ws)}
    rows = ws.sql(
        f"SELECT p.id, p.display_name, m.from_level, m.to_level, m.moved_at, m.why {where}"
        f" ORDER BY m.moved_at DESC, m.id DESC LIMIT {MOST_ROWS}",
        asked_days,
    )
    return BehindRows(
        count,
        tuple(
            BehindRow(
                Leads.PERSON,
                person,
                name[:_SHOWN],
                " · ".join(
                    part
                    for part in (
                        short_day(date.fromisoformat(moved[:10]), today),
                        " ".join(why.split())[:_SHOWN],
                    )
                    if part
                ),
                f"{names.get(left, '')} → {names.get(came, '')}",
            )
            for person, name, left, came, moved, why in rows
        ),
    )


def _moves(ws: Workspace) -> list[Move]:
    return ws.sql(_MOVES).fetchall()


def _archived(ws: Workspace) -> list[_Archived]:
    return ws.sql(
        f"SELECT id, substr(archived_at, 1, {_A_DAY}), level, {_SINCE} FROM person"
        " WHERE archived_at IS NOT NULL AND binned_at IS NULL"
    ).fetchall()


def _placed(ws: Workspace, moved: Collection[int], archived: Sequence[_Archived]) -> list[Placed]:
    """People who are not among those who ``moved``, by level and day; of the archived also the day they left again."""
    # By the whole moment, as the index has them in order; they are few, as an import places everybody at once.
    placed: list[Placed] = [
        (level, since[:_A_DAY], people)
        for level, since, people in ws.sql(
            "SELECT level, level_since, count(*) FROM person"
            f" WHERE {_NO_MOVE} AND archived_at IS NULL AND level_since IS NOT NULL GROUP BY 2, 1"
        )
    ]
    # Apart, so that the others are counted from an index alone.
    placed += ws.sql(
        f"SELECT level, {_SINCE}, count(*) FROM person"
        f" WHERE {_NO_MOVE} AND archived_at IS NULL AND level_since IS NULL GROUP BY 2, 1"
    ).fetchall()
    for person, gone, level, since in archived:
        if level and person not in moved and since < gone:
            placed += [(level, since, 1), (level, gone, -1)]
    return placed


def _people(ws: Workspace, ids: list[int]) -> dict[int, tuple[str]]:
    rows = ws.sql(
        "SELECT p.id, substr(p.display_name, 1, ?) FROM json_each(?) wanted CROSS JOIN person p ON p.id = wanted.value",
        (_SHOWN, json.dumps(ids)),
    )
    return {row[0]: (row[1],) for row in rows}

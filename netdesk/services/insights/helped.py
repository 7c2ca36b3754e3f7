"""Counts whom I have not helped yet, by level, and lists them: who brought business or helped me first (method §4).

Helped is who has a give or a kept promise in the ledger. Nobody archived or from the bin counts.
"""

from __future__ import annotations

from datetime import date
from operator import itemgetter

from netdesk.method.group_worth import Money
from netdesk.method.insights import helped as method
from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.helped import BROUGHT, HELPED, HELPED_ME, AtLevel, First, HelpedFigures
from netdesk.method.insights.readings import counted
from netdesk.method.periods import Period
from netdesk.services.insights.behind import MOST_ROWS, BehindRow, BehindRows, Leads
from netdesk.services.levels import levels
from netdesk.store.workspace import Workspace

TOUCHED = frozenset({"person", "level", "ledger_entry", "win", "win_thanks", "introduction"})
"""The tables whose changes may change the figures."""
_SHOWN = 200
_KNOWN = "p.archived_at IS NULL AND p.binned_at IS NULL"
# From the index of the evidence alone, which knows the living people of the board.
_BY_LEVEL = (
    f"SELECT p.level, count(*), total(p.gives = 0) FROM person p WHERE p.level IS NOT NULL AND {_KNOWN}"
    " GROUP BY p.level"
)
_BROUGHT = f"p.wins_received > 0 AND {_KNOWN}"
_HELPED_ME = f"p.receives > 0 AND {_KNOWN}"
_BARS = {BROUGHT: _BROUGHT, HELPED_ME: _HELPED_ME}
_HELPED = (
    "FROM ledger_entry g WHERE g.kind IN ('give', 'promise') AND g.state = 'done'"
    " AND coalesce(g.closed_on, g.happened_on) BETWEEN ? AND ?"
)
_GIVEN = (
    f"SELECT count(DISTINCT g.person_id) {_HELPED}"
    " AND g.person_id NOT IN (SELECT id FROM person WHERE binned_at IS NOT NULL)"
)
_WORTH = "p.wins_received + p.receives DESC, coalesce(p.level, 0) DESC, p.id"


def figures(ws: Workspace, period: Period, today: date) -> HelpedFigures:
    """Count whom I have not helped yet, as of today, and how many people were helped in a period."""
    beside = compared(period, today)
    known = levels(ws)
    counts = {level: (people, int(left)) for level, people, left in ws.sql(_BY_LEVEL)}
    brought = ws.sql(f"SELECT count(*), total(p.gives = 0) FROM person p WHERE {_BROUGHT}").fetchone()
    helped_me = ws.sql(f"SELECT count(*), total(p.gives = 0) FROM person p WHERE {_HELPED_ME}").fetchone()
    return HelpedFigures(
        compared=beside,
        levels=tuple(AtLevel(one.number, *counts.get(one.number, (0, 0))) for one in known),
        names=tuple(one.name for one in known),
        brought=int(brought[1]),
        brought_of=brought[0],
        helped_me=int(helped_me[1]),
        helped_me_of=helped_me[0],
        first=_first(ws),
        helped_now=_given(ws, beside.now),
        helped_before=_given(ws, beside.before),
    )


def chart_of(ws: Workspace, period: Period, today: date, money: Money, own: str) -> Chart:
    """Return the chart of the people not helped yet; money has no part in it."""
    return method.chart(figures(ws, period, today), period)


def behind(ws: Workspace, asked: Behind, today: date) -> BehindRows:
    """Return the people not helped yet of one bar, or those helped in a period: who brought and helped most first."""
    values: tuple[object, ...] = ()
    if asked.key == HELPED:
        condition = f"p.binned_at IS NULL AND p.id IN (SELECT g.person_id {_HELPED})"
        values = (str(asked.period.first), str(asked.period.last))
    elif asked.key in _BARS:
        condition = f"{_BARS[asked.key]} AND p.gives = 0"
    else:
        condition, values = (
            f"p.level = ? AND {_KNOWN} AND p.gives = 0",
            (int(asked.key.removeprefix("level-")),),
        )
    where = f"FROM person p WHERE {condition}"
    (count,) = ws.sql(f"SELECT count(*) {where}", values).fetchone()
    rows = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name, substr(p.where_to, 1, 200), substr(p.ideal_client, 1, 200),"
        f" p.receives, p.wins_received {where} ORDER BY {_WORTH} LIMIT {MOST_ROWS}",
        values,
    )
    return BehindRows(count, tuple(_row(row) for row in rows))


def _row(row: tuple[int, str, str, str, str, int, int]) -> BehindRow:
    person, name, firm, where_to, ideal, helped, wins = row
    wants = " ".join((where_to or ideal).split())
    detail = " · ".join(part for part in (firm[:_SHOWN], f"wants {wants}" if wants else "") if part)
    did = [counted(wins, "win")] if wins else []
    did += [f"helped you {helped:,}×"] if helped else []
    return BehindRow(Leads.PERSON, person, name[:_SHOWN], detail, ", ".join(did))


def _first(ws: Workspace) -> First | None:
    """Who brought wins and helped most often, and was not helped yet."""
    # The most of all is the most of those who brought wins, or the most of those who helped.
    found = [
        row
        for condition, most in ((_BROUGHT, "p.wins_received + p.receives"), (_HELPED_ME, "p.receives"))
        for row in ws.sql(
            "SELECT p.wins_received + p.receives, p.display_name, p.receives, p.wins_received FROM person p"
            f" WHERE p.gives = 0 AND {condition} ORDER BY {most} DESC, p.id LIMIT 1"
        )
    ]
    return First(*max(found, key=itemgetter(0))[1:]) if found else None


def _given(ws: Workspace, period: Period) -> int:
    (people,) = ws.sql(_GIVEN, (str(period.first), str(period.last))).fetchone()
    return int(people)

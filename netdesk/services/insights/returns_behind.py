"""The wins and events behind what groups and events gave, and the two cards of Insights."""

from __future__ import annotations

from datetime import date

from netdesk.method.calendar_words import short_day
from netdesk.method.dates import parse_moment
from netdesk.method.event_worth import hours_text
from netdesk.method.group_worth import MINUTES_AN_HOUR, Money
from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.returns_charts import events_chart, groups_chart
from netdesk.method.periods import Period
from netdesk.services.insights.behind import MOST_ROWS, BehindRow, BehindRows, Leads
from netdesk.services.insights.mix import EVENT_MINUTES
from netdesk.services.insights.returns import (
    HOST,
    MEETING,
    OF_GROUP,
    TAKEN_PART,
    event_returns,
    group_returns,
    host_key,
    span,
)
from netdesk.services.insights.win_rows import rows_of_wins
from netdesk.services.win_list import GROUP
from netdesk.store.workspace import Workspace

GROUPS_TOUCHED = frozenset({"win", "currency_rate", "networking_group", "event", "card"})
EVENTS_TOUCHED = GROUPS_TOUCHED
"""The tables whose changes may change the figures."""

_OF_THIS_GROUP = f"{GROUP} = :group"
_OF_ANY_GROUP = f"{GROUP} IN (SELECT g.id FROM networking_group g WHERE g.binned_at IS NULL)"
_SOLID = "(SELECT count(*) FROM card c WHERE c.event_id = e.id AND c.solid = 1 AND c.let_go_at IS NULL)"
_EVENT = f"SELECT e.id, e.title, e.starts_at, {_SOLID}, {EVENT_MINUTES}"
_LATEST_FIRST = " ORDER BY julianday(e.starts_at) DESC, e.id DESC"


def groups_card(ws: Workspace, period: Period, today: date, money: Money, own: str) -> Chart:
    """Return the card of what groups brought."""
    return groups_chart(group_returns(ws, period, today, own), money)


def events_card(ws: Workspace, period: Period, today: date, money: Money, own: str) -> Chart:
    """Return the card of what events gave."""
    return events_chart(event_returns(ws, period, today, own), money)


def behind_group(ws: Workspace, behind: Behind, today: date) -> BehindRows:
    """Return the wins that came through a group, then its meetings, the latest first; without a key those of any."""
    days = compared(behind.period, today).now
    if not behind.key:
        return rows_of_wins(ws, days, today, _OF_ANY_GROUP)
    group = {"group": int(behind.key)}
    wins = rows_of_wins(ws, days, today, _OF_THIS_GROUP, group)
    meetings = ws.sql(
        f"{_EVENT} FROM event e WHERE e.group_id = :group AND {MEETING}{_LATEST_FIRST}",
        {**span(days), **group},
    ).fetchall()
    rows = (*wins.rows, *(_event(row, today) for row in meetings))
    return BehindRows(wins.count + len(meetings), rows[:MOST_ROWS])


def behind_host(ws: Workspace, behind: Behind, today: date) -> BehindRows:
    """Return the events of a host, the latest first, then the wins that came through them."""
    days = compared(behind.period, today).now
    hosted = [
        row
        for row in ws.sql(
            f"{_EVENT}, {HOST} FROM event e{OF_GROUP} WHERE {TAKEN_PART}{_LATEST_FIRST}", span(days)
        )
        if host_key(row[5]) == behind.key
    ]
    named = ws.sql(
        f"SELECT DISTINCT e.id, {HOST} FROM win w JOIN event e ON e.id = w.event_id AND e.binned_at IS NULL{OF_GROUP}"
    )
    numbers = ",".join(str(int(event)) for event, host in named if host_key(host) == behind.key)
    wins = rows_of_wins(ws, days, today, f"w.event_id IN ({numbers})")
    rows = (*(_event(row[:5], today) for row in hosted), *wins.rows)
    return BehindRows(len(hosted) + wins.count, rows[:MOST_ROWS])


def _event(row: tuple[int, str, str, int, int], today: date) -> BehindRow:
    event_id, title, starts, solid, minutes = row
    day = short_day(parse_moment(starts).date(), today)
    return BehindRow(
        Leads.EVENT, event_id, title, day, f"{solid} solid · {hours_text(minutes / MINUTES_AN_HOUR)}"
    )

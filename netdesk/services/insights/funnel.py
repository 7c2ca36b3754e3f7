"""Counts the way from events to clients, and lists the events, cards, talks and wins on it (method §9).

Events are those I took part in. Met are as many as were counted there by hand, else as many as gave a card; solid are
the cards of these events marked so and not let go. Nobody and nothing from the bin counts.
"""

from __future__ import annotations

from datetime import date, timedelta

from netdesk.method.calendar_words import short_day
from netdesk.method.group_worth import Money
from netdesk.method.insights import funnel_chart
from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.funnel import FunnelCounts, FunnelFigures, Step
from netdesk.method.periods import Period
from netdesk.services.event_sql import TOOK_PART
from netdesk.services.insights.behind import MOST_ROWS, BehindRow, BehindRows, Leads
from netdesk.services.insights.talk_sql import HELD
from netdesk.services.insights.win_rows import rows_of_wins
from netdesk.services.what_if import what_if
from netdesk.store.workspace import Workspace

TOUCHED = frozenset({"event", "card", "person", "interaction", "interaction_person", "win", "preference"})
"""The tables whose changes may change the figures."""
# The day of an event and of a talk is the one on the wall where it takes place, which its text begins with.
_BINNED = "SELECT id FROM person WHERE binned_at IS NOT NULL"
_TAKEN = (
    "SELECT e.id FROM event e WHERE e.binned_at IS NULL AND e.starts_at >= :first AND e.starts_at < :after"
    f" AND {TOOK_PART}"
)
_CARDS = (
    "SELECT c.event_id, count(*) AS cards, total(c.solid AND c.state <> 'let_go') AS solid FROM card c"
    f" WHERE c.event_id IN ({_TAKEN}) AND c.person_id NOT IN ({_BINNED}) GROUP BY c.event_id"
)
_SHOWN = 200


def figures(ws: Workspace, period: Period, today: date) -> FunnelFigures:
    """Count the way from events to clients in a period, and in the one before it."""
    days = compared(period, today)
    return FunnelFigures(days, _counts(ws, days.now), _counts(ws, days.before), what_if(ws))


def chart_of(ws: Workspace, period: Period, today: date, money: Money, own: str) -> Chart:
    """Return the chart of the way from events to clients; money has no part in it."""
    return funnel_chart.chart(figures(ws, period, today), period)


def behind(ws: Workspace, asked: Behind, today: date) -> BehindRows:
    """Return what is counted at a step, the latest first."""
    period = asked.period.until(today)
    if asked.key == Step.CLIENTS:
        return rows_of_wins(ws, period, today)
    if asked.key == Step.ONE_TO_ONES:
        return _talk_rows(ws, period, today)
    if asked.key == Step.SOLID:
        return _solid_rows(ws, period, today)
    return _event_rows(ws, period, today)


def _counts(ws: Workspace, period: Period) -> FunnelCounts:
    days = _days(period)
    events, met, solid = ws.sql(
        f"SELECT count(*), total(coalesce(e.people_met, g.cards, 0)), total(g.solid) FROM event e"
        f" LEFT JOIN ({_CARDS}) g ON g.event_id = e.id WHERE e.id IN ({_TAKEN})",
        days,
    ).fetchone()
    (talks,) = ws.sql(f"SELECT count(*) {HELD}", days).fetchone()
    (wins,) = ws.sql(
        "SELECT count(*) FROM win WHERE binned_at IS NULL AND won_on BETWEEN ? AND ?",
        (period.first.isoformat(), period.last.isoformat()),
    ).fetchone()
    return FunnelCounts(events, int(met), int(solid), talks, wins)


def _event_rows(ws: Workspace, period: Period, today: date) -> BehindRows:
    rows = ws.sql(
        "SELECT e.id, e.title, e.starts_at, e.host, coalesce(e.people_met, g.cards, 0), coalesce(g.solid, 0)"
        f" FROM event e LEFT JOIN ({_CARDS}) g ON g.event_id = e.id WHERE e.id IN ({_TAKEN})"
        " ORDER BY e.starts_at DESC, e.id DESC",
        _days(period),
    ).fetchall()
    return BehindRows(
        len(rows),
        tuple(
            BehindRow(
                Leads.EVENT,
                number,
                title[:_SHOWN],
                _detail(starts, host, today),
                f"{met:,} met, {int(solid):,} solid",
            )
            for number, title, starts, host, met, solid in rows[:MOST_ROWS]
        ),
    )


def _solid_rows(ws: Workspace, period: Period, today: date) -> BehindRows:
    where = (
        "FROM card c JOIN event e ON e.id = c.event_id JOIN person p ON p.id = c.person_id"
        f" WHERE c.solid AND c.state <> 'let_go' AND p.binned_at IS NULL AND c.event_id IN ({_TAKEN})"
    )
    days = _days(period)
    (count,) = ws.sql(f"SELECT count(*) {where}", days).fetchone()
    rows = ws.sql(
        f"SELECT p.id, p.display_name, e.starts_at, e.title, p.organisation_name {where}"
        f" ORDER BY e.starts_at DESC, c.id DESC LIMIT {MOST_ROWS}",
        days,
    )
    return BehindRows(
        count,
        tuple(
            BehindRow(Leads.PERSON, person, name[:_SHOWN], _detail(starts, title, today), firm[:_SHOWN])
            for person, name, starts, title, firm in rows
        ),
    )


def _talk_rows(ws: Workspace, period: Period, today: date) -> BehindRows:
    days = _days(period)
    (count,) = ws.sql(f"SELECT count(*) {HELD}", days).fetchone()
    rows = ws.sql(
        "SELECT p.id, p.display_name, i.happened_at, i.objective, i.outcome,"
        " (SELECT count(*) - 1 FROM interaction_person x WHERE x.interaction_id = i.id)"
        f" FROM (SELECT i.id {HELD} ORDER BY i.happened_at DESC, i.id DESC LIMIT {MOST_ROWS}) t"
        " JOIN interaction i ON i.id = t.id JOIN person p ON p.id = (SELECT ip.person_id FROM interaction_person ip"
        "  JOIN person q ON q.id = ip.person_id WHERE ip.interaction_id = i.id AND q.binned_at IS NULL"
        "  ORDER BY ip.id LIMIT 1) ORDER BY i.happened_at DESC, i.id DESC",
        days,
    )
    return BehindRows(
        count,
        tuple(
            BehindRow(
                Leads.PERSON,
                person,
                f"{name[:_SHOWN]}{f' and {others} more' if others else ''}",
                _detail(happened, objective, today),
                outcome or "",
            )
            for person, name, happened, objective, outcome, others in rows
        ),
    )


def _detail(moment: str, words: str, today: date) -> str:
    day = short_day(date.fromisoformat(moment[:10]), today)
    return " · ".join(part for part in (day, words[:_SHOWN]) if part)


def _days(period: Period) -> dict[str, str]:
    return {"first": period.first.isoformat(), "after": (period.last + timedelta(days=1)).isoformat()}

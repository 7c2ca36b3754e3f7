"""How the versions of my pitches landed at the events of a period, and the events behind each figure.

What was counted in conversations outside events has no day and belongs to no period.
"""

from __future__ import annotations

from datetime import date, timedelta

from netdesk.method.calendar_words import short_day
from netdesk.method.dates import parse_moment
from netdesk.method.group_worth import Money
from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.pitches import PitchFigures, VersionFigure, chart, in_order
from netdesk.method.periods import Period
from netdesk.method.pitches import Reactions, people_words
from netdesk.services.insights.behind import MOST_ROWS, BehindRow, BehindRows, Leads
from netdesk.services.preferences import method_settings
from netdesk.store.workspace import Workspace

# The day of an event is the one on the wall where it takes place, which its text begins with.
_COUNTED = (
    " FROM reaction r JOIN event e ON e.id = r.event_id AND e.binned_at IS NULL"
    " JOIN pitch_version v ON v.id = r.pitch_version_id JOIN pitch p ON p.id = v.pitch_id AND p.binned_at IS NULL"
    " WHERE e.starts_at >= :first AND e.starts_at < :after AND r.asked_more + r.polite + r.blank > 0"
)
TOUCHED = frozenset({"event", "pitch", "pitch_version", "reaction", "preference"})
"""The tables whose changes may change the figures."""
_SUMS = "sum(r.asked_more), sum(r.polite), sum(r.blank)"


def figures(ws: Workspace, period: Period, today: date) -> PitchFigures:
    """Return how each version landed in a period; of one still under way up to today."""
    beside = compared(period, today)
    rows = ws.sql(
        f"SELECT p.id, v.id, p.title, v.number, count(DISTINCT e.id), {_SUMS}{_COUNTED} GROUP BY v.id",
        _days(beside.now),
    )
    before = ws.sql(f"SELECT {_SUMS}{_COUNTED}", _days(beside.before)).fetchone()
    return PitchFigures(
        period,
        in_order(_version(*row) for row in rows),
        method_settings(ws).few_reactions,
        Reactions(*(number or 0 for number in before)),
    )


def chart_of(ws: Workspace, period: Period, today: date, money: Money, own: str) -> Chart:
    """Return the card of the pitches; money has no part in it."""
    return chart(figures(ws, period, today), compared(period, today).words)


def behind(ws: Workspace, asked: Behind, today: date) -> BehindRows:
    """Return the events a version was said at, the latest first, with who asked more there."""
    days = _days(compared(asked.period, today).now)
    rows = ws.sql(
        f"SELECT e.id, e.title, e.starts_at, {_SUMS}{_COUNTED} AND v.id = :version"
        " GROUP BY e.id ORDER BY julianday(e.starts_at) DESC, e.id DESC",
        {**days, "version": int(asked.key)},
    ).fetchall()
    return BehindRows(len(rows), tuple(_row(row, today) for row in rows[:MOST_ROWS]))


def _version(
    pitch_id: int, version_id: int, pitch: str, number: int, events: int, *counts: int
) -> VersionFigure:
    return VersionFigure(pitch_id, version_id, pitch, number, events, Reactions(*counts))


def _row(row: tuple[int, str, str, int, int, int], today: date) -> BehindRow:
    event_id, title, starts, asked, polite, blank = row
    detail = f"{short_day(parse_moment(starts).date(), today)} · {polite} polite, {blank} blank"
    people = people_words(asked + polite + blank)
    return BehindRow(Leads.EVENT, event_id, title, detail, f"{asked} of {people} asked more")


def _days(period: Period) -> dict[str, object]:
    return {"first": period.first.isoformat(), "after": (period.last + timedelta(days=1)).isoformat()}

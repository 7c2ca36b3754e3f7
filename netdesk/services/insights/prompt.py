"""How promptly cards were followed up, month by month (method §3)."""

from __future__ import annotations

from datetime import date, datetime, time

from netdesk.method.calendar_words import short_day
from netdesk.method.group_worth import Money
from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.prompt import Followed, Promptness, chart
from netdesk.method.insights.readings import counted
from netdesk.method.periods import Period
from netdesk.services.insights.behind import MOST_ROWS, BehindRow, BehindRows, Leads
from netdesk.services.preferences import method_settings
from netdesk.services.prompt_share import COUNTS, STILL_TIME, prompt_values, share_within
from netdesk.store.workspace import Workspace

TOUCHED = frozenset({"card", "follow_up", "person", "preference"})
"""The tables whose changes may change the figures."""
_SHOWN = 200
_HOURS_A_DAY = 24
_TWO_DAYS = 2 * _HOURS_A_DAY
_RECEIVED = "c.received_at >= :first AND c.received_at < :after"


def figures(ws: Workspace, period: Period, today: date) -> Promptness:
    """Count the cards received in each month of a period up to today, and those followed up in time.

    The rule is that of :func:`netdesk.services.prompt_share.prompt_share`; a card whose hours run out today still
    has time.
    """
    days, hours = compared(period, today), method_settings(ws).follow_up_hours
    now = _morning(today)
    months = [month for month in days.now.months if month.first <= today]
    with ws.one_moment():
        # Month by month along the index: to group them all would sort every card.
        found = [
            share_within(
                ws,
                hours,
                max(days.now.first, month.first),
                min(days.now.last, month.last, today),
                now,
            )
            for month in months
        ]
        before = share_within(ws, hours, days.before.first, days.before.last, now)
    told = [
        (month, Followed(share.prompt, share.counted)) for month, share in zip(months, found, strict=True)
    ]
    if len(told) > 1 and days.now.first > months[0].first and not told[0][1].counted:
        # The last days of a month a year ago, without a card, are no month to tell of.
        told = told[1:]
    return Promptness(
        period,
        days,
        hours,
        tuple(told),
        Followed(before.prompt, before.counted),
        sum(share.waiting for share in found),
    )


def chart_of(ws: Workspace, period: Period, today: date, money: Money, own: str) -> Chart:
    """Return the card of prompt follow-ups; money has no part in it."""
    return chart(figures(ws, period, today))


def behind(ws: Workspace, asked_for: Behind, today: date) -> BehindRows:
    """Return the cards behind a month, the latest first, each with how long its follow-up took."""
    asked = {
        **_asked(asked_for.period, today),
        **prompt_values(method_settings(ws).follow_up_hours, _morning(today)),
    }
    wanted = f"{COUNTS} AND {_RECEIVED} AND NOT {STILL_TIME}"
    (count,) = ws.sql(f"SELECT count(*) FROM card c WHERE {wanted}", asked).fetchone()
    rows = ws.sql(
        "SELECT p.id, p.display_name, coalesce(e.title, ''), substr(c.received_at, 1, 10),"
        " (julianday(c.done_at) - julianday(c.received_at)) * 24"
        " FROM card c JOIN person p ON p.id = c.person_id"
        " LEFT JOIN event e ON e.id = c.event_id AND e.binned_at IS NULL"
        f" WHERE {wanted} ORDER BY c.received_at DESC, c.id DESC LIMIT :most",
        asked | {"most": MOST_ROWS},
    )
    return BehindRows(int(count), tuple(_row(row, today) for row in rows))


def _row(row: tuple[int, str, str, str, float | None], today: date) -> BehindRow:
    person, name, event, received, hours = row
    day = short_day(date.fromisoformat(received), today)
    detail = f"{event[:_SHOWN]} · {day}" if event else day
    return BehindRow(Leads.PERSON, person, name[:_SHOWN], detail, _took(hours))


def _took(hours: float | None) -> str:
    """How long a follow-up took: "26 h", "9 days", "open"."""
    if hours is None:
        return "open"
    if hours <= _TWO_DAYS:
        return f"{max(0, round(hours))} h"
    return counted(round(hours / _HOURS_A_DAY), "day")


def _asked(period: Period, today: date) -> dict[str, object]:
    after = date.fromordinal(min(period.last, today).toordinal() + 1)
    return {"first": period.first.isoformat(), "after": after.isoformat()}


def _morning(today: date) -> datetime:
    return datetime.combine(today, time()).astimezone()

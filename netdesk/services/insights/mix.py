"""The hours of networking by activity: from events, one-to-ones and logged time (method §9)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from netdesk.method.calendar_words import short_day
from netdesk.method.debrief import MOST_HOURS
from netdesk.method.group_worth import Money
from netdesk.method.insights.behind import Behind
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.mix import ONE_TO_ONE_MINUTES, Mix, chart, time_words
from netdesk.method.insights.readings import is_too_few
from netdesk.method.periods import Period
from netdesk.method.room import DEFAULT_MINUTES, MINUTES_AN_HOUR
from netdesk.method.strategy import Activity
from netdesk.services.event_sql import TOOK_PART
from netdesk.services.insights.behind import MOST_ROWS, BehindRow, BehindRows, Leads
from netdesk.services.insights.talk_sql import HELD
from netdesk.services.strategy_plan import strategy_plan
from netdesk.store.workspace import Workspace

TOUCHED = frozenset(
    {
        "event",
        "card",
        "interaction",
        "interaction_person",
        "one_to_one",
        "logged_time",
        "person",
        "preference",
    }
)
"""The tables whose changes may change the figures."""
_SHOWN = 200
_PLANNED = "round((julianday(e.ends_at) - julianday(e.starts_at)) * 1440)"
EVENT_MINUTES = (
    f"CAST(round(CASE WHEN e.hours IS NOT NULL THEN e.hours * {MINUTES_AN_HOUR}"
    f" WHEN {_PLANNED} > 0 THEN min({_PLANNED}, {int(MOST_HOURS) * MINUTES_AN_HOUR})"
    f" ELSE {DEFAULT_MINUTES} END) AS INTEGER)"
)
"""In SQL: how many minutes the event ``e`` took: as written down, else from its first to its last, else two hours."""
# The day is the one on the wall, which the text begins with.
_EVENTS = (
    "FROM event e WHERE e.starts_at >= :first AND e.starts_at < :after AND e.binned_at IS NULL"
    f" AND {TOOK_PART}"
)
TALK_MINUTES = (
    f"coalesce((SELECT max(o.minutes) FROM one_to_one o WHERE o.interaction_id = i.id), {ONE_TO_ONE_MINUTES})"
)
"""In SQL: how many minutes the one-to-one ``i`` took: as it was planned, else an hour."""
_LOGGED = "FROM logged_time WHERE spent_on >= :first AND spent_on < :after"


def figures(ws: Workspace, period: Period, today: date) -> Mix:
    """Return the minutes by activity of a period up to today, beside the plan and the period before.

    Events count where I took part, one-to-ones where they were held with somebody who is not in the bin; logged
    time is added to its activity.
    """
    days = compared(period, today)
    with ws.one_moment():
        minutes, events = _minutes(ws, days.now, today)
        before, _ = _minutes(ws, days.before, today)
        plan = strategy_plan(ws)
    return Mix(period, days, minutes, before, plan, events)


def chart_of(ws: Workspace, period: Period, today: date, money: Money, own: str) -> Chart:
    """Return the card of the strategy mix; money has no part in it."""
    return chart(figures(ws, period, today))


def behind(ws: Workspace, asked_for: Behind, today: date) -> BehindRows:
    """Return the events, one-to-ones and entries of logged time behind an activity's hours or all, the latest first."""
    activity = Activity(asked_for.key) if asked_for.key else None
    asked = {**_days(asked_for.period, today), "activity": asked_for.key, "most": MOST_ROWS}
    parts = [
        f"SELECT substr(spent_on, 1, 10) AS day, '{Leads.TIME.value}', id, words, minutes, activity {_LOGGED}"
        f"{' AND activity = :activity' if activity is not None else ''}"
    ]
    if activity in (Activity.EVENTS, None):
        parts.append(
            f"SELECT substr(e.starts_at, 1, 10), '{Leads.EVENT.value}', e.id, e.title, {EVENT_MINUTES},"
            f" '{Activity.EVENTS.value}' {_EVENTS}"
        )
    if activity in (Activity.ONE_TO_ONES, None):
        parts.append(
            f"SELECT substr(i.happened_at, 1, 10), '{Leads.PERSON.value}',"
            " (SELECT min(x.person_id) FROM interaction_person x JOIN person p ON p.id = x.person_id"
            "  WHERE x.interaction_id = i.id AND p.binned_at IS NULL) AS who,"
            " (SELECT group_concat(p.display_name, ', ') FROM interaction_person x"
            "  JOIN person p ON p.id = x.person_id WHERE x.interaction_id = i.id AND p.binned_at IS NULL),"
            f" {TALK_MINUTES}, '{Activity.ONE_TO_ONES.value}' {HELD}"
        )
    union = " UNION ALL ".join(parts)
    (count,) = ws.sql(f"SELECT count(*) FROM ({union})", asked).fetchone()
    rows = ws.sql(f"SELECT * FROM ({union}) ORDER BY day DESC, 3 DESC LIMIT :most", asked)
    return BehindRows(int(count), tuple(_row(row, today) for row in rows))


def share_at_events(ws: Workspace, period: Period, today: date) -> Fraction | None:
    """Return the share of the time of a period up to today spent at events; None where too few hours are known."""
    minutes, _ = _minutes(ws, compared(period, today).now, today)
    whole = sum(minutes.values())
    return None if is_too_few(whole / MINUTES_AN_HOUR) else Fraction(minutes[Activity.EVENTS], whole)


def _row(row: tuple[str, str, int | None, str | None, int, str], today: date) -> BehindRow:
    day, leads, number, title, minutes, activity = row
    logged = Leads(leads) is Leads.TIME
    words = short_day(date.fromisoformat(day), today)
    return BehindRow(
        # A talk may outlive everybody it was with.
        Leads.NOWHERE if number is None else Leads(leads),
        number or 0,
        (title or Activity(activity).label)[:_SHOWN],
        f"{words} · logged" if logged else words,
        time_words(minutes),
    )


def _minutes(ws: Workspace, period: Period, today: date) -> tuple[dict[Activity, int], int]:
    """The minutes by activity, and of an event on average."""
    asked = _days(period, today)
    found = dict.fromkeys(Activity, 0)
    logged = ws.sql(f"SELECT activity, sum(minutes) {_LOGGED} GROUP BY activity", asked)
    for activity, minutes in logged:
        found[Activity(activity)] += minutes
    events, minutes = ws.sql(
        f"SELECT count(*), coalesce(sum({EVENT_MINUTES}), 0) {_EVENTS}", asked
    ).fetchone()
    found[Activity.EVENTS] += minutes
    (talked,) = ws.sql(f"SELECT coalesce(sum({TALK_MINUTES}), 0) {HELD}", asked).fetchone()
    found[Activity.ONE_TO_ONES] += talked
    return found, round(minutes / events) if events else 0


def _days(period: Period, today: date) -> dict[str, object]:
    """The first day, and the day after the last, none of them after tomorrow: what is to come took no time yet."""
    after = min(period.last, today).toordinal() + 1
    return {"first": period.first.isoformat(), "after": date.fromordinal(after).isoformat()}

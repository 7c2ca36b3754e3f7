"""How a one-to-one is said: its chip, its heading, its day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from netdesk.method.calendar_words import WEEKDAYS, short_day
from netdesk.method.dates import relative_day
from netdesk.method.one_to_ones import Outcome, Standing
from netdesk.services.one_to_one_lists import HeldLine, PlannedLine
from netdesk.ui.pages.events.event_times import when_line
from netdesk.ui.widgets.chip import Tone

OUTCOME_TONES = {Outcome.ACHIEVED: Tone.GOOD, Outcome.PARTLY: Tone.WARN, Outcome.NOT: Tone.PLAIN}
_DAYS_A_WEEK = 7


def planned_chip(line: PlannedLine, now: datetime) -> tuple[str, Tone]:
    """Say where a plan stands: "How was it?", "today", "tomorrow", "Thu", "in 9 days", "called off"."""
    if line.standing is Standing.CALLED_OFF:
        return "called off", Tone.PLAIN
    if line.standing is Standing.OVER:
        return "How was it?", Tone.WARN
    today = now.date()
    day = line.starts.date()
    days = (day - today).days
    if 1 < days < _DAYS_A_WEEK:
        return WEEKDAYS[day.weekday()][:3], Tone.PLAIN
    return relative_day(day, today), Tone.ACCENT if days <= 1 else Tone.PLAIN


def planned_when(line: PlannedLine, today: date) -> str:
    """Say when it is: "Tue 24 Nov, 10:00–11:00"."""
    ends = (line.starts.astimezone(UTC) + timedelta(minutes=line.minutes)).astimezone(line.starts.tzinfo)
    return when_line(line.starts, ends, line.zone, today)


def held_heading(line: HeldLine, today: date) -> str:
    """Say when and where it was: "14 Oct at Café Rosa"."""
    where = f" at {line.place}" if line.place else ""
    return f"{short_day(line.on, today)}{where}"


def held_name(line: HeldLine) -> str:
    """Say with whom it was: "Grace Adeyemi", "Grace Adeyemi and 2 more"."""
    return f"{line.name} and {line.others} more" if line.others else line.name

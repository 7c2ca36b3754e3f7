"""Days, times and moments as they are typed after a command."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from netdesk.method.errors import InvalidInput
from netdesk.method.past_dates import parse_past_date
from netdesk.method.typed_dates import parse_typed_date
from netdesk.method.typed_times import parse_typed_time
from netdesk.services.preferences import preferences
from netdesk.services.workspaces import Workspace


def moment_of(today: date) -> datetime:
    """This time of day on the command’s day, with this computer’s offset."""
    return datetime.combine(today, datetime.now().astimezone().time()).astimezone()


def tomorrow(today: date) -> date:
    """The day offered for a plan."""
    return today + timedelta(days=1)


def typed_day(ws: Workspace, typed: str, today: date) -> date:
    """Read a day, in the order of day and month chosen in Settings. Raises ``InvalidInput``."""
    from netdesk.ui.customs import customs

    day = parse_typed_date(typed, today, day_first=customs(preferences(ws)).day_first)
    if day is None:
        raise InvalidInput(f"“{typed}” is no day.", "Write it as 2026-11-24, tomorrow, or fri.", field="on")
    return day


def typed_past_day(ws: Workspace, typed: str, today: date) -> date:
    """Read a day that has been; today when nothing is typed. Raises ``InvalidInput``."""
    from netdesk.ui.customs import customs

    if not typed.strip():
        return today
    day = parse_past_date(typed, today, day_first=customs(preferences(ws)).day_first)
    if day is None:
        raise InvalidInput(f"“{typed}” is no day.", "Write it as 2026-11-20, yesterday, or fri.", field="on")
    return day


def typed_time(typed: str) -> time:
    """Read a time of day. Raises ``InvalidInput``."""
    at = parse_typed_time(typed)
    if at is None:
        raise InvalidInput(f"“{typed}” is no time of day.", "Write it as 10:00 or 5pm.", field="at")
    return at

"""Events for tests."""

from datetime import UTC, date, datetime, time, timedelta

from netdesk.services.event_edit import EventDetails, add_event
from netdesk.store.workspace import Workspace

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def wall(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A time as a clock on the wall shows it, without an offset."""
    return datetime.combine(date(year, month, day), time(hour, minute))


_USUAL = wall(2026, 11, 24, 17, 30)


def mixer(
    workspace: Workspace,
    *,
    title: str = "Chamber autumn mixer",
    day: datetime = _USUAL,
    hours: float = 2,
    zone: str = "Europe/London",
    place: str = "Town Hall, Mill Street",
    host: str = "Chamber of Commerce",
    cost: float | None = None,
) -> int:
    """Plan an event of two hours and give its id."""
    ends = day + timedelta(hours=hours)
    return add_event(workspace, EventDetails(title, day, ends, zone, place, host, cost, "GBP"))

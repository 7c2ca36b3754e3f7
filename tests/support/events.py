"""Events for tests."""

from datetime import UTC, datetime, timedelta

from netdesk.services.event_edit import EventDetails, add_event
from netdesk.store.workspace import Workspace

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def mixer(
    workspace: Workspace,
    *,
    title: str = "Chamber autumn mixer",
    day: datetime = datetime(2026, 11, 24, 17, 30),
    hours: float = 2,
    zone: str = "Europe/London",
    place: str = "Town Hall, Mill Street",
    host: str = "Chamber of Commerce",
    cost: float | None = None,
) -> int:
    """Plan an event of two hours and give its id."""
    ends = day + timedelta(hours=hours)
    return add_event(workspace, EventDetails(title, day, ends, zone, place, host, cost, "GBP"))

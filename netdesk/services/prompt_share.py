"""How many cards were followed up promptly: within the hours the method asks for (method §3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from netdesk.method.follow_ups import CardState
from netdesk.services.preferences import method_settings
from netdesk.store.workspace import Workspace

_HOURS_A_DAY = 24.0
# Half a second: as a fraction of days, 48 hours are not always exactly two.
_LEEWAY = 0.5 / 86400
IN_TIME = "(c.done_at IS NOT NULL AND julianday(c.done_at) - julianday(c.received_at) <= :days)"
"""In SQL: whether the first plan of the card ``c`` was done promptly; see :func:`prompt_values`."""
# Only the latest cards can still have time: the others need no sum with moments.
STILL_TIME = (
    "(c.done_at IS NULL AND c.received_at >= :lately AND julianday(:now) - julianday(c.received_at) <= :days)"
)
"""In SQL: whether there is still time for the card ``c``."""
COUNTS = (
    f"(c.state <> '{CardState.LET_GO.value}'"
    " AND c.person_id NOT IN (SELECT id FROM person WHERE binned_at IS NOT NULL))"
)
"""In SQL: whether the card ``c`` is of those that are counted."""


@dataclass(frozen=True, slots=True)
class PromptShare:
    """``prompt`` of ``counted`` cards were followed up in time; ``waiting`` ones still have time and do not count."""

    prompt: int
    counted: int
    waiting: int


def prompt_share(
    ws: Workspace, since: date | None, until: date | None, now: datetime, event_id: int | None = None
) -> PromptShare:
    """Count the cards received from ``since`` to ``until``, both days included (None: no bound).

    Cards let go on purpose, and those of people in the bin, are left out. A card is prompt when its first plan was
    done within the settings' hours (48) of receiving it. ``now`` carries an offset.
    """
    return share_within(ws, method_settings(ws).follow_up_hours, since, until, now, event_id)


def share_within(
    ws: Workspace,
    hours: int,
    since: date | None,
    until: date | None,
    now: datetime,
    event_id: int | None = None,
) -> PromptShare:
    """Count as :func:`prompt_share` does, with the hours at hand; for asking about many months."""
    wanted, values = _within(since, until, event_id)
    row = ws.sql(
        f"SELECT total({IN_TIME}), total({STILL_TIME}), count(*) FROM card c WHERE {COUNTS} AND {wanted}",
        values | prompt_values(hours, now),
    ).fetchone()
    prompt, waiting, cards = (int(number) for number in row)
    return PromptShare(prompt, cards - waiting, waiting)


def prompt_values(hours: int, now: datetime) -> dict[str, object]:
    """Return the values of ``IN_TIME`` and ``STILL_TIME``; ``now`` carries an offset."""
    # Two days more, as moments of any offset are compared by their text here.
    lately = now - timedelta(hours=hours, days=2)
    return {
        "days": hours / _HOURS_A_DAY + _LEEWAY,
        "now": now.isoformat(),
        "lately": lately.date().isoformat(),
    }


def _within(since: date | None, until: date | None, event_id: int | None) -> tuple[str, dict[str, object]]:
    parts, values = ["1"], dict[str, object]()
    if since is not None:
        parts.append("received_at >= :since")
        values["since"] = since.isoformat()
    if until is not None and until < date.max:
        parts.append("received_at < :after")
        values["after"] = (until + timedelta(days=1)).isoformat()
    if event_id is not None:
        parts.append("event_id = :event")
        values["event"] = event_id
    return " AND ".join(parts), values

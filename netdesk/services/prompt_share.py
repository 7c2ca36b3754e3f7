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
    hours = method_settings(ws).follow_up_hours
    wanted, values = _within(since, until, event_id)
    values |= {
        "days": hours / _HOURS_A_DAY + _LEEWAY,
        "now": now.isoformat(),
        "let_go": CardState.LET_GO.value,
    }
    row = ws.sql(
        "SELECT total(done_at IS NOT NULL AND julianday(done_at) - julianday(received_at) <= :days),"
        " total(done_at IS NULL AND julianday(:now) - julianday(received_at) <= :days), count(*)"
        f" FROM card WHERE state <> :let_go AND {wanted}"
        " AND person_id NOT IN (SELECT id FROM person WHERE binned_at IS NOT NULL)",
        values,
    ).fetchone()
    prompt, waiting, cards = (int(number) for number in row)
    return PromptShare(prompt, cards - waiting, waiting)


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

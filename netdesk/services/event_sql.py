"""Words of SQL about events ``e`` and cards ``c`` that several questions share."""

from __future__ import annotations

from collections.abc import Sequence

from netdesk.method.names import fold
from netdesk.method.room import DEFAULT_MINUTES
from netdesk.store.workspace import Workspace

# An event without an end is over after the length that is assumed for it.
ENDS = f"coalesce(julianday(e.ends_at), julianday(e.starts_at) + {DEFAULT_MINUTES} / 1440.0)"
COMING = f"{ENDS} >= julianday(:now)"
"""In SQL: whether the event ``e`` is still to come or under way."""
BEGUN = "julianday(e.starts_at) <= julianday(:now)"
TOOK_PART = (
    "(e.attended = 1 OR (e.attended IS NULL AND (e.stars IS NOT NULL OR e.debriefed_at IS NOT NULL"
    " OR EXISTS (SELECT 1 FROM card c WHERE c.event_id = e.id))))"
)
"""In SQL: whether I was at the event ``e``."""
NO_PLAN = (
    "(c.state = 'no_plan'"
    " AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = c.person_id AND p.binned_at IS NOT NULL))"
)
"""In SQL: whether the card ``c`` still needs a plan."""
_SHARES = "e.share_target, e.share_close, e.share_same, e.share_other"
PURPOSE = (
    "CASE WHEN e.purpose IS NOT NULL THEN e.purpose"
    f" WHEN coalesce({_SHARES}) IS NULL THEN ''"
    " WHEN coalesce(e.share_target + e.share_close + e.share_same + e.share_other, 0) <> 100"
    f" OR min({_SHARES}) < 0 THEN 'unclear'"
    f" WHEN e.share_close = max({_SHARES}) THEN 'networking'"
    f" WHEN e.share_target = max({_SHARES}) THEN 'prospecting'"
    f" WHEN e.share_same = max({_SHARES}) THEN 'socialising' ELSE 'unclear' END"
)
"""In SQL: the purpose of the event ``e`` as ``triage.known_purpose`` has it, "" where none is known."""


def spellings(ws: Workspace, host: str) -> Sequence[str]:
    """Return how the hosts of events that are the same but for capitals and accents are written."""
    wanted = fold(host)
    return [row[0] for row in ws.sql("SELECT DISTINCT host FROM event") if fold(row[0]) == wanted]

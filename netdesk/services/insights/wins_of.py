"""The wins through a person, of a client, or from an event or a group, whenever they were won."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netdesk.method.errors import NotFound
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.money import Total
from netdesk.method.periods import Period, PeriodKind
from netdesk.services.insights.behind import BehindRows
from netdesk.services.insights.win_rows import rows_of_wins
from netdesk.services.win_list import GROUP, WinQuery, win_totals
from netdesk.store.workspace import Workspace

TOPIC = "wins_of"


class WinsFrom(StrEnum):
    """Whose wins."""

    PERSON = "person"
    CLIENT = "client"
    EVENT = "event"
    GROUP = "group"


_CONDITIONS = {
    WinsFrom.PERSON: "w.id IN (SELECT t.win_id FROM win_thanks t WHERE t.person_id = :id)",
    WinsFrom.CLIENT: "w.client_id = :id",
    WinsFrom.EVENT: "w.event_id = :id",
    WinsFrom.GROUP: f"{GROUP} = :id",
}
_FIELDS = {
    WinsFrom.PERSON: "person_id",
    WinsFrom.CLIENT: "client_id",
    WinsFrom.EVENT: "event_id",
    WinsFrom.GROUP: "group_id",
}


@dataclass(frozen=True, slots=True)
class WinsOf:
    """How many wins, what the whole of them is worth, and the days of the first and the last (None without any)."""

    count: int
    total: Total
    days: Period | None

    @property
    def words(self) -> str:
        """How many: "3 wins"."""
        return "1 win" if self.count == 1 else f"{self.count:,} wins"


def wins_of(ws: Workspace, what: WinsFrom, number: int, own: str) -> WinsOf:
    """Return the wins of one person, client, event or group (its events included), in the own currency ``own``."""
    found = win_totals(ws, WinQuery(**{_FIELDS[what]: number}), own)  # type: ignore[arg-type]
    first, last = ws.sql(
        f"SELECT min(w.won_on), max(w.won_on) FROM win w WHERE w.binned_at IS NULL AND {_CONDITIONS[what]}",
        {"id": number},
    ).fetchone()
    days = Period(PeriodKind.OWN, date.fromisoformat(first), date.fromisoformat(last)) if first else None
    return WinsOf(found.count, found.total, days)


def asked(what: WinsFrom, number: int, title: str, days: Period) -> Behind:
    """Return the question for the list of these wins."""
    return Behind(BehindKind.WINS, TOPIC, title, days, f"{what.value}:{number}")


def behind(ws: Workspace, question: Behind, today: date) -> BehindRows:
    """Return the wins of a question made by ``asked``, the latest first. Raises NotFound for any other."""
    what, _, number = question.key.partition(":")
    if what not in set(WinsFrom) or not number.isdecimal():
        raise NotFound(f"Nothing is known behind “{question.title}”.")
    return rows_of_wins(ws, question.period, today, _CONDITIONS[WinsFrom(what)], {"id": int(number)})

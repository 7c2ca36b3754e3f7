"""Which events the list shows and in which order: filters and sorts, answered in SQL."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from netdesk.method.event_worth import NOT_WORTH_IT_TO, WORTH_IT_FROM, Verdict
from netdesk.method.names import fold
from netdesk.method.triage import Purpose
from netdesk.services.event_sql import BEGUN, COMING, NO_PLAN, PURPOSE, TOOK_PART, spellings
from netdesk.services.preferences import preferences
from netdesk.store.workspace import Workspace

_C = TypeVar("_C", bound=StrEnum)
DEBRIEF_UNFINISHED = f"(e.debriefed_at IS NULL AND e.attended IS NOT 0 AND {BEGUN})"
"""In SQL: whether the event ``e`` has begun and its debrief is not finished."""
_SOLID = "LEFT JOIN (SELECT event_id, sum(solid) AS solid FROM card GROUP BY event_id) k ON k.event_id = e.id"
_VERDICTS = {
    Verdict.WORTH_IT: f"e.stars >= {WORTH_IT_FROM}",
    Verdict.SO_SO: f"e.stars > {NOT_WORTH_IT_TO} AND e.stars < {WORTH_IT_FROM}",
    Verdict.NOT_WORTH_IT: f"e.stars <= {NOT_WORTH_IT_TO}",
}


class EventSort(StrEnum):
    """In which order events are listed; by anything but the date, those that say nothing of it come last."""

    DATE = "date"
    VERDICT = "verdict"
    SOLID = "solid"
    COST_PER_SOLID = "cost_per_solid"
    HOURS_PER_SOLID = "hours_per_solid"

    @property
    def label(self) -> str:
        """The words in the menu and over the list."""
        return {
            EventSort.DATE: "Date",
            EventSort.VERDICT: "Verdict",
            EventSort.SOLID: "Solid contacts",
            EventSort.COST_PER_SOLID: "Cost per solid contact",
            EventSort.HOURS_PER_SOLID: "Hours per solid contact",
        }[self]


_ORDERS = {
    EventSort.VERDICT: "e.stars DESC NULLS LAST",
    EventSort.SOLID: f"CASE WHEN {TOOK_PART} THEN coalesce(k.solid, 0) END DESC NULLS LAST",
    EventSort.COST_PER_SOLID: (
        "CASE WHEN k.solid > 0 AND e.cost IS NOT NULL THEN coalesce(nullif(e.currency, ''), :own) <> :own END"
        " NULLS LAST, CASE WHEN k.solid > 0 THEN e.cost / k.solid END NULLS LAST"
    ),
    EventSort.HOURS_PER_SOLID: "CASE WHEN k.solid > 0 THEN e.hours / k.solid END NULLS LAST",
}


@dataclass(frozen=True, slots=True)
class EventQuery:
    """What is asked of the list. None asks for all; ``host`` and ``purpose`` "" for events without one.

    ``purpose`` is the value of a Purpose. ``no_plan``: with a card that has no plan. ``attended`` False: those I
    did not go to. ``binned``: what lies in the bin instead.
    """

    text: str = ""
    purpose: str | None = None
    host: str | None = None
    verdict: Verdict | None = None
    debrief_open: bool = False
    no_plan: bool = False
    attended: bool | None = None
    sort: EventSort = EventSort.DATE
    binned: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the typed text narrows the list."""
        chosen = (self.purpose, self.host, self.verdict, self.attended)
        return self.debrief_open or self.no_plan or any(each is not None for each in chosen)

    def everything(self) -> EventQuery:
        """Return the question without filters; text, order and bin stay."""
        return EventQuery(text=self.text, sort=self.sort, binned=self.binned)

    def kept(self) -> dict[str, object]:
        """Return filters and order as plain values to remember."""
        found: dict[str, object] = {"sort": self.sort.value}
        for name in ("purpose", "host", "attended"):
            if getattr(self, name) is not None:
                found[name] = getattr(self, name)
        if self.verdict is not None:
            found["verdict"] = self.verdict.value
        return found | {name: True for name in ("debrief_open", "no_plan") if getattr(self, name)}

    @classmethod
    def from_kept(cls, values: Mapping[str, object]) -> EventQuery:
        """Return what was remembered; odd values are passed over."""
        host, attended = values.get("host"), values.get("attended")
        purpose = values.get("purpose")
        return cls(
            purpose=purpose if isinstance(purpose, str) and purpose in ("", *Purpose) else None,
            host=host if isinstance(host, str) else None,
            verdict=_member(Verdict, values.get("verdict")),
            debrief_open=values.get("debrief_open") is True,
            no_plan=values.get("no_plan") is True,
            attended=attended if isinstance(attended, bool) else None,
            sort=_member(EventSort, values.get("sort")) or EventSort.DATE,
        )


@dataclass(frozen=True, slots=True)
class EventIds:
    """Ids of events in the order of the list.

    By date: ``coming``, the next first, then ``past``, the latest first. By anything else: ``ranked`` alone.
    """

    coming: array[int]
    past: array[int]
    ranked: array[int]

    @property
    def is_empty(self) -> bool:
        """Whether no event fits."""
        return not (self.coming or self.past or self.ranked)


def find_events(ws: Workspace, query: EventQuery, now: datetime) -> EventIds:
    """Return the ids of the events that fit, in the order asked for.

    Each word of the text must be in title, place, host or note.
    """
    words = fold(query.text).split()
    ranked = query.sort is not EventSort.DATE
    order = f"{_ORDERS[query.sort]}, at DESC, e.id DESC" if ranked else "at, e.id"
    conditions, values = _conditions(ws, query, now)
    rows = ws.sql(
        f"SELECT e.id, {COMING}, julianday(e.starts_at) AS at"
        + (", e.title, e.place, e.host, e.note" if words else "")
        + f" FROM event e {_SOLID if ranked else ''} WHERE {conditions} ORDER BY {order}",
        values,
    ).fetchall()
    if words:
        rows = [row for row in rows if _holds(row[3:], words)]
    if ranked:
        return EventIds(array("q"), array("q"), array("q", (row[0] for row in rows)))
    coming = array("q", (row[0] for row in rows if row[1]))
    past = array("q", (row[0] for row in reversed(rows) if not row[1]))
    return EventIds(coming, past, array("q"))


def known_hosts(ws: Workspace, limit: int = 20) -> tuple[str, ...]:
    """Return the hosts of events, the most frequent first; spellings that differ in capitals or accents are one."""
    counts: dict[str, tuple[int, str]] = {}
    for host, number in ws.sql(
        "SELECT host, count(*) FROM event WHERE host <> '' AND binned_at IS NULL GROUP BY host ORDER BY count(*) DESC"
    ):
        many, first = counts.get(fold(host), (0, host))
        counts[fold(host)] = many + number, first
    return tuple(
        host for _, host in sorted(counts.values(), key=lambda pair: (-pair[0], fold(pair[1])))[:limit]
    )


def _conditions(ws: Workspace, query: EventQuery, now: datetime) -> tuple[str, dict[str, object]]:
    values: dict[str, object] = {"now": now.isoformat(), "own": preferences(ws).currency}
    wanted = [f"e.binned_at IS {'NOT NULL' if query.binned else 'NULL'}"]
    if query.purpose is not None:
        wanted.append(f"{PURPOSE} = :purpose")
        values["purpose"] = str(query.purpose)
    if query.host is not None:
        written = spellings(ws, query.host)
        marks = [f":host{place}" for place in range(len(written))]
        wanted.append(f"e.host IN ({', '.join(marks)})")
        values |= {mark[1:]: host for mark, host in zip(marks, written, strict=True)}
    if query.verdict is not None:
        wanted.append(_VERDICTS[query.verdict])
    if query.debrief_open:
        wanted.append(DEBRIEF_UNFINISHED)
    if query.no_plan:
        wanted.append(f"EXISTS (SELECT 1 FROM card c WHERE c.event_id = e.id AND {NO_PLAN})")
    if query.attended is not None:
        wanted.append(TOOK_PART if query.attended else "e.attended = 0")
    return " AND ".join(wanted), values


def _holds(fields: Iterable[str], words: Sequence[str]) -> bool:
    text = fold(" ".join(fields))
    return all(word in text for word in words)


def _member(kind: type[_C], value: object) -> _C | None:
    return next((each for each in kind if each.value == value), None)

"""The cards tray: every card of every event by state and age. Nothing leaves it but by a plan, done, or let go.

A list of cards is a snapshot of ids (``tray_ids``), and the rows that are looked at (``tray_rows``). Cards of people
in the bin are kept apart: ``TrayQuery.binned`` asks for them. A card whose event is in the bin or gone stays.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from netdesk.method.card_age import CardAge, card_age, days_old
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.dates import parse_moment
from netdesk.method.follow_ups import CardState
from netdesk.method.names import fold, hue_index, initials
from netdesk.method.settings import MethodSettings
from netdesk.services.preferences import method_settings
from netdesk.store.workspace import Workspace

_SHOWN = 200
_MOST_WORDS = 8
_WORD = re.compile(r"\w+")
_BINNED = "c.person_id IN (SELECT id FROM person WHERE binned_at IS NOT NULL)"
_KEPT = "c.person_id NOT IN (SELECT id FROM person WHERE binned_at IS NOT NULL)"


class TrayOrder(StrEnum):
    """How the tray is sorted; in the first the cards with no plan stand on top, the oldest first."""

    URGENCY = "urgency"
    AGE = "age"
    NAME = "name"
    EVENT = "event"
    DAY = "day"

    @property
    def label(self) -> str:
        """The words in the menu."""
        return _LABELS[self]


_LABELS = {
    TrayOrder.URGENCY: "What needs me first",
    TrayOrder.AGE: "Age, the oldest first",
    TrayOrder.NAME: "Name",
    TrayOrder.EVENT: "Event, the latest first",
    TrayOrder.DAY: "Day of the plan",
}


@dataclass(frozen=True, slots=True)
class TrayQuery:
    """Which cards, and in which order. ``event_id`` None: of all events; no ``states``: all four.

    Each word of ``text`` must begin a word of the name, the organisation or role, the event's title or a plan.
    """

    event_id: int | None = None
    states: frozenset[CardState] = field(default_factory=frozenset)
    text: str = ""
    order: TrayOrder = TrayOrder.URGENCY
    binned: bool = False


@dataclass(frozen=True, slots=True)
class TrayCounts:
    """How many cards are in each state, people in the bin left out; ``binned`` counts those people's cards."""

    no_plan: int = 0
    planned: int = 0
    done: int = 0
    let_go: int = 0
    binned: int = 0

    @property
    def all(self) -> int:
        """All cards but those of people in the bin."""
        return self.no_plan + self.planned + self.done + self.let_go

    def of(self, state: CardState) -> int:
        """How many cards are in a state."""
        return int(getattr(self, state.value))


@dataclass(frozen=True, slots=True)
class TrayRow:
    """One card as the tray shows it.

    ``portrait`` is the address of the person's picture, ``photo`` of the card's; ``event`` is "" when the event was
    deleted, ``event_id`` then None. ``action``, ``due`` and ``at`` are the next open plan's, or, for a card that is
    done, the plan that was done first; ``more_plans`` counts the open ones besides. ``days`` is the age in days,
    ``age`` how that is to be taken while there is no plan.
    """

    id: int
    person_id: int
    name: str
    organisation: str
    initials: str
    hue: int
    portrait: str
    photo: str
    event_id: int | None
    event: str
    event_binned: bool
    received: datetime
    state: CardState
    action: str
    due: date | None
    at: time | None
    more_plans: int
    done_at: datetime | None
    reason: str
    solid: bool
    kind: PersonKind | None
    in_bin: bool
    days: int
    age: CardAge


def tray_counts(ws: Workspace, event_id: int | None = None) -> TrayCounts:
    """Count the cards of an event, or of all; 3 ms for 40,000."""
    if event_id is None:
        counts = ws.sql("SELECT state, count(*) FROM card GROUP BY state").fetchall()
        # From the few in the bin to their cards, not from every card to its person.
        binned = ws.sql(
            "SELECT c.state, count(*) FROM person p CROSS JOIN card c ON c.person_id = p.id"
            " WHERE p.binned_at IS NOT NULL GROUP BY c.state"
        ).fetchall()
    else:
        of_event = (
            "SELECT c.state, count(*) FROM card c JOIN person p ON p.id = c.person_id WHERE c.event_id = ?"
        )
        counts = ws.sql(f"{of_event} GROUP BY c.state", (event_id,)).fetchall()
        binned = ws.sql(f"{of_event} AND p.binned_at IS NOT NULL GROUP BY c.state", (event_id,)).fetchall()
    return _counts(dict(counts), dict(binned))


def _counts(counts: dict[str, int], binned: dict[str, int]) -> TrayCounts:
    kept = {state: counts.get(state.value, 0) - binned.get(state.value, 0) for state in CardState}
    return TrayCounts(
        kept[CardState.NO_PLAN],
        kept[CardState.PLANNED],
        kept[CardState.DONE],
        kept[CardState.LET_GO],
        sum(binned.values()),
    )


def tray_ids(ws: Workspace, query: TrayQuery) -> array[int]:
    """Return the ids of the cards a query asks for, in its order. "Oldest" goes by the clock where it was received."""
    where, values = _conditions(ws, query)
    if query.order is not TrayOrder.URGENCY:
        return _ids(ws, where, values, query.order.value)
    states = [state for state in CardState if not query.states or state in query.states]
    ids = array("q")
    for state in states:
        ids.extend(_ids(ws, f"{where} AND c.state = '{state.value}'", values, state.value))
    return ids


def tray_rows(ws: Workspace, ids: Sequence[int], now: datetime) -> tuple[TrayRow, ...]:
    """Return the rows of these cards in this order; cards that are gone are left out. Under 5 ms for 200."""
    settings = method_settings(ws)
    found = ws.sql(_ROWS, (json.dumps([int(one) for one in ids]),))
    return tuple(_row(row, now, settings) for row in found)


def all_solid(ws: Workspace, card_ids: Sequence[int]) -> bool:
    """Tell whether each of these cards is marked as a solid contact."""
    return not ws.sql(
        "SELECT 1 FROM card WHERE NOT solid AND id IN (SELECT value FROM json_each(?)) LIMIT 1",
        (json.dumps(list(card_ids)),),
    ).fetchone()


def next_plans(ws: Workspace, card_ids: Sequence[int]) -> tuple[int, ...]:
    """Return the follow-up that is due first of each of these cards that has an open one."""
    found = ws.sql(
        "SELECT id FROM (SELECT f.id, f.card_id, row_number() OVER (PARTITION BY f.card_id"
        " ORDER BY f.due_on, coalesce(f.due_time, '24'), f.id) AS place"
        " FROM json_each(?) wanted CROSS JOIN follow_up f ON f.card_id = wanted.value WHERE +f.state = 'open')"
        " WHERE place = 1 ORDER BY id",
        (json.dumps(list(card_ids)),),
    )
    return tuple(row[0] for row in found)


def latest_event(ws: Workspace, now: datetime) -> int | None:
    """Return the event that began last, whose cards are the next to be entered; None before the first one."""
    row = ws.sql(
        "SELECT id FROM event WHERE binned_at IS NULL AND julianday(starts_at) <= julianday(?)"
        " ORDER BY julianday(starts_at) DESC, id DESC LIMIT 1",
        (now.isoformat(),),
    ).fetchone()
    return None if row is None else int(row[0])


_ORDERS = {
    CardState.NO_PLAN.value: ("", "c.received_at, c.id"),
    CardState.PLANNED.value: ("", "c.due_on, c.received_at, c.id"),
    CardState.DONE.value: ("", "c.done_at DESC, c.id DESC"),
    CardState.LET_GO.value: ("", "c.let_go_at DESC, c.id DESC"),
    TrayOrder.AGE.value: ("", "c.received_at, c.id"),
    TrayOrder.NAME.value: ("JOIN person p ON p.id = c.person_id", "p.sort_name, c.received_at, c.id"),
    TrayOrder.EVENT.value: (
        "JOIN person p ON p.id = c.person_id LEFT JOIN (SELECT id, row_number() OVER"
        " (ORDER BY julianday(starts_at) DESC, id) AS place FROM event) e ON e.id = c.event_id",
        "e.place IS NULL, e.place, p.sort_name, c.id",
    ),
    TrayOrder.DAY.value: ("", "c.due_on IS NULL, c.due_on, c.received_at, c.id"),
}

# The plan shown: the next open one, else the one that was done first.
_ROWS = """
SELECT c.id, c.person_id, p.display_name, p.organisation_name, p.photo, c.photo, e.id, e.title, e.binned_at,
    c.received_at, c.state, f.action, f.due_on, f.due_time, c.done_at, c.let_go_reason, c.solid, c.kind, p.binned_at,
    (SELECT count(*) FROM follow_up o WHERE o.card_id = c.id AND o.state = 'open')
FROM json_each(?) wanted CROSS JOIN card c ON c.id = wanted.value
CROSS JOIN person p ON p.id = c.person_id LEFT JOIN event e ON e.id = c.event_id
LEFT JOIN follow_up f ON f.id = (
    SELECT s.id FROM follow_up s WHERE s.card_id = c.id AND s.state <> 'dropped'
    ORDER BY s.state = 'done', CASE s.state WHEN 'open' THEN s.due_on ELSE s.closed_at END,
        coalesce(s.due_time, '24'), s.id LIMIT 1)
ORDER BY wanted.key
"""


def _ids(ws: Workspace, where: str, values: Sequence[object], order: str) -> array[int]:
    join, by = _ORDERS[order]
    found = ws.sql(f"SELECT c.id FROM card c {join} WHERE {where} ORDER BY {by}", values)
    return array("q", (row[0] for row in found))


def _conditions(ws: Workspace, query: TrayQuery) -> tuple[str, list[object]]:
    parts, values = [_BINNED if query.binned else _KEPT], list[object]()
    if query.event_id is not None:
        parts.append("c.event_id = ?")
        values.append(query.event_id)
    if query.states:
        parts.append(
            "c.state IN ({})".format(", ".join(f"'{state.value}'" for state in sorted(query.states)))
        )
    words = _WORD.findall(fold(query.text))[:_MOST_WORDS]
    if query.text.strip() and not words:
        parts.append("0")
    for word in words:
        parts.append(
            "(c.person_id IN (SELECT rowid FROM person_search WHERE person_search MATCH ?)"
            " OR c.event_id IN (SELECT value FROM json_each(?)) OR c.id IN (SELECT value FROM json_each(?)))"
        )
        values.append(f'{{name organisation}} : "{word}" *')
        for texts in (
            "SELECT id, title FROM event",
            "SELECT card_id, action FROM follow_up WHERE card_id IS NOT NULL AND state <> 'dropped'",
        ):
            values.append(json.dumps([number for number, said in ws.sql(texts) if _begins(said, word)]))
    return " AND ".join(parts), values


def _begins(said: str, word: str) -> bool:
    return any(each.startswith(word) for each in _WORD.findall(fold(said)))


def _row(row: tuple[object, ...], now: datetime, settings: MethodSettings) -> TrayRow:
    name = str(row[2])[:_SHOWN]
    received = parse_moment(str(row[9]))
    open_plans = int(str(row[19]))
    return TrayRow(
        id=int(str(row[0])),
        person_id=int(str(row[1])),
        name=name,
        organisation=str(row[3])[:_SHOWN],
        initials=initials(name),
        hue=hue_index(name),
        portrait=str(row[4] or ""),
        photo=str(row[5] or ""),
        event_id=None if row[6] is None else int(str(row[6])),
        event=str(row[7] or "")[:_SHOWN],
        event_binned=row[8] is not None,
        received=received,
        state=CardState(str(row[10])),
        action=str(row[11] or "")[:_SHOWN],
        due=date.fromisoformat(str(row[12])) if row[12] else None,
        at=time.fromisoformat(str(row[13])) if row[13] else None,
        more_plans=max(0, open_plans - 1),
        done_at=parse_moment(str(row[14])) if row[14] else None,
        reason=str(row[15])[:_SHOWN],
        solid=bool(row[16]),
        kind=_kind(str(row[17] or "")),
        in_bin=row[18] is not None,
        days=days_old(received, now),
        age=card_age(received, now, settings),
    )


def _kind(value: str) -> PersonKind | None:
    try:
        return PersonKind(value)
    except ValueError:
        return None

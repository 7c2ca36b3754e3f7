"""How far the goals of events are: counted from cards, plans and reactions, and added by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.goal_counts import (
    EventTally,
    cannot_count_fewer,
    count_problem,
    count_reached,
    is_one_to_one,
    kept_by_hand,
    linked_count,
    linked_words,
)
from netdesk.method.goals import Goal, GoalKind, TickBoxes, is_reached, tick_boxes
from netdesk.services import goals
from netdesk.services.preferences import method_settings
from netdesk.store.tables.events import Goal as GoalRow
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class GoalCount:
    """A goal with how far it is: ``linked`` counted itself (None: this kind does not), ``by_hand`` was counted."""

    goal_id: int
    goal: Goal
    linked: int | None
    by_hand: int
    reached: int
    boxes: TickBoxes

    @property
    def is_reached(self) -> bool:
        """Whether the goal's own count was reached."""
        return is_reached(self.goal, self.reached)

    @property
    def linked_words(self) -> str:
        """Where the count comes from: "5 counted from the cards"; empty where nothing counted itself."""
        return linked_words(self.goal.kind, self.linked)


def goal_counts(ws: Workspace, event_ids: Iterable[int]) -> dict[int, tuple[GoalCount, ...]]:
    """Return the goals of each event in their order with how far they are; every id asked for is in the answer."""
    ids = tuple(dict.fromkeys(event_ids))
    found: dict[int, list[GoalCount]] = {event: [] for event in ids}
    if not ids:
        return {}
    rows = ws.sql(
        "SELECT id, event_id, kind, count, follow_up, words, reached FROM goal"
        f" WHERE event_id IN ({_listed(ids)}) ORDER BY event_id, position, id"
    ).fetchall()
    settings = method_settings(ws)
    tallies = _tallies(ws, ids, tuple({row[1] for row in rows if row[2] == GoalKind.BOOK_ONE_TO_ONES}))
    for number, event, kind, count, follow_up, words, by_hand in rows:
        goal = Goal(GoalKind(kind), count, follow_up, words)
        linked = linked_count(goal.kind, tallies[event])
        reached = count_reached(linked, by_hand)
        found[event].append(GoalCount(number, goal, linked, by_hand, reached, tick_boxes(count, settings)))
    return {event: tuple(lines) for event, lines in found.items()}


def event_tallies(ws: Workspace, event_ids: Iterable[int]) -> dict[int, EventTally]:
    """Return what each event gave, counted from its cards, the plans made there and the reactions."""
    ids = tuple(dict.fromkeys(event_ids))
    return _tallies(ws, ids, ids) if ids else {}


def _tallies(ws: Workspace, ids: tuple[int, ...], booking: tuple[int, ...]) -> dict[int, EventTally]:
    """Count what events gave; one-to-ones, read from the words of each plan, for those in ``booking`` only."""
    marks = _listed(ids)
    cards = _by_event(
        ws,
        "SELECT event_id, sum(kind = ?), sum(kind = ?), sum(learned <> 0) FROM card"
        f" WHERE event_id IN ({marks}) GROUP BY event_id",
        (PersonKind.POTENTIAL_CLIENT.value, PersonKind.STRATEGIC_PARTNER.value),
    )
    reactions = _by_event(
        ws,
        "SELECT event_id, sum(asked_more + polite + blank) FROM reaction"
        f" WHERE event_id IN ({marks}) GROUP BY event_id",
    )
    booked = _booked(ws, _listed(booking)) if booking else {}
    tallies = {}
    for event in ids:
        clients, partners, learned = cards.get(event, (0, 0, 0))
        (said,) = reactions.get(event, (0,))
        tallies[event] = EventTally(clients, partners, learned, len(booked.get(event, ())), said)
    return tallies


def count_goal(ws: Workspace, goal_id: int, wanted: int) -> Changes:
    """Count ``wanted`` in all for a goal, by hand. Raises NotFound, and InvalidInput (field "reached").

    Refused are numbers below nought or above 1,000, and fewer than have counted themselves.
    """
    row = ws.row(GoalRow.select(GoalRow.event_id).where(GoalRow.id == goal_id))
    if row is None:
        raise NotFound("That goal is not there any more.")
    problem = count_problem(wanted)
    if problem:
        raise InvalidInput(problem, field="reached")
    line = next(one for one in goal_counts(ws, row)[row[0]] if one.goal_id == goal_id)
    if line.linked and wanted < line.linked:
        raise InvalidInput(cannot_count_fewer(line.goal.kind, line.linked), field="reached")
    return goals.set_reached(ws, goal_id, kept_by_hand(wanted, line.linked))


def _booked(ws: Workspace, marks: str) -> dict[int, set[int]]:
    """Return who was booked for a one-to-one at each event: by a plan from there, or by one held since."""
    found: dict[int, set[int]] = {}
    for event, person, action in ws.sql(
        "SELECT c.event_id, f.person_id, f.action FROM card c JOIN follow_up f ON f.card_id = c.id"
        f" WHERE f.state <> 'dropped' AND c.event_id IN ({marks})"
        " UNION ALL SELECT event_id, person_id, action FROM follow_up"
        f" WHERE state <> 'dropped' AND event_id IN ({marks})"
    ):
        if is_one_to_one(action):
            found.setdefault(event, set()).add(person)
    for event, person in ws.sql(
        "SELECT i.event_id, p.person_id FROM interaction i JOIN interaction_person p ON p.interaction_id = i.id"
        f" WHERE i.kind = 'one_to_one' AND i.event_id IN ({marks})"
    ):
        found.setdefault(event, set()).add(person)
    return found


def _by_event(ws: Workspace, query: str, values: tuple[object, ...] = ()) -> dict[int, tuple[int, ...]]:
    return {row[0]: tuple(row[1:]) for row in ws.sql(query, values)}


def _listed(ids: tuple[int, ...]) -> str:
    return ",".join(str(int(number)) for number in ids)

"""The list of events and what they gave, asked of 10,000 people, 2,000 events, 40,000 cards and 27,000 plans.

Limit: the barest SQL for the same numbers and rows, by the bare sqlite3 module on the same file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from benchmarks.figures import tell_both, timed
from benchmarks.population import TODAY, copy_of, population, remove
from netdesk.services.event_list import event_rows
from netdesk.services.event_query import EventQuery, EventSort, find_events
from netdesk.services.event_worth import Grouping, earlier_worth, worth_by
from netdesk.store.workspace import Workspace

PEOPLE, EVENTS, CARDS_EACH = 10_000, 2_000, 20
TIMES = 40
_PAGE = 60
_HOSTS = 60
_NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=UTC)
_MADE = "2026-01-01T00:00:00+00:00"
_SUMS = "SELECT event_id, count(*), sum(solid), sum(state = 'no_plan') FROM card"
_BY_COST = (
    "SELECT e.id FROM event e LEFT JOIN (SELECT event_id, sum(solid) AS solid FROM card GROUP BY event_id) k"
    " ON k.event_id = e.id ORDER BY e.cost / k.solid"
)


def main() -> bool:
    """Measure and print; whether all aims were reached."""
    path = copy_of(population(PEOPLE), "events.netdesk")
    workspace = Workspace(path)
    _fill(workspace)
    bare = sqlite3.connect(path)
    last = EVENTS
    by_cost = EventQuery(sort=EventSort.COST_PER_SOLID)
    page = list(range(last - _PAGE + 1, last + 1))
    listed = ",".join(map(str, page))
    questions: tuple[tuple[str, Callable[[], object], str, float], ...] = (
        (
            "2,000 events by cost for each solid contact",
            lambda: find_events(workspace, by_cost, _NOW),
            _BY_COST,
            16,
        ),
        (
            "a page of 60 events with what came of them",
            lambda: event_rows(workspace, page, _NOW),
            f"{_SUMS} WHERE event_id IN ({listed}) GROUP BY event_id",
            16,
        ),
        (
            "what 2,000 events with 40,000 cards gave, by host",
            lambda: worth_by(workspace, Grouping.HOST),
            f"{_SUMS} GROUP BY event_id",
            100,
        ),
        (
            "what earlier events of a host gave, out of 2,000",
            lambda: earlier_worth(workspace, last),
            f"{_SUMS} WHERE event_id IN (SELECT id FROM event WHERE host = 'Host 1') GROUP BY event_id",
            10,
        ),
    )
    reached = []
    for what, ask, barest, aim in questions:
        # In turn, so that both meet the same machine.
        pairs = [(timed(ask), timed(partial(_asked, bare, barest))) for _ in range(TIMES)]
        whole, limit = [one for one, _ in pairs], [one for _, one in pairs]
        reached.append(tell_both(what, whole, limit, aim, "the barest SQL of it"))
    bare.close()
    workspace.close()
    remove(path)
    return all(reached)


def _asked(bare: sqlite3.Connection, question: str) -> object:
    return bare.execute(question).fetchall()


def _fill(workspace: Workspace) -> None:
    """Put events, goals, cards and plans past the history, the same in every run."""
    with workspace.transaction() as connection:
        connection.execute("UPDATE write_state SET recording = 0")
        connection.executemany(
            "INSERT INTO event (id, title, starts_at, host, cost, currency, hours, stars, attended, share_target,"
            " share_close, share_same, share_other, created_at)"
            " VALUES (?, ?, ?, ?, ?, 'GBP', 2, ?, 1, 10, 60, 20, 10, ?)",
            [
                (
                    number,
                    f"Event {number}",
                    (_NOW - timedelta(days=EVENTS - number + 1)).isoformat(),
                    f"Host {number % _HOSTS}",
                    float(number % 90),
                    number % 11 / 2,
                    _MADE,
                )
                for number in range(1, EVENTS + 1)
            ],
        )
        connection.executemany(
            "INSERT INTO goal (event_id, kind, count, follow_up) VALUES (?, 'collect_cards', 5, 'call')",
            [(number,) for number in range(1, EVENTS + 1)],
        )
        cards = [
            (number * CARDS_EACH + place, number, (number * CARDS_EACH + place) % PEOPLE + 1, place % 5 == 0)
            for number in range(1, EVENTS + 1)
            for place in range(CARDS_EACH)
        ]
        connection.executemany(
            "INSERT INTO card (id, event_id, person_id, solid, received_at, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            [(*each, _MADE, _MADE) for each in cards],
        )
        connection.executemany(
            "INSERT INTO follow_up (person_id, card_id, action, due_on, created_at) VALUES (?, ?, 'Call', ?, ?)",
            [(person, card, str(TODAY), _MADE) for card, _, person, _ in cards if card % 3],
        )
        connection.execute("UPDATE write_state SET recording = 1")
    workspace.connection.execute("PRAGMA optimize")


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)

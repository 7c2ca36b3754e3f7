"""The cards tray, asked of 10,000 people and 40,000 cards, and a thousand cards planned and undone in one step.

Limit of a question: the barest SQL for the same ids or rows, by the bare sqlite3 module on the same file. Limit of a
plan: writing as many rows into a table without triggers.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from benchmarks.figures import tell_both, timed
from benchmarks.population import TODAY, copy_of, population, remove
from netdesk.method.follow_ups import CardState
from netdesk.services.card_plans import PlanDraft, plan_cards
from netdesk.services.card_tray import TrayOrder, TrayQuery, tray_counts, tray_ids, tray_rows
from netdesk.store.workspace import Workspace

PEOPLE, EVENTS, CARDS, PLANNED_AT_ONCE = 10_000, 400, 40_000, 1_000
TIMES, PLANS = 30, 8
_PAGE = 200
_NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=UTC)
_MADE = "2026-01-01T00:00:00+00:00"
_BESIDE = "the barest SQL of it"
_ROWS = "SELECT c.id, p.display_name, e.title FROM card c JOIN person p ON p.id = c.person_id"


def main() -> bool:
    """Measure and print; whether all aims were reached."""
    path = copy_of(population(PEOPLE), "card_tray.netdesk")
    workspace = Workspace(path)
    _fill(workspace)
    bare = sqlite3.connect(path)
    page = tray_ids(workspace, TrayQuery())[CARDS // 2 : CARDS // 2 + _PAGE]
    listed = ",".join(map(str, page))
    questions: tuple[tuple[str, Callable[[], object], str, float], ...] = (
        ("40,000 cards in order, what needs me first", partial(tray_ids, workspace, TrayQuery()),
         "SELECT id FROM card ORDER BY state, received_at", 100),
        ("40,000 cards by name", partial(tray_ids, workspace, TrayQuery(order=TrayOrder.NAME)),
         "SELECT c.id FROM card c JOIN person p ON p.id = c.person_id ORDER BY p.sort_name", 150),
        ("a page of 200 cards", partial(tray_rows, workspace, page, _NOW),
         f"{_ROWS} LEFT JOIN event e ON e.id = c.event_id WHERE c.id IN ({listed})", 16),
        ("40,000 cards counted by state", partial(tray_counts, workspace),
         "SELECT state, count(*) FROM card GROUP BY state", 10),
    )  # fmt: skip
    reached = []
    for what, ask, barest, aim in questions:
        # In turn, so that both meet the same machine.
        pairs = [(timed(ask), timed(partial(_asked, bare, barest))) for _ in range(TIMES)]
        reached.append(tell_both(what, [one for one, _ in pairs], [one for _, one in pairs], aim, _BESIDE))
    bare.close()
    reached.append(_plan_many(workspace))
    workspace.close()
    remove(path)
    return all(reached)


def _plan_many(workspace: Workspace) -> bool:
    waiting = tray_ids(workspace, TrayQuery(states=frozenset({CardState.NO_PLAN})))[:PLANNED_AT_ONCE]
    draft = PlanDraft("Call {name}", TODAY + timedelta(days=1))
    rows = [(card, "Call somebody", str(TODAY), _MADE) for card in waiting]
    bare = sqlite3.connect(":memory:")
    bare.execute("CREATE TABLE plan (id INTEGER PRIMARY KEY, card INTEGER, action TEXT, due TEXT, made TEXT)")
    planned, undone, beside = [], [], []
    for _ in range(PLANS):
        planned.append(timed(partial(plan_cards, workspace, waiting, draft, TODAY)))
        undone.append(timed(workspace.undo))
        beside.append(timed(partial(bare.executemany, "INSERT INTO plan VALUES (NULL, ?, ?, ?, ?)", rows)))
    bare.close()
    limit = "as many rows without triggers"
    first = tell_both("1,000 cards planned in one step", planned, beside, 400, limit)
    return tell_both("1,000 plans undone", undone, beside, 300, limit) and first


def _asked(bare: sqlite3.Connection, question: str) -> list[tuple[object, ...]]:
    return bare.execute(question).fetchall()


def _fill(workspace: Workspace) -> None:
    """Put events, cards and plans past the history, the same in every run."""
    chance = random.Random(5)

    def some_time() -> str:
        return (_NOW - timedelta(hours=chance.randrange(24 * 700))).isoformat()

    met = [(card % EVENTS + 1, card // EVENTS * 97 % PEOPLE + 1) for card in range(CARDS)]
    with workspace.transaction() as connection:
        connection.execute("UPDATE write_state SET recording = 0")
        connection.executemany(
            "INSERT INTO event (id, title, starts_at, attended, created_at) VALUES (?, ?, ?, 1, ?)",
            [(number, f"Event {number}", some_time(), _MADE) for number in range(1, EVENTS + 1)],
        )
        connection.executemany(
            "INSERT INTO card (id, event_id, person_id, let_go_at, received_at, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [(card, *pair, _MADE if card % 9 == 0 else None, some_time(), _MADE)
             for card, pair in enumerate(met, 1)],
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO follow_up (person_id, card_id, action, due_on, state, closed_at, created_at)"
            " VALUES (?, ?, 'Call', ?, ?, ?, ?)",
            [(pair[1], card, str(TODAY), *(("open", None) if card % 3 else ("done", _MADE)), _MADE)
             for card, pair in enumerate(met, 1) if card % 4 and card % 9],
        )  # fmt: skip
        connection.execute("UPDATE write_state SET recording = 1")
    workspace.connection.execute("PRAGMA optimize")


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)

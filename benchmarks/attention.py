"""Who is going cold and who is ready to move up, asked of 100,000 people with own rhythms, snoozes and a ledger.

Limit: the barest SQL for the same people, by the bare sqlite3 module on the same file: one comparison a person, no
own rhythm, no snooze, no settings of levels.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from datetime import timedelta

from benchmarks.figures import Took, tell_both, timed
from benchmarks.population import TODAY, copy_of, population, remove
from netdesk.services import board
from netdesk.services.board_query import BoardQuery
from netdesk.services.contacts import ContactQuery, counts, ids
from netdesk.services.going_cold import going_cold
from netdesk.services.ready import count_ready, ready_to_move_up
from netdesk.store.workspace import Workspace

PEOPLE, TALKS, ENTRIES, PLANS = 100_000, 60_000, 40_000, 20_000
TIMES = 40
AIM = 100.0
AIM_TODAY = 10.0
BESIDE = "the barest SQL of it"
_MADE = "2026-01-01T00:00:00+00:00"
_LISTED = "archived_at IS NULL AND binned_at IS NULL"
_COLD = (
    "SELECT group_concat(id) FROM (SELECT id FROM person WHERE coalesce(last_contact_on, created_at) < ?"
    f" AND level IS NOT NULL AND {_LISTED} ORDER BY sort_name)"
)
_FIVE = (
    "SELECT id, display_name FROM person WHERE level = 5 AND last_contact_on < ?"
    f" AND {_LISTED} ORDER BY last_contact_on LIMIT 5"
)
_READY = (
    "SELECT group_concat(id) FROM (SELECT id FROM person WHERE level = 3 AND gives > 0 AND receives > 0"
    f" AND made_together > 0 AND {_LISTED} ORDER BY sort_name)"
)
_COUNT_READY = f"SELECT count(*) FROM person WHERE level IS NOT NULL AND met_days >= 2 AND {_LISTED}"
_COUNT_COLD = f"SELECT count(*) FROM person WHERE coalesce(last_contact_on, created_at) < ? AND {_LISTED}"


def main() -> bool:
    """Measure and print; whether every aim was reached."""
    path = copy_of(population(PEOPLE), "attention.netdesk")
    workspace = Workspace(path)
    _fill(workspace)
    bare = sqlite3.connect(path)
    reached = [_measure(workspace, bare, *one) for one in _QUESTIONS]
    bare.close()
    workspace.close()
    remove(path)
    return all(reached)


def _measure(
    workspace: Workspace,
    bare: sqlite3.Connection,
    what: str,
    question: Callable[[Workspace], object],
    beside: Callable[[sqlite3.Connection], object],
    aim: float,
) -> bool:
    # In turn, so that both meet the same machine.
    pairs = [(timed(lambda: question(workspace)), timed(lambda: beside(bare))) for _ in range(TIMES)]
    times: list[Took] = [one for one, _ in pairs]
    return tell_both(what, times, [one for _, one in pairs], aim, BESIDE)


_QUESTIONS: tuple[
    tuple[str, Callable[[Workspace], object], Callable[[sqlite3.Connection], object], float], ...
] = (
    (
        "the five most going cold, for Today",
        lambda ws: going_cold(ws, TODAY),
        lambda bare: bare.execute(_FIVE, (str(TODAY - timedelta(days=14)),)).fetchall(),
        AIM_TODAY,
    ),
    (
        "everybody going cold among 100,000, by name",
        lambda ws: ids(ws, ContactQuery(going_cold=True), TODAY),
        lambda bare: bare.execute(_COLD, (str(TODAY - timedelta(days=42)),)).fetchall(),
        AIM,
    ),
    (
        "everybody ready to move up among 100,000, by name",
        lambda ws: ids(ws, ContactQuery(ready=True), TODAY),
        lambda bare: bare.execute(_READY).fetchall(),
        AIM,
    ),
    (
        "the first 50 ready to move up, with their reasons",
        lambda ws: ready_to_move_up(ws, TODAY, 50),
        lambda bare: bare.execute(_READY).fetchall(),
        AIM,
    ),
    (
        "how many are ready to move up",
        count_ready,
        lambda bare: bare.execute(_COUNT_READY).fetchall(),
        AIM,
    ),
    (
        "both counts of the board, with how many stand where",
        lambda ws: board.counts(ws, BoardQuery(), TODAY),
        lambda bare: (
            bare.execute(_COUNT_COLD, (str(TODAY - timedelta(days=42)),)).fetchall(),
            bare.execute(_COUNT_READY).fetchall(),
        ),
        2 * AIM,
    ),
    (
        "all counts of the chips over the list",
        lambda ws: counts(ws, TODAY),
        lambda bare: (
            bare.execute(_COUNT_COLD, (str(TODAY - timedelta(days=42)),)).fetchall(),
            bare.execute(_COUNT_READY).fetchall(),
        ),
        3 * AIM,
    ),
)


def _fill(workspace: Workspace) -> None:
    """Put talks, plans, a ledger, own rhythms and snoozes past the history, the same in every run."""
    chance = random.Random(5)
    with workspace.transaction() as connection:
        connection.execute("UPDATE write_state SET recording = 0")
        first = int(connection.execute("SELECT max(id) + 1 FROM interaction").fetchone()[0])
        connection.executemany(
            "INSERT INTO interaction (id, kind, happened_at, outcome, made_together, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [_talk(chance, talk) for talk in range(first, first + TALKS)],
        )
        connection.executemany(
            "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)",
            [(talk, chance.randrange(1, PEOPLE + 1)) for talk in range(first, first + TALKS)],
        )
        connection.executemany(
            "INSERT INTO ledger_entry (person_id, kind, way, happened_on, created_at) VALUES (?, ?, ?, ?, ?)",
            [
                (chance.randrange(1, PEOPLE + 1), chance.choice(("give", "receive")),
                 chance.choice(("advice", "referral")), str(TODAY - timedelta(days=chance.randrange(400))), _MADE)
                for _ in range(ENTRIES)
            ],
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO follow_up (person_id, action, due_on, state, created_at) VALUES (?, 'Call', ?, ?, ?)",
            [
                (chance.randrange(1, PEOPLE + 1), str(TODAY + timedelta(days=chance.randrange(-60, 60))),
                 chance.choice(("open", "done", "done")), _MADE)
                for _ in range(PLANS)
            ],
        )  # fmt: skip
        connection.executemany(
            "UPDATE person SET rhythm_days = ? WHERE id = ?",
            [(chance.choice((7, 10, 30, 90)), number) for number in range(1, PEOPLE + 1, 40)],
        )
        connection.executemany(
            "UPDATE person SET snoozed_until = ? WHERE id = ?",
            [
                (str(TODAY + timedelta(days=chance.randrange(-30, 30))), number)
                for number in range(7, PEOPLE, 25)
            ],
        )
        connection.execute("UPDATE write_state SET recording = 1")
    workspace.connection.execute("PRAGMA optimize")


def _talk(chance: random.Random, talk: int) -> tuple[object, ...]:
    kind = chance.choice(("call", "one_to_one", "met"))
    outcome = chance.choice(("achieved", "partly", None)) if kind == "one_to_one" else None
    made = chance.choice(("", "", "a guide"))
    return talk, kind, f"{TODAY - timedelta(days=chance.randrange(90))}T10:00:00+00:00", outcome, made, _MADE


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)

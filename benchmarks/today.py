"""What needs me today, asked of 100,000 people with 200,000 talks, 40,000 cards and 60,000 entries of the ledger.

2,000 events, 30,000 follow-ups and 2,000 one-to-ones stand beside them.

Limit: the barest SQL for the same numbers and rows, by the bare sqlite3 module on the same file.
"""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, datetime, timedelta

from benchmarks.figures import Took, tell_both, timed
from benchmarks.population import TODAY, copy_of, population, remove
from netdesk.services.needs import needs
from netdesk.services.today import today
from netdesk.store.workspace import Workspace

PEOPLE, EVENTS, CARDS, PLANS, OPEN_PLANS, TALKS = 100_000, 2_000, 40_000, 30_000, 9_000, 200_000
LEDGER, PROMISED, MET_TO_TALK = 60_000, 600, 2_000
TIMES = 60
AIM, AIM_BADGE = 50.0, 10.0
BESIDE, BESIDE_BADGE = "the barest SQL of it", "counting four indexes"
_NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=UTC)
_HOURS = 24 * 700
_MADE = "2026-01-01T00:00:00+00:00"
_COUNTS = (
    ("SELECT count(*) FROM card WHERE state = 'no_plan'", ()),
    ("SELECT count(*) FROM follow_up WHERE state = 'open' AND due_on <= ?", (str(TODAY),)),
    (
        "SELECT count(*) FROM ledger_entry WHERE state = 'open' AND kind = 'promise' AND due_on <= ?",
        (str(TODAY),),
    ),
    (
        "SELECT count(*) FROM one_to_one WHERE interaction_id IS NULL AND called_off_at IS NULL AND starts_at < ?",
        (str(TODAY),),
    ),
)
_BARE = (
    *_COUNTS,
    ("SELECT c.id, p.display_name FROM card c JOIN person p ON p.id = c.person_id"
     " WHERE c.state = 'no_plan' ORDER BY c.received_at LIMIT 5", ()),
    ("SELECT f.action, p.display_name FROM follow_up f JOIN person p ON p.id = f.person_id"
     " WHERE f.state = 'open' ORDER BY f.due_on LIMIT 8", ()),
    ("SELECT title FROM event WHERE debriefed_at IS NULL AND binned_at IS NULL ORDER BY starts_at DESC LIMIT 3", ()),
    ("SELECT title FROM event WHERE starts_at > ? ORDER BY starts_at LIMIT 1", (_NOW.isoformat(),)),
    ("SELECT count(*), total(solid) FROM card WHERE received_at >= ?", (str(TODAY.replace(day=1)),)),
    ("SELECT count(*) FROM interaction WHERE kind = 'one_to_one' AND happened_at >= ?", (str(TODAY.replace(day=1)),)),
    ("SELECT g.words, p.display_name FROM ledger_entry g JOIN person p ON p.id = g.person_id"
     " WHERE g.state = 'open' AND g.kind = 'promise' ORDER BY g.due_on LIMIT 5", ()),
    ("SELECT count(*) FROM ledger_entry WHERE state = 'done' AND kind = 'give'"
     " AND coalesce(closed_on, happened_on) >= ?", (str(TODAY.replace(day=1)),)),
    ("SELECT o.objective, p.display_name FROM one_to_one o JOIN person p ON p.id = o.person_id"
     " WHERE o.interaction_id IS NULL AND o.called_off_at IS NULL ORDER BY o.starts_at LIMIT 4", ()),
)  # fmt: skip


def main() -> bool:
    """Measure and print; whether both aims were reached."""
    path = copy_of(population(PEOPLE), "today.netdesk")
    workspace = Workspace(path)
    _fill(workspace)
    bare = sqlite3.connect(path)
    # In turn, so that both meet the same machine.
    whole = [(timed(lambda: today(workspace, _NOW)), _asked(bare, _BARE)) for _ in range(TIMES)]
    badge = [(timed(lambda: needs(workspace, _NOW)), _asked(bare, _COUNTS)) for _ in range(TIMES)]
    bare.close()
    workspace.close()
    remove(path)
    reached = [
        tell_both(what, [one for one, _ in pairs], [one for _, one in pairs], aim, beside)
        for what, pairs, aim, beside in (
            ("Today over 100,000 people, all of it", whole, AIM, BESIDE),
            ("the number beside Today", badge, AIM_BADGE, BESIDE_BADGE),
        )
    ]
    return all(reached)


def _asked(bare: sqlite3.Connection, questions: tuple[tuple[str, tuple[str, ...]], ...]) -> Took:
    return timed(lambda: [bare.execute(question, values).fetchall() for question, values in questions])


def _fill(workspace: Workspace) -> None:
    """Put events, cards, plans and talks past the history, the same in every run."""
    chance = random.Random(3)
    with workspace.transaction() as connection:
        connection.execute("UPDATE write_state SET recording = 0")
        connection.executemany(
            "INSERT INTO event (id, title, starts_at, attended, created_at) VALUES (?, ?, ?, 1, ?)",
            [(number, f"Event {number}", _some_time(chance, 60), _MADE) for number in range(1, EVENTS + 1)],
        )
        connection.executemany(
            "INSERT INTO goal (event_id, kind, count, reached, follow_up) VALUES (?, 'help', 3, 2, 'call')",
            [(number,) for number in range(1, EVENTS + 1)],
        )
        pairs: set[tuple[int, int]] = set()
        while len(pairs) < CARDS:
            pairs.add((chance.randrange(1, EVENTS + 1), chance.randrange(1, PEOPLE + 1)))
        met = sorted(pairs)
        connection.executemany(
            "INSERT INTO card (id, event_id, person_id, solid, received_at, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            [(card, *pair, card % 5 == 0, _some_time(chance), _MADE) for card, pair in enumerate(met, 1)],
        )
        connection.executemany(
            "INSERT INTO follow_up (person_id, card_id, action, due_on, state, closed_at, created_at)"
            " VALUES (?, ?, 'Call', ?, ?, ?, ?)",
            [_plan(chance, card, met[card - 1][1]) for card in range(1, PLANS + 1)],
        )
        first = int(connection.execute("SELECT max(id) + 1 FROM interaction").fetchone()[0])
        connection.executemany(
            "INSERT INTO interaction (id, kind, happened_at, created_at) VALUES (?, ?, ?, ?)",
            [(talk, chance.choice(("call", "one_to_one", "met")), _some_time(chance), _MADE)
             for talk in range(first, first + TALKS)],
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)",
            [(talk, chance.randrange(1, PEOPLE + 1)) for talk in range(first, first + TALKS)],
        )
        connection.executemany(
            "INSERT INTO ledger_entry (person_id, kind, way, happened_on, due_on, state, created_at)"
            " VALUES (?, ?, 'advice', ?, ?, ?, ?)",
            [_entry(chance, number) for number in range(LEDGER)],
        )
        connection.executemany(
            "INSERT INTO one_to_one (person_id, objective, starts_at, interaction_id, uid, created_at)"
            " VALUES (?, 'what helps', ?, ?, ?, ?)",
            [(chance.randrange(1, PEOPLE + 1), _some_time(chance, 60), None if number % 10 == 0 else first + number,
              f"plan-{number}", _MADE) for number in range(MET_TO_TALK)],
        )  # fmt: skip
        connection.execute("UPDATE write_state SET recording = 1")
    workspace.connection.execute("PRAGMA optimize")


def _some_time(chance: random.Random, days_to_come: int = 0) -> str:
    return (_NOW + timedelta(hours=chance.randrange(-_HOURS, 24 * days_to_come + 1))).isoformat()


def _plan(chance: random.Random, card: int, person: int) -> tuple[object, ...]:
    day = TODAY + timedelta(days=chance.randrange(-200, 60))
    is_open = card <= OPEN_PLANS
    closed = None if is_open else f"{day}T09:00:00+00:00"
    return person, card, str(day), "open" if is_open else "done", closed, _MADE


def _entry(chance: random.Random, number: int) -> tuple[object, ...]:
    """A promise that is open, else a give or a receive that is done."""
    day = TODAY - timedelta(days=chance.randrange(0, 400))
    person = chance.randrange(1, PEOPLE + 1)
    if number < PROMISED:
        return person, "promise", str(day), str(day + timedelta(days=14)), "open", _MADE
    return person, chance.choice(("give", "receive")), str(day), None, "done", _MADE


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)

"""Give & ask over 100,000 people with 60,000 entries of the ledger: whom I have not helped yet, and all entries.

Limit: the barest SQL for the same ids and figures, by the bare sqlite3 module on the same file.
"""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import timedelta
from functools import partial

from benchmarks.figures import Took, tell_both, timed
from benchmarks.population import TODAY, copy_of, population, remove
from netdesk.method.ledger import year_before
from netdesk.services.ledger_list import LedgerQuery, entry_ids, entry_lines, totals, year_figures
from netdesk.services.not_helped import not_helped, not_helped_rows
from netdesk.store.workspace import Workspace

PEOPLE, ENTRIES, OPEN = 100_000, 60_000, 1_000
TIMES = 40
AIM, AIM_ALL = 100.0, 150.0
BESIDE = "the barest SQL of it"
_SEED = 17
_DAYS = 1_500
_PAGE = 200
_YEAR = year_before(TODAY).isoformat()
_KNOWN = "archived_at IS NULL AND binned_at IS NULL"
_NOT_HELPED = (
    f"SELECT id FROM person WHERE receives > 0 AND gives = 0 AND {_KNOWN} ORDER BY receives DESC, level DESC",
    f"SELECT id FROM person WHERE level >= 3 AND (last_give_on IS NULL OR last_give_on < '{_YEAR}') AND {_KNOWN}"
    " ORDER BY level DESC, last_give_on",
    f"SELECT id FROM person WHERE receives > 0 AND gives > 0 AND {_KNOWN} ORDER BY 1.0 * gives / receives",
)
_FIGURES = (
    "SELECT kind, count(*) FROM ledger_entry WHERE state = 'done'"
    f" AND coalesce(closed_on, happened_on) >= '{_YEAR}' GROUP BY kind",
    "SELECT count(*), min(due_on) FROM ledger_entry WHERE state = 'open' AND kind = 'promise'",
)
_ALL = (
    "SELECT id FROM ledger_entry ORDER BY coalesce(closed_on, happened_on) DESC, id DESC",
    "SELECT kind, state, count(*) FROM ledger_entry GROUP BY kind, state",
)


def main() -> bool:
    """Measure and print; whether all aims were reached."""
    path = copy_of(population(PEOPLE), "ledger.netdesk")
    workspace = Workspace(path)
    _fill(workspace)
    with closing(sqlite3.connect(path)) as bare:
        # In turn, so that both meet the same machine.
        people = [(timed(partial(_ask_people, workspace)), _asked(bare, _NOT_HELPED)) for _ in range(TIMES)]
        figures = [
            (timed(lambda: year_figures(workspace, TODAY)), _asked(bare, _FIGURES)) for _ in range(TIMES)
        ]
        entries = [(timed(partial(_ask_all, workspace)), _asked(bare, _ALL)) for _ in range(TIMES)]
    workspace.close()
    remove(path)
    reached = [
        tell_both(what, [whole for whole, _ in pairs], [limit for _, limit in pairs], aim, BESIDE)
        for what, pairs, aim in (
            ("whom of 100,000 people I have not helped yet, and the first page", people, AIM),
            ("the figures of a year over 60,000 entries", figures, AIM),
            ("all of 60,000 entries by day, counted by kind, and the first page", entries, AIM_ALL),
        )
    ]
    return all(reached)


def _ask_people(workspace: Workspace) -> None:
    found = not_helped(workspace, TODAY)
    not_helped_rows(workspace, found.ids[:_PAGE], TODAY)


def _ask_all(workspace: Workspace) -> None:
    ids = entry_ids(workspace, LedgerQuery())
    totals(workspace, LedgerQuery())
    entry_lines(workspace, ids[:_PAGE])


def _asked(bare: sqlite3.Connection, queries: tuple[str, ...]) -> Took:
    def ask() -> None:
        for query in queries:
            bare.execute(query).fetchall()

    return timed(ask)


def _fill(workspace: Workspace) -> None:
    """Give every third person a history; past the history, the same in every run."""
    chance = random.Random(_SEED)
    people = range(1, PEOPLE + 1, 3)
    with workspace.transaction() as connection:
        connection.execute("UPDATE write_state SET recording = 0")
        connection.executemany(
            "INSERT INTO ledger_entry (person_id, kind, way, words, happened_on, created_at)"
            " VALUES (?, ?, ?, 'Words of a line of help', ?, '2026-05-05T09:00:00+00:00')",
            [
                (
                    chance.choice(people),
                    chance.choice(("give", "receive", "receive")),
                    chance.choice(("advice", "referral", "introduction")),
                    str(TODAY - timedelta(days=chance.randrange(_DAYS))),
                )
                for _ in range(ENTRIES - OPEN)
            ],
        )
        connection.executemany(
            "INSERT INTO ledger_entry (person_id, kind, words, happened_on, due_on, state, created_at)"
            " VALUES (?, ?, 'Words of a promise', '2026-11-01', ?, 'open', '2026-11-01T09:00:00+00:00')",
            [
                (
                    chance.choice(people),
                    chance.choice(("promise", "ask")),
                    str(TODAY + timedelta(days=chance.randrange(-20, 60))),
                )
                for _ in range(OPEN)
            ],
        )
        connection.execute("UPDATE write_state SET recording = 1")
    workspace.connection.execute("PRAGMA optimize")


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)

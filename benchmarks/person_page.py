"""One person among 100,000, of whom everybody knows somebody: their page, their surroundings, the way to them.

Limits: the row of the person alone for the page; the links of the person and of those they know for the map and the
way, all by the bare sqlite3 module on the same file.
"""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from functools import partial

from benchmarks.figures import tell_both, timed
from benchmarks.population import TODAY, copy_of, population, remove
from netdesk.services.path_to import path_to
from netdesk.services.person_page import person_page
from netdesk.services.surroundings import surroundings
from netdesk.store.workspace import Workspace

PEOPLE = 100_000
TIMES = 60
PAGE_AIM = 10.0
MAP_AIM = 100.0
_SEED = 23
_HUB = 1
_HUB_KNOWS = 3_000
_LINKS = """
SELECT other_id FROM relation WHERE person_id IN (SELECT value FROM json_each(?1))
UNION SELECT person_id FROM relation WHERE other_id IN (SELECT value FROM json_each(?1))
UNION SELECT met_through_id FROM person WHERE id IN (SELECT value FROM json_each(?1))
UNION SELECT id FROM person WHERE met_through_id IN (SELECT value FROM json_each(?1))
"""


def main() -> bool:
    """Measure and print; whether all aims were reached."""
    path = copy_of(population(PEOPLE), "person_page.netdesk")
    workspace = Workspace(path)
    _fill(workspace)
    chance = random.Random(_SEED)
    asked = [_HUB, *(chance.randrange(1, PEOPLE + 1) for _ in range(TIMES - 1))]
    unknown = [
        row[0]
        for row in workspace.sql("SELECT id FROM person WHERE last_contact_on IS NULL LIMIT ?", (TIMES,))
    ]
    with closing(sqlite3.connect(path)) as bare:
        pages = [
            (timed(partial(person_page, workspace, one, TODAY)), timed(partial(_row, bare, one)))
            for one in asked
        ]
        maps = [
            (timed(partial(surroundings, workspace, one)), timed(partial(_two_steps, bare, one)))
            for one in asked
        ]
        ways = [
            (timed(partial(path_to, workspace, one)), timed(partial(_two_steps, bare, one)))
            for one in unknown
        ]
    workspace.close()
    remove(path)
    reached = [
        tell_both(what, [whole for whole, _ in pairs], [limit for _, limit in pairs], aim, beside)
        for what, pairs, aim, beside in (
            ("page of one of 100,000 people", pages, PAGE_AIM, "their row"),
            ("two steps around one of 100,000 people", maps, MAP_AIM, "the links of two steps"),
            ("the way to one of 100,000 people", ways, MAP_AIM, "the links of two steps"),
        )
    ]
    return all(reached)


def _row(bare: sqlite3.Connection, person: int) -> object:
    return bare.execute("SELECT * FROM person WHERE id = ?", (person,)).fetchone()


def _two_steps(bare: sqlite3.Connection, person: int) -> object:
    first = [row[0] for row in bare.execute(_LINKS, (json.dumps([person]),))]
    return bare.execute(_LINKS, (json.dumps(first[:12]),)).fetchall()


def _fill(workspace: Workspace) -> None:
    """Let everybody know somebody and one of them thousands; past the history, the same in every run."""
    chance = random.Random(_SEED)
    kinds = ("knows", "works_with", "client_of", "partner")
    with workspace.transaction() as connection:
        connection.execute("UPDATE write_state SET recording = 0")
        connection.executemany(
            "UPDATE person SET met_through_id = ? WHERE id = ?",
            [(chance.randrange(1, number), number) for number in range(2, PEOPLE + 1, 3)],
        )
        connection.executemany(
            "INSERT OR IGNORE INTO relation (person_id, other_id, kind, created_at) VALUES (?, ?, ?, '2026-05-05')",
            [
                (one, other, chance.choice(kinds))
                for one, other in (
                    *(
                        (chance.randrange(1, PEOPLE + 1), chance.randrange(1, PEOPLE + 1))
                        for _ in range(PEOPLE)
                    ),
                    *((_HUB, chance.randrange(2, PEOPLE + 1)) for _ in range(_HUB_KNOWS)),
                )
                if one != other
            ],
        )
        connection.execute("UPDATE write_state SET recording = 1")
    workspace.connection.execute("PRAGMA optimize")


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)

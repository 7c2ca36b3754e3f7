"""Who fits whom among 100,000 people, of whom one in five says whom they look for, and who fits one person.

Limit: the barest full-text SQL for it, by the bare sqlite3 module on the same file: who has the words of the same
wishes, each word looked up once.
"""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from functools import partial

from benchmarks.figures import Took, tell_both, timed
from benchmarks.population import OFFERED, TODAY, copy_of, population, remove
from netdesk.method.fits import wish_words
from netdesk.services.fits import fits_for, who_fits_whom
from netdesk.store.workspace import Workspace

PEOPLE = 100_000
TIMES = 40
AIM = 100.0
BESIDE = "looking their words up"
_SEED = 11
_FIRST = (
    "WHERE (ideal_client <> '' OR good_introduction <> '') AND archived_at IS NULL AND binned_at IS NULL"
    " ORDER BY gives, receives DESC, level DESC, id LIMIT 21"
)
"""Those for whom the first twenty fits are looked for."""
_WISHES = (
    "bakery owners who outgrew their kitchen", "florists near the river with a second shop", "joinery workshops",
    "charities that need a new newsletter", "architects who travel between two offices", "legal practices",
    "hotels with a garden", "recruitment for accountancy firms", "speakers for autumn events", "golf clubs",
    "photography studios that print", "insurance brokers with small restaurants as clients", "dentists",
    "publishers of travel books", "plumbing companies that hire apprentices", "web design for charities",
)  # fmt: skip
_MORE_WORDS = 2
"""So many words that thousands have stand in each wish as well."""
_GOOD = ("head of fundraising", "trustees", "council members", "editors", "landlords with empty shops", "")


def main() -> bool:
    """Measure and print; whether both aims were reached."""
    path = copy_of(population(PEOPLE), "fits.netdesk")
    workspace = Workspace(path)
    _fill(workspace)
    asks = [
        row[0] for row in workspace.sql("SELECT id FROM person WHERE ideal_client <> '' LIMIT ?", (TIMES,))
    ]
    with closing(sqlite3.connect(path)) as bare:
        # In turn, so that both meet the same machine.
        everybody = [
            (timed(lambda: who_fits_whom(workspace, TODAY)), _looked_up(bare, _FIRST)) for _ in range(TIMES)
        ]
        one = [
            (timed(partial(fits_for, workspace, person, TODAY)), _looked_up(bare, f"WHERE id = {person}"))
            for person in asks
        ]
    workspace.close()
    remove(path)
    reached = [
        tell_both(what, [whole for whole, _ in pairs], [limit for _, limit in pairs], AIM, BESIDE)
        for what, pairs in (
            ("who fits whom among 100,000 people", everybody),
            ("who of 100,000 people fits one of them", one),
        )
    ]
    return all(reached)


def _looked_up(bare: sqlite3.Connection, which: str) -> Took:
    def ask() -> None:
        wishes = bare.execute(f"SELECT ideal_client, good_introduction FROM person {which}").fetchall()
        for word in {word for texts in wishes for text in texts for word in wish_words(text)}:
            for table in ("offer_search", "learned_search"):
                has = f"FROM {table} WHERE {table} MATCH ?"
                bare.execute(f"SELECT count(*) {has}", (f'"{word}"',)).fetchone()
                bare.execute(f"SELECT rowid {has} ORDER BY rowid DESC LIMIT 600", (f'"{word}"',)).fetchall()

    return timed(ask)


def _fill(workspace: Workspace) -> None:
    """Let one in five look for somebody, and some have been helped; past the history, the same in every run."""
    chance = random.Random(_SEED)
    with workspace.transaction() as connection:
        connection.execute("UPDATE write_state SET recording = 0")
        connection.executemany(
            "UPDATE person SET ideal_client = ?, good_introduction = ? WHERE id = ?",
            [
                (
                    " ".join([chance.choice(_WISHES), *chance.sample(OFFERED, _MORE_WORDS)]),
                    chance.choice(_GOOD),
                    number,
                )
                for number in range(1, PEOPLE + 1, 5)
            ],
        )
        connection.executemany(
            "INSERT INTO ledger_entry (person_id, kind, way, happened_on, created_at)"
            " VALUES (?, ?, 'referral', '2026-05-05', '2026-05-05T09:00:00+00:00')",
            [
                (chance.randrange(1, PEOPLE + 1), chance.choice(("give", "receive")))
                for _ in range(PEOPLE // 10)
            ],
        )
        connection.execute("UPDATE write_state SET recording = 1")
    workspace.connection.execute("PRAGMA optimize")


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)

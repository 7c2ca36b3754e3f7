"""100,000 invented people in a workspace file, made once and kept in ``build/bench``.

The names, firms and numbers are made from word lists with a fixed seed, so every run measures the same people.
"""

from __future__ import annotations

import random
import shutil
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from netdesk.method.names import NameParts, display_name, fold, sort_key
from netdesk.store import derived, search_index
from netdesk.store.migrations import MIGRATIONS
from netdesk.store.workspace import Workspace

FOLDER = Path("build/bench")
TODAY = date(2026, 11, 22)
_BATCH = 10_000
_FORM = 6
"""Raise when the people change, so that a kept file is made anew; a change of the schema is seen by itself."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_GIVEN = _words(
    "Grace Ellen Aoife Sam Dina Karl Marta Ravi Peter Tom Luis Olga Joe Nadia Priti Hannah Sue Zoë Chloé José Søren"
    " Łukasz Björn Amélie Anaïs Fatima Yusuf Mei Hiro Ana Ivan Nils Petra Rosa Hugo Iris Otto Vera Wanda Xavier Yara"
    " Aaron Bella Carlos Daria Edgar Flora Gavin Heidi Igor Julia Kevin Laura Mario Nora Oscar Paula Quentin Ruth"
    " Simon Tanya Ursula Victor Wendy Ximena Yvonne Zara Albert Bridget Conor Deirdre Emil Freya Gareth Holly Imran"
    " Jasmin Keira Liam Mabel Noel Odette Pascal Rhys Stella Trevor Una Vikram Willow Abbas Beatrix Cedric Dorothy"
)
_FAMILY_FIRST = _words(
    "Ade Brand Byr Cart Had Jens Lind Men Nov Oka Ort Petr Prent Rah Sha Weis Wal Müll Garc Kowal Nguy Tan Sato Kum"
    " Sing Brow Clark Evan Fish Gree Hall Iver John Khan Lew Mart Nash Owen Park Quin Reed Scot Tayl Under Vas"
)
_FAMILY_LAST = _words(
    "yemi t ne er dad en qvist on ak for ega ova ice man h s ton field ham sen ski ez ley worth ia by"
)
_FIRST_WORD = _words(
    "Bright Blue North River Green Harbour Silver Stone Maple Clear Copper Forest Hill Ivy Lark Moss Oak Pine Quay"
)
_TRADES = _words(
    "Copy Print Web Interiors Accountancy Studio Legal Finance Coaching Plumbing Consulting Catering Training"
    " Florists Design Marketing Travel Books Bakery Joinery Insurance Photography Translation Recruitment"
)
_TAGS = _words(
    "retail charity breakfast-club speaker copywriting local golf finance design legal events newsletter"
)
_KINDS = _words("potential_client strategic_partner connector supplier same_trade competitor client")
_WORDS = _words(
    "met at the autumn fair and talked about new offices likes walking asked for a quote knows many charities wants a"
    " speaking slot has two children moving to Leeds prefers mornings runs a small team writes a newsletter every month"
)

OFFERED = (*_TRADES, *_TAGS, *sorted({word for word in _WORDS if len(word) > 4}))
"""Words that stand in many of the records."""


def population(people: int = 100_000, folder: Path = FOLDER) -> Path:
    """Give the path of a workspace file with so many people; it is made when it is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"people-{people}-{_FORM}-{_schema():08x}.netdesk"
    if not path.exists():
        making = folder / f"making-{people}.netdesk"
        for left in folder.glob(f"making-{people}.netdesk*"):
            left.unlink()
        _make(making, people)
        for older in folder.glob(f"people-{people}-*.netdesk"):
            older.unlink()
        making.rename(path)
    return path


def _schema() -> int:
    text = "".join(MIGRATIONS) + Path(search_index.__file__).read_text(encoding="utf-8")
    return zlib.crc32(text.encode())


def remove(path: Path) -> None:
    """Take a workspace file away, with what lies beside it while it is open."""
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()


def copy_of(path: Path, name: str) -> Path:
    """Give a fresh copy beside the kept file, for a measurement that writes."""
    copy = path.with_name(name)
    remove(copy)
    shutil.copyfile(path, copy)
    return copy


def _make(path: Path, people: int) -> None:
    workspace = Workspace(path)
    chance = random.Random(7)
    connection = workspace.connection
    # Nothing here is to be undone, so the history does not record it; text and derived columns come at the end.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE write_state SET recording = 0, indexing = 0")
    connection.execute("DROP TRIGGER IF EXISTS derive_person_restore")
    firms = [f"{a} {b}" for a in _FIRST_WORD for b in _TRADES]
    connection.executemany(
        "INSERT INTO organisation (id, name, sort_name) VALUES (?, ?, ?)",
        [(number, name, fold(name)) for number, name in enumerate(firms, 1)],
    )
    connection.executemany(
        "INSERT INTO tag (id, name, folded) VALUES (?, ?, ?)",
        [(number, name, fold(name)) for number, name in enumerate(_TAGS, 1)],
    )
    connection.execute("INSERT INTO target_market (id, name) VALUES (1, 'Owners of small shops')")
    for first in range(1, people + 1, _BATCH):
        _write(workspace, chance, first, min(first + _BATCH, people + 1), len(firms))
    derived.rebuild(connection)
    search_index.rebuild(connection)
    derived.install(connection)
    connection.execute("UPDATE write_state SET recording = 1, indexing = 1")
    connection.execute("COMMIT")
    connection.execute("INSERT INTO person_search (person_search) VALUES ('optimize')")
    connection.execute("PRAGMA optimize")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    workspace.close()


def _write(workspace: Workspace, chance: random.Random, first: int, end: int, firms: int) -> None:
    rows = list(_people(chance, first, end, firms))
    workspace.many(
        "INSERT INTO person (id, uid, given, family, display_name, sort_name, organisation_id, role, note,"
        " what_they_do, met_on, level, level_since, board_rank, created_at, updated_at, archived_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    workspace.many(
        "INSERT INTO contact_point (person_id, kind, label, value, normalised) VALUES (?, ?, ?, ?, ?)",
        (point for row in rows for point in _points(row)),
    )
    workspace.many(
        "INSERT INTO person_tag (person_id, tag_id) VALUES (?, ?)",
        [
            (number, tag)
            for number in range(first, end)
            for tag in chance.sample(range(1, len(_TAGS) + 1), chance.choice((0, 0, 1, 2)))
        ],
    )
    workspace.many(
        "INSERT INTO person_kind (person_id, kind) VALUES (?, ?)",
        [(number, chance.choice(_KINDS)) for number in range(first, end, 5)],
    )
    workspace.many(
        "INSERT INTO person_market (person_id, target_market_id, standing) VALUES (?, 1, 'in')",
        [(number,) for number in range(first, end, 9)],
    )
    workspace.many(
        "INSERT INTO interaction (id, kind, happened_at, title, words, created_at) VALUES (?, 'met', ?, ?, ?, ?)",
        [
            (number, f"{TODAY - timedelta(days=chance.randrange(400))}T18:00:00+00:00", "Autumn fair",
             " ".join(chance.sample(_WORDS, 6)), "2026-11-01T09:00:00+00:00")
            for number in range(first, end, 3)
        ],
    )  # fmt: skip
    workspace.many(
        "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)",
        [(number, number) for number in range(first, end, 3)],
    )


def _people(chance: random.Random, first: int, end: int, firms: int) -> Iterator[tuple[object, ...]]:
    for number in range(first, end):
        given = chance.choice(_GIVEN)
        family = chance.choice(_FAMILY_FIRST) + chance.choice(_FAMILY_LAST)
        level = chance.choice((None, 1, 1, 1, 2, 2, 3, 4, 5))
        added = f"{TODAY - timedelta(days=chance.randrange(900))}T09:00:00+00:00"
        yield (
            number, f"invented-{number}", given, family, display_name(NameParts(given=given, family=family)),
            sort_key(given, family), chance.randrange(1, firms + 1), chance.choice(("Owner", "Director", "")),
            " ".join(chance.choices(_WORDS, k=12)), f"{chance.choice(_TRADES).lower()} for small firms",
            str(TODAY - timedelta(days=chance.randrange(900))), level, added, float(number), added, added,
            added if number % 50 == 0 else None,
        )  # fmt: skip


def _points(row: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    number = int(str(row[0]))
    address = f"{fold(str(row[2])).replace(' ', '')}.{number}@mail.example"
    yield number, "email", "work", address, address
    if number % 2:
        digits = f"{number:06d}"
        yield number, "phone", "mobile", f"07700 {digits}", f"+447700{digits}"

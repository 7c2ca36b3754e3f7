"""Two busy years for the measurement of Insights, put past the history into a copy of the kept people.

2,000 events with 40,000 cards, 200,000 talks, 5,000 wins with thanks, 20,000 people on the board with 30,000 moves,
60,000 entries of the ledger, 4,000 times logged and 600 counts of reactions; the same in every run.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from datetime import timedelta

from benchmarks.population import TODAY
from netdesk.method.sources import Source
from netdesk.method.strategy import Activity
from netdesk.store import derived
from netdesk.store.tracking import drop_triggers
from netdesk.store.workspace import Workspace

EVENTS, CARDS, TALKS, WINS, LEDGER, LOGGED = 2_000, 40_000, 200_000, 5_000, 60_000, 4_000
PLACED, MOVES = 20_000, 10_000
"""How many people stand on the board, each with a first move, and how many moves came after those."""
GROUPS, HOSTS, VERSIONS, REACTIONS = 12, 60, 20, 600
_DAYS = 730
_MADE = "2026-01-01T00:00:00+00:00"
_KINDS = ("met", "call", "one_to_one", "message", "email", "event")


def fill(workspace: Workspace, people: int) -> None:
    """Put two years of everything that Insights counts into a workspace of so many people."""
    chance = random.Random(11)
    with workspace.transaction() as connection:
        connection.execute("UPDATE write_state SET recording = 0")
        # What triggers derive row by row is derived at once at the end.
        drop_triggers(connection, derived.PREFIX)
        _groups_and_pitches(connection)
        _events(connection, chance, people)
        _talks(connection, chance, people)
        _wins(connection, chance, people)
        _others(connection, chance, people)
        derived.rebuild(connection)
        derived.install(connection)
        connection.execute("UPDATE write_state SET recording = 1")
    workspace.connection.execute("ANALYZE")


def _day(chance: random.Random) -> str:
    return str(TODAY - timedelta(days=chance.randrange(_DAYS)))


def _put(
    connection: sqlite3.Connection, table: str, columns: str, rows: Iterable[tuple[object, ...]]
) -> None:
    marks = ", ".join("?" for _ in columns.split(","))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def _groups_and_pitches(connection: sqlite3.Connection) -> None:
    groups = [
        (one, f"Circle {one}", "week", 600.0, "GBP", "2024-01-05", _MADE) for one in range(1, GROUPS + 1)
    ]
    _put(connection, "networking_group", "id, name, meets_every, fee, currency, since, created_at", groups)
    _put(
        connection, "pitch", "id, title, kind, created_at", [(1, "An extra pair of hands", "sentence", _MADE)]
    )
    versions = [(one, 1, one, f"Line {one}", _MADE) for one in range(1, VERSIONS + 1)]
    _put(connection, "pitch_version", "id, pitch_id, number, text, created_at", versions)


def _events(connection: sqlite3.Connection, chance: random.Random, people: int) -> None:
    numbers = range(1, EVENTS + 1)
    _put(
        connection,
        "event",
        "id, title, starts_at, host, cost, currency, hours, attended, people_met, group_id, pitch_version_id,"
        " created_at",
        [
            (one, f"Event {one}", f"{_day(chance)}T18:00:00+00:00", f"Host {chance.randrange(HOSTS)}",
             chance.randrange(60), "GBP", chance.choice((None, 2.0, 3.5)), 1, chance.randrange(30),
             chance.choice((None, None, *range(1, GROUPS + 1))), chance.randrange(1, VERSIONS + 1), _MADE)
            for one in numbers
        ],
    )  # fmt: skip
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < CARDS:
        pairs.add((chance.randrange(1, EVENTS + 1), chance.randrange(1, people + 1)))
    days = dict(connection.execute("SELECT id, starts_at FROM event"))
    met = sorted(pairs)
    _put(
        connection,
        "card",
        "id, event_id, person_id, solid, received_at, created_at",
        [(card, *pair, card % 5 < 2, days[pair[0]], _MADE) for card, pair in enumerate(met, 1)],
    )
    _put(
        connection,
        "follow_up",
        "person_id, card_id, action, due_on, state, closed_at, created_at",
        [
            (
                met[card - 1][1],
                card,
                "Call",
                days[met[card - 1][0]][:10],
                "done",
                days[met[card - 1][0]],
                _MADE,
            )
            for card in range(1, CARDS, 2)
        ],
    )
    counts = {(chance.randrange(1, EVENTS + 1), chance.randrange(1, VERSIONS + 1)) for _ in range(REACTIONS)}
    rows = [(*one, chance.randrange(6), chance.randrange(9), chance.randrange(4)) for one in sorted(counts)]
    _put(connection, "reaction", "event_id, pitch_version_id, asked_more, polite, blank", rows)


def _talks(connection: sqlite3.Connection, chance: random.Random, people: int) -> None:
    first = int(connection.execute("SELECT max(id) + 1 FROM interaction").fetchone()[0])
    numbers = range(first, first + TALKS)
    kinds = [chance.choice(_KINDS) for _ in numbers]
    _put(
        connection,
        "interaction",
        "id, kind, happened_at, created_at",
        [
            (one, kind, f"{_day(chance)}T10:00:00+00:00", _MADE)
            for one, kind in zip(numbers, kinds, strict=True)
        ],
    )
    with_whom = [(one, chance.randrange(1, people + 1)) for one in numbers]
    _put(connection, "interaction_person", "interaction_id, person_id", with_whom)
    held = [pair for pair, kind in zip(with_whom, kinds, strict=True) if kind == "one_to_one"]
    _put(
        connection,
        "one_to_one",
        "person_id, starts_at, minutes, interaction_id, uid, created_at",
        [
            (person, "2026-05-04T10:00:00+00:00", 45, talk, f"held-{talk}", _MADE)
            for talk, person in held[::3]
        ],
    )


def _wins(connection: sqlite3.Connection, chance: random.Random, people: int) -> None:
    sources = [*(source.value for source in Source), None]
    _put(
        connection,
        "win",
        "id, title, client, won_on, value, currency, source, event_id, group_id, created_at",
        [
            (one, f"Project {one}", f"Client {one}", _day(chance), chance.choice((None, 250.0, 1_200.5, 4_000.0)),
             chance.choice(("", "", "GBP", "EUR", "CHF")), chance.choice(sources),
             chance.choice((None, chance.randrange(1, EVENTS + 1))),
             chance.choice((None, chance.randrange(1, GROUPS + 1))), _MADE)
            for one in range(1, WINS + 1)
        ],
    )  # fmt: skip
    thanked = [
        (win, chance.randrange(1, people + 1), "Somebody", step)
        for win in range(1, WINS + 1)
        for step in (0, 1)
    ]
    _put(connection, "win_thanks", "win_id, person_id, name, step", thanked)
    _put(connection, "currency_rate", "currency, own, rate, set_on", [("EUR", "GBP", 0.85, str(TODAY))])


def _others(connection: sqlite3.Connection, chance: random.Random, people: int) -> None:
    _levels(connection, chance)
    help_given = (
        (chance.randrange(1, people + 1), chance.choice(("give", "receive")), "advice", _day(chance), _MADE)
        for _ in range(LEDGER)
    )
    _put(connection, "ledger_entry", "person_id, kind, way, happened_on, created_at", help_given)
    activities = [activity.value for activity in Activity]
    logged = (
        (chance.choice(activities), _day(chance), chance.randrange(15, 180), _MADE) for _ in range(LOGGED)
    )
    _put(connection, "logged_time", "activity, spent_on, minutes, created_at", logged)


def _levels(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A fifth of the people is on the board; the moves of each lead from one level to the next."""
    connection.execute("UPDATE person SET level = NULL, level_since = NULL WHERE id > ?", (PLACED,))
    days: dict[int, list[str]] = {person: [_day(chance)] for person in range(1, PLACED + 1)}
    for _ in range(MOVES):
        days[chance.randrange(1, PLACED + 1)].append(_day(chance))
    moves, stands = [], []
    for person, moved in days.items():
        level: int | None = None
        for day in sorted(moved):
            before, level = level, chance.choice([one for one in (1, 2, 3, 4, 5) if one != level])
            moves.append((person, before, level, f"{day}T12:00:00+00:00"))
        stands.append((level, f"{max(moved)}T12:00:00+00:00", person))
    moves.sort(key=lambda move: move[3])
    _put(connection, "level_move", "person_id, from_level, to_level, moved_at", moves)
    connection.executemany("UPDATE person SET level = ?, level_since = ? WHERE id = ?", stands)

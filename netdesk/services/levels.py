"""The five levels: their settings, people moved between them, and why (method §1)."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.level_history import Stay, Step, stays
from netdesk.method.level_settings import UNSORTED, level_problems
from netdesk.method.levels import HIGHEST, LOWEST, EvidenceKind, Level
from netdesk.services.board_ranks import Place, ranks_at
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.workspace import Workspace, moment

LONGEST_SHOWN = 2_000
"""Characters of a level's texts that are read; what NetDesk itself keeps is far shorter."""


@dataclass(frozen=True, slots=True)
class LevelMove:
    """One move of a person: from and to a level's number (None: unsorted), when, and why ("" when not said)."""

    id: int
    from_level: int | None
    to_level: int | None
    moved_at: datetime
    why: str


def levels(ws: Workspace) -> tuple[Level, ...]:
    """The five levels as they are set in this workspace, lowest first.

    Each text is one line. Of one longer than NetDesk writes it, as another program may have, the first 2,000
    characters are given; a level without a name is called by its number.
    """
    rows = ws.sql(
        "SELECT id, substr(name, 1, ?1), substr(meaning, 1, ?1), substr(moves_up, 1, ?1), rhythm_days, capacity,"
        " evidence, evidence_any FROM level ORDER BY id",
        (LONGEST_SHOWN,),
    )
    found = []
    for number, *texts, rhythm_days, capacity, evidence, any_will_do in rows:
        name, meaning, moves_up = (" ".join(text.split()) for text in texts)
        asked = set(evidence.split(","))
        kinds = tuple(kind for kind in EvidenceKind if kind.value in asked)
        found.append(
            Level(
                number,
                name or f"Level {number}",
                meaning,
                rhythm_days,
                capacity,
                moves_up,
                kinds,
                bool(any_will_do),
            )
        )
    return tuple(found)


def save_level(
    ws: Workspace,
    number: int,
    *,
    name: str,
    meaning: str,
    rhythm_days: int,
    capacity: int | None,
    moves_up: str,
    evidence: Collection[EvidenceKind] | None = None,
    evidence_any: bool | None = None,
) -> Changes:
    """Set a level's name, meaning, rhythm in days, capacity (None: no limit) and what moves people up.

    ``evidence`` is what must stand in the record for the next level, all of it or, with ``evidence_any``, one of it;
    None leaves either as it is. Raises ``InvalidInput`` with the field and a sentence, ``NotFound`` for a number other
    than 1 to 5.
    """
    known = levels(ws)
    if not LOWEST <= number <= HIGHEST:
        raise NotFound(f"There is no level {number}.", f"Levels are numbered {LOWEST} to {HIGHEST}.")
    name, meaning, moves_up = (clean_line(text, 10_000) for text in (name, meaning, moves_up))
    for problem in level_problems(number, name, meaning, rhythm_days, capacity, moves_up, known):
        raise InvalidInput(problem.sentence, field=problem.field)
    before = known[number - 1]
    asked = before.evidence if evidence is None else tuple(kind for kind in EvidenceKind if kind in evidence)
    any_will_do = before.evidence_any if evidence_any is None else evidence_any
    with ws.change(f"Change the level {name}") as change:
        _keep(
            ws,
            Level(number, name, meaning, rhythm_days, capacity, moves_up, asked, any_will_do),
        )
    return change.changes


def use_ladder(ws: Workspace, key: str) -> Changes:
    """Set all five levels as a ladder has them; people stay where they stand. Raises ``NotFound``."""
    # The window shows levels when it opens, ladders only in Settings.
    from netdesk.method.ladders import LADDERS, ladder

    try:
        chosen = ladder(key)
    except KeyError as error:
        keys = ", ".join(one.key for one in LADDERS)
        raise NotFound(f"There is no ladder “{key}”.", f"Ladders: {keys}.") from error
    with ws.change(f"Use the ladder “{chosen.name}”") as change:
        for level in chosen.levels:
            _keep(ws, level)
    return change.changes


def _keep(ws: Workspace, level: Level) -> None:
    ws.sql(
        "UPDATE level SET name = ?, meaning = ?, rhythm_days = ?, capacity = ?, moves_up = ?, evidence = ?,"
        " evidence_any = ? WHERE id = ?",
        (
            level.name,
            level.meaning,
            level.rhythm_days,
            level.capacity,
            level.moves_up,
            ",".join(level.evidence),
            int(level.evidence_any),
            level.number,
        ),
    )


def move_people(
    ws: Workspace,
    ids: Sequence[int],
    level: int | None,
    why: str = "",
    *,
    place: Place | None = None,
) -> Changes:
    """Move people to a level (None: back to unsorted), in the order given; one entry in the history.

    Whoever stands there already is left alone, unless a ``place`` in the column's own order is given; without one
    they come to the top. Raises ``NotFound`` when none of them exists, ``InvalidInput`` for another level.
    """
    if level is not None and not LOWEST <= level <= HIGHEST:
        raise InvalidInput(
            f"There is no level {level}.", f"Levels are numbered {LOWEST} to {HIGHEST}.", field="level"
        )
    why = clean_line(why, SENTENCE, field="why")
    with ws.change("Move people", merge_key=f"move {os.urandom(16).hex()}") as change:
        standing = _standing(ws, ids)
        if ids and not standing:
            raise NotFound("That person is not in the workspace any more.")
        people = [one for one in dict.fromkeys(ids) if one in standing]
        changing = [one for one in people if standing[one][0] != level]
        placed = people if place is not None else changing
        if placed:
            _write(ws, placed, changing, level, why, place or Place(), standing)
            _entitle(ws, change.operation, _title(ws, placed, standing, level, reorder=not changing))
    return change.changes


def give_reason(ws: Workspace, operation: int, why: str) -> Changes:
    """Say why the people of a move's ``operation`` were moved; within a minute it joins that step of the history."""
    rows = ws.sql(
        "SELECT row_id FROM journal_entry WHERE operation_id = ? AND table_name = 'level_move'"
        " AND before IS NULL",
        (operation,),
    ).fetchall()
    found = ws.sql("SELECT merge_key FROM operation WHERE id = ?", (operation,)).fetchone()
    return _give(ws, [row[0] for row in rows], why, found[0] if found else None)


def give_reason_for_moves(ws: Workspace, moves: Collection[int], why: str) -> Changes:
    """Say why for single moves, by the ids of ``LevelMove``."""
    return _give(ws, list(moves), why, None)


def moves(ws: Workspace, person_id: int) -> tuple[LevelMove, ...]:
    """Every move of a person, newest first."""
    rows = ws.sql(
        "SELECT id, from_level, to_level, moved_at, why FROM level_move WHERE person_id = ?"
        " ORDER BY moved_at DESC, id DESC",
        (person_id,),
    )
    return tuple(LevelMove(row[0], row[1], row[2], datetime.fromisoformat(row[3]), row[4]) for row in rows)


def time_at_levels(ws: Workspace, person_id: int, today: date) -> tuple[Stay, ...]:
    """How long a person stood at which level, oldest first. Raises ``NotFound``."""
    row = ws.sql("SELECT level, level_since, created_at FROM person WHERE id = ?", (person_id,)).fetchone()
    if row is None:
        raise NotFound("That person is not in the workspace any more.")
    made = reversed(moves(ws, person_id))
    steps = [Step(move.moved_at.date(), move.from_level, move.to_level) for move in made]
    started = row[2] if steps else row[1] or row[2]
    return stays(steps, row[0], date.fromisoformat(started[:10]), today)


def _standing(ws: Workspace, ids: Sequence[int]) -> dict[int, tuple[int | None, str]]:
    rows = ws.sql(
        "SELECT id, level, display_name FROM person WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _write(
    ws: Workspace,
    placed: list[int],
    changing: list[int],
    level: int | None,
    why: str,
    place: Place,
    standing: dict[int, tuple[int | None, str]],
) -> None:
    now = moment()
    ranks = dict(zip(placed, ranks_at(ws, level, place, placed), strict=True))
    moved = set(changing)
    ws.many(
        "UPDATE person SET level = ?, level_since = ?, board_rank = ?, updated_at = ? WHERE id = ?",
        [(level, now, ranks[one], now, one) for one in changing],
    )
    ws.many(
        "UPDATE person SET board_rank = ? WHERE id = ?",
        [(ranks[one], one) for one in placed if one not in moved],
    )
    ws.many(
        "INSERT INTO level_move (person_id, from_level, to_level, moved_at, why) VALUES (?, ?, ?, ?, ?)",
        [(one, standing[one][0], level, now, why) for one in changing],
    )


def _title(
    ws: Workspace,
    people: list[int],
    standing: dict[int, tuple[int | None, str]],
    level: int | None,
    *,
    reorder: bool,
) -> str:
    who = in_title(standing[people[0]][1]) if len(people) == 1 else f"{len(people):,} people"
    where = UNSORTED
    if level is not None:
        where = in_title(next(one.name for one in levels(ws) if one.number == level))
    return f"Reorder {who} in {where}" if reorder else f"Move {who} to {where}"


def _entitle(ws: Workspace, operation: int, title: str) -> None:
    """Name the operation now that it is known who moves; inside another operation that one keeps its name."""
    ws.sql("UPDATE operation SET title = ? WHERE id = ? AND title = 'Move people'", (title, operation))


def _give(ws: Workspace, ids: list[int], why: str, merge_key: str | None) -> Changes:
    why = clean_line(why, SENTENCE, field="why")
    chosen = json.dumps(ids)
    who = ws.sql(
        "SELECT p.display_name, m.to_level FROM level_move m JOIN person p ON p.id = m.person_id"
        " WHERE m.id IN (SELECT value FROM json_each(?)) LIMIT 2",
        (chosen,),
    ).fetchall()
    if not who:
        raise NotFound("That move was taken back.")
    name = in_title(who[0][0]) if len(who) == 1 else f"{len(ids):,} people"
    title = f"Say why {name} moved"
    if merge_key is not None:
        row = ws.sql(
            "SELECT title FROM operation WHERE merge_key = ? ORDER BY id DESC", (merge_key,)
        ).fetchone()
        title = row[0] if row else title
    with ws.change(title, merge_key=merge_key) as change:
        ws.sql("UPDATE level_move SET why = ? WHERE id IN (SELECT value FROM json_each(?))", (why, chosen))
    return change.changes

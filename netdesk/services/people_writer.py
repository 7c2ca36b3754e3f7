"""People written many at a time: rows, points, tags, organisations and photos of one batch after the other."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from netdesk.background.jobs import Report
from netdesk.services.board_ranks import Place, ranks_at
from netdesk.services.card_values import CleanCard, CleanPoint
from netdesk.services.people_cards import NAME_PARTS, joined, people_as_cards, tag_key
from netdesk.store import blobs
from netdesk.store.workspace import BatchedChange, Workspace, moment

AT_ONCE = 300
"""People in one transaction: some 40 ms, so that a dropped card need not wait."""
_PERSON = (
    "id, uid, prefix, given, additional, family, suffix, nickname, display_name, sort_name, organisation_id,"
    " department, role, note, photo, birthday, anniversary, met_on, level, level_since, board_rank, extra,"
    " created_at, updated_at"
)
_INSERT_PERSON = f"INSERT INTO person ({_PERSON}) VALUES ({', '.join('?' * 24)})"
_INSERT_POINT = (
    "INSERT INTO contact_point (person_id, kind, label, value, normalised, preferred, position, parts)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(slots=True)
class Tally:
    """How many people were added, updated, found with nothing new, and left out."""

    added: int = 0
    updated: int = 0
    already_there: int = 0
    left_out: int = 0


class PeopleWriter:
    """Writes people in batches; what must be looked up is looked up in each, as others write in between."""

    def __init__(self, ws: Workspace, tag: str, level: int | None, tally: Tally) -> None:
        self._ws = ws
        self._tag = (tag,) if tag else ()
        self._level = level
        self._tally = tally

    def write(
        self,
        bringing: BatchedChange,
        new: Sequence[CleanCard],
        offers: Sequence[tuple[int, CleanCard]],
        report: Report,
    ) -> None:
        """Fill in who is here, then add who is new; whoever is gone since the look is added as well."""
        total = len(new) + len(offers)
        done = 0
        gone: list[CleanCard] = []
        for start in range(0, len(offers), AT_ONCE):
            report(done, total, f"Bringing {done:,} of {total:,}…")
            part = offers[start : start + AT_ONCE]
            with bringing.batch() as connection:
                gone += self._update(bringing, connection, part)
            done += len(part)
            report.let_others_through()
        adding = [*new, *gone]
        for start in range(0, len(adding), AT_ONCE):
            report(done, total, f"Bringing {min(done, total):,} of {total:,}…")
            part_new = adding[start : start + AT_ONCE]
            with bringing.batch() as connection:
                self._add(bringing, connection, part_new)
            done += len(part_new)
            report.let_others_through()

    # New people ------------------------------------------------------------------------------

    def _add(
        self, bringing: BatchedChange, connection: sqlite3.Connection, cards: Sequence[CleanCard]
    ) -> None:
        firms = self._organisations(connection, cards)
        now = moment()
        first = self._next_id(connection)
        uids = self._free_uids(connection, cards)
        ranks = ranks_at(self._ws, self._level, Place(), list(range(-len(cards), 0)))
        since = now if self._level is not None else None
        rows = [
            (
                person, uid, card.prefix, card.given, card.additional, card.family, card.suffix, card.nickname,
                card.name, card.folded_name, firms.get(card.folded_firm) if card.organisation else None,
                card.department, card.role, card.note, self._photo(connection, card), card.birthday,
                card.anniversary, card.met_on, self._level, since, rank, _extra_json(card), now, now,
            )
            for person, (card, uid, rank) in enumerate(zip(cards, uids, ranks, strict=True), start=first)
        ]  # fmt: skip
        connection.executemany(_INSERT_PERSON, rows)
        connection.executemany(
            _INSERT_POINT,
            [
                values
                for person, card in enumerate(cards, start=first)
                for values in _point_rows(person, card.points, 0)
            ],
        )
        self._put_tags(
            connection, [(person, (*card.tags, *self._tag)) for person, card in enumerate(cards, start=first)]
        )
        last = first + len(cards) - 1
        if self._level is not None:
            connection.executemany(
                "INSERT INTO level_move (person_id, from_level, to_level, moved_at) VALUES (?, NULL, ?, ?)",
                [(person, self._level, now) for person in range(first, last + 1)],
            )
        bringing.index(first, last)
        self._tally.added += len(cards)

    def _next_id(self, connection: sqlite3.Connection) -> int:
        """The next free id; ids are never used again, so the highest ever given counts."""
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'person'").fetchone()
        return int(row[0]) + 1 if row else 1

    def _free_uids(self, connection: sqlite3.Connection, cards: Sequence[CleanCard]) -> list[str]:
        """The cards' own identities, new ones where there is none or somebody has it already."""
        asked = json.dumps([card.uid for card in cards if card.uid])
        taken = {
            row[0]
            for row in connection.execute(
                "SELECT uid FROM person WHERE uid IN (SELECT value FROM json_each(?))", (asked,)
            )
        }
        given: list[str] = []
        for card in cards:
            uid = card.uid if card.uid and card.uid not in taken else f"urn:uuid:{uuid4()}"
            taken.add(uid)
            given.append(uid)
        return given

    # People who are here ---------------------------------------------------------------------

    def _update(
        self,
        bringing: BatchedChange,
        connection: sqlite3.Connection,
        offers: Sequence[tuple[int, CleanCard]],
    ) -> list[CleanCard]:
        """Fill what is empty; gives the cards of people who are gone meanwhile."""
        standing = people_as_cards(self._ws, [person for person, _ in offers])
        before = dict(standing)
        gone: list[CleanCard] = []
        for person, card in offers:
            if person not in standing:
                gone.append(card)
                continue
            standing[person], _ = joined(standing[person], card)
        changed = {person: card for person, card in standing.items() if card is not before[person]}
        firms = self._organisations(connection, list(changed.values()))
        for person, card in changed.items():
            self._update_person(connection, person, before[person], card, firms)
        self._put_tags(
            connection,
            [(person, (*card.tags, *self._tag)) for person, card in changed.items()],
        )
        for person in changed:
            bringing.index(person, person)
        self._tally.updated += len(changed)
        self._tally.already_there += len(offers) - len(gone) - len(changed)
        return gone

    def _update_person(
        self,
        connection: sqlite3.Connection,
        person: int,
        before: CleanCard,
        card: CleanCard,
        firms: Mapping[str, int],
    ) -> None:
        values: dict[str, object] = {
            field: getattr(card, field)
            for field in (
                *NAME_PARTS,
                "nickname",
                "department",
                "role",
                "note",
                "birthday",
                "anniversary",
                "met_on",
            )
            if getattr(card, field) != getattr(before, field)
        }
        if card.organisation != before.organisation:
            values["organisation_id"] = firms[card.folded_firm]
        if card.photo is not None:
            values["photo"] = self._photo(connection, card)
        if card.extra != before.extra:
            values["extra"] = _extra_json(card)
        values |= {"display_name": card.name, "sort_name": card.folded_name, "updated_at": moment()}
        connection.execute(
            f"UPDATE person SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ?",
            (*values.values(), person),
        )
        more = card.points[len(before.points) :]
        connection.executemany(_INSERT_POINT, _point_rows(person, more, len(before.points)))

    # What both need --------------------------------------------------------------------------

    def _organisations(self, connection: sqlite3.Connection, cards: Iterable[CleanCard]) -> dict[str, int]:
        wanted = {card.folded_firm: card.organisation for card in cards if card.organisation}
        return _ids_by_key(connection, "organisation", "sort_name", wanted)

    def _put_tags(self, connection: sqlite3.Connection, worn: Iterable[tuple[int, Sequence[str]]]) -> None:
        wanted = [(person, {tag_key(tag): tag for tag in tags}) for person, tags in worn if tags]
        names = {key: tag for _, tags in wanted for key, tag in tags.items()}
        ids = _ids_by_key(connection, "tag", "folded", names)
        connection.executemany(
            "INSERT OR IGNORE INTO person_tag (person_id, tag_id) VALUES (?, ?)",
            [(person, ids[key]) for person, tags in wanted for key in tags],
        )

    def _photo(self, connection: sqlite3.Connection, card: CleanCard) -> str | None:
        if card.photo is None:
            return None
        return blobs.keep_photo(connection, card.photo.data, card.photo.media_type)


def _ids_by_key(
    connection: sqlite3.Connection, table: str, column: str, wanted: Mapping[str, str]
) -> dict[str, int]:
    """The ids of rows by their folded name, made where they are missing."""
    if not wanted:
        return {}
    asked = f"SELECT {column}, id FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))"
    found: dict[str, int] = dict(connection.execute(asked, (json.dumps(list(wanted)),)).fetchall())
    missing = [key for key in wanted if key not in found]
    if missing:
        connection.executemany(
            f"INSERT INTO {table} (name, {column}) VALUES (?, ?)", [(wanted[key], key) for key in missing]
        )
        found |= dict(connection.execute(asked, (json.dumps(missing),)).fetchall())
    return found


def _point_rows(person: int, points: Sequence[CleanPoint], start: int) -> list[tuple[object, ...]]:
    return [
        (
            person,
            point.kind,
            point.label,
            point.value,
            point.normalised,
            int(point.preferred),
            place,
            point.parts,
        )
        for place, point in enumerate(points, start=start)
    ]


def _extra_json(card: CleanCard) -> str:
    return json.dumps(card.extra, ensure_ascii=False) if card.extra else "[]"

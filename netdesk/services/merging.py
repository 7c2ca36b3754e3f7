"""Two contacts who are one person: compared field by field, and merged in one step that can be undone."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from netdesk.method.calendar_words import long_day
from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.method.rhythm import InteractionKind, rhythm_words
from netdesk.services.contact_points import MOST_POINTS, Point, normalised_point
from netdesk.services.history_words import in_title
from netdesk.services.levels import levels
from netdesk.services.merging_rows import move_rows
from netdesk.services.people import PersonDraft, edit_person, person_name, read_draft
from netdesk.services.typed_text import PAGE
from netdesk.store.workspace import Workspace, moment

LABELS = {
    "prefix": "Title",
    "given": "First name",
    "additional": "Middle names",
    "family": "Last name",
    "suffix": "Suffix",
    "nickname": "Called",
    "organisation": "Organisation",
    "department": "Department",
    "role": "Role",
    "what_they_do": "What they do",
    "ideal_client": "Ideal client",
    "good_introduction": "A good introduction",
    "where_to": "Where they want to get to",
    "accomplishments": "Accomplishments",
    "interests": "Interests",
    "networks": "Networks",
    "skills": "Skills",
    "birthday": "Birthday",
    "anniversary": "Anniversary",
    "met_on": "Met on",
    "met_words": "How we met",
    "rhythm_days": "Own rhythm",
    "level": "Level",
    "photo": "Picture",
}
"""Fields of which a person has one, in the order they are asked about, and what each is called."""
_ROW_FIELDS = ("level", "photo")
"""Fields that are moved by hand or kept beside the form."""
_SILENT = ("met_event_id", "met_through_id")
"""Filled where empty, never asked about."""
_COUNTED = (
    ("interaction_person", "conversation"),
    ("follow_up", "follow-up"),
    ("card", "card"),
    ("one_to_one", "planned one-to-one"),
    ("ledger_entry", "give, receive, promise or ask"),
    ("member", "group"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which both have something else; texts as a person reads them."""

    field: str
    label: str
    kept: str
    gone: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two contacts side by side; ``comes_along`` says what the second brings: "12 conversations, 2 cards"."""

    kept_id: int
    kept_name: str
    gone_id: int
    gone_name: str
    differences: tuple[Difference, ...]
    comes_along: str
    higher_level: bool
    """Whether the second stands on the higher level, which is what is proposed."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """The forms of both as they were before."""

    kept: PersonDraft
    gone: PersonDraft


def compare(ws: Workspace, kept_id: int, gone_id: int) -> Comparison:
    """Say where two contacts differ. Raises ``InvalidInput`` for one and the same, ``NotFound``."""
    if kept_id == gone_id:
        raise InvalidInput("That is the same person.", "Choose somebody else.", field="other")
    one, other = _known(ws, kept_id), _known(ws, gone_id)
    found = tuple(
        Difference(name, label, _said(ws, name, one[name]), _said(ws, name, other[name]))
        for name, label in LABELS.items()
        if one[name] and other[name] and one[name] != other[name]
    )
    return Comparison(
        kept_id,
        person_name(ws, kept_id).name,
        gone_id,
        person_name(ws, gone_id).name,
        found,
        _comes_along(ws, gone_id),
        (other["level"] or 0) > (one["level"] or 0),
    )


def merge_people(
    ws: Workspace, kept_id: int, gone_id: int, today: date, taken: Collection[str] = ()
) -> Changes:
    """Make two contacts one: the second's talks, plans, cards, ledger, groups and the rest go to the first.

    Of fields that differ the first's stand, of those named in ``taken`` the second's; what gave way is written at the
    end of the note, so that nothing is lost. Ways to reach them, tags, kinds, markets and own fields are joined.
    Raises ``InvalidInput`` for one and the same or for somebody in the bin, ``NotFound``.
    """
    seen = compare(ws, kept_id, gone_id)
    _not_binned(ws, seen)
    pair = _Pair(read_draft(ws, kept_id), read_draft(ws, gone_id))
    with ws.change(f"Merge {in_title(seen.gone_name)} into {in_title(seen.kept_name)}") as change:
        _join_row(ws, seen, taken)
        move_rows(ws, kept_id, gone_id)
        ws.sql("DELETE FROM person WHERE id = ?", (gone_id,))
        _write_form(ws, seen, pair, taken, today)
    return change.changes


def _known(ws: Workspace, person_id: int) -> dict[str, Any]:
    draft = read_draft(ws, person_id)
    (photo,) = ws.sql("SELECT coalesce(photo, '') FROM person WHERE id = ?", (person_id,)).fetchone()
    known = {name: getattr(draft, name) for name in LABELS if name not in _ROW_FIELDS}
    return {**known, "level": draft.level, "photo": photo}


def _said(ws: Workspace, field: str, value: object) -> str:
    if field == "level":
        return next((f"{one.number} {one.name}" for one in levels(ws) if one.number == value), str(value))
    if field == "photo":
        return "a picture"
    if field == "rhythm_days":
        return rhythm_words(int(str(value)))
    return long_day(value) if isinstance(value, date) else str(value)


def _comes_along(ws: Workspace, person_id: int) -> str:
    said = []
    for table, one in _COUNTED:
        (number,) = ws.sql(f"SELECT count(*) FROM {table} WHERE person_id = ?", (person_id,)).fetchone()
        if number:
            many = one if number == 1 else "entries of the ledger" if table == "ledger_entry" else f"{one}s"
            said.append(f"{number:,} {many}")
    return ", ".join(said)


def _not_binned(ws: Workspace, seen: Comparison) -> None:
    for person, name in ((seen.kept_id, seen.kept_name), (seen.gone_id, seen.gone_name)):
        row = ws.sql("SELECT binned_at FROM person WHERE id = ?", (person,)).fetchone()
        if row[0]:
            raise InvalidInput(f"{name} is in the bin.", "Take them out of it first.", field="other")


def _join_row(ws: Workspace, seen: Comparison, taken: Collection[str]) -> None:
    """What stands in the row and in no form: the picture, the level with its place, snoozing, what a file brought."""
    columns = "photo, level, level_since, board_rank, snoozed_until, archived_at, extra, created_at"
    asked = f"SELECT {columns} FROM person WHERE id = ?"
    one = dict(zip(columns.split(", "), ws.sql(asked, (seen.kept_id,)).fetchone(), strict=True))
    other = dict(zip(columns.split(", "), ws.sql(asked, (seen.gone_id,)).fetchone(), strict=True))
    values = {
        "photo": other["photo"] if "photo" in taken or not one["photo"] else one["photo"],
        "snoozed_until": max(one["snoozed_until"] or "", other["snoozed_until"] or "") or None,
        # Only where both are set aside does the one person stay so.
        "archived_at": one["archived_at"] if other["archived_at"] else None,
        "extra": _joined_extra(one["extra"], other["extra"]),
        "created_at": min(one["created_at"], other["created_at"]),
        "updated_at": moment(),
    }
    if other["level"] is not None and (one["level"] is None or "level" in taken):
        values |= {name: other[name] for name in ("level", "level_since", "board_rank")}
        ws.sql(
            "INSERT INTO level_move (person_id, from_level, to_level, moved_at, why) VALUES (?, ?, ?, ?, ?)",
            (seen.kept_id, one["level"], other["level"], moment(), f"Merged with {seen.gone_name}"),
        )
    ws.sql(
        f"UPDATE person SET {', '.join(f'{name} = :{name}' for name in values)} WHERE id = :id",
        {**values, "id": seen.kept_id},
    )


def _joined_extra(one: str, other: str) -> str:
    first, second = json.loads(one), json.loads(other)
    return json.dumps([*first, *(line for line in second if line not in first)], ensure_ascii=False)


def _write_form(ws: Workspace, seen: Comparison, pair: _Pair, taken: Collection[str], today: date) -> None:
    """Write the form of the one person; tags, kinds, markets and own fields of both are there already."""
    values: dict[str, Any] = {}
    gave_way = []
    for name in (*LABELS, *_SILENT):
        if name in _ROW_FIELDS:
            continue
        first, second = getattr(pair.kept, name), getattr(pair.gone, name)
        values[name] = second if not first or (name in taken and second) else first
        if first and second and first != second and name in LABELS:
            lost = first if values[name] == second else second
            gave_way.append(f"{LABELS[name]}: {_said(ws, name, lost)}")
    if values["met_through_id"] in (seen.kept_id, seen.gone_id):
        values["met_through_id"] = None
    points = _joined_points(pair)
    gave_way += [f"{point.label or point.kind.label}: {point.value}" for point in points[MOST_POINTS:]]
    note = _joined_note(pair, gave_way, seen.gone_name, today)
    if len(note) > PAGE:
        # More than one note may hold: what comes with the second person becomes a note of its own.
        _note_apart(ws, seen.kept_id, note.removeprefix(pair.kept.note).strip())
        note = pair.kept.note
    after = read_draft(ws, seen.kept_id)
    edit_person(ws, seen.kept_id, replace(after, **values, points=points[:MOST_POINTS], note=note))


def _joined_points(pair: _Pair) -> tuple[Point, ...]:
    """Every way to reach either, once; what is preferred stays what it was for the first."""
    points = list(pair.kept.points)
    there = {_compared(point) for point in points}
    preferred = {point.kind for point in points if point.preferred}
    for point in pair.gone.points:
        if _compared(point) not in there:
            there.add(_compared(point))
            points.append(replace(point, id=None, preferred=point.preferred and point.kind not in preferred))
    return tuple(points)


def _compared(point: Point) -> tuple[str, str]:
    plain = " ".join(point.value.casefold().split())
    return point.kind.value, normalised_point(point.kind, point.value) or plain


def _joined_note(pair: _Pair, gave_way: Sequence[str], gone_name: str, today: date) -> str:
    parts = [pair.kept.note]
    if pair.gone.note and pair.gone.note not in pair.kept.note:
        parts.append(pair.gone.note)
    if gave_way:
        parts.append("\n".join([f"Also known from {gone_name}, merged on {long_day(today)}:", *gave_way]))
    return "\n\n".join(part for part in parts if part)


def _note_apart(ws: Workspace, person_id: int, words: str) -> None:
    now = moment()
    cursor = ws.sql(
        "INSERT INTO interaction (kind, happened_at, words, real_contact, created_at) VALUES (?, ?, ?, 0, ?)",
        (InteractionKind.NOTE.value, now, words, now),
    )
    ws.sql(
        "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)",
        (cursor.lastrowid, person_id),
    )

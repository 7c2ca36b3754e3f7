"""People of the workspace as cards: read many at once, and put together with what a file offers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from netdesk.method.names import fold
from netdesk.services.card_values import MOST_POINTS, CleanCard, CleanPoint, named
from netdesk.store.workspace import Workspace

NAME_PARTS = ("prefix", "given", "additional", "family", "suffix")
FILLED = ("nickname", "birthday", "anniversary", "met_on", "note")
WORK = ("department", "role")
_COLUMNS = (
    "uid",
    *NAME_PARTS,
    "nickname",
    "organisation",
    "department",
    "role",
    "note",
    "birthday",
    "anniversary",
    "met_on",
)
_WORDS = {"met_on": "day you met"}


def people_as_cards(ws: Workspace, ids: Sequence[int]) -> dict[int, CleanCard]:
    """The people of ``ids`` by id, without the bytes of their photos; whoever is gone is left out."""
    wanted = json.dumps(list(ids))
    points: dict[int, list[CleanPoint]] = {}
    for row in ws.sql(
        "SELECT person_id, kind, label, value, normalised, preferred, parts FROM contact_point"
        " WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY person_id, position, id",
        (wanted,),
    ):
        point = CleanPoint(row[1], row[2], row[3], row[4], bool(row[5]), row[6])
        points.setdefault(row[0], []).append(point)
    tags: dict[int, list[str]] = {}
    for person, tag in ws.sql(
        "SELECT pt.person_id, t.name FROM person_tag pt JOIN tag t ON t.id = pt.tag_id"
        " WHERE pt.person_id IN (SELECT value FROM json_each(?)) ORDER BY t.folded, t.id",
        (wanted,),
    ):
        tags.setdefault(person, []).append(tag)
    found: dict[int, CleanCard] = {}
    for row in ws.sql(
        "SELECT id, uid, prefix, given, additional, family, suffix, nickname, organisation_name, department,"
        " role, note, birthday, anniversary, met_on, photo, extra, display_name, sort_name, sort_organisation"
        " FROM person WHERE id IN (SELECT value FROM json_each(?))",
        (wanted,),
    ):
        plain: dict[str, Any] = dict(zip(_COLUMNS, row[1:15], strict=True))
        found[row[0]] = CleanCard(
            **plain,
            points=tuple(points.get(row[0], ())),
            tags=tuple(tags.get(row[0], ())),
            has_photo=row[15] is not None,
            extra=extra_lines(row[16]),
            name=row[17],
            folded_name=row[18],
            folded_firm=row[19],
        )
    return found


def extra_lines(text: str) -> tuple[str, ...]:
    """The vCard lines kept aside with a person, from the JSON list they are kept as."""
    return tuple(line for line in json.loads(text or "[]") if isinstance(line, str))


def joined(mine: CleanCard, offered: CleanCard) -> tuple[CleanCard, tuple[str, ...]]:
    """What is known with what is offered beside it, and words for each thing that came.

    Only what is empty is filled; points and tags come beside those there are; nothing is ever overwritten.
    """
    filled: dict[str, Any] = {}
    words: list[str] = []
    if offered.has_own_name and not mine.has_own_name:
        filled |= {part: getattr(offered, part) for part in NAME_PARTS}
        words.append("name")
    same_firm = not offered.organisation or offered.folded_firm == mine.folded_firm
    fillable = list(FILLED)
    if not mine.organisation and offered.organisation:
        filled["organisation"] = offered.organisation
        words.append("organisation")
        same_firm = True
    if same_firm:
        # A role belongs to its firm; beside another firm it would be wrong.
        fillable += WORK
    for field in fillable:
        if not getattr(mine, field) and getattr(offered, field):
            filled[field] = getattr(offered, field)
            words.append(_WORDS.get(field, field))
    if not mine.has_photo and offered.photo is not None:
        filled |= {"photo": offered.photo, "has_photo": True}
        words.append("photo")
    if not mine.extra and offered.extra:
        filled["extra"] = offered.extra
        words.append("other details")
    points = _new_points(mine.points, offered.points)
    tags = _new_tags(mine.tags, offered.tags)
    words += [f"{_point_word(point)} {point.value}" for point in points]
    words += [f"tag “{tag}”" for tag in tags]
    if not words:
        return mine, ()
    if points:
        filled["points"] = (*mine.points, *points)
    if tags:
        filled["tags"] = (*mine.tags, *tags)
    return named(replace(mine, **filled)), tuple(words)


def _new_points(mine: Sequence[CleanPoint], offered: Iterable[CleanPoint]) -> list[CleanPoint]:
    held = {point.key for point in mine}
    new = [point._replace(preferred=False) for point in offered if point.key not in held]
    return new[: max(MOST_POINTS - len(mine), 0)]


def _new_tags(mine: Sequence[str], offered: Iterable[str]) -> list[str]:
    held = {tag_key(tag) for tag in mine}
    return [tag for tag in offered if tag_key(tag) not in held]


def tag_key(name: str) -> str:
    """What makes two tags the same."""
    return fold(name) or name


def _point_word(point: CleanPoint) -> str:
    return {"email": "e-mail", "web": "website", "social": point.label or "profile"}.get(
        point.kind, point.kind
    )

"""One person: added, edited, found by name; the same way for a form, an import and a guest of an event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import uuid4

from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import PersonKind, PointKind
from netdesk.method.dates import PartialDate, parse_partial
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.names import NameParts, display_name, sort_key
from netdesk.services.board_ranks import Place, ranks_at
from netdesk.services.contact_points import Point, clean_points, points_of, write_points
from netdesk.services.history_words import in_title
from netdesk.services.introduced_by import refuse_circle
from netdesk.services.levels import move_people
from netdesk.services.markets import InMarket, markets_of, write_markets
from netdesk.services.organisations import organisation_id
from netdesk.services.own_fields import values_of, write_values
from netdesk.services.tags import tag_named, tags_of
from netdesk.services.typed_text import LINE, PAGE, SENTENCE, clean_line, clean_text
from netdesk.store.search_index import match_query
from netdesk.store.tables.people import Person, PersonTag
from netdesk.store.tables.people import PersonKind as PersonKindRow
from netdesk.store.workspace import Workspace, moment

LONGEST_RHYTHM = 3_660
"""Days; ten years."""

_NAMES = ("given", "additional", "family")
_LINES = ("prefix", *_NAMES, "suffix", "nickname", "department", "role", "organisation")
_SENTENCES = ("met_words",)
_TEXTS = (
    "note",
    "what_they_do",
    "ideal_client",
    "good_introduction",
    "where_to",
    "accomplishments",
    "interests",
    "networks",
    "skills",
)
_COLUMNS = (
    *_LINES[:-1],
    *_TEXTS,
    *_SENTENCES,
    "birthday",
    "anniversary",
    "met_on",
    "met_event_id",
    "met_through_id",
    "rhythm_days",
)


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """All that a form says of a person. ``level`` counts for a new person only; moving is another thing.

    ``birthday`` and ``anniversary`` may be partial; ``rhythm_days`` is the person's own rhythm (None: the level's);
    ``own_values`` are texts by the id of an own field; ``uid`` is kept when it comes from a file.
    """

    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    organisation: str = ""
    department: str = ""
    role: str = ""
    note: str = ""
    what_they_do: str = ""
    ideal_client: str = ""
    good_introduction: str = ""
    where_to: str = ""
    accomplishments: str = ""
    interests: str = ""
    networks: str = ""
    skills: str = ""
    birthday: PartialDate | None = None
    anniversary: PartialDate | None = None
    met_on: date | None = None
    met_event_id: int | None = None
    met_through_id: int | None = None
    met_words: str = ""
    rhythm_days: int | None = None
    level: int | None = None
    points: tuple[Point, ...] = ()
    kinds: tuple[PersonKind, ...] = ()
    tags: tuple[str, ...] = ()
    markets: tuple[InMarket, ...] = ()
    own_values: Mapping[int, str] = field(default_factory=dict)
    uid: str = ""

    @property
    def name(self) -> str:
        """The name as it is shown: from the parts, else the organisation, else an e-mail address."""
        parts = NameParts(self.prefix, self.given, self.additional, self.family, self.suffix)
        return display_name(parts, self.organisation, self.email) if not self._called else self.nickname

    @property
    def email(self) -> str:
        """The preferred, else the first e-mail address; "" without one."""
        addresses = [point for point in self.points if point.kind is PointKind.EMAIL]
        return next((one.value for one in sorted(addresses, key=lambda one: not one.preferred)), "")

    @property
    def _called(self) -> bool:
        return bool(self.nickname) and not (self.given or self.additional or self.family)


@dataclass(frozen=True, slots=True)
class PersonName:
    """Enough of a person to name them in a list or a sentence."""

    id: int
    name: str
    organisation: str = ""


def clean_draft(draft: PersonDraft, before: PersonDraft | None = None) -> PersonDraft:
    """The draft as it is kept. Raises ``InvalidInput`` naming the field; a person needs something to be known by.

    What stands as it was ``before`` is left alone: a file may have brought what nobody would type.
    """
    cleaned: dict[str, Any] = {}
    for names, longest, clean in (
        (_LINES, LINE, clean_line),
        (_SENTENCES, SENTENCE, clean_line),
        (_TEXTS, PAGE, clean_text),
    ):
        for name in names:
            if before is None or getattr(draft, name) != getattr(before, name):
                cleaned[name] = clean(getattr(draft, name), longest, field=name)
    if before is None or draft.points != before.points:
        cleaned["points"] = clean_points(draft.points, before.points if before else ())
    cleaned["kinds"] = tuple(kind for kind in PersonKind if kind in draft.kinds)
    cleaned["own_values"] = {number: text for number, text in draft.own_values.items() if text.strip()}
    kept = replace(draft, **cleaned)
    known_by = any(getattr(kept, name) for name in ("prefix", *_NAMES, "nickname", "organisation"))
    if not (known_by or kept.points or before == kept):
        raise InvalidInput("Who is it? Give a name, a firm or an e-mail address.", field="given")
    if kept.rhythm_days is not None and not 1 <= kept.rhythm_days <= LONGEST_RHYTHM:
        raise InvalidInput("A rhythm is between one day and ten years.", field="rhythm_days")
    return kept


def new_person(ws: Workspace, draft: PersonDraft, region: str = "") -> int:
    """Add a person and give the id; ``region`` is the country ("GB") of phone numbers without a prefix.

    Raises ``InvalidInput`` naming the field.
    """
    clean = clean_draft(draft)
    now = moment()
    with ws.change(f"Add {in_title(clean.name)}"):
        values = {
            **_columns(ws, clean),
            "uid": clean.uid or f"urn:uuid:{uuid4()}",
            # A place of their own from the start: a card dropped beside them then numbers nobody anew.
            "board_rank": ranks_at(ws, None, Place(), [0])[0],
            "created_at": now,
            "updated_at": now,
        }
        person_id = int(ws.run(Person.insert(values)))
        _write_parts(ws, person_id, PersonDraft(), clean, region)
        if clean.level is not None:
            move_people(ws, [person_id], clean.level)
    return person_id


def edit_person(ws: Workspace, person_id: int, draft: PersonDraft, region: str = "") -> Changes:
    """Keep all that a form says of a person, in one step of the history. Raises ``InvalidInput``, ``NotFound``."""
    before = read_draft(ws, person_id)
    clean = clean_draft(draft, before)
    with ws.change(f"Edit {in_title(_called(ws, person_id, before, clean))}") as change:
        _save(ws, person_id, before, clean, region)
    return change.changes


def read_draft(ws: Workspace, person_id: int) -> PersonDraft:
    """All that a form shows of a person. Raises ``NotFound``."""
    asked = (
        *(getattr(Person, name) for name in _COLUMNS),
        Person.organisation_name,
        Person.level,
        Person.uid,
    )
    row = ws.row(Person.select(*asked).where(Person.id == person_id))
    if row is None:
        raise NotFound("That person is not in the workspace any more.")
    known = dict(zip((*_COLUMNS, "organisation", "level", "uid"), row, strict=True))
    for name in ("birthday", "anniversary"):
        known[name] = parse_partial(known[name]) if known[name] else None
    met = parse_partial(known["met_on"]) if known["met_on"] else None
    known["met_on"] = met.as_date() if met else None
    return PersonDraft(
        **known,
        points=points_of(ws, person_id),
        kinds=kinds_of(ws, person_id),
        tags=tuple(tag.name for tag in tags_of(ws, person_id)),
        markets=markets_of(ws, person_id),
        own_values=values_of(ws, person_id),
    )


def change_fields(
    ws: Workspace, person_id: int, *, said: str = "", region: str = "", **fields: object
) -> Changes:
    """Change single fields of a person in place, such as ``ideal_client="charities"``.

    ``said`` is the sentence for the history; without one it is "Edit" and the name, and the same
    fields within a minute are one step of the history. Raises ``InvalidInput``, ``NotFound``.
    """
    before = read_draft(ws, person_id)
    clean = clean_draft(replace(before, **fields), before)  # type: ignore[arg-type]
    key = None if said else f"fields {person_id} {' '.join(sorted(fields))}"
    title = said or f"Edit {in_title(_called(ws, person_id, before, clean))}"
    with ws.change(title, merge_key=key) as change:
        _save(ws, person_id, before, clean, region)
    return change.changes


def kinds_of(ws: Workspace, person_id: int) -> tuple[PersonKind, ...]:
    """What a person is to me, in the order of the kinds."""
    rows = ws.run(
        PersonKindRow.select(PersonKindRow.kind).where(PersonKindRow.person_id == person_id).tuples()
    )
    found = {row[0] for row in rows}
    return tuple(kind for kind in PersonKind if kind.value in found)


def person_name(ws: Workspace, person_id: int) -> PersonName:
    """A person's name and organisation. Raises ``NotFound``."""
    asked = Person.select(Person.id, Person.display_name, Person.organisation_name)
    row = ws.row(asked.where(Person.id == person_id))
    if row is None:
        raise NotFound("That person is not in the workspace any more.")
    return PersonName(*row)


def people_named(ws: Workspace, typed: str, limit: int = 12) -> tuple[PersonName, ...]:
    """People whose given or family name begins with what was typed, for completing."""
    words = match_query(typed)
    if not words:
        return ()
    rows = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name FROM person_search s"
        " JOIN person p ON p.id = s.rowid WHERE person_search MATCH ? AND p.binned_at IS NULL LIMIT ?",
        (f"{{name organisation}} : ({words})", limit),
    )
    return tuple(PersonName(*row) for row in rows)


def has_people(ws: Workspace) -> bool:
    """Whether anybody at all is here who is not in the bin."""
    return bool(ws.sql("SELECT EXISTS (SELECT 1 FROM person WHERE binned_at IS NULL)").fetchone()[0])


def _columns(ws: Workspace, clean: PersonDraft) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(clean, name) for name in _COLUMNS}
    for name in ("birthday", "anniversary", "met_on"):
        values[name] = str(values[name]) if values[name] is not None else None
    family_or_nick = clean.family or ("" if clean.given else clean.nickname)
    return {
        **values,
        "organisation_id": organisation_id(ws, clean.organisation),
        "display_name": clean.name,
        "sort_name": sort_key(clean.given, family_or_nick, clean.organisation, clean.email),
    }


def _called(ws: Workspace, person_id: int, before: PersonDraft, clean: PersonDraft) -> str:
    """The name after an edit; one that came from a file as a whole stays until a part of it changes."""
    return clean.name if before.name != clean.name else person_name(ws, person_id).name


def _save(ws: Workspace, person_id: int, before: PersonDraft, clean: PersonDraft, region: str) -> None:
    """Write what differs, and nothing else."""
    if clean.met_through_id is not None and clean.met_through_id != before.met_through_id:
        refuse_circle(ws, person_id, clean.met_through_id, field="met_through_id")
    if replace(before, level=None) == replace(clean, level=None):
        return
    values = _columns(ws, clean)
    unchanged = {name for name in _COLUMNS if getattr(before, name) == getattr(clean, name)}
    if before.organisation == clean.organisation:
        unchanged.add("organisation_id")
    if _named_by(before) == _named_by(clean):
        unchanged |= {"display_name", "sort_name"}
    values = {name: value for name, value in values.items() if name not in unchanged}
    values["updated_at"] = moment()
    ws.run(Person.update(values).where(Person.id == person_id))
    _write_parts(ws, person_id, before, clean, region)


def _named_by(draft: PersonDraft) -> tuple[str, ...]:
    """What the shown and the sorted name are made of."""
    parts = (draft.prefix, draft.given, draft.additional, draft.family, draft.suffix, draft.nickname)
    return (*parts, draft.organisation, draft.email)


def _write_parts(ws: Workspace, person_id: int, before: PersonDraft, clean: PersonDraft, region: str) -> None:
    if before.points != clean.points:
        write_points(ws, person_id, clean.points, region)
    if before.kinds != clean.kinds:
        _write_kinds(ws, person_id, clean.kinds)
    if before.tags != clean.tags:
        _write_tags(ws, person_id, clean.tags)
    if before.markets != clean.markets:
        write_markets(ws, person_id, clean.markets)
    if before.own_values != clean.own_values:
        write_values(ws, person_id, clean.own_values)


def _write_kinds(ws: Workspace, person_id: int, kinds: Sequence[PersonKind]) -> None:
    standing = set(kinds_of(ws, person_id))
    gone = [kind.value for kind in standing - set(kinds)]
    ws.run(PersonKindRow.delete().where(PersonKindRow.person_id == person_id, PersonKindRow.kind.in_(gone)))
    for kind in kinds:
        if kind not in standing:
            ws.run(PersonKindRow.insert(person_id=person_id, kind=kind.value))


def _write_tags(ws: Workspace, person_id: int, names: Sequence[str]) -> None:
    wanted = {tag_named(ws, name) for name in names if name.strip()}
    standing = {tag.id for tag in tags_of(ws, person_id)}
    ws.run(
        PersonTag.delete().where(PersonTag.person_id == person_id, PersonTag.tag_id.in_(standing - wanted))
    )
    for one in sorted(wanted - standing):
        ws.run(PersonTag.insert(person_id=person_id, tag_id=one))

"""Fields somebody added for everybody: text, number, date, yes or no; and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from peewee import fn

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.names import fold
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import clean_line, clean_text, required_line
from netdesk.store.tables.people import OwnField as OwnFieldRow
from netdesk.store.tables.people import OwnFieldValue
from netdesk.store.workspace import Workspace

_YES = {"yes", "y", "true", "1"}
_NO = {"no", "n", "false", "0"}
_NAME = 60
_VALUE = 2_000
_MOST_DIGITS = 30


class OwnFieldKind(StrEnum):
    """What an own field holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"

    @property
    def label(self) -> str:
        """The words in a form."""
        return {"text": "Text", "number": "Number", "date": "Date", "yes_no": "Yes or no"}[self.value]


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field everybody has, its name and what it holds."""

    id: int
    name: str
    kind: OwnFieldKind


def own_fields(ws: Workspace) -> tuple[OwnField, ...]:
    """All own fields in their order."""
    rows = ws.run(
        OwnFieldRow.select(OwnFieldRow.id, OwnFieldRow.name, OwnFieldRow.kind)
        .order_by(OwnFieldRow.position, OwnFieldRow.id)
        .tuples()
    )
    return tuple(OwnField(row[0], row[1], OwnFieldKind(row[2])) for row in rows)


def add_own_field(ws: Workspace, name: str, kind: OwnFieldKind) -> int:
    """Add a field for everybody and give its id. Raises ``InvalidInput`` without a name or for one taken."""
    name = required_line(name, _NAME, "Give the field a name.", field="name")
    _must_be_free(ws, name, None)
    with ws.change(f"Add the field “{in_title(name)}”"):
        (last,) = ws.row(OwnFieldRow.select(fn.max(OwnFieldRow.position)))
        number = ws.run(OwnFieldRow.insert(name=name, kind=kind.value, position=(last or 0) + 1))
    return int(number)


def rename_own_field(ws: Workspace, field_id: int, name: str) -> Changes:
    """Give a field another name. Raises ``InvalidInput`` and ``NotFound``."""
    name = required_line(name, _NAME, "Give the field a name.", field="name")
    _must_be_free(ws, name, field_id)
    before = _field(ws, field_id).name
    with ws.change(f"Rename the field “{in_title(before)}” to “{in_title(name)}”") as change:
        ws.run(OwnFieldRow.update(name=name).where(OwnFieldRow.id == field_id))
    return change.changes


def remove_own_field(ws: Workspace, field_id: int) -> Changes:
    """Remove a field with all that stands in it; undo brings both back. Raises ``NotFound``."""
    name = _field(ws, field_id).name
    with ws.change(f"Remove the field “{in_title(name)}”") as change:
        ws.run(OwnFieldRow.delete().where(OwnFieldRow.id == field_id))
    return change.changes


def values_of(ws: Workspace, person_id: int) -> dict[int, str]:
    """What stands in the own fields of a person, by the field's id."""
    rows = ws.run(
        OwnFieldValue.select(OwnFieldValue.own_field_id, OwnFieldValue.value)
        .where(OwnFieldValue.person_id == person_id)
        .order_by(OwnFieldValue.own_field_id)
        .tuples()
    )
    return {int(row[0]): row[1] for row in rows}


def clean_value(kind: OwnFieldKind, text: str, name: str = "value") -> str:
    """The value as it is kept: plain number, ISO date, "yes" or "no"; raises ``InvalidInput`` naming the field."""
    if kind is OwnFieldKind.TEXT:
        return clean_text(text, _VALUE, field=name)
    line = clean_line(text, _VALUE, field=name)
    if not line:
        return ""
    if kind is OwnFieldKind.NUMBER:
        return _number(line, name)
    if kind is OwnFieldKind.DATE:
        try:
            return date.fromisoformat(line).isoformat()
        except ValueError:
            raise InvalidInput(f"“{line[:40]}” is no date.", "Write it as 2026-11-21.", field=name) from None
    word = fold(line)
    if word in _YES | _NO:
        return "yes" if word in _YES else "no"
    raise InvalidInput(f"“{line[:40]}” is neither yes nor no.", field=name)


def write_values(ws: Workspace, person_id: int, values: Mapping[int, str]) -> None:
    """Make these the person's values inside a change; empty ones are forgotten. Raises ``InvalidInput``."""
    known = {field.id: field for field in own_fields(ws)}
    kept = {}
    for field_id, text in values.items():
        if field_id in known:
            value = clean_value(known[field_id].kind, text, known[field_id].name)
            if value:
                kept[field_id] = value
    standing = values_of(ws, person_id)
    ws.run(
        OwnFieldValue.delete().where(
            OwnFieldValue.person_id == person_id,
            OwnFieldValue.own_field_id.in_(standing.keys() - kept.keys()),
        )
    )
    for field_id, value in kept.items():
        if standing.get(field_id) != value:
            ws.run(
                OwnFieldValue.insert(person_id=person_id, own_field_id=field_id, value=value).on_conflict(
                    conflict_target=[OwnFieldValue.person_id, OwnFieldValue.own_field_id],
                    preserve=[OwnFieldValue.value],
                )
            )


def _number(line: str, name: str) -> str:
    plain = line.replace(" ", "").replace("\u00a0", "").replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or len(plain) > _MOST_DIGITS or abs(number.adjusted()) > _MOST_DIGITS:
        raise InvalidInput(f"“{line[:40]}” is no number.", "Write it in digits, such as 12.5.", field=name)
    return format(number, "f")


def _field(ws: Workspace, field_id: int) -> OwnField:
    found = next((field for field in own_fields(ws) if field.id == field_id), None)
    if found is None:
        raise NotFound("That field is not in the workspace any more.")
    return found


def _must_be_free(ws: Workspace, name: str, field_id: int | None) -> None:
    if any(fold(field.name) == fold(name) and field.id != field_id for field in own_fields(ws)):
        raise InvalidInput(f"There is a field “{name}” already.", "Choose another name.", field="name")

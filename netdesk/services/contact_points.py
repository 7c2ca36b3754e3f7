"""The ways to reach somebody: cleaned, made comparable, written beside a person."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from netdesk.formats import phone
from netdesk.formats.contact_card import AddressParts
from netdesk.method.contact_kinds import PointKind
from netdesk.method.errors import InvalidInput
from netdesk.services.typed_text import clean_line, clean_text
from netdesk.store.tables.people import ContactPoint
from netdesk.store.workspace import Workspace

__all__ = [
    "MOST_POINTS",
    "AddressParts",
    "Point",
    "address_from",
    "normalised_point",
    "points_of",
    "write_points",
]

MOST_POINTS = 100
_LABEL = 60
_VALUE = 1_000
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://(www\.)?|^www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """One way to reach a person; ``id`` is None until it is kept, ``parts`` those of a postal address."""

    kind: PointKind
    value: str
    label: str = ""
    preferred: bool = False
    parts: AddressParts | None = None
    id: int | None = None


def normalised_point(kind: PointKind, value: str, region: str = "") -> str:
    """The form in which two points are compared: "" for addresses; ``region`` is the country of bare numbers."""
    if kind is PointKind.EMAIL:
        return value.strip().casefold()
    if kind is PointKind.PHONE:
        return phone.normalised(value, region)
    if kind in (PointKind.WEB, PointKind.SOCIAL):
        return _SCHEME.sub("", value.strip()).rstrip("/").casefold()
    return ""


def address_from(text: str | None) -> AddressParts | None:
    """Read the parts of an address as they are kept; None when there are none."""
    if not text:
        return None
    known = json.loads(text)
    return AddressParts(**{name: str(known.get(name, "")) for name in AddressParts.__dataclass_fields__})


def points_of(ws: Workspace, person_id: int) -> tuple[Point, ...]:
    """A person's points in their order."""
    rows = ws.run(
        ContactPoint.select(
            ContactPoint.kind,
            ContactPoint.value,
            ContactPoint.label,
            ContactPoint.preferred,
            ContactPoint.parts,
            ContactPoint.id,
        )
        .where(ContactPoint.person_id == person_id)
        .order_by(ContactPoint.position, ContactPoint.id)
        .tuples()
    )
    return tuple(
        Point(PointKind(row[0]), row[1], row[2], bool(row[3]), address_from(row[4]), row[5]) for row in rows
    )


def clean_points(points: Sequence[Point], known: Sequence[Point] = ()) -> tuple[Point, ...]:
    """Points fit to be kept, empty ones left out; those ``known`` as they are pass. Raises ``InvalidInput``."""
    kept = [point if point in known else _clean(point) for point in points]
    kept = [point for point in kept if point.value]
    if len(kept) > MOST_POINTS:
        raise InvalidInput(f"One person has at most {MOST_POINTS} ways to be reached.", field="points")
    return tuple(kept)


def write_points(ws: Workspace, person_id: int, points: Sequence[Point], region: str = "") -> None:
    """Make ``points`` (cleaned) the person's, inside a change; points keep their ids where they stay."""
    standing = {point.id: point for point in points_of(ws, person_id)}
    staying = {point.id for point in points if point.id in standing}
    ws.run(ContactPoint.delete().where(ContactPoint.id.in_(standing.keys() - staying)))
    for position, point in enumerate(points):
        before = standing.get(point.id)
        values: dict[str, object] = {
            "label": point.label,
            "preferred": int(point.preferred),
            "position": position,
            "parts": _json(point.parts),
        }
        # Where it stays as it is, so does what it is compared by: it may have been read for another country.
        if before is None or (before.kind, before.value) != (point.kind, point.value):
            values["kind"] = point.kind.value
            values["value"] = point.value
            values["normalised"] = normalised_point(point.kind, point.value, region)
        if before is None:
            ws.run(ContactPoint.insert({**values, "person_id": person_id}))
        else:
            ws.run(ContactPoint.update(values).where(ContactPoint.id == point.id))


def _json(parts: AddressParts | None) -> str | None:
    return json.dumps(asdict(parts), ensure_ascii=False) if parts else None


def _clean(point: Point) -> Point:
    parts = point.parts
    if point.kind is PointKind.ADDRESS:
        if parts is not None:
            parts = AddressParts(
                **{name: clean_line(text, _VALUE, field="points") for name, text in asdict(parts).items()}
            )
        value = parts.formatted() if parts else clean_text(point.value, _VALUE, field="points")
    else:
        parts = None
        value = clean_line(point.value, _VALUE, field="points")
    if point.kind is PointKind.EMAIL and value and not _is_address(value):
        raise InvalidInput(f"“{value[:60]}” is no e-mail address.", "Write it as name@firm.", field="points")
    label = clean_line(point.label, _LABEL, field="points")
    return Point(point.kind, value, label, point.preferred, parts, point.id)


def _is_address(text: str) -> bool:
    name, at, place = text.rpartition("@")
    return bool(name and at and place and " " not in text)

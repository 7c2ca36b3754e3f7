"""One typed or pasted line, or an e-mail signature, as a filled form; and who is here already."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from netdesk.formats.phone import phone_key
from netdesk.formats.signature import Capture, read_signature
from netdesk.method.contact_kinds import PointKind
from netdesk.method.names import fold
from netdesk.services.contact_points import Point, normalised_point
from netdesk.services.people import PersonDraft, PersonName
from netdesk.store.workspace import Workspace

_LONGEST = 5_000
_PROFILES = {"linkedin": "LinkedIn", "instagram": "Instagram", "facebook": "Facebook", "x": "X"}


class Same(StrEnum):
    """Why somebody is probably the same person."""

    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"

    @property
    def words(self) -> str:
        """As said in a warning: "same e-mail"."""
        return {"email": "same e-mail", "phone": "same phone", "name": "same name"}[self.value]


@dataclass(frozen=True, slots=True)
class AlreadyHere:
    """A person who is in the workspace already, and what tells so."""

    person: PersonName
    same: Same


def draft_from_text(text: str, region: str = "") -> PersonDraft:
    """Fill a form from a line or signature, in any order; ``region`` ("GB") is for bare phone numbers. Never raises.

    What was not understood stands in the note, so that nothing typed is lost.
    """
    text = "".join(char if char.isprintable() or char in "\n\t" else " " for char in text[:_LONGEST])
    read = read_signature(text, region)
    return PersonDraft(
        prefix=read.name.prefix,
        given=read.name.given,
        additional=read.name.additional,
        family=read.name.family,
        suffix=read.name.suffix,
        organisation=read.organisation,
        role=read.role,
        points=tuple(_points(read)),
        note="\n".join(read.leftovers),
    )


def already_here(ws: Workspace, draft: PersonDraft, region: str = "") -> AlreadyHere | None:
    """The person whom a draft probably means: by e-mail, by phone together with a part of the name, by whole name."""
    return _by_email(ws, draft) or _by_phone(ws, draft, region) or _by_name(ws, draft)


def _points(read: Capture) -> list[Point]:
    points = [Point(PointKind.EMAIL, address, "work") for address in read.emails]
    points += [
        Point(PointKind.PHONE, one.typed, one.label or PointKind.PHONE.use_labels[0]) for one in read.phones
    ]
    points += [Point(PointKind.WEB, address, "web") for address in read.web]
    points += [
        Point(PointKind.SOCIAL, address, _PROFILES.get(service.casefold(), service))
        for service, address in read.social
    ]
    if read.address:
        points.append(Point(PointKind.ADDRESS, read.address, "work"))
    return points


def _by_email(ws: Workspace, draft: PersonDraft) -> AlreadyHere | None:
    for point in draft.points:
        if point.kind is PointKind.EMAIL:
            found = _with_point(ws, PointKind.EMAIL, normalised_point(point.kind, point.value))
            if found:
                return AlreadyHere(found[0], Same.EMAIL)
    return None


def _by_phone(ws: Workspace, draft: PersonDraft, region: str) -> AlreadyHere | None:
    words = set(fold(f"{draft.given} {draft.family} {draft.organisation}").split())
    for point in draft.points:
        if point.kind is PointKind.PHONE and len(phone_key(point.value)) > 4:
            for person in _with_point(ws, PointKind.PHONE, normalised_point(point.kind, point.value, region)):
                # A firm's number is shared by its people: some word of the name must agree, unless none is known.
                if not words or words & set(fold(f"{person.name} {person.organisation}").split()):
                    return AlreadyHere(person, Same.PHONE)
    return None


def _by_name(ws: Workspace, draft: PersonDraft) -> AlreadyHere | None:
    if not (draft.given and draft.family):
        return None
    row = ws.sql(
        "SELECT id, display_name, organisation_name FROM person"
        " WHERE sort_name = ? AND binned_at IS NULL LIMIT 1",
        (fold(f"{draft.family} {draft.given}"),),
    ).fetchone()
    return AlreadyHere(PersonName(*row), Same.NAME) if row else None


def _with_point(ws: Workspace, kind: PointKind, normalised: str) -> list[PersonName]:
    if not normalised:
        return []
    rows = ws.sql(
        "SELECT p.id, p.display_name, p.organisation_name FROM contact_point c"
        " JOIN person p ON p.id = c.person_id"
        " WHERE c.normalised = ? AND c.kind = ? AND p.binned_at IS NULL LIMIT 20",
        (normalised, kind.value),
    )
    return [PersonName(*row) for row in rows]

"""Taking contacts out: as vCards, as a table for a spreadsheet, or as JSON for other programs."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from netdesk.background.jobs import Report
from netdesk.formats.contact_card import CardPhoto, CardPoint, ContactCard
from netdesk.formats.contacts_csv import write_contacts_csv
from netdesk.formats.contacts_json import write_contacts_json
from netdesk.formats.vcard_writer import Version, write_card
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services.card_values import CleanCard
from netdesk.services.contact_points import address_from
from netdesk.services.import_report import people
from netdesk.services.people_cards import people_as_cards
from netdesk.services.selection import Selection, choose
from netdesk.store import blobs
from netdesk.store.workspace import Workspace

SUFFIXES = (".vcf", ".csv", ".json")
_AT_ONCE = 500
_MORE = {
    "level": "Level",
    "what_they_do": "What they do",
    "ideal_client": "Ideal client",
    "good_introduction": "A good introduction",
    "where_to": "Where they want to get to",
    "accomplishments": "Accomplishments",
    "interests": "Interests",
    "networks": "Networks",
    "skills": "Skills",
    "met_words": "How we met",
}
"""What only NetDesk knows of a person, and its heading in a table."""

Person = tuple[ContactCard, dict[str, Any]]


class ExportFailed(NetDeskError):
    """The file could not be written; what was there before is untouched."""


def export(
    ws: Workspace,
    path: Path,
    selection: Selection | None,
    report: Report,
    *,
    today: date,
    version: Version = "3.0",
) -> int:
    """Write people to ``path`` (``.vcf``, ``.csv`` or ``.json`` by its ending) and give how many there were.

    ``selection`` None means everybody who is not in the bin; ``version`` counts for vCards. The file appears whole or
    not at all. Raises ``InvalidInput`` for another ending, ``ExportFailed``, ``Cancelled``.
    """
    kind = path.suffix.lower()
    if kind not in SUFFIXES:
        raise InvalidInput(
            f"NetDesk does not write “{path.suffix or path.name}” files.",
            "End the name with .vcf (vCard), .csv (a table) or .json.",
            field="path",
        )
    ids = _ids(ws, selection, today)
    found = _told(_people(ws, ids, photos=kind != ".csv"), len(ids), report)
    with whole_file(path) as file:
        for piece in _pieces(kind, found, version):
            file.write(piece)
    return len(ids)


def _pieces(kind: str, found: Iterator[Person], version: Version) -> Iterator[bytes]:
    if kind == ".vcf":
        return (write_card(card, version).encode("utf-8", "replace") for card, _ in found)
    if kind == ".json":
        return write_contacts_json(found)
    table = ((card, {_MORE[name]: str(value) for name, value in more.items()}) for card, more in found)
    return write_contacts_csv(table, tuple(_MORE.values()))


def _ids(ws: Workspace, selection: Selection | None, today: date) -> list[int]:
    if selection is None:
        found = ws.sql("SELECT id FROM person WHERE binned_at IS NULL ORDER BY sort_name, id")
    else:
        choose(ws, selection, today)
        found = ws.sql(
            "SELECT p.id FROM temp.chosen c JOIN person p ON p.id = c.id ORDER BY p.sort_name, p.id"
        )
    return [row[0] for row in found]


def _people(ws: Workspace, ids: Sequence[int], *, photos: bool) -> Iterator[Person]:
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        cards = people_as_cards(ws, part)
        more = _more(ws, part)
        addresses = _photos(ws, part) if photos else {}
        for person in part:
            # Somebody may have been removed for good since the list was made.
            if person in cards:
                yield as_card(cards[person], _photo(ws, addresses.get(person))), more[person]


def _told(found: Iterator[Person], total: int, report: Report) -> Iterator[Person]:
    for done, person in enumerate(found):
        if done % 100 == 0:
            report(done, total, f"Writing {done:,} of {people(total)}…")
        yield person


def as_card(card: CleanCard, photo: CardPhoto | None) -> ContactCard:
    """A person of the workspace as the value every contact format knows."""
    return ContactCard(
        uid=card.uid,
        prefix=card.prefix,
        given=card.given,
        additional=card.additional,
        family=card.family,
        suffix=card.suffix,
        nickname=card.nickname,
        formatted_name=card.name if card.has_own_name or card.prefix else "",
        organisation=card.organisation,
        department=card.department,
        role=card.role,
        points=tuple(
            CardPoint(point.kind, point.label, point.value, point.preferred, address_from(point.parts))  # type: ignore[arg-type]
            for point in card.points
        ),
        birthday=card.birthday,
        anniversary=card.anniversary,
        connected_on=card.met_on,
        note=card.note,
        categories=card.tags,
        photo=photo,
        extra=card.extra,
    )


def _photos(ws: Workspace, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    found = ws.sql(
        "SELECT p.id, p.photo, f.media_type FROM person p JOIN photo f ON f.sha256 = p.photo"
        " WHERE p.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row[0]: (row[1], row[2]) for row in found}


def _photo(ws: Workspace, kept: tuple[str, str] | None) -> CardPhoto | None:
    data = blobs.read_photo(ws.connection, kept[0]) if kept else None
    return CardPhoto(data, kept[1]) if kept and data else None


def _more(ws: Workspace, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    found = ws.sql(
        f"SELECT id, {', '.join(_MORE)} FROM person WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {
        row[0]: {name: value for name, value in zip(_MORE, row[1:], strict=True) if value not in (None, "")}
        for row in found
    }


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file that takes its name only when all of it is on the disk."""
    half: Path | None = None
    try:
        number, name = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".part", dir=path.parent)
        half = Path(name)
        with os.fdopen(number, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        half.chmod(0o644 if not path.exists() else path.stat().st_mode & 0o777)
        half.replace(path)
        half = None
    except OSError as error:
        raise ExportFailed(
            f"{path.name} could not be written: {error.strerror or 'unknown reason'}.",
            "Choose another folder, or free some room. Nothing was changed.",
        ) from error
    finally:
        if half is not None:
            half.unlink(missing_ok=True)

"""Contacts as JSON for other programs.

The document is an object: ``format`` ("netdesk-contacts"), ``version`` (1) and ``contacts``, a list. Each contact
has the fields of a contact card under their own names (``given``, ``family``, ``organisation``, ``points`` …);
empty ones are left out. A photo is ``{"media_type", "data"}`` with the data in base64. Dates are ISO, possibly
partial ("--05-17"). ``more`` holds what only NetDesk knows, such as the level.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from netdesk.formats.contact_card import ContactCard

FORMAT_NAME = "netdesk-contacts"
FORMAT_VERSION = 1


def contact_as_json(card: ContactCard, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Give one contact as plain JSON values, without empty fields."""
    values = asdict(card)
    for own in ("line", "warnings", "photo"):
        values.pop(own)
    values["points"] = [_without_empty(point) for point in values["points"]]
    if card.photo:
        data = base64.b64encode(card.photo.data).decode("ascii")
        values["photo"] = {"media_type": card.photo.media_type, "data": data}
    values = {"name": card.display_name, **values}
    if more:
        values["more"] = dict(more)
    return _without_empty(values)


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    found = {}
    for name, value in values.items():
        kept = _without_empty(value) if isinstance(value, dict) and name != "more" else value
        if kept not in (None, "", (), [], {}, False):
            found[name] = kept
    return found


def write_contacts_json(contacts: Iterable[tuple[ContactCard, Mapping[str, Any]]]) -> Iterator[bytes]:
    """Give the document piece by piece, one contact a line."""
    yield f'{{"format": "{FORMAT_NAME}", "version": {FORMAT_VERSION}, "contacts": ['.encode()
    between = b"\n"
    for card, more in contacts:
        text = json.dumps(contact_as_json(card, more), ensure_ascii=False)
        yield between + text.encode("utf-8", "replace")
        between = b",\n"
    yield b"\n]}\n"

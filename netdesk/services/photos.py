"""People's pictures: kept once each, named by their content."""

from __future__ import annotations

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.services.history_words import in_title
from netdesk.store import blobs
from netdesk.store.workspace import Workspace, moment

LONGEST_SIDE = 512
"""Pixels; the window scales a picture to this before it is kept."""
_MOST_BYTES = 2_000_000


def photo(ws: Workspace, address: str) -> bytes | None:
    """The picture's bytes, or None when it is not kept."""
    return blobs.read_photo(ws.connection, address)


def set_photo(ws: Workspace, person_id: int, data: bytes, media_type: str) -> Changes:
    """Give a person a picture. Raises ``InvalidInput`` for an empty or very large one, ``NotFound``."""
    if not data or len(data) > _MOST_BYTES:
        raise InvalidInput("That picture cannot be kept.", "Choose a smaller one.", field="photo")
    name = _name(ws, person_id)
    with ws.change(f"Give {in_title(name)} a picture") as change:
        _write(ws, person_id, blobs.keep_photo(ws.connection, data, media_type))
    return change.changes


def remove_photo(ws: Workspace, person_id: int) -> Changes:
    """Take a person's picture away. Raises ``NotFound``."""
    name = _name(ws, person_id)
    with ws.change(f"Remove the picture of {in_title(name)}") as change:
        _write(ws, person_id, None)
    return change.changes


def _name(ws: Workspace, person_id: int) -> str:
    # All that writes people is imported when a picture is written: the lists read pictures from the first moment.
    from netdesk.services.people import person_name

    return person_name(ws, person_id).name


def _write(ws: Workspace, person_id: int, address: str | None) -> None:
    ws.sql("UPDATE person SET photo = ?, updated_at = ? WHERE id = ?", (address, moment(), person_id))

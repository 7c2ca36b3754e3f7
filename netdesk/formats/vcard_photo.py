"""The PHOTO property in the forms real cards have: base64, data URI, or an address that is never fetched."""

from __future__ import annotations

import re

from netdesk.formats.contact_card import CardPhoto
from netdesk.formats.vcard_builder import CardBuilder
from netdesk.formats.vcard_heads import Head
from netdesk.formats.vcard_values import base64_bytes, picture_type, settled


def read_photo(card: CardBuilder, head: Head, value: str, line: int) -> None:
    """Take the picture a card carries; keep an address of one, and leave a damaged one out with a warning."""
    text = value.strip()
    lowered = text[:30].lower()
    if (
        head.encoding != "b"
        and re.match(r"[a-z][a-z0-9+.-]*(\\)?:", lowered)
        and not lowered.startswith("data:")
    ):
        card.keep(head, settled(head, value))
        return
    claimed = head.params.get("MEDIATYPE", "")
    if lowered.startswith("data:"):
        described, _, text = text.replace("\\,", ",").replace("\\;", ";")[5:].partition(",")
        claimed = described.partition(";")[0]
    data, sound = base64_bytes(text)
    media_type = picture_type(data)
    if not data or (media_type is None and (not sound or len(data) < 16)):
        card.warn(line, "The photo is damaged and was left out.", text)
    elif card.photo is not None:
        card.keep(head, "".join(text.split()))
    else:
        card.photo = CardPhoto(data, media_type or _claimed_type(claimed, head))


def _claimed_type(claimed: str, head: Head) -> str:
    if "/" in claimed:
        return claimed.lower()
    for kind in head.types:
        if kind.startswith("image/"):
            return kind
    named = next((kind for kind in ("png", "gif", "bmp", "tiff", "webp") if kind in head.types), "jpeg")
    return f"image/{named}"

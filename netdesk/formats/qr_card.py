"""What a code on a card says, as plain values: a vCard, a MECARD, an address, or just text.

MECARD is the short form phones write: ``MECARD:N:Doe,Jane;TEL:+44…;EMAIL:…;;`` with a backslash before ``\\ ; : ,``
(NTT DOCOMO's description of it, with ORG and TITLE as later writers added them). Whatever a code says is a proposal
to look at: nothing is ever opened, and what is no web address does not become one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from netdesk.formats.contact_card import AddressParts, CardPoint, ContactCard
from netdesk.formats.partial_dates import partial_date
from netdesk.formats.signature_parts import take_emails
from netdesk.formats.vcard_reader import read_cards
from netdesk.method.names import split_full_name

LONGEST = 20_000
"""Characters of a code that are looked at; the largest QR code holds 4,296 letters."""
_LONGEST_VALUE = 1_000
_MECARD = re.compile(r"\s*MECARD\s*:", re.IGNORECASE)
_VCARD = re.compile(r"\s*BEGIN\s*:\s*VCARD", re.IGNORECASE)
_FIELD = re.compile(r"\s*([A-Za-z][A-Za-z-]{0,19})\s*:(.*)", re.DOTALL)
_PART = re.compile(r"((?:\\.|[^\\;])*\\?)(?:;|$)", re.DOTALL)
_PIECE = re.compile(r"((?:\\.|[^\\,])*\\?)(?:,|$)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_WEB = re.compile(r"https?://[^\s/?#]+\.[^\s/?#]+\S*$", re.IGNORECASE)
_BARE_WEB = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$", re.IGNORECASE)
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE)
# Marks that turn the direction of what follows can make an address look like another.
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


class CodeKind(StrEnum):
    """What a code holds."""

    CARD = "card"
    WEB = "web"
    EMAIL = "email"
    PHONE = "phone"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class CodeContent:
    """What was found in a code: a card when ``kind`` says so, else the address, number or words in ``text``."""

    kind: CodeKind
    text: str
    card: ContactCard | None = None


def read_code(text: str) -> CodeContent:
    """Tell what the text of a code is. Never raises; text is cut to 20,000 characters and made safe to show."""
    text = _shown(text[:LONGEST])
    if _VCARD.match(text):
        card = _vcard(text)
    elif _MECARD.match(text):
        card = _mecard(text)
    else:
        return _plain(text.strip())
    return CodeContent(CodeKind.CARD, text, card) if card else CodeContent(CodeKind.TEXT, text.strip())


def is_web_address(text: str) -> bool:
    """Tell whether text may be kept as somebody's web address: http, https, or a host without a scheme."""
    scheme = _SCHEME.match(text)
    return scheme is None or scheme[1].casefold() in {"http", "https"} or "." in scheme[1]


def _shown(text: str) -> str:
    """Drop what nobody can see: control characters but line feeds and tabs, lone halves, marks of direction."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TURNS)
    return "".join(char for char in text if char in "\n\t" or not _is_unseen(char))


def _is_unseen(char: str) -> bool:
    return char < " " or "\x7f" <= char < "\xa0" or "\ud800" <= char < "\ue000"


def _vcard(text: str) -> ContactCard | None:
    found = next((one for one in read_cards(text.encode()) if isinstance(one, ContactCard)), None)
    if found is None or found.is_empty:
        return None
    # A picture or unknown properties in a code are nothing a person could check beside the photograph.
    return _without_odd_addresses(replace(found, photo=None, extra=()))


def _mecard(text: str) -> ContactCard | None:
    fields = _mecard_fields(text[_MECARD.match(text).end() :])  # type: ignore[union-attr]
    card = ContactCard(
        organisation=_first(fields, "ORG"),
        role=_first(fields, "TITLE"),
        nickname=_first(fields, "NICKNAME"),
        note="\n".join(_plain_value(one) for name in ("NOTE", "MEMO") for one in fields.get(name, [])),
        birthday=partial_date(_first(fields, "BDAY")),
        points=tuple(_points(fields)),
    )
    card = _named(card, fields.get("N", [""])[0])
    return None if card.is_empty else _without_odd_addresses(card)


def _mecard_fields(text: str) -> dict[str, list[str]]:
    """The values of each field, still escaped, in their order; an empty part ends the card."""
    fields: dict[str, list[str]] = {}
    for part in _PART.finditer(text):
        found = _FIELD.match(part[1])
        if found is None:
            if not part[1].strip():
                break
            continue
        value = found[2][: 2 * _LONGEST_VALUE]
        if value.strip():
            fields.setdefault(found[1].upper(), []).append(value)
    return fields


def _plain_value(escaped: str) -> str:
    return _ESCAPED.sub(r"\1", escaped).strip()[:_LONGEST_VALUE]


def _parts(escaped: str) -> list[str]:
    """Split at commas that are not escaped."""
    found: list[str] = []
    for piece in _PIECE.finditer(escaped):
        found.append(_plain_value(piece[1]))
        if piece.end() == len(escaped) and not piece[0].endswith(","):
            break
    return found


def _first(fields: dict[str, list[str]], name: str) -> str:
    return next((_plain_value(value) for value in fields.get(name, [])), "")


def _named(card: ContactCard, escaped: str) -> ContactCard:
    """The card with its name: "Doe,Jane" is family and given name, without a comma it is the name as one says it."""
    parts = _parts(escaped)
    if len(parts) > 1:
        return replace(card, family=parts[0], given=" ".join(part for part in parts[1:] if part))
    name = split_full_name(parts[0])
    return replace(
        card,
        prefix=name.prefix,
        given=name.given,
        additional=name.additional,
        family=name.family,
        suffix=name.suffix,
    )


def _points(fields: dict[str, list[str]]) -> list[CardPoint]:
    points = [CardPoint("email", "", _plain_value(value)) for value in fields.get("EMAIL", [])]
    for name, label in (("TEL", ""), ("TEL-AV", "video"), ("FAX", "fax")):
        points += [CardPoint("phone", label, _plain_value(value)) for value in fields.get(name, [])]
    points += [CardPoint("web", "", _plain_value(value)) for value in fields.get("URL", [])]
    points += [_address(value) for value in fields.get("ADR", [])]
    return points


def _address(escaped: str) -> CardPoint:
    parts = _parts(escaped)
    if len(parts) == 7:
        known = AddressParts(*parts)
        return CardPoint("address", "", known.formatted(), parts=known)
    return CardPoint("address", "", ", ".join(part for part in parts if part))


def _without_odd_addresses(card: ContactCard) -> ContactCard:
    """Move what only claims to be a web address ("javascript:…") into the note, where it is plain text."""
    odd = [point for point in card.points if point.kind == "web" and not is_web_address(point.value)]
    if not odd:
        return card
    notes = [card.note, *(f"Address as written: {point.value[:200]}" for point in odd)]
    return replace(
        card,
        points=tuple(point for point in card.points if point not in odd),
        note="\n".join(note for note in notes if note),
    )


def _plain(text: str) -> CodeContent:
    lowered = text[:10].casefold()
    if lowered.startswith("tel:") and re.fullmatch(r"[+\d][\d\s().-]{4,30}", text[4:].strip()):
        return CodeContent(CodeKind.PHONE, text[4:].strip())
    bare = text[7:].partition("?")[0] if lowered.startswith("mailto:") else text
    if len(bare) <= 254 and " " not in bare.strip():
        left, emails = take_emails(bare.strip())
        if len(emails) == 1 and not left.strip("\x1f \n"):
            return CodeContent(CodeKind.EMAIL, emails[0])
    if len(text) <= _LONGEST_VALUE and (_WEB.match(text) or _BARE_WEB.match(text)):
        return CodeContent(CodeKind.WEB, text)
    return CodeContent(CodeKind.TEXT, text)

"""Reading vCard 2.1, 3.0 and 4.0, card by card: one bad card or property never loses another."""

from __future__ import annotations

from collections.abc import Iterator

from netdesk.formats.contact_card import ContactCard, Unreadable, excerpt
from netdesk.formats.text_bytes import decode_keeping_bytes
from netdesk.formats.vcard_builder import CardBuilder
from netdesk.formats.vcard_heads import Head, read_head, split_line
from netdesk.formats.vcard_lines import RawCard, raw_cards
from netdesk.formats.vcard_properties import HANDLERS, IGNORED, keep_unknown
from netdesk.formats.vcard_values import mended


def read_cards(data: bytes) -> Iterator[ContactCard | Unreadable]:
    """Give each card of a file, and each piece that could not be read with its line; raises for no bytes."""
    heads: dict[str, Head] = {}
    for found in raw_cards(decode_keeping_bytes(data)):
        yield found if isinstance(found, Unreadable) else _read_card(found, heads)


def _read_card(raw: RawCard, heads: dict[str, Head]) -> ContactCard | Unreadable:
    builder = CardBuilder(raw.line)
    handlers = HANDLERS
    for number, line in raw.lines:
        split = split_line(line)
        if split is None:
            _note_stray(builder, number, line)
            continue
        head = read_head(split[0], heads)
        name = head.name
        if name in IGNORED:
            continue
        value = split[1]
        if head.charset or not value.isprintable():
            value = mended(value, head.charset)
        if not value.strip():
            continue
        try:
            handlers.get(name, keep_unknown)(builder, head, value, number)
        except (ValueError, LookupError, ArithmeticError):
            builder.warn(number, f"{name or 'A line'} could not be understood.", line)
    card = builder.card()
    if card.is_empty and not (card.uid or card.extra):
        return Unreadable(
            raw.line, "This card holds nothing.", excerpt(" ".join(t for _, t in raw.lines[:5]))
        )
    return card


def _note_stray(builder: CardBuilder, number: int, line: str) -> None:
    if line.strip() and not line.lstrip().startswith("#"):
        builder.warn(number, "This line is no property: it has no colon.", mended(line, ""))

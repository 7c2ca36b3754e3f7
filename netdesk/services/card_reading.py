"""Photographed cards: what stands on one, who that is, and the card entered once a person has checked it.

A code is read first, because it is exact; the text only where no code holds the whole card. Nothing here writes
anything but `add_read_card`, which is called with what a person has seen and corrected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from netdesk.background.jobs import Report
from netdesk.background.text_reading import TextReader, TextReadingError, is_available
from netdesk.formats.card_fields import CardField, CardText, FieldKind
from netdesk.formats.card_lines import TextLine
from netdesk.formats.card_text import read_card_text
from netdesk.formats.contact_card import ContactCard
from netdesk.formats.picture_codes import codes_in
from netdesk.formats.qr_card import CodeContent, CodeKind, read_code
from netdesk.method.contact_kinds import PointKind
from netdesk.method.dates import parse_partial
from netdesk.method.names import NameParts, split_full_name
from netdesk.services.card_entry import AddedCard, add_card, fill_gaps
from netdesk.services.card_matching import who_is_meant
from netdesk.services.card_values import CleanCard, clean_card
from netdesk.services.contact_points import Point, address_from
from netdesk.services.history_words import in_title
from netdesk.services.people import PersonDraft, PersonName, clean_draft, person_name
from netdesk.services.typed_text import LINE, PAGE, clean_line, clean_text
from netdesk.store.workspace import Workspace

__all__ = [
    "CardField", "CardPicture", "FieldKind", "Meant", "ReadCard", "Source", "TextReader", "add_read_card",
    "checked_draft", "is_available", "read_card", "who_is_on",
]  # fmt: skip

UNSURE_BELOW = 0.8
"""A field less sure than this is marked for the person to check."""
_LONGEST_CODE = 500
_POINTS = {
    FieldKind.EMAIL: PointKind.EMAIL,
    FieldKind.PHONE: PointKind.PHONE,
    FieldKind.WEB: PointKind.WEB,
    FieldKind.ADDRESS: PointKind.ADDRESS,
}


class Source(StrEnum):
    """Where the fields of a card come from."""

    CODE = "code"
    TEXT = "text"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A decoded picture: ``grey`` has one byte a pixel, ``width`` by ``height``; ``data`` is what is kept of it."""

    grey: bytes
    width: int
    height: int
    data: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class ReadCard:
    """What was read of a card; nothing of it is kept yet.

    ``draft`` holds what a code says beyond the fields, such as a birthday; ``turn`` is by how many degrees clockwise
    the picture must be turned to stand upright; ``trouble`` is a sentence when the text could not be read.
    """

    source: Source
    fields: tuple[CardField, ...] = ()
    draft: PersonDraft = field(default_factory=PersonDraft)
    turn: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """A contact who is on a card: surely, or perhaps."""

    person: PersonName
    is_sure: bool


def read_card(picture: CardPicture, reader: TextReader | None, region: str, report: Report) -> ReadCard:
    """Read a card's code, else its text; without a ``reader`` only codes. Raises ``Cancelled`` when asked to stop.

    ``region`` ("GB") is for phone numbers without a prefix.
    """
    codes = [read_code(text) for text in codes_in(picture.grey, picture.width, picture.height)]
    card = next((code.card for code in codes if code.card is not None), None)
    if card is not None:
        return _from_code(card, [code for code in codes if code.card is not card])
    others = tuple(_code_field(code) for code in codes if code.text)
    text, trouble = CardText(), ""
    if reader is not None:
        report()
        try:
            seen = reader.read(picture.data, report)
        except TextReadingError as error:
            trouble = str(error)
        else:
            lines = (TextLine(s.text, s.left, s.top, s.width, s.height, s.confidence) for s in seen)
            text = read_card_text(lines, region)
    source = Source.TEXT if text.fields else Source.CODE if others else Source.NOTHING
    return ReadCard(source, _with(text.fields, others), turn=text.turn, trouble=trouble)


def checked_draft(read: ReadCard, fields: Sequence[CardField]) -> PersonDraft:
    """The contact a person made of what was read: the fields as corrected, and what the code says besides.

    Raises ``InvalidInput`` naming the field.
    """
    single = {kind: _text_of(fields, kind) for kind in FieldKind if kind not in _POINTS}
    draft = read.draft
    name = single[FieldKind.NAME]
    if name != draft.name or not name:
        parts = split_full_name(name)
        if name and parts == NameParts():
            parts = NameParts(given=name)
        draft = replace(
            draft,
            prefix=parts.prefix,
            given=parts.given,
            additional=parts.additional,
            family=parts.family,
            suffix=parts.suffix,
        )
    draft = replace(
        draft,
        organisation=single[FieldKind.ORGANISATION],
        role=single[FieldKind.ROLE],
        note=single[FieldKind.NOTE],
        points=tuple(_point(one, read.draft) for one in fields if one.kind in _POINTS and one.value.strip()),
    )
    return clean_draft(draft)


def who_is_on(ws: Workspace, event_id: int | None, draft: PersonDraft, region: str) -> Meant | None:
    """The contact a card probably belongs to."""
    person, perhaps = who_is_meant(ws, event_id, draft, region)
    if person is not None:
        return Meant(person_name(ws, person), True)
    return Meant(perhaps.person, False) if perhaps is not None else None


def add_read_card(
    ws: Workspace,
    event_id: int | None,
    draft: PersonDraft,
    now: datetime,
    *,
    person_id: int | None = None,
    picture: bytes | None = None,
    media_type: str = "",
    region: str = "",
) -> AddedCard:
    """Enter a checked card with its picture: of the contact ``person_id``, whose gaps it fills, else of a new one.

    Raises ``InvalidInput`` naming the field, ``NotFound``.
    """
    if person_id is None:
        return add_card(
            ws, event_id, draft, now, photo=picture, media_type=media_type, anew=True, region=region
        )
    with ws.change(f"Add the card of {in_title(clean_draft(draft).name)}"):
        added = add_card(ws, event_id, person_id, now, photo=picture, media_type=media_type, region=region)
        fill_gaps(ws, person_id, clean_draft(draft), region)
    return added


def _from_code(card: ContactCard, others: Sequence[CodeContent]) -> ReadCard:
    clean, _ = clean_card(card)
    draft = _draft_of(clean)
    fields = [
        CardField(kind, text, 1.0)
        for kind, text in (
            (FieldKind.NAME, draft.name if clean.has_own_name else ""),
            (FieldKind.ORGANISATION, draft.organisation),
            (FieldKind.ROLE, draft.role),
        )
        if text
    ]
    kinds = {point: kind for kind, point in _POINTS.items()}
    fields += [
        CardField(kinds[point.kind], point.value, 1.0, point.label)
        for point in draft.points
        if point.kind in kinds
    ]
    if draft.note:
        fields.append(CardField(FieldKind.NOTE, draft.note, 1.0))
    more = _with(
        tuple(fields), tuple(_code_field(code) for code in others if code.text and code.card is None)
    )
    return ReadCard(Source.CODE, more, draft)


def _draft_of(card: CleanCard) -> PersonDraft:
    return PersonDraft(
        prefix=card.prefix,
        given=card.given,
        additional=card.additional,
        family=card.family,
        suffix=card.suffix,
        nickname=card.nickname,
        organisation=card.organisation,
        department=card.department,
        role=card.role,
        note=card.note,
        birthday=parse_partial(card.birthday) if card.birthday else None,
        anniversary=parse_partial(card.anniversary) if card.anniversary else None,
        points=tuple(
            Point(PointKind(one.kind), one.value, one.label, one.preferred, address_from(one.parts))
            for one in card.points
        ),
    )


def _code_field(code: CodeContent) -> CardField:
    """An address or number in a code is a field; other words are for the note, to be looked at."""
    kinds = {CodeKind.WEB: FieldKind.WEB, CodeKind.EMAIL: FieldKind.EMAIL, CodeKind.PHONE: FieldKind.PHONE}
    if code.kind in kinds:
        return CardField(kinds[code.kind], code.text, 1.0)
    return CardField(FieldKind.NOTE, f"Code on the card: {code.text[:_LONGEST_CODE]}", 0.5)


def _with(fields: tuple[CardField, ...], more: Sequence[CardField]) -> tuple[CardField, ...]:
    """The fields, and those of a code that are not among them; all notes as one."""
    bare = {(one.kind, _bare(one.value)) for one in fields}
    together = [*fields, *(one for one in more if (one.kind, _bare(one.value)) not in bare)]
    notes = [one for one in together if one.kind is FieldKind.NOTE]
    if len(notes) > 1:
        text = "\n".join(one.value for one in notes)
        note = CardField(FieldKind.NOTE, text, min(one.confidence for one in notes))
        together = [*(one for one in together if one.kind is not FieldKind.NOTE), note]
    return tuple(together)


def _bare(value: str) -> str:
    text = value.casefold().rstrip("/")
    for start in ("https://", "http://", "www."):
        text = text.removeprefix(start)
    return text


def _text_of(fields: Sequence[CardField], kind: FieldKind) -> str:
    texts = [one.value.strip() for one in fields if one.kind is kind and one.value.strip()]
    if kind is FieldKind.NOTE:
        return clean_text("\n".join(texts), PAGE, field="note")
    return clean_line(" ".join(texts), LINE, field="given" if kind is FieldKind.NAME else kind.value)


def _point(one: CardField, read: PersonDraft) -> Point:
    kind = _POINTS[one.kind]
    value = one.value.strip()
    as_read = next((point for point in read.points if (point.kind, point.value) == (kind, value)), None)
    if as_read is not None:
        return as_read
    return Point(kind, value, one.label or kind.use_labels[0])

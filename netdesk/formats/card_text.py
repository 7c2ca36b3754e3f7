"""The lines read from a photographed card, sorted into the fields of a contact, each with a confidence.

A line comes with its box and with how sure the reader of letters was. What is unmistakable goes first (e-mail, web,
phones). The rest is told apart by its own words (legal forms, roles, streets), by the e-mail (its first part is the
person's, its domain the firm's) and by how a card looks: the name is the largest line that could be one, and the
lines of an address stand under each other. How well that fits, times how sure the letters are, is the confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from netdesk.formats.card_fields import CardField, CardText, FieldKind
from netdesk.formats.card_lines import TextLine, around, in_reading_order, mended_line
from netdesk.formats.card_places import is_country, is_town_line, reads_as_address
from netdesk.formats.signature_evidence import Evidence, is_name
from netdesk.formats.signature_parts import take_emails, take_phones, take_web
from netdesk.formats.signature_pieces import pieces_of
from netdesk.formats.signature_words import FIRM, LABEL_OF_FIELD, LEGAL_FORM, ROLE

__all__ = ["CardField", "CardText", "FieldKind", "TextLine", "read_card_text"]

_MOST_LINES = 200
_LONGEST_LINE = 300


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line that no address, number or link took; ``place`` counts the lines from the top."""

    text: str
    line: TextLine
    place: int


def read_card_text(lines: Iterable[TextLine], region: str = "") -> CardText:
    """Sort the lines of a card into fields; ``region`` ("GB") is for phone numbers without a prefix. Never raises."""
    given = [replace(line, text=mended_line(line.text)) for line in list(lines)[:_MOST_LINES]]
    ordered, turn = in_reading_order([line for line in given if 0 < len(line.text) <= _LONGEST_LINE])
    card = _Card(ordered, region)
    card.sort()
    return CardText(tuple(card.fields()), turn)


class _Card:
    """The fields of one card while they are being found."""

    def __init__(self, lines: Sequence[TextLine], region: str) -> None:
        self._certain: list[CardField] = []
        self._pieces: list[_Piece] = []
        self._region = region
        for place, line in enumerate(lines):
            self._take_certain(place, line)
        email = next((one.value for one in self._certain if one.kind is FieldKind.EMAIL), "")
        web = next((one.value for one in self._certain if one.kind is FieldKind.WEB), "")
        self._evidence = Evidence(email, web)
        self._single: dict[FieldKind, CardField] = {}
        self._address: list[_Piece] = []
        self._left: list[_Piece] = []

    def sort(self) -> None:
        """Place each piece, the surest first."""
        waiting = list(self._pieces)
        for step in (self._by_label, self._as_address, self._as_firm, self._as_role, self._as_name):
            waiting = step(waiting)
        waiting = self._as_firm_by_looks(self._rest_of_address(waiting))
        self._left = waiting

    def fields(self) -> list[CardField]:
        """What was found: name, organisation, role, then ways to reach them, then what was left over."""
        found = [self._single[kind] for kind in FieldKind if kind in self._single]
        found += sorted(self._certain, key=lambda one: list(FieldKind).index(one.kind))
        if self._address:
            lines = sorted(self._address, key=lambda piece: piece.place)
            sure = min(
                0.9 if reads_as_address(piece.text) or is_country(piece.text) else 0.7 for piece in lines
            )
            text = "\n".join(piece.text for piece in lines)
            found.append(_field(FieldKind.ADDRESS, text, sure, [piece.line for piece in lines]))
        if self._left:
            text = "\n".join(piece.text for piece in self._left)
            found.append(_field(FieldKind.NOTE, text, 0.6, [piece.line for piece in self._left]))
        return found

    # What is unmistakable ------------------------------------------------------------------

    def _take_certain(self, place: int, line: TextLine) -> None:
        text, emails = take_emails(line.text)
        text, web, social = take_web(text)
        text, phones = take_phones(text, self._region)
        # Hardly anybody's e-mail has a capital; a reader of letters often sees one at the start.
        for address in emails:
            self._certainly(
                FieldKind.EMAIL, address if address[1:] != address[1:].lower() else address.lower(), line
            )
        for link in [*web, *(address for _, address in social if "/" in address)]:
            self._certainly(FieldKind.WEB, link, line)
        for phone in phones:
            self._certainly(FieldKind.PHONE, phone.typed, line, phone.label)
        for piece in [text] if is_town_line(text) else pieces_of(text):
            if len(piece) > 1 or piece.isalnum():
                self._pieces.append(_Piece(piece, line, place))

    def _certainly(self, kind: FieldKind, value: str, line: TextLine, label: str = "") -> None:
        known = {(one.kind, one.value.casefold()) for one in self._certain}
        if (kind, value.casefold()) not in known:
            self._certain.append(_field(kind, value, 0.99, [line], label))

    # What words and looks tell -----------------------------------------------------------------

    def _by_label(self, waiting: list[_Piece]) -> list[_Piece]:
        """ "Company: Acme" says itself what it is."""
        rest = []
        for piece in waiting:
            label = LABEL_OF_FIELD.match(piece.text)
            value = piece.text[label.end() :].strip() if label else ""
            if label is None or not value:
                rest.append(piece)
            elif label["field"].casefold() in {"address", "adresse"}:
                self._address.append(replace(piece, text=value))
            else:
                rest += self._keep(_kind_of(label["field"].casefold()), replace(piece, text=value), 0.95)
        return rest

    def _as_address(self, waiting: list[_Piece]) -> list[_Piece]:
        rest = []
        for piece in waiting:
            if reads_as_address(piece.text) and not LEGAL_FORM.search(piece.text):
                self._address.append(piece)
            else:
                rest.append(piece)
        return rest

    def _as_firm(self, waiting: list[_Piece]) -> list[_Piece]:
        """The firm: a legal form, or the words of the e-mail's domain; the two together are surest."""
        best: tuple[float, _Piece] | None = None
        named = [piece for piece in waiting if self._names_the_person(piece.text) and is_name(piece.text)]
        for piece in waiting:
            legal = LEGAL_FORM.search(piece.text) is not None
            firms = self._evidence.is_firms(piece.text)
            worded = legal or FIRM.search(piece.text) is not None
            # A firm called after its owner is known by its whole name in the domain, when the owner stands elsewhere.
            whole = self._evidence.is_whole_firm(piece.text) and any(one is not piece for one in named)
            if not (legal or firms) or (self._names_the_person(piece.text) and not (worded or whole)):
                continue
            if ROLE.search(piece.text) and not worded:
                continue
            sure = 0.97 if legal and firms else 0.93 if legal else 0.9
            if best is None or (sure, piece.line.height) > (best[0], best[1].line.height):
                best = sure, piece
        return self._without(waiting, FieldKind.ORGANISATION, best)

    def _as_role(self, waiting: list[_Piece]) -> list[_Piece]:
        best: tuple[float, _Piece] | None = None
        for piece in waiting:
            if not ROLE.search(piece.text) or len(piece.text.split()) > 9:
                continue
            # "Sales Partners" at the head of a card may be the firm; a role is never its largest line.
            sure = 0.9 if not FIRM.search(piece.text) else 0.75
            if best is None or sure > best[0]:
                best = sure, piece
        return self._without(waiting, FieldKind.ROLE, best)

    def _as_name(self, waiting: list[_Piece]) -> list[_Piece]:
        """The name: what the e-mail's first part says, else the largest line that could be one."""
        best: tuple[float, float, _Piece] | None = None
        for piece in waiting:
            words = piece.text.split()
            if not is_name(piece.text) or len(words) > 5 or is_country(piece.text):
                continue
            persons = self._names_the_person(piece.text)
            sure = (
                0.97
                if persons and len(words) > 1
                else 0.8
                if persons
                else 0.72
                if 2 <= len(words) <= 4
                else 0.5
            )
            if FIRM.search(piece.text) and not persons:
                sure -= 0.2
            rank = sure + 0.3 * self._size(piece)
            if best is None or rank > best[0]:
                best = rank, sure, piece
        if best is None:
            return waiting
        rank, sure, piece = best
        # The largest line of all is a better guess than the first one of usual size.
        sure = min(sure + 0.06, 0.98) if self._size(piece) >= 1 and sure > 0.6 else sure
        return self._without(waiting, FieldKind.NAME, (sure, replace(piece, text=_in_usual_case(piece.text))))

    def _as_firm_by_looks(self, waiting: list[_Piece]) -> list[_Piece]:
        """Without any sure sign the firm is a line with a firm's word, else the largest that is left."""
        if FieldKind.ORGANISATION in self._single or not waiting:
            return waiting
        able = [
            piece
            for piece in waiting
            if re.search(r"[^\W\d_]{2}", piece.text) and len(piece.text.split()) <= 6
        ]
        if not able:
            return waiting
        piece = max(able, key=lambda one: (FIRM.search(one.text) is not None, one.line.height, -one.place))
        return self._without(
            waiting, FieldKind.ORGANISATION, (0.82 if FIRM.search(piece.text) else 0.6, piece)
        )

    def _rest_of_address(self, waiting: list[_Piece]) -> list[_Piece]:
        """A town, a country or a line with a house number right above or below an address belongs to it."""
        if not self._address:
            return waiting
        places = {piece.place for piece in self._address}
        rest = []
        for piece in waiting:
            near = any(abs(piece.place - place) <= 1 for place in places)
            odd = re.search(r"\d", piece.text) or is_country(piece.text) or piece.place in places
            if near and odd and not FIRM.search(piece.text):
                self._address.append(piece)
                places.add(piece.place)
            else:
                rest.append(piece)
        return rest

    # What these have in common -----------------------------------------------------------------

    def _names_the_person(self, text: str) -> bool:
        return self._evidence.is_persons(text)

    def _size(self, piece: _Piece) -> float:
        """How a line's height stands between the card's usual (0) and its largest (1)."""
        heights = [one.line.height for one in self._pieces]
        usual, largest = median(heights), max(heights)
        return (piece.line.height - usual) / (largest - usual) if largest > usual else 0.0

    def _keep(self, kind: FieldKind, piece: _Piece, sure: float) -> list[_Piece]:
        """Keep a piece as a field, or give it back when that field is taken."""
        if kind in self._single:
            return [piece]
        self._single[kind] = _field(kind, piece.text, sure, [piece.line])
        return []

    def _without(
        self, waiting: list[_Piece], kind: FieldKind, best: tuple[float, _Piece] | None
    ) -> list[_Piece]:
        """Keep the best piece as a field and give the others."""
        if best is None or kind in self._single:
            return waiting
        sure, piece = best
        self._keep(kind, piece, sure)
        gone = next(
            one
            for one in waiting
            if one.place == piece.place and one.text.casefold() == piece.text.casefold()
        )
        return [one for one in waiting if one is not gone]


def _kind_of(label: str) -> FieldKind:
    if label == "name":
        return FieldKind.NAME
    return (
        FieldKind.ROLE
        if label == "role" or "title" in label or label == "position"
        else FieldKind.ORGANISATION
    )


def _field(kind: FieldKind, text: str, sure: float, lines: Sequence[TextLine], label: str = "") -> CardField:
    """A field as sure as it fits, times the least sure of its letters."""
    letters = min(max(0.0, min(line.confidence, 1.0)) for line in lines)
    return CardField(kind, text, round(sure * letters, 3), label, around(lines))


def _in_usual_case(name: str) -> str:
    """Write a name printed in capitals as one writes it: "PRIYA O'NEIL" is "Priya O'Neil"."""
    if not name.isupper() or len(name) < 4:
        return name
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)

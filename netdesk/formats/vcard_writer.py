"""Writing contacts as vCard 3.0, or 4.0 on wish, so that reading them again gives the same contacts."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from typing import Literal
from urllib.parse import quote

from netdesk.formats.contact_card import CardPoint, ContactCard
from netdesk.formats.partial_dates import NO_YEAR
from netdesk.formats.vcard_builder import escaped
from netdesk.formats.vcard_properties import IM_SCHEMES

Version = Literal["3.0", "4.0"]

FOLD_AT = 75  # octets, without the line end (RFC 2425, 5.8.1; RFC 6350, 3.2)

_DEVICES = {"mobile": "CELL", "fax": "FAX", "pager": "PAGER", "main": "MAIN"}
_PLACES = {"work": "WORK", "home": "HOME"}
_GROUP = re.compile(r"item(\d+)\.", re.IGNORECASE)
_PLAIN_SERVICE = re.compile(r"[a-z0-9]{2,30}")
_BREAKS = re.compile("[\r\n\x00]+")


def write_cards(cards: Iterable[ContactCard], version: Version = "3.0") -> Iterator[bytes]:
    """Give each card as UTF-8 bytes with CRLF line ends, ready to be written one after the other."""
    for card in cards:
        yield write_card(card, version).encode("utf-8", "replace")


def write_card(card: ContactCard, version: Version = "3.0") -> str:
    """Give one card as text, folded at 75 octets, kept-aside properties at its end."""
    lines = _CardLines(card, version)
    lines.head()
    for point in card.points:
        lines.point(point)
    lines.rest()
    lines.add("END:VCARD")
    return "".join(lines.found)


def folded(line: str) -> str:
    """Fold a content line at 75 octets, never inside a character, and end it with CRLF."""
    if len(line) <= FOLD_AT and line.isascii():
        return line + "\r\n"
    pieces: list[str] = []
    data = line.encode("utf-8", "replace")
    start, room = 0, FOLD_AT
    while start < len(data):
        end = min(start + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end].decode("utf-8"))
        start, room = end, FOLD_AT - 1
    return "\r\n ".join(pieces) + "\r\n"


class _CardLines:
    """The lines of one card while it is written; hands out ``itemN`` groups the kept lines do not use."""

    def __init__(self, card: ContactCard, version: Version) -> None:
        self.card = card
        self.version = version
        self.found: list[str] = []
        self._taken = {int(number) for line in card.extra for number in _GROUP.findall(line)}
        self._last = 0

    def add(self, line: str) -> None:
        self.found.append(folded(line))

    def text(self, name: str, value: str) -> None:
        if value:
            self.add(f"{name}:{escaped(value)}")

    def labelled(self, line: str, label: str) -> None:
        """Write a line whose label is a person's own word, the way address books do: in a group."""
        if not label:
            self.add(line)
            return
        self._last += 1
        while self._last in self._taken:
            self._last += 1
        self.add(f"item{self._last}.{line}")
        self.add(f"item{self._last}.X-ABLabel:{escaped(label)}")

    def head(self) -> None:
        card = self.card
        self.add("BEGIN:VCARD")
        self.add(f"VERSION:{self.version}")
        self.add("PRODID:-//NetDesk//NetDesk//EN")
        self.text("UID", card.uid)
        self.add("FN:" + escaped(card.display_name))
        names = (card.family, card.given, card.additional, card.prefix, card.suffix)
        self.add("N:" + ";".join(escaped(name) for name in names))
        self.text("NICKNAME", card.nickname)
        if card.organisation or card.department:
            department = f";{escaped(card.department)}" if card.department else ""
            self.add(f"ORG:{escaped(card.organisation)}{department}")
        self.text("TITLE", card.role)

    def point(self, point: CardPoint) -> None:
        if point.kind == "social":
            self._social(point)
            return
        types, label = _types(point.label)
        if point.kind == "email" and self.version == "3.0":
            types.insert(0, "INTERNET")
        params = self._params(types, point.preferred)
        if point.kind == "address":
            line = f"ADR{params}:{_address(point)}"
        elif point.kind == "web":
            line = f"URL{params}:{escaped(point.value)}"
        else:
            line = f"{'EMAIL' if point.kind == 'email' else 'TEL'}{params}:{escaped(point.value)}"
        self.labelled(line, label)

    def _params(self, types: list[str], preferred: bool) -> str:
        if preferred and self.version == "3.0":
            types = [*types, "PREF"]
        params = f";TYPE={','.join(types)}" if types else ""
        return params + (";PREF=1" if preferred and self.version == "4.0" else "")

    def _social(self, point: CardPoint) -> None:
        preferred = self._params([], point.preferred)
        if point.label == "linkedin" and "linkedin.com/" in point.value.lower():
            # As a web address every address book shows it; the reader knows it again by its host.
            self.add(f"URL{preferred}:{escaped(point.value)}")
        elif point.label in IM_SCHEMES:
            value = quote(point.value, safe="@+.-_~/")
            self.add(f"IMPP;X-SERVICE-TYPE={point.label}{preferred}:{IM_SCHEMES[point.label]}:{value}")
        elif _PLAIN_SERVICE.fullmatch(point.label):
            line = f"X-SOCIALPROFILE;X-SERVICE-TYPE={point.label};TYPE={point.label}{preferred}"
            self.add(f"{line}:{escaped(point.value)}")
        else:
            self.labelled(f"X-SOCIALPROFILE{preferred}:{escaped(point.value)}", point.label)

    def rest(self) -> None:
        card = self.card
        self._dates()
        for relation in card.relations:
            if self.version == "4.0":
                self.labelled(f"RELATED;VALUE=text:{escaped(relation.name)}", relation.label)
            else:
                self.labelled(f"X-ABRELATEDNAMES:{escaped(relation.name)}", relation.label)
        if card.categories:
            self.add("CATEGORIES:" + ",".join(escaped(name) for name in card.categories))
        self.text("NOTE", card.note)
        self._kind()
        self._photo()
        for line in card.extra:
            self.add(_BREAKS.sub(" ", line))

    def _dates(self) -> None:
        card = self.card
        if card.birthday:
            self.add("BDAY" + self._date(card.birthday))
        if card.anniversary and self.version == "4.0":
            self.add("ANNIVERSARY" + self._date(card.anniversary))
        elif card.anniversary:
            self.labelled("X-ABDATE" + self._date(card.anniversary), "_$!<Anniversary>!$_")
        self.text("X-NETDESK-CONNECTED-ON", card.connected_on or "")

    def _date(self, date: str) -> str:
        """Write a date after its property's name; 3.0 knows none without a year, so Apple's way is taken."""
        if re.fullmatch(r"--\d\d-\d\d", date):
            if self.version == "4.0":
                return f":--{date[2:4]}{date[5:]}"
            return f";X-APPLE-OMIT-YEAR={NO_YEAR}:{NO_YEAR}{date[1:]}"
        if self.version == "4.0" and re.fullmatch(r"\d{4}-\d\d-\d\d", date):
            return ":" + date.replace("-", "")
        return ":" + date

    def _kind(self) -> None:
        kind = self.card.kind
        if not kind:
            return
        if self.version == "4.0":
            self.text("KIND", kind)
        elif kind == "org":
            self.add("X-ABShowAs:COMPANY")
        else:
            self.text("X-ADDRESSBOOKSERVER-KIND", kind)

    def _photo(self) -> None:
        photo = self.card.photo
        if photo is None:
            return
        data = base64.b64encode(photo.data).decode("ascii")
        if self.version == "4.0":
            self.add(f"PHOTO:data:{photo.media_type};base64,{data}")
        else:
            self.add(f"PHOTO;ENCODING=b;TYPE={photo.media_type.rpartition('/')[2].upper()}:{data}")


def _types(label: str) -> tuple[list[str], str]:
    """Give the TYPE words for a usual label and "", or none and the label itself."""
    place, _, device = label.rpartition(" ")
    if label in _PLACES:
        return [_PLACES[label]], ""
    if device in _DEVICES and not place:
        return [_DEVICES[device]], ""
    if device in _DEVICES and place in _PLACES:
        return [_PLACES[place], _DEVICES[device]], ""
    return [], label


def _address(point: CardPoint) -> str:
    parts = point.parts
    if parts is None:
        return f";;{escaped(point.value)};;;;"
    fields = (
        parts.po_box,
        parts.extended,
        parts.street,
        parts.locality,
        parts.region,
        parts.postcode,
        parts.country,
    )
    return ";".join(escaped(field) for field in fields)

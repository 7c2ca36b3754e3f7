"""One typed line, or a pasted e-mail signature, taken apart into the fields of a contact.

What is unmistakable goes first (e-mail, web, phones). The remaining pieces are told apart by words (firms end in
"Ltd" or "GmbH", roles hold "director"), by the e-mail (its domain is the firm's, its first part the person's name)
and, where nothing else helps, by their order: people write the name first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from netdesk.formats.signature_evidence import Evidence, is_name
from netdesk.formats.signature_parts import TAKEN, CapturedPhone, take_emails, take_phones, take_web
from netdesk.formats.signature_pieces import below_the_closing, is_address, pieces_of
from netdesk.formats.signature_words import (
    FIRM,
    LABEL_OF_FIELD,
    LEGAL_FORM,
    ROLE,
)
from netdesk.method.names import NameParts, split_full_name

_LONGEST = 5000
_AT = re.compile(r"(?:\s+(?:at|from|bei|chez|@)|(?:(?<=ounder)|(?<=wner))\s+of)\s+(?=[A-ZÄÖÜ0-9])")
_FULL_LOCAL = re.compile(r"([^\W\d_]{2,})[._]([^\W\d_]{2,})$")


@dataclass(frozen=True, slots=True)
class Capture:
    """What was understood of a line or signature; ``leftovers`` is what was not, piece by piece."""

    name: NameParts = field(default_factory=NameParts)
    organisation: str = ""
    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[CapturedPhone, ...] = ()
    web: tuple[str, ...] = ()
    social: tuple[tuple[str, str], ...] = ()  # (service, address); the service is "" for a bare handle
    address: str = ""
    leftovers: tuple[str, ...] = ()


class _Sorting(Evidence):
    """The fields while the pieces are being sorted into them."""

    def __init__(self, emails: list[str], web: list[str]) -> None:
        super().__init__(emails[0] if emails else "", web[0] if web else "")
        self.name = self.organisation = self.role = ""
        self.address: list[str] = []
        self.leftovers: list[str] = []


def read_signature(text: str, default_region: str = "") -> Capture:
    """Take a line or signature apart; ``default_region`` ("GB") is for phone numbers without a prefix. Never raises."""
    text = text[:_LONGEST].replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").replace(TAKEN, " ")
    text, dropped = below_the_closing(text)
    text, emails = take_emails(text)
    text, web, social = take_web(text)
    text, phones = take_phones(text, default_region)
    sorting = _Sorting(emails, web)
    sorting.leftovers += dropped
    unsure: list[str] = []
    whole = [piece for line in text.split("\n") for piece in pieces_of(line)]
    alone = len(whole) == 1
    for piece in [part for one in whole for part in _apart(one, sorting, alone)]:
        if not _place(piece, sorting):
            unsure.append(piece)
    for piece in unsure:
        _place_by_order(piece, sorting)
    if not sorting.name and emails and (full := _FULL_LOCAL.match(emails[0].partition("@")[0])):
        # Nobody gave a name: "jane.doe@…" says it well enough to be corrected by hand.
        sorting.name = f"{full[1]} {full[2]}".title()
    return Capture(
        split_full_name(sorting.name),
        sorting.organisation,
        sorting.role,
        tuple(emails),
        tuple(phones),
        tuple(web),
        tuple(social),
        "\n".join(sorting.address),
        tuple(sorting.leftovers),
    )


def _apart(piece: str, sorting: _Sorting, alone: bool) -> list[str]:
    """Split "Jane Doe Founder Acme Ltd" or "Director at Acme" into its fields; most pieces come back whole.

    Where other pieces stand beside this one (not ``alone``), only the e-mail's evidence splits name from firm.
    """
    at = _AT.split(piece, maxsplit=1)
    if len(at) == 2 and (ROLE.search(at[0]) or (is_name(at[0]) and not FIRM.search(at[0]))):
        return [*_apart(at[0], sorting, True), "firm: " + at[1]]
    words = piece.split()
    if len(words) < 3 or is_address(piece):
        return [piece]
    role = ROLE.search(piece)
    if role and len(words) >= 4 and piece[: role.start()].strip():
        return _around_role(piece, role, sorting)
    if len(words) >= 3 and not role:
        cut = _name_length(words, sorting) if alone or sorting.is_persons(piece) else 0
        rest = " ".join(words[cut:])
        name = " ".join(words[:cut])
        if cut and (sorting.is_persons(name) or not sorting.is_firms(name)) and _reads_as_firm(rest, sorting):
            return [" ".join(words[:cut]), "firm: " + rest]
        front = _firm_in_front(words, sorting)
        if front:
            return ["firm: " + " ".join(words[:front]), " ".join(words[front:])]
    return [piece]


def _around_role(piece: str, role: re.Match[str], sorting: _Sorting) -> list[str]:
    """Split a piece with a role word in the middle when a name stands before it."""
    before = piece[: role.start()].split()
    behind = piece[role.end() :].split()
    cut = _name_length(before, sorting) if len(before) > 1 else 0
    if cut < 2 and not sorting.is_persons(" ".join(before[:2])):
        return [piece]
    cut = min(cut or 2, len(before))
    title = " ".join([*before[cut:], role.group()])
    rest = " ".join(behind)
    if not rest:
        return [" ".join(before[:cut]), title]
    if _reads_as_firm(rest, sorting):
        return [" ".join(before[:cut]), title, "firm: " + rest]
    return [" ".join(before[:cut]), f"{title} {rest}"]


def _reads_as_firm(text: str, sorting: _Sorting) -> bool:
    """Tell a firm from other words; a legal form by itself is none."""
    bare = LEGAL_FORM.sub(" ", text).strip()
    return bool(bare) and (
        LEGAL_FORM.search(text) is not None or FIRM.search(text) is not None or sorting.is_firms(text)
    )


def _name_length(words: list[str], sorting: _Sorting) -> int:
    """Say how many words at the beginning are the person's name: as far as the e-mail tells, else two."""
    known = 0
    for number, word in enumerate(words[:4], start=1):
        if sorting.local_words and sorting.is_persons(word) and not sorting.is_firms(word):
            known = number
    if known >= 2:
        return known
    start = 3 if words[0].rstrip(".").casefold() in ("dr", "mr", "mrs", "ms", "prof", "miss") else 2
    return start if is_name(" ".join(words[:start])) and not FIRM.search(" ".join(words[:start])) else 0


def _firm_in_front(words: list[str], sorting: _Sorting) -> int:
    """Say how many words at the beginning are a firm, when a legal form ends it and a name follows."""
    for number, word in enumerate(words[:-1], start=1):
        if number > 1 and LEGAL_FORM.search(" " + word) and is_name(" ".join(words[number:])):
            return number
    rest = " ".join(words[-2:])
    if len(words) > 2 and sorting.is_persons(rest) and sorting.is_firms(" ".join(words[:-2])):
        return len(words) - 2
    return 0


def _place(piece: str, sorting: _Sorting) -> bool:
    """Put a piece where its words say it belongs; tell whether they did."""
    if piece.startswith("firm: "):
        return _take(sorting, "organisation", piece[6:])
    label = LABEL_OF_FIELD.match(piece)
    if label:
        return _place_labelled(label["field"].casefold(), piece[label.end() :].strip(), sorting)
    return _place_by_words(piece, sorting)


def _place_by_words(piece: str, sorting: _Sorting) -> bool:
    """Put an address, firm, name or role where it belongs by its own words and the e-mail's."""
    legal, role = LEGAL_FORM.search(piece) is not None, ROLE.search(piece) is not None
    persons, firms = sorting.is_persons(piece), sorting.is_firms(piece)
    if not legal and is_address(piece):
        sorting.address.append(piece)
    elif legal:
        _take(sorting, "organisation", piece)
    elif persons and not role and not sorting.name and is_name(piece) and len(piece.split()) > 1:
        sorting.name = piece
    elif role and not sorting.role and not (firms and FIRM.search(piece)):
        _take(sorting, "role", piece)
    elif firms and not persons:
        _take(sorting, "organisation", piece)
    else:
        return False
    return True


def _place_labelled(field: str, value: str, sorting: _Sorting) -> bool:
    if field in ("address", "adresse"):
        sorting.address.append(value)
        return True
    if field == "name":
        return _take(sorting, "name", value)
    return (
        _take(sorting, "role" if "ti" in field or field == "role" else "organisation", value)
        if value
        else True
    )


def _take(sorting: _Sorting, field: str, value: str) -> bool:
    if not getattr(sorting, field):
        setattr(sorting, field, value)
    elif value != getattr(sorting, field):
        sorting.leftovers.append(value)
    return True


def _place_by_order(piece: str, sorting: _Sorting) -> None:
    """Place what no word gave away: a firm's word last, the name first, the firm second, the rest is left over."""
    words = piece.split()
    if re.search(r"\d", piece) and sorting.address and not sorting.leftovers:
        sorting.address.append(piece)
    elif not sorting.name and is_name(piece) and not (FIRM.search(piece) and len(words) > 1):
        sorting.name = piece
    elif not sorting.organisation and len(words) <= 6 and re.search(r"[^\W\d_]", piece):
        sorting.organisation = piece
    elif sorting.address and len(words) <= 3:
        sorting.address.append(piece)
    else:
        sorting.leftovers.append(piece)

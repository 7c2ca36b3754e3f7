"""What each vCard property means for a contact: one small function per kind of property."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from netdesk.formats.contact_card import AddressParts
from netdesk.formats.partial_dates import partial_date
from netdesk.formats.vcard_builder import CardBuilder, apple_label, omitted_year
from netdesk.formats.vcard_heads import Head
from netdesk.formats.vcard_photo import read_photo
from netdesk.formats.vcard_values import bare_list, components, plain_text, settled

Handler = Callable[[CardBuilder, Head, str, int], None]

IGNORED = frozenset(("VERSION", "PRODID", "REV", "BEGIN", "END"))
IM_SCHEMES = {
    "aim": "aim", "icq": "icq", "jabber": "xmpp", "xmpp": "xmpp", "gtalk": "xmpp", "googletalk": "xmpp",
    "msn": "msnim", "skype": "skype", "yahoo": "ymsgr", "qq": "qq", "gadugadu": "gg", "telegram": "tg",
    "facebook": "xmpp",
}  # fmt: skip
_IM_PREFIX = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):(?!//)")
_BIDI = dict.fromkeys([0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_SYSTEM_GROUPS = frozenset(("mycontacts", "*mycontacts"))


def _name(card: CardBuilder, head: Head, value: str, line: int) -> None:
    if card.family or card.given:
        card.keep(head, settled(head, value))
        return
    parts = components(head, value)
    parts += [""] * (5 - len(parts))
    if "," in value:
        parts[2] = bare_list(value, " ", head, 2)
        parts[3] = bare_list(value, " ", head, 3)
        parts[4] = bare_list(value, ", ", head, 4)
    card.family, card.given, card.additional, card.prefix, card.suffix = (
        _one_line(part) for part in parts[:5]
    )


def _one_line(text: str) -> str:
    return " ".join(text.split()) if "\n" in text or "  " in text else text


def _formatted_name(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = _one_line(plain_text(head, value))
    if not card.formatted_name:
        card.formatted_name = text
    elif text != card.formatted_name:
        card.keep(head, settled(head, value))


def _nickname(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = _one_line(plain_text(head, value))
    card.nickname = f"{card.nickname}, {text}" if card.nickname else text


def _organisation(card: CardBuilder, head: Head, value: str, line: int) -> None:
    parts = [part for part in components(head, value) if part]
    if not parts:
        return
    if card.organisation:
        if parts[0] != card.organisation:
            card.keep(head, settled(head, value))
        return
    card.organisation = parts[0]
    card.department = ", ".join(parts[1:])


def _title(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = plain_text(head, value)
    if card.title and text != card.title:
        card.keep(head, settled(head, value))
    else:
        card.title = text


def _role(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = plain_text(head, value)
    if card.role and text != card.role:
        card.keep(head, settled(head, value))
    else:
        card.role = text


def _note(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = plain_text(head, value)
    if not card.note:
        card.note = text
    elif text not in card.note.split("\n\n"):
        card.note = f"{card.note}\n\n{text}"


def _uid(card: CardBuilder, head: Head, value: str, line: int) -> None:
    card.uid = card.uid or plain_text(head, value)


def _email(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = plain_text(head, value).strip("<>").strip()
    if text[:7].lower() == "mailto:":
        text = unquote(text[7:])
    if text:
        card.point("email", head, text)


def _phone(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = value if "\\" not in value and head.encoding != "qp" else plain_text(head, value)
    if not text.isprintable():
        text = text.translate(_BIDI)
    text = text.strip()
    if text[:4].lower() == "tel:":
        number, *params = unquote(text[4:]).split(";")
        extension = next((part[4:] for part in params if part[:4].lower() == "ext="), "")
        text = f"{number} ext. {extension}" if extension else number
    if text:
        card.point("phone", head, text)


def _address(card: CardBuilder, head: Head, value: str, line: int) -> None:
    parts = components(head, value)
    parts += [""] * (7 - len(parts))
    eighth = parts[7] if len(parts) > 7 else ""
    if not any(parts[:7]):
        if not eighth:
            return
        parts[2] = eighth
    elif parts[1] and not any(parts[:1] + parts[2:7]) and "\n" in parts[1]:
        # Gmail used to put the whole address into the second part, over several lines.
        parts[1], parts[2] = "", parts[1]
    address = AddressParts(*parts[:7])
    card.point("address", head, address.formatted(), parts=address)


def _printed_address(card: CardBuilder, head: Head, value: str, line: int) -> None:
    card.label_addresses.append((head, plain_text(head, value), line))


def _web(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = "".join(plain_text(head, value).split())
    if not text:
        return
    if "linkedin.com/" in text.lower():
        card.point("social", head, text, "linkedin")
    else:
        card.point("web", head, text)


def _social_profile(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = plain_text(head, value)
    text = text.removeprefix("x-apple:")
    text = text or head.params.get("X-USER", "")
    service = head.params.get("SERVICE-TYPE") or head.params.get("X-SERVICE-TYPE") or head.label
    if text:
        card.point("social", head, text, service.lower())


def _messenger(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = plain_text(head, value)
    match = _IM_PREFIX.match(text)
    scheme = ""
    if match:
        scheme = match.group(1).lower()
        text = unquote(text[match.end() :])
    service = head.params.get("X-SERVICE-TYPE") or head.params.get("SERVICE-TYPE") or scheme or head.label
    if text:
        card.point("social", head, text, service.lower())


def _messenger_named(service: str) -> Handler:
    def read(card: CardBuilder, head: Head, value: str, line: int) -> None:
        card.point("social", head, plain_text(head, value), service)

    return read


def _birthday(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = plain_text(head, value)
    date = partial_date(text, omitted_year(head))
    if date is None:
        if card.birthday is None:
            card.warn(line, "This birthday is not a date; it was kept as it is.", text)
        card.keep(head, settled(head, value))
    elif card.birthday is None:
        card.birthday = date
    elif date != card.birthday:
        card.keep(head, settled(head, value))


def _anniversary(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = plain_text(head, value)
    date = partial_date(text, omitted_year(head))
    if date is None:
        card.warn(line, "This anniversary is not a date; it was kept as it is.", text)
        card.keep(head, settled(head, value))
    elif card.anniversary is None:
        card.anniversary = date
    elif date != card.anniversary:
        card.keep(head, settled(head, value))


def _dated(card: CardBuilder, head: Head, value: str, line: int) -> None:
    card.dates.append((head, plain_text(head, value), line))


def _connected_on(card: CardBuilder, head: Head, value: str, line: int) -> None:
    card.connected_on = partial_date(plain_text(head, value))


def _categories(card: CardBuilder, head: Head, value: str, line: int) -> None:
    for name in plain_text(head, value).split(","):
        tag = name.strip()
        if tag and tag.replace(" ", "").lower() not in _SYSTEM_GROUPS:
            card.categories[tag] = None


def _kind(card: CardBuilder, head: Head, value: str, line: int) -> None:
    kind = plain_text(head, value).lower()
    card.kind = "" if kind == "individual" else kind


def _shown_as(card: CardBuilder, head: Head, value: str, line: int) -> None:
    if value.strip().upper() == "COMPANY":
        card.kind = card.kind or "org"


def _label(card: CardBuilder, head: Head, value: str, line: int) -> None:
    if head.group:
        card.labels[head.group] = apple_label(plain_text(head, value))
    else:
        keep_unknown(card, head, value, line)


def _related(card: CardBuilder, head: Head, value: str, line: int) -> None:
    text = plain_text(head, value)
    if head.name == "RELATED" and re.match(r"(urn|https?|mailto):", text, re.IGNORECASE):
        card.keep(head, settled(head, value))
    else:
        card.relations.append((head, "", text))


def _relation_named(label: str) -> Handler:
    def read(card: CardBuilder, head: Head, value: str, line: int) -> None:
        card.relations.append((head, label, plain_text(head, value)))

    return read


def keep_unknown(card: CardBuilder, head: Head, value: str, line: int) -> None:
    """Keep a property nobody here knows; one without a sound name is reported instead."""
    if re.fullmatch(r"[A-Z0-9-]+", head.name) and re.fullmatch(r"[\w-]*", head.group):
        card.keep(head, settled(head, value))
    else:
        card.warn(line, "This line is no property: its name makes no sense.", f"{head.name}:{value}")


HANDLERS: dict[str, Handler] = {
    "N": _name,
    "FN": _formatted_name,
    "NICKNAME": _nickname,
    "ORG": _organisation,
    "TITLE": _title,
    "ROLE": _role,
    "NOTE": _note,
    "UID": _uid,
    "EMAIL": _email,
    "TEL": _phone,
    "ADR": _address,
    "LABEL": _printed_address,
    "URL": _web,
    "X-SOCIALPROFILE": _social_profile,
    "SOCIALPROFILE": _social_profile,
    "IMPP": _messenger,
    "X-LINKEDIN": _messenger_named("linkedin"),
    "X-TWITTER": _messenger_named("twitter"),
    "X-MS-IMADDRESS": _messenger_named("messenger"),
    "BDAY": _birthday,
    "ANNIVERSARY": _anniversary,
    "X-ABDATE": _dated,
    "X-NETDESK-CONNECTED-ON": _connected_on,
    "CATEGORIES": _categories,
    "PHOTO": read_photo,
    "KIND": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "X-ABSHOWAS": _shown_as,
    "X-ABLABEL": _label,
    "RELATED": _related,
    "X-ABRELATEDNAMES": _related,
}
for _program in ("X-MS", "X", "X-EVOLUTION", "X-KADDRESSBOOK-X", "X-KADDRESSBOOK"):
    HANDLERS[f"{_program}-ANNIVERSARY"] = _anniversary
    HANDLERS[f"{_program}-SPOUSE"] = HANDLERS[f"{_program}-SPOUSESNAME"] = _relation_named("spouse")
    HANDLERS[f"{_program}-MANAGER"] = HANDLERS[f"{_program}-MANAGERSNAME"] = _relation_named("manager")
    HANDLERS[f"{_program}-ASSISTANT"] = HANDLERS[f"{_program}-ASSISTANTSNAME"] = _relation_named("assistant")
for _service in ("AIM", "ICQ", "JABBER", "GTALK", "MSN", "SKYPE", "YAHOO", "QQ", "GADUGADU"):
    HANDLERS[f"X-{_service}"] = _messenger_named(_service.lower())
HANDLERS["X-GOOGLE-TALK"] = HANDLERS["X-GTALK"]
HANDLERS["X-SKYPE-USERNAME"] = HANDLERS["X-SKYPE"]

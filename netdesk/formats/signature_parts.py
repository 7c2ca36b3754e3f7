"""The unmistakable parts of a signature (e-mail, web, profiles, phones), taken out of its text one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netdesk.formats.phone import extension_of, looks_like_phone, normalised
from netdesk.formats.signature_words import phone_label

TAKEN = "\x1f"  # stands where something was taken out, and so parts what was left and right of it

_EMAIL = re.compile(
    r"<?(?:mailto:)?([\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24})>?", re.IGNORECASE
)
_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>|,;\x1f]+", re.IGNORECASE)
_TOP = (
    "com|org|net|info|biz|io|co|eu|uk|de|at|ch|fr|es|it|nl|be|ie|us|ca|au|nz|se|no|dk|fi|pl|pt|app|dev|me|ai"
    "|example|studio|agency"
)
_BARE = re.compile(
    rf"(?<![\w@.])(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,4}}(?:{_TOP})\b(?:/[^\s<>|,;\x1f]*)?(?![\w@])"
)
_HANDLE = re.compile(
    r"(?:(?:^|(?<=[\s|,;]))(?P<service>twitter|x|instagram|insta|skype|mastodon|bluesky|threads)\s*:\s*)@?(?P<named>[\w.-]+)|(?:^|(?<=[\s|,;\x1f]))@(?P<bare>\w[\w.]{1,40})",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w.])[+＋(]{0,2}\d[\d\s().\-–/]{4,24}\d(?:\s*(?:ext|extn|x|durchwahl)\.?\s*\d{1,6}\b)?(?!\w)",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(
    r"(?:^|(?<=[\s|,;\x1f]))(?P<label>tel(?:ephone|efon)?|phone|ph|mob(?:ile)?|cell(?:phone)?|mobil|handy|fax|office|direct|home|work|main"
    r"|whatsapp|wa|switchboard|[tpmdochwf])\b(?:\s*(?:no|number|nr)\b)?\s*[.:|/)]*\s*$",
    re.IGNORECASE,
)
_LABEL_AFTER = re.compile(
    r"^\s*\((?P<label>mobile|mob|cell|m|work|office|w|home|h|fax|f|direct)\)", re.IGNORECASE
)
_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$")
_HOSTS = (
    ("linkedin.", "linkedin"), ("twitter.com", "twitter"), ("x.com", "x"), ("facebook.", "facebook"),
    ("instagram.", "instagram"), ("xing.", "xing"), ("github.", "github"), ("youtube.", "youtube"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CapturedPhone:
    """A phone number as it was typed and in E.164 (or digits, where no country is known)."""

    label: str
    typed: str
    number: str


def take_emails(text: str) -> tuple[str, list[str]]:
    """Take out e-mail addresses; give what is left and the addresses without repeats."""
    found: list[str] = []

    def note(match: re.Match[str]) -> str:
        address = match.group(1).strip(".'")
        if address.casefold() not in {known.casefold() for known in found}:
            found.append(address)
        return TAKEN

    return _EMAIL.sub(note, text), found


def take_web(text: str) -> tuple[str, list[str], list[tuple[str, str]]]:
    """Take out web addresses and profiles; give what is left, the addresses, and (service, address) pairs."""
    web: list[str] = []
    social: list[tuple[str, str]] = []

    def note(match: re.Match[str]) -> str:
        address = match.group().rstrip(".)/'\"")
        host = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower())
        service = next(
            (
                name
                for start, name in _HOSTS
                if host.startswith(start) or f".{start}" in host.partition("/")[0]
            ),
            "",
        )
        if service and "/" in host:
            social.append((service, address))
        elif address not in web:
            web.append(address)
        return TAKEN

    def note_handle(match: re.Match[str]) -> str:
        service = (match["service"] or "").lower()
        social.append((service, match["named"] or "@" + match["bare"]))
        return TAKEN

    text = _BARE.sub(note, _URL.sub(note, text))
    return _HANDLE.sub(note_handle, text), web, social


def take_phones(text: str, region: str) -> tuple[str, list[CapturedPhone]]:
    """Take out phone numbers with the labels before or behind them; give what is left and the numbers."""
    found: list[CapturedPhone] = []
    left: list[str] = []
    for line in text.split("\n"):
        rest, position = "", 0
        for match in _PHONE.finditer(line):
            typed = match.group().strip()
            if not _is_phone(typed):
                continue
            before = line[position : match.start()]
            label_match = _LABEL_BEFORE.search(before)
            label = label_match["label"] if label_match else ""
            position = match.end()
            after = _LABEL_AFTER.match(line[position:])
            if after:
                label = label or after["label"]
                position += after.end()
            rest += (before[: label_match.start()] if label_match else before) + TAKEN
            number = normalised(typed, region)
            if number not in {phone.number for phone in found}:
                found.append(CapturedPhone(phone_label(label), typed, number))
        left.append(rest + line[position:])
    return "\n".join(left), found


def _is_phone(typed: str) -> bool:
    """Tell a number from a date or a postcode with house number."""
    if _DATE.match(typed) or not looks_like_phone(typed):
        return False
    digits = sum(character.isdecimal() for character in typed)
    starts_like_one = typed.startswith(("+", "＋", "(", "0")) or extension_of(typed) != ""
    return starts_like_one or digits >= 7

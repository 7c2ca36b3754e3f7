"""Phone numbers made comparable and readable. The number library is imported when first needed: it is slow to load."""

from __future__ import annotations

import re
import unicodedata

_EXTENSION = re.compile(
    r"\s*(?:[;,#]?\s*\b(?:ext|extn|extension|durchwahl|poste)\b\.?\s*[=:]?|[;,]ext=|(?<=\d)\s*x)\s*(\d{1,7})\s*$",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"(?<=\d)\s*[pw;,].*$", re.IGNORECASE | re.DOTALL)
_NATIONAL_ZERO = re.compile(r"\(\s*0\s*\)")
_KEY_DIGITS = 9
_LONGEST = 60


def digits_of(text: str) -> str:
    """Give the digits of a number in any script, with a leading "+" when it has one; pauses and extensions go."""
    text = _EXTENSION.sub("", text[:_LONGEST].strip())
    text = _PAUSE.sub("", text)
    plus = "+" if text.lstrip("\u202a\u202d\u2066 (").startswith(("+", "＋")) else ""
    if plus:
        text = _NATIONAL_ZERO.sub("", text)
    digits = "".join(str(unicodedata.decimal(character)) for character in text if character.isdecimal())
    if not plus and digits.startswith("00") and len(digits) > 9:
        return "+" + digits[2:]
    return plus + digits


def extension_of(text: str) -> str:
    """Give the extension's digits ("… ext. 12", "…;ext=12", "… x12"), "" when there is none."""
    match = _EXTENSION.search(text[:_LONGEST])
    return match.group(1) if match else ""


def phone_key(text: str) -> str:
    """Give what makes two numbers probably the same: the last nine digits, whatever the country prefix.

    Cheap enough for each number of a large import; to be used together with the name. "" for fewer than five digits.
    """
    digits = digits_of(text).lstrip("+")
    return digits[-_KEY_DIGITS:].lstrip("0") if len(digits) >= 5 else ""


def normalised(text: str, default_region: str = "") -> str:
    """Give the number in E.164 ("+447700900123"), or its digits when no country is known for it.

    ``default_region`` is a two-letter country ("GB") for numbers without a prefix. "" when there are no digits.
    """
    digits = digits_of(text)
    if len(digits) < 3:
        return digits.lstrip("+")
    if not default_region and not digits.startswith("+"):
        return digits
    import phonenumbers

    try:
        number = phonenumbers.parse(digits, default_region.upper() or None)
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_possible_number(number):
        return digits
    found: str = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return found


def displayed(text: str, default_region: str = "") -> str:
    """Give a number as people of its country group it, with its extension; as typed when it is not understood."""
    import phonenumbers

    try:
        number = phonenumbers.parse(digits_of(text), default_region.upper() or None)
    except phonenumbers.NumberParseException:
        return text.strip()
    if not phonenumbers.is_valid_number(number):
        return text.strip()
    home = phonenumbers.region_code_for_number(number) == default_region.upper()
    style = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    extension = extension_of(text)
    shown: str = phonenumbers.format_number(number, style)
    return f"{shown} ext. {extension}" if extension else shown


def looks_like_phone(text: str) -> bool:
    """Tell a phone number from other text with digits: 6 to 15 digits and hardly anything else."""
    text = _EXTENSION.sub("", text.strip())
    digits = sum(character.isdecimal() for character in text)
    return 6 <= digits <= 15 and re.fullmatch(r"[+＋(]?[\d\s().\-–/+]*\d\)?", text) is not None

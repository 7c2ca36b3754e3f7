"""Amounts as people type and paste them, in any locale: "£1,200.50", "1.200,50 €", "CHF 1'200", "1 200", "1.2k".

Which sign stands before the decimals follows from the text where it can; a whole column of a spreadsheet may say it
for all of its cells. Three digits after a single point or comma are thousands: money has two decimals.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from netdesk.method.currencies import currencies_meant
from netdesk.method.errors import InvalidInput
from netdesk.method.money import MOST, plain_money

_LONGEST = 40
_NUMBER = re.compile(r"\d(?:[\d.,' ]*\d)?|(?<![^\W_])[.,]\d+")
_SPACES = re.compile("[\\s\u00a0\u2007\u2009\u202f]+")
_MARKS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "٫": ",",
        "٬": "'",
        "،": ",",
        "−": "-",
        "–": "-",
        "—": "-",
    }
)
_DASH_CENTS = re.compile(r"(?<=\d)[.,]-+")
_MULTIPLES = {"k": 1_000, "m": 1_000_000, "mio": 1_000_000}
_TIMES = re.compile(r"(k|mio|m)\.?(?![^\W\d_])", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:[.,' ]\d{2,3})*[.,' ]\d{3}")
_REMEDY = "Write a number such as 1,200 or 1200.50; leave it empty when it is not known."


@dataclass(frozen=True, slots=True)
class TypedMoney:
    """An amount rounded to 2 decimals, None when the field is blank; ``currency`` is "" where none was written."""

    amount: float | None
    currency: str = ""


def parse_money(text: str, own: str, *, decimal: str = "") -> TypedMoney:
    """Read an amount. ``own`` is the own currency, which a sign shared by several means.

    ``decimal`` ("." or ",") says which sign stands before the decimals where it is known beforehand. Raises
    InvalidInput (field "value") for what is no amount, is below nought or over a thousand million, or names a
    currency that nobody uses.
    """
    typed = _plain(text)
    if typed in {"", "-", "?"}:
        return TypedMoney(None)
    found = _NUMBER.search(typed) if len(typed) <= _LONGEST else None
    if found is None or any(char.isdigit() for char in typed[found.end() :]):
        raise InvalidInput(f"“{_short(text)}” is no amount.", _REMEDY, field="value")
    before, after = typed[: found.start()].strip(), typed[found.end() :].lstrip(",. ")
    negative = "-" in before or after.endswith("-") or (before.startswith("(") and after.endswith(")"))
    before, after = before.strip("-+() "), after.strip("-() ")
    times, after = _times(after)
    currency = _currency(text, [part for part in (before, after) if part], own)
    amount = _number(found[0], decimal, text) * times
    if negative and amount:
        raise InvalidInput("A win is not worth less than nothing.", _REMEDY, field="value")
    return TypedMoney(checked_value(amount), currency)


def checked_value(amount: float) -> float:
    """Round the value of a win to 2 decimals. Raises InvalidInput (field "value") below nought or over 1e9."""
    if not amount >= 0:
        raise InvalidInput("A win is not worth less than nothing.", _REMEDY, field="value")
    if amount > MOST:
        written = plain_money(amount, "") if amount < MOST * MOST else "That"
        raise InvalidInput(
            f"{written} is more than a thousand million.", "Check the zeros and the comma.", field="value"
        )
    return round(amount, 2)


def decimal_sign(text: str) -> str:
    """Return the sign before the decimals that an amount proves by itself: "." or ","; "" when either may be meant."""
    found = _NUMBER.search(_plain(text))
    if found is None:
        return ""
    number = found[0]
    last = max(number.rfind("."), number.rfind(","))
    if last < 0:
        return ""
    sign = number[last]
    other = "," if sign == "." else "."
    if number.count(sign) > 1:
        return other
    if other in number or "'" in number[:last] or " " in number[:last]:
        return sign
    return "" if _GROUPED.fullmatch(number) and number[0] != "0" else sign


def _plain(text: str) -> str:
    """One line with plain digits, apostrophes and blanks, without invisible signs."""
    line = "".join(
        char for char in text.strip()[: 4 * _LONGEST] if unicodedata.category(char) not in {"Cf", "Cs"}
    )
    line = _SPACES.sub(" ", line).strip().translate(_MARKS)
    digits = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in line)
    return _DASH_CENTS.sub("", digits)


def _times(after: str) -> tuple[int, str]:
    found = _TIMES.match(after)
    if found is None:
        return 1, after
    return _MULTIPLES[found[1].lower()], after[found.end() :].strip()


def _currency(text: str, written: list[str], own: str) -> str:
    """The currency that all that is written can mean; "" where nothing is."""
    meant = [_meant(words, own) for words in written]
    if not meant:
        return ""
    fitting = [code for code in meant[0] if all(code in other for other in meant)]
    if not fitting:
        raise InvalidInput(f"“{_short(text)}” names two currencies.", "Write one.", field="value")
    return fitting[0]


def _meant(words: str, own: str) -> tuple[str, ...]:
    meant = currencies_meant(words, own)
    if not meant:
        raise InvalidInput(
            f"“{_short(words)}” is no currency I know.",
            "Write its three letters, such as GBP.",
            field="value",
        )
    if meant[0] == "":
        choices = ", ".join(meant[1:])
        raise InvalidInput(
            f"“{_short(words)}” can be several currencies.", f"Write one of {choices}.", field="value"
        )
    return meant


def _number(digits: str, decimal: str, text: str) -> float:
    sign = decimal or decimal_sign(digits)
    last = digits.rfind(sign) if sign else -1
    whole, cents = (digits[:last], digits[last + 1 :]) if last >= 0 else (digits, "")
    bare = re.sub(r"[.,' ]", "", whole)
    grouped = not whole or whole.isdigit() or _GROUPED.fullmatch(whole)
    if (
        not grouped
        or not (cents.isdigit() or not cents)
        or (sign and whole.count(sign))
        or not (bare or cents)
    ):
        raise InvalidInput(f"“{_short(text)}” is no amount.", _REMEDY, field="value")
    return float(f"{bare or 0}.{cents or 0}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"

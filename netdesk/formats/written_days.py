"""Days as spreadsheets write them, in any order and several languages, with one decision for a whole column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from netdesk.method.calendar_words import MONTHS, WEEKDAYS
from netdesk.method.past_dates import parse_past_date

_TIME = re.compile(
    r"[ t,]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?)?( ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?$"
)
_NUMERIC = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})\.?")
_SHORT = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2})\.?")
_YEAR_FIRST = re.compile(r"(\d{4})([./-]?)(\d{1,2})\2(\d{1,2})\.?")
_EAST_ASIAN = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_MONTH_AND_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_SERIAL = re.compile(r"(\d{5})([.,]\d+)?")
_PIECES = re.compile(r"[^\W\d_]+|\d+")
_DAY_NOUGHT = date(1899, 12, 30)
"""From here spreadsheets count the days of a cell that is shown as a number."""
_SERIALS = range(25_569, 73_051)
"""1970 to 2099: other numbers of five digits are no days."""
_MONTHS_A_YEAR = 12
_SHORTEST = 3
_NAMES = (
    ("jan", "january januar janvier enero gennaio januari janeiro styczen stycznia"),
    ("feb", "february februar fevrier febrero febbraio februari fevereiro luty lutego"),
    ("mar", "march marz mars marzo maart marco marzec marca maerz"),
    ("apr", "april avril abril aprile kwiecien kwietnia"),
    ("may", "may mai mayo maggio mei maio maj maja"),
    ("jun", "june juni juin junio giugno junho czerwiec czerwca"),
    ("jul", "july juli juillet julio luglio julho lipiec lipca"),
    ("aug", "august aout agosto augustus augusti sierpien sierpnia"),
    ("sep", "september septembre septiembre settembre setembro wrzesien wrzesnia sept"),
    ("oct", "october oktober octobre octubre ottobre outubro pazdziernik pazdziernika"),
    ("nov", "november novembre noviembre novembro listopad listopada"),
    ("dec", "december dezember decembre diciembre dicembre dezembro grudzien grudnia"),
)
_PARTICLES = frozenset(
    ("st", "nd", "rd", "th", "of", "the", "de", "del", "den", "der", "le", "the", "er", "di")
)


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Whether 3/4 is the third of April; ``sure`` when the column says so, ``matters`` where it has such days."""

    day_first: bool
    sure: bool
    matters: bool = True


def day_order(cells: Iterable[str], today: date, *, day_first: bool = True) -> DayOrder:
    """Decide for a column: by days above 12, by full stops, by what would be in the future, else as usual here."""
    pairs = [pair for cell in cells if (pair := _pair(cell)) is not None]
    if not pairs:
        return DayOrder(day_first, sure=True, matters=False)
    first = sum(a > _MONTHS_A_YEAR or mark == "." for a, _, mark, _ in pairs)
    second = sum(b > _MONTHS_A_YEAR and mark != "." for _, b, mark, _ in pairs)
    if first or second:
        return DayOrder(first >= second, sure=not (first and second))
    ahead = {
        order: sum(day is not None and day > today for day in (_of(pair, order, today) for pair in pairs))
        for order in (True, False)
    }
    if ahead[True] != ahead[False]:
        return DayOrder(ahead[True] < ahead[False], sure=True)
    return DayOrder(day_first, sure=all(a == b for a, b, _, _ in pairs))


def read_day(cell: str, today: date, *, day_first: bool = True) -> date | None:
    """Read one cell, or return None when it is no day.

    Knows the orders, names of months in several languages, days without a year (the latest such day up to today),
    a month with its year (its first day), a spreadsheet's number of a day, and a time after the day.
    """
    text = _folded(cell)
    if not text:
        return None
    try:
        return _numbers(text, today, day_first=day_first) or _names(text, today)
    except (ValueError, OverflowError):
        return None


def looks_like_day(cell: str, today: date) -> bool:
    """Whether a cell is a day in one order or the other; a bare number is none."""
    if _SERIAL.fullmatch(cell.strip()) or cell.strip().isdecimal():
        return False
    return any(read_day(cell, today, day_first=order) is not None for order in (True, False))


def _numbers(text: str, today: date, *, day_first: bool) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        if found[2] or len(text) == len("20261118"):
            return date(int(found[1]), int(found[3]), int(found[4]))
        return None
    if found := _MONTH_AND_YEAR.fullmatch(text):
        return date(int(found[2]), int(found[1]), 1)
    if found := _SERIAL.fullmatch(text):
        return _DAY_NOUGHT + timedelta(days=int(found[1])) if int(found[1]) in _SERIALS else None
    pair = _pair(text)
    if pair is not None:
        return _of(pair, day_first, today)
    return None if text.isdecimal() else parse_past_date(text, today, day_first=day_first)


def _pair(cell: str) -> tuple[int, int, str, int | None] | None:
    """The two numbers that are day and month in some order, the mark between them, and the year."""
    text = _folded(cell)
    if found := _NUMERIC.fullmatch(text):
        return int(found[1]), int(found[3]), found[2], int(found[4])
    if (found := _SHORT.fullmatch(text)) and not _MONTH_AND_YEAR.fullmatch(text):
        return int(found[1]), int(found[3]), found[2], None
    return None


def _of(pair: tuple[int, int, str, int | None], day_first: bool, today: date) -> date | None:
    a, b, _, year = pair
    day, month = (a, b) if day_first else (b, a)
    try:
        if year is None:
            return parse_past_date(f"{day}/{month}", today)
        return date(_full_year(year, today), month, day)
    except ValueError:
        return None


def _names(text: str, today: date) -> date | None:
    """A day with the month's name: "7-Feb-22", "12. März 2026", "Nov 18"; "Nov-26" is a month of 2026."""
    pieces = _PIECES.findall(text)
    words = [piece for piece in pieces if not piece.isdecimal()]
    numbers = [piece for piece in pieces if piece.isdecimal()]
    months = [month for word in words if (month := _month(word)) is not None]
    if len(months) != 1 or not all(_is_about_days(word) for word in words):
        return None
    (month,) = months
    if len(numbers) == 1 and (len(numbers[0]) == len("2026") or re.fullmatch(r"[^\W\d_]+\.?-\d\d", text)):
        return date(_full_year(int(numbers[0]), today), month, 1)
    if len(numbers) == 1:
        return parse_past_date(f"{int(numbers[0])} {MONTHS[month - 1]}", today)
    if len(numbers) != len(("day", "year")):
        return None
    day, year = sorted(numbers, key=len) if len(numbers[0]) != len(numbers[1]) else numbers
    return date(_full_year(int(year), today), month, int(day))


def _full_year(year: int, today: date) -> int:
    if year >= 100:
        return year
    century = today.year // 100 * 100
    # A year far ahead of today was one of the century before.
    return century + year - (100 if century + year > today.year + 20 else 0)


def _month(word: str) -> int | None:
    if len(word) < _SHORTEST:
        return None
    for number, (short, names) in enumerate(_NAMES, 1):
        if word == short or any(name.startswith(word) for name in names.split()):
            return number
    return None


def _is_about_days(word: str) -> bool:
    weekday = len(word) >= _SHORTEST and any(name.casefold().startswith(word) for name in WEEKDAYS)
    return weekday or word in _PARTICLES or _month(word) is not None


def _folded(cell: str) -> str:
    """Small letters without accents or odd blanks, the time of day taken off."""
    apart = unicodedata.normalize("NFKD", cell[:60].casefold())
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    plain = _EAST_ASIAN.sub(r"\1-\2-\3", plain)
    return _TIME.sub("", " ".join(plain.split())).strip(" ,")

"""Columns of amounts as spreadsheets of any country write them: one decision about the decimals for all cells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netdesk.method.currencies import is_currency
from netdesk.method.errors import InvalidInput
from netdesk.method.typed_money import decimal_sign, parse_money

_CODE = re.compile(r"(?<![^\W\d_])[A-Z]{3}(?![^\W\d_])")
_SIGN = re.compile(r"[£€$¥₹₺₪₩₦₴₽฿₱₫]")
_SCIENTIFIC = re.compile(r"(?<![\d.,])(\d(?:[.,]\d+)?)[eE]\+?(\d{1,2})(?!\d)")
_MOST_ZEROS = 15
_MINUS = re.compile(r"^\s*[-−–(]\s*|\s*[-)]\s*$")


def column_decimal(cells: Iterable[str]) -> str:
    """The sign before the decimals, "." or ",", as far as the cells of a column prove it; "" when none does."""
    proofs = [sign for cell in cells if (sign := decimal_sign(cell))]
    points, commas = proofs.count("."), proofs.count(",")
    if points == commas:
        return ""
    return "." if points > commas else ","


def cell_decimal(cell: str, column: str) -> str:
    """The sign to read one cell with: what it proves by itself, else what its ``column`` says."""
    return decimal_sign(cell) or column


def is_doubtful(cell: str, column: str) -> bool:
    """Whether a cell reads in two ways: "1.200" in a column whose decimals come after a full stop."""
    return bool(column) and not decimal_sign(cell) and bool(re.search(rf"\d\{column}\d{{3}}(?!\d)", cell))


def usual_writing(cell: str) -> str:
    """An amount the way people write it: a ledger's "£ -" is nought, "1.2E+03" is 1200; others as they stand."""
    if not any(char.isdigit() for char in cell) and _SIGN.search(cell):
        return re.sub(r"[-–—]", "0", cell)
    found = _SCIENTIFIC.search(cell)
    if found is None or int(found[2]) > _MOST_ZEROS:
        return cell
    number = float(f"{found[1].replace(',', '.')}e{found[2]}")
    return f"{cell[: found.start()]}{number:.2f}{cell[found.end() :]}"


def looks_like_amount(cell: str) -> bool:
    """Whether a cell is an amount with or without a currency, one below nought as well."""
    try:
        # For a Swede "kr" is one currency; to anybody else it could be several, and is an amount all the same.
        return parse_money(_MINUS.sub("", cell), "SEK").amount is not None
    except InvalidInput:
        return False


def heading_currency(heading: str) -> str:
    """The currency a column's heading names: "€" of "Amount (€)", "EUR" of "Value in EUR"; "" for none."""
    sign = _SIGN.search(heading)
    return sign[0] if sign else next((code for code in _CODE.findall(heading) if is_currency(code)), "")

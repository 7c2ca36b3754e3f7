"""What a person chose for this workspace: the method's numbers, their own trade, and local customs.

Each choice is a row of its own (a name and a JSON value), written like any other change, so that it can be undone
and travels with the file. What is not chosen follows the method or the computer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.method.names import fold
from netdesk.method.setting_limits import (
    LONGEST_ASK,
    SETTING_GROUPS,
    setting_number,
    setting_problem,
    with_number,
)
from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings
from netdesk.services.levels import levels
from netdesk.services.typed_text import clean_line, required_line
from netdesk.store.workspace import Workspace

C = TypeVar("C", bound=StrEnum)
_METHOD = "method."
_ASK = "method.first_ask"
_MOST_TRADES = 12
_LONGEST_TRADE = 60
_CURRENCY_LETTERS = 3
_REGION_LETTERS = 2


class PaperChoice(StrEnum):
    """The paper sheets are printed on; SYSTEM: as the computer is set."""

    SYSTEM = "system"
    A4 = "a4"
    LETTER = "letter"


class DateOrder(StrEnum):
    """How 3/4 is read: day first, month first, or as the computer is set."""

    SYSTEM = "system"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of a workspace beside the method's numbers.

    ``currency`` (ISO, three letters) and ``region`` (country of phone numbers without a prefix, two letters) are
    empty while they follow the computer. ``own_trade`` are the words for what the person themselves does;
    ``tell_when_due`` whether the computer tells when something is due.
    """

    own_trade: tuple[str, ...] = ()
    currency: str = ""
    region: str = ""
    paper: PaperChoice = PaperChoice.SYSTEM
    date_order: DateOrder = DateOrder.SYSTEM
    tell_when_due: bool = True


def preferences(ws: Workspace) -> Preferences:
    """Read the choices; what another version wrote and this one does not understand counts as not chosen."""
    kept = _kept(ws)
    trades = kept.get("own_trade")
    words = trades if isinstance(trades, list) else []
    return Preferences(
        own_trade=tuple(word for word in words if isinstance(word, str)),
        currency=_text(kept.get("currency")),
        region=_text(kept.get("region")),
        paper=_member(PaperChoice, kept.get("paper"), PaperChoice.SYSTEM),
        date_order=_member(DateOrder, kept.get("date_order"), DateOrder.SYSTEM),
        tell_when_due=kept.get("tell_when_due") is not False,
    )


def method_settings(ws: Workspace) -> MethodSettings:
    """Return the method's numbers as they are set in this workspace, its levels included."""
    settings = replace(DEFAULT_SETTINGS, levels=levels(ws))
    kept = _kept(ws)
    ask = kept.get(_ASK)
    if isinstance(ask, str) and ask:
        settings = replace(settings, first_ask=ask)
    chosen = {
        number.name: kept[_METHOD + number.name]
        for group in SETTING_GROUPS
        for number in group.numbers
        if _METHOD + number.name in kept
    }
    # Twice: a range whose both ends moved is only whole once the other end has moved, too.
    for _ in range(2):
        for name, value in chosen.items():
            if isinstance(value, int | float) and not isinstance(value, bool):
                settings = with_number(settings, name, value)
    return settings


def save_number(ws: Workspace, name: str, typed: int) -> Changes:
    """Keep one of the method's numbers as a person typed it (see ``SettingNumber.times``).

    Raises ``InvalidInput`` with a sentence, ``KeyError`` for a number there is not.
    """
    number = setting_number(name)
    problem = setting_problem(name, typed, method_settings(ws))
    if problem:
        raise InvalidInput(problem, field=name)
    title = f"Set “{number.label}” to {typed} {number.unit}".rstrip()
    return _write(ws, title, _METHOD + name, number.kept(typed))


def save_first_ask(ws: Workspace, text: str) -> Changes:
    """Keep the question the sheet proposes to ask. Raises ``InvalidInput`` when nothing is left of it."""
    line = required_line(text, LONGEST_ASK, "Write the question you ask people first.", field="question")
    return _write(ws, "Change the first question to ask", _ASK, line)


def reset_numbers(ws: Workspace) -> Changes:
    """Take all numbers of the method back to the ones NetDesk comes with; the levels stay as they are."""
    with ws.change("Set the method’s numbers back") as change:
        ws.sql("DELETE FROM preference WHERE substr(name, 1, ?) = ?", (len(_METHOD), _METHOD))
    return change.changes


def save_own_trade(ws: Workspace, words: Iterable[str]) -> Changes:
    """Keep the words for one's own trade, each once. Raises ``InvalidInput`` for too many or too long ones."""
    kept: dict[str, str] = {}
    for word in words:
        line = clean_line(word, _LONGEST_TRADE, field="own_trade")
        if line:
            kept.setdefault(fold(line) or line, line)
    if len(kept) > _MOST_TRADES:
        raise InvalidInput(f"Up to {_MOST_TRADES} words for your trade can be kept.", field="own_trade")
    return _write(ws, "Change the words for my own trade", "own_trade", list(kept.values()))


def save_currency(ws: Workspace, code: str) -> Changes:
    """Keep the currency new amounts are in; empty follows the computer. Raises ``InvalidInput``."""
    code = _letters(code, _CURRENCY_LETTERS, "currency", "A currency has three letters, such as GBP.")
    return _write(ws, f"Use {code or 'the computer’s currency'} for new amounts", "currency", code)


def save_region(ws: Workspace, code: str) -> Changes:
    """Keep the country of phone numbers without a prefix; empty follows the computer. Raises ``InvalidInput``."""
    code = _letters(code, _REGION_LETTERS, "region", "A country has two letters, such as GB.")
    where = code or "the computer’s country"
    return _write(ws, f"Read phone numbers without a prefix as of {where}", "region", code)


def save_paper(ws: Workspace, paper: PaperChoice) -> Changes:
    """Keep the paper sheets are printed on."""
    words = {PaperChoice.SYSTEM: "the usual paper", PaperChoice.A4: "A4", PaperChoice.LETTER: "Letter"}[paper]
    return _write(ws, f"Print on {words}", "paper", paper.value)


def save_date_order(ws: Workspace, order: DateOrder) -> Changes:
    """Keep how typed dates are read."""
    words = {
        DateOrder.SYSTEM: "as the computer does",
        DateOrder.DAY_FIRST: "day first",
        DateOrder.MONTH_FIRST: "month first",
    }[order]
    return _write(ws, f"Read dates {words}", "date_order", order.value)


def save_tell_when_due(ws: Workspace, tell: bool) -> Changes:
    """Keep whether the computer tells when something is due."""
    title = "Tell me when something is due" if tell else "Do not tell me when something is due"
    return _write(ws, title, "tell_when_due", tell)


def _letters(code: str, length: int, field: str, sentence: str) -> str:
    code = clean_line(code, 40, field=field).upper()
    if code and not (len(code) == length and code.isascii() and code.isalpha()):
        raise InvalidInput(sentence, "Leave it empty to follow the computer.", field=field)
    return code


def _kept(ws: Workspace) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in ws.sql("SELECT name, value FROM preference"):
        try:
            found[name] = json.loads(value)
        except ValueError:
            continue
    return found


def _write(ws: Workspace, title: str, name: str, value: object) -> Changes:
    with ws.change(title, merge_key=f"preference {name}") as change:
        ws.sql(
            "INSERT INTO preference (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, json.dumps(value, ensure_ascii=False)),
        )
    return change.changes


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _member(kind: type[C], value: object, usual: C) -> C:
    return next((member for member in kind if member.value == value), usual)

"""`netdesk rate`: what money of other currencies is worth, as it is entered."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.output import say, write_json, write_table
from netdesk.method.errors import InvalidInput
from netdesk.method.money import plain_money
from netdesk.services import currency_rates
from netdesk.services.currency_rates import MissingRate, Rate
from netdesk.services.workspaces import Workspace


def rate(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    own = given.own.strip().upper() or currency_rates.own_currency(ws)
    if given.verb == "list":
        return _list(ws, given, own)
    if given.verb == "set":
        changes = currency_rates.set_rate(ws, given.currency, own, _number(given.rate), today)
    else:
        changes = currency_rates.remove_rate(ws, given.currency.strip().upper(), own)
    say(f"{changes.title}." if not changes.is_empty else "It is so already.")
    return 0


def _list(ws: Workspace, given: Given, own: str) -> int:
    known, missing = currency_rates.rate_lines(ws, own), currency_rates.missing_rates(ws, own)
    if given.json:
        write_json(
            {
                "own": own,
                "rates": [_rate(one) for one in known],
                "missing": [_missing(one) for one in missing],
            }
        )
        return 0
    if known:
        rows = [(one.currency, f"{one.rate:g} {own}", one.set_on.isoformat()) for one in known]
        write_table(("one", "is", "entered"), rows)
    for one in missing:
        wins = "1 win has" if one.wins == 1 else f"{one.wins} wins have"
        say(f"{one.currency} has no rate: {wins} {plain_money(one.amount, one.currency)} in it.")
    if not known and not missing:
        say(f"All money is in {own}: no rate is needed.")
    return 0


def _rate(one: Rate) -> dict[str, object]:
    return {"currency": one.currency, "rate": one.rate, "entered": one.set_on.isoformat()}


def _missing(one: MissingRate) -> dict[str, object]:
    return {"currency": one.currency, "wins": one.wins, "amount": one.amount}


def _number(typed: str) -> float:
    try:
        return float(typed.strip().replace(",", "."))
    except ValueError:
        raise InvalidInput(
            f"“{typed[:40]}” is no rate.", "Write a number such as 0.85.", field="rate"
        ) from None

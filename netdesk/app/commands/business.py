"""Business beside a person or an event, in the answers of `netdesk show`."""

from __future__ import annotations

from netdesk.method.event_results import won_words
from netdesk.method.money import Total, plain_money
from netdesk.services.business import Business, BusinessPart, business_of
from netdesk.services.currency_rates import own_currency
from netdesk.services.won_there import Won, won_at_events
from netdesk.services.workspaces import Workspace


def person_business(ws: Workspace, person_id: int) -> Business:
    """The business somebody brought and bought, in the currency of totals."""
    return business_of(ws, person_id, own_currency(ws))


def business_as_json(business: Business) -> dict[str, object]:
    """What a person brought, and what they bought themselves."""
    brought = {**_part(business.brought), "thanked": business.brought.thanked}
    return {"brought": brought, "bought": _part(business.bought)}


def business_lines(business: Business) -> list[tuple[str, str]]:
    """The same to read; nothing where there is none."""
    return [
        (label, words)
        for label, part in (("Brought", business.brought), ("Bought", business.bought))
        if (words := won_words(part.count, part.total, plain_money))
    ]


def event_won(ws: Workspace, event_id: int) -> Won | None:
    """What was won at an event, None without a win."""
    return won_at_events(ws, (event_id,), own_currency(ws)).get(event_id)


def won_as_json(won: Won | None) -> dict[str, object]:
    """How many wins came from an event, and what they are worth."""
    return {"wins": won.count if won else 0, "won": total_as_json(won.total) if won else None}


def total_as_json(total: Total) -> dict[str, object]:
    """A total; what has no rate is in no sum."""
    return {
        "value": total.value,
        "currency": total.currency,
        "without_a_rate": [{"amount": amount, "currency": code} for amount, code in total.apart],
    }


def _part(part: BusinessPart) -> dict[str, object]:
    return {"wins": part.count, "total": total_as_json(part.total)}

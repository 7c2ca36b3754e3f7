"""`netdesk market`: target markets, who is in one and who is close to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.finding import find_person
from netdesk.app.commands.output import say, write_json, write_line, write_table
from netdesk.method.contact_kinds import MarketStanding
from netdesk.services.contact_rows import rows
from netdesk.services.market_page import MarketPage, market_called, market_rows
from netdesk.services.market_people import add_people, how_close, people_of_market, take_out
from netdesk.services.markets import add_market, remove_market
from netdesk.services.workspaces import Workspace


def market(ws: Workspace, given: Given, today: date) -> int:
    """Do what the verb says."""
    verbs: dict[str, Callable[[Workspace, Given], None]] = {
        "list": _list,
        "show": _show,
        "add": _add,
        "person": _person,
        "remove": _remove,
    }
    verbs[given.verb](ws, given)
    return 0


def _list(ws: Workspace, given: Given) -> None:
    found = market_rows(ws, given.search)
    if given.json:
        write_json({"markets": [_market_json(page) for page in found], "count": len(found)})
    else:
        write_table(
            ("id", "market", "in it", "close to it"),
            [(str(page.id), page.title, str(page.inside), str(page.close)) for page in found],
        )


def _show(ws: Workspace, given: Given) -> None:
    page = market_called(ws, given.market)
    inside = _people(ws, page.id, MarketStanding.IN)
    close = _people(ws, page.id, MarketStanding.CLOSE)
    if given.json:
        write_json({**_market_json(page), "people": inside, "close_people": close})
        return
    write_line(f"{page.title}: {page.line}")
    for label, text in (
        ("Who exactly", page.market.who),
        ("Where they gather", page.market.where_they_gather),
        ("Who is close to them", page.market.who_is_close),
    ):
        if text:
            write_line(f"{label}: {text}")
    for heading, people in (("In it", inside), ("Close to it", close)):
        for one in people:
            firm = f", {one['organisation']}" if one["organisation"] else ""
            how = f" – {one['how']}" if one["how"] else ""
            write_line(f"{heading}: {one['name']}{firm} ({one['id']}){how}")


def _add(ws: Workspace, given: Given) -> None:
    number = add_market(
        ws, given.name, who=given.who, where_they_gather=given.gather, who_is_close=given.who_is_close
    )
    write_line(str(number))
    say(f"Added the market {given.name}.")


def _person(ws: Workspace, given: Given) -> None:
    page = market_called(ws, given.market)
    people = [find_person(ws, typed).id for typed in given.people]
    if given.out:
        say(f"{take_out(ws, page.id, people).title}.")
        return
    standing = MarketStanding.CLOSE if given.close else MarketStanding.IN
    say(f"{add_people(ws, page.id, people, standing, given.how).sentence}.")


def _remove(ws: Workspace, given: Given) -> None:
    page = market_called(ws, given.market)
    remove_market(ws, page.id)
    say(f"{page.gone_words}.")


def _people(ws: Workspace, market_id: int, standing: MarketStanding) -> list[dict[str, Any]]:
    ids = people_of_market(ws, market_id, standing)
    hows = how_close(ws, market_id, ids)
    return [
        {
            "id": row.id,
            "name": row.name,
            "organisation": row.organisation,
            "level": row.level or None,
            "how": hows.get(row.id, ""),
        }
        for row in rows(ws, ids)
    ]


def _market_json(page: MarketPage) -> dict[str, Any]:
    return {
        "id": page.id,
        "name": page.title,
        "who": page.market.who,
        "where_they_gather": page.market.where_they_gather,
        "who_is_close": page.market.who_is_close,
        "in_it": page.inside,
        "close_to_it": page.close,
    }

"""The pictures of target markets, of a group's meetings, and of its audit on paper."""

from __future__ import annotations

from netdesk.app.compose import Program
from netdesk.app.tour.deeds import Deed, Scene, go, run, then
from netdesk.services.group_list import group_called
from netdesk.services.group_meetings import meetings
from netdesk.services.market_page import market_called


def open_market(name: str) -> Deed:
    """Go to a target market."""
    return lambda program: program.window.shell.go(
        "markets", market=market_called(program.workspace, name).id
    )


def _open_group(name: str) -> Deed:
    return lambda program: program.window.shell.go("groups", group=group_called(program.workspace, name))


def _next_meeting(program: Program) -> None:
    """Go to the next meeting of the club, whose sheet names members not known yet."""
    group = group_called(program.workspace, "Breakfast Club")
    coming = meetings(program.workspace, group, program.window.shell.now()).coming
    program.window.shell.open_event(coming[0].event_id)


_SHOPS = open_market("Independent shops")
_CLUB = _open_group("Breakfast Club")

MARKET_SCENES: tuple[Scene, ...] = (
    Scene("markets", then(_SHOPS, go("markets"))),
    Scene("market-people", then(_SHOPS, run("markets.people"))),
    Scene("market-new", then(_SHOPS, run("markets.new"))),
    Scene("group-meetings", then(_CLUB, run("groups.meetings"))),
    Scene("group-audit", then(_CLUB, run("groups.print"))),
    Scene("meeting", _next_meeting),
    Scene("meeting-print", then(_next_meeting, run("events.print"))),
)

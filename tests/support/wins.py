"""Wins for tests, written with one line each."""

from __future__ import annotations

from datetime import date, datetime

from netdesk.method.thanks import Chains, parse_thanks
from netdesk.services.event_edit import EventDetails, add_event
from netdesk.services.win_list import WinRow, win_rows
from netdesk.services.win_names import known_thanks
from netdesk.services.wins import WinDraft, add_win
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)


def thanks(ws: Workspace, typed: str) -> Chains:
    """Chains as they are typed, with the people I know in them."""
    return known_thanks(ws, parse_thanks(typed))


def row(ws: Workspace, win: int) -> WinRow:
    """A win as lists show it."""
    (found,) = win_rows(ws, [win])
    return found


def an_event(ws: Workspace, title: str, day: date = TODAY) -> int:
    """Plan an event of a day."""
    starts = datetime.combine(day, datetime.min.time())
    return add_event(ws, EventDetails(title, starts, None, "Europe/London"))


def won(ws: Workspace, title: str, typed_thanks: str = "", **fields: object) -> int:
    """Write down a win of today, or as ``fields`` say."""
    draft = {"title": title, "won_on": TODAY, "thanks": thanks(ws, typed_thanks), **fields}
    return add_win(ws, WinDraft(**draft), TODAY)  # type: ignore[arg-type]

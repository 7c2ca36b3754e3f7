"""`netdesk event add`: an event with its goals, its pitch and the people to meet, in one step of the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.finding import find_person
from netdesk.app.commands.output import say, write_json, write_line
from netdesk.app.commands.showing import event_as_json
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.goals import Goal, GoalKind, new_goal
from netdesk.method.names import fold
from netdesk.method.triage import Shares
from netdesk.method.typed_dates import parse_typed_date
from netdesk.method.typed_times import parse_typed_time
from netdesk.services.event_edit import EventDetails, set_note, set_shares
from netdesk.services.event_edit import add_event as plan
from netdesk.services.event_page import event_page
from netdesk.services.expected import expect_name, expect_people
from netdesk.services.goals import add_goal
from netdesk.services.history_words import in_title
from netdesk.services.pitches import choose_pitch, need_no_pitch, pitch_versions
from netdesk.services.preferences import preferences
from netdesk.services.workspaces import Workspace

if TYPE_CHECKING:
    from netdesk.ui.customs import Customs

_NO_PITCH = "none"
_SHARES = 4


def add_event(ws: Workspace, given: Given, today: date) -> int:
    """Plan an event and write its id (or all of it, as JSON) to standard output."""
    now = datetime.combine(today, time()).astimezone()
    usual = _customs(ws)
    starts = _moment(given.start, today, None, "start", usual.day_first)
    ends = _moment(given.end, today, starts, "end", usual.day_first) if given.end else None
    details = EventDetails(
        given.title,
        starts,
        ends,
        given.zone or local_zone(),
        given.place,
        given.host,
        given.cost,
        given.currency or usual.currency,
    )
    goals = [_goal(text) for text in given.goals]
    with ws.change(f"Plan {in_title(given.title)}"):
        event_id = plan(ws, details)
        if given.shares:
            set_shares(ws, event_id, _shares(given.shares))
        for goal in goals:
            add_goal(ws, event_id, goal)
        for name in given.meet:
            _expect(ws, event_id, name)
        if given.pitch:
            _pitch(ws, event_id, given.pitch, now)
        if given.note:
            set_note(ws, event_id, given.note)
    page = event_page(ws, event_id, now)
    if given.json:
        write_json(event_as_json(page))
    else:
        write_line(str(event_id))
    say(f"Planned {page.title}, {page.starts:%Y-%m-%d %H:%M}.")
    for gap in page.gaps:
        say(f"Still missing: {gap.words}")
    return 0


def _customs(ws: Workspace) -> Customs:
    """The currency and the order of day and month, as chosen in Settings or as this computer has them."""
    from netdesk.ui.customs import customs

    return customs(preferences(ws))


def _moment(typed: str, today: date, after: datetime | None, option: str, day_first: bool) -> datetime:
    """A day and a time, or for an end the time alone, which then is on the day of the start."""
    words = typed.replace("T", " ").split() if typed[:4].isdecimal() else typed.split()
    clock = parse_typed_time(words[-1]) if words else None
    typed_day = " ".join(words[:-1])
    day = parse_typed_date(typed_day, today, day_first=day_first) if typed_day else after and after.date()
    if clock is None or day is None:
        raise InvalidInput(f"“{typed}” is no day and time.", "Write it as 2026-11-24 17:30.", field=option)
    return datetime.combine(day, clock)


def local_zone() -> str:
    """The IANA name of this computer’s time zone."""
    from PySide6.QtCore import QTimeZone

    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def _shares(typed: str) -> Shares:
    parts = [part.strip().removesuffix("%").strip() for part in typed.split(",")]
    if len(parts) != _SHARES or not all(part.isdecimal() for part in parts):
        raise InvalidInput(f"“{typed}” is not four shares.", "Write them as 10,60,20,10.", field="shares")
    return Shares(*map(int, parts))


def _goal(typed: str) -> Goal:
    """Read KIND[=ABOUT][:COUNT[:THEN]]; what is not said is what the program offers for that kind."""
    kind_and_subject, _, rest = typed.partition(":")
    kind, _, subject = kind_and_subject.partition("=")
    count, _, follow_up = rest.partition(":")
    kinds = [one.value for one in GoalKind]
    if kind.strip() not in kinds or (count.strip() and not count.strip().isdecimal()):
        raise InvalidInput(
            f"“{typed}” is no goal.",
            f"Write it as KIND=ABOUT:COUNT:THEN, with KIND one of {', '.join(kinds)}.",
            field="goal",
        )
    offered = new_goal(GoalKind(kind.strip()), subject.strip())
    return replace(
        offered,
        count=int(count) if count.strip() else offered.count,
        follow_up=follow_up.strip() or offered.follow_up,
    )


def _expect(ws: Workspace, event_id: int, name: str) -> None:
    """Expect a contact; somebody who is none is expected by name."""
    try:
        expect_people(ws, event_id, [find_person(ws, name).id])
    except NotFound:
        expect_name(ws, event_id, name)


def _pitch(ws: Workspace, event_id: int, title: str, now: datetime) -> None:
    if fold(title) == _NO_PITCH:
        need_no_pitch(ws, event_id)
        return
    known = pitch_versions(ws, now)
    newest = next((one for one in known if fold(one.title) == fold(title)), None)
    if newest is None:
        titles = ", ".join(dict.fromkeys(one.title for one in known)) or "none yet"
        raise NotFound(f"There is no pitch “{title}”.", f"Pitches: {titles}.")
    choose_pitch(ws, event_id, newest.id, now)

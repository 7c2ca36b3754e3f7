"""What needs me now: cards with no plan, follow-ups, promises, open debriefs, the next event, who goes cold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from netdesk.method.attention import Tone
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.dates import parse_moment
from netdesk.method.follow_ups import FollowUp, FollowUpState, often_moved_sentence
from netdesk.method.names import hue_index, initials
from netdesk.method.today import (
    Deed,
    cards_sentence,
    follow_up_chip,
    follow_ups_sentence,
    names_person,
    needs_sentence,
)
from netdesk.method.typed_times import read_kept_time
from netdesk.services.follow_up_sql import BY_MOMENT
from netdesk.services.going_cold import ColdPerson, going_cold
from netdesk.services.good_deeds import good_deed
from netdesk.services.month import Month, month_so_far
from netdesk.services.needs import Needs, needs, next_moment
from netdesk.services.next_event import NextEvent, next_event
from netdesk.services.open_debriefs import DebriefLine, count_old_debriefs, debriefs_left_open
from netdesk.services.today_help import Help, help_today
from netdesk.services.typed_text import SENTENCE
from netdesk.store.workspace import Workspace

CARDS = 5
COLD = 5
FOLLOW_UPS = 8
DONE = 5
_SHOWN = 200
_NOTE = 40
_SHOWN_PEOPLE = "p.archived_at IS NULL AND p.binned_at IS NULL"
_FOLLOW_UPS = (
    "SELECT f.id, f.person_id, f.action, f.due_on, f.due_time, f.moved, f.closed_at, p.display_name, p.given,"
    " p.organisation_name, coalesce(fe.title, ce.title, pe.title, ''),"
    " coalesce((SELECT min(kind) FROM person_kind k WHERE k.person_id = p.id), '')"
    " FROM follow_up f JOIN person p ON p.id = f.person_id"
    " LEFT JOIN event fe ON fe.id = f.event_id LEFT JOIN card c ON c.id = f.card_id"
    " LEFT JOIN event ce ON ce.id = c.event_id LEFT JOIN event pe ON pe.id = p.met_event_id"
)


@dataclass(frozen=True, slots=True)
class NoPlanCard:
    """A card nobody made a plan for yet: who, from which event ("" for none), and how many days ago."""

    id: int
    person_id: int
    name: str
    detail: str
    photo: str
    initials: str
    hue: int
    event_id: int | None
    event_title: str
    days: int


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A follow-up that is due, or was done today (``closed`` has the moment). ``detail`` says who and where met."""

    id: int
    person_id: int
    name: str
    action: str
    detail: str
    due: date
    at: time | None
    chip: str
    tone: Tone
    moved: int
    hint: str
    closed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """All of Today. The tuples hold the first of each kind; ``needs`` counts all of them.

    ``next_moment`` is the time of day of the next follow-up that has one; None when no more comes today. ``deed`` is
    proposed only when nothing needs me; ``more_cold`` says that more people are going cold than ``cold`` names.
    """

    day: date
    needs: Needs
    sentence: str
    cards: tuple[NoPlanCard, ...]
    cards_words: str
    follow_ups: tuple[FollowUpLine, ...]
    follow_ups_words: str
    done: tuple[FollowUpLine, ...]
    debriefs: tuple[DebriefLine, ...]
    old_debriefs: int
    next_event: NextEvent | None
    month: Month
    cold: tuple[ColdPerson, ...]
    help: Help
    deed: Deed | None
    next_moment: time | None
    more_cold: bool = False


def today(ws: Workspace, now: datetime, *, follow_ups: int = FOLLOW_UPS) -> Today:
    """Answer what needs me at ``now`` (with an offset), with at most so many follow-ups."""
    with ws.one_moment():
        return _today(ws, now, follow_ups)


def _today(ws: Workspace, now: datetime, follow_ups: int) -> Today:
    day, count = now.date(), needs(ws, now)
    cards, cold = no_plan_cards(ws, day), going_cold(ws, day, COLD + 1)
    return Today(
        day=day,
        needs=count,
        sentence=needs_sentence(count.all),
        cards=cards,
        cards_words=cards_sentence([card.event_title for card in cards], cards[0].days if cards else 0),
        follow_ups=due_follow_ups(ws, now, follow_ups),
        follow_ups_words=follow_ups_sentence(count.overdue, count.due_today),
        done=done_today(ws, now),
        debriefs=debriefs_left_open(ws, now),
        old_debriefs=count_old_debriefs(ws, now),
        next_event=next_event(ws, now),
        month=month_so_far(ws, now),
        cold=cold[:COLD],
        more_cold=len(cold) > COLD,
        help=help_today(ws, now),
        deed=None if count.all else good_deed(ws, cold, day),
        next_moment=next_moment(ws, now),
    )


def no_plan_cards(ws: Workspace, day: date, limit: int = CARDS) -> tuple[NoPlanCard, ...]:
    """Return the cards without a plan, the oldest first."""
    rows = ws.sql(
        "SELECT c.id, p.id, p.display_name, p.organisation_name, substr(p.note, 1, 200), p.photo, c.event_id,"
        " coalesce(e.title, ''), c.received_at FROM card c JOIN person p ON p.id = c.person_id"
        " LEFT JOIN event e ON e.id = c.event_id WHERE c.state = 'no_plan'"
        f" AND {_SHOWN_PEOPLE} ORDER BY c.received_at, c.id LIMIT ?",
        (limit,),
    )
    cards = []
    for number, person, name, firm, note, photo, event, title, received in rows:
        shown = name[:_SHOWN]
        detail = " · ".join(part for part in (firm[:_SHOWN], _quoted(note)) if part)
        days = max(0, (day - parse_moment(received).date()).days)
        cards.append(
            NoPlanCard(
                number, person, shown, detail, photo or "", initials(shown), hue_index(shown), event, title, days
            )
        )  # fmt: skip
    return tuple(cards)


def due_follow_ups(ws: Workspace, now: datetime, limit: int = FOLLOW_UPS) -> tuple[FollowUpLine, ...]:
    """Return the follow-ups that are overdue or due today, the most pressing first."""
    chosen = (
        "SELECT f.id FROM follow_up f JOIN person p ON p.id = f.person_id"
        f" WHERE f.state = 'open' AND f.due_on <= ? AND {_SHOWN_PEOPLE} ORDER BY {BY_MOMENT} LIMIT ?"
    )
    rows = ws.sql(f"{_FOLLOW_UPS} WHERE f.id IN ({chosen}) ORDER BY {BY_MOMENT}", (str(now.date()), limit))
    return tuple(_line(row, now) for row in rows)


def follow_up_lines(ws: Workspace, ids: Sequence[int], now: datetime) -> tuple[FollowUpLine, ...]:
    """Return these follow-ups in this order; those that are gone are left out."""
    rows = ws.sql(
        f"{_FOLLOW_UPS} JOIN json_each(?) wanted ON wanted.value = f.id ORDER BY wanted.key",
        (json.dumps(list(ids)),),
    )
    return tuple(_line(row, now) for row in rows)


def done_today(ws: Workspace, now: datetime, limit: int = DONE) -> tuple[FollowUpLine, ...]:
    """Return the follow-ups done today, the latest first."""
    day = now.date()
    rows = ws.sql(
        f"{_FOLLOW_UPS} WHERE f.state = 'done' AND f.closed_at >= ? AND f.closed_at < ?"
        f" AND {_SHOWN_PEOPLE} ORDER BY f.closed_at DESC, f.id DESC LIMIT ?",
        (str(day), str(day + timedelta(days=1)), limit),
    )
    return tuple(_line(row, now) for row in rows)


def _line(row: tuple[object, ...], now: datetime) -> FollowUpLine:
    number, person, action, due_on, due_time, moved, closed_at, name, given, firm, event, kind = (
        row[0], row[1], str(row[2])[:SENTENCE], str(row[3]), row[4], int(str(row[5])), row[6], str(row[7]), str(row[8]),
        str(row[9]), str(row[10]), str(row[11]),
    )  # fmt: skip
    due, at = date.fromisoformat(due_on), read_kept_time(str(due_time) if due_time else None)
    closed = parse_moment(str(closed_at)) if closed_at else None
    state = FollowUpState.OPEN if closed is None else FollowUpState.DONE
    chip, tone = follow_up_chip(due, at, now) if closed is None else (f"done {closed:%H:%M}", Tone.PLAIN)
    where = f"met at {event}" if event else _kind_words(kind)
    who = "" if names_person(action, name, given) else name
    return FollowUpLine(
        id=int(str(number)),
        person_id=int(str(person)),
        name=name[:_SHOWN],
        action=action,
        detail=" · ".join(part[:_SHOWN] for part in (who, firm if firm != who else "", where) if part),
        due=due,
        at=at,
        chip=chip,
        tone=tone,
        moved=moved,
        hint=often_moved_sentence(FollowUp(action, due, state, moved)),
        closed=closed,
    )


def _kind_words(kind: str) -> str:
    return PersonKind(kind).label.lower() if kind in PersonKind.__members__.values() else ""


def _quoted(note: str) -> str:
    line = next((" ".join(one.split()) for one in note.splitlines() if one.strip()), "")
    return f"“{line if len(line) <= _NOTE else line[: _NOTE - 1].rstrip() + '…'}”" if line else ""

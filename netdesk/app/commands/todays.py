"""`netdesk today`: what needs me now, as JSON or to read."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.clock import moment_of
from netdesk.app.commands.output import write_json, write_line
from netdesk.services.next_event import NextEvent
from netdesk.services.today import FollowUpLine, NoPlanCard, Today
from netdesk.services.today import today as what_needs_me
from netdesk.services.today_help import Help
from netdesk.services.workspaces import Workspace

_MANY = 1_000


def today(ws: Workspace, given: Given, day: date) -> int:
    """Write what needs me on ``day``."""
    found = what_needs_me(ws, moment_of(day), follow_ups=_MANY)
    if given.json:
        write_json(today_as_json(found))
    else:
        for line in _lines(found):
            write_line(line)
    return 0


def today_as_json(found: Today) -> dict[str, object]:
    """Today as the JSON answer has it."""
    return {
        "day": found.day.isoformat(),
        "needs": {
            "cards": found.needs.cards,
            "overdue": found.needs.overdue,
            "due_today": found.needs.due_today,
            "debriefs": found.needs.debriefs,
            "promises": found.needs.promises,
            "one_to_ones": found.needs.one_to_ones,
            "all": found.needs.all,
        },
        "cards": [_card(one) for one in found.cards],
        "follow_ups": [_follow_up(line) for line in found.follow_ups],
        "done": [_follow_up(line) for line in found.done],
        "debriefs": [{"event": one.event_id, "title": one.title} for one in found.debriefs],
        "next_event": None if found.next_event is None else _event(found.next_event),
        "month": {
            "name": found.month.name,
            "counts": [
                {"label": count.label, "done": count.done, "aim": count.aim} for count in found.month.counts
            ],
            "pace": found.month.pace,
        },
        **_help(found.help),
        "going_cold": [{"person": one.person_id, "name": one.name} for one in found.cold],
        "good_deed": found.deed.words if found.deed else None,
    }


def _card(card: NoPlanCard) -> dict[str, object]:
    return {
        "id": card.id,
        "person": card.person_id,
        "name": card.name,
        "event": card.event_id,
        "event_title": card.event_title,
        "days": card.days,
    }


def _event(event: NextEvent) -> dict[str, object]:
    return {
        "id": event.id,
        "title": event.title,
        "starts": event.starts.isoformat(),
        "preparation": [{"words": line.words, "done": line.done} for line in event.lines],
    }


def _help(found: Help) -> dict[str, object]:
    """What I promised, the one-to-ones to come, and who gave most and got nothing."""
    giver = found.giver
    return {
        "promises": [
            {
                "id": one.id,
                "person": one.person_id,
                "name": one.name,
                "words": one.words,
                "way": one.way.value,
                "promised": one.promised.isoformat(),
                "due": one.due.isoformat(),
            }
            for one in found.promises
        ],
        "one_to_ones": [
            {
                "id": one.id,
                "person": one.person_id,
                "name": one.name,
                "starts": one.starts.isoformat(),
                "place": one.place,
                "objective": one.objective,
                "over": one.is_over,
            }
            for one in found.one_to_ones
        ],
        "gave_most": None
        if giver is None
        else {"person": giver.person_id, "name": giver.name, "words": giver.words},
    }


def _follow_up(line: FollowUpLine) -> dict[str, object]:
    return {
        "id": line.id,
        "person": line.person_id,
        "name": line.name,
        "action": line.action,
        "due": line.due.isoformat(),
        "at": f"{line.at:%H:%M}" if line.at else None,
        "moved": line.moved,
        "closed": line.closed.isoformat() if line.closed else None,
    }


def _lines(found: Today) -> list[str]:
    lines = [found.sentence]
    parts: list[tuple[str, list[str]]] = [
        (
            "Cards with no plan",
            [f"{one.id}  {one.name}, {one.event_title or 'no event'}" for one in found.cards],
        ),
        ("Follow-ups", [f"{one.id}  {one.action} ({one.chip})" for one in found.follow_ups]),
        ("Debrief left open", [f"{one.event_id}  {one.title}" for one in found.debriefs]),
        ("Going cold", [one.name for one in found.cold]),
        ("I promised", [f"{one.id}  {one.words} ({one.chip})" for one in found.help.promises]),
        (
            "One-to-ones",
            [f"{one.id}  {one.name}, {one.when}: {one.objective}" for one in found.help.one_to_ones],
        ),
    ]
    if found.needs.cards > len(found.cards):
        parts[0][1].append(
            f"and {found.needs.cards - len(found.cards):,} more: netdesk card list --state no-plan"
        )
    if found.next_event is not None:
        parts.append((f"Next event: {found.next_event.title}, {found.next_event.when}",
                      [line.words for line in found.next_event.lines]))  # fmt: skip
    counts = [f"{one.label} {one.done} / {one.aim}" if one.aim else f"{one.label} {one.done}"
              for one in found.month.counts]  # fmt: skip
    parts.append((found.month.name, counts))
    for title, entries in parts:
        if entries:
            lines += ["", title, *(f"  {entry}" for entry in entries)]
    if found.deed is not None:
        lines += ["", found.deed.words]
    return lines

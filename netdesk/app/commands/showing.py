"""`netdesk show`: everything about a person or an event, as JSON or to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.business import (
    business_as_json,
    business_lines,
    event_won,
    person_business,
    won_as_json,
)
from netdesk.app.commands.finding import find
from netdesk.app.commands.output import write_json, write_line
from netdesk.method.event_results import won_words
from netdesk.method.goals import goal_sentence
from netdesk.method.money import plain_money
from netdesk.services.event_page import EventPage, event_page
from netdesk.services.person_page import PersonPage, person_page
from netdesk.services.timeline import timeline
from netdesk.services.workspaces import Workspace

_ENTRIES = 1_000
_NAMES = (
    "prefix", "given", "additional", "family", "suffix", "nickname", "organisation", "department", "role",
)  # fmt: skip
_TEXTS = (
    "what_they_do", "ideal_client", "good_introduction", "where_to", "accomplishments", "interests", "networks",
    "skills", "note",
)  # fmt: skip
"""Fields of a person that stand in the answer as they are."""
_READ = 10
_LABEL = 18


def show(ws: Workspace, given: Given, today: date) -> int:
    """Show what was asked for."""
    found = find(ws, given.which, people=not given.event, events=not given.person)
    if found.kind == "person":
        page = person_page(ws, found.id, today)
        business = person_business(ws, page.id)
        values = {**person_as_json(ws, page), "business": business_as_json(business)}
        lines = _person_lines(page, values, business_lines(business))
    else:
        event = event_page(ws, found.id, datetime.combine(today, time()).astimezone())
        won = event_won(ws, event.id)
        values = {**event_as_json(event), **won_as_json(won)}
        lines = _event_lines(event, won_words(won.count, won.total, plain_money) if won else "")
    if given.json:
        write_json(values)
    else:
        for line in lines:
            write_line(line)
    return 0


def person_as_json(ws: Workspace, page: PersonPage) -> dict[str, object]:
    """A person as the JSON answer has it."""
    draft = page.draft
    return {
        "kind": "person",
        "id": page.id,
        "name": page.name,
        **{name: getattr(draft, name) for name in _NAMES},
        **_standing(page),
        **_marks(page),
        **{name: getattr(draft, name) for name in _TEXTS},
        "birthday": str(draft.birthday) if draft.birthday else None,
        "anniversary": str(draft.anniversary) if draft.anniversary else None,
        **_company(page),
        "follow_ups": [
            {"id": one.id, "action": one.action, "due": one.due.isoformat()} for one in page.follow_ups
        ],
        "timeline": [
            {"kind": one.kind.value, "on": one.on.isoformat(), "title": one.title, "words": one.words}
            for one in timeline(ws, page.id, _ENTRIES).entries
        ],
        "archived": page.archived,
        "binned": page.binned,
    }


def _standing(page: PersonPage) -> dict[str, object]:
    """How close somebody is, and since when there was no contact."""
    level = next((one for one in page.levels if one.number == page.level), None)
    return {
        "level": page.level,
        "level_name": level.name if level else "",
        "ready_to_move_up": bool(page.readiness and page.readiness.ready),
        "readiness": page.readiness.sentence if page.readiness else "",
        "last_contact": _iso(page.contacted),
        "rhythm_days": page.rhythm_days,
        "days_too_long": page.cold,
    }


def _marks(page: PersonPage) -> dict[str, object]:
    """The ways to reach somebody, and what they are marked with."""
    draft = page.draft
    fields = {field.id: field.name for field in page.own_fields}
    return {
        "points": [
            {"kind": one.kind.value, "label": one.label, "value": one.value, "preferred": one.preferred}
            for one in draft.points
        ],
        "kinds": [kind.value for kind in draft.kinds],
        "tags": list(draft.tags),
        "markets": [
            {"market": one.market, "standing": one.standing.value, "how": one.how} for one in draft.markets
        ],
        "own_fields": {
            fields[number]: value for number, value in draft.own_values.items() if number in fields
        },
    }


def _company(page: PersonPage) -> dict[str, object]:
    """How we met, whom they know, and what there is between us."""
    draft = page.draft
    return {
        "met": {
            "on": _iso(draft.met_on),
            "event": page.met_event.title if page.met_event else None,
            "through": page.met_through.name if page.met_through else None,
            "words": draft.met_words,
        },
        "introduced": [one.name for one in page.introduced],
        "knows": [
            {"id": one.person.id, "name": one.person.name, "how": one.words} for one in page.knows.people
        ],
        "knows_count": page.knows.count,
        "groups": [{"id": one.id, "name": one.name} for one in page.groups],
        "one_to_ones": page.one_to_ones,
        "gave": page.gives,
        "got": page.receives,
    }


def event_as_json(page: EventPage) -> dict[str, object]:
    """An event as the JSON answer has it."""
    pitch = page.pitch
    return {
        "kind": "event",
        "id": page.id,
        "title": page.title,
        "starts": page.starts.isoformat(),
        "ends": page.ends.isoformat() if page.ends else None,
        "zone": page.zone,
        "place": page.place,
        "host": page.host,
        "cost": page.cost,
        "currency": page.currency,
        "shares": {
            "target_market": page.shares.target_market,
            "close": page.shares.close,
            "same_trade": page.shares.same_trade,
            "other": page.shares.other,
        },
        "purpose": page.purpose.value,
        "purpose_sentence": page.sentence,
        "goals": [
            {
                "id": line.id,
                "kind": line.goal.kind.value,
                "count": line.goal.count,
                "reached": line.reached,
                "subject": line.goal.subject,
                "follow_up": line.goal.follow_up,
                "sentence": goal_sentence(line.goal),
            }
            for line in page.goals
        ],
        "people": [
            {
                "person": one.person_id,
                "name": one.name,
                "organisation": one.organisation,
                "level": one.level,
                "why": one.why,
                "give": one.give,
                "ask": one.ask,
            }
            for one in page.people
        ],
        "pitch": {
            "title": pitch.title,
            "version": pitch.number,
            "kind": pitch.kind.value,
            "text": pitch.text,
            "words": page.verdict.words if page.verdict else None,
            "seconds": page.verdict.seconds if page.verdict else None,
        }
        if pitch
        else None,
        "pitch_choice": page.pitch_choice.value,
        "competitors": list(page.competitors),
        "prepared": not page.gaps,
        "missing": [gap.words for gap in page.gaps],
        "note": page.note,
        "attended": page.attended,
        "binned": page.in_bin,
    }


def _person_lines(
    page: PersonPage, values: dict[str, object], business: Sequence[tuple[str, str]]
) -> list[str]:
    draft = page.draft
    lines = [page.name, " · ".join(part for part in (draft.role, draft.organisation) if part)]
    lines += [
        f"{label:<{_LABEL}}{text}"
        for label, text in (
            ("Level", f"{page.level} {values['level_name']}" if page.level else "unsorted"),
            ("", str(values["readiness"])),
            ("Last contact", str(values["last_contact"] or "none yet")),
            *((point.label or point.kind.label, point.value) for point in draft.points),
            ("Tags", ", ".join(draft.tags)),
            ("What they do", draft.what_they_do),
            ("Ideal client", draft.ideal_client),
            ("Good introduction", draft.good_introduction),
            ("Wants", draft.where_to),
            ("Accomplishments", draft.accomplishments),
            ("Interests", draft.interests),
            ("Networks", draft.networks),
            ("Skills", draft.skills),
            ("Groups", ", ".join(group.name for group in page.groups)),
            ("Gave and got", f"{page.gives} : {page.receives}" if page.gives or page.receives else ""),
            *business,
            *(("Knows", f"{one.person.name}, {one.words}") for one in page.knows.people),
            ("Note", draft.note),
            *(("To do", f"{one.action} ({one.due.isoformat()})") for one in page.follow_ups),
        )
        if text
    ]
    told = values["timeline"]
    assert isinstance(told, list)
    lines += [f"{entry['on']:<{_LABEL}}{entry['title']}" for entry in told[-_READ:]]
    return [line for line in lines if line]


def _event_lines(page: EventPage, won: str) -> list[str]:
    ends = page.ends.strftime("–%H:%M") if page.ends else ""
    lines = [page.title, page.starts.strftime("%Y-%m-%d %H:%M") + ends]
    lines += [
        f"{label:<{_LABEL}}{text}"
        for label, text in (
            ("Place", page.place),
            ("Host", page.host),
            ("Purpose", f"{page.purpose.label}: {page.sentence}"),
            *(("Goal", goal_sentence(line.goal)) for line in page.goals),
            *(("To meet", f"{one.name}: {one.why}" if one.why else one.name) for one in page.people),
            ("Pitch", page.pitch.name if page.pitch else ""),
            ("", page.notice),
            ("Business", won),
            *(("Missing", gap.words) for gap in page.gaps),
        )
        if text
    ]
    return lines


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

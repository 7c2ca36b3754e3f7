"""`netdesk fits`, `introduce` and `introduction …`: who fits whom, introductions, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.clock import typed_past_day
from netdesk.app.commands.finding import find_person
from netdesk.app.commands.output import say, write_json, write_line, write_table
from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput
from netdesk.method.introductions import IntroductionState
from netdesk.services import introductions
from netdesk.services.fits import Fit, Fits, allow_fit, fits_for, refuse_fit, who_fits_whom
from netdesk.services.introductions import IntroductionDraft, IntroductionLine
from netdesk.services.workspaces import Workspace

_LIMIT = 20
_MOST = 100
_NOTHING = 1


def fits(ws: Workspace, given: Given, today: date) -> int:
    """List who fits whom, or who fits one person; or say that two do not fit."""
    if given.refuse or given.allow:
        return _refuse_or_allow(ws, given)
    limit = min(given.limit or _LIMIT, _MOST)
    if limit < 1:
        raise InvalidInput("At least one is shown.", field="limit")
    person = find_person(ws, given.person) if given.person else None
    found = fits_for(ws, person.id, today, limit) if person else who_fits_whom(ws, today, limit)
    if given.json:
        write_json({"fits": [_fit(one) for one in found.fits], "count": found.count, "all": found.is_all})
    elif not found.fits:
        say("Nobody fits yet. Ask people who their ideal client is, and who would be a good introduction.")
    else:
        _write_fits(found)
    return 0


def introduce(ws: Workspace, given: Given, today: date) -> int:
    """Make an introduction, or put it on the list, and print its id."""
    person, other = find_person(ws, given.person), find_person(ws, given.other)
    draft = IntroductionDraft(person.id, other.id, given.why, given.message)
    if given.later:
        if given.on or given.both:
            raise InvalidInput(
                "--later only puts it on the list: --on and --both belong to one that is made."
            )
        number = introductions.propose(ws, draft)
        say(f"To be introduced: {person.name} to {other.name}.")
    else:
        on = typed_past_day(ws, given.on, today)
        number = introductions.make_introduction(ws, draft, on, helps_both=given.both, today=today)
        say(f"Introduced {person.name} to {other.name}.")
    return _write_one(ws, number, as_json=given.json)


def introduction(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    if given.verb == "list":
        return _list(ws, given)
    if given.verb == "message":
        person, other = find_person(ws, given.person), find_person(ws, given.other)
        for line in introductions.proposed_message(ws, person.id, other.id).split("\n"):
            write_line(line)
        return 0
    if given.verb == "made":
        on = typed_past_day(ws, given.on, today)
        introductions.make_introduction(ws, given.id, on, helps_both=given.both, today=today)
        one = introductions.introduction(ws, given.id)
        say(f"Introduced {one.person} to {one.other}.")
        return _write_one(ws, given.id, as_json=True) if given.json else 0
    changes = _change(ws, given, today)
    say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
    return 0


def _change(ws: Workspace, given: Given, today: date) -> Changes:
    if given.verb == "take-back":
        return introductions.take_back(ws, given.id)
    if given.verb == "delete":
        return introductions.delete_introduction(ws, given.id)
    state = IntroductionState.MADE if given.state == "unknown" else IntroductionState(given.state)
    on = typed_past_day(ws, given.on, today)
    return introductions.set_outcome(ws, given.id, state, on, given.words)


def _refuse_or_allow(ws: Workspace, given: Given) -> int:
    if not given.person or (given.refuse and given.allow):
        raise InvalidInput("Name a person, and one other who does not fit or shall be proposed again.")
    person, other = find_person(ws, given.person), find_person(ws, given.refuse or given.allow)
    if given.refuse:
        changes = refuse_fit(ws, person.id, other.id, datetime.now().astimezone())
    else:
        changes = allow_fit(ws, person.id, other.id)
    say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
    return 0 if not changes.is_empty else _NOTHING


def _list(ws: Workspace, given: Given) -> int:
    person = find_person(ws, given.person).id if given.person else None
    state = IntroductionState(given.state) if given.state else None
    found = introductions.introductions(ws, person, state)
    if given.json:
        write_json({"introductions": [_introduction(one) for one in found], "count": len(found)})
    elif not found:
        say("No introduction yet.")
    else:
        rows = [
            (str(one.id), one.on.isoformat(), one.person, one.other, one.state.label, one.outcome or one.why)
            for one in found
        ]
        write_table(("id", "day", "person", "to", "state", "what came of it, or why"), rows)
    return 0


def _write_one(ws: Workspace, number: int, *, as_json: bool) -> int:
    if as_json:
        write_json(_introduction(introductions.introduction(ws, number)))
    else:
        write_line(str(number))
    return 0


def _write_fits(found: Fits) -> None:
    rows: Sequence[tuple[str, str]] = [(f"{one.person} – {one.other}", one.sentence) for one in found.fits]
    for two, sentence in rows:
        write_line(f"{two}: {sentence}")
    more = "" if found.is_all else " and more"
    if found.count > len(rows) or more:
        say(f"{len(rows)} of {found.count}{more}.")


def _fit(one: Fit) -> dict[str, object]:
    return {
        "person": one.person_id,
        "name": one.person,
        "other": one.other_id,
        "other_name": one.other,
        "wish": one.wish.value,
        "wanted": one.wanted,
        "words": list(one.words),
        "where": one.where.value,
        "excerpt": one.excerpt,
        "sentence": one.sentence,
    }


def _introduction(one: IntroductionLine) -> dict[str, object]:
    return {
        "id": one.id,
        "person": one.person_id,
        "name": one.person,
        "other": one.other_id,
        "other_name": one.other,
        "why": one.why,
        "message": one.message,
        "state": one.state.value,
        "made": one.made_on.isoformat() if one.made_on else None,
        "outcome": one.outcome,
        "outcome_on": one.outcome_on.isoformat() if one.outcome_on else None,
        "helps_both": one.helps_both,
    }

"""`netdesk card add`, `list`, `plan` and `let-go`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.clock import moment_of, tomorrow, typed_day, typed_time
from netdesk.app.commands.finding import find_event
from netdesk.app.commands.output import say, write_json, write_line, write_table
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.follow_ups import CardState
from netdesk.method.names import fold
from netdesk.services.card_plans import PlanDraft, apply_templates, plan_cards, proposed_plan
from netdesk.services.card_tray import TrayQuery, tray_ids
from netdesk.services.cards import (
    CardLine,
    add_card,
    card_line,
    card_lines,
    draft_from_card,
    let_go,
    set_card_kind,
    set_solid,
)
from netdesk.services.event_edit import event_title
from netdesk.services.history_words import in_title
from netdesk.services.plan_templates import plan_templates
from netdesk.services.preferences import preferences
from netdesk.services.workspaces import Workspace

_ALREADY = 1


def card(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    return {"add": _add, "list": _list, "plan": _plan, "let-go": _let_go}[given.verb](ws, given, today)


def card_as_json(line: CardLine) -> dict[str, object]:
    """A card as the JSON answer has it."""
    return {
        "id": line.id,
        "event": line.event_id,
        "event_title": line.event_title,
        "person": line.person_id,
        "name": line.name,
        "organisation": line.organisation,
        "kind": line.kind.value if line.kind else None,
        "state": line.state.value,
        "plans": [
            {
                "id": plan.id,
                "action": plan.action,
                "due": plan.due.isoformat(),
                "at": f"{plan.due_time:%H:%M}" if plan.due_time else None,
                "state": plan.state.value,
            }
            for plan in line.plans
        ],
        "solid": line.solid,
        "learned": line.learned,
        "new": line.was_new,
        "received": line.received.isoformat(),
        "done": line.done_at.isoformat() if line.done_at else None,
        "let_go_reason": line.let_go_reason,
        "has_picture": line.photo is not None,
        "binned": line.in_bin,
    }


def _add(ws: Workspace, given: Given, today: date) -> int:
    from netdesk.ui.customs import customs

    event = find_event(ws, given.event)
    region = customs(preferences(ws)).region
    draft = draft_from_card(given.text, region)
    if not any(letter.isalnum() for letter in draft.name):
        raise InvalidInput("Who is it? Give a name, a firm or an e-mail address.", field="name")
    picture, media_type = _picture(given.picture)
    with ws.change(f"Add the card of {in_title(draft.name)} from {in_title(event_title(ws, event))}"):
        added = add_card(
            ws, event, draft, moment_of(today), photo=picture, media_type=media_type, region=region
        )
        if given.kind:
            set_card_kind(ws, added.card_id, PersonKind(given.kind.replace("-", "_")))
        if given.solid:
            set_solid(ws, [added.card_id], True)
    line = card_line(ws, added.card_id)
    if given.json:
        write_json(card_as_json(line))
    else:
        write_line(str(added.card_id))
    if added.was_here:
        say(f"{line.name}’s card is here already; nothing was doubled.")
        return _ALREADY
    say(f"Added the card of {line.name}{', a new contact' if added.new_person else ''}.")
    if added.perhaps is not None:
        who = added.perhaps.person
        say(f"It may be {who.name} of {who.organisation or 'no firm'} (id {who.id}); see it in the window.")
    return 0


def _picture(file: Path | None) -> tuple[bytes | None, str]:
    """The picture upright and within limits, as the window keeps it."""
    if file is None:
        return None, ""
    from netdesk.ui.scanning.picture import picture_of_file

    picture = picture_of_file(file)
    return picture.data, picture.media_type


def _list(ws: Workspace, given: Given, _today: date) -> int:
    event = find_event(ws, given.event) if given.event else None
    states = frozenset({CardState(given.state.replace("-", "_"))}) if given.state else frozenset[CardState]()
    ids = list(tray_ids(ws, TrayQuery(event, states)))
    found = {line.id: line for line in card_lines(ws, ids)}
    lines = [found[number] for number in ids if number in found]
    if given.json:
        write_json({"cards": [card_as_json(line) for line in lines], "count": len(lines)})
        return 0
    if not lines:
        say("No cards.")
    else:
        write_table(
            ("id", "name", "organisation", "event", "received", "state", "plan"), list(map(_row, lines))
        )
    return 0


def _row(line: CardLine) -> tuple[str, ...]:
    plan = line.next_plan
    words = f"{plan.action}, {plan.due.isoformat()}" if plan else line.let_go_reason
    return (
        str(line.id),
        line.name,
        line.organisation,
        line.event_title,
        line.received.date().isoformat(),
        line.state.label,
        words,
    )


def _plan(ws: Workspace, given: Given, today: date) -> int:
    number = _card(ws, given.card)
    if given.template:
        if given.action or given.on or given.at:
            raise InvalidInput("A template says itself what and when.", "Leave the words, --on and --at out.")
        changes = apply_templates(ws, [number], [_template(ws, given.template)], today)
        say(f"{changes.title}." if not changes.is_empty else "That plan stands already.")
        return 0
    action = given.action or proposed_plan(ws, number, today).action
    due = typed_day(ws, given.on, today) if given.on else tomorrow(today)
    changes = plan_cards(
        ws, [number], PlanDraft(action, due, typed_time(given.at) if given.at else None), today
    )
    said = (
        f"{changes.title}: {action}, {due.isoformat()}."
        if not changes.is_empty
        else "That plan stands already."
    )
    say(said)
    return 0


def _let_go(ws: Workspace, given: Given, _today: date) -> int:
    say(f"{let_go(ws, [_card(ws, given.card)], given.why).title}.")
    return 0


def _card(ws: Workspace, typed: str) -> int:
    """The id of a card, or the one card of somebody whose name begins so. Raises ``NotFound``, ``InvalidInput``."""
    if typed.isdecimal():
        return card_line(ws, int(typed)).id
    words = fold(typed)
    lines = card_lines(ws, tray_ids(ws, TrayQuery(text=typed)))
    found = [one for one in lines if fold(one.name) == words] or [
        one for one in lines if fold(one.name).startswith(words)
    ]
    if not found:
        raise NotFound(f"There is no card of “{typed}”.", "List them with: netdesk card list")
    if len(found) > 1:
        named = "; ".join(
            f"{one.name} from {one.event_title or 'no event'} (id {one.id})" for one in found[:8]
        )
        raise InvalidInput(f"“{typed}” may be {named}.", "Give the id.")
    return found[0].id


def _template(ws: Workspace, typed: str) -> int:
    templates = plan_templates(ws)
    named = [one for one in templates if fold(one.name).startswith(fold(typed))]
    exact = [one for one in named if fold(one.name) == fold(typed)]
    if len(exact or named) != 1:
        names = ", ".join(one.name for one in templates) or "none yet"
        raise NotFound(f"There is no template “{typed}”.", f"Templates: {names}.")
    return (exact or named)[0].id

"""Plans for cards: one or several made at once, from words or from templates (method §3)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from netdesk.method import cards as rules
from netdesk.method.calendar_words import short_day
from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.follow_ups import FollowUpState, problems
from netdesk.method.plan_templates import PlanDraft, applied, worded
from netdesk.services.cards import CHOSEN, card_line, who_of
from netdesk.services.follow_ups import drop_follow_up, finish_follow_up, move_follow_up
from netdesk.services.history_words import in_title
from netdesk.services.people import person_name
from netdesk.services.plan_templates import plan_templates
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.tables.talks import FollowUp
from netdesk.store.workspace import Workspace, moment

__all__ = [
    "PlanDraft", "apply_templates", "drop_plans", "edit_plan", "finish_plans", "move_plans", "plan_cards",
    "proposed_plan",
]  # fmt: skip


def proposed_plan(ws: Workspace, card_id: int, today: date) -> PlanDraft:
    """What to offer for a card: tomorrow, in words that fit what the person is to me. Raises ``NotFound``."""
    line = card_line(ws, card_id)
    given = _given_names(ws, [card_id])[card_id]
    return PlanDraft(rules.proposed_action(line.kind, given), rules.default_due(today))


def plan_cards(ws: Workspace, card_ids: Sequence[int], plan: PlanDraft, today: date) -> Changes:
    """Plan one follow-up for each card; "{name}" becomes the given name. A card let go is taken back by it.

    Raises ``InvalidInput`` naming ``action`` or ``due`` (today or later), ``NotFound``.
    """
    plan = _checked(plan)
    if plan.due < today:
        raise InvalidInput("Choose today or a later day.", field="due")
    given = _given_names(ws, card_ids)
    plans = {card: [PlanDraft(worded(plan.action, name), plan.due, plan.at)] for card, name in given.items()}
    with ws.change(f"Plan a follow-up with {who_of(ws, card_ids)}") as change:
        _write(ws, plans)
    return change.changes


def apply_templates(
    ws: Workspace, card_ids: Sequence[int], template_ids: Iterable[int], today: date
) -> Changes:
    """Plan one follow-up for each card and template, counted from today; one that stands already is not doubled.

    Raises ``NotFound`` for cards or templates that are gone.
    """
    wanted = set(template_ids)
    templates = [template for template in plan_templates(ws) if template.id in wanted]
    if not templates:
        raise NotFound("Those templates are not there any more.")
    given = _given_names(ws, card_ids)
    plans = {
        card: [applied(template.action, template.days, name, today) for template in templates]
        for card, name in given.items()
    }
    named = f"“{in_title(templates[0].name)}”" if len(templates) == 1 else f"{len(templates)} templates"
    with ws.change(f"Plan {named} for {who_of(ws, card_ids)}") as change:
        _write(ws, plans)
    return change.changes


def edit_plan(ws: Workspace, follow_up_id: int, plan: PlanDraft) -> Changes:
    """Say a plan in other words, or on another day or time. Raises ``InvalidInput``, ``NotFound``."""
    plan = _checked(plan)
    row = ws.row(FollowUp.select(FollowUp.person_id).where(FollowUp.id == follow_up_id))
    if row is None:
        raise NotFound("That follow-up is not in the workspace any more.")
    with ws.change(f"Edit a follow-up with {in_title(person_name(ws, row[0]).name)}") as change:
        ws.run(FollowUp.update(_columns(plan)).where(FollowUp.id == follow_up_id))
    return change.changes


def finish_plans(ws: Workspace, follow_up_ids: Sequence[int]) -> Changes:
    """Several plans are done, in one step. Raises ``NotFound``, ``InvalidInput`` for one closed already."""
    return _each(ws, follow_up_ids, "Do what was planned", finish_follow_up)


def drop_plans(ws: Workspace, follow_up_ids: Sequence[int]) -> Changes:
    """Drop several plans in one step. Raises ``NotFound``, ``InvalidInput`` for one closed already."""
    return _each(ws, follow_up_ids, "Drop the plan", drop_follow_up)


def move_plans(ws: Workspace, follow_up_ids: Sequence[int], to: date, today: date) -> Changes:
    """Do several things on another day, in one step. Raises ``NotFound``, ``InvalidInput`` for a day past."""

    def move(workspace: Workspace, number: int) -> object:
        return move_follow_up(workspace, number, to, today)

    return _each(ws, follow_up_ids, f"Move the plan to {short_day(to, today)}", move)


def _each(
    ws: Workspace, follow_up_ids: Sequence[int], title: str, write: Callable[[Workspace, int], object]
) -> Changes:
    chosen = json.dumps(list(follow_up_ids))
    rows = ws.sql(f"SELECT card_id FROM follow_up WHERE id IN {CHOSEN}", (chosen,)).fetchall()
    cards = [row[0] for row in rows if row[0] is not None]
    if not cards:
        raise NotFound("Those plans are not in the workspace any more.")
    with ws.change(f"{title}: {who_of(ws, cards)}") as change:
        for number in follow_up_ids:
            write(ws, number)
    return change.changes


def _checked(plan: PlanDraft) -> PlanDraft:
    action = clean_line(plan.action, SENTENCE, field="action")
    for sentence in problems(action, plan.due):
        raise InvalidInput(sentence, field="action")
    return PlanDraft(action, plan.due, plan.at)


def _columns(plan: PlanDraft) -> dict[str, str | None]:
    clock = plan.at.isoformat(timespec="minutes") if plan.at else None
    return {"action": plan.action, "due_on": plan.due.isoformat(), "due_time": clock}


def _given_names(ws: Workspace, card_ids: Iterable[int]) -> dict[int, str]:
    """By card the name to use in a sentence: the given name, else what the person is called, else the firm."""
    rows = ws.sql(
        "SELECT c.id, coalesce(nullif(p.given, ''), nullif(p.nickname, ''), p.display_name)"
        f" FROM card c JOIN person p ON p.id = c.person_id WHERE c.id IN {CHOSEN} ORDER BY c.id",
        (json.dumps(list(card_ids)),),
    ).fetchall()
    if not rows:
        raise NotFound("Those cards are not in the workspace any more.")
    return {int(row[0]): str(row[1]) for row in rows}


def _write(ws: Workspace, plans: dict[int, list[PlanDraft]]) -> None:
    chosen = json.dumps(list(plans))
    cards = ws.sql(f"SELECT id, event_id, person_id FROM card WHERE id IN {CHOSEN}", (chosen,)).fetchall()
    standing = set(
        ws.sql(
            "SELECT card_id, action, due_on, due_time FROM follow_up"
            f" WHERE state = 'open' AND card_id IN {CHOSEN}",
            (chosen,),
        ).fetchall()
    )
    now = moment()
    rows = []
    for card, event, person in cards:
        for plan in plans[card]:
            columns = _columns(PlanDraft(plan.action[:SENTENCE], plan.due, plan.at))
            key = (card, columns["action"], columns["due_on"], columns["due_time"])
            if key not in standing:
                rows.append((person, event, *key[1:], FollowUpState.OPEN.value, now, card))
    ws.many(
        "INSERT INTO follow_up (person_id, event_id, action, due_on, due_time, state, created_at, card_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    # A plan is the opposite of letting go: once done, the card is done.
    ws.sql(
        f"UPDATE card SET let_go_at = NULL, let_go_reason = '' WHERE let_go_at IS NOT NULL AND id IN {CHOSEN}",
        (chosen,),
    )

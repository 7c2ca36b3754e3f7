"""Templates of plans for cards: kept, worded, ordered, deleted; each step can be undone."""

from __future__ import annotations

from dataclasses import dataclass

from peewee import fn

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.plan_templates import MOST_TEMPLATES, template_problems
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.tables.talks import PlanTemplate as Row
from netdesk.store.workspace import Workspace

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class PlanTemplate:
    """A plan offered again and again: "{name}" in the action becomes the given name; due so many days on."""

    id: int
    name: str
    action: str
    days: int


def plan_templates(ws: Workspace) -> tuple[PlanTemplate, ...]:
    """Every template in the order chosen."""
    rows = ws.run(Row.select(Row.id, Row.name, Row.action, Row.days).order_by(Row.position, Row.id).tuples())
    return tuple(PlanTemplate(*row) for row in rows)


def add_template(ws: Workspace, name: str, action: str, days: int) -> int:
    """Add a template after the others and give its id. Raises ``InvalidInput`` naming name, action or days."""
    values = _checked(name, action, days)
    count, last = ws.row(Row.select(fn.count(Row.id), fn.max(Row.position)))
    if count >= MOST_TEMPLATES:
        raise InvalidInput(
            f"Up to {MOST_TEMPLATES} templates can be kept.", "Change one of them.", field="name"
        )
    with ws.change(f"Add the plan template “{in_title(values['name'])}”"):
        return int(ws.run(Row.insert({**values, "position": 0 if last is None else last + 1})))


def save_template(ws: Workspace, template: PlanTemplate) -> Changes:
    """Keep another name, action or number of days. Raises ``InvalidInput``, ``NotFound``."""
    values = _checked(template.name, template.action, template.days)
    _name(ws, template.id)
    title = f"Change the plan template “{in_title(values['name'])}”"
    with ws.change(title, merge_key=f"plan_template:{template.id}") as change:
        ws.run(Row.update(values).where(Row.id == template.id))
    return change.changes


def delete_template(ws: Workspace, template_id: int) -> Changes:
    """Take a template away; the plans made by it stay. Raises ``NotFound``."""
    with ws.change(f"Delete the plan template “{in_title(_name(ws, template_id))}”") as change:
        ws.run(Row.delete().where(Row.id == template_id))
    return change.changes


def move_template(ws: Workspace, template_id: int, place: int) -> Changes:
    """Put a template at ``place`` (0 is first). Raises ``NotFound``."""
    title = f"Move the plan template “{in_title(_name(ws, template_id))}”"
    order = [template.id for template in plan_templates(ws) if template.id != template_id]
    order.insert(max(0, min(place, len(order))), template_id)
    with ws.change(title) as change:
        for position, number in enumerate(order):
            ws.run(Row.update(position=position).where(Row.id == number, Row.position != position))
    return change.changes


def _checked(name: str, action: str, days: int) -> dict[str, object]:
    name = clean_line(name, LONGEST_NAME, field="name")
    action = clean_line(action, SENTENCE, field="action")
    for field, sentence in template_problems(name, action, days):
        raise InvalidInput(sentence, field=field)
    return {"name": name, "action": action, "days": days}


def _name(ws: Workspace, template_id: int) -> str:
    row = ws.row(Row.select(Row.name).where(Row.id == template_id))
    if row is None:
        raise NotFound("That template is not there any more.")
    return str(row[0])

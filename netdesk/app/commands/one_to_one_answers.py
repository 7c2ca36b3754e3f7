"""One-to-ones as JSON."""

from __future__ import annotations

from netdesk.services.one_to_one_lists import HeldLine, PlannedLine
from netdesk.services.one_to_ones import OneToOnePlan

Answer = dict[str, object]


def planned_json(one: PlannedLine) -> Answer:
    """A line of the list of those planned."""
    return {
        "id": one.id,
        "person": one.person_id,
        "name": one.name,
        "organisation": one.organisation,
        "starts": one.starts.isoformat(),
        "zone": one.zone,
        "minutes": one.minutes,
        "place": one.place,
        "objective": one.objective,
        "remind": one.remind_minutes,
        "group": one.group_id,
        "state": one.standing.value,
        "reason": one.reason,
    }


def plan_json(one: OneToOnePlan) -> Answer:
    """A plan just made, with its two questions."""
    return {
        "id": one.id,
        "person": one.person_id,
        "name": one.name,
        "starts": one.starts.isoformat(),
        "zone": one.zone,
        "minutes": one.minutes,
        "place": one.place,
        "objective": one.objective,
        "remind": one.remind_minutes,
        "questions": [one.first_question, one.second_question],
    }


def held_json(one: HeldLine) -> Answer:
    """One that was held."""
    return {
        "talk": one.id,
        "planned_as": one.one_to_one_id,
        "person": one.person_id,
        "name": one.name,
        "organisation": one.organisation,
        "others": one.others,
        "on": one.on.isoformat(),
        "place": one.place,
        "objective": one.objective,
        "outcome": one.outcome.value if one.outcome else None,
        "learned": one.learned,
        "made_together": one.made_together,
        "promises": list(one.promises),
    }

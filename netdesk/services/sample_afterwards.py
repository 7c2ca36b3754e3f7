"""What came of the invented events: cards with their plans, reactions, and whether it was worth it."""

from __future__ import annotations

from datetime import datetime, timedelta

from netdesk.method.follow_ups import FollowUpState
from netdesk.services.sample_story import Story, Told
from netdesk.store.workspace import Workspace

_NEXT_MORNING = timedelta(hours=14)


def add_afterwards(ws: Workspace, story: Story, events: dict[str, int], people: dict[str, int]) -> None:
    """Tell of every event that is over what it gave."""
    for told in story.afterwards:
        event = events[told["event"]]
        ends_at, version = ws.sql(
            "SELECT ends_at, pitch_version_id FROM event WHERE id = ?", (event,)
        ).fetchone()
        ended = datetime.fromisoformat(ends_at)
        _judge(ws, event, told, ended)
        if "reactions" in told:
            ws.sql(
                "INSERT INTO reaction (event_id, pitch_version_id, asked_more, polite, blank)"
                " VALUES (?, ?, ?, ?, ?)",
                (event, version, *told["reactions"]),
            )
        for card in told.get("cards", ()):
            _plan(ws, story, _add_card(ws, event, people[card["name"]], card, ended), card, ended)


def _judge(ws: Workspace, event: int, told: Told, ended: datetime) -> None:
    ws.sql(
        "UPDATE event SET stars = ?, hours = ?, people_met = ?, people_new = ?, learned = ?, change_next = ?,"
        " debriefed_at = ? WHERE id = ?",
        (
            told.get("stars"),
            told.get("hours"),
            told.get("met"),
            told.get("new"),
            told.get("learned", ""),
            told.get("change_next", ""),
            _stamp(ended + _NEXT_MORNING) if told.get("finished") else None,
            event,
        ),
    )


def _add_card(ws: Workspace, event: int, person: int, told: Told, ended: datetime) -> int:
    entered = _stamp(ended + _NEXT_MORNING)
    cursor = ws.sql(
        "INSERT INTO card (event_id, person_id, kind, solid, learned, was_new, received_at, let_go_at,"
        " let_go_reason, created_at)"
        " SELECT ?1, id, ?3, ?4, ?5, met_event_id IS ?1, ?6, ?7, ?8, ?9 FROM person WHERE id = ?2",
        (
            event,
            person,
            told.get("kind", ""),
            int(told.get("solid", False)),
            int(told.get("learned", False)),
            _stamp(ended),
            entered if "let_go" in told else None,
            told.get("let_go", ""),
            entered,
        ),
    )
    return int(cursor.lastrowid or 0)


def _plan(ws: Workspace, story: Story, card: int, told: Told, ended: datetime) -> None:
    if "plan" not in told:
        return
    done = _stamp(ended + timedelta(hours=told["done"])) if "done" in told else None
    state = FollowUpState.OPEN if done is None else FollowUpState.DONE
    ws.sql(
        "INSERT INTO follow_up (person_id, event_id, card_id, action, due_on, due_time, state, closed_at, created_at)"
        " SELECT person_id, event_id, id, ?2, ?3, ?4, ?5, ?6, created_at FROM card WHERE id = ?1",
        (card, told["plan"], str(story.day(told["due"])), told.get("at"), state.value, done),
    )


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")

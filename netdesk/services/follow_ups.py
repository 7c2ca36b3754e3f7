"""Follow-ups: what I will do for somebody and by when; done, moved or dropped (method §3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from types import EllipsisType

from netdesk.method import follow_ups as rules
from netdesk.method.calendar_words import short_day
from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.follow_ups import FollowUp, FollowUpState
from netdesk.method.rhythm import InteractionKind
from netdesk.method.typed_times import read_kept_time
from netdesk.services.follow_up_sql import BY_MOMENT
from netdesk.services.history_words import in_title
from netdesk.services.people import person_name
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.tables.people import Person
from netdesk.store.tables.talks import FollowUp as FollowUpRow
from netdesk.store.workspace import Workspace, moment


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    """Something still to do for a person by a day, and by a time of that day where there is one."""

    id: int
    person_id: int
    action: str
    due: date
    at: time | None = None
    moved: int = 0


def open_follow_ups(ws: Workspace, person_id: int) -> tuple[OpenFollowUp, ...]:
    """What is still to do for a person, the most pressing first."""
    rows = ws.sql(
        "SELECT f.id, f.person_id, f.action, f.due_on, f.due_time, f.moved FROM follow_up f"
        f" WHERE f.person_id = ? AND f.state = '{FollowUpState.OPEN.value}' ORDER BY {BY_MOMENT}",
        (person_id,),
    )
    return tuple(
        OpenFollowUp(row[0], row[1], row[2], date.fromisoformat(row[3]), read_kept_time(row[4]), row[5])
        for row in rows
    )


def proposed_action(ws: Workspace, person_id: int) -> str:
    """What to offer as the next thing to do, from what was done last. Raises ``NotFound``."""
    row = ws.row(Person.select(Person.given, Person.nickname).where(Person.id == person_id))
    if row is None:
        raise NotFound("That person is not in the workspace any more.")
    last = ws.sql(
        "SELECT i.kind FROM interaction_person ip JOIN interaction i ON i.id = ip.interaction_id"
        " WHERE ip.person_id = ? AND i.real_contact ORDER BY i.happened_at DESC LIMIT 1",
        (person_id,),
    ).fetchone()
    return rules.default_action(row[0] or row[1], InteractionKind(last[0]) if last else None)


def add_follow_up(
    ws: Workspace,
    person_id: int,
    action: str,
    due: date | None,
    event_id: int | None = None,
    *,
    at: time | None = None,
) -> int:
    """Plan a follow-up and give its id. Raises ``InvalidInput`` naming ``action`` or ``due``, ``NotFound``."""
    action = clean_line(action, SENTENCE, field="action")
    for sentence in rules.problems(action, due):
        raise InvalidInput(sentence, field="due" if action else "action")
    name = person_name(ws, person_id).name
    with ws.change(f"Plan a follow-up with {in_title(name)}"):
        number = ws.run(
            FollowUpRow.insert(
                person_id=person_id,
                event_id=event_id,
                action=action,
                due_on=str(due),
                due_time=_kept_time(at),
                created_at=moment(),
            )
        )
    return int(number)


def finish_follow_up(ws: Workspace, follow_up_id: int) -> Changes:
    """It is done. Raises ``NotFound``, ``InvalidInput`` for a closed one."""
    return _close(ws, follow_up_id, FollowUpState.DONE, "Do: {action}")


def drop_follow_up(ws: Workspace, follow_up_id: int, reason: str = "") -> Changes:
    """Let it go on purpose. Raises ``NotFound``, ``InvalidInput`` for a closed one."""
    return _close(ws, follow_up_id, FollowUpState.DROPPED, "Drop: {action}", reason)


def move_follow_up(
    ws: Workspace, follow_up_id: int, to: date, today: date, *, at: time | EllipsisType | None = ...
) -> Changes:
    """Do it another day, today or later, and at ``at``; how often it was moved to another day is counted.

    ``...`` keeps the time of day, None takes it away. Raises ``NotFound``, ``InvalidInput``.
    """
    follow_up, _ = _read(ws, follow_up_id)
    try:
        moved = rules.move(follow_up, to, today)
    except ValueError as error:
        raise InvalidInput(str(error), field="due") from error
    with ws.change(f"Move “{in_title(follow_up.action)}” to {short_day(to, today)}") as change:
        _update(ws, follow_up_id, **_time(at), due_on=moved.due.isoformat(), moved=moved.moved)
    return change.changes


def edit_follow_up(
    ws: Workspace, follow_up_id: int, action: str, due: date | None, *, at: time | EllipsisType | None = ...
) -> Changes:
    """Say it in other words, on another day or at another time (``...`` keeps it).

    Raises ``NotFound``, ``InvalidInput``.
    """
    action = clean_line(action, SENTENCE, field="action")
    for sentence in rules.problems(action, due):
        raise InvalidInput(sentence, field="due" if action else "action")
    _, person_id = _read(ws, follow_up_id)
    with ws.change(f"Edit a follow-up with {in_title(person_name(ws, person_id).name)}") as change:
        _update(ws, follow_up_id, **_time(at), action=action, due_on=str(due))
    return change.changes


def reopen_follow_up(ws: Workspace, follow_up_id: int) -> Changes:
    """Make a done or dropped follow-up something to do again. Raises ``NotFound``."""
    follow_up, _ = _read(ws, follow_up_id)
    with ws.change(f"Open again: {in_title(follow_up.action)}") as change:
        _update(ws, follow_up_id, state=FollowUpState.OPEN.value, closed_at=None, reason="")
    return change.changes


def _close(ws: Workspace, follow_up_id: int, state: FollowUpState, title: str, reason: str = "") -> Changes:
    follow_up, _ = _read(ws, follow_up_id)
    reason = clean_line(reason, SENTENCE, field="reason")
    try:
        closed = rules.finish(follow_up) if state is FollowUpState.DONE else rules.drop(follow_up, reason)
    except ValueError as error:
        raise InvalidInput(str(error)) from error
    with ws.change(title.format(action=in_title(follow_up.action))) as change:
        _update(ws, follow_up_id, state=closed.state.value, closed_at=moment(), reason=closed.reason)
    return change.changes


def _kept_time(at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M}"


def _time(at: time | EllipsisType | None) -> dict[str, str | int | None]:
    return {} if isinstance(at, EllipsisType) else {"due_time": _kept_time(at)}


def _update(ws: Workspace, follow_up_id: int, **columns: str | int | None) -> None:
    ws.run(FollowUpRow.update(**columns).where(FollowUpRow.id == follow_up_id))


def _read(ws: Workspace, follow_up_id: int) -> tuple[FollowUp, int]:
    columns = (
        FollowUpRow.action,
        FollowUpRow.due_on,
        FollowUpRow.state,
        FollowUpRow.reason,
        FollowUpRow.person_id,
        FollowUpRow.moved,
    )
    row = ws.row(FollowUpRow.select(*columns).where(FollowUpRow.id == follow_up_id))
    if row is None:
        raise NotFound("That follow-up is not in the workspace any more.")
    follow_up = FollowUp(row[0], date.fromisoformat(row[1]), FollowUpState(row[2]), row[5], row[3])
    return follow_up, int(row[4])

"""Events that lie behind, with cards and what they were worth, put straight into the tables for tests."""

from netdesk.store.workspace import Workspace, moment


def judge(
    workspace: Workspace,
    event: int,
    *,
    stars: float | None = None,
    hours: float | None = None,
    attended: int | None = 1,
    learned: str = "",
    change_next: str = "",
    finished: bool = False,
) -> None:
    """Write down what an event was worth."""
    with workspace.change("Judge an event"):
        workspace.sql(
            "UPDATE event SET stars = ?, hours = ?, attended = ?, learned = ?, change_next = ?, debriefed_at = ?"
            " WHERE id = ?",
            (stars, hours, attended, learned, change_next, moment() if finished else None, event),
        )


def card(
    workspace: Workspace,
    event: int | None,
    person: int,
    *,
    solid: bool = False,
    plan: str = "",
    due: str = "2026-11-25",
    at: str | None = None,
    done: bool = False,
    let_go: bool = False,
    received: str = "2026-11-18T09:00:00+00:00",
) -> int:
    """Add a card, with a follow-up in the words of ``plan`` if there are any, and give its id."""
    with workspace.change("Add a card"):
        number = workspace.sql(
            "INSERT INTO card (event_id, person_id, solid, received_at, created_at, let_go_at)"
            " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            (event, person, int(solid), received, received, moment() if let_go else None),
        ).fetchone()[0]
        if plan:
            follow_up(workspace, person, plan, due, at=at, done=done, card_id=number, event=event)
    return int(number)


def follow_up(
    workspace: Workspace,
    person: int,
    action: str,
    due: str,
    *,
    at: str | None = None,
    done: bool = False,
    card_id: int | None = None,
    event: int | None = None,
) -> int:
    """Add a follow-up inside a change that is open, and give its id."""
    row = workspace.sql(
        "INSERT INTO follow_up (person_id, event_id, action, due_on, due_time, state, closed_at, created_at, card_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            person,
            event,
            action,
            due,
            at,
            "done" if done else "open",
            moment() if done else None,
            moment(),
            card_id,
        ),
    ).fetchone()
    return int(row[0])

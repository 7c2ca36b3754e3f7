"""What Today is asked about, made by hand: people, cards and follow-ups on chosen days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.services.follow_ups import add_follow_up
from netdesk.services.ledger import EntryDraft, add_entry
from netdesk.services.one_to_ones import OneToOneDraft, plan_one_to_one
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = NOW.date()


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def somebody(ws: Workspace, given: str = "Grace", family: str = "Adeyemi", **more: object) -> int:
    """Add a person and give their id."""
    return new_person(ws, PersonDraft(given=given, family=family, **more))  # type: ignore[arg-type]


def card(
    ws: Workspace, person: int, event: int | None, received: datetime | None = None, *, solid: bool = False
) -> int:
    """Put a card received at a moment and give its id."""
    at = (received or NOW - timedelta(days=4)).isoformat()
    with ws.change("Add a card"):
        row = ws.sql(
            "INSERT INTO card (event_id, person_id, solid, received_at, created_at) VALUES (?, ?, ?, ?, ?)"
            " RETURNING id",
            (event, person, int(solid), at, at),
        ).fetchone()
    return int(row[0])


def plan(ws: Workspace, card_id: int, person: int, due: date, done: datetime | None = None) -> int:
    """Plan a follow-up for a card, done at a moment if one is given."""
    with ws.change("Plan"):
        row = ws.sql(
            "INSERT INTO follow_up (person_id, card_id, action, due_on, state, closed_at, created_at)"
            " VALUES (?, ?, 'Call', ?, ?, ?, ?) RETURNING id",
            (
                person,
                card_id,
                due.isoformat(),
                "done" if done else "open",
                done.isoformat() if done else None,
                NOW.isoformat(),
            ),
        ).fetchone()
    return int(row[0])


def due(ws: Workspace, person: int, days: int, action: str = "Call", at: time | None = None) -> int:
    """Plan a follow-up so many days from today and give its id."""
    return add_follow_up(ws, person, action, TODAY + timedelta(days=days), at=at)


def spoke(ws: Workspace, person: int, days: int, kind: str = "call") -> None:
    """Let there have been real contact so many days ago."""
    at = (NOW - timedelta(days=days)).isoformat()
    with ws.change("Talk"):
        talk = ws.sql(
            "INSERT INTO interaction (kind, happened_at, created_at) VALUES (?, ?, ?) RETURNING id",
            (kind, at, at),
        ).fetchone()[0]
        ws.sql("INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)", (talk, person))


def met_long_ago(ws: Workspace, person: int, days: int) -> None:
    """Let the person have been added so many days ago."""
    with ws.change("Add earlier"):
        at = (NOW - timedelta(days=days)).isoformat()
        ws.sql("UPDATE person SET created_at = ? WHERE id = ?", (at, person))


def helped(
    ws: Workspace,
    person: int,
    kind: LedgerKind,
    days_ago: int = 0,
    due: int = 3,
    words: str = "a list of shops",
    way: HelpWay = HelpWay.ADVICE,
) -> int:
    """Write an entry of the ledger so many days ago; a promise or an ask is due so many days from today."""
    by = TODAY + timedelta(days=due) if kind in (LedgerKind.PROMISE, LedgerKind.ASK) else None
    draft = EntryDraft(person, kind, way, words, on=TODAY - timedelta(days=days_ago), due=by)
    return add_entry(ws, draft, TODAY)


def sits_down(ws: Workspace, person: int, starts: datetime, objective: str = "whom she helps") -> int:
    """Plan a one-to-one at a moment and give its id."""
    wall = starts.astimezone(ZoneInfo("Europe/London")).replace(tzinfo=None)
    draft = OneToOneDraft(person, wall, "Europe/London", place="Café Rosa", objective=objective)
    return plan_one_to_one(ws, draft, min(NOW, starts - timedelta(days=1)))

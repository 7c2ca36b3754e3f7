"""Whom one-to-ones are planned with in tests, and when."""

from datetime import UTC, date, datetime

from netdesk.services.one_to_ones import OneToOneDraft
from netdesk.services.people import PersonDraft
from netdesk.store.workspace import Workspace
from tests.support.groups import breakfast_club, join

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TUESDAY = datetime.fromisoformat("2026-11-24T10:00")
LATER = datetime(2026, 11, 24, 12, tzinfo=UTC)
GRACE = PersonDraft(given="Grace", family="Adeyemi", organisation="Bright Copy", level=2)
RAVI = PersonDraft(given="Ravi", family="Menon", level=2)


def one_to_one_with(person: int, starts: datetime = TUESDAY, **more: object) -> OneToOneDraft:
    return OneToOneDraft(person, starts, "Europe/London", **more)  # type: ignore[arg-type]


def bin_people(ws: Workspace, *people: int) -> None:
    with ws.change("Into the bin"):
        ws.many("UPDATE person SET binned_at = '2026-11-22' WHERE id = ?", [(one,) for one in people])


def club_of(ws: Workspace, *people: int) -> int:
    group = breakfast_club(ws)
    join(ws, group, list(people))
    return group

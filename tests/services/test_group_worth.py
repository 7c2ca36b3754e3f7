"""What a group took and gave, from the record."""

from datetime import date

import pytest

from netdesk.method.errors import NotFound
from netdesk.method.group_worth import Wins
from netdesk.services import event_edit
from netdesk.services.group_worth import group_worth
from netdesk.services.groups import leave_group
from netdesk.store.workspace import Workspace, moment
from tests.support.events import mixer, wall
from tests.support.groups import breakfast_club, join
from tests.support.wins import won
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)


def referral(
    ws: Workspace, person: int, kind: str = "give", on: str = "2026-10-01", *, group: int | None = None,
    state: str = "done", way: str = "referral",
) -> None:  # fmt: skip
    with ws.change("A referral"):
        ws.sql(
            "INSERT INTO ledger_entry (person_id, kind, way, happened_on, due_on, state, closed_on, group_id,"
            " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (person, kind, way, on, on, state, on if state == "done" else None, group, moment()),
        )


def meeting(ws: Workspace, group: int, month: int, day: int, **more: object) -> int:
    event = mixer(ws, title="Breakfast Club", day=wall(2026, month, day, 7, 0), hours=1.5)
    with ws.change("A meeting"):
        ws.sql("UPDATE event SET group_id = ? WHERE id = ?", (group, event))
        for column, value in more.items():
            ws.sql(f"UPDATE event SET {column} = ? WHERE id = ?", (value, event))
    return event


def test_referrals_to_and_from_members_in_the_year_are_counted(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    inside, gone, outside = sample_people(workspace, 3)
    join(workspace, group, [inside])
    join(workspace, group, [gone], left="2026-09-30")
    referral(workspace, inside)
    referral(workspace, inside, "promise", "2026-11-01")
    referral(workspace, inside, "receive")
    referral(workspace, inside, "ask")
    for kind, on in (("give", "2025-11-22"), ("give", "2026-11-23")):
        referral(workspace, inside, kind, on)
    referral(workspace, inside, "promise", state="open")
    referral(workspace, inside, way="advice")
    referral(workspace, gone, on="2026-09-30")
    referral(workspace, gone, on="2026-10-01")
    referral(workspace, outside)
    year = group_worth(workspace, group, TODAY).year
    assert (year.gave, year.got) == (3, 2)


def test_a_referral_noted_for_another_group_counts_there(workspace: Workspace) -> None:
    club, circle = breakfast_club(workspace), breakfast_club(workspace, name="Circle")
    (both,) = sample_people(workspace, 1)
    join(workspace, club, [both])
    join(workspace, circle, [both])
    referral(workspace, both, group=circle)
    referral(workspace, both)
    assert group_worth(workspace, club, TODAY).year.gave == 1
    assert group_worth(workspace, circle, TODAY).year.gave == 2


def test_hours_are_those_written_down_else_the_length(workspace: Workspace) -> None:
    group = breakfast_club(workspace, every="month")
    for month in range(4, 11):
        meeting(workspace, group, month, 2)
    meeting(workspace, group, 11, 2, hours=2.0)
    meeting(workspace, group, 11, 9, attended=0, hours=9.0)
    event_edit.bin_events(workspace, [meeting(workspace, group, 11, 16)])
    meeting(workspace, group, 11, 29)
    year = group_worth(workspace, group, TODAY).year
    assert (year.hours, year.estimated) == (7 * 1.5 + 2.0, False)


def test_the_fee_and_the_costs_of_meetings_are_the_money(workspace: Workspace) -> None:
    group = breakfast_club(workspace, fee=100.0)
    meeting(workspace, group, 11, 2, cost=12.0, currency="GBP")
    assert group_worth(workspace, group, TODAY).year.money == ((112.0, "GBP"),)


def test_after_leaving_the_last_year_there_is_looked_at(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    (person,) = sample_people(workspace, 1)
    join(workspace, group, [person])
    leave_group(workspace, group, date(2026, 1, 31))
    referral(workspace, person, on="2025-06-01")
    referral(workspace, person, on="2026-06-01")
    worth = group_worth(workspace, group, TODAY)
    assert worth.until == date(2026, 1, 31)
    assert worth.year.gave == 1


def test_the_verdict_follows_from_the_audit(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    assert group_worth(workspace, group, TODAY).verdict == "Add the members to see whom you know."
    join(workspace, group, sample_people(workspace, 4))
    assert group_worth(workspace, group, TODAY).verdict.startswith("You do not know the room yet")
    with workspace.change("Know them"):
        workspace.sql("UPDATE person SET what_they_do = 'Keeps books'")
    assert group_worth(workspace, group, TODAY).verdict == "You know the room; sit down with more of them."


def test_a_group_that_is_gone_is_worth_nothing(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        group_worth(workspace, 7, TODAY)


def test_wins_through_the_group_and_its_meetings_count_once_each(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    assert group_worth(workspace, group, TODAY).year.wins is None
    won(workspace, "Elsewhere", value=7.0)
    assert group_worth(workspace, group, TODAY).year.wins == Wins(0)
    event = meeting(workspace, group, 11, 6)
    won(workspace, "Inbox set-up", value=1200.0, event_id=event, group_id=group)
    won(workspace, "Quotes", value=1200.0, event_id=event)
    won(workspace, "Monthly inbox", value=1750.0, group_id=group)
    won(workspace, "Long ago", value=5.0, group_id=group, won_on=date(2025, 11, 22))
    assert group_worth(workspace, group, TODAY).year.wins == Wins(3, 4150.0)
    won(workspace, "Abroad", value=40.0, currency="CHF", group_id=group)
    assert group_worth(workspace, group, TODAY).year.wins == Wins(4, 4150.0, "", ((40.0, "CHF"),))

"""The meetings of a group, planned in one go."""

from datetime import UTC, date, datetime, timedelta

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.goals import GoalKind, new_goal
from netdesk.method.recurrence import Every
from netdesk.method.triage import Shares
from netdesk.services import event_edit, goals
from netdesk.services.event_page import event_page
from netdesk.services.expected import expect_people
from netdesk.services.group_meetings import (
    MadeMeetings,
    meetings,
    plan_meetings,
    proposed_meetings,
    set_group,
)
from netdesk.services.groups import bin_group
from netdesk.services.people import person_name
from netdesk.services.repeating import repeat_event
from netdesk.services.sheets import prep_sheet_input
from netdesk.store.workspace import Workspace
from tests.support.events import NOW, mixer, wall
from tests.support.groups import breakfast_club, join
from tests.support.workspaces import sample_people

LONDON = "Europe/London"
FIRST = wall(2026, 10, 9, 7, 0)


def starts(ws: Workspace, ids: tuple[int, ...]) -> list[str]:
    return [event_page(ws, number, NOW).starts.isoformat() for number in ids]


def test_a_year_of_fridays_stays_at_seven_across_both_changes_of_the_clock(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    made = plan_meetings(workspace, group, FIRST, Every.WEEK, 52, zone=LONDON).made
    on = [datetime.fromisoformat(text) for text in starts(workspace, made)]
    assert len(made) == 52
    assert {(day.weekday(), day.hour, day.minute) for day in on} == {(4, 7, 0)}
    assert {day.utcoffset() for day in on} == {timedelta(0), timedelta(hours=1)}
    assert (on[0].date(), on[-1].date()) == (date(2026, 10, 9), date(2027, 10, 1))


def test_each_meeting_carries_the_groups_name_place_and_length(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    (event,) = plan_meetings(workspace, group, FIRST, Every.WEEK, 1, zone=LONDON).made
    page = event_page(workspace, event, NOW)
    assert (page.title, page.host, page.place, page.zone) == (
        "Breakfast Club",
        "Breakfast Club",
        "The Old Mill",
        LONDON,
    )
    assert page.ends is not None
    assert page.ends - page.starts == timedelta(minutes=120)
    assert page.cost is None


def test_a_fee_by_the_meeting_is_the_cost_of_each(workspace: Workspace) -> None:
    group = breakfast_club(workspace, fee=12.5, fee_per="meeting", currency="GBP")
    (event,) = plan_meetings(workspace, group, FIRST, Every.WEEK, 1, zone=LONDON).made
    page = event_page(workspace, event, NOW)
    assert (page.cost, page.currency) == (12.5, "GBP")


def test_a_day_with_a_meeting_gets_no_second_one(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    first = plan_meetings(workspace, group, FIRST, Every.WEEK, 4, zone=LONDON)
    again = plan_meetings(workspace, group, FIRST, Every.WEEK, 6, zone=LONDON)
    assert again.already_there == first.made
    assert len(again.made) == 2
    assert again.sentence == "Planned 2 meetings; 4 were there already"


def test_an_event_of_the_groups_name_becomes_its_meeting(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    known = mixer(workspace, title="breakfast club", day=wall(2026, 10, 16, 7, 0), host="")
    other = mixer(workspace, title="Chamber mixer", day=wall(2026, 10, 9, 18, 0))
    made = plan_meetings(workspace, group, FIRST, Every.WEEK, 2, zone=LONDON)
    assert made.already_there == (known,)
    mine = [one.event_id for one in meetings(workspace, group, NOW).past]
    assert mine == [known, *made.made]
    assert other not in mine


def test_what_lies_in_the_bin_is_no_meeting(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    first = plan_meetings(workspace, group, FIRST, Every.WEEK, 1, zone=LONDON)
    event_edit.bin_events(workspace, first.made)
    again = plan_meetings(workspace, group, FIRST, Every.WEEK, 1, zone=LONDON)
    assert again.already_there == ()
    assert [one.event_id for one in meetings(workspace, group, NOW).past] == list(again.made)


def test_one_undo_takes_all_meetings_back_and_lets_go_of_adopted_ones(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    known = mixer(workspace, title="Breakfast Club", day=wall(2026, 10, 16, 7, 0))
    plan_meetings(workspace, group, FIRST, Every.WEEK, 10, zone=LONDON)
    undone = workspace.undo()
    assert undone is not None
    assert undone.title == "Plan 10 meetings of Breakfast Club"
    assert meetings(workspace, group, NOW).held == 0
    assert workspace.sql("SELECT id, group_id FROM event").fetchall() == [(known, None)]


def test_meetings_take_along_goals_and_shares_of_the_last_prepared_one(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    (first, bare) = plan_meetings(workspace, group, FIRST, Every.WEEK, 2, zone=LONDON).made
    event_edit.set_shares(workspace, first, Shares(10, 60, 20, 10))
    goal = goals.add_goal(workspace, first, new_goal(GoalKind.LEARN))
    goals.set_reached(workspace, goal, 2)
    (new,) = plan_meetings(workspace, group, wall(2026, 12, 4, 7, 0), Every.WEEK, 1).made
    page = event_page(workspace, new, NOW)
    assert page.zone == LONDON
    assert page.shares == Shares(10, 60, 20, 10)
    assert [(line.goal.kind, line.reached) for line in page.goals] == [(GoalKind.LEARN, 0)]
    assert event_page(workspace, bare, NOW).goals == ()
    (plain,) = plan_meetings(workspace, group, wall(2027, 1, 8, 7, 0), Every.WEEK, 1, like_last=False).made
    assert event_page(workspace, plain, NOW).goals == ()


@pytest.mark.parametrize("times", [0, -1, 105, 10**9])
def test_a_number_that_makes_no_sense_is_refused(workspace: Workspace, times: int) -> None:
    group = breakfast_club(workspace)
    with pytest.raises(InvalidInput) as refused:
        plan_meetings(workspace, group, FIRST, Every.WEEK, times, zone=LONDON)
    assert refused.value.field == "times"
    assert meetings(workspace, group, NOW).held == 0


def test_the_end_of_the_calendar_and_an_unknown_zone_are_refused(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    with pytest.raises(InvalidInput, match="calendar ends"):
        plan_meetings(workspace, group, wall(9999, 12, 1, 7, 0), Every.WEEK, 52, zone="UTC")
    with pytest.raises(InvalidInput, match="time zone"):
        plan_meetings(workspace, group, FIRST, Every.WEEK, 2, zone="Mars/Olympus")


def test_a_group_that_is_gone_has_no_meetings(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        plan_meetings(workspace, 77, FIRST, Every.WEEK, 1)
    with pytest.raises(NotFound):
        meetings(workspace, 77, NOW)
    with pytest.raises(NotFound):
        proposed_meetings(workspace, 77, NOW)


def test_coming_meetings_stand_apart_from_past_ones(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    plan_meetings(workspace, group, wall(2026, 11, 13, 7, 0), Every.WEEK, 4, zone=LONDON)
    found = meetings(workspace, group, NOW)
    assert [one.starts.date() for one in found.coming] == [date(2026, 11, 27), date(2026, 12, 4)]
    assert [one.starts.date() for one in found.past] == [date(2026, 11, 20), date(2026, 11, 13)]
    assert found.held == 2


def test_the_first_meeting_is_offered_on_the_groups_day_and_hour(workspace: Workspace) -> None:
    offered = proposed_meetings(workspace, breakfast_club(workspace), NOW, LONDON)
    assert (offered.first, offered.every, offered.zone) == (wall(2026, 11, 27, 7, 0), Every.WEEK, LONDON)
    assert offered.last_on is None


def test_the_next_meetings_are_offered_after_the_last_one_planned(workspace: Workspace) -> None:
    group = breakfast_club(workspace, every="two_weeks")
    plan_meetings(workspace, group, wall(2026, 11, 13, 7, 30), Every.TWO_WEEKS, 3, zone=LONDON)
    offered = proposed_meetings(workspace, group, NOW, "UTC")
    assert (offered.first, offered.zone) == (wall(2026, 12, 25, 7, 0), LONDON)
    later = proposed_meetings(workspace, group, datetime(2027, 2, 1, tzinfo=UTC), "UTC")
    assert later.first == wall(2027, 2, 5, 7, 0)


@pytest.mark.parametrize(
    ("now", "first"),
    [(datetime(2026, 11, 22, tzinfo=UTC), 4), (datetime(2026, 12, 3, tzinfo=UTC), 4)],
)
def test_a_monthly_group_without_meetings_starts_on_the_first_such_day_of_a_month(
    workspace: Workspace, now: datetime, first: int
) -> None:
    group = breakfast_club(workspace, every="month_weekday")
    assert proposed_meetings(workspace, group, now).first == wall(2026, 12, first, 7, 0)


def test_the_sheet_of_a_meeting_names_members_not_known_yet_the_longest_in_it_first(
    workspace: Workspace,
) -> None:
    group = breakfast_club(workspace)
    long, known, new, expected_one, gone = sample_people(workspace, 5)
    join(workspace, group, [new], joined="2026-05-01")
    join(workspace, group, [long, known, expected_one])
    join(workspace, group, [gone], left="2026-01-01")
    with workspace.change("Learn"):
        workspace.sql("UPDATE person SET what_they_do = 'Keeps books' WHERE id = ?", (known,))
    (event,) = plan_meetings(workspace, group, FIRST, Every.WEEK, 1, zone=LONDON).made
    expect_people(workspace, event, [expected_one])
    not_known = prep_sheet_input(workspace, event, NOW.date()).not_known
    assert not_known is not None
    assert not_known.group == "Breakfast Club"
    names = [person_name(workspace, number).name for number in (long, new)]
    assert [one.name for one in not_known.members] == names
    other = mixer(workspace)
    assert prep_sheet_input(workspace, other, NOW.date()).not_known is None


def test_an_event_knows_its_group_until_that_lies_in_the_bin(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    (event,) = plan_meetings(workspace, group, FIRST, Every.WEEK, 1, zone=LONDON).made
    page = event_page(workspace, event, NOW)
    assert (page.group_id, page.group) == (group, "Breakfast Club")
    bin_group(workspace, group)
    page = event_page(workspace, event, NOW)
    assert (page.group_id, page.group) == (None, "")


def test_a_meeting_planned_again_stays_the_groups(workspace: Workspace) -> None:
    group = breakfast_club(workspace)
    (event,) = plan_meetings(workspace, group, FIRST, Every.WEEK, 1, zone=LONDON).made
    (again,) = repeat_event(workspace, event, Every.WEEK, 1)
    assert event_page(workspace, again, NOW).group_id == group
    assert meetings(workspace, group, NOW).held == 2


def test_an_event_is_made_a_meeting_and_let_go_again(workspace: Workspace) -> None:
    group, event = breakfast_club(workspace), mixer(workspace)
    changes = set_group(workspace, event, group)
    assert changes.title == "Make Chamber autumn mixer a meeting of Breakfast Club"
    assert [one.event_id for one in meetings(workspace, group, NOW).coming] == [event]
    set_group(workspace, event, None)
    assert meetings(workspace, group, NOW).coming == ()
    workspace.undo()
    assert event_page(workspace, event, NOW).group == "Breakfast Club"
    for wrong in ((999, group), (event, 999)):
        with pytest.raises(NotFound):
            set_group(workspace, *wrong)


def test_what_came_of_planning_is_said() -> None:
    assert MadeMeetings((1,), ()).sentence == "Planned 1 meeting"
    assert MadeMeetings((), (3,)).sentence == "Nothing new to plan; 1 was there already"

"""One-to-ones planned, moved, called off and held; what was learned and promised finds its place."""

from datetime import UTC, datetime, timedelta

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.one_to_ones import Standing
from netdesk.method.rhythm import InteractionKind
from netdesk.services.conversations import (
    Conversation,
    log_conversation,
)
from netdesk.services.held_one_to_ones import Held, hold, keep_learned
from netdesk.services.one_to_one_lists import (
    held,
    never_held,
    one_to_one_counts,
    person_one_to_ones,
    upcoming,
    upcoming_lines,
)
from netdesk.services.one_to_ones import (
    OneToOneDraft,
    already_planned_words,
    call_off,
    clash_words,
    delete_one_to_one,
    edit_one_to_one,
    move_one_to_one,
    one_to_one,
    plan_one_to_one,
    plan_several,
    proposed,
    put_back,
)
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace
from tests.support.one_to_ones import GRACE, NOW, RAVI, TODAY, TUESDAY, bin_people, club_of, one_to_one_with


@pytest.fixture
def grace(workspace: Workspace) -> int:
    return new_person(workspace, GRACE)


@pytest.fixture
def ravi(workspace: Workspace) -> int:
    return new_person(workspace, RAVI)


def test_a_plan_keeps_its_objective_place_reminder_and_questions(workspace: Workspace, grace: int) -> None:
    draft = one_to_one_with(
        grace,
        minutes=45,
        place=" Café  Rosa ",
        objective="Understand her ideal client",
        remind_minutes=60,
        first_question="Who is your best client?",
        second_question="What are you proud of?",
    )
    plan = one_to_one(workspace, plan_one_to_one(workspace, draft, NOW))
    assert (plan.name, plan.place, plan.minutes, plan.remind_minutes) == (
        "Grace Adeyemi",
        "Café Rosa",
        45,
        60,
    )
    assert plan.starts == datetime(2026, 11, 24, 10, tzinfo=UTC)
    assert plan.draft.starts == TUESDAY
    assert plan.uid.endswith("@netdesk")
    assert workspace.history()[0].title == "Plan a one-to-one with Grace Adeyemi"
    workspace.undo()
    with pytest.raises(NotFound):
        one_to_one(workspace, plan.id)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"starts": datetime.fromisoformat("2026-11-21T10:00")}, "starts"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 100_000}, "minutes"),
        ({"remind_minutes": -1}, "remind_minutes"),
        ({"objective": "x" * 501}, "objective"),
        ({"place": "x" * 201}, "place"),
    ],
)
def test_what_cannot_be_planned_is_said_at_its_field(
    workspace: Workspace, grace: int, change: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        plan_one_to_one(workspace, one_to_one_with(grace, **change), NOW)
    assert refused.value.field == field
    assert upcoming(workspace, NOW) == ()


def test_an_unknown_zone_or_person_is_refused(workspace: Workspace, grace: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        plan_one_to_one(workspace, OneToOneDraft(grace, TUESDAY, "Moon/Base"), NOW)
    assert refused.value.field == "zone"
    with pytest.raises(NotFound):
        plan_one_to_one(workspace, one_to_one_with(99), NOW)


def test_earlier_today_may_still_be_planned(workspace: Workspace, grace: int) -> None:
    plan_one_to_one(workspace, one_to_one_with(grace, datetime.fromisoformat("2026-11-22T08:00")), NOW)
    assert [one.standing for one in upcoming(workspace, NOW)] == [Standing.OVER]


def test_several_are_one_step_of_the_history(workspace: Workspace, grace: int, ravi: int) -> None:
    plan_several(workspace, [one_to_one_with(grace), one_to_one_with(ravi, TUESDAY + timedelta(days=1))], NOW)
    assert [one.name for one in upcoming(workspace, NOW)] == ["Grace Adeyemi", "Ravi Menon"]
    assert workspace.history()[0].title == "Plan one-to-ones with Grace Adeyemi and 1 more"
    workspace.undo()
    assert upcoming(workspace, NOW) == ()
    with pytest.raises(InvalidInput):
        plan_several(workspace, [], NOW)
    with pytest.raises(InvalidInput):
        plan_several(workspace, [one_to_one_with(grace)] * 31, NOW)


def test_one_wrong_among_several_plans_none(workspace: Workspace, grace: int, ravi: int) -> None:
    with pytest.raises(InvalidInput):
        plan_several(workspace, [one_to_one_with(grace), one_to_one_with(ravi, minutes=0)], NOW)
    assert upcoming(workspace, NOW) == ()


def test_a_plan_is_changed_and_moved(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    edit_one_to_one(workspace, plan, one_to_one_with(grace, place="Café Rosa"), NOW)
    move_one_to_one(workspace, plan, datetime.fromisoformat("2026-12-01T09:00"), NOW)
    kept = one_to_one(workspace, plan)
    assert (kept.place, kept.draft.starts) == ("Café Rosa", datetime.fromisoformat("2026-12-01T09:00"))
    with pytest.raises(InvalidInput):
        move_one_to_one(workspace, plan, datetime.fromisoformat("2026-01-01T09:00"), NOW)


def test_the_words_of_a_plan_whose_day_has_been_can_still_be_changed(
    workspace: Workspace, grace: int
) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    edit_one_to_one(
        workspace, plan, one_to_one_with(grace, objective="Ask about shops"), NOW + timedelta(days=9)
    )
    assert one_to_one(workspace, plan).objective == "Ask about shops"


def test_the_second_of_two_equal_hours_keeps_its_offset(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace, datetime.fromisoformat("2027-10-31T01:30")), NOW)
    with workspace.change("From another program"):
        workspace.sql("UPDATE one_to_one SET starts_at = '2027-10-31T01:30:00+00:00' WHERE id = ?", (plan,))
    edit_one_to_one(
        workspace, plan, one_to_one_with(grace, datetime.fromisoformat("2027-10-31T01:30"), place="Home"), NOW
    )
    assert one_to_one(workspace, plan).starts.utcoffset() == timedelta(0)


def test_called_off_it_stays_with_its_reason_and_can_be_put_back(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    call_off(workspace, plan, "She is ill")
    found = person_one_to_ones(workspace, grace, NOW)
    assert (found.planned, [one.reason for one in found.called_off]) == ((), ["She is ill"])
    assert upcoming(workspace, NOW) == ()
    with pytest.raises(InvalidInput):
        call_off(workspace, plan)
    put_back(workspace, plan)
    assert [one.id for one in upcoming(workspace, NOW)] == [plan]


def test_the_counts_are_those_of_the_lists(workspace: Workspace, grace: int, ravi: int) -> None:
    plans = plan_several(workspace, [one_to_one_with(grace), one_to_one_with(ravi)], NOW)
    hold(workspace, plans[0], Held(TUESDAY.date(), None), TUESDAY.date())
    counts = one_to_one_counts(workspace)
    assert (counts.upcoming, counts.held, counts.never) == (
        len(upcoming(workspace, NOW)),
        len(held(workspace)),
        len(never_held(workspace)),
    )
    assert counts.held == 1


def test_a_talk_with_two_is_one_line(workspace: Workspace, grace: int, ravi: int) -> None:
    said = Conversation(InteractionKind.ONE_TO_ONE, TODAY, (ravi, grace))
    log_conversation(workspace, said, TODAY)
    assert [(one.name, one.others) for one in held(workspace)] == [("Ravi Menon", 1)]
    assert [one.others for one in person_one_to_ones(workspace, grace, NOW).held] == [1]
    bin_people(workspace, ravi)
    assert [one.name for one in held(workspace)] == ["Grace Adeyemi"]
    assert one_to_one_counts(workspace).held == 1


def test_people_in_the_bin_are_in_no_list(workspace: Workspace, grace: int, ravi: int) -> None:
    plans = plan_several(workspace, [one_to_one_with(grace), one_to_one_with(ravi)], NOW)
    hold(workspace, plans[0], Held(TUESDAY.date(), None), TUESDAY.date())
    bin_people(workspace, grace, ravi)
    assert (upcoming(workspace, NOW), held(workspace)) == ((), ())


def test_a_group_a_plan_is_for_is_named(workspace: Workspace, grace: int) -> None:
    group = club_of(workspace, grace)
    plan_one_to_one(workspace, one_to_one_with(grace, group_id=group), NOW)
    assert upcoming(workspace, NOW)[0].group == "Breakfast Club"


def test_the_proposal_takes_what_is_not_known_and_the_last_place(workspace: Workspace, grace: int) -> None:
    assert proposed(workspace, grace).objective == "Understand what Grace does"
    plan = plan_one_to_one(workspace, one_to_one_with(grace, place="Café Rosa"), NOW)
    hold(workspace, plan, Held(TUESDAY.date(), None), TUESDAY.date())
    keep_learned(workspace, grace, "what_they_do", "Copywriting")
    found = proposed(workspace, grace)
    assert (found.objective, found.place) == ("Understand Grace’s ideal client", "Café Rosa")
    assert found.first_question == "Who would be a good introduction for you?"


def test_what_is_planned_at_the_same_time_is_said(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    said = clash_words(workspace, TUESDAY + timedelta(minutes=30), "Europe/London", 60)
    assert said == "At 10:00 you sit down with Grace Adeyemi."
    assert clash_words(workspace, TUESDAY + timedelta(minutes=60), "Europe/London", 60) == ""
    assert clash_words(workspace, TUESDAY - timedelta(minutes=60), "Europe/London", 60) == ""
    assert clash_words(workspace, TUESDAY, "Europe/London", 60, but=plan) == ""


def test_a_plan_deleted_leaves_the_talk(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    hold(workspace, plan, Held(TUESDAY.date(), None), TUESDAY.date())
    delete_one_to_one(workspace, plan)
    assert [one.one_to_one_id for one in held(workspace)] == [None]


def test_with_whom_one_is_planned_already_is_said(workspace: Workspace, grace: int, ravi: int) -> None:
    people = [
        grace,
        ravi,
        *(new_person(workspace, PersonDraft(given=f"Guest {number}")) for number in range(3)),
    ]
    assert already_planned_words(workspace, people, TODAY) == ""
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    said = "Planned with Grace Adeyemi already: Tue 24 Nov, 10:00."
    assert already_planned_words(workspace, people, TODAY) == said
    assert already_planned_words(workspace, [ravi], TODAY) == ""
    assert already_planned_words(workspace, people, TODAY, but=plan) == ""
    assert already_planned_words(workspace, people, TODAY + timedelta(days=9)) == ""
    plan_one_to_one(workspace, one_to_one_with(ravi), NOW)
    assert (
        already_planned_words(workspace, people, TODAY) == "Planned already with Grace Adeyemi, Ravi Menon."
    )
    plan_several(workspace, [one_to_one_with(person) for person in people[2:]], NOW)
    assert already_planned_words(workspace, people, TODAY).endswith("Ravi Menon, Guest 0 and others.")


def test_a_time_on_the_wall_has_no_offset(workspace: Workspace, grace: int) -> None:
    with pytest.raises(ValueError, match="no offset"):
        plan_one_to_one(workspace, one_to_one_with(grace, NOW), NOW)


def test_lines_are_read_by_their_ids(workspace: Workspace, grace: int, ravi: int) -> None:
    plans = plan_several(workspace, [one_to_one_with(grace), one_to_one_with(ravi)], NOW)
    assert [one.name for one in upcoming_lines(workspace, [plans[1], 99], NOW)] == ["Ravi Menon"]

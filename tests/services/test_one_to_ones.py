"""One-to-ones planned, moved, called off and held; what was learned and promised finds its place."""

from datetime import UTC, date, datetime, timedelta

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.one_to_ones import Standing
from netdesk.method.rhythm import InteractionKind
from netdesk.services.conversations import (
    Conversation,
    Outcome,
    delete_conversation,
    log_conversation,
    read_conversation,
)
from netdesk.services.held_one_to_ones import Held, Promise, hold, keep_learned
from netdesk.services.one_to_one_lists import (
    held,
    never_held,
    one_to_one_counts,
    person_one_to_ones,
    upcoming,
)
from netdesk.services.one_to_ones import (
    OneToOneDraft,
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
from netdesk.services.people import PersonDraft, new_person, read_draft
from netdesk.services.snooze import snooze
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TUESDAY = datetime.fromisoformat("2026-11-24T10:00")
LATER = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def grace(workspace: Workspace) -> int:
    return new_person(
        workspace, PersonDraft(given="Grace", family="Adeyemi", organisation="Bright Copy", level=2)
    )


@pytest.fixture
def ravi(workspace: Workspace) -> int:
    return new_person(workspace, PersonDraft(given="Ravi", family="Menon", level=2))


def _draft(person: int, starts: datetime = TUESDAY, **more: object) -> OneToOneDraft:
    return OneToOneDraft(person, starts, "Europe/London", **more)  # type: ignore[arg-type]


def _bin(ws: Workspace, *people: int) -> None:
    with ws.change("Into the bin"):
        ws.many("UPDATE person SET binned_at = '2026-11-22' WHERE id = ?", [(one,) for one in people])


def _group(ws: Workspace, *people: int) -> int:
    with ws.change("A group"):
        group = int(
            ws.sql(
                "INSERT INTO networking_group (name, created_at) VALUES ('Breakfast Club', '2026')"
            ).lastrowid
            or 0
        )
        for person in people:
            ws.sql(
                "INSERT INTO member (group_id, person_id, created_at) VALUES (?, ?, '2026')", (group, person)
            )
    return group


def test_a_plan_keeps_its_objective_place_reminder_and_questions(workspace: Workspace, grace: int) -> None:
    draft = _draft(
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
        plan_one_to_one(workspace, _draft(grace, **change), NOW)
    assert refused.value.field == field
    assert upcoming(workspace, NOW) == ()


def test_an_unknown_zone_or_person_is_refused(workspace: Workspace, grace: int) -> None:
    with pytest.raises(InvalidInput) as refused:
        plan_one_to_one(workspace, OneToOneDraft(grace, TUESDAY, "Moon/Base"), NOW)
    assert refused.value.field == "zone"
    with pytest.raises(NotFound):
        plan_one_to_one(workspace, _draft(99), NOW)


def test_earlier_today_may_still_be_planned(workspace: Workspace, grace: int) -> None:
    plan_one_to_one(workspace, _draft(grace, datetime.fromisoformat("2026-11-22T08:00")), NOW)
    assert [one.standing for one in upcoming(workspace, NOW)] == [Standing.OVER]


def test_several_are_one_step_of_the_history(workspace: Workspace, grace: int, ravi: int) -> None:
    plan_several(workspace, [_draft(grace), _draft(ravi, TUESDAY + timedelta(days=1))], NOW)
    assert [one.name for one in upcoming(workspace, NOW)] == ["Grace Adeyemi", "Ravi Menon"]
    assert workspace.history()[0].title == "Plan one-to-ones with Grace Adeyemi and 1 more"
    workspace.undo()
    assert upcoming(workspace, NOW) == ()
    with pytest.raises(InvalidInput):
        plan_several(workspace, [], NOW)
    with pytest.raises(InvalidInput):
        plan_several(workspace, [_draft(grace)] * 31, NOW)


def test_one_wrong_among_several_plans_none(workspace: Workspace, grace: int, ravi: int) -> None:
    with pytest.raises(InvalidInput):
        plan_several(workspace, [_draft(grace), _draft(ravi, minutes=0)], NOW)
    assert upcoming(workspace, NOW) == ()


def test_a_plan_is_changed_and_moved(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    edit_one_to_one(workspace, plan, _draft(grace, place="Café Rosa"), NOW)
    move_one_to_one(workspace, plan, datetime.fromisoformat("2026-12-01T09:00"), NOW)
    kept = one_to_one(workspace, plan)
    assert (kept.place, kept.draft.starts) == ("Café Rosa", datetime.fromisoformat("2026-12-01T09:00"))
    with pytest.raises(InvalidInput):
        move_one_to_one(workspace, plan, datetime.fromisoformat("2026-01-01T09:00"), NOW)


def test_the_words_of_a_plan_whose_day_has_been_can_still_be_changed(
    workspace: Workspace, grace: int
) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    edit_one_to_one(workspace, plan, _draft(grace, objective="Ask about shops"), NOW + timedelta(days=9))
    assert one_to_one(workspace, plan).objective == "Ask about shops"


def test_the_second_of_two_equal_hours_keeps_its_offset(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, _draft(grace, datetime.fromisoformat("2027-10-31T01:30")), NOW)
    with workspace.change("From another program"):
        workspace.sql("UPDATE one_to_one SET starts_at = '2027-10-31T01:30:00+00:00' WHERE id = ?", (plan,))
    edit_one_to_one(
        workspace, plan, _draft(grace, datetime.fromisoformat("2027-10-31T01:30"), place="Home"), NOW
    )
    assert one_to_one(workspace, plan).starts.utcoffset() == timedelta(0)


def test_called_off_it_stays_with_its_reason_and_can_be_put_back(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    call_off(workspace, plan, "She is ill")
    found = person_one_to_ones(workspace, grace, NOW)
    assert (found.planned, [one.reason for one in found.called_off]) == ((), ["She is ill"])
    assert upcoming(workspace, NOW) == ()
    with pytest.raises(InvalidInput):
        call_off(workspace, plan)
    put_back(workspace, plan)
    assert [one.id for one in upcoming(workspace, NOW)] == [plan]


def test_held_it_is_a_talk_with_its_outcome_that_counts_for_the_person(
    workspace: Workspace, grace: int
) -> None:
    plan = plan_one_to_one(workspace, _draft(grace, place="Café Rosa", objective="Her ideal client"), NOW)
    written = Held(TUESDAY.date(), Outcome.ACHIEVED, "Wants charities.", "A joint leaflet")
    talk = hold(workspace, plan, written, TUESDAY.date())
    said = read_conversation(workspace, talk)
    assert (said.objective, said.outcome, said.words, said.place) == (
        "Her ideal client",
        Outcome.ACHIEVED,
        "Wants charities.",
        "Café Rosa",
    )
    row = workspace.sql(
        "SELECT one_to_ones_held, one_to_ones_achieved, made_together, last_contact_on FROM person WHERE id = ?",
        (grace,),
    ).fetchone()
    assert tuple(row) == (1, 1, 1, "2026-11-24")
    found = person_one_to_ones(workspace, grace, LATER)
    assert (found.planned, found.count) == ((), 1)
    assert (found.held[0].one_to_one_id, found.held[0].made_together) == (plan, "A joint leaflet")
    with pytest.raises(InvalidInput):
        hold(workspace, plan, written, TUESDAY.date())
    with pytest.raises(InvalidInput):
        edit_one_to_one(workspace, plan, _draft(grace), NOW)
    workspace.undo()
    assert [one.id for one in upcoming(workspace, NOW)] == [plan]


def test_a_talk_taken_out_of_the_record_makes_the_plan_one_to_write_down_again(
    workspace: Workspace, grace: int
) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    talk = hold(workspace, plan, Held(TUESDAY.date(), None), TUESDAY.date())
    delete_conversation(workspace, talk)
    assert [one.standing for one in upcoming(workspace, LATER)] == [Standing.OVER]


def test_it_is_not_held_before_its_day(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    with pytest.raises(InvalidInput) as refused:
        hold(workspace, plan, Held(TUESDAY.date(), None), TODAY)
    assert refused.value.field == "on"


def test_held_on_another_day_it_is_of_that_day(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    hold(workspace, plan, Held(date(2026, 11, 23), Outcome.PARTLY), TUESDAY.date())
    assert held(workspace)[0].on == date(2026, 11, 23)


def test_what_was_learned_goes_to_the_fields_below_what_stands_there(
    workspace: Workspace, grace: int
) -> None:
    keep_learned(workspace, grace, "ideal_client", "charities")
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    fields = {"ideal_client": "5–20 staff", "interests": "rowing", "networks": "  "}
    hold(workspace, plan, Held(TUESDAY.date(), None, "Learned.", fields=fields), TUESDAY.date())
    draft = read_draft(workspace, grace)
    assert (draft.ideal_client, draft.interests, draft.networks) == ("charities\n5–20 staff", "rowing", "")
    workspace.undo()
    assert read_draft(workspace, grace).ideal_client == "charities"
    for name, words in (("given", "Eve"), ("interests", " ")):
        with pytest.raises(InvalidInput):
            keep_learned(workspace, grace, name, words)


def test_what_each_promised_goes_to_the_ledger(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    written = Held(
        TUESDAY.date(),
        Outcome.ACHIEVED,
        mine=(Promise("Introduce her to Nadia", date(2026, 12, 1)),),
        theirs=(Promise("Send me the speakers’ list"),),
    )
    talk = hold(workspace, plan, written, TUESDAY.date())
    rows = workspace.sql(
        "SELECT kind, words, due_on, state, interaction_id FROM ledger_entry ORDER BY id"
    ).fetchall()
    assert [tuple(row) for row in rows] == [
        ("promise", "Introduce her to Nadia", "2026-12-01", "open", talk),
        ("ask", "Send me the speakers’ list", None, "open", talk),
    ]
    assert person_one_to_ones(workspace, grace, LATER).held[0].promises == (
        "I will: Introduce her to Nadia",
        "They will: Send me the speakers’ list",
    )
    workspace.undo()
    assert workspace.sql("SELECT count(*) FROM ledger_entry").fetchone()[0] == 0


@pytest.mark.parametrize(
    ("held_with", "field"),
    [
        ({"mine": (Promise("Write to her"),)}, "mine"),
        ({"mine": (Promise(" ", date(2026, 12, 1)),)}, "mine"),
        ({"mine": (Promise("Write to her", date(2026, 11, 1)),)}, "mine"),
        ({"theirs": (Promise(""),)}, "theirs"),
        ({"fields": {"sort_name": "x"}}, "fields"),
        ({"learned": "x" * 20_001}, "learned"),
    ],
)
def test_what_cannot_be_kept_of_it_is_said_and_nothing_is_kept(
    workspace: Workspace, grace: int, held_with: dict[str, object], field: str
) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    with pytest.raises(InvalidInput) as refused:
        hold(workspace, plan, Held(TUESDAY.date(), None, **held_with), TUESDAY.date())  # type: ignore[arg-type]
    assert refused.value.field == field
    assert held(workspace) == ()


def test_never_held_are_the_closer_ones_and_members_without_a_plan(
    workspace: Workspace, grace: int, ravi: int
) -> None:
    close = new_person(workspace, PersonDraft(given="Olga", family="Petrova", level=5))
    member = new_person(workspace, PersonDraft(given="Sue", family="Walsh"))
    new_person(workspace, PersonDraft(given="Tom", family="Okafor", level=1))
    _group(workspace, member, close)
    assert list(never_held(workspace)) == [close, grace, ravi, member]
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    assert list(never_held(workspace)) == [close, ravi, member]
    call_off(workspace, plan)
    _bin(workspace, ravi)
    assert list(never_held(workspace)) == [close, grace, member]
    assert one_to_one_counts(workspace).never == 3


def test_the_counts_are_those_of_the_lists(workspace: Workspace, grace: int, ravi: int) -> None:
    plans = plan_several(workspace, [_draft(grace), _draft(ravi)], NOW)
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
    _bin(workspace, ravi)
    assert [one.name for one in held(workspace)] == ["Grace Adeyemi"]
    assert one_to_one_counts(workspace).held == 1


def test_people_in_the_bin_are_in_no_list(workspace: Workspace, grace: int, ravi: int) -> None:
    plans = plan_several(workspace, [_draft(grace), _draft(ravi)], NOW)
    hold(workspace, plans[0], Held(TUESDAY.date(), None), TUESDAY.date())
    _bin(workspace, grace, ravi)
    assert (upcoming(workspace, NOW), held(workspace)) == ((), ())


def test_a_group_a_plan_is_for_is_named(workspace: Workspace, grace: int) -> None:
    group = _group(workspace, grace)
    plan_one_to_one(workspace, _draft(grace, group_id=group), NOW)
    assert upcoming(workspace, NOW)[0].group == "Breakfast Club"


def test_the_proposal_takes_what_is_not_known_and_the_last_place(workspace: Workspace, grace: int) -> None:
    assert proposed(workspace, grace).objective == "Understand what Grace does"
    plan = plan_one_to_one(workspace, _draft(grace, place="Café Rosa"), NOW)
    hold(workspace, plan, Held(TUESDAY.date(), None), TUESDAY.date())
    keep_learned(workspace, grace, "what_they_do", "Copywriting")
    found = proposed(workspace, grace)
    assert (found.objective, found.place) == ("Understand Grace’s ideal client", "Café Rosa")
    assert found.first_question == "Who would be a good introduction for you?"


def test_what_is_planned_at_the_same_time_is_said(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    said = clash_words(workspace, TUESDAY + timedelta(minutes=30), "Europe/London", 60)
    assert said == "At 10:00 you sit down with Grace Adeyemi."
    assert clash_words(workspace, TUESDAY + timedelta(minutes=60), "Europe/London", 60) == ""
    assert clash_words(workspace, TUESDAY - timedelta(minutes=60), "Europe/London", 60) == ""
    assert clash_words(workspace, TUESDAY, "Europe/London", 60, but=plan) == ""


def test_a_plan_deleted_leaves_the_talk(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    hold(workspace, plan, Held(TUESDAY.date(), None), TUESDAY.date())
    delete_one_to_one(workspace, plan)
    assert [one.one_to_one_id for one in held(workspace)] == [None]


def test_one_logged_by_hand_on_its_day_is_the_plan_held(workspace: Workspace, grace: int, ravi: int) -> None:
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    other = plan_one_to_one(workspace, _draft(ravi), NOW)
    day = TUESDAY.date()
    log_conversation(workspace, Conversation(InteractionKind.CALL, day, (grace,)), day)
    assert len(upcoming(workspace, LATER)) == 2
    log_conversation(workspace, Conversation(InteractionKind.ONE_TO_ONE, day, (grace,), "Wants shops."), day)
    assert [one.id for one in upcoming(workspace, LATER)] == [other]
    assert [one.one_to_one_id for one in held(workspace)] == [plan]
    workspace.undo()
    assert len(upcoming(workspace, LATER)) == 2


def test_of_two_plans_on_a_day_none_is_taken_as_the_one_that_was_held(
    workspace: Workspace, grace: int
) -> None:
    plan_several(workspace, [_draft(grace), _draft(grace, TUESDAY + timedelta(hours=4))], NOW)
    day = TUESDAY.date()
    log_conversation(workspace, Conversation(InteractionKind.ONE_TO_ONE, day, (grace,)), day)
    assert len(upcoming(workspace, LATER)) == 2


def test_what_was_made_together_is_kept_with_any_talk_but_a_note(workspace: Workspace, grace: int) -> None:
    for kind, kept in ((InteractionKind.MET, "A leaflet"), (InteractionKind.NOTE, "")):
        said = Conversation(kind, TODAY, (grace,), "Words", made_together=" A  leaflet ")
        assert read_conversation(workspace, log_conversation(workspace, said, TODAY)).made_together == kept
    assert workspace.sql("SELECT made_together FROM person WHERE id = ?", (grace,)).fetchone()[0] == 1


def test_sitting_down_together_ends_the_peace_somebody_was_left_in(workspace: Workspace, grace: int) -> None:
    snooze(workspace, [grace], date(2026, 12, 24), TODAY)
    plan = plan_one_to_one(workspace, _draft(grace), NOW)
    hold(workspace, plan, Held(TUESDAY.date(), None), TUESDAY.date())
    assert workspace.sql("SELECT snoozed_until FROM person WHERE id = ?", (grace,)).fetchone()[0] is None

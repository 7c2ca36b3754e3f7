"""One-to-ones held: what was learned and promised finds its place; whom I never sat down with."""

from datetime import date, timedelta

import pytest

from netdesk.method.errors import InvalidInput
from netdesk.method.one_to_ones import Outcome, Standing
from netdesk.method.rhythm import InteractionKind
from netdesk.services.conversations import (
    Conversation,
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
    call_off,
    edit_one_to_one,
    plan_one_to_one,
    plan_several,
)
from netdesk.services.people import PersonDraft, new_person, read_draft
from netdesk.services.snooze import snooze
from netdesk.store.workspace import Workspace
from tests.support.one_to_ones import (
    GRACE,
    LATER,
    NOW,
    RAVI,
    TODAY,
    TUESDAY,
    bin_people,
    club_of,
    one_to_one_with,
)


@pytest.fixture
def grace(workspace: Workspace) -> int:
    return new_person(workspace, GRACE)


@pytest.fixture
def ravi(workspace: Workspace) -> int:
    return new_person(workspace, RAVI)


def test_held_it_is_a_talk_with_its_outcome_that_counts_for_the_person(
    workspace: Workspace, grace: int
) -> None:
    plan = plan_one_to_one(
        workspace, one_to_one_with(grace, place="Café Rosa", objective="Her ideal client"), NOW
    )
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
        edit_one_to_one(workspace, plan, one_to_one_with(grace), NOW)
    workspace.undo()
    assert [one.id for one in upcoming(workspace, NOW)] == [plan]


def test_a_talk_taken_out_of_the_record_makes_the_plan_one_to_write_down_again(
    workspace: Workspace, grace: int
) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    talk = hold(workspace, plan, Held(TUESDAY.date(), None), TUESDAY.date())
    delete_conversation(workspace, talk)
    assert [one.standing for one in upcoming(workspace, LATER)] == [Standing.OVER]


def test_it_is_not_held_before_its_day(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    with pytest.raises(InvalidInput) as refused:
        hold(workspace, plan, Held(TUESDAY.date(), None), TODAY)
    assert refused.value.field == "on"


def test_held_on_another_day_it_is_of_that_day(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    hold(workspace, plan, Held(date(2026, 11, 23), Outcome.PARTLY), TUESDAY.date())
    assert held(workspace)[0].on == date(2026, 11, 23)


def test_what_was_learned_goes_to_the_fields_below_what_stands_there(
    workspace: Workspace, grace: int
) -> None:
    keep_learned(workspace, grace, "ideal_client", "charities")
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
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
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
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
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
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
    club_of(workspace, member, close)
    assert list(never_held(workspace)) == [close, grace, ravi, member]
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    assert list(never_held(workspace)) == [close, ravi, member]
    call_off(workspace, plan)
    bin_people(workspace, ravi)
    assert list(never_held(workspace)) == [close, grace, member]
    assert one_to_one_counts(workspace).never == 3


def test_one_logged_by_hand_on_its_day_is_the_plan_held(workspace: Workspace, grace: int, ravi: int) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    other = plan_one_to_one(workspace, one_to_one_with(ravi), NOW)
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
    plan_several(
        workspace, [one_to_one_with(grace), one_to_one_with(grace, TUESDAY + timedelta(hours=4))], NOW
    )
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
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    hold(workspace, plan, Held(TUESDAY.date(), None), TUESDAY.date())
    assert workspace.sql("SELECT snoozed_until FROM person WHERE id = ?", (grace,)).fetchone()[0] is None


def test_a_zone_of_another_program_does_not_keep_it_from_being_held(workspace: Workspace, grace: int) -> None:
    plan = plan_one_to_one(workspace, one_to_one_with(grace), NOW)
    with workspace.change("From another program"):
        workspace.sql("UPDATE one_to_one SET zone = 'Moon/Base' WHERE id = ?", (plan,))
    hold(workspace, plan, Held(TUESDAY.date(), None), TUESDAY.date())
    assert held(workspace)[0].on == TUESDAY.date()

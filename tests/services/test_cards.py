"""Cards of an event: entered once, meant for the right person, planned, solid, let go; every step taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from netdesk.method.contact_kinds import PersonKind, PointKind
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.follow_ups import CardState
from netdesk.services.bulk import to_bin
from netdesk.services.capture import draft_from_text
from netdesk.services.card_plans import PlanDraft, plan_cards
from netdesk.services.cards import (
    add_card,
    card_line,
    card_lines,
    event_cards,
    let_go,
    matches,
    set_card_kind,
    set_learned,
    set_solid,
    take_back,
    use_person,
)
from netdesk.services.contact_points import Point
from netdesk.services.event_edit import EventDetails, add_event
from netdesk.services.event_page import expected_people
from netdesk.services.expected import expect_name
from netdesk.services.follow_ups import finish_follow_up
from netdesk.services.people import PersonDraft, kinds_of, new_person, read_draft
from netdesk.services.selection import Selection
from netdesk.services.timeline import EntryKind, timeline
from netdesk.store.workspace import Workspace
from tests.support.events import mixer, wall

TODAY = date(2026, 11, 25)
MORNING = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
MARTA = "Marta Lindqvist, Lindqvist Interiors, marta@lindqvist.example"


def enter(ws: Workspace, event: int, text: str, now: datetime = MORNING) -> int:
    return add_card(ws, event, draft_from_text(text), now).card_id


def state(ws: Workspace, card: int) -> CardState:
    return card_line(ws, card).state


def test_a_typed_card_makes_a_contact_met_at_the_event(workspace: Workspace) -> None:
    event = mixer(workspace)
    added = add_card(workspace, event, draft_from_text(MARTA), MORNING)
    assert (added.was_here, added.new_person, added.perhaps) == (False, True, None)
    (line,) = event_cards(workspace, event)
    assert (line.name, line.organisation, line.email) == (
        "Marta Lindqvist",
        "Lindqvist Interiors",
        "marta@lindqvist.example",
    )
    assert (line.state, line.plans, line.was_new, line.solid, line.learned) == (
        CardState.NO_PLAN,
        (),
        True,
        False,
        False,
    )
    assert line.received == datetime(2026, 11, 24, 19, 30, tzinfo=UTC)
    draft = read_draft(workspace, added.person_id)
    assert (draft.met_event_id, draft.met_on) == (event, date(2026, 11, 24))
    assert workspace.history()[0].title == "Add the card of Marta Lindqvist from Chamber autumn mixer"


def test_being_there_together_counts_for_the_rhythm_once_for_everybody(workspace: Workspace) -> None:
    event = mixer(workspace)
    enter(workspace, event, MARTA)
    enter(workspace, event, "Tom Okafor, Okafor Legal")
    assert workspace.sql("SELECT kind, title, event_id FROM interaction").fetchall() == [
        ("event", "Chamber autumn mixer", event)
    ]
    people = workspace.sql("SELECT last_contact_on, met_days FROM person ORDER BY id").fetchall()
    assert people == [("2026-11-24", 1), ("2026-11-24", 1)]
    (entry, *_) = timeline(workspace, card_line(workspace, 1).person_id).entries
    assert entry.kind is not EntryKind.NOTE
    workspace.undo()
    workspace.undo()
    assert workspace.sql("SELECT count(*) FROM interaction").fetchone() == (0,)
    assert workspace.sql("SELECT count(*) FROM person").fetchone() == (0,)
    workspace.redo()
    workspace.redo()
    assert [line.name for line in event_cards(workspace, event)] == ["Marta Lindqvist", "Tom Okafor"]


@pytest.mark.parametrize("again", [MARTA, "marta lindqvist", "MARTA@lindqvist.example"])
def test_a_card_entered_twice_is_there_once(workspace: Workspace, again: str) -> None:
    event = mixer(workspace)
    first = enter(workspace, event, MARTA)
    steps = len(workspace.history())
    added = add_card(workspace, event, draft_from_text(again), MORNING)
    assert (added.card_id, added.was_here, added.new_person) == (first, True, False)
    assert len(event_cards(workspace, event)) == 1
    assert len(workspace.history()) == steps, "nothing changed, so nothing is in the history"


def test_a_given_name_alone_typed_twice_is_one_card(workspace: Workspace) -> None:
    event = mixer(workspace)
    first = enter(workspace, event, "Bo")
    assert enter(workspace, event, "bo") == first


def test_the_card_of_a_contact_is_theirs_by_e_mail_and_fills_only_gaps(workspace: Workspace) -> None:
    event = mixer(workspace)
    ellen = new_person(
        workspace,
        PersonDraft(
            given="Ellen",
            family="Brandt",
            kinds=(PersonKind.STRATEGIC_PARTNER,),
            points=(Point(PointKind.EMAIL, "ellen@brandt.example", "home"),),
        ),
    )
    text = "Ellen Brandt, Brandt & Co, ellen@brandt.example, +44 7700 900123"
    added = add_card(workspace, event, draft_from_text(text), MORNING)
    assert (added.person_id, added.new_person) == (ellen, False)
    line = card_line(workspace, added.card_id)
    assert (line.kind, line.was_new, line.organisation) == (
        PersonKind.STRATEGIC_PARTNER,
        False,
        "Brandt & Co",
    )
    after = read_draft(workspace, ellen)
    assert [point.value for point in after.points] == ["ellen@brandt.example", "+44 7700 900123"]
    assert after.met_event_id is None
    workspace.undo()
    assert read_draft(workspace, ellen).organisation == ""


def test_a_namesake_of_another_firm_is_somebody_else_and_is_offered(workspace: Workspace) -> None:
    event = mixer(workspace)
    known = new_person(workspace, PersonDraft(given="Tom", family="Okafor", organisation="Okafor Legal"))
    added = add_card(workspace, event, draft_from_text("Tom Okafor, Harbour Books"), MORNING)
    assert added.new_person
    assert added.perhaps is not None
    assert (added.perhaps.person.id, added.perhaps.person.organisation) == (known, "Okafor Legal")


def test_a_namesake_without_a_firm_is_taken_for_the_contact(workspace: Workspace) -> None:
    event = mixer(workspace)
    known = new_person(workspace, PersonDraft(given="Tom", family="Okafor", organisation="Okafor Legal"))
    assert add_card(workspace, event, draft_from_text("Tom Okafor"), MORNING).person_id == known


def test_of_two_namesakes_the_one_of_the_same_firm_is_meant(workspace: Workspace) -> None:
    event = mixer(workspace)
    new_person(workspace, PersonDraft(given="Tom", family="Okafor"))
    legal = new_person(workspace, PersonDraft(given="Tom", family="Okafor", organisation="Okafor Legal"))
    assert add_card(workspace, event, draft_from_text("Tom Okafor, okafor legal"), MORNING).person_id == legal
    assert add_card(workspace, event, draft_from_text("Tom Okafor, Harbour"), MORNING).person_id != legal


def test_one_address_of_a_whole_firm_does_not_merge_two_people(workspace: Workspace) -> None:
    event = mixer(workspace)
    office = (Point(PointKind.EMAIL, "office@marsh.example", "work"),)
    bill = new_person(workspace, PersonDraft(given="Bill", family="Marsh", points=office))
    added = add_card(workspace, event, draft_from_text("Priti Shah, office@marsh.example"), MORNING)
    assert added.person_id != bill
    assert added.perhaps is not None
    assert added.perhaps.person.id == bill


def test_anew_makes_a_new_contact_whoever_is_here(workspace: Workspace) -> None:
    event = mixer(workspace)
    enter(workspace, event, MARTA)
    added = add_card(workspace, event, draft_from_text(MARTA), MORNING, anew=True)
    assert (added.new_person, added.was_here) == (True, False)
    assert len(event_cards(workspace, event)) == 2


def test_a_card_moves_to_the_contact_who_was_meant(workspace: Workspace) -> None:
    event = mixer(workspace)
    known = new_person(workspace, PersonDraft(given="Tom", family="Okafor", organisation="Okafor Legal"))
    added = add_card(
        workspace, event, draft_from_text("Tom Okafor, Harbour Books, tom@okafor.example"), MORNING
    )
    plan_cards(workspace, [added.card_id], PlanDraft("Call {name}", TODAY), TODAY)
    use_person(workspace, added.card_id, known)
    line = card_line(workspace, added.card_id)
    assert (line.person_id, line.organisation, line.email) == (known, "Okafor Legal", "tom@okafor.example")
    assert (line.was_new, line.state) == (False, CardState.PLANNED)
    binned, contact = workspace.sql(
        "SELECT binned_at IS NOT NULL, last_contact_on FROM person ORDER BY id DESC"
    )
    assert (binned[0], contact[1]) == (1, "2026-11-24")
    assert workspace.sql("SELECT DISTINCT person_id FROM follow_up").fetchall() == [(known,)]
    workspace.undo()
    assert card_line(workspace, added.card_id).person_id == added.person_id


def test_a_card_does_not_move_to_somebody_whose_card_is_there(workspace: Workspace) -> None:
    event = mixer(workspace)
    first, other = enter(workspace, event, MARTA), enter(workspace, event, "Bill Marsh")
    with pytest.raises(InvalidInput, match="Marta Lindqvist’s card is here already"):
        use_person(workspace, other, card_line(workspace, first).person_id)


def test_an_event_without_an_end_gave_its_cards_two_hours_after_it_began(workspace: Workspace) -> None:
    details = EventDetails("Late talk", wall(2026, 11, 24, 18), None, "Europe/London")
    event = add_event(workspace, details)
    early = enter(workspace, event, "Bill Marsh", datetime(2026, 11, 24, 18, 40, tzinfo=UTC))
    late = enter(workspace, event, MARTA)
    assert card_line(workspace, early).received == datetime(2026, 11, 24, 18, 40, tzinfo=UTC)
    assert card_line(workspace, late).received == datetime(2026, 11, 24, 20, 0, tzinfo=UTC)


def test_a_card_before_its_event_begins_is_received_now(workspace: Workspace) -> None:
    event = mixer(workspace)
    now = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    card = enter(workspace, event, MARTA, now)
    line = card_line(workspace, card)
    assert line.received == now
    assert read_draft(workspace, line.person_id).met_on == now.date()


def test_a_card_without_an_event_is_kept_and_not_doubled(workspace: Workspace) -> None:
    first = add_card(workspace, None, draft_from_text(MARTA), MORNING)
    again = add_card(workspace, None, draft_from_text(MARTA), MORNING)
    assert (again.card_id, again.was_here) == (first.card_id, True)
    line = card_line(workspace, first.card_id)
    assert (line.event_id, line.event_title, line.received) == (None, "", MORNING)


def test_somebody_expected_by_name_is_known_once_their_card_is_in(workspace: Workspace) -> None:
    event = mixer(workspace)
    expect_name(workspace, event, "marta lindqvist")
    card = enter(workspace, event, MARTA)
    (expected,) = expected_people(workspace, event)
    assert expected.person_id == card_line(workspace, card).person_id


def test_a_picture_of_the_card_is_kept_with_it(workspace: Workspace) -> None:
    event = mixer(workspace)
    added = add_card(
        workspace, event, draft_from_text(MARTA), MORNING, photo=b"\x89PNG", media_type="image/png"
    )
    assert card_line(workspace, added.card_id).photo is not None
    for bad in (b"", b"x" * 4_000_001):
        with pytest.raises(InvalidInput) as refused:
            add_card(
                workspace, event, draft_from_text("Bill Marsh"), MORNING, photo=bad, media_type="image/png"
            )
        assert refused.value.field == "photo"
    assert len(event_cards(workspace, event)) == 1


def test_a_kind_marks_the_contact_too_and_a_mistake_leaves_no_trace_on_a_new_one(
    workspace: Workspace,
) -> None:
    event = mixer(workspace)
    card = enter(workspace, event, MARTA)
    person = card_line(workspace, card).person_id
    set_card_kind(workspace, card, PersonKind.SUPPLIER)
    set_card_kind(workspace, card, PersonKind.POTENTIAL_CLIENT)
    assert card_line(workspace, card).kind is PersonKind.POTENTIAL_CLIENT
    assert kinds_of(workspace, person) == (PersonKind.POTENTIAL_CLIENT,)
    workspace.undo()
    assert kinds_of(workspace, person) == (PersonKind.SUPPLIER,)
    set_card_kind(workspace, card, None)
    assert (card_line(workspace, card).kind, kinds_of(workspace, person)) == (None, ())


def test_a_contact_known_before_keeps_the_kinds_they_had(workspace: Workspace) -> None:
    event = mixer(workspace)
    known = new_person(
        workspace, PersonDraft(given="Tom", family="Okafor", kinds=(PersonKind.CONNECTOR, PersonKind.CLIENT))
    )
    card = add_card(workspace, event, known, MORNING).card_id
    set_card_kind(workspace, card, PersonKind.SUPPLIER)
    set_card_kind(workspace, card, None)
    assert set(kinds_of(workspace, known)) == {PersonKind.CONNECTOR, PersonKind.CLIENT, PersonKind.SUPPLIER}


def test_several_are_solid_or_learned_from_in_one_step(workspace: Workspace) -> None:
    event = mixer(workspace)
    cards = [enter(workspace, event, name) for name in ("Ada Holm", "Ben Ito", "Cy Young")]
    set_solid(workspace, cards[:2], True)
    set_learned(workspace, cards[1:], True)
    assert [(line.solid, line.learned) for line in event_cards(workspace, event)] == [
        (True, False),
        (True, True),
        (False, True),
    ]
    assert workspace.history()[1].title == "Mark 2 cards as solid"
    workspace.undo()
    workspace.undo()
    assert not any(line.solid or line.learned for line in event_cards(workspace, event))


def test_letting_go_drops_the_plan_and_taking_back_wants_one_again(workspace: Workspace) -> None:
    event = mixer(workspace)
    card = enter(workspace, event, MARTA)
    plan_cards(workspace, [card], PlanDraft("Call her", TODAY), TODAY)
    let_go(workspace, [card], "sells only abroad")
    line = card_line(workspace, card)
    assert (line.state, line.let_go_reason) == (CardState.LET_GO, "sells only abroad")
    assert workspace.sql("SELECT count(*) FROM follow_up WHERE state = 'open'").fetchone() == (0,)
    take_back(workspace, [card])
    assert state(workspace, card) is CardState.NO_PLAN
    workspace.undo()
    workspace.undo()
    assert state(workspace, card) is CardState.PLANNED
    workspace.redo()
    assert state(workspace, card) is CardState.LET_GO


def test_planning_takes_a_card_back_so_that_it_is_done_in_the_end(workspace: Workspace) -> None:
    event = mixer(workspace)
    card = enter(workspace, event, MARTA)
    let_go(workspace, [card])
    plan_cards(workspace, [card], PlanDraft("Call her", TODAY), TODAY)
    plan = card_line(workspace, card).next_plan
    assert plan is not None
    finish_follow_up(workspace, plan.id)
    line = card_line(workspace, card)
    assert (line.state, line.let_go_reason, line.next_plan) == (CardState.DONE, "", None)
    assert line.done_at is not None
    with pytest.raises(InvalidInput, match="done already"):
        let_go(workspace, [card])


def test_a_binned_persons_card_stays_and_comes_back_with_them(workspace: Workspace) -> None:
    event = mixer(workspace)
    card = enter(workspace, event, MARTA)
    plan_cards(workspace, [card], PlanDraft("Call her", TODAY), TODAY)
    to_bin(workspace, Selection.of([card_line(workspace, card).person_id]), TODAY)
    line = card_line(workspace, card)
    assert (line.in_bin, line.state) == (True, CardState.PLANNED)
    assert enter(workspace, event, "Marta Lindqvist") == card, "a binned person's card is still the same card"
    workspace.undo()
    assert not card_line(workspace, card).in_bin


def test_deleting_the_plan_leaves_the_card_without_one(workspace: Workspace) -> None:
    event = mixer(workspace)
    card = enter(workspace, event, MARTA)
    plan_cards(workspace, [card], PlanDraft("Call her", TODAY), TODAY)
    with workspace.change("Delete it"):
        workspace.sql("DELETE FROM follow_up")
    assert state(workspace, card) is CardState.NO_PLAN


def test_contacts_are_offered_as_one_types(workspace: Workspace) -> None:
    event = mixer(workspace)
    marta = new_person(workspace, PersonDraft(given="Marta", family="Lindqvist", level=2))
    other = new_person(workspace, PersonDraft(given="Marta", family="Lima", organisation="Lima & Sons"))
    add_card(workspace, event, other, MORNING)
    found = matches(workspace, "mart", event_id=event)
    assert [(one.id, one.level, one.here) for one in found] == [(marta, 2, False), (other, None, True)]
    assert [one.id for one in matches(workspace, "Marta Lind, anything")] == [marta]
    assert next(one.id for one in matches(workspace, "Marta, lima")) == other
    assert matches(workspace, "") == matches(workspace, ", x") == matches(workspace, '"*(') == ()


@pytest.mark.parametrize(
    "text", ["\0\0", "Marta\0 <b>Lind</b>", "x" * 100_000, "a,,,,,,b", '"; DROP TABLE card']
)
def test_whatever_is_typed_is_looked_for(workspace: Workspace, text: str) -> None:
    new_person(workspace, PersonDraft(given="Marta"))
    assert isinstance(matches(workspace, text), tuple)


def test_a_card_of_nobody_and_of_too_long_a_name_is_refused(workspace: Workspace) -> None:
    event = mixer(workspace)
    for draft in (PersonDraft(), PersonDraft(given="\0"), PersonDraft(given="x" * 201)):
        with pytest.raises(InvalidInput) as refused:
            add_card(workspace, event, draft, MORNING)
        assert refused.value.field == "given"
    assert event_cards(workspace, event) == ()


def test_nul_characters_are_kept_out(workspace: Workspace) -> None:
    event = mixer(workspace)
    card = enter(workspace, event, "Mar\0ta Lind\0qvist, Fi\0rm")
    let_go(workspace, [card], "no\0 thanks")
    line = card_line(workspace, card)
    assert "\0" not in line.name + line.organisation + line.let_go_reason


def test_what_is_gone_is_said(workspace: Workspace) -> None:
    event = mixer(workspace)
    with pytest.raises(NotFound, match="That card"):
        card_line(workspace, 99)
    with pytest.raises(NotFound, match="That event"):
        add_card(workspace, 99, PersonDraft(given="Bo"), MORNING)
    with pytest.raises(NotFound, match="That person"):
        add_card(workspace, event, 99, MORNING)
    with pytest.raises(NotFound, match="Those cards"):
        set_solid(workspace, [], True)
    with pytest.raises(NotFound, match="That card"):
        use_person(workspace, 99, 1)
    assert card_lines(workspace, [99]) == ()


def test_three_hundred_cards_are_read_in_two_questions(workspace: Workspace) -> None:
    event = mixer(workspace)
    people = [new_person(workspace, PersonDraft(given=f"Guest {number}")) for number in range(300)]
    with workspace.change("Enter all"):
        cards = [
            add_card(workspace, event, person, MORNING + timedelta(seconds=1)).card_id for person in people
        ]
    asked: list[str] = []
    workspace.connection.set_trace_callback(asked.append)
    lines = event_cards(workspace, event)
    workspace.connection.set_trace_callback(None)
    assert [line.id for line in lines] == cards
    assert len([text for text in asked if text.lstrip().startswith("SELECT")]) == 2

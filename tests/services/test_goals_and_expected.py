"""Goals and people to meet: added, worded, ordered, removed, and every step taken back."""

from datetime import date

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.goals import Goal, GoalKind, new_goal
from netdesk.services import expected, goals
from netdesk.services.event_page import event_goals, event_page, expected_people
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.preferences import save_number, save_own_trade
from netdesk.services.sheets import prep_sheet_input
from netdesk.store.workspace import Workspace
from tests.support.events import NOW, mixer
from tests.support.kept_files import new_workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)


def test_a_goal_is_added_changed_counted_and_removed(workspace: Workspace) -> None:
    event = mixer(workspace)
    goal = goals.add_goal(workspace, event, new_goal(GoalKind.COLLECT_CARDS))
    goals.edit_goal(workspace, goal, Goal(GoalKind.TRY_MESSAGE, 10, "Tally below", "Inbox to zero"))
    goals.set_reached(workspace, goal, 4)
    (line,) = event_goals(workspace, event)
    assert line.goal == Goal(GoalKind.TRY_MESSAGE, 10, "Tally below", "Inbox to zero")
    assert line.reached == 4
    goals.delete_goal(workspace, goal)
    assert event_goals(workspace, event) == ()
    workspace.undo()
    assert event_goals(workspace, event) == (line,)


@pytest.mark.parametrize("count", [1, 1000])
def test_a_count_may_be_as_small_as_one_and_as_great_as_a_thousand(workspace: Workspace, count: int) -> None:
    event = mixer(workspace)
    goals.add_goal(workspace, event, Goal(GoalKind.HELP, count, "x"))
    assert [line.goal.count for line in event_goals(workspace, event)] == [count]


def test_the_boxes_of_a_goal_heed_my_own_limit(workspace: Workspace) -> None:
    event = mixer(workspace)
    goals.add_goal(workspace, event, Goal(GoalKind.HELP, 12, "x"))
    assert [line.boxes.boxes for line in event_goals(workspace, event)] == [12]
    save_number(workspace, "tick_boxes", 10)
    (line,) = event_goals(workspace, event)
    assert (line.boxes.boxes, line.boxes.tally) == (0, True)


@pytest.mark.parametrize("count", [0, -1, 1001, 10**12])
def test_a_count_out_of_bounds_is_refused_at_its_field(workspace: Workspace, count: int) -> None:
    event = mixer(workspace)
    with pytest.raises(InvalidInput, match="1 to 1,000") as refused:
        goals.add_goal(workspace, event, Goal(GoalKind.HELP, count, "x"))
    assert refused.value.field == "count"
    assert event_goals(workspace, event) == ()


def test_a_goal_without_a_count_is_kept_and_not_prepared(workspace: Workspace) -> None:
    event = mixer(workspace)
    goals.add_goal(workspace, event, Goal(GoalKind.HELP, None, ""))
    words = event_page(workspace, event, NOW).gaps[0].words
    assert "give it a number" in words
    assert "Write how you will follow up" in words


def test_typing_in_one_goal_is_one_step(workspace: Workspace) -> None:
    event = mixer(workspace)
    goal = goals.add_goal(workspace, event, Goal(GoalKind.HELP, 3, ""))
    for text in ("D", "Do", "Do it"):
        goals.edit_goal(workspace, goal, Goal(GoalKind.HELP, 3, text))
    workspace.undo()
    assert event_goals(workspace, event)[0].goal.follow_up == ""


def test_goals_are_put_in_order(workspace: Workspace) -> None:
    event, other = mixer(workspace), mixer(workspace)
    first, second, third = (
        goals.add_goal(workspace, event, Goal(GoalKind.OWN_WORDS, 1, "", name)) for name in "abc"
    )
    apart = goals.add_goal(workspace, other, new_goal(GoalKind.HELP))
    goals.move_goal(workspace, third, 0)
    assert [line.id for line in event_goals(workspace, event)] == [third, first, second]
    goals.move_goal(workspace, third, 99)
    assert [line.id for line in event_goals(workspace, event)] == [first, second, third]
    workspace.undo()
    assert [line.id for line in event_goals(workspace, event)] == [third, first, second]
    assert [line.id for line in event_goals(workspace, other)] == [apart]


@pytest.mark.parametrize("reached", [-1, 1001])
def test_reached_stays_in_bounds(workspace: Workspace, reached: int) -> None:
    goal = goals.add_goal(workspace, mixer(workspace), new_goal(GoalKind.HELP))
    with pytest.raises(InvalidInput) as refused:
        goals.set_reached(workspace, goal, reached)
    assert refused.value.field == "reached"


def test_what_is_gone_is_said(workspace: Workspace) -> None:
    for call in (
        lambda: goals.delete_goal(workspace, 5),
        lambda: goals.add_goal(workspace, 5, new_goal(GoalKind.HELP)),
        lambda: expected.remove_expected(workspace, 5),
        lambda: expected.expect_name(workspace, 5, "Ann"),
        lambda: expected.expect_people(workspace, mixer(workspace), [77]),
    ):
        with pytest.raises(NotFound):
            call()


def test_contacts_are_expected_once(workspace: Workspace) -> None:
    event = mixer(workspace)
    grace, ellen = sample_people(workspace, 2, level=2)
    assert len(expected.expect_people(workspace, event, [grace, ellen, grace])) == 2
    assert expected.expect_people(workspace, event, [grace]) == ()
    lines = expected_people(workspace, event)
    assert [(line.person_id, line.name, line.level) for line in lines] == [
        (grace, "Grace Adeyemi", 2),
        (ellen, "Ellen Adeyemi", 2),
    ]
    assert workspace.history()[0].title == "Expect 2 people at Chamber autumn mixer"


def test_words_about_somebody_are_kept_field_by_field(workspace: Workspace) -> None:
    event = mixer(workspace)
    line = expected.expect_name(workspace, event, "Guest")
    expected.edit_expected(workspace, line, why="Knows <b>all</b>")
    expected.edit_expected(workspace, line, give="Checklist", ask="20 minutes", name="Guest of honour")
    (found,) = expected_people(workspace, event)
    assert (found.name, found.why, found.give, found.ask) == (
        "Guest of honour",
        "Knows <b>all</b>",
        "Checklist",
        "20 minutes",
    )
    workspace.undo()
    assert expected_people(workspace, event)[0].give == ""
    with pytest.raises(InvalidInput) as refused:
        expected.edit_expected(workspace, line, name=" ")
    assert refused.value.field == "name"


def test_a_contacts_name_is_not_changed_from_here(workspace: Workspace) -> None:
    event = mixer(workspace)
    (grace,) = sample_people(workspace, 1)
    (line,) = expected.expect_people(workspace, event, [grace])
    expected.edit_expected(workspace, line, name="Somebody else", why="Sits on the board")
    (found,) = expected_people(workspace, event)
    assert (found.name, found.why) == ("Grace Adeyemi", "Sits on the board")


def test_a_name_becomes_a_contact(workspace: Workspace) -> None:
    event = mixer(workspace)
    line = expected.expect_name(workspace, event, "Dr Priti Shah", "Shah Catering")
    person = expected.make_contact(workspace, line, TODAY)
    (found,) = expected_people(workspace, event)
    assert (found.person_id, found.name, found.organisation, found.level) == (
        person,
        "Dr Priti Shah",
        "Shah Catering",
        None,
    )
    assert expected.make_contact(workspace, line, TODAY) == person
    assert workspace.sql("SELECT count(*), max(met_event_id) FROM person").fetchone() == (1, None)
    workspace.undo()
    (found,) = expected_people(workspace, event)
    assert (found.person_id, found.name) == (None, "Dr Priti Shah")
    after = expected.make_contact(workspace, line, date(2026, 11, 25))
    assert workspace.sql("SELECT met_on, met_event_id FROM person WHERE id = ?", (after,)).fetchone() == (
        "2026-11-24",
        event,
    )


def test_a_name_of_marks_alone_becomes_a_contact_as_it_is(workspace: Workspace) -> None:
    event = mixer(workspace)
    line = expected.expect_name(workspace, event, ",")
    person = expected.make_contact(workspace, line, TODAY)
    (found,) = expected_people(workspace, event)
    assert (found.person_id, found.name) == (person, ",")


def test_contacts_are_offered_by_the_start_of_their_name(workspace: Workspace) -> None:
    event = mixer(workspace)
    people = sample_people(workspace, 26)
    with workspace.change("Mention"):
        workspace.sql("UPDATE person SET note = 'met through Grace' WHERE id = ?", (people[5],))
        workspace.sql("UPDATE person SET binned_at = '2026-01-01T00:00:00+00:00' WHERE id = ?", (people[13],))
    expected.expect_people(workspace, event, [people[0]])
    found = expected.suggestions(workspace, event, "gra")
    assert [(one.name, one.already) for one in found] == [("Grace Adeyemi", True), ("Karl Adeyemi", False)]
    assert len(expected.suggestions(workspace, event, "", limit=5)) == 5
    assert expected.suggestions(workspace, event, '"* NEAR(') == ()


def test_more_people_than_anybody_can_meet_are_refused(workspace: Workspace) -> None:
    event = mixer(workspace)
    people = sample_people(workspace, expected.MOST_EXPECTED + 1)
    with pytest.raises(InvalidInput, match="500 people"):
        expected.expect_people(workspace, event, people)
    assert len(expected.expect_people(workspace, event, people[:-1])) == expected.MOST_EXPECTED


def test_a_competitor_among_the_expected_is_named(workspace: Workspace) -> None:
    event = mixer(workspace)
    grace, ellen = sample_people(workspace, 2)
    with workspace.change("Kinds"):
        workspace.sql("INSERT INTO person_kind (person_id, kind) VALUES (?, 'same_trade')", (ellen,))
        workspace.sql("INSERT INTO person_kind (person_id, kind) VALUES (?, 'client')", (grace,))
    expected.expect_people(workspace, event, [grace, ellen])
    page = event_page(workspace, event, NOW)
    assert page.competitors == ("Ellen Adeyemi",)
    assert (
        page.notice == "Competitor in the room: Ellen Adeyemi. Keep your line; say what you do differently."
    )


def test_somebody_of_my_own_trade_is_a_competitor_without_being_marked(workspace: Workspace) -> None:
    event = mixer(workspace)
    roles = ("Virtual Assistant", "Assistant", "Owner", "Owner")
    does = ("", "", "A virtual-assistant for solicitors", "Caters; her sister is a virtual assistants’ coach")
    people = [
        new_person(workspace, PersonDraft(given=f"{role} {place}", role=role, what_they_do=what))
        for place, (role, what) in enumerate(zip(roles, does, strict=True))
    ]
    (marked,) = sample_people(workspace, 1)
    with workspace.change("Kinds"):
        workspace.sql("INSERT INTO person_kind (person_id, kind) VALUES (?, 'competitor')", (marked,))
    expected.expect_people(workspace, event, [*people, marked])
    expected.expect_name(workspace, event, "A virtual assistant")
    assert event_page(workspace, event, NOW).competitors == ("Dina Adeyemi",)
    save_own_trade(workspace, ["bookkeeping", "virtual assistant"])
    page = event_page(workspace, event, NOW)
    assert page.competitors == ("Virtual Assistant 0", "Owner 2", "Dina Adeyemi")
    assert page.notice.startswith("Competitors in the room: Virtual Assistant 0, Owner 2 and 1 other.")
    assert prep_sheet_input(workspace, event, TODAY).competitors == page.competitors
    workspace.undo()
    assert event_page(workspace, event, NOW).competitors == ("Dina Adeyemi",)


class PreparingAnEvent(RuleBasedStateMachine):
    """Goals and people in any order of adding, moving and removing stay numbered, and undo finds each state again."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile
        from pathlib import Path

        self.folder = tempfile.TemporaryDirectory()
        self.ws = new_workspace(Path(self.folder.name) / "any.netdesk")
        self.event = mixer(self.ws)
        self.states = [self.seen()]

    def seen(self) -> tuple[object, ...]:
        return event_goals(self.ws, self.event), expected_people(self.ws, self.event)

    def did(self) -> None:
        now = self.seen()
        if now != self.states[-1]:
            self.states.append(now)

    @rule(kind=st.sampled_from(GoalKind), count=st.integers(1, 1000))
    def add_goal(self, kind: GoalKind, count: int) -> None:
        goals.add_goal(self.ws, self.event, Goal(kind, count, "x"))
        self.did()

    @rule(name=st.text(st.characters(categories=["L", "N", "So"]), min_size=1, max_size=30))
    def add_name(self, name: str) -> None:
        expected.expect_name(self.ws, self.event, name)
        self.did()

    @precondition(lambda self: event_goals(self.ws, self.event))
    @rule(which=st.integers(0, 50), place=st.integers(-3, 50))
    def move_goal(self, which: int, place: int) -> None:
        lines = event_goals(self.ws, self.event)
        goals.move_goal(self.ws, lines[which % len(lines)].id, place)
        self.did()

    @precondition(lambda self: expected_people(self.ws, self.event))
    @rule(which=st.integers(0, 50), place=st.integers(-3, 50))
    def move_person(self, which: int, place: int) -> None:
        lines = expected_people(self.ws, self.event)
        expected.move_expected(self.ws, lines[which % len(lines)].id, place)
        self.did()

    @precondition(lambda self: expected_people(self.ws, self.event))
    @rule(which=st.integers(0, 50))
    def remove_person(self, which: int) -> None:
        lines = expected_people(self.ws, self.event)
        expected.remove_expected(self.ws, lines[which % len(lines)].id)
        self.did()

    @precondition(lambda self: event_goals(self.ws, self.event))
    @rule(which=st.integers(0, 50))
    def remove_goal(self, which: int) -> None:
        lines = event_goals(self.ws, self.event)
        goals.delete_goal(self.ws, lines[which % len(lines)].id)
        self.did()

    @precondition(lambda self: len(self.states) > 1)
    @rule()
    def undo(self) -> None:
        self.ws.undo()
        self.states.pop()

    @invariant()
    def is_as_remembered(self) -> None:
        assert self.seen() == self.states[-1]

    def teardown(self) -> None:
        self.ws.close()
        self.folder.cleanup()


TestPreparingAnEvent = PreparingAnEvent.TestCase
TestPreparingAnEvent.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)

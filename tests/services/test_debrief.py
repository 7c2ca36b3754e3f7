"""The debrief in the workspace: counted, kept, refused, finished, opened again, and every step taken back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.goals import Goal, GoalKind, new_goal
from netdesk.method.pitches import PitchKind, Reactions
from netdesk.method.preparation import PitchChoice
from netdesk.services import debrief, event_edit, goal_counts, goals, pitches, reactions
from netdesk.services.open_debriefs import count_old_debriefs, debriefs_left_open, finish_old_debriefs
from netdesk.services.pitches import PitchDraft
from netdesk.store.workspace import Workspace, moment
from tests.support.events import NOW, mixer, wall
from tests.support.workspaces import sample_people

AFTER = NOW + timedelta(days=3)


def add_cards(
    workspace: Workspace, event: int, kinds: list[str], *, solid: int = 0, learned: int = 0, known: int = 0
) -> list[int]:
    """Put in a card of each kind; the first so many are solid, learned from, known before."""
    people = sample_people(workspace, len(kinds))
    rows = [
        (event, person, kind, place < solid, place < learned, place >= known, moment(), moment())
        for place, (person, kind) in enumerate(zip(people, kinds, strict=True))
    ]
    with workspace.change("Enter cards"):
        workspace.many(
            "INSERT INTO card (event_id, person_id, kind, solid, learned, was_new, received_at, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
    return people


def plan(
    workspace: Workspace, event: int | None, person: int, action: str, *, card: int | None = None
) -> None:
    """Plan something with a person."""
    with workspace.change("Plan"):
        workspace.sql(
            "INSERT INTO follow_up (person_id, event_id, action, due_on, created_at, card_id)"
            " VALUES (?, ?, ?, '2026-11-25', ?, ?)",
            (person, event, action, moment(), card),
        )


def card_of(workspace: Workspace, person: int) -> int:
    return int(workspace.sql("SELECT id FROM card WHERE person_id = ?", (person,)).fetchone()[0])


def said_pitch(workspace: Workspace, event: int) -> int:
    return pitches.write_pitch(workspace, PitchDraft("Inbox to zero", PitchKind.ONE_MINUTE, "A line."), event)


def read(workspace: Workspace, event: int, now: datetime = AFTER) -> debrief.Debrief:
    return debrief.debrief(workspace, event, now)


def test_goals_count_themselves_from_cards_plans_and_reactions(workspace: Workspace) -> None:
    event = mixer(workspace)
    for kind in GoalKind:
        goals.add_goal(workspace, event, new_goal(kind, "x"))
    people = add_cards(
        workspace, event, ["potential_client", "potential_client", "strategic_partner", ""], learned=3
    )
    plan(workspace, None, people[0], "One-to-one on Friday", card=card_of(workspace, people[0]))
    plan(workspace, event, people[0], "Coffee as well")
    plan(workspace, event, people[1], "Send the checklist")
    version = said_pitch(workspace, event)
    reactions.set_reactions(workspace, event, version, Reactions(4, 3, 1))
    linked = {line.goal.kind: line.linked for line in goal_counts.goal_counts(workspace, [event])[event]}
    assert linked == {
        GoalKind.TRY_MESSAGE: 8,
        GoalKind.COLLECT_CARDS: 2,
        GoalKind.CONNECT_PARTNERS: 1,
        GoalKind.LEARN: 3,
        GoalKind.BOOK_ONE_TO_ONES: 1,
        GoalKind.HELP: None,
        GoalKind.OWN_WORDS: None,
    }


def test_dropped_plans_and_other_events_count_for_nothing(workspace: Workspace) -> None:
    event, other = mixer(workspace), mixer(workspace, title="Breakfast Club")
    goals.add_goal(workspace, event, new_goal(GoalKind.BOOK_ONE_TO_ONES))
    (person, another) = add_cards(workspace, other, ["potential_client", ""])
    plan(workspace, event, person, "Coffee")
    plan(workspace, other, another, "Coffee")
    with workspace.change("Drop"):
        workspace.sql("UPDATE follow_up SET state = 'dropped' WHERE event_id = ?", (event,))
    counted = goal_counts.goal_counts(workspace, [event, other])
    assert [line.linked for line in counted[event]] == [0]
    assert counted[other] == ()


def test_a_one_to_one_held_after_the_event_counts_as_booked(workspace: Workspace) -> None:
    event = mixer(workspace)
    goals.add_goal(workspace, event, new_goal(GoalKind.BOOK_ONE_TO_ONES))
    (person,) = sample_people(workspace, 1)
    with workspace.change("Talk"):
        talk = workspace.sql(
            "INSERT INTO interaction (kind, happened_at, real_contact, event_id, created_at)"
            " VALUES ('one_to_one', '2026-11-26T10:00:00+00:00', 1, ?, ?) RETURNING id",
            (event, moment()),
        ).fetchone()[0]
        workspace.sql(
            "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)", (talk, person)
        )
    (line,) = goal_counts.goal_counts(workspace, [event])[event]
    assert (line.linked, line.reached, line.is_reached) == (1, 1, False)


def test_more_may_be_counted_by_hand_and_fewer_than_the_cards_not(workspace: Workspace) -> None:
    event = mixer(workspace)
    goal = goals.add_goal(workspace, event, Goal(GoalKind.COLLECT_CARDS, 5, "x"))
    add_cards(workspace, event, ["potential_client"] * 3)
    goal_counts.count_goal(workspace, goal, 5)
    (line,) = read(workspace, event).goals
    assert (line.linked, line.by_hand, line.reached, line.is_reached) == (3, 5, 5, True)
    assert line.linked_words == "3 counted from the cards"
    with pytest.raises(InvalidInput, match="3 counted from the cards"):
        goal_counts.count_goal(workspace, goal, 2)
    goal_counts.count_goal(workspace, goal, 3)
    (line,) = read(workspace, event).goals
    assert (line.by_hand, line.reached) == (0, 3)
    workspace.undo()
    (line,) = read(workspace, event).goals
    assert line.reached in (3, 5)


@pytest.mark.parametrize("count", [-1, 1001, 10**15])
def test_a_count_below_nought_or_above_a_thousand_is_refused_in_words(
    workspace: Workspace, count: int
) -> None:
    event = mixer(workspace)
    goal = goals.add_goal(workspace, event, Goal(GoalKind.HELP, 3, "x"))
    with pytest.raises(InvalidInput, match=r"nought|1,000") as refused:
        goal_counts.count_goal(workspace, goal, count)
    assert refused.value.field == "reached"
    with pytest.raises(NotFound):
        goal_counts.count_goal(workspace, goal + 99, 1)


def test_counting_for_no_event_asks_nothing(workspace: Workspace) -> None:
    assert goal_counts.goal_counts(workspace, []) == {}
    assert goal_counts.event_tallies(workspace, []) == {}


def test_a_debrief_shows_what_is_there(workspace: Workspace) -> None:
    event = mixer(workspace, cost=84)
    goals.add_goal(workspace, event, Goal(GoalKind.COLLECT_CARDS, 2, "x"))
    goals.add_goal(workspace, event, Goal(GoalKind.HELP, 3, "x"))
    add_cards(workspace, event, ["potential_client", "potential_client", ""], solid=2, known=1)
    shown = read(workspace, event)
    assert (shown.begun, shown.over, shown.finished_at) == (True, True, None)
    assert shown.reached == 1
    assert shown.cards == debrief.CardTotals(3, 3, 2, 2)
    assert (shown.people.met, shown.people.new) == (3, 2)
    assert (shown.cost, shown.currency, shown.hours, shown.usual_hours) == (84, "GBP", None, 2.0)
    assert (shown.pitch_choice, shown.pitch, shown.earlier) == (PitchChoice.OPEN, None, None)
    assert [point.words for point in shown.open] == [
        "3 cards with no plan",
        "Goal not counted: Help people",
        "No stars yet: was it worth it?",
    ]


def test_the_version_before_is_what_a_line_is_compared_with(workspace: Workspace) -> None:
    earlier, event = mixer(workspace, title="Founders' evening", day=wall(2026, 11, 6, 18)), mixer(workspace)
    first = said_pitch(workspace, earlier)
    reactions.set_reactions(workspace, earlier, first, Reactions(7, 8, 2))
    draft = PitchDraft("Inbox to zero", PitchKind.ONE_MINUTE, "Another line.")
    second = pitches.edit_pitch(workspace, first, draft, NOW, event_id=event)
    pitches.choose_pitch(workspace, event, second, NOW)
    reactions.set_reactions(workspace, event, second, Reactions(4, 3, 1))
    shown = read(workspace, event)
    assert shown.reactions == Reactions(4, 3, 1)
    assert shown.earlier == debrief.EarlierVersion(1, Reactions(7, 8, 2))
    assert read(workspace, earlier).earlier is None


def test_the_reactions_go_with_the_version_that_was_said(workspace: Workspace) -> None:
    event = mixer(workspace)
    first = said_pitch(workspace, event)
    other = said_pitch(workspace, mixer(workspace, title="Elsewhere"))
    reactions.set_reactions(workspace, event, first, Reactions(4, 3, 1))
    debrief.said_version(workspace, event, other, AFTER)
    shown = read(workspace, event)
    assert shown.pitch is not None
    assert (shown.pitch.id, shown.reactions, shown.next_version) == (other, Reactions(4, 3, 1), 2)
    assert reactions.event_reactions(workspace, event, first) == Reactions()
    workspace.undo()
    shown = read(workspace, event)
    assert shown.pitch is not None
    assert (shown.pitch.id, shown.reactions) == (first, Reactions(4, 3, 1))


def test_cards_of_people_in_the_bin_ask_for_no_plan(workspace: Workspace) -> None:
    event = mixer(workspace)
    (person, _) = add_cards(workspace, event, ["", ""])
    with workspace.change("Bin"):
        workspace.sql("UPDATE person SET binned_at = ? WHERE id = ?", (moment(), person))
    assert read(workspace, event).cards == debrief.CardTotals(2, 1, 0, 2)


def test_words_stars_money_and_people_are_kept_and_taken_back(workspace: Workspace) -> None:
    event = mixer(workspace)
    before = read(workspace, event)
    debrief.set_stars(workspace, event, 4)
    debrief.set_learned_text(workspace, event, "  Come early.\x00 ")
    debrief.set_change_next(workspace, event, "Ask first.")
    debrief.set_money_and_hours(workspace, event, cost=84, currency="gbp", hours=3)
    debrief.set_people_met(workspace, event, 7, 4)
    shown = read(workspace, event)
    assert (shown.stars, shown.learned, shown.change_next) == (4, "Come early.", "Ask first.")
    assert (shown.cost, shown.currency, shown.hours) == (84, "GBP", 3)
    assert (shown.people.met, shown.people.new, shown.people.known) == (7, 4, 3)
    for _ in range(5):
        workspace.undo()
    assert read(workspace, event) == before


@pytest.mark.parametrize(
    ("cost", "currency", "hours", "field"),
    [
        (-1, "GBP", None, "cost"),
        (float("nan"), "GBP", None, "cost"),
        (float("inf"), "GBP", None, "cost"),
        (84, "pounds", None, "currency"),
        (None, "", -0.5, "hours"),
        (None, "", 201, "hours"),
        (None, "", float("nan"), "hours"),
    ],
)
def test_money_and_hours_that_cannot_be_are_refused_at_their_field(
    workspace: Workspace, cost: float | None, currency: str, hours: float | None, field: str
) -> None:
    event = mixer(workspace)
    with pytest.raises(InvalidInput) as refused:
        debrief.set_money_and_hours(workspace, event, cost=cost, currency=currency, hours=hours)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("met", "new", "field"), [(-1, None, "met"), (1001, None, "met"), (5, -1, "new"), (5, 6, "new")]
)
def test_people_that_cannot_be_are_refused(
    workspace: Workspace, met: int, new: int | None, field: str
) -> None:
    event = mixer(workspace)
    with pytest.raises(InvalidInput) as refused:
        debrief.set_people_met(workspace, event, met, new)
    assert refused.value.field == field


@pytest.mark.parametrize("stars", [-1.0, 5.5, float("nan")])
def test_stars_go_from_none_to_five(workspace: Workspace, stars: float) -> None:
    event = mixer(workspace)
    with pytest.raises(InvalidInput, match="0 to 5"):
        debrief.set_stars(workspace, event, stars)
    debrief.set_stars(workspace, event, 1)
    debrief.set_stars(workspace, event, None)
    assert read(workspace, event).stars is None


def test_finishing_marks_the_event_attended_and_can_be_taken_back(workspace: Workspace) -> None:
    event = mixer(workspace)
    debrief.finish_debrief(workspace, event)
    shown = read(workspace, event)
    assert shown.attended is True
    assert shown.finished_at is not None
    assert debriefs_left_open(workspace, AFTER) == ()
    debrief.reopen_debrief(workspace, event)
    assert read(workspace, event).finished_at is None
    workspace.undo()
    workspace.undo()
    assert read(workspace, event).attended is None


def test_open_debriefs_are_those_over_not_finished_and_not_missed(workspace: Workspace) -> None:
    mixer(workspace, title="Under way", day=wall(2026, 11, 22, 8, 30))
    months_ago = mixer(workspace, title="Months ago", day=wall(2026, 3, 2, 18))
    left = mixer(workspace, title="Left open", day=wall(2026, 11, 19, 7))
    missed = mixer(workspace, title="Missed", day=wall(2026, 11, 18, 7))
    finished = mixer(workspace, title="Finished", day=wall(2026, 11, 17, 7))
    binned = mixer(workspace, title="Binned", day=wall(2026, 11, 16, 7))
    mixer(workspace, title="Still to come")
    event_edit.mark_attended(workspace, missed, False)
    debrief.finish_debrief(workspace, finished)
    event_edit.bin_events(workspace, [binned])
    add_cards(workspace, left, ["", ""])
    found = debriefs_left_open(workspace, NOW)
    assert [(one.event_id, one.days, one.cards) for one in found] == [(left, 3, 2)]
    assert count_old_debriefs(workspace, NOW) == 1
    finish_old_debriefs(workspace, NOW)
    assert read(workspace, months_ago).finished_at is not None
    assert count_old_debriefs(workspace, NOW) == 0


def test_a_debrief_left_for_months_can_still_be_finished(workspace: Workspace) -> None:
    event = mixer(workspace, day=wall(2025, 11, 24, 18))
    add_cards(workspace, event, ["potential_client"])
    debrief.set_learned_text(workspace, event, "Half a sentence")
    assert debrief.still_open(workspace, event) == (
        "1 card with no plan",
        "No stars yet: was it worth it?",
    )
    debrief.finish_debrief(workspace, event)
    assert read(workspace, event).learned == "Half a sentence"


def test_an_event_without_an_end_is_over_after_two_hours(workspace: Workspace) -> None:
    event = mixer(workspace, day=wall(2026, 11, 22, 8))
    with workspace.change("Forget the end"):
        workspace.sql("UPDATE event SET ends_at = NULL WHERE id = ?", (event,))
    assert read(workspace, event, NOW).over is False
    assert read(workspace, event, NOW + timedelta(hours=1)).over is True


def test_an_event_that_is_gone_is_said_to_be_gone(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        debrief.debrief(workspace, 99, NOW)
    for operation in (debrief.finish_debrief, debrief.reopen_debrief, debrief.still_open):
        with pytest.raises(NotFound):
            operation(workspace, 99)

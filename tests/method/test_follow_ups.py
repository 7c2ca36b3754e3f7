"""Follow-ups and cards."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.follow_ups import (
    ACTION_CHOICES,
    CardState,
    FollowUp,
    FollowUpState,
    card_state,
    default_action,
    drop,
    finish,
    is_prompt,
    move,
    often_moved_sentence,
    problems,
    reopen,
)
from netdesk.method.rhythm import InteractionKind

TODAY = date(2026, 11, 22)
OPEN = FollowUp("Call Aoife", date(2026, 11, 16))


def test_the_action_offered_follows_what_happened_last() -> None:
    assert default_action("Aoife") == "Call Aoife"
    assert default_action(" ", InteractionKind.EVENT) == "Write to them: good to meet you"
    assert default_action("Ellen", InteractionKind.ONE_TO_ONE) == "Send Ellen what I promised"
    assert "Call" in ACTION_CHOICES


def test_a_follow_up_needs_an_action_and_a_day() -> None:
    assert problems("Call", TODAY) == ()
    assert problems(" ", None) == ("Say what you will do.", "Choose a day; tomorrow is a good one.")


def test_moving_counts_and_only_goes_to_days_ahead() -> None:
    moved = move(OPEN, TODAY, TODAY)
    assert (moved.due, moved.moved, moved.state) == (TODAY, 1, FollowUpState.OPEN)
    assert move(moved, TODAY, TODAY) is moved
    with pytest.raises(ValueError, match="later day"):
        move(OPEN, TODAY - timedelta(days=1), TODAY)


def test_a_closed_follow_up_must_be_opened_before_it_changes() -> None:
    for closed in (finish(OPEN), drop(OPEN, " moved away ")):
        for change in (finish, drop, lambda one: move(one, TODAY, TODAY)):
            with pytest.raises(ValueError, match="closed already"):
                change(closed)
        assert reopen(closed) == OPEN
    assert drop(OPEN, " moved away ").reason == "moved away"


def test_one_moved_often_is_asked_about() -> None:
    often = FollowUp("Call", TODAY, moved=3)
    assert often_moved_sentence(often) == "Moved 3 times. Make it smaller, or let it go."
    assert often_moved_sentence(OPEN) == ""
    assert often_moved_sentence(finish(often)) == ""


@pytest.mark.parametrize(
    ("follow_ups", "let_go", "state"),
    [
        ((), False, CardState.NO_PLAN),
        ((), True, CardState.LET_GO),
        ((OPEN,), True, CardState.PLANNED),
        ((finish(OPEN), OPEN), False, CardState.PLANNED),
        ((finish(OPEN),), False, CardState.DONE),
        ((drop(OPEN),), False, CardState.NO_PLAN),
    ],
)
def test_the_state_of_a_card(follow_ups: tuple[FollowUp, ...], let_go: bool, state: CardState) -> None:
    assert card_state(follow_ups, let_go) is state
    assert CardState.NO_PLAN.label == "no plan"


@given(hours=st.integers(0, 200))
def test_prompt_means_within_forty_eight_hours(hours: int) -> None:
    met = datetime(2026, 11, 18, 19, 0, tzinfo=UTC)
    assert is_prompt(met, met + timedelta(hours=hours)) == (hours <= 48)

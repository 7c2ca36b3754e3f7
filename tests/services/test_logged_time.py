"""Time written down beside events and one-to-ones: checked in words, corrected, listed, undone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.periods import month_of
from netdesk.method.strategy import DEFAULT_PLAN, Activity
from netdesk.services.logged_time import (
    TimeDraft,
    delete_times,
    edit_time,
    log_time,
    logged_time,
    logged_times,
)
from netdesk.services.strategy_plan import reset_strategy_plan, save_strategy_plan, strategy_plan
from netdesk.store.workspace import Workspace
from tests.support.today import TODAY
from tests.support.undo_machines import StepsUndone

NOTES = TimeDraft(Activity.FOLLOW_UP, TODAY, 90, "Notes  from\nthe mixer")


def test_time_is_written_down_corrected_and_taken_out(workspace: Workspace) -> None:
    number = log_time(workspace, NOTES, TODAY)
    line = logged_time(workspace, number)
    assert (line.activity, line.on, line.minutes, line.words) == (
        Activity.FOLLOW_UP,
        TODAY,
        90,
        "Notes from the mixer",
    )
    assert workspace.history()[0].title == "Log 1 h 30 of “Notes from the mixer”"
    yesterday = TODAY - timedelta(days=1)
    edit_time(workspace, number, TimeDraft(Activity.COMMUNITY, yesterday, 1440), TODAY)
    line = logged_time(workspace, number)
    assert (line.activity, line.on, line.minutes, line.words) == (Activity.COMMUNITY, yesterday, 1440, "")
    assert delete_times(workspace, [number]).title == "Delete 24 h of community"
    with pytest.raises(NotFound):
        logged_time(workspace, number)
    workspace.undo()
    assert logged_time(workspace, number).minutes == 1440


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(NOTES, on=TODAY + timedelta(days=1)), "on"),
        (replace(NOTES, minutes=0), "minutes"),
        (replace(NOTES, minutes=-30), "minutes"),
        (replace(NOTES, minutes=1441), "minutes"),
        (replace(NOTES, words="x" * 501), "words"),
    ],
)
def test_what_cannot_be_is_said_in_words(workspace: Workspace, draft: TimeDraft, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        log_time(workspace, draft, TODAY)
    assert caught.value.field == field
    number = log_time(workspace, NOTES, TODAY)
    with pytest.raises(InvalidInput):
        edit_time(workspace, number, draft, TODAY)
    assert logged_times(workspace).minutes == 90


def test_what_is_gone_is_said_to_be_gone(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        edit_time(workspace, 7, NOTES, TODAY)
    with pytest.raises(NotFound):
        delete_times(workspace, [7])
    kept = log_time(workspace, NOTES, TODAY)
    assert delete_times(workspace, [7, kept]).title == "Delete 1 h 30 of “Notes from the mixer”"


def test_the_list_holds_the_latest_first_of_a_period_or_an_activity(workspace: Workspace) -> None:
    for ago, activity in ((40, Activity.FOLLOW_UP), (3, Activity.COMMUNITY), (9, Activity.FOLLOW_UP)):
        log_time(workspace, TimeDraft(activity, TODAY - timedelta(days=ago), 30 + ago), TODAY)
    every = logged_times(workspace)
    assert [line.minutes for line in every.rows] == [33, 39, 70]
    assert (every.count, every.minutes) == (3, 142)
    assert [line.minutes for line in logged_times(workspace, month_of(TODAY)).rows] == [33, 39]
    assert [line.minutes for line in logged_times(workspace, None, Activity.FOLLOW_UP).rows] == [39, 70]
    assert logged_times(workspace, month_of(TODAY), Activity.FOLLOW_UP).minutes == 39
    assert delete_times(workspace, [1, 2]).title == "Delete 2 entries of logged time"


class LoggedInAnyOrder(StepsUndone):
    """Time is logged, corrected, deleted and planned in any order; undo and redo find what was."""

    TABLES = ("logged_time", "preference")

    @rule(shares=st.permutations([40, 30, 15, 10, 5]))
    def plan(self, shares: list[int]) -> None:
        save_strategy_plan(self.ws, dict(zip(Activity, shares, strict=True)))
        assert list(strategy_plan(self.ws).values()) == shares
        self.step()

    @rule()
    def plan_as_proposed(self) -> None:
        reset_strategy_plan(self.ws)
        assert strategy_plan(self.ws) == DEFAULT_PLAN
        self.step()

    @rule(
        activity=st.sampled_from(list(Activity)), ago=st.integers(0, 900), minutes=st.integers(1, 1440),
        words=st.text(max_size=20),
    )  # fmt: skip
    def log(self, activity: Activity, ago: int, minutes: int, words: str) -> None:
        log_time(self.ws, TimeDraft(activity, TODAY - timedelta(days=ago), minutes, words), TODAY)
        self.step()

    @precondition(lambda self: self.ids("logged_time"))
    @rule(pick=st.integers(0, 20), minutes=st.integers(1, 1440))
    def edit(self, pick: int, minutes: int) -> None:
        before = logged_time(self.ws, self.one_of("logged_time", pick))
        edit_time(self.ws, before.id, TimeDraft(before.activity, before.on, minutes, before.words), TODAY)
        self.step()

    @precondition(lambda self: self.ids("logged_time"))
    @rule(pick=st.integers(0, 20))
    def delete(self, pick: int) -> None:
        delete_times(self.ws, [self.one_of("logged_time", pick)])
        self.step()


TestLoggedInAnyOrder = LoggedInAnyOrder.TestCase
TestLoggedInAnyOrder.settings = settings(max_examples=8, stateful_step_count=15, deadline=None)

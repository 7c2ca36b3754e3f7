"""The strategy mix in figures, words and bars; plans that sum to 100."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights.comparing import compared
from netdesk.method.insights.mix import Mix, advice, chart, missing_minutes, reading, time_words
from netdesk.method.periods import last_12_months, month_of
from netdesk.method.strategy import (
    DEFAULT_PLAN,
    Activity,
    Plan,
    evened,
    plan_problem,
    shared_out,
    whole_shares,
)

TODAY = date(2026, 11, 22)
NOTHING = dict.fromkeys(Activity, 0)
minutes_of_all = st.lists(st.integers(0, 60_000), min_size=5, max_size=5)


def plan_of(*shares: int) -> dict[Activity, int]:
    return dict(zip(Activity, shares, strict=True))


@st.composite
def plans(draw: st.DrawFn) -> dict[Activity, int]:
    cuts = sorted(draw(st.lists(st.integers(0, 100), min_size=4, max_size=4)))
    edges = [0, *cuts, 100]
    return plan_of(*(later - before for before, later in pairwise(edges)))


def mix_of(minutes: list[int], plan: Plan = DEFAULT_PLAN, before: list[int] | None = None) -> Mix:
    period = last_12_months(TODAY)
    then = plan_of(*before) if before else NOTHING
    return Mix(period, compared(period, TODAY), plan_of(*minutes), then, plan, 150)


def test_the_reading_of_the_picture() -> None:
    hours = (220.8, 57.6, 67.2, 96.0, 38.4)
    mix = mix_of([round(each * 60) for each in hours], before=[3000, 0, 0, 0, 0])
    drawn = chart(mix)
    assert drawn.reading == "One-to-ones are 13 points under plan: book two a week."
    assert drawn.compared == "480 h; 50 h in the 12 months before"
    (series,) = drawn.series
    assert [(point.words, point.more) for point in series.points] == [
        ("46%", "30%"),
        ("12%", "25%"),
        ("14%", "20%"),
        ("20%", "10%"),
        ("8%", "15%"),
    ]
    assert [point.role for point in series.points] == ["warn", "warn", "accent", "warn", "accent"]
    assert series.points[0].tip == ("Meet-and-greet events: 221 h, 46% of your networking time; planned 30%")
    behind = series.points[1].behind
    assert behind is not None
    assert (behind.key, behind.title) == ("one_to_ones", "58 h in one-to-ones")
    assert drawn.table.rows[1] == ("One-to-ones", "12%", "25%", "58 h", "0 h")
    assert drawn.table.exact[0] == ("Meet-and-greet events", 46, 30, 220.8, 50.0)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ([200, 0, 0, 0, 90], "4 h 50 in this time: too few to say."),
        ([3000, 2500, 2000, 1000, 1500], "Your hours go as you planned."),
        ([3400, 2200, 1700, 1300, 1400], "Your hours go as you planned."),
        ([2400, 2500, 2000, 1600, 1500], "Meet-and-greet events are 6 points under plan: go to one a quarter."),
        ([3300, 2500, 2400, 1000, 800], "Community is 7 points under plan: give it an hour a month."),
        ([4600, 2100, 1600, 600, 1100], "Meet-and-greet events are 16 points over plan; the rest is close to it."),
        ([60_000, 0, 10_000, 0, 0], "One-to-ones are 25 points under plan: book seven a week."),
        ([20_000, 16_000, 4_000, 6_000, 9_000], "Follow-up is 13 points under plan: give it three hours a week."),
        ([9_000, 7_000, 3_000, 3_000, 4_500], "Follow-up is 9 points under plan: give it an hour a week."),
    ],
)  # fmt: skip
def test_a_reading_says_what_is_furthest_from_the_plan(minutes: list[int], words: str) -> None:
    assert reading(mix_of(minutes)) == words


def test_without_any_time_the_card_says_how_hours_come_in() -> None:
    drawn = chart(mix_of([0, 0, 0, 0, 0]))
    assert drawn.series == ()
    assert "Log the rest" in drawn.empty
    assert (drawn.reading, drawn.compared, drawn.note) == ("", "", "")
    assert [row[1] for row in drawn.table.rows] == ["0%"] * 5


def test_a_plan_of_one_activity_only_moves_the_hours_there() -> None:
    mix = mix_of([600, 1200, 0, 0, 0], plan_of(0, 100, 0, 0, 0))
    assert missing_minutes(mix, Activity.ONE_TO_ONES) == 600
    assert advice(mix, Activity.ONE_TO_ONES) == "book one a month"


def test_the_advice_is_for_the_days_that_have_been() -> None:
    period = month_of(TODAY)
    mix = Mix(period, compared(period, TODAY), plan_of(600, 60, 0, 0, 0), NOTHING, DEFAULT_PLAN)
    assert mix.compared.now.days == 22
    assert advice(mix, Activity.EVENTS) == "go to one a quarter"
    assert advice(mix, Activity.FOLLOW_UP) == "give it an hour a week"


@given(minutes_of_all, plans())
def test_what_is_missing_brings_an_activity_exactly_up_to_its_plan(minutes: list[int], plan: Plan) -> None:
    mix = mix_of(minutes, plan)
    for activity in Activity:
        missing = missing_minutes(mix, activity)
        assert missing >= 0
        if mix.total and missing and plan[activity] < 100:
            assert (minutes[list(Activity).index(activity)] + missing) / (mix.total + missing) == Fraction(
                plan[activity], 100
            )


@given(minutes_of_all, plans())
def test_the_figures_of_the_mix_hold_together(minutes: list[int], plan: Plan) -> None:
    mix = mix_of(minutes, plan)
    drawn = chart(mix)
    assert sum(mix.percents.values()) == (100 if mix.total else 0)
    assert reading(mix).endswith(".")
    for series in drawn.series:
        assert [point.words for point in series.points] == [row[1] for row in drawn.table.rows]
        for point, spent in zip(series.points, minutes, strict=True):
            assert point.value is not None
            assert abs(point.value - int(point.words[:-1])) < 1
            assert (point.behind is None) == (spent == 0)
    if mix.total >= 300 and "under plan" in reading(mix):
        assert mix.gap(mix.furthest_under) == min(mix.percents[one] - plan[one] for one in Activity)


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 h"), (45, "45 min"), (90, "1 h 30"), (629, "10 h"), (72_240, "1,204 h")]
)
def test_a_time_is_written_shortly(minutes: int, words: str) -> None:
    assert time_words(minutes) == words


def test_a_plan_that_does_not_sum_to_100_is_told_in_words() -> None:
    assert plan_problem(DEFAULT_PLAN) == ""
    assert plan_problem(plan_of(30, 20, 20, 10, 15)) == "The shares make 95; 5 are still to be given."
    assert plan_problem(plan_of(30, 25, 20, 10, 14)) == "The shares make 99; 1 is still to be given."
    assert plan_problem(plan_of(40, 25, 20, 10, 15)) == "The shares make 110: 10 too many."
    assert plan_problem(plan_of(-5, 25, 20, 10, 50)) == "A share is between 0 and 100, not -5."


def test_the_other_shares_keep_their_proportions() -> None:
    assert shared_out(DEFAULT_PLAN, Activity.EVENTS, 65) == plan_of(65, 13, 10, 5, 7)
    assert shared_out(DEFAULT_PLAN, Activity.EVENTS, 100) == plan_of(100, 0, 0, 0, 0)
    assert shared_out(plan_of(100, 0, 0, 0, 0), Activity.EVENTS, 60) == plan_of(60, 10, 10, 10, 10)


def test_a_plan_is_evened_out_in_its_proportions() -> None:
    assert evened(plan_of(30, 25, 20, 10, 115)) == plan_of(15, 13, 10, 5, 57)
    assert evened(plan_of(0, 0, 0, 0, 0)) == DEFAULT_PLAN


def test_a_share_that_is_kept_stays_and_what_is_left_is_said() -> None:
    kept = {Activity.ONE_TO_ONES, Activity.FOLLOW_UP}
    assert shared_out(DEFAULT_PLAN, Activity.EVENTS, 35, kept) == plan_of(35, 25, 20, 8, 12)
    assert shared_out(DEFAULT_PLAN, Activity.EVENTS, 90, kept) == plan_of(90, 25, 20, 0, 0)
    alone = set(Activity) - {Activity.EVENTS}
    left = shared_out(DEFAULT_PLAN, Activity.EVENTS, 20, alone)
    assert plan_problem(left) == "The shares make 90; 10 are still to be given."


@given(
    plans(), st.sampled_from(list(Activity)), st.integers(-20, 140), st.sets(st.sampled_from(list(Activity)))
)
def test_moving_a_share_never_touches_what_is_kept(
    plan: Plan, changed: Activity, share: int, kept: set[Activity]
) -> None:
    after = shared_out(plan, changed, share, kept)
    assert after[changed] == min(100, max(0, share))
    fixed = kept - {changed}
    assert all(after[one] == plan[one] for one in fixed)
    taken = after[changed] + sum(plan[one] for one in fixed)
    if len(fixed) < 4 and taken <= 100:
        assert plan_problem(after) == ""
    assert all(0 <= one <= 100 for one in after.values())
    if share == plan[changed]:
        assert after == plan


@given(st.lists(st.integers(0, 10**9), max_size=8))
def test_whole_shares_sum_to_the_whole(amounts: list[int]) -> None:
    shares = whole_shares(amounts)
    assert sum(shares) == (100 if any(amounts) else 0)
    for amount, share in zip(amounts, shares, strict=True):
        if any(amounts):
            assert abs(Fraction(amount * 100, sum(amounts)) - share) < 1

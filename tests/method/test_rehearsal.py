"""The rehearsal clock: fed with times, it counts, pauses, laps and says how it stands against the aim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.attention import Tone
from netdesk.method.rehearsal import (
    LONGEST,
    Rehearsed,
    Stopwatch,
    against_aim,
    figures,
    lap_sentence,
    rehearsal_tone,
    warns_at,
)


def test_it_counts_only_while_it_runs() -> None:
    watch = Stopwatch().started(100.0)
    assert watch.elapsed(112.5) == 12.5
    still = watch.paused(112.5)
    assert (still.is_running, still.elapsed(500.0)) == (False, 12.5)
    assert still.started(500.0).elapsed(501.0) == 13.5


def test_one_key_starts_and_stops() -> None:
    watch = Stopwatch().pressed(0.0)
    assert watch.is_running
    assert watch.pressed(5.0) == Stopwatch(5.0)
    assert watch.started(3.0) is watch


def test_a_lap_ends_one_time_through_and_begins_the_next() -> None:
    watch = Stopwatch().started(0.0).lapped(54.0)
    assert (watch.laps, watch.elapsed(54.0), watch.is_running) == ((54.0,), 0.0, True)
    watch = watch.lapped(54.5).paused(114.9)
    assert watch.laps == (54.0,)
    assert watch.times(200.0) == (54, 60)
    assert watch.lapped(200.0).times(200.0) == (54, 60)
    assert watch.reset() == Stopwatch()


def test_a_clock_that_goes_back_or_never_stops_stays_in_its_bounds() -> None:
    assert Stopwatch().started(100.0).elapsed(50.0) == 0.0
    assert Stopwatch().started(0.0).elapsed(10.0**9) == LONGEST


steps = st.lists(
    st.tuples(st.sampled_from(["press", "lap", "pause", "start"]), st.floats(0, 1_000)), max_size=30
)


@given(steps)
def test_nothing_that_was_counted_is_lost(taken: list[tuple[str, float]]) -> None:
    watch, now, ran = Stopwatch(), 0.0, 0.0
    for step, later in taken:
        ran += later if watch.is_running else 0.0
        now += later
        before = sum(watch.laps) + watch.elapsed(now)
        match step:
            case "press":
                watch = watch.pressed(now)
            case "lap":
                watch = watch.lapped(now)
            case "pause":
                watch = watch.paused(now)
            case _:
                watch = watch.started(now)
        assert sum(watch.laps) + watch.elapsed(now) == pytest.approx(before)
        assert before == pytest.approx(ran)
    assert all(length >= 1 for length in watch.times(now))


@pytest.mark.parametrize(
    ("seconds", "face"),
    [(0, "00:00"), (54.99, "00:54"), (60, "01:00"), (3_665, "61:05"), (LONGEST, "1440:00")],
)
def test_the_face_shows_minutes_and_seconds(seconds: float, face: str) -> None:
    assert figures(seconds) == face


@pytest.mark.parametrize(
    ("seconds", "limit", "tone"),
    [
        (44.9, 60, Tone.PLAIN),
        (45, 60, Tone.WARN),
        (59.9, 60, Tone.WARN),
        (60, 60, Tone.BAD),
        (11.2, 15, Tone.PLAIN),
        (11.25, 15, Tone.WARN),
        (450, 600, Tone.WARN),
    ],
)
def test_the_clock_warns_from_three_quarters_and_is_red_from_the_limit(
    seconds: float, limit: int, tone: Tone
) -> None:
    assert rehearsal_tone(seconds, limit) is tone
    assert warns_at(60) == 45


def test_a_lap_is_told_against_the_aim() -> None:
    assert [against_aim(each, 60) for each in (54.9, 60, 72, 200)] == [
        "−6 s",
        "on the second",
        "+12 s",
        "+2 min 20 s",
    ]
    assert lap_sentence(2, 54.9, 60) == "Lap 2: 54 s, 6 s under the aim"
    assert lap_sentence(1, 61, 60) == "Lap 1: 61 s, 1 s over the aim"
    assert lap_sentence(1, 60, 60) == "Lap 1: 60 s, exactly the aim"


@pytest.mark.parametrize(
    ("rehearsed", "said"),
    [
        (Rehearsed(), "not rehearsed yet"),
        (Rehearsed(1, 54, 54), "rehearsed once, 54 s"),
        (Rehearsed(2, 54, 52), "rehearsed twice, last 54 s, best 52 s"),
        (Rehearsed(3, 54, 52), "rehearsed 3 times, last 54 s, best 52 s"),
    ],
)
def test_rehearsals_are_summed_up(rehearsed: Rehearsed, said: str) -> None:
    assert rehearsed.sentence == said


def test_further_times_count_with_the_earlier_ones() -> None:
    assert Rehearsed().with_times(()) == Rehearsed()
    assert Rehearsed().with_times((58, 61)) == Rehearsed(2, 61, 58)
    assert Rehearsed(2, 54, 52).with_times((53,)) == Rehearsed(3, 53, 52)

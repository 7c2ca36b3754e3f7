"""Groups: marks from the record and by hand, shares, who is next, and why one goes."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.attention import Tone
from netdesk.method.groups import (
    Evidence,
    FeePer,
    Mark,
    answer,
    booked_words,
    next_sentence,
    rhythm_words,
    share,
    share_tone,
    since_words,
    why_hint,
)
from netdesk.method.recurrence import Every

TODAY = date(2026, 11, 22)


def test_nothing_is_answered_without_a_record() -> None:
    for mark in Mark:
        found = answer(mark, None, Evidence(), TODAY)
        assert (found.yes, found.by, found.booked, found.why) == (False, "", None, "")
        assert mark.label
        assert mark.share_words


@pytest.mark.parametrize(
    ("mark", "evidence", "why"),
    [
        (Mark.KNOW, Evidence(know="Plumbing"), "What they do stands on their page."),
        (Mark.ONE_TO_ONE, Evidence(held=date(2026, 11, 3)), "The last one-to-one was on 3 Nov."),
        (Mark.USED, Evidence(used=1), "I bought their service once."),
        (Mark.USED, Evidence(used=2), "I bought their service 2 times."),
        (Mark.I_REFERRED, Evidence(i_referred=3), "I gave 3 referrals."),
        (Mark.THEY_REFERRED, Evidence(they_referred=1), "They gave 1 referral."),
    ],
)
def test_the_record_answers(mark: Mark, evidence: Evidence, why: str) -> None:
    found = answer(mark, None, evidence, TODAY)
    assert (found.yes, found.by, found.why, found.recorded) == (True, "record", why, True)
    assert answer(mark, False, evidence, TODAY).recorded


def test_a_planned_one_to_one_is_booked_but_not_a_yes() -> None:
    found = answer(Mark.ONE_TO_ONE, None, Evidence(planned=date(2026, 11, 24)), TODAY)
    assert (found.yes, found.booked, found.why) == (False, date(2026, 11, 24), "Planned for 24 Nov.")
    past = answer(Mark.ONE_TO_ONE, None, Evidence(planned=date(2026, 11, 17)), TODAY)
    assert past.why == "It was planned for 17 Nov: how was it?"


def test_a_held_one_to_one_counts_even_when_another_is_planned() -> None:
    evidence = Evidence(held=date(2025, 11, 3), planned=date(2026, 11, 24))
    found = answer(Mark.ONE_TO_ONE, None, evidence, TODAY)
    assert found.yes
    assert found.booked is None
    assert found.why == "The last one-to-one was on 3 Nov 2025."


def test_a_mark_by_hand_beats_the_record() -> None:
    against = answer(Mark.KNOW, False, Evidence(know="Plumbing"), TODAY)
    assert (against.yes, against.by) == (False, "hand")
    assert against.why == "Unmarked by hand. What they do stands on their page."
    beside = answer(Mark.USED, True, Evidence(), TODAY)
    assert (beside.yes, beside.by, beside.why) == (True, "hand", "Marked by hand.")


@given(
    mark=st.sampled_from(Mark),
    hand=st.sampled_from([None, True, False]),
    counts=st.tuples(*[st.integers(0, 4)] * 3),
    know=st.sampled_from(["", "Plumbing"]),
    held=st.sampled_from([None, date(2026, 1, 1)]),
)
def test_hand_decides_where_it_speaks(
    mark: Mark, hand: bool | None, counts: tuple[int, int, int], know: str, held: date | None
) -> None:
    evidence = Evidence(know, held, None, *counts)
    found = answer(mark, hand, evidence, TODAY)
    assert found.yes == (answer(mark, None, evidence, TODAY).yes if hand is None else hand)
    assert found.by == ("hand" if hand is not None else "record" if found.yes else "")


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_is_all_or_nothing_only_when_it_is(count: int, more: int) -> None:
    total = count + more
    found = share(count, total)
    assert found.count == (count if total else 0)
    assert (found.percent == 100) == (total > 0 and more == 0)
    assert (found.percent == 0) == (count == 0)


def test_nearly_all_is_not_all_and_hardly_any_is_not_none() -> None:
    assert [share(199, 200).percent, share(1, 500).percent, share(0, 0).percent] == [99, 1, 0]


def test_the_shares_of_a_group_of_eighteen() -> None:
    assert [share(count, 18).percent for count in (14, 6, 4, 3)] == [78, 33, 22, 17]
    assert [share_tone(percent) for percent in (78, 33, 22, 17)] == [
        Tone.ACCENT,
        Tone.WARN,
        Tone.WARN,
        Tone.BAD,
    ]


def test_a_booked_day_is_short() -> None:
    assert booked_words(TODAY, TODAY) == "today"
    assert booked_words(date(2026, 11, 24), TODAY) == "Tue"
    assert booked_words(date(2026, 12, 14), TODAY) == "14 Dec"
    assert booked_words(date(2026, 11, 17), TODAY) == "17 Nov"
    assert booked_words(date(2027, 1, 5), TODAY) == "5 Jan 2027"


def test_the_next_ones_are_said_with_how_long_they_are_in_it() -> None:
    three = [date(2026, 3, 1), date(2025, 1, 1), date(2026, 4, 1)]
    assert (
        next_sentence(three, 5, 1, TODAY) == "members for over six months whom you have never sat down with."
    )
    assert next_sentence([date(2026, 11, 1)], 5, 1, TODAY) == "a member whom you have never sat down with."
    assert next_sentence([date(2026, 10, 1)], 0, 0, TODAY).startswith("a member for over a month whom")
    assert next_sentence([date(2025, 10, 1)], 0, 0, TODAY).startswith("a member for over a year whom")
    assert next_sentence([date(2023, 10, 1)], 0, 0, TODAY).startswith("a member for over 3 years whom")
    assert (
        next_sentence([None, date(2020, 1, 1)], 0, 0, TODAY) == "members whom you have never sat down with."
    )


def test_nobody_left_to_sit_down_with() -> None:
    assert next_sentence([], 0, 0, TODAY) == ""
    assert next_sentence([], 4, 0, TODAY) == "You have sat down with everybody here."
    assert next_sentence([], 4, 2, TODAY) == "Everybody you have not sat down with yet is booked."


@pytest.mark.parametrize("why", ["get more business", "New clients!", "SALES", "more referrals"])
def test_a_group_for_business_alone_gets_a_hint(why: str) -> None:
    assert "Learn and help first" in why_hint(why)


@pytest.mark.parametrize(
    "why", ["", "Learn how small business owners choose help", "Help other firms find clients"]
)
def test_a_group_to_learn_or_help_in_gets_none(why: str) -> None:
    assert why_hint(why) == ""


def test_when_a_group_meets_and_since_when() -> None:
    assert rhythm_words(Every.WEEK, 4, time(7)) == "weekly, Fridays 07:00"
    assert rhythm_words(Every.TWO_WEEKS, None, time(18, 30)) == "every two weeks, 18:30"
    assert rhythm_words(Every.MONTH, None, None) == "monthly"
    assert rhythm_words(Every.MONTH_WEEKDAY, 1, None) == "monthly, Tuesdays"
    assert rhythm_words(None, None, None) == ""
    assert since_words(date(2024, 2, 2)) == "member since Feb 2024"
    assert since_words(None) == ""
    assert FeePer.YEAR.words == "a year"

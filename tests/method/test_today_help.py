"""What Today says of help, in words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from netdesk.method.today_help import (
    giver_chip,
    giver_title,
    giver_words,
    match_words,
    one_to_one_when,
    promise_words,
)

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def test_whoever_gave_often_is_named_with_how_often() -> None:
    assert giver_title("Luis Ortega", 4) == "Luis Ortega gave four times"
    assert giver_title("Luis Ortega", 2) == "Luis Ortega gave twice"
    assert giver_title("Luis Ortega", 1_200) == "Luis Ortega gave 1,200 times"
    assert giver_chip(4, 0) == "gave 4 · got 0"


def test_the_question_is_how_to_help_and_never_what_is_owed() -> None:
    words = giver_words("Luis", "shop owners who outgrew a spreadsheet.", "accountants")
    assert words == "How could you help Luis? Ideal client: shop owners who outgrew a spreadsheet."
    assert (
        giver_words("Luis", "", "accountants") == "How could you help Luis? A good introduction: accountants."
    )
    assert (
        giver_words("Luis", "", "") == "You do not know yet whom Luis would like to meet. Asking is a start."
    )
    assert "owe" not in words


@pytest.mark.parametrize(
    ("count", "is_all", "words"),
    [
        (0, True, ""),
        (1, True, "One person you know matches."),
        (3, True, "Three people you know match."),
        (40, True, "40 people you know match."),
        (200, False, "More than 200 people you know match."),
    ],
)
def test_how_many_people_match_is_said_as_far_as_counted(count: int, is_all: bool, words: str) -> None:
    assert match_words(count, is_all=is_all) == words


def test_a_promise_says_when_and_to_whom_where_its_words_do_not() -> None:
    day, today = date(2026, 11, 12), NOW.date()
    assert (
        promise_words("Review for Grace's website", "Grace Adeyemi", "Grace", day, today) == "promised 12 Nov"
    )
    assert (
        promise_words("A review", "Grace Adeyemi", "Grace", day, today) == "Grace Adeyemi · promised 12 Nov"
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Today 10:00"), (1, "Tomorrow 10:00"), (2, "Tue 10:00"), (6, "Sat 10:00"), (7, "29 Nov 10:00")],
)
def test_a_one_to_one_is_named_by_its_day(days: int, words: str) -> None:
    starts = NOW.replace(hour=10, minute=0) + timedelta(days=days)
    assert one_to_one_when(starts, NOW, is_over=False) == words


def test_one_that_is_over_asks_how_it_was() -> None:
    assert one_to_one_when(NOW - timedelta(days=2), NOW, is_over=True) == "20 Nov · how was it?"

"""Help first: the balance between two people in words, headings of entries, and chips of what is promised."""

from __future__ import annotations

from datetime import date

import pytest

from netdesk.method.attention import Tone
from netdesk.method.ledger import (
    Balance,
    EntryState,
    HelpWay,
    LedgerKind,
    heading,
    promise_chip,
    promises_sentence,
    since_help_words,
    state_words,
    year_before,
)

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("balance", "words"),
    [
        (Balance(0, 0), "Nothing given or received between you and Grace yet."),
        (Balance(3, 2), "You helped Grace 3 times; Grace helped you twice."),
        (Balance(0, 1), "You have not helped Grace yet; Grace helped you once."),
        (Balance(1, 0), "You helped Grace once; Grace has not helped you yet."),
    ],
)
def test_a_balance_is_said_without_a_debt(balance: Balance, words: str) -> None:
    assert balance.sentence("Grace") == words
    assert "owe" not in balance.words + words
    assert balance.is_empty is (balance == Balance())


def test_the_line_between_us_says_first_what_was_given_to_me() -> None:
    assert Balance(gave=0, got=4).words == "gave me 4 · I gave 0"
    assert Balance(gave=3, got=2).short == "3 : 2"


@pytest.mark.parametrize(
    ("kind", "way", "words", "state", "said"),
    [
        ("give", "introduction", "Introduction to Rahman Consulting", "done",
         "Gave: introduction to Rahman Consulting"),
        ("receive", "testimonial", "Testimonial for my site", "done", "Got: testimonial for my site"),
        ("promise", "testimonial", "Review for Grace's website", "open", "Promised: Review for Grace's website"),
        ("promise", "advice", "Advice on fees", "done", "Gave: advice on fees"),
        ("ask", "referral", "A name at the council", "done", "Got: A name at the council"),
        ("receive", "bought", "", "done", "Got: bought my service"),
        ("give", "bought", "", "done", "Gave: bought their service"),
    ],
)  # fmt: skip
def test_a_heading_says_what_was_given_or_got(kind: str, way: str, words: str, state: str, said: str) -> None:
    assert heading(LedgerKind(kind), HelpWay(way), words, EntryState(state)) == said


def test_a_promise_is_late_soon_or_far_off() -> None:
    assert promise_chip(date(2026, 11, 18), TODAY) == ("4 d late", Tone.BAD)
    assert promise_chip(TODAY, TODAY) == ("today", Tone.WARN)
    assert promise_chip(date(2026, 11, 25), TODAY) == ("by Wed", Tone.WARN)
    assert promise_chip(date(2026, 12, 4), TODAY) == ("by 4 Dec", Tone.PLAIN)
    assert promise_chip(None, TODAY) == ("open", Tone.PLAIN)


@pytest.mark.parametrize(
    ("count", "late", "most", "words"),
    [
        (0, 0, 0, "promises open"),
        (1, 0, 0, "promise open"),
        (1, 1, 1, "promise open, 1 day late"),
        (2, 1, 4, "promises open, one 4 days late"),
        (5, 3, 1_200, "promises open, 3 late, up to 1,200 d"),
    ],
)
def test_open_promises_are_counted_in_words(count: int, late: int, most: int, words: str) -> None:
    assert promises_sentence(count, late, most) == words


def test_where_a_promise_or_an_ask_stands_is_said_with_its_day() -> None:
    on, closed = date(2026, 11, 12), date(2026, 11, 20)
    assert state_words(LedgerKind.PROMISE, EntryState.OPEN, on, None, None, TODAY) == "promised 12 Nov"
    assert state_words(LedgerKind.PROMISE, EntryState.DONE, on, None, closed, TODAY) == "kept 20 Nov"
    assert state_words(LedgerKind.ASK, EntryState.DONE, on, None, closed, TODAY) == "answered 20 Nov"
    assert state_words(LedgerKind.ASK, EntryState.DROPPED, on, None, None, TODAY) == "let go"
    assert state_words(LedgerKind.GIVE, EntryState.DONE, on, None, None, TODAY) == ""


def test_twelve_months_end_today_also_on_a_leap_day() -> None:
    assert year_before(TODAY) == date(2025, 11, 23)
    assert year_before(date(2028, 2, 29)) == date(2027, 3, 1)


def test_it_is_said_how_long_ago_somebody_was_helped() -> None:
    assert since_help_words(None, TODAY) == "not helped yet"
    assert since_help_words(TODAY, TODAY) == "helped today"
    assert since_help_words(date(2025, 9, 22), TODAY) == "helped 14 months ago"

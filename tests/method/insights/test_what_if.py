"""The arithmetic "if", in exact fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.errors import InvalidInput
from netdesk.method.insights.what_if import (
    THE_METHODS,
    WhatIf,
    amount_text,
    clients_words,
    exactly,
    if_sentence,
    parse_amount,
    parse_share,
    share_text,
    stepped_amount,
    stepped_share,
)


def as_typed(events: str, solid: str, closed: str) -> WhatIf:
    """The three figures as the card reads them."""
    return WhatIf(
        parse_amount(events, "events", "How many?"),
        parse_amount(solid, "solid", "How many?"),
        parse_share(closed),
    )


def test_two_events_with_four_contacts_and_half_of_them_closed_make_forty_eight() -> None:
    assert THE_METHODS.clients_a_year == 48
    assert as_typed("2", "4", "½").clients_a_year == 48
    assert if_sentence(THE_METHODS) == (
        "At half, two events a month with four solid contacts each would bring 48 a year."
    )


def test_far_too_much_is_answered_with_how_much_can_be() -> None:
    with pytest.raises(InvalidInput, match="Choose up to 100 solid contacts"):
        as_typed("2", "1000000", "1/2")
    with pytest.raises(InvalidInput, match="Choose up to 100 events"):
        as_typed("99999999999", "4", "1/2")


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("1/2", Fraction(1, 2)),
        (" ½ ", Fraction(1, 2)),
        ("half", Fraction(1, 2)),
        ("1/3", Fraction(1, 3)),
        ("⅓", Fraction(1, 3)),
        ("50%", Fraction(1, 2)),
        ("50", Fraction(1, 2)),
        ("0.5", Fraction(1, 2)),
        ("0,5", Fraction(1, 2)),
        (".5", Fraction(1, 2)),
        ("33.5 %", Fraction(67, 200)),
        ("1", Fraction(1)),
        ("1%", Fraction(1, 100)),
        ("0", Fraction(0)),
    ],
)
def test_a_share_is_read_as_people_write_it(typed: str, share: Fraction) -> None:
    assert parse_share(typed) == share


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("2", Fraction(2)), ("2.5", Fraction(5, 2)), ("2,5", Fraction(5, 2)), ("2½", Fraction(5, 2)),
     ("2 ½", Fraction(5, 2)), ("5/2", Fraction(5, 2)), ("½", Fraction(1, 2)), ("3.", Fraction(3))],
)  # fmt: skip
def test_an_amount_is_read_as_people_write_it(typed: str, amount: Fraction) -> None:
    assert parse_amount(typed, "events", "?") == amount


@pytest.mark.parametrize(
    ("events", "solid", "closed", "field"),
    [
        ("", "4", "1/2", "events"),
        ("two", "4", "1/2", "events"),
        ("-2", "4", "1/2", "events"),
        ("101", "4", "1/2", "events"),
        ("1/0", "4", "1/2", "events"),
        ("2", "٤", "1/2", "solid"),
        ("2", "1e9", "1/2", "solid"),
        ("2", "4", "101%", "closed"),
        ("2", "4", "3/2 %%", "closed"),
        ("2", "4", ".", "closed"),
        ("2", "4" * 500, "1/2", "solid"),
    ],
)
def test_what_is_no_figure_is_said_with_its_field(events: str, solid: str, closed: str, field: str) -> None:
    with pytest.raises(InvalidInput) as told:
        as_typed(events, solid, closed)
    assert told.value.field == field


@given(st.fractions(0, 100, max_denominator=50))
def test_an_exact_fraction_comes_back_as_it_was(value: Fraction) -> None:
    assert parse_amount(exactly(value), "events", "?") == value


@given(st.fractions(0, 1, max_denominator=1000))
def test_a_share_in_a_field_comes_back_within_a_twentieth_of_a_point(value: Fraction) -> None:
    assert abs(parse_share(share_text(value)) - value) <= Fraction(1, 2000)


@given(st.fractions(0, 100, max_denominator=500))
def test_an_amount_in_a_field_comes_back_within_a_twentieth(value: Fraction) -> None:
    assert abs(parse_amount(amount_text(value), "events", "?") - value) <= Fraction(1, 20)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (WhatIf(Fraction(2), Fraction(3), Fraction(1, 2)), "36 a year"),
        (WhatIf(Fraction(2), Fraction(71, 24), Fraction(1, 2)), "about 36 a year"),
        (WhatIf(Fraction(2), Fraction(71, 24), Fraction(24, 71)), "24 a year"),
        (WhatIf(Fraction(0), Fraction(4), Fraction(1, 2)), "none"),
        (WhatIf(Fraction(1, 100), Fraction(1), Fraction(1)), "less than one a year"),
    ],
)
def test_the_result_in_words(what: WhatIf, words: str) -> None:
    assert clients_words(what) == words


@pytest.mark.parametrize(
    ("closed", "words"),
    [
        ("1/3", "At a third, "),
        ("34%", "At 34%, "),
        ("1", "If all are closed, "),
        ("0", "If none is closed, "),
    ],
)
def test_the_share_in_a_sentence(closed: str, words: str) -> None:
    assert if_sentence(as_typed("1", "1", closed)).startswith(
        f"{words}one event a month with one solid contact each"
    )


def test_keys_step_to_the_next_whole_number_and_the_next_simple_share() -> None:
    assert [stepped_amount(text, 1) for text in ("2", "2.5", "2.4", "100", "x")] == [
        "3",
        "3",
        "3",
        "100",
        None,
    ]
    assert [stepped_amount(text, -1) for text in ("2", "2.5", "2.6", "0")] == ["1", "2", "2", "0"]
    assert [stepped_share(text, 1) for text in ("1/3", "34%", "0.9", "1", "x")] == [
        "1/2",
        "1/2",
        "1",
        None,
        None,
    ]
    assert [stepped_share(text, -1) for text in ("1/2", "34%", "0")] == ["1/3", "1/3", None]

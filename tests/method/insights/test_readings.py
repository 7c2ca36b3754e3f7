"""The words that readings are made of."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.insights import readings


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (0, 24, "none"),
        (1, 100, "hardly any"),
        (1, 10, "one in ten"),
        (6, 24, "a quarter"),
        (8, 24, "a third"),
        (46, 100, "half"),
        (15, 24, "six in ten"),
        (16, 24, "two thirds"),
        (7, 10, "seven in ten"),
        (3, 4, "three quarters"),
        (96, 100, "nearly all"),
        (24, 24, "all"),
    ],
)
def test_a_share_is_said_as_people_say_it(part: int, whole: int, words: str) -> None:
    part_of_it = readings.share(part, whole)
    assert part_of_it is not None
    assert readings.share_words(part_of_it) == words


def test_a_share_of_something_is_a_phrase() -> None:
    assert readings.share_of(0.46, "your time") == "half of your time"
    assert readings.share_of(0.6, "your time") == "six tenths of your time"
    assert readings.share_of(0.1, "your time") == "a tenth of your time"
    assert readings.share_of(0, "your time") == "none of your time"


@given(part=st.integers(0, 5000), more=st.integers(0, 5000))
def test_words_for_shares_never_stray_far_from_them(part: int, more: int) -> None:
    whole = part + more
    found = readings.share(part, whole)
    if found is None:
        assert whole == 0
        return
    words = readings.share_words(found)
    said = {"none": Fraction(0), "hardly any": Fraction(0), "nearly all": Fraction(1), "all": Fraction(1)}
    said |= {"half": Fraction(1, 2), "a quarter": Fraction(1, 4), "three quarters": Fraction(3, 4)}
    said |= {"a third": Fraction(1, 3), "two thirds": Fraction(2, 3)}
    said |= {f"{readings.number(count)} in ten": Fraction(count, 10) for count in range(1, 10)}
    assert abs(said[words] - found) <= Fraction(1, 20)
    assert (words == "none") == (part == 0)
    assert (words == "all") == (more == 0)


@given(part=st.integers(0, 300), more=st.integers(0, 300))
def test_percent_is_exact_rounding_and_never_hides_what_is_there(part: int, more: int) -> None:
    found = readings.share(part, part + more)
    words = readings.percent_words(found)
    if found is None:
        assert words == "–"
    else:
        assert (words == "0%") == (part == 0)
        assert (words == "100%") == (more == 0)
        if "er" not in words:
            assert abs(int(words[:-1]) * (part + more) - 100 * part) * 2 <= part + more


def test_a_half_is_rounded_away_from_nought() -> None:
    assert readings.percent(Fraction(1, 8)) == 13
    assert readings.rounded(2.5) == 3
    assert readings.rounded(-2.5) == -3
    assert readings.percent(Fraction(24, 71)) == 34


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "No wins in this time yet."),
        (1, "1 win in this time: too few to say."),
        (4, "4 wins in this time: too few to say."),
    ],
)
def test_where_there_is_too_little_it_is_said_so(count: int, words: str) -> None:
    assert readings.is_too_few(count)
    assert readings.too_few(count, "win") == words


def test_five_are_enough_to_say_something() -> None:
    assert not readings.is_too_few(5)


def test_counts_are_written_with_their_noun() -> None:
    assert readings.counted(1, "win") == "1 win"
    assert readings.counted(1250, "win") == "1,250 wins"
    assert readings.counted(2, "person", "people") == "2 people"
    assert [readings.number(count) for count in (2, 12, 13, 1250)] == ["two", "twelve", "13", "1,250"]


def test_lists_and_sentences_read_as_english() -> None:
    assert readings.joined(["Ada"]) == "Ada"
    assert readings.joined(["Ada", "", "Ben"]) == "Ada and Ben"
    assert readings.joined(["Ada", "Ben", "Cy"], "or") == "Ada, Ben or Cy"
    assert readings.sentences("six in ten", "", "Is it so?") == "Six in ten. Is it so?"
    assert readings.sentence("  ") == ""

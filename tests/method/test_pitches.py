"""Pitches: length, versions, reactions, competitors."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.attention import Tone
from netdesk.method.pitches import (
    EditOutcome,
    PitchKind,
    Reactions,
    competitor_notice,
    count_words,
    frozen_sentence,
    is_frozen,
    landed_line,
    landing_sentence,
    outcome_of_edit,
    pitch_line,
    preparation_questions,
    reaction_problem,
    reaction_sentence,
    seconds_text,
    spoken_seconds,
    verdict,
)
from netdesk.method.settings import DEFAULT_SETTINGS


def test_a_presentation_has_a_fifth_question() -> None:
    four = preparation_questions(PitchKind.ONE_MINUTE)
    assert [question.words for question in four] == [
        "How I help",
        "What I'm really good at",
        "How I'm different",
        "What I ask for",
    ]
    five = preparation_questions(PitchKind.PRESENTATION)
    assert five[:4] == four
    assert five[4].words == "How it helps the people in the room"
    assert PitchKind.ONE_MINUTE.mine == "My one minute"


def test_words_that_are_spoken_are_counted() -> None:
    assert count_words("a week – and took “Sundays” off, 9 to 5") == 9
    assert count_words(" – … ") == 0


def test_a_hundred_and_thirty_one_words_take_fifty_four_seconds() -> None:
    found = verdict("word " * 131, PitchKind.ONE_MINUTE)
    assert found.long_text == "131 words · 54 s"
    assert (found.text, found.tone, found.advice) == ("54 s", Tone.GOOD, "")


@pytest.mark.parametrize(
    ("words", "kind", "tone"),
    [
        (0, PitchKind.ONE_MINUTE, Tone.PLAIN),
        (145, PitchKind.ONE_MINUTE, Tone.GOOD),
        (150, PitchKind.ONE_MINUTE, Tone.WARN),
        (181, PitchKind.ONE_MINUTE, Tone.WARN),
        (190, PitchKind.ONE_MINUTE, Tone.BAD),
        (36, PitchKind.SENTENCE, Tone.GOOD),
        (60, PitchKind.SENTENCE, Tone.BAD),
        (1450, PitchKind.PRESENTATION, Tone.GOOD),
        (1500, PitchKind.PRESENTATION, Tone.WARN),
    ],
)
def test_the_verdict_on_a_length(words: int, kind: PitchKind, tone: Tone) -> None:
    found = verdict("word " * words, kind)
    assert found.tone is tone
    assert (found.advice == "") == (tone is Tone.GOOD)


def test_one_word_is_said_as_one() -> None:
    assert verdict("Hello", PitchKind.SENTENCE).long_text == "1 word · 0 s"


@given(text=st.text(), more=st.text(), speed=st.integers(1, 400))
def test_more_text_never_takes_less_time(text: str, more: str, speed: int) -> None:
    settings = replace(DEFAULT_SETTINGS, words_per_minute=speed)
    assert spoken_seconds(f"{text} {more}", settings) >= spoken_seconds(text, settings) >= 0


def test_lengths_are_written_short() -> None:
    assert [seconds_text(seconds) for seconds in (54, 89, 120, 130)] == [
        "54 s",
        "89 s",
        "2 min",
        "2 min 10 s",
    ]


def test_a_version_used_at_an_event_is_frozen() -> None:
    assert is_frozen(1)
    assert not is_frozen(0)
    assert outcome_of_edit("a", "a", 3) is EditOutcome.UNCHANGED
    assert outcome_of_edit("a", "b", 0) is EditOutcome.IN_PLACE
    assert outcome_of_edit("a", "b", 1) is EditOutcome.NEW_VERSION


def test_reactions_are_compared_from_five_on() -> None:
    assert reaction_sentence(Reactions()) == "not tried yet"
    assert Reactions().asked_more_percent is None
    assert reaction_sentence(Reactions(2, 1, 1)) == "too few to say"
    assert reaction_sentence(Reactions(4, 3, 1)) == "50% asked more"


@pytest.mark.parametrize(
    ("names", "different", "notice"),
    [
        ((), "", ""),
        (
            ("Sam Carter",),
            "",
            "Competitor in the room: Sam Carter. Keep your line; say what you do differently.",
        ),
        (
            ("Sam Carter",),
            " I work in the shop for a day first. ",
            "Competitor in the room: Sam Carter. Keep your line. "
            "Different because: I work in the shop for a day first.",
        ),
        (
            ("Sam Carter", "Ann Lee"),
            "",
            "Competitors in the room: Sam Carter and Ann Lee. Keep your line; say what you do differently.",
        ),
        (
            ("A", "B", "C"),
            "",
            "Competitors in the room: A, B and 1 other. Keep your line; say what you do differently.",
        ),
        (
            ("A", "B", "C", "D"),
            "",
            "Competitors in the room: A, B and 2 others. Keep your line; say what you do differently.",
        ),
    ],
)
def test_the_competitor_notice(names: tuple[str, ...], different: str, notice: str) -> None:
    assert competitor_notice(names, different) == notice


@pytest.mark.parametrize(
    ("reactions", "number", "line"),
    [
        (Reactions(17, 13, 4), 3, "one minute · retail · v3 · 50%"),
        (Reactions(), 1, "one minute · retail · v1 · new"),
        (Reactions(), 2, "one minute · retail · v2 · not tried yet"),
        (Reactions(1, 1, 1), 2, "one minute · retail · v2 · too few to say"),
    ],
)
def test_a_pitch_is_one_line_in_the_list(reactions: Reactions, number: int, line: str) -> None:
    assert pitch_line(PitchKind.ONE_MINUTE, "retail", landed_line(number, reactions)) == line


def test_a_pitch_for_nobody_in_particular_names_no_audience() -> None:
    assert pitch_line(PitchKind.SENTENCE, "", landed_line(1, Reactions())) == "sentence · v1 · new"


def test_how_a_version_landed_is_said_in_whole_words() -> None:
    said = [landing_sentence(2, one) for one in (Reactions(17, 13, 4), Reactions(0, 1, 0), Reactions())]
    assert said == [
        "v2: 34 people, 17 asked more (50%), 13 polite, 4 blank",
        "v2: 1 person, too few to say: 0 asked more, 1 polite, 0 blank",
        "v2: not tried yet",
    ]


def test_a_version_says_why_it_cannot_be_edited() -> None:
    where = ("Breakfast Club", "6 Nov")
    assert [frozen_sentence(times, 0, *where) for times in (0, 1, 2, 4)] == [
        "",
        "Said at Breakfast Club on 6 Nov",
        "Said at Breakfast Club on 6 Nov, and once more",
        "Said at Breakfast Club on 6 Nov, and 3 more times",
    ]
    assert [frozen_sentence(0, count) for count in (1, 3)] == [
        "Said to 1 person already",
        "Said to 3 people already",
    ]


def test_words_people_reacted_to_are_frozen_too() -> None:
    assert is_frozen(0, 3)
    assert outcome_of_edit("a", "b", 0, 3) is EditOutcome.NEW_VERSION
    assert outcome_of_edit("a", "b", 0) is EditOutcome.IN_PLACE


def test_counts_outside_nought_to_a_thousand_are_named() -> None:
    assert reaction_problem(Reactions(0, 1_000, 3)) is None
    problems = [reaction_problem(one) for one in (Reactions(-1), Reactions(0, 1_001), Reactions(0, 0, 5_000))]
    assert [one.field for one in problems if one is not None] == ["asked_more", "polite", "blank"]

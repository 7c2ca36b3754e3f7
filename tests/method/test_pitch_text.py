"""Which sentence of a pitch asks, and what changed between two versions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.pitch_text import Piece, ask_span, changes_sentence, sentences, word_changes

INBOX = (
    "You know how shop owners answer email at midnight? I give them their evenings back. Last month a gift shop"
    " in Mill Street got nine hours a week – and took Sundays off for the first time in four years. A good"
    " introduction for me is anyone who says “I never get to the bottom of my inbox”."
)
words = st.text("ab .!?\n“”,é", max_size=80)


def asks(text: str, ask: str) -> str | None:
    span = ask_span(text, ask)
    return None if span is None else text[slice(*span)]


def test_the_sentence_with_the_answers_words_asks() -> None:
    assert asks(INBOX, "“never get to the bottom of my inbox”") == (
        "A good introduction for me is anyone who says “I never get to the bottom of my inbox”."
    )


@pytest.mark.parametrize(
    ("text", "ask", "sentence"),
    [
        (
            "I take over the rest. Who do you know with more clients than evenings?",
            "coaches with more clients than evenings",
            "Who do you know with more clients than evenings?",
        ),
        ("Meet ZOË. Then me.", "zoe", "Meet ZOË."),
        ("Who's stuck?\nTell me", "who’s stuck", "Who's stuck?"),
        ("Ask me. Ask me again.", "ask", "Ask me again."),
        ("I help shops. I like tea.", "accountants", None),
        ("I help shops.", " … ", None),
        ("", "shops", None),
    ],
)
def test_the_ask_is_found_by_its_words(text: str, ask: str, sentence: str | None) -> None:
    assert asks(text, ask) == sentence


def test_a_question_quoted_inside_a_sentence_does_not_end_it() -> None:
    text = "“Do you ever stop?” she said, and laughed. That was it"
    assert [text[slice(*span)] for span in sentences(text)] == [
        "“Do you ever stop?” she said, and laughed.",
        "That was it",
    ]


@given(words)
def test_sentences_hold_every_letter_once_and_no_blanks_around_them(text: str) -> None:
    spans = sentences(text)
    covered = {place for a, b in spans for place in range(a, b)}
    assert all(text[place].isspace() for place in range(len(text)) if place not in covered)
    assert all(text[a:b] == text[a:b].strip() and a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(words, words)
def test_the_ask_is_always_one_of_the_sentences(text: str, ask: str) -> None:
    span = ask_span(text, ask)
    assert span is None or span in sentences(text)


@given(st.lists(st.sampled_from(["I help.", "Ask Ann!", "Who bakes bread?"]), min_size=1, max_size=4))
def test_a_sentence_taken_word_for_word_is_found(said: list[str]) -> None:
    text = " ".join(said)
    for sentence in said:
        assert asks(text, sentence) == sentence


def test_words_that_came_and_went_are_told_apart() -> None:
    changes = word_changes("I help small shops today.", "I help  shops, every day.")
    assert [(each.piece, each.text) for each in changes] == [
        (Piece.SAME, "I help  "),
        (Piece.REMOVED, "small shops today. "),
        (Piece.ADDED, "shops, every day."),
    ]
    assert changes_sentence(changes) == "3 words added, 3 removed"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("one two", "one  two\n", "The same words"),
        ("one two three", "one three", "1 word removed"),
        ("one", "one two three", "2 words added"),
        ("", "one", "1 word added"),
        ("one two", "", "2 words removed"),
    ],
)
def test_changes_are_counted_in_words(before: str, after: str, said: str) -> None:
    assert changes_sentence(word_changes(before, after)) == said


@given(words, words)
def test_what_was_not_removed_makes_the_later_text_again(before: str, after: str) -> None:
    changes = word_changes(before, after)
    assert "".join(each.text for each in changes if each.piece is not Piece.REMOVED) == after.lstrip()
    kept = " ".join(each.text for each in changes if each.piece is not Piece.ADDED)
    assert kept.split() == before.split()


def test_ten_thousand_words_of_one_letter_are_compared_too() -> None:
    changes = word_changes("a " * 10_000, "a " * 9_999 + "b")
    assert "".join(each.text for each in changes if each.piece is not Piece.REMOVED) == "a " * 9_999 + "b"

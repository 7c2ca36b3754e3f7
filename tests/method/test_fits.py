"""Which words of a wish are asked by, what they are worth, and the fit in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.fits import (
    FEW,
    MARKS,
    MOST_WORDS,
    Run,
    Where,
    Wish,
    excerpt,
    has_runs,
    is_common,
    lines_of,
    mark,
    marks_in,
    plain,
    read_marked,
    sentence,
    wanted_runs,
    why,
    wish_words,
    worth,
)
from netdesk.method.stop_words import STOP_WORDS

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), max_size=200)
WORDS = st.lists(st.sampled_from(["shop", "shops", "spreadsheet", "on", "one", "three", "-"]), max_size=30)


def starred(runs: tuple[Run, ...]) -> str:
    """The sentence with stars around its marked words."""
    return "".join(f"*{run.text}*" if run.marked else run.text for run in runs)


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("shops that outgrew a spreadsheet", ("shops", "spreadsheet")),
        ("Charities, 5–20 staff", ("charities",)),
        ("firms that hire", ("hire",)),
        ("Owners of small businesses who need more clients", ()),
        ("HR or PR people, or an it firm", ("hr", "pr")),
        ("Cafés and Müller’s bakeries", ("cafes", "muller", "bakeries")),
        ("IT DIRECTORS OF LAW FIRMS", ("law",)),
        ("fundraising FUNDRAISING Fundraising", ("fundraising",)),
        ("", ()),
    ],
)
def test_only_words_that_say_whom_somebody_means_are_asked_by(wish: str, words: tuple[str, ...]) -> None:
    assert wish_words(wish) == words


@given(TEXT)
def test_whatever_is_written_gives_few_plain_words_once_each(text: str) -> None:
    words = wish_words(text)
    assert len(words) == len(set(words)) <= MOST_WORDS
    for word in words:
        assert word
        assert '"' not in word
        assert " " not in word
        assert len(word) < 3 or word not in STOP_WORDS


@given(st.integers(1, 1_000_000), st.integers(1, 1_000_000), st.integers(1, 1_000_000))
def test_a_rarer_word_is_worth_more_and_every_word_something(people: int, one: int, other: int) -> None:
    rare, frequent = sorted((min(one, people), min(other, people)))
    assert worth(rare, people) >= worth(frequent, people) > 0
    if rare < frequent:
        assert worth(rare, people) > worth(frequent, people)


@given(st.integers(0, 1_000_000), st.integers(0, 1_000_000))
def test_a_word_that_more_have_is_never_less_common(people: int, having: int) -> None:
    assert not is_common(min(having, FEW), people)
    if is_common(having, people):
        assert is_common(having + 1, people)
        assert having > people / 2


@given(st.lists(st.tuples(TEXT, st.booleans()), max_size=8))
def test_marked_text_is_read_as_it_was_written(pieces: list[tuple[str, bool]]) -> None:
    start, end = MARKS
    written = "".join(f"{start}{text}{end}" if marked else text for text, marked in pieces)
    runs = read_marked(written)
    assert plain(runs) == "".join(text for text, _ in pieces)
    assert "".join(run.text for run in runs if run.marked) == "".join(t for t, marked in pieces if marked)


@given(WORDS, st.sets(st.sampled_from(["shop", "spreadsheet"])))
def test_marking_changes_no_letter_and_marks_those_words_only(words: list[str], wanted: set[str]) -> None:
    text = " ".join(words)
    runs = mark(text, tuple(wanted))
    assert plain(runs) == text
    assert [run.text for run in runs if run.marked] == [word for word in words if word in wanted]


@given(WORDS, st.integers(0, 60))
def test_an_excerpt_is_part_of_the_text_and_keeps_its_first_mark(words: list[str], ahead: int) -> None:
    text = "before " * ahead + " ".join(words)
    runs = excerpt(mark(text, ("shop", "spreadsheet")))
    shown = plain(runs).strip("…")
    assert shown in text
    assert len(shown) <= 400
    assert bool(marks_in(runs)) == bool({"shop", "spreadsheet"} & set(words))


def test_the_line_with_most_of_the_words_is_quoted() -> None:
    runs = mark("a shop\nThree shops on one spreadsheet\nnothing", ("shop", "shops", "spreadsheet"))
    assert [plain(line) for line in lines_of(runs)] == ["a shop", "Three shops on one spreadsheet", "nothing"]
    assert starred(excerpt(runs)) == "Three *shops* on one *spreadsheet*"


def test_a_long_text_is_cut_between_words_on_both_sides() -> None:
    text = f"{'left ' * 40}the spreadsheet {'right ' * 40}"
    shown = plain(excerpt(mark(text, ("spreadsheet",))))
    assert shown.startswith("…left ")
    assert shown.rstrip("…").endswith("right")
    assert "the spreadsheet right" in shown


@pytest.mark.parametrize(
    ("where", "found", "said"),
    [
        (Where.NOTES, "three shops", "Marta’s notes say “three *shops*”"),
        (Where.LEARNED, "opens two shops", "of Marta you noted “opens two *shops*”"),
        (Where.TAGS, "shops", "Marta is tagged *shops*"),
        (Where.MARKETS, "small shops", "Marta’s market: small *shops*"),
        (Where.ORGANISATION, "Corner shops Ltd", "Marta is with Corner *shops* Ltd"),
    ],
)
def test_a_fit_says_where_the_words_stand(where: Where, found: str, said: str) -> None:
    assert starred(has_runs("Marta", where, mark(found, ("shops",)))) == said


def test_a_role_is_told_with_the_firm() -> None:
    role = mark("Trustee", ("trustee",))
    told = has_runs("Ken", Where.ORGANISATION, (Run("River Trust"),), role=role)
    assert starred(told) == "Ken is *trustee* at River Trust"
    assert starred(has_runs("Jess", Where.ORGANISATION, (), role=role)) == "Jess is *trustee*"


def test_a_name_that_ends_in_s_takes_the_apostrophe_alone() -> None:
    assert plain(has_runs("James", Where.MARKETS, (Run("shops"),))) == "James’ market: shops"


def test_both_halves_are_one_sentence() -> None:
    wanted = wanted_runs(Wish.IDEAL_CLIENT, "Firms that hire", ("hire",))
    has = has_runs("Nadia", Where.NOTES, (Run("she is "), Run("hiring", True)))
    assert starred(sentence(wanted, has)) == "wants firms that *hire*; Nadia’s notes say “she is *hiring*”"
    assert plain(wanted_runs(Wish.GOOD_INTRODUCTION, "HR managers", ())) == "wants to meet HR managers"


def test_the_reason_of_an_introduction_is_a_line() -> None:
    assert why("Luis", "Marta", "Shops that\noutgrew a spreadsheet") == (
        "Luis looks for shops that outgrew a spreadsheet"
    )
    assert why("Luis", "Marta", " ") == "Luis and Marta should know each other"

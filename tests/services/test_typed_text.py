"""Text as people type or paste it: what is kept of it, and the sentence for too much."""

import pytest

from netdesk.method.errors import InvalidInput
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import clean_line, clean_text, required_line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Grace \t Adeyemi\n", "Grace Adeyemi"),
        ("Gr\x00ace", "Grace"),
        ("Gr\ud800ace", "Grace"),
        ("Grace\u2028Adeyemi", "Grace Adeyemi"),
        ("Grace\x1bAdeyemi", "Grace Adeyemi"),
        ("\x00\x1b \r\n", ""),
    ],
)
def test_a_line_has_no_controls_and_single_blanks(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept


def test_a_text_keeps_its_lines_and_tabs() -> None:
    assert clean_text(" one  \r\n\ttwo\rthree\x00\x07\n\n") == "one\n\ttwo\nthree"


def test_too_much_is_refused_in_words_naming_the_field() -> None:
    with pytest.raises(InvalidInput) as refused:
        clean_line("x" * 1_201, 200, field="what_they_do")
    assert str(refused.value).startswith(
        "The text about what they do has 1,201 letters; up to 200 can be kept."
    )
    assert refused.value.field == "what_they_do"
    with pytest.raises(InvalidInput, match=r"^The ideal client has 11 letters"):
        clean_text("x" * 11, 10, field="ideal_client")
    with pytest.raises(InvalidInput, match=r"^That has 11 letters"):
        clean_text("x" * 11, 10)


def test_blanks_do_not_count_towards_the_length() -> None:
    assert clean_line("a" + " " * 500 + "b", 3) == "a b"


def test_what_must_be_there_is_asked_for() -> None:
    assert required_line(" VIP ", 10, "A tag needs a name.", field="tag") == "VIP"
    with pytest.raises(InvalidInput, match="A tag needs a name") as refused:
        required_line(" \x00 ", 10, "A tag needs a name.", field="tag")
    assert refused.value.field == "tag"


def test_a_long_name_is_short_in_a_sentence_of_the_history() -> None:
    assert in_title("Grace\n Adeyemi") == "Grace Adeyemi"
    assert in_title("x" * 61) == "x" * 59 + "…"
    assert in_title("x" * 60) == "x" * 60

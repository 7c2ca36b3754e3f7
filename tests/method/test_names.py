"""Names: folding, sorting, showing, initials, colours, taking apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.names import (
    HUES,
    UNNAMED,
    NameParts,
    display_name,
    fold,
    hue_index,
    initials,
    sort_key,
    split_full_name,
)

WORDS = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=2, max_size=10)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("José  Ñandú", "jose nandu"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Søren Łuczak", "soren luczak"),
        ("Ægir Þór", "aegir thor"),
        ("O’Brien", "o'brien"),
        ("ﬁne ①", "fine 1"),
        ("a\u200bb\x00c", "ab c"),
        ("ガ", "ガ"),
        ("한국", "한국"),
        ("हिन्दी", "हिन्दी"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_case_is_nothing_to_folding(text: str) -> None:
    assert fold(text.lower()) == fold(text.lower().title())


def test_sorting_by_family_then_given_then_firm_then_mail_and_the_unnamed_last() -> None:
    people = [
        sort_key("Zoë", "Adler"),
        sort_key("", "", "Bright Copy"),
        sort_key("Émile", "Côté"),
        sort_key(email="dora@firm.example"),
        sort_key("李", "王"),
        sort_key(),
    ]
    assert people == sorted(people)
    assert sort_key("Amy", "Adler") < sort_key("Zoë", "ADLER")


@pytest.mark.parametrize(
    ("parts", "firm", "email", "shown"),
    [
        (NameParts(given="Ellen", family="Brandt"), "Brandt & Co", "", "Ellen Brandt"),
        (NameParts("Dr", "Anna", "M.", "van der Berg", "Jr"), "", "", "Dr Anna M. van der Berg Jr"),
        (NameParts(given="  "), " Bright   Copy ", "a@b.example", "Bright Copy"),
        (NameParts(), "", " a@b.example ", "a@b.example"),
        (NameParts(), "", "", UNNAMED),
        (NameParts(prefix="Dr"), "", "", "Dr"),
        (NameParts(prefix="Dr"), "Bright Copy", "", "Bright Copy"),
        (NameParts(given="小龍", family="李"), "", "", "李小龍"),
        (NameParts(given="Bruce", family="李"), "", "", "Bruce 李"),
    ],
)
def test_the_name_shown(parts: NameParts, firm: str, email: str, shown: str) -> None:
    assert display_name(parts, firm, email) == shown


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ellen Brandt", "EB"),
        ("Dr Anna van der Berg Jr", "AB"),
        ("jack ma", "JM"),
        ("Cher", "C"),
        ("李小龍", "李"),
        ("山田 太郎", "山"),
        ("🎉 Paula (work) 🎉", "PW"),
        ("🎉🎉", "?"),
        ("", "?"),
        ("محمد علي", "م\u200cع"),
        ("דוד לוי", "דל"),
        ("3M", "3"),
        ("Dr", "D"),
        ("हिन्दी नाम", "हिना"),
        ("e\u0301mile zola", "ÉZ"),
        ("ß", "S"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.text())
def test_initials_and_colour_hold_for_any_text(name: str) -> None:
    assert 1 <= len(initials(name)) <= 5
    assert not any(letter.isspace() for letter in initials(name))
    assert 0 <= hue_index(name) < HUES


def test_a_colour_belongs_to_the_name_whatever_its_case_and_all_eight_occur() -> None:
    assert hue_index("Ellen Brandt") == hue_index("ELLEN  brandt") == 4
    assert {hue_index(f"Person {number}") for number in range(200)} == set(range(HUES))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ellen Brandt", NameParts(given="Ellen", family="Brandt")),
        ("Dr. Anna van der Berg, Jr", NameParts("Dr.", "Anna", "", "van der Berg", "Jr")),
        ("Brandt, Ellen Maria", NameParts(given="Ellen", additional="Maria", family="Brandt")),
        ("Brandt, Ellen, PhD", NameParts(given="Ellen", family="Brandt", suffix="PhD")),
        ("van der Berg, Dr Anna", NameParts("Dr", "Anna", "", "van der Berg", "")),
        ("Anna Maria Berg PhD", NameParts("", "Anna", "Maria", "Berg", "PhD")),
        ("Jack Ma", NameParts(given="Jack", family="Ma")),
        ("Jack Jr", NameParts(given="Jack", suffix="Jr")),
        ("Ken Griffey Jr.", NameParts(given="Ken", family="Griffey", suffix="Jr.")),
        ("Sue Walsh, MBE, FCA", NameParts(given="Sue", family="Walsh", suffix="MBE FCA")),
        ("Mr Smith", NameParts(prefix="Mr", family="Smith")),
        ("Madonna", NameParts(given="Madonna")),
        ("李 小龍", NameParts(given="小龍", family="李")),
        ("Brandt,", NameParts(given="Brandt")),
        (", Ellen", NameParts(given="Ellen")),
        ("Brandt, Dr", NameParts(given="Dr", family="Brandt")),
        ("", NameParts()),
        (", Jr", NameParts(suffix="Jr")),
    ],
)
def test_taking_a_name_apart(text: str, parts: NameParts) -> None:
    assert split_full_name(text) == parts


@given(WORDS, WORDS)
def test_two_plain_words_come_back_as_they_were_shown(given_name: str, family: str) -> None:
    name = f"{given_name} {family}"
    assert display_name(split_full_name(name)) == name


@given(st.text())
def test_taking_apart_loses_no_word(text: str) -> None:
    parts = split_full_name(text)
    kept = f"{parts.prefix} {parts.given} {parts.additional} {parts.family} {parts.suffix}".split()
    assert sorted("".join(kept)) == sorted("".join(text.replace(",", " ").split()))

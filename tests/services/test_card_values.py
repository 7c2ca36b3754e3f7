"""A contact of a file made fit to be kept: nothing is lost without a word."""

import pytest

from netdesk.formats.contact_card import AddressParts, CardPhoto, CardPoint, CardRelation, ContactCard
from netdesk.services.card_values import LARGEST_PHOTO, MOST_EXTRA, MOST_POINTS, clean_card
from netdesk.services.typed_text import PAGE


def test_an_address_that_is_none_goes_into_the_note() -> None:
    card, said = clean_card(
        ContactCard(given="Grace", note="Tea", points=(CardPoint("email", "", "grace at bright"),))
    )
    assert card.points == ()
    assert card.note == "Tea\nE-mail as written: grace at bright"
    assert said == ["“grace at bright” is no e-mail address; it stands in the note."]


def test_what_is_too_long_is_cut_with_a_word() -> None:
    card, said = clean_card(ContactCard(given="G" * 300, note="n" * (PAGE + 5)))
    assert (len(card.given), len(card.note)) == (200, PAGE)
    assert said == [
        "The name has 300 letters; the first 200 were kept.",
        f"The note has {PAGE + 5:,} letters; the first {PAGE:,} were kept.",
    ]


def test_too_many_ways_to_be_reached_are_cut_with_a_word() -> None:
    points = tuple(CardPoint("phone", "", f"+44 7700 900{number:03}") for number in range(MOST_POINTS + 20))
    card, said = clean_card(ContactCard(given="Grace", points=points))
    assert len(card.points) == MOST_POINTS
    assert said == [
        f"There are {MOST_POINTS + 20} ways to reach this person; the first {MOST_POINTS} were kept."
    ]


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        (("+44 7700 900123", "+44 (7700) 900-123"), 1),
        (("+44 7700 900123", "+44 7700 900124"), 2),
        (("", " \t"), 0),
    ],
)
def test_one_number_written_twice_is_kept_once(numbers: tuple[str, ...], kept: int) -> None:
    points = tuple(CardPoint("phone", "", number) for number in numbers)
    assert len(clean_card(ContactCard(given="Grace", points=points))[0].points) == kept


def test_an_address_without_any_words_is_none() -> None:
    points = (
        CardPoint("address", "", "", parts=AddressParts()),
        CardPoint("address", "", "1 High St\nLeeds"),
    )
    card, said = clean_card(ContactCard(given="Grace", points=points))
    assert [point.value for point in card.points] == ["1 High St\nLeeds"]
    assert said == []


def test_a_date_that_is_none_is_left_out_with_a_word() -> None:
    card, said = clean_card(ContactCard(given="Grace", birthday="soon", anniversary="--06-02"))
    assert (card.birthday, card.anniversary) == (None, "--06-02")
    assert said == ["“soon” is no date."]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xd8\xff" + bytes(LARGEST_PHOTO), "The photo has 2.0 MB and was left out."),
        (b"GIF of nothing", "The photo is no picture NetDesk knows and was left out."),
    ],
)
def test_a_photo_that_cannot_be_kept_is_left_out_with_a_word(data: bytes, sentence: str) -> None:
    card, said = clean_card(ContactCard(given="Grace", photo=CardPhoto(data, "image/jpeg")))
    assert (card.photo, card.has_photo, said) == (None, False, [sentence])


def test_what_has_no_field_is_kept_as_lines_and_too_much_of_it_is_not() -> None:
    card, said = clean_card(
        ContactCard(
            organisation="Bright Copy",
            kind="org",
            extra=("X-SHOE-SIZE:41",),
            relations=(CardRelation("sister", "Ellen; Brandt"), CardRelation("", "Tom")),
        )
    )
    assert card.extra == (
        "X-SHOE-SIZE:41",
        "X-ABShowAs:COMPANY",
        "item901.X-ABRELATEDNAMES:Ellen\\; Brandt",
        "item901.X-ABLabel:sister",
        "item902.X-ABRELATEDNAMES:Tom",
    )
    assert said == []
    card, said = clean_card(ContactCard(given="Grace", extra=("X-LONG:" + "x" * MOST_EXTRA,)))
    assert card.extra == ()
    assert said == ["What this card holds beside a contact is too long and was left out."]


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Dr Grace Adeyemi", ("Dr", "Grace", "Adeyemi")),
        ("grace@bright.example", ("", "", "")),
        ("Bright Copy", ("", "", "")),
    ],
)
def test_a_whole_name_is_taken_apart_unless_it_names_a_firm_or_an_address(
    full: str, parts: tuple[str, str, str]
) -> None:
    card, _ = clean_card(ContactCard(formatted_name=full, organisation="Bright Copy"))
    assert (card.prefix, card.given, card.family) == parts

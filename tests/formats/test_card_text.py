"""Lines read from photographs of invented cards, in several layouts and from several countries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.formats.card_fields import CardText, FieldKind
from netdesk.formats.card_lines import TextLine, around, in_reading_order, mended_line
from netdesk.formats.card_text import read_card_text

Row = tuple[str, int, int, int]
"""Text, left, top, height."""

LINDQVIST: tuple[Row, ...] = (
    ("Marta Lindqvist", 60, 60, 58),
    ("Founder & Managing Director", 60, 130, 30),
    ("Lindqvist Interiors Ltd", 60, 260, 36),
    ("12 Harbour Street, Bristol BS1 4RN", 60, 370, 26),
    ("Mobile: +44 7700 900123", 60, 420, 26),
    ("Office: +44 7700 900456", 60, 460, 26),
    ("marta@lindqvist-interiors.example", 60, 500, 26),
    ("www.lindqvist-interiors.example", 60, 540, 26),
)
GROSS: tuple[Row, ...] = (
    ("GROSS BAU GMBH", 520, 50, 40),
    ("Dr. Jürgen Groß", 60, 260, 44),
    ("Geschäftsführer", 60, 310, 26),
    ("Hauptstraße 7·80331 München", 60, 400, 24),
    ("Tel. +49 89 5550123 Fax +49 89 5550124", 60, 440, 24),
    ("j.gross@gross-bau.example", 60, 480, 24),
    ("gross-bau.example", 60, 520, 24),
)
LUMIERE: tuple[Row, ...] = (
    ("Café Lumière", 300, 50, 70),
    ("Amélie Dubois", 330, 220, 38),
    ("Gérante", 330, 270, 20),
    ("12 rue de la Paix", 330, 430, 24),
    ("75002 Paris", 330, 460, 24),
    ("France", 330, 490, 24),
    ("+33 1 55 50 12 34", 330, 520, 24),
    ("amelie@cafe-lumiere. example", 330, 570, 24),
)
BERGSTROM: tuple[Row, ...] = (
    ("Ingrid Bergström", 60, 80, 50),
    ("Säljare", 60, 140, 26),
    ("Bergström & Söner AB", 560, 400, 34),
    ("Kungsgatan 12", 560, 450, 24),
    ("111 43 Stockholm", 560, 485, 24),
    ("Mob 070-555 01 23", 60, 450, 24),
    ("ingrid@bergstromsoner.example", 60, 520, 22),
)
WOJCIK: tuple[Row, ...] = (
    ("Tomasz Wójcik", 60, 70, 52),
    ("Kierownik sprzedaży", 60, 130, 28),
    ("Wójcik Logistyka Sp. z o.o.", 60, 250, 34),
    ("ul. Długa 5, 00-238 Warszawa", 60, 380, 24),
    ("tel. +48 22 555 01 23", 60, 420, 24),
    ("t.wojcik@wojciklogistyka.example", 60, 460, 24),
)
NAIR: tuple[Row, ...] = (
    ("PRIYA NAIR", 300, 150, 50),
    ("Bookkeeper", 330, 220, 28),
    ("Nair Books", 330, 370, 28),
    ("M 07700 900321", 330, 430, 24),
    ("priya.nair@nairbooks.example", 330, 470, 24),
)
CARTER: tuple[Row, ...] = (
    ("NORTHWIND", 300, 50, 70),
    ("Sam Carter", 330, 220, 38),
    ("Gives you your day back", 330, 270, 20),
    ("+1 555 0123 (mobile)", 330, 430, 24),
    ("hello@northwind.example", 330, 470, 24),
    ("350 Fifth Avenue", 330, 500, 24),
    ("New York, NY 10118", 330, 530, 24),
    ("USA", 330, 560, 24),
)


def lines(rows: tuple[Row, ...], confidence: float = 1.0) -> list[TextLine]:
    return [
        TextLine(text, left, top, len(text) * height / 2, height, confidence)
        for text, left, top, height in rows
    ]


def values(card: CardText) -> dict[str, object]:
    phones = [(one.label, one.value) for one in card.all_of(FieldKind.PHONE)]
    single = {
        kind.value: found.value
        for kind in FieldKind
        if kind is not FieldKind.PHONE and (found := card.first(kind)) is not None
    }
    return {**single, "phones": phones}


@pytest.mark.parametrize(
    ("rows", "region", "expected"),
    [
        (
            LINDQVIST,
            "GB",
            {
                "name": "Marta Lindqvist",
                "organisation": "Lindqvist Interiors Ltd",
                "role": "Founder & Managing Director",
                "email": "marta@lindqvist-interiors.example",
                "web": "www.lindqvist-interiors.example",
                "address": "12 Harbour Street, Bristol BS1 4RN",
                "phones": [("mobile", "+44 7700 900123"), ("work", "+44 7700 900456")],
            },
        ),
        (
            GROSS,
            "DE",
            {
                "name": "Dr. Jürgen Groß",
                "organisation": "GROSS BAU GMBH",
                "role": "Geschäftsführer",
                "email": "j.gross@gross-bau.example",
                "web": "gross-bau.example",
                "address": "Hauptstraße 7\n80331 München",
                "phones": [("", "+49 89 5550123"), ("fax", "+49 89 5550124")],
            },
        ),
        (
            LUMIERE,
            "FR",
            {
                "name": "Amélie Dubois",
                "organisation": "Café Lumière",
                "role": "Gérante",
                "email": "amelie@cafe-lumiere.example",
                "address": "12 rue de la Paix\n75002 Paris\nFrance",
                "phones": [("", "+33 1 55 50 12 34")],
            },
        ),
        (
            BERGSTROM,
            "SE",
            {
                "name": "Ingrid Bergström",
                "organisation": "Bergström & Söner AB",
                "role": "Säljare",
                "email": "ingrid@bergstromsoner.example",
                "address": "Kungsgatan 12\n111 43 Stockholm",
                "phones": [("mobile", "070-555 01 23")],
            },
        ),
        (
            WOJCIK,
            "PL",
            {
                "name": "Tomasz Wójcik",
                "organisation": "Wójcik Logistyka Sp. z o.o.",
                "role": "Kierownik sprzedaży",
                "email": "t.wojcik@wojciklogistyka.example",
                "address": "ul. Długa 5\n00-238 Warszawa",
                "phones": [("", "+48 22 555 01 23")],
            },
        ),
        (
            NAIR,
            "GB",
            {
                "name": "Priya Nair",
                "organisation": "Nair Books",
                "role": "Bookkeeper",
                "email": "priya.nair@nairbooks.example",
                "phones": [("mobile", "07700 900321")],
            },
        ),
        (
            CARTER,
            "US",
            {
                "name": "Sam Carter",
                "organisation": "NORTHWIND",
                "email": "hello@northwind.example",
                "address": "350 Fifth Avenue\nNew York, NY 10118\nUSA",
                "phones": [("mobile", "+1 555 0123")],
                "note": "Gives you your day back",
            },
        ),
    ],
)
def test_cards(rows: tuple[Row, ...], region: str, expected: dict[str, object]) -> None:
    assert values(read_card_text(lines(rows), region)) == expected


def test_what_is_guessed_is_less_sure_than_what_is_proved() -> None:
    proved = read_card_text(lines(LINDQVIST), "GB")
    guessed = read_card_text(lines(CARTER), "US")
    names = [card.first(FieldKind.NAME) for card in (proved, guessed)]
    assert [one is not None and one.confidence >= 0.8 for one in names] == [True, False]
    assert all(one.confidence >= 0.8 for one in proved.fields)


def test_letters_that_were_hard_to_read_make_every_field_unsure() -> None:
    card = read_card_text(lines(LINDQVIST, 0.7), "GB")
    assert card.fields
    assert all(one.confidence < 0.8 for one in card.fields)


def test_a_labelled_card_says_itself_what_is_what() -> None:
    rows = (
        ("Name: Jane Doe", 10, 10, 20),
        ("Company: Zzz", 10, 40, 20),
        ("Position: Dreamer", 10, 70, 20),
        ("Address: Somewhere near the sea", 10, 100, 20),
        ("Name: Another Doe", 10, 130, 20),
    )
    assert values(read_card_text(lines(rows))) == {
        "name": "Jane Doe",
        "organisation": "Zzz",
        "role": "Dreamer",
        "address": "Somewhere near the sea",
        "phones": [],
        "note": "Another Doe",
    }


def test_without_an_e_mail_the_largest_line_is_the_name_and_the_firm_has_a_firms_word() -> None:
    rows = (
        ("Harbour Bakery", 10, 10, 24),
        ("Tomasz Wójcik", 10, 60, 40),
        ("bread since 1950", 10, 110, 18),
        ("07700 900777", 10, 140, 18),
    )
    card = read_card_text(lines(rows), "GB")
    assert values(card) == {
        "name": "Tomasz Wójcik",
        "organisation": "Harbour Bakery",
        "phones": [("", "07700 900777")],
        "note": "bread since 1950",
    }


def turned_right(line: TextLine) -> TextLine:
    """The line on a picture that lies on its side, its upper edge to the right."""
    return TextLine(
        line.text, 1000 - line.top - line.height, line.left, line.height, line.width, line.confidence
    )


def turned_left(line: TextLine) -> TextLine:
    return TextLine(
        line.text, line.top, 1000 - line.left - line.width, line.height, line.width, line.confidence
    )


@pytest.mark.parametrize("rows", [LINDQVIST, GROSS, LUMIERE, NAIR, CARTER])
def test_a_picture_on_its_side_is_read_alike_and_it_is_said_how_to_turn_it(rows: tuple[Row, ...]) -> None:
    upright = read_card_text(lines(rows), "GB")
    right = read_card_text([turned_right(line) for line in lines(rows)], "GB")
    left = read_card_text([turned_left(line) for line in lines(rows)], "GB")
    assert (upright.turn, right.turn, left.turn) == (0, 270, 90)
    assert right.fields == left.fields == upright.fields


def test_a_field_knows_where_it_stands_on_the_picture_even_when_that_lies_on_its_side() -> None:
    upright = read_card_text(lines(GROSS), "DE")
    address = upright.first(FieldKind.ADDRESS)
    name = read_card_text([turned_right(line) for line in lines(GROSS)], "DE").first(FieldKind.NAME)
    assert address is not None
    assert name is not None
    assert address.box == (60, 400, 324, 24)
    assert name.box == (1000 - 260 - 44, 60, 44, 15 * 22)
    firm_and_name = around([line for line in lines(GROSS) if line.top < 300])
    assert firm_and_name == (60, 50, 740, 254)


def test_lines_beside_each_other_are_read_from_left_to_right() -> None:
    given_lines = [
        TextLine("right", 300, 102, 50, 20, 1),
        TextLine("below", 10, 140, 50, 20, 1),
        TextLine("left", 10, 98, 50, 20, 1),
    ]
    ordered, turn = in_reading_order(given_lines)
    assert ([line.text for line in ordered], turn) == (["left", "right", "below"], 0)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("marta @ lindqvist.example", "marta@lindqvist.example"),
        ("marta(at)lindqvist.example", "marta@lindqvist.example"),
        ("marta＠lindqvist.example", "marta@lindqvist.example"),
        ("marta@lindqvist. example", "marta@lindqvist.example"),
        ("www. lindqvist.example", "www.lindqvist.example"),
        ("Ｍａｒｔａ\0 \t Lindqvist", "Marta Lindqvist"),
        ("T:02079460123M:07700900222", "T:02079460123 M:07700900222"),
        ("Unit 12345M", "Unit 12345M"),
        ("Meet me @ work", "Meet me@work"),
    ],
)
def test_lines_are_mended(text: str, mended: str) -> None:
    assert mended_line(text) == mended


boxes = st.floats(-1e6, 1e6)
any_line = st.builds(TextLine, st.text(max_size=60), boxes, boxes, boxes, boxes, st.floats(-1, 2))


@given(st.lists(any_line, max_size=12), st.sampled_from(["", "GB", "??"]))
def test_no_lines_make_it_raise(given_lines: list[TextLine], region: str) -> None:
    card = read_card_text(given_lines, region)
    assert all(0 <= one.confidence <= 1 and one.value for one in card.fields)
    assert card.turn in {0, 90, 270}


def test_pages_of_text_are_cut() -> None:
    many = [TextLine("word " * 1000, 0, n, 10, 10, 1) for n in range(5)]
    many += [TextLine(f"Line number {n}", 0, n, 100, 10, 1) for n in range(1000)]
    card = read_card_text(many)
    assert sum(len(one.value) for one in card.fields) < 10_000

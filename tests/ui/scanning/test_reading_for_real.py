"""Photographs of invented cards, drawn and then really read, wherever the part that reads text is installed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from netdesk.background.jobs import Report
from netdesk.background.text_reading import is_available
from netdesk.services.card_reading import FieldKind, ReadCard, Source, TextReader, read_card
from netdesk.ui.scanning.picture import picture_of_image
from tests.support.drawn_cards import JUERGEN, MARTA, Row, blurred, drawn_card

pytestmark = pytest.mark.skipif(not is_available(), reason="the part that reads text is not installed")

MARTA_READ = {
    FieldKind.NAME: "Marta Lindqvist",
    FieldKind.ORGANISATION: "Lindqvist Interiors Ltd",
    FieldKind.ROLE: "Founder & Managing Director",
    FieldKind.EMAIL: "marta@lindqvist-interiors.example",
    FieldKind.PHONE: "+447700900123",
    FieldKind.WEB: "www.lindqvist-interiors.example",
    FieldKind.ADDRESS: "12 Harbour Street, Bristol BS1 4RN",
}
JUERGEN_READ = {
    FieldKind.NAME: "Dr. Jürgen Groß",
    FieldKind.ORGANISATION: "GROSS BAU GMBH",
    FieldKind.ROLE: "Geschäftsführer",
    FieldKind.EMAIL: "j.gross@gross-bau.example",
    FieldKind.PHONE: "+49895550123",
    FieldKind.ADDRESS: "Hauptstraße 7, 80331 München",
}


@pytest.fixture(scope="module")
def reader() -> Iterator[TextReader]:
    made = TextReader()
    made.start()
    yield made
    made.close()


def fields(read: ReadCard) -> dict[FieldKind, str]:
    return {
        one.kind: one.value.replace(" ", "") if one.kind is FieldKind.PHONE else one.value
        for one in reversed(read.fields)
    }


def read_image(image: QImage, reader: TextReader) -> ReadCard:
    return read_card(picture_of_image(image), reader, "GB", Report())


@pytest.mark.parametrize(
    ("rows", "expected", "degrees"),
    [(MARTA, MARTA_READ, 3), (MARTA, MARTA_READ, -6), (JUERGEN, JUERGEN_READ, 0), (JUERGEN, JUERGEN_READ, 4)],
)
def test_every_field_of_a_card_is_read(
    qapp: QApplication,
    reader: TextReader,
    rows: Sequence[Row],
    expected: dict[FieldKind, str],
    degrees: float,
) -> None:
    read = read_image(drawn_card(rows, degrees=degrees), reader)
    assert (read.source, read.trouble) == (Source.TEXT, "")
    assert fields(read) == expected


@pytest.mark.parametrize(("degrees", "turn"), [(90, 270), (270, 90)])
def test_a_card_on_its_side_is_read_and_it_is_known_how_to_turn_it(
    qapp: QApplication, reader: TextReader, degrees: float, turn: int
) -> None:
    read = read_image(drawn_card(MARTA, degrees=degrees), reader)
    assert fields(read) == MARTA_READ
    assert read.turn == turn


def test_a_blurred_card_is_read_as_far_as_its_large_letters(qapp: QApplication, reader: TextReader) -> None:
    read = read_image(blurred(drawn_card(MARTA), 3), reader)
    assert fields(read)[FieldKind.NAME] == "Marta Lindqvist"


def test_nothing_is_read_where_nothing_stands(qapp: QApplication, reader: TextReader) -> None:
    read = read_image(drawn_card(()), reader)
    assert (read.source, read.fields) == (Source.NOTHING, ())

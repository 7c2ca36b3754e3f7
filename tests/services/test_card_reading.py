"""Photographed cards: codes, text, who it is, and entering what a person has checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netdesk.background.jobs import Report
from netdesk.formats.picture_codes import codes_in
from netdesk.method.contact_kinds import PointKind
from netdesk.method.dates import PartialDate
from netdesk.method.errors import Cancelled, InvalidInput
from netdesk.services.card_reading import (
    CardField,
    FieldKind,
    ReadCard,
    Source,
    TextReader,
    add_read_card,
    checked_draft,
    read_card,
    who_is_on,
)
from netdesk.services.cards import card_line, event_cards
from netdesk.services.contact_points import Point
from netdesk.services.people import PersonDraft, new_person, read_draft
from netdesk.services.photos import photo
from netdesk.store.workspace import Workspace
from tests.support.card_codes import MARTA_VCARD, PRIYA_MECARD, blank_picture, code_of, picture_of_code
from tests.support.events import NOW, mixer
from tests.support.reading_process import failing, reading_lines

AFTER = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
LINES = [
    ("Priya Nair", 0.99),
    ("Bookkeeper", 0.98),
    ("Nair Books", 0.97),
    ("M 07700 900321", 0.62),
    ("priya.nair@nairbooks.example", 0.99),
]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[TextReader]:
    made = TextReader(reading_lines(tmp_path / "lines.json", LINES))
    yield made
    made.close()


def shown(read: ReadCard) -> list[tuple[str, str]]:
    return [(one.kind.value, one.value) for one in read.fields]


def people(ws: Workspace) -> int:
    return int(ws.sql("SELECT count(*) FROM person").fetchone()[0])


def test_a_vcard_in_a_code_is_read_exactly_and_nothing_else_is_looked_at(reader: TextReader) -> None:
    read = read_card(picture_of_code(MARTA_VCARD), reader, "GB", Report())
    assert read.source is Source.CODE
    assert shown(read) == [
        ("name", "Dr. Marta Lindqvist"),
        ("organisation", "Lindqvist Interiors"),
        ("role", "Founder"),
        ("phone", "+44 7700 900123"),
        ("email", "marta@lindqvist.example"),
        ("web", "https://lindqvist.example"),
        ("address", "12 Harbour Street\nBristol BS1 4RN\nUK"),
        ("note", "Likes old harbours"),
    ]
    assert {one.confidence for one in read.fields} == {1.0}
    assert read.draft.birthday == PartialDate(1980, 3, 22)


def test_a_mecard_in_a_code_is_read() -> None:
    read = read_card(picture_of_code(PRIYA_MECARD), None, "GB", Report())
    assert shown(read)[:2] == [("name", "Priya Nair"), ("organisation", "Nair Books")]
    assert read.source is Source.CODE


def test_without_a_code_the_text_is_read_and_what_is_hard_to_read_is_unsure(reader: TextReader) -> None:
    read = read_card(blank_picture(), reader, "GB", Report())
    assert (read.source, read.trouble) == (Source.TEXT, "")
    assert shown(read) == [
        ("name", "Priya Nair"),
        ("organisation", "Nair Books"),
        ("role", "Bookkeeper"),
        ("email", "priya.nair@nairbooks.example"),
        ("phone", "07700 900321"),
    ]
    assert [one.kind for one in read.fields if one.confidence < 0.8] == [FieldKind.PHONE]


def test_an_address_in_a_code_joins_the_text(reader: TextReader) -> None:
    read = read_card(picture_of_code("https://nairbooks.example"), reader, "GB", Report())
    assert read.source is Source.TEXT
    assert ("web", "https://nairbooks.example") in shown(read)
    assert ("name", "Priya Nair") in shown(read)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("javascript:alert(document)", ("note", "Code on the card: javascript:alert(document)")),
        ("<b>bold</b> words", ("note", "Code on the card: <b>bold</b> words")),
        ("tel:+447700900321", ("phone", "+447700900321")),
        ("mailto:priya@nairbooks.example", ("email", "priya@nairbooks.example")),
    ],
)
def test_other_codes_are_only_words_to_look_at(text: str, field: tuple[str, str]) -> None:
    read = read_card(picture_of_code(text), None, "GB", Report())
    assert (read.source, shown(read)) == (Source.CODE, [field])


def test_nothing_on_a_picture_is_no_error() -> None:
    assert read_card(blank_picture(), None, "GB", Report()) == ReadCard(Source.NOTHING)


def test_a_reading_that_fails_is_said_and_leaves_what_the_code_said() -> None:
    broken = TextReader(failing("crash"))
    read = read_card(picture_of_code("www.nairbooks.example"), broken, "GB", Report())
    broken.close()
    assert read.trouble.startswith("The part that reads text ended by itself.")
    assert shown(read) == [("web", "www.nairbooks.example")]


def test_a_person_can_stop_it(reader: TextReader) -> None:
    report = Report()
    report.cancel()
    with pytest.raises(Cancelled):
        read_card(blank_picture(), reader, "GB", report)


@pytest.mark.parametrize("kind", ["QRCode", "Aztec", "DataMatrix"])
def test_codes_are_found_however_they_are_printed(kind: str) -> None:
    assert codes_in(*code_of("MECARD:N:Doe;;", 5, kind)) == ("MECARD:N:Doe;;",)


def test_several_codes_are_all_read_and_a_size_that_does_not_fit_is_refused() -> None:
    one, width, height = code_of("first", 4)
    two, other_width, other_height = code_of("other", 4)
    assert (width, height) == (other_width, other_height)
    assert sorted(codes_in(one + two, width, 2 * height)) == ["first", "other"]
    assert codes_in(b"\xff" * 6, 3, 2) == ()
    for size in ((3, 3), (0, 0), (-1, -6)):
        with pytest.raises(ValueError, match="are no picture"):
            codes_in(b"\xff" * 6, *size)


def test_what_a_person_corrected_is_what_is_kept_and_what_the_code_says_besides_stays() -> None:
    read = read_card(picture_of_code(MARTA_VCARD), None, "GB", Report())
    same = checked_draft(read, read.fields)
    assert (same.prefix, same.given, same.family) == ("Dr.", "Marta", "Lindqvist")
    address = next(point for point in same.points if point.kind is PointKind.ADDRESS)
    assert address.parts is not None
    assert address.parts.locality == "Bristol"
    changed = [
        replace(one, value="Martha van der Berg")
        if one.kind is FieldKind.NAME
        else replace(one, value="12 Harbour Street, Bath")
        if one.kind is FieldKind.ADDRESS
        else one
        for one in read.fields
    ]
    draft = checked_draft(read, changed)
    assert (draft.prefix, draft.given, draft.family) == ("", "Martha", "van der Berg")
    assert next(point for point in draft.points if point.kind is PointKind.ADDRESS).parts is None
    assert draft.birthday == PartialDate(1980, 3, 22)


def test_an_empty_card_and_a_wrong_e_mail_are_refused_in_words() -> None:
    with pytest.raises(InvalidInput, match="Who is it"):
        checked_draft(ReadCard(Source.NOTHING), [CardField(FieldKind.NOTE, "only a note", 1)])
    with pytest.raises(InvalidInput, match="no e-mail address"):
        checked_draft(ReadCard(Source.NOTHING), [CardField(FieldKind.EMAIL, "priya at nair", 1)])


def test_a_name_that_cannot_be_taken_apart_is_kept_whole() -> None:
    draft = checked_draft(ReadCard(Source.NOTHING), [CardField(FieldKind.NAME, "Mr", 1)])
    assert draft.name == "Mr"


def test_a_checked_card_makes_a_contact_with_the_picture_on_the_card(workspace: Workspace) -> None:
    event = mixer(workspace)
    read = read_card(picture_of_code(PRIYA_MECARD), None, "GB", Report())
    draft = checked_draft(read, read.fields)
    assert who_is_on(workspace, event, draft, "GB") is None
    assert people(workspace) == 0
    added = add_read_card(
        workspace, event, draft, AFTER, picture=b"jpeg", media_type="image/jpeg", region="GB"
    )
    line = card_line(workspace, added.card_id)
    assert (line.name, line.organisation, line.email) == (
        "Priya Nair",
        "Nair Books",
        "priya@nairbooks.example",
    )
    assert photo(workspace, line.photo or "") == b"jpeg"
    assert (added.new_person, line.portrait) == (True, None)
    workspace.undo()
    assert (people(workspace), event_cards(workspace, event)) == (0, ())


def test_a_known_contact_is_recognised_and_only_gaps_are_filled_in_one_step(workspace: Workspace) -> None:
    mail = Point(PointKind.EMAIL, "priya@nairbooks.example", "work")
    priya = new_person(workspace, PersonDraft(given="Priya", family="Nair", role="Owner", points=(mail,)))
    read = read_card(picture_of_code(PRIYA_MECARD), None, "GB", Report())
    draft = checked_draft(read, read.fields)
    meant = who_is_on(workspace, None, draft, "GB")
    assert meant is not None
    assert (meant.person.id, meant.is_sure) == (priya, True)
    added = add_read_card(
        workspace, None, draft, NOW, person_id=priya, picture=b"jpeg", media_type="image/jpeg"
    )
    assert (added.person_id, added.new_person) == (priya, False)
    known = read_draft(workspace, priya)
    assert (known.role, known.organisation) == ("Owner", "Nair Books")
    assert [point.value for point in known.points] == ["priya@nairbooks.example", "+447700900321"]
    line = card_line(workspace, added.card_id)
    assert (line.event_id, line.received) == (None, NOW)
    workspace.undo()
    assert read_draft(workspace, priya).organisation == ""


def test_somebody_of_the_same_address_but_another_name_is_only_perhaps_meant(workspace: Workspace) -> None:
    mail = Point(PointKind.EMAIL, "priya@nairbooks.example", "work")
    new_person(workspace, PersonDraft(given="Anil", family="Menon", points=(mail,)))
    read = read_card(picture_of_code(PRIYA_MECARD), None, "GB", Report())
    draft = checked_draft(read, read.fields)
    meant = who_is_on(workspace, None, draft, "GB")
    assert meant is not None
    assert (meant.person.name, meant.is_sure) == ("Anil Menon", False)
    added = add_read_card(workspace, None, draft, NOW)
    assert (added.new_person, people(workspace)) == (True, 2)

"""One line or a pasted signature, in any order, becomes a contact's fields."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.formats.signature import Capture, read_signature

EMAIL, PHONE = "jane.doe@acmebaking.example", "07700 900123"


def fields(capture: Capture) -> tuple[str, str, str, str]:
    return capture.name.given, capture.name.family, capture.organisation, capture.role


@pytest.mark.parametrize("separator", [", ", " | ", "\t", " - ", "; ", "\n", " • "])
@pytest.mark.parametrize("order", list(itertools.permutations(["Jane Doe", "Acme Baking Ltd", EMAIL, PHONE])))
def test_any_order_and_separator(separator: str, order: tuple[str, ...]) -> None:
    capture = read_signature(separator.join(order), "GB")
    assert fields(capture) == ("Jane", "Doe", "Acme Baking Ltd", "")
    assert capture.emails == (EMAIL,)
    assert [(phone.typed, phone.number) for phone in capture.phones] == [(PHONE, "+447700900123")]
    assert capture.leftovers == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Jane Doe Acme Baking Ltd jane.doe@acmebaking.example 07700 900123", ("Jane", "Doe", "Acme Baking Ltd", "")),
        ("07700 900123 jane.doe@acmebaking.example Jane Doe Acme Baking Ltd", ("Jane", "Doe", "Acme Baking Ltd", "")),
        ("Acme Baking Ltd Jane Doe jane.doe@acmebaking.example", ("Jane", "Doe", "Acme Baking Ltd", "")),
        ("Jane Doe Founder Acme Baking Ltd jane@acmebaking.example", ("Jane", "Doe", "Acme Baking Ltd", "Founder")),
        ("Jane Doe, Managing Director at Acme Baking", ("Jane", "Doe", "Acme Baking", "Managing Director")),
        ("Jane Doe from Acme Baking", ("Jane", "Doe", "Acme Baking", "")),
        ("Jane Doe", ("Jane", "Doe", "", "")),
        ("Jane", ("Jane", "", "", "")),
        ("Jane Doe, Northwind", ("Jane", "Doe", "Northwind", "")),
        ("Dr Anna van der Berg, Müller & Co", ("Anna", "van der Berg", "Müller & Co", "")),
        ("Petra Lahn | Geschäftsführerin | Lahn Bau GmbH", ("Petra", "Lahn", "Lahn Bau GmbH", "Geschäftsführerin")),
        ("Sam Okafor, accountant, sam@okafor.example", ("Sam", "Okafor", "", "accountant")),
        ("Name: Jane Doe, Company: Zzz, Role: Dreamer", ("Jane", "Doe", "Zzz", "Dreamer")),
        ("Jane Doe, Engines, Ltd", ("Jane", "Doe", "Engines Ltd", "")),
        ("", ("", "", "", "")),
        ("Priya Shah Shah Accounting priya@shahaccounting.example", ("Priya", "Shah", "Shah Accounting", "")),
        ("O'Neill, Siobhan; Owner; Bloom Florist", ("Siobhan", "O'Neill", "Bloom Florist", "Owner")),
        ("Jane Doe (Acme Ltd) jane@acme.example", ("Jane", "Doe", "Acme Ltd", "")),
        ("jane.doe@firm.example", ("Jane", "Doe", "", "")),
        ("info@firm.example", ("", "", "", "")),
        ("Stone Works mark@stoneworks.example Mark Stone", ("Mark", "Stone", "Stone Works", "")),
    ],
)  # fmt: skip
def test_lines(line: str, expected: tuple[str, str, str, str]) -> None:
    assert fields(read_signature(line, "GB")) == expected


def test_a_whole_signature() -> None:
    capture = read_signature(
        "Hi Tom, lovely to meet you yesterday.\n\nBest regards,\n\nEllen Brandt\nHead of Partnerships\n"
        "Harbour & Finch Studio\n\nT: +44 20 7946 0123 | M: 07700 900 456\nE: ellen@harbourfinch.example\n"
        "W: www.harbourfinch.example\nhttps://www.linkedin.com/in/ellen-brandt\n12 Quay Street, Bristol, BS1 4AA\n\n"
        "Sent from my iPhone\n",
        "GB",
    )
    assert fields(capture) == ("Ellen", "Brandt", "Harbour & Finch Studio", "Head of Partnerships")
    assert [(phone.label, phone.number) for phone in capture.phones] == [
        ("", "+442079460123"),
        ("mobile", "+447700900456"),
    ]
    assert capture.emails == ("ellen@harbourfinch.example",)
    assert capture.web == ("www.harbourfinch.example",)
    assert capture.social == (("linkedin", "https://www.linkedin.com/in/ellen-brandt"),)
    assert capture.address == "12 Quay Street, Bristol, BS1 4AA"
    assert capture.leftovers == ("Hi Tom, lovely to meet you yesterday.",)


def test_a_german_signature() -> None:
    capture = read_signature(
        "Mit freundlichen Grüßen\nJonas Weber\nSteuerberater\nWeber Steuern GmbH\nHauptstraße 5\n10115 Berlin\n"
        "Tel. 030 901820\nHandy: +49 151 23456789\nFax 030 901821\nweber@weber-steuern.example",
        "DE",
    )
    assert fields(capture) == ("Jonas", "Weber", "Weber Steuern GmbH", "Steuerberater")
    assert [(phone.label, phone.number) for phone in capture.phones] == [
        ("", "+4930901820"),
        ("mobile", "+4915123456789"),
        ("fax", "+4930901821"),
    ]
    assert capture.address == "Hauptstraße 5\n10115 Berlin"


def test_an_american_signature() -> None:
    capture = read_signature(
        "--\nMaria Lopez\nVP Sales, Brightside Software Inc.\n(415) 555-0123 x42 (office)\nc 415.555.0199\n"
        "500 Main St, Suite 4, Austin, TX 78701\nmaria@brightside.example | brightside.example | @marialopez",
        "US",
    )
    assert fields(capture) == ("Maria", "Lopez", "Brightside Software Inc.", "VP Sales")
    assert [(phone.label, phone.number) for phone in capture.phones] == [
        ("work", "+14155550123"),
        ("mobile", "+14155550199"),
    ]
    assert capture.address == "500 Main St, Suite 4, Austin, TX 78701"
    assert capture.web == ("brightside.example",)
    assert capture.social == (("", "@marialopez"),)


def test_dates_are_no_phones() -> None:
    assert read_signature("Jane Doe 2026-11-22", "GB").phones == ()
    assert read_signature("Jane Doe 22.11.2026", "GB").phones == ()


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=120), st.text("ab @.,|+0123\n:/<>()&", max_size=80)))
def test_no_text_raises(text: str) -> None:
    capture = read_signature(text, "GB")
    assert isinstance(capture, Capture)


def test_a_very_long_paste_is_cut() -> None:
    capture = read_signature("Jane Doe\n" + "x" * 1_000_000, "GB")
    assert capture.name.given == "Jane"
    assert sum(map(len, capture.leftovers)) + len(capture.organisation) <= 5000


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Acme Ltd, 5 High Street, Leeds LS1 4AB", ("", "", "Acme Ltd", "")),
        ("Address: 5 High Street", ("", "", "", "")),
        ("Jane Doe\nOwner\nDirector\nAcme Ltd\nBeta Ltd", ("Jane", "Doe", "Acme Ltd", "Owner")),
        (
            "Sam Lee senior architect Lee Studio sam.lee@leestudio.example",
            ("Sam", "Lee", "Lee Studio", "senior architect"),
        ),
    ],
)
def test_more_lines(line: str, expected: tuple[str, str, str, str]) -> None:
    assert fields(read_signature(line, "GB")) == expected


def test_what_is_said_twice_is_left_over() -> None:
    capture = read_signature("Jane Doe\nOwner\nAcme Ltd\nBeta Ltd", "GB")
    assert capture.leftovers == ("Beta Ltd",)
    assert read_signature("Address: 5 High Street", "GB").address == "5 High Street"

"""What codes on cards say: vCard, MECARD, addresses, and texts that mean harm."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netdesk.formats.contact_card import AddressParts, ContactCard
from netdesk.formats.qr_card import LONGEST, CodeKind, is_web_address, read_code

VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lindqvist;Marta;;Dr.;\r\nFN:Dr. Marta Lindqvist\r\nORG:Lindqvist Interiors\r\n"
    "TITLE:Founder\r\nTEL;TYPE=CELL:+44 7700 900123\r\nEMAIL:marta@lindqvist.example\r\n"
    "URL:https://lindqvist.example\r\nX-OWN:kept nowhere\r\nEND:VCARD\r\n"
)


def card_of(text: str) -> ContactCard:
    found = read_code(text)
    assert found.kind is CodeKind.CARD
    assert found.card is not None
    return found.card


def escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in '\\;:,"' else char for char in text)


def test_a_vcard_in_a_code() -> None:
    card = card_of(VCARD)
    assert (card.prefix, card.given, card.family) == ("Dr.", "Marta", "Lindqvist")
    assert (card.organisation, card.role) == ("Lindqvist Interiors", "Founder")
    assert [(point.kind, point.value) for point in card.points] == [
        ("phone", "+44 7700 900123"),
        ("email", "marta@lindqvist.example"),
        ("web", "https://lindqvist.example"),
    ]
    assert card.extra == ()


def test_a_mecard_with_everything() -> None:
    card = card_of(
        "MECARD:N:Nair,Priya;ORG:Nair Books;TITLE:Bookkeeper;TEL:+447700900321;TEL:07700 900400;FAX:+4420 5550100;"
        "EMAIL:priya@nairbooks.example;URL:https://nairbooks.example/a;"
        "ADR:,,12 Harbour Street,Bristol,,BS1 4RN,UK;BDAY:19800322;NOTE:Met\\; talked\\, laughed;NICKNAME:Pri;;"
        "EMAIL:behind@the.example;"
    )
    assert (card.given, card.family, card.nickname) == ("Priya", "Nair", "Pri")
    assert (card.organisation, card.role, card.birthday) == ("Nair Books", "Bookkeeper", "1980-03-22")
    assert card.note == "Met; talked, laughed"
    assert [(point.kind, point.label, point.value) for point in card.points[:5]] == [
        ("email", "", "priya@nairbooks.example"),
        ("phone", "", "+447700900321"),
        ("phone", "", "07700 900400"),
        ("phone", "fax", "+4420 5550100"),
        ("web", "", "https://nairbooks.example/a"),
    ]
    assert card.points[5].parts == AddressParts(
        street="12 Harbour Street", locality="Bristol", postcode="BS1 4RN", country="UK"
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Doe,Jane", ("Jane", "Doe")),
        ("Jane Doe", ("Jane", "Doe")),
        ("Doe\\, Jr,Jane", ("Jane", "Doe, Jr")),
        ("Doe", ("Doe", "")),
        (",Jane", ("Jane", "")),
    ],
)
def test_names_in_a_mecard(name: str, expected: tuple[str, str]) -> None:
    card = card_of(f"mecard: N:{name};TEL:07700900321")
    assert (card.given, card.family) == expected


def test_an_address_without_seven_parts_stays_as_it_is_written() -> None:
    card = card_of("MECARD:N:Jane;ADR:12 Harbour Street, Bristol;;")
    assert [(point.value, point.parts) for point in card.of_kind("address")] == [
        ("12 Harbour Street, Bristol", None)
    ]


values = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\u202a\u202e"), min_size=1
).map(lambda text: " ".join(text.split())).filter(lambda text: text and not text.startswith("\u2066"))  # fmt: skip


@given(values, values, values)
@example("\\", ";", ":")
@example("a\\", "b;;c", "d,\\,e")
def test_what_was_escaped_comes_back(organisation: str, note: str, role: str) -> None:
    turns = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    organisation, note, role = (text.translate(turns).strip() for text in (organisation, note, role))
    text = f"MECARD:N:Doe,Jane;ORG:{escaped(organisation)};NOTE:{escaped(note)};TITLE:{escaped(role)};;"
    card = card_of(text)
    assert (card.organisation, card.note, card.role) == (organisation[:1000], note[:1000], role[:1000])


@given(st.text(max_size=200), st.sampled_from(["", "MECARD:", "BEGIN:VCARD\n", "mailto:", "tel:", "http://"]))
def test_no_text_of_a_code_raises_and_all_of_it_can_be_shown(text: str, start: str) -> None:
    found = read_code(start + text)
    assert not set(found.text) & {chr(code) for code in range(32) if chr(code) not in "\n\t"}
    assert found.text.encode().decode() == found.text
    assert (found.card is not None) == (found.kind is CodeKind.CARD)


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("https://lindqvist.example/card?id=7", CodeKind.WEB, "https://lindqvist.example/card?id=7"),
        ("HTTPS://LINDQVIST.EXAMPLE", CodeKind.WEB, "HTTPS://LINDQVIST.EXAMPLE"),
        ("www.lindqvist.example", CodeKind.WEB, "www.lindqvist.example"),
        ("mailto:marta@lindqvist.example?subject=Hello", CodeKind.EMAIL, "marta@lindqvist.example"),
        ("marta@lindqvist.example", CodeKind.EMAIL, "marta@lindqvist.example"),
        ("tel:+44 7700 900123", CodeKind.PHONE, "+44 7700 900123"),
        ("javascript:alert(1)", CodeKind.TEXT, "javascript:alert(1)"),
        ("file:///etc/passwd", CodeKind.TEXT, "file:///etc/passwd"),
        ("<img src=file:///dev/zero>", CodeKind.TEXT, "<img src=file:///dev/zero>"),
        ("WIFI:S:Hall;T:WPA;P:secret;;", CodeKind.TEXT, "WIFI:S:Hall;T:WPA;P:secret;;"),
        ("MECARD:;;", CodeKind.TEXT, "MECARD:;;"),
        ("BEGIN:VCARD\nEND:VCARD", CodeKind.TEXT, "BEGIN:VCARD\nEND:VCARD"),
        ("", CodeKind.TEXT, ""),
    ],
)
def test_what_is_no_card(text: str, kind: CodeKind, shown: str) -> None:
    found = read_code(text)
    assert (found.kind, found.text, found.card) == (kind, shown, None)


def test_a_text_of_megabytes_is_cut_before_it_is_read() -> None:
    huge = "MECARD:N:Doe,Jane;NOTE:" + "x" * 5_000_000
    card = card_of(huge)
    assert len(card.note) == 1_000
    assert len(read_code("y" * 3_000_000).text) == LONGEST
    assert read_code("MECARD:" + ";" * 1_000_000).kind is CodeKind.TEXT


def test_what_nobody_sees_is_dropped() -> None:
    assert read_code("a\0b\x07c\u202ed\u2066e\ud800f").text == "abcdef"


def test_only_web_addresses_become_web_addresses() -> None:
    card = card_of("MECARD:N:Doe,Jane;URL:javascript\\:alert(1);URL:https\\://doe.example;;")
    assert [point.value for point in card.of_kind("web")] == ["https://doe.example"]
    assert card.note == "Address as written: javascript:alert(1)"
    card = card_of(VCARD.replace("https://lindqvist.example", "data:text/html,<script>x</script>"))
    assert card.of_kind("web") == ()
    assert "data:text/html" in card.note


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("doe.example", True), ("doe.example:8080/x", True), ("HTTP://x.example", True), ("vbscript:x", False)],
)
def test_web_addresses(text: str, is_one: bool) -> None:
    assert is_web_address(text) is is_one

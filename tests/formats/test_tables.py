"""Tables of text and LinkedIn's list of connections."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.formats.contact_card import CardPoint, ContactCard, Unreadable
from netdesk.formats.csv_table import CsvRow, delimiter_of, read_rows
from netdesk.formats.linkedin import connected_date, profile_key, read_linkedin

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
PREAMBLE = 'Notes:\n"When exporting your connection data, some e-mails are missing, as they are private."\n\n'


def rows(text: str | bytes) -> list[CsvRow | Unreadable]:
    return list(read_rows(text.encode() if isinstance(text, str) else text))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_encoding_and_delimiter(encoding: str, delimiter: str) -> None:
    text = f'Name{delimiter}Firm\r\nZoë{delimiter}"A{delimiter} B"\r\n'
    assert rows(text.encode(encoding)) == [CsvRow(1, ("Name", "Firm")), CsvRow(2, ("Zoë", f"A{delimiter} B"))]


def test_line_breaks_in_quotes_and_empty_rows() -> None:
    assert rows('a,b\n"1\n2",3\n,\n\nx,"y ""z"""\n') == [
        CsvRow(1, ("a", "b")),
        CsvRow(2, ("1\n2", "3")),
        CsvRow(6, ("x", 'y "z"')),
    ]


def test_a_quote_that_never_closes_costs_its_line_only() -> None:
    found = rows('a,b\n1,2\n"oops,3\n4,5\n6,7\n')
    assert [row.cells for row in found if isinstance(row, CsvRow)] == [
        ("a", "b"),
        ("1", "2"),
        ("4", "5"),
        ("6", "7"),
    ]
    (broken,) = [row for row in found if isinstance(row, Unreadable)]
    assert broken == Unreadable(3, "The line ends inside quotes.", '"oops,3')


def test_a_quote_open_on_the_last_line() -> None:
    found = rows('a,b\n1,"2')
    assert found[0] == CsvRow(1, ("a", "b"))
    assert isinstance(found[1], Unreadable)
    assert found[1].line == 2


def test_the_separator_line_of_spreadsheets() -> None:
    assert delimiter_of("sep=;\na;b") == ";"
    assert rows("sep=;\na;b,c\n") == [CsvRow(2, ("a", "b,c"))]


def test_a_cell_of_a_million_characters() -> None:
    found = rows("a,b\n" + "x" * 1_000_000 + ",y\n")
    assert isinstance(found[1], CsvRow)
    assert len(found[1].cells[0]) == 1_000_000


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text('",;\n\rab\0 ', max_size=60).map(str.encode)))
def test_no_bytes_raise(data: bytes) -> None:
    for row in read_rows(data):
        assert row.line >= 1
    for found in read_linkedin(data):
        assert found.line >= 1


@pytest.mark.parametrize("preamble", ["", PREAMBLE, "\ufeff" + PREAMBLE])
def test_linkedin(preamble: str) -> None:
    text = preamble + HEADER + (
        "\nAda,Byron,https://www.linkedin.com/in/ada,,\"Engines, Ltd\",Countess,12 Mar 2024"
        "\n,,,,,,"
        "\n,,https://www.linkedin.com/in/x,,,,02 Jan 2023"
        "\nBob,,https://www.linkedin.com/in/bob,bob@firm.example,,,7-Feb-22\n"
    )  # fmt: skip
    ada, nobody, bob = read_linkedin(text.encode())
    assert ada == ContactCard(
        given="Ada",
        family="Byron",
        formatted_name="Ada Byron",
        organisation="Engines, Ltd",
        role="Countess",
        points=(CardPoint("social", "linkedin", "https://www.linkedin.com/in/ada"),),
        connected_on="2024-03-12",
    )
    assert isinstance(nobody, Unreadable)
    assert "no name" in nobody.why
    assert nobody.line == 4 + (3 if preamble else 0)
    assert isinstance(bob, ContactCard)
    assert bob.connected_on == "2022-02-07"
    assert bob.of_kind("email")[0].value == "bob@firm.example"


def test_older_exports_have_no_url() -> None:
    text = "First Name,Last Name,Email Address,Company,Position,Connected On\nAda,Byron,a@b.example,E,C,01 May 2019\n"
    (ada,) = read_linkedin(text.encode())
    assert isinstance(ada, ContactCard)
    assert (ada.connected_on, ada.points) == ("2019-05-01", (CardPoint("email", "", "a@b.example"),))


@pytest.mark.parametrize(
    ("text", "day_first", "date"),
    [
        ("12 Mar 2024", False, "2024-03-12"),
        ("7-Feb-22", False, "2022-02-07"),
        ("1/2/2024", False, "2024-01-02"),
        ("1/2/2024", True, "2024-02-01"),
        ("1/2/24", False, "2024-01-02"),
        ("2024-02-20", False, "2024-02-20"),
        ("yesterday", False, None),
        ("", False, None),
    ],
)
def test_dates_of_linkedin(text: str, day_first: bool, date: str | None) -> None:
    assert connected_date(text, day_first) == date


def test_one_day_above_twelve_settles_the_whole_column() -> None:
    text = HEADER + "\nA,B,,,,,3/12/2024\nC,D,,,,,25/1/2024\n"
    assert [card.connected_on for card in read_linkedin(text.encode()) if isinstance(card, ContactCard)] == [
        "2024-12-03",
        "2024-01-25",
    ]


def test_the_same_profile_however_it_is_written() -> None:
    keys = {
        profile_key(address)
        for address in (
            "https://www.linkedin.com/in/Ada-Byron/",
            "http://linkedin.com/in/ada-byron",
            "https://uk.linkedin.com/in/ada-byron?trk=x",
            " HTTPS://WWW.LINKEDIN.COM/in/ada-byron#a",
        )
    }
    assert keys == {"linkedin.com/in/ada-byron"}


def test_a_file_without_the_header_says_so() -> None:
    (found,) = read_linkedin(b"a,b\n1,2\n")
    assert isinstance(found, Unreadable)
    assert "LinkedIn" in found.why

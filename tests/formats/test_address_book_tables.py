"""The tables of Google, Outlook and Thunderbird."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.formats.contact_card import AddressParts, CardPoint, CardRelation, ContactCard, Unreadable
from netdesk.formats.google_csv import read_google
from netdesk.formats.outlook_csv import read_outlook
from netdesk.formats.recognise import FileKind, read_contacts, recognise
from netdesk.formats.thunderbird_csv import read_thunderbird


def headings(text: str) -> list[str]:
    return text.split(",")


GOOGLE = headings(
    "First Name,Middle Name,Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,"
    "Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Country,Website 1 - Label,"
    "Website 1 - Value,Event 1 - Label,Event 1 - Value"
)
OLD_GOOGLE = headings(
    "Name,Given Name,Additional Name,Family Name,Name Prefix,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "Organization 1 - Name,Organization 1 - Title,Relation 1 - Type,Relation 1 - Value"
)
OUTLOOK = headings(
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,"
    "Business Street,Business City,Home Phone,"
    "Mobile Phone,Birthday,Anniversary,Categories,E-mail Address,Referred By,Web Page"
)
THUNDERBIRD = headings(
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Address,"
    "Home City,Web Page 1,Birth Year,Birth Month,Birth Day,Custom 1,Notes,"
)


def table(header: list[str], *rows: dict[str, str]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, header)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def only(data: bytes, kind: FileKind) -> ContactCard:
    assert recognise(data, "contacts.csv") is kind
    (card,) = read_contacts(data, "contacts.csv")
    assert isinstance(card, ContactCard)
    return card


def test_google() -> None:
    row = {
        "First Name": "Ada", "Last Name": "Byron", "Organization Name": "Engines", "Birthday": "--12-10",
        "Notes": "one\ntwo", "Labels": "* coworkers ::: * myContacts", "E-mail 1 - Label": "* Work",
        "E-mail 1 - Value": "a@b.example ::: c@d.example", "Phone 1 - Label": "Work Fax", "Phone 1 - Value": "1234567",
        "Address 1 - Label": "Home", "Address 1 - Formatted": "1 High St\nLeeds", "Address 1 - Street": "1 High St",
        "Address 1 - City": "Leeds", "Website 1 - Label": "Profile", "Website 1 - Value": "https://linkedin.com/in/ada",
        "Event 1 - Label": "Anniversary", "Event 1 - Value": "1835-07-08",
    }  # fmt: skip
    card = only(table(GOOGLE, row), FileKind.GOOGLE)
    assert (card.given, card.family, card.organisation, card.note) == ("Ada", "Byron", "Engines", "one\ntwo")
    assert (card.birthday, card.anniversary, card.categories) == ("--12-10", "1835-07-08", ("coworkers",))
    assert card.points == (
        CardPoint("email", "work", "a@b.example", True),
        CardPoint("email", "work", "c@d.example", True),
        CardPoint("phone", "work fax", "1234567"),
        CardPoint(
            "address", "home", "1 High St\nLeeds", False, AddressParts(street="1 High St", locality="Leeds")
        ),
        CardPoint("social", "linkedin", "https://linkedin.com/in/ada"),
    )


def test_older_google() -> None:
    row = {
        "Name": "Ada Byron", "Given Name": "Ada", "Family Name": "Byron", "Group Membership": "* My Contacts ::: VIP",
        "E-mail 1 - Type": "* Home", "E-mail 1 - Value": "a@b.example", "Organization 1 - Title": "Countess",
        "Relation 1 - Type": "Spouse", "Relation 1 - Value": "William",
    }  # fmt: skip
    card = only(table(OLD_GOOGLE, row), FileKind.GOOGLE)
    assert (card.formatted_name, card.role, card.categories) == ("Ada Byron", "Countess", ("VIP",))
    assert card.relations == (CardRelation("spouse", "William"),)
    assert card.points == (CardPoint("email", "home", "a@b.example", True),)


def test_outlook() -> None:
    row = {
        "Title": "Dr", "First Name": "Ada", "Last Name": "Byron", "Company": "Engines", "Job Title": "Countess",
        "Business Street": "1 High St", "Business City": "Leeds", "Mobile Phone": "07700 900123",
        "Birthday": "12/10/1815",
        "Anniversary": "0/0/00", "Categories": "VIP;maths", "E-mail Address": "a@b.example", "Referred By": "Mary",
        "Web Page": "https://b.example",
    }  # fmt: skip
    card = only(table(OUTLOOK, row), FileKind.OUTLOOK)
    assert (card.prefix, card.display_name, card.role) == ("Dr", "Dr Ada Byron", "Countess")
    assert (card.birthday, card.anniversary, card.categories) == ("1815-12-10", None, ("VIP", "maths"))
    assert [point.kind for point in card.points] == ["email", "phone", "address", "web"]
    assert card.relations == (CardRelation("referred by", "Mary"),)


def test_thunderbird() -> None:
    row = {
        "First Name": "Ada", "Display Name": "Ada B", "Primary Email": "a@b.example", "Screen Name": "ada",
        "Work Phone": "1234567", "Home Address": "1 High St", "Home City": "Leeds", "Birth Month": "12",
        "Birth Day": "10",
        "Custom 1": "own", "Notes": "note",
    }  # fmt: skip
    card = only(table(THUNDERBIRD, row), FileKind.THUNDERBIRD)
    assert (card.formatted_name, card.birthday, card.note) == ("Ada B", "--12-10", "note\nown")
    assert card.of_kind("address")[0].parts == AddressParts(street="1 High St", locality="Leeds")
    assert card.of_kind("social") == (CardPoint("social", "messenger", "ada"),)


@pytest.mark.parametrize("header", [GOOGLE, OLD_GOOGLE, OUTLOOK, THUNDERBIRD])
def test_a_row_with_nothing_to_know_a_person_by_is_reported(header: list[str]) -> None:
    data = ",".join(header).encode() + b"\n" + b"," * (len(header) + 2) + b"x\n"
    (found,) = read_contacts(data, "contacts.csv")
    assert isinstance(found, Unreadable)
    assert found.line == 2


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([GOOGLE, OUTLOOK, THUNDERBIRD]), st.text('a,";\n*:/-019@', max_size=80))
def test_no_rows_raise(header: list[str], rows: str) -> None:
    data = (",".join(header) + "\n" + rows).encode()
    for read in (read_google, read_outlook, read_thunderbird):
        for found in read(data):
            assert found.line >= 2

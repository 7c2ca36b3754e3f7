"""Address cards other programs really wrote, each with what must come out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from netdesk.formats.contact_card import AddressParts, CardRelation, ContactCard
from netdesk.formats.vcard_reader import read_cards

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "vcard"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the collection of real cards is not here")


def cards_of(name: str) -> list[ContactCard]:
    found = list(read_cards((CORPUS / f"{name}.vcf").read_bytes()))
    cards = [card for card in found if isinstance(card, ContactCard)]
    assert cards == found, "every piece of this file is a card"
    return cards


def only(name: str) -> ContactCard:
    cards = cards_of(name)
    assert len(cards) == 1
    return cards[0]


def reach(card: ContactCard, kind: str) -> list[tuple[str, str]]:
    return [(point.label, point.value) for point in card.points if point.kind == kind]


def addresses(card: ContactCard) -> list[AddressParts]:
    return [point.parts for point in card.points if point.parts is not None]


def name_of(card: ContactCard) -> tuple[str, ...]:
    return card.prefix, card.given, card.additional, card.family, card.suffix


def test_iphone() -> None:
    card = only("John_Doe_IPHONE")
    assert name_of(card) == ("Mr.", "John", "Richter James", "Doe", "Sr.")
    assert card.formatted_name == "Mr. John Richter James Doe Sr."
    assert (card.nickname, card.organisation, card.department, card.role) == (
        "Johny", "IBM", "Accounting", "Money Counter",
    )  # fmt: skip
    assert reach(card, "email") == [("", "john.doe@ibm.com")]
    assert reach(card, "phone") == [
        ("mobile", "905-555-1234"),
        ("home", "905-666-1234"),
        ("work", "905-777-1234"),
        ("home fax", "905-888-1234"),
        ("work fax", "905-999-1234"),
        ("pager", "905-111-1234"),
        ("assistant phone", "905-222-1234"),
    ]
    assert addresses(card)[1] == AddressParts(
        street="Street4\nBuilding 6\nFloor 8", locality="New York", postcode="12345", country="USA"
    )
    assert reach(card, "web") == [("home page", "http://www.ibm.com")]
    assert card.birthday == "2012-06-06"
    assert card.photo is not None
    assert card.photo.media_type == "image/jpeg"
    assert len(card.photo.data) == 32531
    assert card.photo.data.endswith(b"\xff\xd9")


def test_mac_address_book() -> None:
    card = only("John_Doe_MAC_ADDRESS_BOOK")
    assert name_of(card) == ("Mr.", "John", "Richter,James", "Doe", "Sr.")
    assert ("AssistantPhone", "905-222-1234") in reach(card, "phone")
    assert card.birthday == "2012-06-06"
    assert card.relations == (CardRelation("Spouse", "Jenny"),)
    assert card.note.endswith("POSSIBILITY OF SUCH DAMAGE.\nFavotire Color: Blue")
    assert card.photo is not None
    assert len(card.photo.data) == 18242
    assert "X-PHONETIC-FIRST-NAME:Jon" in card.extra


def test_android() -> None:
    cards = cards_of("John_Doe_ANDROID")
    assert [card.line for card in cards] == [1, 6, 11, 18, 36, 71]
    assert [card.display_name for card in cards[:3]] == [
        "john.doe@company.com",
        "jane.doe@company.com",
        "Ñ Ñ Ñ Ñ Ñ",
    ]
    assert (cards[4].family, cards[4].given) == ("Ñ Ñ", "Ñ Ñ Ñ")
    assert reach(cards[3], "phone") == [
        ("mobile", "123456"),
        ("home", "234567"),
        ("mobile", "3456789"),
        ("home", "45678901"),
    ]
    assert cards[4].photo is not None
    assert cards[4].photo.data.startswith(b"\xff\xd8\xff\xe0")
    assert cards[5].organisation == "Ñ" * 44
    assert all(card.categories == () for card in cards), "My Contacts is a system group, no tag"


def test_blackberry() -> None:
    card = only("John_Doe_BLACK_BERRY")
    assert (card.given, card.family, card.formatted_name) == ("john", "Doe", "John Doe")
    assert reach(card, "phone") == [("mobile", "+96123456789")]
    assert card.photo is not None
    assert card.photo.media_type == "image/jpeg"
    assert card.note == ""


def test_evolution() -> None:
    card = only("John_Doe_EVOLUTION")
    assert card.uid == "477343c8e6bf375a9bac1f96a5000837"
    assert name_of(card) == ("Mr.", "John", "Richter, James", "Doe", "Sr.")
    assert (card.organisation, card.department) == ("IBM", "Accounting, Dungeon")
    assert (card.birthday, card.anniversary) == ("1980-03-22", "1980-03-22")
    assert card.relations == (
        CardRelation("spouse", "Maria"),
        CardRelation("manager", "Big Blue"),
        CardRelation("assistant", "Little Red"),
    )
    assert reach(card, "phone") == [("mobile", "905-666-1234"), ("work", "905-555-1234")]
    assert reach(card, "web") == [("", "http://www.ibm.com")]
    assert addresses(card)[0].country == "United States of America"
    assert card.categories == ("VIP",)


def test_gmail() -> None:
    card = only("John_Doe_GMAIL")
    assert (card.birthday, card.anniversary) == ("1980-03-22", "1975-03-01")
    assert card.relations == (CardRelation("spouse", "Jenny"),)
    assert reach(card, "web") == [("work", "http://www.ibm.com")]
    assert addresses(card)[0].street.splitlines()[0] == "Crescent moon drive"
    assert addresses(card)[0].extended == ""


def test_gmail_lists_and_labels() -> None:
    assert [card.formatted_name for card in cards_of("gmail-list")] == [
        "Arnold Smith",
        "Chris Beatle",
        "Doug White",
    ]
    greg = only("gmail-single")
    assert ("GRAND_CENTRAL", "555 555 2222") in reach(greg, "phone")
    assert [point.label for point in greg.of_kind("address")] == ["home", "CustomAdrType"]
    assert (greg.birthday, greg.anniversary) == ("1960-09-10", "1970-06-02")
    test = only("gmail-single2")
    assert len(test.of_kind("email")) == 5
    assert len(test.of_kind("phone")) == 11
    assert len(test.of_kind("address")) == 5
    assert len(test.of_kind("web")) == 6
    assert len(test.of_kind("social")) == 8
    assert len(test.relations) == 16
    assert (test.birthday, test.anniversary) == ("1912-06-23", "1930-03-20")
    assert "item10.X-ABLabel:CustomDateCategory" in test.extra


def test_lotus_notes() -> None:
    card = only("John_Doe_LOTUS_NOTES")
    assert name_of(card) == ("Mr.", "John", "Johny", "Doe", "I")
    assert reach(card, "phone") == [("mobile", "+1 (212) 204-34456"), ("work fax", "00-1-212-555-7777")]
    assert card.birthday == "1980-05-21"
    assert card.photo is not None
    assert len(card.photo.data) == 7957
    assert "ROLE:Counting Money" in card.extra


def test_outlook() -> None:
    card = only("John_Doe_MS_OUTLOOK")
    assert name_of(card) == ("Mr.", "John", "Richter James", "Doe", "Sr.")
    assert (card.birthday, card.anniversary) == ("1980-03-22", "2011-01-13")
    assert [point.label for point in card.of_kind("address")] == ["work", "home"]
    assert card.photo is not None
    assert card.photo.media_type == "image/jpeg"
    older = only("outlook-2003")
    assert (older.organisation, older.department) == ("Company, The", "TheDepartment")
    assert older.note == "This is the note field!!\nSecond line\n\nThird line is empty"
    assert older.birthday == "1980-03-21"
    newer = only("outlook-2007")
    assert name_of(newer) == ("Mr.", "Michael", "", "Angstadt", "Jr.")
    assert (newer.birthday, newer.anniversary) == ("1922-03-10", "2012-08-01")
    assert newer.note.startswith("This is the NOTE field\t\nI assume")
    assert newer.photo is not None
    assert len(newer.photo.data) == 2324
    assert any(line.startswith("KEY;TYPE=x509;ENCODING=b:MIIB/jCC") for line in newer.extra)


def test_fullcontact() -> None:
    card = only("fullcontact")
    assert name_of(card) == ("Prefix", "FirstName", "MiddleName", "LastName", "Suffix")
    assert (card.organisation, card.department, card.role) == ("Organization1", "Department1", "Title1")
    assert "ORG:Organization2;Department2" in card.extra
    assert card.birthday == "2016-08-01"
    assert card.photo is None
    assert sum(line.startswith("PHOTO:https:") for line in card.extra) == 3
    assert reach(card, "social")[:2] == [("gtalk", "gtalk"), ("skype", "skype")]
    assert len(card.of_kind("phone")) == 9


def test_examples_of_the_standards() -> None:
    frank, tim = cards_of("rfc2426-example")
    assert addresses(frank)[0] == AddressParts(
        street="6544 Battleford Drive",
        locality="Raleigh",
        region="NC",
        postcode="27613-3502",
        country="U.S.A.",
    )
    assert addresses(tim)[0].postcode == "94043"
    simon = only("rfc6350-example")
    assert simon.birthday == "--02-03"
    assert simon.anniversary == "2009-08-08"
    assert simon.suffix == "ing. jr, M.Sc."
    assert reach(simon, "phone") == [("work", "+1-418-656-9254 ext. 102"), ("work mobile", "+1-418-262-6501")]


def test_thunderbird() -> None:
    card = only("thunderbird-MoreFunctionsForAddressBook-extension")
    assert card.categories == ("category1", "category2", "category3")
    assert (card.birthday, card.anniversary) == ("1970-09-21", "1990-04-30")
    assert len(card.of_kind("email")) == 5
    assert card.photo is not None
    assert len(card.photo.data) == 8940
    assert card.relations == (CardRelation("spouse", "TheSpouse"),)

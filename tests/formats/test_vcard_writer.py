"""What is written reads the same again, here and with another program's reader."""

from __future__ import annotations

import base64
import warnings
from pathlib import Path

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.formats.contact_card import AddressParts, CardPhoto, CardPoint, CardRelation, ContactCard
from netdesk.formats.vcard_reader import read_cards
from netdesk.formats.vcard_writer import Version, folded, write_card, write_cards

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256))
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "vcard"

ADA = ContactCard(
    uid="urn:uuid:1",
    prefix="Dr",
    given="Ada",
    family="Byron; King",
    formatted_name="Dr Ada Byron, King",
    organisation="Engines & Co, Ltd",
    department="Looms",
    role="Countess",
    points=(
        CardPoint("email", "work", "ada@engines.example", True),
        CardPoint("phone", "work fax", "+44 7700 900123"),
        CardPoint("phone", "On the boat", "+44 7700 900124"),
        CardPoint(
            "address",
"home",
"1 High St\nFlat 2\nLeeds LS1",
False,
AddressParts("", "", "1 High St\nFlat 2", "Leeds", "", "LS1"),
        ),
        CardPoint("web", "", "https://engines.example/?a=1,2;3"),
        CardPoint("social", "linkedin", "https://www.linkedin.com/in/ada"),
        CardPoint("social", "skype", "ada:b c"),
        CardPoint("social", "twitter", "@ada"),
    ),
    birthday="--12-10",
    anniversary="1835-07-08",
    connected_on="2024-03-12",
    note="Line one\nLine \\ two; ünïcode 🎩",
    categories=("VIP", "maths"),
    photo=CardPhoto(JPEG, "image/jpeg"),
    kind="org",
    relations=(CardRelation("Friend", "Charles"), CardRelation("", "Mary")),
    extra=("item1.X-FOO;TYPE=z:1", "item1.X-ABLabel:Mine", "X-BAR:a\\,b"),
)  # fmt: skip


def again(card: ContactCard, version: Version) -> ContactCard:
    (found,) = read_cards(b"".join(write_cards([card], version)))
    assert isinstance(found, ContactCard)
    return found


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_everything_comes_back(version: Version) -> None:
    assert again(ADA, version) == ADA
    assert again(ADA, version).warnings == ()


def test_lines_are_folded_at_75_octets_and_end_with_crlf() -> None:
    text = write_card(ADA)
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
    assert text.endswith("END:VCARD\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert folded("N:" + "é" * 50).replace("\r\n ", "") == "N:" + "é" * 50 + "\r\n"


def test_the_two_versions_write_dates_and_photos_their_own_way() -> None:
    three, four = (write_card(ADA, version).replace("\r\n ", "") for version in ("3.0", "4.0"))
    assert "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10" in three
    assert "BDAY:--1210" in four
    assert "PHOTO;ENCODING=b;TYPE=JPEG:/9j/" in three
    assert "PHOTO:data:image/jpeg;base64,/9j/" in four
    assert "EMAIL;TYPE=INTERNET,WORK,PREF:ada@engines.example" in three
    assert "EMAIL;TYPE=WORK;PREF=1:ada@engines.example" in four


def test_another_reader_understands_it() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        card = vobject.readOne(write_card(ADA))
    assert card.fn.value == ADA.formatted_name
    assert (card.n.value.family, card.n.value.given, card.n.value.prefix) == ("Byron; King", "Ada", "Dr")
    assert card.org.value == ["Engines & Co, Ltd", "Looms"]
    assert card.email.value == "ada@engines.example"
    assert [tel.value for tel in card.tel_list] == ["+44 7700 900123", "+44 7700 900124"]
    assert card.note.value == ADA.note
    assert card.photo.value == JPEG
    assert card.adr.value.city == "Leeds"
    assert "X-BAR" in {child.name.upper() for child in card.getChildren()}


def test_a_card_without_a_name_still_gets_one_to_show() -> None:
    card = again(ContactCard(points=(CardPoint("email", "", "a@b.example"),)), "3.0")
    assert card.formatted_name == "a@b.example"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the collection of real cards is not here")
@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_real_cards_come_back(version: Version) -> None:
    count = 0
    for path in sorted(CORPUS.glob("*.vcf")):
        for card in read_cards(path.read_bytes()):
            assert isinstance(card, ContactCard)
            if card.formatted_name:
                count += 1
                assert again(card, version) == card, path.name
    assert count > 15


def _words(minimum: int = 0) -> st.SearchStrategy[str]:
    letters = st.characters(exclude_categories=("C", "Z"), exclude_characters="\u2028\u2029")
    word = st.text(letters, min_size=1, max_size=12)
    return st.lists(word, min_size=minimum, max_size=3).map(" ".join)


LABELS = st.sampled_from(
    ["", "work", "home", "mobile", "work mobile", "home fax", "pager", "My own; label", "main"]
)
POINTS = st.one_of(
    st.builds(
        CardPoint,
        st.just("phone"),
        LABELS,
        st.from_regex(r"\+?[0-9][0-9 ]{3,9}[0-9]", fullmatch=True),
        st.booleans(),
    ),
    st.builds(
        CardPoint, st.just("email"), LABELS, st.from_regex(r"[a-z.]{1,9}@[a-z]{1,9}\.example", fullmatch=True)
    ),
    st.builds(
        CardPoint,
        st.just("social"),
        st.sampled_from(["skype", "twitter", "xmpp", "Some Place"]),
        _words(1).map(lambda text: text.replace(":", "").strip() or "x"),
    ),
    st.builds(AddressParts, *[_words()] * 6, _words(1)).flatmap(
        lambda parts: st.builds(
            CardPoint, st.just("address"), LABELS, st.just(parts.formatted()), st.booleans(), st.just(parts)
        )
    ),
)
DATES = st.sampled_from([None, "1980-03-22", "--02-29", "1980", "1980-05", "--05"])
CARDS = st.builds(
    ContactCard,
    uid=_words(),
    prefix=_words(),
    given=_words(),
    additional=_words(),
    family=_words(),
    suffix=_words(),
    nickname=_words(),
    formatted_name=_words(1),
    organisation=_words(1),
    department=_words(),
    role=_words(),
    points=st.lists(POINTS, max_size=5).map(tuple),
    birthday=DATES,
    anniversary=DATES,
    note=st.lists(_words(1), max_size=4).map("\n".join),
    categories=st.lists(st.from_regex(r"[a-zA-Zß;]{1,8}", fullmatch=True), max_size=3, unique=True).map(
        tuple
    ),
    photo=st.one_of(
        st.none(), st.binary(min_size=20, max_size=90).map(lambda tail: CardPhoto(JPEG + tail, "image/jpeg"))
    ),
    relations=st.lists(
        st.builds(CardRelation, st.sampled_from(["", "spouse", "A b"]), _words(1)), max_size=2
    ).map(tuple),
    extra=st.lists(st.from_regex(r"X-[A-Z]{5,9}:[a-z][a-z ,;]{0,80}[a-z]", fullmatch=True), max_size=3).map(
        tuple
    ),
)


@settings(max_examples=80, deadline=None)
@given(CARDS, st.sampled_from(["3.0", "4.0"]))
def test_any_card_comes_back(card: ContactCard, version: Version) -> None:
    assert again(card, version) == card


def test_a_photo_is_whole_after_folding() -> None:
    photo = CardPhoto(JPEG * 40, "image/jpeg")
    card = again(ContactCard(formatted_name="A", photo=photo), "3.0")
    assert card.photo == photo
    assert base64.b64encode(JPEG)[:4] == b"/9j/"


PROPERTIES = st.sampled_from(
    [
        "N",
        "ORG",
        "NOTE",
        "TEL",
        "ADR",
        "BDAY",
        "X-A",
        "item1.X-ABLabel",
        "item1.X-B",
        "PHOTO",
        "CATEGORIES",
        "IMPP",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(PROPERTIES, st.text(st.characters(exclude_categories=("Cs",)), max_size=30)), max_size=8
    ),
    st.sampled_from(["3.0", "4.0"]),
)
def test_whatever_was_read_can_be_written_as_one_card(lines: list[tuple[str, str]], version: Version) -> None:
    text = "".join(f"{name}:{value}\n" for name, value in lines)
    for card in read_cards(f"BEGIN:VCARD\nFN:x\n{text}\nEND:VCARD\n".encode()):
        if isinstance(card, ContactCard):
            found = again(card, version)
            assert (found.note, found.family, found.birthday) == (card.note, card.family, card.birthday)

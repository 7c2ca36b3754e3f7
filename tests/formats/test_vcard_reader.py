"""The tolerant vCard reader: what is odd in a file costs at most the odd line."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.formats.contact_card import CardRelation, ContactCard, Unreadable
from netdesk.formats.vcard_reader import read_cards

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(60))
PNG64 = base64.b64encode(PNG).decode()


def read(text: str | bytes) -> list[ContactCard | Unreadable]:
    return list(read_cards(text.encode() if isinstance(text, str) else text))


def one(body: str | bytes) -> ContactCard:
    if isinstance(body, str):
        body = body.encode()
    found = read(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Byron\r\n" + body + b"\r\nEND:VCARD\r\n")
    assert len(found) == 1
    assert isinstance(found[0], ContactCard)
    assert found[0].formatted_name == "Ada Byron"
    return found[0]


def names(text: str | bytes) -> list[str]:
    return [found.display_name if isinstance(found, ContactCard) else "?" for found in read(text)]


TWO = "BEGIN:VCARD\nVERSION:3.0\nFN:Zoë Å\nEND:VCARD\nBEGIN:VCARD\nFN:Bob\nEND:VCARD\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_line_ends_and_encodings(ending: str, encoding: str) -> None:
    found = read(TWO.replace("\n", ending).encode(encoding))
    assert [card.display_name for card in found if isinstance(card, ContactCard)] == ["Zoë Å", "Bob"]
    assert [card.line for card in found] == [1, 5]


def test_mixed_line_ends() -> None:
    assert names("BEGIN:VCARD\r\nFN:A\nTEL:1\rEND:VCARD\r\r\nBEGIN:VCARD\nFN:B\r\nEND:VCARD") == ["A", "B"]


@pytest.mark.parametrize(
    "text",
    [
        "begin:vcard\nfn:A\nend:vcard\nBegin:VCard\nFN:B\nversion:2.1\nEnd:VCard",
        "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n",
        "BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\n",
        "\n\n# from my phone\nBEGIN:VCARD \nFN:A\nEND: VCARD\n\n\nBEGIN:VCARD\nFN:B\nEND:VCARD\nEND:VCARD\n",
        "  BEGIN:VCARD\n  FN:A\n  END:VCARD\n  BEGIN:VCARD\n  FN:B\n  END:VCARD",
        "BEGIN:VCARD\n\nFN:A\n\nEND:VCARD\n\nBEGIN:VCARD\n\nFN:B\n\nEND:VCARD",
        "BEGIN:VCARD\0\nF\0N:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD",
    ],
)
def test_two_cards_however_they_are_kept_apart(text: str) -> None:
    assert names(text) == ["A", "B"]


def test_a_card_inside_a_card_gives_both() -> None:
    text = "BEGIN:VCARD\nFN:Outer\nBEGIN:VCARD\nFN:Inner\nTEL:1\nEND:VCARD\nTEL:2\nEND:VCARD\n"
    inner, outer = read(text)
    assert isinstance(inner, ContactCard)
    assert isinstance(outer, ContactCard)
    assert (inner.display_name, inner.points[0].value) == ("Inner", "1")
    assert (outer.display_name, outer.points[0].value) == ("Outer", "2")


def test_an_agent_stays_with_its_card() -> None:
    found = read("BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:Agent; 7\nEND:VCARD\nTEL:2\nEND:VCARD\n")
    assert len(found) == 1
    assert isinstance(found[0], ContactCard)
    assert found[0].extra == ("AGENT:BEGIN:VCARD\\nFN:Agent\\; 7\\nEND:VCARD",)
    assert found[0].points[0].value == "2"


def test_lines_outside_cards_and_empty_cards_are_reported_with_their_line() -> None:
    found = read("Hello\nthere\nBEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n")
    assert [type(item) for item in found] == [Unreadable, ContactCard, Unreadable]
    assert [item.line for item in found] == [1, 3, 6]
    assert isinstance(found[0], Unreadable)
    assert "outside" in found[0].why
    assert isinstance(found[2], Unreadable)
    assert "nothing" in found[2].why


def test_a_garbage_line_is_a_warning_only() -> None:
    card = one("TEL:1\r\n%%% no property\r\nNOTE:x")
    # Without a colon and not indented the line cannot be told from a broken one.
    assert card.note == "x"
    assert [(warning.line, "colon" in warning.why) for warning in card.warnings] == [(5, True)]


def test_folds() -> None:
    assert one("NOTE:one t\r\n wo\r\n\t thr\r\n ee").note == "one two three"
    assert one("TEL;TYPE=\r\n CELL:+44 7700 900\r\n 123").points[0].label == "mobile"
    cut = b"NOTE:Zo" + "ë".encode()[:1] + b"\r\n " + "ë".encode()[1:] + b"!"
    assert one(cut).note == "Zoë!"


def test_a_line_of_a_million_characters() -> None:
    card = one("NOTE:" + "x" * 1_000_000)
    assert len(card.note) == 1_000_000
    folded = one("NOTE:" + "\r\n ".join(["y" * 70] * 14_000))
    assert len(folded.note) == 70 * 14_000


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("NOTE;ENCODING=QUOTED-PRINTABLE:caf=C3=A9=\r\n au lait", "caféau lait"),
        ("NOTE;QUOTED-PRINTABLE:caf=C3=A9 =\r\nau lait", "café au lait"),
        ("NOTE;ENCODING=QUOTED-PRINTABLE:caf=E9=0D=0Aau lait", "café\nau lait"),
        ("NOTE;CHARSET=ISO-8859-2;ENCODING=QUOTED-PRINTABLE:=B3=F3d=BC", "łódź"),
        ("NOTE;CHARSET=UTF-8;ENCODING=quoted-printable:a=3Bb=", "a;b"),
        ("NOTE:a\\, b\\; c\\nd\\\\n \\x", "a, b; c\nd\\n \\x"),
        ("NOTE;CHARSET=nonsense:plain", "plain"),
    ],
)
def test_texts(line: str, note: str) -> None:
    assert one(line).note == note


@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("windows-1252", "Müller €"),
        ("SHIFT_JIS", "山田ソ太郎"),
        ("ISO-8859-15", "Šœ"),
        ("GBK", "王小明"),
    ],
)
def test_charsets(charset: str, text: str) -> None:
    assert one(f"ORG;CHARSET={charset}:".encode() + text.encode(charset)).organisation == text


def test_bytes_without_a_charset_are_western() -> None:
    assert one(b"ORG:M\xfcller").organisation == "Müller"


def test_quoted_printable_names_are_split_before_decoding() -> None:
    found = read("BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller=3B;Jo\\;e;;;\nEND:VCARD")
    assert isinstance(found[0], ContactCard)
    assert (found[0].family, found[0].given) == ("Müller;", "Jo;e")


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("TEL:\u202d+44 7700 900123\u202c", "", "+44 7700 900123"),
        ("TEL;VALUE=uri:tel:+1-555-0100;ext=123", "", "+1-555-0100 ext. 123"),
        ("TEL;CELL;WORK:1p2w3", "work mobile", "1p2w3"),
        ("TEL;TYPE=Privat:1", "Privat", "1"),
        ('TEL;TYPE="work,fax":1', "work fax", "1"),
        ("item1.TEL:1\r\nitem1.X-ABLabel:_$!<HomePage>!$_", "home page", "1"),
        ("item1.X-ABLabel:Boat\r\nITEM1.TEL:1", "Boat", "1"),
        ("EMAIL;TYPE=INTERNET:mailto:ada@firm.example", "", "ada@firm.example"),
        ("EMAIL;TYPE=INTERNET,HOME:<ada@firm.example>", "home", "ada@firm.example"),
        ("URL:http\\://firm.example/a", "", "http://firm.example/a"),
        ("URL:https://www.linkedin.com/in/ada", "linkedin", "https://www.linkedin.com/in/ada"),
        ("X-SOCIALPROFILE;type=twitter:http://twitter.example/ada", "twitter", "http://twitter.example/ada"),
        ("X-SOCIALPROFILE;type=Bubble;x-user=ada:x-apple:ada", "bubble", "ada"),
        ("IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:ada", "skype", "ada"),
        ("IMPP:xmpp:ada@chat.example", "xmpp", "ada@chat.example"),
    ],
)
def test_points(line: str, label: str, value: str) -> None:
    card = one(line)
    assert [(point.label, point.value) for point in card.points] == [(label, value)]
    assert card.warnings == ()


@pytest.mark.parametrize(
    "line", ["TEL:", "EMAIL:  ", "BDAY:", "BDAY;VALUE=date:", "PHOTO:", "ADR:;;;;;;", "NOTE:", "ORG:;"]
)
def test_empty_values_are_nothing(line: str) -> None:
    card = one(line)
    assert card == ContactCard(formatted_name="Ada Byron")
    assert card.warnings == ()


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:1980-03-22", "1980-03-22"),
        ("BDAY;VALUE=date:19800322", "1980-03-22"),
        ("BDAY:1980-03-22T00:00:00Z", "1980-03-22"),
        ("BDAY:--0122", "--01-22"),
        ("BDAY:--01-22", "--01-22"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "--02-29"),
        ("BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1900:1900-01-22", "--01-22"),
        ("BDAY;VALUE=text:22 March 1980", "1980-03-22"),
        ("BDAY:1980", "1980"),
        ("BDAY;ALTID=1:20160801\r\nBDAY;ALTID=1;VALUE=text:2016-08-01", "2016-08-01"),
    ],
)
def test_birthdays(line: str, birthday: str) -> None:
    card = one(line)
    assert card.birthday == birthday
    assert card.extra == ()


def test_a_birthday_that_is_none_is_kept_and_told() -> None:
    card = one("BDAY;VALUE=text:circa 1800\r\nBDAY:2011-02-30")
    assert card.birthday is None
    assert card.extra == ("BDAY;VALUE=text:circa 1800", "BDAY:2011-02-30")
    assert [warning.line for warning in card.warnings] == [4, 5]


@pytest.mark.parametrize(
    "line",
    [
        "item1.X-ABDATE:1975-03-01\r\nitem1.X-ABLabel:_$!<Anniversary>!$_",
        "X-MS-ANNIVERSARY:19750301",
        "X-ANNIVERSARY:1975-03-01",
        "X-EVOLUTION-ANNIVERSARY:1975-03-01",
        "X-KADDRESSBOOK-X-Anniversary:1975-03-01",
        "ANNIVERSARY:19750301",
    ],
)
def test_anniversaries(line: str) -> None:
    card = one(line)
    assert card.anniversary == "1975-03-01"
    assert card.extra == ()


FOLDED = PNG64[:40] + "\r\n " + PNG64[40:]


@pytest.mark.parametrize(
    "line",
    [
        f"PHOTO;ENCODING=b;TYPE=PNG:{FOLDED}",
        f"PHOTO;BASE64:\r\n  {PNG64[:40]}\r\n  {PNG64[40:]}\r\n",
        f"PHOTO;ENCODING=BASE64;PNG:{PNG64[:40]}\r\n{PNG64[40:]}\r\n",
        f"PHOTO;ENCODING=BASE64:{PNG64.rstrip('=')}\r\n\r\n",
        f"PHOTO:data:image/png;base64,{PNG64}",
        f"PHOTO:data:image/png\\;base64\\,{PNG64}",
        f"PHOTO;VALUE=uri:data:image/png;base64,{FOLDED}",
        f"PHOTO;TYPE=JPEG;ENCODING=b:{PNG64}",
    ],
)
def test_photos(line: str) -> None:
    card = one(line + "\r\nTEL:1")
    assert card.photo is not None
    assert (card.photo.data, card.photo.media_type) == (PNG, "image/png")
    assert card.points[0].value == "1"


def test_a_photo_behind_an_address_is_kept_and_not_fetched() -> None:
    card = one("PHOTO;VALUE=URI;TYPE=JPEG:https://pictures.example/ada.jpg")
    assert card.photo is None
    assert card.extra == ("PHOTO;TYPE=jpeg;VALUE=URI:https://pictures.example/ada.jpg",)


@pytest.mark.parametrize(
    ("head", "start", "media_type"),
    [
        ("TYPE=JPEG", b"GIF89a", "image/gif"),
        ("X-A=1", b"RIFF1234WEBP", "image/webp"),
        ("X-A=1", b"1234ftypheic", "image/heic"),
        ("X-A=1", b"1234ftypavif", "image/avif"),
        ("TYPE=PNG", b"unknown", "image/png"),
        ("TYPE=image/x-odd", b"unknown", "image/x-odd"),
        ("MEDIATYPE=image/x-own", b"unknown", "image/x-own"),
        ("X-A=1", b"unknown", "image/jpeg"),
    ],
)
def test_the_kind_of_a_photo_is_told_by_its_bytes_first(head: str, start: bytes, media_type: str) -> None:
    data = base64.b64encode(start + bytes(30)).decode()
    card = one(f"PHOTO;ENCODING=b;{head}:{data}")
    assert card.photo is not None
    assert (card.photo.media_type, card.photo.data[: len(start)]) == (media_type, start)


def test_a_second_photo_is_kept_aside() -> None:
    line = f"PHOTO;ENCODING=b;TYPE=PNG:{PNG64}"
    card = one(f"{line}\r\n{line}")
    assert card.photo is not None
    assert card.extra == (f"PHOTO;TYPE=PNG;ENCODING=b:{PNG64}".replace("TYPE=PNG", "TYPE=png"),)


def test_second_values_that_differ_are_kept_aside() -> None:
    card = one(
        "N:A;B\r\nN:C;D\r\nFN:Other\r\nROLE:x\r\nROLE:y\r\nBDAY:1980\r\nBDAY:1981\r\n"
        "ANNIVERSARY:1990\r\nANNIVERSARY:1991\r\nANNIVERSARY:soon\r\nNICKNAME:p\r\nNICKNAME:q\r\nX-ABLabel:lost"
    )
    assert (card.family, card.birthday, card.anniversary, card.nickname) == ("A", "1980", "1990", "p, q")
    assert card.extra == (
        "N:C;D",
        "FN:Other",
        "ROLE:y",
        "BDAY:1981",
        "ANNIVERSARY:1991",
        "ANNIVERSARY:soon",
        "X-ABLABEL:lost",
    )


def test_a_damaged_photo_does_not_lose_the_card() -> None:
    card = one("PHOTO;ENCODING=b:@@@@\r\nTEL:1")
    assert card.photo is None
    assert card.points[0].value == "1"
    assert [warning.line for warning in card.warnings] == [4]


def test_addresses() -> None:
    card = one("ADR;TYPE=HOME:;;1 High St;Leeds;;LS1;UK;1 High St, Leeds\r\nADR:;;;;;;;Somewhere")
    assert [point.value for point in card.points] == ["1 High St\nLeeds LS1\nUK", "Somewhere"]
    lonely = one("LABEL;WORK;ENCODING=QUOTED-PRINTABLE:1 Low St=0D=0ALeeds")
    assert [(point.label, point.value) for point in lonely.points] == [("work", "1 Low St\nLeeds")]


def test_categories() -> None:
    card = one("CATEGORIES:VIP,myContacts\r\nCATEGORIES:a\\, b\\,VIP")
    assert card.categories == ("VIP", "a", "b")


def test_relations_and_kinds() -> None:
    card = one("RELATED;TYPE=friend;VALUE=text:Bob\r\nX-SPOUSE:Bill\r\nKIND:group\r\nRELATED:urn:uuid:1")
    assert card.relations == (CardRelation("friend", "Bob"), CardRelation("spouse", "Bill"))
    assert card.kind == "group"
    assert card.extra == ("RELATED:urn:uuid:1",)


def test_unknown_properties_are_kept_with_their_label() -> None:
    card = one(
        'item2.X-FOO;X-A="b:c";TYPE=z:1\\, 2;3\r\nitem2.X-ABLabel:Mine\r\n'
        "X-BAR;ENCODING=QUOTED-PRINTABLE:=41=0A"
    )
    assert card.extra == (
        'item2.X-FOO;TYPE=z;X-A="b:c":1\\, 2;3',
        "item2.X-ABLabel:Mine",
        "X-BAR:A",
    )


def test_a_second_name_or_firm_is_kept_aside() -> None:
    card = one("ORG:One;Dept\r\nORG:Two\r\nTITLE:Boss\r\nTITLE:Cook\r\nROLE:Eater")
    assert (card.organisation, card.department, card.role) == ("One", "Dept", "Boss")
    assert card.extra == ("ORG:Two", "TITLE:Cook", "ROLE:Eater")
    assert one("ROLE:Eater").role == "Eater"


PIECES = st.sampled_from(
    [
        b"BEGIN:VCARD", b"END:VCARD", b"begin:vcard",
        b"VERSION:2.1", b"FN:", b"N:", b";", b":", b"=", b"=\n", b"\n",
        b"\r", b"\r\r\n", b" ", b"\t", b"\0", b"AGENT:",
        b"PHOTO;BASE64:", b"PHOTO:data:", b"QUOTED-PRINTABLE",
        b"NOTE;ENCODING=QUOTED-PRINTABLE:=", b"=E9", b"\xe9", b"\xff\xfe", b"\xef\xbb\xbf", b"\\",
        b'"', b"TYPE=",
        b";CHARSET=utf-16:", b";CHARSET=hex:", b"BDAY:--",
        b"BDAY;X-APPLE-OMIT-YEAR=99999:", b"item1.X-ABLabel:",
        b"\xed\xa0\x80", b"ADR:;", b"tel:%", b"X-ABDATE:0000-00-00", b"A" * 80, b"\xe2\x80\xa8", b"^n",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300), st.lists(st.one_of(PIECES, st.binary(max_size=6)), max_size=60).map(b"".join)
    )
)
def test_no_bytes_raise(data: bytes) -> None:
    for found in read_cards(data):
        assert found.line >= 1
        if isinstance(found, ContactCard):
            repr(found).encode()  # no lone surrogates leave the reader

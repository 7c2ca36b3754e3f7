"""A file is known by its bytes; what is none gets a sentence a person understands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.formats.contact_card import ContactCard
from netdesk.formats.recognise import FileKind, NotContacts, count_estimate, read_contacts, recognise

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Zoë\nEND:VCARD\n"
LINKEDIN = (
    'Notes:\n"x, y"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nA,B,,,,,\n'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_kinds(encoding: str) -> None:
    assert recognise(CARD.encode(encoding), "any.txt") is FileKind.VCARD
    assert recognise(LINKEDIN.encode(encoding), "any.bin") is FileKind.LINKEDIN
    (card,) = read_contacts(CARD.encode(encoding), "a.vcf")
    assert card.display_name == "Zoë" if isinstance(card, ContactCard) else False


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.vcf", "empty"),
        (b"\xef\xbb\xbf \r\n", "a.vcf", "empty"),
        (b"\0" * 100, "a.vcf", "empty"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(200), "a.vcf", "picture"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "a.vcf", "picture"),
        (b"PK\x03\x04" + bytes(40), "a.zip", "packed"),
        (b"%PDF-1.7\n", "a.pdf", "PDF"),
        (b"SQLite format 3\0" + bytes(40), "a.netdesk", "database"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a.ics", "calendar"),
        (b"<!DOCTYPE html><html>", "a.vcf", "web page"),
        (bytes(range(256)) * 10, "a.vcf", "not text"),
        (b"hello there", "a.vcf", "No card begins"),
        (b"Dear diary,\nhello", "a.txt", "columns"),
        (b"a;b\n1;2\n", "a.csv", "columns"),
        (b"hello", "a.txt", "no contacts"),
    ],
)
def test_other_files_are_refused_in_words(data: bytes, name: str, words: str) -> None:
    with pytest.raises(NotContacts, match=words):
        recognise(data, name)
    with pytest.raises(NotContacts):
        read_contacts(data, name)


def test_count_estimate() -> None:
    assert count_estimate(CARD.encode() * 7) == 7
    assert count_estimate(CARD.encode("utf-16-le") * 7) == 7
    assert count_estimate(LINKEDIN.encode()) == 5
    assert count_estimate(b"") == 1


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.text(max_size=10))
def test_any_bytes_are_known_or_refused(data: bytes, name: str) -> None:
    try:
        kind = recognise(data, name)
    except NotContacts as refusal:
        outcome = refusal.what
    else:
        outcome = f"{kind}."
    assert outcome.endswith(".")

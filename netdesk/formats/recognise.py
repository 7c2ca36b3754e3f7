"""What a file is, told from its first bytes, and its contacts read by whoever knows the format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from netdesk.formats.contact_card import ContactCard, Unreadable
from netdesk.formats.csv_table import CsvRow, delimiter_of, read_rows, table_text
from netdesk.formats.google_csv import is_google_header, read_google
from netdesk.formats.linkedin import is_linkedin_header, read_linkedin
from netdesk.formats.outlook_csv import is_outlook_header, read_outlook
from netdesk.formats.text_bytes import utf16_flavour
from netdesk.formats.thunderbird_csv import is_thunderbird_header, read_thunderbird
from netdesk.formats.vcard_reader import read_cards
from netdesk.formats.vcard_values import picture_type
from netdesk.method.errors import NetDeskError

_SAMPLE = 64 * 1024
_BEGIN = re.compile(rb"BEGIN\s{0,3}:\s{0,3}VCARD", re.IGNORECASE)
_OTHER_FILES = (
    (b"PK\x03\x04", "This is a packed file. Open it and bring the contacts file (.vcf or .csv) inside it."),
    (b"%PDF", "This is a PDF document, not contacts."),
    (
        b"SQLite format 3\0",
        "This is a database. Open it as a workspace instead of bringing it in as contacts.",
    ),
    (b"\xd0\xcf\x11\xe0", "This is an old Office document. Save it as CSV first."),
    (b"\x1f\x8b", "This is a compressed file. Unpack it first."),
    (b"!BDN", "This is an Outlook data file. Export the contacts from Outlook as CSV or vCard."),
    (b"{\\rtf", "This is a text document, not contacts."),
)


class FileKind(StrEnum):
    """The kinds of files contacts are read from."""

    VCARD = "vcard"
    LINKEDIN = "linkedin"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    THUNDERBIRD = "thunderbird"


class NotContacts(NetDeskError):
    """The file holds no contacts NetDesk can read; the message is a sentence for the person."""


def recognise(data: bytes, name: str) -> FileKind:
    """Tell what a file is from its bytes; the name serves the message only. Raises NotContacts."""
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise NotContacts("The file is empty.")
    if _holds_cards(data):
        return FileKind.VCARD
    _refuse_other_files(data, name)
    kind = _table_kind(data)
    if kind:
        return kind
    raise NotContacts(_advice(data, name))


def _holds_cards(data: bytes) -> bool:
    if utf16_flavour(data):
        return bool(_BEGIN.search(data[: _SAMPLE * 2].replace(b"\0", b"")))
    if _BEGIN.search(data, 0, _SAMPLE):
        return True
    return data[:4].isascii() and b"\0" not in data[:64] and bool(_BEGIN.search(data))


def _refuse_other_files(data: bytes, name: str) -> None:
    if picture_type(data) and not data.startswith(b"BM,") and not _reads_as_text(data):
        raise NotContacts("This is a picture, not contacts. A person's photo goes on their own page.")
    for mark, sentence in _OTHER_FILES:
        if data.startswith(mark):
            raise NotContacts(sentence)
    if b"BEGIN:VCALENDAR" in data[:_SAMPLE].upper():
        raise NotContacts("This is a calendar, not contacts.")
    if data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise NotContacts("This is a web page or XML file, not contacts.")
    if not _reads_as_text(data):
        raise NotContacts("This file is not text, so it holds no contacts NetDesk can read.")


def _reads_as_text(data: bytes) -> bool:
    """Tell text from other bytes: hardly any control characters in the first 64 KiB."""
    if utf16_flavour(data):
        return True
    sample = data[:_SAMPLE]
    controls = sum(sample.count(code) for code in range(32) if code not in (9, 10, 12, 13, 27))
    return controls * 50 <= len(sample)


def _table_kind(data: bytes) -> FileKind | None:
    for count, row in enumerate(read_rows(data[:_SAMPLE])):
        if isinstance(row, CsvRow):
            for kind, is_header in _HEADERS.items():
                if is_header(row.cells) and (count == 0 or kind is FileKind.LINKEDIN):
                    return kind
        if count >= 40:
            break
    return None


def _advice(data: bytes, name: str) -> str:
    text = table_text(data[:_SAMPLE])
    first = text.split("\n", 1)[0]
    if name.lower().endswith((".vcf", ".vcard")):
        return "No card begins in this file, although its name says vCard."
    if delimiter_of(text) in first and name.lower().endswith((".csv", ".tsv", ".txt")):
        return (
            "This table's columns are not known."
            " NetDesk reads what LinkedIn, Google, Outlook and Thunderbird export."
        )
    return (
        "This is text, but no contacts: NetDesk reads vCard files and the tables other address books export."
    )


_HEADERS: dict[FileKind, Callable[[Sequence[str]], bool]] = {
    FileKind.LINKEDIN: is_linkedin_header,
    FileKind.OUTLOOK: is_outlook_header,
    FileKind.GOOGLE: is_google_header,
    FileKind.THUNDERBIRD: is_thunderbird_header,
}
_READERS: dict[FileKind, Callable[[bytes], Iterator[ContactCard | Unreadable]]] = {
    FileKind.VCARD: read_cards,
    FileKind.LINKEDIN: read_linkedin,
    FileKind.GOOGLE: read_google,
    FileKind.OUTLOOK: read_outlook,
    FileKind.THUNDERBIRD: read_thunderbird,
}


def read_contacts(data: bytes, name: str) -> Iterator[ContactCard | Unreadable]:
    """Give a file's contacts and what could not be read; raises NotContacts before the first one."""
    return _READERS[recognise(data, name)](data)


def count_estimate(data: bytes) -> int:
    """Say about how many contacts a file holds, cheaply, for a progress bar; never less than 1."""
    if _holds_cards(data):
        if utf16_flavour(data):
            data = data.replace(b"\0", b"")
        exact = data.count(b"BEGIN:VCARD") + data.count(b"begin:vcard")
        return max(exact, 1)
    return max(data.count(b"\n") or data.count(b"\r"), 1)

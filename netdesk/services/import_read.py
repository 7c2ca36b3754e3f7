"""The contacts of a file, piece by piece, so that a large file is read with little memory and can be stopped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from netdesk.background.jobs import Report
from netdesk.formats.contact_card import ContactCard, Unreadable
from netdesk.formats.recognise import FileKind, NotContacts, count_estimate, read_contacts, recognise
from netdesk.formats.text_bytes import utf16_flavour
from netdesk.formats.vcard_reader import read_cards
from netdesk.method.errors import NetDeskError

LARGEST_CARDS = 400_000_000
LARGEST_TABLE = 100_000_000
"""Bytes. A table is read as a whole; cards come piece by piece."""
PIECE = 400_000
"""Bytes of cards that are read in one go, about a twentieth of a second."""
REPORT_EVERY = 200
_BETWEEN_CARDS = re.compile(rb"[\r\n]END:VCARD[ \t]*[\r\n]+(?=BEGIN:VCARD)", re.IGNORECASE)
_KIND_WORDS = {
    FileKind.VCARD: "vCard",
    FileKind.LINKEDIN: "LinkedIn",
    FileKind.GOOGLE: "Google",
    FileKind.OUTLOOK: "Outlook",
    FileKind.THUNDERBIRD: "Thunderbird",
}

Found = tuple[int, ContactCard | Unreadable]
"""A line number (from 1) in the file, and what stands there."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is brought in: its name, what it is ("LinkedIn"; "" when it cannot be read), when it was saved.

    ``problem`` says in words why nothing of it can be read, ``remedy`` what to do; both are "" for a good file.
    """

    name: str
    kind: str = ""
    saved_on: date | None = None
    problem: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class PlanOfFiles:
    """What would come in of some files; nothing is written yet."""

    sources: tuple[Source, ...]

    @property
    def title(self) -> str:
        """The files in words: "Connections.csv", "3 files"."""
        return self.sources[0].name if len(self.sources) == 1 else f"{len(self.sources)} files"

    @property
    def problems(self) -> tuple[Source, ...]:
        """The files of which nothing can be read."""
        return tuple(source for source in self.sources if source.problem)


class OpenFile:
    """A file that was read and recognised. Raises ``NotContacts`` in words for anything else."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            if not path.is_file():
                raise NotContacts(
                    "This is a folder." if path.is_dir() else "There is no such file any more.",
                    "Choose the file itself.",
                )
            size = path.stat().st_size
            self.saved_on = datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
            if size > LARGEST_CARDS:
                raise too_large(size)
            self.data = path.read_bytes()
        except OSError as error:
            raise NotContacts(
                f"The file cannot be opened: {error.strerror or 'unknown reason'}.",
                "Check that it is still there and that you may read it.",
            ) from error
        self.kind = recognise(self.data, self.name)
        if self.kind is not FileKind.VCARD and size > LARGEST_TABLE:
            raise too_large(size)

    @property
    def source(self) -> Source:
        """What the file is, for the window."""
        return Source(self.name, _KIND_WORDS[self.kind], self.saved_on)

    def contacts(self, report: Report, text: str) -> Iterator[Found]:
        """Give its contacts with their lines, telling ``report`` how far it is in thousandths."""
        if self.kind is FileKind.VCARD and not utf16_flavour(self.data):
            yield from self._cards(report, text)
            return
        expected = count_estimate(self.data)
        for number, found in enumerate(read_contacts(self.data, self.name)):
            if number % REPORT_EVERY == 0:
                report(min(999, number * 1000 // expected), 1000, text)
            yield found.line, found

    def _cards(self, report: Report, text: str) -> Iterator[Found]:
        above = start = 0
        while start < len(self.data):
            report(start * 1000 // len(self.data), 1000, text)
            between = _BETWEEN_CARDS.search(self.data, start + PIECE)
            end = between.end() if between else len(self.data)
            piece = self.data[start:end]
            for number, found in enumerate(read_cards(piece)):
                if number % REPORT_EVERY == REPORT_EVERY - 1:
                    report(start * 1000 // len(self.data), 1000, text)
                yield above + found.line, found
            above += _lines_in(piece)
            start = end


def too_large(size: int) -> NetDeskError:
    """The error for a file nobody's address book makes."""
    return NotContacts(
        f"The file has {size / 1e6:,.0f} MB. That is more than any address book.",
        "Split it into parts of up to 100 MB.",
    )


def _lines_in(piece: bytes) -> int:
    """Count line ends as the reader does, which takes CRLF, CR CR LF, LF and CR for one each."""
    pairs = piece.count(b"\r\n")
    return piece.count(b"\n") + piece.count(b"\r") - pairs - piece.count(b"\r\r\n")

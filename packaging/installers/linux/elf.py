"""Reads from a Linux program or library what it needs of other libraries.

Only what both processors we build for share: 64 bits, little-endian. The layout is that of the System V ABI
(elf(5)), the versions of symbols that of the Linux Standard Base.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from installers.bundle import PackagingError

_MARK = b"\x7fELF\x02\x01"
_SECTION = struct.Struct("<IIQQQQIIQQ")
_DYNAMIC = struct.Struct("<qQ")
_SYMBOL = struct.Struct("<IBBHQQ")
_NEED = struct.Struct("<HHIII")
_NEEDED_VERSION = struct.Struct("<IHHII")
_KIND_DYNAMIC, _KIND_SYMBOLS = 6, 11
_KIND_NEEDED_VERSIONS, _KIND_SYMBOL_VERSIONS = 0x6FFFFFFE, 0x6FFFFFFF
_TAG_NEEDED = 1
_INDEX_OF_VERSION = 0x7FFF


@dataclass(frozen=True, slots=True)
class Binary:
    """What one file asks of others: libraries by the names it loads, and symbols as ``name@VERSION``.

    A symbol that asks for no version ends in ``@Base``, as in Debian's lists of symbols.
    """

    needed: tuple[str, ...]
    imports: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Section:
    kind: int
    start: int
    size: int
    link: int
    count: int


def is_binary(file: Path) -> bool:
    """Say whether ``file`` is a program or a library for Linux."""
    with file.open("rb") as opened:
        return opened.read(len(_MARK)) == _MARK


def read_binary(file: Path) -> Binary:
    """Read ``file``. Raises PackagingError where it is cut short or no such file at all."""
    data = file.read_bytes()
    try:
        return _Reader(data).binary()
    except (struct.error, IndexError, ValueError) as wrong:
        raise PackagingError(f"{file} cannot be read as a library: {wrong}") from wrong


class _Reader:
    def __init__(self, data: bytes) -> None:
        if not data.startswith(_MARK):
            raise ValueError("no 64-bit ELF file")
        self._data = data
        start, size, count = struct.unpack_from("<Q10xHH", data, 40)
        rows = (_SECTION.unpack_from(data, start + size * row) for row in range(count))
        self._sections = [_Section(row[1], row[4], row[5], row[6], row[7]) for row in rows]

    def binary(self) -> Binary:
        return Binary(tuple(self._needed()), frozenset(self._imports()))

    def _of_kind(self, kind: int) -> _Section | None:
        return next((section for section in self._sections if section.kind == kind), None)

    def _content(self, section: _Section) -> bytes:
        return self._data[section.start : section.start + section.size]

    def _words(self, section: _Section) -> bytes:
        """The words that belong to a section."""
        return self._content(self._sections[section.link])

    def _needed(self) -> Iterator[str]:
        dynamic = self._of_kind(_KIND_DYNAMIC)
        if dynamic is None:
            return
        words = self._words(dynamic)
        for tag, value in _DYNAMIC.iter_unpack(self._content(dynamic)):
            if tag == _TAG_NEEDED:
                yield _word(words, value)

    def _imports(self) -> Iterator[str]:
        symbols = self._of_kind(_KIND_SYMBOLS)
        if symbols is None:
            return
        words, versions, names = self._words(symbols), self._versions(), self._version_names()
        for number, symbol in enumerate(_SYMBOL.iter_unpack(self._content(symbols))):
            name, section = symbol[0], symbol[3]
            if name and section == 0:  # no section: it is another library's
                version = versions[number] & _INDEX_OF_VERSION if versions else 0
                yield f"{_word(words, name)}@{names.get(version, 'Base')}"

    def _versions(self) -> tuple[int, ...]:
        section = self._of_kind(_KIND_SYMBOL_VERSIONS)
        return () if section is None else struct.unpack(f"<{section.size // 2}H", self._content(section))

    def _version_names(self) -> dict[int, str]:
        section = self._of_kind(_KIND_NEEDED_VERSIONS)
        if section is None:
            return {}
        content, words, names, place = self._content(section), self._words(section), dict[int, str](), 0
        for _ in range(section.count):
            _, parts, _, first, following = _NEED.unpack_from(content, place)
            part = place + first
            for _ in range(parts):
                _, _, index, name, further = _NEEDED_VERSION.unpack_from(content, part)
                names[index] = _word(words, name)
                part += further
            place += following
        return names


def _word(words: bytes, start: int) -> str:
    return words[start : words.index(b"\0", start)].decode("ascii", "replace")

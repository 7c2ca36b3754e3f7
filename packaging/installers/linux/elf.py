"""What a Linux program or library needs of other libraries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from elftools.common.exceptions import ELFError
from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection, GNUVerSymSection
from elftools.elf.sections import Section, SymbolTableSection

from installers.bundle import PackagingError

SomeSection = TypeVar("SomeSection", bound=Section)
_MARK = b"\x7fELF"


@dataclass(frozen=True, slots=True)
class Binary:
    """What one file asks of others: libraries by the names it loads, and symbols as ``name@VERSION``.

    A symbol that asks for no version ends in ``@Base``, as in Debian's lists of symbols.
    """

    needed: tuple[str, ...]
    imports: frozenset[str]


def is_binary(file: Path) -> bool:
    """Say whether ``file`` is a program or a library for Linux."""
    with file.open("rb") as opened:
        return opened.read(len(_MARK)) == _MARK


def read_binary(file: Path) -> Binary:
    """Read ``file``. Raises PackagingError where it is cut short or no such file at all."""
    with _opened(file) as elf:
        return Binary(tuple(_needed(elf)), frozenset(_imports(elf)))


def libraries_needed(file: Path) -> tuple[str, ...]:
    """The names of the libraries that ``file`` loads, without its symbols, which take longer to read."""
    with _opened(file) as elf:
        return tuple(_needed(elf))


@contextmanager
def _opened(file: Path) -> Iterator[ELFFile]:
    try:
        with file.open("rb") as opened:
            yield ELFFile(opened)
    except (ELFError, LookupError, ValueError, TypeError, AttributeError) as wrong:
        # A file that is cut short lacks what its beginning promises.
        raise PackagingError(f"{file} cannot be read as a library: {wrong}") from wrong


def _section(elf: ELFFile, name: str, kind: type[SomeSection]) -> SomeSection | None:
    section = elf.get_section_by_name(name)
    return section if isinstance(section, kind) else None


def _needed(elf: ELFFile) -> Iterator[str]:
    dynamic = _section(elf, ".dynamic", DynamicSection)
    tags: Iterable[Any] = dynamic.iter_tags("DT_NEEDED") if dynamic else ()
    for tag in tags:
        yield tag.needed


def _imports(elf: ELFFile) -> Iterator[str]:
    symbols = _section(elf, ".dynsym", SymbolTableSection)
    versions = _section(elf, ".gnu.version", GNUVerSymSection)
    names = _version_names(elf)
    for number, symbol in enumerate(symbols.iter_symbols() if symbols else ()):
        if symbol.name and symbol["st_shndx"] == "SHN_UNDEF":  # no section: it is another library's
            version = versions.get_symbol(number)["ndx"] if versions else 0
            yield f"{symbol.name}@{names.get(version, 'Base')}"


def _version_names(elf: ELFFile) -> dict[int | str, str]:
    needs = _section(elf, ".gnu.version_r", GNUVerNeedSection)
    versions = needs.iter_versions() if needs else ()
    return {version["vna_other"]: version.name for _, of_library in versions for version in of_library}

"""How large the program and its products are, beside the aims, as a table for `docs/packaging.md`."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from installers.bundle import TOP, Bundle, PackagingError

MIB = 2**20
MOST_UNPACKED = 130 * MIB
MOST_INSTALLER = 40_000_000
PAGE = TOP / "docs" / "packaging.md"
FROM, TO = "<!-- sizes -->", "<!-- end of sizes -->"

_PARTS = (
    ("Unicode data of Qt (ICU)", ("*/libicu*", "*/icu*.dll")),
    ("Qt and its plug-ins", ("*/Qt/lib/*", "*/Qt6*.dll", "*/plugins/*", "*Qt*.framework/*")),
    ("Qt for Python", ("*/PySide6/*", "*/shiboken6/*")),
    ("the program, with all its Python code", ("netdesk*", "*/MacOS/*")),
    ("Python", ("*/libpython*", "*/python3*", "*/base_library.zip", "*/Python")),
)
_OTHERS = "everything else"


def by_part(bundle: Bundle) -> list[tuple[str, int]]:
    """Bytes of each part of the program; the first part whose patterns a file fits has it."""
    sums = dict.fromkeys([*(name for name, _ in _PARTS), _OTHERS], 0)
    for file in bundle.files():
        inside = file.relative_to(bundle.folder).as_posix()
        part = next((name for name, patterns in _PARTS if any(fnmatch(inside, p) for p in patterns)), _OTHERS)
        sums[part] += file.stat().st_size
    return list(sums.items())


def table(bundle: Bundle, products: Sequence[Path]) -> str:
    """The sizes in Markdown: the products first, then the program unpacked and what it is made of."""
    installers = [(f"`{file.name}`", file.stat().st_size) for file in products if _is_installer(file)]
    lines = [
        f"NetDesk {bundle.version}, {bundle.platform} {bundle.machine}, Python {platform.python_version()}.",
        "",
        "| what | size | aim | reached |",
        "| --- | ---: | ---: | --- |",
        *(_row(name, size, 1e6, "MB", MOST_INSTALLER) for name, size in installers),
        _row("unpacked", bundle.size, MIB, "MiB", MOST_UNPACKED),
        *(f"| – {name} | {size / MIB:.1f} MiB | | |" for name, size in by_part(bundle)),
    ]
    return "\n".join(lines)


def write(found: str, page: Path = PAGE) -> None:
    """Put the table between its marks on the page. Raises PackagingError if the marks are gone."""
    text = page.read_text(encoding="utf-8")
    if FROM not in text or TO not in text:
        raise PackagingError(f"{page.name} has no place for the sizes: it needs {FROM} and {TO}.")
    before, _, rest = text.partition(FROM)
    page.write_text(f"{before}{FROM}\n{found}\n{TO}{rest.partition(TO)[2]}", encoding="utf-8")


def _row(name: str, size: int, unit: float, words: str, most: int) -> str:
    reached = "yes" if size <= most else "**no**"
    return f"| {name} | {size / unit:.1f} {words} | ≤ {most / unit:.0f} {words} | {reached} |"


def _is_installer(file: Path) -> bool:
    return file.name.endswith((".deb", ".tar.gz", ".tar.xz", ".exe", ".zip", ".dmg"))

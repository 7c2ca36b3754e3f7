"""SHA256SUMS: one line per product, in the form that ``sha256sum -c`` and ``shasum -c`` check."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from installers.bundle import PRODUCTS, PackagingError

NAME = "SHA256SUMS"


def sha256(file: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal. Raises OSError."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_checksums(products: Path, files: Iterable[Path] | None = None) -> Path:
    """Write SHA256SUMS into ``products`` for ``files`` in it (all of them where none are named); returns its path.

    Raises PackagingError where there is nothing to sum up, where a file lies elsewhere, or where its name could not be
    read back (``sha256sum`` writes line ends and backslashes in another form).
    """
    chosen = sorted(products.iterdir() if files is None else files, key=lambda file: file.name)
    lines = []
    for file in chosen:
        if file.name == NAME or (files is None and (not file.is_file() or file.name.startswith("."))):
            continue
        if file.parent.resolve() != products.resolve():
            raise PackagingError(f"{file} is not in {products}: its name in {NAME} would lead nowhere.")
        if set(file.name) & set("\\\r\n"):
            raise PackagingError(f"{file.name!r} has a character that {NAME} cannot hold.")
        lines.append(f"{sha256(file)}  {file.name}\n")
    if not lines:
        raise PackagingError(f"There is nothing in {products} to make {NAME} of.")
    target = products / NAME
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target


def wrong_files(sums: Path) -> list[str]:
    """The names in a SHA256SUMS whose file beside it is missing or has other bytes. Raises PackagingError."""
    wrong = []
    for line in sums.read_text(encoding="utf-8").splitlines():
        wanted, between, name = line[:64], line[64:66], line[66:]
        if len(wanted) != 64 or between not in {"  ", " *"} or not name or "/" in name or "\\" in name:
            raise PackagingError(f"{sums} has a line that is no checksum: {line[:100]!r}.")
        file = sums.parent / name
        if not file.is_file() or sha256(file) != wanted.lower():
            wrong.append(name)
    return wrong


def main(arguments: Sequence[str]) -> int:
    """Write SHA256SUMS for a folder (dist where none is named), or with ``--check`` compare; 0 when all is well."""
    check = "--check" in arguments
    named = [argument for argument in arguments if argument != "--check"]
    folder = Path(named[0]) if named else PRODUCTS
    try:
        if not check:
            print(write_checksums(folder))
            return 0
        wrong = wrong_files(folder / NAME)
    except (PackagingError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for name in wrong:
        print(f"{name} is missing or is not the file that was made.", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

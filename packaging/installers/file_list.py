"""The list of a bundle's own files, by which an installation can tell that it is whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from pathlib import Path

from installers.bundle import Bundle

NAME = "installed-files.json"


def place(bundle: Bundle) -> Path:
    """Where the list lies: among the parts on Linux and Windows, with the resources of an application on macOS."""
    inner = (
        bundle.folder / "Contents" / "Resources"
        if bundle.platform == "macos"
        else bundle.folder / "_internal"
    )
    return inner / NAME


def write(bundle: Bundle, unlisted: Collection[str] = ()) -> Path:
    """Write the list: the version, and of every file but the list its size in bytes and its SHA-256.

    ``unlisted`` are paths of files that will be changed after the list is made.
    """
    listed = place(bundle)
    listed.unlink(missing_ok=True)
    files = {
        file.relative_to(bundle.folder).as_posix(): [file.stat().st_size, _digest(file)]
        for file in bundle.files()
        if file.relative_to(bundle.folder).as_posix() not in unlisted
    }
    listed.write_text(
        json.dumps({"version": bundle.version, "files": files}, ensure_ascii=False, indent=0) + "\n",
        encoding="utf-8",
    )
    return listed


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()

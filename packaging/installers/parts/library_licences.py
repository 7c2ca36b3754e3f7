"""Puts the licences of the system's libraries that a bundle carries into it, for its window of licences.

NetDesk's own table knows what is the same in every bundle; which libraries of the computer that makes one go in, and
in which version, is known only there.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from installers.bundle import Bundle
from installers.parts.debian_origin import DebianPackage, origins
from installers.parts.inside import compiled_files, resources
from installers.parts.inside_libraries import known_libraries
from installers.parts.licence_names import of_debian

NAME = "libraries.json"
TEXTS = "system"
_WHOLE_TEXTS = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])")
_COMMON = Path("/usr/share/common-licenses")


def write(bundle: Bundle) -> Path | None:
    """Write the list and the texts among the bundle's resources; gives the list's path, None where none are inside.

    Before the files of the bundle are listed. Writing again writes the same.
    """
    folder = resources(bundle) / "licences"
    listed, texts = folder / NAME, folder / TEXTS
    listed.unlink(missing_ok=True)
    shutil.rmtree(texts, ignore_errors=True)
    packages = copied_packages(bundle)
    if not packages:
        return None
    texts.mkdir(parents=True)
    rows = []
    for package in packages:
        text = whole_text(package.copyright_text())
        row = {
            "name": package.name,
            "version": package.version,
            "licence": of_debian(package.copyright_text()),
        }
        if text:
            (texts / f"{package.name}.txt").write_text(text, encoding="utf-8", newline="\n")
            row["text"] = f"{TEXTS}/{package.name}.txt"
        rows.append(row)
    listed.write_text(json.dumps({"libraries": rows}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return listed


def copied_packages(bundle: Bundle) -> list[DebianPackage]:
    """The packages that libraries in ``bundle`` are copies from, by name; Python, SQLite and Qt are none of them."""
    compiled = compiled_files(bundle)
    known = {path for part in known_libraries(bundle, compiled, {}) for path in part.files}
    found = set(origins(bundle, [path for path in compiled if path not in known]).values())
    return sorted(found, key=lambda package: package.name)


def whole_text(copyright_file: str, common: Path = _COMMON) -> str:
    """A copyright file with the licences after it that it only names the place of on a Debian system."""
    parts = [copyright_file.strip("\n")] if copyright_file.strip() else []
    for name in dict.fromkeys(_WHOLE_TEXTS.findall(copyright_file)):
        file = common / name
        if file.is_file():
            parts.append(file.read_text(encoding="utf-8", errors="replace").strip("\n"))
    return f"\n\n{'-' * 72}\n\n".join(parts) + "\n" if parts else ""

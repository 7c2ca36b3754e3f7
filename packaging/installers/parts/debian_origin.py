"""Which Debian package a library inside a bundle is a copy from, and under which licence that package is."""

from __future__ import annotations

import platform
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from installers.bundle import Bundle
from installers.checksums import sha256
from installers.parts.inside import place_inside

_DOCUMENTS = Path("/usr/share/doc")


@dataclass(frozen=True, slots=True)
class DebianPackage:
    """An installed package: its name and version as dpkg writes them, its architecture."""

    name: str
    version: str
    architecture: str

    @property
    def purl(self) -> str:
        """The package's address as in https://github.com/package-url/purl-spec."""
        system = _system()
        version = quote(self.version, safe="~")
        release = f"&distro={system['ID']}-{system['VERSION_ID']}" if "VERSION_ID" in system else ""
        return f"pkg:deb/{system.get('ID', 'debian')}/{self.name}@{version}?arch={self.architecture}{release}"

    def copyright_text(self) -> str:
        """What its copyright file says; empty where it has none."""
        try:
            return (_DOCUMENTS / self.name / "copyright").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""


def origins(bundle: Bundle, paths: Iterable[str]) -> dict[str, DebianPackage]:
    """For each of ``paths`` in ``bundle`` that is a byte by byte copy of an installed package's file: that package.

    Empty where there is no dpkg. A file that only has the same name is no copy, and is not claimed to be one. Only
    the outermost folder of parts is looked at: what lies deeper came with a package of Python.
    """
    by_name: dict[str, list[str]] = {}
    for path in paths:
        if "/" not in place_inside(path):
            by_name.setdefault(Path(path).name, []).append(path)
    if not by_name or shutil.which("dpkg-query") is None:
        return {}
    asked = ["dpkg-query", "--search", *(f"*/{name}" for name in sorted(by_name))]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    found: dict[str, str] = {}
    for line in answer.splitlines():
        owner, _, file = line.partition(": ")
        installed = Path(file)
        if "," in owner or not installed.is_file():
            continue
        for path in by_name.get(installed.name, ()):
            if path not in found and sha256(installed) == sha256(bundle.folder / path):
                found[path] = owner
    packages = _described(sorted(set(found.values())))
    return {path: packages[owner] for path, owner in found.items() if owner in packages}


def _described(owners: list[str]) -> dict[str, DebianPackage]:
    if not owners:
        return {}
    asked = ["dpkg-query", "--show", "--showformat", "${Package}\t${Version}\t${Architecture}\n", *owners]
    answer = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    rows = (DebianPackage(*line.split("\t")) for line in answer.splitlines())
    by_names = {name: row for row in rows for name in (row.name, f"{row.name}:{row.architecture}")}
    return {owner: by_names[owner] for owner in owners if owner in by_names}


def _system() -> dict[str, str]:
    try:
        return platform.freedesktop_os_release()
    except OSError:
        return {}

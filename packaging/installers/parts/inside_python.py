"""The Python packages in a bundle, by the descriptions they keep there, and the modules in the program's archive."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

from installers.bundle import Bundle, PackagingError
from installers.parts.inside import Part, place_inside
from installers.parts.licence_names import by_its_text, spdx

_REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_OWN = re.compile(r"_pyi_|pyi_|_sysconfigdata_|__main__$")
"""Modules PyInstaller writes itself, and Python's note of how it was built."""
_CLASSIFIER = "License :: OSI Approved :: "
_LONGEST_NAME = 80


def plain(name: str) -> str:
    """A package's name as the index compares names: "Peewee_x" and "peewee-x" are one."""
    return re.sub(r"[-_.\s]+", "-", name).lower()


def packages(bundle: Bundle, compiled: Iterable[str], owners: Mapping[str, str] | None = None) -> list[Part]:
    """The packages whose descriptions (dist-info) are in ``bundle``, by name, NetDesk itself left out.

    ``compiled`` are the bundle's compiled files; ``owners`` says which package a module belongs to (by default the
    environment's own word, which made the bundle).
    """
    owners = module_owners() if owners is None else owners
    described = {plain(one.name): one for one in _described(bundle.folder)}
    files: dict[str, list[str]] = {}
    for path in compiled:
        owner = owner_of(path, owners)
        if owner in described:
            files.setdefault(owner, []).append(path)
    parts = [
        _part(one, described.keys(), files.get(name, ()))
        for name, one in described.items()
        if name != "netdesk"
    ]
    return sorted(parts, key=lambda part: part.name)


def owner_of(path: str, owners: Mapping[str, str]) -> str:
    """The plain name of the package that a compiled file belongs to, by the folder it lies in; empty for none."""
    first, between, _ = place_inside(path).partition("/")
    return owners.get(first, plain(first)) if between else ""


def module_owners() -> dict[str, str]:
    """For each module that this environment can import from a package: the package's plain name."""
    return {module: plain(names[0]) for module, names in metadata.packages_distributions().items()}


def modules_inside(program: Path) -> set[str]:
    """The outermost modules packed into a frozen program. Raises PackagingError where PyInstaller is not here."""
    try:
        from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ImportError as missing:
        raise PackagingError(
            "PyInstaller is not here: what is inside the program cannot be read."
        ) from missing
    archive = CArchiveReader(str(program))
    packed = [name for name in archive.toc if str(name).endswith(".pyz")]
    if not packed:
        raise PackagingError(
            f"{program} holds no archive of modules: PyInstaller packs them in another way now."
        )
    return {str(name).partition(".")[0] for one in packed for name in archive.open_embedded_archive(one).toc}


def undescribed(modules: Iterable[str], inside: Iterable[Part], owners: Mapping[str, str]) -> list[str]:
    """The modules that belong to no package described in the bundle, and are neither Python's own nor NetDesk's."""
    known = {plain(part.name) for part in inside} | {"netdesk"}
    return sorted(
        module
        for module in modules
        if module not in sys.stdlib_module_names
        and not _OWN.match(module)
        and owners.get(module, plain(module)) not in known
    )


def licence(one: metadata.Distribution) -> str:
    """A package's licence by its own words: expression, name, classifier, or the text it brings."""
    name = _field(one, "License-Expression") or _field(one, "License")
    if name and "\n" not in name and len(name) <= _LONGEST_NAME:
        return spdx(name)
    for classifier in one.metadata.get_all("Classifier") or ():
        if classifier.startswith(_CLASSIFIER):
            return spdx(classifier[len(_CLASSIFIER) :])
    texts = (
        one.read_text(f"{folder}{file}")
        for file in one.metadata.get_all("License-File") or ()
        for folder in _FOLDERS
    )
    return next((found for text in texts if text and (found := by_its_text(text))), "")


_FOLDERS = ("licenses/", "")


def _field(one: metadata.Distribution, name: str) -> str:
    return str(next(iter(one.metadata.get_all(name) or ()), ""))


def _described(folder: Path) -> list[metadata.Distribution]:
    found = (path for path in sorted(folder.rglob("*.dist-info")) if not path.is_symlink())
    return [metadata.Distribution.at(path) for path in found if (path / "METADATA").is_file()]


def _part(one: metadata.Distribution, inside: Iterable[str], files: Iterable[str]) -> Part:
    wanted = {
        plain(found[0])
        for requirement in one.requires or ()
        if "extra ==" not in requirement and (found := _REQUIREMENT.match(requirement))
    }
    return Part(
        one.name,
        one.version,
        licence(one),
        f"pkg:pypi/{plain(one.name)}@{one.version}",
        _field(one, "Summary"),
        tuple(files),
        tuple(sorted(wanted & set(inside))),
    )

"""The list of everything inside a bundle, for programs to read: CycloneDX 1.6, written and judged by its own library.

What is listed is what is found: packages by the descriptions they keep in the bundle, libraries by their bytes, and
what is compiled into those by NetDesk's table of parts. The same bundle gives the same bytes.
"""

from __future__ import annotations

import hashlib
import tomllib
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from installers.bundle import Bundle, PackagingError
from installers.checksums import sha256
from installers.moment import build_moment
from installers.parts.debian_origin import origins
from installers.parts.inside import Part, compiled_files, resources
from installers.parts.inside_libraries import known_libraries, system_libraries
from installers.parts.inside_python import module_owners, modules_inside, packages, plain, undescribed
from installers.parts.licence_names import spdx

ENDING = ".cdx.json"
_PROGRAMS = {
    "linux": ("netdesk",),
    "windows": ("netdesk-desktop.exe", "netdesk.exe"),
    "macos": ("Contents/MacOS/netdesk-desktop", "Contents/MacOS/netdesk"),
}
_PYTHON_PARTS = ("peewee", "platformdirs")
"""Packages of NetDesk's own that are always inside: where they are not described, no package is."""


def make_sbom(bundle: Bundle, products: Path) -> Path:
    """Write the list of what is inside ``bundle`` beside the products, and give its path.

    Needs cyclonedx-python-lib and PyInstaller (of the environment the bundle was made in). Raises PackagingError where
    they are missing, where something inside belongs to nobody known, or where the list is not valid.
    """
    parts = parts_inside(bundle)
    unknown = undescribed(modules_inside(programs(bundle)[0]), parts, module_owners())
    if unknown:
        raise PackagingError(
            f"Inside the program are modules of no package described in it: {', '.join(unknown)}. "
            "Keep the package's dist-info in the bundle, or leave the modules out (installers/contents.py)."
        )
    text = document(bundle, parts)
    target = products / bundle.product(ENDING)
    products.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    return target


def programs(bundle: Bundle) -> list[Path]:
    """The programs of a bundle, the one with the window first. Raises PackagingError where one is missing."""
    found = [bundle.folder / name for name in _PROGRAMS[bundle.platform]]
    missing = [str(program) for program in found if not program.is_file()]
    if missing:
        raise PackagingError(f"{', '.join(missing)} is missing: this is no frozen NetDesk.")
    return found


def parts_inside(bundle: Bundle) -> list[Part]:
    """Every part of ``bundle``, by name: each compiled file is in one of them. Raises PackagingError."""
    compiled = compiled_files(bundle)
    copies = origins(bundle, compiled)
    known = known_libraries(bundle, compiled, copies)
    left = _without(compiled, known)
    described = packages(bundle, left)
    lost = set(_PYTHON_PARTS) - {plain(part.name) for part in described}
    if lost:
        raise PackagingError(
            f"The bundle does not say which packages are in it ({', '.join(sorted(lost))} for one)."
        )
    found = [*known, *described, *system_libraries(bundle, _without(left, described), copies)]
    names = {plain(part.name) for part in found}
    found += [part for part in built_in(resources(bundle), bundle) if plain(part.name) not in names]
    return sorted(
        (_with_needs(part, names) for part in found), key=lambda part: (part.name.lower(), part.version)
    )


def built_in(folder: Path, bundle: Bundle) -> list[Part]:
    """What is compiled into other parts, by NetDesk's own table (resources/licences/parts.toml)."""
    try:
        table = tomllib.loads((folder / "licences" / "parts.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    parts = []
    for row in table.get("part", []):
        here = bundle.platform in row.get("platforms", [bundle.platform])
        if here and (not row.get("file") or any(bundle.folder.rglob(row["file"]))):
            purl = f"pkg:generic/{plain(row['name'])}"
            parts.append(Part(row["name"], "", spdx(row["licence"]), purl, row["what"]))
    return parts


def document(bundle: Bundle, parts: Iterable[Part]) -> str:
    """The list as text, valid by CycloneDX's schema. Raises PackagingError where it is not, or cannot be judged."""
    try:
        from cyclonedx.exception import MissingOptionalDependencyException  # type: ignore[import-not-found,unused-ignore]
        from cyclonedx.output.json import JsonV1Dot6  # type: ignore[import-not-found,unused-ignore]
        from cyclonedx.schema import SchemaVersion  # type: ignore[import-not-found,unused-ignore]
        from cyclonedx.validation.json import JsonStrictValidator  # type: ignore[import-not-found,unused-ignore]
    except ImportError as missing:
        raise PackagingError("cyclonedx-python-lib is not here: `make package` fetches it.") from missing
    written = JsonV1Dot6(_bom(bundle, list(parts))).output_as_string(indent=1)
    try:
        wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(written)
    except MissingOptionalDependencyException as missing:
        raise PackagingError(
            "cyclonedx-python-lib came without its validator: add [json-validation]."
        ) from missing
    if wrong is not None:
        raise PackagingError(f"The list of parts is not valid: {wrong!r}"[:2000])
    return f"{written}\n"


def _bom(bundle: Bundle, parts: list[Part]) -> Any:
    """The library's own object of the list."""
    from cyclonedx.model.bom import Bom, BomMetaData  # type: ignore[import-not-found,unused-ignore]
    from cyclonedx.model.component import Component, ComponentType  # type: ignore[import-not-found,unused-ignore]

    own = Component(
        name="NetDesk",
        version=bundle.version,
        type=ComponentType.APPLICATION,
        bom_ref="netdesk",
        licenses=_licences("MIT"),
        purl=_purl(f"pkg:pypi/netdesk@{bundle.version}"),
        components=[
            _file(bundle, program.relative_to(bundle.folder).as_posix()) for program in programs(bundle)
        ],
        properties=_properties({"platform": bundle.platform, "machine": bundle.machine}),
    )
    library = Component(
        name="cyclonedx-python-lib",
        version=metadata.version("cyclonedx-python-lib"),
        type=ComponentType.LIBRARY,
    )
    tools: Any = [library]
    listed = {plain(part.name): _component(bundle, part) for part in parts}
    moment = datetime.fromtimestamp(build_moment(), UTC)
    bom = Bom(
        components=listed.values(),
        metadata=BomMetaData(component=own, timestamp=moment),
        serial_number=_serial(bundle, parts),
    )
    bom.metadata.tools.components.update(tools)
    asked = {name for part in parts for name in part.needs}
    bom.register_dependency(own, [one for name, one in listed.items() if name not in asked])
    for part in parts:
        bom.register_dependency(listed[plain(part.name)], [listed[name] for name in part.needs])
    return bom


def _component(bundle: Bundle, part: Part) -> Any:
    from cyclonedx.model.component import Component, ComponentType

    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=plain(part.name),
        description=part.what or None,
        licenses=_licences(part.licence),
        purl=_purl(part.purl),
        components=[_file(bundle, path) for path in part.files],
        properties=_properties({"copied-from": part.origin}),
    )


def _file(bundle: Bundle, path: str) -> Any:
    from cyclonedx.model import HashAlgorithm, HashType  # type: ignore[import-not-found,unused-ignore]
    from cyclonedx.model.component import Component, ComponentType

    digest = HashType(alg=HashAlgorithm.SHA_256, content=sha256(bundle.folder / path))
    return Component(name=path, type=ComponentType.FILE, bom_ref=f"file:{path}", hashes=[digest])


def _licences(words: str) -> list[Any]:
    from cyclonedx.contrib.license.factories import LicenseFactory  # type: ignore[import-not-found,unused-ignore]

    return [LicenseFactory().make_from_string(words)] if words else []


def _purl(text: str) -> Any:
    from packageurl import PackageURL  # type: ignore[import-not-found,unused-ignore]

    return PackageURL.from_string(text) if text else None


def _properties(values: Mapping[str, str]) -> list[Any]:
    from cyclonedx.model import Property

    return [Property(name=f"netdesk:{name}", value=value) for name, value in values.items() if value]


def _serial(bundle: Bundle, parts: Iterable[Part]) -> uuid.UUID:
    """A number for this list: the same for the same parts and programs, another for others."""
    digest = hashlib.sha256(repr((bundle.version, bundle.platform, bundle.machine, list(parts))).encode())
    for program in programs(bundle):
        digest.update(sha256(program).encode())
    return uuid.uuid5(uuid.NAMESPACE_OID, digest.hexdigest())


def _without(paths: Iterable[str], parts: Iterable[Part]) -> list[str]:
    taken = {path for part in parts for path in part.files}
    return [path for path in paths if path not in taken]


def _with_needs(part: Part, names: Iterable[str]) -> Part:
    return replace(part, needs=tuple(sorted(set(part.needs) & set(names))))

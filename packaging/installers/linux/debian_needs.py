"""Which Debian packages a bundle stands on: those of the libraries it needs and does not bring with it.

What counts is the same as for dpkg-shlibdeps: each library's package, at least in the version that first had the
symbols in use. That tool cannot be told which libraries are inside, and would name their packages as well.
"""

from __future__ import annotations

import subprocess
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cmp_to_key
from pathlib import Path

from installers.bundle import Bundle, PackagingError
from installers.linux.elf import Binary, is_binary, read_binary

DATA_OF_LIBRARIES = {
    "libfontconfig.so.1": "fontconfig-config",  # where fonts are, and at least one font
    "libxkbcommon.so.0": "xkb-data",  # the layouts of keyboards
    "libX11.so.6": "libx11-data",  # keys that make one letter together
}
"""Libraries inside the bundle that read files of a package outside it."""


def packages_needed(bundle: Bundle) -> list[str]:
    """The packages for ``Depends``, in order, each with the least version that serves.

    Raises PackagingError where a library is neither inside nor in a package of this computer.
    """
    binaries = [read_binary(file) for file in bundle.files() if is_binary(file)]
    inside = {path.name for path in bundle.folder.rglob("*")}
    needs = set(libraries_outside(binaries, inside))
    imports = frozenset().union(*(binary.imports for binary in binaries))
    owners = _owners(needs)
    least: dict[str, set[str]] = defaultdict(set)
    for library in sorted(needs):
        package, versions = versions_asked(library, owners[library], _symbols(owners[library]), imports)
        least[package] |= versions
    data = {package for library, package in DATA_OF_LIBRARIES.items() if library in inside}
    return sorted([*(_at_least(package, least[package]) for package in least), *(data - least.keys())])


def libraries_outside(binaries: Iterable[Binary], inside: Iterable[str]) -> list[str]:
    """The libraries that are needed and not ``inside``, by name."""
    needed = {library for binary in binaries for library in binary.needed}
    return sorted(needed - set(inside))


def versions_asked(
    library: str, owner: str, symbols: str, imports: Iterable[str]
) -> tuple[str, frozenset[str]]:
    """The package that has ``library``, and the versions that first had each of the ``imports``.

    ``symbols`` is the list of symbols that the package ``owner`` installed (deb-symbols(5)), or empty.
    """
    wanted, package = frozenset(imports), owner.partition(":")[0]
    versions, ours = set[str](), False
    for line in symbols.splitlines():
        if not line.startswith((" ", "|", "*")):
            name, _, template = line.partition(" ")
            ours = name == library
            package = template.split()[0] if ours else package
        elif ours and line.startswith(" "):
            symbol, version = line.split()[:2]
            if symbol in wanted:
                versions.add(version)
    return package, frozenset(versions - {"0"})


def _at_least(package: str, versions: Iterable[str]) -> str:
    ordered = sorted(versions, key=cmp_to_key(_compare))
    return f"{package} (>= {ordered[-1]})" if ordered else package


def _compare(one: str, other: str) -> int:
    """Negative where version ``one`` is older than ``other``; dpkg knows the order."""
    older = subprocess.run(["dpkg", "--compare-versions", one, "lt", other], check=False).returncode == 0
    return -1 if older else 1 if one != other else 0


def _owners(libraries: Iterable[str]) -> Mapping[str, str]:
    """For each library the installed package that has it, as ``libxcb1:amd64``."""
    wanted = sorted(libraries)
    if not wanted:
        return {}
    asked = ["dpkg-query", "--search", *(f"*/{library}" for library in wanted)]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    native = _output(["dpkg", "--print-architecture"]).strip()
    owners: dict[str, str] = {}
    for line in answer.splitlines():
        owner, _, path = line.partition(": ")
        if owner.endswith(f":{native}") and path.startswith(("/lib", "/usr/lib")):
            owners.setdefault(Path(path).name, owner)
    missing = [library for library in wanted if library not in owners]
    if missing:
        raise PackagingError(
            f"The bundle needs {', '.join(missing)}, which is neither inside nor in a package of this computer. "
            "Install the package that has it, or leave out what needs it."
        )
    return owners


def _symbols(owner: str) -> str:
    path = subprocess.run(
        ["dpkg-query", "--control-path", owner, "symbols"], capture_output=True, text=True, check=False
    ).stdout.strip()
    return Path(path).read_text(encoding="utf-8") if path else ""


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout

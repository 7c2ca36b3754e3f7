"""What a part of the frozen program is, and where in a bundle to look for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from installers.bundle import Bundle

_PLACES = ("_internal/", "Contents/Frameworks/", "Contents/Resources/", "Contents/MacOS/")
_COMPILED = re.compile(r"\.(so(\.\d+)*|pyd|dll|dylib)$", re.IGNORECASE)
_FRAMEWORK = re.compile(r"\.framework/Versions/[^/]+/[^/.]+$")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the program: a package, a library, a language.

    ``files`` are its compiled files, as paths in the bundle with forward slashes; ``needs`` the names of other parts
    it asks for. ``licence`` is an SPDX expression where its makers' words are known as one. ``origin`` says
    which package this copy of it came from, where ``purl`` does not. What cannot be told is empty.
    """

    name: str
    version: str = ""
    licence: str = ""
    purl: str = ""
    what: str = ""
    files: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    origin: str = ""


def compiled_files(bundle: Bundle) -> list[str]:
    """The libraries and extension modules of a bundle, as paths in it with forward slashes, in order."""
    paths = [file.relative_to(bundle.folder).as_posix() for file in bundle.files()]
    return [path for path in paths if _COMPILED.search(path) or _FRAMEWORK.search(path)]


def place_inside(path: str) -> str:
    """A path in a bundle from the folder its parts lie in: the same on every platform."""
    for place in _PLACES:
        if path.startswith(place):
            return path[len(place) :].replace("__dot__", ".")
    return path


def resources(bundle: Bundle) -> Path:
    """NetDesk's own folder of resources in a bundle."""
    inner = (
        bundle.folder / "Contents" / "Resources"
        if bundle.platform == "macos"
        else bundle.folder / "_internal"
    )
    return inner / "resources"

"""Finds what NetDesk brings with it: themes, icons, translations, sheets and samples.

The one place that knows where `resources/` lies: beside the package in a checkout, inside it in an installed
wheel, in the unpacked bundle of a frozen build.
"""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

import netdesk


class ResourceMissingError(FileNotFoundError):
    """A file that belongs to NetDesk is not there: the installation is damaged."""

    def __init__(self, name: str) -> None:
        super().__init__(f"NetDesk's own file {name!r} is missing. Please install NetDesk again.")
        self.name = name


def _candidates() -> Iterator[Path]:
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        yield Path(bundle) / "resources"
    package = Path(netdesk.__file__).resolve().parent
    # The checkout first: an editable install may leave an old copy elsewhere, never beside the package.
    if (package.parent / "pyproject.toml").is_file():
        yield package.parent / "resources"
    yield package / "resources"


@cache
def folder() -> Path:
    """Return the folder that holds the resources. Raises ResourceMissingError if there is none."""
    for candidate in _candidates():
        if candidate.is_dir():
            return candidate
    raise ResourceMissingError("resources")


def path(name: str) -> Path:
    """Return the path of the resource `name`, such as "themes/light.toml".

    Raises ResourceMissingError if it is not there, ValueError if `name` points outside the resources.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts:
        raise ValueError(f"not a resource's name: {name!r}")
    found = folder().joinpath(*relative.parts)
    if not found.exists():
        raise ResourceMissingError(name)
    return found


def text(name: str) -> str:
    """Return the resource `name` as text (UTF-8). Raises as `path` does."""
    return path(name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """Return the bytes of the resource `name`. Raises as `path` does."""
    return path(name).read_bytes()


def names(kind: str, ending: str = "") -> list[str]:
    """Return the names of the files in the room `kind` that end in `ending`, sorted; empty if it has none."""
    room = folder() / kind
    if not room.is_dir():
        return []
    return sorted(
        f"{kind}/{each.name}" for each in room.iterdir() if each.is_file() and each.name.endswith(ending)
    )

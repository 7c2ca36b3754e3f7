"""Which files somebody means as pictures, told by their names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_ENDINGS = frozenset(
    (".jpg", ".jpeg", ".jpe", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".heic", ".heif")
)


def picture_files(paths: Iterable[Path]) -> list[Path]:
    """The pictures among files."""
    return [path for path in paths if path.suffix.casefold() in _ENDINGS]

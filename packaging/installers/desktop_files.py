"""What a Linux desktop reads of a program: its entry in the menu, its file type, icons, words for software centres.

The .deb and the tar.gz lay out the same files, each below a ``share`` folder of its own.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from installers.bundle import APPLICATION_ID, TOP, PackagingError
from installers.moment import day_of

TEXTS = TOP / "packaging" / "linux"
"""The files of this platform as they are kept."""
ICONS = TOP / "resources" / "icons"
ICON_SIZES = (16, 32, 48, 64, 128, 256, 512)


def lay_out(share: Path, version: str, moment: int) -> list[Path]:
    """Write everything below ``share``, which may hold other things already; returns what was written.

    Raises PackagingError where an icon is missing.
    """
    written = [
        _copied(TEXTS / "netdesk.desktop", share / "applications"),
        _renamed(TEXTS / "netdesk-mime.xml", share / "mime" / "packages" / "netdesk.xml"),
        *_icons(share / "icons" / "hicolor"),
    ]
    about = share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml"
    about.parent.mkdir(parents=True, exist_ok=True)
    about.write_text(metainfo(version, moment), encoding="utf-8")
    return [*written, about]


def metainfo(version: str, moment: int) -> str:
    """The words for software centres, with the release filled in."""
    text = (TEXTS / f"{APPLICATION_ID}.metainfo.xml").read_text(encoding="utf-8")
    return text.replace("@VERSION@", version).replace("@DATE@", day_of(moment))


def _icons(theme: Path) -> list[Path]:
    """The program's icon in every size there is, by the names of the icon theme specification."""
    written = [_renamed(ICONS / "netdesk.svg", theme / "scalable" / "apps" / "netdesk.svg")]
    for size in ICON_SIZES:
        place = theme / f"{size}x{size}" / "apps" / "netdesk.png"
        written.append(_renamed(ICONS / f"netdesk-{size}.png", place))
    return written


def _copied(file: Path, folder: Path) -> Path:
    return _renamed(file, folder / file.name)


def _renamed(file: Path, place: Path) -> Path:
    if not file.is_file():
        raise PackagingError(f"{file.relative_to(TOP)} is missing.")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, place)
    return place

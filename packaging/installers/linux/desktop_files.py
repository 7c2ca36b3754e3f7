"""What a Linux desktop reads of a program: its entry in the menu, its file type, icons, words for software centres.

The .deb and the tar.gz lay out the same files, each below a ``share`` folder of its own.
"""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

from installers.bundle import APPLICATION_ID, TOP, PackagingError
from installers.linux.manual_page import manual_page
from installers.moment import day_of

TEXTS = TOP / "packaging" / "linux"
"""The files of this platform as they are kept."""
ICONS = TOP / "resources" / "icons"
FILE_TYPE = "application/x-netdesk-workspace"
"""How desktops name a workspace; its icon is named after it."""
ICON_SIZES = (16, 32, 48, 64, 128, 256, 512)


def lay_out(share: Path, version: str, moment: int) -> list[Path]:
    """Write everything below ``share``, which may hold other things already; returns what was written.

    Raises PackagingError where an icon is missing.
    """
    about = metainfo(version, moment).encode("utf-8")
    manual = manual_page((TEXTS / "netdesk.1").read_text(encoding="utf-8"), version, moment)
    return [
        _copied(TEXTS / "netdesk.desktop", share / "applications" / "netdesk.desktop"),
        _copied(TEXTS / "netdesk-mime.xml", share / "mime" / "packages" / "netdesk.xml"),
        *_icons(share / "icons" / "hicolor"),
        _written(about, share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml"),
        _written(packed(manual), share / "man" / "man1" / "netdesk.1.gz"),
    ]


def packed(text: str) -> bytes:
    """``text`` compressed as small as can be, without a name or a time in it."""
    return gzip.compress(text.encode("utf-8"), 9, mtime=0)


def metainfo(version: str, moment: int) -> str:
    """The words for software centres, with the release filled in."""
    text = (TEXTS / f"{APPLICATION_ID}.metainfo.xml").read_text(encoding="utf-8")
    return text.replace("@VERSION@", version).replace("@DATE@", day_of(moment))


def _icons(theme: Path) -> list[Path]:
    """The program's icon in every size there is, and that of its files, by the rules of icon themes."""
    workspace = f"{FILE_TYPE.replace('/', '-')}.svg"
    written = [
        _copied(ICONS / "netdesk.svg", theme / "scalable" / "apps" / "netdesk.svg"),
        _copied(TEXTS / workspace, theme / "scalable" / "mimetypes" / workspace),
    ]
    for size in ICON_SIZES:
        place = theme / f"{size}x{size}" / "apps" / "netdesk.png"
        written.append(_copied(ICONS / f"netdesk-{size}.png", place))
    return written


def _copied(file: Path, place: Path) -> Path:
    if not file.is_file():
        raise PackagingError(f"{file.relative_to(TOP)} is missing.")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, place)
    return place


def _written(data: bytes, place: Path) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place

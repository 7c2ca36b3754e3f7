"""Pictures for Windows, drawn from the program's own icons: .ico files and the pages of the installer."""

from __future__ import annotations

import os
import struct
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from installers.bundle import TOP, PackagingError

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

ICONS = TOP / "resources" / "icons"
WORKSPACE = TOP / "packaging" / "linux" / "application-x-netdesk-workspace.svg"
SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""The sizes Windows asks for at 100 to 400 % scale, in pixels."""
SIDE = (328, 628)
"""The picture beside the last page, at twice the size of a screen at 100 %."""
HEADER = (300, 114)
"""The picture at the head of the other pages, likewise."""


def own_icon(size: int) -> QImage:
    """The program's icon: as drawn for this size, else drawn from the SVG. Raises PackagingError."""
    from PySide6.QtGui import QImage

    ready = ICONS / f"netdesk-{size}.png"
    if not ready.is_file():
        return _drawn(size)
    picture = QImage(str(ready))
    if picture.width() != size or picture.height() != size:
        raise PackagingError(f"{ready} is no picture of {size} by {size} pixels.")
    return picture.convertToFormat(QImage.Format.Format_ARGB32)


def workspace_icon(size: int) -> QImage:
    """The icon of a workspace file, drawn from the one SVG that Linux shows as well. Raises PackagingError."""
    return _drawn(size, WORKSPACE)


def write_icon(target: Path, pictures: Sequence[QImage]) -> Path:
    """Write an .ico of ``pictures``. Below 256 pixels they are plain bitmaps, which everything can read."""
    bodies = [_png(picture) if picture.width() >= 256 else _bitmap(picture) for picture in pictures]
    place = 6 + 16 * len(bodies)
    head = struct.pack("<HHH", 0, 1, len(bodies))
    for picture, body in zip(pictures, bodies, strict=True):
        # 256 is written as 0
        wide, high = picture.width() % 256, picture.height() % 256
        head += struct.pack("<BBBBHHII", wide, high, 0, 0, 1, 32, len(body), place)
        place += len(body)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(head + b"".join(bodies))
    return target


def write_pictures(folder: Path) -> None:
    """Write all pictures the installer needs into ``folder``: two icons, the head of a page and its side."""
    write_icon(folder / "netdesk.ico", [own_icon(size) for size in SIZES])
    write_icon(folder / "workspace.ico", [workspace_icon(size) for size in SIZES])
    # The icon's square has the colour of this page, so only its mark is seen.
    _write_page(folder / "side.bmp", SIDE, _theme("meaning", "accent"), 288, (20, 120))
    small = 76
    place = (HEADER[0] - small - 22, (HEADER[1] - small) // 2)
    _write_page(folder / "header.bmp", HEADER, "#FFFFFF", small, place)


def _write_page(target: Path, size: tuple[int, int], colour: str, mark: int, place: tuple[int, int]) -> None:
    from PySide6.QtGui import QColor, QImage, QPainter

    page = QImage(*size, QImage.Format.Format_RGB888)
    page.fill(QColor(colour))
    painter = QPainter(page)
    painter.drawImage(*place, _drawn(mark))
    painter.end()
    if not page.save(str(target)):
        raise PackagingError(f"{target} could not be written.")


def _drawn(size: int, drawing: Path | None = None) -> QImage:
    """A drawing, NetDesk's own where none is named, on a square of ``size``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing = drawing or ICONS / "netdesk.svg"
    renderer = QSvgRenderer()
    if not drawing.is_file() or not renderer.load(drawing.read_bytes()):
        raise PackagingError(f"{drawing} is missing, or no drawing that Qt can read.")
    picture = _blank(size)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return picture


def _blank(size: int) -> QImage:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _theme(table: str, role: str) -> str:
    """A colour of the light theme, such as "#0B6E69"."""
    roles = tomllib.loads((TOP / "resources" / "themes" / "light.toml").read_text(encoding="utf-8"))
    return str(roles[table][role])


def _png(picture: QImage) -> bytes:
    from PySide6.QtCore import QBuffer

    written = QBuffer()
    written.open(QBuffer.OpenModeFlag.WriteOnly)
    if not picture.save(written, "PNG"):  # type: ignore[call-overload]
        raise PackagingError("Qt could not write a PNG picture.")
    return bytes(written.data().data())


def _bitmap(picture: QImage) -> bytes:
    """A picture as an icon's bitmap: head, colours from the lowest row up, and the mask (empty: alpha says it all)."""
    from PySide6.QtGui import QImage

    upside_down = picture.convertToFormat(QImage.Format.Format_ARGB32).flipped()
    # In memory a pixel is blue, green, red, alpha; a row of four bytes each needs no filling up.
    colours = bytes(upside_down.constBits())
    width, height = picture.width(), picture.height()
    mask = bytes((width + 31) // 32 * 4 * height)
    # The height counts twice: once for the colours, once for the mask.
    head = struct.pack("<IiiHHIIiiII", 40, width, 2 * height, 1, 32, 0, len(colours) + len(mask), 0, 0, 0, 0)
    return head + colours + mask

"""Pictures for Windows, made from the program's own icons when it is packaged: .ico files and the installer's pages."""

from __future__ import annotations

import io
import struct
import tomllib
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

from installers.bundle import TOP

SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""The sizes Windows asks for at 100 to 400 % scale, in pixels."""
SIDE = (328, 628)
"""The picture beside the last page, at twice the size of a screen at 100 %."""
HEADER = (300, 114)
"""The picture at the head of the other pages, likewise."""
_OVERSAMPLED = 4


def own_icon(size: int) -> Image.Image:
    """The program's icon; sizes that are not drawn by hand are made from the next larger one."""
    drawn = sorted(
        int(file.stem.rpartition("-")[2]) for file in (TOP / "resources" / "icons").glob("netdesk-*.png")
    )
    nearest = next((each for each in drawn if each >= size), drawn[-1])
    with Image.open(TOP / "resources" / "icons" / f"netdesk-{nearest}.png") as opened:
        picture = opened.convert("RGBA")
    return picture if nearest == size else picture.resize((size, size), Image.Resampling.LANCZOS)


def workspace_icon(size: int) -> Image.Image:
    """The icon of a workspace file: a page with a folded corner and the program's mark on it."""
    large = size * _OVERSAMPLED
    page = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    pen = ImageDraw.Draw(page)
    left, right, top, bottom = (round(large * part) for part in (0.14, 0.86, 0.02, 0.98))
    fold = round(large * 0.24)
    edge = max(_OVERSAMPLED, large // 48)
    outline = [(left, top), (right - fold, top), (right, top + fold), (right, bottom), (left, bottom)]
    pen.polygon(outline, fill=_theme("surface", "panel"))
    pen.line([*outline, outline[0]], fill=_theme("text", "text-3"), width=edge, joint="curve")
    corner = [(right - fold, top), (right - fold, top + fold), (right, top + fold)]
    pen.polygon(corner, fill=_theme("surface", "line"))
    pen.line(corner, fill=_theme("text", "text-3"), width=edge, joint="curve")
    page = page.resize((size, size), Image.Resampling.LANCZOS)
    mark = own_icon(round(size * 0.56))
    page.alpha_composite(mark, ((size - mark.width) // 2, round(size * 0.36)))
    return page


def write_icon(target: Path, pictures: Sequence[Image.Image]) -> Path:
    """Write an .ico of ``pictures``. Below 256 pixels they are plain bitmaps, which everything can read."""
    bodies = [_png(picture) if picture.width >= 256 else _bitmap(picture) for picture in pictures]
    place = 6 + 16 * len(bodies)
    head = struct.pack("<HHH", 0, 1, len(bodies))
    for picture, body in zip(pictures, bodies, strict=True):
        # 256 is written as 0
        head += struct.pack(
            "<BBBBHHII", picture.width % 256, picture.height % 256, 0, 0, 1, 32, len(body), place
        )
        place += len(body)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(head + b"".join(bodies))
    return target


def write_pictures(folder: Path) -> None:
    """Write all pictures the installer needs into ``folder``: two icons, the head of a page and its side."""
    write_icon(folder / "netdesk.ico", [own_icon(size) for size in SIZES])
    write_icon(folder / "workspace.ico", [workspace_icon(size) for size in SIZES])
    side = Image.new("RGB", SIDE, _theme("meaning", "accent"))
    # The icon has the colour of this page, so only its mark is seen.
    mark = own_icon(288)
    side.paste(mark, ((SIDE[0] - mark.width) // 2, 120), mark)
    side.save(folder / "side.bmp")
    header = Image.new("RGB", HEADER, (255, 255, 255))
    small = own_icon(76)
    header.paste(small, (HEADER[0] - small.width - 22, (HEADER[1] - small.height) // 2), small)
    header.save(folder / "header.bmp")


def _theme(table: str, role: str) -> str:
    """A colour of the light theme, such as "#0B6E69"."""
    roles = tomllib.loads((TOP / "resources" / "themes" / "light.toml").read_text(encoding="utf-8"))
    return str(roles[table][role])


def _png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def _bitmap(picture: Image.Image) -> bytes:
    """A picture as an icon's bitmap: head, colours from the lowest row up, and the mask (empty: alpha says it all)."""
    width, height = picture.size
    colours = picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).tobytes("raw", "BGRA")
    mask = bytes((width + 31) // 32 * 4 * height)
    # The height counts twice: once for the colours, once for the mask.
    head = struct.pack("<IiiHHIIiiII", 40, width, 2 * height, 1, 32, 0, len(colours) + len(mask), 0, 0, 0, 0)
    return head + colours + mask

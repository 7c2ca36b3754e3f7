"""The icons and pages for Windows, read back as Windows reads them."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.support.installer_code import installer_code
from tests.support.source_tree import TOP

pictures = installer_code("windows.pictures")
windows = installer_code("windows.products")
bundle = installer_code("bundle")


def entries(icon: bytes) -> dict[int, bytes]:
    """The pictures of an .ico by their width."""
    reserved, kind, count = struct.unpack_from("<HHH", icon)
    assert (reserved, kind) == (0, 1)
    found: dict[int, bytes] = {}
    for number in range(count):
        width, height, _, _, _, bits, size, place = struct.unpack_from("<BBBBHHII", icon, 6 + 16 * number)
        assert width == height
        assert bits == 32
        assert place + size <= len(icon)
        found[width or 256] = icon[place : place + size]
    return found


def test_the_program_s_icon_has_every_size_windows_asks_for(tmp_path: Path) -> None:
    found = entries(windows.icon(tmp_path).read_bytes())
    assert tuple(found) == pictures.SIZES
    large = QImage.fromData(found[256], "PNG")
    assert large == QImage(str(TOP / "resources/icons/netdesk-256.png")).convertToFormat(large.format())


def test_small_sizes_are_plain_bitmaps_of_the_drawn_icon(tmp_path: Path) -> None:
    body = entries(windows.icon(tmp_path).read_bytes())[48]
    size, width, height, planes, bits, packing = struct.unpack_from("<IiiHHI", body)
    assert (size, width, height, planes, bits, packing) == (40, 48, 96, 1, 32, 0)
    # The rows go up: the first in the file is the lowest; the mask follows, a bit for each pixel in rows of 32.
    rows = QImage(body[40 : 40 + 48 * 48 * 4], 48, 48, QImage.Format.Format_ARGB32)
    assert len(body) == 40 + 48 * 48 * 4 + 48 * 8
    drawn = QImage(str(TOP / "resources/icons/netdesk-48.png")).convertToFormat(QImage.Format.Format_ARGB32)
    assert rows.flipped() == drawn


def test_sizes_nobody_drew_come_from_the_drawing() -> None:
    picture = pictures.own_icon(40)
    assert picture.width() == picture.height() == 40
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(20, 4) == QColor("#0B6E69")


@pytest.mark.parametrize("size", [16, 32, 256])
def test_a_workspace_looks_like_a_page_with_the_mark(size: int) -> None:
    page = pictures.workspace_icon(size)
    assert page.pixelColor(0, 0).alpha() == 0
    assert page.pixelColor(size // 2, round(size * 0.85)).lightnessF() > 0.85, "paper"
    row = [page.pixelColor(x, round(size * 0.6)) for x in range(round(size * 0.25), round(size * 0.75))]
    assert min(colour.red() for colour in row) < 128, "the mark"


def test_the_pages_of_the_installer_have_the_program_s_colour(tmp_path: Path) -> None:
    pictures.write_pictures(tmp_path)
    side, header = QImage(str(tmp_path / "side.bmp")), QImage(str(tmp_path / "header.bmp"))
    assert (side.width(), side.height()) == pictures.SIDE
    assert (header.width(), header.height()) == pictures.HEADER
    assert side.pixelColor(2, 2) == QColor("#0B6E69")
    assert header.pixelColor(2, 2) == QColor("#FFFFFF")
    assert len({side.pixelColor(x, 264).name() for x in range(side.width())}) > 1, "the mark is drawn"


def test_an_icon_of_a_wrong_size_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "ICONS", tmp_path)
    blank = QImage(8, 8, QImage.Format.Format_ARGB32)
    blank.fill(QColor("#0B6E69"))
    assert blank.save(str(tmp_path / "netdesk-16.png"))
    with pytest.raises(bundle.PackagingError, match="16 by 16"):
        pictures.own_icon(16)
    with pytest.raises(bundle.PackagingError, match="is missing"):
        pictures.own_icon(20)

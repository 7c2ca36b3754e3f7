"""Photographs as they come: turned by the camera, vast, see-through, broken, or no picture at all."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QTransform

from netdesk.formats.picture_codes import codes_in
from netdesk.method.errors import InvalidInput
from netdesk.ui.scanning.picture import (
    CODE_SIDE,
    KEPT_SIDE,
    image_of,
    picture_of_file,
    picture_of_image,
    turned,
)
from tests.support.card_codes import PRIYA_MECARD
from tests.support.drawn_cards import blurred, drawn_card, jpeg, noting_turn, of_data, saved


def with_red_corner(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for across in range(width // 4):
        for down in range(height // 4):
            image.setPixelColor(across, down, QColor("red"))
    return image


def is_red(image: QImage, across: float, down: float) -> bool:
    color = image.pixelColor(round(across * (image.width() - 1)), round(down * (image.height() - 1)))
    return color.red() > 200 and color.green() < 90


@pytest.mark.parametrize(
    ("orientation", "corner", "size"),
    [
        (1, (0.05, 0.05), (80, 40)),
        (3, (0.95, 0.95), (80, 40)),
        (6, (0.95, 0.05), (40, 80)),
        (8, (0.05, 0.95), (40, 80)),
    ],
)
def test_a_picture_stands_as_the_camera_noted_it(
    tmp_path: Path, orientation: int, corner: tuple[float, float], size: tuple[int, int]
) -> None:
    file = saved(tmp_path / "card.jpg", noting_turn(jpeg(with_red_corner(80, 40)), orientation))
    picture = picture_of_file(file)
    kept = image_of(picture.data)
    assert (kept.width(), kept.height()) == (picture.width, picture.height) == size
    assert is_red(kept, *corner)
    assert b"Exif" not in picture.data


def test_a_large_photograph_is_scaled_for_keeping_and_less_for_codes(tmp_path: Path) -> None:
    large = with_red_corner(400, 300).scaled(4_000, 3_000)
    picture = picture_of_file(saved(tmp_path / "large.jpg", large))
    assert (picture.width, picture.height, len(picture.grey)) == (CODE_SIDE, 1_800, CODE_SIDE * 1_800)
    assert image_of(picture.data).size() == QSize(KEPT_SIDE, 1_200)
    assert picture.media_type == "image/jpeg"


def png_head(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )


def test_a_hundred_megapixels_are_scaled_while_they_are_read_or_refused_in_words(tmp_path: Path) -> None:
    vast = QImage(10_000, 10_000, QImage.Format.Format_Grayscale8)
    vast.fill(200)
    picture = picture_of_file(saved(tmp_path / "vast.jpg", jpeg(vast, 10)))
    assert (picture.width, picture.height) == (CODE_SIDE, CODE_SIDE)
    with pytest.raises(InvalidInput, match=r"“vast\.png” has 100 megapixels, more than can be read"):
        picture_of_file(saved(tmp_path / "vast.png", png_head(10_000, 10_000)))
    with pytest.raises(InvalidInput, match="900 megapixels"):
        picture_of_file(saved(tmp_path / "claims.png", png_head(30_000, 30_000)))


# Qt's own library says aloud what is wrong with a broken JPEG.
@pytest.mark.no_qt_log
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture at all",
        b"\xff\xd8\xff\xe0 begins like one",
        b"\x89PNG\r\n\x1a\n",
        b"<svg/>",
        b"GIF89a",
    ],
)
def test_what_is_no_picture_is_named_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    file = saved(tmp_path / "holiday.jpg", data)
    with pytest.raises(InvalidInput, match=r"“holiday\.jpg” is no picture that can be shown\. Choose"):
        picture_of_file(file)


@pytest.mark.no_qt_log
def test_half_a_photograph_is_no_picture_or_shows_its_half(tmp_path: Path) -> None:
    whole = jpeg(drawn_card())
    file = saved(tmp_path / "half.jpg", whole[: len(whole) // 2])
    picture = picture_of_file(file)
    assert picture.width == drawn_card().width()


def test_files_that_are_gone_or_folders_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.jpg", tmp_path):
        with pytest.raises(InvalidInput, match="cannot be read"):
            picture_of_file(path)


def test_a_file_of_many_megabytes_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "film.jpg"
    with file.open("wb") as made:
        made.truncate(70_000_000)
    with pytest.raises(InvalidInput, match="larger than 60 megabytes"):
        picture_of_file(file)


def test_what_shows_through_lies_on_white() -> None:
    image = QImage(100, 60, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    picture = picture_of_image(image)
    assert set(picture.grey) == {255}
    assert image_of(picture.data).pixelColor(50, 30).lightness() > 250


def test_rows_of_odd_width_have_no_gaps() -> None:
    picture = picture_of_image(with_red_corner(97, 31))
    assert len(picture.grey) == 97 * 31
    assert picture.grey[-97:] == b"\xff" * 97


def test_a_kept_picture_is_turned_by_quarters() -> None:
    data = picture_of_image(with_red_corner(80, 40)).data
    assert turned(data, 0) == turned(data, 360) == data
    right = of_data(turned(data, 90))
    assert (right.width(), right.height()) == (40, 80)
    assert is_red(right, 0.95, 0.05)
    assert is_red(of_data(turned(data, -90)), 0.05, 0.95)


@pytest.mark.parametrize("degrees", [0, 7, 90, 180, 270])
def test_a_code_on_a_card_is_found_however_it_lies_and_a_little_blurred(degrees: int) -> None:
    image = blurred(drawn_card((), PRIYA_MECARD, degrees=degrees))
    picture = picture_of_image(image)
    assert codes_in(picture.grey, picture.width, picture.height) == (PRIYA_MECARD,)


def test_a_small_code_on_a_photograph_of_a_table_is_found(tmp_path: Path) -> None:
    image = drawn_card((), PRIYA_MECARD, table=1_200).transformed(QTransform().scale(1.3, 1.3))
    picture = picture_of_file(saved(tmp_path / "table.jpg", image))
    assert codes_in(picture.grey, picture.width, picture.height) == (PRIYA_MECARD,)

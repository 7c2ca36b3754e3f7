"""The tour: every view, light and dark, each picture of the right size and with something on it."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from netdesk.app.tour import make_tour, noted_errors
from netdesk.app.tour_scenes import SCALED, SCENES, SMALL
from netdesk.method.errors import NetDeskError

SHEETS = {
    f"{sheet}-{paper}"
    for sheet in (
        "prep-sheet",
        "prep-sheet-pocket",
        "debrief-sheet",
        "follow-up-sheet",
        "audit-sheet",
        "one-to-one-sheet",
        "review",
        "review-one-page",
    )
    for paper in ("a4", "letter")
}


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    folder = tmp_path_factory.mktemp("tour")
    assert qapp is not None
    assert make_tour(folder) == 0
    return folder


def colours(picture: QImage) -> int:
    """How many colours a picture has on a coarse grid."""
    return len(
        {
            picture.pixel(x, y)
            for x in range(0, picture.width(), max(1, picture.width() // 120))
            for y in range(0, picture.height(), max(1, picture.height() // 120))
        }
    )


def test_every_view_is_there_light_and_dark(toured: Path) -> None:
    names = {path.stem for path in toured.glob("*.png")}
    for scheme in ("light", "dark"):
        for scene in SCENES:
            assert f"{scene.name}-{scheme}" in names
        assert {f"{name}-{scheme}-150" for name in SCALED} <= names
        assert {f"{name}-{scheme}-small" for name in SMALL} <= names
        assert f"welcome-{scheme}" in names
    assert names >= SHEETS
    assert {path.stem for path in toured.glob("*.pdf")} == SHEETS


def test_every_picture_shows_something(toured: Path) -> None:
    blank = [path.name for path in toured.glob("*.png") if colours(QImage(str(path))) < 4]
    assert blank == []


def test_pictures_have_the_promised_sizes(toured: Path) -> None:
    sizes = {}
    for path in toured.glob("*.png"):
        if not path.stem.startswith(tuple(SHEETS)):
            picture = QImage(str(path))
            sizes[path.stem] = (picture.width(), picture.height())
    assert {size for name, size in sizes.items() if name.endswith("-small")} == {(1100, 700)}
    assert {size for name, size in sizes.items() if not name.endswith("-small")} == {(1440, 900)}


def test_views_differ_from_one_another(toured: Path) -> None:
    pictures = {path.stem: bytes(QImage(str(path)).constBits()) for path in toured.glob("*-light.png")}
    same = [
        (one, other)
        for place, one in enumerate(pictures)
        for other in list(pictures)[place + 1 :]
        if pictures[one] == pictures[other]
    ]
    assert same == []


def test_light_and_dark_differ(toured: Path) -> None:
    light, dark = (QImage(str(toured / f"board-{scheme}.png")) for scheme in ("light", "dark"))
    assert light.pixelColor(5, 5).lightness() > 200
    assert dark.pixelColor(5, 5).lightness() < 80


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, qapp: object) -> None:
    assert qapp is not None
    in_the_way = tmp_path / "file"
    in_the_way.write_text("here already", encoding="utf-8")
    with pytest.raises(NetDeskError, match="cannot be made"):
        make_tour(in_the_way / "tour")


def test_an_error_while_a_view_is_drawn_is_noted_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, place: told.append(error))
    fault = NameError("a view is broken")
    with noted_errors() as noted:
        sys.excepthook(NameError, fault, None)
    assert noted == told == [fault]

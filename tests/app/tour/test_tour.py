"""The tour: every view, light and dark, each picture of the right size and with something on it."""

import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from netdesk.app.tour.run import make_tour, noted_errors
from netdesk.app.tour.scenes import SCALED, SCENES, SMALL
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


@dataclass(frozen=True)
class Taken:
    """What is known of a picture: its size, how many colours it has on a coarse grid, and what tells it apart."""

    size: tuple[int, int]
    colours: int
    digest: bytes


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    folder = tmp_path_factory.mktemp("tour")
    assert qapp is not None
    assert make_tour(folder) == 0
    return folder


@pytest.fixture(scope="module")
def taken(toured: Path) -> dict[str, Taken]:
    """Every picture by its name, each read once."""
    return {path.stem: _seen(QImage(str(path))) for path in sorted(toured.glob("*.png"))}


def _seen(picture: QImage) -> Taken:
    coarse = picture.convertToFormat(QImage.Format.Format_RGB32).scaled(120, 120)
    colours = len(set(memoryview(coarse.constBits()).cast("I")))
    return Taken((picture.width(), picture.height()), colours, sha256(picture.constBits()).digest())


def test_every_view_is_there_light_and_dark(toured: Path, taken: dict[str, Taken]) -> None:
    names = set(taken)
    for scheme in ("light", "dark"):
        for scene in SCENES:
            assert f"{scene.name}-{scheme}" in names
        assert {f"{name}-{scheme}-150" for name in SCALED} <= names
        assert {f"{name}-{scheme}-small" for name in SMALL} <= names
        assert f"welcome-{scheme}" in names
    assert names >= SHEETS
    assert {path.stem for path in toured.glob("*.pdf")} == SHEETS


def test_every_picture_shows_something(taken: dict[str, Taken]) -> None:
    assert [name for name, picture in taken.items() if picture.colours < 4] == []


def test_pictures_have_the_promised_sizes(taken: dict[str, Taken]) -> None:
    views = {name: one.size for name, one in taken.items() if not name.startswith(tuple(SHEETS))}
    assert {size for name, size in views.items() if name.endswith("-small")} == {(1100, 700)}
    assert {size for name, size in views.items() if not name.endswith("-small")} == {(1440, 900)}


def test_views_differ_from_one_another(taken: dict[str, Taken]) -> None:
    alike: dict[bytes, list[str]] = {}
    for name, picture in taken.items():
        if name.endswith("-light"):
            alike.setdefault(picture.digest, []).append(name)
    assert [names for names in alike.values() if len(names) > 1] == []


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

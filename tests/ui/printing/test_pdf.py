"""The PDF: real text, its pages and paper, and a file that appears whole or not at all."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from netdesk.method.errors import NetDeskError
from netdesk.method.goals import Goal, GoalKind
from netdesk.method.prep_sheet import (
    PrepSheet,
    SheetPerson,
    SheetPitch,
    compose_pocket_sheet,
    compose_prep_sheet,
)
from netdesk.ui.printing.page_layout import Paper
from netdesk.ui.printing.painting import paint_page
from netdesk.ui.printing.pdf import lay_sheet, write_prep_sheet_pdf
from tests.support.prep_sheets import DIFFERENT, GOALS, MIXER, PEOPLE

pytestmark = pytest.mark.usefixtures("qapp")
SHEET = compose_prep_sheet(MIXER)
POCKET = compose_pocket_sheet(MIXER)


def read(path: Path) -> str:
    """Give the text of all pages with white space single."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize(
    ("paper", "points"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))], ids=["a4", "letter"]
)
def test_one_page_of_the_paper_chosen(tmp_path: Path, paper: Paper, points: tuple[int, int]) -> None:
    path = tmp_path / "mixer.pdf"
    assert write_prep_sheet_pdf(SHEET, path, paper) == 1
    (page,) = PdfReader(path).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == points


def test_the_text_can_be_read_back(tmp_path: Path) -> None:
    path = tmp_path / "mixer.pdf"
    write_prep_sheet_pdf(SHEET, path, Paper.A4)
    text = read(path)
    for part in (
        "Chamber autumn mixer",
        "Tuesday 24 November 2026, 17:30–19:30",
        "few clients, many",
        "Collect 5 cards from potential clients",
        "Then: email each within 24 h with the retail checklist; call Friday",
        "I never get to the",
        "Sam Carter. Keep your line.",
        f"Different because: {DIFFERENT}",
        "Learn from 6–8 people, not 20",
        *(person.name for person in PEOPLE),
        "Brandt & Co · on the board",
        "Exhibitor checklist",
        "What I will do",
        "Printed from NetDesk · 22 November 2026",
    ):
        assert part in text


def test_two_pages_and_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "crowd.pdf"
    crowd = compose_prep_sheet(replace(MIXER, people=PEOPLE * 3, goals=GOALS * 2))
    assert write_prep_sheet_pdf(crowd, path, Paper.A4) == 2
    first, second = (page.extract_text() for page in PdfReader(path).pages)
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second
    assert "Chamber autumn mixer" in second
    assert "I would ask" in second


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mixer.pdf"
    write_prep_sheet_pdf(SHEET, path, Paper.A4)
    about = PdfReader(path).metadata
    assert about is not None
    assert (about.title, about.author, about.creator) == ("Chamber autumn mixer", "NetDesk", "NetDesk")


@pytest.mark.parametrize("paper", Paper)
def test_the_pocket_sheet_as_a_pdf(tmp_path: Path, paper: Paper) -> None:
    path = tmp_path / "pocket.pdf"
    assert write_prep_sheet_pdf(POCKET, path, paper, pocket=True) == 1
    text = read(path)
    assert "Intro to Hannah" in text
    assert "Cut along the line, then fold in the middle." in text
    assert "Serves 40 retailers" not in text


def test_other_scripts_are_text_too(tmp_path: Path) -> None:
    path = tmp_path / "scripts.pdf"
    event = replace(MIXER, title="Žofín – ďábelské setkání", host="Ωμέγα", place="Łódź")
    write_prep_sheet_pdf(compose_prep_sheet(event), path, Paper.A4)
    text = read(path)
    assert "Žofín – ďábelské setkání" in text
    assert "hosted by Ωμέγα" in text


def markup(picture: Path) -> str:
    return f"<img src='{picture.as_uri()}' width=400 height=400><b>bold</b>"


def everywhere(text: str) -> tuple[PrepSheet, PrepSheet]:
    """Put the text into every field of an event."""
    event = replace(
        MIXER,
        title=text,
        place=text,
        host=text,
        goals=(Goal(GoalKind.OWN_WORDS, 3, text, text), Goal(GoalKind.TRY_MESSAGE, 30, text, text)),
        pitch=MIXER.pitch and SheetPitch(MIXER.pitch.kind, text, text, text),
        people=(SheetPerson(text, text, text, 5, text, text, text),),
        competitors=(text,),
    )
    return compose_prep_sheet(event), compose_pocket_sheet(event)


def test_a_picture_named_in_a_field_is_words_and_is_never_loaded(tmp_path: Path) -> None:
    marker = QColor(255, 0, 255)
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(marker)
    picture = tmp_path / "marker.png"
    assert image.save(str(picture))
    for sheet, pocket in zip(everywhere(markup(picture)), (False, True), strict=True):
        path = tmp_path / "marker.pdf"
        write_prep_sheet_pdf(sheet, path, Paper.A4, pocket=pocket)
        assert "<img src=" in read(path)
        assert "bold</b>" in read(path).replace(" ", "")
        assert not [found for page in PdfReader(path).pages for found in page.images]
        laid = lay_sheet(sheet, Paper.A4, pocket=pocket)
        canvas = QImage(794, 1123, QImage.Format.Format_RGB32)
        canvas.fill(QColor(255, 255, 255))
        painter = QPainter(canvas)
        paint_page(painter, laid.pages[0])
        painter.end()
        assert marker.rgb() not in {canvas.pixel(x, y) for x in range(0, 794, 3) for y in range(0, 1123, 3)}


def test_an_older_file_of_that_name_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "mixer.pdf"
    path.write_text("old")
    write_prep_sheet_pdf(SHEET, path, Paper.A4)
    assert path.read_bytes().startswith(b"%PDF")
    assert [each.name for each in tmp_path.iterdir()] == ["mixer.pdf"]
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """Inside the block the system refuses to let any file grow beyond ``size`` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_write_that_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "mixer.pdf"
    path.write_text("old")
    with no_file_above(4096), pytest.raises(NetDeskError) as caught:
        write_prep_sheet_pdf(SHEET, path, Paper.A4)
    assert caught.value.what == "“mixer.pdf” could not be saved: the system allows no file so large there."
    assert caught.value.remedy == "Choose another folder or name and save again."
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["mixer.pdf"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NetDeskError, match="the folder is not there"):
        write_prep_sheet_pdf(SHEET, tmp_path / "nowhere" / "mixer.pdf", Paper.A4)


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    folder = tmp_path / "mixer.pdf"
    folder.mkdir()
    with pytest.raises(NetDeskError, match="a folder has that name"):
        write_prep_sheet_pdf(SHEET, folder, Paper.A4)
    assert list(tmp_path.iterdir()) == [folder]
    assert list(folder.iterdir()) == []


def test_a_place_that_takes_no_files() -> None:
    # The kernel's own folder refuses new files even to the administrator.
    place = Path("/proc/self")
    if not place.exists():
        place = Path("/nowhere")
    with pytest.raises(NetDeskError, match="could not be saved: "):
        write_prep_sheet_pdf(SHEET, place / "mixer.pdf", Paper.A4)


def test_only_the_interface_of_drawing_is_needed() -> None:
    assert isinstance(QGuiApplication.instance(), QGuiApplication)
    assert len(lay_sheet(SHEET, Paper.A4).pages) == 1

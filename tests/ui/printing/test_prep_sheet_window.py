"""The preview, driven by mouse and keys over a real window and workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from netdesk.method.goals import Goal, GoalKind
from netdesk.services.event_edit import EventDetails, edit_event
from netdesk.services.goals import add_goal
from netdesk.services.preferences import PaperChoice, save_first_ask, save_number, save_paper
from netdesk.store.workspace import Workspace
from netdesk.ui.printing.marks import Words
from netdesk.ui.printing.page_layout import Paper
from netdesk.ui.printing.prep_sheet_window import PrepSheetWindow, open_prep_sheet
from tests.support.prep_sheets import MIXER, START
from tests.support.preview_scene import Scene, cards, laid


@pytest.fixture
def scene(qtbot: QtBot, qapp: object, workspace: Workspace) -> Iterator[Scene]:
    made = Scene(qtbot, qapp, workspace)
    yield made
    made.desk.close()


def test_the_preview_shows_the_event_on_the_paper_of_the_country(scene: Scene) -> None:
    shown = scene.open()
    assert laid(shown).title == "Chamber autumn mixer"
    assert laid(shown).paper is Paper.A4
    assert "Preview of Chamber autumn mixer, 1 page" in scene.said()
    assert shown.print_button.hasFocus()


def test_the_preview_heeds_the_settings(scene: Scene) -> None:
    save_paper(scene.workspace, PaperChoice.LETTER)
    save_number(scene.workspace, "card_rows", 5)
    shown = scene.open()
    assert laid(shown).paper is Paper.LETTER
    assert (cards(shown), shown.card_rows.value()) == (5, 5)
    save_first_ask(scene.workspace, "What are you working on?")
    texts = [mark.lettering.text for mark in laid(shown).pages[0].marks if isinstance(mark, Words)]
    assert "First ask: “What are you working on?”" in " ".join(texts)


def test_letter_and_save(scene: Scene, tmp_path: Path) -> None:
    shown = scene.open()
    scene.press(shown.paper, 1, ("A4", "Letter"))
    assert laid(shown).paper is Paper.LETTER
    scene.dialogs.path = tmp_path / "Chamber autumn mixer.pdf"
    scene.click(shown.save_button)
    (page,) = PdfReader(scene.dialogs.path).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (612, 792)
    assert "Exhibitor checklist" in page.extract_text()
    assert Path(scene.dialogs.asked[0]).name == "Chamber autumn mixer.pdf"
    assert "Saved Chamber autumn mixer.pdf" in scene.said()
    assert shown.isVisible()


class Folders(QObject):
    """Stands where the system's file manager would be asked."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(Path(url.toLocalFile()))


def test_the_toast_shows_the_folder(scene: Scene, tmp_path: Path) -> None:
    folders = Folders()
    QDesktopServices.setUrlHandler("file", folders, "show")
    try:
        shown = scene.open()
        scene.dialogs.path = tmp_path / "mixer.pdf"
        scene.click(shown.save_button)
        scene.click(scene.button("Show in folder"))
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert folders.shown == [tmp_path]


def test_calling_the_saving_off_saves_nothing(scene: Scene, tmp_path: Path) -> None:
    shown = scene.open()
    before = {each.name for each in tmp_path.iterdir()}
    scene.click(shown.save_button)
    assert len(scene.dialogs.asked) == 1
    assert {each.name for each in tmp_path.iterdir()} == before


def test_a_name_without_an_ending_gets_one_and_asks_before_replacing(scene: Scene, tmp_path: Path) -> None:
    shown = scene.open()
    scene.dialogs.path = tmp_path / "mixer"
    scene.click(shown.save_button)
    saved = tmp_path / "mixer.pdf"
    assert saved.read_bytes().startswith(b"%PDF")
    saved.write_text("mine")
    scene.click(shown.save_button)
    assert scene.dialogs.asked[-1] == "There is already a file “mixer.pdf”."
    assert saved.read_text() == "mine"
    scene.dialogs.choice = "Replace"
    scene.click(shown.save_button)
    assert saved.read_bytes().startswith(b"%PDF")


def test_a_save_that_fails_says_so_and_leaves_no_file(scene: Scene, tmp_path: Path) -> None:
    shown = scene.open()
    scene.dialogs.path = tmp_path / "gone" / "mixer.pdf"
    scene.click(shown.save_button)
    assert (
        "“mixer.pdf” could not be saved: the folder is not there. Choose another folder or name and save again."
        in scene.said()
    )
    assert not (tmp_path / "gone").exists()


def test_the_pocket_sheet_and_its_own_number_of_rows(scene: Scene) -> None:
    shown = scene.open()
    kinds = ("Whole page", "Pocket")
    assert (cards(shown), shown.card_rows.value()) == (8, 8)
    scene.qtbot.keyClick(shown.card_rows, Qt.Key.Key_Up)
    assert cards(shown) == 9
    scene.press(shown.kind, 1, kinds)
    assert (cards(shown), shown.card_rows.value()) == (4, 4)
    scene.qtbot.keyClick(shown.card_rows, Qt.Key.Key_Down)
    assert cards(shown) == 3
    scene.press(shown.kind, 0, kinds)
    assert (cards(shown), shown.card_rows.value()) == (9, 9)
    scene.press(shown.kind, 1, kinds)
    scene.click(shown.save_button)
    assert Path(scene.dialogs.asked[0]).name == "Chamber autumn mixer (pocket).pdf"


def test_the_paper_fits_the_width_or_has_its_real_size(scene: Scene) -> None:
    shown = scene.open()
    fitted = shown.preview.scale()
    room = shown.preview.viewport().width()
    assert room - 40 <= fitted * Paper.A4.width <= room
    scene.press(shown.zoom, 1, ("Fit width", "100 %"))
    assert shown.preview.scale() == 1
    assert shown.preview.widget().width() > room
    scene.press(shown.zoom, 0, ("Fit width", "100 %"))
    scene.window.resize(1400, 800)
    scene.qtbot.waitUntil(lambda: shown.preview.scale() > fitted)


@pytest.mark.parametrize("zoom", [0, 1])
def test_the_screen_shows_ink_on_white_paper(scene: Scene, zoom: int) -> None:
    shown = scene.open()
    scene.press(shown.zoom, zoom, ("Fit width", "100 %"))
    picture = shown.preview.grab().toImage()
    greys = [
        picture.pixelColor(x, y).lightness()
        for x in range(30, picture.width() - 40, 2)
        for y in range(30, picture.height(), 2)
    ]
    assert greys.count(255) > len(greys) * 0.7
    assert min(greys) < 60


def test_a_change_in_the_workspace_shows_in_the_preview(scene: Scene) -> None:
    shown = scene.open()
    add_goal(scene.workspace, scene.event, Goal(GoalKind.HELP, 2, "Ask how it went"))
    assert sum(each.block.part == "goal" for each in laid(shown).pages[0].placed) == 4
    edit_event(
        scene.workspace, scene.event, EventDetails("Winter mixer", START, None, "Europe/London", MIXER.place)
    )
    assert laid(shown).title == "Winter mixer"


def test_an_event_that_goes_away_takes_its_preview_with_it(scene: Scene) -> None:
    shown = scene.open()
    with scene.workspace.change("Remove the event"):
        scene.workspace.sql("DELETE FROM event WHERE id = ?", (scene.event,))
    scene.qtbot.waitUntil(lambda: scene.window.findChild(PrepSheetWindow) is None)
    assert open_prep_sheet(scene.shell, scene.event) is None
    assert "That event is not in the workspace any more. Choose another one from the list." in scene.said()
    del shown


def test_escape_closes(scene: Scene) -> None:
    shown = scene.open()
    scene.qtbot.keyClick(shown.print_button, Qt.Key.Key_Escape)
    scene.qtbot.waitUntil(lambda: scene.window.findChild(PrepSheetWindow) is None)
    again = scene.open()
    scene.click(again.close_button)
    scene.qtbot.waitUntil(lambda: scene.window.findChild(PrepSheetWindow) is None)

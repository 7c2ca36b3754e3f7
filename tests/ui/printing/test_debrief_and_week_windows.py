"""The previews of the debrief and of the week's follow-ups, driven by mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from netdesk.services.debrief import set_learned_text
from netdesk.store.workspace import Workspace
from netdesk.ui.printing.debrief_sheet_window import DebriefSheetWindow, open_debrief_sheet
from netdesk.ui.printing.follow_up_sheet_window import FollowUpSheetWindow, open_follow_up_sheet
from netdesk.ui.printing.marks import Words
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.sheet_window import SheetWindow
from tests.support.judged_events import follow_up
from tests.support.prep_sheets import PRINTED
from tests.support.preview_scene import Scene
from tests.support.workspaces import sample_people


@pytest.fixture
def scene(qtbot: QtBot, qapp: object, workspace: Workspace) -> Iterator[Scene]:
    made = Scene(qtbot, qapp, workspace)
    yield made
    made.desk.close()


def laid(shown: SheetWindow) -> LaidSheet:
    sheet = shown.preview.sheet()
    assert sheet is not None
    return sheet


def words(shown: SheetWindow) -> str:
    return " ".join(
        mark.lettering.text for page in laid(shown).pages for mark in page.marks if isinstance(mark, Words)
    )


def open_debrief(scene: Scene) -> DebriefSheetWindow:
    shown = open_debrief_sheet(scene.shell, scene.event, chooser=lambda _parent, _laid: None)
    assert shown is not None
    return shown


def open_week(scene: Scene) -> FollowUpSheetWindow:
    return open_follow_up_sheet(scene.shell, PRINTED, chooser=lambda _parent, _laid: None)


def test_the_debrief_is_previewed_and_follows_what_is_entered(scene: Scene) -> None:
    shown = open_debrief(scene)
    assert laid(shown).title == "Chamber autumn mixer"
    assert len(laid(shown).pages) == 1
    assert shown.print_button.hasFocus()
    set_learned_text(scene.workspace, scene.event, "Ask about Sundays.")
    assert "Ask about Sundays." in words(shown)


def test_the_debrief_has_as_many_empty_rows_as_wanted_and_is_saved(scene: Scene, tmp_path: Path) -> None:
    shown = open_debrief(scene)
    scene.qtbot.keyClick(shown.card_rows, Qt.Key.Key_Up)
    cards = [each for page in laid(shown).pages for each in page.placed if each.block.part == "card"]
    assert len(cards) == 9
    scene.dialogs.path = tmp_path / "after.pdf"
    scene.click(shown.save_button)
    assert Path(scene.dialogs.asked[0]).name == "Chamber autumn mixer (debrief).pdf"
    assert "How did the goals go?" in PdfReader(tmp_path / "after.pdf").pages[0].extract_text()


def test_an_event_that_is_gone_has_no_debrief_to_print(scene: Scene) -> None:
    assert open_debrief_sheet(scene.shell, 4711) is None
    assert any("not in the workspace any more" in said for said in scene.said())


def test_the_preview_closes_when_its_event_goes(scene: Scene) -> None:
    shown = open_debrief(scene)
    with scene.workspace.change("Take the event away"):
        scene.workspace.sql("DELETE FROM event WHERE id = ?", (scene.event,))
    assert not shown.isVisible()


def test_the_week_shows_what_is_open_and_the_next_one_by_a_press(scene: Scene, tmp_path: Path) -> None:
    here, there, late = sample_people(scene.workspace, 3)
    with scene.workspace.change("Plan"):
        follow_up(scene.workspace, here, "Call today", PRINTED.isoformat(), at="10:30")
        follow_up(scene.workspace, there, "Call next week", (PRINTED + timedelta(days=3)).isoformat())
        follow_up(scene.workspace, late, "Call long ago", (PRINTED - timedelta(days=9)).isoformat())
    shown = open_week(scene)
    first = words(shown)
    assert "Call today" in first
    assert "10:30" in first
    assert "9 d late" in first
    assert "Call next week" not in first
    scene.press(shown.week, 1, ("This week", "Next week"))
    assert "Call next week" in words(shown)
    scene.press(shown.paper, 1, ("A4", "Letter"))
    assert laid(shown).paper is Paper.LETTER
    scene.dialogs.path = tmp_path / "week.pdf"
    scene.click(shown.save_button)
    assert Path(scene.dialogs.asked[0]).name == "Follow-ups, 23–29 November 2026.pdf"


def test_the_week_follows_what_is_done(scene: Scene) -> None:
    (person,) = sample_people(scene.workspace, 1)
    with scene.workspace.change("Plan"):
        number = follow_up(scene.workspace, person, "Call today", PRINTED.isoformat())
    shown = open_week(scene)
    assert "Call today" in words(shown)
    with scene.workspace.change("Done"):
        scene.workspace.sql("UPDATE follow_up SET state = 'done' WHERE id = ?", (number,))
    assert "Call today" not in words(shown)


def test_the_week_begins_where_the_locale_says(scene: Scene) -> None:
    usual = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        assert laid(open_week(scene)).title == "Follow-ups, 22–28 November 2026"
    finally:
        QLocale.setDefault(usual)


def test_opened_again_it_prints(scene: Scene) -> None:
    asked: list[str] = []
    shown = open_follow_up_sheet(
        scene.shell, PRINTED, chooser=lambda _parent, sheet: asked.append(sheet.title)
    )
    assert open_follow_up_sheet(scene.shell, PRINTED) is shown
    assert asked == ["Follow-ups, 16–22 November 2026"]

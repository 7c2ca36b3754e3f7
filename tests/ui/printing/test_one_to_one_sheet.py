"""The sheet for a one-to-one on paper, as a PDF in real text, and its preview."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.one_to_one_sheet import LastTalk, OpenEntry, SheetOneToOne, compose_one_to_one_sheet
from netdesk.method.one_to_ones import LEARNED_FIELDS
from netdesk.services.one_to_ones import OneToOneDraft, plan_one_to_one
from netdesk.services.people import PersonDraft, change_fields, new_person
from netdesk.ui.printing.marks import Rule, TickBox, Words
from netdesk.ui.printing.one_to_one_sheet_drawing import lay_one_to_one_sheet
from netdesk.ui.printing.one_to_one_sheet_window import OneToOneSheetWindow, open_one_to_one_sheet
from netdesk.ui.printing.page_layout import LaidSheet, Paper, Placed
from netdesk.ui.printing.pdf import write_pdf
from tests.support.kept_files import new_workspace
from tests.support.programs import ScriptedDialogs, overlay_of, running, said

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = date(2026, 11, 22)
QUESTIONS = ("Who would be a good introduction for you?", "What are you proud of this year?")


def _laid(words: str = "", paper: Paper = Paper.A4) -> LaidSheet:
    texts = {field.name: words for field in LEARNED_FIELDS}
    one = SheetOneToOne(
        "Grace Adeyemi",
        "Grace",
        datetime(2026, 11, 26, 10, tzinfo=UTC),
        datetime(2026, 11, 26, 11, tzinfo=UTC),
        TODAY,
        "Café Rosa",
        objective=words,
        questions=QUESTIONS,
        theirs=texts,
        mine=texts,
        last=LastTalk(date(2026, 10, 14), "Call", words) if words else None,
        open=(OpenEntry("Write to her", True, TODAY),) if words else (),
    )
    return lay_one_to_one_sheet(compose_one_to_one_sheet(one), paper)


def _blocks(sheet: LaidSheet, part: str) -> list[Placed]:
    return [each for page in sheet.pages for each in page.placed if each.block.part == part]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("words", ["", "charities with five to twenty staff"])
def test_it_fits_one_page_empty_or_filled(qapp: QApplication, words: str, paper: Paper) -> None:
    sheet = _laid(words, paper)
    assert len(sheet.pages) == 1
    assert max(each.bottom for each in sheet.pages[0].placed) <= sheet.paper.height


def test_there_are_boxes_for_the_outcome_and_lines_to_write_on(qapp: QApplication) -> None:
    sheet = _laid("known")
    reached = _blocks(sheet, "reached")[0].block
    assert sum(isinstance(mark, TickBox) for mark in reached.marks) == 3
    assert len(_blocks(sheet, "line")) == 2 * 2 + 4
    assert len(_blocks(sheet, "promise")) == 2 * 3
    assert all(isinstance(one.block.marks[0], Rule) for one in _blocks(sheet, "line"))


def test_both_sides_stand_beside_each_other(qapp: QApplication) -> None:
    parts = _blocks(_laid("known"), "part")
    left, right = parts[:5], parts[5:10]
    assert [one.top for one in left] == [one.top for one in right]
    starts = [
        next(mark for mark in one.block.marks if isinstance(mark, Words)).x for one in (left[0], right[0])
    ]
    assert starts[0] < starts[1]


def test_endless_words_run_on_to_a_second_page_and_nothing_is_cut_in_two(qapp: QApplication) -> None:
    sheet = _laid("many words that go on and on " * 60)
    bottoms = [each.bottom for page in sheet.pages for each in page.placed]
    assert max(bottoms) <= sheet.paper.height
    assert len(sheet.pages) <= 2


def test_the_pdf_holds_real_text(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_pdf(_laid("charities"), path)
    text = " ".join(PdfReader(path).pages[0].extract_text().split())
    for words in (
        "One-to-one with Grace Adeyemi",
        "Café Rosa",
        "charities",
        *QUESTIONS,
        "I promise",
        "Accomplishments",
    ):
        assert words in text


# The preview -------------------------------------------------------------------------------------


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, dialogs: ScriptedDialogs) -> Iterator[Program]:
    file = tmp_path / "network.netdesk"
    workspace = new_workspace(file)
    grace = new_person(workspace, PersonDraft(given="Grace", family="Adeyemi", level=3))
    starts = datetime.fromisoformat("2026-11-26T10:00")
    plan_one_to_one(
        workspace, OneToOneDraft(grace, starts, "Europe/London", objective="Her ideal client"), NOW
    )
    workspace.close()
    with running(qapp, file, now=lambda: NOW, dialogs=dialogs) as running_one:
        yield running_one


def _open(program: Program) -> OneToOneSheetWindow:
    window = open_one_to_one_sheet(program.window.shell, 1)
    assert window is not None
    return window


def _shown(window: OneToOneSheetWindow) -> str:
    sheet = window.preview.sheet()
    assert sheet is not None
    texts = [mark.lettering.text for page in sheet.pages for mark in page.marks if isinstance(mark, Words)]
    return " ".join(texts)


def test_the_preview_follows_what_changes(program: Program) -> None:
    window = _open(program)
    assert "Her ideal client" in _shown(window)
    program.window.shell.desk.do(
        lambda workspace: change_fields(workspace, 1, said="Learn", interests="rowing")
    )
    assert "rowing" in _shown(window)


def test_it_is_saved_as_a_pdf_under_its_name(
    qtbot: QtBot, program: Program, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    window = _open(program)
    dialogs.answers.append(tmp_path / "sheet.pdf")
    qtbot.mouseClick(window.save_button, Qt.MouseButton.LeftButton)
    assert "Grace Adeyemi" in PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    assert said(program) == "Saved sheet.pdf"


def test_without_the_plan_it_says_so(program: Program) -> None:
    assert open_one_to_one_sheet(program.window.shell, 99) is None
    assert said(program).startswith("That one-to-one is not in the workspace")
    assert overlay_of(program) is None

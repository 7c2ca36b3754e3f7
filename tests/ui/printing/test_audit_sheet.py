"""The audit of a group on paper, and its preview."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from netdesk.app.compose import Program
from netdesk.method.audit_sheet import AuditMember, compose_audit_sheet
from netdesk.method.groups import Mark as AuditMark
from netdesk.services.group_audit import audit
from netdesk.services.group_list import group_rows
from netdesk.services.group_members import set_mark
from netdesk.ui.printing.audit_sheet_drawing import lay_audit_sheet
from netdesk.ui.printing.audit_sheet_window import AuditSheetWindow, open_audit_sheet
from netdesk.ui.printing.marks import Mark, Pip, TickBox, Words
from netdesk.ui.printing.page_layout import LaidSheet, Paper, Placed
from tests.method.test_audit_sheet import CLUB, money
from tests.support.programs import TODAY, ScriptedDialogs, overlay_of, running, said


def laid(members: int = 18, paper: Paper = Paper.A4) -> LaidSheet:
    people = tuple(
        AuditMember(
            f"Member {number}", "A firm", 3, frozenset({AuditMark.KNOW}), None, "Listens" * (number < 4)
        )
        for number in range(members)
    )
    return lay_audit_sheet(compose_audit_sheet(replace(CLUB, members=people), money), paper)


def marks(sheet: LaidSheet) -> list[Mark]:
    return [mark for page in sheet.pages for mark in page.marks]


def words(sheet: LaidSheet) -> list[str]:
    return [mark.lettering.text for mark in marks(sheet) if isinstance(mark, Words)]


def blocks(sheet: LaidSheet, part: str) -> list[Placed]:
    return [each for page in sheet.pages for each in page.placed if each.block.part == part]


@pytest.mark.parametrize("paper", Paper)
def test_eighteen_members_fit_one_page_with_five_boxes_each(qapp: QApplication, paper: Paper) -> None:
    sheet = laid(paper=paper)
    assert len(sheet.pages) == 1
    rows = blocks(sheet, "member")
    assert len(rows) == 18
    for row in rows:
        boxes = [mark for mark in row.block.marks if isinstance(mark, TickBox)]
        assert [box.ticked for box in boxes] == [True, False, False, False, False]
        assert sum(mark.filled for mark in row.block.marks if isinstance(mark, Pip)) == 3
    assert max(each.bottom for each in sheet.pages[0].placed) <= sheet.paper.height


def test_a_large_group_has_its_heads_on_every_page(qapp: QApplication) -> None:
    sheet = laid(120)
    assert len(sheet.pages) > 2
    assert len(blocks(sheet, "member")) == 120
    on = [page for page in sheet.pages if any(each.block.part == "member" for each in page.placed)]
    assert all(any(each.block.part == "heads" for each in page.placed) for page in on)


def test_room_that_is_left_becomes_lines_to_write_on(qapp: QApplication) -> None:
    assert len(blocks(laid(5), "line")) == 8
    assert 1 <= len(blocks(laid(18), "line")) <= 8


def test_a_group_without_members_still_gives_a_sheet(qapp: QApplication) -> None:
    sheet = laid(0)
    assert len(sheet.pages) == 1
    assert "Breakfast Club" in words(sheet)
    assert blocks(sheet, "member") == []


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    dialogs = ScriptedDialogs(tmp_path / "audit.pdf")
    with running(qapp, tmp_path / "network.netdesk", sample=True, dialogs=dialogs) as started:
        yield started


def test_the_preview_follows_the_audit_and_saves_it(program: Program, tmp_path: Path) -> None:
    club = group_rows(program.workspace)[0].id
    window = open_audit_sheet(program.window.shell, club)
    assert isinstance(window, AuditSheetWindow)

    def ticked() -> int:
        return sum(isinstance(mark, TickBox) and mark.ticked for mark in marks(window._laid()))

    before = ticked()
    line = next(
        one
        for one in audit(program.workspace, club, TODAY).members
        if not one.marks[AuditMark.THEY_REFERRED].yes
    )
    set_mark(program.workspace, line.member_id, AuditMark.THEY_REFERRED, True)
    assert ticked() == before + 1
    window.save_it()
    assert (tmp_path / "audit.pdf").read_bytes().startswith(b"%PDF")
    assert said(program) == "Saved audit.pdf"


def test_the_audit_of_a_group_that_is_gone_is_a_toast(program: Program) -> None:
    assert open_audit_sheet(program.window.shell, 999) is None
    assert overlay_of(program) is None
    assert said(program).startswith("That group is not in the workspace any more.")

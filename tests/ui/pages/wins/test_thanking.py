"""The business a person brought on their page, thanking them for it, and the wins of a group and an event."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netdesk.app.compose import Program
from netdesk.services.follow_ups import finish_follow_up
from netdesk.services.groups import GroupDraft, add_group
from netdesk.services.insights.wins_of import WinsFrom
from netdesk.services.wins import bin_win
from netdesk.ui.pages.insights.behind_list import BehindList
from netdesk.ui.pages.person.business_panel import BusinessPanel
from netdesk.ui.pages.person.sheet import Sheet
from netdesk.ui.pages.wins.thank_form import ThankForm, open_thank_form
from netdesk.ui.pages.wins.win_form import WinForm
from netdesk.ui.pages.wins.wins_line import WinsLine
from tests.support.programs import running
from tests.support.wins import an_event, won
from tests.support.workspaces import sample_people

KEY = Qt.Key


def panel_of(program: Program, person: int) -> BusinessPanel:
    program.window.shell.open_person(person)
    QApplication.processEvents()
    panel = program.window.findChild(BusinessPanel)
    assert panel is not None
    return panel


def the_sheet(program: Program) -> Sheet:
    QApplication.processEvents()
    return next(sheet for sheet in program.window.findChildren(Sheet) if sheet.isVisible())


def test_the_panel_says_what_they_brought_and_thanking_becomes_a_follow_up(
    qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        ws = program.workspace
        grace, ellen, *_ = sample_people(ws, 6)
        panel = panel_of(program, grace)
        assert panel.isHidden()
        win = won(ws, "Logo", "Grace Adeyemi > Ellen Adeyemi", client="Retail 27", value=3000.0)
        for number in range(4):
            won(ws, f"Desk {number}", "Grace Adeyemi", value=100.0)
        won(ws, "Rota", client="Grace Adeyemi", client_id=grace, value=50.0)
        QApplication.processEvents()
        assert panel.isVisible()
        assert "Business they brought" in panel.accessibleName()
        assert [line.line.title for line in panel.lines()] == ["Desk 3", "Desk 2", "Desk 1", "Rota"]
        # From the panel, thanks for the newest; Enter plans it for tomorrow.
        panel.thank.click()
        sheet = the_sheet(program)
        assert isinstance(sheet, ThankForm)
        assert sheet.action.text() == "Thank Grace for “Desk 3”"
        QTest.keyClick(sheet.action, KEY.Key_Return)
        QApplication.processEvents()
        planned = ws.sql("SELECT id, person_id, action, due_on, win_id FROM follow_up").fetchone()
        assert planned[1:4] == (grace, "Thank Grace for “Desk 3”", "2026-11-23")
        assert panel.lines()[0].accessibleName() == "Desk 3, £100, 22 Nov, thanks planned"
        finish_follow_up(ws, planned[0])
        QApplication.processEvents()
        assert panel.lines()[0].accessibleName() == "Desk 3, £100, 22 Nov, thanked"
        # The one who sent the client is thanked as well: offered right after.
        form = open_thank_form(program.window.shell, win)
        assert isinstance(form, ThankForm)
        assert form.title.text() == "Thank Grace Adeyemi"
        form.whom.setCurrentIndex(1)
        assert form.action.text() == "Thank Ellen for Retail 27"
        form.action.setText("Ring Ellen to say thank you")
        form.quick.picked.emit(0)
        form.keep_once()
        QApplication.processEvents()
        row = ws.sql("SELECT person_id, action, due_on FROM follow_up ORDER BY id DESC LIMIT 1").fetchone()
        assert tuple(row) == (ellen, "Ring Ellen to say thank you", "2026-11-22")


def test_nobody_to_thank_is_said_and_a_second_thank_you_is_refused(
    qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        ws, shell = program.workspace, program.window.shell
        sample_people(ws, 3)
        assert open_thank_form(shell, won(ws, "Sign", "A stranger")) is None
        assert open_thank_form(shell, 999) is None
        win = won(ws, "Logo", "Grace Adeyemi")
        form = open_thank_form(shell, win)
        assert form is not None
        form.keep_once()
        QApplication.processEvents()
        assert open_thank_form(shell, win) is None
        grace = int(ws.sql("SELECT person_id FROM follow_up").fetchone()[0])
        again = open_thank_form(shell, win, grace)
        assert again is not None
        again.keep_once()
        QApplication.processEvents()
        assert again.trouble.text().startswith("To thank Grace Adeyemi is planned already.")
        assert ws.sql("SELECT count(*) FROM follow_up").fetchone()[0] == 1


def test_a_line_opens_its_win_and_the_rest_is_a_list(qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        ws = program.workspace
        grace, *_ = sample_people(ws, 3)
        ids = [won(ws, f"Desk {number}", "Grace Adeyemi", value=100.0) for number in range(5)]
        panel = panel_of(program, grace)
        line = panel.lines()[0]
        assert line.line.win_id == ids[-1]
        assert [entry.text for entry in line.entries() if entry is not None] == [
            "All about this win…",
            "Thank them…",
        ]
        line.click()
        form = the_sheet(program)
        assert isinstance(form, WinForm)
        assert form.what.text() == "Desk 4"
        form.ended.emit()
        QApplication.processEvents()
        bin_win(ws, ids[-1])
        QApplication.processEvents()
        assert panel.lines()[0].line.title == "Desk 3"


def test_a_group_and_an_event_list_the_wins_they_brought(qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "a.netdesk") as program:
        ws = program.workspace
        group, event = add_group(ws, GroupDraft("Breakfast Club", "Learn")), an_event(ws, "Founders' evening")
        won(ws, "Logo", value=450.0, group_id=group)
        won(ws, "Site", value=900.0, group_id=group, event_id=event)
        line = WinsLine(program.window.shell, program.window)
        line.show_wins(WinsFrom.GROUP, group, "Breakfast Club")
        QApplication.processEvents()
        assert line.button.text() == "All 2 wins: £1,350"
        line.button.click()
        QApplication.processEvents()
        listed = program.window.findChild(BehindList)
        assert listed is not None
        assert listed.accessibleName() == "2 wins through Breakfast Club"
        line.show_wins(WinsFrom.EVENT, event, "Founders' evening")
        QApplication.processEvents()
        assert line.button.text() == "1 win: £900"
        line.show_wins(WinsFrom.EVENT, event + 1, "Nothing")
        QApplication.processEvents()
        assert line.isHidden()

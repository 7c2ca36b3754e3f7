"""Bringing contacts in by the window: dropped files, choices by pointer and keys, stopping, the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from netdesk.background.jobs import Progress
from netdesk.services.importing import Verdict
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace
from netdesk.ui.importing.count_chip import CountChip
from netdesk.ui.importing.foot import time_left
from netdesk.ui.importing.row_model import EMAIL, FIRM, FOUND, NAME, WILL
from netdesk.ui.importing.row_table import ImportTable
from tests.support.contact_files import LINKEDIN, card, cards_file, linkedin_file
from tests.support.import_window import ImportWindow

MORE = (
    "Peter,Novák,,,Novak Studio,Designer,3 Mar 2023\n"
    ",,,hello@printhub.example,Print Hub,,1 Mar 2022\n"
    "Sam,Carter,,sam@carter.example,Carter VA,Founder,1 Mar 2022\n"
)


@pytest.fixture
def desk(qapp: QApplication, workspace: Workspace) -> Iterator[ImportWindow]:
    made = ImportWindow(qapp, workspace)
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def threaded(qapp: QApplication, workspace: Workspace) -> Iterator[ImportWindow]:
    made = ImportWindow(qapp, workspace, threads=True)
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def mockup_file(ws: Workspace, folder: Path) -> Path:
    from netdesk.method.contact_kinds import PointKind
    from netdesk.services.contact_points import Point

    new_person(ws, PersonDraft(given="Peter", family="Novak", organisation="Novak Studio"))
    mail = Point(PointKind.EMAIL, "sam@carter.example")
    new_person(ws, PersonDraft(given="Sam", family="Carter", organisation="Carter VA", points=(mail,)))
    return linkedin_file(folder, LINKEDIN + MORE)


def table_text(table: ImportTable) -> list[tuple[str, ...]]:
    model = table.model()
    columns = (NAME, FIRM, EMAIL, FOUND, WILL)
    return [
        tuple(str(model.index(row, column).data()) for column in columns) for row in range(model.rowCount())
    ]


def names(ws: Workspace) -> list[str]:
    return [row[0] for row in ws.sql("SELECT display_name FROM person ORDER BY id").fetchall()]


def click_choice(table: ImportTable, row: int, words: str) -> None:
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.choice_rect(row).center())
    take(table, words)


def take(table: ImportTable, words: str) -> None:
    menu = next(menu for menu in table.findChildren(QMenu) if menu.isVisible())
    action = next(action for action in menu.actions() if action.text() == words)
    action.trigger()
    menu.close()


def test_the_preview_says_what_was_found_and_what_will_happen(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    card = desk.drop(mockup_file(workspace, tmp_path))
    assert table_text(card.preview.table) == [
        ("Anna Kowalska", "Kowalska Events", "anna@kowalska.example", "new", "Add"),
        ("Jürgen Groß", "Groß Bau", "", "new", "Add"),
        ("Line 7", "", "", "this row has no name", "Cannot be read"),
        ("Peter Novák", "Novak Studio", "", "name and firm as Peter Novak", "Ask me"),
        ("—", "Print Hub", "hello@printhub.example", "no name: the firm is used", "Add"),
        ("Sam Carter", "Carter VA", "sam@carter.example", "same e-mail as Sam Carter", "Update 2 fields"),
    ]
    chips = [chip.text() for chip in card.findChildren(CountChip)]
    assert chips == ["3 new", "1 already here", "1 to decide", "1 cannot be read"]
    said = [label.text() for label in card.findChildren(QLabel)]
    assert "Bring contacts from Connections.csv" in said
    assert any(text.startswith("LinkedIn, 6 rows, saved ") for text in said)
    assert card.foot.primary.text() == "Bring 4 people"
    assert card.preview.tag() == "LinkedIn 2026"
    assert len(names(workspace)) == 2


def test_the_rows_are_a_sound_model(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    card = desk.drop(mockup_file(workspace, tmp_path))
    rows = card.preview.rows
    assert rows is not None
    qtmodeltester.check(rows)
    rows.show_only(Verdict.NEW)
    assert rows.rowCount() == 3


def test_a_count_filters_the_rows_and_a_second_press_shows_all(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    card = desk.drop(mockup_file(workspace, tmp_path))
    chip = next(chip for chip in card.findChildren(CountChip) if chip.verdict is Verdict.TO_DECIDE)
    chip.click()
    assert [row[0] for row in table_text(card.preview.table)] == ["Peter Novák"]
    chip.click()
    assert card.preview.table.model().rowCount() == 6


def test_choices_are_made_by_pointer_menu_and_keys(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    card = desk.drop(mockup_file(workspace, tmp_path))
    table = card.preview.table
    click_choice(table, 0, "Leave out")
    assert card.foot.primary.text() == "Bring 3 people"
    table.setFocus()
    table.selectRow(3)
    QTest.keyClick(table, Qt.Key.Key_A)
    assert table_text(table)[3][-1] == "Add"
    QTest.keyClick(table, Qt.Key.Key_Space)
    take(table, "Ask me")
    assert table_text(table)[3][-1] == "Ask me"
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_L)
    assert [row[-1] for row in table_text(table)] == [
        "Leave out", "Leave out", "Cannot be read", "Leave out", "Leave out", "Leave out",
    ]  # fmt: skip
    assert not card.foot.primary.isEnabled()
    QTest.keyClick(table, Qt.Key.Key_A)
    assert card.foot.primary.text() == "Bring 5 people"


def test_bringing_ends_with_a_report_a_toast_and_an_undo(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    card = desk.drop(mockup_file(workspace, tmp_path))
    desk.dialogs.choice = "Leave them out"
    card.preview.findChildren(QLineEdit)[-1].setText("Fair 2026")
    card.foot.primary.click()
    assert desk.dialogs.asked == [
        "1 person has the same name as somebody here. NetDesk cannot know whether it is the same person."
    ]
    assert names(workspace)[2:] == ["Anna Kowalska", "Jürgen Groß", "Print Hub"]
    assert desk.window.shell.says.text() == "3 people added, 1 updated"
    assert card.outcome is not None
    assert [card.outcome.list.model().index(0, 0).data()] == [
        "Connections.csv, line 7: This row has no name. [https://www.linkedin.com/in/gone, 03 Feb 2023]"
    ]
    QTest.keyClick(card.foot.primary, Qt.Key.Key_Space)
    assert desk.card is None
    desk.window.shell.undo()
    assert len(names(workspace)) == 2


def test_the_report_can_be_copied_and_saved(desk: ImportWindow, workspace: Workspace, tmp_path: Path) -> None:
    card = desk.drop(linkedin_file(tmp_path))
    card.foot.primary.click()
    assert card.outcome is not None
    desk.dialogs.save_as = tmp_path / "report.txt"
    from PySide6.QtWidgets import QPushButton

    buttons = {button.text(): button for button in card.outcome.findChildren(QPushButton)}
    buttons["Save as text…"].click()
    buttons["Copy"].click()
    text = desk.dialogs.save_as.read_text(encoding="utf-8")
    assert text.startswith("Contacts from Connections.csv\n\nAdded: 2\n")
    assert QGuiApplication.clipboard().text() == text
    desk.dialogs.save_as = tmp_path / "missing" / "report.txt"
    buttons["Save as text…"].click()
    assert card.foot.text() == "The report could not be saved: No such file or directory."


def test_show_them_goes_to_the_people_with_the_tag(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    from netdesk.ui.pages.contacts.page import ContactsPage

    card = desk.drop(linkedin_file(tmp_path))
    card.foot.primary.click()
    assert card.foot.cancel.text() == "Show them"
    card.foot.cancel.click()
    page = desk.window.current_page()
    assert isinstance(page, ContactsPage)
    tag = workspace.sql("SELECT id FROM tag WHERE name = 'LinkedIn 2026'").fetchone()[0]
    assert page.side.query.tags == (tag,)
    assert desk.card is None


def test_let_me_look_goes_back_to_those_nobody_decided_about(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    card = desk.drop(mockup_file(workspace, tmp_path))
    desk.dialogs.choice = None
    card.foot.primary.click()
    assert [row[0] for row in table_text(card.preview.table)] == ["Peter Novák"]
    assert len(names(workspace)) == 2
    desk.dialogs.choice = "Add them all"
    card.foot.primary.click()
    assert "Peter Novák" in names(workspace)


def test_a_file_that_is_no_contacts_says_so_and_offers_another(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    picture = tmp_path / "me.vcf"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    card = desk.drop(picture)
    assert card.trouble is not None
    assert card.trouble.accessibleName().startswith("This is a picture, not contacts.")
    assert not card.foot.primary.isVisible()
    desk.dialogs.files = [linkedin_file(tmp_path)]
    card.trouble.primary_clicked.emit()
    desk.app.processEvents()
    assert desk.shown().preview.table.model().rowCount() == 3


def test_the_command_asks_for_files_and_escape_closes(desk: ImportWindow, tmp_path: Path) -> None:
    assert desk.window.shell.commands.run("contacts.bring")
    assert desk.card is None
    desk.dialogs.files = [linkedin_file(tmp_path)]
    assert desk.window.shell.commands.command("contacts.bring").shortcut == "Ctrl+Shift+I"
    desk.window.shell.commands.run("contacts.bring")
    table = desk.shown().preview.table
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert desk.card is None


def test_one_persons_card_is_brought_and_left_with_enter_alone(
    qtbot: QtBot, desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    desk.drop(cards_file(tmp_path, card("Byron;Ada;;;")))
    for _ in range(2):
        held = desk.window.focusWidget()
        assert held is not None
        qtbot.keyClick(held, Qt.Key.Key_Return)
    assert desk.card is None
    assert workspace.sql("SELECT given FROM person WHERE family = 'Byron'").fetchall() == [("Ada",)]


def test_the_level_chosen_is_where_new_people_stand(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    from PySide6.QtWidgets import QComboBox

    card = desk.drop(linkedin_file(tmp_path))
    (levels,) = card.preview.findChildren(QComboBox)
    levels.setCurrentIndex(2)
    card.foot.primary.click()
    assert workspace.sql("SELECT DISTINCT level FROM person").fetchall() == [(2,)]


def test_text_of_files_is_never_taken_for_html(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    nasty = "<h1>Big</h1><img src='file:///dev/zero'>"
    file = cards_file(
        tmp_path,
        card(f"{nasty};{nasty};;;", f"ORG:{nasty}", "BDAY:<b>soon</b>"),
        card(f"{'W' * 1_000_000};\u202eשלום;;;", "ORG:👩‍🚀🏽"),
        name="<b>odd<b>.vcf",
    )
    shown = desk.drop(file)
    for label in shown.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert table_text(shown.preview.table)[0][0] == f"{nasty} {nasty}"
    assert not desk.window.grab().isNull()
    shown.foot.primary.click()
    assert shown.outcome is not None
    tip = shown.outcome.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert "&lt;b&gt;odd" in tip
    assert not desk.window.grab().isNull()


def test_reading_and_bringing_run_beside_the_window_and_can_be_stopped(
    threaded: ImportWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    people = [card(f"Novak{number};Peter;;;", f"EMAIL:p{number}@novak.example") for number in range(4_000)]
    threaded.window.bring_files([cards_file(tmp_path, *people)])
    shown = threaded.shown()
    qtbot.waitUntil(lambda: shown.preview.table.model() is not None, timeout=20_000)
    shown.foot.primary.click()
    qtbot.waitUntil(lambda: "of 4,000" in shown.foot.text(), timeout=20_000)
    assert shown.is_busy
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shown.is_busy, timeout=20_000)
    assert shown.foot.text() == "Stopped. Nothing was brought."
    assert names(workspace) == []
    shown.foot.primary.click()
    qtbot.waitUntil(lambda: shown.report is not None, timeout=20_000)
    assert len(names(workspace)) == 4_000


def test_closing_the_card_while_it_reads_stops_the_reading(
    threaded: ImportWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    people = [card(f"Novak{number};Peter;;;") for number in range(3_000)]
    threaded.window.bring_files([cards_file(tmp_path, *people)])
    threaded.shown().foot.cancel.click()
    qtbot.waitUntil(lambda: threaded.card is None, timeout=20_000)
    assert workspace.history() == ()


def test_the_pointer_says_where_a_choice_can_be_made(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    table = desk.drop(mockup_file(workspace, tmp_path)).preview.table
    QTest.mouseMove(table.viewport(), table.choice_rect(0).center())
    assert table.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(table.viewport(), QPoint(100, table.choice_rect(0).center().y()))
    assert table.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_exporting_writes_everybody_and_says_so(
    desk: ImportWindow, workspace: Workspace, tmp_path: Path
) -> None:
    desk.drop(linkedin_file(tmp_path)).foot.primary.click()
    desk.shown().foot.primary.click()
    desk.dialogs.save_as = tmp_path / "all"
    desk.dialogs.choice = "Everybody"
    assert desk.window.shell.commands.run("contacts.export")
    assert (tmp_path / "all.vcf").read_text(encoding="utf-8").count("BEGIN:VCARD") == 2
    assert desk.window.shell.says.text() == "2 people written to all.vcf"


@pytest.mark.parametrize(
    ("elapsed", "done", "total", "words"),
    [
        (500, 10, 100, ""),
        (4_000, 1_204, 1_841, "2 s left"),
        (2_000, 0, 5, ""),
        (60_000, 100, 1_000, "9 min left"),
    ],
)
def test_the_time_that_is_left(elapsed: int, done: int, total: int, words: str) -> None:
    assert time_left(elapsed, Progress(done, total, "")) == words

"""Events of calendar files in the window: dropped, looked at, ticked by mouse and keys, brought in, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from netdesk.method.contact_kinds import PointKind
from netdesk.services.contact_points import Point
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace
from netdesk.ui.importing.card import ImportCard
from netdesk.ui.importing.events.card import EventCard
from netdesk.ui.importing.events.row_model import FOUND, TICK, TITLE, WHEN, WILL, EventRows
from netdesk.ui.pages.events.page import EventsPage
from netdesk.ui.scanning.scanner import Scanner
from tests.support.calendar_files import BREAKFAST, BROKEN, FAIR, MIXER, OLD, calendar_file
from tests.support.import_window import ImportWindow

CARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Adeyemi;Grace;;;\nFN:Grace Adeyemi\nEMAIL:grace@adeyemi.example\nEND:VCARD\n"
)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, workspace: Workspace) -> Iterator[ImportWindow]:
    points = (Point(PointKind.EMAIL, "grace@adeyemi.example"),)
    new_person(workspace, PersonDraft(given="Grace", family="Adeyemi", points=points))
    window = ImportWindow(qapp, workspace)
    yield window
    window.close()


def drop(desk: ImportWindow, *files: Path) -> EventCard:
    desk.window.bring_files(files)
    desk.app.processEvents()
    return shown(desk)


def shown(desk: ImportWindow) -> EventCard:
    card = next((one for one in desk.window.findChildren(EventCard) if one.isVisible()), None)
    assert card is not None
    return card


def rows_of(card: EventCard) -> EventRows:
    assert card.preview.rows is not None
    return card.preview.rows


def titles(ws: Workspace) -> list[str]:
    return [row[0] for row in ws.sql("SELECT title FROM event WHERE binned_at IS NULL ORDER BY starts_at")]


def cells(card: EventCard, *columns: int) -> list[tuple[str, ...]]:
    rows = rows_of(card)
    return [
        tuple(str(rows.index(row, column).data()) for column in columns) for row in range(rows.rowCount())
    ]


def test_a_dropped_calendar_is_shown_and_nothing_is_written(desk: ImportWindow, tmp_path: Path) -> None:
    card = drop(desk, calendar_file(tmp_path / "all.ics", OLD, FAIR, BROKEN, BREAKFAST, MIXER))
    assert cells(card, TITLE, WHEN, FOUND, WILL) == [
        ("Chamber autumn mixer", "Tue 24 Nov, 17:30–19:30", "new", "Add"),
        ("Breakfast club", "Wed 25 Nov, 07:00–08:30 (Europe/Berlin)", "new, every week: the next one", "Add"),
        ("Trade fair", "Tue 1 Dec, 09:00–Wed 2 Dec 17:00", "new, all day", "Add"),
        ("Summer party", "Fri 10 Jul, 19:00–22:00", "past", "Leave out"),
        ("Some day", "", "“some day” is not a date I can read", "Cannot be read"),
    ]
    assert card.foot.primary.text() == "Add 3 events"
    assert card.preview.people.text() == "Put the person I know among the people to meet"
    assert titles(desk.workspace) == []


def test_the_rows_keep_the_rules_of_models(desk: ImportWindow, tmp_path: Path) -> None:
    card = drop(desk, calendar_file(tmp_path / "all.ics", OLD, FAIR, BROKEN))
    rows = rows_of(card)
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert rows.setData(rows.index(0, TICK), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not rows.setData(rows.index(2, TICK), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert rows.index(0, TITLE).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Trade fair, Tue 1 Dec")
    assert tester is not None
    assert rows.ticked == set()


def test_ticks_change_by_mouse_and_keys(qtbot: QtBot, desk: ImportWindow, tmp_path: Path) -> None:
    card = drop(desk, calendar_file(tmp_path / "all.ics", OLD, FAIR, BREAKFAST, MIXER))
    table, rows = card.preview.table, rows_of(card)
    box = table.visualRect(rows.index(0, TICK))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table._painter.tick_box(box).center())
    assert card.foot.primary.text() == "Add 2 events"
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert card.foot.primary.text() == "Add 4 events"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not card.foot.primary.isEnabled()
    table.selectRow(3)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert card.foot.primary.text() == "Add 1 event"
    assert rows.ticked == {3}


def test_one_event_comes_in_its_page_opens_and_undo_takes_it_back(desk: ImportWindow, tmp_path: Path) -> None:
    card = drop(desk, calendar_file(tmp_path / "mixer.ics", MIXER))
    card.foot.primary.click()
    desk.app.processEvents()
    assert titles(desk.workspace) == ["Chamber autumn mixer"]
    assert desk.workspace.sql("SELECT count(*) FROM expected_person").fetchone()[0] == 1
    page = desk.window.current_page()
    assert page is not None
    assert page.name == "events"
    assert desk.window.shell.says.text() == "1 event added"
    desk.window.shell.undo()
    assert titles(desk.workspace) == []


def test_an_invitation_is_accepted_with_enter(qtbot: QtBot, desk: ImportWindow, tmp_path: Path) -> None:
    card = drop(desk, calendar_file(tmp_path / "mixer.ics", MIXER))
    assert card.foot.primary.hasFocus()
    qtbot.keyClick(card.foot.primary, Qt.Key.Key_Return)
    assert titles(desk.workspace) == ["Chamber autumn mixer"]


def test_people_i_know_stay_out_when_i_say_so(desk: ImportWindow, tmp_path: Path) -> None:
    card = drop(desk, calendar_file(tmp_path / "mixer.ics", MIXER))
    card.preview.people.click()
    card.foot.primary.click()
    assert desk.workspace.sql("SELECT count(*) FROM expected_person").fetchone()[0] == 0


def test_a_moved_event_is_updated_and_one_called_off_is_binned(desk: ImportWindow, tmp_path: Path) -> None:
    drop(desk, calendar_file(tmp_path / "mixer.ics", MIXER)).foot.primary.click()
    moved = (*(line for line in MIXER if "LOCATION" not in line), "LOCATION:Library")
    card = drop(desk, calendar_file(tmp_path / "moved.ics", moved))
    assert cells(card, FOUND, WILL) == [("the same event", "Update the place")]
    assert card.foot.primary.text() == "Update 1 event"
    card.foot.primary.click()
    off = drop(desk, calendar_file(tmp_path / "off.ics", MIXER, method="CANCEL"))
    assert cells(off, FOUND, WILL) == [("called off", "Put into the bin")]
    assert off.foot.primary.text() == "Bin 1 event"
    off.foot.primary.click()
    assert titles(desk.workspace) == []


def test_a_chip_shows_one_kind_only(desk: ImportWindow, tmp_path: Path) -> None:
    card = drop(desk, calendar_file(tmp_path / "all.ics", OLD, FAIR, BROKEN))
    chips = {chip.text(): chip for chip in card.preview._group.buttons()}
    assert list(chips) == ["1 new", "1 past", "1 cannot be read"]
    chips["1 past"].click()
    assert cells(card, TITLE) == [("Summer party",)]
    chips["1 past"].click()
    assert len(cells(card, TITLE)) == 3


def test_what_is_no_calendar_is_said_in_the_card(desk: ImportWindow, tmp_path: Path) -> None:
    letter = tmp_path / "letter.ics"
    letter.write_text("Dear aunt,", encoding="utf-8")
    card = drop(desk, letter)
    assert card.trouble is not None
    assert card.foot.cancel.text() == "Close"
    assert not card.foot.primary.isVisible()
    desk.dialogs.files = [calendar_file(tmp_path / "mixer.ics", MIXER)]
    card.trouble.primary_clicked.emit()
    desk.app.processEvents()
    assert cells(shown(desk), TITLE) == [("Chamber autumn mixer",)]


def test_a_mixed_drop_goes_its_ways_one_after_the_other(
    qtbot: QtBot, desk: ImportWindow, tmp_path: Path
) -> None:
    wanted: list[Path] = []
    desk.window.shell.other_workspace_wanted.connect(wanted.append)
    card = tmp_path / "grace.vcf"
    card.write_text(CARD, encoding="utf-8")
    other, letter = tmp_path / "other.netdesk", tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7")
    picture = tmp_path / "card.png"
    picture.write_bytes(b"no picture after all")
    calendar = calendar_file(tmp_path / "mixer.ics", MIXER)
    contacts = desk.drop(picture, other, calendar, card, letter)
    assert isinstance(contacts, ImportCard)
    assert wanted == [other]
    assert "“letter.pdf”" in desk.window.shell.says.text()
    assert desk.window.findChildren(EventCard) == []
    contacts.refuse()
    qtbot.waitUntil(lambda: len(desk.window.findChildren(EventCard)) == 1)
    shown(desk).refuse()
    qtbot.waitUntil(lambda: len(desk.window.findChildren(Scanner)) == 1)


def test_files_that_come_while_one_decides_wait_together_and_none_is_lost(
    qtbot: QtBot, desk: ImportWindow, tmp_path: Path
) -> None:
    fair, mixer = calendar_file(tmp_path / "fair.ics", FAIR), calendar_file(tmp_path / "mixer.ics", MIXER)
    drop(desk, fair)
    desk.window.bring_files([fair])
    assert desk.window.shell.says.text() == ""
    for path in (mixer, calendar_file(tmp_path / "old.ics", OLD), mixer):
        desk.window.bring_files([path])
    assert cells(shown(desk), TITLE) == [("Trade fair",)]
    assert desk.window.shell.says.text() == "One import is still under way. The other files come after it."
    shown(desk).foot.primary.click()
    qtbot.waitUntil(lambda: len(visible(desk)) == 1 and visible(desk)[0].report is None)
    assert titles(desk.workspace) == ["Trade fair"]
    assert len(cells(shown(desk), TITLE)) == 2


def test_a_file_takes_the_place_of_one_that_could_not_be_read(
    qtbot: QtBot, desk: ImportWindow, tmp_path: Path
) -> None:
    odd = tmp_path / "odd.ics"
    odd.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n", encoding="utf-8")
    assert drop(desk, odd).trouble is not None
    desk.window.bring_files([calendar_file(tmp_path / "mixer.ics", MIXER)])
    qtbot.waitUntil(lambda: cells(shown(desk), TITLE) == [("Chamber autumn mixer",)])


def test_the_command_asks_for_a_calendar(desk: ImportWindow, tmp_path: Path) -> None:
    desk.dialogs.files = [calendar_file(tmp_path / "mixer.ics", MIXER)]
    assert desk.window.shell.commands.run("events.bring")
    desk.app.processEvents()
    assert desk.dialogs.asked == ["Bring events from a calendar"]
    assert cells(shown(desk), TITLE) == [("Chamber autumn mixer",)]


def test_with_real_threads_events_come_in_as_well(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, tmp_path: Path
) -> None:
    desk = ImportWindow(qapp, workspace, threads=True)
    try:
        desk.window.bring_files([calendar_file(tmp_path / "two.ics", MIXER, FAIR)])
        qtbot.waitUntil(shown(desk).foot.primary.isVisible)
        shown(desk).foot.primary.click()
        qtbot.waitUntil(lambda: desk.window.shell.says.text() == "2 events added")
        assert titles(workspace) == ["Chamber autumn mixer", "Trade fair"]
    finally:
        desk.close()


def test_everything_that_takes_the_keyboard_has_a_name_and_tab_goes_round(
    qtbot: QtBot, desk: ImportWindow, tmp_path: Path
) -> None:
    card = drop(desk, calendar_file(tmp_path / "all.ics", OLD, FAIR, BROKEN, MIXER))
    seen: list[str] = []
    for _ in range(12):
        held = desk.window.focusWidget()
        assert held is not None
        seen.append(held.accessibleName() or (held.text() if isinstance(held, QAbstractButton) else ""))
        qtbot.keyClick(held, Qt.Key.Key_Tab)
    assert all(seen)
    people = card.preview.people.text()
    assert {"Events in the file", "Add 2 events", "Cancel", "2 new", "Close", people} <= set(seen)


def test_what_a_file_says_is_shown_as_text_only(desk: ImportWindow, tmp_path: Path) -> None:
    odd = ("SUMMARY:<img src='x'><b>bold</b>", "LOCATION:<i>there</i>", "DTSTART:20261124T100000", "UID:odd")
    path = calendar_file(tmp_path / "<b>odd.ics", odd, ("SUMMARY:<u>x</u>", "DTSTART:<b>now</b>"))
    card = drop(desk, path)
    formats = {label.textFormat() for label in card.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}
    assert cells(card, TITLE)[0] == ("<img src='x'><b>bold</b>",)
    delegate, rows = card.preview.table._painter, rows_of(card)
    assert delegate.tip(rows.index(0, TITLE), QRect(), QPoint()) == "<img src='x'><b>bold</b>"
    assert card.foot.primary.text() == "Add 1 event"


def test_the_events_page_offers_to_bring_them(desk: ImportWindow, tmp_path: Path) -> None:
    desk.dialogs.files = [calendar_file(tmp_path / "mixer.ics", MIXER)]
    desk.window.shell.go("events")
    desk.app.processEvents()
    page = desk.window.current_page()
    assert isinstance(page, EventsPage)
    page.empty.secondary_clicked.emit()
    desk.app.processEvents()
    shown(desk).refuse()
    (offer,) = [one for one in page.list.menu.entries() if one is not None and one.text.startswith("Bring")]
    offer.run()
    desk.app.processEvents()
    assert cells(shown(desk), TITLE) == [("Chamber autumn mixer",)]


def test_files_that_come_while_one_is_read_wait_for_it(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, tmp_path: Path
) -> None:
    desk = ImportWindow(qapp, workspace, threads=True)
    try:
        desk.window.bring_files([calendar_file(tmp_path / "mixer.ics", MIXER)])
        desk.window.bring_files([calendar_file(tmp_path / "fair.ics", FAIR)])
        assert desk.window.shell.says.text().startswith("One import is still under way.")
        qtbot.waitUntil(shown(desk).foot.primary.isVisible)
        assert cells(shown(desk), TITLE) == [("Chamber autumn mixer",)]
        shown(desk).refuse()
        qtbot.waitUntil(lambda: [one.preview.rows is not None for one in visible(desk)] == [True])
        assert cells(shown(desk), TITLE) == [("Trade fair",)]
    finally:
        desk.close()


def test_reading_can_be_stopped(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, tmp_path: Path
) -> None:
    desk = ImportWindow(qapp, workspace, threads=True)
    try:
        desk.window.bring_files([calendar_file(tmp_path / "mixer.ics", MIXER)])
        assert shown(desk).is_busy
        shown(desk).refuse()
        qtbot.waitUntil(lambda: visible(desk) == [] or not visible(desk)[0].is_busy)
        assert titles(workspace) == []
    finally:
        desk.close()


def visible(desk: ImportWindow) -> list[EventCard]:
    return [one for one in desk.window.findChildren(EventCard) if one.isVisible()]

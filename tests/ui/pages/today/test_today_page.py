"""Today as a person uses it: by the keys, by the pointer, on every width, and when things change."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.follow_ups import CardState
from netdesk.services.cards import card_line, let_go
from netdesk.services.event_edit import mark_attended
from netdesk.services.follow_ups import finish_follow_up, open_follow_ups
from netdesk.services.needs import needs
from netdesk.services.timeline import timeline
from netdesk.ui.memory import WindowMemory
from netdesk.ui.pages.today.cold_row import ColdRow
from netdesk.ui.pages.today.follow_up_row import FollowUpRow
from netdesk.ui.pages.today.page import TodayPage
from netdesk.ui.pages.today.row import TodayRow, Who
from netdesk.ui.pages.today.rows import CardRow, DebriefRow
from netdesk.ui.widgets.nav_parts import NavButton
from tests.support.events import mixer, wall
from tests.support.programs import overlay_of, place_shown, running, said
from tests.support.today import NOW, TODAY, Clock, card, due, plan, somebody, spoke
from tests.support.workspaces import sample_people

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=[True, False], ids=["inline", "threads"])
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock, request: pytest.FixtureRequest
) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", now=clock, inline=bool(request.param)) as one:
        yield one


def shown(qtbot: QtBot, program: Program) -> TodayPage:
    """Go to Today and wait until it shows what is in the file."""
    program.window.show_place("today")
    page = program.window.page("today")
    assert isinstance(page, TodayPage)
    settled(qtbot, program)
    return page


def settled(qtbot: QtBot, program: Program) -> None:
    """Wait until nobody waits for an answer."""
    qtbot.waitUntil(lambda: not program.desk._asked)


def keyed(qtbot: QtBot, page: TodayPage, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    held = page.window().focusWidget()
    assert held is not None
    qtbot.keyClick(held, key)


def held_row(page: TodayPage) -> TodayRow:
    """The row that has the keyboard."""
    held = page.window().focusWidget()
    assert isinstance(held, TodayRow)
    return held


def badge(program: Program) -> str:
    """What the side bar says of Today."""
    button = next(one for one in program.window.findChildren(NavButton) if one.property("key") == "today")
    return button.accessibleName()


def words_of(page: TodayPage) -> set[str]:
    """Every word of a label that is seen."""
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def busy_day(program: Program) -> dict[str, int]:
    """Two cards with no plan, three follow-ups, an open debrief, somebody going cold."""
    ws = program.workspace
    club = mixer(ws, title="Breakfast Club", day=wall(2026, 11, 18, 7, 30))
    bill, priti = somebody(ws, "Bill", "Marsh"), somebody(ws, "Priti", "Shah")
    made = {"club": club, "bill": bill, "priti": priti}
    made["bill_card"] = card(ws, bill, club, NOW - timedelta(days=5))
    made["priti_card"] = card(ws, priti, club)
    made["late"] = due(ws, bill, -6, "Call Bill about the vans")
    made["timed"] = due(ws, priti, 0, "Confirm coffee", time(10))
    made["plain"] = due(ws, priti, 0, "Send Priti the menu")
    made["peter"] = somebody(ws, "Peter", "Novak", level=4)
    spoke(ws, made["peter"], 33)
    mixer(ws)
    return made


def test_it_is_the_first_view_and_counts_what_needs_me(qtbot: QtBot, program: Program) -> None:
    busy_day(program)
    qtbot.waitUntil(lambda: place_shown(program) == "today")
    page = shown(qtbot, program)
    assert [type(row) for row in page.rows()] == [CardRow] * 2 + [FollowUpRow] * 3 + [DebriefRow, ColdRow]
    assert {"Sunday, 22 November", "Six things need you. Help first, then ask."} <= words_of(page)
    qtbot.waitUntil(lambda: badge(program) == "Today, 6")
    assert {"Chamber autumn mixer", "November", "every 3 weeks · last spoke 33 days ago"} <= words_of(page)


def test_a_follow_up_is_done_by_a_key_and_the_next_one_has_the_keyboard(
    qtbot: QtBot, program: Program
) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    for _ in range(3):
        keyed(qtbot, page, Qt.Key.Key_Down)
    assert held_row(page).key == ("follow-up", made["late"])
    keyed(qtbot, page, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: said(program) == "Done")
    qtbot.waitUntil(lambda: ("done", made["late"]) in [row.key for row in page.rows()])
    assert held_row(page).key == ("follow-up", made["timed"])
    keyed(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: ("done", made["timed"]) in [row.key for row in page.rows()])
    assert held_row(page).key == ("follow-up", made["plain"])
    qtbot.keyClick(program.window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: ("follow-up", made["timed"]) in [row.key for row in page.rows()])
    qtbot.waitUntil(lambda: badge(program) == "Today, 5")


def test_after_the_last_one_is_done_the_keyboard_is_on_one_still_to_do(
    qtbot: QtBot, program: Program
) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    for _ in range(5):
        keyed(qtbot, page, Qt.Key.Key_Down)
    assert held_row(page).key == ("follow-up", made["plain"])
    for done, held in (("plain", "timed"), ("timed", "late")):
        keyed(qtbot, page, Qt.Key.Key_D)
        qtbot.waitUntil(lambda each=done: ("done", made[each]) in [row.key for row in page.rows()])  # type: ignore[misc]
        assert held_row(page).key == ("follow-up", made[held])


def test_after_done_the_talk_can_be_logged(qtbot: QtBot, program: Program) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    row = next(one for one in page.rows() if one.key == ("follow-up", made["late"]))
    assert isinstance(row, FollowUpRow)
    qtbot.mouseClick(row.box, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said(program) == "Done")
    log = next(
        one
        for one in program.window.findChildren(QAbstractButton)
        if one.text() == "Log it…" and one.isVisible()
    )
    qtbot.mouseClick(log, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    keyed(qtbot, page, Qt.Key.Key_Escape)


def test_a_done_one_is_opened_again_by_its_ring(qtbot: QtBot, program: Program) -> None:
    made = busy_day(program)
    finish_follow_up(program.workspace, made["late"])
    page = shown(qtbot, program)
    row = next(one for one in page.rows() if one.key == ("done", made["late"]))
    assert isinstance(row, FollowUpRow)
    assert row.box.isChecked()
    qtbot.mouseClick(row.box, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ("follow-up", made["late"]) in [one.key for one in page.rows()])


def test_it_is_moved_by_the_menu(qtbot: QtBot, program: Program) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    next(one for one in page.rows() if one.key == ("follow-up", made["timed"])).setFocus()
    keyed(qtbot, page, Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text() for action in menu.actions()]
    assert offered == [
        "Tomorrow, Mon 23 Nov",
        "Next week, Mon 30 Nov",
        "In two weeks, Sun 6 Dec",
        "Another day…",
    ]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(program) == "Move “Confirm coffee” to 23 Nov")
    moved = next(one for one in open_follow_ups(program.workspace, made["priti"]) if one.id == made["timed"])
    assert (moved.due, moved.at, moved.moved) == (date(2026, 11, 23), time(10), 1)
    qtbot.waitUntil(lambda: held_row(page).key == ("follow-up", made["plain"]))


def test_it_is_moved_to_a_day_and_a_time_that_are_typed(qtbot: QtBot, program: Program) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    next(one for one in page.rows() if one.key == ("follow-up", made["plain"])).setFocus()
    keyed(qtbot, page, Qt.Key.Key_M)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    held = program.window.focusWidget()
    qtbot.keyClicks(held, "4 dec")
    qtbot.keyClick(held, Qt.Key.Key_Tab)
    qtbot.keyClicks(program.window.focusWidget(), "25")
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
    overlay = overlay_of(program)
    assert overlay is not None
    assert "That is no time of day." in " ".join(one.text() for one in overlay.findChildren(QLabel))
    held = program.window.focusWidget()
    qtbot.keyClick(held, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(held, "3 pm")
    qtbot.keyClick(held, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(program) == "Move “Send Priti the menu” to 4 Dec")
    moved = next(one for one in open_follow_ups(program.workspace, made["priti"]) if one.id == made["plain"])
    assert (moved.due, moved.at) == (date(2026, 12, 4), time(15))


def test_it_is_dropped_at_once_or_with_a_reason(qtbot: QtBot, program: Program) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    rows = {row.key: row for row in page.rows()}
    rows["follow-up", made["late"]].setFocus()
    keyed(qtbot, page, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: said(program) == "Dropped: Call Bill about the vans")
    qtbot.waitUntil(lambda: held_row(page).key == ("follow-up", made["timed"]))
    row = held_row(page)
    because = next(one for one in row.entries() if one is not None and one.text == "Drop because…")
    because.run()
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    qtbot.keyClicks(program.window.focusWidget(), "She is abroad")
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(program) == "Dropped: Confirm coffee")
    assert "She is abroad" in {one.words for one in timeline(program.workspace, made["priti"]).entries}


def test_a_card_is_let_go_or_planned(qtbot: QtBot, program: Program) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    keyed(qtbot, page, Qt.Key.Key_Down)
    assert held_row(page).key == ("card", made["bill_card"])
    keyed(qtbot, page, Qt.Key.Key_D)
    keyed(qtbot, page, Qt.Key.Key_X)
    assert needs(program.workspace, NOW).cards == 2
    keyed(qtbot, page, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: said(program) == "Let Bill Marsh go")
    assert card_line(program.workspace, made["bill_card"]).state is CardState.LET_GO
    qtbot.waitUntil(lambda: held_row(page).key == ("card", made["priti_card"]))
    keyed(qtbot, page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: card_line(program.workspace, made["priti_card"]).state is CardState.PLANNED)
    qtbot.waitUntil(lambda: not page.cards.isVisible())


def test_buttons_and_names_of_a_card_can_be_pressed(qtbot: QtBot, program: Program) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    row = page.rows()[0]
    assert isinstance(row, CardRow)
    qtbot.mouseClick(row.plan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    keyed(qtbot, page, Qt.Key.Key_Escape)
    qtbot.mouseClick(row.letting, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said(program) == "Let Bill Marsh go")
    qtbot.waitUntil(lambda: page.rows()[0].key == ("card", made["priti_card"]))
    who = page.rows()[0].findChild(Who)
    assert who is not None
    qtbot.mouseClick(who, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: place_shown(program) == "contacts")


def test_the_arrows_walk_through_all_rows(qtbot: QtBot, program: Program) -> None:
    busy_day(program)
    page = shown(qtbot, program)
    rows = page.rows()
    walked = []
    for _ in range(len(rows) + 2):
        keyed(qtbot, page, Qt.Key.Key_Down)
        walked.append(held_row(page))
    assert walked == [*rows, rows[-1], rows[-1]]
    keyed(qtbot, page, Qt.Key.Key_Up)
    assert held_row(page) is rows[-2]
    keyed(qtbot, page, Qt.Key.Key_Home)
    assert held_row(page) is rows[0]
    keyed(qtbot, page, Qt.Key.Key_End)
    assert held_row(page) is rows[-1]


def test_a_debrief_opens_its_event(qtbot: QtBot, program: Program) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    next(row for row in page.rows() if row.key == ("debrief", made["club"])).setFocus()
    keyed(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: place_shown(program) == "events")


def test_old_debriefs_are_finished_together(qtbot: QtBot, program: Program) -> None:
    for day in range(1, 5):
        mixer(program.workspace, title=f"Old {day}", day=wall(2026, 9, day, 18))
    page = shown(qtbot, program)
    assert "4 older debriefs left open" in words_of(page)
    qtbot.mouseClick(page.old_debriefs.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said(program) == "Finish 4 old debriefs as they are")
    qtbot.waitUntil(lambda: not page.debriefs.isVisible())
    program.window.shell.undo()
    qtbot.waitUntil(page.debriefs.isVisible)


def test_somebody_going_cold_without_a_number_is_logged(qtbot: QtBot, program: Program) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    row = next(one for one in page.rows() if one.key == ("cold", made["peter"]))
    assert isinstance(row, ColdRow)
    assert row.button.accessibleName() == "Log a talk with Peter Novak"
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not page.cold.isVisible())


def test_logging_from_the_top_asks_with_whom(qtbot: QtBot, program: Program) -> None:
    busy_day(program)
    page = shown(qtbot, program)
    qtbot.mouseClick(page.log_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    overlay = overlay_of(program)
    assert overlay is not None
    assert "Log a conversation" in {label.text() for label in overlay.findChildren(QLabel)}
    held = program.window.focusWidget()
    qtbot.keyClicks(held, "Peter Nov")
    qtbot.keyClick(held, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: said(program).startswith("Logged"))


def test_a_free_day_proposes_one_good_deed(qtbot: QtBot, program: Program) -> None:
    ws = program.workspace
    ellen = somebody(ws, "Ellen", "Brandt")
    spoke(ws, ellen, 1)
    page = shown(qtbot, program)
    assert page.deed.isVisible()
    assert {"Thank Ellen Brandt for the talk.", "You met yesterday."} <= words_of(page)
    qtbot.mouseClick(page.deed.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: said(program) == "Planned for today")
    qtbot.waitUntil(lambda: not page.deed.isVisible())
    assert [type(row) for row in page.rows()] == [FollowUpRow]


def test_all_cards_lead_to_the_tray(qtbot: QtBot, program: Program) -> None:
    ws = program.workspace
    club = mixer(ws, day=wall(2026, 11, 18, 7, 30))
    for person in sample_people(ws, 7):
        card(ws, person, club)
    page = shown(qtbot, program)
    assert len(page.cards.rows()) == 5
    assert page.cards.more.text() == "All 7 cards…"
    wanted: list[tuple[str, object]] = []
    program.window.shell.wanted.connect(lambda name, target: wanted.append((name, target)))
    qtbot.mouseClick(page.cards.more, Qt.MouseButton.LeftButton)
    assert wanted == [("events", {"cards": True})]


def test_thousands_of_follow_ups_show_the_first_few(qtbot: QtBot, program: Program) -> None:
    (person,) = sample_people(program.workspace, 1)
    with program.workspace.change("Many"):
        program.workspace.many(
            "INSERT INTO follow_up (person_id, action, due_on, created_at) VALUES (?, ?, ?, '2026-01-01')",
            [
                (person, f"Call {number}", str(TODAY - timedelta(days=1 + number % 300)))
                for number in range(5000)
            ],
        )
    page = shown(qtbot, program)
    assert len(page.follow_ups.rows()) == 8
    assert page.follow_ups.more.text() == "All 5,000 follow-ups…"
    qtbot.waitUntil(lambda: badge(program) == "Today, 5,000")


def test_the_columns_follow_the_width(qtbot: QtBot, program: Program) -> None:
    busy_day(program)
    page = shown(qtbot, program)
    counts = []
    for width in (1440, 1100, 900):
        program.window.resize(width, 700)
        qtbot.waitUntil(lambda width=width: program.window.width() == width)  # type: ignore[misc]
        qtbot.waitUntil(lambda: page.columns.width() == page.view.viewport().width() - 48)
        counts.append(page.columns.count())
    assert counts == [3, 2, 1]
    assert len(page.rows()) == 7


def test_panels_without_anything_are_not_shown(qtbot: QtBot, program: Program) -> None:
    somebody(program.workspace)
    page = shown(qtbot, program)
    visible = [panel for panel in page.columns.panels() if panel.isVisible()]
    assert visible == [page.deed, page.month]
    mark_attended(program.workspace, mixer(program.workspace, day=wall(2026, 11, 18, 8)), True)
    qtbot.waitUntil(page.debriefs.isVisible)


def test_what_is_shown_begins_at_the_left(qtbot: QtBot, program: Program) -> None:
    """An open debrief alone stands in the first column, not beside an empty one."""
    somebody(program.workspace)
    page = shown(qtbot, program)
    mark_attended(program.workspace, mixer(program.workspace, day=wall(2026, 11, 18, 8)), True)
    qtbot.waitUntil(lambda: page.debriefs.isVisible() and not page.deed.isVisible())
    for width in (1440, 1100):
        program.window.resize(width, 700)
        qtbot.waitUntil(lambda: page.columns.width() == page.view.viewport().width() - 48)
        assert page.columns.count() == 2
        assert page.debriefs.mapTo(page.columns, QPoint()).x() == 0
        assert page.month.mapTo(page.columns, QPoint()).x() > page.debriefs.width()


def test_the_page_follows_the_clock(qtbot: QtBot, program: Program, clock: Clock) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    chips = {row.key: row.follow_up.chip for row in page.rows() if isinstance(row, FollowUpRow)}
    assert chips["follow-up", made["plain"]] == "today"
    clock.now = NOW + timedelta(days=1)
    program.window.shell.day_clock.look()
    qtbot.waitUntil(lambda: "Monday, 23 November" in words_of(page))
    chips = {row.key: row.follow_up.chip for row in page.rows() if isinstance(row, FollowUpRow)}
    assert chips["follow-up", made["plain"]] == "1 d late"


def test_another_page_is_not_disturbed_and_today_catches_up(
    qtbot: QtBot, program: Program, clock: Clock
) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    program.window.show_place("board")
    let_go(program.workspace, [made["bill_card"]])
    clock.now = NOW + timedelta(days=1)
    program.window.shell.day_clock.look()
    qtbot.waitUntil(lambda: badge(program) == "Today, 5")
    shown(qtbot, program)
    qtbot.waitUntil(lambda: "Monday, 23 November" in words_of(page))
    assert [row.key for row in page.cards.rows()] == [("card", made["priti_card"])]


def test_rows_that_stay_are_kept_as_they_are(qtbot: QtBot, program: Program) -> None:
    made = busy_day(program)
    page = shown(qtbot, program)
    before = {row.key: row for row in page.rows()}
    plan(program.workspace, made["bill_card"], made["bill"], TODAY + timedelta(days=1))
    qtbot.waitUntil(lambda: ("card", made["bill_card"]) not in [row.key for row in page.rows()])
    assert all(before[row.key] is row for row in page.rows())


def test_the_next_event_opens_and_prints(qtbot: QtBot, program: Program) -> None:
    busy_day(program)
    page = shown(qtbot, program)
    qtbot.mouseClick(page.next_event.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: overlay_of(program) is not None)
    overlay = overlay_of(program)
    assert overlay is not None
    overlay.close_overlay()
    page.next_event.name.setFocus()
    qtbot.keyClick(page.next_event.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place_shown(program) == "events")


def test_it_comes_back_scrolled_as_it_was(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    path, memory = tmp_path / "network.netdesk", tmp_path / "window.ini"
    for scroll in (0, 60):
        with running(
            qapp, path, sample=True, now=lambda: NOW, memory=WindowMemory(memory), size=(900, 600)
        ) as program:
            page = shown(qtbot, program)
            bar = page.view.verticalScrollBar()
            qtbot.waitUntil(lambda bar=bar: bar.maximum() > 100)  # type: ignore[misc]
            qtbot.waitUntil(lambda bar=bar, scroll=scroll: bar.value() == scroll)  # type: ignore[misc]
            bar.setValue(60)

"""The tray of cards, driven by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import TrayOrder
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.tray.tray_words import in_full, met_words, spoken
from tests.support.events_window import TODAY
from tests.support.seen import choose
from tests.support.tray import (
    AOIFE,
    BREAKFAST,
    CHAMBER,
    DINA,
    ELLEN,
    EVERY_CARD,
    GRACE,
    KARL,
    MARTA,
    RAVI,
    SAM,
    TrayWindow,
    moment_of,
)
from tests.support.workspaces import sample_people

KEY, MOD = Qt.Key, Qt.KeyboardModifier


def chip(desk: TrayWindow, state: CardState | None) -> None:
    desk.click(desk.tray.head.chips[state])


def test_cards_with_no_plan_stand_first_and_the_oldest_before_all(desk: TrayWindow) -> None:
    assert desk.cards() == EVERY_CARD
    chips = [each.text() for each in desk.tray.head.chips.values()]
    assert chips == ["All 7", "No plan 3", "Planned 2", "Done 1", "Let go 1"]
    assert desk.page.cards.cards.sentence.text() == "7 cards from your events · 3 with no plan yet"


def test_a_row_is_said_in_words(desk: TrayWindow) -> None:
    assert spoken(desk.row(ELLEN), TODAY) == "Ellen Adeyemi, card from Chamber mixer, 10 days old, no plan"
    assert spoken(desk.row(SAM), TODAY) == (
        "Sam Adeyemi, card from Breakfast Club, 4 days old, planned, Send Sam the retail checklist, tomorrow,"
        " solid contact"
    )
    assert spoken(desk.row(RAVI), TODAY).endswith(
        "card from no event, 1 day old, planned, Call Ravi, 2 d late, with a picture"
    )
    assert spoken(desk.row(KARL), TODAY).endswith("let go, Only sells")
    assert "Done Thursday 12 November 2026" in in_full(desk.row(DINA), TODAY)
    index = desk.tray.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == spoken(desk.row(ELLEN), TODAY)


def test_of_another_year_the_month_is_enough(desk: TrayWindow) -> None:
    row = desk.row(ELLEN)
    assert met_words(row, TODAY) == "12 Nov"
    assert met_words(row, TODAY.replace(year=2027)) == "Nov 2026"


def test_the_measure_counts_who_was_followed_up_in_time(desk: TrayWindow) -> None:
    assert desk.tray.head.measure.words.text() == "1 of 5 followed up within 48 h"
    assert "1 card is younger than that" in desk.tray.head.measure.toolTip()


def test_each_state_has_a_chip_and_a_word_when_nothing_is_in_it(desk: TrayWindow) -> None:
    for state, cards in (
        (CardState.NO_PLAN, [ELLEN, GRACE, AOIFE]),
        (CardState.PLANNED, [RAVI, SAM]),
        (CardState.DONE, [DINA]),
        (CardState.LET_GO, [KARL]),
        (None, EVERY_CARD),
    ):
        chip(desk, state)
        assert desk.cards() == cards
    with desk.workspace.change("Forget all"):
        desk.workspace.sql("DELETE FROM card WHERE id <> ?", (SAM,))
    said = []
    for state in (CardState.NO_PLAN, CardState.DONE, CardState.LET_GO):
        chip(desk, state)
        assert desk.tray.nothing.isVisible()
        said.append(desk.tray.nothing.title())
    assert said == ["Every card has a plan. Well done.", "Nothing is done yet", "Nobody was let go"]


def test_without_cards_it_teaches_where_they_come_from(desk: TrayWindow) -> None:
    with desk.workspace.change("Forget all"):
        desk.workspace.sql("DELETE FROM card")
    desk.app.processEvents()
    assert desk.tray.nothing.title() == "No cards yet"
    desk.tray.nothing.add_wanted.emit()
    assert desk.view.page is not None
    assert desk.view.page.id == BREAKFAST
    assert not desk.page.cards.is_shown


def test_search_in_place_finds_people_firms_events_and_plans(desk: TrayWindow) -> None:
    QTest.keyClick(desk.tray.list, KEY.Key_F, MOD.ControlModifier)
    field = desk.tray.head.search
    assert field.hasFocus()
    for typed, found in (("checkl", [SAM]), ("chamber", [ELLEN, DINA, KARL]), ("grace ad", [GRACE])):
        field.clear()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, KEY.Key_Return)
        assert desk.cards() == found
    field.clear()
    QTest.keyClicks(field, "zzz")
    QTest.keyClick(field, KEY.Key_Return)
    assert desk.tray.nothing.title() == "No card mentions “zzz”."
    QTest.keyClick(field, KEY.Key_Escape)
    assert desk.cards() == EVERY_CARD
    QTest.keyClick(field, KEY.Key_Down)
    assert desk.tray.list.hasFocus()
    assert desk.chosen() == [ELLEN]
    desk.key(KEY.Key_Up)
    assert field.hasFocus()


def test_sorting_by_menu_and_by_the_names_of_columns(desk: TrayWindow) -> None:
    desk.press(GRACE)
    desk.click(desk.tray.head.order)
    choose(TrayOrder.NAME.label)
    assert desk.cards() == [AOIFE, DINA, ELLEN, GRACE, KARL, RAVI, SAM]
    assert desk.chosen() == [GRACE]
    box = next(box for box, words, _ in desk.tray.heading.names() if words == "What I will do")
    desk.click(desk.tray.heading, box.center())
    assert desk.cards()[:2] == [RAVI, SAM]
    assert desk.tray.query.order is TrayOrder.DAY


def test_cards_of_people_in_the_bin_are_said_and_can_be_shown(desk: TrayWindow) -> None:
    foot = desk.tray.foot
    assert foot.bin.text() == "1 card of somebody in the bin"
    desk.click(foot.bin)
    assert desk.cards() == [MARTA]
    desk.press(MARTA)
    desk.key(KEY.Key_Return)
    assert desk.overlay() is None
    assert desk.toast() == "This person is in the bin."
    desk.click(foot.bin)
    assert desk.cards() == EVERY_CARD


def test_a_card_whose_event_is_gone_stays(desk: TrayWindow) -> None:
    with desk.workspace.change("Bin and delete"):
        desk.workspace.sql("UPDATE event SET binned_at = ? WHERE id = ?", (moment_of(0), BREAKFAST))
        desk.workspace.sql("DELETE FROM event WHERE id = ?", (CHAMBER,))
    assert desk.cards() == EVERY_CARD
    assert "the card stays" in in_full(desk.row(GRACE), TODAY)
    desk.press(ELLEN)
    desk.key(KEY.Key_E)
    assert desk.toast() == "This card is from no event."


def test_typing_a_letter_into_the_search_does_nothing_to_the_cards(desk: TrayWindow) -> None:
    desk.press(GRACE)
    steps = desk.steps()
    field = desk.tray.head.search
    field.setFocus()
    QTest.keyClicks(field, "sl")
    assert desk.steps() == steps
    assert desk.overlay() is None


def test_many_cards_are_read_page_by_page(qapp: QApplication, workspace: Workspace) -> None:
    people = sample_people(workspace, 700)
    with workspace.change("Meet"):
        workspace.many(
            "INSERT INTO card (person_id, received_at, created_at) VALUES (?, ?, '')",
            [(person, moment_of(person)) for person in people],
        )
    window = TrayWindow(qapp, workspace)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(window.tray.model, fatal, window.tray)
    assert tester.model() is window.tray.model
    assert len(window.cards()) == 700
    window.key(KEY.Key_End)
    assert window.chosen() == [people[0]]
    window.key(KEY.Key_A, MOD.ControlModifier)
    assert window.tray.foot.words.text() == "700 chosen:"
    window.click(window.tray.foot.templates)
    window.pick("Thank-you")
    assert window.tray.counts.planned == 700
    assert window.tray.list.selected_count() == 700
    window.close()

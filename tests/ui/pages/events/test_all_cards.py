"""All cards in the place of an event: the entry above the list, what is remembered, the commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import TrayCounts, TrayOrder
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.cards.plan_form import PlanForm
from netdesk.ui.pages.events.event_view import EventTab
from netdesk.ui.pages.events.tray.all_cards import sentence
from tests.support.events_window import EventsWindow
from tests.support.tray import AOIFE, BREAKFAST, CHAMBER, ELLEN, GRACE, RAVI, SAM, TrayWindow, enter_cards

KEY, MOD = Qt.Key, Qt.KeyboardModifier


def test_the_entry_above_the_list_shows_the_count_and_leads_to_all_cards(desk: TrayWindow) -> None:
    entry = desk.page.list.cards
    assert entry.accessibleName() == "All cards, 3 with no plan"
    assert entry.isChecked()
    desk.page.list.select(CHAMBER)
    assert not entry.isChecked()
    assert desk.view.isVisible()
    desk.click(entry)
    assert entry.isChecked()
    assert desk.tray.isVisible()
    assert desk.page.list.selected() == 0
    entry.setFocus()
    QTest.keyClick(entry, KEY.Key_Return)
    assert desk.tray.list.hasFocus()
    entry.setFocus()
    QTest.keyClick(entry, KEY.Key_Down)
    assert desk.page.list.list.hasFocus()


def test_the_keyboard_coming_to_the_list_chooses_no_event(desk: TrayWindow) -> None:
    desk.page.list.list.setFocus()
    assert desk.page.cards.is_shown
    QTest.keyClick(desk.page.list.list, KEY.Key_Down)
    assert not desk.page.cards.is_shown


def test_the_tray_its_state_and_order_are_remembered(
    qapp: QApplication, workspace: Workspace, tmp_path: Path
) -> None:
    enter_cards(workspace)
    memory = tmp_path / "window.json"
    first = TrayWindow(qapp, workspace, memory=memory)
    first.click(first.tray.head.chips[CardState.PLANNED])
    first.tray.head.order_picked.emit(TrayOrder.NAME)
    first.close()
    second = EventsWindow(qapp, workspace, memory=memory)
    assert second.page.cards.is_shown
    assert list(second.page.cards.cards.tray.model.ids) == [RAVI, SAM]
    assert second.page.cards.cards.tray.query.order is TrayOrder.NAME
    second.close()


def test_odd_memories_are_passed_over(desk: TrayWindow) -> None:
    for odd in (None, 3, {"shown": "yes", "how": [1]}, {"how": {"state": 7, "order": "sideways"}}):
        desk.page.cards.remember(odd)
        desk.page.cards.cards.remember(odd)
    assert desk.tray.query.states == frozenset()


def test_the_commands_show_all_cards_and_plan_those_with_no_plan(desk: TrayWindow) -> None:
    commands = desk.window.shell.commands
    desk.page.list.select(CHAMBER)
    commands.run("events.cards")
    assert desk.tray.list.hasFocus()
    commands.run("events.plan_cards")
    assert desk.chosen() == [ELLEN, GRACE, AOIFE]
    form = desk.window.findChildren(PlanForm)[-1]
    QTest.keyClick(form.action, KEY.Key_Return)
    assert desk.page.list.cards.no_plan() == 0
    commands.run("events.plan_cards")
    assert desk.toast() == "Every card has a plan. Well done."


def test_what_belongs_to_an_event_rests_while_all_cards_are_shown(desk: TrayWindow) -> None:
    assert not desk.page.shows_event()
    desk.page.list.select(CHAMBER)
    assert desk.page.shows_event()


def test_the_tab_of_an_event_shows_its_cards_alone(desk: TrayWindow) -> None:
    desk.window.shell.go("events", event=BREAKFAST, tab="cards")
    tray = desk.view.cards
    assert desk.view.tab() is EventTab.CARDS
    assert list(tray.model.ids) == [GRACE, AOIFE, SAM]
    assert tray.foot.bin.text() == "1 card of somebody in the bin"
    assert not tray.delegate.events
    QTest.keyClick(tray.list, KEY.Key_F, MOD.ControlModifier)
    assert tray.head.search.hasFocus()
    desk.page.list.select(CHAMBER)
    desk.view.go_to_tab(EventTab.CARDS)
    assert tray.model.id_at(0) == ELLEN


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (TrayCounts(), "The people you met at events. Each one gets a plan, or is let go on purpose."),
        (TrayCounts(done=1), "1 card from your events · each has a plan, is done or was let go on purpose"),
        (TrayCounts(no_plan=2, planned=1200), "1,202 cards from your events · 2 with no plan yet"),
    ],
)
def test_a_sentence_says_how_the_cards_stand(counts: TrayCounts, said: str) -> None:
    assert sentence(counts) == said

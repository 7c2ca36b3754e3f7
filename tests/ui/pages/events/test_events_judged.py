"""The list of events that judges: what rows say, filter and order by keys and mouse, the overview, worth going."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from netdesk.method.goals import Goal, GoalKind
from netdesk.method.triage import Shares
from netdesk.services import event_edit, goals
from netdesk.services.event_list import EventRow, event_rows
from netdesk.services.event_query import EventQuery, EventSort
from netdesk.store.workspace import Workspace
from netdesk.ui.models.headed_ids import IS_HEADING
from netdesk.ui.pages.events.event_view import EventTab
from netdesk.ui.pages.events.list_model import PAGE
from netdesk.ui.pages.events.list_words import chips_of, second_line
from netdesk.ui.pages.events.overview import EventsOverview
from netdesk.ui.pages.events.overview_model import HOURS, MONEY
from netdesk.ui.widgets.chip import FilterChip, Tone
from tests.support.events import NOW, mixer, wall
from tests.support.events_window import TODAY, EventsWindow, prepared_mixer
from tests.support.judged_events import card, judge
from tests.support.wins import won
from tests.support.workspaces import sample_people

LEFT = Qt.MouseButton.LeftButton
NETWORKING, PROSPECTING = Shares(10, 60, 20, 10), Shares(70, 10, 10, 10)


def past(
    workspace: Workspace,
    title: str,
    day: int,
    *,
    host: str,
    shares: Shares,
    cards: int,
    solid: int = 0,
    waiting: int = 0,
    cost: float | None = None,
    stars: float | None = None,
    hours: float | None = None,
) -> int:
    """An event of this November with so many cards, of which some are solid and some wait for a plan."""
    event = mixer(workspace, title=title, day=wall(2026, 11, day, 18), host=host, cost=cost)
    event_edit.set_shares(workspace, event, shares)
    for place, person in enumerate(sample_people(workspace, cards)):
        card(workspace, event, person, solid=place < solid, plan="" if place >= cards - waiting else "Call")
    judge(workspace, event, stars=stars, hours=hours, finished=stars is not None)
    return event


@pytest.fixture
def judged(qapp: QApplication, workspace: Workspace) -> Iterator[EventsWindow]:
    """Three events that lie behind and the one of the mock-up to come."""
    prepared_mixer(workspace)
    past(
        workspace,
        "Breakfast Club",
        18,
        host="Club",
        shares=NETWORKING,
        cards=5,
        solid=2,
        waiting=3,
        cost=28.0,
    )
    evening = past(
        workspace,
        "Founders' evening",
        6,
        host="Chamber of Commerce",
        shares=NETWORKING,
        cards=6,
        solid=4,
        cost=84.0,
        stars=4.5,
        hours=3.0,
    )
    goals.add_goal(workspace, evening, Goal(GoalKind.HELP, 2, "Do it"))
    goals.set_reached(workspace, workspace.sql("SELECT max(id) FROM goal").fetchone()[0], 2)
    past(
        workspace,
        "Print expo",
        2,
        host="Expo",
        shares=PROSPECTING,
        cards=22,
        cost=120.0,
        stars=1.5,
        hours=6.0,
    )
    window = EventsWindow(qapp, workspace)
    yield window
    window.close()


def titles(window: EventsWindow) -> list[str]:
    model = window.page.list.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def row_of(window: EventsWindow, title: str) -> EventRow:
    event = window.workspace.sql("SELECT id FROM event WHERE title = ?", (title,)).fetchone()[0]
    return event_rows(window.workspace, [event], NOW)[0]


def said(window: EventsWindow, title: str) -> tuple[str, list[tuple[str, Tone]]]:
    row = row_of(window, title)
    return second_line(row, TODAY), chips_of(row, TODAY)


def open_menu(qtbot: QtBot, window: EventsWindow) -> QMenu:
    qtbot.mouseClick(window.page.list.filter, LEFT)
    return next(menu for menu in window.page.list.filter.findChildren(QMenu) if menu.isVisible())


def pick(menu: QMenu, *words: str) -> None:
    """Choose a line of a menu or of a menu inside it."""
    action = next(each for each in menu.actions() if each.text().startswith(words[0]))
    inside = action.menu()
    if isinstance(inside, QMenu) and len(words) > 1:
        pick(inside, *words[1:])
    else:
        action.trigger()
    menu.close()


def test_rows_say_what_came_of_their_events(judged: EventsWindow) -> None:
    assert said(judged, "Breakfast Club") == ("2 solid · 5 cards", [("3 cards with no plan", Tone.BAD)])
    assert said(judged, "Founders' evening") == ("4 solid · goal met", [("Worth it · 4.5", Tone.GOOD)])
    assert said(judged, "Print expo") == ("0 solid · 22 cards", [("Not worth it · 1.5", Tone.PLAIN)])
    before = said(judged, "Chamber autumn mixer")
    assert before == ("Tue 17:30 · Town Hall", [("Networking", Tone.ACCENT), ("Prepared", Tone.GOOD)])


def test_an_event_of_today_says_that_its_debrief_is_open(workspace: Workspace) -> None:
    event = mixer(workspace, day=wall(2026, 11, 22, 8))
    event_edit.set_shares(workspace, event, NETWORKING)
    for person in sample_people(workspace, 2):
        card(workspace, event, person)
    row = event_rows(workspace, [event], NOW)[0]
    assert second_line(row, TODAY) == "Today · debrief open"
    assert chips_of(row, TODAY) == [("Networking", Tone.ACCENT), ("2 cards, no plan", Tone.BAD)]


def test_an_event_i_did_not_go_to_and_one_left_open_say_so(workspace: Workspace) -> None:
    skipped, left = (mixer(workspace, day=wall(2026, 11, day, 18)) for day in (3, 4))
    event_edit.mark_attended(workspace, skipped, False)
    rows = event_rows(workspace, [skipped, left], NOW)
    assert [chips_of(row, TODAY) for row in rows] == [
        [("Did not go", Tone.PLAIN)],
        [("Debrief open", Tone.WARN)],
    ]
    assert second_line(rows[1], TODAY) == "Wed 18:00 · Town Hall"


def test_a_card_with_a_plan_takes_the_red_chip_away_at_once(judged: EventsWindow) -> None:
    ids = judged.workspace.sql("SELECT id, person_id, event_id FROM card WHERE state = 'no_plan'").fetchall()
    with judged.workspace.change("Plan the cards"):
        judged.workspace.many(
            "INSERT INTO follow_up (person_id, event_id, action, due_on, created_at, card_id)"
            " VALUES (?, ?, 'Call', '2026-11-25', '2026-11-22T09:00:00+00:00', ?)",
            [(person, event, number) for number, person, event in ids],
        )
    model = judged.page.list.model
    index = next(
        model.index(row) for row in range(model.rowCount()) if model.index(row).data() == "Breakfast Club"
    )
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "no plan" not in spoken
    assert "2 solid · 5 cards" in spoken


def test_a_filter_is_chosen_in_the_menu_and_taken_away_with_its_chip(
    qtbot: QtBot, judged: EventsWindow
) -> None:
    pick(open_menu(qtbot, judged), "Verdict", "Worth it")
    assert titles(judged) == ["Afterwards", "Founders' evening"]
    (chip,) = judged.page.list.filters.findChildren(FilterChip)
    assert chip.text() == "Worth it"
    assert judged.page.list.filter.accessibleName() == "Filter and sort: Worth it"
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert len(titles(judged)) == 6
    assert not judged.page.list.filters.isVisible()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("Purpose", "Prospecting"), ["Afterwards", "Print expo"]),
        (("Host", "Club"), ["Afterwards", "Breakfast Club"]),
        (("Cards with no plan",), ["Afterwards", "Breakfast Club"]),
        (("Debrief open",), ["Afterwards", "Breakfast Club"]),
        (("Attended",), ["Afterwards", "Breakfast Club", "Founders' evening", "Print expo"]),
        (("Did not go",), []),
    ],
)
def test_each_filter_of_the_menu_keeps_what_it_says(
    qtbot: QtBot, judged: EventsWindow, words: tuple[str, ...], left: list[str]
) -> None:
    pick(open_menu(qtbot, judged), *words)
    assert titles(judged) == left
    pick(open_menu(qtbot, judged), "Clear filters")
    assert len(titles(judged)) == 6


def test_the_menu_is_worked_by_keys(qtbot: QtBot, judged: EventsWindow) -> None:
    button = judged.page.list.filter
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = next(menu for menu in button.findChildren(QMenu) if menu.isVisible())
    sort = menu.actions()[0].menu()
    assert isinstance(sort, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    qtbot.keyClick(sort, Qt.Key.Key_Down)
    qtbot.keyClick(sort, Qt.Key.Key_Down)
    qtbot.keyClick(sort, Qt.Key.Key_Return)
    assert judged.page.list.query.sort is EventSort.SOLID
    assert titles(judged)[:3] == ["Solid contacts", "Founders' evening", "Breakfast Club"]


def test_another_order_has_one_heading_and_says_what_it_sorts_by(qtbot: QtBot, judged: EventsWindow) -> None:
    pick(open_menu(qtbot, judged), "Sort by", "Cost per solid contact")
    assert titles(judged) == [
        "Cost per solid contact",
        "Breakfast Club",
        "Founders' evening",
        "Chamber autumn mixer",
        "Print expo",
    ]
    row = row_of(judged, "Founders' evening")
    assert second_line(row, TODAY, EventSort.COST_PER_SOLID) == "4 solid · £21 each"
    assert second_line(row, TODAY, EventSort.HOURS_PER_SOLID) == "4 solid · 45 min each"
    model = judged.page.list.model
    assert [bool(model.index(each).data(IS_HEADING)) for each in range(5)] == [
        True,
        False,
        False,
        False,
        False,
    ]
    pick(open_menu(qtbot, judged), "Sort by", "Date")
    assert titles(judged)[0] == "Coming up"


def test_the_model_keeps_qts_rules_in_every_order(judged: EventsWindow, qtmodeltester: ModelTester) -> None:
    for sort in EventSort:
        judged.page.list.ask(EventQuery(sort=sort))
        qtmodeltester.check(judged.page.list.model)


def test_filter_and_order_are_remembered(judged: EventsWindow) -> None:
    judged.page.list.ask(EventQuery(host="Club", sort=EventSort.SOLID))
    state = judged.page.remembered()
    judged.page.list.ask(EventQuery())
    judged.page.remember(state)
    assert titles(judged) == ["Solid contacts", "Breakfast Club"]
    judged.page.remember({"list": {"host": 7, "sort": "nonsense"}})
    assert titles(judged)[0] == "Coming up"


def test_an_event_that_a_filter_hides_is_shown_when_somebody_goes_there(judged: EventsWindow) -> None:
    judged.page.list.ask(EventQuery(host="Club"))
    expo = row_of(judged, "Print expo").id
    judged.window.shell.open_event(expo)
    assert judged.page.list.selected() == expo
    assert not judged.page.list.query.is_filtered


def test_nothing_that_fits_is_said(judged: EventsWindow) -> None:
    judged.page.list.ask(EventQuery(purpose="socialising"))
    assert judged.page.list.nothing.text() == "No event fits these filters."


def overview(window: EventsWindow) -> EventsOverview:
    return window.window.findChildren(EventsOverview)[-1]


def cells(shown: EventsOverview) -> list[list[str]]:
    model = shown.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_overview_says_what_each_host_gave_and_filters_by_a_press(
    qtbot: QtBot, judged: EventsWindow
) -> None:
    (chamber,) = judged.workspace.sql(
        "SELECT id FROM event WHERE host LIKE 'Chamber%' AND stars > 0"
    ).fetchone()
    won(judged.workspace, "Inbox set-up", value=1200.0, event_id=chamber)
    pick(open_menu(qtbot, judged), "What my events gave")
    shown = overview(judged)
    assert cells(shown) == [
        ["Chamber of Commerce", "1", "4", "1 · £1,200", "0", "£21", "45 min", "4.5"],
        ["Expo", "1", "0", "–", "0", "–", "–", "1.5"],
        ["Club", "1", "2", "–", "3", "£14", "–", "–"],
    ]
    table = shown.table
    spot = table.visualRect(shown.model.index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=spot)
    assert titles(judged) == ["Afterwards", "Print expo"]
    assert judged.page.list.query.host == "Expo"


def test_the_overview_is_walked_sorted_and_chosen_by_keys(qtbot: QtBot, judged: EventsWindow) -> None:
    shown = judged.page.list.show_overview()
    shown.views.setFocus()
    qtbot.keyClick(shown.views, Qt.Key.Key_Right)
    assert [row[0] for row in cells(shown)] == ["Networking", "Prospecting"]
    head = shown.table.horizontalHeader()
    qtbot.mouseClick(head.viewport(), LEFT, pos=head.viewport().rect().center())
    shown.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert [row[2] for row in cells(shown)] == ["0", "6"]
    shown.table.setFocus()
    shown.table.selectionModel().setCurrentIndex(
        shown.model.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert titles(judged) == ["Afterwards", "Print expo"]


def test_groups_of_which_a_column_says_nothing_stay_at_the_end(judged: EventsWindow) -> None:
    shown = judged.page.list.show_overview()
    for order in Qt.SortOrder:
        shown.table.sortByColumn(MONEY, order)
        assert cells(shown)[-1][0] == "Expo"
    why = shown.model.index(2, MONEY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert why == "Money for each: no solid contact yet"


def test_the_overview_of_no_events_says_what_belongs_there(qapp: QApplication, workspace: Workspace) -> None:
    mixer(workspace)
    window = EventsWindow(qapp, workspace)
    shown = window.page.list.show_overview()
    assert shown.nothing.isVisible()
    assert not shown.table.isVisible()
    window.close()


def test_the_overview_keeps_qts_rules(judged: EventsWindow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(judged.page.list.show_overview().model)


def test_worth_going_tells_what_the_host_gave(judged: EventsWindow) -> None:
    lines = judged.before.worth.earlier
    assert lines.gave.text() == "Last time: 4 solid contacts, £84 and 3 h, 4.5 stars."
    assert lines.each.text() == "£21 and 45 min for each solid contact."
    assert lines.verdict.text() == "Worth going again."
    assert not lines.plan.isVisible()


def test_worth_going_leads_to_the_cards_that_wait(qtbot: QtBot, judged: EventsWindow) -> None:
    again = mixer(judged.workspace, title="Club again", host="club")
    judged.window.shell.open_event(again)
    lines = judged.before.worth.earlier
    assert lines.waiting.text() == "3 cards from last time have no plan yet."
    qtbot.mouseClick(lines.plan, LEFT)
    assert judged.page.list.selected() == row_of(judged, "Breakfast Club").id
    assert judged.view.tab() is EventTab.AFTER


def test_worth_going_turns_to_the_purpose_where_the_host_is_new(judged: EventsWindow) -> None:
    new = mixer(judged.workspace, title="New host", host="Somebody new")
    event_edit.set_shares(judged.workspace, new, NETWORKING)
    judged.window.shell.open_event(new)
    lines = judged.before.worth.earlier
    assert lines.gave.text() == "Last 2 networking events: 6 solid contacts, £56 and 3 h each, 4.5 stars."


def test_hosts_of_any_length_and_markup_stay_text(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace
) -> None:
    hosts = ("<b>&Bold</b> <img src=x>", "Donaudampfschifffahrt" * 9, "לשכת המסחר 🎉")
    for host in hosts:
        event = mixer(workspace, day=wall(2026, 11, 18, 18), host=host)
        judge(workspace, event, stars=4.0)
    window = EventsWindow(qapp, workspace)
    shown = window.page.list.show_overview()
    named = {row[0] for row in cells(shown)}
    assert hosts[0] in named
    assert all(len(name) <= 120 for name in named)
    tip = next(
        str(shown.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole))
        for row in range(3)
        if "Bold" in cells(shown)[row][0]
    )
    assert "<b>" not in tip
    shown.table.clicked.emit(shown.model.index(0, 0))
    menu = open_menu(qtbot, window)
    (by_host,) = [action.menu() for action in menu.actions() if action.text() == "Host"]
    assert isinstance(by_host, QMenu)
    words = [action.text() for action in by_host.actions()]
    assert any("&&Bold" in each for each in words)
    assert all(len(each) <= 45 for each in words)
    menu.close()
    window.close()


def test_two_thousand_events_are_read_a_page_at_a_time(qapp: QApplication, workspace: Workspace) -> None:
    days = [(f"2026-{1 + place % 10:02}-{1 + place % 28:02}T18:00:00+00:00",) for place in range(2000)]
    with workspace.change("Many events"):
        workspace.many(
            "INSERT INTO event (title, starts_at, created_at) VALUES ('Evening', ?, '2026-01-01')", days
        )
    window = EventsWindow(qapp, workspace)
    asked: list[int] = []
    model = window.page.list.model
    read = model._read
    model._read = lambda ids: asked.append(len(ids)) or read(ids)  # type: ignore[func-returns-value]
    window.page.list.ask(EventQuery(sort=EventSort.SOLID))
    qapp.processEvents()
    assert model.rowCount() == 2001
    assert 0 < sum(asked) <= 4 * PAGE
    window.close()


def test_the_list_s_commands_are_in_the_palette(qtbot: QtBot, judged: EventsWindow) -> None:
    commands = judged.window.shell.commands
    assert commands.run("events.filter")
    menu = next(menu for menu in judged.page.list.filter.findChildren(QMenu) if menu.isVisible())
    menu.close()
    assert commands.run("events.overview")
    shown = overview(judged)
    qtbot.keyClick(shown.table, Qt.Key.Key_Escape)
    assert not judged.window.shell.is_covered()


def test_money_in_two_currencies_is_not_added_up(judged: EventsWindow) -> None:
    for currency in ("EUR", "GBP"):
        event = past(
            judged.workspace,
            "Fair",
            9,
            host="Fair",
            shares=NETWORKING,
            cards=1,
            solid=1,
            cost=10.0,
            stars=5.0,
        )
        with judged.workspace.change("In another currency"):
            judged.workspace.sql("UPDATE event SET currency = ? WHERE id = ?", (currency, event))
    shown = judged.page.list.show_overview()
    assert cells(shown)[0] == ["Fair", "2", "2", "–", "0", "mixed", "–", "5"]
    said = {
        str(shown.model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for column in (MONEY, HOURS)
    }
    assert said == {
        "Money for each: Written down in several currencies, so it is not added up",
        "Hours for each: How long it took is not written down",
    }

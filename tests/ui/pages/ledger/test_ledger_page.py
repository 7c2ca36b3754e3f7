"""Give & ask as a person uses it: the figures, the views, the rows by keyboard and mouse, the filters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.services.ledger import EntryDraft, add_entry
from netdesk.ui.models.paged_ids import RowRole
from netdesk.ui.pages.ledger.entry_form import EntryForm
from netdesk.ui.pages.ledger.list_panel import View
from netdesk.ui.pages.ledger.row_columns import Part
from netdesk.ui.pages.person.reason_form import ReasonForm
from tests.support.ledger_window import ORDER, LedgerWindow, ledger_window
from tests.support.programs import TODAY
from tests.support.seen import choose, open_menu, words

_PROMISES = ["Review for Grace's website", "Introduce Tom to Ravi"]


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[LedgerWindow]:
    with ledger_window(qapp, tmp_path / "network.netdesk") as window:
        yield window


def test_who_gave_and_got_nothing_stands_first_beside_the_figures_of_the_year(opened: LedgerWindow) -> None:
    assert opened.rows() == list(ORDER)
    page = opened.page
    assert page.gave.accessibleName() == "4 times I helped in the last 12 months"
    assert page.got.accessibleName() == "9 times I was helped"
    assert page.introduced.accessibleName() == "0 introductions made"
    assert page.promised.accessibleName().startswith("2 promises open, one 4 days late")
    assert "Help first." in words(page)
    assert "owe" not in words(page).lower()


def test_a_row_says_who_what_they_want_and_the_balance(opened: LedgerWindow) -> None:
    model = opened.panel.people.rows
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Luis Ortega, Ortega Finance, level 3, gave me 4 · I gave 0, not helped yet,"
        " wants shops that outgrew a spreadsheet"
    )
    assert model.data(model.index(0, 0), RowRole).balance.got == 4


def test_help_by_mouse_offers_a_promise_and_the_row_keeps_its_place(
    qtbot: QtBot, opened: LedgerWindow
) -> None:
    place = opened.place_of(0, Part.HELP)
    qtbot.mouseClick(opened.panel.people.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert next(each.text() for each in open_menu().actions() if each.text()).startswith("Introduce them")
    choose("Promise something")
    form = opened.sheet(EntryForm)
    assert form.kind() is LedgerKind.PROMISE
    assert "Wants: shops that outgrew a spreadsheet" in form.looks_for.text()
    qtbot.keyClicks(form.words, "Ask the market about stalls")
    form.quick.picked.emit(1)
    qtbot.keyClick(form.words, Qt.Key.Key_Return)
    assert opened.entries("Luis")[0] == ("promise", "Ask the market about stalls", "open")
    assert opened.said() == "Promised: Ask the market about stalls"
    assert opened.rows()[0] == "Luis Ortega"


def test_a_give_written_by_keyboard_moves_somebody_down_the_list(qtbot: QtBot, opened: LedgerWindow) -> None:
    opened.panel.into_list()
    qtbot.keyClick(opened.panel.people, Qt.Key.Key_G)
    form = opened.sheet(EntryForm)
    qtbot.keyClick(form.way, Qt.Key.Key_1)
    assert form.way.way() is HelpWay.INTRODUCTION
    qtbot.keyClick(form.words, Qt.Key.Key_Return)
    assert opened.rows() == ["Dina Haddad", "Peter Novak", "Luis Ortega", "Ravi Menon", "Grace Adeyemi"]
    assert opened.page.gave.accessibleName().startswith("5 times")
    # The next to help is chosen, instead of the list going down with whoever was helped.
    assert opened.panel.people.current_id() == opened.people["Dina"]
    opened.shell.undo()
    assert opened.rows() == list(ORDER)


def test_enter_opens_the_ways_to_help_and_o_the_person(qtbot: QtBot, opened: LedgerWindow) -> None:
    people = opened.panel.people
    opened.panel.into_list()
    qtbot.keyClick(people, Qt.Key.Key_Down)
    qtbot.keyClick(people, Qt.Key.Key_Return)
    open_menu().close()
    with qtbot.waitSignal(opened.shell.wanted) as wanted:
        qtbot.keyClick(people, Qt.Key.Key_O)
    assert wanted.args == ["contacts", {"person": opened.people["Dina"]}]


def test_promises_are_kept_and_let_go_by_keys_and_undone(qtbot: QtBot, opened: LedgerWindow) -> None:
    qtbot.keyClick(opened.panel.segments, Qt.Key.Key_2)
    assert opened.panel.view is View.PROMISES
    assert opened.rows() == _PROMISES
    opened.panel.into_list()
    qtbot.keyClick(opened.panel.entries, Qt.Key.Key_K)
    assert opened.rows() == _PROMISES[1:]
    assert opened.said() == "Kept: Review for Grace's website"
    assert ("promise", _PROMISES[0], "done") in opened.entries("Grace")
    qtbot.keyClick(opened.panel.entries, Qt.Key.Key_X)
    assert opened.rows() == []
    assert "No promise is open" in words(opened.panel)
    assert opened.page.promised.accessibleName().startswith("0 promises open")
    opened.shell.undo()
    opened.shell.undo()
    assert opened.rows() == _PROMISES


def test_promises_are_kept_and_let_go_with_the_mouse(qtbot: QtBot, opened: LedgerWindow) -> None:
    opened.page.promised.pressed.emit()
    assert opened.rows() == _PROMISES
    entries = opened.panel.entries
    qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=opened.place_of(1, Part.DROP))
    assert opened.said() == "Let go: Introduce Tom to Ravi"
    qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=opened.place_of(0, Part.CLOSE))
    assert opened.rows() == []


def test_a_hasty_double_click_keeps_one_promise_only(qtbot: QtBot, opened: LedgerWindow) -> None:
    opened.page.promised.pressed.emit()
    assert opened.rows() == _PROMISES
    viewport, place = opened.panel.entries.viewport(), opened.place_of(0, Part.CLOSE)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert opened.rows() == _PROMISES[1:]
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        there = QPointF(place)
        second = QMouseEvent(kind, there, QPointF(viewport.mapToGlobal(place)), left, left, none)
        QApplication.sendEvent(viewport, second)
    assert opened.rows() == _PROMISES[1:]


def test_a_promise_moves_to_another_day_and_is_let_go_with_a_reason_from_its_menu(
    qtbot: QtBot, opened: LedgerWindow
) -> None:
    opened.shell.go("ledger", view="promises")
    opened.panel.entries.menu_asked.emit(QPoint(300, 300))
    choose("Next week")
    assert opened.said() == "By Mon 30 Nov: Review for Grace's website"
    assert opened.rows() == list(reversed(_PROMISES))
    opened.panel.entries.choose_row(0)
    opened.panel.entries.menu_asked.emit(QPoint(300, 300))
    choose("Let go, because")
    form = opened.sheet(ReasonForm)
    qtbot.keyClicks(form.reason, "They met by themselves")
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    (ravi, *_) = [one for one in opened.entries("Ravi") if one[0] == "promise"]
    assert ravi == ("promise", "Introduce Tom to Ravi", "dropped")


def test_an_ask_is_answered_and_counts_as_help_i_got(qtbot: QtBot, opened: LedgerWindow) -> None:
    opened.shell.go("ledger", view="asks")
    assert opened.rows() == ["A name at the council"]
    qtbot.keyClick(opened.panel.entries, Qt.Key.Key_K)
    assert opened.said() == "Answered: A name at the council"
    assert opened.page.got.accessibleName().startswith("10 times")
    assert "asked nobody" in words(opened.panel)


def test_all_entries_are_narrowed_by_kind_way_words_and_time(qtbot: QtBot, opened: LedgerWindow) -> None:
    opened.shell.go("ledger", view="all")
    narrow = opened.panel.filter
    assert len(opened.rows()) == 16
    assert narrow.kinds[LedgerKind.GIVE].text() == "Gave 4"
    assert narrow.kinds[LedgerKind.PROMISE].text() == "Promised 2 open"
    qtbot.mouseClick(narrow.kinds[LedgerKind.PROMISE], Qt.MouseButton.LeftButton)
    assert sorted(opened.rows()) == sorted(_PROMISES)
    qtbot.mouseClick(narrow.kinds[LedgerKind.PROMISE], Qt.MouseButton.LeftButton)
    narrow.way.click()
    choose("Referral")
    assert opened.rows() == ["A name at the council"]
    assert narrow.way.isChecked()
    narrow.way.click()
    choose("Any way")
    narrow.period.click()
    choose("Last month")
    assert all("Advice" in row for row in opened.rows())
    assert "Nothing fits" not in words(opened.panel)
    qtbot.keyClicks(narrow.search, "council")
    qtbot.keyClick(narrow.search, Qt.Key.Key_Return)
    assert opened.rows() == []
    assert "Nothing fits that" in words(opened.panel)


def test_the_figures_lead_to_what_they_count(qtbot: QtBot, opened: LedgerWindow) -> None:
    qtbot.keyClick(opened.page.gave, Qt.Key.Key_Return)
    assert opened.panel.view is View.ALL
    assert len(opened.rows()) == 4
    qtbot.mouseClick(opened.page.got, Qt.MouseButton.LeftButton)
    assert len(opened.rows()) == 9


def test_searching_leads_from_the_people_to_all_entries(qtbot: QtBot, opened: LedgerWindow) -> None:
    opened.page.start_search()
    assert opened.panel.view is View.ALL
    search = opened.panel.filter.search
    qtbot.keyClicks(search, "ravi")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert "Introduce Tom to Ravi" in opened.rows()
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert opened.panel.entries.hasFocus()
    qtbot.keyClick(opened.panel.entries, Qt.Key.Key_E)
    assert opened.sheet(EntryForm).words.text() == "Introduce Tom to Ravi"


def test_the_keyboard_comes_back_to_the_words_above_the_list(qtbot: QtBot, opened: LedgerWindow) -> None:
    opened.panel.into_list()
    qtbot.keyClick(opened.panel.people, Qt.Key.Key_Up)
    assert opened.panel.segments.hasFocus()


def test_an_entry_is_deleted_by_key_and_comes_back(qtbot: QtBot, opened: LedgerWindow) -> None:
    opened.shell.go("ledger", view="all")
    before = opened.rows()
    qtbot.keyClick(opened.panel.entries, Qt.Key.Key_Delete)
    assert opened.rows() == before[1:]
    opened.shell.undo()
    assert opened.rows() == before


def test_what_another_place_writes_is_shown_at_once(opened: LedgerWindow) -> None:
    draft = EntryDraft(opened.people["Dina"], LedgerKind.RECEIVE, HelpWay.ADVICE, "x", on=TODAY)
    for _ in range(4):
        opened.shell.desk.do(lambda ws: add_entry(ws, draft, TODAY))
    assert opened.rows()[0] == "Dina Haddad"


def test_the_view_is_remembered_and_nonsense_passed_over(opened: LedgerWindow) -> None:
    opened.page.remember({"view": "asks"})
    assert opened.page.remembered() == {"view": "asks"}
    opened.page.remember({"view": "debts"})
    assert opened.page.remembered() == {"view": "asks"}


def test_an_empty_ledger_says_what_belongs_there(qapp: QApplication, tmp_path: Path) -> None:
    with ledger_window(qapp, tmp_path / "empty.netdesk", filled=False) as opened:
        assert opened.rows() == []
        assert "Write down the last help you got or gave" in words(opened.panel)
        opened.shell.go("ledger", view="all")
        assert "Begin with the last time somebody helped you" in words(opened.panel)


def test_in_a_narrow_window_who_fits_whom_stands_below_and_columns_give_way(
    qapp: QApplication, tmp_path: Path
) -> None:
    with ledger_window(qapp, tmp_path / "narrow.netdesk", size=(900, 640)) as opened:
        page = opened.page
        assert page.fits.y() > page.panel.y() + page.panel.height() - 1
        assert page.fits.width() == page.panel.width()
        assert opened.panel.people.horizontalScrollBar().maximum() == 0


def test_another_view_by_key_does_not_scroll_the_page(qapp: QApplication, tmp_path: Path) -> None:
    with ledger_window(qapp, tmp_path / "low.netdesk", size=(900, 500)) as opened:
        bar = opened.page.view.verticalScrollBar()
        assert bar.maximum() > 0
        opened.panel.into_list()
        opened.shell.go("ledger", view="promises")
        opened.shell.go("ledger", view="not_helped")
        assert bar.value() == 0
        assert opened.panel.people.hasFocus()


def test_the_keyboard_is_on_the_first_row_also_when_the_rows_come_later(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with ledger_window(qapp, tmp_path / "threads.netdesk", inline=False) as opened:
        entries = opened.panel.entries
        opened.shell.go("ledger", view="promises")
        qtbot.waitUntil(lambda: entries.rows.rowCount() == 2)
        qtbot.keyClick(entries, Qt.Key.Key_K)
        qtbot.waitUntil(lambda: entries.rows.rowCount() == 1)
        assert opened.rows() == _PROMISES[1:]
        qtbot.waitUntil(lambda: opened.said() == "Kept: Review for Grace's website")

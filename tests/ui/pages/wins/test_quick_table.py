"""The quick table as a person uses it: typed by keys alone, sources by digits and mouse, nothing typed lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from netdesk.method.sources import Source
from netdesk.method.thanks import Thank
from netdesk.services.win_list import WinRow
from netdesk.services.wins import bin_win, edit_win, read_draft
from netdesk.ui.pages.wins.paste.card import PasteCard
from netdesk.ui.pages.wins.table.columns import Column
from netdesk.ui.widgets.paragraph import Paragraph
from tests.support.wins_window import TITLES, WinsWindow

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def newest(window: WinsWindow) -> WinRow:
    return window.wins()[0]


def test_the_table_shows_the_wins_and_the_head_says_what_the_last_year_brought(opened: WinsWindow) -> None:
    QAbstractItemModelTester(opened.page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert opened.shown(Column.WHAT) == TITLES
    assert opened.shown(Column.WHEN)[0] == "18 Nov"
    assert opened.shown(Column.WHEN)[4] == "1 Mar 2024"
    assert opened.shown(Column.VALUE)[3:] == ["", "900 CHF"]
    assert opened.shown(Column.THANKS)[:4] == ["Olga Petrova", "Sam Carter → Nadia Rahman", "", "web search"]
    assert opened.shown(Column.PLACE)[:3] == ["Breakfast Club", "", "Founders' evening"]
    assert opened.page.head.words.text().startswith("4 in the last 12 months · ")
    assert opened.page.head.rate.isHidden()
    (hint,) = opened.page.hint.findChildren(Paragraph)
    assert "Reputation: they had heard or read about you." in hint.accessibleName()


def test_three_wins_are_typed_by_keys_alone(opened: WinsWindow) -> None:
    opened.program.window.shell.commands.run("wins.write")
    for title, client, value, digit in (
        ("Desk move", "Dune Ltd", "1.2k", "1"),
        ("Year-end", "Bay Cafe", "450", "3"),
        ("Newsletter", "Pine & Co", "EUR 2,000", "4"),
    ):
        opened.type(title)
        opened.key(KEY.Key_Tab)
        opened.type(client)
        opened.key(KEY.Key_Tab)
        opened.type(value)
        opened.key(KEY.Key_Tab)
        opened.type(digit)
        opened.key(KEY.Key_Return)
    typed = opened.wins()[:3]
    assert [(row.title, row.client, row.value, row.currency, row.source) for row in reversed(typed)] == [
        ("Desk move", "Dune Ltd", 1200, "", Source.REFERRAL),
        ("Year-end", "Bay Cafe", 450, "", Source.SELF_REFERRAL),
        ("Newsletter", "Pine & Co", 2000, "EUR", Source.MARKETING),
    ]
    assert {row.won_on for row in typed} == {date(2026, 11, 22)}
    assert opened.said() == "Won: Newsletter"
    assert opened.shown(Column.WHAT)[:4] == ["Newsletter", "Year-end", "Desk move", "Inbox set-up"]
    assert opened.page.new.row.is_empty
    assert opened.entry.is_typing
    assert not opened.page.head.rate.isHidden(), "two thousand euros stand apart until a rate is given"
    opened.shell.undo()
    assert len(opened.wins()) == 7


def test_in_a_new_row_undo_takes_back_the_win_before_until_something_is_typed(opened: WinsWindow) -> None:
    opened.program.window.shell.commands.run("wins.write")
    opened.type("Desk move")
    opened.key(KEY.Key_Return)
    assert opened.shown(Column.WHAT) == ["Desk move", *TITLES]
    opened.type("Year")
    opened.key(KEY.Key_Z, CTRL)
    assert opened.shown(Column.WHAT) == ["Desk move", *TITLES], "what is being typed is taken back first"
    opened.key(KEY.Key_Z, CTRL)
    assert opened.shown(Column.WHAT) == TITLES
    assert opened.entry.is_typing


def test_who_and_where_are_offered_and_taken_by_tab(opened: WinsWindow) -> None:
    opened.entry.begin()
    opened.type("Diary desk")
    opened.key(KEY.Key_Tab)
    opened.type("caf")
    assert opened.entry.editor.offered()[0] == "Café Rosa · Rosa Marino"
    opened.key(KEY.Key_Tab, times=3)
    opened.type("nad")
    opened.key(KEY.Key_Tab)
    assert opened.page.new.row.typed(0, Column.THANKS) == "Nadia Rahman"
    opened.key(KEY.Key_Backtab)
    opened.key(KEY.Key_End)
    opened.type(" > carter")
    opened.key(KEY.Key_Tab)
    opened.type("found")
    assert opened.entry.editor.offered() == ["Founders' evening · 15 October 2026"]
    opened.key(KEY.Key_Return)
    opened.key(KEY.Key_Return)
    row = newest(opened)
    assert (row.client, row.client_id) == ("Café Rosa", opened.ids["Rosa"])
    assert [[one.person_id for one in chain] for chain in row.thanks] == [
        [opened.ids["Nadia"], opened.ids["Sam"]]
    ]
    assert row.event_id == opened.ids["event"]


def test_what_cannot_be_used_stays_with_a_line_that_says_what_to_do(opened: WinsWindow) -> None:
    page = opened.page
    opened.entry.begin(Column.VALUE)
    opened.type("lots")
    opened.key(KEY.Key_Tab)
    assert page.trouble.words().startswith("“lots” is no amount.")
    assert opened.entry.editor.text() == "lots"
    assert opened.entry.editor.accessibleDescription() == page.trouble.words()
    opened.key(KEY.Key_Escape)
    assert page.trouble.words() == ""
    opened.entry.begin(Column.WHEN)
    opened.type("tomorrow")
    opened.key(KEY.Key_Return)
    assert "not won yet" in page.trouble.words()
    opened.key(KEY.Key_A, CTRL)
    opened.type("2 feb 2025")
    opened.key(KEY.Key_Return)
    assert "What was won?" in page.trouble.words(), "a day alone is no win"
    opened.type("Spring desk")
    opened.key(KEY.Key_Return)
    assert (opened.wins()[4].title, opened.wins()[4].won_on) == ("Spring desk", date(2025, 2, 2))
    assert page.trouble.words() == ""


def test_cells_of_a_win_are_typed_in_place(opened: WinsWindow) -> None:
    opened.go(3, Column.WHAT)
    opened.type("Tools looked at")
    opened.key(KEY.Key_Tab)
    opened.key(KEY.Key_Tab)
    opened.type("1 600 chf")
    opened.key(KEY.Key_Return)
    assert opened.table.here() == (4, Column.VALUE)
    row = opened.wins()[3]
    assert (row.title, row.value, row.currency) == ("Tools looked at", 1600, "CHF")
    opened.go(1, Column.THANKS)
    opened.key(KEY.Key_F2)
    opened.type("Olga Petrova; Ken Oduya")
    opened.key(KEY.Key_Return)
    assert opened.shown(Column.THANKS)[1] == "Olga Petrova, Ken Oduya"
    assert opened.wins()[1].thanks[0][0].person_id == opened.ids["Olga"]
    opened.go(1, Column.CLIENT)
    opened.type("Somebody else")
    opened.key(KEY.Key_Escape)
    assert opened.wins()[1].client == "Mill Street Gifts"
    opened.go(2, Column.PLACE)
    opened.type("no such place")
    opened.key(KEY.Key_Return)
    assert opened.page.trouble.words().startswith("No event or group is called “no such place”.")
    opened.key(KEY.Key_Escape)
    assert opened.wins()[2].event_id == opened.ids["event"]


def test_a_bare_number_stays_in_the_currency_of_its_win_and_a_blank_takes_nothing_away(
    opened: WinsWindow,
) -> None:
    opened.go(4, Column.VALUE)
    opened.type("1000")
    opened.key(KEY.Key_Return)
    assert (opened.wins()[4].value, opened.wins()[4].currency) == (1000, "CHF")
    opened.go(4, Column.VALUE)
    opened.type("GBP 950")
    opened.key(KEY.Key_Return)
    assert (opened.wins()[4].value, opened.wins()[4].currency) == (950, "GBP")
    opened.go(0, Column.WHAT)
    opened.key(KEY.Key_Space)
    assert opened.table.editor.text() == "Inbox set-up"


def test_a_row_stays_in_its_place_while_it_is_typed(opened: WinsWindow) -> None:
    opened.go(3, Column.WHEN)
    opened.type("20 nov")
    opened.key(KEY.Key_Tab)
    assert opened.shown(Column.WHAT)[3] == "Audit of tools", "the next cell of the same row is typed"
    opened.type("Tools")
    opened.key(KEY.Key_Return)
    QApplication.processEvents()
    assert opened.shown(Column.WHAT)[:2] == ["Tools", "Inbox set-up"]


def test_sources_are_chosen_by_digits_and_by_the_mouse_and_taken_back(opened: WinsWindow) -> None:
    opened.go(3, Column.SOURCE)
    opened.key(KEY.Key_5)
    assert opened.wins()[3].source is Source.REPUTATION
    opened.key(KEY.Key_2)
    assert opened.wins()[3].source is Source.NETWORK_REFERRAL
    opened.key(KEY.Key_0)
    assert opened.wins()[3].source is None
    opened.key(KEY.Key_Return)
    assert opened.table.here() == (4, Column.SOURCE)
    marketing = opened.table.source_boxes(3)[3].center()
    QTest.mouseClick(opened.table.viewport(), Qt.MouseButton.LeftButton, pos=marketing)
    assert opened.wins()[3].source is Source.MARKETING
    QTest.mouseClick(opened.table.viewport(), Qt.MouseButton.LeftButton, pos=marketing)
    assert opened.wins()[3].source is None, "a second press takes it back"
    opened.go(0, Column.SOURCE)
    opened.key(KEY.Key_Delete)
    assert opened.wins()[0].source is None
    assert len(opened.wins()) == 5, "Delete on a source takes the source back, not the win"


def test_arrows_and_tab_walk_through_the_table_and_out_of_it(opened: WinsWindow) -> None:
    opened.go(4, Column.VALUE)
    opened.key(KEY.Key_Down)
    assert opened.entry.here() == (0, Column.VALUE)
    assert opened.entry.is_typing
    opened.key(KEY.Key_Up)
    assert (opened.table.hasFocus(), opened.table.here()) == (True, (4, Column.VALUE))
    opened.key(KEY.Key_Tab)
    assert opened.table.here() == (4, Column.SOURCE)
    opened.key(KEY.Key_Tab, times=3)
    assert opened.entry.is_typing, "Tab leaves the table for the row below it"
    assert opened.entry.here() == (0, Column.WHAT)
    opened.key(KEY.Key_Tab, times=6)
    assert not opened.page.card.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    # With something in the row, Tab in its last cell writes it down and begins the next.
    opened.entry.begin()
    opened.type("Desk move")
    opened.key(KEY.Key_Tab, times=6)
    assert newest(opened).title == "Desk move"
    assert (opened.entry.is_typing, opened.entry.here()) == (True, (0, Column.WHAT))
    assert opened.page.new.row.is_empty


def test_a_win_that_is_gone_is_refused_and_what_was_typed_stays(opened: WinsWindow) -> None:
    first = opened.wins()[0]
    opened.go(0, Column.WHAT)
    opened.type("Typed for nothing")
    bin_win(opened.workspace, first.id)
    QApplication.processEvents()
    assert opened.table.editor.text() == "Typed for nothing"
    opened.key(KEY.Key_Return)
    QApplication.processEvents()
    assert opened.shown(Column.WHAT) == TITLES[1:]
    assert read_draft(opened.workspace, first.id).title == "Typed for nothing"


def test_people_who_were_thanked_keep_their_shares_when_the_cell_is_typed_again(opened: WinsWindow) -> None:
    win = opened.wins()[1]
    draft = read_draft(opened.workspace, win.id)
    sam, nadia = draft.thanks[0]
    edit_win(
        opened.workspace, win.id, replace(draft, thanks=((replace(sam, weight=3.0), nadia),)), win.won_on
    )
    QApplication.processEvents()
    opened.go(1, Column.THANKS)
    opened.key(KEY.Key_F2)
    opened.key(KEY.Key_End)
    opened.type(", Ken Oduya")
    opened.key(KEY.Key_Return)
    kept = read_draft(opened.workspace, win.id).thanks
    assert kept == ((replace(sam, weight=3.0), nadia), (Thank("Ken Oduya"),))


def test_a_cell_is_copied_and_pasted_and_a_pasted_table_opens_its_card(opened: WinsWindow) -> None:
    opened.go(0, Column.CLIENT)
    opened.key(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Lindqvist Interiors"
    opened.go(1, Column.CLIENT)
    opened.key(KEY.Key_V, CTRL)
    assert opened.table.editor.text() == "Lindqvist Interiors"
    opened.key(KEY.Key_Return)
    assert opened.wins()[1].client == "Lindqvist Interiors"
    opened.entry.begin()
    QGuiApplication.clipboard().setText(
        "18 Nov 2026\tInbox\tDune Ltd\t1200\n2 Nov 2026\tDesk\tPine & Co\t900"
    )
    opened.key(KEY.Key_V, CTRL)
    card = opened.program.window.findChild(PasteCard)
    assert card is not None
    assert card.isVisible()
    assert opened.page.new.row.is_empty
    QGuiApplication.clipboard().clear()

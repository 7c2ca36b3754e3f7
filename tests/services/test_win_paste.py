"""Wins from a spreadsheet: what each row becomes, what is wrong with it in words, and one step that writes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netdesk.formats.contact_card import Unreadable
from netdesk.formats.pasted_table import read_pasted
from netdesk.method.errors import InvalidInput
from netdesk.method.sources import Source
from netdesk.services import win_paste
from netdesk.services.win_paste import PasteChoice, PastePlan, Verdict, WinColumn
from netdesk.services.wins import read_draft
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)
HEADINGS = "When\tWhat\tClient\tValue\tWhere it came from\tThanks to\tEvent or group\n"


def planned(ws: Workspace, text: str, choice: PasteChoice | None = None) -> PastePlan:
    return win_paste.plan(ws, win_paste.read_paste(text), TODAY, "GBP", choice=choice)


def one_row(ws: Workspace, cells: str) -> win_paste.PasteRow:
    (row,) = planned(ws, HEADINGS + cells).rows
    return row


def add_place(ws: Workspace, table: str, **columns: object) -> None:
    names = ", ".join(columns)
    with ws.change("Add a place"):
        ws.sql(
            f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})", tuple(columns.values())
        )


def test_rows_become_wins_with_people_places_and_money(workspace: Workspace) -> None:
    sample_people(workspace, 40)
    add_place(workspace, "networking_group", name="Breakfast Club", created_at="2026-01-01T09:00:00+00:00")
    found = planned(
        workspace,
        HEADINGS
        + "18/11/2026\tInbox set-up\tLindqvist Interiors\t£1,200.50\tReferral\tSam Adeyemi > Nadia Rahman"
        "\tbreakfast club\n2/11/2026\tHoliday cover\tNovak\t900 CHF\tweb search\tOlga Adeyemi & Tom Adeyemi\t—\n",
    )
    assert [row.found for row in found.rows] == [
        "new; Nadia Rahman stays a name",
        "new; “web search” is kept as how they heard",
    ]
    assert found.rows[0].shown[0] == "18 Nov"
    assert found.rows[0].shown[5] == "Sam Adeyemi → Nadia Rahman"
    first, second = (
        read_draft(workspace, number) for number in win_paste.bring(workspace, found, {0, 1}, TODAY)
    )
    assert (first.won_on, first.title, first.client) == (
        date(2026, 11, 18),
        "Inbox set-up",
        "Lindqvist Interiors",
    )
    assert (first.value, first.currency, first.source) == (1200.5, "", Source.REFERRAL)
    assert first.group_id == 1
    assert [[one.person_id is not None for one in chain] for chain in first.thanks] == [[True, False]]
    assert (second.value, second.currency, second.how, second.source) == (900, "CHF", "web search", None)
    assert [len(chain) for chain in second.thanks] == [1, 1]
    assert workspace.history()[0].title == "Add 2 wins"
    workspace.undo()
    assert workspace.sql("SELECT count(*) FROM win").fetchone()[0] == 0


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ("\tLogo\tRetail 27\t450", 0, "When was it won? Type a day such as 18 Nov."),
        ("soon\tLogo\tRetail 27\t450", 0, "“soon” is no day I know. Type a day such as 18 Nov 2026."),
        ("30/12/2026\tLogo\tRetail 27\t450", 0, "That day is still to come: it is not won yet."),
        ("18/11/2026\tLogo\tRetail 27\t-450", 3, "A win is not worth less than nothing."),
        ("18/11/2026\tLogo\tRetail 27\t(450)", 3, "A win is not worth less than nothing."),
        ("18/11/2026\tLogo\tRetail 27\t9,000,000,000", 3, "9,000,000,000 is more than a thousand million."),
        ("18/11/2026\tLogo\tRetail 27\tlots", 3, "“lots” is no amount."),
        ("18/11/2026\tLogo\tRetail 27\t450 shells", 3, "“shells” is no currency I know."),
        ("18/11/2026\t\t\t450", 1, "What was won? Write what it is, or for whom."),
        ("18/11/2026\tLogo\t\t450\t\tSam > Ria > Sam", 5, "Sam comes twice in one chain."),
        (f"18/11/2026\t{'x' * 300}\t\t450", 1, "The title has 300 letters; up to 200 can be kept."),
    ],
)
def test_what_is_wrong_is_said_at_its_cell(workspace: Workspace, cells: str, column: int, words: str) -> None:
    row = one_row(workspace, cells)
    assert row.verdict is Verdict.WRONG
    assert row.draft is None
    (problem,) = row.problems
    assert problem.column == column
    assert problem.words.startswith(words)
    assert row.problem_at(column) is problem


def test_a_row_put_right_comes_with_the_others(workspace: Workspace) -> None:
    table = win_paste.read_paste(
        HEADINGS + "18/11/2026\tLogo\tRetail 27\tlots\n2/11/2026\tSite\tRetail 27\t900"
    )
    assert win_paste.plan(workspace, table, TODAY, "GBP").proposed() == {1}
    table = win_paste.with_cell(table, 1, 3, " 1,2k ")
    found = win_paste.plan(workspace, table, TODAY, "GBP")
    assert found.proposed() == {0, 1}
    assert found.rows[0].draft is not None
    assert found.rows[0].draft.value == 1200


def test_what_is_here_already_is_left_out_unless_it_is_chosen(workspace: Workspace) -> None:
    text = HEADINGS + "18/11/2026\tLogo\tRetail 27\t450\n18/11/2026\tLogo\tRetail 27\t450\n"
    first = planned(workspace, text)
    assert [row.found for row in first.rows] == ["new", "the same as a row above, line 2"]
    assert len(win_paste.bring(workspace, first, first.proposed(), TODAY)) == 1
    again = planned(
        workspace, HEADINGS + "18.11.2026\tA logo\tRETAIL 27\t£450\n18/11/2026\tCard\tRetail 27\t30\n"
    )
    assert [row.found for row in again.rows] == ["already here: Logo, 18 Nov", "new"]
    assert again.counts() == {Verdict.NEW: 1, Verdict.HERE: 1, Verdict.WRONG: 0}
    assert again.proposed() == {1}
    assert len(win_paste.bring(workspace, again, {0, 1}, TODAY)) == 2


def test_one_decision_for_a_whole_column_of_amounts(workspace: Workspace) -> None:
    comma = planned(
        workspace,
        "Datum;Projekt;Kunde;Betrag (€)\n18.11.2026;Logo;Groß Bau;1.200\n2.11.2026;Seite;Groß Bau;450,50",
    )
    assert [row.draft and (row.draft.value, row.draft.currency) for row in comma.rows] == [
        (1200, "EUR"),
        (450.5, "EUR"),
    ]
    point = planned(workspace, HEADINGS + "18/11/2026\tLogo\t\t1.200\n2/11/2026\tSite\t\t450.50")
    assert point.rows[0].found == "“1.200” reads in two ways here. Write 1200 or 1.20."
    assert point.rows[1].verdict is Verdict.NEW


def test_a_column_of_currencies_is_heard(workspace: Workspace) -> None:
    found = planned(
        workspace,
        "Date,Job,Amount,Currency\n2026-11-18,Logo,450,eur\n2026-11-18,Site,450,£\n2026-11-18,Ad,450,shells",
    )
    assert [row.draft and row.draft.currency for row in found.rows] == ["EUR", "", None]
    assert found.rows[2].problems[0].column == 3


def test_the_order_of_days_is_decided_for_the_column_and_can_be_changed(workspace: Workspace) -> None:
    text = "When\tWhat\n3/4/2026\tLogo\n5/6/2026\tSite"
    found = planned(workspace, text)
    assert found.has_numeric_days
    assert found.days_doubtful
    assert [row.draft and row.draft.won_on for row in found.rows] == [date(2026, 4, 3), date(2026, 6, 5)]
    other = planned(workspace, text, PasteChoice(day_first=False))
    assert [row.draft and row.draft.won_on for row in other.rows] == [date(2026, 3, 4), date(2026, 5, 6)]
    assert not planned(workspace, text.replace("5/6", "5/13")).days_doubtful


def test_columns_and_headings_can_be_changed(workspace: Workspace) -> None:
    text = "2026-11-18\tLindqvist Interiors\tInbox set-up"
    found = planned(workspace, text)
    assert found.kinds == (WinColumn.DATE, WinColumn.TITLE, WinColumn.CLIENT)
    swapped = planned(workspace, text, PasteChoice({1: WinColumn.CLIENT, 2: WinColumn.TITLE}))
    assert swapped.rows[0].draft is not None
    assert (swapped.rows[0].draft.title, swapped.rows[0].draft.client) == (
        "Inbox set-up",
        "Lindqvist Interiors",
    )
    # What is chosen for one column is no longer taken for another.
    moved = planned(workspace, text, PasteChoice({2: WinColumn.TITLE}))
    assert moved.kinds == (WinColumn.DATE, None, WinColumn.TITLE)
    assert planned(workspace, text, PasteChoice(headed=True)).rows == ()


def test_without_a_column_of_days_today_is_taken_and_it_is_said(workspace: Workspace) -> None:
    found = planned(workspace, "What\tValue\nLogo\t450")
    assert found.rows[0].draft is not None
    assert found.rows[0].draft.won_on == TODAY
    assert found.said == (
        "No column says when they were won: today is taken. Choose the column that says it.",
    )


def test_an_event_or_group_nobody_knows_goes_into_the_note(workspace: Workspace) -> None:
    row = one_row(workspace, "18/11/2026\tLogo\tRetail 27\t450\t\t\tFounders' evening")
    assert row.draft is not None
    assert row.draft.note == "Event or group: Founders' evening"
    assert row.found == "new; “Founders' evening” is no event or group here, and goes into the note"


def test_nothing_no_table_and_other_files_are_refused_in_words(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="There is no table"):
        win_paste.read_paste(" \n\t\n")
    cases = {
        "wins.xlsx": (b"PK\x03\x04" + b"\0" * 60, "a spreadsheet’s own file"),
        "photo.csv": (bytes(range(32)) * 90, "not text"),
        "empty.csv": (b"", "empty"),
    }
    for name, (data, words) in cases.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InvalidInput, match=words):
            win_paste.read_paste_file(tmp_path / name)
    with pytest.raises(InvalidInput, match="cannot be opened"):
        win_paste.read_paste_file(tmp_path / "gone.csv")
    (tmp_path / "wins.csv").write_bytes("When,What\n18 Nov,Schild für Groß".encode("cp1252"))
    found = win_paste.plan(workspace, win_paste.read_paste_file(tmp_path / "wins.csv"), TODAY, "GBP")
    assert found.rows[0].draft is not None
    assert found.rows[0].draft.title == "Schild für Groß"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_planned_and_every_row_is_a_win_or_says_why_not(workspace: Workspace, text: str) -> None:
    table = read_pasted(text)
    found = win_paste.plan(workspace, table, TODAY, "GBP")
    assert len(found.rows) == len(table.rows) - found.headed
    for row in found.rows:
        assert (row.draft is None) == bool(row.problems) == (row.verdict is Verdict.WRONG)
        assert row.found
        assert len(row.shown) == len(row.cells) == len(found.kinds)


def test_too_many_rows_and_lines_that_cannot_be_read_are_said(workspace: Workspace) -> None:
    unread = (Unreadable(9, "Too many quotes never close.", "x"),)
    table = replace(win_paste.read_paste("Logo\t450"), beyond=7, unread=unread)
    cut = win_paste.plan(workspace, table, TODAY, "GBP")
    assert "7 rows beyond the first 5,000 are left out: paste them afterwards." in cut.said
    assert "Line 9: Too many quotes never close." in cut.said
    nothing = planned(workspace, "450\t2026-11-18")
    assert "Choose the column that says what was won, or for whom." in nothing.said
    assert nothing.rows[0].verdict is Verdict.WRONG


def test_notes_ways_and_places_of_a_row_are_kept(workspace: Workspace) -> None:
    add_place(workspace, "event", title="Founders' evening", starts_at="2026-10-20T18:00:00+01:00",
              created_at="2026-01-01T09:00:00+00:00")  # fmt: skip
    found = planned(
        workspace,
        "When,What,Event,How they heard,Note\n18/11/2026,Logo,founders' evening,a talk,two days\n"
        "18/11/2026,Site,Founders' Evening,,\n18/11/2026,Card,Elsewhere,,half a day\n",
    )
    logo, site, card = (row.draft for row in found.rows)
    assert logo is not None
    assert site is not None
    assert card is not None
    assert (logo.event_id, logo.how, logo.note) == (1, "a talk", "two days")
    assert (site.event_id, site.note) == (1, "")
    assert (card.event_id, card.note) == (None, "half a day\nEvent or group: Elsewhere")


def test_several_strangers_are_named_shortly(workspace: Workspace) -> None:
    row = one_row(workspace, "18/11/2026\tLogo\t\t450\t\tAnn > Ben, Cy, Di, Ed")
    assert row.found == "new; Ann, Ben, Cy and 2 more stay names"

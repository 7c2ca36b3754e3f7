"""The card that writes help, promises and asks down: what it refuses, what it keeps, and going on later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.method.ledger import EntryState, HelpWay, LedgerKind
from netdesk.services import ledger
from netdesk.ui.introductions.introduction_form import IntroductionForm
from netdesk.ui.pages.ledger.entry_form import EntryForm, open_entry_form
from netdesk.ui.widgets.overlay import Overlay
from tests.support.ledger_window import LedgerWindow, ledger_window
from tests.support.programs import TODAY


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[LedgerWindow]:
    with ledger_window(qapp, tmp_path / "network.netdesk") as window:
        yield window


def form(opened: LedgerWindow, kind: LedgerKind, given: str = "", **more: object) -> EntryForm:
    person = opened.people[given] if given else None
    open_entry_form(opened.shell, kind, person, **more)  # type: ignore[arg-type]
    return opened.sheet(EntryForm)


def is_open(opened: LedgerWindow) -> bool:
    QCoreApplication.processEvents()
    return any(one.isVisible() for one in opened.program.window.findChildren(Overlay))


def test_a_promise_without_a_date_is_asked_for_one(qtbot: QtBot, opened: LedgerWindow) -> None:
    card = form(opened, LedgerKind.PROMISE, "Luis", words="A name at the market")
    qtbot.keyClick(card.words, Qt.Key.Key_Return)
    assert card.trouble.text() == "By when? A promise has a date."
    assert card.due.property("wrong") is True
    assert is_open(opened)
    qtbot.keyClicks(card.due, "next friday")
    qtbot.keyClick(card.due, Qt.Key.Key_Return)
    assert not is_open(opened)
    assert opened.entries("Luis")[0] == ("promise", "A name at the market", "open")


def test_somebody_is_found_by_name_and_what_they_look_for_is_shown(
    qtbot: QtBot, opened: LedgerWindow
) -> None:
    card = form(opened, LedgerKind.GIVE)
    assert card.who.hasFocus()
    qtbot.keyClick(card.who, Qt.Key.Key_Return)
    assert card.trouble.text().startswith("Who is it about?")
    qtbot.keyClicks(card.who, "dina")
    qtbot.keyClicks(card.words, "Sent her the charity list")
    qtbot.keyClicks(card.outcome, "Two answered")
    qtbot.keyClick(card.outcome, Qt.Key.Key_Return)
    assert ("give", "Sent her the charity list", "done") in opened.entries("Dina")
    line = ledger.person_entries(opened.workspace, opened.people["Dina"])[0]
    assert (line.outcome, line.on) == ("Two answered", TODAY)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("tomorrow", "That day is still to come."), ("gibberish", "When was it?")],
)
def test_a_day_that_cannot_be_meant_is_refused(
    qtbot: QtBot, opened: LedgerWindow, typed: str, said: str
) -> None:
    card = form(opened, LedgerKind.RECEIVE, "Luis", words="His view")
    card.on.clear()
    qtbot.keyClicks(card.on, typed)
    qtbot.keyClick(card.on, Qt.Key.Key_Return)
    assert card.trouble.text().startswith(said)
    assert is_open(opened)


def test_the_words_for_the_ways_follow_who_helped(qtbot: QtBot, opened: LedgerWindow) -> None:
    card = form(opened, LedgerKind.GIVE, "Luis")
    card.way.buttons()[2].click()
    chips = [each.text() for each in card.way.buttons()]
    assert "Bought their service" in chips
    qtbot.keyClick(card.kind_choice, Qt.Key.Key_4)
    assert "Bought my service" in [each.text() for each in card.way.buttons()]
    assert card.way.way() is HelpWay.BOUGHT
    assert card.on.isVisible()
    qtbot.keyClick(card.kind_choice, Qt.Key.Key_2)
    assert card.due.isVisible()
    assert not card.on.isVisible()
    assert not card.outcome.isVisible()


def test_an_entry_is_corrected_and_a_kept_promise_stays_kept(qtbot: QtBot, opened: LedgerWindow) -> None:
    (line,) = [one for one in ledger.open_promises(opened.workspace, TODAY) if one.name == "Ravi Menon"]
    ledger.keep_promise(opened.workspace, line.id, TODAY)
    card = form(opened, LedgerKind.PROMISE, entry_id=line.id)
    assert card.due.date() == date(2026, 11, 25)
    card.words.setText("Introduce Tom to Ravi by e-mail")
    qtbot.keyClicks(card.outcome, "They meet in December")
    qtbot.keyClick(card.words, Qt.Key.Key_Return)
    now = ledger.entry(opened.workspace, line.id)
    assert (now.words, now.outcome, now.state) == (
        "Introduce Tom to Ravi by e-mail",
        "They meet in December",
        EntryState.DONE,
    )


def test_an_entry_is_deleted_from_its_card(opened: LedgerWindow) -> None:
    line = ledger.person_entries(opened.workspace, opened.people["Dina"])[0]
    card = form(opened, LedgerKind.RECEIVE, entry_id=line.id)
    card.delete_button.click()
    assert opened.entries("Dina") == []
    assert opened.said() == "Deleted the entry."


def test_what_was_typed_survives_closing(qtbot: QtBot, opened: LedgerWindow) -> None:
    card = form(opened, LedgerKind.ASK, "Peter")
    qtbot.keyClicks(card.words, "The name of his printer")
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not is_open(opened)
    assert opened.said() == "It is not written down yet."
    opened.shell.says._offers["Go on"]()
    again = opened.sheet(EntryForm)
    assert (again.words.text(), again.kind()) == ("The name of his printer", LedgerKind.ASK)
    assert again.who.choice() == opened.people["Peter"]


def test_an_untouched_card_closes_without_a_word(qtbot: QtBot, opened: LedgerWindow) -> None:
    card = form(opened, LedgerKind.GIVE, "Peter")
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not is_open(opened)
    assert opened.said() == ""


def test_an_introduction_leads_to_the_card_for_two_people(qtbot: QtBot, opened: LedgerWindow) -> None:
    card = form(opened, LedgerKind.GIVE, "Luis", words="They both sell to shops")
    assert not card.introduce.isVisible()
    card.way.buttons()[0].click()
    assert card.introduce.isVisible()
    card.introduce.click()
    qtbot.waitUntil(
        lambda: any(one.isVisible() for one in opened.program.window.findChildren(IntroductionForm))
    )
    introducing = opened.sheet(IntroductionForm)
    assert introducing.person.choice() == opened.people["Luis"]
    assert introducing.why.text() == "They both sell to shops"
    assert len(opened.entries("Luis")) == 4


def test_a_day_by_which_does_not_matter_to_help_that_was_given(qtbot: QtBot, opened: LedgerWindow) -> None:
    card = form(opened, LedgerKind.PROMISE, "Peter", words="A name")
    qtbot.keyClicks(card.due, "gibberish")
    qtbot.keyClick(card.due, Qt.Key.Key_Return)
    assert card.trouble.text().startswith("By when? Type a day")
    card.kind_choice.setFocus()
    qtbot.keyClick(card.kind_choice, Qt.Key.Key_1)
    card.words.setFocus()
    qtbot.keyClick(card.words, Qt.Key.Key_Return)
    assert ("give", "A name", "done") in opened.entries("Peter")

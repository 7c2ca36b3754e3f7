"""The card for afterwards: reached or not, what I learned and where it goes, what each promised."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.one_to_ones import Outcome
from netdesk.services.one_to_one_lists import HeldLine, held
from netdesk.services.one_to_ones import OneToOneDraft, plan_one_to_one
from netdesk.services.people import PersonDraft, new_person, read_draft
from netdesk.ui.one_to_ones.held_form import HeldForm, open_held_form
from tests.support.kept_files import new_workspace
from tests.support.programs import overlay_of, running, said

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file in which I sat down with Grace this morning."""
    file = tmp_path / "network.netdesk"
    workspace = new_workspace(file)
    grace = new_person(
        workspace, PersonDraft(given="Grace", family="Adeyemi", level=2, ideal_client="charities")
    )
    this_morning = datetime.fromisoformat("2026-11-22T08:00")
    draft = OneToOneDraft(
        grace, this_morning, "Europe/London", place="Café Rosa", objective="Her ideal client"
    )
    plan_one_to_one(workspace, draft, NOW)
    workspace.close()
    return file


@pytest.fixture
def program(qapp: QApplication, path: Path) -> Iterator[Program]:
    with running(qapp, path, now=lambda: NOW) as running_one:
        yield running_one


@pytest.fixture
def form(program: Program) -> HeldForm:
    opened = open_held_form(program.window.shell, 1)
    assert isinstance(opened, HeldForm)
    return opened


def _held(program: Program) -> tuple[HeldLine, ...]:
    return program.window.shell.desk.read(held)


def _ledger(program: Program) -> list[tuple[str, str, str | None]]:
    rows = program.window.shell.desk.read(
        lambda workspace: workspace.sql("SELECT kind, words, due_on FROM ledger_entry ORDER BY id").fetchall()
    )
    return [tuple(row) for row in rows]


def test_it_is_kept_by_keys_alone(qtbot: QtBot, program: Program, form: HeldForm) -> None:
    assert form.outcome.hasFocus()
    qtbot.keyClick(form.outcome, Qt.Key.Key_1)
    qtbot.keyClicks(form.words, "She wants charities with 5-20 staff.")
    qtbot.keyClick(form.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    line = _held(program)[0]
    assert (line.on, line.outcome, line.place) == (date(2026, 11, 22), Outcome.ACHIEVED, "Café Rosa")
    assert (line.objective, line.learned) == ("Her ideal client", "She wants charities with 5-20 staff.")
    assert said(program) == "Kept the one-to-one with Grace Adeyemi"
    assert overlay_of(program) is None
    program.window.shell.undo()
    assert _held(program) == ()


def test_one_click_takes_a_line_or_what_is_marked_to_a_field(
    qtbot: QtBot, program: Program, form: HeldForm
) -> None:
    form.words.setPlainText("5-20 staff\nLoves rowing and the sea")
    qtbot.mouseClick(form.kept.chips["ideal_client"], Qt.MouseButton.LeftButton)
    cursor = form.words.textCursor()
    cursor.setPosition(len("5-20 staff\nLoves "))
    cursor.setPosition(len("5-20 staff\nLoves rowing"), QTextCursor.MoveMode.KeepAnchor)
    form.words.setTextCursor(cursor)
    qtbot.mouseClick(form.kept.chips["interests"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(form.kept.chips["networks"], Qt.MouseButton.LeftButton)
    assert form.kept.fields() == {"ideal_client": "5-20 staff", "interests": "rowing", "networks": "rowing"}
    buttons = form.kept.findChildren(QToolButton)
    away = next(one for one in buttons if one.accessibleName() == "Do not keep as Networks")
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    form.keep_once()
    draft = program.window.shell.desk.read(lambda workspace: read_draft(workspace, 1))
    assert (draft.ideal_client, draft.interests, draft.networks) == ("charities\n5-20 staff", "rowing", "")


def test_a_field_pressed_twice_takes_both_pieces_once(form: HeldForm) -> None:
    form.kept.put("interests", "rowing")
    form.kept.put("interests", "rowing")
    form.kept.put("interests", "chess")
    assert form.kept.fields() == {"interests": "rowing; chess"}


def test_promises_go_to_the_ledger_mine_with_a_day(qtbot: QtBot, program: Program, form: HeldForm) -> None:
    words, day = form.mine.rows[0]
    qtbot.keyClicks(words, "Introduce her to Nadia")
    form.keep_once()
    assert form.trouble.text() == "By when? A promise has a date."
    assert _held(program) == ()
    qtbot.keyClicks(day, "1 dec")
    qtbot.mouseClick(form.mine.more, Qt.MouseButton.LeftButton)
    assert form.mine.rows[1][0].hasFocus()
    qtbot.keyClicks(form.mine.rows[1][0], "Send the checklist")
    qtbot.keyClicks(form.mine.rows[1][1], "fri")
    qtbot.keyClicks(form.theirs.rows[0][0], "Look over my page")
    form.keep_once()
    assert _ledger(program) == [
        ("promise", "Introduce her to Nadia", "2026-12-01"),
        ("promise", "Send the checklist", "2026-11-27"),
        ("ask", "Look over my page", None),
    ]


@pytest.mark.parametrize(("words", "day"), [("", "fri"), ("Write to her", "some day")])
def test_half_a_promise_is_asked_about(
    qtbot: QtBot, program: Program, form: HeldForm, words: str, day: str
) -> None:
    qtbot.keyClicks(form.theirs.rows[0][0], words)
    qtbot.keyClicks(form.theirs.rows[0][1], day)
    form.keep_once()
    assert not form.trouble.isHidden()
    assert _held(program) == ()


def test_a_day_to_come_is_refused(qtbot: QtBot, program: Program, form: HeldForm) -> None:
    form.when.set_date(date(2026, 11, 23))
    form.keep_once()
    assert form.trouble.text() == "That day is still to come."
    assert _held(program) == ()


def test_what_was_written_can_be_had_back(qtbot: QtBot, program: Program, form: HeldForm) -> None:
    form.outcome.set_chosen(1)
    form.when.setText("yesterday")
    form.place.setText("The pier")
    form.words.setPlainText("She wants charities.")
    form.made.setText("A guide")
    form.kept.put("interests", "rowing")
    form.mine.rows[0][0].setText("Introduce her")
    form.mine.add()
    form.mine.rows[1][0].setText("Send the list")
    form.mine.rows[1][1].set_date(date(2026, 12, 1))
    overlay = overlay_of(program)
    assert overlay is not None
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    program.window.shell.says._offers["Go on"]()
    back = next(one for one in program.window.findChildren(HeldForm) if one.isVisible())
    assert (back.outcome.chosen(), back.words.toPlainText(), back.made.text()) == (
        1,
        "She wants charities.",
        "A guide",
    )
    assert (back.when.text(), back.place.text()) == ("yesterday", "The pier")
    assert back.kept.fields() == {"interests": "rowing"}
    assert back.mine.typed() == [("Introduce her", None), ("Send the list", date(2026, 12, 1))]

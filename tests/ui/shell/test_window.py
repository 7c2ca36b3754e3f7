"""The real window on a real file: where it starts, where it goes, what it says, how it ends."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.background.jobs import Report
from netdesk.method.errors import InvalidInput
from netdesk.method.pitches import PitchKind
from netdesk.services.counts import counts
from netdesk.services.pitches import PitchDraft, write_pitch
from netdesk.services.win_drafts import WinDraft
from netdesk.services.wins import add_win
from netdesk.services.workspaces import Workspace
from netdesk.ui.memory import WindowMemory
from netdesk.ui.theme.scheme import Scheme
from netdesk.ui.widgets.nav_parts import NavButton, NavSearch
from tests.support.programs import TODAY, place_shown, running, said
from tests.support.workspaces import sample_people

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "My network.netdesk"


@pytest.fixture(params=[True, False], ids=["inline", "threads"])
def inline(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_pitches_wins_and_insights_can_be_gone_to_before_anybody_is_there(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path / "network.netdesk") as program:
        qtbot.waitUntil(lambda: place_shown(program) == "welcome")
        for place in ("pitches", "wins", "insights"):
            program.window.show_place(place)
            assert place_shown(program) == place
        program.window.show_place("board")
        assert place_shown(program) == "welcome"


def test_somebody_who_begins_with_a_pitch_is_welcomed_no_longer(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path / "network.netdesk") as program:
        qtbot.waitUntil(lambda: place_shown(program) == "welcome")
        write_pitch(program.workspace, PitchDraft("Inbox to zero", PitchKind.ONE_MINUTE, "You know how…"))
        program.window.show_place("pitches")
        qtbot.waitUntil(lambda: place_shown(program) == "pitches")


def test_somebody_who_begins_with_a_win_is_welcomed_no_longer(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path / "network.netdesk") as program:
        qtbot.waitUntil(lambda: place_shown(program) == "welcome")
        program.desk.do(lambda ws: add_win(ws, WinDraft(title="Inbox set-up", won_on=TODAY), TODAY))
        program.window.show_place("today")
        qtbot.waitUntil(lambda: place_shown(program) == "today")


def test_an_empty_workspace_welcomes_and_the_sample_fills_it(
    qtbot: QtBot, qapp: QApplication, path: Path, inline: bool
) -> None:
    with running(qapp, path, inline=inline) as program:
        qtbot.waitUntil(lambda: place_shown(program) == "welcome")
        program.window.shell.commands.run("sample.add")
        qtbot.waitUntil(lambda: place_shown(program) == "today")
        assert program.desk.read(lambda ws: counts(ws, TODAY)).people == 80
        qtbot.waitUntil(lambda: said(program) == "The sample network is here")


def test_places_come_by_their_keys_and_take_the_keyboard(
    qtbot: QtBot, qapp: QApplication, path: Path
) -> None:
    with running(qapp, path, sample=True) as program:
        window = program.window
        for key, place in zip(KEYS, ("today", "contacts", "board", "events"), strict=True):
            qtbot.keyClick(window, key, CTRL)
            assert place_shown(program) == place
            page = window.current_page()
            held = window.focusWidget()
            assert page is not None
            assert held is page or page.isAncestorOf(held)
        qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
        assert place_shown(program) == "settings"


def test_the_keyboard_starts_on_the_page_and_not_in_the_side_bar(
    qtbot: QtBot, qapp: QApplication, path: Path
) -> None:
    with running(qapp, path, sample=True) as program:
        held = program.window.focusWidget()
        assert held is not None
        assert not isinstance(held, NavSearch)


def test_the_side_bar_tells_its_keys(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    with running(qapp, path) as program:
        told = [button.toolTip() for button in program.window.findChildren(NavButton)]
        assert [tip for tip in told if "Ctrl+" in tip] == told
        assert any("Ctrl+1" in tip for tip in told)


def test_undo_and_redo_say_what_they_did(qtbot: QtBot, qapp: QApplication, path: Path, inline: bool) -> None:
    with running(qapp, path, inline=inline) as program:
        window = program.window
        window.shell.commands.run("sample.add")
        qtbot.waitUntil(lambda: place_shown(program) == "today")
        qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda: said(program) == "Undone: Add the sample network")
        qtbot.waitUntil(lambda: place_shown(program) == "welcome")
        qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
        qtbot.waitUntil(lambda: said(program) == "Done again: Add the sample network")
        qtbot.waitUntil(lambda: place_shown(program) == "today")


def test_nothing_to_undo_is_said(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    with running(qapp, path) as program:
        qtbot.keyClick(program.window, Qt.Key.Key_Z, CTRL)
        assert said(program) == "There is nothing to undo."
        qtbot.keyClick(program.window, Qt.Key.Key_Z, CTRL | SHIFT)
        assert said(program) == "There is nothing to redo."


def test_the_window_remembers_its_place_its_size_and_its_colours(
    qtbot: QtBot, qapp: QApplication, path: Path, tmp_path: Path
) -> None:
    ini = tmp_path / "window.ini"
    with running(qapp, path, sample=True, memory=WindowMemory(ini), scheme=None, size=(900, 660)) as program:
        program.window.shell.commands.run("look.dark")
        program.window.show_place("events")
    with running(qapp, path, memory=WindowMemory(ini), scheme=None, size=None) as again:
        assert place_shown(again) == "events"
        assert (again.window.width(), again.window.height()) == (900, 660)
        assert again.window.shell.appearance.choice() is Scheme.DARK
        again.window.shell.commands.run("look.light")


def test_an_odd_memory_does_no_harm(qtbot: QtBot, qapp: QApplication, path: Path, tmp_path: Path) -> None:
    ini = tmp_path / "window.ini"
    ini.write_text(
        "[General]\nplace=nowhere\nscheme=plaid\ngeometry=7\n[page]\ncontacts={\nevents=[1]\n",
        encoding="utf-8",
    )
    with running(qapp, path, sample=True, memory=WindowMemory(ini), scheme=None) as program:
        assert place_shown(program) in {"welcome", "today"}
        assert program.window.shell.appearance.choice() is Scheme.SYSTEM


def test_what_another_program_changed_shows_up(
    qtbot: QtBot, qapp: QApplication, path: Path, inline: bool
) -> None:
    with running(qapp, path, inline=inline) as program:
        qtbot.waitUntil(lambda: place_shown(program) == "welcome")
        other = Workspace(path)
        try:
            sample_people(other, 3)
        finally:
            other.close()
        qtbot.waitUntil(lambda: place_shown(program) == "today")
        button = next(
            one for one in program.window.findChildren(NavButton) if one.property("key") == "contacts"
        )
        assert button.accessibleName() == "Contacts, 3"


def test_an_error_of_an_operation_is_said(qtbot: QtBot, qapp: QApplication, path: Path, inline: bool) -> None:
    def refuse(workspace: Workspace) -> None:
        raise InvalidInput("That cannot be.", "Try another one.")

    with running(qapp, path, inline=inline) as program:
        program.desk.do(refuse)
        qtbot.waitUntil(lambda: said(program) == "That cannot be. Try another one.")


def test_closing_while_a_long_job_runs_ends_it(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    begun, ended = threading.Event(), threading.Event()

    def endless(workspace: Workspace, report: Report) -> None:
        try:
            begun.set()
            while True:
                report(1, 0, "Going on")
                ended.wait(0.001)
        finally:
            ended.set()

    before = set(threading.enumerate())
    with running(qapp, path, inline=False) as program:
        program.desk.work(program.window, "Going on", endless)
        assert begun.wait(5)
    assert ended.is_set()
    assert set(threading.enumerate()) <= before


def test_short_writes_asked_for_before_closing_are_done(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    with running(qapp, path, inline=False) as program:
        for _ in range(5):
            program.desk.do(lambda workspace: sample_people(workspace, 2))
    again = Workspace(path)
    try:
        assert counts(again, TODAY).people == 10
    finally:
        again.close()


def test_the_newest_question_of_a_key_wins(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    go_on = threading.Event()
    answers: list[str] = []

    def slow(workspace: Workspace) -> str:
        go_on.wait(5)
        return "old"

    with running(qapp, path, inline=False) as program:
        owner = QObject(program.window)
        program.desk.ask(owner, "who", slow, answers.append)
        program.desk.ask(owner, "who", lambda workspace: "new", answers.append)
        qtbot.waitUntil(lambda: answers == ["new"])
        go_on.set()
        done: list[int] = []
        program.desk.ask(owner, "after", lambda workspace: 1, done.append)
        program.desk.ask(owner, "after as well", lambda workspace: 2, done.append)
        qtbot.waitUntil(lambda: sorted(done) == [1, 2])
        assert answers == ["new"]


def test_nobody_hears_an_answer_after_they_are_gone(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    go_on = threading.Event()
    answers: list[bool] = []
    with running(qapp, path, inline=False) as program:
        owner = QObject()
        program.desk.ask(owner, "who", lambda workspace: go_on.wait(5), answers.append)
        shiboken6.delete(owner)
        go_on.set()
        done: list[int] = []
        for number in (1, 2):
            program.desk.ask(program.window, f"after {number}", lambda workspace: 1, done.append)
        qtbot.waitUntil(lambda: done == [1, 1])
        assert answers == []


def test_every_command_has_a_title_and_no_two_share_a_key(
    qtbot: QtBot, qapp: QApplication, path: Path
) -> None:
    with running(qapp, path, sample=True) as program:
        program.window.build_all_pages()
        catalogue = program.window.shell.commands
        taken: dict[tuple[str, str], str] = {}
        for command in catalogue.all():
            assert command.title.strip()
            action: QAction = catalogue.action(command.name)
            for keys in action.shortcuts():
                where = (command.page or "", keys.toString())
                assert where not in taken, f"{command.name} and {taken[where]} share {keys.toString()}"
                taken[where] = command.name

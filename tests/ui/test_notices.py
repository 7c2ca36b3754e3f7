"""The system tells what is due: at the start and when a time comes, each once, and never as markup."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.services.follow_ups import finish_follow_up
from netdesk.services.one_to_ones import OneToOneDraft, move_one_to_one, plan_one_to_one
from netdesk.services.preferences import save_tell_when_due
from netdesk.ui.notices import Notices, SystemNotice
from tests.support.programs import place_shown, running
from tests.support.today import NOW, Clock, card, due, somebody


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=[True, False], ids=["inline", "threads"])
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock, request: pytest.FixtureRequest
) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", now=clock, inline=bool(request.param)) as one:
        yield one


def strike(program: Program, clock: Clock, moment: time) -> None:
    """Let the clock reach a time of the day."""
    clock.now = clock.now.replace(hour=moment.hour, minute=moment.minute)
    program.window.shell.day_clock.look()


def all_answered(qtbot: QtBot, program: Program) -> None:
    """Wait until everything that was asked before has its answer."""
    answers: list[int] = []
    program.desk.ask(program.window, "after", lambda _: 1, answers.append)
    qtbot.waitUntil(lambda: answers == [1])


def test_at_the_start_it_tells_what_needs_me(qtbot: QtBot, program: Program) -> None:
    told: list[tuple[str, str]] = []
    grace = somebody(program.workspace)
    card(program.workspace, grace, None)
    due(program.workspace, grace, -1)
    Notices(program.window.shell, lambda title, body: told.append((title, body))).start()
    qtbot.waitUntil(lambda: told == [("2 things need you", "1 card with no plan, 1 follow-up")])


def test_a_follow_up_is_told_when_its_time_comes_and_once(
    qtbot: QtBot, program: Program, clock: Clock
) -> None:
    told: list[tuple[str, str]] = []
    grace = somebody(program.workspace)
    Notices(program.window.shell, lambda title, body: told.append((title, body))).start()
    all_answered(qtbot, program)
    due(program.workspace, grace, 0, "Call <b>Grace</b>", time(10))
    done = due(program.workspace, grace, 0, "Call again", time(10))
    due(program.workspace, grace, 0, "Coffee", time(11, 30))
    finish_follow_up(program.workspace, done)
    day_clock = program.window.shell.day_clock
    qtbot.waitUntil(lambda: day_clock.next().time() == time(10))
    strike(program, clock, time(9, 59))
    assert told == []
    strike(program, clock, time(10))
    qtbot.waitUntil(lambda: told == [("10:00 Call <b>Grace</b>", "Grace Adeyemi")])
    qtbot.waitUntil(lambda: day_clock.next().time() == time(11, 30))
    strike(program, clock, time(10, 30))
    strike(program, clock, time(11, 31))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == ("11:30 Coffee", "Grace Adeyemi")


def test_after_the_last_one_the_clock_waits_for_midnight(
    qtbot: QtBot, program: Program, clock: Clock
) -> None:
    struck: list[datetime] = []
    day_clock = program.window.shell.day_clock
    assert day_clock.next() == NOW.replace(hour=0, minute=0) + timedelta(days=1)
    day_clock.struck.connect(lambda: struck.append(clock.now))
    clock.now = NOW + timedelta(days=1)
    day_clock.look()
    assert struck == [clock.now]
    assert day_clock.next() == NOW.replace(hour=0, minute=0) + timedelta(days=2)


def test_coming_back_to_the_program_looks_at_the_clock(
    qtbot: QtBot, qapp: QApplication, program: Program, clock: Clock
) -> None:
    struck: list[datetime] = []
    program.window.shell.day_clock.struck.connect(lambda: struck.append(clock.now))
    clock.now = NOW + timedelta(days=1)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert struck == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert struck == [clock.now]


def test_who_wants_quiet_is_not_told(qtbot: QtBot, program: Program, clock: Clock) -> None:
    told: list[str] = []
    grace = somebody(program.workspace)
    due(program.workspace, grace, 0, at=time(10))
    save_tell_when_due(program.workspace, False)
    Notices(program.window.shell, lambda title, body: told.append(title)).start()
    strike(program, clock, time(10))
    all_answered(qtbot, program)
    assert told == []


def test_the_desktop_is_told_in_plain_text(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = tmp_path / "told.txt"
    sender = tmp_path / "notify-send"
    sender.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > {written}.new && mv {written}.new {written}\n', "utf-8"
    )
    sender.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    notice = SystemNotice(QIcon())
    assert notice("--icon=/etc/passwd", "<img src='x'> & more\nlines")
    qtbot.waitUntil(written.exists)
    lines = written.read_text("utf-8").splitlines()
    assert lines[-3:] == ["--", "--icon=/etc/passwd", "&lt;img src='x'&gt; &amp; more lines"]


def test_without_a_way_to_tell_nothing_happens(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert SystemNotice(QIcon())("3 things need you", "") is False


def test_pressing_a_notification_brings_today(qtbot: QtBot, program: Program) -> None:
    somebody(program.workspace)
    shell = program.window.shell
    program.start_notices()
    program.window.show_place("events")
    # The welcome gives way once it is counted that somebody is here.
    qtbot.waitUntil(lambda: place_shown(program) == "events")
    for notice in shell.findChildren(SystemNotice):
        notice.pressed.emit()
    assert place_shown(program) == "today"


def test_a_one_to_one_reminds_once_and_again_when_it_is_moved(
    qtbot: QtBot, program: Program, clock: Clock
) -> None:
    told: list[tuple[str, str]] = []
    grace = somebody(program.workspace)
    Notices(program.window.shell, lambda title, body: told.append((title, body))).start()
    all_answered(qtbot, program)
    starts = NOW.replace(hour=11, minute=0, tzinfo=None)
    draft = OneToOneDraft(grace, starts, "Europe/London", 60, "Café <i>Rosa</i>", remind_minutes=60)
    plan = plan_one_to_one(program.workspace, draft, NOW)
    day_clock = program.window.shell.day_clock
    qtbot.waitUntil(lambda: day_clock.next().time() == time(10))
    strike(program, clock, time(10))
    qtbot.waitUntil(lambda: told == [("11:00 one-to-one with Grace Adeyemi", "Café <i>Rosa</i>")])
    qtbot.waitUntil(lambda: day_clock.next().time() == time(12))
    move_one_to_one(program.workspace, plan, starts.replace(hour=12), clock.now)
    qtbot.waitUntil(lambda: day_clock.next().time() == time(11))
    strike(program, clock, time(11))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1][0] == "12:00 one-to-one with Grace Adeyemi"

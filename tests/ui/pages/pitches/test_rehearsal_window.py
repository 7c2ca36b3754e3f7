"""Rehearsing: the clock obeys the keys, changes colour, lists laps against the aim, and keeps times."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netdesk.method.attention import Tone
from netdesk.method.rehearsal import Rehearsed
from netdesk.ui.pages.pitches.rehearsal import LAPS_SHOWN, Rehearsal, open_rehearsal
from tests.support.pitches_window import PitchesWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time


def opened(pitches: PitchesWindow, clock: Clock) -> Rehearsal:
    return open_rehearsal(pitches.shell, pitches.read(), pitches.read().newest, clock)


def passes(clock: Clock, rehearsal: Rehearsal, seconds: float) -> None:
    clock.time += seconds
    rehearsal.show_time()


def test_the_key_opens_the_clock_with_the_words(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.list.focus_list()
    QTest.keyClick(pitches.list.list, Qt.Key.Key_R, CONTROL)
    rehearsal = pitches.program.window.findChild(Rehearsal)
    assert isinstance(rehearsal, Rehearsal)
    assert rehearsal.face.hasFocus()
    assert rehearsal.face.accessibleName() == "Clock: 00:00, 60 s left"
    qtbot.keyClick(rehearsal.face, Qt.Key.Key_Escape)
    assert not rehearsal.isVisible()
    assert pitches.toast() == ""


def test_space_starts_and_stops_and_the_colour_warns(qtbot: QtBot, pitches: PitchesWindow) -> None:
    clock = Clock()
    rehearsal = opened(pitches, clock)
    qtbot.keyClick(rehearsal.face, Qt.Key.Key_Space)
    assert (rehearsal.watch.is_running, rehearsal.start_button.text()) == (True, "Pause")
    seen = []
    for seconds in (44.5, 0.5, 14.9, 0.1, 12):
        passes(clock, rehearsal, seconds)
        seen.append((rehearsal.face.shown, rehearsal.face.tone, rehearsal.face.words))
    assert seen == [
        ("00:44", Tone.PLAIN, "16 s left"),
        ("00:45", Tone.WARN, "15 s left"),
        ("00:59", Tone.WARN, "1 s left"),
        ("01:00", Tone.BAD, "Time"),
        ("01:12", Tone.BAD, "12 s over"),
    ]
    qtbot.keyClick(rehearsal.face, Qt.Key.Key_Space)
    passes(clock, rehearsal, 100)
    assert (rehearsal.face.shown, rehearsal.start_button.text()) == ("01:12", "Go on")
    assert rehearsal.keep_button.text() == "Keep 72 s"
    assert not pitches.program.window.grab().isNull()
    qtbot.keyClick(rehearsal.face, Qt.Key.Key_R)
    assert (rehearsal.face.shown, rehearsal.keep_button.isEnabled()) == ("00:00", False)


def test_laps_are_listed_against_the_aim_and_kept_together(qtbot: QtBot, pitches: PitchesWindow) -> None:
    clock = Clock()
    rehearsal = opened(pitches, clock)
    qtbot.mouseClick(rehearsal.start_button, LEFT)
    assert rehearsal.face.hasFocus()
    for seconds in (54, 63):
        passes(clock, rehearsal, seconds)
        qtbot.keyClick(rehearsal.face, Qt.Key.Key_L)
    assert rehearsal.face.shown == "00:00"
    assert rehearsal.laps.text() == "1.  54 s   −6 s\n2.  63 s   +3 s"
    assert rehearsal.laps.accessibleName() == "Lap 1: 54 s, 6 s under the aim. Lap 2: 63 s, 3 s over the aim"
    qtbot.keyClick(rehearsal.face, Qt.Key.Key_K)
    assert pitches.read().newest.rehearsed == Rehearsed()
    passes(clock, rehearsal, 58)
    qtbot.keyClick(rehearsal.face, Qt.Key.Key_Space)
    assert rehearsal.keep_button.text() == "Keep 3 times"
    qtbot.keyClick(rehearsal.face, Qt.Key.Key_K)
    assert pitches.read().newest.rehearsed == Rehearsed(3, 58, 54)
    assert rehearsal.so_far.text() == "rehearsed 3 times, last 58 s, best 54 s"
    assert pitches.toast() == "3 rehearsals kept"
    assert pitches.view.version.rehearsed.text() == "rehearsed 3 times, last 58 s, best 54 s"
    qtbot.keyClick(rehearsal.face, Qt.Key.Key_Escape)
    pitches.shell.undo()
    assert pitches.view.version.rehearsed.text() == "not rehearsed yet"


def test_many_laps_show_the_last(pitches: PitchesWindow) -> None:
    clock = Clock()
    rehearsal = opened(pitches, clock)
    rehearsal.press()
    for _ in range(LAPS_SHOWN + 3):
        passes(clock, rehearsal, 60)
        rehearsal.lap()
    lines = rehearsal.laps.text().split("\n")
    assert (lines[0], len(lines)) == ("… and 3 before", LAPS_SHOWN + 1)
    assert lines[-1] == f"{LAPS_SHOWN + 3}.  60 s   on the second"
    rehearsal.reset()


def test_a_time_that_was_not_kept_is_offered_after_the_end(qtbot: QtBot, pitches: PitchesWindow) -> None:
    clock = Clock()
    rehearsal = opened(pitches, clock)
    rehearsal.press()
    passes(clock, rehearsal, 52.4)
    qtbot.keyClick(rehearsal.face, Qt.Key.Key_Escape)
    assert pitches.toast() == "Rehearsed: 52 s"
    pitches.shell.says._acted("Keep it")
    assert pitches.read().newest.rehearsed == Rehearsed(1, 52, 52)
    assert pitches.view.version.rehearsed.text() == "rehearsed once, 52 s"


def test_holding_a_key_down_presses_it_once(pitches: PitchesWindow) -> None:
    rehearsal = opened(pitches, Clock())
    rehearsal.press()
    QTest.keyClick(rehearsal.face, Qt.Key.Key_Space, CONTROL)
    assert rehearsal.watch.is_running
    rehearsal.reset()

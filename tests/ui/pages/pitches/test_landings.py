"""How versions landed and where they were said: bars, counting, the list of events, taking one to the next event."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from netdesk.method.pitches import Reactions
from netdesk.services import pitch_edit, reactions
from netdesk.services.event_page import event_page
from netdesk.services.pitch_list import PitchFilter, pitch_rows
from netdesk.ui.pages.events.page import EventsPage
from netdesk.ui.pages.pitches.reaction_bars import MOST
from netdesk.ui.pages.pitches.reactions_form import ReactionsForm
from netdesk.ui.pages.pitches.used_panel import ROW
from tests.support.events import NOW
from tests.support.pitches_window import FIRST, SECOND, THIRD, PitchesWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def shown_bars(pitches: PitchesWindow) -> list[str]:
    return [bar.accessibleName() for bar in pitches.view.landed.bars.bars if bar.isVisible()]


def test_every_bar_says_its_sentence(pitches: PitchesWindow) -> None:
    assert shown_bars(pitches) == [
        "v1: 27 people, 6 asked more (22%), 13 polite, 8 blank",
        "v2: 2 people, too few to say: 1 asked more, 1 polite, 0 blank",
        "v3: not tried yet",
    ]
    bar = pitches.view.landed.bars.bars[0]
    assert "6 asked more (22%)" in bar.toolTip()
    help_event = QHelpEvent(QEvent.Type.ToolTip, bar.rect().center(), bar.mapToGlobal(bar.rect().center()))
    assert QApplication.sendEvent(bar, help_event)
    assert pitches.view.landed.sentence.text() == "v3 needs 5 more people before it says something."


def test_bars_lead_to_their_versions_by_mouse_and_keys(qtbot: QtBot, pitches: PitchesWindow) -> None:
    bars = pitches.view.landed.bars.bars
    qtbot.mouseClick(bars[0], LEFT)
    assert pitches.view.version.words.text() == FIRST
    assert pitches.view.landed.sentence.text().startswith("v1: 27 people, 6 asked more")
    bars[0].setFocus()
    qtbot.keyClick(bars[0], Qt.Key.Key_Left)
    assert bars[0].hasFocus()
    qtbot.keyClick(bars[0], Qt.Key.Key_Right)
    assert bars[1].hasFocus()
    qtbot.keyClick(bars[1], Qt.Key.Key_Space)
    assert pitches.view.version.words.text() == SECOND


def test_of_many_versions_the_last_six_are_in_sight(qtbot: QtBot, pitches: PitchesWindow) -> None:
    for number in range(4, 10):
        pitch_edit.write_next_version(pitches.workspace, pitches.pitch, f"Words {number}")
    panel = pitches.view.landed.bars
    assert [name[:2] for name in shown_bars(pitches)] == ["v4", "v5", "v6", "v7", "v8", "v9"]
    assert (panel.earlier.isVisible(), panel.later.isEnabled()) == (True, False)
    qtbot.mouseClick(panel.earlier, LEFT)
    assert shown_bars(pitches)[0].startswith("v3")
    panel.bars[0].setFocus()
    for _ in range(4):
        qtbot.keyClick(panel.bars[0], Qt.Key.Key_Left)
    assert shown_bars(pitches)[0].startswith("v1")
    panel.bars[MOST - 1].setFocus()
    qtbot.keyClick(panel.bars[MOST - 1], Qt.Key.Key_Right)
    assert shown_bars(pitches)[0].startswith("v2")
    pitches.shell.go("pitches", version=pitches.read().versions[0].id)
    assert shown_bars(pitches)[0].startswith("v1")
    assert not pitches.program.window.grab().isNull()


def test_a_conversation_is_counted_by_keys_and_undone(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.list.focus_list()
    QTest.keyClick(pitches.list.list, Qt.Key.Key_G, CONTROL)
    form = pitches.program.window.findChild(ReactionsForm)
    assert isinstance(form, ReactionsForm)
    stepper = form.steppers["asked_more"]
    more = QApplication.focusWidget()
    assert more is not None
    assert more.accessibleName() == "One more: Asked more"
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Space, Qt.Key.Key_Plus):
        qtbot.keyClick(more, key)
    qtbot.mouseClick(form.steppers["blank"].findChildren(QToolButton)[1], LEFT)
    assert form.total.text() == "4 people"
    qtbot.keyClick(stepper, Qt.Key.Key_Return)
    newest = pitches.read().newest
    assert (newest.outside, newest.reactions) == (Reactions(3, 0, 1), Reactions(3, 0, 1))
    assert pitches.toast() == "Reactions counted"
    assert pitches.view.version.frozen.text().startswith("Said to 4 people already")
    pitches.shell.undo()
    assert pitches.read().newest.reactions == Reactions()


def test_enter_on_cancel_cancels(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.page.count_reactions()
    form = pitches.program.window.findChild(ReactionsForm)
    assert isinstance(form, ReactionsForm)
    qtbot.keyClick(form.steppers["polite"], Qt.Key.Key_Plus)
    cancel = next(button for button in form.findChildren(QPushButton) if button.text() == "Cancel")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert pitches.read().newest.reactions == Reactions()


def test_counts_stop_at_nought_and_a_thousand(qtbot: QtBot, pitches: PitchesWindow) -> None:
    reactions.set_reactions(pitches.workspace, None, pitches.read().newest.id, Reactions(1_000, 0, 0))
    qtbot.mouseClick(pitches.view.landed.count, LEFT)
    form = pitches.program.window.findChild(ReactionsForm)
    assert isinstance(form, ReactionsForm)
    qtbot.keyClick(form.steppers["asked_more"], Qt.Key.Key_Plus)
    qtbot.keyClick(form.steppers["polite"], Qt.Key.Key_Minus)
    assert form.reactions() == Reactions(1_000, 0, 0)


def test_used_at_names_the_events_and_opens_them(qtbot: QtBot, pitches: PitchesWindow) -> None:
    model = pitches.view.used.model
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Evening", "Breakfast"]
    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Breakfast, v1 · 6 Oct, v1: 27 people, 6 asked more (22%), 13 polite, 8 blank"
    used = pitches.view.used.list
    used.setFocus()
    used.setCurrentIndex(model.index(1))
    qtbot.keyClick(used, Qt.Key.Key_Return)
    events = pitches.program.window.current_page()
    assert isinstance(events, EventsPage)
    assert events.view.page is not None
    assert events.view.page.id == model.index(1).data(ROW).event_id


def test_a_pitch_never_said_is_offered_to_the_next_event(qtbot: QtBot, pitches: PitchesWindow) -> None:
    sentence = pitch_rows(pitches.workspace, PitchFilter("sentence"))[0]
    pitches.list.select(sentence.id)
    used = pitches.view.used
    assert (used.never.text(), used.list.isHidden()) == ("Never said at an event yet.", True)
    assert used.take.text() == "Take v1 to Chamber autumn mixer (Tue 24 Nov)"
    qtbot.mouseClick(used.take, LEFT)
    assert pitches.toast() == "v1 is chosen for Chamber autumn mixer"
    assert used.take.isHidden()
    following = pitches.read(sentence.id).next_event
    assert following is not None
    pitch = event_page(pitches.workspace, following.event_id, NOW).pitch
    assert pitch is not None
    assert pitch.id == sentence.version_id
    assert (
        used.list.model()
        .index(0, 0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith("Chamber autumn mixer, v1 · to come, 24 Nov")
    )


def test_taking_what_was_said_last_time_is_warned_of(pitches: PitchesWindow) -> None:
    pitches.shell.go("pitches", version=pitches.read().versions[1].id)
    pitches.shell.commands.run("pitches.take")
    assert pitches.toast() == (
        "v2 is chosen for Chamber autumn mixer. You said v2 here last time (6 Nov)."
        " Say something new, or change one line."
    )


def test_reactions_counted_at_an_event_come_in_at_once(pitches: PitchesWindow) -> None:
    evening = pitches.view.used.model.index(0).data(ROW).event_id
    reactions.add_reactions(pitches.workspace, evening, polite=4)
    assert shown_bars(pitches)[1] == "v2: 6 people, 1 asked more (17%), 5 polite, 0 blank"
    assert pitches.view.version.words.text() == THIRD

"""The pitch on an event's page: a warning of saying the same twice running, and choosing one of very many."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.method.pitches import PitchKind
from netdesk.services import pitch_edit, pitches
from netdesk.services.event_page import event_page
from netdesk.services.pitch_page import pitch_of_version
from netdesk.services.pitches import PitchDraft
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.pitches.pitch_chooser import PitchChooser
from tests.support.events import NOW, mixer, wall
from tests.support.events_window import EventsWindow

LEFT = Qt.MouseButton.LeftButton


def test_saying_the_same_to_the_same_group_is_warned_of(qapp: QApplication, workspace: Workspace) -> None:
    coming = mixer(workspace, day=wall(2026, 11, 25, 7), host="Breakfast Club")
    first = pitches.write_pitch(
        workspace, PitchDraft("Inbox to zero", PitchKind.ONE_MINUTE, "Evenings back."), coming
    )
    before = mixer(workspace, day=wall(2026, 11, 18, 7), host="Breakfast Club")
    pitches.choose_pitch(workspace, before, first, NOW)
    window = EventsWindow(qapp, workspace)
    window.page.show_event(coming)
    panel = window.before.pitch
    sentence = "You said v1 here last time (18 Nov). Say something new, or change one line."
    assert not panel.last_time.isHidden()
    assert panel.last_time.accessibleName() == sentence
    panel.menu.open()
    window.pick("Inbox to zero · v1 (said here last time)")
    second = pitch_edit.write_next_version(workspace, pitch_of_version(workspace, first), "New words.")
    panel.choose_version(second)
    assert panel.last_time.isHidden()
    window.close()


def test_one_of_many_pitches_is_found_and_chosen_by_keys(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace
) -> None:
    event = mixer(workspace)
    before = mixer(workspace, day=wall(2026, 11, 18, 7))
    for number in range(30):
        draft = PitchDraft(f"Pitch {number}", PitchKind.SENTENCE, f"Words {number}")
        pitches.write_pitch(workspace, draft, before if number == 29 else None)
    window = EventsWindow(qapp, workspace)
    window.page.show_event(event)
    qtbot.mouseClick(window.before.pitch.choose, LEFT)
    window.pick("All pitches")
    chooser = window.window.findChild(PitchChooser)
    assert isinstance(chooser, PitchChooser)
    qtbot.keyClicks(chooser.search, "nothing at all")
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert not chooser.nothing.isHidden()
    assert event_page(workspace, event, NOW).pitch is None
    assert not chooser.again.isVisible()
    chooser.search.clear()
    qtbot.keyClicks(chooser.search, "words 2")
    qtbot.waitUntil(lambda: chooser.model.rowCount() == 12)
    assert chooser.again.isVisible()
    assert chooser.again.accessibleName().startswith("You said v1 here last time (18 Nov).")
    qtbot.keyClick(chooser.search, Qt.Key.Key_Down)
    assert not chooser.again.isVisible()
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    pitch = event_page(workspace, event, NOW).pitch
    assert pitch is not None
    assert pitch.name == "Pitch 28 · v1"
    window.close()

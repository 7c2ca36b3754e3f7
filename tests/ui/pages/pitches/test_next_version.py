"""Writing the next version, and pitches by the form: words that cannot be kept are said at their field."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netdesk.services.debrief import set_change_next
from netdesk.ui.pages.pitches.next_version_form import NextVersionForm
from netdesk.ui.pages.pitches.pitch_form import PitchForm
from netdesk.ui.pages.pitches.spoken_text import Mark
from tests.support.pitches_window import FIRST, THIRD, PitchesWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def form_of(pitches: PitchesWindow) -> NextVersionForm:
    form = pitches.program.window.findChildren(NextVersionForm)[-1]
    assert isinstance(form, NextVersionForm)
    return form


def test_the_next_version_is_written_by_keys_from_the_old_words(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.list.focus_list()
    QTest.keyClick(pitches.list.list, Qt.Key.Key_N, CONTROL | SHIFT)
    form = form_of(pitches)
    assert form.what.hasFocus()
    assert (form.text.toPlainText(), form.before.text()) == (THIRD, THIRD)
    qtbot.keyClicks(form.what, "Shorter")
    qtbot.keyClick(form.what, Qt.Key.Key_Tab)
    form.text.setPlainText("You know how shop owners answer email at midnight?")
    assert form.length.chip.text() == "9 words · 4 s"
    form.compare()
    assert form.compared.text() == "8 words removed"
    assert [mark for _, _, mark in form.before.parts()] == [Mark.REMOVED]
    qtbot.keyClick(form.text, Qt.Key.Key_Return, CONTROL)
    newest = pitches.read().newest
    assert (newest.number, newest.what_changed) == (4, "Shorter")
    assert newest.text == "You know how shop owners answer email at midnight?"
    assert pitches.toast() == "v4 written"
    assert pitches.view.header.write.text() == "Write v5"
    assert pitches.view.version.segments.accessibleName() == "Version: v4"
    pitches.shell.undo()
    assert pitches.view.version.words.text() == THIRD


def test_the_debrief_opens_it_with_what_to_change(pitches: PitchesWindow) -> None:
    first, used = pitches.read().versions[0].id, pitches.read().used_at[-1]
    set_change_next(pitches.workspace, used.event_id, "Name\nthe shop")
    pitches.shell.go("contacts")
    pitches.shell.go("pitches", version=first, write_next=True)
    form = form_of(pitches)
    assert (form.what.text(), form.text.toPlainText()) == ("Name the shop", FIRST)
    assert form.text.hasFocus()
    form.save()
    assert pitches.read().newest.text == FIRST
    assert pitches.read().newest.what_changed == "Name the shop"


def test_words_that_cannot_be_kept_are_said_at_the_field(qtbot: QtBot, pitches: PitchesWindow) -> None:
    qtbot.mouseClick(pitches.view.header.write, LEFT)
    form = form_of(pitches)
    form.save()
    assert form.error.text().startswith("These are the words of v3.")
    for text, said in (("  ", "Write what you will say"), ("word " * 4_100, "letters; up to 20,000")):
        form.text.setPlainText(text)
        form.save()
        assert said in form.error.text()
        assert form.text.hasFocus()
        assert form.text.property("wrong")
    assert len(pitches.read().versions) == 3
    form.text.setPlainText("<h1>Me</h1>")
    form.save()
    assert pitches.view.version.words.text() == "<h1>Me</h1>"


def test_a_hundred_thousand_pasted_words_are_refused_at_once(pitches: PitchesWindow) -> None:
    pitches.page.write_next()
    form = form_of(pitches)
    data = QMimeData()
    data.setText("word " * 100_000)
    form.text.insertFromMimeData(data)
    assert form.error.text().startswith("That has 500,000 letters; a pitch has up to 20,000.")
    assert form.text.toPlainText() == THIRD
    data.setText("Indeed. ")
    form.text.insertFromMimeData(data)
    assert form.text.toPlainText() == f"Indeed. {THIRD}"


def test_a_form_closed_by_mistake_comes_back(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.page.write_next()
    form = form_of(pitches)
    form.text.setPlainText("Half a thought")
    qtbot.keyClick(form.text, Qt.Key.Key_Escape)
    assert pitches.toast() == "v4 was not saved"
    pitches.shell.says._acted("Open it again")
    again = form_of(pitches)
    assert again.text.toPlainText() == "Half a thought"
    again.save()
    assert pitches.view.version.words.text() == "Half a thought"


def test_an_untouched_form_closes_without_a_word(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.page.write_next()
    qtbot.keyClick(form_of(pitches).text, Qt.Key.Key_Escape)
    assert pitches.toast() == ""


def test_title_and_audience_are_changed_by_the_form(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.list.focus_list()
    QTest.keyClick(pitches.list.list, Qt.Key.Key_E, CONTROL)
    form = pitches.program.window.findChildren(PitchForm)[-1]
    assert isinstance(form, PitchForm)
    form.title.setText("Evenings back")
    form.audience.setText("")
    qtbot.keyClick(form.title, Qt.Key.Key_Return, CONTROL)
    assert pitches.view.header.title.text() == "Evenings back"
    assert pitches.view.header.about.text() == "One minute"
    assert len(pitches.read().versions) == 3


def test_words_that_were_said_become_a_new_version_by_the_form_too(pitches: PitchesWindow) -> None:
    pitches.shell.commands.run("pitches.earlier")
    pitches.page.edit_pitch()
    form = pitches.program.window.findChildren(PitchForm)[-1]
    assert isinstance(form, PitchForm)
    form.text.setPlainText("Words from v2")
    form.save()
    assert [version.text for version in pitches.read().versions][-1] == "Words from v2"
    assert pitches.view.version.words.text() == "Words from v2"

"""The page of pitches: the list and its filters, one pitch and its versions, the bin."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from netdesk.method.pitches import PitchKind
from netdesk.services import pitches as pitch_services
from netdesk.services.pitch_list import PitchFilter, pitch_rows
from netdesk.services.pitches import PitchDraft
from netdesk.ui.models.headed_ids import ROW
from netdesk.ui.pages.pitches.list_model import Grouping
from netdesk.ui.pages.pitches.pitch_form import PitchForm
from netdesk.ui.pages.pitches.spoken_text import Mark
from tests.support.pitches_window import SECOND, THIRD, PitchesWindow, pitches_window

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def test_without_pitches_the_page_teaches_what_one_is_and_writes_the_first(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with pitches_window(qapp, tmp_path, filled=False) as window:
        assert window.page.empty.isVisible()
        assert window.page.empty.accessibleName() == "Write your first sentence"
        window.page.empty.primary_clicked.emit()
        form = window.program.window.findChild(PitchForm)
        assert isinstance(form, PitchForm)
        qtbot.keyClicks(form.title, "In a sentence")
        form.kind.setCurrentIndex(form.kind.findData(PitchKind.SENTENCE.value))
        qtbot.keyClicks(form.text, "I give evenings back.")
        qtbot.keyClick(form.text, Qt.Key.Key_Return, CONTROL)
        assert window.toast() == "Pitch saved"
        assert window.view.isVisible()
        assert (window.titles(), window.view.header.title.text()) == (["In a sentence"], "In a sentence")
        window.shell.undo()
        assert window.page.empty.isVisible()


def test_the_newest_version_is_shown_with_its_length_and_the_sentence_that_asks(
    pitches: PitchesWindow,
) -> None:
    panel = pitches.view.version
    assert pitches.view.header.about.text() == "One minute · for retail"
    assert pitches.view.header.write.text() == "Write v4"
    assert (panel.chip.text(), panel.words.text()) == ("17 words · 7 s", THIRD)
    ((start, end, mark),) = panel.words.parts()
    assert (THIRD[start:end], mark) == ("A good introduction is anyone who never sleeps.", Mark.ASK)
    assert panel.frozen.isHidden()
    assert panel.what.text() == "The ask in their own words"


def test_versions_are_stepped_through_by_keys_and_mouse(qtbot: QtBot, pitches: PitchesWindow) -> None:
    panel = pitches.view.version
    QTest.keyClick(pitches.list.list, Qt.Key.Key_BracketLeft, CONTROL)
    assert panel.words.text() == SECOND
    assert panel.frozen.text() == "Said at Evening on 6 Nov: these words stay as they were."
    assert (panel.write.text(), panel.edit.isHidden()) == ("Write v4 from these words", True)
    qtbot.mouseClick(panel.earlier, LEFT)
    assert panel.segments.accessibleName() == "Version: v1"
    assert not panel.earlier.isEnabled()
    QTest.keyClick(pitches.list.list, Qt.Key.Key_BracketLeft, CONTROL)
    assert panel.segments.chosen() == 0
    qtbot.keyClick(panel.segments, Qt.Key.Key_3)
    assert panel.words.text() == THIRD
    qtbot.mouseClick(panel.edit, LEFT)
    form = pitches.program.window.findChild(PitchForm)
    assert isinstance(form, PitchForm)
    form.text.setPlainText("Quite other words.")
    form.save()
    assert panel.words.text() == "Quite other words."
    assert len(pitches.read().versions) == 3


def test_what_changed_is_shown_in_the_words(pitches: PitchesWindow) -> None:
    panel = pitches.view.version
    QTest.keyClick(pitches.list.list, Qt.Key.Key_D, CONTROL)
    assert panel.compare.isChecked()
    assert panel.changed.text() == "4 words added, 3 removed since v2."
    marked = [(panel.words.text()[start:end], mark) for start, end, mark in panel.words.parts()]
    assert marked == [("any shop owner.", Mark.REMOVED), ("anyone who never sleeps.", Mark.ADDED)]
    pitches.shell.commands.run("pitches.earlier")
    pitches.shell.commands.run("pitches.earlier")
    assert (panel.compare.isHidden(), panel.changed.isHidden()) == (True, True)
    pitches.shell.commands.run("pitches.compare")
    assert panel.compare.isChecked()


def test_why_a_version_was_written_is_corrected_in_place(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.view.version.what.edit()
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Their words, not mine")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pitches.read().newest.what_changed == "Their words, not mine"


def test_the_first_open_question_is_answered_by_keys(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.list.focus_list()
    QTest.keyClick(pitches.list.list, Qt.Key.Key_E)
    field = QApplication.focusWidget()
    assert field is not None
    assert field.accessibleName() == "What I'm really good at"
    qtbot.keyClicks(field, "Systems <b>that</b> survive")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pitches.read().answers.good_at == "Systems <b>that</b> survive"
    pitches.shell.undo()
    assert pitches.view.questions.rows["good_at"].answer.text() == ""


def test_a_presentation_asks_a_fifth_question(pitches: PitchesWindow) -> None:
    fifth = pitches.view.questions.rows["helps_room"]
    assert fifth.isHidden()
    slot = pitch_rows(pitches.workspace, PitchFilter("hands up"))[0].id
    pitches.list.select(slot)
    assert not fifth.isHidden()
    assert pitches.view.header.about.text() == "Presentation · for Breakfast Club"


def test_the_list_is_walked_by_keys_and_enter_goes_into_the_pitch(pitches: PitchesWindow) -> None:
    assert pitches.titles() == ["Inbox to zero", "One sentence", "Ten-minute slot"]
    pitches.list.focus_list()
    QTest.keyClick(pitches.list.list, Qt.Key.Key_Down)
    assert pitches.view.header.title.text() == "One sentence"
    QTest.keyClick(pitches.list.list, Qt.Key.Key_Return)
    assert pitches.view.header.rehearse.hasFocus()


def test_pitches_are_found_filtered_and_grouped(qtbot: QtBot, pitches: PitchesWindow) -> None:
    QTest.keyClick(pitches.list.list, Qt.Key.Key_F, CONTROL)
    assert pitches.list.search.hasFocus()
    qtbot.keyClicks(pitches.list.search, "MIDNIGHT nobody")
    qtbot.waitUntil(lambda: pitches.titles() == [])
    assert pitches.list.nothing.text() == "No pitch mentions “MIDNIGHT nobody”."
    qtbot.keyClick(pitches.list.search, Qt.Key.Key_Escape)
    assert len(pitches.titles()) == 3
    pitches.list.menu.open()
    pitches.pick("For Breakfast Club")
    assert pitches.titles() == ["Ten-minute slot"]
    assert pitches.list.audience_chip.text() == "Breakfast Club"
    qtbot.keyClick(pitches.list.audience_chip, Qt.Key.Key_Delete)
    pitches.list.menu.open()
    pitches.pick("Only: sentence")
    assert pitches.titles() == ["One sentence"]
    pitches.list.only_audience("retail")
    assert pitches.list.nothing.text() == "No pitch of that sort."
    pitches.list.kind_chip.closed.emit()
    assert pitches.titles() == ["Inbox to zero"]
    pitches.list.show_all()
    pitches.list.menu.open()
    pitches.pick("Group by kind")
    assert pitches.titles() == [
        "One minute", "Inbox to zero", "Sentence", "One sentence", "Presentation", "Ten-minute slot",
    ]  # fmt: skip
    pitches.list.group_by(Grouping.AUDIENCE)
    assert pitches.titles()[::2] == ["retail", "For anybody", "Breakfast Club"]
    assert pitches.list.model.index(1).data(ROW).tail == "v3 · not tried yet"


def test_down_from_the_search_goes_to_what_was_typed_last(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.page.start_search()
    qtbot.keyClicks(pitches.list.search, "hands")
    qtbot.keyClick(pitches.list.search, Qt.Key.Key_Down)
    assert pitches.titles() == ["Ten-minute slot"]
    assert pitches.list.list.hasFocus()
    assert pitches.view.header.title.text() == "Ten-minute slot"


def test_the_model_of_the_list_holds(pitches: PitchesWindow, qtmodeltester: ModelTester) -> None:
    pitches.list.group_by(Grouping.KIND)
    qtmodeltester.check(pitches.list.model)
    qtmodeltester.check(pitches.view.used.model)


def test_a_pitch_goes_to_the_bin_and_comes_back(qtbot: QtBot, pitches: PitchesWindow) -> None:
    pitches.view.header.menu.open()
    pitches.pick("Move to the bin")
    assert pitches.toast() == "Moved “Inbox to zero” to the bin"
    assert pitches.view.header.title.text() == "One sentence"
    pitches.list.menu.open()
    pitches.pick("Show the bin (1)")
    assert (pitches.list.title.text(), pitches.titles()) == ("Bin", ["Inbox to zero"])
    assert pitches.view.bin_strip.isVisible()
    assert pitches.view.header.write.isHidden()
    assert not pitches.shell.commands.run("pitches.next")
    qtbot.mouseClick(pitches.view.bin_strip.restore, LEFT)
    assert not pitches.read().in_bin
    assert pitches.list.title.text() == "Pitches"
    pitches.page.put_in_bin()
    pitches.shell.undo()
    assert len(pitches.titles()) == 3


def test_a_pitch_in_the_bin_is_shown_when_it_is_asked_for(pitches: PitchesWindow) -> None:
    pitches.page.put_in_bin()
    pitches.shell.go("pitches", pitch=pitches.pitch)
    assert pitches.list.shows_bin()
    assert pitches.view.header.title.text() == "Inbox to zero"
    other = pitch_rows(pitches.workspace, PitchFilter())[0].id
    pitches.shell.go("pitches", pitch=other)
    assert not pitches.list.shows_bin()
    assert pitches.list.selected() == other


def test_the_page_remembers_the_pitch_and_the_grouping(pitches: PitchesWindow) -> None:
    pitches.list.group_by(Grouping.KIND)
    state = pitches.page.remembered()
    assert state == {"pitch": pitches.pitch, "grouping": "kind"}
    pitches.list.group_by(Grouping.NONE)
    pitches.page.remember({"pitch": "odd", "grouping": "no such"})
    assert pitches.list.grouping is Grouping.NONE
    pitches.page.remember(state)
    assert pitches.list.grouping is Grouping.KIND


def test_hostile_and_endless_words_stay_words(qtbot: QtBot, pitches: PitchesWindow) -> None:
    words = "<img src=x onerror=y>" + "w" * 5_000 + "\n\n" + "é😀 " * 500
    pitch_services.write_pitch(
        pitches.workspace, PitchDraft("<b>Bold</b> & " + "t" * 150, PitchKind.ONE_MINUTE, words, "<i>all</i>")
    )
    pitch = pitch_rows(pitches.workspace, PitchFilter("bold"))[0].id
    pitches.shell.go("pitches", pitch=pitch)
    panel = pitches.view.version
    assert panel.words.text() == words.strip()
    qtbot.waitUntil(lambda: panel.words.height() >= panel.words.heightForWidth(panel.words.width()) > 500)
    assert not pitches.program.window.grab().isNull()
    assert pitches.view.header.title.text().startswith("<b>Bold</b> & ")


def test_small_windows_put_the_columns_below_each_other(qapp: QApplication, tmp_path: Path) -> None:
    with pitches_window(qapp, tmp_path, size=(1000, 700)) as window:
        below = window.view.landed.mapTo(window.view, window.view.landed.rect().topLeft()).y()
        assert below > window.view.questions.mapTo(window.view, window.view.questions.rect().topLeft()).y()
        bar = window.view.scrolling.horizontalScrollBar()
        assert bar.maximum() == 0

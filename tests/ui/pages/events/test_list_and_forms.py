"""The list of events and the forms, driven by keys and mouse."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from netdesk.method.pitches import PitchKind
from netdesk.services import event_edit, pitches
from netdesk.services.event_list import event_ids
from netdesk.services.event_page import EventPage, event_page
from netdesk.store.workspace import Workspace
from netdesk.ui.models.headed_ids import ROW
from netdesk.ui.pages.events.event_form import EventForm
from netdesk.ui.pages.events.event_view import EventTab
from netdesk.ui.pages.events.repeat_form import RepeatForm
from netdesk.ui.pages.pitches.pitch_form import PitchForm
from tests.support.events import NOW, mixer, wall
from tests.support.events_window import EventsWindow, prepared_mixer
from tests.support.workspaces import sample_people

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(window: EventsWindow) -> EventPage:
    page = window.view.page
    assert page is not None
    return event_page(window.workspace, page.id, NOW)


def focused() -> QLineEdit:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QLineEdit)
    return widget


def event_form(window: EventsWindow) -> EventForm:
    form = window.window.findChildren(EventForm)[-1]
    assert isinstance(form, EventForm)
    return form


def fill(qtbot: QtBot, form: EventForm, **texts: str) -> None:
    for name, text in texts.items():
        field = form.fields()[name]
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, text)


def titles(window: EventsWindow) -> list[str]:
    model = window.page.list.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_an_empty_list_offers_the_first_step(qtbot: QtBot, qapp: QApplication, workspace: Workspace) -> None:
    event = mixer(workspace)
    sample_people(workspace, 1)
    window = EventsWindow(qapp, workspace)
    event_edit.bin_events(workspace, [event])
    assert window.page.empty.isVisible()
    window.page.empty.primary_clicked.emit()
    assert event_form(window).isVisible()
    window.close()


def test_an_event_is_planned_by_keys_alone(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.view.tabs.setFocus()
    qtbot.keyClick(mixer_window.view.tabs, Qt.Key.Key_E, CONTROL | SHIFT)
    form = event_form(mixer_window)
    assert focused() is form.title
    qtbot.keyClicks(focused(), "Breakfast Club")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "fri")
    form.starts.setFocus()
    qtbot.keyClicks(focused(), "7")
    assert form.understood.text() == "Friday 27 November 2026, 07:00–09:00, two hours"
    fill(qtbot, form, place="The Old Mill", cost="12.50")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    page = shown(mixer_window)
    assert (page.title, page.starts.isoformat()) == ("Breakfast Club", "2026-11-27T07:00:00+00:00")
    assert page.ends is not None
    assert page.ends - page.starts == timedelta(hours=2)
    assert (page.place, page.cost, page.currency, page.zone) == ("The Old Mill", 12.5, "GBP", "Europe/London")
    assert titles(mixer_window) == ["Coming up", "Chamber autumn mixer", "Breakfast Club"]
    assert mixer_window.toast() == "Event planned"
    mixer_window.window.shell.undo()
    assert titles(mixer_window) == ["Coming up", "Chamber autumn mixer"]
    assert mixer_window.view.header.title.text() == "Chamber autumn mixer"


@pytest.mark.parametrize(
    ("texts", "field", "said"),
    [
        ({}, "title", "Give it a name"),
        ({"title": "X"}, "day", "Which day is it?"),
        ({"title": "X", "day": "some day"}, "day", "I do not know the day “some day”."),
        ({"title": "X", "day": "fri"}, "starts", "When does it start?"),
        ({"title": "X", "day": "fri", "starts": "25"}, "starts", "When does it start?"),
        (
            {"title": "X", "day": "fri", "starts": "17:30", "ends": "17:00"},
            "ends",
            "It ends before it starts.",
        ),
        ({"title": "X", "day": "fri", "starts": "17:30", "ends": "late"}, "ends", "When does it end?"),
        ({"title": "X", "day": "fri", "starts": "17", "cost": "much"}, "cost", "Write the cost as a number"),
        ({"title": "X", "day": "fri", "starts": "17", "cost": "-5"}, "cost", "A cost lies between"),
        (
            {"title": "X", "day": "fri", "starts": "17", "cost": "5", "currency": "7"},
            "currency",
            "three letters",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    qtbot: QtBot, mixer_window: EventsWindow, texts: dict[str, str], field: str, said: str
) -> None:
    mixer_window.page.new_event()
    form = event_form(mixer_window)
    fill(qtbot, form, **texts)
    form.save()
    assert said in form.errors[field].text()
    assert form.fields()[field].property("wrong")
    assert QApplication.focusWidget() is form.fields()[field]
    assert len(event_ids(mixer_window.workspace, NOW).coming) == 1


def test_an_unknown_zone_is_said(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.page.new_event()
    form = event_form(mixer_window)
    fill(qtbot, form, title="X", day="fri", starts="17")
    form.zone.setCurrentText("Moon/Base")
    form.save()
    assert "“Moon/Base” is not a time zone" in form.errors["zone"].text()


def test_a_form_closed_by_mistake_comes_back(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.page.new_event()
    fill(qtbot, event_form(mixer_window), title="Half written", day="fri", place="Cafe")
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert mixer_window.toast() == "The event was not saved"
    mixer_window.window.shell.says._acted("Open it again")
    form = event_form(mixer_window)
    assert (form.title.text(), form.place.text()) == ("Half written", "Cafe")
    assert form.day.date() is not None


def test_a_second_form_is_not_laid_over_the_first(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.page.new_event()
    form = event_form(mixer_window)
    fill(qtbot, form, title="First")
    qtbot.keyClick(focused(), Qt.Key.Key_E, CONTROL | SHIFT)
    assert [each for each in mixer_window.window.findChildren(EventForm) if each.isVisible()] == [form]
    assert form.title.text() == "First"


def test_a_form_nothing_was_written_in_closes_without_a_word(
    qtbot: QtBot, mixer_window: EventsWindow
) -> None:
    mixer_window.page.new_event()
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert mixer_window.toast() == ""


def test_a_day_is_picked_from_the_month(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.page.new_event()
    form = event_form(mixer_window)
    qtbot.mouseClick(form.picker, LEFT)
    calendar = form.picker.calendar
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 11, 22)
    calendar.clicked.emit(QDate(2026, 12, 9))
    assert form.day.text() == "Wednesday 9 December 2026"


def test_a_new_event_repeats(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.page.new_event()
    form = event_form(mixer_window)
    fill(qtbot, form, title="Breakfast Club", day="fri", starts="7")
    form.every.setCurrentIndex(1)
    fill(qtbot, form, times="200")
    form.save()
    assert form.errors["times"].text() == "Repeat from 1 to 104 times."
    fill(qtbot, form, times="3")
    form.save()
    assert titles(mixer_window).count("Breakfast Club") == 4
    mixer_window.window.shell.undo()
    assert titles(mixer_window) == ["Coming up", "Chamber autumn mixer"]


def test_an_event_is_edited_and_keeps_its_zone(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace
) -> None:
    mixer(workspace, zone="America/New_York", hours=26, cost=1234.5)
    window = EventsWindow(qapp, workspace)
    window.view.tabs.setFocus()
    qtbot.keyClick(window.view.tabs, Qt.Key.Key_E, CONTROL)
    form = event_form(window)
    assert (form.starts.text(), form.ends.text(), form.zone.currentText()) == (
        "17:30",
        "26 h",
        "America/New_York",
    )
    assert form.every.isHidden()
    fill(qtbot, form, starts="6 pm")
    form.save()
    page = shown(window)
    assert page.starts.isoformat() == "2026-11-24T18:00:00-05:00"
    assert page.ends is not None
    assert page.ends - page.starts == timedelta(hours=26)
    assert page.cost == 1234.5
    window.close()


def test_last_times_event_is_planned_again_in_one_click(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.view.tabs.setFocus()
    qtbot.keyClick(mixer_window.view.tabs, Qt.Key.Key_D, CONTROL)
    page = shown(mixer_window)
    assert page.starts.isoformat() == "2026-12-22T17:30:00+00:00"
    assert (len(page.goals), len(page.people)) == (3, 0)
    assert mixer_window.toast() == "Planned again for Tue 22 Dec"
    mixer_window.page.list.select(1)
    mixer_window.view.header.menu.open()
    mixer_window.pick("Plan it once more with the people")
    assert len(shown(mixer_window).people) == 5


def test_an_event_repeats_from_its_menu(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.view.header.menu.open()
    mixer_window.pick("Repeat")
    form = mixer_window.window.findChild(RepeatForm)
    assert isinstance(form, RepeatForm)
    assert focused() is form.times
    qtbot.keyClicks(focused(), "0")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert form.error.text() == "Repeat from 1 to 104 times."
    form.times.selectAll()
    qtbot.keyClicks(focused(), "2")
    assert form.last.text() == "The last one is on Tuesday 8 December 2026."
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert len(titles(mixer_window)) == 4
    assert mixer_window.toast() == "Planned 2 more"


def test_an_event_goes_to_the_bin_and_its_neighbour_is_shown(
    qtbot: QtBot, mixer_window: EventsWindow
) -> None:
    other = mixer(mixer_window.workspace, title="Other", day=wall(2026, 12, 1, 9))
    mixer_window.page.put_in_bin()
    assert shown(mixer_window).id == other
    assert mixer_window.toast() == "Moved “Chamber autumn mixer” to the bin"
    mixer_window.window.shell.undo()
    assert titles(mixer_window) == ["Coming up", "Chamber autumn mixer", "Other"]


def test_the_bin_is_looked_into_and_an_event_comes_back(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer(mixer_window.workspace, title="Other", day=wall(2026, 12, 1, 9))
    mixer_window.page.put_in_bin()
    mixer_window.page.list.menu.open()
    mixer_window.pick("Show the bin (1)")
    assert mixer_window.page.list.title.text() == "Bin"
    assert titles(mixer_window) == ["Coming up", "Chamber autumn mixer"]
    assert mixer_window.view.header.title.text() == "Chamber autumn mixer"
    assert mixer_window.view.bin_strip.isVisible()
    qtbot.mouseClick(mixer_window.view.bin_strip.restore, LEFT)
    assert mixer_window.toast() == "Took “Chamber autumn mixer” out of the bin"
    assert mixer_window.page.list.title.text() == "Events"
    assert titles(mixer_window) == ["Coming up", "Chamber autumn mixer", "Other"]
    assert not mixer_window.view.bin_strip.isVisible()
    mixer_window.page.put_in_bin()
    mixer_window.page.open(event=1)
    assert mixer_window.page.list.title.text() == "Bin"
    assert mixer_window.view.header.title.text() == "Chamber autumn mixer"
    mixer_window.page.list.menu.open()
    mixer_window.pick("Back to the events")
    assert len(titles(mixer_window)) == 2


def test_the_list_is_walked_and_searched(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    ws = mixer_window.workspace
    mixer(ws, title="Past one", day=wall(2026, 11, 1, 9))
    mixer(ws, title="Later", day=wall(2026, 12, 1, 9), place="Café Rosa")
    panel = mixer_window.page.list
    panel.focus_list()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert mixer_window.view.header.title.text() == "Later"
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert mixer_window.view.header.title.text() == "Past one"
    assert titles(mixer_window) == ["Coming up", "Chamber autumn mixer", "Later", "Afterwards", "Past one"]
    qtbot.keyClick(panel.list, Qt.Key.Key_F, CONTROL)
    assert focused() is panel.search
    qtbot.keyClicks(panel.search, "cafe")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert titles(mixer_window) == ["Coming up", "Later"]
    panel.search.clear()
    qtbot.keyClicks(panel.search, "nowhere")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.nothing.text() == "No event mentions “nowhere”."
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert len(titles(mixer_window)) == 5


def test_an_event_is_chosen_with_the_mouse(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer(mixer_window.workspace, title="Later", day=wall(2026, 12, 1, 9))
    view = mixer_window.page.list.list
    place = view.visualRect(mixer_window.page.list.model.index(2)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    assert mixer_window.view.header.title.text() == "Later"


def test_the_list_reads_rows_a_page_at_a_time(
    qapp: QApplication, workspace: Workspace, qtmodeltester: ModelTester
) -> None:
    with workspace.change("Plan 2,000 events"):
        workspace.many(
            "INSERT INTO event (title, starts_at, zone, created_at) VALUES (?, ?, 'UTC', '2026-01-01')",
            [(f"Event {n}", (NOW + timedelta(hours=n - 900)).isoformat()) for n in range(2_000)],
        )
    window = EventsWindow(qapp, workspace)
    model = window.page.list.model
    assert model.rowCount() == 2_002
    window.window.grab()
    assert len(model._pages) <= 2
    assert model.index(2_001).data(ROW).title == "Event 0"
    assert "Event 0, " in model.index(2_001).data(Qt.ItemDataRole.AccessibleTextRole)
    qtmodeltester.check(model)
    window.close()


def test_a_pitch_is_written_for_the_room(qtbot: QtBot, qapp: QApplication, workspace: Workspace) -> None:
    mixer(workspace)
    window = EventsWindow(qapp, workspace)
    qtbot.mouseClick(window.before.pitch.write, LEFT)
    form = window.window.findChild(PitchForm)
    assert isinstance(form, PitchForm)
    form.save()
    assert form.error.text().startswith("Give the pitch a title")
    qtbot.keyClicks(form.title, "Inbox to zero")
    assert form.length.text() == "0 words · 0 s"
    qtbot.keyClicks(form.text, "I give shop owners their evenings back.")
    assert form.length.text() == "7 words · 3 s"
    qtbot.keyClicks(form.answers["different"], "I answer at night <b>")
    assert form.answers["helps_room"].isHidden()
    qtbot.keyClick(form.text, Qt.Key.Key_Return, CONTROL)
    page = shown(window)
    assert page.pitch is not None
    assert (page.pitch.name, page.pitch.kind, page.answers.different) == (
        "Inbox to zero · v1",
        PitchKind.ONE_MINUTE,
        "I answer at night <b>",
    )
    assert window.before.pitch.chip.text() == "3 s"
    window.close()


def test_a_pitch_closed_by_mistake_comes_back(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.before.pitch.edit()
    form = mixer_window.window.findChildren(PitchForm)[-1]
    assert isinstance(form, PitchForm)
    form.text.setPlainText("Quite other words")
    qtbot.keyClick(form.text, Qt.Key.Key_Escape)
    assert mixer_window.toast() == "The pitch was not saved"
    mixer_window.window.shell.says._acted("Open it again")
    form = mixer_window.window.findChildren(PitchForm)[-1]
    assert form.text.toPlainText() == "Quite other words"
    form.save()
    assert mixer_window.before.pitch.words.text() == "“Quite other words”"


def test_words_that_were_said_become_a_new_version(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace
) -> None:
    coming = prepared_mixer(workspace)
    past = mixer(workspace, title="Past", day=wall(2026, 11, 1, 9))
    window = EventsWindow(qapp, workspace)
    version = shown(window).pitch
    assert version is not None
    pitches.choose_pitch(workspace, past, version.id, NOW)
    window.before.pitch.menu.open()
    window.pick("Edit (makes a new version)")
    form = window.window.findChildren(PitchForm)[-1]
    form.text.setPlainText("Better words.")
    form.save()
    assert window.before.pitch.version.text() == "Inbox to zero · v2"
    old = event_page(workspace, past, NOW).pitch
    assert old is not None
    assert (old.number, old.text == version.text) == (1, True)
    window.before.pitch.menu.open()
    window.pick("Inbox to zero · v1")
    chosen = event_page(workspace, coming, NOW).pitch
    assert chosen is not None
    assert chosen.number == 1
    window.close()


def test_the_event_and_the_tab_are_remembered(
    qapp: QApplication, workspace: Workspace, tmp_path: Path
) -> None:
    mixer(workspace)
    second = mixer(workspace, title="Second", day=wall(2026, 12, 1, 9))
    first_window = EventsWindow(qapp, workspace, memory=tmp_path / "window.ini")
    first_window.page.open(event=second)
    first_window.view.go_to_tab(EventTab.NOTES)
    first_window.close()
    window = EventsWindow(qapp, workspace, memory=tmp_path / "window.ini")
    assert shown(window).id == second
    assert window.view.tab() is EventTab.NOTES
    window.page.remember({"event": "odd", "tab": 99})
    assert window.view.tab() is EventTab.NOTES
    window.close()


def test_an_event_that_is_gone_shows_another(mixer_window: EventsWindow) -> None:
    mixer_window.page.open(event=4711)
    assert mixer_window.view.header.title.text() == "Chamber autumn mixer"


def test_the_sheet_is_opened_from_the_button(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    from netdesk.ui.printing.prep_sheet_window import PrepSheetWindow

    qtbot.mouseClick(mixer_window.view.header.print_sheet, LEFT)
    assert mixer_window.window.findChild(PrepSheetWindow) is not None


def test_the_page_works_on_real_threads(qtbot: QtBot, qapp: QApplication, workspace: Workspace) -> None:
    prepared_mixer(workspace)
    window = EventsWindow(qapp, workspace, threads=True)
    row = window.before.people.rows()[0]
    qtbot.mouseClick(row.cells["why"], LEFT)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "On another thread")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert row.cells["why"].text() == "On another thread"
    qtbot.waitUntil(lambda: shown(window).people[0].why == "On another thread")
    window.before.people.open_line()
    qtbot.keyClicks(window.before.people.line, "Late guest")
    qtbot.keyClick(window.before.people.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.before.people.rows()) == 6)
    window.close()

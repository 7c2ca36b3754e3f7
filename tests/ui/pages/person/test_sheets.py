"""The cards over the window: a new person, a conversation, a follow-up."""

from datetime import date, time
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from netdesk.method.contact_kinds import PointKind
from netdesk.method.one_to_ones import Outcome
from netdesk.method.rhythm import InteractionKind
from netdesk.services.conversations import LOGGED_KINDS, read_conversation
from netdesk.services.follow_ups import open_follow_ups
from netdesk.services.people import person_name, read_draft
from netdesk.services.person_page import person_page
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.person.log_talk import LogTalk
from netdesk.ui.pages.person.new_person import NewPerson
from netdesk.ui.pages.person.plan_follow_up import PlanFollowUp
from netdesk.ui.pages.person.sheet import Sheet
from netdesk.ui.pages.person.timeline_panel import TimelinePanel
from netdesk.ui.widgets.chip import Chip, FilterChip
from tests.support.person_window import TODAY, PersonWindow

S = TypeVar("S", bound=Sheet)
_CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(opened: PersonWindow, kind: type[S]) -> S:
    """The card of that kind that is open."""
    found = [sheet for sheet in opened.window.findChildren(kind) if sheet.isVisible()]
    assert len(found) == 1
    return found[0]


def is_open(opened: PersonWindow) -> bool:
    return any(sheet.isVisible() for sheet in opened.window.findChildren(Sheet))


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, *, control: bool = False) -> None:
    qtbot.keyClick(widget, key, _CONTROL if control else Qt.KeyboardModifier.NoModifier)


# A new person ------------------------------------------------------------------------------------


def test_one_line_and_enter_add_somebody(qtbot: QtBot, opened: PersonWindow, workspace: Workspace) -> None:
    press(qtbot, opened.page, Qt.Key.Key_N, control=True)
    sheet = shown(opened, NewPerson)
    assert sheet.paste.hasFocus()
    qtbot.keyClicks(sheet.paste, "Ellen Brandt, Brandt & Co, ellen@brandt.example, 07700 900789")
    assert {name: field.text() for name, field in sheet.fields.items()} == {
        "given": "Ellen",
        "family": "Brandt",
        "organisation": "Brandt & Co",
        "role": "",
        "email": "ellen@brandt.example",
        "phone": "07700 900789",
    }
    press(qtbot, sheet.paste, Qt.Key.Key_Return)
    assert not is_open(opened)
    ellen = opened.view.person_id()
    assert ellen is not None
    assert person_name(workspace, ellen).name == "Ellen Brandt"
    assert opened.said() == "Added Ellen Brandt"
    normalised = workspace.sql(
        "SELECT normalised FROM contact_point WHERE person_id = ? AND kind = 'phone'", (ellen,)
    ).fetchone()
    assert normalised == ("+447700900789",)


def test_what_was_corrected_by_hand_stays(qtbot: QtBot, opened: PersonWindow, workspace: Workspace) -> None:
    opened.view.doing.add_somebody()
    sheet = shown(opened, NewPerson)
    qtbot.keyClicks(sheet.paste, "Ellen Brandt")
    sheet.fields["family"].selectAll()
    qtbot.keyClicks(sheet.fields["family"], "Brand")
    qtbot.keyClicks(sheet.paste, " ellen@brandt.example")
    assert sheet.fields["family"].text() == "Brand"
    assert sheet.fields["email"].text() == "ellen@brandt.example"
    press(qtbot, sheet.fields["role"], Qt.Key.Key_Return)
    assert opened.view.header.name.text() == "Ellen Brand"


def test_a_pasted_signature_keeps_every_number(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace
) -> None:
    opened.view.doing.add_somebody()
    sheet = shown(opened, NewPerson)
    QApplication.clipboard().setText(
        "Kind regards,\nKarl Jensen\nFounder, Nordic Web\nT: +44 7700 900111\nM: +44 7700 900222\n"
        "karl@nordicweb.example\nwww.nordicweb.example"
    )
    sheet.paste.paste()
    assert sheet.more.text().startswith("Also: ")
    press(qtbot, sheet.paste, Qt.Key.Key_Return)
    karl = opened.view.person_id()
    assert karl is not None
    draft = read_draft(workspace, karl)
    assert (draft.name, draft.role, draft.organisation) == ("Karl Jensen", "Founder", "Nordic Web")
    assert len([point for point in draft.points if point.kind is PointKind.PHONE]) == 2
    assert any(point.kind is PointKind.WEB for point in draft.points)


def test_somebody_already_here_is_named_and_can_be_opened(
    qtbot: QtBot, opened: PersonWindow, sam: int, grace: int
) -> None:
    opened.show(sam)
    opened.view.doing.add_somebody()
    sheet = shown(opened, NewPerson)
    assert sheet.warning() == ""
    qtbot.keyClicks(sheet.paste, "GRACE@brightcopy.example")
    assert sheet.warning() == "Already here: Grace Adeyemi (same e-mail)"
    sheet.open_same()
    assert not is_open(opened)
    assert opened.view.person_id() == grace


def test_nothing_typed_is_refused_kindly(qtbot: QtBot, opened: PersonWindow, workspace: Workspace) -> None:
    people = workspace.sql("SELECT count(*) FROM person").fetchone()
    opened.view.doing.add_somebody()
    sheet = shown(opened, NewPerson)
    press(qtbot, sheet.paste, Qt.Key.Key_Return)
    assert sheet.trouble.text().startswith("Who is it?")
    assert workspace.sql("SELECT count(*) FROM person").fetchone() == people


def test_a_card_closed_with_something_typed_can_be_gone_on_with(qtbot: QtBot, opened: PersonWindow) -> None:
    opened.view.doing.add_somebody()
    sheet = shown(opened, NewPerson)
    qtbot.keyClicks(sheet.paste, "Ellen Brandt")
    sheet.fields["role"].setFocus()
    qtbot.keyClicks(sheet.fields["role"], "Owner")
    press(qtbot, sheet, Qt.Key.Key_Escape)
    assert not is_open(opened)
    assert opened.said() == "The new person is not added yet."
    opened.shell.says._offers["Go on"]()
    again = shown(opened, NewPerson)
    assert again.paste.toPlainText() == "Ellen Brandt"
    assert again.fields["role"].text() == "Owner"
    assert again.fields["given"].text() == "Ellen"


def test_a_card_closed_empty_says_nothing(qtbot: QtBot, opened: PersonWindow) -> None:
    opened.view.doing.add_somebody()
    press(qtbot, shown(opened, NewPerson), Qt.Key.Key_Escape)
    assert opened.said() == ""


def test_a_megabyte_pasted_is_no_trouble(opened: PersonWindow) -> None:
    opened.view.doing.add_somebody()
    sheet = shown(opened, NewPerson)
    QApplication.clipboard().setText("<b>x</b>" * 125_000)
    sheet.paste.paste()
    assert len(sheet.paste.toPlainText()) < 20_001
    assert "very long" in sheet.trouble.text()
    assert len(sheet.more.text()) < 3_000


def test_a_second_card_does_not_cover_the_first(qtbot: QtBot, opened: PersonWindow) -> None:
    opened.view.doing.add_somebody()
    sheet = shown(opened, NewPerson)
    qtbot.keyClicks(sheet.paste, "Ellen")
    assert opened.shell.commands.run("contacts.new_person")
    assert shown(opened, NewPerson) is sheet
    assert sheet.paste.toPlainText() == "Ellen"


def test_enter_on_cancel_cancels(qtbot: QtBot, opened: PersonWindow, workspace: Workspace) -> None:
    people = workspace.sql("SELECT count(*) FROM person").fetchone()
    opened.view.doing.add_somebody()
    sheet = shown(opened, NewPerson)
    qtbot.keyClicks(sheet.paste, "Ellen Brandt")
    cancel = next(button for button in sheet.findChildren(QPushButton) if button.text() == "Cancel")
    cancel.setFocus()
    press(qtbot, cancel, Qt.Key.Key_Return)
    assert not is_open(opened)
    assert workspace.sql("SELECT count(*) FROM person").fetchone() == people


# A conversation ----------------------------------------------------------------------------------


def test_a_conversation_is_logged_and_resets_the_rhythm(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    press(qtbot, opened.page, Qt.Key.Key_L, control=True)
    sheet = shown(opened, LogTalk)
    assert sheet.words.hasFocus()
    assert sheet.when.text() == "Today"
    qtbot.keyClicks(sheet.words, "We talked about charities.")
    press(qtbot, sheet.words, Qt.Key.Key_Return, control=True)
    assert not is_open(opened)
    assert opened.said() == "Logged: Met"
    assert person_page(workspace, grace, TODAY).contacted == TODAY
    assert opened.view.timeline.entries()[-1].entry.title == "Met"
    opened.shell.undo()
    assert person_page(workspace, grace, TODAY).contacted is None


def test_a_one_to_one_has_an_objective_and_an_outcome(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace
) -> None:
    opened.view.doing.log()
    sheet = shown(opened, LogTalk)
    assert not sheet.objective.isVisible()
    sheet.how.setFocus()
    press(qtbot, sheet.how, Qt.Key.Key_3)
    assert sheet.kind() is InteractionKind.ONE_TO_ONE
    assert sheet.objective.isVisible()
    qtbot.keyClicks(sheet.objective, "understand the ideal client")
    sheet.outcome.setFocus()
    press(qtbot, sheet.outcome, Qt.Key.Key_1)
    sheet.when.selectAll()
    qtbot.keyClicks(sheet.when, "14 oct")
    press(qtbot, sheet.when, Qt.Key.Key_Return)
    entry = opened.view.timeline.entries()[0].entry
    assert (entry.on, entry.outcome, entry.objective) == (
        date(2026, 10, 14),
        Outcome.ACHIEVED,
        "understand the ideal client",
    )
    assert opened.view.ready.before() == "Ready to move up: one-to-one held 14 Oct."


def test_a_day_to_come_or_not_understood_is_refused(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace
) -> None:
    opened.view.doing.log()
    sheet = shown(opened, LogTalk)
    for typed, said in (("tomorrow", "still to come"), ("some day", "When was it?")):
        sheet.when.selectAll()
        qtbot.keyClicks(sheet.when, typed)
        sheet.keep()
        assert said in sheet.trouble.text()
    assert workspace.sql("SELECT count(*) FROM interaction").fetchone()[0] == 0
    assert is_open(opened)


def test_more_people_can_have_been_there(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int, sam: int
) -> None:
    opened.view.doing.log()
    sheet = shown(opened, LogTalk)
    qtbot.keyClicks(sheet.people.more, "carter")
    sheet.keep()
    talk = workspace.sql("SELECT max(id) FROM interaction").fetchone()[0]
    assert read_conversation(workspace, talk).people == (grace, sam)


def test_a_conversation_is_corrected_and_deleted_from_the_timeline(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace
) -> None:
    opened.view.doing.log()
    shown(opened, LogTalk).keep()
    entry = opened.view.timeline.entries()[-1]
    entry.setFocus()
    press(qtbot, entry, Qt.Key.Key_Return)
    sheet = shown(opened, LogTalk)
    qtbot.keyClicks(sheet.words, "It rained.")
    sheet.keep()
    assert opened.said() == "Saved the conversation."
    assert opened.view.timeline.entries()[-1].entry.words == "It rained."
    entry = opened.view.timeline.entries()[-1]
    press(qtbot, entry, Qt.Key.Key_Delete)
    assert workspace.sql("SELECT count(*) FROM interaction").fetchone()[0] == 0
    opened.shell.undo()
    assert opened.view.timeline.entries()[-1].entry.words == "It rained."


def test_nobody_left_in_a_conversation_is_refused(qtbot: QtBot, opened: PersonWindow) -> None:
    opened.view.doing.log()
    sheet = shown(opened, LogTalk)
    chip = next(chip for chip in sheet.people.findChildren(FilterChip) if chip.text() == "Grace Adeyemi")
    chip.setFocus()
    press(qtbot, chip, Qt.Key.Key_Delete)
    sheet.keep()
    assert sheet.trouble.text() == "With whom was it?"


def test_an_unfinished_conversation_can_be_gone_on_with(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace
) -> None:
    opened.view.doing.log()
    sheet = shown(opened, LogTalk)
    sheet.how.setFocus()
    press(qtbot, sheet.how, Qt.Key.Key_2)
    qtbot.keyClicks(sheet.words, "half a sen")
    press(qtbot, sheet.words, Qt.Key.Key_Escape)
    assert opened.said() == "The conversation is not logged yet."
    opened.shell.says._offers["Go on"]()
    again = shown(opened, LogTalk)
    assert (again.kind(), again.words.toPlainText()) == (InteractionKind.CALL, "half a sen")
    again.when.selectAll()
    qtbot.keyClicks(again.when, "who knows")
    press(qtbot, again.words, Qt.Key.Key_Escape)
    opened.shell.says._offers["Go on"]()
    third = shown(opened, LogTalk)
    assert third.words.toPlainText() == "half a sen"
    third.keep()
    assert opened.view.timeline.entries()[-1].entry.words == "half a sen"


def test_an_unfinished_follow_up_can_be_gone_on_with(qtbot: QtBot, opened: PersonWindow) -> None:
    opened.view.doing.follow_up()
    sheet = shown(opened, PlanFollowUp)
    qtbot.keyClicks(sheet.action, "Send a p")
    press(qtbot, sheet, Qt.Key.Key_Escape)
    assert opened.said() == "The follow-up is not planned yet."
    opened.shell.says._offers["Go on"]()
    assert shown(opened, PlanFollowUp).action.text() == "Send a p"


def test_a_conversation_is_deleted_from_its_card(opened: PersonWindow, workspace: Workspace) -> None:
    opened.view.doing.log()
    shown(opened, LogTalk).keep()
    entry = opened.view.timeline.entries()[-1]
    entry.edit_asked.emit(entry.entry)
    sheet = shown(opened, LogTalk)
    next(button for button in sheet.findChildren(QPushButton) if button.text() == "Delete").click()
    assert opened.said() == "Deleted the conversation."
    assert workspace.sql("SELECT count(*) FROM interaction").fetchone()[0] == 0


# A follow-up -------------------------------------------------------------------------------------


def test_a_follow_up_is_planned_for_tomorrow_with_enter(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    opened.view.doing.follow_up()
    sheet = shown(opened, PlanFollowUp)
    assert sheet.action.text() == "Call Grace"
    qtbot.keyClicks(sheet.action, "Send the article")
    press(qtbot, sheet.action, Qt.Key.Key_Return)
    follow_up = open_follow_ups(workspace, grace)[0]
    assert (follow_up.action, follow_up.due) == ("Send the article", date(2026, 11, 23))
    panel = opened.view.findChild(TimelinePanel)
    assert panel is not None
    assert [row.follow_up.action for row in panel.follow_up_rows()] == ["Send the article"]
    assert opened.said() == "Planned: Send the article"


def test_a_follow_up_may_have_a_time(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    opened.view.doing.follow_up()
    sheet = shown(opened, PlanFollowUp)
    qtbot.keyClicks(sheet.at, "soon")
    sheet.keep()
    assert "That is no time of day." in sheet.trouble.text()
    sheet.at.selectAll()
    qtbot.keyClicks(sheet.at, "3 pm")
    press(qtbot, sheet.at, Qt.Key.Key_Return)
    assert open_follow_ups(workspace, grace)[0].at == time(15)
    panel = opened.view.findChild(TimelinePanel)
    assert panel is not None
    (row,) = panel.follow_up_rows()
    assert "tomorrow 15:00" in {chip.text() for chip in row.findChildren(Chip)}


def test_the_day_is_picked_or_typed(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    opened.view.doing.follow_up()
    sheet = shown(opened, PlanFollowUp)
    sheet.quick.setFocus()
    press(qtbot, sheet.quick, Qt.Key.Key_3)
    assert sheet.day.text() == "27 Nov"
    sheet.day.selectAll()
    qtbot.keyClicks(sheet.day, "in two weeks")
    assert sheet.quick.chosen() == 3
    sheet.day.selectAll()
    qtbot.keyClicks(sheet.day, "whenever")
    sheet.keep()
    assert "Choose a day" in sheet.trouble.text()
    sheet.day.selectAll()
    qtbot.keyClicks(sheet.day, "4 dec")
    sheet.keep()
    assert open_follow_ups(workspace, grace)[0].due == date(2026, 12, 4)


def test_commands_for_a_person_wait_until_somebody_is_shown(opened: PersonWindow) -> None:
    assert opened.shell.commands.command("person.log").enabled()
    opened.show(None)
    assert not opened.shell.commands.run("person.log")
    assert not is_open(opened)
    assert opened.shell.commands.run("contacts.new_person")
    assert shown(opened, NewPerson).isVisible()


def test_what_was_made_together_is_logged_and_a_note_has_none(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace
) -> None:
    opened.view.doing.log()
    sheet = shown(opened, LogTalk)
    sheet.how.set_chosen(LOGGED_KINDS.index(InteractionKind.NOTE))
    sheet.how.picked.emit(0)
    assert sheet.made_field.isHidden()
    sheet.how.set_chosen(LOGGED_KINDS.index(InteractionKind.MET))
    sheet.how.picked.emit(0)
    assert not sheet.made_field.isHidden()
    qtbot.keyClicks(sheet.made, "A leaflet")
    press(qtbot, sheet.made, Qt.Key.Key_Return)
    talk = workspace.sql("SELECT max(id) FROM interaction").fetchone()[0]
    assert read_conversation(workspace, talk).made_together == "A leaflet"

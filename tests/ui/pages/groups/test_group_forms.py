"""The forms of the page of groups: a group, its members, one membership, what was learned."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.method.groups import FeePer, why_hint
from netdesk.method.recurrence import Every
from netdesk.services import groups as group_services
from netdesk.services.group_members import MemberDetails, NewMember, member_details
from netdesk.ui.pages.groups.group_form import GroupForm
from netdesk.ui.pages.groups.member_form import LearnedForm, MemberForm
from netdesk.ui.pages.groups.members_form import MembersForm, open_members_form
from netdesk.ui.pages.groups.since_field import read_since
from netdesk.ui.pages.person.sheet import Sheet
from netdesk.ui.widgets.labels import WrapLabel
from tests.support.audited_groups import BREAKFAST, member_of
from tests.support.contact_people import add_person
from tests.support.groups_window import GroupsWindow
from tests.support.programs import TODAY, overlay_of

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
Form = TypeVar("Form", bound=Sheet)


def form_of(window: GroupsWindow, kind: type[Form]) -> Form:
    return next(one for one in window.program.window.findChildren(kind) if one.isVisible())


def test_a_group_is_written_in_the_form(qtbot: QtBot, groups: GroupsWindow) -> None:
    QTest.keyClick(groups.matrix, Qt.Key.Key_G, CONTROL_SHIFT)
    form = form_of(groups, GroupForm)
    assert form.name.hasFocus()
    qtbot.keyClicks(form.name, "Trade Table")
    qtbot.keyClicks(form.why, "Learn from builders")
    form.every.setCurrentIndex(3)
    form.day.setCurrentIndex(3)
    qtbot.keyClicks(form.at, "6.30 pm")
    form.length.setText("2 h")
    qtbot.keyClicks(form.fee, "12.50")
    form.currency.setText("gbp")
    form.fee_per.setCurrentIndex(2)
    qtbot.keyClicks(form.since, "Feb 2024")
    qtbot.keyClick(form.name, ENTER)
    assert groups.toast() == "Added Trade Table"
    assert groups.view.header.title.name() == "Trade Table"
    kept = group_services.group(groups.workspace, groups.view.group_id())
    assert (kept.meets_every, kept.meets_on, kept.minutes) == (Every.MONTH_WEEKDAY, 2, 120)
    assert kept.since == date(2024, 2, 1)
    assert (kept.rhythm, kept.fee, kept.fee_per, kept.currency) == (
        "monthly, Wednesdays 18:30",
        12.5,
        FeePer.MEETING,
        "GBP",
    )


def test_what_cannot_be_kept_is_said_at_its_field(groups: GroupsWindow) -> None:
    groups.page.new_group()
    form = form_of(groups, GroupForm)
    form.name.setText("Trade Table")
    wrongs = (
        (form.at, "never", "meets_at", "no time of day"),
        (form.length, "long", "minutes", "How long"),
        (form.fee, "much", "fee", "as a number"),
    )
    form.why.setText("Learn")
    for field, text, _, said in wrongs:
        before = field.text()
        field.setText(text)
        form.keep_once()
        assert said in form.trouble.text()
        assert field.property("wrong")
        field.setText(before)
    form.length.setText("0")
    form.keep_once()
    assert "How long" in form.trouble.text()
    form.length.setText("75")
    assert form._draft().minutes == 75
    form.why.setText("")
    form.keep_once()
    assert "Say why you go" in form.trouble.text()
    assert form.why.property("wrong")


def test_a_reason_of_business_alone_gets_its_hint_while_it_is_typed(
    qtbot: QtBot, groups: GroupsWindow
) -> None:
    groups.page.new_group()
    form = form_of(groups, GroupForm)
    assert not form.hint.isVisible()
    qtbot.keyClicks(form.why, "More clients")
    assert form.hint.isVisible()
    qtbot.keyClicks(form.why, ", and learn what they need")
    assert not form.hint.isVisible()


def test_a_group_with_a_reason_of_business_alone_shows_its_hint_again_when_it_is_edited(
    groups: GroupsWindow,
) -> None:
    group = group_services.add_group(groups.workspace, replace(BREAKFAST, name="Guild", why="More clients"))
    groups.shell.go("groups", group=group)
    groups.page.edit_group()
    form = form_of(groups, GroupForm)
    assert form.hint.isVisible()
    assert form.hint.accessibleName() == why_hint("More clients") != ""
    (words,) = form.hint.findChildren(WrapLabel)
    assert words.text() == why_hint("More clients")


def test_an_edited_group_keeps_what_was_not_touched_and_an_unfinished_one_can_be_gone_on_with(
    groups: GroupsWindow,
) -> None:
    groups.page.edit_group()
    form = form_of(groups, GroupForm)
    assert form.state() == {}
    form.keep_once()
    assert group_services.group(groups.workspace, groups.filled.group).draft == BREAKFAST
    groups.page.edit_group()
    form = form_of(groups, GroupForm)
    form.name.setText("Early Club")
    overlay = overlay_of(groups.program)
    assert overlay is not None
    overlay.close_overlay()
    assert groups.toast() == "The group is not kept yet."
    groups.shell.says._offers["Go on"]()
    assert form_of(groups, GroupForm).name.text() == "Early Club"
    assert group_services.group(groups.workspace, groups.filled.group).name == "Breakfast Club"


def test_members_are_typed_one_after_the_other_and_added_in_one_step(
    qtbot: QtBot, groups: GroupsWindow
) -> None:
    olga = add_person(groups.workspace, "Olga Petrova", "Petrova Coaching")
    QTest.keyClick(groups.matrix, Qt.Key.Key_M, CONTROL_SHIFT)
    form = form_of(groups, MembersForm)
    assert form.line.hasFocus()
    qtbot.keyClicks(form.line, "Olga Petrova")
    qtbot.keyClick(form.line, ENTER)
    qtbot.waitUntil(lambda: form.line.text() == "")
    qtbot.keyClicks(form.line, "Sue Walsh, Walsh Florists")
    qtbot.keyClick(form.line, ENTER)
    qtbot.waitUntil(lambda: form.line.text() == "")
    assert form.chosen() == (olga, NewMember("Sue Walsh", "Walsh Florists"))
    assert form.count.text() == "2 people, 1 of them new"
    assert form.keep_button.text() == "Add 2 members"
    qtbot.keyClicks(form.line, "Sam Carter")
    qtbot.keyClick(form.line, ENTER, CONTROL)
    assert groups.toast() == "Added 2 people. Sam Carter is a member already."
    assert groups.names()[-2:] == ["Olga Petrova", "Sue Walsh"]
    groups.shell.undo()
    assert len(groups.names()) == 5


def test_the_line_offers_contacts_and_says_who_is_in_already(qtbot: QtBot, groups: GroupsWindow) -> None:
    groups.page.members.add()
    form = form_of(groups, MembersForm)
    qtbot.keyClicks(form.line, "Sam")
    qtbot.waitUntil(lambda: bool(form.line.offered()))
    assert form.line.offered()[0] == "Sam Carter · Carter VA – already here"


def test_escape_empties_the_line_of_names_first_and_then_closes_the_card(
    qtbot: QtBot, groups: GroupsWindow
) -> None:
    groups.page.members.add()
    form = form_of(groups, MembersForm)
    qtbot.keyClicks(form.line, "Olga")
    qtbot.keyClick(form.line, Qt.Key.Key_Escape)
    assert (form.line.text(), form.isVisible()) == ("", True)
    qtbot.keyClick(form.line, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_ctrl_enter_adds_all_also_while_names_are_offered(qtbot: QtBot, groups: GroupsWindow) -> None:
    add_person(groups.workspace, "Olga Petrova", "Petrova Coaching")
    groups.page.members.add()
    form = form_of(groups, MembersForm)
    qtbot.keyClicks(form.line, "Olga Petrova")
    qtbot.waitUntil(lambda: bool(form.line.offered()))
    offer = QApplication.activePopupWidget()
    assert offer is not None
    qtbot.keyClick(offer, ENTER, CONTROL)
    assert groups.toast() == "Added 1 person."
    assert not form.isVisible()


def test_a_new_name_typed_twice_is_one_person_whatever_its_capitals(groups: GroupsWindow) -> None:
    groups.page.members.add()
    form = form_of(groups, MembersForm)
    form.take_lines(["Hana Sato", "hana sato", "Hana Sato, Sato Print"])
    assert form.chosen() == (NewMember("Hana Sato"), NewMember("Hana Sato", "Sato Print"))


def test_a_long_name_is_cut_with_an_ellipsis_in_the_head_of_a_form(groups: GroupsWindow) -> None:
    name = "Association of makers and shopkeepers of the whole lower valley and the moor beyond it"
    group = group_services.add_group(groups.workspace, replace(BREAKFAST, name=name))
    form = open_members_form(groups.shell, group)
    assert form.title.text().endswith("valley and the moor be…?")


def test_a_list_is_pasted_as_many_names(qapp: QApplication, qtbot: QtBot, groups: GroupsWindow) -> None:
    groups.page.members.add()
    form = form_of(groups, MembersForm)
    qapp.clipboard().setText(
        "Sue Walsh, Walsh Florists\n\nGrace Adeyemi\r\nHana Sato\nSue Walsh, Walsh Florists"
    )
    qtbot.keyClick(form.line, Qt.Key.Key_V, CONTROL)
    assert form.chosen() == (
        NewMember("Sue Walsh", "Walsh Florists"),
        groups.filled.people[1],
        NewMember("Hana Sato"),
    )
    qapp.clipboard().setText("Joe Prentice")
    qtbot.keyClick(form.line, Qt.Key.Key_V, CONTROL)
    assert form.line.text() == "Joe Prentice"


def test_whoever_was_chosen_is_taken_out_again_and_nobody_is_refused(groups: GroupsWindow) -> None:
    groups.page.members.add()
    form = form_of(groups, MembersForm)
    form.take_lines(["Hana Sato"])
    form._remove(NewMember("Hana Sato"))
    assert form.chosen() == ()
    form.keep_once()
    assert "Type a name" in form.trouble.text()
    form.take_lines(["Hana Sato"])
    form.joined.setText("whenever")
    form.joined.textEdited.emit("whenever")
    form.keep_once()
    assert "no day that has been" in form.trouble.text()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2 Feb 2024", date(2024, 2, 2)),
        ("February 2024", date(2024, 2, 1)),
        ("2024", date(2024, 1, 1)),
        ("2 years ago", date(2024, 11, 22)),
        ("May", None),
        ("whenever", None),
        ("", None),
    ],
)
def test_a_day_long_ago_may_be_a_month_or_a_year(typed: str, day: date | None) -> None:
    assert read_since(typed, TODAY) == day


def test_what_was_learned_is_kept_by_key(qtbot: QtBot, groups: GroupsWindow) -> None:
    groups.matrix.setFocus()
    groups.matrix.setCurrentIndex(groups.model.index(1, 3))
    QTest.keyClick(groups.matrix, Qt.Key.Key_L, CONTROL)
    form = form_of(groups, LearnedForm)
    qtbot.keyClicks(form.words, "Asks the second question")
    qtbot.keyClick(form.words, ENTER)
    member = member_of(groups.workspace, groups.filled.group, groups.filled.people[1])
    assert member_details(groups.workspace, member).learned == "Asks the second question"


def test_a_membership_is_edited(qtbot: QtBot, groups: GroupsWindow) -> None:
    groups.matrix.setCurrentIndex(groups.model.index(1, 3))
    groups.page.members.membership()
    form = form_of(groups, MemberForm)
    qtbot.keyClicks(form.role, "Treasurer")
    form.left.set_date(TODAY)
    form.joined.set_date(TODAY.replace(year=2027))
    form.keep_once()
    assert "left before they joined" in form.trouble.text()
    form.joined.set_date(TODAY.replace(year=2020))
    form.keep_once()
    member = member_of(groups.workspace, groups.filled.group, groups.filled.people[1])
    kept = member_details(groups.workspace, member)
    assert kept == MemberDetails(TODAY.replace(year=2020), TODAY, "Treasurer", "")
    assert "Grace Adeyemi" not in groups.names()


def test_what_was_not_kept_yet_can_be_gone_on_with(qtbot: QtBot, groups: GroupsWindow) -> None:
    groups.matrix.setCurrentIndex(groups.model.index(1, 3))
    groups.page.members.learned()
    learned = form_of(groups, LearnedForm)
    assert learned.state() == {}
    learned.words.setText("Asks twice")
    close(groups)
    assert groups.toast() == "What you learned is not kept yet."
    groups.shell.says._offers["Go on"]()
    again = form_of(groups, LearnedForm)
    assert again.words.text() == "Asks twice"
    again.words.setText("x" * 600)
    again.keep_once()
    assert "has 600 letters" in again.trouble.text()
    assert again.words.property("wrong")
    again.finish()
    groups.page.members.membership()
    member = form_of(groups, MemberForm)
    assert member.state() == {}
    member.role.setText("Chair")
    member.joined.setText("whenever")
    member.joined.textEdited.emit("whenever")
    member.keep_once()
    assert "no day that has been" in member.trouble.text()
    close(groups)
    assert groups.toast() == "The membership is not changed yet."
    groups.shell.says._offers["Go on"]()
    assert form_of(groups, MemberForm).role.text() == "Chair"


def test_members_that_were_not_added_yet_can_be_gone_on_with(groups: GroupsWindow) -> None:
    groups.page.members.add()
    form_of(groups, MembersForm).take_lines(["Hana Sato", "Sam Carter"])
    close(groups)
    assert groups.toast() == "The members are not added yet."
    groups.shell.says._offers["Go on"]()
    again = form_of(groups, MembersForm)
    assert again.chosen() == (NewMember("Hana Sato"), groups.filled.people[0])
    again.clear()
    assert again.chosen() == ()


def close(window: GroupsWindow) -> None:
    """Close what lies over the window, as Esc does."""
    overlay = overlay_of(window.program)
    assert overlay is not None
    overlay.close_overlay()

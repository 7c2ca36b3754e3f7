"""Editing a person in the form: everything is kept, nothing is lost silently."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from netdesk.method.contact_kinds import MarketStanding, PersonKind, PointKind
from netdesk.method.dates import PartialDate
from netdesk.services.conversations import add_note
from netdesk.services.markets import InMarket
from netdesk.services.own_fields import OwnFieldKind, add_own_field, own_fields
from netdesk.services.people import read_draft
from netdesk.services.person_page import person_page
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.person.fields import read_partial
from netdesk.ui.pages.person.form import PersonForm
from tests.support.person_window import TODAY, PersonWindow


def open_form(opened: PersonWindow) -> PersonForm:
    opened.view.edit()
    form = opened.view.form()
    assert form is not None
    return form


def line_of(form: PersonForm, name: str) -> QLineEdit:
    field = form.field(name)
    assert isinstance(field, QLineEdit)
    return field


def test_all_fields_are_edited_in_one_step_of_the_history(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    before = read_draft(workspace, grace)
    qtbot.keyClick(opened.page, Qt.Key.Key_F2)
    form = opened.view.form()
    assert form is not None
    assert line_of(form, "given").hasFocus()
    assert not opened.view.header.log.isVisible()
    qtbot.keyClicks(line_of(form, "given"), "Gracie")
    line_of(form, "organisation").setText("Brighter Copy")
    line_of(form, "birthday").setText("17 May 1980")
    line_of(form, "tags").setText("copywriting, speaker")
    form.kinds.chip(PersonKind.CLIENT).click()
    row = form.points.add(PointKind.ADDRESS)
    row.parts["street"].setText("1 High St")
    row.parts["locality"].setText("Leeds")
    note = form.field("note")
    assert isinstance(note, QPlainTextEdit)
    note.setPlainText("two\nlines")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    after = read_draft(workspace, grace)
    assert (after.given, after.organisation, after.note) == ("Gracie", "Brighter Copy", "two\nlines")
    assert after.birthday == PartialDate(1980, 5, 17)
    assert after.tags == ("copywriting", "speaker")
    assert PersonKind.CLIENT in after.kinds
    assert after.points[-1].value == "1 High St\nLeeds"
    assert opened.view.form() is None
    assert opened.view.header.log.isVisible()
    assert opened.view.header.name.text() == "Gracie Adeyemi"
    assert opened.said() == "Saved Gracie Adeyemi"
    opened.shell.undo()
    assert read_draft(workspace, grace) == before
    assert opened.view.header.name.text() == "Grace Adeyemi"


def test_points_are_added_preferred_and_removed(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    form = open_form(opened)
    row = form.points.add(PointKind.EMAIL)
    qtbot.keyClicks(row.value, "grace@home.example")
    row.label.setCurrentText("home")
    row.preferred.click()
    form.points.rows()[1]._remove()
    form.save_asked.emit()
    kept = [(point.value, point.label, point.preferred) for point in read_draft(workspace, grace).points]
    assert kept == [
        ("grace@brightcopy.example", "work", False),
        ("brightcopy.example", "web", False),
        ("grace@home.example", "home", True),
    ]
    assert opened.view.header.mail.accessibleName() == "Write to grace@home.example"
    assert not opened.view.header.call.isEnabled()


def test_leaving_saves_what_is_valid(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int, sam: int
) -> None:
    form = open_form(opened)
    line_of(form, "role").setText("Director")
    opened.show(sam)
    assert read_draft(workspace, grace).role == "Director"
    assert opened.said() == "Saved Grace Adeyemi"
    assert opened.view.form() is None
    assert opened.view.header.name.text() == "Sam Carter"


def test_leaving_keeps_what_is_not_valid_and_says_so(
    opened: PersonWindow, workspace: Workspace, grace: int, sam: int
) -> None:
    before = read_draft(workspace, grace)
    form = open_form(opened)
    line_of(form, "birthday").setText("soonish")
    line_of(form, "role").setText("Director")
    opened.show(sam)
    assert read_draft(workspace, grace) == before
    assert opened.said().startswith("Grace Adeyemi is not saved yet. The birthday is no date.")
    opened.shell.says._offers["Go on editing"]()
    again = opened.view.form()
    assert again is form
    assert line_of(again, "birthday").text() == "soonish"
    line_of(again, "birthday").setText("17 May")
    again.save_asked.emit()
    after = read_draft(workspace, grace)
    assert (after.role, after.birthday) == ("Director", PartialDate(None, 5, 17))


def test_the_page_is_not_left_with_something_that_cannot_be_saved(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    form = open_form(opened)
    line_of(form, "met_through_id").selectAll()
    qtbot.keyClicks(line_of(form, "met_through_id"), "Nobody Known")
    assert not opened.view.leave()
    assert form.trouble.isVisible()
    assert "nobody of that name" in form.trouble.text()
    line_of(form, "met_through_id").selectAll()
    qtbot.keyClick(line_of(form, "met_through_id"), Qt.Key.Key_Delete)
    assert opened.view.leave()
    assert read_draft(workspace, grace).met_through_id is None


def test_cancel_keeps_nothing(qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int) -> None:
    before = read_draft(workspace, grace)
    form = open_form(opened)
    line_of(form, "given").setText("Somebody")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert opened.view.form() is None
    assert read_draft(workspace, grace) == before


def test_a_form_without_a_change_leaves_no_step(opened: PersonWindow, workspace: Workspace) -> None:
    steps = len(workspace.history())
    open_form(opened).save_asked.emit()
    assert len(workspace.history()) == steps
    assert opened.view.form() is None


def test_a_change_from_elsewhere_leaves_the_form_alone(
    opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    form = open_form(opened)
    line_of(form, "role").setText("Director")
    add_note(workspace, grace, "met the cat", TODAY)
    assert opened.view.form() is form
    assert line_of(form, "role").text() == "Director"


def test_an_own_field_is_added_from_the_form(opened: PersonWindow, workspace: Workspace, grace: int) -> None:
    form = open_form(opened)
    form.own.name.setText("Tea")
    form.own.add_button.click()
    field = own_fields(workspace)[0]
    editor = form.own.editor(field.id)
    assert isinstance(editor, QLineEdit)
    editor.setText("green")
    form.save_asked.emit()
    assert read_draft(workspace, grace).own_values == {field.id: "green"}
    assert opened.view.about.own.isVisibleTo(opened.view.about)


def test_who_introduced_us_is_found_as_one_types(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int, sam: int
) -> None:
    form = open_form(opened)
    field = line_of(form, "met_through_id")
    field.clear()
    qtbot.keyClicks(field, "car")
    completer = field.completer()
    assert completer.completionModel().rowCount() == 1
    assert completer.popup().isVisible()
    QTest.keyClick(completer.popup(), Qt.Key.Key_Down)
    QTest.keyClick(completer.popup(), Qt.Key.Key_Return)
    completer.popup().hide()
    form.save_asked.emit()
    through = person_page(workspace, grace, TODAY).met_through
    assert through is not None
    assert through.id == sam


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17 May", PartialDate(None, 5, 17)),
        ("29 feb", PartialDate(None, 2, 29)),
        ("17 May 1980", PartialDate(1980, 5, 17)),
        ("May 1980", PartialDate(1980, 5)),
        ("1980", PartialDate(1980)),
        ("1980-05", PartialDate(1980, 5)),
        ("--05-17", PartialDate(None, 5, 17)),
        ("17/5/1980", PartialDate(1980, 5, 17)),
        ("tomorrow", None),
        ("x", None),
        ("", None),
    ],
)
def test_birthdays_are_read_as_people_write_them(typed: str, meant: PartialDate | None) -> None:
    assert read_partial(typed) == meant


@pytest.mark.parametrize(
    "day", [PartialDate(1980, 5, 17), PartialDate(None, 5, 17), PartialDate(1980, 5), PartialDate(1980)]
)
def test_what_is_shown_of_a_birthday_can_be_read_again(day: PartialDate) -> None:
    assert read_partial(day.words()) == day


def test_an_edit_does_not_undo_a_move_made_meanwhile(
    opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    form = open_form(opened)
    opened.view.doing.move_to(4)
    line_of(form, "role").setText("Director")
    form.save_asked.emit()
    assert replace(read_draft(workspace, grace), points=()).level == 4


def test_an_organisation_that_is_known_is_offered(qtbot: QtBot, opened: PersonWindow) -> None:
    form = open_form(opened)
    field = line_of(form, "organisation")
    field.selectAll()
    qtbot.keyClicks(field, "cart")
    offered = field.completer().completionModel()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == ["Carter VA"]
    field.completer().popup().hide()
    assert form.draft().organisation == "cart"


def test_markets_are_placed_and_taken_away(opened: PersonWindow, workspace: Workspace, grace: int) -> None:
    form = open_form(opened)
    form.markets.add_button.click()
    form.markets.add_button.click()
    first, second = form.markets.rows()
    first.market.setCurrentText("Charities")
    first.how.setText("writes for them")
    second.market.setCurrentText("Museums")
    second.standing.setCurrentIndex(0)
    form.save_asked.emit()
    assert read_draft(workspace, grace).markets == (
        InMarket("Charities", MarketStanding.CLOSE, "writes for them"),
        InMarket("Museums", MarketStanding.IN),
    )
    chips = [chip.text() for chip in opened.view.header.chips.chips()]
    assert chips[-2:] == ["close to Charities", "Museums"]
    form = open_form(opened)
    form.markets.rows()[0].remove.click()
    form.save_asked.emit()
    assert [one.market for one in read_draft(workspace, grace).markets] == ["Museums"]


def test_own_fields_of_every_kind_are_filled(opened: PersonWindow, workspace: Workspace, grace: int) -> None:
    ids = [add_own_field(workspace, kind.label, kind) for kind in OwnFieldKind]
    form = open_form(opened)
    text, number, day, yes = (form.own.editor(one) for one in ids)
    assert isinstance(text, QLineEdit)
    assert isinstance(number, QLineEdit)
    assert isinstance(day, QLineEdit)
    assert isinstance(yes, QComboBox)
    text.setText("green tea")
    number.setText("many")
    day.setText("31 Jan 2026")
    yes.setCurrentText("yes")
    form.save_asked.emit()
    assert "is no number" in form.trouble.text()
    number.setText("12")
    form.save_asked.emit()
    assert list(read_draft(workspace, grace).own_values.values()) == ["green tea", "12", "2026-01-31", "yes"]
    assert line_text(open_form(opened), ids[2]) == "31 January 2026"


def line_text(form: PersonForm, field_id: int) -> str:
    editor = form.own.editor(field_id)
    assert isinstance(editor, QLineEdit)
    return editor.text()


def test_e_in_a_list_of_choices_does_not_begin_the_form_anew(qtbot: QtBot, opened: PersonWindow) -> None:
    form = open_form(opened)
    form.markets.add_button.click()
    standing = form.markets.rows()[0].standing
    standing.setFocus()
    qtbot.keyClick(standing, Qt.Key.Key_E)
    assert standing.hasFocus()

"""The tabs of the person's page, the line with the next step, the groups, and what the head offers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.services.levels import move_people
from netdesk.services.people import change_fields, read_draft
from netdesk.ui.one_to_ones.plan_form import PlanOneToOnes
from netdesk.ui.pages.ledger.entry_form import EntryForm
from netdesk.ui.pages.person import tabs as tab_names
from netdesk.ui.pages.person.plan_follow_up import PlanFollowUp
from netdesk.ui.pages.person.sheet import Sheet
from netdesk.ui.pages.person.view import PersonView
from netdesk.ui.widgets.chip import FilterChip
from tests.support.person_window import PersonWindow
from tests.support.programs import place_shown, running
from tests.support.seen import words


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", sample=True) as one:
        yield one


def named(program: Program, name: str) -> int:
    return int(program.workspace.sql("SELECT id FROM person WHERE display_name = ?", (name,)).fetchone()[0])


def shown(program: Program, name: str) -> PersonView:
    program.window.shell.open_person(named(program, name))
    QApplication.processEvents()
    view = program.window.findChild(PersonView)
    assert view is not None
    return view


def labels(view: PersonView) -> list[str]:
    bar = view.tabs.bar
    return [bar.tabText(place).replace("&&", "&") for place in range(bar.count())]


def card(program: Program) -> Sheet:
    return next(one for one in program.window.findChildren(Sheet) if one.isVisible())


def test_the_tabs_count_what_is_under_them(program: Program) -> None:
    view = shown(program, "Grace Adeyemi")
    page = view.page()
    assert page is not None
    assert labels(view) == [
        "Timeline",
        f"One-to-ones {page.one_to_ones}",
        f"Gave & got {page.ledger_count}",
        "Levels",
    ]
    assert page.one_to_ones > 0
    assert page.ledger_count >= page.gives + page.receives > 0


def test_what_is_under_a_tab_is_made_when_it_is_chosen_first(program: Program, qtbot: QtBot) -> None:
    view = shown(program, "Grace Adeyemi")
    assert view.tabs.widget(tab_names.LEVELS) is None
    view.tabs.bar.setFocus()
    qtbot.keyClick(view.tabs.bar, Qt.Key.Key_Right)
    assert view.tabs.current() == tab_names.ONE_TO_ONES
    for name in (tab_names.ONE_TO_ONES, tab_names.LEDGER, tab_names.LEVELS):
        view.tabs.choose(name)
        widget = view.tabs.widget(name)
        assert widget is not None
        assert widget.isVisible()
    assert "Equally engaged" in words(view.tabs)


def test_another_person_is_shown_under_the_same_tab(program: Program) -> None:
    view = shown(program, "Grace Adeyemi")
    view.tabs.choose(tab_names.LEVELS)
    assert "Equally engaged" in words(view.tabs)
    shown(program, "Sam Carter")
    assert view.tabs.current() == tab_names.LEVELS
    assert "Proven partner" in words(view.tabs)
    view.tabs.choose(tab_names.TIMELINE)
    assert view.timeline.note.placeholderText() == "What did you learn about Sam?"


def test_a_tab_chosen_in_a_narrow_page_stays_chosen_when_there_is_room_again(program: Program) -> None:
    view = shown(program, "Grace Adeyemi")
    view.tabs.choose(tab_names.LEDGER)
    view.setFixedWidth(480)
    QApplication.processEvents()
    assert labels(view)[1] == "About"
    assert view.tabs.current() == tab_names.LEDGER
    view.tabs.choose(tab_names.ABOUT)
    assert view.about.isVisible()
    view.setFixedWidth(1000)
    QApplication.processEvents()
    assert "About" not in labels(view)
    assert view.tabs.current() == tab_names.TIMELINE
    assert view.about.isVisible()


def test_the_head_offers_a_one_to_one(program: Program, qtbot: QtBot) -> None:
    view = shown(program, "Grace Adeyemi")
    qtbot.mouseClick(view.header.one_to_one, Qt.MouseButton.LeftButton)
    assert isinstance(card(program), PlanOneToOnes)


def test_a_group_is_opened_from_its_chip(program: Program) -> None:
    view = shown(program, "Grace Adeyemi")
    chip = next(one for one in view.header.findChildren(FilterChip) if one.text() == "Breakfast Club")
    assert chip.accessibleName() == "group: Breakfast Club"
    chip.click()
    assert chip.isChecked()
    assert place_shown(program) == "groups"


def test_somebody_who_left_a_group_bears_it_no_longer(program: Program) -> None:
    grace = named(program, "Grace Adeyemi")
    view = shown(program, "Grace Adeyemi")
    with program.workspace.change("Leave"):
        program.workspace.sql("UPDATE member SET left_on = '2026-11-01' WHERE person_id = ?", (grace,))
    QApplication.processEvents()
    chips = [one.text() for one in view.header.findChildren(FilterChip) if one.isVisible()]
    assert "Breakfast Club" not in chips
    assert "copywriting" in chips


def test_the_next_step_is_said_in_bold_and_only_it_can_be_pressed(program: Program, qtbot: QtBot) -> None:
    view = shown(program, "Grace Adeyemi")
    line = view.ready
    assert line.before().endswith("Next:")
    assert line.step() == "make something together"
    assert line.accessibleName().endswith("Next: make something together.")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(3, line.height() // 2))
    assert [one for one in program.window.findChildren(Sheet) if one.isVisible()] == []
    bold = [x for x in range(line.width()) if line.hitButton(QPoint(x, line.height() // 2))]
    assert bold == list(range(bold[0], bold[-1] + 1))
    qtbot.mouseMove(line, QPoint(3, line.height() // 2))
    QApplication.processEvents()
    assert line.cursor().shape() is Qt.CursorShape.ArrowCursor
    qtbot.mouseMove(line, QPoint(bold[4], line.height() // 2))
    QApplication.processEvents()
    assert line.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert not line.grab().isNull()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(bold[4], line.height() // 2))
    assert card(program).title.text().startswith("Log")


def test_the_next_step_is_pressed_by_key_too(program: Program, qtbot: QtBot) -> None:
    line = shown(program, "Grace Adeyemi").ready
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Space)
    assert card(program).title.text().startswith("Log")


@pytest.mark.parametrize(
    ("evidence", "form"),
    [
        ("follow_up", PlanFollowUp),
        ("one_to_one", PlanOneToOnes),
        ("referral_given", EntryForm),
        ("referral_received", EntryForm),
    ],
)
def test_each_next_step_opens_what_begins_it(program: Program, evidence: str, form: type[Sheet]) -> None:
    person = next(
        row[0]
        for row in program.workspace.sql(
            "SELECT id FROM person WHERE follow_ups_done = 0 AND one_to_ones_achieved = 0"
            " AND referrals_given = 0 AND referrals_received = 0 AND archived_at IS NULL"
        )
    )
    move_people(program.workspace, [person], 2)
    with program.workspace.change("Ask for it"):
        program.workspace.sql("UPDATE level SET evidence = ? WHERE id = 2", (evidence,))
    program.window.shell.open_person(person)
    QApplication.processEvents()
    view = program.window.findChild(PersonView)
    assert view is not None
    assert view.ready.can_be_pressed()
    view.ready.click()
    assert isinstance(card(program), form)


def test_somebody_at_the_top_has_no_step_to_press(program: Program) -> None:
    view = shown(program, "Sam Carter")
    assert view.ready.step() == "keep it strong"
    assert not view.ready.can_be_pressed()
    view.ready.click()
    assert [one for one in program.window.findChildren(Sheet) if one.isVisible()] == []


def test_a_long_line_wraps_instead_of_being_cut(opened: PersonWindow) -> None:
    line = opened.view.ready
    assert line.heightForWidth(2000) < line.heightForWidth(120)


def test_their_life_has_four_fields_in_the_form_and_a_place_on_the_page(
    opened: PersonWindow, grace: int
) -> None:
    change_fields(opened.desk.workspace, grace, interests="rowing", networks="Rotary")
    assert opened.view.about.own.isVisible()
    opened.view.edit()
    form = opened.view.form()
    assert form is not None
    assert form.draft().interests == "rowing"
    form.field("skills").setPlainText("typesetting")  # type: ignore[attr-defined]
    form.field("accomplishments").setPlainText("Ran the fair")  # type: ignore[attr-defined]
    form.save_asked.emit()
    kept = read_draft(opened.desk.workspace, grace)
    assert (kept.skills, kept.accomplishments, kept.networks) == ("typesetting", "Ran the fair", "Rotary")

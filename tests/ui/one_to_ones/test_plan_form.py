"""The card that plans one-to-ones: one person or several, changed, called off, picked up again."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.services.one_to_one_lists import person_one_to_ones, upcoming
from netdesk.services.one_to_ones import OneToOneDraft, one_to_one, plan_one_to_one
from netdesk.services.people import PersonDraft, new_person
from netdesk.ui.one_to_ones.plan_form import PlanOneToOnes, open_one_to_one_form
from netdesk.ui.one_to_ones.with_whom import WithWhom
from tests.support.kept_files import new_workspace
from tests.support.programs import overlay_of, running, said

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with three people in it."""
    file = tmp_path / "network.netdesk"
    workspace = new_workspace(file)
    for given, family in (("Grace", "Adeyemi"), ("Ravi", "Menon"), ("Aoife", "Byrne")):
        new_person(workspace, PersonDraft(given=given, family=family, level=2))
    workspace.close()
    return file


@pytest.fixture
def program(qapp: QApplication, path: Path) -> Iterator[Program]:
    with running(qapp, path, now=lambda: NOW) as running_one:
        yield running_one


def _open(program: Program, *people: int, **more: object) -> PlanOneToOnes:
    form = open_one_to_one_form(program.window.shell, people, **more)  # type: ignore[arg-type]
    assert isinstance(form, PlanOneToOnes)
    return form


def _planned(program: Program) -> list[tuple[str, str, str]]:
    found = program.window.shell.desk.read(lambda workspace: upcoming(workspace, NOW))
    return [(one.name, f"{one.starts:%a %d %b %H:%M}", one.objective) for one in found]


def _button(form: PlanOneToOnes, words: str) -> QPushButton:
    return next(one for one in form.findChildren(QPushButton) if one.text() == words)


def test_enter_plans_what_is_proposed(qtbot: QtBot, program: Program) -> None:
    form = _open(program, 1)
    assert form.slots[0].objective.hasFocus()
    assert form.when.day.text() == "Monday 30 November 2026, 10:00"
    qtbot.keyClick(form.slots[0].objective, Qt.Key.Key_Return)
    assert _planned(program) == [("Grace Adeyemi", "Mon 30 Nov 10:00", "Understand what Grace does")]
    assert said(program) == "Planned: one-to-one with Grace Adeyemi"
    assert overlay_of(program) is None
    program.window.shell.undo()
    assert _planned(program) == []


def test_everything_typed_is_kept(qtbot: QtBot, program: Program) -> None:
    form = _open(program, 1)
    slot = form.slots[0]
    for field, words in (
        (slot.objective, "Her ideal client"),
        (slot.day, "tue"),
        (slot.clock, "3 pm"),
        (form.shared.length, "1 h 30"),
        (form.shared.place, "Cafe Rosa"),
        (form.questions[1], "What do you love doing?"),
    ):
        field.selectAll()
        qtbot.keyClicks(field, words)
    form.shared.set_reminder(15)
    qtbot.keyClick(slot.clock, Qt.Key.Key_Return)
    plan = program.window.shell.desk.read(lambda workspace: one_to_one(workspace, 1))
    assert (plan.starts, plan.minutes, plan.place) == (
        datetime(2026, 11, 24, 15, tzinfo=UTC),
        90,
        "Cafe Rosa",
    )
    assert (plan.objective, plan.remind_minutes) == ("Her ideal client", 15)
    assert (plan.first_question, plan.second_question) == (
        "Who would be a good introduction for you?",
        "What do you love doing?",
    )


@pytest.mark.parametrize(
    ("field", "words", "said_so"),
    [
        ("clock", "late", "When does it begin?"),
        ("day", "someday", "Which day is it?"),
        ("length", "ages", "How long is it?"),
        ("day", "20 nov 2026", "That day has been."),
        ("zone", "Moon/Base", "“Moon/Base” is not a time zone I know."),
    ],
)
def test_what_is_not_understood_is_said_and_nothing_is_planned(
    qtbot: QtBot, program: Program, field: str, words: str, said_so: str
) -> None:
    form = _open(program, 1)
    fields = {
        "clock": form.slots[0].clock,
        "day": form.slots[0].day,
        "length": form.shared.length,
        "zone": form.shared.zone.lineEdit(),
    }
    line = fields[field]
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, words)
    form.keep_once()
    assert form.trouble.text().startswith(said_so)
    assert _planned(program) == []
    assert overlay_of(program) is not None


def test_several_get_a_time_each_that_can_be_changed(qtbot: QtBot, program: Program) -> None:
    heard: list[tuple[int, ...]] = []
    form = _open(program, 1, 2, 3, done=heard.append)
    assert form.title.text() == "3 one-to-ones"
    form.slots[1].clock.selectAll()
    qtbot.keyClicks(form.slots[1].clock, "14:00")
    form.keep_once()
    assert [line[:2] for line in _planned(program)] == [
        ("Grace Adeyemi", "Mon 30 Nov 10:00"),
        ("Ravi Menon", "Tue 01 Dec 14:00"),
        ("Aoife Byrne", "Wed 02 Dec 10:00"),
    ]
    assert [len(numbers) for numbers in heard] == [3]
    assert said(program) == "Planned: one-to-one with Grace Adeyemi and 2 more"


def test_a_plan_is_changed_and_called_off(qtbot: QtBot, program: Program) -> None:
    number = _planned_one(program)
    form = _open(program, one_to_one_id=number)
    assert form.title.text() == "The one-to-one with Grace Adeyemi"
    assert (form.shared.length.text(), form.shared.place.text()) == ("45 min", "Café Rosa")
    assert form.shared.remind_minutes() == 90
    form.shared.place.setText("Town Hall")
    form.keep_once()
    plan = program.window.shell.desk.read(lambda workspace: one_to_one(workspace, number))
    assert (plan.place, plan.minutes, plan.remind_minutes) == ("Town Hall", 45, 90)
    qtbot.mouseClick(_button(_open(program, one_to_one_id=number), "Call off"), Qt.MouseButton.LeftButton)
    assert _planned(program) == []
    found = program.window.shell.desk.read(lambda workspace: person_one_to_ones(workspace, 1, NOW))
    assert len(found.called_off) == 1


def test_somebody_else_at_the_same_hour_is_said(qtbot: QtBot, program: Program) -> None:
    _planned_one(program)
    form = _open(program, 2)
    assert form.when.clash.isHidden()
    form.slots[0].day.selectAll()
    qtbot.keyClicks(form.slots[0].day, "tue")
    assert form.when.clash.text() == "At 10:00 you sit down with Grace Adeyemi."
    assert not form.when.clash.isHidden()
    form.keep_once()
    assert len(_planned(program)) == 2


def test_a_plan_with_the_same_person_is_said(program: Program) -> None:
    number = _planned_one(program)
    form = _open(program, 1)
    assert form.when.already.text() == "Planned with Grace Adeyemi already: Tue 24 Nov, 10:00."
    form.ended.emit()
    assert _open(program, one_to_one_id=number).when.already.isHidden()


def test_what_was_typed_can_be_had_back(qtbot: QtBot, program: Program) -> None:
    form = _open(program, 1)
    form.slots[0].objective.setText("Her ideal client")
    form.shared.place.setText("Café Rosa")
    overlay = overlay_of(program)
    assert overlay is not None
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    assert said(program) == "The one-to-one is not planned yet."
    program.window.shell.says._offers["Go on"]()
    back = next(one for one in program.window.findChildren(PlanOneToOnes) if one.isVisible())
    assert (back.slots[0].objective.text(), back.shared.place.text()) == ("Her ideal client", "Café Rosa")


def test_without_anybody_it_asks_with_whom_first(qtbot: QtBot, program: Program) -> None:
    sheet = open_one_to_one_form(program.window.shell, [])
    assert isinstance(sheet, WithWhom)
    sheet.keep_once()
    assert sheet.trouble.text().startswith("With whom")
    qtbot.keyClicks(sheet.people.more, "Ravi")
    sheet.keep_once()
    form = next(one for one in program.window.findChildren(PlanOneToOnes) if one.isVisible())
    assert form.title.text() == "One-to-one with Ravi Menon"


def _planned_one(program: Program) -> int:
    draft = OneToOneDraft(
        1, datetime.fromisoformat("2026-11-24T10:00"), "Europe/London", 45, "Café Rosa", remind_minutes=90
    )
    numbers: list[int] = []
    program.window.shell.desk.do(lambda workspace: plan_one_to_one(workspace, draft, NOW), numbers.append)
    return numbers[0]

"""Planning a group's meetings on their card, and the panel that asks whether to stay."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.recurrence import Every
from netdesk.services.event_page import event_page
from netdesk.services.group_list import group_rows
from netdesk.services.group_meetings import meetings
from netdesk.services.person_page import events_named
from netdesk.ui.pages.events.page import EventsPage
from netdesk.ui.pages.groups.meetings_form import MeetingsForm, open_meetings_form
from netdesk.ui.pages.groups.worth_panel import WorthStaying
from netdesk.ui.widgets.row_menu import Entry
from tests.support.programs import overlay_of, place_shown, running, said

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", sample=True, now=lambda: NOW) as started:
        qtbot.waitUntil(started.window.isActiveWindow)
        yield started


@pytest.fixture
def club(program: Program) -> int:
    return next(row.id for row in group_rows(program.workspace) if row.name == "Breakfast Club")


def opened(program: Program, club: int) -> MeetingsForm:
    form = open_meetings_form(program.window.shell, club)
    assert isinstance(form, MeetingsForm)
    QCoreApplication.processEvents()
    return form


def test_a_year_of_meetings_is_planned_by_enter_and_taken_back_by_one_undo(
    qtbot: QtBot, program: Program, club: int
) -> None:
    before = meetings(program.workspace, club, NOW)
    form = opened(program, club)
    assert form.first.hasFocus()
    assert (form.at.text(), form.times.text()) == ("07:00", "52")
    assert form.last.text() == "The last one is on Friday 26 November 2027."
    qtbot.keyClick(form.first, Qt.Key.Key_Return)
    assert said(program) == "Planned 52 meetings"
    assert overlay_of(program) is None
    after = meetings(program.workspace, club, NOW)
    assert len(after.coming) == len(before.coming) + 52
    assert {(one.starts.hour, one.starts.minute) for one in after.coming} == {(7, 0)}
    program.window.shell.undo()
    assert meetings(program.workspace, club, NOW) == before


def test_the_number_follows_from_the_rhythm_while_it_is_a_year(program: Program, club: int) -> None:
    form = opened(program, club)
    form.every.setCurrentIndex(list(Every).index(Every.TWO_WEEKS))
    assert form.times.text() == "26"
    form.many.picked.emit(0)
    assert form.times.text() == "4"
    form.every.setCurrentIndex(list(Every).index(Every.MONTH))
    assert form.times.text() == "4"
    form.times.setText("12")
    assert form.many.chosen() == 1


def test_a_day_that_has_its_meeting_is_said_and_not_doubled(
    qtbot: QtBot, program: Program, club: int
) -> None:
    form = opened(program, club)
    form.first.clear()
    qtbot.keyClicks(form.first, "27 nov")
    form.times.setText("3")
    form.keep_once()
    assert said(program) == "Planned 2 meetings; 1 was there already"
    coming = meetings(program.workspace, club, NOW).coming
    assert [one.starts.date() for one in coming] == [
        date(2026, 11, 27),
        date(2026, 12, 4),
        date(2026, 12, 11),
    ]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("times", "0", "Plan from 1 to 104 meetings at once."),
        ("times", "many", "Plan from 1 to 104 meetings at once."),
        ("at", "25:99", "That is no time of day. Type it like 07:00 or 7 am."),
        ("first", "whenever", "On which day is the first meeting?"),
    ],
)
def test_what_cannot_be_understood_is_said_at_its_field(
    qtbot: QtBot, program: Program, club: int, field: str, typed: str, sentence: str
) -> None:
    before = meetings(program.workspace, club, NOW)
    form = opened(program, club)
    line = getattr(form, field)
    line.clear()
    qtbot.keyClicks(line, typed)
    form.keep_once()
    assert form.trouble.text() == sentence
    assert line.hasFocus()
    assert meetings(program.workspace, club, NOW) == before


def test_an_unfinished_plan_is_offered_again(program: Program, club: int) -> None:
    form = opened(program, club)
    form.times.setText("7")
    form.ended.emit()
    assert said(program) == "The meetings are not planned yet."


def test_a_meeting_on_the_card_leads_to_its_event(qtbot: QtBot, program: Program, club: int) -> None:
    form = opened(program, club)
    (first, *_) = form.lines.findChildren(QPushButton)
    assert first.text() == "Fri 27 Nov, 07:00–08:30"
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert overlay_of(program) is None
    assert place_shown(program) == "events"
    shown = meetings(program.workspace, club, NOW).coming[0].event_id
    assert event_page(program.workspace, shown, NOW).title == "Breakfast Club"


def test_the_panel_says_the_year_and_in_bold_what_is_missing(program: Program, club: int) -> None:
    panel = WorthStaying(program.window.shell)
    panel.show_group(club)
    assert panel.words.text().endswith("You know the room; you have not helped it yet.")
    said = "a year for 3 wins worth £4,150. You gave 6 referrals and received 5."
    assert said in panel.words.text()
    assert panel.words.accessibleName() == panel.words.text()
    assert "how often the group meets" in panel.words.toolTip()
    panel.deleteLater()


def test_the_page_of_a_meeting_leads_to_its_group(qtbot: QtBot, program: Program, club: int) -> None:
    gone: list[tuple[str, object]] = []
    program.window.shell.open_event(meetings(program.workspace, club, NOW).coming[0].event_id)
    page = program.window.page("events")
    assert isinstance(page, EventsPage)
    header = page.view.header
    assert (header.group.button.text(), header.host.text()) == ("Breakfast Club", "")
    assert header.group.isVisible()
    program.window.shell.wanted.connect(lambda name, target: gone.append((name, target)))
    qtbot.mouseClick(header.group.button, Qt.MouseButton.LeftButton)
    assert gone == [("groups", {"group": club})]


def test_an_event_becomes_a_meeting_from_its_menu(program: Program, club: int) -> None:
    shell = program.window.shell
    mixer = next(one.id for one in events_named(program.workspace, "Chamber autumn", 5))
    shell.open_event(mixer)
    page = program.window.page("events")
    assert isinstance(page, EventsPage)

    def line() -> Entry:
        return next(
            one for one in page._entries() if one is not None and one.text == "Meeting of Breakfast Club"
        )

    assert line().checked is False
    line().run()
    assert said(program) == "Make Chamber autumn mixer a meeting of Breakfast Club"
    assert event_page(program.workspace, mixer, NOW).group_id == club
    assert page.view.header.group.isVisible()
    assert line().checked is True
    line().run()
    assert event_page(program.workspace, mixer, NOW).group_id is None
    assert page.view.header.group.isHidden()

"""Settings in the real window: each thing saved where it stands, told in a toast, undone, refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.services.levels import levels
from netdesk.services.markets import markets
from netdesk.services.own_fields import OwnFieldKind, own_fields
from netdesk.services.preferences import DateOrder, PaperChoice, method_settings, preferences
from netdesk.services.tags import tags
from netdesk.services.workspace_file import workspace_file
from netdesk.ui.pages.settings.file_panel import size_words
from netdesk.ui.pages.settings.markets_panel import MarketForm
from netdesk.ui.pages.settings.page import SettingsPage
from netdesk.ui.theme.scheme import Scheme
from netdesk.ui.widgets.buttons import QPushButton
from tests.support.faults import disk_failing_after
from tests.support.programs import ScriptedDialogs, overlay_of, place_shown, running, said

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, dialogs: ScriptedDialogs) -> Iterator[Program]:
    with running(qapp, tmp_path / "My network.netdesk", sample=True, dialogs=dialogs) as one:
        one.window.show_place("settings")
        yield one


@pytest.fixture
def page(program: Program) -> SettingsPage:
    found = program.window.current_page()
    assert isinstance(found, SettingsPage)
    return found


def typed(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_level_is_renamed_and_the_name_comes_back_by_undo(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    form = page.levels.forms[1]
    typed(qtbot, form.name, "Known face")
    assert program.desk.read(levels)[1].name == "Known face"
    assert said(program) == "Change the level Known face"
    page.setFocus()
    program.window.shell.undo()
    assert form.name.text() == "Familiar face"


@pytest.mark.parametrize(("name", "sentence"), [("proven PARTNER", "already"), (" ", "needs a name")])
def test_a_name_that_cannot_be_is_said_and_stays(
    qtbot: QtBot, program: Program, page: SettingsPage, name: str, sentence: str
) -> None:
    form = page.levels.forms[1]
    typed(qtbot, form.name, name)
    assert sentence in form.wrong.text()
    assert form.wrong.isVisible()
    assert form.name.accessibleDescription() == form.wrong.text()
    assert program.desk.read(levels)[1].name == "Familiar face"
    page.redraw(None)
    assert form.name.text() == name
    typed(qtbot, form.name, "Known face")
    assert not form.wrong.isVisible()
    assert program.desk.read(levels)[1].name == "Known face"


@pytest.mark.parametrize(("weeks", "sentence"), [(0, "at least one week"), (520, "two years")])
def test_rhythms_of_nought_and_of_ten_years_are_refused(
    program: Program, page: SettingsPage, weeks: int, sentence: str
) -> None:
    form = page.levels.forms[0]
    form.weeks.setValue(weeks)
    assert sentence in form.wrong.text()
    assert program.desk.read(levels)[0].rhythm_days == 84
    form.weeks.setValue(10)
    assert program.desk.read(levels)[0].rhythm_days == 70


def test_a_capacity_of_nought_is_no_limit(program: Program, page: SettingsPage) -> None:
    form = page.levels.forms[4]
    form.capacity.setValue(0)
    assert program.desk.read(levels)[4].capacity is None
    assert form.capacity.text() == "no limit"


def test_numbers_of_the_method_are_kept_refused_and_set_back(program: Program, page: SettingsPage) -> None:
    field = page.method.fields["words_per_minute"]
    field.setValue(130)
    assert program.desk.read(method_settings).words_per_minute == 130
    page.method.fields["solid_low"].setValue(9)
    assert program.desk.read(method_settings).solid_low == 2
    page.method.action_clicked.emit()
    assert field.value() == 145


def test_reminders_are_turned_off_and_on(qtbot: QtBot, program: Program, page: SettingsPage) -> None:
    assert program.desk.read(preferences).tell_when_due
    page.reminders.choice.setFocus()
    qtbot.keyClick(page.reminders.choice, Qt.Key.Key_Right)
    assert not program.desk.read(preferences).tell_when_due
    assert said(program) == "Do not tell me when something is due"
    program.window.shell.undo()
    assert program.desk.read(preferences).tell_when_due
    assert page.reminders.choice.chosen() == 0


def test_leaving_the_page_keeps_what_stands_in_a_field(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    form = page.levels.forms[2]
    form.meaning.setFocus()
    form.meaning.selectAll()
    qtbot.keyClicks(form.meaning, "We help each other")
    qtbot.keyClick(program.window, Qt.Key.Key_2, CTRL)
    assert place_shown(program) == "contacts"
    assert program.desk.read(levels)[2].meaning == "We help each other"


def test_the_look_is_worn_at_once(program: Program, page: SettingsPage) -> None:
    page.look.choice.picked.emit(1)
    assert program.window.shell.appearance.choice() is Scheme.DARK
    page.look.choice.picked.emit(0)
    assert page.look.choice.chosen() == 0


def test_customs_are_kept(qtbot: QtBot, program: Program, page: SettingsPage) -> None:
    typed(qtbot, page.customs.currency, "chf")
    typed(qtbot, page.customs.region, "CH")
    typed(qtbot, page.customs.trade, "bookkeeping, virtual assistant")
    page.customs.paper.picked.emit(1)
    page.customs.order.picked.emit(1)
    kept = program.desk.read(preferences)
    assert (kept.currency, kept.region) == ("CHF", "CH")
    assert kept.own_trade == ("bookkeeping", "virtual assistant")
    assert (kept.paper, kept.date_order) == (PaperChoice.LETTER, DateOrder.MONTH_FIRST)
    assert page.customs.currency.text() == "CHF"
    typed(qtbot, page.customs.currency, "pounds")
    assert "three letters" in said(program)
    assert program.desk.read(preferences).currency == "CHF"


def test_tags_are_added_renamed_and_deleted_with_undo(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    typed(qtbot, page.tags.new, "Zebra")
    assert "Zebra" in [tag.name for tag in program.desk.read(tags)]
    assert page.tags.new.text() == ""
    typed(qtbot, page.tags.new, "zebra")
    assert page.tags.new.accessibleDescription().startswith("There is a tag")
    page.tags.new.setText("")
    first = page.tags.rows[0]
    people = program.desk.read(tags)[0].people
    typed(qtbot, first.line, "aardvark club")
    assert program.desk.read(tags)[0].name == "aardvark club"
    assert page.tags.rows[0].word.detail.startswith(str(people))
    page.tags.rows[0].bin.click()
    assert "aardvark club" not in [tag.name for tag in program.desk.read(tags)]
    program.window.shell.undo()
    assert program.desk.read(tags)[0].people == people


def test_many_tags_are_found_by_typing(qtbot: QtBot, program: Program, page: SettingsPage) -> None:
    assert len(page.tags.rows) == 20
    page.tags.new.setText("wellb")
    assert [row.word.name for row in page.tags.rows] == ["wellbeing"]


def test_own_fields_are_added_with_a_kind(qtbot: QtBot, program: Program, page: SettingsPage) -> None:
    page.fields.kinds.setCurrentIndex(page.fields.kinds.findData(OwnFieldKind.DATE.value))
    typed(qtbot, page.fields.new, "Member since")
    added = program.desk.read(own_fields)[-1]
    assert (added.name, added.kind) == ("Member since", OwnFieldKind.DATE)
    page.fields.rows[-1].bin.click()
    assert "Member since" not in [one.name for one in program.desk.read(own_fields)]


def test_a_market_is_written_and_refused_in_its_card(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    page.markets.action_clicked.emit()
    form = program.window.findChild(MarketForm)
    assert isinstance(form, MarketForm)
    typed(qtbot, form.name, "independent SHOPS")
    assert "already" in form.wrong.text()
    form.gather.setPlainText("Trade fairs")
    typed(qtbot, form.name, "Coffee bars")
    assert overlay_of(program) is None
    added = next(market for market in program.desk.read(markets) if market.name == "Coffee bars")
    assert added.where_they_gather == "Trade fairs"
    page.markets.deleted.emit(added.id)
    assert "Coffee bars" not in [market.name for market in program.desk.read(markets)]


def test_a_backup_is_written_listed_and_checked(
    program: Program, page: SettingsPage, dialogs: ScriptedDialogs
) -> None:
    folder = program.workspace.backups
    assert folder is not None
    dialogs.answers = [folder]
    page.file.buttons["backup"].click()
    copies = program.desk.read(workspace_file).copies
    assert [row.button.accessibleName()[:18] for row in page.file.rows] == ["Restore the backup"]
    assert said(program) == f"Backed up as {copies[0].path.name}"
    page.file.buttons["check"].click()
    assert said(program) == "The workspace is sound: 80 people, 36 events"
    dialogs.answers = [None]
    page.file.buttons["backup"].click()
    assert len(program.desk.read(workspace_file).copies) == 1


def test_restoring_is_explained_and_asked_for(
    qtbot: QtBot, program: Program, page: SettingsPage, dialogs: ScriptedDialogs
) -> None:
    wanted: list[Path] = []
    program.window.shell.restore_wanted.connect(wanted.append)
    dialogs.answers = [program.workspace.backups]
    page.file.buttons["backup"].click()
    dialogs.answers = ["Cancel", "Restore"]
    page.file.rows[0].button.click()
    assert wanted == []
    assert "nothing is lost" in dialogs.asked[-1]
    page.file.rows[0].button.click()
    assert wanted == [program.desk.read(workspace_file).copies[0].path]


def test_other_workspaces_are_asked_for(
    program: Program, page: SettingsPage, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    wanted: list[Path] = []
    program.window.shell.other_workspace_wanted.connect(wanted.append)
    dialogs.answers = [[tmp_path / "Other.netdesk"], [], tmp_path / "Fresh", tmp_path / "My network.netdesk"]
    page.file.buttons["open"].click()
    page.file.buttons["open"].click()
    page.file.buttons["new"].click()
    assert wanted == [tmp_path / "Other.netdesk", tmp_path / "Fresh.netdesk"]
    page.file.buttons["new"].click()
    assert "was left as it is" in dialogs.asked[-1]
    assert len(wanted) == 2


def test_the_sample_network_goes_and_comes(program: Program, page: SettingsPage) -> None:
    assert not page.sample.add.isVisible()
    page.sample.remove.click()
    assert said(program) == "The sample network is gone"
    assert page.sample.add.isVisible()
    page.sample.add.click()
    assert page.sample.remove.isVisible()


def test_about_leads_on(program: Program, page: SettingsPage) -> None:
    buttons = {one.text(): one for one in page.about.findChildren(QPushButton)}
    buttons["Copy details"].click()
    assert QGuiApplication.clipboard().text().startswith("NetDesk ")
    assert said(program).startswith("Details copied")
    buttons["Version and licences"].click()
    overlay = overlay_of(program)
    assert overlay is not None
    assert overlay.accessibleName() == "About NetDesk"


def test_a_write_that_fails_leaves_the_view_as_the_file_is(
    qtbot: QtBot, program: Program, page: SettingsPage
) -> None:
    form = page.levels.forms[0]
    with disk_failing_after(program.workspace.path.with_name(f"{program.workspace.path.name}-wal"), 0):
        typed(qtbot, form.name, "Never written")
    assert "full" in said(program) or "disk" in said(program)
    assert program.desk.read(levels)[0].name == "Sausage sharer"
    assert form.name.text() == "Sausage sharer"


def test_columns_become_one_where_it_is_narrow(program: Program, page: SettingsPage) -> None:
    assert page.columns.is_wide()
    program.window.resize(920, 700)
    QApplication.processEvents()
    assert not page.columns.is_wide()
    assert page.about.isVisibleTo(page)
    assert page.columns.minimumSizeHint().width() <= page.view.viewport().width()


def test_sizes_are_written_for_reading() -> None:
    assert size_words(4_200_000) == "4.2 MB"

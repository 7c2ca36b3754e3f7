"""What the page of one person shows, and what happens when it is used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netdesk.method.contact_kinds import PersonKind
from netdesk.services.follow_ups import add_follow_up
from netdesk.services.levels import moves
from netdesk.services.people import PersonDraft, change_fields, new_person, read_draft
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.person.who import PersonRow
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.chip import Chip
from tests.support.person_window import TODAY, PersonWindow
from tests.support.seen import choose, open_menu, words


def test_the_header_says_who_it_is_and_where_from(opened: PersonWindow) -> None:
    header = opened.view.header
    assert header.name.text() == "Grace Adeyemi"
    assert header.line.text() == "Owner, Bright Copy  ·  met 6 Mar, through Sam Carter"
    assert [chip.text() for chip in header.chips.chips()] == ["copywriting", "Connector"]
    assert opened.view.steps.level() == 2
    assert opened.view.ready.before() == "Next:"
    assert opened.view.ready.step() == "hold a one-to-one with an objective"


def test_reach_help_and_knows_stand_at_the_right(opened: PersonWindow) -> None:
    about = opened.view.about
    assert [row.point.value for row in about.reach.rows()] == [
        "grace@brightcopy.example",
        "+44 7700 900123",
        "brightcopy.example",
    ]
    assert "every 8 weeks" in words(about.reach)
    assert "17 December" in words(about.reach)
    assert "How I can help Grace" in words(about.help)
    assert about.knows.isVisible()
    assert not about.own.isVisible()
    assert [row.accessibleName() for row in about.knows.findChildren(PersonRow)] == [
        "Sam Carter introduced us"
    ]


def test_nobody_chosen_says_what_belongs_here(opened: PersonWindow) -> None:
    opened.show(None)
    assert opened.view.empty.isVisible()
    assert "Nobody is chosen" in words(opened.view.empty)
    assert not opened.view.header.isVisible()


def test_an_empty_workspace_says_how_to_begin(opened: PersonWindow, workspace: Workspace) -> None:
    with workspace.change("Bin everybody"):
        workspace.sql("UPDATE person SET binned_at = created_at")
    opened.show(None)
    assert "Nobody is here yet" in words(opened.view.empty)


def test_somebody_in_the_bin_or_archived_is_marked(
    opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    with workspace.change("Put away"):
        workspace.sql(
            "UPDATE person SET binned_at = created_at, archived_at = created_at WHERE id = ?", (grace,)
        )
    QApplication.processEvents()
    marks = [chip.text() for chip in opened.view.header.chips.findChildren(Chip) if chip.isVisible()]
    assert marks == ["In the bin", "Archived"]


def test_somebody_who_goes_gives_way_to_the_empty_view(opened: PersonWindow, workspace: Workspace) -> None:
    person = new_person(workspace, PersonDraft(given="Ann"))
    opened.show(person)
    workspace.undo()
    assert opened.view.empty.isVisible()


def test_a_step_moves_the_person_and_asks_why(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    step = opened.view.steps.findChildren(QAbstractButton)[2]
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert opened.view.steps.level() == 3
    assert opened.said() == "Moved Grace Adeyemi to Equally engaged"
    opened.dialogs.answers = ["made a workshop together"]
    opened.shell.says._offers["Why?"]()
    assert moves(workspace, grace)[0].why == "made a workshop together"
    assert "made a workshop together" in opened.view.timeline.entries()[-1].entry.words
    opened.shell.undo()
    assert opened.view.steps.level() == 2


def test_the_steps_work_by_keys(qtbot: QtBot, opened: PersonWindow) -> None:
    steps = opened.view.steps.findChildren(QAbstractButton)
    steps[1].setFocus()
    qtbot.keyClick(steps[1], Qt.Key.Key_Right)
    assert steps[2].hasFocus()
    qtbot.keyClick(steps[2], Qt.Key.Key_Return)
    assert opened.view.steps.level() == 3


def test_help_is_edited_in_place_and_leaving_saves(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int, sam: int
) -> None:
    panel = opened.view.about.help
    panel.edit()
    editor = opened.window.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "writes for charities")
    opened.show(sam)
    assert read_draft(workspace, grace).what_they_do == "writes for charities"
    opened.show(grace)
    panel.edit()
    qtbot.keyClicks(opened.window.focusWidget(), "no, ")
    qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_Escape)
    assert read_draft(workspace, grace).what_they_do == "writes for charities"
    assert not panel.is_editing()


def test_tags_kinds_and_markets_come_and_go(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    chips = opened.view.header.chips
    opened.dialogs.answers = ["speaker"]
    chips.offer_more()
    choose("New tag")
    assert read_draft(workspace, grace).tags == ("copywriting", "speaker")
    assert opened.said() == "Tagged Grace Adeyemi “speaker”"
    tag = chips.chips()[0]
    tag.setFocus()
    qtbot.keyClick(tag, Qt.Key.Key_Delete)
    assert read_draft(workspace, grace).tags == ("speaker",)
    chips.offer_more()
    menu = open_menu()
    kinds = next(action for action in menu.actions() if "to me" in action.text())
    kinds.menu().actions()[list(PersonKind).index(PersonKind.SUPPLIER)].trigger()
    menu.close()
    assert set(read_draft(workspace, grace).kinds) == {PersonKind.CONNECTOR, PersonKind.SUPPLIER}
    opened.shell.undo()
    assert read_draft(workspace, grace).kinds == (PersonKind.CONNECTOR,)
    chips.chips()[-1].click()
    choose("Remove the kind")
    assert read_draft(workspace, grace).kinds == ()
    assert opened.said() == "Grace Adeyemi is no connector any more"
    opened.dialogs.answers = ["Charities"]
    chips.offer_more()
    menu = open_menu()
    market = next(action for action in menu.actions() if action.text() == "Target market")
    market.menu().actions()[-1].trigger()
    menu.close()
    assert [one.market for one in read_draft(workspace, grace).markets] == ["Charities"]
    chips.offer_more()
    menu = open_menu()
    market = next(action for action in menu.actions() if action.text() == "Target market")
    charities = market.menu().actions()[0]
    charities.menu().actions()[1].trigger()
    menu.close()
    assert opened.said() == "Grace Adeyemi is close to the market “Charities”"
    assert [chip.text() for chip in chips.chips()][-1] == "close to Charities"


def test_pressing_who_introduced_us_opens_them(qtbot: QtBot, opened: PersonWindow, sam: int) -> None:
    row = opened.view.about.knows.findChildren(PersonRow)[0]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened.view.person_id() == sam
    assert "met through Sam" in opened.view.about.knows.findChildren(PersonRow)[-1].accessibleName()


ODD = (
    "<img src='file:///etc/passwd'><b>bold</b>",
    "w" * 19_000,
    "🎉🎉 مرحبا بكم שלום",
    "one\ntwo\n\nthree",
)


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_shown_as_it_is(
    opened: PersonWindow, workspace: Workspace, grace: int, text: str
) -> None:
    change_fields(
        workspace,
        grace,
        given=text[:150],
        role=text[:150],
        note=text,
        ideal_client=text,
        tags=(text[:50],),
    )
    add_follow_up(workspace, grace, text[:400], TODAY)
    for label in opened.view.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()[:40]
    shown = " ".join(text[:15].split())
    assert shown in opened.view.header.name.text().replace("\u200b", "").replace("\n", " ")
    assert opened.window.grab().width() > 0


def test_every_control_can_be_reached_and_has_a_name(
    opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    add_follow_up(workspace, grace, "Call", TODAY)
    opened.view.edit()
    reached = [
        widget
        for widget in opened.view.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in reached
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not (isinstance(widget, QLineEdit) and widget.parentWidget().accessibleName())
    ]
    assert nameless == []
    assert len(reached) > 30


def test_a_narrow_page_puts_the_right_column_behind_a_tab(opened: PersonWindow) -> None:
    opened.view.setFixedWidth(metrics().px(560))
    QApplication.processEvents()
    tabs = opened.view.tabs
    assert [tabs.bar.tabText(place) for place in range(2)] == ["Timeline", "About"]
    assert not opened.view.about.isVisible()
    tabs.bar.setCurrentIndex(1)
    assert opened.view.about.isVisible()
    assert not opened.view.timeline.isVisible()
    opened.view.setFixedWidth(metrics().px(1000))
    QApplication.processEvents()
    assert "About" not in [tabs.bar.tabText(place) for place in range(tabs.bar.count())]
    assert opened.view.about.isVisible()
    assert opened.view.timeline.isVisible()

"""The page of one event, driven by keys and mouse: what is seen and what is stored."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from netdesk.method.goals import Goal, GoalKind
from netdesk.method.preparation import Part, PitchChoice
from netdesk.method.triage import Audience, Purpose, Shares
from netdesk.services import expected
from netdesk.services.event_page import EventPage, event_goals, event_page, expected_people
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.event_view import EventTab
from netdesk.ui.theme.scheme import Scheme
from tests.support.events import NOW, mixer, wall
from tests.support.events_window import EventsWindow, prepared_mixer
from tests.support.workspaces import sample_people

LEFT = Qt.MouseButton.LeftButton
NASTY = "<b>bold</b> <img src='file:///etc/hostname'> 🎉 שלום & done"


def stored(window: EventsWindow) -> EventPage:
    page = window.view.page
    assert page is not None
    return event_page(window.workspace, page.id, NOW)


def write(qtbot: QtBot, window: EventsWindow, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    if text.isascii():
        qtbot.keyClicks(focused, text)
    elif isinstance(focused, QPlainTextEdit):
        # Keys of a test have Latin letters only; the rest comes as if pasted.
        focused.insertPlainText(text)
    else:
        assert isinstance(focused, QLineEdit)
        focused.insert(text)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def test_the_page_shows_what_was_prepared(mixer_window: EventsWindow) -> None:
    header, before = mixer_window.view.header, mixer_window.before
    assert header.title.text() == "Chamber autumn mixer"
    assert header.when.text() == "Tue 24 Nov, 17:30–19:30"
    assert header.place.text() == "Town Hall, Mill Street"
    assert header.host.text() == "Chamber of Commerce"
    assert header.cost.isHidden()
    assert [row.title.text() for row in before.goals.rows()] == [
        "Collect cards from potential clients",
        "Try “Inbox to zero” on people",
        "Find one strategic partner",
    ]
    assert [row.name.text() for row in before.people.rows()][
        4
    ] == "Guest: head of Retail 27 · not yet a contact"
    assert before.worth.chip.text() == "Networking"
    assert before.worth.sentence.text() == "few clients, many connectors"
    assert before.pitch.version.text() == "Inbox to zero · v1"
    assert before.pitch.notice.isHidden()
    assert before.room.lines()[0] == "Learn from 6–8 people, not 20"
    assert before.gaps.isHidden()


def test_a_box_is_ticked_with_the_mouse_and_the_keys(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    boxes = mixer_window.before.goals.rows()[0]._boxes
    qtbot.mouseClick(boxes, LEFT, pos=QPoint(boxes.height() // 2 + 2 * 19, boxes.height() // 2))
    assert stored(mixer_window).goals[0].reached == 3
    qtbot.keyClick(boxes, Qt.Key.Key_Left)
    assert stored(mixer_window).goals[0].reached == 2
    assert mixer_window.before.goals.rows()[0]._count.text() == "2 / 5"
    mixer_window.desk.undo()
    assert mixer_window.before.goals.rows()[0]._count.text() == "0 / 5"


def test_a_follow_up_is_changed_in_its_place(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    row = mixer_window.before.goals.rows()[2]
    qtbot.mouseClick(row.follow_up, LEFT)
    write(qtbot, mixer_window, NASTY)
    press(qtbot, Qt.Key.Key_Return)
    assert stored(mixer_window).goals[2].goal.follow_up == NASTY
    assert row.follow_up.text() == NASTY
    row.follow_up.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    write(qtbot, mixer_window, "thrown away")
    press(qtbot, Qt.Key.Key_Escape)
    assert stored(mixer_window).goals[2].goal.follow_up == NASTY
    assert row.follow_up.text() == NASTY


def test_leaving_a_field_by_any_way_keeps_its_words(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    cells = mixer_window.before.people.rows()[0].cells
    qtbot.mouseClick(cells["why"], LEFT)
    write(qtbot, mixer_window, "by Tab")
    press(qtbot, Qt.Key.Key_Tab)
    assert stored(mixer_window).people[0].why == "by Tab"
    qtbot.mouseClick(cells["give"], LEFT)
    write(qtbot, mixer_window, "by another page")
    mixer_window.window.show_place("contacts")
    assert stored(mixer_window).people[0].give == "by another page"
    mixer_window.window.show_place("events")
    qtbot.mouseClick(cells["ask"], LEFT)
    write(qtbot, mixer_window, "by another event")
    other = mixer(mixer_window.workspace, title="Other")
    first = mixer_window.view.page
    assert first is not None
    mixer_window.page.open(event=other)
    assert event_page(mixer_window.workspace, first.id, NOW).people[0].ask == "by another event"


def test_closing_the_window_keeps_what_is_being_written(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    cells = mixer_window.before.people.rows()[1].cells
    qtbot.mouseClick(cells["why"], LEFT)
    write(qtbot, mixer_window, "almost lost")
    mixer_window.window.close()
    assert stored(mixer_window).people[1].why == "almost lost"


def test_a_change_elsewhere_leaves_the_open_field_alone(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    row = mixer_window.before.people.rows()[0]
    qtbot.mouseClick(row.cells["why"], LEFT)
    write(qtbot, mixer_window, "mine")
    expected.edit_expected(mixer_window.workspace, row.line.id, why="theirs", give="also theirs")
    assert row.cells["give"].text() == "also theirs"
    assert row.cells["why"].is_editing()
    press(qtbot, Qt.Key.Key_Return)
    assert stored(mixer_window).people[0].why == "mine"


def test_a_goal_is_added_by_keys(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.view.tabs.setFocus()
    press(qtbot, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    mixer_window.pick("Help people")
    row = mixer_window.before.goals.rows()[3]
    assert row.is_open()
    assert QApplication.focusWidget() is row.form().count
    write(qtbot, mixer_window, "4")
    press(qtbot, Qt.Key.Key_Return)
    assert not row.is_open()
    assert stored(mixer_window).goals[3].goal == Goal(GoalKind.HELP, 4, "Do what I offered within 48 h", "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "0 is nobody; choose at least 1."),
        ("1001", "1,001 is too many; choose up to 1,000."),
        ("many", "Write a number from 1 to 1,000, or leave it empty."),
        ("²", "Write a number from 1 to 1,000, or leave it empty."),
    ],
)
def test_a_count_that_cannot_be_is_said_at_its_field(
    qtbot: QtBot, mixer_window: EventsWindow, typed: str, said: str
) -> None:
    row = mixer_window.before.goals.rows()[0]
    qtbot.mouseClick(row.title, LEFT)
    form = row.form()
    form.count.setFocus()
    form.count.selectAll()
    write(qtbot, mixer_window, typed)
    press(qtbot, Qt.Key.Key_Return)
    assert row.is_open()
    assert form._error.text() == said
    assert form.count.property("wrong")
    assert stored(mixer_window).goals[0].goal.count == 5
    form.count.selectAll()
    write(qtbot, mixer_window, "7")
    press(qtbot, Qt.Key.Key_Return)
    assert not row.is_open()
    assert stored(mixer_window).goals[0].goal.count == 7


def test_another_kind_brings_its_count_and_follow_up(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.before.goals.add(GoalKind.HELP)
    form = mixer_window.before.goals.rows()[3].form()
    form.kind.setFocus()
    press(qtbot, Qt.Key.Key_Home)
    form.kind.activated.emit(0)
    goal = stored(mixer_window).goals[3].goal
    assert (goal.kind, goal.count) == (GoalKind.TRY_MESSAGE, 10)
    assert goal.follow_up == GoalKind.TRY_MESSAGE.follow_up_suggestion
    form.close_form()
    assert mixer_window.before.goals.rows()[3]._gap.text() == "Say which message you want to try."


def test_goals_move_and_go_by_keys_and_come_back(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    rows = mixer_window.before.goals.rows()
    order = [row.line.id for row in rows]
    rows[0].title.setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [line.id for line in stored(mixer_window).goals] == [order[1], order[0], order[2]]
    assert [row.line.id for row in mixer_window.before.goals.rows()] == [order[1], order[0], order[2]]
    assert QApplication.focusWidget() is rows[0].title
    press(qtbot, Qt.Key.Key_Delete)
    assert len(mixer_window.before.goals.rows()) == 2
    assert mixer_window.toast() == "Removed “Collect cards from potential clients”"
    assert QApplication.focusWidget() is rows[2].title
    mixer_window.window.shell.undo()
    assert [row.line.id for row in mixer_window.before.goals.rows()] == [order[1], order[0], order[2]]


def test_a_count_too_high_for_boxes_is_tallied(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    goals = mixer_window.before.goals
    row = goals.rows()[0]
    row.wrote.emit(Goal(GoalKind.COLLECT_CARDS, 40, "x"))
    assert row._boxes.isHidden()
    qtbot.mouseClick(row._tally._more, LEFT)
    assert stored(mixer_window).goals[0].reached == 1
    assert row._count.text() == "1 / 40"


def test_a_contact_and_a_new_name_are_added(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    sample_people(mixer_window.workspace, 20, level=4)
    people = mixer_window.before.people
    people.open_line()
    qtbot.keyClicks(people.line, "grace adeyemi")
    qtbot.waitUntil(lambda: people.line.offered()[:1] == ["Grace Adeyemi"])
    qtbot.keyClick(people.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: people.line.text() == "")
    write(qtbot, mixer_window, NASTY)
    qtbot.keyClick(people.line, Qt.Key.Key_Return)
    found = stored(mixer_window).people[5:]
    assert [(line.name, line.level, line.person_id is None) for line in found] == [
        ("Grace Adeyemi", 4, False),
        (NASTY, None, True),
    ]
    assert people.rows()[6].name.text().startswith(NASTY)
    qtbot.keyClick(people.line, Qt.Key.Key_Escape)
    assert not people.line.isVisible()
    # The window's own: without a screen a popup may leave the window inactive for a moment.
    assert mixer_window.window.focusWidget() is people._add


def test_an_offered_contact_is_picked_with_the_arrows(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    people = sample_people(mixer_window.workspace, 26)
    panel = mixer_window.before.people
    panel.open_line()
    qtbot.keyClicks(panel.line, "grace")
    qtbot.waitUntil(panel.line._popup.isVisible)
    qtbot.keyClick(panel.line._popup, Qt.Key.Key_Down)
    qtbot.keyClick(panel.line._popup, Qt.Key.Key_Return)
    assert stored(mixer_window).people[5].person_id == people[13]
    qtbot.waitUntil(lambda: panel.line.text() == "")


def test_a_name_becomes_a_contact_and_is_opened(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    row = mixer_window.before.people.rows()[0]
    row._menu.open()
    mixer_window.pick("Make a contact")
    person = stored(mixer_window).people[0].person_id
    assert person is not None
    assert mixer_window.toast() == "Ravi Menon is a contact now"
    assert row.name.text() == "Ravi Menon · Menon Accountancy"
    qtbot.mouseClick(row.name, LEFT)
    assert mixer_window.opened("contacts") == [{"person": person}]


def test_a_name_is_changed_and_people_move_and_go(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    rows = mixer_window.before.people.rows()
    qtbot.mouseClick(rows[4].name, LEFT)
    write(qtbot, mixer_window, "Ann Lee")
    press(qtbot, Qt.Key.Key_Return)
    assert stored(mixer_window).people[4].name == "Ann Lee"
    rows[4].name.setFocus()
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [line.name for line in stored(mixer_window).people][3:] == ["Ann Lee", "Tom Okafor"]
    press(qtbot, Qt.Key.Key_Delete)
    assert len(stored(mixer_window).people) == 4
    assert mixer_window.toast() == "Took Ann Lee off the people to meet"
    assert QApplication.focusWidget() is rows[3].name


def test_many_people_are_shown_in_two_steps(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    page = mixer_window.view.page
    assert page is not None
    expected.expect_people(mixer_window.workspace, page.id, sample_people(mixer_window.workspace, 60))
    people = mixer_window.before.people
    assert len(people.rows()) == 20
    assert people._more.text() == "Show 45 more"
    qtbot.mouseClick(people._more, LEFT)
    assert len(people.rows()) == 65


def test_shares_are_set_by_keys_pointer_and_number(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    worth = mixer_window.before.worth
    slider = worth.shares.sliders[Audience.TARGET_MARKET]
    slider.setFocus()
    for _ in range(6):
        press(qtbot, Qt.Key.Key_PageUp)
    assert worth.chip.text() == "Prospecting"
    worth.finish()
    shares = stored(mixer_window).shares
    assert shares.target_market == 70
    assert sum(shares.of(audience) or 0 for audience in Audience) == 100
    bar = worth.shares.sliders[Audience.SAME_TRADE]
    qtbot.mouseClick(bar, LEFT, pos=QPoint(bar.width() - 1, bar.height() // 2))
    qtbot.waitUntil(lambda: (stored(mixer_window).shares.same_trade or 0) >= 99)
    number = worth.shares.numbers[Audience.CLOSE]
    number.setFocus()
    number.selectAll()
    write(qtbot, mixer_window, "80%")
    press(qtbot, Qt.Key.Key_Return)
    assert stored(mixer_window).shares.close == 80
    number.selectAll()
    write(qtbot, mixer_window, "900")
    press(qtbot, Qt.Key.Key_Return)
    assert number.text() == "80%"


def test_the_purpose_is_overruled_and_given_back(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    worth = mixer_window.before.worth
    worth.chip.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    mixer_window.pick("Socialising")
    assert stored(mixer_window).overruled is Purpose.SOCIALISING
    assert worth._note.text() == "Overruled by hand; the shares say Networking."
    qtbot.mouseClick(worth.chip, LEFT)
    mixer_window.pick("As the shares say")
    assert stored(mixer_window).overruled is None
    qtbot.mouseClick(worth.sentence, LEFT)
    write(qtbot, mixer_window, NASTY)
    press(qtbot, Qt.Key.Key_Return)
    assert stored(mixer_window).sentence == NASTY


def test_what_is_missing_leads_to_where_it_is_done(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace
) -> None:
    mixer(workspace)
    window = EventsWindow(qapp, workspace)
    gaps = window.before.gaps
    assert len(gaps.sentences()) == 3
    qtbot.mouseClick(gaps.button(Part.PEOPLE), LEFT)
    assert QApplication.focusWidget() is window.before.people.line
    write(qtbot, window, "Guest")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.mouseClick(gaps.button(Part.GOALS), LEFT)
    window.pick("Book one-to-ones")
    press(qtbot, Qt.Key.Key_Return)
    assert len(gaps.sentences()) == 1
    qtbot.mouseClick(window.before.pitch.none_needed, LEFT)
    assert gaps.isHidden()
    assert stored(window).pitch_choice is PitchChoice.NONE_NEEDED
    window.close()


def test_attended_is_marked_and_unmarked(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    button = mixer_window.view.header.attended
    qtbot.mouseClick(button, LEFT)
    assert stored(mixer_window).attended is True
    assert button.text() == "Attended"
    assert mixer_window.toast() == "You went to “Chamber autumn mixer”"
    qtbot.mouseClick(button, LEFT)
    assert stored(mixer_window).attended is None
    mixer_window.view.header.menu.open()
    mixer_window.pick("I did not go")
    assert stored(mixer_window).attended is False


def test_notes_are_kept_when_they_are_left(qtbot: QtBot, mixer_window: EventsWindow) -> None:
    mixer_window.view.go_to_tab(EventTab.NOTES)
    field = mixer_window.view.notes.field
    field.setFocus()
    qtbot.keyClicks(field, "Bring the <i>blue</i> folder")
    mixer_window.view.tabs.setCurrentIndex(0)
    assert stored(mixer_window).note == "Bring the <i>blue</i> folder"
    mixer_window.desk.undo()
    assert field.toPlainText() == ""


def test_an_events_zone_is_said_when_it_is_not_mine(qapp: QApplication, workspace: Workspace) -> None:
    mixer(workspace, zone="America/New_York")
    window = EventsWindow(qapp, workspace)
    assert window.view.header.when.text() == "Tue 24 Nov, 17:30–19:30 (America/New_York)"
    window.close()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize(("size", "wide"), [((1440, 900), True), ((1100, 700), False)])
def test_nothing_is_cut_off_at_any_size(
    qapp: QApplication, workspace: Workspace, scheme: Scheme, size: tuple[int, int], wide: bool
) -> None:
    prepared_mixer(workspace)
    window = EventsWindow(qapp, workspace, scheme=scheme, size=size)
    qapp.processEvents()
    right, left = window.before.worth, window.before.goals
    origin = QPoint(0, 0)
    assert (right.mapTo(window.before, origin).y() == left.mapTo(window.before, origin).y()) is wide
    assert window.before.width() <= window.view.scrolling.viewport().width()
    for panel in (left, window.before.people, right, window.before.pitch, window.before.room):
        edge = panel.mapTo(window.before, QPoint(panel.width(), 0)).x()
        assert edge <= window.before.width()
        assert panel.height() >= panel.heightForWidth(panel.width()) or not panel.hasHeightForWidth()
    for row in window.before.goals.rows():
        assert row.follow_up.height() >= row.follow_up.heightForWidth(row.follow_up.width())
    window.close()


def test_text_of_any_kind_is_shown_as_text(qapp: QApplication, workspace: Workspace) -> None:
    event = mixer(workspace, title=NASTY, place=NASTY, host=NASTY)
    expected.expect_name(workspace, event, NASTY, NASTY)
    window = EventsWindow(qapp, workspace)
    window.window.grab()
    assert window.view.header.title.text() == NASTY
    assert window.view.header.place.text() == NASTY
    assert window.before.people.rows()[0].name.text().startswith(NASTY)
    assert event_goals(workspace, event) == ()
    assert expected_people(workspace, event)[0].name == NASTY
    window.close()


def test_everything_the_keyboard_reaches_has_a_name(mixer_window: EventsWindow) -> None:
    mixer_window.before.goals.rows()[0].open_form()
    mixer_window.before.people.open_line()
    reached = [
        widget
        for widget in mixer_window.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(mixer_window.page)
    ]
    assert len(reached) > 40
    assert [widget for widget in reached if not widget.accessibleName()] == []


def test_shares_nobody_gave_are_asked_for_kindly(qapp: QApplication, workspace: Workspace) -> None:
    mixer(workspace)
    window = EventsWindow(qapp, workspace)
    worth = window.before.worth
    assert worth._note.text() == "Say roughly who will be there; a guess is fine."
    assert {number.text() for number in worth.shares.numbers.values()} == {"–"}
    worth.shares.sliders[Audience.CLOSE].setValue(70)
    worth.finish()
    assert stored(window).shares == Shares(10, 70, 10, 10)
    window.close()


def test_past_events_are_not_told_to_be_prepared(qapp: QApplication, workspace: Workspace) -> None:
    mixer(workspace, day=wall(2026, 11, 1, 18))
    window = EventsWindow(qapp, workspace)
    assert window.before.gaps.isHidden()
    assert window.page.list.model.rowCount() == 2
    window.close()

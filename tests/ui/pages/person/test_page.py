"""What the page of one person shows, and what happens when it is used."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from netdesk.method.contact_kinds import PersonKind
from netdesk.services.conversations import add_note
from netdesk.services.follow_ups import add_follow_up, open_follow_ups
from netdesk.services.levels import moves
from netdesk.services.people import PersonDraft, change_fields, new_person, read_draft
from netdesk.services.person_page import person_page
from netdesk.services.photos import photo
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.person.who import PersonRow
from netdesk.ui.theme.metrics import metrics
from netdesk.ui.widgets.chip import Chip
from tests.support.person_window import TODAY, PersonWindow


def words(widget: QWidget) -> str:
    """All text of labels that are shown inside a widget."""
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def open_menu() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(text: str) -> None:
    """Choose from the menu that is open, and close it."""
    menu = open_menu()
    next(each for each in menu.actions() if each.text().startswith(text)).trigger()
    menu.close()


def test_the_header_says_who_it_is_and_where_from(opened: PersonWindow) -> None:
    header = opened.view.header
    assert header.name.text() == "Grace Adeyemi"
    assert header.line.text() == "Owner, Bright Copy  ·  met 6 Mar, through Sam Carter"
    assert [chip.text() for chip in header.chips.chips()] == ["copywriting", "Connector"]
    assert opened.view.steps.level() == 2
    assert opened.view.because.text() == "Next:"
    assert opened.view.following.text() == "hold a one-to-one with an objective."


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


def test_an_event_in_the_timeline_opens(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    with workspace.change("Meet at an event"):
        workspace.sql(
            "INSERT INTO event (title, starts_at, created_at)"
            " VALUES ('Breakfast Club', '2026-11-13T07:00:00+00:00', '2026-11-01T00:00:00+00:00')"
        )
        workspace.sql(
            "INSERT INTO interaction (kind, happened_at, event_id, created_at)"
            " VALUES ('event', '2026-11-13T08:00:00+00:00', 1, '2026-11-13T08:00:00+00:00')"
        )
        workspace.sql("INSERT INTO interaction_person (interaction_id, person_id) VALUES (1, ?)", (grace,))
    entry = opened.view.timeline.entries()[0]
    assert entry.entry.title == "Both at Breakfast Club"
    with qtbot.waitSignal(opened.shell.wanted) as wanted:
        qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert wanted.args == ["events", {"event": 1}]


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


def test_what_was_learned_is_noted_with_enter(qtbot: QtBot, opened: PersonWindow, grace: int) -> None:
    note = opened.view.timeline.note
    assert note.placeholderText() == "What did you learn about Grace?"
    qtbot.keyClicks(note, "Daughter starts school in January")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert note.text() == ""
    assert opened.view.timeline.entries()[-1].entry.words == "Daughter starts school in January"
    assert opened.said() == "Noted about Grace."


def test_a_note_not_kept_yet_waits_for_its_person(
    qtbot: QtBot, opened: PersonWindow, grace: int, sam: int
) -> None:
    note = opened.view.timeline.note
    qtbot.keyClicks(note, "half a thou")
    opened.show(sam)
    assert note.text() == ""
    opened.show(grace)
    assert note.text() == "half a thou"


def test_follow_ups_stand_on_top_and_are_done_moved_and_dropped(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    for action in ("Send the article", "Call", "Say thank you"):
        add_follow_up(workspace, grace, action, TODAY)
    panel = opened.view.timeline
    assert [row.follow_up.action for row in panel.follow_up_rows()] == [
        "Send the article",
        "Call",
        "Say thank you",
    ]
    first, second, _ = panel.follow_up_rows()
    qtbot.mouseClick(first.done_button, Qt.MouseButton.LeftButton)
    assert opened.said() == "Done: Send the article"
    second = panel.follow_up_rows()[0]
    qtbot.mouseClick(second.move_button, Qt.MouseButton.LeftButton)
    choose("Friday")
    assert [each.action for each in open_follow_ups(workspace, grace)] == ["Say thank you", "Call"]
    third = panel.follow_up_rows()[0]
    qtbot.mouseClick(third.drop_button, Qt.MouseButton.LeftButton)
    assert [row.follow_up.action for row in panel.follow_up_rows()] == ["Call"]
    assert panel.entries()[-1].accessibleName().endswith("Dropped: Say thank you.")
    opened.shell.undo()
    assert len(panel.follow_up_rows()) == 2


def test_a_follow_up_moves_to_a_typed_day(opened: PersonWindow, workspace: Workspace, grace: int) -> None:
    add_follow_up(workspace, grace, "Call", TODAY)
    row = opened.view.timeline.follow_up_rows()[0]
    opened.dialogs.answers = ["never"]
    row.moved.emit(row.follow_up, None)
    assert "not understood" in opened.said()
    opened.dialogs.answers = ["4 Dec"]
    row.moved.emit(row.follow_up, None)
    assert str(open_follow_ups(workspace, grace)[0].due) == "2026-12-04"


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


class Outside:
    """Takes what would leave the program."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.urls: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", self._take)

    def _take(self, url: QUrl) -> bool:
        self.urls.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return True


def test_calling_and_writing_leave_with_their_own_schemes_only(
    qtbot: QtBot, opened: PersonWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = Outside(monkeypatch)
    qtbot.mouseClick(opened.view.header.call, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(opened.view.header.mail, Qt.MouseButton.LeftButton)
    for row in opened.view.about.reach.rows():
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert outside.urls == ["tel:+447700900123", "mailto:grace@brightcopy.example"] * 1 + [
        "mailto:grace@brightcopy.example",
        "tel:+447700900123",
    ]
    assert QGuiApplication.clipboard().text() == "brightcopy.example"
    assert opened.said() == "Copied brightcopy.example"


def test_an_odd_address_adds_no_header(monkeypatch: pytest.MonkeyPatch) -> None:
    from netdesk.ui.pages.person.outside import go_outside, mail_address, phone_number

    outside = Outside(monkeypatch)
    assert go_outside(mail_address("a@b.example?bcc=all@c.example&body=x#y"))
    assert go_outside(mail_address("file:///etc/passwd"))
    assert not go_outside(phone_number("javascript"))
    assert not go_outside(QUrl("file:///etc/passwd"))
    assert not go_outside(QUrl("https://a.example"))
    assert outside.urls[0].startswith("mailto:a@b.example%3Fbcc%3D")
    assert all(url.startswith("mailto:") for url in outside.urls)


def picture(path: Path, width: int = 1_600, height: int = 1_200) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("ending", ["jpg", "png", "bmp", "webp", "ppm"])
def test_a_chosen_picture_is_scaled_and_kept(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int, tmp_path: Path, ending: str
) -> None:
    from PySide6.QtGui import QImageWriter

    if ending.encode() not in [bytes(each.data()) for each in QImageWriter.supportedImageFormats()]:
        ending = "png"
    opened.dialogs.answers = [picture(tmp_path / f"grace.{ending}")]
    qtbot.mouseClick(opened.view.header.portrait, Qt.MouseButton.LeftButton)
    address = person_page(workspace, grace, TODAY).photo
    kept = QImage.fromData(photo(workspace, address) or b"")
    assert (kept.width(), kept.height()) == (512, 384)
    assert opened.view.header.portrait._photo is not None
    opened.dialogs.answers = ["Remove it"]
    qtbot.mouseClick(opened.view.header.portrait, Qt.MouseButton.LeftButton)
    assert person_page(workspace, grace, TODAY).photo == ""


def test_a_picture_can_be_dropped_and_a_text_is_refused_kindly(
    opened: PersonWindow, workspace: Workspace, grace: int, tmp_path: Path
) -> None:
    portrait = opened.view.header.portrait
    text = tmp_path / "letter.jpg"
    text.write_text("no picture at all")
    for path in (text, picture(tmp_path / "grace.png", 300, 200)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        portrait.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        if path is text:
            assert opened.said().startswith("“letter.jpg” is no picture")
            assert person_page(workspace, grace, TODAY).photo == ""
    assert person_page(workspace, grace, TODAY).photo != ""


def test_a_picture_is_dropped_from_another_program(
    opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    portrait = opened.view.header.portrait
    image = QImage(900, 300, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    data = QMimeData()
    data.setImageData(image)
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), *keys)
    portrait.dragEnterEvent(enter)
    assert enter.isAccepted()
    portrait.dropEvent(QDropEvent(QPointF(5, 5), *keys))
    kept = QImage.fromData(photo(workspace, person_page(workspace, grace, TODAY).photo) or b"")
    assert (kept.width(), kept.hasAlphaChannel()) == (512, True)
    text = QMimeData()
    text.setText("not a picture")
    refused = QDragEnterEvent(QPointF(5, 5).toPoint(), keys[0], text, *keys[2:])
    refused.ignore()
    portrait.dragEnterEvent(refused)
    assert not refused.isAccepted()


def test_the_menu_of_an_entry_copies_and_says_why(
    opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    entry = opened.view.timeline.entries()[0]
    assert entry.entry.title == "Started as Familiar face"
    ask = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, entry.rect().center(), QPoint(10, 10))
    entry.contextMenuEvent(ask)
    choose("Copy")
    assert QGuiApplication.clipboard().text() == "Started as Familiar face"
    opened.dialogs.answers = ["sat beside me"]
    entry.contextMenuEvent(ask)
    choose("Say why")
    assert moves(workspace, grace)[0].why == "sat beside me"
    assert opened.view.timeline.entries()[0].entry.words == "sat beside me"


def test_a_long_past_comes_in_two_steps(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    for number in range(40):
        add_note(workspace, grace, f"note {number}", TODAY)
    panel = opened.view.timeline
    QApplication.processEvents()
    assert len(panel.entries()) == 30
    assert panel.entries()[-1].entry.words == "note 39"
    assert panel.entries()[-1].visibleRegion().boundingRect().height() > 0
    panel._earlier.click()
    assert len(panel.entries()) == 41
    assert not panel._earlier.isVisible()


def test_a_point_is_copied_from_its_menu(opened: PersonWindow) -> None:
    row = opened.view.about.reach.rows()[0]
    row.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(10, 10)))
    choose("Copy")
    assert QGuiApplication.clipboard().text() == "grace@brightcopy.example"


def test_without_a_program_to_call_with_the_number_is_told(
    qtbot: QtBot, opened: PersonWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    qtbot.mouseClick(opened.view.header.call, Qt.MouseButton.LeftButton)
    assert opened.said().endswith("+44 7700 900123")
    qtbot.mouseClick(opened.view.header.mail, Qt.MouseButton.LeftButton)
    assert opened.said().endswith("grace@brightcopy.example")


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
    assert [tabs.tabText(place) for place in range(tabs.count())] == ["Timeline", "About"]
    assert not opened.view.about.isVisible()
    tabs.setCurrentIndex(1)
    assert opened.view.about.isVisible()
    assert not opened.view.timeline.isVisible()
    opened.view.setFixedWidth(metrics().px(1000))
    QApplication.processEvents()
    assert tabs.count() == 1
    assert opened.view.about.isVisible()
    assert opened.view.timeline.isVisible()

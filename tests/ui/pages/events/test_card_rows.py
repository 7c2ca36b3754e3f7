"""A card's row: kind, solid, learned, done, let go; walked, marked and pressed; what it says and shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.follow_ups import CardState
from netdesk.services.bulk import to_bin
from netdesk.services.cards import add_card, draft_from_card, let_go
from netdesk.services.follow_ups import finish_follow_up
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.cards.cards_panel import open_let_go_form, open_plan_form
from netdesk.ui.pages.events.cards.let_go_form import LetGoForm
from netdesk.ui.pages.events.cards.row_layout import Part, columns
from netdesk.ui.widgets.chip import FilterChip
from tests.support.cards_window import (
    EVENING,
    PEOPLE,
    TODAY,
    CardsWindow,
    enter_people,
    let_one_go,
    mockup_cards,
)
from tests.support.events import mixer
from tests.support.hostile import marker_picture, poison, shows_mark

TOMORROW = TODAY + timedelta(days=1)
Opens = Callable[..., CardsWindow]


def plans(window: CardsWindow, name: str) -> list[tuple[str, date]]:
    return [(plan.action, plan.due) for plan in window.card(name).plans]


def test_kind_solid_and_learned_by_keys(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("K", "4", "S", "I")
    card = window.card("Bill Marsh")
    assert (card.kind, card.solid, card.learned) == (PersonKind.SUPPLIER, True, True)
    window.keys("S", "I")
    card = window.card("Bill Marsh")
    assert (card.solid, card.learned) == (False, False)


def test_done_move_and_drop_by_keys_and_menu(opens: Opens) -> None:
    window = opens()
    window.at("Marta Lindqvist")
    window.keys("M")
    window.pick("In two weeks")
    assert plans(window, "Marta Lindqvist")[0][1] == TODAY + timedelta(days=14)
    window.keys("D")
    assert window.card("Marta Lindqvist").state is CardState.DONE
    assert window.toast() == "Done: Send retail checklist"
    window.at("Tom Okafor")
    window.list.ask("menu")
    window.pick("Drop the plan")
    assert window.card("Tom Okafor").state is CardState.NO_PLAN
    window.at("Bill Marsh")
    window.keys("D")
    assert window.toast() == "There is no open plan here."


def test_a_card_is_let_go_with_a_reason_and_taken_back(opens: Opens) -> None:
    window = opens()
    window.at("Priti Shah")
    window.keys("L")
    window.type("Sells abroad only")
    window.keys("Return")
    card = window.card("Priti Shah")
    assert (card.state, card.let_go_reason) == (CardState.LET_GO, "Sells abroad only")
    assert window.list.hasFocus()
    window.press("Priti Shah", Part.TAKE_BACK)
    assert window.card("Priti Shah").state is CardState.NO_PLAN


def test_o_and_the_name_open_the_contact(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("O")
    person = window.card("Bill Marsh").person_id
    assert window.window.page("contacts").opened == [{"person": person}]  # type: ignore[union-attr]


def test_every_part_of_a_row_can_be_pressed(opens: Opens) -> None:
    window = opens()
    window.press("Bill Marsh", Part.STAR)
    window.press("Bill Marsh", Part.LEARNED)
    card = window.card("Bill Marsh")
    assert (card.solid, card.learned) == (True, True)
    window.press("Bill Marsh", Part.KIND)
    window.pick("Connector")
    assert window.card("Bill Marsh").kind is PersonKind.CONNECTOR
    window.press("Marta Lindqvist", Part.WHEN)
    window.pick("Friday")
    assert plans(window, "Marta Lindqvist")[0][1] == date(2026, 11, 27)
    window.press("Bill Marsh", Part.AVATAR)
    window.press("Priti Shah", Part.AVATAR)
    assert [line.name for line in window.list.marked()] == ["Bill Marsh", "Priti Shah"]
    window.press("Priti Shah", Part.AVATAR)
    assert [line.name for line in window.list.marked()] == ["Bill Marsh"]
    window.press("Marta Lindqvist", Part.PLAN)
    assert window.list.rows.edited == window.card("Marta Lindqvist").id
    window.keys("Escape")
    window.press("Bill Marsh", Part.FOLLOW_UP)
    assert window.overlay() is not None


def test_walking_marks_nothing_and_shift_marks_what_it_passes(opens: Opens) -> None:
    window = opens()
    window.at("Marta Lindqvist")
    window.keys("Down", "Down")
    assert window.list.marked() == ()
    window.keys("Shift+Up", "Shift+Up")
    assert [line.name for line in window.list.marked()] == ["Marta Lindqvist", "Ellen Brandt", "Tom Okafor"]
    assert window.panel.bar.isVisible()
    window.keys("Escape")
    assert window.list.marked() == ()
    window.press("Tom Okafor", Part.AVATAR, Qt.KeyboardModifier.ControlModifier)
    assert [line.name for line in window.list.marked()] == ["Tom Okafor"]


def test_the_arrows_go_between_the_list_and_the_line(opens: Opens) -> None:
    window = opens()
    window.panel.focus_entry()
    window.keys("Up")
    assert window.list.hasFocus()
    assert window.list.current_line().name == "Priti Shah"  # type: ignore[union-attr]
    window.keys("Home", "End", "Down")
    assert window.entry.hasFocus()


def test_the_bar_does_to_all_chosen_what_its_buttons_say(opens: Opens) -> None:
    window = opens()
    window.at("Tom Okafor")
    window.keys("Ctrl+A")
    window.panel.bar.buttons["solid"].click()
    window.settle()
    assert window.card("Bill Marsh").solid
    assert window.card("Priti Shah").solid
    window.panel.bar.cleared.emit()
    assert not window.panel.bar.isVisible()


def test_a_binned_contacts_card_says_so_and_brings_them_back(opens: Opens) -> None:
    window = opens()
    marta = window.card("Marta Lindqvist")
    to_bin(window.workspace, Selection.of([marta.person_id]), TODAY)
    window.page.redraw(None)
    window.settle()
    row = window.list.cards.row_of(marta.id)
    assert "in the bin" in str(window.list.cards.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    window.press("Marta Lindqvist", Part.RESTORE)
    assert not window.card("Marta Lindqvist").in_bin
    assert window.card("Marta Lindqvist").state is CardState.PLANNED


def test_a_row_says_everything_to_a_screen_reader(opens: Opens) -> None:
    window = opens()
    said = [
        window.list.cards.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(window.list.cards.rowCount())
    ]
    assert said[1] == (
        "Ellen Brandt, Brandt & Co, strategic partner, planned: One-to-one: plan joint webinar,"
        " Thursday 26 November 2026 at 10:00, solid contact"
    )
    assert said[3] == "Bill Marsh, Marsh Vans, no plan"
    finish_follow_up(window.workspace, window.cards()[0].plans[0].id)
    window.settle()
    assert "done: Send retail checklist" in str(
        window.list.cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    )


def test_another_event_starts_with_nothing_chosen_or_open(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("Ctrl+A", "Escape", "Return")
    other = mixer(window.workspace, title="Breakfast Club")
    enter_people(window.workspace, other, PEOPLE[:1])
    window.page.event_id = other
    window.page.redraw(None)
    assert window.names() == ["Marta Lindqvist"]
    assert (window.list.is_editing(), window.list.marked()) == (False, ())


def test_text_from_cards_is_shown_as_text(opens: Opens, tmp_path: Path) -> None:
    marker = marker_picture(tmp_path)

    def hostile(workspace: Workspace, event: int) -> None:
        let_one_go(workspace, mockup_cards(workspace, event)[4])
        poison(workspace, marker)

    window = opens(hostile)
    assert "<" in window.names()[1]
    assert not shows_mark(window.panel.grab().toImage())
    for row in range(window.list.cards.rowCount()):
        for part in Part:
            place = window.list.part_box(row, part).center()
            event = QHelpEvent(QEvent.Type.ToolTip, place, window.list.viewport().mapToGlobal(place))
            QApplication.sendEvent(window.list.viewport(), event)
            if QToolTip.isVisible():
                assert "<img" not in QToolTip.text()
    window.list.go_to(window.cards()[1].id, focus=True)
    for key in ("K", "T", "M"):
        window.keys(key)
        assert not shows_mark(window.menu().grab().toImage())
        window.keys("Escape")
    for key in ("P", "L"):
        window.keys(key)
        assert not shows_mark(window.window.grab().toImage())
        window.keys("Escape")
    QToolTip.hideText()


def test_three_hundred_cards_have_no_widgets_of_their_own(opens: Opens) -> None:
    def many(workspace: Workspace, event: int) -> None:
        with workspace.change("Enter all"):
            enter_people(workspace, event, [f"Guest {number}" for number in range(300)])

    window = opens(many)
    before = len(window.list.findChildren(QWidget))
    window.at("Guest 299")
    window.keys("Return")
    assert window.page.scrolling.verticalScrollBar().value() > 10_000, "the page follows the keyboard"
    assert len(window.list.findChildren(QWidget)) < before + 12


def test_the_picture_of_a_card_is_shown_and_one_that_cannot_be_read_is_said(
    opens: Opens, tmp_path: Path
) -> None:
    def with_pictures(workspace: Workspace, event: int) -> None:
        good = marker_picture(tmp_path).read_bytes()
        for name, data in (("Bill Marsh", good), ("Priti Shah", b"no picture at all")):
            add_card(workspace, event, draft_from_card(name), EVENING, photo=data, media_type="image/png")

    window = opens(with_pictures)
    window.at("Bill Marsh")
    window.list.ask("menu")
    window.pick("Picture of the card")
    overlay = window.overlay()
    assert overlay is not None
    assert shows_mark(overlay.grab().toImage())
    window.keys("Escape")
    window.at("Priti Shah")
    window.list.ask("menu")
    window.pick("Picture of the card")
    assert window.toast() == "The picture of this card cannot be shown."


def test_the_menu_of_a_row_offers_what_can_be_done_with_it(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.list.ask("menu")
    enabled = {action.text() for action in window.menu().actions() if action.isEnabled() and action.text()}
    assert enabled == {
        "Plan…",
        "Templates…",
        "What they are to me…",
        "Solid contact",
        "I learned from them",
        "Let go…",
        "Open the contact",
    }
    window.keys("Escape")
    window.keys("L")
    window.overlay().findChild(LetGoForm).reason.setText("x" * 10)  # type: ignore[union-attr]
    window.keys("Return")
    window.list.ask("menu")
    window.pick("Take back")
    assert window.card("Bill Marsh").state is CardState.NO_PLAN


def test_l_on_a_card_that_is_done_or_let_go_says_so_or_takes_it_back(opens: Opens) -> None:
    window = opens()
    window.at("Marta Lindqvist")
    window.keys("D", "L")
    assert window.toast() == "What was planned is done already; there is nothing to let go."
    let_go(window.workspace, [window.card("Bill Marsh").id])
    window.settle()
    window.at("Bill Marsh")
    window.keys("L")
    assert window.card("Bill Marsh").state is CardState.NO_PLAN


def test_a_reason_is_offered_and_what_was_typed_is_not_lost(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("L")
    form = window.overlay().findChild(LetGoForm)  # type: ignore[union-attr]
    chip = next(each for each in form.findChildren(FilterChip) if each.text().startswith("Only wanted"))
    chip.click()
    window.keys("Escape")
    assert window.toast() == "Nobody is let go yet."
    window.press_toast("Go on")
    window.keys("Return")
    assert window.card("Bill Marsh").let_go_reason == "Only wanted to sell to me"


def test_forms_for_cards_that_are_gone_say_so(opens: Opens) -> None:
    window = opens()
    shell = window.window.shell
    assert open_plan_form(shell, [999]) is None
    assert open_let_go_form(shell, []) is None
    assert window.toast() == "Those cards are not in the workspace any more."
    assert window.overlay() is None


def test_tooltips_tell_the_whole_and_the_key(opens: Opens) -> None:
    window = opens()
    said = {}
    for part in Part:
        place = window.list.part_box(0, part).center()
        if not window.list.part_box(0, part).isEmpty():
            event = QHelpEvent(QEvent.Type.ToolTip, place, window.list.viewport().mapToGlobal(place))
            QApplication.sendEvent(window.list.viewport(), event)
            said[part] = QToolTip.text()
    QToolTip.hideText()
    assert "marta@lindqvist.example" in said[Part.WHO]
    assert "Wednesday 25 November 2026" in said[Part.WHEN]
    assert "(S)" in said[Part.STAR]
    assert "Potential client" in said[Part.KIND]
    assert "Send retail checklist" in said[Part.PLAN]


def test_the_right_button_opens_the_menu_of_the_row_under_it(opens: Opens) -> None:
    window = opens()
    box = window.list.row_box(3)
    place = box.center()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, place, window.list.viewport().mapToGlobal(place))
    QApplication.sendEvent(window.list.viewport(), event)
    window.settle()
    assert window.menu().isVisible()
    assert window.list.current_line().name == "Bill Marsh"  # type: ignore[union-attr]
    window.keys("Escape")


def test_a_narrow_panel_has_buttons_with_icons_alone_that_keep_their_names(opens: Opens) -> None:
    window = opens(width=480)
    assert (window.panel.scan.text(), window.panel.scan.accessibleName()) == ("", "Scan cards")
    window.panel.setFixedWidth(760)
    window.settle()
    assert window.panel.scan.text() == "Scan cards"
    with qt_signal(window) as heard:
        window.panel.scan.click()
    assert heard == [True]
    window.panel.by_hand.click()
    assert window.entry.hasFocus()


@contextmanager
def qt_signal(window: CardsWindow) -> Iterator[list[bool]]:
    """What was heard of the wish to scan."""
    heard: list[bool] = []
    window.panel.scan_wanted.connect(lambda: heard.append(True))
    yield heard


def test_the_pointer_shows_what_can_be_pressed_and_keys_open_the_menu(opens: Opens) -> None:
    window = opens()
    view = window.list.viewport()
    star = window.list.part_box(3, Part.STAR).center()
    QTest.mouseMove(view, star)
    window.settle()
    assert window.list.rows.hovered == (3, Part.STAR)
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert not window.panel.grab().isNull()
    QApplication.sendEvent(window.list, QEvent(QEvent.Type.Leave))
    assert window.list.rows.hovered == (-1, None)
    window.at("Bill Marsh")
    middle = window.list.row_box(3).center()
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle))
    QApplication.sendEvent(view, by_key)
    window.settle()
    window.pick("Solid contact")
    assert window.card("Bill Marsh").solid


def test_shift_and_a_press_mark_and_a_press_beside_the_parts_only_walks(opens: Opens) -> None:
    window = opens()
    window.at("Marta Lindqvist")
    window.press("Tom Okafor", Part.AVATAR, Qt.KeyboardModifier.ShiftModifier)
    assert "Tom Okafor" in [line.name for line in window.list.marked()]
    window.list.clearSelection()
    box = window.list.row_box(3)
    QTest.mouseClick(
        window.list.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        box.topRight() - QPoint(2, -2),
    )
    assert window.list.current_line().name == "Bill Marsh"  # type: ignore[union-attr]
    assert window.list.marked() == ()


def test_enter_on_a_binned_card_restores_and_on_marked_ones_plans_all(opens: Opens) -> None:
    window = opens()
    person = window.card("Ellen Brandt").person_id
    to_bin(window.workspace, Selection.of([person]), TODAY)
    window.settle()
    window.at("Ellen Brandt")
    window.keys("Return")
    assert not window.card("Ellen Brandt").in_bin
    window.keys("Ctrl+A", "Return")
    assert window.overlay() is not None
    window.keys("Escape")


def test_the_wheel_over_the_rows_scrolls_the_page(opens: Opens) -> None:
    window = opens(height=320)
    spot = QPointF(window.list.row_box(0).center())
    wheel = QWheelEvent(
        spot,
        QPointF(window.list.viewport().mapToGlobal(spot.toPoint())),
        QPoint(0, -240),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.list.viewport(), wheel)
    assert not wheel.isAccepted()


def test_ctrl_enter_in_a_row_opens_the_whole_form(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("Return", "Ctrl+Return")
    assert not window.list.is_editing()
    assert window.overlay() is not None
    window.keys("Escape")
    assert plans(window, "Bill Marsh") == []


@pytest.mark.parametrize("width", [380, 480, 529, 530, 560, 760, 1200])
def test_every_column_has_room_and_the_star_stays_in_sight(opens: Opens, width: int) -> None:
    window = opens(width=width)
    grid = columns(window.list.viewport().width())
    ends = [left + wide for left, wide in grid.all]
    starts = [left for left, _ in grid.all]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False)), (
        "no column covers the next"
    )
    assert ends[-1] <= window.list.viewport().width()
    assert min(wide for _, wide in grid.all) >= 28

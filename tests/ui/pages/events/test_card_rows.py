"""A card's row: kind, solid, learned, done, let go; walked, marked and pressed; what it says and shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.follow_ups import CardState
from netdesk.services.bulk import to_bin
from netdesk.services.follow_ups import finish_follow_up
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.cards.row_layout import Part
from tests.support.cards_window import PEOPLE, TODAY, CardsWindow, enter_people, let_one_go, mockup_cards
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

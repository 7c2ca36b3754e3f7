"""Cards on the After tab: typed one after the other, planned in their rows, chosen, let go; by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.errors import NetDeskError
from netdesk.method.follow_ups import CardState
from netdesk.services.bulk import to_bin
from netdesk.services.card_plans import PlanDraft
from netdesk.services.follow_ups import finish_follow_up
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.plan_templates import plan_templates
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.cards.plan_form import PlanForm
from netdesk.ui.pages.events.cards.row_layout import Part
from netdesk.ui.pages.events.cards.templates_form import TemplatesForm
from netdesk.ui.widgets.labels import plain_tooltip
from tests.support.cards_window import PEOPLE, TODAY, CardsWindow, enter_people, mockup_cards
from tests.support.events import mixer

TOMORROW = TODAY + timedelta(days=1)
Opens = Callable[..., CardsWindow]


@pytest.fixture
def opens(qapp: QApplication, workspace: Workspace) -> Iterator[Opens]:
    """Open the panel of a new event; ``fill`` enters its cards before."""
    windows: list[CardsWindow] = []

    def open_window(fill: Callable[[Workspace, int], object] = mockup_cards, **how: object) -> CardsWindow:
        event = mixer(workspace)
        fill(workspace, event)
        windows.append(CardsWindow(qapp, workspace, event, **how))  # type: ignore[arg-type]
        return windows[-1]

    yield open_window
    for window in windows:
        window.close()


def press_toast(window: CardsWindow, words: str) -> None:
    """Press a button of the toast."""
    buttons = window.window.findChildren(QAbstractButton)
    next(each for each in buttons if each.isVisible() and each.text() == words).click()
    window.settle()


def nobody(_workspace: Workspace, _event: int) -> None:
    """No cards yet."""


def plans(window: CardsWindow, name: str) -> list[tuple[str, date]]:
    return [(plan.action, plan.due) for plan in window.card(name).plans]


# Entering ------------------------------------------------------------------------------------------


def test_cards_are_typed_one_after_the_other_and_then_planned_by_enter_alone(opens: Opens) -> None:
    window = opens(nobody)
    window.panel.focus_entry()
    for person in PEOPLE:
        window.type(person)
        window.keys("Return")
        assert (window.entry.text(), window.entry.hasFocus()) == ("", True)
    assert window.names() == [person.split(",")[0] for person in PEOPLE]
    assert window.panel.without_plan.text() == "5 with no plan"
    window.keys("Return")
    for _ in PEOPLE:
        assert window.list.is_editing()
        window.keys("Return")
    assert window.entry.hasFocus(), "after the last plan the next card can be typed"
    assert plans(window, "Bill Marsh") == [("Write to Bill: good to meet you", TOMORROW)]
    assert {line.state for line in window.cards()} == {CardState.PLANNED}
    assert not window.panel.without_plan.isVisible()


def test_the_row_is_there_before_it_is_written(opens: Opens) -> None:
    window = opens(nobody, threads=True)
    window.panel.focus_entry()
    window.entry.setText("Bill Marsh, Marsh Vans")
    window.entry.typed.emit("Bill Marsh, Marsh Vans")
    (line,) = window.list.cards.lines()
    assert (line.name, line.organisation, line.state) == ("Bill Marsh", "Marsh Vans", CardState.NO_PLAN)
    assert line.id < 0


def test_a_row_on_its_way_becomes_the_card(opens: Opens, qtbot: object) -> None:
    window = opens(nobody, threads=True)
    window.panel.focus_entry()
    window.type("Bill Marsh, Marsh Vans")
    window.keys("Return")
    qtbot.waitUntil(lambda: [line.id > 0 for line in window.list.cards.lines()] == [True])  # type: ignore[attr-defined]
    assert window.names() == ["Bill Marsh"]


def test_a_card_entered_twice_is_shown_where_it_is(opens: Opens) -> None:
    window = opens()
    window.panel.focus_entry()
    window.type("marta lindqvist")
    window.keys("Escape", "Return")
    assert window.toast() == "Marta Lindqvist’s card is here already"
    assert len(window.cards()) == 5
    current = window.list.current_line()
    assert current is not None
    assert current.name == "Marta Lindqvist"
    assert window.entry.hasFocus()


def test_contacts_are_offered_and_enter_takes_the_one_that_is_highlighted(opens: Opens) -> None:
    window = opens(nobody)
    known = new_person(window.workspace, PersonDraft(given="Marta", family="Lindqvist", level=3))
    window.panel.focus_entry()
    window.type("mar")
    assert [match.id for match in window.entry.offered()] == [known]
    window.keys("Down", "Return")
    assert [line.person_id for line in window.cards()] == [known]
    assert (window.entry.text(), window.entry.offered()) == ("", ())


def test_with_nobody_highlighted_enter_makes_a_new_card_from_the_line(opens: Opens) -> None:
    window = opens(nobody)
    new_person(window.workspace, PersonDraft(given="Marta", family="Lindqvist"))
    window.panel.focus_entry()
    window.type("Mar")
    window.keys("Down", "Up", "Return")
    assert window.names() == ["Mar"]


def test_escape_closes_the_offer_and_keeps_the_line(opens: Opens) -> None:
    window = opens()
    window.panel.focus_entry()
    window.type("mar")
    window.keys("Escape")
    assert (window.entry.offered(), window.entry.text()) == ((), "mar")


def test_a_namesake_of_another_firm_is_new_and_can_be_the_one_that_was_known(opens: Opens) -> None:
    window = opens(nobody)
    known = new_person(
        window.workspace, PersonDraft(given="Tom", family="Okafor", organisation="Okafor Legal")
    )
    window.panel.focus_entry()
    window.type("Tom Okafor, Harbour Books")
    window.keys("Escape", "Return")
    assert window.toast() == "Tom Okafor is somebody new. Or is it Tom Okafor from Okafor Legal?"
    assert [line.person_id == known for line in window.cards()] == [False]
    press_toast(window, "Use that one")
    assert [line.person_id for line in window.cards()] == [known]


@pytest.mark.parametrize("text", ["x" * 300, "\u200b", "Marta \u0000"])
def test_what_cannot_be_entered_stands_in_the_line_again_or_is_a_card(opens: Opens, text: str) -> None:
    window = opens(nobody)
    window.panel.focus_entry()
    window.entry.setText(text)
    window.keys("Return")
    assert window.entry.text() == text or len(window.cards()) == 1


def test_text_that_is_too_long_goes_back_into_the_line_with_the_reason(opens: Opens) -> None:
    window = opens(nobody)
    window.panel.focus_entry()
    window.entry.setText("y" * 300)
    window.keys("Return")
    assert window.entry.text() == "y" * 300
    assert "up to 200 can be kept" in window.toast()
    assert window.names() == []


def test_a_failed_entry_does_not_overwrite_what_is_typed_meanwhile(opens: Opens) -> None:
    window = opens(nobody)
    window.panel.entering._not_entered(-1, "first", _trouble())
    window.entry.clear()
    window.entry.setText("second")
    window.panel.entering._not_entered(-1, "first", _trouble())
    assert window.entry.text() == "second"
    assert "disk" in window.toast()


def _trouble() -> NetDeskError:
    return NetDeskError("The disk is full.", "Make room.")


# Planning ------------------------------------------------------------------------------------------


def test_a_plan_is_written_in_its_row_with_a_typed_day_and_time(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("Return", "Ctrl+A")
    window.type("Send him the van checklist")
    window.keys("Tab", "Ctrl+A")
    window.type("next friday")
    window.keys("Tab")
    window.type("10")
    window.keys("Return")
    (plan,) = window.card("Bill Marsh").plans
    assert (plan.action, plan.due, plan.due_time) == (
        "Send him the van checklist",
        date(2026, 12, 4),
        time(10),
    )
    assert window.list.rows.edited == window.card("Priti Shah").id, "the next card without a plan is open"


def test_escape_leaves_a_row_as_it_was_and_another_row_keeps_what_was_typed(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("Return", "Ctrl+A")
    window.type("Half a pl")
    window.list.edit_plan(window.card("Priti Shah").id)
    window.keys("Escape")
    assert window.list.hasFocus()
    window.at("Bill Marsh")
    window.keys("Return", "Return")
    assert plans(window, "Bill Marsh")[0][0] == "Half a pl"
    assert plans(window, "Priti Shah") == []


@pytest.mark.parametrize(
    ("keys", "typed"), [((), ""), (("Tab",), "soonish"), (("Tab", "Tab"), "25:99"), (("Tab",), "yesterday")]
)
def test_a_plan_that_cannot_be_kept_stays_open(opens: Opens, keys: tuple[str, ...], typed: str) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("Return", *keys, "Ctrl+A", "Backspace")
    window.type(typed)
    window.keys("Return")
    assert window.list.is_editing()
    assert window.window.focusWidget().property("wrong") is True
    assert plans(window, "Bill Marsh") == []


def test_enter_on_a_planned_card_changes_its_plan(opens: Opens) -> None:
    window = opens()
    window.at("Tom Okafor")
    window.keys("Return", "Ctrl+A")
    window.type("Introduce Tom to Hannah")
    window.keys("Return")
    assert plans(window, "Tom Okafor") == [("Introduce Tom to Hannah", TOMORROW)]
    assert window.list.hasFocus()
    window.window.shell.undo()
    assert plans(window, "Tom Okafor")[0][0] == "Introduce to Hannah Weiss"


def test_a_plan_refused_by_the_workspace_comes_back_with_its_words(opens: Opens) -> None:
    window = opens()
    bill = window.card("Bill Marsh").id
    window.list.planned.emit(bill, PlanDraft("z" * 501, TOMORROW))
    assert "up to 500 can be kept" in window.toast()
    assert window.list.rows.edited == bill
    assert plans(window, "Bill Marsh") == []


def test_the_form_plans_with_a_template_and_the_given_name(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("P")
    form = window.overlay().findChild(PlanForm)
    form.templates[1].click()
    assert form.action.text() == "Have a coffee with Bill"
    window.keys("Return")
    assert plans(window, "Bill Marsh") == [("Have a coffee with Bill", date(2026, 12, 1))]
    assert window.overlay() is None
    assert window.list.hasFocus()


def test_the_form_says_what_is_wrong_at_its_field(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("P")
    form = window.overlay().findChild(PlanForm)
    form.time.setText("half past")
    window.keys("Return")
    assert form.time.property("wrong") is True
    form.time.clear()
    form.day.setFocus()
    form.day.selectAll()
    window.type("whenever")
    window.keys("Return")
    assert form.day.property("wrong") is True
    assert window.overlay() is not None
    window.keys("Escape")
    assert plans(window, "Bill Marsh") == []


def test_an_unfinished_plan_can_be_gone_on_with(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("P")
    window.type("Half a thought")
    window.keys("Escape")
    assert window.toast() == "The plan is not kept yet."
    press_toast(window, "Go on")
    assert window.overlay().findChild(PlanForm).action.text() == "Half a thought"


def test_several_are_planned_at_once_by_their_names(opens: Opens) -> None:
    window = opens()
    window.at("Tom Okafor")
    window.keys("Ctrl+A")
    assert [line.name for line in window.list.marked()] == ["Bill Marsh", "Priti Shah"]
    assert window.panel.bar.isVisible()
    window.keys("P")
    window.type("Ring {name} about the fair")
    window.keys("Return")
    assert plans(window, "Bill Marsh")[0][0] == "Ring Bill about the fair"
    assert plans(window, "Priti Shah")[0][0] == "Ring Priti about the fair"
    assert not window.panel.bar.isVisible()
    window.window.shell.undo()
    assert plans(window, "Bill Marsh") == plans(window, "Priti Shah") == []


def test_a_template_makes_one_plan_for_each_chosen_card(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("Space", "Down", "Space", "T")
    window.pick("All 3")
    expected = [
        ("Say thank you to Bill", TOMORROW),
        ("Have a coffee with Bill", TODAY + timedelta(days=7)),
        ("Send Bill something useful", TODAY + timedelta(days=30)),
    ]
    assert plans(window, "Bill Marsh") == expected
    assert len(window.card("Priti Shah").plans) == 3


# The rest of a row ---------------------------------------------------------------------------------


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


def test_text_from_cards_is_shown_as_text(opens: Opens) -> None:
    def hostile(workspace: Workspace, event: int) -> None:
        enter_people(workspace, event, ["<img src=/etc/passwd>, <b>firm</b>", "A" * 200, "مارتا, شركة"])

    window = opens(hostile)
    window.at("<img src=/etc/passwd>")
    assert "&lt;img" in plain_tooltip(window.list._tip(0, Part.WHO))
    window.keys("P")
    assert window.overlay() is not None
    assert not window.panel.grab().isNull()


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


def test_templates_are_changed_added_ordered_and_deleted(opens: Opens) -> None:
    window = opens()
    window.panel.open_templates()
    form = window.overlay().findChild(TemplatesForm)
    window.keys("Ctrl+A")
    window.type("Thanks")
    window.keys("Return")
    form.rows[0].down.click()
    form.add.click()
    window.type("Call")
    window.keys("Return")
    assert [each.name for each in plan_templates(window.workspace)] == [
        "Coffee",
        "Thanks",
        "Something useful",
        "Call",
    ]
    form.rows[2].delete.click()
    assert [row.template.name for row in form.rows] == ["Coffee", "Thanks", "Call"]
    window.window.shell.undo()
    assert [row.template.name for row in form.rows] == ["Coffee", "Thanks", "Something useful", "Call"]


@pytest.mark.parametrize("days", ["-1", "367", "soon", ""])
def test_a_template_keeps_no_impossible_days(opens: Opens, days: str) -> None:
    window = opens()
    window.panel.open_templates()
    form = window.overlay().findChild(TemplatesForm)
    form.rows[0].days.setText(days)
    form.rows[0].save()
    assert form.rows[0].days.property("wrong") is True
    assert plan_templates(window.workspace)[0].days == 1

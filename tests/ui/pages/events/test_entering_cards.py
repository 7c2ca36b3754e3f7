"""Cards typed one after the other on the After tab: who is meant, nothing doubled, nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from netdesk.method.errors import NetDeskError
from netdesk.method.follow_ups import CardState
from netdesk.services.people import PersonDraft, new_person
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.cards.templates_form import TemplatesForm
from netdesk.ui.pages.events.event_view import EventTab
from tests.support.cards_window import PEOPLE, TODAY, CardsWindow, enter_people
from tests.support.events_window import EventsWindow

TOMORROW = TODAY + timedelta(days=1)
Opens = Callable[..., CardsWindow]


def plans(window: CardsWindow, name: str) -> list[tuple[str, date]]:
    return [(plan.action, plan.due) for plan in window.card(name).plans]


def nobody(_workspace: Workspace, _event: int) -> None:
    """No cards yet."""


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
    window.press_toast("Use that one")
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


def test_undo_in_the_empty_line_takes_the_card_back_and_in_a_full_one_the_letters(opens: Opens) -> None:
    window = opens(nobody)
    window.panel.focus_entry()
    window.type("Bill Marsh, Marsh Vans")
    window.keys("Return", "Ctrl+Z")
    assert window.names() == []
    assert window.cards() == ()
    window.keys("Ctrl+Shift+Z")
    assert window.names() == ["Bill Marsh"]
    window.type("Priti")
    window.keys("Ctrl+Z")
    assert window.names() == ["Bill Marsh"]
    assert window.entry.text() != "Priti"


def test_a_card_of_another_event_that_fails_late_disturbs_nobody(opens: Opens) -> None:
    window = opens(nobody)
    window.panel.hide()
    window.panel.entering.written.emit(7)
    window.panel.show()
    assert window.names() == []


def test_going_to_the_line_brings_it_into_sight_and_so_does_each_card(opens: Opens) -> None:
    def many(workspace: Workspace, event: int) -> None:
        enter_people(workspace, event, [f"Guest {number}" for number in range(30)])

    window = opens(many, height=600)
    assert window.entry.visibleRegion().isEmpty()
    window.panel.focus_entry()
    window.settle()
    assert not window.entry.visibleRegion().isEmpty()
    window.type("Bill Marsh")
    window.keys("Return")
    assert not window.entry.visibleRegion().isEmpty()
    assert window.list.viewport().visibleRegion().intersects(window.list.row_box(30))


def test_the_command_goes_to_the_line_from_any_tab_of_an_event_that_has_begun(evening: EventsWindow) -> None:
    evening.view.go_to_tab(EventTab.NOTES)
    evening.window.shell.commands.run("events.enter_card")
    QApplication.processEvents()
    entry = evening.view.after.cards.entry
    assert QApplication.focusWidget() is entry
    assert not entry.visibleRegion().isEmpty()


def test_the_templates_open_by_command(evening: EventsWindow) -> None:
    evening.window.shell.commands.run("events.plan_templates")
    assert evening.window.findChild(TemplatesForm) is not None


def test_a_line_that_names_nobody_is_refused_and_stays(opens: Opens) -> None:
    window = opens(nobody)
    window.panel.focus_entry()
    window.type(" , . ")
    window.keys("Return")
    assert window.cards() == ()
    assert window.names() == []
    assert window.entry.text() == " , . "

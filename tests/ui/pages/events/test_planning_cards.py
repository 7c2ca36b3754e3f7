"""Plans for cards: written in the row, in the form, from templates; for one or several."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from netdesk.method.follow_ups import CardState
from netdesk.services.card_plans import PlanDraft
from netdesk.services.plan_templates import plan_templates
from netdesk.ui.pages.events.cards.plan_form import PlanForm
from netdesk.ui.pages.events.cards.templates_form import TemplatesForm
from tests.support.cards_window import TODAY, CardsWindow

TOMORROW = TODAY + timedelta(days=1)
Opens = Callable[..., CardsWindow]


def plans(window: CardsWindow, name: str) -> list[tuple[str, date]]:
    return [(plan.action, plan.due) for plan in window.card(name).plans]


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


def test_undo_in_the_next_row_takes_the_plan_before_back(opens: Opens) -> None:
    window = opens()
    window.at("Bill Marsh")
    window.keys("Return", "Return")
    assert window.card("Bill Marsh").state is CardState.PLANNED
    window.keys("Ctrl+Z")
    assert window.card("Bill Marsh").state is CardState.NO_PLAN
    assert window.list.rows.edited == window.card("Priti Shah").id
    window.keys("Return")
    assert window.list.rows.edited == window.card("Bill Marsh").id, "what has no plan comes round again"


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
    window.press_toast("Go on")
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

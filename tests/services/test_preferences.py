"""The choices of a workspace: kept, undone, checked in words, and heeded by the services."""

import json
from datetime import UTC, datetime

import pytest

from netdesk.method.errors import InvalidInput
from netdesk.method.setting_limits import SETTING_GROUPS, SettingNumber, setting_problem
from netdesk.method.settings import DEFAULT_SETTINGS
from netdesk.services.event_edit import EventDetails, add_event
from netdesk.services.event_page import event_page
from netdesk.services.levels import save_level
from netdesk.services.preferences import (
    DateOrder,
    PaperChoice,
    Preferences,
    method_settings,
    preferences,
    reset_numbers,
    save_currency,
    save_date_order,
    save_first_ask,
    save_number,
    save_own_trade,
    save_paper,
    save_region,
)
from netdesk.store.workspace import Workspace

NUMBERS = [number for group in SETTING_GROUPS for number in group.numbers]


def kept(ws: Workspace, name: str, value: object) -> None:
    with ws.change("Write it as another version would"):
        ws.sql("INSERT INTO preference (name, value) VALUES (?, ?)", (name, json.dumps(value)))


def test_a_new_workspace_has_the_method_s_own_numbers(workspace: Workspace) -> None:
    assert method_settings(workspace) == DEFAULT_SETTINGS
    assert preferences(workspace) == Preferences()


@pytest.mark.parametrize("one", NUMBERS, ids=lambda one: one.name)
def test_every_number_is_kept_and_undone(workspace: Workspace, one: SettingNumber) -> None:
    before = one.typed(DEFAULT_SETTINGS)
    wanted = before + 1 if not setting_problem(one.name, before + 1, DEFAULT_SETTINGS) else before - 1
    changes = save_number(workspace, one.name, wanted)
    assert one.typed(method_settings(workspace)) == wanted
    assert str(wanted) in changes.title
    workspace.undo()
    assert method_settings(workspace) == DEFAULT_SETTINGS


def test_a_range_can_move_as_a_whole(workspace: Workspace) -> None:
    save_number(workspace, "solid_high", 9)
    save_number(workspace, "solid_low", 6)
    found = method_settings(workspace)
    assert (found.solid_low, found.solid_high) == (6, 9)


def test_a_range_upside_down_is_refused_in_words(workspace: Workspace) -> None:
    with pytest.raises(InvalidInput, match="nothing between") as refused:
        save_number(workspace, "solid_low", 5)
    assert refused.value.field == "solid_low"
    assert workspace.history() == ()


@pytest.mark.parametrize(
    ("name", "typed"), [("words_per_minute", 0), ("tick_boxes", 10_000), ("over_by", -1)]
)
def test_numbers_out_of_reach_are_refused_in_words(workspace: Workspace, name: str, typed: int) -> None:
    with pytest.raises(InvalidInput, match="choose a number from"):
        save_number(workspace, name, typed)


def test_numbers_can_be_set_back_together(workspace: Workspace) -> None:
    save_number(workspace, "words_per_minute", 120)
    save_first_ask(workspace, "Whom should I meet?")
    assert method_settings(workspace).first_ask == "Whom should I meet?"
    reset_numbers(workspace)
    assert method_settings(workspace) == DEFAULT_SETTINGS
    workspace.undo()
    assert method_settings(workspace).words_per_minute == 120


@pytest.mark.parametrize("odd", ["many", None, True, 10**12, -4, [], {"a": 1}])
def test_odd_values_of_another_version_are_passed_over(workspace: Workspace, odd: object) -> None:
    kept(workspace, "method.words_per_minute", odd)
    kept(workspace, "paper", odd)
    kept(workspace, "own_trade", odd)
    kept(workspace, "currency", [odd])
    assert method_settings(workspace) == DEFAULT_SETTINGS
    assert preferences(workspace) == Preferences()


def test_local_customs_are_kept(workspace: Workspace) -> None:
    save_currency(workspace, " chf ")
    save_region(workspace, "ch")
    save_paper(workspace, PaperChoice.LETTER)
    save_date_order(workspace, DateOrder.MONTH_FIRST)
    assert preferences(workspace) == Preferences((), "CHF", "CH", PaperChoice.LETTER, DateOrder.MONTH_FIRST)
    save_currency(workspace, "")
    assert preferences(workspace).currency == ""


@pytest.mark.parametrize("code", ["POUNDS", "£", "G1P", "12"])
def test_odd_codes_are_refused_in_words(workspace: Workspace, code: str) -> None:
    with pytest.raises(InvalidInput, match="three letters"):
        save_currency(workspace, code)
    with pytest.raises(InvalidInput, match="two letters"):
        save_region(workspace, code)


def test_own_trade_is_kept_once_each(workspace: Workspace) -> None:
    save_own_trade(workspace, ["Virtual assistant", " virtual  ASSISTANT", "", "Bookkeeper\0"])
    assert preferences(workspace).own_trade == ("Virtual assistant", "Bookkeeper")
    with pytest.raises(InvalidInput, match="Up to"):
        save_own_trade(workspace, [f"Trade {number}" for number in range(20)])


def test_the_room_of_an_event_follows_the_numbers(workspace: Workspace) -> None:
    start = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
    wall = start.replace(tzinfo=None)
    event = add_event(workspace, EventDetails("Mixer", wall, wall.replace(hour=19), "Europe/London"))
    before = event_page(workspace, event, start).plan
    save_number(workspace, "people_per_hour_high", 20)
    after = event_page(workspace, event, start).plan
    assert after != before


def test_levels_are_part_of_the_numbers(workspace: Workspace) -> None:
    save_level(
        workspace, 1, name="Met once", meaning="", rhythm_days=70, capacity=None, moves_up="Meet again"
    )
    assert method_settings(workspace).levels[0].name == "Met once"

"""The numbers of Settings: how they read, what they may be, what is kept of them."""

from dataclasses import fields

import pytest

from netdesk.method.setting_limits import (
    SETTING_GROUPS,
    SettingNumber,
    setting_number,
    setting_problem,
    with_number,
)
from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings

NUMBERS = [number for group in SETTING_GROUPS for number in group.numbers]


def test_every_number_of_the_method_can_be_edited_once() -> None:
    editable = [number.name for number in NUMBERS]
    assert sorted(editable) == sorted({one.name for one in fields(MethodSettings)} - {"levels", "first_ask"})


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number.name)
def test_a_default_is_within_its_bounds_and_reads_back_as_it_is_kept(number: SettingNumber) -> None:
    typed = number.typed(DEFAULT_SETTINGS)
    assert setting_problem(number.name, typed, DEFAULT_SETTINGS) == ""
    assert number.kept(typed) == getattr(DEFAULT_SETTINGS, number.name)
    assert with_number(DEFAULT_SETTINGS, number.name, number.kept(typed)) == DEFAULT_SETTINGS


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: number.name)
def test_beyond_its_bounds_a_number_is_refused_with_its_range(number: SettingNumber) -> None:
    for typed in (number.low - 1, number.high + 1):
        sentence = setting_problem(number.name, typed, DEFAULT_SETTINGS)
        assert sentence == f"{number.label}: choose a number from {number.low} to {number.high:,}."
        assert with_number(DEFAULT_SETTINGS, number.name, number.kept(typed)) is DEFAULT_SETTINGS


def test_people_are_typed_for_two_hours_and_kept_for_one() -> None:
    least = setting_number("people_per_hour_low")
    assert least.typed(DEFAULT_SETTINGS) == 6
    assert with_number(DEFAULT_SETTINGS, least.name, least.kept(7)).people_per_hour_low == 3.5
    assert setting_number("over_by").typed(DEFAULT_SETTINGS) == 25


@pytest.mark.parametrize(
    ("name", "typed", "problem"),
    [
        ("people_per_hour_low", 8, False),
        ("people_per_hour_low", 9, True),
        ("people_per_hour_high", 5, True),
        ("solid_low", 4, False),
        ("solid_low", 5, True),
        ("solid_high", 1, True),
        ("solid_high", 2, False),
    ],
)
def test_the_least_is_never_more_than_the_most(name: str, typed: int, problem: bool) -> None:
    number = setting_number(name)
    sentence = setting_problem(name, typed, DEFAULT_SETTINGS)
    assert ("leaves nothing between" in sentence) is problem
    changed = with_number(DEFAULT_SETTINGS, name, number.kept(typed))
    assert (changed is DEFAULT_SETTINGS) is problem


def test_a_number_that_is_none_of_the_methods_is_an_error() -> None:
    with pytest.raises(KeyError, match="shoe_size"):
        setting_number("shoe_size")

"""Going cold against a rhythm."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.levels import DEFAULT_LEVELS
from netdesk.method.rhythm import (
    REAL_CONTACT,
    Contacted,
    InteractionKind,
    cold_days,
    counted_from,
    days_to_cold,
    effective_rhythm,
    is_going_cold,
    last_real_contact,
    rhythm_words,
)

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_everything_but_a_note_is_real_contact() -> None:
    assert set(InteractionKind) - REAL_CONTACT == {InteractionKind.NOTE}
    assert all(kind.label and kind.past for kind in InteractionKind)


def test_the_last_real_contact_passes_over_notes() -> None:
    met = Contacted(date(2026, 10, 1), InteractionKind.MET)
    mail = Contacted(date(2026, 10, 9), InteractionKind.EMAIL)
    note = Contacted(date(2026, 11, 1), InteractionKind.NOTE)
    assert last_real_contact([note, mail, met]) == mail
    assert last_real_contact([note]) is None


def test_a_persons_own_rhythm_beats_the_levels() -> None:
    assert effective_rhythm(10, DEFAULT_LEVELS[0]) == 10
    assert effective_rhythm(None, DEFAULT_LEVELS[3]) == 21
    assert effective_rhythm(None, None) is None


def test_thirty_three_days_at_a_rhythm_of_three_weeks_is_cold_by_twelve() -> None:
    assert cold_days(TODAY - timedelta(days=33), 21, TODAY) == 12


def test_one_is_cold_only_when_the_days_exceed_the_rhythm() -> None:
    assert not is_going_cold(TODAY - timedelta(days=14), 14, TODAY)
    assert is_going_cold(TODAY - timedelta(days=15), 14, TODAY)
    assert days_to_cold(TODAY - timedelta(days=14), 14, TODAY) == 0


def test_somebody_never_contacted_counts_from_the_later_day_of_meeting_and_adding() -> None:
    contact, met, added = date(2026, 3, 3), date(2026, 2, 2), date(2026, 1, 1)
    assert counted_from(contact, met, added) == contact
    assert counted_from(None, met, added) == met
    assert counted_from(None, None, added) == added
    met_years_ago, brought_in = date(2023, 2, 3), date(2026, 11, 22)
    assert counted_from(None, met_years_ago, brought_in) == brought_in


def test_without_a_rhythm_nobody_goes_cold() -> None:
    assert days_to_cold(date(1990, 1, 1), None, TODAY) is None
    assert cold_days(date(1990, 1, 1), None, TODAY) == 0


@given(since=DAYS, rhythm=st.integers(1, 400), today=DAYS)
def test_days_left_and_days_cold_are_two_sides_of_one_count(since: date, rhythm: int, today: date) -> None:
    left = days_to_cold(since, rhythm, today)
    assert left is not None
    assert left <= rhythm
    assert cold_days(since, rhythm, today) == max(0, -left)
    tomorrow = days_to_cold(since, rhythm, today + timedelta(days=1))
    assert tomorrow in {left, left - 1}
    assert is_going_cold(since, rhythm, today) == ((today - since).days > rhythm)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (42, "every 6 weeks"),
        (7, "every week"),
        (10, "every 10 days"),
        (1, "every day"),
        (14, "every 2 weeks"),
    ],
)
def test_a_rhythm_in_words(days: int, words: str) -> None:
    assert rhythm_words(days) == words

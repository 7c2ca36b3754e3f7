"""Last time's result with the host, and the reactions to each version, on the prep sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.goals import Goal, GoalKind
from netdesk.method.pitches import Reactions
from netdesk.method.prep_sheet import compose_pocket_sheet, compose_prep_sheet
from netdesk.method.prep_sheet_last_time import LastTime, Note, TriedVersion
from tests.support.prep_sheets import MIXER

DAY = date(2026, 10, 20)
LAST = LastTime(DAY, 3, 2, 4, 4.5, "Ask about Sundays.", "Start with the story.", 3)


def test_last_time_says_what_came_of_it_and_what_to_change() -> None:
    sheet = compose_prep_sheet(replace(MIXER, last=LAST))
    assert sheet.last == (
        Note(
            "Last time with this host, 20 October 2026:",
            "2 of 3 goals reached, 4 solid contacts, worth it (4.5 stars); 3 cards with no plan yet.",
        ),
        Note("Learned:", "Ask about Sundays."),
        Note("Change this time:", "Start with the story."),
    )


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (LastTime(DAY), "no solid contact."),
        (LastTime(DAY, 1, 1, 1), "1 of 1 goal reached, 1 solid contact."),
        (LastTime(DAY, wins=1, stars=4.0), "no solid contact, 1 win, worth it (4 stars)."),
        (LastTime(DAY, solid=2, wins=3), "2 solid contacts, 3 wins."),
        (LastTime(DAY, stars=2.0), "no solid contact, not worth it (2 stars)."),
    ],
)
def test_what_is_not_known_of_last_time_is_left_out(last: LastTime, words: str) -> None:
    (note,) = compose_prep_sheet(replace(MIXER, last=last)).last
    assert note.text == words


def test_without_a_last_time_nothing_is_said() -> None:
    assert compose_prep_sheet(MIXER).last == ()


def test_the_pocket_sheet_has_no_room_for_last_time() -> None:
    pocket = compose_pocket_sheet(replace(MIXER, last=LAST, tried=(TriedVersion(1, Reactions(1, 1, 1)),)))
    assert pocket.last == ()
    assert pocket.tally_heading == ("How my line lands", "Tally")


def test_the_last_two_versions_stand_beside_the_tally() -> None:
    tried = tuple(TriedVersion(number, Reactions(number, 2 * number, 0)) for number in (1, 2, 3))
    sheet = compose_prep_sheet(replace(MIXER, tried=tried))
    assert sheet.tally_heading == ("How my line lands", "v2", "v3", "Tally")
    assert sheet.tally_counts == (("2", "3"), ("4", "6"), ("0", "0"))


def test_a_pitch_that_was_tried_is_counted_again_without_a_goal_for_it() -> None:
    learn = (Goal(GoalKind.LEARN, 6),)
    assert compose_prep_sheet(replace(MIXER, goals=learn)).tally_rows == ()
    tried = replace(MIXER, goals=learn, tried=(TriedVersion(1, Reactions(4, 3, 1)),))
    assert compose_prep_sheet(tried).tally_rows == ("Asked more", "Polite", "Blank")


@given(st.text(max_size=3000), st.text(max_size=3000), st.integers(0, 99), st.none() | st.floats(0, 5))
def test_last_time_stays_short_whatever_was_written(
    learned: str, change: str, cards: int, stars: float | None
) -> None:
    last = LastTime(DAY, 1, 0, 0, stars, learned, change, cards)
    notes = compose_prep_sheet(replace(MIXER, last=last)).last
    assert 1 <= len(notes) <= 3
    assert all(len(note.text) <= 200 and note.text.strip() for note in notes)

"""Ready to move up, and why."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.evidence import Evidence, readiness, ready_chip, times

TODAY = date(2026, 11, 22)
OCTOBER = date(2026, 10, 14)
COUNTS = st.integers(0, 9)
COUNTED = (
    "days_met",
    "follow_ups_done",
    "one_to_ones_achieved",
    "gives",
    "receives",
    "made_together",
    "referrals_given",
    "referrals_received",
    "wins_given",
    "wins_received",
)


@pytest.mark.parametrize(
    ("level", "evidence", "ready", "sentence"),
    [
        (1, Evidence(), False, "Next: meet again, or do a follow-up."),
        (1, Evidence(days_met=1), False, "So far: met once. Next: meet again, or do a follow-up."),
        (1, Evidence(days_met=2), True, "Ready to move up: met on 2 different days."),
        (1, Evidence(days_met=1, follow_ups_done=1), True, "Ready to move up: followed up once."),
        (2, Evidence(days_met=9, follow_ups_done=9), False, "Next: hold a one-to-one with an objective."),
        (
            2,
            Evidence(one_to_ones_achieved=1, last_one_to_one=OCTOBER),
            True,
            "Ready to move up: one-to-one held 14 Oct.",
        ),
        (2, Evidence(one_to_ones_achieved=2), True, "Ready to move up: one-to-one held twice."),
        (
            3,
            Evidence(one_to_ones_achieved=1, last_one_to_one=OCTOBER, gives=3, receives=2),
            False,
            "So far: one-to-one held 14 Oct, they helped twice, you helped three times. "
            "Next: make something together.",
        ),
        (
            3,
            Evidence(gives=1, receives=6, made_together=1),
            True,
            "Ready to move up: they helped 6 times, you helped once, made something together once.",
        ),
        (3, Evidence(receives=1), False, "So far: they helped once. Next: help them with something."),
        (3, Evidence(gives=1), False, "So far: you helped once. Next: ask them for something."),
        (4, Evidence(), False, "Next: refer each other."),
        (
            4,
            Evidence(referrals_given=1, wins_given=2),
            False,
            "So far: you sent them 1 referral and 2 wins. Next: tell them whom you would like to meet.",
        ),
        (
            4,
            Evidence(wins_received=1),
            False,
            "So far: they sent you 1 win. Next: refer somebody to them.",
        ),
        (
            4,
            Evidence(referrals_given=2, wins_received=1),
            True,
            "Ready to move up: you sent them 2 referrals, they sent you 1 win.",
        ),
        (5, Evidence(referrals_given=2, wins_received=1), False, "Next: keep it strong."),
    ],
)
def test_the_evidence_of_each_level(level: int, evidence: Evidence, ready: bool, sentence: str) -> None:
    found = readiness(level, evidence, TODAY)
    assert found.ready is ready
    assert found.sentence == sentence


@given(
    level=st.integers(1, 5),
    evidence=st.builds(Evidence, **dict.fromkeys(COUNTED, COUNTS)),
)
def test_one_is_ready_exactly_when_nothing_is_missing_and_says_why(level: int, evidence: Evidence) -> None:
    found = readiness(level, evidence, TODAY)
    assert found.ready == (found.missing == "")
    if found.ready:
        assert found.because
        assert found.sentence.startswith("Ready to move up: ")


def test_another_number_is_no_level() -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        readiness(0, Evidence(), TODAY)


def test_the_chip_counts_help_both_ways() -> None:
    assert ready_chip(Evidence(gives=3, receives=2)) == "gave 3 · got 2"
    assert ready_chip(Evidence(gives=3)) == "ready to move up"
    assert [times(number) for number in (1, 2, 7)] == ["once", "twice", "7 times"]

"""Ready to move up, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.evidence import Evidence, has, readiness, ready_chip, times
from netdesk.method.levels import DEFAULT_LEVELS, EvidenceKind, Level

TODAY = date(2026, 11, 22)
OCTOBER = date(2026, 10, 14)
COUNTS = st.integers(0, 9)
COUNTED = (
    "days_met",
    "follow_ups_done",
    "one_to_ones_achieved",
    "one_to_ones_held",
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
    found = readiness(DEFAULT_LEVELS[level - 1], evidence, TODAY)
    assert found.ready is ready
    assert found.sentence == sentence


@given(
    level=st.sampled_from(DEFAULT_LEVELS),
    asked=st.lists(st.sampled_from(list(EvidenceKind)), min_size=1, unique=True),
    any_will_do=st.booleans(),
    evidence=st.builds(Evidence, **dict.fromkeys(COUNTED, COUNTS)),
)
def test_one_is_ready_exactly_when_what_the_level_asks_for_stands_in_the_record(
    level: Level, asked: list[EvidenceKind], any_will_do: bool, evidence: Evidence
) -> None:
    level = replace(level, evidence=tuple(asked), evidence_any=any_will_do)
    found = readiness(level, evidence, TODAY)
    enough = any if any_will_do else all
    assert found.ready == (not level.is_top and enough(has(kind, evidence) for kind in asked))
    assert found.ready == (found.missing == "")
    assert not any(has(kind, evidence) for kind in found.lacking)
    if found.ready:
        assert found.because
        assert found.sentence.startswith("Ready to move up: ")


@pytest.mark.parametrize(
    ("asked", "any_will_do", "evidence", "sentence"),
    [
        ((), False, Evidence(gives=4), "Next: move them up when you feel it is time."),
        (
            (EvidenceKind.ONE_TO_ONE_HELD,),
            False,
            Evidence(one_to_ones_held=1, last_one_to_one=OCTOBER),
            "Ready to move up: one-to-one held 14 Oct.",
        ),
        (
            (EvidenceKind.ONE_TO_ONE,),
            False,
            Evidence(one_to_ones_held=2),
            "So far: one-to-one held twice. Next: reach the objective of a one-to-one.",
        ),
        (
            (EvidenceKind.ONE_TO_ONE_HELD, EvidenceKind.ONE_TO_ONE),
            False,
            Evidence(),
            "Next: hold a one-to-one with an objective.",
        ),
        (
            (EvidenceKind.FOLLOW_UP, EvidenceKind.GIVE, EvidenceKind.MADE_TOGETHER),
            True,
            Evidence(),
            "Next: do a follow-up, help them with something, or make something together.",
        ),
        (
            (EvidenceKind.GIVE, EvidenceKind.REFERRAL_GIVEN),
            True,
            Evidence(referrals_given=1),
            "Ready to move up: you sent them 1 referral.",
        ),
        (
            (EvidenceKind.MET_TWICE, EvidenceKind.GIVE),
            False,
            Evidence(days_met=1, gives=1),
            "So far: met once, you helped once. Next: meet again.",
        ),
    ],
)
def test_what_a_level_asks_for_is_a_setting(
    asked: tuple[EvidenceKind, ...], any_will_do: bool, evidence: Evidence, sentence: str
) -> None:
    level = replace(DEFAULT_LEVELS[0], evidence=asked, evidence_any=any_will_do)
    assert readiness(level, evidence, TODAY).sentence == sentence


def test_the_chip_counts_help_both_ways() -> None:
    assert ready_chip(Evidence(gives=3, receives=2)) == "gave 3 · got 2"
    assert ready_chip(Evidence(gives=3)) == "ready to move up"
    assert [times(number) for number in (1, 2, 7)] == ["once", "twice", "7 times"]

"""The one chip of a card and the order it gives."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.attention import (
    AttentionChip,
    AttentionKind,
    Standing,
    Tone,
    attention_chip,
    attention_key,
)
from netdesk.method.rhythm import InteractionKind

TODAY = date(2026, 11, 22)
AROUND = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))
STANDINGS = st.builds(
    Standing,
    since=AROUND,
    follow_up_due=st.none() | AROUND,
    rhythm_days=st.none() | st.integers(1, 100),
    ready=st.sampled_from(["", "gave 3 · got 2"]),
    last_contact=st.none() | st.sampled_from(InteractionKind),
    met=st.booleans(),
)


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("standing", "kind", "text", "tone"),
    [
        (Standing(_ago(90), _ago(6), 21, "x"), AttentionKind.OVERDUE, "overdue 6 d", Tone.BAD),
        (Standing(_ago(90), TODAY, 21, "x"), AttentionKind.FOLLOW_UP_TODAY, "follow-up today", Tone.WARN),
        (Standing(_ago(33), _ago(-1), 21, "x"), AttentionKind.COLD, "cold 12 d", Tone.WARN),
        (Standing(_ago(120), None, 21), AttentionKind.COLD, "cold 99 d", Tone.WARN),
        (Standing(_ago(1200), None, 21), AttentionKind.COLD, "cold 3 years", Tone.WARN),
        (Standing(_ago(9), None, 42, "gave 3 · got 2"), AttentionKind.READY, "gave 3 · got 2", Tone.GOOD),
        (
            Standing(_ago(3), None, 84, "", InteractionKind.MET),
            AttentionKind.LAST_CONTACT,
            "met 3 d ago",
            Tone.ACCENT,
        ),
        (Standing(_ago(15), None, 84, "", None, True), AttentionKind.LAST_CONTACT, "met 2 w ago", Tone.PLAIN),
        (
            Standing(_ago(9), None, 42, "", InteractionKind.ONE_TO_ONE),
            AttentionKind.LAST_CONTACT,
            "one-to-one 9 d ago",
            Tone.PLAIN,
        ),
        (Standing(TODAY, None, 84), AttentionKind.LAST_CONTACT, "added today", Tone.PLAIN),
    ],
)
def test_the_chip_that_matters_most(standing: Standing, kind: AttentionKind, text: str, tone: Tone) -> None:
    chip = attention_chip(standing, TODAY)
    assert (chip.kind, chip.text, chip.tone) == (kind, text, tone)


@given(STANDINGS)
def test_every_standing_has_one_chip_with_words(standing: Standing) -> None:
    chip = attention_chip(standing, TODAY)
    assert chip.text
    assert chip.days >= 0
    late = standing.follow_up_due is not None and standing.follow_up_due < TODAY
    assert (chip.kind is AttentionKind.OVERDUE) == late


@given(STANDINGS, st.integers(1, 100))
def test_a_later_follow_up_is_never_more_pressing(standing: Standing, days: int) -> None:
    if standing.follow_up_due is None:
        return
    later = Standing(
        standing.since,
        standing.follow_up_due + timedelta(days=days),
        standing.rhythm_days,
        standing.ready,
        standing.last_contact,
        standing.met,
    )
    assert attention_key(attention_chip(standing, TODAY)) <= attention_key(attention_chip(later, TODAY))


def test_the_order_is_by_kind_then_by_days() -> None:
    chips = [
        AttentionChip(AttentionKind.OVERDUE, "", Tone.BAD, 9),
        AttentionChip(AttentionKind.OVERDUE, "", Tone.BAD, 2),
        AttentionChip(AttentionKind.FOLLOW_UP_TODAY, "", Tone.WARN),
        AttentionChip(AttentionKind.COLD, "", Tone.WARN, 30),
        AttentionChip(AttentionKind.COLD, "", Tone.WARN, 1),
        AttentionChip(AttentionKind.READY, "", Tone.GOOD, 5),
        AttentionChip(AttentionKind.LAST_CONTACT, "", Tone.PLAIN, 50),
    ]
    shuffled = [*chips[3:], *chips[:3]]
    assert sorted(shuffled, key=attention_key) == chips

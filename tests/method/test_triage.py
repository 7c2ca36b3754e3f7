"""Shares of the room and the purpose they give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.triage import (
    Audience,
    Purpose,
    Shares,
    purpose_of,
    purpose_sentence,
    rebalance,
    share_problems,
)

SHARE = st.integers(0, 100)


@pytest.mark.parametrize(
    ("shares", "purpose"),
    [
        (Shares(10, 60, 20, 10), Purpose.NETWORKING),
        (Shares(70, 10, 10, 10), Purpose.PROSPECTING),
        (Shares(10, 10, 70, 10), Purpose.SOCIALISING),
        (Shares(10, 10, 10, 70), Purpose.UNCLEAR),
        (Shares(25, 25, 25, 25), Purpose.NETWORKING),
        (Shares(40, 10, 40, 10), Purpose.PROSPECTING),
        (Shares(10, 10, 40, 40), Purpose.SOCIALISING),
        (Shares(50, 50, 50, 50), Purpose.UNCLEAR),
        (Shares(), Purpose.UNCLEAR),
    ],
)
def test_the_largest_share_gives_the_purpose_and_ties_go_as_stated(shares: Shares, purpose: Purpose) -> None:
    assert purpose_of(shares) is purpose


def test_a_person_may_overrule() -> None:
    assert purpose_of(Shares(70, 10, 10, 10), Purpose.SOCIALISING) is Purpose.SOCIALISING


@pytest.mark.parametrize(
    ("shares", "problems"),
    [
        (Shares(10, 60, 20, 10), ()),
        (Shares(), ("Say roughly who will be there; a guess is fine.",)),
        (Shares(50, 20, 10, 10), ("The shares come to 90 %; 10 % of the room is still missing.",)),
        (Shares(50, 40, 10, 10), ("The shares come to 110 %; take away 10 %.",)),
        (Shares(50, 50), ("Still to guess: same trade, other. Write 0 where there is nobody.",)),
        (Shares(-10, 60, 40, 10), ("A share cannot be below nought: target market.",)),
    ],
)
def test_faulty_shares_are_explained(shares: Shares, problems: tuple[str, ...]) -> None:
    assert share_problems(shares) == problems


def test_negative_and_missing_are_both_said() -> None:
    assert len(share_problems(Shares(-1, 60, None, 41))) == 2


def test_the_sentence_beside_the_purpose() -> None:
    assert purpose_sentence(Purpose.NETWORKING, Shares(10, 60, 20, 10)) == "few clients, many connectors"
    assert purpose_sentence(Purpose.NETWORKING) == "few clients, many connectors"
    assert purpose_sentence(Purpose.NETWORKING, Shares(0, 60, 30, 10)) == "no clients, many connectors"
    assert purpose_sentence(Purpose.NETWORKING, Shares(45, 45, 5, 5)) == "clients and connectors"
    assert len({purpose_sentence(purpose) for purpose in Purpose}) == 4
    assert all(purpose.meaning.endswith(".") for purpose in Purpose)
    assert Purpose.UNCLEAR.label == "Unclear: find out"
    assert Purpose.NETWORKING.label == "Networking"
    assert Audience.CLOSE.label == "Close to it"


def test_moving_one_slider_keeps_the_others_in_proportion() -> None:
    assert rebalance(Shares(10, 60, 20, 10), Audience.TARGET_MARKET, 55) == Shares(55, 30, 10, 5)
    assert rebalance(Shares(100, 0, 0, 0), Audience.TARGET_MARKET, 40) == Shares(40, 20, 20, 20)
    assert rebalance(Shares(), Audience.OTHER, 250) == Shares(0, 0, 0, 100)
    assert rebalance(Shares(-5, 50, 50, 0), Audience.OTHER, -3) == Shares(0, 50, 50, 0)


@given(st.tuples(SHARE, SHARE, SHARE, SHARE), st.sampled_from(Audience), SHARE)
def test_rebalanced_shares_are_always_a_triage(
    numbers: tuple[int, int, int, int], changed: Audience, value: int
) -> None:
    before = Shares(*numbers)
    after = rebalance(before, changed, value)
    assert share_problems(after) == ()
    assert after.of(changed) == value
    others = [audience for audience in Audience if audience is not changed]
    for one in others:
        for other in others:
            if (before.of(one) or 0) > (before.of(other) or 0):
                assert (after.of(one) or 0) >= (after.of(other) or 0)


@given(st.tuples(SHARE, SHARE, SHARE), st.sampled_from(Audience), SHARE)
def test_setting_a_share_to_what_it_is_changes_nothing(
    numbers: tuple[int, int, int], changed: Audience, value: int
) -> None:
    good = rebalance(Shares(*numbers, 1), changed, value)
    if any(good.of(audience) for audience in Audience if audience is not changed):
        assert rebalance(good, changed, value) == good


@given(st.tuples(SHARE, SHARE, SHARE, SHARE), st.sampled_from(Audience), SHARE)
def test_the_purpose_belongs_to_a_largest_share(
    numbers: tuple[int, int, int, int], changed: Audience, value: int
) -> None:
    shares = rebalance(Shares(*numbers), changed, value)
    owner = {
        Purpose.NETWORKING: Audience.CLOSE,
        Purpose.PROSPECTING: Audience.TARGET_MARKET,
        Purpose.SOCIALISING: Audience.SAME_TRADE,
        Purpose.UNCLEAR: Audience.OTHER,
    }[purpose_of(shares)]
    assert shares.of(owner) == max(shares.of(audience) or 0 for audience in Audience)

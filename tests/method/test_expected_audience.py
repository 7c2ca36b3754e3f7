"""What the people expected say of who will be there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.contact_kinds import MarketStanding, PersonKind
from netdesk.method.expected_audience import FEWEST_EXPECTED, audience_of, proposed_shares
from netdesk.method.triage import Audience, Shares, share_problems

IN, CLOSE = MarketStanding.IN, MarketStanding.CLOSE
TARGET, NEAR, TRADE, OTHER = Audience


@pytest.mark.parametrize(
    ("standings", "kinds", "trade", "audience"),
    [
        ((), (), False, OTHER),
        ((IN,), (), False, TARGET),
        ((CLOSE,), (), False, NEAR),
        ((CLOSE, IN), (), True, TARGET),
        ((CLOSE,), (PersonKind.POTENTIAL_CLIENT,), False, NEAR),
        ((CLOSE,), (PersonKind.COMPETITOR,), True, NEAR),
        ((), (PersonKind.POTENTIAL_CLIENT,), False, TARGET),
        ((), (PersonKind.CLIENT,), False, TARGET),
        ((), (PersonKind.CONNECTOR,), False, NEAR),
        ((), (PersonKind.STRATEGIC_PARTNER,), False, NEAR),
        ((), (PersonKind.POTENTIAL_CLIENT, PersonKind.CONNECTOR), False, TARGET),
        ((), (PersonKind.SAME_TRADE, PersonKind.CLIENT), False, TRADE),
        ((), (PersonKind.COMPETITOR,), False, TRADE),
        ((), (), True, TRADE),
        ((), (PersonKind.SUPPLIER,), False, OTHER),
    ],
)
def test_somebody_belongs_to_one_share(
    standings: tuple[MarketStanding, ...], kinds: tuple[PersonKind, ...], trade: bool, audience: Audience
) -> None:
    assert audience_of(standings, kinds, same_trade=trade) is audience


def test_the_shares_follow_from_the_counts() -> None:
    assert proposed_shares([TARGET, NEAR, NEAR, NEAR, NEAR, TRADE, OTHER, NEAR, NEAR, TRADE]) == Shares(
        10, 60, 20, 10
    )
    assert proposed_shares([TARGET, NEAR, TRADE]) == Shares(34, 33, 33, 0)
    assert proposed_shares([TARGET, NEAR, TRADE, OTHER, OTHER, NEAR]) == Shares(17, 33, 17, 33)


def test_too_few_people_propose_nothing() -> None:
    assert proposed_shares([]) is None
    assert proposed_shares([NEAR] * (FEWEST_EXPECTED - 1)) is None


@given(st.lists(st.sampled_from(list(Audience)), min_size=FEWEST_EXPECTED, max_size=500))
def test_proposed_shares_always_are_a_triage_and_none_is_off_by_a_whole_percent(
    people: list[Audience],
) -> None:
    shares = proposed_shares(people)
    assert shares is not None
    assert share_problems(shares) == ()
    for audience in Audience:
        assert abs((shares.of(audience) or 0) - 100 * people.count(audience) / len(people)) < 1

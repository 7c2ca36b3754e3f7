"""What events were worth: verdicts, sums that mix nothing, and the best kind by a rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.event_worth import (
    EventKind,
    Outcome,
    Verdict,
    add_up,
    best_kind_sentence,
    hours_text,
    per_solid,
    verdict_of,
    verdict_words,
)
from netdesk.method.triage import Purpose

OUTCOME = st.builds(
    Outcome,
    solid=st.integers(0, 20),
    cards=st.integers(0, 40),
    no_plan=st.integers(0, 40),
    cost=st.none() | st.floats(0, 500),
    currency=st.sampled_from(("GBP", "EUR")),
    hours=st.none() | st.floats(0, 12),
    stars=st.none() | st.floats(0, 5),
)


@pytest.mark.parametrize(
    ("stars", "words"),
    [
        (5.0, "Worth it · 5"),
        (4.5, "Worth it · 4.5"),
        (3.5, "Worth it · 3.5"),
        (3.0, "So-so · 3"),
        (2.5, "So-so · 2.5"),
        (2.0, "Not worth it · 2"),
        (1.5, "Not worth it · 1.5"),
        (0.0, "Not worth it · 0"),
        (None, ""),
    ],
)
def test_stars_give_the_verdict(stars: float | None, words: str) -> None:
    assert verdict_words(stars) == words


@given(st.floats(0, 5))
def test_more_stars_never_give_a_worse_verdict(stars: float) -> None:
    order = [Verdict.NOT_WORTH_IT, Verdict.SO_SO, Verdict.WORTH_IT]
    verdict, better = verdict_of(stars), verdict_of(min(5.0, stars + 0.5))
    assert verdict is not None
    assert better is not None
    assert order.index(better) >= order.index(verdict)


@pytest.mark.parametrize(
    ("hours", "text"),
    [(3.0, "3 h"), (1.5, "1.5 h"), (0.75, "45 min"), (0.0, "0 h"), (0.999, "1 h"), (21 / 9, "2.3 h")],
)
def test_hours_are_written_short(hours: float, text: str) -> None:
    assert hours_text(hours) == text


def test_nothing_is_divided_by_no_solid_contact() -> None:
    assert per_solid(84.0, 0) is None
    assert per_solid(None, 4) is None
    assert per_solid(84.0, 4) == 21.0


@given(st.lists(OUTCOME, max_size=12))
def test_a_sum_is_what_a_pencil_would_give(outcomes: list[Outcome]) -> None:
    total = add_up(outcomes)
    assert total.times == len(outcomes)
    assert total.solid == sum(each.solid for each in outcomes)
    assert total.no_plan == sum(each.no_plan for each in outcomes)
    known = [each for each in outcomes if each.cost is not None]
    currencies = {each.currency for each in known}
    assert total.mixed_money is (len(currencies) == 2)
    if len(currencies) != 1:
        assert total.cost is None
        assert total.cost_per_solid is None
        assert total.currency == ""
    else:
        assert total.cost == sum(each.cost or 0 for each in known)
        solid = sum(each.solid for each in known)
        assert total.cost_per_solid == (None if not solid else total.cost / solid)
    if total.stars is not None:
        assert 0 <= total.stars <= 5


def test_events_without_written_money_do_not_make_a_contact_cheaper() -> None:
    total = add_up([Outcome(solid=2, cost=84.0, currency="GBP"), Outcome(solid=8)])
    assert total.cost_per_solid == 42.0
    assert total.solid == 10


def kind(purpose: Purpose | None, host: str, *stars: float, solid: int = 2) -> EventKind:
    return EventKind(purpose, host, add_up([Outcome(solid=solid, cards=5, stars=each) for each in stars]))


CHAMBER = kind(Purpose.NETWORKING, "Chamber", 4.5, 4)
CLUB = kind(Purpose.SOCIALISING, "Breakfast Club", 3, 2)


def test_the_best_kind_of_event_is_said_with_its_host() -> None:
    assert (
        best_kind_sentence([CLUB, CHAMBER])
        == "Your best event type this year: Networking, hosted by Chamber."
    )


def test_a_kind_without_host_or_purpose_is_named_by_what_is_known() -> None:
    assert best_kind_sentence([kind(Purpose.NETWORKING, "", 5, 4), CLUB]).endswith(": Networking.")
    assert best_kind_sentence([kind(None, "Chamber", 5, 4), CLUB]).endswith(": hosted by Chamber.")
    assert best_kind_sentence([kind(Purpose.UNCLEAR, "", 5, 4), CLUB]).endswith(": Unclear.")


@pytest.mark.parametrize(
    "kinds",
    [
        [],
        [CHAMBER],
        [kind(Purpose.NETWORKING, "Chamber", 5), kind(Purpose.SOCIALISING, "Club", 1)],
        [kind(Purpose.NETWORKING, "Chamber", 5), kind(None, "Club", 1), kind(None, "Guild", 1)],
        [kind(Purpose.NETWORKING, "Chamber", 3, 3), CLUB],
        [CHAMBER, kind(Purpose.NETWORKING, "Guild", 4.5, 4)],
        [kind(None, "", 5, 5), CLUB],
    ],
    ids=[
        "none",
        "nothing to compare",
        "too few",
        "each once",
        "best is so-so",
        "equal",
        "nothing to name it by",
    ],
)
def test_nothing_is_said_while_there_is_too_little_to_say(kinds: list[EventKind]) -> None:
    assert best_kind_sentence(kinds) == ""


def test_solid_contacts_decide_between_equal_stars() -> None:
    guild = kind(Purpose.NETWORKING, "Guild", 4.5, 4, solid=3)
    assert "Guild" in best_kind_sentence([CHAMBER, guild, CLUB])

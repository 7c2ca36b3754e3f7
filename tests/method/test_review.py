"""What to do more and less of: each rule, its threshold, and what it says."""

from dataclasses import replace
from datetime import date

import pytest

from netdesk.method.insights.comparing import compared
from netdesk.method.insights.mix import Mix
from netdesk.method.insights.pitches import PitchFigures, VersionFigure
from netdesk.method.insights.prompt import Followed, Promptness
from netdesk.method.insights.returns import EventReturn, EventReturns, Given, GroupReturn, GroupReturns
from netdesk.method.insights.sources import SourceFigures, Win, count_wins
from netdesk.method.money import Rates, Total, plain_money
from netdesk.method.periods import Month, parse_period
from netdesk.method.pitches import Reactions
from netdesk.method.review import MOST_ADVICE, Advice, GaveFirst, ReviewFigures, less_of, more_of
from netdesk.method.sources import Source
from netdesk.method.strategy import DEFAULT_PLAN, Activity

TODAY = date(2026, 11, 22)
YEAR = parse_period("2026", TODAY)
DAYS = compared(YEAR, TODAY)
NOTHING = Total(0.0, "GBP")


def wins(*sources: Source | None) -> SourceFigures:
    won = count_wins([Win(source, 100.0) for source in sources], Rates("GBP"))
    return SourceFigures(DAYS, won, count_wins([], Rates("GBP")))


def mix(*hours: int) -> Mix:
    minutes = {one: 60 * spent for one, spent in zip(Activity, hours, strict=True)}
    return Mix(YEAR, DAYS, minutes, dict.fromkeys(Activity, 0), DEFAULT_PLAN)


def given(won: int = 0, value: float = 0.0, hours: float = 10.0, solid: int = 0, times: int = 3) -> Given:
    return Given(won, Total(value, "GBP", (), won), NOTHING, hours, solid, times)


def groups(*found: GroupReturn) -> GroupReturns:
    return GroupReturns(YEAR, found, sum(one.given.wins for one in found), NOTHING, 0, "2025")


def hosts(*found: EventReturn) -> EventReturns:
    return EventReturns(YEAR, found, sum(one.given.times for one in found), 0, 0, "2025")


def said(number: int, asked: int, blank: int) -> VersionFigure:
    return VersionFigure(1, number, "Inbox to zero", number, 1, Reactions(asked, 0, blank))


QUIET = ReviewFigures(
    sources=wins(),
    mix=mix(30, 25, 20, 10, 15),
    groups=groups(),
    events=hosts(),
    pitches=PitchFigures(YEAR, (), 5),
    prompt=Promptness(YEAR, DAYS, 48, (), Followed(0, 0)),
    gave_first=GaveFirst(),
)


def more(**changed: object) -> tuple[Advice, ...]:
    return more_of(replace(QUIET, **changed), plain_money)  # type: ignore[arg-type]


def less(**changed: object) -> tuple[Advice, ...]:
    return less_of(replace(QUIET, **changed), plain_money)  # type: ignore[arg-type]


def test_where_all_is_as_planned_nothing_is_advised() -> None:
    assert more() == ()
    assert less() == ()


def test_hours_far_from_the_plan_are_moved() -> None:
    spent = mix(46, 12, 14, 20, 8)
    (under,) = more(mix=spent)
    assert (under.rule, under.what) == ("under_plan", "One-to-ones")
    assert under.why.startswith("13 points under plan: book ")
    (over,) = less(mix=spent)
    assert over == Advice("over_plan", "Meet-and-greet events", "46 h: 46% of your hours, 30% planned.")


def test_few_hours_or_small_gaps_move_nothing() -> None:
    assert more(mix=mix(4, 0, 0, 0, 0)) == less(mix=mix(4, 0, 0, 0, 0)) == ()
    assert more(mix=mix(34, 21, 20, 10, 15)) == less(mix=mix(34, 21, 20, 10, 15)) == ()


def test_the_source_most_wins_came_from_is_fed() -> None:
    told = more(sources=wins(*[Source.NETWORK_REFERRAL] * 3, Source.MARKETING, Source.REFERRAL, None))
    assert told == (
        Advice(
            "source",
            "Ask to be introduced before there is a need",
            "3 of 5 wins came by network referral, £300.",
        ),
    )


@pytest.mark.parametrize(
    "sources",
    [
        [Source.REFERRAL] * 4,  # too few
        [Source.REFERRAL] * 3 + [Source.MARKETING] * 3,  # none leads
        [Source.REFERRAL, *Source, *Source],  # 3 of 11: ahead, but not a third
    ],
)
def test_no_source_is_named_where_none_leads(sources: list[Source]) -> None:
    assert more(sources=wins(*sources)) == ()


def test_every_source_has_its_advice() -> None:
    for source in Source:
        (told,) = more(sources=wins(*[source] * 5))
        assert source.label.lower() in told.why
        assert told.what


def test_who_gave_first_is_helped_first() -> None:
    (told,) = more(gave_first=GaveFirst(4, ("Luis Ortega", "Olga Petrova")))
    assert told.what == "Help first"
    assert told.why == "Luis Ortega, Olga Petrova and 2 others gave to you: what would help them?"
    (one,) = more(gave_first=GaveFirst(1, ("Luis Ortega",)))
    assert one.why == "Luis Ortega gave to you: what would help them?"


CLUB = GroupReturn(1, "Breakfast Club", given(5, 1000))
CIRCLE = GroupReturn(2, "Circle", given(hours=24))


def test_the_group_worth_its_hours_is_kept_and_the_other_looked_at() -> None:
    both = groups(CLUB, CIRCLE)
    (best,) = more(groups=both)
    assert (best.what, best.why) == ("Breakfast Club", "5 wins, £100 an hour: the most of your groups.")
    (idle,) = less(groups=both)
    assert (idle.what, idle.why) == (
        "Circle",
        "24 h and no win yet: sit down with more of them, or let it go.",
    )


def test_one_group_alone_or_few_wins_are_not_ranked() -> None:
    assert more(groups=groups(CLUB)) == ()
    few = groups(replace(CLUB, given=given(4, 1000)), CIRCLE)
    assert more(groups=few) == less(groups=few) == ()
    left = groups(replace(CLUB, left=True), replace(CIRCLE, left=True))
    assert more(groups=left) == less(groups=left) == ()


def test_hosts_are_judged_by_solid_contacts() -> None:
    found = hosts(
        EventReturn("a", "Chamber", given(hours=6, solid=4)), EventReturn("b", "Drinks", given(hours=7))
    )
    (best,) = more(events=found)
    assert (best.what, best.why) == ("Events of Chamber", "A solid contact for every 1.5 h, in three times.")
    (idle,) = less(events=found)
    assert idle.what == "Events of Drinks"
    assert idle.why == "Three times, 7 h, no solid contact: choose two people to meet first."
    few = hosts(EventReturn("b", "Drinks", given(hours=7)))
    assert less(events=few) == ()


def test_the_version_that_lands_is_said_again() -> None:
    pitches = PitchFigures(YEAR, (said(1, 2, 8), said(3, 5, 5)), 5)
    (best,) = more(pitches=pitches)
    assert (best.what, best.why) == ("Say “Inbox to zero” v3", "50% of 10 people asked more.")
    (worst,) = less(pitches=pitches)
    assert worst.what == "“Inbox to zero” v1 as it is"
    assert worst.why == "20% of 10 people asked more: change one line."
    assert less(pitches=PitchFigures(YEAR, (said(1, 0, 4), said(3, 5, 5)), 5)) == ()


@pytest.mark.parametrize(("prompt", "cards", "told"), [(3, 6, 1), (4, 6, 0), (1, 4, 0), (0, 5, 1)])
def test_cards_are_followed_up_sooner_below_two_thirds(prompt: int, cards: int, told: int) -> None:
    figures = Promptness(YEAR, DAYS, 48, ((Month(2026, 3), Followed(prompt, cards)),), Followed(0, 0))
    assert len(more(prompt=figures)) == told


def test_four_things_are_enough_and_hostile_text_is_cleaned() -> None:
    pitches = PitchFigures(
        YEAR, (said(1, 2, 8), replace(said(3, 5, 5), pitch="<b>\n" + "x" * 9000 + "\x00")), 5
    )
    found = more(
        sources=wins(*[Source.REFERRAL] * 5),
        groups=groups(CLUB, CIRCLE),
        events=hosts(EventReturn("a", "A\nB", given(solid=5, times=5))),
        pitches=pitches,
    )
    assert len(found) == MOST_ADVICE
    assert found[2].what == "Events of A B"
    assert len(found[3].what) <= 2000
    assert "\x00" not in found[3].what

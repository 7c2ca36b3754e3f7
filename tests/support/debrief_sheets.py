"""The mixer after it took place, for the tests of its debrief sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.debrief import PeopleMet
from netdesk.method.debrief_sheet import DebriefCard, DebriefGoal, DebriefPlan, DebriefSheetInput
from netdesk.method.follow_ups import CardState
from netdesk.method.pitches import Reactions
from tests.support.prep_sheets import GOALS, MIXER

WEDNESDAY, THURSDAY = date(2026, 11, 25), date(2026, 11, 26)
CARDS = (
    DebriefCard(
        "Marta Lindqvist",
        "Lindqvist Interiors",
        PersonKind.POTENTIAL_CLIENT,
        CardState.PLANNED,
        (DebriefPlan("Send retail checklist", WEDNESDAY),),
        solid=True,
    ),
    DebriefCard(
        "Ellen Brandt",
        "Brandt & Co",
        PersonKind.STRATEGIC_PARTNER,
        CardState.PLANNED,
        (
            DebriefPlan("One-to-one: plan joint webinar", THURSDAY, time(10)),
            DebriefPlan("Say thank you", WEDNESDAY, done=True),
        ),
        solid=True,
    ),
    DebriefCard("Bill Marsh", "Marsh Vans"),
    DebriefCard("Priti Shah", "Shah Catering", state=CardState.LET_GO, reason="moves away"),
)
EMPTY = DebriefSheetInput(
    title=MIXER.title,
    start=MIXER.start,
    end=MIXER.end,
    printed_on=MIXER.printed_on,
    place=MIXER.place,
    host=MIXER.host,
    purpose=MIXER.purpose,
    shares=MIXER.shares,
    goals=tuple(DebriefGoal(goal) for goal in GOALS),
    pitch="Inbox to zero · v3",
)
"""Nothing entered yet: a form to take along."""

DEBRIEF = replace(
    EMPTY,
    goals=tuple(DebriefGoal(goal, reached) for goal, reached in zip(GOALS, (5, 8, 1), strict=True)),
    reactions=Reactions(4, 3, 1),
    cards=CARDS,
    people=PeopleMet(7, 4),
    learned="Shop owners talk when asked about Sundays.",
    change_next="Start with the Sunday story.",
    stars=4.5,
    cost=84.0,
    currency="GBP",
    hours=3.0,
)
"""Filled in as in the picture, two cards without a plan or let go."""

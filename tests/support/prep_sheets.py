"""The event of the prep sheet's tests: an invented autumn mixer, as a value and in a workspace."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from netdesk.method.goals import Goal, GoalKind
from netdesk.method.pitches import PitchKind
from netdesk.method.prep_sheet import PrepSheetInput, SheetPerson, SheetPitch
from netdesk.method.triage import Purpose, Shares
from netdesk.services.event_edit import EventDetails, add_event, set_shares
from netdesk.services.expected import edit_expected, expect_name
from netdesk.services.goals import add_goal
from netdesk.services.pitches import Answers, PitchDraft, write_pitch
from netdesk.store.workspace import Workspace

PRINTED = date(2026, 11, 22)
START = datetime(2026, 11, 24, 17, 30)  # noqa: DTZ001 - a time on the wall
GOALS = (
    Goal(GoalKind.COLLECT_CARDS, 5, "Email each within 24 h with the retail checklist; call Friday"),
    Goal(GoalKind.TRY_MESSAGE, 10, "Tally below, change one line", "Inbox to zero"),
    Goal(GoalKind.CONNECT_PARTNERS, 1, "Coffee within seven days"),
)
ONE_MINUTE = (
    "You know how shop owners answer email at midnight? I give them their evenings back. Last month a gift shop in"
    " Mill Street got nine hours a week – and took Sundays off for the first time in four years. A good introduction"
    " for me is anyone who says “I never get to the bottom of my inbox”."
)
DIFFERENT = "I work in the shop for a day first"
PEOPLE = (
    SheetPerson(
        "Ravi Menon",
        "Menon Accountancy",
        "",
        2,
        "Serves 40 retailers; one-to-one Tuesday",
        "Intro to Hannah Weiss (training)",
        "Who among your clients drowns in admin?",
    ),
    SheetPerson(
        "Ellen Brandt",
        "Brandt & Co",
        "on the board",
        2,
        "Decides the spring speakers",
        "Help with the newsletter",
        "A ten-minute slot in March",
    ),
    SheetPerson(
        "Luis Ortega",
        "Ortega Finance",
        "",
        3,
        "Gave four times, never asked",
        "Ask what he needs – and listen",
        "Intro to a shop that outgrew its spreadsheet",
    ),
    SheetPerson(
        "Tom Okafor",
        "Okafor Legal",
        "new",
        1,
        "Does not know anyone yet",
        "Show him round",
        "What does he do best?",
    ),
    SheetPerson(
        "Head of Retail 27",
        why="Knows my whole market",
        give="Exhibitor checklist",
        ask="Twenty minutes next week",
        is_contact=False,
    ),
)
MIXER = PrepSheetInput(
    title="Chamber autumn mixer",
    start=START,
    end=START + timedelta(hours=2),
    printed_on=PRINTED,
    place="Town Hall, Mill Street",
    host="Chamber of Commerce",
    purpose=Purpose.NETWORKING,
    shares=Shares(10, 60, 20, 10),
    goals=GOALS,
    pitch=SheetPitch(PitchKind.ONE_MINUTE, "Inbox to zero", ONE_MINUTE, DIFFERENT),
    people=PEOPLE,
    competitors=("Sam Carter",),
)


def plan_mixer(workspace: Workspace) -> int:
    """Write the mixer into a workspace and give the event's id; its people are names, not contacts."""
    event = add_event(
        workspace,
        EventDetails(
            MIXER.title, START, START + timedelta(hours=2), "Europe/London", MIXER.place, MIXER.host
        ),
    )
    set_shares(workspace, event, Shares(10, 60, 20, 10))
    for goal in GOALS:
        add_goal(workspace, event, goal)
    write_pitch(
        workspace,
        PitchDraft("Inbox to zero", PitchKind.ONE_MINUTE, ONE_MINUTE, answers=Answers(different=DIFFERENT)),
        event,
    )
    for person in PEOPLE:
        expected = expect_name(workspace, event, person.name, person.organisation)
        edit_expected(workspace, expected, why=person.why, give=person.give, ask=person.ask)
    return event

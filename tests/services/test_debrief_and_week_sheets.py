"""What the debrief sheet and the week's list read from the workspace."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from netdesk.method.dates import parse_moment
from netdesk.method.errors import NotFound
from netdesk.method.follow_up_sheet import follow_up_week
from netdesk.method.follow_ups import CardState
from netdesk.method.goals import Goal, GoalKind
from netdesk.method.pitches import PitchKind, Reactions
from netdesk.method.prep_sheet_last_time import LastTime, TriedVersion
from netdesk.method.triage import Purpose
from netdesk.services import bulk, debrief, event_edit, goals, pitches
from netdesk.services.pitches import PitchDraft
from netdesk.services.preferences import save_currency
from netdesk.services.reactions import add_reactions
from netdesk.services.selection import Selection
from netdesk.services.sheets import debrief_sheet_input, prep_sheet_input, week_follow_ups
from netdesk.store.workspace import Workspace
from tests.support.events import mixer, wall
from tests.support.judged_events import card, follow_up, judge
from tests.support.wins import won
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 25)
WEEK = follow_up_week(date(2026, 11, 23), TODAY)


def test_a_debrief_sheet_holds_what_was_entered(workspace: Workspace) -> None:
    save_currency(workspace, "GBP")
    event = mixer(workspace, day=wall(2026, 11, 24, 17, 30))
    goal = goals.add_goal(workspace, event, Goal(GoalKind.HELP, 3, "Do it"))
    goals.set_reached(workspace, goal, 2)
    pitches.write_pitch(workspace, PitchDraft("Inbox", PitchKind.SENTENCE, "I help."), event)
    add_reactions(workspace, event, asked_more=4, polite=3, blank=1)
    first, second, binned = sample_people(workspace, 3)
    card(workspace, event, first, solid=True, plan="Have a coffee", due="2026-11-26", at="10:00")
    card(workspace, event, second, let_go=True)
    card(workspace, event, binned)
    bulk.to_bin(workspace, Selection.of([binned]), TODAY)
    judge(workspace, event, stars=4.5, hours=3.0, learned="Ask first.", change_next="Shorter.")
    with workspace.change("What it cost"):
        workspace.sql("UPDATE event SET cost = 84, currency = '' WHERE id = ?", (event,))
    sheet = debrief_sheet_input(workspace, event, TODAY)
    assert [(line.goal.count, line.reached) for line in sheet.goals] == [(3, 2)]
    assert (sheet.reactions.asked_more, sheet.reactions.total) == (4, 8)
    assert sheet.pitch.startswith("Inbox")
    assert [(each.state, each.solid) for each in sheet.cards] == [
        (CardState.PLANNED, True),
        (CardState.LET_GO, False),
    ]
    (plan,) = sheet.cards[0].plans
    assert (plan.action, plan.due, plan.at, plan.done) == (
        "Have a coffee",
        date(2026, 11, 26),
        time(10),
        False,
    )
    assert (sheet.stars, sheet.cost, sheet.currency, sheet.hours) == (4.5, 84.0, "GBP", 3.0)
    assert (sheet.learned, sheet.change_next, sheet.finished) == ("Ask first.", "Shorter.", False)
    debrief.finish_debrief(workspace, event)
    assert debrief_sheet_input(workspace, event, TODAY).finished


def test_an_event_to_come_is_an_empty_form(workspace: Workspace) -> None:
    sheet = debrief_sheet_input(workspace, mixer(workspace, day=wall(2026, 12, 1, 18)), TODAY)
    assert (sheet.cards, sheet.stars, sheet.hours, sheet.people.met) == ((), None, None, 0)


def test_an_event_that_is_gone_has_no_sheet(workspace: Workspace) -> None:
    with pytest.raises(NotFound):
        debrief_sheet_input(workspace, 5, TODAY)


def test_the_prep_sheet_carries_last_time_and_the_versions_tried(workspace: Workspace) -> None:
    last = mixer(workspace, day=wall(2026, 10, 20, 18), host="CHAMBER")
    goal = goals.add_goal(workspace, last, Goal(GoalKind.HELP, 1, "Do it"))
    goals.set_reached(workspace, goal, 1)
    version = pitches.write_pitch(workspace, PitchDraft("Inbox", PitchKind.SENTENCE, "I help."), last)
    add_reactions(workspace, last, asked_more=4, polite=3, blank=1)
    people = sample_people(workspace, 2)
    card(workspace, last, people[0], solid=True, plan="Call")
    card(workspace, last, people[1])
    judge(workspace, last, stars=4.0, learned="Ask first.", change_next="Shorter.")
    coming = mixer(workspace, day=wall(2026, 12, 1, 18), host="Chamber")
    pitches.choose_pitch(workspace, coming, version, parse_moment("2026-11-25T09:00:00+00:00"))
    won(workspace, "Inbox set-up", event_id=last)
    sheet = prep_sheet_input(workspace, coming, TODAY)
    assert sheet.last == LastTime(date(2026, 10, 20), 1, 1, 1, 4.0, "Ask first.", "Shorter.", 1, 1)
    assert sheet.tried == (TriedVersion(1, Reactions(4, 3, 1)),)


def test_the_prep_sheet_leaves_out_a_last_time_with_somebody_else(workspace: Workspace) -> None:
    for host in ("Chamber", "Guild"):
        event = mixer(workspace, day=wall(2026, 10, 20, 18), host=host)
        event_edit.set_purpose(workspace, event, Purpose.NETWORKING)
        judge(workspace, event)
    coming = mixer(workspace, day=wall(2026, 12, 1, 18), host="Club")
    event_edit.set_purpose(workspace, coming, Purpose.NETWORKING)
    sheet = prep_sheet_input(workspace, coming, TODAY)
    assert (sheet.last, sheet.tried) == (None, ())


def test_the_week_reads_what_is_open_in_it_and_what_is_late(workspace: Workspace) -> None:
    people = sample_people(workspace, 7)
    with workspace.change("Plan"):
        workspace.sql(
            "INSERT INTO contact_point (person_id, kind, label, value, preferred, position) VALUES"
            " (:who, 'phone', 'fax', '+44 7700 900999', 1, 0), (:who, 'phone', 'work', '+44 7700 900111', 0, 1),"
            " (:who, 'phone', 'mobile', '+44 7700 900222', 1, 2)",
            {"who": people[0]},
        )
        for place, (days, done) in enumerate(
            ((0, False), (4, False), (5, False), (-1, False), (-90, False), (1, True))
        ):
            follow_up(
                workspace,
                people[place],
                f"Action {place}",
                (TODAY + timedelta(days=days)).isoformat(),
                at="09:30" if not place else None,
                done=done,
            )
        follow_up(workspace, people[6], "Of somebody in the bin", TODAY.isoformat())
    bulk.to_bin(workspace, Selection.of([people[6]]), TODAY)
    found = week_follow_ups(workspace, WEEK)
    assert [one.action for one in found] == ["Action 4", "Action 3", "Action 0", "Action 1"]
    assert (found[2].phone, found[2].at) == ("+44 7700 900222", time(9, 30))
    assert found[3].phone == ""

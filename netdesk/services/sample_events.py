"""The invented events and pitches: planned, prepared, or over."""

from __future__ import annotations

import json
from datetime import datetime

from netdesk.method.goals import Goal, GoalKind
from netdesk.method.pitches import PitchKind
from netdesk.method.triage import Shares
from netdesk.services.event_edit import EventDetails, add_event, set_note, set_shares
from netdesk.services.expected import edit_expected, expect_name, expect_people
from netdesk.services.goals import add_goal, set_reached
from netdesk.services.pitches import Answers, PitchDraft, write_pitch
from netdesk.services.sample_marks import EVENT_MARK, PITCHES_NOTE
from netdesk.services.sample_story import ZONE, Story, Told, clock
from netdesk.store.workspace import Workspace


def add_events(ws: Workspace, story: Story) -> dict[str, int]:
    """Add every event with who will be there, and give their ids by key."""
    ids = {event["key"]: _add(ws, story, event) for event in story.events}
    ws.many(
        "UPDATE event SET repeats_event_id = ? WHERE id = ?",
        [(ids[event["repeats"]], ids[event["key"]]) for event in story.events if "repeats" in event],
    )
    return ids


def add_preparation(ws: Workspace, story: Story, events: dict[str, int], people: dict[str, int]) -> None:
    """Give the events their pitches, goals and people to meet."""
    versions = {pitch["title"]: _write(ws, story, pitch) for pitch in story.pitches}
    ws.sql(
        "INSERT INTO preference (name, value) SELECT ?, json_group_array(DISTINCT pitch_id) FROM pitch_version"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (PITCHES_NOTE, json.dumps([number for told in versions.values() for number, _ in told])),
    )
    for event in story.events:
        number, day = events[event["key"]], str(story.event_day(event))
        if "pitch" in event:
            told = [version for version, since in versions[event["pitch"]] if since <= day]
            ws.sql("UPDATE event SET pitch_version_id = ? WHERE id = ?", (told[-1], number))
        for goal in event.get("goals", ()):
            planned = Goal(GoalKind(goal["kind"]), goal["count"], goal["follow_up"], goal.get("subject", ""))
            added = add_goal(ws, number, planned)
            if goal.get("reached"):
                set_reached(ws, added, goal["reached"])
        for one in event.get("people", ()):
            _expect(ws, number, one, people)


def _add(ws: Workspace, story: Story, event: Told) -> int:
    day = story.event_day(event)
    cost = event.get("cost")
    number = add_event(
        ws,
        EventDetails(
            event["title"],
            datetime.combine(day, clock(event["from"])),
            datetime.combine(day, clock(event["to"])),
            ZONE,
            event["place"],
            event["host"],
            cost,
            "GBP" if cost is not None else "",
        ),
    )
    set_shares(ws, number, Shares(*event["shares"]))
    if "note" in event:
        set_note(ws, number, event["note"])
    ws.sql(
        "UPDATE event SET uid = ?, attended = ? WHERE id = ?",
        (f"{EVENT_MARK}{event['key']}@netdesk", event.get("attended"), number),
    )
    return number


def _expect(ws: Workspace, event_id: int, one: Told, people: dict[str, int]) -> None:
    if "guest" in one:
        added = expect_name(ws, event_id, one["guest"])
    else:
        (added,) = expect_people(ws, event_id, [people[one["name"]]])
    edit_expected(ws, added, why=one.get("why"), give=one.get("give"), ask=one.get("ask"))


def _write(ws: Workspace, story: Story, pitch: Told) -> list[tuple[int, str]]:
    """Write a pitch and give its versions with the day each was written on, the oldest first."""
    first, *later = pitch["versions"]
    answers = Answers(
        *(pitch.get(name, "") for name in ("how_i_help", "good_at", "different", "ask", "helps_the_room"))
    )
    draft = PitchDraft(
        pitch["title"], PitchKind(pitch["kind"]), first["text"], pitch.get("audience", ""), answers
    )
    version = write_pitch(ws, draft)
    written = [(version, first)]
    (pitch_id,) = ws.sql("SELECT pitch_id FROM pitch_version WHERE id = ?", (version,)).fetchone()
    for place, told in enumerate(later, 2):
        cursor = ws.sql(
            "INSERT INTO pitch_version (pitch_id, number, text, what_changed, created_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (pitch_id, place, told["text"], told["what_changed"], story.moment(told["on"])),
        )
        written.append((int(cursor.lastrowid or 0), told))
    ws.many(
        "UPDATE pitch_version SET created_at = ? WHERE id = ?",
        [(story.moment(told["on"]), number) for number, told in written],
    )
    ws.sql("UPDATE pitch SET created_at = ? WHERE id = ?", (story.moment(first["on"]), pitch_id))
    for number, told in written:
        _heard_and_rehearsed(ws, story, number, told)
    return [(number, str(story.day(told["on"]))) for number, told in written]


def _heard_and_rehearsed(ws: Workspace, story: Story, version: int, told: Told) -> None:
    if "reactions" in told:
        ws.sql(
            "INSERT INTO reaction (pitch_version_id, asked_more, polite, blank) VALUES (?, ?, ?, ?)",
            (version, *told["reactions"]),
        )
    ws.many(
        "INSERT INTO rehearsal (pitch_version_id, seconds, made_at) VALUES (?, ?, ?)",
        [(version, seconds, story.moment(on)) for on, seconds in told.get("rehearsed", ())],
    )

"""What the invented people did for me and I for them; who met through me, who knows whom, with whom I sit down next."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from netdesk.method.introductions import IntroductionState
from netdesk.method.ledger import EntryState, HelpWay, LedgerKind
from netdesk.method.rhythm import InteractionKind
from netdesk.services.sample_marks import EVENT_MARK
from netdesk.services.sample_story import ZONE, Story, Told, clock
from netdesk.store.workspace import Workspace

_ENTRY = (
    "INSERT INTO ledger_entry (person_id, kind, way, words, outcome, happened_on, due_on, state, introduction_id,"
    " group_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def add_help(ws: Workspace, story: Story, people: dict[str, int], groups: dict[str, int]) -> None:
    """Write the ledger, the introductions, the relations and the one-to-ones that are planned."""
    for kind in LedgerKind:
        for told in story.help[kind.value]:
            _enter(ws, story, people, groups, kind, told)
    for told in story.help["introduction"]:
        _introduce(ws, story, people, told)
    ws.many(
        "INSERT INTO relation (person_id, other_id, kind, words, inverse, created_at) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                people[told["name"]],
                people[told["other"]],
                told["kind"],
                told.get("words", ""),
                told.get("inverse", ""),
                story.moment(told.get("on", -1)),
            )
            for told in story.help["relation"]
        ],
    )
    for number, told in enumerate(story.help["planned"], 1):
        _plan(ws, story, people, groups, told, f"{EVENT_MARK}one-to-one-{number}@netdesk")


def _enter(
    ws: Workspace,
    story: Story,
    people: dict[str, int],
    groups: dict[str, int],
    kind: LedgerKind,
    told: Told,
    introduction: int | None = None,
) -> None:
    is_open = kind in {LedgerKind.PROMISE, LedgerKind.ASK}
    ws.sql(
        _ENTRY,
        (
            people[told["name"]],
            kind.value,
            HelpWay(told["way"]).value,
            told["words"],
            told.get("outcome", ""),
            str(story.day(told["on"])),
            str(story.day(told["due"])) if "due" in told else None,
            (EntryState.OPEN if is_open else EntryState.DONE).value,
            introduction,
            groups[told["group"]] if "group" in told else None,
            story.moment(told["on"]),
        ),
    )


def _introduce(ws: Workspace, story: Story, people: dict[str, int], told: Told) -> None:
    state = IntroductionState(told["state"])
    on = str(story.day(told["on"]))
    outcome = told.get("outcome", "")
    cursor = ws.sql(
        "INSERT INTO introduction (person_id, other_id, why, message, state, made_on, outcome, outcome_on, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            people[told["name"]],
            people[told["other"]],
            told["why"],
            told.get("message", ""),
            state.value,
            on if state.is_made else None,
            outcome,
            str(story.day(told["outcome_on"])) if "outcome_on" in told else None,
            story.moment(told["on"]),
        ),
    )
    if state.is_made:
        words = told.get("words", f"introduction to {told['other']}")
        give = {**told, "way": HelpWay.INTRODUCTION.value, "words": words}
        _enter(ws, story, people, {}, LedgerKind.GIVE, give, cursor.lastrowid)


def _plan(
    ws: Workspace, story: Story, people: dict[str, int], groups: dict[str, int], told: Told, uid: str
) -> None:
    """A one-to-one that is planned, was held as the talk of that day tells, or was called off."""
    person, day = people[told["name"]], story.event_day(told)
    starts = datetime.combine(day, clock(told["at"]), ZoneInfo(ZONE))
    held = ws.sql(
        "SELECT i.id FROM interaction i JOIN interaction_person p ON p.interaction_id = i.id"
        " WHERE p.person_id = ? AND i.kind = ? AND substr(i.happened_at, 1, 10) = ?",
        (person, InteractionKind.ONE_TO_ONE.value, str(day)),
    ).fetchone()
    ws.sql(
        "INSERT INTO one_to_one (person_id, objective, starts_at, zone, place, remind_minutes, first_question,"
        " second_question, interaction_id, called_off_at, reason, group_id, uid, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            person,
            told["objective"],
            starts.isoformat(timespec="seconds"),
            ZONE,
            told["place"],
            told.get("remind"),
            told.get("first", ""),
            told.get("second", ""),
            held[0] if held else None,
            story.moment(told["called_off"]) if "called_off" in told else None,
            told.get("reason", ""),
            groups[told["group"]] if "group" in told else None,
            uid,
            story.moment(told["made"]),
        ),
    )

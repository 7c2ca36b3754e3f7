"""A lively invented network to try NetDesk with: eighty people, thirty-six events, two years of talks.

Everything is counted from ``today``, so that somebody is always late, somebody is going cold and an event is near.
What is invented is told apart by its ``uid``; it comes in one step of the history and goes in another.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.services import (
    sample_afterwards,
    sample_events,
    sample_groups,
    sample_help,
    sample_people,
    sample_time,
    sample_wins,
)
from netdesk.services.sample_marks import (
    EVENT_MARK,
    GROUPS_NOTE,
    PERSON_MARK,
    PITCHES_NOTE,
    TIME_NOTE,
    WINS_NOTE,
    has_sample,
)
from netdesk.services.sample_story import read_story
from netdesk.store.workspace import Workspace

__all__ = ["add_sample", "has_sample", "remove_sample"]

ADDED = "Add the sample network"
REMOVED = "Remove the sample network"
_INVENTED_PEOPLE = f"uid LIKE '{PERSON_MARK}%'"
_INVENTED_EVENTS = f"uid LIKE '{EVENT_MARK}%'"


def add_sample(ws: Workspace, folder: Path, today: date) -> Changes:
    """Add the invented network told in the files of ``folder``, as it stands on ``today``.

    One undo takes all of it back. Raises ``InvalidInput`` when it is there already.
    """
    if has_sample(ws):
        raise InvalidInput("The sample network is here already.", "Remove it before you add it again.")
    story = read_story(folder, today)
    with ws.change(ADDED) as change:
        fields = sample_people.add_ground(ws, story)
        events = sample_events.add_events(ws, story)
        people = sample_people.add_people(ws, story, events, fields)
        sample_people.add_past(ws, story, events, people)
        sample_events.add_preparation(ws, story, events, people)
        sample_afterwards.add_afterwards(ws, story, events, people)
        groups = sample_groups.add_groups(ws, story, people)
        sample_help.add_help(ws, story, people, groups)
        sample_wins.add_wins(ws, story, events, people, groups)
        sample_time.add_time(ws, story)
    return change.changes


def remove_sample(ws: Workspace) -> Changes:
    """Take the invented people and events out again, and what only they used. Raises ``NotFound`` without any.

    What was added by hand stays: a tag, market, own field, organisation, pitch or group that something else uses.
    """
    if not has_sample(ws):
        raise NotFound("There is no sample network here.")
    with ws.change(REMOVED) as change:
        pitches, groups = _take_note(ws, PITCHES_NOTE), _take_note(ws, GROUPS_NOTE)
        ws.many("DELETE FROM win WHERE id = ?", _take_note(ws, WINS_NOTE))
        ws.many("DELETE FROM logged_time WHERE id = ?", _take_note(ws, TIME_NOTE))
        # An event that goes leaves the reactions counted there behind, as heard somewhere; these were invented, too.
        ws.sql(f"DELETE FROM reaction WHERE event_id IN (SELECT id FROM event WHERE {_INVENTED_EVENTS})")
        ws.sql(f"DELETE FROM event WHERE {_INVENTED_EVENTS}")
        for table, link, column in (
            ("tag", "person_tag", "tag_id"),
            ("target_market", "person_market", "target_market_id"),
            ("own_field", "own_field_value", "own_field_id"),
        ):
            ws.sql(f"DELETE FROM {table} WHERE {_only_invented(link, column)}")
        firms = ws.sql(
            f"SELECT DISTINCT organisation_id FROM person WHERE {_INVENTED_PEOPLE}"
            " AND organisation_id IS NOT NULL"
        ).fetchall()
        ws.sql(
            "DELETE FROM interaction WHERE id IN (SELECT i.interaction_id FROM interaction_person i"
            f" JOIN person p ON p.id = i.person_id WHERE p.{_INVENTED_PEOPLE})"
            " AND NOT EXISTS (SELECT 1 FROM interaction_person i JOIN person p ON p.id = i.person_id"
            f" WHERE i.interaction_id = interaction.id AND NOT p.{_INVENTED_PEOPLE})"
        )
        ws.sql(f"DELETE FROM person WHERE {_INVENTED_PEOPLE}")
        ws.many(
            "DELETE FROM organisation WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM person WHERE organisation_id = ?1)",
            firms,
        )
        ws.many(
            "DELETE FROM networking_group WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM member WHERE group_id = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM event WHERE group_id = ?1)",
            groups,
        )
        ws.many(
            "DELETE FROM pitch WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM event e"
            " JOIN pitch_version v ON v.id = e.pitch_version_id WHERE v.pitch_id = ?1)",
            pitches,
        )
    return change.changes


def _take_note(ws: Workspace, name: str) -> list[tuple[int]]:
    """The ids kept in a preference, which goes."""
    kept = ws.sql("SELECT j.value FROM preference p, json_each(p.value) j WHERE p.name = ?", (name,))
    numbers = [(int(number),) for (number,) in kept.fetchall()]
    ws.sql("DELETE FROM preference WHERE name = ?", (name,))
    return numbers


def _only_invented(link: str, column: str) -> str:
    """SQL for rows that invented people use and nobody else does."""
    used = f"SELECT {column} FROM {link} l JOIN person p ON p.id = l.person_id WHERE"
    return f"id IN ({used} p.{_INVENTED_PEOPLE}) AND id NOT IN ({used} NOT p.{_INVENTED_PEOPLE})"

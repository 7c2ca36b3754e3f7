"""The invented wins: where the business of two years came from, whom to thank, and who was thanked."""

from __future__ import annotations

import json

from netdesk.method.follow_ups import FollowUpState
from netdesk.method.sources import Source
from netdesk.method.thanks import Chains, Thank, parse_thanks
from netdesk.services.sample_marks import WINS_NOTE
from netdesk.services.sample_story import Story, Told
from netdesk.services.win_drafts import WinDraft, insert
from netdesk.services.win_thanks import proposed_thanks
from netdesk.store.workspace import Workspace


def add_wins(
    ws: Workspace, story: Story, events: dict[str, int], people: dict[str, int], groups: dict[str, int]
) -> None:
    """Write every win down with its thanks."""
    ids = []
    for told in story.wins:
        draft = WinDraft(
            title=told["title"],
            client=told["client"],
            client_id=people[told["who"]] if "who" in told else None,
            won_on=story.day(told["on"]),
            value=float(told["value"]),
            source=Source(told["source"]),
            thanks=_chains(told, people),
            how=told.get("how", ""),
            event_id=events[told["event"]] if "event" in told else None,
            group_id=groups[told["group"]] if "group" in told else None,
        )
        number = insert(ws, draft)
        ws.sql("UPDATE win SET created_at = ? WHERE id = ?", (story.moment(told["on"]), number))
        for name, day in told.get("thanked", {}).items():
            _thank(ws, story, number, people[name], day)
        ids.append(number)
    ws.sql("INSERT INTO preference (name, value) VALUES (?, ?)", (WINS_NOTE, json.dumps(ids)))


def _chains(told: Told, people: dict[str, int]) -> Chains:
    chains = parse_thanks(told.get("thanks", ""))
    return tuple(tuple(Thank(one.name, people.get(one.name)) for one in chain) for chain in chains)


def _thank(ws: Workspace, story: Story, win: int, person: int, day: int) -> None:
    """Somebody was thanked, on the day it was meant for."""
    done = story.moment(day)
    ws.sql(
        "INSERT INTO follow_up (person_id, win_id, action, due_on, state, closed_at, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            person,
            win,
            proposed_thanks(ws, win, person),
            str(story.day(day)),
            FollowUpState.DONE.value,
            done,
            story.moment(day - 1),
        ),
    )

"""The invented groups: their members, what the audit was told by hand, and their meetings."""

from __future__ import annotations

import json

from netdesk.services.sample_marks import EVENT_MARK, GROUPS_NOTE
from netdesk.services.sample_story import Story, Told
from netdesk.store.workspace import Workspace


def add_groups(ws: Workspace, story: Story, people: dict[str, int]) -> dict[str, int]:
    """Add every group with its members, and give the groups' ids by key."""
    groups = {group["key"]: _add(ws, story, group) for group in story.groups}
    for group in story.groups:
        for member in group["members"]:
            _join(ws, story, groups[group["key"]], people[member["name"]], member)
        ws.many(
            "UPDATE event SET group_id = ? WHERE uid = ?",
            [(groups[group["key"]], f"{EVENT_MARK}{event}@netdesk") for event in group["meetings"]],
        )
    note = (GROUPS_NOTE, json.dumps(list(groups.values())))
    ws.sql("INSERT INTO preference (name, value) VALUES (?, ?)", note)
    return groups


def _add(ws: Workspace, story: Story, group: Told) -> int:
    since = story.day(group["since"])
    cursor = ws.sql(
        "INSERT INTO networking_group (name, why, place, meets_every, meets_on, meets_at, minutes, fee, fee_per,"
        " currency, since, note, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'GBP', ?, ?, ?)",
        (
            group["name"],
            group["why"],
            group["place"],
            group["every"],
            group["weekday"] - 1,
            group["at"],
            group["minutes"],
            group["fee"],
            group["fee_per"],
            str(since),
            group.get("note", ""),
            story.moment(group["since"]),
        ),
    )
    return int(cursor.lastrowid or 0)


def _join(ws: Workspace, story: Story, group: int, person: int, member: Told) -> None:
    left = str(story.day(member["left"])) if "left" in member else None
    cursor = ws.sql(
        "INSERT INTO member (group_id, person_id, joined_on, left_on, role, learned, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            group,
            person,
            str(story.day(member["joined"])),
            left,
            member.get("role", ""),
            member.get("learned", ""),
            story.moment(member["joined"]),
        ),
    )
    ws.many(
        "INSERT INTO audit_mark (member_id, mark, answer) VALUES (?, ?, ?)",
        [(cursor.lastrowid, mark, int(answer)) for mark, answer in member.get("marks", {}).items()],
    )

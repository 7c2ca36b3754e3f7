"""The audit of a group: for each member five marks, filled in from the record and corrected by hand (method §6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from netdesk.method.groups import (
    NEXT_ONE_TO_ONES,
    Answer,
    Evidence,
    Mark,
    MarkShare,
    answer,
    next_sentence,
    share,
)
from netdesk.method.ledger import GIVEN, RECEIVED, HelpWay
from netdesk.method.names import hue_index, initials
from netdesk.services.groups import Group, group, read_day
from netdesk.services.people import PersonName
from netdesk.store.workspace import Workspace

_SHOWN = 200
_MEMBERS = (
    "SELECT m.id, p.id, p.display_name, p.organisation_name, coalesce(p.level, 0), coalesce(p.photo, ''),"
    " m.joined_on, m.left_on, m.role, m.learned, substr(trim(p.what_they_do), 1, 200), p.archived_at IS NOT NULL"
    " FROM member m JOIN person p ON p.id = m.person_id"
    " WHERE m.group_id = :group AND p.binned_at IS NULL"
    " ORDER BY coalesce(p.level, 0) DESC, coalesce(m.joined_on, '9999'), p.sort_name, m.id"
)
_HELD = (
    "SELECT m.person_id, max(substr(i.happened_at, 1, 10)) FROM member m"
    " JOIN interaction_person ip ON ip.person_id = m.person_id"
    " JOIN interaction i ON i.id = ip.interaction_id AND i.kind = 'one_to_one'"
    " WHERE m.group_id = :group GROUP BY m.person_id"
)
# The next one to come; where none is to come, the last one nobody has told of yet.
_PLANNED = (
    "SELECT m.person_id, coalesce("
    " min(CASE WHEN substr(o.starts_at, 1, 10) >= :today THEN substr(o.starts_at, 1, 10) END),"
    " max(substr(o.starts_at, 1, 10))) FROM member m JOIN one_to_one o ON o.person_id = m.person_id"
    " WHERE m.group_id = :group AND o.interaction_id IS NULL AND o.called_off_at IS NULL GROUP BY m.person_id"
)
_HELPED = (
    "SELECT m.person_id, g.kind, g.way, count(*) FROM member m JOIN ledger_entry g ON g.person_id = m.person_id"
    " WHERE m.group_id = :group AND g.state = 'done' AND g.way IN ('bought', 'referral')"
    " GROUP BY m.person_id, g.kind, g.way"
)
_HAND = (
    "SELECT a.member_id, a.mark, a.answer FROM member m JOIN audit_mark a ON a.member_id = m.id"
    " WHERE m.group_id = :group"
)


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member as a line of the audit; ``level`` is 0 for somebody never placed, ``photo`` the picture's address.

    ``left`` is the day they left; ``marks`` has an answer for every mark.
    """

    member_id: int
    person_id: int
    name: str
    organisation: str
    level: int
    photo: str
    initials: str
    hue: int
    joined: date | None
    left: date | None
    role: str
    learned: str
    what_they_do: str
    archived: bool
    marks: Mapping[Mark, Answer]

    @property
    def yes(self) -> int:
        """How many marks hold."""
        return sum(1 for one in self.marks.values() if one.yes)

    @property
    def sat_down(self) -> bool:
        """Whether there was a one-to-one."""
        return self.marks[Mark.ONE_TO_ONE].yes


@dataclass(frozen=True, slots=True)
class Audit:
    """A group with its members, the closest first and then the longest in it; and what is missing.

    ``shares`` and ``count`` are of the members there now; ``gone`` counts those who left.
    """

    group: Group
    members: tuple[MemberLine, ...]
    shares: Mapping[Mark, MarkShare]
    count: int
    gone: int
    next_one_to_ones: tuple[PersonName, ...]
    next_sentence: str


def audit(ws: Workspace, group_id: int, today: date, *, with_left: bool = False) -> Audit:
    """Return the audit of a group; some milliseconds for 500 members. Raises NotFound.

    Whoever lies in the bin is left out, whoever left the group too unless ``with_left``.
    """
    with ws.one_moment():
        known = group(ws, group_id)
        lines = _lines(ws, group_id, today)
    here = [line for line in lines if line.left is None]
    shares = {mark: share(sum(line.marks[mark].yes for line in here), len(here)) for mark in Mark}
    following = _next(here)
    names = tuple(PersonName(line.person_id, line.name, line.organisation) for line in following)
    booked = sum(1 for line in here if not line.sat_down and line.marks[Mark.ONE_TO_ONE].booked is not None)
    sentence = next_sentence(
        [line.joined for line in following], sum(line.sat_down for line in here), booked, today
    )
    shown = tuple(lines) if with_left else tuple(here)
    return Audit(known, shown, shares, len(here), len(lines) - len(here), names, sentence)


def _lines(ws: Workspace, group_id: int, today: date) -> list[MemberLine]:
    asked = {"group": group_id, "today": today.isoformat()}
    held = _days(ws, _HELD, asked)
    planned = _days(ws, _PLANNED, asked)
    helped = {(row[0], row[1], row[2]): row[3] for row in ws.sql(_HELPED, {"group": group_id})}
    hand = {(row[0], row[1]): bool(row[2]) for row in ws.sql(_HAND, {"group": group_id})}

    def count(person: int, kinds: tuple[str, ...], way: HelpWay) -> int:
        return sum(helped.get((person, kind, way.value), 0) for kind in kinds)

    lines = []
    for row in ws.sql(_MEMBERS, {"group": group_id}).fetchall():
        member, person = row[0], row[1]
        evidence = Evidence(
            row[10],
            held.get(person),
            planned.get(person),
            count(person, GIVEN, HelpWay.BOUGHT),
            count(person, GIVEN, HelpWay.REFERRAL),
            count(person, RECEIVED, HelpWay.REFERRAL),
        )
        marks = {mark: answer(mark, hand.get((member, mark.value)), evidence, today) for mark in Mark}
        lines.append(_line(row, marks))
    return lines


def _line(row: Any, marks: Mapping[Mark, Answer]) -> MemberLine:
    name = str(row[2])[:_SHOWN]
    return MemberLine(
        member_id=row[0],
        person_id=row[1],
        name=name,
        organisation=str(row[3])[:_SHOWN],
        level=row[4],
        photo=row[5],
        initials=initials(name),
        hue=hue_index(name),
        joined=read_day(row[6]),
        left=read_day(row[7]),
        role=row[8],
        learned=row[9],
        what_they_do=row[10],
        archived=bool(row[11]),
        marks=marks,
    )


def _next(here: list[MemberLine]) -> list[MemberLine]:
    """Those who are in the group longest and were never sat down with; nobody who is booked or put away."""
    open_ones = [
        line
        for line in here
        if not line.sat_down and not line.archived and line.marks[Mark.ONE_TO_ONE].booked is None
    ]
    # Sorting is stable: of those who joined on one day the closest comes first.
    open_ones.sort(key=lambda line: line.joined or date.max)
    return open_ones[:NEXT_ONE_TO_ONES]


def _days(ws: Workspace, query: str, asked: dict[str, Any]) -> dict[int, date | None]:
    return {row[0]: read_day(row[1]) for row in ws.sql(query, asked)}

"""The list of groups: each with how many members it has and how many of them I know."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.groups import rhythm_words
from netdesk.method.names import fold
from netdesk.method.recurrence import Every
from netdesk.method.typed_times import read_kept_time
from netdesk.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class GroupFilter:
    """Which groups are shown: those that hold every word of ``text``, or those in the bin."""

    text: str = ""
    binned: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in the list; ``left`` says that I am not in it any more."""

    id: int
    name: str
    rhythm: str
    members: int
    left: bool

    @property
    def line(self) -> str:
        """The second line: "18 members · weekly, Fridays 07:00"."""
        people = "1 member" if self.members == 1 else f"{self.members:,} members"
        when = "you left" if self.left else self.rhythm
        return f"{people} · {when}" if when else people


def group_rows(ws: Workspace, wanted: GroupFilter = GroupFilter()) -> tuple[GroupRow, ...]:
    """Return the groups that are wanted by name, those I left at the end."""
    rows = ws.sql(
        "SELECT g.id, g.name, g.why, g.place, g.meets_every, g.meets_on, g.meets_at, g.left_on IS NOT NULL,"
        " (SELECT count(*) FROM member m JOIN person p ON p.id = m.person_id"
        "  WHERE m.group_id = g.id AND m.left_on IS NULL AND p.binned_at IS NULL)"
        f" FROM networking_group g WHERE g.binned_at IS {'NOT NULL' if wanted.binned else 'NULL'}"
        " ORDER BY g.left_on IS NOT NULL, g.name COLLATE NOCASE, g.id"
    )
    words = fold(wanted.text).split()
    found = []
    for row in rows:
        text = fold(f"{row[1]} {row[2]} {row[3]}")
        if all(word in text for word in words):
            every = Every(row[4]) if row[4] else None
            rhythm = rhythm_words(every, row[5], read_kept_time(row[6]))
            found.append(GroupRow(row[0], row[1], rhythm, row[8], bool(row[7])))
    return tuple(found)


def count_binned_groups(ws: Workspace) -> int:
    """Return how many groups lie in the bin."""
    return int(ws.sql("SELECT count(*) FROM networking_group WHERE binned_at IS NOT NULL").fetchone()[0])


def group_called(ws: Workspace, words: str, *, binned: bool = False) -> int:
    """Return the one group (of those in the bin, where ``binned``) that is meant by a name, a part of one, or its id.

    Raises NotFound for none, InvalidInput where several are meant.
    """
    found = group_rows(ws, GroupFilter(binned=binned))
    typed = fold(words)
    exact = [row for row in found if fold(row.name) == typed or str(row.id) == words.strip()]
    meant = exact or [row for row in found if typed and typed in fold(row.name)]
    if not meant:
        raise NotFound(f"No group is called “{words[:60]}”.", "“netdesk group list” names them all.")
    if len(meant) > 1:
        names = ", ".join(f"{row.name} ({row.id})" for row in meant[:5])
        raise InvalidInput(f"Several groups are meant: {names}.", "Give the id.", field="group")
    return meant[0].id

"""Which versions of pitches are offered for an event: all while they are few, else the newest of each."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.store.workspace import Workspace

FEW = 15
"""So many versions fit into a menu; of more the newest of each pitch are offered."""
_PITCHES, _OWN = 10, 12
_ROWS = (
    "SELECT v.id, p.id, p.title, v.number FROM pitch_version v JOIN pitch p ON p.id = v.pitch_id"
    " WHERE p.binned_at IS NULL"
)
_NEWEST = " AND v.number = (SELECT max(n.number) FROM pitch_version n WHERE n.pitch_id = p.id)"


@dataclass(frozen=True, slots=True)
class OfferedVersion:
    """A version in a menu."""

    id: int
    pitch_id: int
    title: str
    number: int

    @property
    def name(self) -> str:
        """The title and the number: "Inbox to zero · v3"."""
        return f"{self.title} · v{self.number}"


@dataclass(frozen=True, slots=True)
class PitchChoices:
    """The versions to choose from, those of a pitch together; ``more`` where not every one is among them."""

    versions: tuple[OfferedVersion, ...]
    more: bool


def pitch_choices(ws: Workspace, pitch_id: int | None = None) -> PitchChoices:
    """Return the versions a menu offers: the pitches by title, of each the newest version first.

    Where there are many, those are the newest of the pitches written last, and more of ``pitch_id``, the chosen one.
    """
    rows = ws.sql(
        f"{_ROWS} ORDER BY p.title COLLATE NOCASE, p.id, v.number DESC LIMIT ?", (FEW + 1,)
    ).fetchall()
    if len(rows) <= FEW:
        return PitchChoices(tuple(OfferedVersion(*row) for row in rows), False)
    own = ws.sql(f"{_ROWS} AND p.id = ? ORDER BY v.number DESC LIMIT ?", (pitch_id, _OWN)).fetchall()
    latest = ws.sql(
        f"{_ROWS}{_NEWEST} AND p.id IS NOT ? ORDER BY julianday(v.created_at) DESC, v.id DESC LIMIT ?",
        (pitch_id, _PITCHES),
    ).fetchall()
    latest.sort(key=lambda row: (row[2].casefold(), row[1]))
    return PitchChoices(tuple(OfferedVersion(*row) for row in (*own, *latest)), True)

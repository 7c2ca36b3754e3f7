"""The list of pitches: each with its newest version and how that landed."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.names import fold
from netdesk.method.pitches import PitchKind, Reactions, landed_line, pitch_line
from netdesk.services.preferences import method_settings
from netdesk.store.workspace import Workspace

_ANSWERS = "p.how_i_help, p.good_at, p.different, p.ask, p.helps_the_room"


@dataclass(frozen=True, slots=True)
class PitchFilter:
    """Which pitches are shown: those that hold every word of ``text``, of a kind, for an audience, in the bin."""

    text: str = ""
    kind: PitchKind | None = None
    audience: str | None = None
    binned: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether it leaves any pitch out."""
        return bool(self.text) or self.kind is not None or self.audience is not None


@dataclass(frozen=True, slots=True)
class PitchRow:
    """A pitch in the list: its newest version, how people took that, and the second line.

    ``tail`` is the end of the line, how the version does ("v3 · 50%").
    """

    id: int
    title: str
    kind: PitchKind
    audience: str
    version_id: int
    number: int
    reactions: Reactions
    line: str
    tail: str


def pitch_rows(ws: Workspace, wanted: PitchFilter) -> tuple[PitchRow, ...]:
    """Return the pitches that are wanted, the one whose newest version is the latest first."""
    settings = method_settings(ws)
    words = fold(wanted.text).split()
    # The words of a pitch are long; they are read only where somebody searches.
    searched = f", v.text, {_ANSWERS}" if words else ""
    rows = ws.sql(
        f"SELECT p.id, p.title, p.kind, p.audience, v.id, v.number, {_sum('asked_more')}, {_sum('polite')},"
        f" {_sum('blank')}{searched} FROM pitch p"
        " JOIN pitch_version v ON v.pitch_id = p.id"
        " AND v.number = (SELECT max(n.number) FROM pitch_version n WHERE n.pitch_id = p.id)"
        " LEFT JOIN reaction r ON r.pitch_version_id = v.id LEFT JOIN event e ON e.id = r.event_id"
        f" WHERE p.binned_at IS {'NOT NULL' if wanted.binned else 'NULL'}"
        " AND (:kind IS NULL OR p.kind = :kind) AND (:audience IS NULL OR p.audience = :audience)"
        " GROUP BY p.id ORDER BY julianday(v.created_at) DESC, p.id DESC",
        {"kind": None if wanted.kind is None else wanted.kind.value, "audience": wanted.audience},
    )
    found = []
    for row in rows:
        if words and not _holds((row[1], row[3], *row[9:]), words):
            continue
        kind, reactions = PitchKind(row[2]), Reactions(*row[6:9])
        tail = landed_line(row[5], reactions, settings)
        line = pitch_line(kind, row[3], tail)
        found.append(PitchRow(row[0], row[1], kind, row[3], row[4], row[5], reactions, line, tail))
    return tuple(found)


def pitch_audiences(ws: Workspace) -> tuple[str, ...]:
    """Return the audiences pitches were written for, the most frequent first."""
    rows = ws.sql(
        "SELECT audience FROM pitch WHERE audience <> '' AND binned_at IS NULL"
        " GROUP BY audience ORDER BY count(*) DESC, audience COLLATE NOCASE LIMIT 200"
    )
    return tuple(row[0] for row in rows)


def count_binned_pitches(ws: Workspace) -> int:
    """Return how many pitches lie in the bin."""
    return int(ws.sql("SELECT count(*) FROM pitch WHERE binned_at IS NOT NULL").fetchone()[0])


def _sum(count: str) -> str:
    """The people counted; those of an event in the bin wait there with it."""
    return f"coalesce(sum(CASE WHEN e.binned_at IS NULL THEN r.{count} END), 0)"


def _holds(fields: tuple[str, ...], words: list[str]) -> bool:
    text = fold(" ".join(fields))
    return all(word in text for word in words)

"""What is done with several people at once. Each is one operation of the history and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.errors import NotFound
from netdesk.services.history_words import in_title
from netdesk.services.levels import move_people
from netdesk.services.selection import Selection, choose, chosen_ids
from netdesk.services.tags import Tag, tag_named
from netdesk.services.workspaces import Workspace
from netdesk.store.workspace import moment

Title = Callable[[str], str]
_CHOSEN = "(SELECT id FROM temp.chosen)"


@dataclass(frozen=True, slots=True)
class Bulk:
    """What was done: with whom in words ("Grace Adeyemi", "12 people"), how many, and what it touched."""

    who: str
    people: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class SelectedCounts:
    """Of those selected: how many, at which level (0: unsorted), how many archived or binned, and their tags."""

    people: int
    levels: dict[int, int]
    archived: int
    binned: int
    tags: tuple[Tag, ...]


def selected_counts(ws: Workspace, selection: Selection, today: date) -> SelectedCounts:
    """Count who is selected; up to 200 ms for 100,000, so ask it on a reading thread."""
    people = choose(ws, selection, today)
    rows = ws.sql(
        "SELECT coalesce(p.level, 0), count(*), count(p.archived_at), count(p.binned_at)"
        " FROM temp.chosen c JOIN person p ON p.id = c.id GROUP BY 1 ORDER BY 1"
    ).fetchall()
    found = ws.sql(
        "SELECT t.id, t.name, count(*) AS people FROM temp.chosen c JOIN person_tag pt ON pt.person_id = c.id"
        " JOIN tag t ON t.id = pt.tag_id GROUP BY t.id ORDER BY people DESC, t.folded"
    )
    return SelectedCounts(
        people,
        {row[0]: row[1] for row in rows},
        sum(row[2] for row in rows),
        sum(row[3] for row in rows),
        tuple(Tag(*row) for row in found),
    )


def tag(ws: Workspace, selection: Selection, name: str, today: date) -> Bulk:
    """Put the tag called ``name`` on everybody selected. Raises ``InvalidInput`` for an empty or long name."""

    def write() -> None:
        ws.sql(
            "INSERT OR IGNORE INTO person_tag (person_id, tag_id) SELECT id, ? FROM temp.chosen",
            (tag_named(ws, name),),
        )

    return _do(ws, selection, today, lambda who: f"Tag {who} “{in_title(name)}”", write)


def untag(ws: Workspace, selection: Selection, tag_id: int, today: date) -> Bulk:
    """Take a tag off everybody selected. Raises ``NotFound`` when there is no such tag."""
    row = ws.sql("SELECT name FROM tag WHERE id = ?", (tag_id,)).fetchone()
    if row is None:
        raise NotFound("That tag is gone already.")

    def write() -> None:
        ws.sql(f"DELETE FROM person_tag WHERE tag_id = ? AND person_id IN {_CHOSEN}", (tag_id,))

    return _do(ws, selection, today, lambda who: f"Take the tag “{in_title(row[0])}” off {who}", write)


def set_level(ws: Workspace, selection: Selection, level: int | None, today: date, why: str = "") -> Bulk:
    """Move everybody selected to a level (None: unsorted), each move kept with its reason."""
    people = chosen_ids(ws, selection, today)
    who = _who(ws, len(people))
    return Bulk(who, len(people), move_people(ws, people, level, why))


def archive(ws: Workspace, selection: Selection, today: date) -> Bulk:
    """Put everybody selected into the archive: off the list and the board, nothing is lost."""
    return _stamp(ws, selection, today, lambda who: f"Archive {who}", "archived_at", moment())


def unarchive(ws: Workspace, selection: Selection, today: date) -> Bulk:
    """Bring everybody selected back from the archive."""
    return _stamp(ws, selection, today, lambda who: f"Bring {who} back from the archive", "archived_at", None)


def to_bin(ws: Workspace, selection: Selection, today: date) -> Bulk:
    """Put everybody selected into the bin."""
    return _stamp(ws, selection, today, lambda who: f"Put {who} in the bin", "binned_at", moment())


def restore(ws: Workspace, selection: Selection, today: date) -> Bulk:
    """Bring everybody selected back from the bin."""
    return _stamp(ws, selection, today, lambda who: f"Restore {who} from the bin", "binned_at", None)


def add_to_market(
    ws: Workspace,
    selection: Selection,
    market_id: int,
    today: date,
    standing: MarketStanding = MarketStanding.IN,
) -> Bulk:
    """Note that everybody selected is in a target market, or close to it. Raises ``NotFound``."""
    row = ws.sql("SELECT name FROM target_market WHERE id = ?", (market_id,)).fetchone()
    if row is None:
        raise NotFound("That target market is gone already.")

    def write() -> None:
        ws.sql(
            "INSERT INTO person_market (person_id, target_market_id, standing)"
            " SELECT id, ?1, ?2 FROM temp.chosen WHERE true"
            " ON CONFLICT (person_id, target_market_id) DO UPDATE SET standing = excluded.standing",
            (market_id, standing.value),
        )

    words = "in" if standing is MarketStanding.IN else "close to"
    return _do(ws, selection, today, lambda who: f"Note {who} as {words} {in_title(row[0])}", write)


def _stamp(
    ws: Workspace, selection: Selection, today: date, title: Title, column: str, value: str | None
) -> Bulk:
    different = f"{column} IS NOT NULL" if value is None else f"{column} IS NULL"

    def write() -> None:
        ws.sql(
            f"UPDATE person SET {column} = ?, updated_at = ? WHERE id IN {_CHOSEN} AND {different}",
            (value, moment()),
        )

    return _do(ws, selection, today, title, write)


def _do(ws: Workspace, selection: Selection, today: date, title: Title, write: Callable[[], None]) -> Bulk:
    people = choose(ws, selection, today)
    who = _who(ws, people)
    with ws.change(title(who)) as change:
        write()
    return Bulk(who, people, change.changes)


def _who(ws: Workspace, people: int) -> str:
    """The one person’s name, or how many; raises ``NotFound`` when nobody is left to do anything with."""
    if not people:
        raise NotFound("Nobody is selected, or they are gone already.")
    if people > 1:
        return f"{people:,} people"
    row = ws.sql("SELECT display_name FROM person WHERE id = (SELECT id FROM temp.chosen)").fetchone()
    return in_title(row[0])

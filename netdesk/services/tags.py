"""Tags: the words people are marked with. Names that differ only in case or accents are one tag."""

from __future__ import annotations

from dataclasses import dataclass

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.names import fold
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import required_line
from netdesk.services.workspaces import Workspace

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and how many people wear it who are neither archived nor binned."""

    id: int
    name: str
    people: int


def tags(ws: Workspace) -> tuple[Tag, ...]:
    """Every tag by name, those nobody wears included."""
    return _tags(ws, "t.folded, t.id", -1)


def popular_tags(ws: Workspace, count: int = 3) -> tuple[Tag, ...]:
    """The tags most people wear, the commonest first; only such as somebody wears."""
    return tuple(tag for tag in _tags(ws, "people DESC, t.folded, t.id", count) if tag.people)


def tag_named(ws: Workspace, name: str) -> int:
    """The id of the tag called ``name``, made if there is none; call inside a change.

    Raises ``InvalidInput`` for an empty or too long name.
    """
    name = _clean(name)
    row = ws.sql("SELECT id FROM tag WHERE folded = ?", (fold(name),)).fetchone()
    if row is not None:
        return int(row[0])
    return int(ws.sql("INSERT INTO tag (name, folded) VALUES (?, ?)", (name, fold(name))).lastrowid or 0)


def add_tag(ws: Workspace, name: str) -> Changes:
    """Add a tag nobody wears yet. Raises ``InvalidInput`` for an empty or too long name or one there is already."""
    name = _clean(name)
    if ws.sql("SELECT 1 FROM tag WHERE folded = ?", (fold(name),)).fetchone() is not None:
        raise InvalidInput(f"There is a tag “{in_title(name)}” already.", field="tag")
    with ws.change(f"Add the tag “{in_title(name)}”") as change:
        tag_named(ws, name)
    return change.changes


def tags_of(ws: Workspace, person_id: int) -> tuple[Tag, ...]:
    """The tags of one person by name (``people`` is 0: it is not counted here)."""
    found = ws.sql(
        "SELECT t.id, t.name FROM person_tag pt JOIN tag t ON t.id = pt.tag_id WHERE pt.person_id = ?"
        " ORDER BY t.folded, t.id",
        (person_id,),
    )
    return tuple(Tag(number, name, 0) for number, name in found)


def rename_tag(ws: Workspace, tag_id: int, name: str) -> Changes:
    """Give a tag another name; if another tag has that name already, the two become one.

    Raises ``NotFound`` for a tag that is gone and ``InvalidInput`` for an empty or too long name.
    """
    old = _name(ws, tag_id)
    name = _clean(name)
    with ws.change(f"Rename the tag “{in_title(old)}” to “{in_title(name)}”") as change:
        row = ws.sql("SELECT id FROM tag WHERE folded = ? AND id <> ?", (fold(name), tag_id)).fetchone()
        if row is not None:
            ws.sql(
                "INSERT OR IGNORE INTO person_tag (person_id, tag_id)"
                " SELECT person_id, ?1 FROM person_tag WHERE tag_id = ?2",
                (row[0], tag_id),
            )
            ws.sql("DELETE FROM tag WHERE id = ?", (tag_id,))
            tag_id = int(row[0])
        ws.sql("UPDATE tag SET name = ?, folded = ? WHERE id = ?", (name, fold(name), tag_id))
    return change.changes


def delete_tag(ws: Workspace, tag_id: int) -> Changes:
    """Take a tag off everybody and forget it. Raises ``NotFound`` when it is gone already."""
    with ws.change(f"Remove the tag “{in_title(_name(ws, tag_id))}”") as change:
        ws.sql("DELETE FROM tag WHERE id = ?", (tag_id,))
    return change.changes


def _clean(name: str) -> str:
    return required_line(name, LONGEST_NAME, "A tag needs a name.", field="tag")


def _name(ws: Workspace, tag_id: int) -> str:
    row = ws.sql("SELECT name FROM tag WHERE id = ?", (tag_id,)).fetchone()
    if row is None:
        raise NotFound("That tag is gone already.")
    return str(row[0])


def _tags(ws: Workspace, order: str, limit: int) -> tuple[Tag, ...]:
    found = ws.sql(
        "SELECT t.id, t.name, (SELECT count(*) FROM person_tag pt JOIN person p INDEXED BY person_known"
        " ON p.id = pt.person_id AND p.archived_at IS NULL AND p.binned_at IS NULL WHERE pt.tag_id = t.id)"
        f" AS people FROM tag t ORDER BY {order} LIMIT ?",
        (limit,),
    )
    return tuple(Tag(number, name, people) for number, name, people in found)

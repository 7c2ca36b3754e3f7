"""Which contacts are wanted, and in which order: the value behind the list, its chips and saved filters."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.errors import InvalidInput
from netdesk.method.levels import HIGHEST
from netdesk.services import attention_sql
from netdesk.services.levels import levels
from netdesk.services.workspaces import Workspace

NO_LEVEL = 0
"""Stands in ``ContactQuery.levels`` for people who were never placed on the board."""


class ContactSort(StrEnum):
    """What the list is sorted by."""

    NAME = "name"
    ORGANISATION = "organisation"
    LEVEL = "level"
    LAST_CONTACT = "last_contact"
    ADDED = "added"

    @property
    def label(self) -> str:
        """The words in the menu."""
        return _LABELS[self]

    @property
    def naturally_descending(self) -> bool:
        """Whether people expect the highest or newest first."""
        return self in {ContactSort.LEVEL, ContactSort.LAST_CONTACT, ContactSort.ADDED}


_LABELS = {
    ContactSort.NAME: "Name",
    ContactSort.ORGANISATION: "Organisation",
    ContactSort.LEVEL: "Level",
    ContactSort.LAST_CONTACT: "Last contact",
    ContactSort.ADDED: "Added",
}


@dataclass(frozen=True, slots=True)
class ContactQuery:
    """A question about contacts. Every choice narrows further; within ``levels`` any of them will do.

    ``levels`` are numbers, ``NO_LEVEL`` for unsorted; ``tags`` and ``markets`` are ids, ``kinds`` values of
    ``PersonKind``: a person must have all of them. ``snoozed`` asks for those who are left in peace until a day to
    come. ``archived`` and ``binned`` ask for those only; otherwise neither is shown. Tuples are kept sorted and free
    of repeats, so that equal questions are equal values.
    """

    text: str = ""
    levels: tuple[int, ...] = ()
    tags: tuple[int, ...] = ()
    markets: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    going_cold: bool = False
    ready: bool = False
    snoozed: bool = False
    archived: bool = False
    binned: bool = False
    sort: ContactSort = ContactSort.NAME
    descending: bool = False

    def __post_init__(self) -> None:
        for name in ("levels", "tags", "markets", "kinds"):
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))
        object.__setattr__(self, "text", " ".join(self.text.replace("\0", " ").split()))

    @property
    def is_filtered(self) -> bool:
        """Whether anything beyond the typed text narrows the list."""
        return self.without_text() != ContactQuery(sort=self.sort, descending=self.descending)

    @property
    def narrows(self) -> bool:
        """Whether not simply everybody is asked for."""
        return bool(self.text) or self.is_filtered

    def without_text(self) -> ContactQuery:
        """The same question without the typed words."""
        return replace(self, text="")

    def everybody(self) -> ContactQuery:
        """Nothing but the order of this question."""
        return ContactQuery(sort=self.sort, descending=self.descending)

    def sorted_by(self, sort: ContactSort) -> ContactQuery:
        """The same question in another order; the order it has already is turned round."""
        if sort is self.sort:
            return replace(self, descending=not self.descending)
        return replace(self, sort=sort, descending=sort.naturally_descending)

    def with_toggled(self, name: str, value: int | str) -> ContactQuery:
        """The same question with ``value`` put into or taken out of ``levels``, ``tags``, ``markets`` or ``kinds``."""
        held: tuple[Any, ...] = getattr(self, name)
        changed: dict[str, Any] = {
            name: tuple(one for one in held if one != value) if value in held else (*held, value)
        }
        return replace(self, **changed)

    def to_json(self) -> str:
        """This question as text; only what differs from asking for everybody by name."""
        plain = asdict(ContactQuery())
        said = {name: value for name, value in asdict(self).items() if value != plain[name]}
        return json.dumps(said, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> ContactQuery:
        """Read :meth:`to_json`; names it does not know are passed over. Raises ``InvalidInput`` for other text."""
        try:
            said = json.loads(text)
            known = {field.name for field in fields(cls)}
            kept = {name: value for name, value in said.items() if name in known}
            return cls(
                text=str(kept.get("text", "")),
                levels=tuple(one for one in map(int, kept.get("levels", ())) if 0 <= one <= HIGHEST),
                tags=tuple(map(int, kept.get("tags", ()))),
                markets=tuple(map(int, kept.get("markets", ()))),
                kinds=tuple(one.value for one in PersonKind if one.value in kept.get("kinds", ())),
                going_cold=bool(kept.get("going_cold")),
                ready=bool(kept.get("ready")),
                snoozed=bool(kept.get("snoozed")),
                archived=bool(kept.get("archived")),
                binned=bool(kept.get("binned")),
                sort=ContactSort(kept.get("sort", ContactSort.NAME)),
                descending=bool(kept.get("descending")),
            )
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise InvalidInput("This saved filter cannot be read.", "Remove it and save it again.") from error


def conditions(ws: Workspace, query: ContactQuery, today: date) -> tuple[str, list[object]]:
    """The chips as SQL over ``person p`` with its values, by the levels as set; the typed text is not in it."""
    parts = [
        "p.binned_at IS NOT NULL" if query.binned else "p.binned_at IS NULL",
    ]
    values: list[object] = []
    if not query.binned:
        parts.append("p.archived_at IS NOT NULL" if query.archived else "p.archived_at IS NULL")
    if query.levels:
        numbers = ", ".join(str(level) for level in query.levels if level != NO_LEVEL)
        choices = [f"p.level IN ({numbers})"] if numbers else []
        choices += ["p.level IS NULL"] if NO_LEVEL in query.levels else []
        parts.append(f"({' OR '.join(choices)})")
    for column, table, wanted in (
        ("tag_id", "person_tag", query.tags),
        ("target_market_id", "person_market", query.markets),
        ("kind", "person_kind", query.kinds),
    ):
        for one in wanted:
            parts.append(f"p.id IN (SELECT person_id FROM {table} WHERE {column} = ?)")
            values.append(one)
    known = levels(ws) if query.going_cold or query.ready else ()
    aside = query.archived or query.binned
    if query.going_cold:
        people = f"p.id IN ({attention_sql.cold_people(known, today)})"
        parts.append(attention_sql.cold(known, today) if aside else people)
    if query.ready:
        people = f"p.id IN ({attention_sql.ready_people(known)})"
        parts.append(attention_sql.ready(known) if aside else people)
    if query.snoozed:
        parts.append("p.snoozed_until > ?")
        values.append(today.isoformat())
    return " AND ".join(parts), values


def order(query: ContactQuery) -> str:
    """The order as SQL over ``person p``; people without an organisation, level or contact come last or first."""
    way = " DESC" if query.descending else ""
    if query.sort is ContactSort.NAME:
        return f"p.sort_name{way}, p.id{way}"
    if query.sort is ContactSort.ORGANISATION:
        return f"p.sort_organisation = ''{way}, p.sort_organisation{way}, p.sort_name{way}, p.id{way}"
    if query.sort is ContactSort.LEVEL:
        return f"p.level{way}, p.sort_name, p.id"
    column = "p.last_contact_on" if query.sort is ContactSort.LAST_CONTACT else "p.created_at"
    return f"{column}{way}, p.id{way}"

"""Which people something is to be done with: some by id, or all of a question but a few.

"Select all" of 100,000 people is one small value; who that is, SQL finds out when it matters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from netdesk.services.contact_query import ContactQuery, conditions
from netdesk.services.contact_search import typed_queries
from netdesk.services.workspaces import Workspace


@dataclass(frozen=True, slots=True)
class Selection:
    """``ids`` when ``query`` is None; else everybody the question asks for except ``ids``."""

    ids: frozenset[int] = field(default_factory=frozenset)
    query: ContactQuery | None = None

    @classmethod
    def of(cls, ids: Iterable[int]) -> Selection:
        """Just these people."""
        return cls(frozenset(ids))

    @classmethod
    def all_of(cls, query: ContactQuery, except_ids: Iterable[int] = ()) -> Selection:
        """Everybody the question asks for, but not these."""
        return cls(frozenset(except_ids), query)

    @property
    def is_all(self) -> bool:
        """Whether it stands for a question."""
        return self.query is not None

    def with_people(self, ids: Iterable[int]) -> Selection:
        """These people in addition; of a question only such as it asks for can be in."""
        changed = self.ids - frozenset(ids) if self.is_all else self.ids | frozenset(ids)
        return Selection(changed, self.query)

    def without_people(self, ids: Iterable[int]) -> Selection:
        """The same without these people."""
        changed = self.ids | frozenset(ids) if self.is_all else self.ids - frozenset(ids)
        return Selection(changed, self.query)


def choose(ws: Workspace, selection: Selection, today: date) -> int:
    """Write who is selected into the connection’s own table ``temp.chosen (id)`` and give how many they are.

    People who are gone for good are not among them.
    """
    ws.sql("CREATE TEMP TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY)")
    ws.sql("DELETE FROM temp.chosen")
    listed = json.dumps(sorted(selection.ids))
    if selection.query is None:
        ws.sql(
            "INSERT INTO temp.chosen SELECT p.id FROM person p WHERE p.id IN (SELECT value FROM json_each(?))",
            (listed,),
        )
    else:
        where, values = _everybody(ws, selection.query, today)
        ws.sql(
            f"INSERT INTO temp.chosen SELECT p.id FROM person p WHERE {where}"
            " AND p.id NOT IN (SELECT value FROM json_each(?))",
            [*values, listed],
        )
    return int(ws.sql("SELECT count(*) FROM temp.chosen").fetchone()[0])


def chosen_ids(ws: Workspace, selection: Selection, today: date) -> tuple[int, ...]:
    """Who is selected, by name."""
    choose(ws, selection, today)
    found = ws.sql("SELECT p.id FROM temp.chosen c JOIN person p ON p.id = c.id ORDER BY p.sort_name, p.id")
    return tuple(row[0] for row in found)


def _everybody(ws: Workspace, query: ContactQuery, today: date) -> tuple[str, list[object]]:
    where, values = conditions(ws, query, today)
    if not query.text:
        return where, values
    typed = typed_queries(query.text)
    if typed is None:
        return "0", []
    matches = "p.id IN (SELECT rowid FROM person_search WHERE person_search MATCH ?)"
    return f"{where} AND {matches}", [*values, typed.anywhere]

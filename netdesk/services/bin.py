"""The bin: who lies in it (``ContactQuery(binned=True)``), and deleting for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netdesk.method.changes import Changes
from netdesk.services.selection import Selection, choose
from netdesk.services.workspaces import Workspace

_CHOSEN = "(SELECT id FROM temp.chosen)"
_IN_BIN = "SELECT c.id FROM temp.chosen c JOIN person p ON p.id = c.id AND p.binned_at IS NOT NULL"


_THEIRS = (
    ("follow_up", "follow-up", "follow-ups"),
    ("card", "card", "cards"),
    ("one_to_one", "plan for a one-to-one", "plans for one-to-ones"),
    ("ledger_entry", "entry of the ledger", "entries of the ledger"),
    ("member", "place in a group", "places in groups"),
)
"""What belongs to one person alone: the table, and what one and several of it are called."""


@dataclass(frozen=True, slots=True)
class WhatGoes:
    """What deleting somebody for good takes along: ``theirs`` are pairs of a number and what there are so many of.

    Conversations are those with nobody else in them; ``introduced`` people were met through them. ``wins`` that name
    them stay, with the name.
    """

    people: int
    theirs: tuple[tuple[int, str], ...] = ()
    introduced: int = 0
    wins: int = 0

    @property
    def sentence(self) -> str:
        """The question’s second half: "With them go 12 conversations and 3 follow-ups."."""
        said = [f"{number:,} {what}" for number, what in self.theirs]
        listed = " and ".join([", ".join(said[:-1]), said[-1]] if said[1:] else said)
        is_one = sum(number for number, _ in self.theirs) == 1
        parts = [f"With them {'goes' if is_one else 'go'} {listed}."] if said else []
        if self.introduced:
            whom = "1 person" if self.introduced == 1 else f"{self.introduced:,} people"
            parts.append(f"Who introduced {whom} to you will no longer be known.")
        if self.wins:
            which = "The win that names them stays" if self.wins == 1 else "The wins that name them stay"
            parts.append(f"{which}, with the name.")
        return " ".join(parts)


def what_goes(ws: Workspace, selection: Selection, today: date) -> WhatGoes:
    """What would go if those of the selection who lie in the bin were deleted for good."""
    people = _choose_binned(ws, selection, today)

    def count(what: str) -> int:
        return int(ws.sql(f"SELECT count(*) FROM {what}").fetchone()[0])

    counted = [(count(f"interaction i WHERE {_ONLY_WITH_THEM}"), "conversation", "conversations")]
    counted += [(count(f"{table} WHERE person_id IN {_CHOSEN}"), one, many) for table, one, many in _THEIRS]
    pairs = f"introduction WHERE person_id IN {_CHOSEN} OR other_id IN {_CHOSEN}"
    counted.append((count(pairs), "introduction", "introductions"))
    introduced = count(f"person WHERE met_through_id IN {_CHOSEN} AND id NOT IN {_CHOSEN}")
    theirs = tuple((number, one if number == 1 else many) for number, one, many in counted if number)
    named = f"SELECT win_id FROM win_thanks WHERE person_id IN {_CHOSEN}"
    wins = count(f"win WHERE binned_at IS NULL AND (client_id IN {_CHOSEN} OR id IN ({named}))")
    return WhatGoes(people, theirs, introduced, wins)


def delete_for_good(ws: Workspace, selection: Selection, today: date) -> Changes:
    """Delete those of the selection who lie in the bin, and what is theirs alone; others are left untouched."""
    people = _choose_binned(ws, selection, today)
    who = "1 person" if people == 1 else f"{people:,} people"
    with ws.change(f"Delete {who} for good") as change:
        ws.sql(f"DELETE FROM interaction AS i WHERE {_ONLY_WITH_THEM}")
        ws.sql(f"DELETE FROM person WHERE id IN {_CHOSEN}")
    return change.changes


_ONLY_WITH_THEM = (
    f"i.id IN (SELECT interaction_id FROM interaction_person WHERE person_id IN {_CHOSEN})"
    " AND NOT EXISTS (SELECT 1 FROM interaction_person o WHERE o.interaction_id = i.id"
    f" AND o.person_id NOT IN {_CHOSEN})"
)


def _choose_binned(ws: Workspace, selection: Selection, today: date) -> int:
    choose(ws, selection, today)
    ws.sql(f"DELETE FROM temp.chosen WHERE id NOT IN ({_IN_BIN})")
    return int(ws.sql("SELECT count(*) FROM temp.chosen").fetchone()[0])

"""The bin: who lies in it (``ContactQuery(binned=True)``), and deleting for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netdesk.method.changes import Changes
from netdesk.services.selection import Selection, choose
from netdesk.services.workspaces import Workspace

_CHOSEN = "(SELECT id FROM temp.chosen)"
_IN_BIN = "SELECT c.id FROM temp.chosen c JOIN person p ON p.id = c.id AND p.binned_at IS NOT NULL"


@dataclass(frozen=True, slots=True)
class WhatGoes:
    """What deleting somebody for good takes along: conversations with nobody else in them, follow-ups, and cards."""

    people: int
    conversations: int
    follow_ups: int
    introduced: int
    cards: int = 0

    @property
    def sentence(self) -> str:
        """The question’s second half: "With them go 12 conversations and 3 follow-ups."."""
        said = [
            f"{number:,} {one if number == 1 else many}"
            for number, one, many in (
                (self.conversations, "conversation", "conversations"),
                (self.follow_ups, "follow-up", "follow-ups"),
                (self.cards, "card", "cards"),
            )
            if number
        ]
        listed = " and ".join([", ".join(said[:-1]), said[-1]] if said[1:] else said)
        parts = [f"With them {'goes' if self._is_one else 'go'} {listed}."] if said else []
        if self.introduced:
            whom = "1 person" if self.introduced == 1 else f"{self.introduced:,} people"
            parts.append(f"Who introduced {whom} to you will no longer be known.")
        return " ".join(parts)

    @property
    def _is_one(self) -> bool:
        return self.conversations + self.follow_ups + self.cards == 1


def what_goes(ws: Workspace, selection: Selection, today: date) -> WhatGoes:
    """What would go if those of the selection who lie in the bin were deleted for good."""
    people = _choose_binned(ws, selection, today)
    conversations = ws.sql(f"SELECT count(*) FROM interaction i WHERE {_ONLY_WITH_THEM}").fetchone()[0]
    follow_ups = ws.sql(f"SELECT count(*) FROM follow_up WHERE person_id IN {_CHOSEN}").fetchone()[0]
    introduced = ws.sql(
        f"SELECT count(*) FROM person WHERE met_through_id IN {_CHOSEN} AND id NOT IN {_CHOSEN}"
    ).fetchone()[0]
    cards = ws.sql(f"SELECT count(*) FROM card WHERE person_id IN {_CHOSEN}").fetchone()[0]
    return WhatGoes(people, int(conversations), int(follow_ups), int(introduced), int(cards))


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

"""Words of SQL about the one-to-ones ``i`` that were held in a period."""

from __future__ import annotations

# Few people are in the bin: the talks with nobody else are looked up once, rather than the people of every talk.
_ONLY_IN_BIN = (
    "SELECT x.interaction_id FROM person b CROSS JOIN interaction_person x ON x.person_id = b.id"
    " WHERE b.binned_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM interaction_person y"
    " JOIN person p ON p.id = y.person_id WHERE y.interaction_id = x.interaction_id AND p.binned_at IS NULL)"
)
HELD = (
    "FROM interaction i WHERE i.kind = 'one_to_one' AND i.happened_at >= :first AND i.happened_at < :after"
    f" AND i.id NOT IN ({_ONLY_IN_BIN})"
)
"""In SQL: the one-to-ones from the day ``:first`` to before ``:after``, with somebody who is not in the bin."""

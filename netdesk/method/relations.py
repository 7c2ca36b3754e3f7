"""Who knows whom: the kinds of relation between two people, read from either side."""

from __future__ import annotations

from enum import StrEnum


class RelationKind(StrEnum):
    """How one person stands to another. A relation is kept once and read from both sides."""

    KNOWS = "knows"
    INTRODUCED_BY = "introduced_by"
    WORKS_WITH = "works_with"
    CLIENT_OF = "client_of"
    PARTNER = "partner"
    OWN = "own"

    @property
    def label(self) -> str:
        """The relation from the first person to the second: "Client of"."""
        return _LABELS[self][0]

    @property
    def inverse_label(self) -> str:
        """The same from the second to the first: "Has as a client"."""
        return _LABELS[self][1]

    @property
    def is_mutual(self) -> bool:
        """Whether it says the same from both sides."""
        return self in {RelationKind.KNOWS, RelationKind.WORKS_WITH, RelationKind.PARTNER}


_LABELS = {
    RelationKind.KNOWS: ("Knows", "Knows"),
    RelationKind.INTRODUCED_BY: ("Introduced by", "Introduced"),
    RelationKind.WORKS_WITH: ("Works with", "Works with"),
    RelationKind.CLIENT_OF: ("Client of", "Has as a client"),
    RelationKind.PARTNER: ("Partner of", "Partner of"),
    RelationKind.OWN: ("In your own words", "In your own words"),
}

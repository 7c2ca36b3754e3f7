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


def relation_words(kind: RelationKind, words: str = "", inverse: str = "", *, first: bool) -> str:
    """What the relation says of one of the two: "client of", with ``first`` of the first, else of the second.

    ``words`` and ``inverse`` are one's own, for the kind of that name; without an inverse they hold for both.
    """
    if kind is RelationKind.OWN:
        said = words if first else inverse or words
        return said or "knows"
    return (kind.label if first else kind.inverse_label).lower()


def beside(kind: RelationKind, given: str, words: str = "", inverse: str = "", *, first: bool) -> str:
    """The word beside somebody on the page of ``given``, who is the first of the two, or else the second.

    On Grace's page, beside a client of hers: "Grace's client"; beside Sam who introduced her: "introduced us".
    """
    if kind is RelationKind.OWN:
        return relation_words(kind, words, inverse, first=not first)
    template = _BESIDE[kind][0 if first else 1]
    return template.replace("{0}", given)


_BESIDE = {
    RelationKind.KNOWS: ("knows {0}", "knows {0}"),
    RelationKind.INTRODUCED_BY: ("introduced us", "met through {0}"),
    RelationKind.WORKS_WITH: ("works with {0}", "works with {0}"),
    RelationKind.CLIENT_OF: ("has {0} as a client", "{0}’s client"),
    RelationKind.PARTNER: ("{0}’s partner", "{0}’s partner"),
}


def says_the_same(
    kind: RelationKind, words: tuple[str, str], other: tuple[str, str], *, turned: bool
) -> bool:
    """Whether two relations of one kind between the same two people say the same.

    ``words`` and ``other`` are each one's words and inverse; ``turned`` says that the two people stand the other way
    round in the second.
    """
    if kind is not RelationKind.OWN:
        return not turned or kind.is_mutual
    mine, theirs = _both_sides(*words), _both_sides(*other)
    return mine == (theirs[::-1] if turned else theirs)


def _both_sides(words: str, inverse: str) -> tuple[str, str]:
    return words.casefold(), (inverse or words).casefold()

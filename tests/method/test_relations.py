import pytest

from netdesk.method.relations import RelationKind, beside, relation_words, says_the_same


@pytest.mark.parametrize("kind", list(RelationKind))
def test_every_relation_can_be_read_from_both_sides(kind: RelationKind) -> None:
    for first in (True, False):
        assert relation_words(kind, "sister of", "brother of", first=first)
        assert beside(kind, "Grace", "sister of", "brother of", first=first)
    same = relation_words(kind, "knows", first=True) == relation_words(kind, "knows", first=False)
    assert same == (kind.is_mutual or kind is RelationKind.OWN)


def test_the_word_beside_somebody_says_how_they_stand_to_the_one_looked_at() -> None:
    assert beside(RelationKind.CLIENT_OF, "Grace", first=False) == "Grace’s client"
    assert beside(RelationKind.CLIENT_OF, "Nadia", first=True) == "has Nadia as a client"
    assert beside(RelationKind.INTRODUCED_BY, "Grace", first=True) == "introduced us"
    assert beside(RelationKind.INTRODUCED_BY, "Sam", first=False) == "met through Sam"
    # {0} in a name is no place for another name.
    assert beside(RelationKind.KNOWS, "{0}", first=True) == "knows {0}"


def test_own_words_describe_the_one_they_stand_beside() -> None:
    # Grace is "sister of" Tom, Tom is "brother of" Grace.
    assert beside(RelationKind.OWN, "Grace", "sister of", "brother of", first=True) == "brother of"
    assert beside(RelationKind.OWN, "Tom", "sister of", "brother of", first=False) == "sister of"
    assert beside(RelationKind.OWN, "Grace", "old school friends", first=True) == "old school friends"
    assert beside(RelationKind.OWN, "Tom", "old school friends", first=False) == "old school friends"


def test_two_relations_say_the_same_when_both_sides_do() -> None:
    nothing = ("", "")
    assert says_the_same(RelationKind.PARTNER, nothing, nothing, turned=True)
    assert says_the_same(RelationKind.CLIENT_OF, nothing, nothing, turned=False)
    assert not says_the_same(RelationKind.CLIENT_OF, nothing, nothing, turned=True)
    own, turned = ("sister of", "brother of"), ("Brother of", "sister of")
    assert says_the_same(RelationKind.OWN, own, turned, turned=True)
    assert not says_the_same(RelationKind.OWN, own, turned, turned=False)
    assert says_the_same(RelationKind.OWN, ("friends", ""), ("friends", ""), turned=True)

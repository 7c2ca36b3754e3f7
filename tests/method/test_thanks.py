"""Chains of people to thank, and how a win is shared among them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.errors import InvalidInput
from netdesk.method.thanks import Thank, check_thanks, parse_thanks, shares, thanks_words

NAME = st.text("abcÅß &,;+>-\"'→\n", max_size=12).map(lambda text: " ".join(text.replace('"', "").split()))
CHAIN = st.lists(
    st.builds(Thank, NAME.filter(bool), st.none() | st.integers(1, 5), st.floats(0.01, 1000)),
    min_size=1,
    max_size=4,
)
CHAINS = st.lists(CHAIN, min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Olga Petrova", [["Olga Petrova"]]),
        ("Sam Carter > Nadia Rahman", [["Sam Carter", "Nadia Rahman"]]),
        ("Sam  Carter -> Nadia Rahman", [["Sam Carter", "Nadia Rahman"]]),
        ("Sam Carter → Nadia Rahman", [["Sam Carter", "Nadia Rahman"]]),
        ("Olga Petrova, Ken Oduya", [["Olga Petrova"], ["Ken Oduya"]]),
        ("Olga & Ken; Sam>Nadia + Bo", [["Olga"], ["Ken"], ["Sam", "Nadia"], ["Bo"]]),
        ("Jean-Luc Moreau", [["Jean-Luc Moreau"]]),
        (", > ,", []),
        ("", []),
        ('"Marsh & Vale", Ken', [["Marsh & Vale"], ["Ken"]]),
        ('Jo "Bob" Smith > "Ann', [['Jo "Bob" Smith', "Ann"]]),
        ('"A > B"->C', [["A > B", "C"]]),
    ],
)
def test_thanks_are_read_as_they_are_typed(typed: str, names: list[list[str]]) -> None:
    assert [[one.name for one in chain] for chain in parse_thanks(typed)] == names


@given(CHAINS)
def test_thanks_are_written_as_they_are_read(chains: list[list[Thank]]) -> None:
    read = parse_thanks(thanks_words(chains))
    assert [[one.name for one in chain] for chain in read] == [
        [one.name for one in chain] for chain in chains
    ]


@given(CHAINS)
def test_shares_sum_to_one(chains: list[list[Thank]]) -> None:
    found = shares(chains)
    assert math.isclose(sum(share for chain in found for share in chain), 1.0)
    assert [len(chain) for chain in found] == [len(chain) for chain in chains]
    assert all(share > 0 for chain in found for share in chain)


def test_a_heavier_weight_has_the_greater_share() -> None:
    assert shares(((Thank("A", weight=3), Thank("B")),)) == ((0.75, 0.25),)
    assert shares(()) == ()


@pytest.mark.parametrize(
    ("chains", "said"),
    [
        (((Thank("Ann"), Thank("ann")),), "twice in one chain"),
        (((Thank("Ann", 3), Thank("Bo"), Thank("Anna", 3)),), "Anna comes twice"),
        (((Thank("Ann", weight=0),),), "more than nothing"),
        (((Thank("Ann", weight=float("nan")),),), "more than nothing"),
        (tuple((Thank(f"N{n}"),) for n in range(31)), "30 people at most"),
    ],
)
def test_thanks_that_make_no_sense_are_refused(chains: tuple[tuple[Thank, ...], ...], said: str) -> None:
    with pytest.raises(InvalidInput, match=said) as refused:
        check_thanks(chains)
    assert refused.value.field == "thanks"


def test_somebody_can_stand_in_two_chains() -> None:
    check_thanks(((Thank("Ann", 1), Thank("Bo", 2)), (Thank("Ann", 1), Thank("Cy", 3))))

"""Money added up: nothing is dropped, and nothing is counted twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.money import Rates, Total, add_up, plain_money, total_words

RATES = Rates("GBP", {"EUR": 0.85})
AMOUNT = st.none() | st.integers(0, 10_000_000).map(lambda cents: cents / 100)
CODE = st.sampled_from(("", "GBP", "EUR", "CHF", "USD"))


def test_what_has_no_rate_stands_apart() -> None:
    total = add_up(
        [(43_000, ""), (800, "GBP"), (1_000, "CHF"), (200, "CHF"), (None, "USD"), (10, "USD")], RATES
    )
    assert total == Total(43_800, "GBP", ((1_200, "CHF"), (10, "USD")), 5)
    assert total_words(total) == "£43,800 + 1,200 CHF + $10"


def test_a_rate_that_was_entered_is_used() -> None:
    assert add_up([(100, "EUR"), (15, "")], RATES) == Total(100.0, "GBP", (), 2)
    assert RATES.convert(100, "CHF") is None


def test_nothing_known_is_no_nought() -> None:
    assert total_words(add_up([(None, "")], RATES)) == ""
    assert total_words(add_up([(0, "")], RATES)) == "£0"
    assert total_words(add_up([(3, "CHF")], RATES)) == "3 CHF"


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [(1200, "GBP", "£1,200"), (1200.5, "EUR", "€1,200.50"), (-3, "USD", "-$3"), (7, "CHF", "7 CHF"), (7, "", "7"),
     (0.004, "GBP", "£0")],
)  # fmt: skip
def test_money_is_written_the_same_everywhere(amount: float, currency: str, words: str) -> None:
    assert plain_money(amount, currency) == words


@given(st.lists(st.tuples(AMOUNT, CODE)))
def test_a_total_is_the_sum_of_its_amounts(amounts: list[tuple[float | None, str]]) -> None:
    total = add_up(amounts, RATES)
    known = [(amount, code) for amount, code in amounts if amount is not None]
    own = sum(a for a, c in known if c in ("", "GBP")) + sum(a * 0.85 for a, c in known if c == "EUR")
    assert total.value == pytest.approx(own, abs=0.006)
    assert sum(a for a, _ in total.apart) == pytest.approx(
        sum(a for a, c in known if c in ("CHF", "USD")), abs=0.01
    )
    assert total.known == len(known)

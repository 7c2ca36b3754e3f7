"""Who is of the same trade as I am."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.own_trade import is_same_trade


@pytest.mark.parametrize(
    ("trades", "said", "same"),
    [
        (("bookkeeper",), ("Bookkeeper",), True),
        (("Bookkeeper",), ("Owner", "I am a BOOKKEEPER, and more."), True),
        (("bookkeeper",), ("Bookkeepers’ friend",), False),
        (("book",), ("Bookkeeper",), False),
        (("virtual assistant",), ("Virtual-Assistant for lawyers",), True),
        (("virtual assistant",), ("virtual\n assistant",), True),
        (("virtual assistant",), ("Assistant, virtual",), False),
        (("virtual assistant",), ("virtual", "assistant"), False),
        (("baker", "café owner"), ("", "Cafe owner"), True),
        (("café owner",), ("CAFE\u0301 OWNER",), True),
        (("वेब डिज़ाइन",), ("मैं वेब डिज़ाइन करता हूँ",), True),
        (("वे",), ("वेब",), False),
        (("", "  ", "–"), ("Baker", "–", ""), False),
        ((), ("Baker",), False),
        (("baker",), (), False),
    ],
)
def test_a_trade_is_named_in_whole_words(trades: tuple[str, ...], said: tuple[str, ...], same: bool) -> None:
    assert is_same_trade(trades, *said) is same


@given(st.text(), st.text())
def test_any_text_is_taken(trade: str, said: str) -> None:
    assert is_same_trade([trade], said) in (True, False)
    assert not is_same_trade([], trade)

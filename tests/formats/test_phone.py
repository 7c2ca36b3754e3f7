"""Phone numbers, compared and shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netdesk.formats.phone import digits_of, displayed, extension_of, looks_like_phone, normalised, phone_key


@pytest.mark.parametrize(
    ("typed", "region", "number"),
    [
        ("07700 900123", "GB", "+447700900123"),
        ("+44 (0)7700 900123", "", "+447700900123"),
        ("0044 7700 900123", "GB", "+447700900123"),
        ("\u202d+44 7700 900123\u202c", "", "+447700900123"),
        ("(555) 0100", "", "5550100"),
        ("+1-418-656-9254 ext. 102", "", "+14186569254"),
        ("+1-418-656-9254;ext=102", "", "+14186569254"),
        ("٠٧٧٠٠٩٠٠١٢٣", "GB", "+447700900123"),
        ("+44 7700 900123p12", "", "+447700900123"),
        ("BusinessPhone", "GB", ""),
        ("", "GB", ""),
        ("999", "GB", "999"),
    ],
)
def test_normalised(typed: str, region: str, number: str) -> None:
    assert normalised(typed, region) == number


def test_the_key_is_the_same_with_and_without_the_country() -> None:
    keys = {
        phone_key(typed)
        for typed in ("07700 900123", "+44 7700 900123", "0044-7700-900123", "+44 (0) 7700 900123")
    }
    assert keys == {"700900123"}
    assert phone_key("123") == ""


def test_extensions() -> None:
    assert (
        extension_of("+1 555 0100 ext. 42")
        == extension_of("+15550100x42")
        == extension_of("+15550100;ext=42")
        == "42"
    )
    assert extension_of("+1 555 0100") == ""


def test_displayed() -> None:
    assert displayed("+442079460123", "GB") == "020 7946 0123"
    assert displayed("+442079460123", "DE") == "+44 20 7946 0123"
    assert displayed("+14186569254 ext. 102", "GB") == "+1 418-656-9254 ext. 102"
    assert displayed("ask Bob", "GB") == "ask Bob"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("+44 7700 900123", True), ("(555) 555-0100", True), ("12 High St", False), ("12345", False)],
)
def test_what_looks_like_a_number(text: str, is_one: bool) -> None:
    assert looks_like_phone(text) is is_one


@given(st.text(max_size=80), st.sampled_from(["", "GB", "XX"]))
def test_no_text_raises(text: str, region: str) -> None:
    assert set(normalised(text, region)) <= set("+0123456789")
    assert len(digits_of(text)) <= 61
    assert len(phone_key(text)) <= 9
    assert displayed(text, region) is not None

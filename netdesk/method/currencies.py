"""Currencies by their codes of three letters (ISO 4217), and the signs and words people write for them."""

from __future__ import annotations

_IN_USE = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL
    HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD
    MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG
    QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD
    TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW
"""
CODES = frozenset(_IN_USE.split())
"""Every currency in use."""

_SIGNS: dict[str, tuple[str, ...]] = {
    "£": ("GBP", "EGP", "GIP", "FKP", "SHP"),
    "€": ("EUR",),
    "$": (
        "USD",
        "AUD",
        "CAD",
        "NZD",
        "SGD",
        "HKD",
        "MXN",
        "CLP",
        "COP",
        "ARS",
        "TWD",
        "BBD",
        "JMD",
        "TTD",
        "FJD",
    ),
    "¥": ("JPY", "CNY"),
    "kr": ("", "SEK", "NOK", "DKK", "ISK"),
    "kr.": ("", "DKK", "SEK", "NOK", "ISK"),
    "fr": ("CHF",),
    "fr.": ("CHF",),
    "sfr": ("CHF",),
    "us$": ("USD",),
    "c$": ("CAD",),
    "ca$": ("CAD",),
    "a$": ("AUD",),
    "au$": ("AUD",),
    "nz$": ("NZD",),
    "s$": ("SGD",),
    "hk$": ("HKD",),
    "r$": ("BRL",),
    "r": ("ZAR",),
    "₹": ("INR",),
    "rs": ("INR", "PKR", "LKR", "NPR", "MUR"),
    "rs.": ("INR", "PKR", "LKR", "NPR", "MUR"),
    "zł": ("PLN",),
    "kč": ("CZK",),
    "ft": ("HUF",),
    "₺": ("TRY",),
    "₪": ("ILS",),
    "₩": ("KRW",),
    "₦": ("NGN",),
    "₴": ("UAH",),
    "₽": ("RUB",),
    "฿": ("THB",),
    "₱": ("PHP",),
    "₫": ("VND",),
    "₵": ("GHS",),
    "лв": ("BGN",),
    "lei": ("RON", "MDL"),
    "pound": ("GBP", "EGP"),
    "pounds": ("GBP", "EGP"),
    "euro": ("EUR",),
    "euros": ("EUR",),
    "dollar": ("USD", "AUD", "CAD", "NZD", "SGD", "HKD"),
    "dollars": ("USD", "AUD", "CAD", "NZD", "SGD", "HKD"),
    "franc": ("CHF",),
    "francs": ("CHF",),
    "franken": ("CHF",),
}
"""What is written for a currency, and what it may mean, the usual first; "" first: it says nothing by itself."""
SIGN_BEFORE = {"GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥"}
"""Currencies that are written with a sign before the amount; others with their code after it."""


def is_currency(code: str) -> bool:
    """Whether it is the code of a currency in use, in capitals."""
    return code in CODES


def currencies_meant(written: str, own: str) -> tuple[str, ...]:
    """Return the codes somebody may mean by a code, sign or word, the likeliest first; none when it is no currency.

    A sign that several currencies share means one's own where that is one of them, else the usual; "" comes first
    where none of them is usual.
    """
    if (code := written.upper()) in CODES or (code and code == own):
        return (code,)
    meant = _SIGNS.get(written.lower().replace("￥", "¥"), ())
    return (own, *(code for code in meant if code and code != own)) if own and own in meant else meant

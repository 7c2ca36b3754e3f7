"""Bytes of a text file in an unknown encoding, made readable."""

from __future__ import annotations

import codecs
import re

_UTF16_SAMPLE = 4096
_TEXT_ENCODING = re.compile(
    "utf|iso|latin|l1|windows|cp|ansi|us-ascii|ascii|shift|sjis|x-|ms|euc|gb|big5|koi8|mac|tis|hz|ks_c"
)
_ALIASES = {"x-sjis": "shift_jis", "ansi": "cp1252", "x-mac-roman": "mac_roman", "unicode-1-1-utf-8": "utf-8"}


def utf16_flavour(data: bytes) -> str | None:
    """Name the UTF-16 or UTF-32 encoding of a file from its mark, or from where its zero bytes stand."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) and len(data) % 4 == 0:
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:_UTF16_SAMPLE]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return None


def known_codec(charset: str) -> str | None:
    """Give Python's name of a text encoding named in a file, None when it is unknown."""
    name = charset.strip().strip('"').lower()
    name = _ALIASES.get(name, name)
    if not _TEXT_ENCODING.match(name):
        return None
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def decode_bytes(data: bytes, charset: str = "") -> str:
    """Decode with the named encoding, else as UTF-8, else as Windows' Western code page. Never raises."""
    codec = known_codec(charset) if charset else None
    if codec:
        try:
            return data.decode(codec)
        except (UnicodeError, ValueError):
            if codec == "utf-8":
                return data.decode("utf-8", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def decode_keeping_bytes(data: bytes) -> str:
    """Decode a whole file; bytes that are no UTF-8 stay as lone surrogates, to be decoded line by line.

    One line ending is left ("\\n"), zero characters and the byte order mark are dropped.
    """
    flavour = utf16_flavour(data)
    text = data.decode(flavour, "replace") if flavour else data.decode("utf-8", "surrogateescape")
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        text = text.replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return text

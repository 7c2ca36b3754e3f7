"""The part of a vCard line after the colon: encodings, escapes, lists and dates."""

from __future__ import annotations

import binascii
import re

from netdesk.formats.text_bytes import decode_bytes, known_codec
from netdesk.formats.vcard_heads import Head

_ESCAPE = re.compile(r"\\([\\,;:\"nN])")
_COMPONENT = re.compile(r"(?<!\\)((?:\\\\)*);")
_MULTI_BYTE = ("shift", "euc", "gb", "big5", "iso2022", "cp932", "cp936", "cp949", "cp950", "hz", "johab")
_UNSEEN = dict.fromkeys(
    [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)]
)
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")


def mended(value: str, charset: str) -> str:
    """Decode bytes that were no UTF-8 by the line's own charset, and drop characters nobody can see."""
    codec = known_codec(charset) if charset else None
    several = codec is not None and codec.replace("_", "").startswith(_MULTI_BYTE)
    if several or any("\udc80" <= character <= "\udcff" for character in value):
        value = _decoded(value, charset, several)
    return _LINE_ENDS.sub("\n", value.translate(_UNSEEN))


def _decoded(value: str, charset: str, several: bool) -> str:
    try:
        data = value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return value
    if not several:
        # A fold may have cut a character in two: joined again it is sound UTF-8, whatever the line claims.
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return decode_bytes(data, charset if charset.upper() not in ("UTF-8", "UTF8") else "")


def plain_text(head: Head, value: str) -> str:
    """Give a text value with its encoding and escapes undone, without blanks at the ends."""
    if head.encoding == "qp":
        return quoted_printable(value, head.charset).replace("\\;", ";").replace("\\,", ",").strip()
    if "\\" in value:
        value = _ESCAPE.sub(_unescape, value)
    return value.strip()


def _unescape(match: re.Match[str]) -> str:
    character = match.group(1)
    return "\n" if character in "nN" else character


def components(head: Head, value: str) -> list[str]:
    """Split a structured value at its semicolons; each part is decoded by itself: "=3B" is no separator."""
    if "\\" not in value:
        parts = value.split(";")
        if head.encoding != "qp":
            return [part.strip() for part in parts]
    else:
        parts = _COMPONENT.sub("\\1\0", value).split("\0")
    return [plain_text(head, part) for part in parts]


def bare_list(value: str, joint: str, head: Head, position: int) -> str:
    """Join a name part that lists several values with bare commas; an escaped comma is part of the text."""
    pieces = value.split(";") if "\\" not in value else _COMPONENT.sub("\\1\0", value).split("\0")
    raw = pieces[position] if position < len(pieces) else ""
    names = re.split(r"(?<!\\),", raw)
    return joint.join(filter(None, (plain_text(head, name) for name in names)))


def quoted_printable(value: str, charset: str) -> str:
    """Undo quoted-printable; with no charset named the bytes are UTF-8, else Windows' Western code page."""
    data = binascii.a2b_qp(value.encode("utf-8", "surrogatepass"))
    named = charset.upper() in ("UTF-8", "UTF8")
    text = data.decode("utf-8", "replace") if named else decode_bytes(data, charset)
    return _LINE_ENDS.sub("\n", text.translate(_UNSEEN))


def base64_bytes(value: str) -> tuple[bytes, bool]:
    """Decode base64 forgivingly; give the bytes and whether every character belonged there."""
    squeezed = "".join(value.split())
    clean = _NOT_BASE64.sub("", squeezed)
    sound = clean == squeezed.rstrip("=") and len(clean) % 4 != 1
    if len(clean) % 4 == 1:
        clean = clean[:-1]
    try:
        return binascii.a2b_base64(clean + "=" * (-len(clean) % 4)), sound
    except binascii.Error:
        return b"", False


_PICTURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
)


def picture_type(data: bytes) -> str | None:
    """Name a picture's media type from its first bytes, None when they belong to no picture known here."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        return "image/avif" if data[8:12] == b"avif" else "image/heic"
    for mark, media_type in _PICTURES:
        if data.startswith(mark):
            return media_type
    return None


def settled(head: Head, value: str) -> str:
    """Give a raw value as 3.0 writes it: quoted-printable undone, base64 on one line."""
    if head.encoding == "qp":
        value = quoted_printable(value, head.charset)
    elif head.encoding == "b":
        value = "".join(value.split())
    return value.strip().replace("\r", "").replace("\n", "\\n")

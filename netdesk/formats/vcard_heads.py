"""The part of a vCard line before the colon: group, name and parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ENCODINGS = {
    "QUOTED-PRINTABLE": "qp",
    "QP": "qp",
    "BASE64": "b",
    "B": "b",
    "8BIT": "",
    "7BIT": "",
    "BINARY": "",
}
_SAY_NOTHING = frozenset(
    ("voice", "internet", "pref", "msg", "video", "text", "dom", "intl", "postal", "parcel", "x400", "bbs")
)
_SAY_NOTHING |= frozenset(
    ("x-internet", "modem", "isdn", "pcs", "uri", "jpeg", "jpg", "png", "gif", "x509", "pgp", "textphone")
)
_MOBILE = frozenset(("cell", "mobile", "cellular", "iphone"))
_SPLIT = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_CACHE_LIMIT = 4000


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a property's colon, read once and shared by all lines that have it."""

    group: str
    name: str
    params: dict[str, str]
    types: frozenset[str]
    encoding: str  # "qp", "b" or ""
    charset: str
    preferred: bool
    label: str


def split_line(line: str) -> tuple[str, str] | None:
    """Split a content line at the colon that ends its head; None when there is none."""
    head, colon, value = line.partition(":")
    if not colon:
        return None
    if '"' in head and head.count('"') % 2:
        quoted = False
        for index, character in enumerate(line):
            if character == '"':
                quoted = not quoted
            elif character == ":" and not quoted:
                return line[:index], line[index + 1 :]
    return head, value


def read_head(text: str, cache: dict[str, Head]) -> Head:
    """Read a head, remembering it in ``cache``: the same few heads begin most lines of a file."""
    known = cache.get(text)
    if known is None:
        known = _read(text)
        if len(cache) >= _CACHE_LIMIT:
            cache.clear()
        cache[text] = known
    return known


def _read(text: str) -> Head:
    name, _, rest = text.partition(";")
    group, dot, bare = name.strip().rpartition(".")
    name = (bare if dot else name).strip().upper()
    params: dict[str, str] = {}
    types: list[str] = []
    encoding = ""
    pieces = (_SPLIT.split(rest) if '"' in rest and len(rest) < 2000 else rest.split(";")) if rest else []
    for piece in pieces:
        key, equals, value = piece.partition("=")
        key = key.strip().upper()
        value = _plain(value)
        if not equals:
            if key in _ENCODINGS:
                encoding = _ENCODINGS[key]
            elif key:
                types.append(piece.strip().strip('"'))
        elif key == "TYPE":
            types += [part.strip() for part in value.split(",") if part.strip()]
        elif key == "ENCODING":
            encoding = _ENCODINGS.get(value.upper(), "")
        elif key:
            params[key] = value
    lowered = frozenset(kind.lower() for kind in types)
    preferred = "pref" in lowered or params.get("PREF", "") == "1"
    charset = params.get("CHARSET", "")
    return Head(group.lower(), name, params, lowered, encoding, charset, preferred, _label(types, lowered))


def _plain(value: str) -> str:
    """Undo a parameter value's quotes and circumflex escapes (RFC 6868)."""
    value = value.strip().strip('"')
    if "^" in value:
        value = value.replace("^n", "\n").replace("^'", '"').replace("^^", "^")
    return value


def _label(types: list[str], lowered: frozenset[str]) -> str:
    """Turn TYPE values into words a person reads: "work", "home fax", "mobile", or the program's own."""
    place = "work" if "work" in lowered else "home" if "home" in lowered else ""
    device = ""
    if "fax" in lowered:
        device = "fax"
    elif lowered & _MOBILE:
        device = "mobile"
    elif "pager" in lowered:
        device = "pager"
    elif "main" in lowered:
        device = "main"
    if place or device:
        return f"{place} {device}".strip()
    for kind in types:
        if kind.lower() not in _SAY_NOTHING:
            return kind.lower() if kind.isupper() else kind
    return ""

"""The parts of a calendar file (RFC 5545), told apart line by line, so that a broken one costs only itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from icalendar.parser import Contentline

from netdesk.formats.text_bytes import utf16_flavour

LONGEST_LINE = 60_000
"""Characters of a value that are looked at; what lies behind is cut."""
MOST_LINES = 3_000
"""Lines of one event that are looked at."""
DEEPEST = 20
"""Parts within parts; calendars have three."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_MARK = re.compile(r"(BEGIN|END)\s*:\s*([\w-]+)\s*$", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """A property: its name in capitals, its parameters by name in capitals, its value as it is written."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class Part:
    """What stands between BEGIN and END: the kind in capitals, the first line's number (from 1), the lines.

    ``calendar`` counts the calendars of a file, ``whole`` says whether its END was there. What is nested in an event
    (alarms) is left out; what is nested in a time zone stays, as lines.
    """

    kind: str
    line: int
    calendar: int
    lines: list[str] = field(default_factory=list)
    whole: bool = False


def calendar_text(data: bytes) -> str:
    """Decode a file: marks and UTF-16 are heeded, then UTF-8 is tried, then the Western code page."""
    flavour = utf16_flavour(data)
    if flavour:
        return data.decode(flavour, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def parts(text: str) -> Iterator[Part]:
    """Give the calendars' own lines (kind VCALENDAR), time zones and events in their order, however they are nested."""
    calendar = 0
    head = Part("VCALENDAR", 1, 0)
    stack: list[Part] = []
    for number, line in _unfolded(text):
        mark = _MARK.match(line)
        kind = mark.group(2).upper() if mark else ""
        if mark and mark.group(1).upper() == "BEGIN":
            if kind == "VCALENDAR":
                yield from _broken_off(stack)
                stack = []
                calendar += 1
                head = Part("VCALENDAR", number, calendar)
            elif kind == "VEVENT" and any(one.kind == "VEVENT" for one in stack):
                # The END of the one before is missing.
                yield from _broken_off(stack)
                stack = [Part(kind, number, calendar)]
            elif len(stack) < DEEPEST:
                stack.append(Part(kind, number, calendar))
        elif mark and kind == "VCALENDAR":
            yield from _broken_off(stack)
            stack = []
            yield head
        elif mark:
            yield from _ended(stack, kind)
        else:
            holder = stack[-1] if stack else head
            if len(holder.lines) < MOST_LINES:
                holder.lines.append(line)
    yield from _broken_off(stack)
    if head.lines:
        yield head


def properties(part: Part, wanted: frozenset[str]) -> Iterator[Line]:
    """Read the lines of a part whose names are ``wanted``; one that cannot be read is passed over."""
    for text in part.lines:
        name = re.split(r"[;:]", text, maxsplit=1)[0].strip().upper()
        # A group may stand before a name, as in "item1.SUMMARY".
        if name.rpartition(".")[2] not in wanted:
            continue
        line = _read(text)
        if line is not None:
            yield line


def _read(text: str) -> Line | None:
    try:
        name, parameters, value = Contentline(text).parts()  # type: ignore[no-untyped-call]
        kept = {str(key).upper(): _one(given) for key, given in parameters.items()}
    except ValueError:
        name, colon, value = text.partition(":")
        if not colon:
            return None
        name, kept = name.split(";")[0], {}
    return Line(name.strip().upper().rpartition(".")[2], kept, str(value))


def _one(given: object) -> str:
    """A parameter may hold a list; the first will do."""
    if isinstance(given, (list, tuple)):
        return str(given[0]) if given else ""
    return str(given)


def _ended(stack: list[Part], kind: str) -> Iterator[Part]:
    """Close the part of that kind; an END nobody opened is passed over."""
    if not any(one.kind == kind for one in stack):
        return
    while stack:
        part = stack.pop()
        part.whole = part.kind == kind
        if part.kind in {"STANDARD", "DAYLIGHT"} and stack:
            stack[-1].lines += [f"BEGIN:{part.kind}", *part.lines, f"END:{part.kind}"]
        elif part.kind in {"VEVENT", "VTIMEZONE"}:
            yield part
        if part.whole:
            return


def _broken_off(stack: list[Part]) -> Iterator[Part]:
    for part in stack:
        if part.kind in {"VEVENT", "VTIMEZONE"}:
            yield part


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Give lines with their numbers; one that begins with a blank goes on with the one before, across empty ones."""
    held, number, start = "", 0, 0
    for match in _LINE.finditer(text):
        line = match.group().rstrip("\r\n")
        number += 1
        if not line:
            continue
        if line[0] in " \t" and held:
            if len(held) < LONGEST_LINE:
                held += line[1 : LONGEST_LINE + 1]
            continue
        if held:
            yield start, held
        held, start = line[:LONGEST_LINE], number
    if held:
        yield start, held

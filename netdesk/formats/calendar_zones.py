"""Time zones as calendar files name them: odd, from Windows, with a maker's prefix, made up, or missing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from netdesk.formats.calendar_lines import Part, properties

_REGION = re.compile(
    r"(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[A-Za-z0-9_+\-/]+"
)
_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+-−])\s*(\d{1,2}):?(\d{2})?", re.IGNORECASE)
_WINDOWS = {name.casefold(): olson for name, olson in WINDOWS_TO_OLSON.items()}
_RULE = re.compile(r"RRULE[^:]*:(.*)", re.IGNORECASE)
_YEARLY = re.compile(
    r"(?:(?:FREQ=YEARLY|BYMONTH=\d{1,2}|BYDAY=[+-]?\d?[A-Z]{2}|BYMONTHDAY=[-\d,]{1,24}|INTERVAL=\d+|COUNT=\d{1,3}"
    r"|UNTIL=[\dTZ]+|WKST=[A-Z]{2})(?:;|$))+"
)
_MOST_ZONE_LINES = 200


class Zones:
    """The zones of one calendar: ``find`` gives the clock behind a TZID, and its IANA name where it has one."""

    def __init__(self, described: Iterable[Part] = ()) -> None:
        self._described = {_identity(part): part for part in described}
        self._found: dict[str, tuple[tzinfo | None, str]] = {}

    def find(self, name: str) -> tuple[tzinfo | None, str]:
        """The clock (None: unknown) and the IANA name ("": it has none) of the zone a file calls ``name``."""
        if name not in self._found:
            self._found[name] = self._look_for(name)
        return self._found[name]

    def _look_for(self, name: str) -> tuple[tzinfo | None, str]:
        described = self._described.get(_bare(name))
        known = iana_name(name) or (iana_name(_location(described)) if described is not None else "")
        if known:
            return ZoneInfo(known), known
        if described is not None and (clock := _clock_of(described)) is not None:
            return clock, ""
        offset = _OFFSET.search(name)
        if offset is None:
            return None, ""
        sign = 1 if offset.group(1) == "+" else -1
        minutes = int(offset.group(2)) * 60 + int(offset.group(3) or 0)
        return (timezone(sign * timedelta(minutes=minutes)), "") if minutes < 24 * 60 else (None, "")


def iana_name(name: str) -> str:
    """The IANA name meant by what a file calls a zone; "" when nobody can know."""
    bare = _bare(name)
    for candidate in (bare, _WINDOWS.get(bare.casefold(), "")):
        if _is_zone(candidate):
            return candidate
    region = _REGION.search(bare)
    if region is not None:
        pieces = region.group().rstrip("/").split("/")
        for count in (3, 2):
            if len(pieces) >= count and _is_zone(candidate := "/".join(pieces[:count])):
                return candidate
    return ""


def _bare(name: str) -> str:
    return name.strip().strip('"').lstrip("/").strip()[:200]


def _is_zone(name: str) -> bool:
    if not name or not name.isascii():
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _identity(part: Part) -> str:
    return _bare(next((line.value for line in properties(part, frozenset({"TZID"}))), ""))


def _location(part: Part) -> str:
    return next((line.value for line in properties(part, frozenset({"X-LIC-LOCATION"}))), "")


def _clock_of(part: Part) -> tzinfo | None:
    """The clock a file describes itself; only yearly changes are believed, others could be counted for ever."""
    rules = [found.group(1).upper() for line in part.lines if (found := _RULE.match(line))]
    if len(part.lines) > _MOST_ZONE_LINES or not all(
        "FREQ=YEARLY" in rule and _YEARLY.fullmatch(rule.strip()) for rule in rules
    ):
        return None
    text = "\r\n".join(("BEGIN:VTIMEZONE", *part.lines, "END:VTIMEZONE", ""))
    try:
        described = Timezone.from_ical(text)
        clock = described.to_tz() if isinstance(described, Timezone) else None
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError):
        return None
    return clock if isinstance(clock, tzinfo) else None

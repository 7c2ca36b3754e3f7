"""Times as a calendar file writes them, put on a clock: whole days, times of day with a zone, in UTC, or with none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

from netdesk.formats.calendar_lines import Line, Part, properties
from netdesk.formats.calendar_zones import Zones, iana_name

_YEARS = range(1900, 2200)
_OF_CALENDAR = frozenset(("METHOD", "X-WR-TIMEZONE"))
_WHEN = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?\s*(Z?))?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time on the wall of ``clock``; ``zone`` is its IANA name, ``day`` says that no hour was given.

    ``remark`` is a sentence on what was understood in another way than it is written.
    """

    wall: datetime
    clock: tzinfo
    zone: str
    day: bool = False
    remark: str = ""

    @property
    def aware(self) -> datetime:
        """The moment with its offset."""
        return self.wall.replace(tzinfo=self.clock)


class CalendarClock:
    """What all events of one calendar share: its zones, its own clock, whether it takes them back.

    ``here`` is this computer's zone, for times without one.
    """

    def __init__(self, number: int, found: Sequence[Part], zone: str, today: date) -> None:
        own = [one for one in found if one.calendar == number]
        self.zones = Zones(one for one in own if one.kind == "VTIMEZONE")
        said = [line for one in own if one.kind == "VCALENDAR" for line in properties(one, _OF_CALENDAR)]
        self.takes_back = any(
            line.name == "METHOD" and line.value.strip().upper() == "CANCEL" for line in said
        )
        named = next((iana_name(line.value) for line in said if line.name == "X-WR-TIMEZONE"), "")
        self.here = zone
        self.zone = named or zone
        self.today = today

    def moment(self, line: Line) -> Moment:
        """A time in a line. Raises ``ValueError`` in words."""
        return self.moment_of(line.value, line.parameters.get("TZID", ""))

    def moment_of(self, value: str, named: str) -> Moment:
        """A time as it is written, in the zone named beside it."""
        match = _WHEN.match(value.strip())
        if match is None:
            raise ValueError(f"“{value[:40]}” is not a date I can read.")
        year, month, day = (int(part) for part in match.groups()[:3])
        if year not in _YEARS:
            raise ValueError(f"The year {year} cannot be right.")
        if match.group(4) is None:
            return Moment(_built(year, month, day), ZoneInfo(self.here), self.here, day=True)
        # A leap second is the last one that clocks show.
        seconds = min(int(match.group(6) or 0), 59)
        wall = _built(year, month, day, int(match.group(4)), int(match.group(5)), seconds)
        if match.group(7):
            return self._here(wall.replace(tzinfo=UTC), self.zone)
        if not named:
            return Moment(wall, ZoneInfo(self.here), self.here)
        clock, name = self.zones.find(named)
        if clock is None:
            remark = f"The time zone “{named[:60]}” is not known: read as the time here."
            return Moment(wall, ZoneInfo(self.here), self.here, remark=remark)
        return Moment(wall, clock, name) if name else self._here(wall.replace(tzinfo=clock), self.here)

    @staticmethod
    def _here(moment: datetime, zone: str) -> Moment:
        clock = ZoneInfo(zone)
        return Moment(moment.astimezone(clock).replace(tzinfo=None), clock, zone)


def _built(*numbers: int) -> datetime:
    try:
        return datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001 - a time on the wall
    except ValueError:
        raise ValueError("There is no such date.") from None

"""Which occurrence of something that repeats comes next. Rules are read by dateutil, and never followed for ever."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import MAXYEAR, UTC, date, datetime, timedelta, tzinfo
from heapq import merge
from itertools import islice

from dateutil.rrule import rrule, rrulestr  # type: ignore[import-untyped]
from icalendar.prop import vRecur

_AHEAD = timedelta(days=5 * 366)
_MOST = 50_000
_SAME_AFTER = 400
_LONGEST_RULE = 1_000
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}


def next_start(
    starts: datetime,
    rule: str,
    *,
    after: datetime,
    clock: tzinfo,
    but: Iterable[datetime | date] = (),
    more: Iterable[datetime] = (),
) -> datetime | None:
    """The first start at or after ``after``, else the last one before it; None when there is none at all.

    All are times on the wall of ``clock``, without an offset. ``but`` are left out (a plain date: that whole day),
    ``more`` come beside the rule ("": none). Looks five years ahead. Raises ``ValueError`` for a rule that cannot be
    followed.
    """
    left_out = set(but)
    by_rule = _starts_of(starts, rule, after + _AHEAD, clock) if rule else ()
    found: datetime | None = None
    for one in merge(sorted({starts, *more}), by_rule):
        if one in left_out or one.date() in left_out:
            continue
        found = one
        if one >= after:
            break
    return found


def words(rule: str) -> str:
    """How often, in words: "every week", "every 2 months"; "again and again" for what has no simple word."""
    given = _pieces(rule)
    unit = _UNITS.get(given.get("FREQ", ""))
    count = given.get("INTERVAL", "1")
    if unit is None or not count.isdecimal():
        return "again and again"
    days = given.get("BYDAY", "").split(",")
    if unit == "week" and set(days) == {"MO", "TU", "WE", "TH", "FR"} and count == "1":
        return "every weekday"
    return f"every {unit}" if int(count) <= 1 else f"every {int(count)} {unit}s"


def _starts_of(starts: datetime, rule: str, latest: datetime, clock: tzinfo) -> Iterable[datetime]:
    given = _pieces(rule)
    if given.get("FREQ") not in _UNITS:
        raise ValueError("It repeats more often than once a day.")
    count = given.pop("COUNT", "")
    end = min(_until(given.pop("UNTIL", ""), clock) or latest, latest)
    # A rule that never comes true is followed up to the last year there is, so we go close to it. The calendar is the
    # same every 400 years, to the day of the week.
    later = (MAXYEAR - max(end.year, starts.year)) // _SAME_AFTER * _SAME_AFTER
    given["UNTIL"] = f"{_in_years(end, later):%Y%m%dT%H%M%S}"
    kept = ";".join(f"{name}={value}" for name, value in given.items())
    try:
        followed = rrulestr(kept, dtstart=_in_years(starts, later))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError) as error:
        raise ValueError("The rule by which it repeats cannot be read.") from error
    if not isinstance(followed, rrule):
        raise ValueError("The rule by which it repeats cannot be read.")
    most = min(int(count), _MOST) if count.isdecimal() else _MOST
    return (_in_years(one, -later) for one in islice(followed, most))


def _in_years(moment: datetime, years: int) -> datetime:
    return moment.replace(year=moment.year + years)


def _pieces(rule: str) -> dict[str, str]:
    """The rule as names and values, in the form icalendar checks and writes."""
    if len(rule) > _LONGEST_RULE:
        raise ValueError("The rule by which it repeats is too long.")
    try:
        checked = vRecur.from_ical(rule)
        text = checked.to_ical().decode()
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise ValueError("The rule by which it repeats cannot be read.") from error
    return dict(piece.split("=", 1) for piece in text.upper().split(";") if "=" in piece)


def _until(text: str, clock: tzinfo) -> datetime | None:
    """The end of a rule on the wall; a whole day counts to its end."""
    if not text:
        return None
    try:
        day = datetime.strptime(text[:8], "%Y%m%d").replace(tzinfo=UTC)
        if len(text) == len("20261124"):
            return day.replace(hour=23, minute=59, second=59, tzinfo=None)
        moment = datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    # Without a Z it is a time on the wall already.
    return (moment.astimezone(clock) if text.endswith("Z") else moment).replace(tzinfo=None)

"""A line for a day that is long ago: also "Feb 2024" or "2024" are understood, as the first day of it."""

from __future__ import annotations

from datetime import date

from netdesk.method.calendar_words import short_day
from netdesk.method.past_dates import parse_past_date
from netdesk.ui.customs import customs_at
from netdesk.ui.pages.person.fields import read_partial
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.date_field import DateField


def since_field(shell: Shell, name: str, placeholder: str) -> DateField:
    """Make the line; ``name`` is what screen readers call it."""
    today, day_first = shell.today, customs_at(shell.desk).day_first
    field = DateField(
        lambda text: read_since(text, today(), day_first=day_first),
        lambda day: "Today" if day == today() else short_day(day, today()),
        placeholder,
    )
    field.setAccessibleName(name)
    return field


def read_since(text: str, today: date, *, day_first: bool = True) -> date | None:
    """Read a day that has been; of a month or a year alone it is the first day. None when it is not understood."""
    day = parse_past_date(text, today, day_first=day_first)
    if day is not None:
        return day
    known = read_partial(text, day_first=day_first)
    if known is None or known.year is None:
        return None
    return date(known.year, known.month or 1, known.day or 1)

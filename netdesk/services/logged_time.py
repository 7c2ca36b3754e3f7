"""Time spent on networking beside events and one-to-ones: written down, corrected, taken out, listed (method §9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.insights.mix import time_words
from netdesk.method.periods import Period
from netdesk.method.strategy import Activity
from netdesk.services.history_words import in_title
from netdesk.services.typed_text import SENTENCE, clean_line
from netdesk.store.tables.wins import LoggedTime
from netdesk.store.workspace import Workspace, moment

MOST_MINUTES = 1440
"""A day has no more."""
MOST_ROWS = 500
"""How many entries are listed at most; there is always a period to look at fewer."""
_GONE = "That time is not in the workspace any more."


@dataclass(frozen=True, slots=True)
class TimeDraft:
    """Minutes spent on an activity on a day; ``words`` say on what, and may be empty."""

    activity: Activity
    on: date
    minutes: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class TimeLine:
    """An entry of logged time."""

    id: int
    activity: Activity
    on: date
    minutes: int
    words: str


@dataclass(frozen=True, slots=True)
class LoggedTimes:
    """All there is (``count``, ``minutes``), and the latest ``MOST_ROWS`` of it."""

    count: int
    minutes: int
    rows: tuple[TimeLine, ...]


def log_time(ws: Workspace, draft: TimeDraft, today: date) -> int:
    """Write time down and give its id. Raises InvalidInput naming "on", "minutes" or "words"."""
    columns = _columns(draft, today)
    with ws.change(f"Log {time_words(draft.minutes)} of {_what(draft)}"):
        number = ws.run(LoggedTime.insert(**columns, created_at=moment()))
    return int(number)


def edit_time(ws: Workspace, time_id: int, draft: TimeDraft, today: date) -> Changes:
    """Correct an entry. Raises InvalidInput, NotFound."""
    columns = _columns(draft, today)
    logged_time(ws, time_id)
    with ws.change(f"Edit the time logged for {_what(draft)}") as change:
        ws.run(LoggedTime.update(columns).where(LoggedTime.id == time_id))
    return change.changes


def delete_times(ws: Workspace, time_ids: Sequence[int]) -> Changes:
    """Take entries out. Raises NotFound where none of them is there any more."""
    found = [line for line in (_line(ws, time_id) for time_id in time_ids) if line is not None]
    if not found:
        raise NotFound(_GONE)
    line = found[0]
    said = (
        f"{time_words(line.minutes)} of {_what(line)}"
        if len(found) == 1
        else f"{len(found)} entries of logged time"
    )
    with ws.change(f"Delete {said}") as change:
        ws.run(LoggedTime.delete().where(LoggedTime.id.in_([one.id for one in found])))
    return change.changes


def logged_time(ws: Workspace, time_id: int) -> TimeLine:
    """One entry. Raises NotFound."""
    line = _line(ws, time_id)
    if line is None:
        raise NotFound(_GONE)
    return line


def logged_times(
    ws: Workspace, period: Period | None = None, activity: Activity | None = None
) -> LoggedTimes:
    """Return what was logged, the latest day first; of a period or an activity only when they are given."""
    wanted = " FROM logged_time WHERE (:first IS NULL OR spent_on BETWEEN :first AND :last)"
    if activity is not None:
        wanted += " AND activity = :activity"
    asked = {
        "first": period.first.isoformat() if period else None,
        "last": period.last.isoformat() if period else None,
        "activity": activity.value if activity else None,
        "most": MOST_ROWS,
    }
    count, minutes = ws.sql(f"SELECT count(*), coalesce(sum(minutes), 0){wanted}", asked).fetchone()
    rows = ws.sql(
        f"SELECT id, activity, spent_on, minutes, substr(words, 1, {SENTENCE}){wanted}"
        " ORDER BY spent_on DESC, id DESC LIMIT :most",
        asked,
    )
    return LoggedTimes(count, minutes, tuple(_read(row) for row in rows))


def _columns(draft: TimeDraft, today: date) -> dict[str, object]:
    words = clean_line(draft.words, SENTENCE, field="words")
    if draft.on > today:
        raise InvalidInput("That day is still to come.", "Choose today or an earlier day.", field="on")
    if not 1 <= draft.minutes <= MOST_MINUTES:
        raise InvalidInput(
            "Between a minute and 24 hours can be logged for a day.",
            "Log each day by itself.",
            field="minutes",
        )
    return {
        "activity": Activity(draft.activity).value,
        "spent_on": draft.on.isoformat(),
        "minutes": draft.minutes,
        "words": words,
    }


def _line(ws: Workspace, time_id: int) -> TimeLine | None:
    row = ws.sql(
        f"SELECT id, activity, spent_on, minutes, substr(words, 1, {SENTENCE}) FROM logged_time WHERE id = ?",
        (time_id,),
    ).fetchone()
    return None if row is None else _read(row)


def _read(row: tuple[int, str, str, int, str]) -> TimeLine:
    return TimeLine(row[0], Activity(row[1]), date.fromisoformat(row[2]), row[3], row[4])


def _what(line: TimeDraft | TimeLine) -> str:
    return f"“{in_title(line.words)}”" if line.words else line.activity.in_sentence

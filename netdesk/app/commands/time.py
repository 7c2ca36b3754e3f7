"""`netdesk time` and `netdesk insights plan`: time that is logged, and how it shall be spent."""

from __future__ import annotations

from datetime import date

from netdesk.app.arguments.reading import Given
from netdesk.app.commands.clock import typed_past_day
from netdesk.app.commands.output import say, write_json, write_line, write_table
from netdesk.method.errors import InvalidInput
from netdesk.method.insights.mix import time_words
from netdesk.method.periods import parse_period
from netdesk.method.strategy import Activity
from netdesk.method.time_spent import parse_time_spent
from netdesk.services.logged_time import (
    TimeDraft,
    TimeLine,
    delete_times,
    edit_time,
    log_time,
    logged_time,
    logged_times,
)
from netdesk.services.strategy_plan import reset_strategy_plan, save_strategy_plan, strategy_plan
from netdesk.services.workspaces import Workspace


def time(ws: Workspace, given: Given, today: date) -> int:
    """Run the verb that was given."""
    if given.verb == "log":
        return _log(ws, given, today)
    if given.verb == "list":
        return _list(ws, given, today)
    if given.verb == "edit":
        changes = edit_time(ws, given.id, _edited(ws, given, today), today)
    else:
        changes = delete_times(ws, given.ids)
    say(f"{changes.title}." if not changes.is_empty else "It stands there already.")
    return 0


def plan(ws: Workspace, given: Given) -> int:
    """Show the plan of the strategy mix, or set it."""
    if given.reset:
        reset_strategy_plan(ws)
    elif given.shares:
        if len(given.shares) != len(Activity):
            names = ", ".join(_word(activity) for activity in Activity)
            raise InvalidInput(
                f"A plan has five shares, not {len(given.shares)}.", f"In this order: {names}.", field="plan"
            )
        save_strategy_plan(ws, dict(zip(Activity, given.shares, strict=True)))
    shares = strategy_plan(ws)
    if given.json:
        write_json({"plan": {_word(activity): share for activity, share in shares.items()}})
    else:
        write_table(
            ("activity", "share"), [(activity.label, f"{share}%") for activity, share in shares.items()]
        )
    return 0


def _log(ws: Workspace, given: Given, today: date) -> int:
    draft = TimeDraft(
        _activity(given.activity), typed_past_day(ws, given.on, today), _minutes(given.took), given.words
    )
    number = log_time(ws, draft, today)
    if given.json:
        write_json(_as_json(logged_time(ws, number)))
    else:
        write_line(str(number))
    return 0


def _edited(ws: Workspace, given: Given, today: date) -> TimeDraft:
    kept = logged_time(ws, given.id)
    return TimeDraft(
        _activity(given.activity) if given.activity else kept.activity,
        kept.on if given.on is None else typed_past_day(ws, given.on, today),
        kept.minutes if given.took is None else _minutes(given.took),
        kept.words if given.words is None else given.words,
    )


def _list(ws: Workspace, given: Given, today: date) -> int:
    period = parse_period(given.period, today) if given.period else None
    found = logged_times(ws, period, _activity(given.activity) if given.activity else None)
    if given.json:
        write_json(
            {
                "entries": [_as_json(line) for line in found.rows],
                "count": found.count,
                "minutes": found.minutes,
            }
        )
    elif not found.count:
        say("No time is logged." if period is None and not given.activity else "Nothing fits that.")
    else:
        rows = [
            (str(line.id), line.on.isoformat(), line.activity.label, time_words(line.minutes), line.words)
            for line in found.rows
        ]
        write_table(("id", "day", "activity", "time", "on what"), rows)
        more = f", of which the latest {len(found.rows)} are listed" if found.count > len(found.rows) else ""
        say(f"{found.count:,} entries, {time_words(found.minutes)}{more}.")
    return 0


def _minutes(typed: str) -> int:
    minutes = parse_time_spent(typed)
    if minutes is None:
        raise InvalidInput(
            f"“{typed[:40]}” is no time.", "Write it like “1 h 30”, 45min or 1:30.", field="minutes"
        )
    return minutes


def _activity(word: str) -> Activity:
    return Activity(word.replace("-", "_"))


def _word(activity: Activity) -> str:
    return activity.value.replace("_", "-")


def _as_json(line: TimeLine) -> dict[str, object]:
    return {
        "id": line.id,
        "activity": _word(line.activity),
        "on": line.on.isoformat(),
        "minutes": line.minutes,
        "words": line.words,
    }

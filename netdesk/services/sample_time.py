"""The invented hours: what two years of networking took beside its events and one-to-ones."""

from __future__ import annotations

from datetime import timedelta

from netdesk.method.periods import last_12_months
from netdesk.method.strategy import WHOLE, Activity, whole_shares
from netdesk.services.insights.mix import figures
from netdesk.services.sample_marks import TIME_NOTE
from netdesk.services.sample_story import Story, Told
from netdesk.store.workspace import Workspace

_MINUTES_AN_HOUR = 60
_STEP = 5
_LIVELY = (4, 3, 5, 2, 4, 3, 6, 3)
"""No two weeks are alike."""


def add_time(ws: Workspace, story: Story) -> None:
    """Log what is missing from the hours the story tells of each year."""
    (known,) = ws.sql("SELECT coalesce(max(id), 0) FROM logged_time").fetchone()
    for year in story.mixes:
        period = last_12_months(story.today)
        for _ in range(year["back"]):
            period = period.before()
        spent = figures(ws, period, story.today).minutes
        for told in year["time"]:
            wanted = round(year["hours"] * _MINUTES_AN_HOUR * told["share"] / WHOLE)
            days = [
                period.last - timedelta(days=ago) for ago in range(told["from"], period.days, told["every"])
            ]
            missing = max(0, wanted - spent[Activity(told["activity"])])
            _log(ws, story, told, list(zip(map(str, days), _portions(missing, len(days)), strict=True)))
    ws.sql(
        "INSERT INTO preference (name, value) SELECT ?, json_group_array(id) FROM logged_time WHERE id > ?",
        (TIME_NOTE, known),
    )


def _portions(minutes: int, count: int) -> list[int]:
    """Share minutes out over days, in steps of five; the first day has what is left over."""
    weights = [_LIVELY[place % len(_LIVELY)] for place in range(count)]
    first, *others = (step * _STEP for step in whole_shares(weights, minutes // _STEP))
    return [first + minutes % _STEP, *others]


def _log(ws: Workspace, story: Story, told: Told, portions: list[tuple[str, int]]) -> None:
    words = told["words"]
    ws.many(
        "INSERT INTO logged_time (activity, spent_on, minutes, words, created_at) VALUES (?, ?, ?, ?, ?)",
        [
            (told["activity"], day, minutes, words[place % len(words)], story.moment(0))
            for place, (day, minutes) in enumerate(portions)
            if minutes
        ],
    )

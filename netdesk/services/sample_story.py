"""The invented network as its files tell it, with every count of days turned into a date."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

ZONE = "Europe/London"
_DAYS_A_WEEK = 7
_YEAR = "year"
_FILES = (
    "network",
    "pitches",
    "events",
    "afterwards",
    _YEAR,
    "people",
    "more-people",
    "groups",
    "help",
    "wins",
    "time",
)
_HELP = ("give", "receive", "promise", "ask", "introduction", "relation", "planned")

Told = dict[str, Any]
"""A table of a story file."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the files tell: people, events and pitches in their order, and the day it is told on."""

    today: date
    people: tuple[Told, ...]
    events: tuple[Told, ...]
    afterwards: tuple[Told, ...]
    pitches: tuple[Told, ...]
    markets: tuple[Told, ...]
    fields: tuple[Told, ...]
    reasons: dict[int, list[str]]
    sat_down: tuple[Told, ...]
    """One-to-ones of the last two years, beside those told with the people."""
    climbs: dict[str, list[Told]]
    """How somebody came to their level, step by step, by name."""
    year: frozenset[str]
    """The keys of the events of ``year.toml``, told in short."""
    groups: tuple[Told, ...]
    wins: tuple[Told, ...]
    mixes: tuple[Told, ...]
    """The hours of a year and how they were spent."""
    help: dict[str, tuple[Told, ...]]
    """Gives, receives, promises, asks, introductions, relations and planned one-to-ones, by the name of the table."""

    def day(self, offset: int) -> date:
        """The date so many days from today."""
        return self.today + timedelta(days=offset)

    def moment(self, offset: int) -> str:
        """A quarter past six in the evening of that day, as ISO with offset."""
        return self.at(offset, time(18, 15))

    def at(self, offset: int, hour: time) -> str:
        """That time of that day, as ISO with offset."""
        return _stamp(self.day(offset), hour)

    def event_day(self, event: Told) -> date:
        """The day of an event: it slides to its weekday, forward when it is to come, back when it is over."""
        near = self.day(event["on"])
        if "weekday" not in event:
            return near
        away = (event["weekday"] - near.isoweekday()) % _DAYS_A_WEEK
        return near + timedelta(days=away if event["on"] > 0 or away == 0 else away - _DAYS_A_WEEK)

    def seen(self, told: Told) -> list[str]:
        """The keys of the events at which somebody was seen: where they met, later ones, and where they gave a card.

        Cards of the events that are told at length count only where the files say that they were seen there.
        """
        gave = [
            came["event"]
            for came in self.afterwards
            if came["event"] in self.year and any(card["name"] == told["name"] for card in came["cards"])
        ]
        keys = [told.get("met"), *told.get("seen", ()), *gave]
        return [key for key in dict.fromkeys(keys) if key is not None]

    def event(self, key: str) -> Told:
        """The event called ``key`` in the files."""
        return next(event for event in self.events if event["key"] == key)


def read_story(folder: Path, today: date) -> Story:
    """Read the files in ``folder``. Raises OSError when one is missing."""
    told: Told = {}
    for name in _FILES:
        read = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        if name == _YEAR:
            told["year"] = [event["key"] for event in read["event"]]
        for key, value in read.items():
            told[key] = [*told.get(key, []), *value] if isinstance(value, list) else value
    return Story(
        today,
        tuple(told["person"]),
        tuple(told["event"]),
        tuple(told["afterwards"]),
        tuple(told["pitch"]),
        tuple(told["market"]),
        tuple(told["field"]),
        {int(level): reasons for level, reasons in told["reasons"].items()},
        tuple(told["sat_down"]),
        {climb["name"]: climb["steps"] for climb in told["climb"]},
        frozenset(told["year"]),
        tuple(told["group"]),
        tuple(told["win"]),
        tuple(told["mix"]),
        {name: tuple(told[name]) for name in _HELP},
    )


def clock(text: str) -> time:
    """Read "17:30"."""
    return time.fromisoformat(text)


def _stamp(day: date, at: time) -> str:
    return datetime.combine(day, at).astimezone().isoformat(timespec="seconds")

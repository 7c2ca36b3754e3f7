"""Saying a pitch against the clock: a stopwatch of values, laps against the aim, and when to be warned (method §7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from netdesk.method.attention import Tone
from netdesk.method.pitches import seconds_text

LONGEST = 86_400
"""A clock left running stops counting after a day, in seconds."""
_WARN_FROM = 0.75
_A_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """A clock that is fed the time and never looks at one itself.

    Times are of any clock that never goes back, in seconds. ``counted`` are the seconds until the last pause,
    ``since`` when it went on (None: it stands still); ``laps`` are the lengths of the times through that ended.
    """

    counted: float = 0.0
    since: float | None = None
    laps: tuple[float, ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self.since is not None

    def elapsed(self, now: float) -> float:
        """Return the seconds of the time through that is under way, at most a day."""
        running = 0.0 if self.since is None else max(0.0, now - self.since)
        return min(self.counted + running, float(LONGEST))

    def started(self, now: float) -> Stopwatch:
        """Go on counting; nothing changes while it counts already."""
        return self if self.is_running else replace(self, since=now)

    def paused(self, now: float) -> Stopwatch:
        """Stand still."""
        return replace(self, counted=self.elapsed(now), since=None)

    def pressed(self, now: float) -> Stopwatch:
        """Start or stand still, whichever it does not do."""
        return self.paused(now) if self.is_running else self.started(now)

    def lapped(self, now: float) -> Stopwatch:
        """End this time through and begin the next at once; less than a second is no lap."""
        length = self.elapsed(now)
        if length < 1:
            return self
        return Stopwatch(0.0, now if self.is_running else None, (*self.laps, length))

    def reset(self) -> Stopwatch:
        """Stand at nought without any laps."""
        return Stopwatch()

    def times(self, now: float) -> tuple[int, ...]:
        """Return what can be kept: the laps and the time through under way, each a second or more, in seconds."""
        return tuple(int(length) for length in (*self.laps, self.elapsed(now)) if length >= 1)


def figures(seconds: float) -> str:
    """Write the clock's face: "00:54", "61:05"."""
    minutes, rest = divmod(int(seconds), _A_MINUTE)
    return f"{minutes:02}:{rest:02}"


def rehearsal_tone(seconds: float, limit: int) -> Tone:
    """Say how the clock looks: plain, a warning from three quarters of the limit (45 s of 60), bad from the limit."""
    if seconds >= limit:
        return Tone.BAD
    return Tone.WARN if seconds >= limit * _WARN_FROM else Tone.PLAIN


def warns_at(limit: int) -> int:
    """Return the second from which the clock warns."""
    return round(limit * _WARN_FROM)


def against_aim(seconds: float, limit: int) -> str:
    """Compare a lap with the aim: "−6 s", "+12 s", "on the second"."""
    over = int(seconds) - limit
    if not over:
        return "on the second"
    return f"{'+' if over > 0 else '−'}{seconds_text(abs(over))}"


def lap_sentence(number: int, seconds: float, limit: int) -> str:
    """Say a lap aloud: "Lap 2: 54 s, 6 s under the aim"."""
    over = int(seconds) - limit
    where = "over" if over > 0 else "under"
    rest = f"{seconds_text(abs(over))} {where} the aim" if over else "exactly the aim"
    return f"Lap {number}: {seconds_text(int(seconds))}, {rest}"


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """How often a version was rehearsed, the last time and the shortest, in seconds; None without any."""

    times: int = 0
    last: int | None = None
    best: int | None = None

    @property
    def sentence(self) -> str:
        """Say it: "rehearsed 3 times, last 54 s, best 52 s"."""
        if not self.times or self.last is None or self.best is None:
            return "not rehearsed yet"
        if self.times == 1:
            return f"rehearsed once, {seconds_text(self.last)}"
        often = "twice" if self.times == 2 else f"{self.times} times"
        return f"rehearsed {often}, last {seconds_text(self.last)}, best {seconds_text(self.best)}"

    def with_times(self, more: tuple[int, ...]) -> Rehearsed:
        """Count further times, in the order they were said."""
        if not more:
            return self
        best = min(more) if self.best is None else min(self.best, *more)
        return Rehearsed(self.times + len(more), more[-1], best)

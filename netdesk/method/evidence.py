"""What stands in the record for moving a person up a level, said in plain words (method §1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netdesk.method.calendar_words import short_day
from netdesk.method.levels import HIGHEST, LOWEST

_MEETINGS_TO_RECOGNISE = 2
_TIMES = {1: "once", 2: "twice", 3: "three times", 4: "four times", 5: "five times"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts from the record of one person; referrals and wins are from them to me and from me to them.

    ``days_met`` counts different days; ``one_to_ones_achieved`` one-to-ones whose objective was achieved, the last
    of them on ``last_one_to_one``.
    """

    days_met: int = 0
    follow_ups_done: int = 0
    one_to_ones_achieved: int = 0
    last_one_to_one: date | None = None
    gives: int = 0
    receives: int = 0
    made_together: int = 0
    referrals_given: int = 0
    referrals_received: int = 0
    wins_given: int = 0
    wins_received: int = 0


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether somebody is ready to move up, what speaks for it, and what is still missing ("" when nothing)."""

    ready: bool
    because: tuple[str, ...] = ()
    missing: str = ""

    @property
    def sentence(self) -> str:
        """The line under the level steps; empty when there is neither evidence nor anything missing."""
        reasons = ", ".join(self.because)
        start = f"{'Ready to move up' if self.ready else 'So far'}: {reasons}." if reasons else ""
        step = f"Next: {self.missing}." if self.missing else ""
        return " ".join(part for part in (start, step) if part)


def readiness(level: int, evidence: Evidence, today: date) -> Readiness:
    """Judge the evidence for moving up from a level (1 to 5); a person moves the card, never the program.

    Raises ValueError for another number.
    """
    if not LOWEST <= level <= HIGHEST:
        raise ValueError(f"A level's number is {LOWEST} to {HIGHEST}, not {level}.")
    return (_recognised, _talked, _engaged, _collaborating, _at_the_top)[level - 1](evidence, today)


def ready_chip(evidence: Evidence) -> str:
    """Say the chip of a card that is ready to move up: "gave 3 · got 2", or "ready to move up"."""
    if evidence.gives and evidence.receives:
        return f"gave {evidence.gives} · got {evidence.receives}"
    return "ready to move up"


def times(number: int) -> str:
    """Say how often: "once", "twice", "three times", "7 times"."""
    return _TIMES.get(number, f"{number} times")


def _recognised(evidence: Evidence, _today: date) -> Readiness:
    because = []
    if evidence.days_met >= _MEETINGS_TO_RECOGNISE:
        because.append(f"met on {evidence.days_met} different days")
    if evidence.follow_ups_done:
        because.append(f"followed up {times(evidence.follow_ups_done)}")
    if because:
        return Readiness(True, tuple(because))
    so_far = ("met once",) if evidence.days_met else ()
    return Readiness(False, so_far, "meet again, or do a follow-up")


def _talked(evidence: Evidence, today: date) -> Readiness:
    held = _one_to_one(evidence, today)
    return Readiness(True, held) if held else Readiness(False, (), "hold a one-to-one with an objective")


def _engaged(evidence: Evidence, today: date) -> Readiness:
    because = [*_one_to_one(evidence, today), *_helped(evidence)]
    if evidence.made_together:
        because.append(f"made something together {times(evidence.made_together)}")
    steps = (
        (not evidence.gives, "help them with something"),
        (not evidence.receives, "ask them for something"),
        (not evidence.made_together, "make something together"),
    )
    missing = next((step for lacking, step in steps if lacking), "")
    return Readiness(not missing, tuple(because), missing)


def _collaborating(evidence: Evidence, _today: date) -> Readiness:
    given, received = (
        _sent(evidence.referrals_given, evidence.wins_given, "you sent them"),
        _sent(evidence.referrals_received, evidence.wins_received, "they sent you"),
    )
    because = tuple(part for part in (given, received) if part)
    if not given and not received:
        missing = "refer each other"
    elif not given:
        missing = "refer somebody to them"
    else:
        missing = "" if received else "tell them whom you would like to meet"
    return Readiness(not missing, because, missing)


def _at_the_top(_evidence: Evidence, _today: date) -> Readiness:
    return Readiness(False, (), "keep it strong")


def _one_to_one(evidence: Evidence, today: date) -> tuple[str, ...]:
    if not evidence.one_to_ones_achieved:
        return ()
    if evidence.last_one_to_one is None:
        return (f"one-to-one held {times(evidence.one_to_ones_achieved)}",)
    return (f"one-to-one held {short_day(evidence.last_one_to_one, today)}",)


def _helped(evidence: Evidence) -> tuple[str, ...]:
    said = ((evidence.receives, "they helped"), (evidence.gives, "you helped"))
    return tuple(f"{who} {times(number)}" for number, who in said if number)


def _sent(referrals: int, wins: int, who: str) -> str:
    counted = ((referrals, "referral"), (wins, "win"))
    said = [f"{number} {one}" if number == 1 else f"{number} {one}s" for number, one in counted if number]
    return f"{who} {' and '.join(said)}" if said else ""

"""What stands in the record for moving a person up a level, said in plain words (method §1).

Which evidence a level asks for is a setting (``Level.evidence``), and so is whether one of it will do. A level that
asks for none leaves it to the person.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from netdesk.method.calendar_words import short_day
from netdesk.method.levels import EvidenceKind, Level

MEETINGS_TO_RECOGNISE = 2
_TIMES = {1: "once", 2: "twice", 3: "three times", 4: "four times", 5: "five times"}
_TALKS = (EvidenceKind.ONE_TO_ONE_HELD, EvidenceKind.ONE_TO_ONE)
_HELP = (EvidenceKind.GIVE, EvidenceKind.RECEIVE, EvidenceKind.MADE_TOGETHER)
_REFERRALS = (EvidenceKind.REFERRAL_GIVEN, EvidenceKind.REFERRAL_RECEIVED)
_AT_THE_TOP = "keep it strong"
_LEFT_TO_ME = "move them up when you feel it is time"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts from the record of one person; referrals and wins are from me to them and from them to me.

    ``days_met`` counts different days; ``one_to_ones_held`` all one-to-ones, ``one_to_ones_achieved`` those whose
    objective was achieved; ``last_one_to_one`` is the day of the last achieved one, or of the last one at all.
    """

    days_met: int = 0
    follow_ups_done: int = 0
    one_to_ones_achieved: int = 0
    last_one_to_one: date | None = None
    one_to_ones_held: int = 0
    gives: int = 0
    receives: int = 0
    made_together: int = 0
    referrals_given: int = 0
    referrals_received: int = 0
    wins_given: int = 0
    wins_received: int = 0


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether somebody is ready to move up, what speaks for it, and what is still missing ("" when nothing).

    ``lacking`` are the kinds of evidence ``missing`` speaks of; empty also at the top, and where nothing is asked.
    """

    ready: bool
    because: tuple[str, ...] = ()
    missing: str = ""
    lacking: tuple[EvidenceKind, ...] = ()

    @property
    def reasons(self) -> str:
        """What stands in the record, before the next step: "Ready to move up: met on 2 different days."."""
        said = ", ".join(self.because)
        return f"{'Ready to move up' if self.ready else 'So far'}: {said}." if said else ""

    @property
    def sentence(self) -> str:
        """The line under the level steps; empty when there is neither evidence nor anything missing."""
        step = f"Next: {self.missing}." if self.missing else ""
        return " ".join(part for part in (self.reasons, step) if part)


def readiness(level: Level, evidence: Evidence, today: date) -> Readiness:
    """Judge the evidence for moving up from a level; a person moves the card, never the program."""
    if level.is_top:
        return Readiness(False, (), _AT_THE_TOP)
    if not level.evidence:
        return Readiness(False, (), _LEFT_TO_ME)
    lacking = tuple(kind for kind in level.evidence if not has(kind, evidence))
    enough = any if level.evidence_any else all
    ready = enough(kind not in lacking for kind in level.evidence)
    because = _because(level.evidence, evidence, today, ready=ready)
    if ready:
        return Readiness(True, because)
    if level.evidence_any:
        return Readiness(False, because, _one_of(lacking, evidence), lacking)
    step, spoken_of = _next_step(lacking, evidence)
    return Readiness(False, because, step, spoken_of)


def has(kind: EvidenceKind, evidence: Evidence) -> bool:
    """Whether this evidence stands in the record."""
    return _FOUND[kind](evidence)


def ready_chip(evidence: Evidence) -> str:
    """Say the chip of a card that is ready to move up: "gave 3 · got 2", or "ready to move up"."""
    if evidence.gives and evidence.receives:
        return f"gave {evidence.gives} · got {evidence.receives}"
    return "ready to move up"


def times(number: int) -> str:
    """Say how often: "once", "twice", "three times", "7 times"."""
    return _TIMES.get(number, f"{number} times")


_FOUND: dict[EvidenceKind, Callable[[Evidence], bool]] = {
    EvidenceKind.MET_TWICE: lambda record: record.days_met >= MEETINGS_TO_RECOGNISE,
    EvidenceKind.FOLLOW_UP: lambda record: record.follow_ups_done > 0,
    EvidenceKind.ONE_TO_ONE_HELD: lambda record: _held(record) > 0,
    EvidenceKind.ONE_TO_ONE: lambda record: record.one_to_ones_achieved > 0,
    EvidenceKind.GIVE: lambda record: record.gives > 0,
    EvidenceKind.RECEIVE: lambda record: record.receives > 0,
    EvidenceKind.MADE_TOGETHER: lambda record: record.made_together > 0,
    EvidenceKind.REFERRAL_GIVEN: lambda record: record.referrals_given + record.wins_given > 0,
    EvidenceKind.REFERRAL_RECEIVED: lambda record: record.referrals_received + record.wins_received > 0,
}
_STEPS = {
    EvidenceKind.MET_TWICE: "meet again",
    EvidenceKind.FOLLOW_UP: "do a follow-up",
    EvidenceKind.ONE_TO_ONE_HELD: "hold a one-to-one",
    EvidenceKind.ONE_TO_ONE: "hold a one-to-one with an objective",
    EvidenceKind.GIVE: "help them with something",
    EvidenceKind.RECEIVE: "ask them for something",
    EvidenceKind.MADE_TOGETHER: "make something together",
    EvidenceKind.REFERRAL_GIVEN: "refer somebody to them",
    EvidenceKind.REFERRAL_RECEIVED: "tell them whom you would like to meet",
}


def _held(evidence: Evidence) -> int:
    return max(evidence.one_to_ones_held, evidence.one_to_ones_achieved)


def _because(
    asked: Sequence[EvidenceKind], evidence: Evidence, today: date, *, ready: bool
) -> tuple[str, ...]:
    said: list[str] = []
    if EvidenceKind.MET_TWICE in asked:
        said += _met(evidence.days_met, ready=ready)
    if EvidenceKind.FOLLOW_UP in asked and evidence.follow_ups_done:
        said.append(f"followed up {times(evidence.follow_ups_done)}")
    # Where help is asked for, the talk in which we came to know each other is told with it.
    if any(kind in asked for kind in (*_TALKS, *_HELP)):
        said += _talked(asked, evidence, today)
    if EvidenceKind.RECEIVE in asked and evidence.receives:
        said.append(f"they helped {times(evidence.receives)}")
    if EvidenceKind.GIVE in asked and evidence.gives:
        said.append(f"you helped {times(evidence.gives)}")
    if EvidenceKind.MADE_TOGETHER in asked and evidence.made_together:
        said.append(f"made something together {times(evidence.made_together)}")
    if EvidenceKind.REFERRAL_GIVEN in asked:
        said.append(_sent(evidence.referrals_given, evidence.wins_given, "you sent them"))
    if EvidenceKind.REFERRAL_RECEIVED in asked:
        said.append(_sent(evidence.referrals_received, evidence.wins_received, "they sent you"))
    return tuple(part for part in said if part)


def _met(days: int, *, ready: bool) -> list[str]:
    if days >= MEETINGS_TO_RECOGNISE:
        return [f"met on {days} different days"]
    return ["met once"] if days and not ready else []


def _talked(asked: Sequence[EvidenceKind], evidence: Evidence, today: date) -> list[str]:
    told_when_held = any(kind in asked for kind in _TALKS)
    number = evidence.one_to_ones_achieved or (_held(evidence) if told_when_held else 0)
    if not number:
        return []
    if evidence.last_one_to_one is None:
        return [f"one-to-one held {times(number)}"]
    return [f"one-to-one held {short_day(evidence.last_one_to_one, today)}"]


def _one_of(lacking: Sequence[EvidenceKind], evidence: Evidence) -> str:
    steps = list(dict.fromkeys(_step(kind, evidence) for kind in lacking))
    return steps[0] if len(steps) == 1 else f"{', '.join(steps[:-1])}, or {steps[-1]}"


def _next_step(lacking: Sequence[EvidenceKind], evidence: Evidence) -> tuple[str, tuple[EvidenceKind, ...]]:
    """The first step only, as one is done at a time; referrals go both ways and are said together."""
    if lacking[0] is EvidenceKind.REFERRAL_GIVEN and set(_REFERRALS) <= set(lacking):
        return "refer each other", _REFERRALS
    first = lacking[0]
    if first is EvidenceKind.ONE_TO_ONE_HELD and EvidenceKind.ONE_TO_ONE in lacking:
        first = EvidenceKind.ONE_TO_ONE
    return _step(first, evidence), (first,)


def _step(kind: EvidenceKind, evidence: Evidence) -> str:
    if kind is EvidenceKind.ONE_TO_ONE and _held(evidence):
        return "reach the objective of a one-to-one"
    return _STEPS[kind]


def _sent(referrals: int, wins: int, who: str) -> str:
    counted = ((referrals, "referral"), (wins, "win"))
    said = [f"{number} {one}" if number == 1 else f"{number} {one}s" for number, one in counted if number]
    return f"{who} {' and '.join(said)}" if said else ""

"""Going cold and ready to move up in SQL, made from the levels as they are set.

The expressions follow ``method.rhythm`` and ``method.evidence`` to the letter, for 100,000 people at once; tests hold
them to those rules. They speak of ``person p``, and need nothing else: rhythms and days are written into them, so that
SQLite reads nothing but the person, and indexes can answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netdesk.method.evidence import MEETINGS_TO_RECOGNISE
from netdesk.method.levels import EvidenceKind, Level

SINCE = (
    "coalesce(p.last_contact_on,"
    " max(CASE WHEN length(p.met_on) = 10 THEN p.met_on ELSE '' END, substr(p.created_at, 1, 10)))"
)
"""The day a rhythm counts from, as ``method.rhythm.counted_from`` says and the indexes spell it."""
_LISTED = "p.archived_at IS NULL AND p.binned_at IS NULL"
_LONG_AGO = "0001-01-01"
_IN_THE_RECORD = {
    EvidenceKind.MET_TWICE: f"p.met_days >= {MEETINGS_TO_RECOGNISE}",
    EvidenceKind.FOLLOW_UP: "p.follow_ups_done > 0",
    EvidenceKind.ONE_TO_ONE_HELD: "max(p.one_to_ones_held, p.one_to_ones_achieved) > 0",
    EvidenceKind.ONE_TO_ONE: "p.one_to_ones_achieved > 0",
    EvidenceKind.GIVE: "p.gives > 0",
    EvidenceKind.RECEIVE: "p.receives > 0",
    EvidenceKind.MADE_TOGETHER: "p.made_together > 0",
    EvidenceKind.REFERRAL_GIVEN: "p.referrals_given + p.wins_given > 0",
    EvidenceKind.REFERRAL_RECEIVED: "p.referrals_received + p.wins_received > 0",
}
"""As ``method.evidence.has`` says."""


def cold(levels: Sequence[Level], today: date) -> str:
    """A condition: the rhythm, their own or their level's, is exceeded today, and nobody said "not before …"."""
    by_level = " ".join(f"WHEN {level.number} THEN '{cut(today, level.rhythm_days)}'" for level in levels)
    # An own rhythm is rare: only then the day is reckoned for each person.
    last_day = (
        f"CASE WHEN p.rhythm_days IS NOT NULL THEN {_own_cut(today)} ELSE CASE p.level {by_level} END END"
    )
    return f"(coalesce({SINCE} < {last_day}, 0) AND {awake(today)})"


def cold_people(levels: Sequence[Level], today: date, *, on_board: bool = False) -> str:
    """The ids of whom :func:`cold` holds for, archived and binned people left out; read from indexes.

    ``on_board`` leaves out those who stand on no level and have a rhythm of their own. Few have an own rhythm or an
    open follow-up; all others stand in one index, level by level.
    """
    free, quiet = f"p.next_follow_up_on IS NULL AND {_LISTED}", awake(today)
    placed = " AND coalesce(p.level, 0) > 0" if on_board else ""
    parts = [
        f"SELECT p.id FROM person p INDEXED BY person_cold WHERE p.level = {level.number} AND p.rhythm_days IS NULL"
        f" AND {free} AND {SINCE} < '{cut(today, level.rhythm_days)}' AND {quiet}"
        for level in levels
    ]
    parts.append(
        "SELECT p.id FROM person p INDEXED BY person_own_rhythm WHERE p.rhythm_days IS NOT NULL"
        f" AND {free} AND {SINCE} < {_own_cut(today)} AND {quiet}{placed}"
    )
    parts.append(
        "SELECT p.id FROM person p INDEXED BY person_follow_up WHERE p.next_follow_up_on IS NOT NULL"
        f" AND {_LISTED} AND {cold(levels, today)}{placed}"
    )
    return " UNION ALL ".join(parts)


def ready_people(levels: Sequence[Level]) -> str:
    """The ids of whom :func:`ready` holds for, archived and binned people left out; read from one index."""
    if not any(level.evidence and not level.is_top for level in levels):
        return "SELECT p.id FROM person p WHERE 0"
    return (
        "SELECT p.id FROM person p INDEXED BY person_evidence"
        f" WHERE p.level IS NOT NULL AND {_LISTED} AND {ready(levels)}"
    )


def awake(today: date) -> str:
    """A condition: nobody said that they are not to be told of before a day still to come."""
    return f"(p.snoozed_until IS NULL OR p.snoozed_until <= '{today}')"


def ready(levels: Sequence[Level]) -> str:
    """A condition: the evidence their level asks for stands in the record."""
    found = [_ready_at(level) for level in levels if level.evidence and not level.is_top]
    return f"({' OR '.join(found)})" if found else "(0)"


def cut(today: date, rhythm_days: int) -> str:
    """Return the day before which whoever was spoken to last is going cold: more days than the rhythm ago."""
    return str(date.fromordinal(max(1, today.toordinal() - rhythm_days)))


def _own_cut(today: date) -> str:
    return f"coalesce(date('{today}', -p.rhythm_days || ' days'), '{_LONG_AGO}')"


def _ready_at(level: Level) -> str:
    joined = " OR " if level.evidence_any else " AND "
    return f"(p.level = {level.number} AND ({joined.join(_IN_THE_RECORD[kind] for kind in level.evidence)}))"

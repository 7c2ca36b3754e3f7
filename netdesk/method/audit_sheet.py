"""What stands on the printed audit of a group: shares, would you stay, every member with five boxes (method §6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netdesk.method.group_worth import GroupYear, Money, cost_sentence, referral_sentence
from netdesk.method.groups import FeePer, Mark, MarkShare, booked_words
from netdesk.method.prep_sheet_last_time import Note
from netdesk.method.prep_sheet_members import listed
from netdesk.method.sheet_text import clean_text, printed_line, shortened

HEADS = {
    Mark.KNOW: "Know",
    Mark.ONE_TO_ONE: "One-to-one",
    Mark.USED: "Used",
    Mark.I_REFERRED: "I referred",
    Mark.THEY_REFERRED: "They referred",
}
"""Short heads for narrow columns."""

LINES_TO_WRITE_ON = 3
_LEARNED_LETTERS = 400


@dataclass(frozen=True, slots=True)
class AuditMember:
    """A member: ``level`` is 0 for somebody never placed; ``booked`` is the day of a planned one-to-one."""

    name: str
    organisation: str = ""
    level: int = 0
    yes: frozenset[Mark] = frozenset()
    booked: date | None = None
    learned: str = ""


@dataclass(frozen=True, slots=True)
class AuditInput:
    """A group with its members as its audit has them, and what the last year took and gave."""

    group: str
    why: str
    rhythm: str
    place: str
    since: str
    fee: float | None
    fee_per: FeePer
    currency: str
    members: tuple[AuditMember, ...]
    shares: Mapping[Mark, MarkShare]
    year: GroupYear
    verdict: str
    next_names: tuple[str, ...]
    next_sentence: str
    printed_on: date


@dataclass(frozen=True, slots=True)
class ShareFigure:
    """A share as a large number, the words under it, and how long its bar is from 0 to 1."""

    figure: str
    words: str
    share: float


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A member's row: which of the five boxes are ticked; ``booked`` stands beside the box of the one-to-one."""

    name: str
    beneath: str
    pips: int
    ticked: tuple[bool, ...]
    booked: str


@dataclass(frozen=True, slots=True)
class LearnedRow:
    """What I learned from somebody."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class AuditSheet:
    """The whole sheet in order; an empty text or tuple means that this part is left out."""

    title: str
    meta: str
    aside: str
    beneath: str
    why: Note | None
    shares: tuple[ShareFigure, ...]
    worth: Note
    columns: tuple[str, ...]
    rows: tuple[AuditRow, ...]
    following: Note | None
    learned_heading: str
    learned: tuple[LearnedRow, ...]
    empty_lines: int
    footer: str


def compose_audit_sheet(audit: AuditInput, money: Money) -> AuditSheet:
    """Return the content of the sheet; ``money`` writes an amount. Long fields are cut, control letters go."""
    count = len(audit.members)
    members = "1 member" if count == 1 else f"{count:,} members"
    why = clean_text(audit.why)
    learned = tuple(
        LearnedRow(clean_text(one.name) or "Somebody", shortened(text, _LEARNED_LETTERS))
        for one in audit.members
        if (text := clean_text(one.learned))
    )
    return AuditSheet(
        title=clean_text(audit.group) or "Group without a name",
        meta=_meta(audit, money),
        aside="WOULD I STAY?",
        beneath=members,
        why=Note("Why I go:", why) if why else None,
        shares=_figures(audit) if count else (),
        worth=_worth(audit, money),
        columns=("Member", *HEADS.values()) if count else (),
        rows=tuple(_row(one, audit.printed_on) for one in audit.members),
        following=_following(audit),
        learned_heading="What I learned from them",
        learned=learned,
        empty_lines=LINES_TO_WRITE_ON,
        footer=printed_line(audit.printed_on),
    )


def _meta(audit: AuditInput, money: Money) -> str:
    fee = "" if audit.fee is None else f"{money(audit.fee, audit.currency)} {audit.fee_per.words}"
    parts = (clean_text(audit.rhythm), clean_text(audit.place), audit.since, fee)
    return " · ".join(part for part in parts if part)


def _figures(audit: AuditInput) -> tuple[ShareFigure, ...]:
    count = len(audit.members)
    first = f"of {count:,} members I know" if count != 1 else "of 1 member I know"
    words = {mark: first if mark is Mark.KNOW else mark.share_words for mark in Mark}
    return tuple(
        ShareFigure(f"{audit.shares[mark].percent}%", words[mark], audit.shares[mark].percent / 100)
        for mark in Mark
    )


def _worth(audit: AuditInput, money: Money) -> Note:
    facts = (cost_sentence(audit.year, money), referral_sentence(audit.year))
    return Note(audit.verdict, " ".join(fact for fact in facts if fact))


def _row(member: AuditMember, today: date) -> AuditRow:
    sat_down = Mark.ONE_TO_ONE in member.yes
    return AuditRow(
        name=clean_text(member.name) or "Somebody",
        beneath=clean_text(member.organisation),
        pips=member.level,
        ticked=tuple(mark in member.yes for mark in Mark),
        booked="" if member.booked is None or sat_down else booked_words(member.booked, today),
    )


def _following(audit: AuditInput) -> Note | None:
    names = [clean_text(name) for name in audit.next_names]
    if not names:
        return None
    return Note("Next one-to-ones:", f"{listed(names)} – {audit.next_sentence}")

"""What stands on the sheet for a one-to-one: both sides, last talk, ledger, two questions, lines (method §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from netdesk.method.calendar_words import clock_span, full_day, short_day
from netdesk.method.dates import due_words
from netdesk.method.one_to_ones import SIDE_FIELDS
from netdesk.method.sheet_text import clean_text, printed_line, shortened

ANSWER_LINES, LEARNED_LINES, PROMISE_LINES = 2, 4, 3
_LONGEST_PART = 300
_LONGEST_TALK = 420
_ABOUT = (
    ("what_they_do", "What they do"),
    ("ideal_client", "Ideal client"),
    ("good_introduction", "Good introduction"),
)
OUTCOMES = ("Achieved", "Partly", "Not achieved")


@dataclass(frozen=True, slots=True)
class LastTalk:
    """The newest talk with somebody: its day, what it was, what was said."""

    on: date
    what: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """Something promised or asked between us that is still open; ``mine`` is what I promised."""

    words: str
    mine: bool
    due: date | None = None


@dataclass(frozen=True, slots=True)
class SheetOneToOne:
    """A planned one-to-one and all that is known for it; ``theirs`` and ``mine`` are texts by the name of a field."""

    name: str
    given: str
    starts: datetime
    ends: datetime
    printed_on: date
    place: str = ""
    beneath: str = ""
    level: str = ""
    objective: str = ""
    questions: tuple[str, ...] = ()
    theirs: Mapping[str, str] = field(default_factory=dict)
    mine: Mapping[str, str] = field(default_factory=dict)
    last: LastTalk | None = None
    gave: int = 0
    got: int = 0
    open: tuple[OpenEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class SidePart:
    """A part of a side; without ``text`` there is a line to write on."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of us two."""

    heading: str
    parts: tuple[SidePart, ...]


@dataclass(frozen=True, slots=True)
class OneToOneSheet:
    """The whole sheet in order; ``between`` are lines on the last talk and what stands between us."""

    title: str
    meta: str
    aside: str
    beneath: str
    objective: str
    outcomes: tuple[str, ...]
    about: tuple[SidePart, ...]
    theirs: Side
    mine: Side
    between: tuple[SidePart, ...]
    questions: tuple[str, ...]
    footer: str
    promises: tuple[str, str]


def compose_one_to_one_sheet(one: SheetOneToOne) -> OneToOneSheet:
    """Return the content of the sheet: texts cut to what one page bears."""
    name = clean_text(one.name) or "Somebody"
    given = clean_text(one.given) or name
    when = f"{full_day(one.starts.date())}, {clock_span(one.starts, one.ends)}"
    return OneToOneSheet(
        title=f"One-to-one with {name}",
        meta=" · ".join(part for part in (when, clean_text(one.place)) if part),
        aside=clean_text(one.beneath),
        beneath=clean_text(one.level),
        objective=clean_text(one.objective),
        outcomes=OUTCOMES,
        about=tuple(
            SidePart(label, _part(one.theirs.get(field, "")))
            for field, label in _ABOUT
            if one.theirs.get(field, "").strip()
        ),
        theirs=Side(given, _side(one.theirs)),
        mine=Side("Me", _side(one.mine)),
        between=_between(one, given),
        questions=tuple(clean_text(words) for words in one.questions if words.strip()),
        footer=printed_line(one.printed_on),
        promises=("I promise", f"{given} promises"),
    )


def _side(texts: Mapping[str, str]) -> tuple[SidePart, ...]:
    return tuple(SidePart(field.label, _part(texts.get(field.name, ""))) for field in SIDE_FIELDS)


def _part(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return shortened(clean_text("; ".join(lines)), _LONGEST_PART)


def _between(one: SheetOneToOne, given: str) -> tuple[SidePart, ...]:
    parts = []
    if one.last is not None:
        said = shortened(clean_text(one.last.words), _LONGEST_TALK)
        what = f"{clean_text(one.last.what)}, {short_day(one.last.on, one.printed_on)}"
        parts.append(SidePart("Last talk", f"{what}. {said}".strip() if said else what))
    parts.append(SidePart("Between us", f"I gave {one.gave} · {given} gave me {one.got}"))
    for entry in one.open:
        label = "I promised" if entry.mine else "I asked"
        due = f" ({due_words(entry.due, one.printed_on)})" if entry.due else ""
        parts.append(SidePart(label, f"{shortened(clean_text(entry.words), _LONGEST_PART)}{due}"))
    return tuple(parts)

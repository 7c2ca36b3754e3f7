"""Texts made fit for a printed sheet: one line, no control letters, not endless."""

from __future__ import annotations

from datetime import date, datetime

from netdesk.method.calendar_words import clock_span, full_day, long_day

LONGEST_TEXT = 2_000
# After "Then:" these start in small letters.
_VERBS = frozenset(
    {
        *("ask", "book", "call", "change", "coffee", "confirm", "connect", "do", "email", "e-mail", "follow"),
        *(
            "introduce",
            "invite",
            "meet",
            "message",
            "phone",
            "read",
            "ring",
            "send",
            "tally",
            "thank",
            "write",
        ),
    }
)


def clean_text(text: str) -> str:
    """Return text on one line: white space single, control letters gone, cut at 2,000 characters with "…"."""
    # Twice the length is enough to fill the line, and keeps a text of millions from being walked through.
    letters = (" " if char.isspace() else char for char in text[: 2 * LONGEST_TEXT])
    kept = " ".join(
        "".join(char for char in letters if char == " " or char.isprintable() or _joins(char)).split()
    )
    return kept if len(kept) <= LONGEST_TEXT else f"{kept[: LONGEST_TEXT - 1].rstrip()}…"


def event_line(start: datetime, end: datetime | None, place: str, host: str) -> str:
    """Write the line under an event's title: "Tuesday 24 November 2026, 17:30–19:30 · Town Hall · hosted by Guild"."""
    by = clean_text(host)
    when = f"{full_day(start.date())}, {clock_span(start, end)}"
    return " · ".join(part for part in (when, clean_text(place), f"hosted by {by}" if by else "") if part)


def then_line(follow_up: str) -> str:
    """Write what comes after a goal: "Then: book a one-to-one"; "" where nothing does."""
    then = clean_text(follow_up)
    return f"Then: {lower_verb(then)}" if then else ""


def printed_line(day: date) -> str:
    """Write the foot of a sheet."""
    return f"Printed from NetDesk · {long_day(day)}"


def lower_verb(text: str) -> str:
    """Lower the first letter of a sentence that starts with a verb; names of people and days keep theirs."""
    verb = text.split(maxsplit=1)[0].rstrip(",:;.").lower()
    return text[0].lower() + text[1:] if verb in _VERBS else text


def shortened(text: str, letters: int) -> str:
    """Return text of at most so many characters and "…", cut between words where it has any."""
    if len(text) <= letters:
        return text
    return f"{text[:letters].rsplit(' ', 1)[0]} …"


def _joins(char: str) -> bool:
    """Whether an unprintable character belongs inside words: joiners of emoji, Persian and Indic letters."""
    return char in {"\u200c", "\u200d"}

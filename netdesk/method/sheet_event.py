"""The event a sheet is printed of: what stands in its head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from netdesk.method.sheet_text import clean_text
from netdesk.method.triage import Purpose, Shares, purpose_sentence


@dataclass(frozen=True, slots=True)
class SheetEvent:
    """An event, and the day its sheet is printed; ``own_sentence`` is mine beside the purpose."""

    title: str
    start: datetime
    printed_on: date
    end: datetime | None = None
    place: str = ""
    host: str = ""
    purpose: Purpose | None = None
    shares: Shares | None = None
    own_sentence: str = ""


def purpose_line(event: SheetEvent) -> str:
    """Write why I go: my own sentence, else what the purpose means; "" without a purpose."""
    if event.purpose is None:
        return ""
    return clean_text(event.own_sentence) or purpose_sentence(event.purpose, event.shares)

"""What the import’s card says."""

from __future__ import annotations

from datetime import date

from netdesk.method.calendar_words import short_day
from netdesk.services.importing import ImportPlan, people

_PLAIN_KINDS = frozenset({"vCard"})


def subtitle(plan: ImportPlan, today: date) -> str:
    """What the files are: "LinkedIn, 1,843 rows, saved 20 Nov. Nothing is written until you say so."."""
    good = [source for source in plan.sources if not source.problem]
    kinds = list(dict.fromkeys(source.kind for source in good))
    count = len(plan.rows)
    unit = "card" if kinds == ["vCard"] else "row"
    parts = [" and ".join(kinds)] if kinds else []
    parts.append(f"{count:,} {unit}{'' if count == 1 else 's'}")
    if len(good) == 1 and good[0].saved_on is not None:
        parts.append(f"saved {short_day(good[0].saved_on, today)}")
    return f"{', '.join(parts)}. Nothing is written until you say so."


def tag_proposal(plan: ImportPlan, today: date) -> str:
    """A tag that says where these people came from: "LinkedIn 2026"."""
    kinds = {source.kind for source in plan.sources if not source.problem}
    named = kinds - _PLAIN_KINDS
    if len(kinds) == 1 and named:
        return f"{named.pop()} {today.year}"
    return f"Brought {today.year}"


def people_button(count: int) -> str:
    """The primary button: "Bring 1,841 people"."""
    return f"Bring {people(count)}"

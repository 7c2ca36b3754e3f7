"""What the tray says of a card, in words: its age, its plan, its state, and the sentence for a screen reader."""

from __future__ import annotations

from datetime import date

from netdesk.method.calendar_words import MONTHS, full_day, short_day
from netdesk.method.card_age import CardAge, days_words
from netdesk.method.dates import due_words, relative_day
from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import TrayCounts, TrayRow
from netdesk.services.prompt_share import PromptShare
from netdesk.ui.widgets.chip import Tone

STATE_TONES = {
    CardState.NO_PLAN: Tone.BAD,
    CardState.PLANNED: Tone.ACCENT,
    CardState.DONE: Tone.GOOD,
    CardState.LET_GO: Tone.PLAIN,
}
STATE_LABELS = {
    CardState.NO_PLAN: "No plan",
    CardState.PLANNED: "Planned",
    CardState.DONE: "Done",
    CardState.LET_GO: "Let go",
}
_AGE_ROLES = {CardAge.FRESH: "text-2", CardAge.LATE: "warn-text", CardAge.LONG: "bad-text"}
_NO_EVENT = "No event"


def age_words(row: TrayRow) -> str:
    """Say how old a card is: "4 days"."""
    return days_words(row.days)


def age_role(row: TrayRow) -> str:
    """The colour of the age: a card with no plan warns after the hours for a prompt follow-up and after a week."""
    return _AGE_ROLES[row.age] if row.state is CardState.NO_PLAN else "text-2"


def event_words(row: TrayRow) -> str:
    """Name the event the card is from."""
    return row.event or _NO_EVENT


def met_words(row: TrayRow, today: date) -> str:
    """Say on which day the card was received; of another year the month is enough."""
    day = row.received.date()
    return short_day(day, today) if day.year == today.year else f"{MONTHS[day.month - 1][:3]} {day.year}"


def plan_words(row: TrayRow) -> str:
    """Say what is planned, what was done, or why the card was let go; "" without a plan."""
    if row.state is CardState.LET_GO:
        return row.reason or "Let go on purpose"
    return row.action if row.state is not CardState.NO_PLAN else ""


def day_words(row: TrayRow, today: date) -> str:
    """Say when: "tomorrow 10:00 · and 2 more", "done 3 d ago"."""
    if row.state is CardState.PLANNED and row.due is not None:
        words = due_words(row.due, today)
        if row.at is not None:
            words += f" {row.at:%H:%M}"
        return f"{words} · and {row.more_plans:,} more" if row.more_plans else words
    if row.state is CardState.DONE and row.done_at is not None:
        return f"done {relative_day(row.done_at.astimezone().date(), today)}"
    return ""


def day_role(row: TrayRow, today: date) -> str:
    """The colour of the day: late is bad, today warns."""
    if row.state is not CardState.PLANNED or row.due is None or row.due > today:
        return "text-2"
    return "bad-text" if row.due < today else "warn-text"


def spoken(row: TrayRow, today: date) -> str:
    """Say a row: "Bill Marsh, Marsh Vans, card from Breakfast Club, 4 days old, no plan"."""
    parts = [row.name]
    if row.organisation and row.organisation != row.name:
        parts.append(row.organisation)
    parts.append(f"card from {row.event}" if row.event else "card from no event")
    parts.append("received today" if row.days < 1 else f"{days_words(row.days)} old")
    parts.append(row.state.label)
    if row.state is not CardState.NO_PLAN:
        parts += [part for part in (plan_words(row), day_words(row, today)) if part]
    if row.solid:
        parts.append("solid contact")
    if row.photo:
        parts.append("with a picture")
    if row.in_bin:
        parts.append("in the bin")
    return ", ".join(parts)


def in_full(row: TrayRow, today: date) -> str:
    """The tooltip of a row: the sentence, and its days in full."""
    lines = [spoken(row, today), f"Received {full_day(row.received.date())}"]
    if row.state is CardState.PLANNED and row.due is not None:
        lines.append(f"Planned for {full_day(row.due)}")
    if row.state is CardState.DONE and row.done_at is not None:
        lines.append(f"Done {full_day(row.done_at.astimezone().date())}")
    if row.event_binned:
        lines.append("The event is in the bin; the card stays.")
    return "\n".join(lines)


def bin_words(counts: TrayCounts) -> str:
    """Say how many cards belong to people in the bin; "" for none."""
    if not counts.binned:
        return ""
    return (
        "1 card of somebody in the bin"
        if counts.binned == 1
        else f"{counts.binned:,} cards of people in the bin"
    )


def share_words(share: PromptShare, hours: int) -> str:
    """Say the measure: "11 of 14 followed up within 48 h"; "" when there is nothing to count yet."""
    return f"{share.prompt:,} of {share.counted:,} followed up within {hours} h" if share.counted else ""


def share_in_full(share: PromptShare, hours: int) -> str:
    """Explain the measure."""
    lines = [
        f"A card counts as followed up promptly when its first plan was done within {hours} hours of receiving it.",
        "Cards let go on purpose do not count.",
    ]
    if share.waiting:
        still = "1 card is" if share.waiting == 1 else f"{share.waiting:,} cards are"
        lines.append(f"{still} younger than that and not counted yet.")
    lines.append("The hours can be changed in Settings.")
    return "\n".join(lines)

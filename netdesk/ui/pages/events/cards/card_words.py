"""What a card's row says: the kind on its chip, the plan, the day, and one sentence for screen readers."""

from __future__ import annotations

from datetime import date

from netdesk.method.calendar_words import full_day, short_day, weekday_and_day
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.follow_ups import CardState, FollowUpState
from netdesk.services.cards import CardLine, CardPlan
from netdesk.ui.widgets.chip import Tone
from netdesk.ui.widgets.paint import one_line

_SHORT = {PersonKind.STRATEGIC_PARTNER: "Partner"}
_TONES = {PersonKind.STRATEGIC_PARTNER: Tone.ACCENT, PersonKind.CLIENT: Tone.GOOD}
NO_KIND = "—"


def kind_words(kind: PersonKind | None) -> str:
    """The words on the chip: "Potential client", "Partner", "—" for none."""
    return NO_KIND if kind is None else _SHORT.get(kind, kind.label)


def kind_tone(kind: PersonKind | None) -> Tone:
    """The chip's colour."""
    return Tone.PLAIN if kind is None else _TONES.get(kind, Tone.PLAIN)


def shown_plan(line: CardLine) -> CardPlan | None:
    """The plan a row tells of: the open one due first; of a card that is done the last one done."""
    if line.next_plan is not None or line.state is not CardState.DONE:
        return line.next_plan
    done = [plan for plan in line.plans if plan.state is FollowUpState.DONE]
    return done[-1] if done else None


def plan_words(line: CardLine) -> str:
    """What I will do or did; the reason of a card let go."""
    if line.state is CardState.LET_GO:
        return one_line(line.let_go_reason) or "Let go"
    plan = shown_plan(line)
    return "" if plan is None else one_line(plan.action)


def more_words(line: CardLine) -> str:
    """Say how many other plans are open: "+ 2 more"; empty when there is one at most."""
    others = sum(plan.state is FollowUpState.OPEN for plan in line.plans) - 1
    return f"+ {others} more" if others > 0 else ""


def when_words(line: CardLine, today: date) -> tuple[str, ...]:
    """The day, and under it the time if there is one: ("Thu 26 Nov", "10:00")."""
    plan = line.next_plan
    if plan is not None:
        day = weekday_and_day(plan.due)
        day = day if plan.due.year == today.year else f"{day} {plan.due.year}"
        return (day,) if plan.due_time is None else (day, f"{plan.due_time:%H:%M}")
    if line.state is CardState.DONE and line.done_at is not None:
        return ("Done", short_day(line.done_at.date(), today))
    return ()


def is_late(line: CardLine, today: date) -> bool:
    """Whether the open plan's day is past."""
    return line.next_plan is not None and line.next_plan.due < today


def sentence(line: CardLine, today: date) -> str:
    """The whole row in words."""
    parts = [one_line(line.name), one_line(line.organisation)]
    if line.in_bin:
        parts.append("in the bin")
    if line.kind is not None:
        parts.append(line.kind.label.lower())
    parts.append(_state_words(line, today))
    if line.solid:
        parts.append("solid contact")
    if line.learned:
        parts.append("I learned from them")
    return ", ".join(part for part in parts if part)


def _state_words(line: CardLine, today: date) -> str:
    plan = line.next_plan
    if plan is not None:
        at = "" if plan.due_time is None else f" at {plan.due_time:%H:%M}"
        late = ", late" if plan.due < today else ""
        return f"planned: {one_line(plan.action)}, {full_day(plan.due)}{at}{late}"
    words = plan_words(line)
    if line.state is CardState.DONE:
        return f"done: {words}" if words else "done"
    if line.state is CardState.LET_GO:
        return f"let go: {words}" if line.let_go_reason else "let go"
    return "no plan"

"""What a row of the list says: when and where before, what came of it afterwards, and its chips."""

from __future__ import annotations

from datetime import date

from netdesk.method.event_results import no_plan_words, result_line
from netdesk.method.event_worth import Verdict, hours_text, verdict_words
from netdesk.services.event_list import EventRow
from netdesk.services.event_query import EventSort
from netdesk.ui.money import money
from netdesk.ui.pages.events.event_times import list_line
from netdesk.ui.pages.events.worth_panel import PURPOSE_TONES
from netdesk.ui.widgets.chip import Tone

_VERDICT_TONES = {Verdict.WORTH_IT: Tone.GOOD, Verdict.SO_SO: Tone.WARN, Verdict.NOT_WORTH_IT: Tone.PLAIN}
_RECENT_DAYS = {0: "Today", 1: "Yesterday"}


def second_line(row: EventRow, today: date, sort: EventSort = EventSort.DATE) -> str:
    """Write the line under the title: "Tue 17:30 · Town Hall", "Today · debrief open", "4 solid · goal met".

    Where the list is sorted by what a solid contact took, that is said: "2 solid · £42 each".
    """
    recent = _RECENT_DAYS.get((today - row.starts.date()).days)
    if row.debrief_open and recent:
        return f"{recent} · debrief open"
    came = row.outcome
    if not row.begun or not row.took_part or (came.is_empty and came.stars is None):
        return list_line(row.starts, row.place, today)
    year = "" if row.starts.year == today.year else f"{row.starts.year} · "
    if sort is EventSort.COST_PER_SOLID and came.cost_per_solid is not None:
        return f"{year}{came.solid} solid · {money(round(came.cost_per_solid, 2), came.currency)} each"
    if sort is EventSort.HOURS_PER_SOLID and came.hours_per_solid is not None:
        return f"{year}{came.solid} solid · {hours_text(came.hours_per_solid)} each"
    words = result_line(
        solid=came.solid,
        cards=came.cards,
        goals=came.goals,
        reached=came.reached,
        trials=came.trials,
        wins=came.wins,
    )
    return f"{year}{words}"


def chips_of(row: EventRow, today: date) -> list[tuple[str, Tone]]:
    """Give the chips of an event.

    Before: its purpose, and what is missing or that it is prepared. On the day and the day after, while its
    debrief is open: its purpose and the cards with no plan. Afterwards: the cards with no plan and the verdict,
    else whether the debrief is open or I was there.
    """
    purpose = [] if row.purpose is None else [(row.purpose.label, PURPOSE_TONES[row.purpose])]
    if row.attended is False:
        return [*purpose, ("Did not go", Tone.PLAIN)]
    came = row.outcome
    if not row.begun:
        marked = (
            ("Attended", Tone.GOOD) if row.attended else (row.chip, Tone.GOOD if row.prepared else Tone.WARN)
        )
        return [*purpose, marked]
    if row.debrief_open and (today - row.starts.date()).days in _RECENT_DAYS:
        return [*purpose, *_no_plan(row, short=bool(purpose))]
    judged = [] if came.verdict is None else [(verdict_words(came.stars), _VERDICT_TONES[came.verdict])]
    said = [*_no_plan(row, short=bool(judged)), *judged]
    if said:
        return said
    if row.debrief_open:
        return [("Debrief open", Tone.WARN)]
    return [("Attended", Tone.GOOD)] if row.took_part else purpose


def _no_plan(row: EventRow, *, short: bool) -> list[tuple[str, Tone]]:
    words = no_plan_words(row.outcome.no_plan, short=short)
    return [(words, Tone.BAD)] if words else []

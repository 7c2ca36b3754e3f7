"""From events to clients as a chart: a column a step, the rates in words, and the sentence under it (method §9)."""

from __future__ import annotations

from fractions import Fraction

from netdesk.method.insights import readings
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
from netdesk.method.insights.funnel import FunnelCounts, FunnelFigures, Step, months_in
from netdesk.method.insights.what_if import amount_text, clients_words, events_words, if_sentence
from netdesk.method.periods import Period

NAME = "funnel"
_TITLE = "From events to clients"
_COLUMNS = ("Step", "Count", "Rate from the step before", "Count before")
_A_QUARTER = 3
_EMPTY = (
    "Here stands how events become clients. Add the events you go to, say whom you met and which contacts are solid,"
    " and write down what you won."
)
_NOUNS = {
    Step.EVENTS: ("event", "events"),
    Step.MET: ("person met", "people met"),
    Step.SOLID: ("solid contact", "solid contacts"),
    Step.ONE_TO_ONES: ("one-to-one", "one-to-ones"),
    Step.CLIENTS: ("client", "clients"),
}
_ROLES = {
    Step.EVENTS: "level-1",
    Step.MET: "level-2",
    Step.SOLID: "accent",
    Step.ONE_TO_ONES: "level-4",
    Step.CLIENTS: "level-5",
}
_KINDS = {
    Step.EVENTS: BehindKind.EVENTS,
    Step.MET: BehindKind.EVENTS,
    Step.SOLID: BehindKind.CARDS,
    Step.ONE_TO_ONES: BehindKind.ONE_TO_ONES,
    Step.CLIENTS: BehindKind.WINS,
}


def reading(figures: FunnelFigures) -> str:
    """Say which share became clients, and what the "if" would bring."""
    what = figures.wished or figures.as_it_was
    return readings.sentences(_share_sentence(figures.now), if_sentence(what) if what is not None else "")


def rates_line(counts: FunnelCounts) -> str:
    """Say the rates in a line: "6.8 met an event · 44% solid · a one-to-one for 54% · 34% became clients"."""
    met, solid, sat = (counts.rate(step) for step in (Step.MET, Step.SOLID, Step.ONE_TO_ONES))
    closed = counts.share_closed
    parts = (
        "" if met is None else f"{amount_text(met)} met an event",
        "" if solid is None else f"{readings.percent_words(min(solid, Fraction(1)))} solid",
        "" if sat is None else _sat_words(sat),
        "" if closed is None or closed > 1 else f"{readings.percent_words(closed)} became clients",
    )
    return " · ".join(part for part in parts if part)


def _sat_words(rate: Fraction) -> str:
    if rate > 1:
        return f"{amount_text(rate)} one-to-ones for each"
    return f"a one-to-one for {readings.percent_words(rate)}"


def chart(figures: FunnelFigures, period: Period) -> Chart:
    """Make the chart: a column a step."""
    now = figures.now
    empty = now.is_empty
    return Chart(
        NAME,
        _TITLE,
        ChartKind.COLUMNS,
        () if empty else (Series(_TITLE, "accent", tuple(_point(now, step, period) for step in Step)),),
        Table(
            _COLUMNS,
            (*(_row(figures, step) for step in Step), _closed_row(figures)),
            (*(_exact(figures, step) for step in Step), _closed_exact(figures)),
            (*(_behind_row(figures, step, period) for step in Step), (None, None, None)),
        ),
        note=_note(figures),
        note_behind=_behind(figures.now, Step.EVENTS, period),
        compared_behind=_behind_before(figures, Step.EVENTS),
        reading="" if empty else reading(figures),
        compared=_compared_words(figures),
        empty=_EMPTY if empty else "",
        strong="" if empty else _strong(figures),
    )


def _strong(figures: FunnelFigures) -> str:
    """What the reading comes to: "48 a year"."""
    what = figures.wished or figures.as_it_was
    return clients_words(what) if what is not None and what.clients_a_year else ""


def _note(figures: FunnelFigures) -> str:
    """How often I go; of less than a quarter only how often it was."""
    events = figures.now.events
    if not events or months_in(figures.compared.now) < _A_QUARTER:
        return readings.counted(events, "event") if events else ""
    return events_words(figures.events_a_month)


def _share_sentence(now: FunnelCounts) -> str:
    if readings.is_too_few(now.events):
        return readings.too_few(now.events, "event")
    if readings.is_too_few(now.solid):
        return readings.too_few(now.solid, "solid contact")
    closed = now.share_closed or Fraction(0)
    if closed > 1:
        return (
            f"{readings.counted(now.clients, 'client')} beside {readings.counted(now.solid, 'solid contact')}:"
            " many came another way than over events."
        )
    if not closed:
        return "None of the solid contacts became a client yet."
    return f"{readings.percent_words(closed)} of solid contacts became clients."


def _counted(counts: FunnelCounts, step: Step) -> str:
    return readings.counted(counts.of(step), *_NOUNS[step])


def _behind(counts: FunnelCounts, step: Step, period: Period, words: str = "") -> Behind | None:
    """What is counted at a step; ``words`` name a period that is not the one shown."""
    if not counts.of(step):
        return None
    title = _counted(counts, step)
    if step is Step.MET:
        title += f" at {readings.counted(counts.events, 'event')}"
    return Behind(_KINDS[step], NAME, f"{title} in {words}" if words else title, period, step.value)


def _behind_before(figures: FunnelFigures, step: Step) -> Behind | None:
    return _behind(figures.before, step, figures.compared.before, figures.compared.words)


def _behind_row(figures: FunnelFigures, step: Step, period: Period) -> tuple[Behind | None, ...]:
    now = _behind(figures.now, step, period)
    return (now, now, _behind_before(figures, step))


def _point(now: FunnelCounts, step: Step, period: Period) -> Point:
    words = _counted(now, step)
    rate = _rate_words(now, step)
    return Point(
        step.label,
        float(now.of(step)),
        f"{now.of(step):,}",
        f"{step.label}: {words}{f', {rate}' if rate else ''}",
        role=_ROLES[step],
        behind=_behind(now, step, period),
    )


def _rate_words(counts: FunnelCounts, step: Step) -> str:
    """A rate as a share of the step before, or, of more than one, as so many for each."""
    rate = counts.rate(step)
    if rate is None:
        return ""
    before = _NOUNS[list(Step)[list(Step).index(step) - 1]]
    if rate > 1:
        return f"{amount_text(rate)} for each {before[0]}"
    return f"{readings.percent_words(rate)} of the {before[1]}"


def _row(figures: FunnelFigures, step: Step) -> tuple[str, ...]:
    return (
        step.label,
        f"{figures.now.of(step):,}",
        _rate_words(figures.now, step) or "–",
        f"{figures.before.of(step):,}",
    )


def _closed_row(figures: FunnelFigures) -> tuple[str, ...]:
    now, before = (_percent(counts) for counts in (figures.now, figures.before))
    return ("Clients of solid contacts", now, "", before)


def _percent(counts: FunnelCounts) -> str:
    closed = counts.share_closed
    if closed is not None and closed > 1:
        return "over 100%"
    return readings.percent_words(closed)


def _exact(figures: FunnelFigures, step: Step) -> tuple[str | float | int | None, ...]:
    rate = figures.now.rate(step)
    return (step.label, figures.now.of(step), _decimal(rate), figures.before.of(step))


def _closed_exact(figures: FunnelFigures) -> tuple[str | float | int | None, ...]:
    now, before = figures.now.share_closed, figures.before.share_closed
    return ("Clients of solid contacts", _decimal(now), None, _decimal(before))


def _decimal(rate: Fraction | None) -> float | None:
    return None if rate is None else round(float(rate), 4)


def _compared_words(figures: FunnelFigures) -> str:
    """Say what is more or fewer than in the period before; what stayed as it was only where nothing changed."""
    if figures.before.is_empty:
        return ""
    steps = (Step.EVENTS, Step.SOLID, Step.CLIENTS)
    changed = [words for step in steps if (words := _difference(figures, step))]
    if not changed:
        return f"as many {readings.joined(_NOUNS[step][1] for step in steps)} as in {figures.compared.words}"
    return f"{readings.joined(changed)} than in {figures.compared.words}"


def _difference(figures: FunnelFigures, step: Step) -> str:
    by = figures.now.of(step) - figures.before.of(step)
    one, many = _NOUNS[step]
    return f"{abs(by):,} {'more' if by > 0 else 'fewer'} {one if abs(by) == 1 else many}" if by else ""

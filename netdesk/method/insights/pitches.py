"""How the versions of my pitches landed in a period: who asked more, and where it is too few to say (method §7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
from netdesk.method.insights.readings import counted, percent, percent_words, sentences, share
from netdesk.method.periods import Period
from netdesk.method.pitches import Reactions, people_words

TOPIC = "pitches"
_SHOWN = 8
_NOBODY = Reactions()
_COLUMNS = ("Version", "People", "Asked more", "Polite", "Blank", "Share that asked more")
_EMPTY = (
    "Choose a version of your pitch for an event and count how people take it: asked more, polite or blank. "
    "Here stands which words land."
)


@dataclass(frozen=True, slots=True)
class VersionFigure:
    """A version that was said at events of the period, and how people there took it."""

    pitch_id: int
    version_id: int
    pitch: str
    number: int
    events: int
    reactions: Reactions

    @property
    def name(self) -> str:
        """What it is called: "Inbox to zero v3"."""
        return f"{self.pitch} v{self.number}"


@dataclass(frozen=True, slots=True)
class PitchFigures:
    """The versions of a period, pitch by pitch, the one said to most people first, its versions in their order.

    ``few`` is how many people must have reacted to a version before anything is said of it (editable, 5).
    """

    period: Period
    versions: tuple[VersionFigure, ...]
    few: int
    before: Reactions = _NOBODY

    @property
    def all(self) -> Reactions:
        """The reactions to all versions together."""
        return _sum(one.reactions for one in self.versions)

    def enough(self, one: VersionFigure) -> bool:
        """Whether so many people reacted that something can be said."""
        return one.reactions.total >= self.few

    @property
    def best(self) -> VersionFigure | None:
        """The version of which the greatest share asked more, told only beside another with enough reactions."""
        told = [one for one in self.versions if self.enough(one)]
        best = max(told, key=_landed, default=None)
        return best if best is not None and len(told) > 1 and best.reactions.asked_more else None

    @property
    def worst(self) -> VersionFigure | None:
        """The version of which the smallest share asked more, where it is really smaller than the best one's."""
        told = [one for one in self.versions if self.enough(one)]
        worst = min(told, key=_landed, default=None)
        return worst if worst is not None and _landed(worst)[0] < _landed(max(told, key=_landed))[0] else None


def in_order(versions: Iterable[VersionFigure]) -> tuple[VersionFigure, ...]:
    """Put the versions of a pitch together, the pitch said to most people first."""
    found = tuple(versions)
    people: dict[int, int] = {}
    for one in found:
        people[one.pitch_id] = people.get(one.pitch_id, 0) + one.reactions.total
    return tuple(sorted(found, key=lambda one: (-people[one.pitch_id], one.pitch_id, one.number)))


def chart(figures: PitchFigures, words_before: str = "") -> Chart:
    """Draw the share that asked more of each version; ``words_before`` name what the period is compared with."""
    shown = figures.versions[:_SHOWN]
    people = figures.all.total
    return Chart(
        name="pitches",
        title="How my pitches landed",
        kind=ChartKind.BARS,
        series=(Series("Asked more", "accent", tuple(_point(figures, one) for one in shown)),),
        table=Table(
            _COLUMNS,
            tuple(_row(figures, one) for one in figures.versions),
            tuple(_exact(one) for one in figures.versions),
        ),
        note=f"share that asked more · {people_words(people)}" if people else "",
        reading=reading(figures),
        compared=_compared(figures, words_before),
        empty="" if people else _EMPTY,
        full=100.0,
    )


def reading(figures: PitchFigures) -> str:
    """Say which version lands: "Inbox to zero v3 lands best: 50% of 34 people asked more. Its v1 landed with 18%."."""
    told = [one for one in figures.versions if figures.enough(one)]
    if not figures.all.total:
        return ""
    if not told:
        return sentences(
            f"{people_words(figures.all.total)} in this time: too few to say for any version"
            if len(figures.versions) > 1
            else f"{people_words(figures.all.total)} in this time: too few to say"
        )
    best, worst = figures.best, figures.worst
    if best is None:
        one = max(told, key=_landed)
        return sentences(f"{one.name}: {_share_words(one)}", "Try another line at the next event and compare")
    if worst is None:
        return sentences(
            f"All {len(told)} versions land alike: {percent_words(_landed(best)[0])} asked more",
            "Change one line, not all of them",
        )
    return sentences(
        f"{best.name} lands best: {_share_words(best)}",
        f"{_other(best, worst)} landed with {percent_words(_landed(worst)[0])}",
    )


def _point(figures: PitchFigures, one: VersionFigure) -> Point:
    total, asked = one.reactions.total, one.reactions.asked_more
    people = people_words(total)
    at = counted(one.events, "event")
    behind = Behind(
        BehindKind.REACTIONS, TOPIC, f"{one.name}: {people} at {at}", figures.period, str(one.version_id)
    )
    counts = f"{asked} asked more, {one.reactions.polite} polite, {one.reactions.blank} blank"
    if not figures.enough(one):
        tip = f"{one.name}: {people} at {at}, too few to say ({counts})"
        return Point(one.name, None, "–", tip, more=f"{people}, too few to say", behind=behind)
    part = share(asked, total) or Fraction(0)
    tip = f"{one.name}: {people} at {at}, {counts} ({percent_words(part)} asked more)"
    return Point(one.name, float(part * 100), percent_words(part), tip, more=f"of {people}", behind=behind)


def _row(figures: PitchFigures, one: VersionFigure) -> tuple[str, ...]:
    landed = percent_words(_landed(one)[0]) if figures.enough(one) else "too few to say"
    each = one.reactions
    return (one.name, *(f"{n:,}" for n in (each.total, each.asked_more, each.polite, each.blank)), landed)


def _exact(one: VersionFigure) -> tuple[str | float | int | None, ...]:
    each = one.reactions
    part = share(each.asked_more, each.total)
    told = None if part is None else round(float(part), 4)
    return (one.name, each.total, each.asked_more, each.polite, each.blank, told)


def _compared(figures: PitchFigures, words: str) -> str:
    if not words or min(figures.all.total, figures.before.total) < figures.few:
        return ""
    now, before = (
        share(each.asked_more, each.total) or Fraction(0) for each in (figures.all, figures.before)
    )
    points = percent(now) - percent(before)
    if not points:
        return f"{percent_words(now)} asked more, as in {words}"
    return f"{percent_words(now)} asked more over all, {percent_words(before)} in {words}"


def _landed(one: VersionFigure) -> tuple[Fraction, int]:
    """The share that asked more; of equal ones the version said to more people lands better."""
    return share(one.reactions.asked_more, one.reactions.total) or Fraction(0), one.reactions.total


def _share_words(one: VersionFigure) -> str:
    return f"{percent_words(_landed(one)[0])} of {people_words(one.reactions.total)} asked more"


def _other(best: VersionFigure, other: VersionFigure) -> str:
    return f"Its v{other.number}" if other.pitch_id == best.pitch_id else other.name


def _sum(all_of_them: Iterable[Reactions]) -> Reactions:
    added = Reactions()
    for one in all_of_them:
        added = added.plus(one)
    return added

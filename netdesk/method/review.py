"""What to do more and less of, read from the figures of a period (method §9).

Each rule speaks only where there is enough to say, names its evidence, and blames nobody. The firmest come first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from netdesk.method.insights.mix import FAR, NEAR, Mix, advice, time_words
from netdesk.method.insights.pitches import PitchFigures, VersionFigure
from netdesk.method.insights.prompt import Promptness
from netdesk.method.insights.readings import (
    counted,
    is_too_few,
    joined,
    number,
    percent_words,
    sentence,
    share,
)
from netdesk.method.insights.returns import EventReturns, GroupReturns
from netdesk.method.insights.returns_words import hours_in_words, took_words, won_an_hour_words
from netdesk.method.insights.sources import FromSource, SourceFigures
from netdesk.method.money import MoneyWords, total_words
from netdesk.method.pitches import people_words
from netdesk.method.sheet_text import clean_text
from netdesk.method.sources import Source

MOST_ADVICE = 4
"""So many things are named at most, each way: more would be done by nobody."""
_PROMPT_ENOUGH = Fraction(2, 3)
_LEADS_FROM = Fraction(1, 3)
_NAMED = 2


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to do more or less of: what, and the figures that say so. ``rule`` names the rule."""

    rule: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class GaveFirst:
    """Those who gave to me and got nothing back yet: how many, and the names of those who gave most."""

    count: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewFigures:
    """The figures of a period that advice is read from."""

    sources: SourceFigures
    mix: Mix
    groups: GroupReturns
    events: EventReturns
    pitches: PitchFigures
    prompt: Promptness
    gave_first: GaveFirst


# What brings more of what came from a source.
_MORE_OF = {
    Source.REFERRAL: "Say whom you look for, so that people can send them",
    Source.NETWORK_REFERRAL: "Ask to be introduced before there is a need",
    Source.SELF_REFERRAL: "Go where your market is and meet people yourself",
    Source.MARKETING: "Put out what people answered to",
    Source.REPUTATION: "Speak and write where clients hear of you",
}


def more_of(figures: ReviewFigures, money: MoneyWords) -> tuple[Advice, ...]:
    """Return what to do more of, the firmest first, at most four."""
    return _first(
        (
            *_under_plan(figures.mix),
            *_leading_source(figures.sources, money),
            *_help_first(figures.gave_first),
            *_best_group(figures.groups, money),
            *_best_host(figures.events),
            *_best_version(figures.pitches),
            *_follow_up_sooner(figures.prompt),
        )
    )


def less_of(figures: ReviewFigures, money: MoneyWords) -> tuple[Advice, ...]:
    """Return what to do less of, the firmest first, at most four."""
    return _first(
        (
            *_over_plan(figures.mix),
            *_idle_groups(figures.groups, money),
            *_idle_hosts(figures.events),
            *_worst_version(figures.pitches),
        )
    )


def _first(all_of_it: Iterable[Advice]) -> tuple[Advice, ...]:
    found = tuple(all_of_it)
    return tuple(Advice(one.rule, clean_text(one.what), clean_text(one.why)) for one in found[:MOST_ADVICE])


def _under_plan(mix: Mix) -> Iterable[Advice]:
    under = mix.furthest_under
    if _few_hours(mix) or mix.gap(under) > -NEAR:
        return
    points = counted(-mix.gap(under), "point")
    yield Advice("under_plan", under.label, sentence(f"{points} under plan: {advice(mix, under)}"))


def _over_plan(mix: Mix) -> Iterable[Advice]:
    over = mix.furthest_over
    if _few_hours(mix) or mix.gap(over) < FAR:
        return
    planned = f"{mix.percents[over]}% of your hours, {mix.plan[over]}% planned"
    yield Advice("over_plan", over.label, sentence(f"{time_words(mix.minutes[over])}: {planned}"))


def _few_hours(mix: Mix) -> bool:
    return is_too_few(mix.total / 60)


def _leading_source(figures: SourceFigures, money: MoneyWords) -> Iterable[Advice]:
    """The source most wins came from, where it is a third of them or more and ahead of the others."""
    wins = figures.now
    if is_too_few(wins.said):
        return
    ranked = sorted((one for one in wins.sources if one.source is not None), key=_by_count, reverse=True)
    first, second = ranked[0], ranked[1]
    part = share(first.count, wins.said) or Fraction(0)
    if first.source is None or part < _LEADS_FROM or _by_count(first) == _by_count(second):
        return
    worth = total_words(first.total, money)
    by = f"{first.count:,} of {counted(wins.said, 'win')} came by {first.source.label.lower()}"
    yield Advice("source", _MORE_OF[first.source], sentence(f"{by}{f', {worth}' if worth else ''}"))


def _by_count(one: FromSource) -> tuple[int, float]:
    return one.count, one.total.value


def _help_first(gave: GaveFirst) -> Iterable[Advice]:
    if not gave.count or not gave.names:
        return
    others = gave.count - len(gave.names)
    who = joined([*gave.names, counted(others, "other") if others > 0 else ""])
    yield Advice("help_first", "Help first", f"{who} gave to you: what would help them?")


def _best_group(groups: GroupReturns, money: MoneyWords) -> Iterable[Advice]:
    best = groups.best
    if is_too_few(groups.wins) or best is None or best.left or len(groups.groups) < 2:
        return
    hour = won_an_hour_words(best.given, money)
    wins = counted(best.given.wins, "win")
    yield Advice("best_group", best.name, sentence(f"{wins}, {hour}: the most of your groups"))


def _best_host(events: EventReturns) -> Iterable[Advice]:
    best = events.best
    if is_too_few(events.events) or best is None or best.given.hours_a_solid is None:
        return
    each = hours_in_words(best.given.hours_a_solid)
    times = number(best.given.times)
    yield Advice(
        "best_host", f"Events of {best.name}", f"A solid contact for every {each}, in {times} times."
    )


def _best_version(pitches: PitchFigures) -> Iterable[Advice]:
    best = pitches.best
    if best is not None and pitches.worst is not None:
        yield Advice("best_version", f"Say “{best.pitch}” v{best.number}", sentence(_landed(best)))


def _worst_version(pitches: PitchFigures) -> Iterable[Advice]:
    worst = pitches.worst
    if worst is not None:
        why = sentence(f"{_landed(worst)}: change one line")
        yield Advice("worst_version", f"“{worst.pitch}” v{worst.number} as it is", why)


def _landed(one: VersionFigure) -> str:
    asked = share(one.reactions.asked_more, one.reactions.total)
    return f"{percent_words(asked)} of {people_words(one.reactions.total)} asked more"


def _follow_up_sooner(prompt: Promptness) -> Iterable[Advice]:
    whole = prompt.all
    if whole.share is None or is_too_few(whole.counted) or whole.share >= _PROMPT_ENOUGH:
        return
    cards = f"{whole.prompt:,} of {counted(whole.counted, 'card')} were"
    yield Advice("prompt", f"Follow up within {prompt.hours} hours", sentence(cards))


def _idle_groups(groups: GroupReturns, money: MoneyWords) -> Iterable[Advice]:
    """Groups without a win, said only where other groups brought some: else it is too early to tell."""
    if is_too_few(groups.wins):
        return
    for one in groups.idle[:_NAMED]:
        why = f"{took_words(one.given, money)} and no win yet: sit down with more of them, or let it go"
        yield Advice("idle_group", one.name, sentence(why))


def _idle_hosts(events: EventReturns) -> Iterable[Advice]:
    if is_too_few(events.events):
        return
    for one in events.idle[:_NAMED]:
        took = hours_in_words(one.given.hours)
        why = f"{number(one.given.times)} times, {took}, no solid contact: choose two people to meet first"
        yield Advice("idle_host", f"Events of {one.name}", sentence(why))

"""The charts of what groups and events gave, with what is to be read from them (method §9)."""

from __future__ import annotations

from netdesk.method.event_worth import stars_text
from netdesk.method.group_worth import Money
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
from netdesk.method.insights.comparing import more_or_less
from netdesk.method.insights.funnel import Step
from netdesk.method.insights.funnel_chart import NAME as FUNNEL
from netdesk.method.insights.readings import counted, is_too_few, joined, number, sentences, too_few
from netdesk.method.insights.returns import EventReturn, EventReturns, Given, GroupReturn, GroupReturns
from netdesk.method.insights.returns_words import given_words, hours_in_words, took_words, won_an_hour_words
from netdesk.method.money import Total, total_words
from netdesk.method.periods import Period

GROUP_TOPIC, EVENT_TOPIC = "groups", "events"
_SHOWN = 8
_HOSTS = 6
_NAMED = 2
_GROUP_COLUMNS = ("Group", "Wins", "Won", "Spent", "Hours", "Solid contacts", "Won an hour")
_EVENT_COLUMNS = ("Hosted by", "Events", "Solid contacts", "Wins", "Won", "Spent", "Hours", "Stars")
_NO_GROUPS = (
    "Add the groups you go to, and say with a win which group it came through. "
    "Here stands which group is worth its hours and its fee."
)
_NO_EVENTS = (
    "Write down after an event whom you met and what it took. "
    "Here stands which host’s events give solid contacts."
)


def groups_chart(figures: GroupReturns, money: Money) -> Chart:
    """Draw the value each group brought, or its wins where no value is known."""
    in_money = any(one.given.won.value for one in figures.groups)
    points = tuple(_group_point(one, figures, money, in_money) for one in figures.groups[:_SHOWN])
    won = total_words(figures.won, money)
    return Chart(
        name="groups",
        title="What groups brought",
        kind=ChartKind.BARS,
        series=(Series("Won", "accent", points),),
        table=Table(
            _GROUP_COLUMNS,
            tuple(_group_row(one, money) for one in figures.groups),
            tuple(_group_exact(one, money) for one in figures.groups),
        ),
        note=" · ".join(part for part in (counted(figures.wins, "win"), won) if part)
        if figures.groups
        else "",
        note_behind=_wins_behind(figures.wins, figures.period),
        compared_behind=_wins_behind(figures.wins_before, figures.before, figures.words_before),
        reading=groups_reading(figures, money),
        compared=more_or_less(figures.wins, figures.wins_before, figures.words_before),
        empty="" if figures.groups else _NO_GROUPS,
    )


def groups_reading(figures: GroupReturns, money: Money) -> str:
    """Say which group pays back its hours, and which took time and brought no win yet.

    "Breakfast Club brought most for its hours: £43 an hour. Chamber (£120, 30 h) brought no win yet." One group alone
    is not called the best; with fewer than five wins nothing is.
    """
    if not figures.groups:
        return ""
    best = figures.best
    if is_too_few(figures.wins) or best is None:
        first = (
            too_few(figures.wins, "win through a group", "wins through groups")
            if figures.wins
            else "No win through a group in this time yet"
        )
    elif len(figures.groups) > 1:
        first = f"{best.name} brought most for its hours: {won_an_hour_words(best.given, money)}"
    else:
        first = f"{best.name} brought {won_an_hour_words(best.given, money)}"
    return sentences(first, _idle_groups(figures, money))


def events_chart(figures: EventReturns, money: Money) -> Chart:
    """Draw the solid contacts that the events of each host gave."""
    points = tuple(_event_point(one, figures, money) for one in figures.hosts[:_HOSTS])
    return Chart(
        name="events",
        title="What events gave",
        kind=ChartKind.BARS,
        series=(Series("Solid contacts", "accent", points),),
        table=Table(
            _EVENT_COLUMNS,
            tuple(_event_row(one, money) for one in figures.hosts),
            tuple(_event_exact(one, money) for one in figures.hosts),
        ),
        note=_events_note(figures),
        note_behind=_events_behind(counted(figures.events, "event"), figures.period)
        if figures.events
        else None,
        compared_behind=_events_behind(
            f"{counted(figures.solid_before, 'solid contact')} in {figures.words_before}", figures.before
        )
        if figures.solid_before
        else None,
        reading=events_reading(figures),
        compared=more_or_less(figures.solid, figures.solid_before, figures.words_before),
        empty="" if figures.hosts else _NO_EVENTS,
    )


def events_reading(figures: EventReturns) -> str:
    """Say whose events give solid contacts for the least time, and whose gave none in several times."""
    if not figures.hosts:
        return ""
    if is_too_few(figures.events):
        return too_few(figures.events, "event")
    first = ""
    best = figures.best
    if best is not None and best.given.hours_a_solid is not None:
        each = hours_in_words(best.given.hours_a_solid)
        first = f"{best.name} gives most for your time: a solid contact for every {each}"
    elif not figures.solid:
        first = (
            f"No solid contact in {number(figures.events)} events: choose two people to meet before you go"
        )
    idle = [f"{one.name} gave none in {number(one.given.times)} times" for one in figures.idle[:_NAMED]]
    if figures.solid and not first and not idle:
        # No host stands out yet.
        first = f"{counted(figures.events, 'event')} gave {counted(figures.solid, 'solid contact')}"
    return sentences(first, joined(idle) if figures.solid else "")


def _events_note(figures: EventReturns) -> str:
    if not figures.hosts:
        return ""
    events = counted(figures.events, "event")
    more = len(figures.hosts) - _HOSTS
    return (
        f"solid contacts by host · {events}"
        if more <= 0
        else f"{_HOSTS} of {len(figures.hosts)} hosts · {events}"
    )


def _wins_behind(wins: int, period: Period | None, words: str = "") -> Behind | None:
    """The wins through any group; ``words`` name a period that is not the one shown."""
    if not wins or period is None:
        return None
    title = f"{counted(wins, 'win')} in {words}" if words else counted(wins, "win")
    return Behind(BehindKind.WINS, GROUP_TOPIC, title, period)


def _events_behind(title: str, period: Period | None) -> Behind | None:
    """The events I took part in, each with its solid contacts."""
    return None if period is None else Behind(BehindKind.EVENTS, FUNNEL, title, period, Step.EVENTS.value)


def _group_point(one: GroupReturn, figures: GroupReturns, money: Money, in_money: bool) -> Point:
    given = one.given
    wins = counted(given.wins, "win")
    won = total_words(given.won, money)
    kind = BehindKind.WINS if given.wins else BehindKind.EVENTS
    behind = Behind(kind, GROUP_TOPIC, _behind_title(one.name, given, "meeting"), figures.period, str(one.id))
    return Point(
        label=one.name,
        value=given.won.value if in_money else float(given.wins),
        words=(won or wins) if given.wins else "–",
        tip=f"{one.name}: {given_words(given, money, about=one.estimated)}",
        more=(wins if won else "") if given.wins else "no win yet",
        behind=behind if given.wins or given.times else None,
    )


def _event_point(one: EventReturn, figures: EventReturns, money: Money) -> Point:
    given = one.given
    times = counted(given.times, "event")
    title = _behind_title(one.name, given, "event")
    behind = Behind(BehindKind.EVENTS, EVENT_TOPIC, title, figures.period, one.key)
    return Point(
        label=one.name,
        value=float(given.solid),
        words=f"{given.solid:,}",
        tip=f"{one.name}, {times}: {given_words(given, money)}",
        more=total_words(given.won, money) or hours_in_words(given.hours),
        behind=behind,
    )


def _behind_title(name: str, given: Given, each: str) -> str:
    """Write "Breakfast Club: 3 wins, 12 meetings"."""
    said = (
        counted(given.wins, "win") if given.wins else "",
        counted(given.times, each) if given.times else "",
    )
    return f"{name}: {', '.join(part for part in said if part)}"


def _group_row(one: GroupReturn, money: Money) -> tuple[str, ...]:
    given = one.given
    return (
        one.name,
        f"{given.wins:,}",
        total_words(given.won, money) or "–",
        total_words(given.cost, money) or "–",
        f"{'about ' if one.estimated else ''}{hours_in_words(given.hours)}",
        f"{given.solid:,}",
        won_an_hour_words(given, money) or "–",
    )


def _group_exact(one: GroupReturn, money: Money) -> tuple[str | float | int | None, ...]:
    given = one.given
    return (
        one.name,
        given.wins,
        _exact(given.won, money),
        _exact(given.cost, money),
        round(given.hours, 2),
        given.solid,
        None if given.won_an_hour is None else round(given.won_an_hour, 2),
    )


def _event_row(one: EventReturn, money: Money) -> tuple[str, ...]:
    given = one.given
    return (
        one.name,
        f"{given.times:,}",
        f"{given.solid:,}",
        f"{given.wins:,}",
        total_words(given.won, money) or "–",
        total_words(given.cost, money) or "–",
        hours_in_words(given.hours),
        "–" if one.stars is None else stars_text(one.stars),
    )


def _event_exact(one: EventReturn, money: Money) -> tuple[str | float | int | None, ...]:
    given = one.given
    return (
        one.name,
        given.times,
        given.solid,
        given.wins,
        _exact(given.won, money),
        _exact(given.cost, money),
        round(given.hours, 2),
        None if one.stars is None else round(one.stars, 2),
    )


def _exact(total: Total, money: Money) -> str | float | None:
    """A bare number in the own currency; words where an amount of another one has no rate."""
    if not total.is_known:
        return None
    return total_words(total, money) if total.apart else total.value


def _idle_groups(figures: GroupReturns, money: Money) -> str:
    """Say which groups took time and brought none of the wins: "Chamber (£120, 30 h) brought no win yet"."""
    if not figures.wins:
        return ""
    said = [
        f"{one.name} ({took_words(one.given, money).replace(' and ', ', ')})" for one in figures.idle[:_NAMED]
    ]
    return f"{joined(said)} brought no win yet" if said else ""

"""The strategy mix: the hours of networking by activity, planned and real, and what to book (method §9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart, ChartKind, Point, Series, Table
from netdesk.method.insights.comparing import Compared
from netdesk.method.insights.readings import is_too_few, number, rounded, sentence
from netdesk.method.periods import Period
from netdesk.method.strategy import WHOLE, Activity, Plan, whole_shares
from netdesk.method.typed_numbers import hours_words

TOPIC = "mix"
FAR = 10
"""So many points away from the plan, and the bar says so."""
NEAR = 5
"""Closer to the plan than this needs no advice."""
ONE_TO_ONE_MINUTES = 60
"""How long a one-to-one is taken to be where nobody said."""
_MINUTES_AN_HOUR = 60
_IN_WHOLE_HOURS = 10 * _MINUTES_AN_HOUR
_DAYS_A_WEEK = 7
_WEEKS_A_MONTH = Fraction(365, 7 * 12)
# From here on a number is rounded up to one; below, it is told for a longer time.
_ONE = Fraction(3, 4)
_ARE = frozenset({Activity.EVENTS, Activity.ONE_TO_ONES})
_AT = {
    Activity.EVENTS: "at meet-and-greet events",
    Activity.ONE_TO_ONES: "in one-to-ones",
    Activity.FOLLOW_UP: "of follow-up",
    Activity.CONTACT_MANAGEMENT: "of contact management",
    Activity.COMMUNITY: "for the community",
}
_EMPTY = (
    "Hours come in by themselves from events you took part in and one-to-ones you held. Log the rest – follow-up, "
    "looking after contacts, community – and see where your networking time goes."
)


@dataclass(frozen=True, slots=True)
class Mix:
    """Minutes by activity of a period (``compared.now``) and of the one before it, and the plan in percent.

    ``event_minutes`` is how long an event took on average, 0 without any.
    """

    period: Period
    compared: Compared
    minutes: Mapping[Activity, int]
    before: Mapping[Activity, int]
    plan: Plan
    event_minutes: int = 0

    @property
    def total(self) -> int:
        """All minutes of the period."""
        return sum(self.minutes.values())

    @property
    def total_before(self) -> int:
        """All minutes of the period before."""
        return sum(self.before.values())

    @property
    def percents(self) -> Mapping[Activity, int]:
        """The real shares in whole percent; they sum to 100 where there is any time at all."""
        return dict(zip(Activity, whole_shares([self.minutes[one] for one in Activity]), strict=True))

    def share(self, activity: Activity) -> Fraction | None:
        """The exact share of an activity; None where there is no time at all."""
        return Fraction(self.minutes[activity], self.total) if self.total else None

    def gap(self, activity: Activity) -> int:
        """How many points an activity is above its plan, below nought under it."""
        return self.percents[activity] - self.plan[activity]

    @property
    def furthest_under(self) -> Activity:
        """The activity furthest under its plan, the first of equals."""
        return min(Activity, key=self.gap)

    @property
    def furthest_over(self) -> Activity:
        """The activity furthest over its plan, the first of equals."""
        return max(Activity, key=self.gap)


def time_words(minutes: int) -> str:
    """Write a time: "45 min", "1 h 30"; from ten hours on in whole hours: "1,204 h"."""
    if minutes >= _IN_WHOLE_HOURS:
        return f"{rounded(Fraction(minutes, _MINUTES_AN_HOUR)):,} h"
    return hours_words(minutes / _MINUTES_AN_HOUR)


def missing_minutes(mix: Mix, activity: Activity) -> Fraction:
    """Return the minutes which, spent on an activity beside all the rest, would bring it up to its plan.

    Where nothing but the activity is planned these are the minutes that went elsewhere.
    """
    real, plan = Fraction(mix.minutes[activity]), Fraction(mix.plan[activity], WHOLE)
    if plan == 1:
        return mix.total - real
    return max(Fraction(0), (plan * mix.total - real) / (1 - plan))


def advice(mix: Mix, activity: Activity) -> str:
    """Say what would bring an activity up to its plan: "book two a week", "give it an hour a week"."""
    weeks = Fraction(mix.compared.now.days, _DAYS_A_WEEK)
    a_week = missing_minutes(mix, activity) / weeks
    if activity is Activity.ONE_TO_ONES:
        return f"book {_times(a_week / ONE_TO_ONE_MINUTES)}"
    if activity is Activity.EVENTS:
        return f"go to {_times(a_week / (mix.event_minutes or 2 * _MINUTES_AN_HOUR))}"
    return f"give it {_hours(a_week)}"


def reading(mix: Mix) -> str:
    """Say in one sentence what the mix tells: "One-to-ones are 13 points under plan: book two a week."."""
    if not mix.total:
        return "No networking time in this period yet."
    if is_too_few(mix.total / _MINUTES_AN_HOUR):
        return f"{time_words(mix.total)} in this time: too few to say."
    under, over = mix.furthest_under, mix.furthest_over
    if mix.gap(under) <= -NEAR:
        return sentence(f"{_is(under, -mix.gap(under))} under plan: {advice(mix, under)}")
    if mix.gap(over) >= FAR:
        return sentence(f"{_is(over, mix.gap(over))} over plan; the rest is close to it")
    return "Your hours go as you planned."


def chart(mix: Mix) -> Chart:
    """Return the mix as bars with a mark at the plan, and its words."""
    points = tuple(_point(mix, activity) for activity in Activity) if mix.total else ()
    words = mix.compared.words
    return Chart(
        TOPIC,
        "How I spend networking time",
        ChartKind.BARS,
        (Series("Real", "accent", points),) if points else (),
        _table(mix),
        note="filled: real · line: plan" if points else "",
        reading=reading(mix) if points else "",
        compared=f"{time_words(mix.total)}; {time_words(mix.total_before)} in {words}"
        if points and mix.total_before
        else "",
        compared_behind=_behind_before(mix, None),
        empty="" if points else _EMPTY,
    )


def _behind_before(mix: Mix, activity: Activity | None) -> Behind | None:
    """The hours of the period before, of an activity or of all."""
    minutes = mix.total_before if activity is None else mix.before[activity]
    what = f" {_AT[activity]}" if activity is not None else ""
    title = f"{time_words(minutes)}{what} in {mix.compared.words}"
    key = "" if activity is None else activity.value
    return Behind(BehindKind.HOURS, TOPIC, title, mix.compared.before, key) if minutes else None


def _behind(mix: Mix, activity: Activity) -> Behind | None:
    """The hours of an activity."""
    minutes = mix.minutes[activity]
    title = f"{time_words(minutes)} {_AT[activity]}"
    return Behind(BehindKind.HOURS, TOPIC, title, mix.compared.now, activity.value) if minutes else None


def _point(mix: Mix, activity: Activity) -> Point:
    minutes, percent, plan = mix.minutes[activity], mix.percents[activity], mix.plan[activity]
    time = time_words(minutes)
    return Point(
        activity.label,
        float(Fraction(minutes * WHOLE, mix.total)),
        f"{percent}%",
        f"{activity.label}: {time}, {percent}% of your networking time; planned {plan}%",
        more=f"{plan}%",
        plan=float(plan),
        role="warn" if abs(percent - plan) >= FAR else "accent",
        behind=_behind(mix, activity),
    )


def _table(mix: Mix) -> Table:
    percents = mix.percents
    return Table(
        ("Activity", "Real", "Plan", "Time", "Time before"),
        tuple(
            (
                one.label,
                f"{percents[one]}%",
                f"{mix.plan[one]}%",
                time_words(mix.minutes[one]),
                time_words(mix.before[one]),
            )
            for one in Activity
        ),
        tuple(
            (
                one.label,
                percents[one],
                mix.plan[one],
                _exact_hours(mix.minutes[one]),
                _exact_hours(mix.before[one]),
            )
            for one in Activity
        ),
        tuple((_behind(mix, one), None, _behind(mix, one), _behind_before(mix, one)) for one in Activity),
    )


def _exact_hours(minutes: int) -> float:
    return round(minutes / _MINUTES_AN_HOUR, 2)


def _is(activity: Activity, points: int) -> str:
    verb = "are" if activity in _ARE else "is"
    return f"{activity.label} {verb} {points} {'point' if points == 1 else 'points'}"


def _times(a_week: Fraction) -> str:
    """How often: "two a week", "one a month", "one a quarter"."""
    for often, word in (
        (a_week, "week"),
        (a_week * _WEEKS_A_MONTH, "month"),
    ):
        if often >= _ONE:
            return f"{number(max(1, rounded(often)))} a {word}"
    return "one a quarter"


def _hours(minutes_a_week: Fraction) -> str:
    """How much: "two hours a week", "half an hour a week", "an hour a month"."""
    hours = minutes_a_week / _MINUTES_AN_HOUR
    if hours >= _ONE:
        whole = max(1, rounded(hours))
        return "an hour a week" if whole == 1 else f"{number(whole)} hours a week"
    return "half an hour a week" if hours >= _ONE / 2 else "an hour a month"

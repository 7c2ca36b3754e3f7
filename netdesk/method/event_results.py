"""What came of events, in words: the line in the list, what earlier events gave, and whether to go again (§2)."""

from __future__ import annotations

from netdesk.method.event_worth import Verdict, WorthSum, hours_text, stars_text, verdict_of
from netdesk.method.money import MoneyWords, Total, total_words

ENOUGH_TIMES = 2
"""After how many times without a solid contact something is said about it."""
NO_SOLID_YET = "no solid contact yet"


def result_line(*, solid: int, cards: int, goals: int, reached: int, trials: int, wins: int = 0) -> str:
    """Say in a line of the list what came of an event: "4 solid · goal met", "2 solid · 1 win".

    Beside the solid contacts stands the first of these that there is: wins, goals reached, people a pitch was tried on,
    cards ("0 solid · 22 cards").
    """
    return (
        f"{solid} solid · {_count_words(wins, 'win') or _beside(cards, goals, reached, trials)}".removesuffix(
            " · "
        )
    )


def no_plan_words(cards: int, *, short: bool = False) -> str:
    """Say how many cards have no plan: "3 cards with no plan", short "3 cards, no plan"; empty for none."""
    if cards < 1:
        return ""
    return f"{cards} {'card' if cards == 1 else 'cards'}{', no plan' if short else ' with no plan'}"


def waiting_sentence(cards: int, times: int) -> str:
    """Say kindly that cards from earlier still wait: "3 cards from last time have no plan yet."; empty for none."""
    if cards < 1:
        return ""
    when = "last time" if times == 1 else "earlier times"
    return (
        f"1 card from {when} has no plan yet."
        if cards == 1
        else f"{cards} cards from {when} have no plan yet."
    )


def solid_words(solid: int) -> str:
    """Say a number of solid contacts: "9 solid contacts", "1 solid contact", "no solid contact yet"."""
    if solid < 1:
        return NO_SOLID_YET
    return "1 solid contact" if solid == 1 else f"{solid} solid contacts"


def won_words(wins: int, won: Total | None, money: MoneyWords) -> str:
    """Say the business that came: "2 wins worth £1,850", "1 win"; empty without any."""
    if wins < 1:
        return ""
    worth = "" if won is None else total_words(won, money)
    return f"{'1 win' if wins == 1 else f'{wins:,} wins'}{f' worth {worth}' if worth else ''}"


def earlier_line(worth: WorthSum, money_each: str, times_words: str = "", won: str = "") -> str:
    """Say what earlier events gave: "Last 3 times: 9 solid contacts, 1 win, £84 and 3 h each, 4.2 stars."

    ``money_each`` is the money for each time as it is written here, "" where it is not known; "each" is left out
    for a single time. ``times_words`` takes the place of "Last 3 times"; ``won`` are the :func:`won_words`.
    """
    hours = "" if worth.hours is None else hours_text(worth.hours / max(1, worth.timed))
    spent = " and ".join(part for part in (money_each, hours) if part)
    if spent and worth.times > 1:
        spent = f"{spent} each"
    stars = (
        "" if worth.stars is None else f"{stars_text(worth.stars)} {'star' if worth.stars == 1 else 'stars'}"
    )
    when = times_words or ("Last time" if worth.times == 1 else f"Last {worth.times} times")
    gave = (solid_words(worth.solid), won, spent, stars)
    return f"{when}: {', '.join(part for part in gave if part)}."


def per_solid_line(money: str, hours: str) -> str:
    """Say what one solid contact took: "£28 and 1 h for each solid contact."; empty without either."""
    spent = " and ".join(part for part in (money, hours) if part)
    return f"{spent} for each solid contact." if spent else ""


def worth_going_sentence(worth: WorthSum) -> str:
    """Say whether to go again, from what earlier events gave; empty while there is too little to say.

    Stars decide: worth it, so-so or not. Cards without a solid contact among them from two times or more are said
    whatever the stars are, as pleasant evenings alone bring no business; business that came speaks for itself.
    """
    if worth.times >= ENOUGH_TIMES and worth.cards and not worth.solid and not worth.wins:
        return (
            f"No solid contact in {worth.times} times: choose two people to meet first, or try another event."
        )
    match verdict_of(worth.stars):
        case Verdict.WORTH_IT:
            return (
                "Worth going again."
                if worth.solid or worth.wins
                else "You liked it; choose somebody to meet again this time."
            )
        case Verdict.SO_SO:
            return "So-so until now: go with one goal you can count, and judge again."
        case Verdict.NOT_WORTH_IT:
            return "Not worth it until now: go only if you do something differently."
        case _:
            return ""


def _beside(cards: int, goals: int, reached: int, trials: int) -> str:
    if reached:
        if reached < goals:
            return f"{reached} of {goals} goals"
        return "goal met" if goals == 1 else "all goals met"
    if trials:
        return _count_words(trials, "pitch trial")
    return _count_words(cards, "card")


def _count_words(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""

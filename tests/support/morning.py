"""The morning after an event, driven by keys: eight cards, their plans, the debrief, and what Today makes of it.

People and firms are invented. Everything is counted from the day of that morning.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from netdesk.method.contact_kinds import PointKind
from netdesk.method.goals import GoalKind, new_goal
from netdesk.method.pitches import PitchKind
from netdesk.services.contact_points import Point
from netdesk.services.event_edit import EventDetails, add_event
from netdesk.services.expected import expect_name, expect_people
from netdesk.services.goals import add_goal
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.pitches import PitchDraft, choose_pitch, write_pitch
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.cards.entry_line import EntryLine
from netdesk.ui.pages.today.row import TodayRow
from tests.support import seeing
from tests.support.driving import Person

EVENT = "Chamber autumn mixer"
LET_GO = "Bill Marsh"


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it is typed, whose it is, and what is planned for when, as typed; "template": the one for thanks."""

    typed: str
    name: str
    plan: str = ""
    day: str = ""


CARDS = (
    Card("Marta Lindqvist, Lindqvist Interiors, marta@lindqvist.example", "Marta Lindqvist",
         "Send Marta the retail checklist", "today"),
    Card("Ravi Menon", "Ravi Menon", "Book a one-to-one with Ravi", "today"),
    Card("Tom Okafor, Okafor Legal", "Tom Okafor", "Introduce Tom to Hannah", "today"),
    Card("Ellen Brandt, Brandt & Co", "Ellen Brandt", "Say thank you to Ellen", "template"),
    Card("Priti Shah, Shah Catering, priti@shahcatering.example", "Priti Shah", "Say thank you to Priti", "template"),
    Card("Ida Holm, Holm Lamps", "Ida Holm", "Say thank you to Ida", "template"),
    Card("Sue Walsh, Walsh Florists", "Sue Walsh", "Ring Sue about weddings", "in 3 days"),
    Card("Bill Marsh, Marsh Vans", LET_GO),
)  # fmt: skip
"""Two of them are contacts already: Ravi Menon and Ellen Brandt."""
MARKS = (
    ("Marta Lindqvist", "Potential client", True),
    ("Ravi Menon", "", True),
    ("Tom Okafor", "Connector", False),
)
"""What the first three are to me, and whether they are solid contacts."""
FOR_TODAY = tuple(card.plan for card in CARDS if card.day == "today")


def prepare(workspace: Workspace, today: date) -> int:
    """Prepare the event of the evening before, as somebody did; gives its id."""
    evening = datetime.combine(today - timedelta(days=1), time(17, 30))
    known = [
        new_person(
            workspace,
            PersonDraft(
                given=given, family=family, organisation=firm, points=(Point(PointKind.EMAIL, mail, "work"),)
            ),
        )
        for given, family, firm, mail in (
            ("Ravi", "Menon", "Menon Accountancy", "ravi@menon.example"),
            ("Ellen", "Brandt", "Brandt & Co", "ellen@brandt.example"),
        )
    ]
    details = EventDetails(
        EVENT,
        evening,
        evening + timedelta(hours=2),
        "UTC",
        "Town Hall, Mill Street",
        "Chamber of Commerce",
        12.0,
        "GBP",
    )
    event = add_event(workspace, details)
    for kind, about in (
        (GoalKind.COLLECT_CARDS, ""),
        (GoalKind.TRY_MESSAGE, "Inbox to zero"),
        (GoalKind.BOOK_ONE_TO_ONES, ""),
    ):
        add_goal(workspace, event, new_goal(kind, about))
    version = write_pitch(
        workspace,
        PitchDraft(
            "Inbox to zero", PitchKind.ONE_MINUTE, "You know how shop owners answer email at midnight?"
        ),
    )
    choose_pitch(workspace, event, version, datetime.combine(today, time(9)).astimezone())
    expect_people(workspace, event, known)
    expect_name(workspace, event, "Head of Retail 27")
    return event


class Morning:
    """What a person does that morning, and how many keys it takes. Each step waits for what it brings."""

    def __init__(self, person: Person) -> None:
        self.person, self.hands = person, person.hands
        self.keys = 0

    def key(self, keys: str) -> None:
        """Press a key or a combination; it counts as one for each key held."""
        self.keys += keys.count("+") + 1
        self.hands.key(keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.keys += len(text)
        self.hands.type(text)

    def open_the_debrief(self) -> None:
        """Come from Today to the debrief that was left open."""
        self.person.is_at("today")
        self.person.see("Debrief left open")
        self.hands.picture("today-before")
        self.key("Down")
        self.key("Return")
        self.person.is_at("events")
        self.person.see("How did the goals go?")
        self.hands.picture("debrief-empty")

    def enter_cards(self) -> None:
        """Type every card, one of them twice; the second is offered as one types and taken with the arrow."""
        self.key("Ctrl+Shift+C")
        self.hands.wait(_line_is_ready, "the line for cards does not listen")
        for card in CARDS:
            if card.name == "Ravi Menon":
                self.type("rav")
                self.hands.wait(partial(_offers, "Ravi Menon"), "Ravi is not offered")
                self.hands.picture("who-is-meant")
                self.key("Down")
            else:
                self.type(card.typed)
            self.key("Return")
            self.hands.wait(partial(_is_listed, card.name), f"{card.name} has no card")
            self.hands.wait(_line_is_ready, "the line is not empty again")
        self.type(CARDS[0].typed)
        self.key("Return")
        self.person.hear("Marta Lindqvist’s card is here already")
        self.hands.wait(_line_is_ready, "the line is not empty again")
        self.hands.picture("eight-cards")

    def plan_cards(self) -> None:
        """Give every card a plan without the mouse: in words of its own, or several by a template; let the last go."""
        self.key("Return")
        for card in CARDS[:3]:
            self._plan(card)
        self._thank_three()
        self.key("Down")
        self.key("Return")
        self._plan(CARDS[6])
        self.hands.wait(partial(_is_planned_now, LET_GO), "the last card is not asked for")
        self.key("Escape")
        self.key("l")
        self.person.see("Letting go is a decision")
        self.type("Only wanted to sell me a van")
        self.hands.picture("letting-go")
        self.key("Return")
        self.hands.wait(lambda: not seeing.is_said("with no plan"), "a card has no plan yet")
        self.hands.picture("planned")

    def _plan(self, card: Card) -> None:
        self.hands.wait(partial(_is_planned_now, card.name), f"no plan is asked for {card.name}")
        self.key("Ctrl+A")
        self.type(card.plan)
        self.key("Tab")
        self.key("Ctrl+A")
        self.type(card.day)
        if card.name == "Tom Okafor":
            self.hands.picture("planning")
        self.key("Return")

    def _thank_three(self) -> None:
        self.hands.wait(partial(_is_planned_now, "Ellen Brandt"), "no plan is asked for Ellen Brandt")
        self.key("Escape")
        self.key("Space")
        for name in ("Priti Shah", "Ida Holm"):
            self.key("Shift+Down")
            self.hands.wait(partial(_is_current, name), f"the keyboard is not on {name}'s card")
        self.key("t")
        self._pick("Thank-you*", "templates", "Down", "Return")
        self.person.see("2 with no plan")
        self.key("Escape")

    def _pick(self, first: str, what: str, *keys: str) -> None:
        """Choose by keys from the menu whose first line is ``first``."""
        self.hands.wait(lambda: seeing.choice_of(first) is not None, f"the menu of {what} does not come up")
        self.hands.picture(what)
        for key in keys:
            self.key(key)
        self.hands.wait(lambda: seeing.choice_of(first) is None, f"the menu of {what} stays")

    def mark_cards(self) -> None:
        """Say by keys what people are to me, who is solid, and from whom I learned."""
        marks = (("Marta Lindqvist", "1", True), ("Ravi Menon", "", True), ("Tom Okafor", "3", False))
        for place, (name, kind, solid) in enumerate(marks):
            self.key("Home" if place == 0 else "Down")
            self.hands.wait(partial(_is_current, name), f"the keyboard is not on {name}'s card")
            if kind:
                self.key("k")
                self._pick("1*", "kinds", kind)
            if solid:
                self.key("s")
            self.key("i")
        self.person.see("1 / 5")
        self.hands.picture("marked")

    def count_reactions(self) -> None:
        """Ask to finish, read what is still open, go back, and come by the list to where reactions are counted."""
        self.person.press("Finish debrief")
        self.person.see("Still open")
        self.person.see("Reactions to Inbox to zero · v1 not counted")
        self.person.see("No stars yet: was it worth it?")
        self.hands.picture("still-open")
        self.key("Escape")
        self.hands.wait(lambda: not seeing.is_said("Still open"), "the card stays")
        self.person.press("Finish debrief")
        self.person.press("Count them")
        self.hands.wait(lambda: not seeing.is_said("Still open"), "the card stays")
        self.type("+++")
        self.person.see("3 people")
        self.person.press("One more: Polite")
        self.person.press("One more: Blank")
        self.person.see("5 people")

    def say_what_it_was_worth(self) -> None:
        """Give stars and hours."""
        self.person.press("Finish debrief")
        self.person.press("Give stars")
        for _ in range(4):
            self.key("Right")
        self.hands.wait(lambda: seeing.place_of("4 of 5 stars") is not None, "there are not four stars")
        self.person.write("Hours it took", "2.5")
        self.key("Return")
        self.person.see("2 h 30 for 2 solid contacts")
        self.hands.picture("debrief-full")

    def finish(self) -> None:
        """Finish the debrief, in which nothing is open any more."""
        self.person.press("Finish debrief")
        self.person.hear("Finished the debrief of")
        self.person.see("Open it again")
        self.hands.picture("finished")

    def do_what_is_due(self) -> None:
        """See on Today exactly what was planned for it, and do it by keys."""
        self.key("Ctrl+1")
        self.person.is_at("today")
        self.hands.wait(lambda: due_today() == list(FOR_TODAY), f"Today does not hold {FOR_TODAY}")
        self.hands.picture("today")
        self.key("Down")
        for left in range(len(FOR_TODAY) - 1, -1, -1):
            self.key("d")
            self.hands.wait(partial(as_many_are_due, left), "a follow-up is still there")
        self.person.see("3 / 3")
        self.person.see("Nothing is due")
        self.hands.picture("done")


def cards_listed() -> list[str]:
    """The names on the cards of the event."""
    view = seeing.list_named("Cards")
    return seeing.lines_of(view) if view is not None else []


def cards_told() -> list[str]:
    """What a screen reader says of each card."""
    view = seeing.list_named("Cards")
    if view is None:
        return []
    rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
    return [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def due_today() -> list[str]:
    """What Today lists as still to do."""
    rows = (one for one in seeing.shown_widgets() if isinstance(one, TodayRow))
    open_ones = [row.accessibleName() for row in rows if row.accessibleName().startswith("Follow-up:")]
    return [words for words in FOR_TODAY if any(words in name for name in open_ones)]


def _entry() -> EntryLine | None:
    return next((one for one in seeing.shown_widgets() if isinstance(one, EntryLine)), None)


def _line_is_ready() -> bool:
    line = _entry()
    return line is not None and line.text() == "" and QApplication.focusWidget() is line


def _offers(name: str) -> bool:
    line = _entry()
    return line is not None and any(match.name == name for match in line.offered())


def _current_card() -> str:
    view = seeing.list_named("Cards")
    if view is None or not view.currentIndex().isValid():
        return ""
    return seeing.lines_of(view)[view.currentIndex().row()]


def _is_listed(name: str) -> bool:
    return name in cards_listed()


def as_many_are_due(count: int) -> bool:
    """Whether Today lists so many of the three as still to do."""
    return len(due_today()) == count


def _is_current(name: str) -> bool:
    return _current_card() == name


def _is_planned_now(name: str) -> bool:
    focus = QApplication.focusWidget()
    return (
        _current_card() == name
        and focus is not None
        and focus.accessibleName() == f"What I will do for {name}"
    )

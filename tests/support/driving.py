"""What a person does with NetDesk, step by step, by pressing and typing only; each step waits for what it brings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from netdesk.ui.pages.events.add_person_line import AddPersonLine
from tests.support import seeing
from tests.support.hands import Hands

TRAY = None
UNSORTED = "Unsorted"


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody writes into the form of a new event."""

    title: str
    day: str
    starts: str
    ends: str
    place: str
    host: str


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal as a person sets it: the kind's name in the menu, the words, how many, and how they follow up."""

    kind: str
    words: str
    count: str
    follow_up: str


class Person:
    """Somebody at the desk."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    # The single things ------------------------------------------------------------------------

    def press(self, words: str) -> None:
        """Press the control named ``words``."""
        self.hands.click(self._found(lambda: seeing.place_of(words), f"nothing to press is named “{words}”"))

    def choose(self, words: str) -> None:
        """Choose a line of the menu that is open."""
        self.hands.click(self._found(lambda: seeing.choice_of(words), f"no menu offers “{words}”"))

    def write(self, field: str, text: str) -> None:
        """Go to a field, and put ``text`` in the place of what stands there."""
        self.press(field)
        self.hands.key("Ctrl+A")
        self.hands.type(text)

    def see(self, words: str) -> None:
        """Wait until the words are on the screen."""
        self.hands.wait(lambda: seeing.is_said(words), f"“{words}” is not on the screen")

    def hear(self, words: str) -> None:
        """Wait until the toast says ``words``."""
        self.hands.wait(lambda: seeing.toast().startswith(words), f"no toast says “{words}”")

    def is_at(self, page: str) -> None:
        """Wait until a page is shown."""

        def shown() -> bool:
            window = seeing.main_window()
            current = window.current_page() if window is not None else None
            return current is not None and current.isVisible() and current.name == page

        self.hands.wait(shown, f"the page {page} is not shown")

    # Contacts ---------------------------------------------------------------------------------

    def bring_from_the_welcome(self, file: Path) -> None:
        """Bring the contacts of a file from the welcome page, and read what came of it."""
        self.hands.with_file(file, lambda: self.press("Bring my contacts"))
        self._agree_to_bring()

    def bring_by_key(self, file: Path) -> None:
        """Bring the contacts of a file with the shortcut."""
        self.hands.with_file(file, lambda: self.hands.key("Ctrl+Shift+I"))
        self._agree_to_bring()

    def _agree_to_bring(self) -> None:
        self.see("Nothing is written until you say so.")
        self._found(lambda: seeing.place_of("Bring *"), "nothing offers to bring the people")
        self.hands.picture("preview")
        self.press("Bring *")
        self.see("One undo takes the whole of it back.")
        self.hands.picture("report")

    def listed(self, *names: str) -> None:
        """Wait until exactly these people are in the list."""
        self.hands.wait(lambda: people_listed() == list(names), f"the list does not hold {', '.join(names)}")

    def search(self, letters: str) -> None:
        """Look for somebody in the list of contacts."""
        self.hands.key("Ctrl+F")
        self.hands.type(letters)

    def end_search(self) -> None:
        """Empty the search line."""
        self.hands.key("Ctrl+F")
        self.hands.key("Ctrl+A")
        self.hands.key("Backspace")

    def choose_person(self, name: str) -> None:
        """Press somebody's row in the list of contacts."""
        self.hands.click(self._found(lambda: _row("People", name), f"{name} is not in the list"))
        self.is_shown(name)

    def is_shown(self, name: str) -> None:
        """Wait until the person's page shows somebody."""
        self.hands.wait(lambda: name in seeing.sentences(), f"{name} is not shown")

    # Board ------------------------------------------------------------------------------------

    def cards_are(self, level: int | None, *names: str) -> None:
        """Wait until exactly these cards are in a column, in any order."""
        self.hands.wait(
            lambda: sorted(seeing.column_names(level)) == sorted(names),
            f"column {level or UNSORTED} does not hold {', '.join(names) or 'nobody'}",
        )

    def drag_to(self, name: str, level: int) -> None:
        """Drag somebody's card into the column of a level, below the cards that are there."""
        start = self._found(lambda: _card(name), f"{name} has no card")
        end = self._found(lambda: _room_in(level), f"column {level} is not shown")
        self.hands.drag(start, end)
        self.hands.wait(lambda: name in seeing.column_names(level), f"{name} did not come to level {level}")

    def choose_card(self, name: str) -> None:
        """Press somebody's card."""
        self.hands.click(self._found(lambda: _card(name), f"{name} has no card"))
        self.hands.wait(lambda: _has_keyboard(name), f"the keyboard is not on {name}'s card")

    # Events -----------------------------------------------------------------------------------

    def plan_event(self, plan: Plan) -> None:
        """Fill the form of a new event by Tab and keys, and keep it."""
        self.press("New event")
        self.see("Plan event")
        self.hands.type(plan.title)
        self.write("Date", plan.day)
        for field, text in (
            ("Starts", plan.starts),
            ("Ends, or how long", plan.ends),
            ("Place", plan.place),
            ("Host", plan.host),
        ):
            self.write(field, text)
        self.hands.picture("event-form")
        self.hands.key("Return")
        self.hear("Event planned")

    def aim_for(self, aim: Aim) -> None:
        """Add a goal: its kind from the menu, then its words, count and follow-up."""
        self.press("Add a goal")
        self.choose(aim.kind)
        if aim.words:
            self.write("Words of the goal", aim.words)
        self.write("How many", aim.count)
        self.write("How I follow up", aim.follow_up)
        self.hands.key("Return")
        gone = "the goal did not close"
        self.hands.wait(lambda: seeing.place_of("How I follow up") is None, gone)
        self.see(aim.follow_up)

    def expect(self, letters: str, name: str) -> None:
        """Add somebody to meet: the first letters, and Enter on who is offered; a new name is taken as it is."""
        self.hands.wait(_line_is_open, "there is no line to add people in")
        self.hands.type(letters)
        self.hands.wait(lambda: _is_offered(name), f"{name} is not offered")
        self.hands.key("Return")
        self.see(name)
        self.hands.wait(_line_is_empty, "the line keeps what was typed")

    def print_to(self, file: Path) -> None:
        """Open the sheet's preview with the key and save it as a PDF."""
        self.hands.key("Ctrl+P")
        self._found(lambda: seeing.place_of("Save as PDF…"), "the preview did not come up")
        self.hands.picture("print-preview")
        self.hands.with_file(file, lambda: self.press("Save as PDF…"))
        self.hear(f"Saved {file.name}")

    def _found(self, look: Callable[[], QPoint | None], what: str) -> QPoint:
        self.hands.wait(lambda: look() is not None, what)
        spot = self.hands.look(look)
        assert spot is not None, what
        return spot


def people_listed() -> list[str]:
    """The names in the list of contacts."""
    view = seeing.list_named("People")
    return seeing.lines_of(view) if view is not None else []


def _row(view: str, words: str) -> QPoint | None:
    found = seeing.list_named(view)
    return seeing.row_place(found, words) if found is not None else None


def _card(name: str) -> QPoint | None:
    found = seeing.card_place(name)
    if found is None:
        return None
    cards, row = found
    rect = cards.row_rect(row) & cards.viewport().rect()
    return seeing.screen_rect(cards, rect).center() if not rect.isEmpty() else None


def _room_in(level: int) -> QPoint | None:
    board = seeing.board_page()
    if board is None or not board.lists[level].isVisible():
        return None
    cards = board.lists[level]
    room = cards.viewport().rect()
    below = cards.row_rect(len(board.models[level].ids()) - 1).bottom() + 6
    top = min(max(below, room.top() + 20), room.bottom() - 60)
    return seeing.screen_rect(cards, QRect(room.left(), top, room.width(), 4)).center()


def _has_keyboard(name: str) -> bool:
    found = seeing.card_place(name)
    return found is not None and found[0].hasFocus() and found[0].currentIndex().row() == found[1]


def _line() -> AddPersonLine | None:
    return next((one for one in seeing.shown_widgets() if isinstance(one, AddPersonLine)), None)


def _line_is_open() -> bool:
    line = _line()
    return line is not None and QApplication.focusWidget() is line


def _line_is_empty() -> bool:
    line = _line()
    return line is not None and line.text() == ""


def _is_offered(name: str) -> bool:
    line = _line()
    return line is not None and any(name in one for one in line.offered())

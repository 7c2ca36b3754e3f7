"""The first day driven on a real X screen with real pointer and keys, with a picture of each step.

    python -m tests.journeys.real_screen OUTDIR [--dark] [--scale 1.5] [--size 1440x900] [--card FILE.vcf]

It needs Xvfb, openbox, xdotool and ImageMagick's import; it starts a screen of its own and ends it.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from tests.support.driving import Person
from tests.support.first_day import AIMS, EXPECTED, MIXER, connections, phone_card
from tests.support.real_screens import drive, fit_window, options, window_place


def main() -> int:
    """Drive the day, and again with the window opened anew; 0 when every step came about."""
    reader = options(__doc__ or "")
    reader.add_argument("--card", type=Path, help="a vCard to bring in the place of the invented one")
    reader.add_argument("--name", default="Grace Adeyemi", help="the name on that card")
    given = reader.parse_args()
    return drive(given, (partial(_day, given), partial(_again, given)))


def _day(given: argparse.Namespace, person: Person, home: Path) -> None:
    picture = person.hands.picture
    person.is_at("welcome")
    person.hands.look(lambda: fit_window(given.size))
    picture("welcome")
    person.bring_from_the_welcome(given.card or phone_card(home))
    person.press("Show them")
    person.listed(given.name)
    picture("one-brought")
    person.bring_by_key(connections(home))
    person.press("Show them")
    person.is_shown("Ellen Brandt")
    person.press("All")
    person.search("men")
    person.listed("Ravi Menon")
    picture("search")
    person.end_search()
    person.choose_person(given.name)
    picture("contacts")
    person.hands.key("Ctrl+3")
    person.is_at("board")
    picture("board")
    person.drag_to(given.name, 3)
    person.hear(f"{given.name} moved to Equally engaged")
    picture("dropped")
    person.drag_to("Ravi Menon", 2)
    person.choose_card("Ellen Brandt")
    person.hands.key("Alt+Right")
    person.hear("Ellen Brandt moved to Sausage sharer")
    picture("moved-by-key")
    person.hands.key("Ctrl+Z")
    person.hear("Undone: Move Ellen Brandt to Sausage sharer")
    picture("undone")
    person.hands.key("Ctrl+4")
    person.is_at("events")
    picture("no-events")
    _plan(person, home)


def _plan(person: Person, home: Path) -> None:
    picture = person.hands.picture
    person.plan_event(MIXER)
    picture("event-empty")
    for aim in AIMS:
        person.aim_for(aim)
    picture("goals")
    person.press("Add somebody to meet")
    for letters, name in EXPECTED:
        person.expect(letters, name)
    person.hands.key("Escape")
    picture("event-planned")
    person.print_to(home / "Autumn mixer.pdf")
    picture("pdf-saved")
    person.hands.key("Escape")
    person.hands.key("Ctrl+K")
    person.hands.type("rav")
    person.see("Ravi Menon")
    picture("palette")
    person.hands.key("Escape")
    person.hands.key("Ctrl+comma")
    person.is_at("settings")
    picture("settings")
    person.hands.key("Ctrl+2")
    person.is_at("contacts")
    (home / "place").write_text(person.hands.look(window_place))
    person.hands.key("Ctrl+Q")


def _again(given: argparse.Namespace, person: Person, home: Path) -> None:
    name = given.name
    picture = person.hands.picture
    person.is_at("contacts")
    before = (home / "place").read_text()
    person.hands.wait(lambda: window_place() == before, f"the window is not where it was ({before})")
    person.is_shown(name)
    picture("again-contacts")
    person.hands.key("Ctrl+3")
    person.cards_are(3, name)
    picture("again-board")
    person.hands.key("Ctrl+4")
    person.see(MIXER.title)
    picture("again-event")
    person.hands.key("Ctrl+Q")


if __name__ == "__main__":
    sys.exit(main())

"""The morning after an event driven on a real X screen with real keys, with a picture of each step.

    python -m tests.journeys.real_screen_morning OUTDIR [--dark] [--scale 1.5] [--size 1440x900]

It needs Xvfb, openbox, xdotool and ImageMagick's import; it starts a screen of its own and ends it. It prints how many
keys the eight cards took, and how long.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic

from netdesk.store.workspace import Workspace
from tests.support.driving import Person
from tests.support.morning import EVENT, Morning, prepare
from tests.support.real_screens import drive, fit_window, options

KEYS_A_SECOND = 4
"""How fast somebody types who does it every day."""


def main() -> int:
    """Drive the morning, and look again with the window opened anew; 0 when every step came about."""
    given = options(__doc__ or "").parse_args()
    return drive(given, (partial(_morning, given), _again), _prepare)


def _prepare(path: Path) -> None:
    with closing(Workspace(path)) as workspace:
        prepare(workspace, datetime.now().astimezone().date())


def _morning(given: argparse.Namespace, person: Person, _home: Path) -> None:
    person.is_at("today")
    person.hands.look(lambda: fit_window(given.size))
    morning = Morning(person)
    morning.open_the_debrief()
    for what, steps in (("entered", morning.enter_cards), ("each planned or let go", morning.plan_cards)):
        before, began = morning.keys, monotonic()
        steps()
        keys = morning.keys - before
        typed = f"{keys} keys, {keys / KEYS_A_SECOND:.0f} s for somebody who types {KEYS_A_SECOND} a second"
        print(f"Eight cards {what}: {typed}, {monotonic() - began:.0f} s here")
    morning.mark_cards()
    morning.count_reactions()
    morning.say_what_it_was_worth()
    morning.finish()
    morning.do_what_is_due()
    person.hands.key("Ctrl+Q")


def _again(person: Person, _home: Path) -> None:
    person.is_at("today")
    person.hands.picture("again-today")
    person.hands.key("Ctrl+4")
    person.see(EVENT)
    person.hands.picture("again-event")
    person.hands.key("Ctrl+Q")


if __name__ == "__main__":
    sys.exit(main())

"""From a spreadsheet to a review driven on a real X screen with real keys and mouse, with a picture of each step.

    python -m tests.journeys.real_screen_wins OUTDIR [--dark] [--scale 1.5] [--size 1440x900]

It needs Xvfb, openbox, xdotool and ImageMagick's import; it starts a screen of its own and ends it.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

from netdesk.store.workspace import Workspace
from tests.support import group_journey
from tests.support.driving import Person
from tests.support.real_screens import drive, fit_window, options
from tests.support.win_journey import WinJourney


def main() -> int:
    """Drive the journey; 0 when every step came about."""
    given = options(__doc__ or "").parse_args()
    return drive(given, (partial(_journey, given),), _prepare)


def _prepare(path: Path) -> None:
    with closing(Workspace(path)) as workspace:
        group_journey.prepare(workspace)


def _journey(given: argparse.Namespace, person: Person, home: Path) -> None:
    person.is_at("today")
    person.hands.look(lambda: fit_window(given.size))
    journey = WinJourney(person)
    for step in (
        journey.paste,
        journey.classify,
        journey.read_the_charts,
        journey.look_behind,
        partial(journey.print_the_review, home / "review.pdf"),
    ):
        step()
    person.hands.picture("end")
    person.hands.key("Ctrl+Q")


if __name__ == "__main__":
    sys.exit(main())

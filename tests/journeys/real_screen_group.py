"""From a group to an introduction driven on a real X screen with real keys and mouse, with a picture of each step.

    python -m tests.journeys.real_screen_group OUTDIR [--dark] [--scale 1.5] [--size 1440x900]

It needs Xvfb, openbox, xdotool and ImageMagick's import; it starts a screen of its own and ends it. One of its
one-to-ones has begun twenty minutes ago: it does not run in the first minutes of a day.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

from netdesk.store.workspace import Workspace
from tests.support.driving import Person
from tests.support.group_journey import HEROINE, GroupJourney, prepare
from tests.support.real_screens import drive, fit_window, options


def main() -> int:
    """Drive the journey, and look again with the window opened anew; 0 when every step came about."""
    given = options(__doc__ or "").parse_args()
    return drive(given, (partial(_journey, given), _again), _prepare)


def _prepare(path: Path) -> None:
    with closing(Workspace(path)) as workspace:
        prepare(workspace)


def _journey(given: argparse.Namespace, person: Person, _home: Path) -> None:
    person.is_at("today")
    person.hands.look(lambda: fit_window(given.size))
    journey = GroupJourney(person, datetime.now().astimezone())
    for step in (
        journey.add_the_group,
        journey.add_the_members,
        journey.answer_the_audit,
        journey.plan_three,
        journey.write_it_down,
        journey.keep_the_promise,
        journey.see_who_is_ready,
        journey.drag_her_up,
        journey.introduce_her,
        journey.look_back,
    ):
        step()
        print(f"{step.__name__}: done", flush=True)
    person.hands.key("Ctrl+Q")


def _again(person: Person, _home: Path) -> None:
    person.is_at("groups")
    GroupJourney(person, datetime.now().astimezone()).look_back()
    person.hands.key("Ctrl+3")
    person.is_at("board")
    person.see(HEROINE)
    person.hands.picture("again-board")
    person.hands.key("Ctrl+Q")


if __name__ == "__main__":
    sys.exit(main())

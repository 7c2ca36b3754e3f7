"""What `netdesk time` and `netdesk insights plan` may say."""

from __future__ import annotations

import argparse
from typing import Any

from netdesk.app.arguments.parts import Commands, add_json, command_of

ACTIVITIES = ("events", "one-to-ones", "follow-up", "contact-management", "community")


def add_time(commands: Commands) -> None:
    """`time log|edit|delete|list`."""
    time = command_of(commands, "time", "Log networking time beside events and one-to-ones.")
    verbs = time.add_subparsers(dest="verb", required=True, metavar="VERB")
    log = command_of(verbs, "log", "Log time for an activity.")
    log.add_argument("activity", choices=ACTIVITIES, metavar="ACTIVITY", help=", ".join(ACTIVITIES))
    log.add_argument("took", metavar="HOW-LONG", help="such as “1 h 30”, 45min or 1:30")
    log.add_argument("words", nargs="?", default="", metavar="WHAT", help="on what, in a line")
    log.add_argument("--on", default="", metavar="DAY", help="the day it was (default: today)")
    add_json(log)
    edit = command_of(verbs, "edit", "Correct an entry; what is not given stays.")
    edit.add_argument("id", type=int, metavar="ID", help="as listed")
    edit.add_argument("--activity", choices=ACTIVITIES, default=None)
    edit.add_argument("--took", default=None, metavar="HOW-LONG")
    edit.add_argument("--words", default=None, metavar="WHAT")
    edit.add_argument("--on", default=None, metavar="DAY")
    delete = command_of(verbs, "delete", "Take entries out.")
    delete.add_argument("ids", type=int, nargs="+", metavar="ID", help="as listed")
    listed = command_of(verbs, "list", "List what was logged, the latest first.")
    listed.add_argument("--period", default="", metavar="PERIOD", help="such as 2026-Q3 (default: all)")
    listed.add_argument("--activity", choices=ACTIVITIES, default=None)
    add_json(listed)


def add_plan(insights: argparse.ArgumentParser, verbs: Any) -> None:
    """`insights plan [SHARE…]`."""
    insights.set_defaults(verb=None)
    plan = command_of(verbs, "plan", "Show or set how networking time shall be spent, in percent.")
    plan.add_argument(
        "shares",
        type=int,
        nargs="*",
        metavar="SHARE",
        help=f"five shares that sum to 100: {', '.join(ACTIVITIES)}",
    )
    plan.add_argument("--reset", action="store_true", help="as the method proposes")
    add_json(plan)

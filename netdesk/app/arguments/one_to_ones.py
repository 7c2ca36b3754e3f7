"""What `netdesk one-to-one` may say."""

from __future__ import annotations

from pathlib import Path

from netdesk.app.arguments.parts import Commands, add_json, command_of

OUTCOMES = ("achieved", "partly", "not")
PARTS = ("goals", "accomplishments", "interests", "networks", "skills")


def add_one_to_ones(commands: Commands) -> None:
    """`one-to-one plan|list|move|held|call-off|put-back|ics|sheet|about-me`."""
    top = command_of(commands, "one-to-one", "Plan one-to-ones, write them down, print their sheet.")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="VERB")
    _add_plan(verbs)
    listed = command_of(verbs, "list", "List the one-to-ones that are planned, the earliest first.")
    listed.add_argument("person", nargs="?", default="", metavar="PERSON", help="all with this person")
    which = listed.add_mutually_exclusive_group()
    which.add_argument("--held", action="store_true", help="those that were held, the newest first")
    which.add_argument(
        "--never", action="store_true", help="people you never sat down with, the closest first"
    )
    add_json(listed)
    _add_held(verbs)
    move = command_of(verbs, "move", "Hold it at another time.")
    move.add_argument("id", type=int, metavar="ID", help="as listed")
    move.add_argument("moment", metavar="MOMENT", help="such as “2026-11-24 10:00” or “fri 3pm”")
    off = command_of(verbs, "call-off", "It will not take place; it stays in the record.")
    off.add_argument("id", type=int, metavar="ID", help="as listed")
    off.add_argument("--why", default="", metavar="SENTENCE")
    back = command_of(verbs, "put-back", "One that was called off takes place after all.")
    back.add_argument("id", type=int, metavar="ID")
    ics = command_of(verbs, "ics", "Write a file for the calendar.")
    ics.add_argument(
        "ids", nargs="*", type=int, metavar="ID", help="as listed (default: all that are to come)"
    )
    ics.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.ics")
    sheet = command_of(verbs, "sheet", "Write the sheet with both sides as a PDF.")
    sheet.add_argument("id", type=int, metavar="ID", help="as listed")
    sheet.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.pdf")
    sheet.add_argument("--paper", choices=("a4", "letter"), default="", help="default: as in Settings")
    about = command_of(verbs, "about-me", "Show my side of the sheet, or write a part of it.")
    about.add_argument("part", nargs="?", choices=PARTS, metavar="PART", help=", ".join(PARTS))
    about.add_argument("words", nargs="?", metavar="TEXT", help="what to keep; empty takes it away")
    add_json(about)


def _add_plan(verbs: Commands) -> None:
    plan = command_of(verbs, "plan", "Plan one-to-ones; several people get working days one after the other.")
    plan.add_argument("people", nargs="+", metavar="PERSON", help="a name or an id")
    plan.add_argument("--at", required=True, metavar="MOMENT", help="such as “2026-11-24 10:00” or “fri 3pm”")
    plan.add_argument("--zone", default="", metavar="NAME", help="an IANA name (default: this computer’s)")
    plan.add_argument("--minutes", type=int, default=60, metavar="N", help="how long (default: 60)")
    plan.add_argument("--place", default="", metavar="WHERE")
    plan.add_argument("--objective", default="", metavar="SENTENCE", help="default: what you do not know yet")
    plan.add_argument("--remind", type=int, metavar="MINUTES", help="so long before the start")
    plan.add_argument("--ask", action="append", default=[], metavar="QUESTION", help="up to two")
    add_json(plan)


def _add_held(verbs: Commands) -> None:
    held = command_of(verbs, "held", "Write down how it was.")
    held.add_argument("id", type=int, metavar="ID", help="as listed")
    held.add_argument("--outcome", choices=OUTCOMES, default="", help="whether it reached its objective")
    held.add_argument("--learned", default="", metavar="TEXT", help="what I learned")
    held.add_argument("--made-together", default="", metavar="SENTENCE")
    held.add_argument("--on", default="", metavar="DAY", help="the day it was (default: as planned)")
    held.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="FIELD=TEXT",
        help="for the person’s page, such as interests=rowing",
    )
    held.add_argument(
        "--promise", action="append", default=[], metavar="“WHAT by DAY”", help="what I promised, and by when"
    )
    held.add_argument(
        "--they-promise", action="append", default=[], metavar="WHAT", help="what they will do for me"
    )
    add_json(held)

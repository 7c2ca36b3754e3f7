"""What each command may say."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from netdesk.app.arguments.afterwards import add_cards, add_debrief, add_follow_ups
from netdesk.app.arguments.groups import add_groups
from netdesk.app.arguments.insights import add_insights
from netdesk.app.arguments.introductions import add_introductions
from netdesk.app.arguments.ledger import add_ledger
from netdesk.app.arguments.markets import add_markets
from netdesk.app.arguments.one_to_ones import add_one_to_ones
from netdesk.app.arguments.parts import Commands, add_json, command_of
from netdesk.app.arguments.relations import add_relations
from netdesk.app.arguments.rhythm import add_levels, add_rhythm
from netdesk.app.arguments.time import add_time
from netdesk.app.arguments.wins import add_wins


def add_commands(top: argparse.ArgumentParser) -> None:
    """Let ``top`` understand the commands."""
    top.usage = None
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in (
        _add_import,
        _add_export,
        _add_list,
        _add_show,
        _add_move,
        _add_merge,
        _add_undo_and_redo,
        _add_event,
        add_cards,
        add_debrief,
        add_follow_ups,
        add_rhythm,
        add_levels,
        add_one_to_ones,
        add_relations,
        add_introductions,
        add_ledger,
        add_wins,
        add_insights,
        add_time,
        add_markets,
        add_groups,
        _add_prep_sheet,
        _add_sheet,
        _add_upkeep,
        _add_sample_and_tour,
    ):
        add(commands)


def _add_import(commands: Commands) -> None:
    command = command_of(commands, "import", "Bring in contacts (vCard, CSV) and events (.ics).")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--tag", default="", help="give everybody who is new this tag")
    command.add_argument(
        "--level", default="", help="put everybody who is new on this level (number or name)"
    )
    add_json(command)


def _add_export(commands: Commands) -> None:
    command = command_of(commands, "export", "Write all contacts to a file; the bin is left out.")
    command.add_argument("out", type=Path, metavar="OUT.vcf|OUT.csv|OUT.json")
    command.add_argument("--vcard", choices=("3.0", "4.0"), default="3.0", help="which vCard (default: 3.0)")


def _add_list(commands: Commands) -> None:
    command = command_of(commands, "list", "List people or events.")
    command.add_argument("what", choices=("people", "events"))
    command.add_argument("--search", default="", metavar="TEXT", help="only those that match")
    command.add_argument("--level", default="", metavar="N", help="people at this level (0: unsorted)")
    command.add_argument("--archived", action="store_true", help="archived people instead")
    add_json(command)


def _add_show(commands: Commands) -> None:
    command = command_of(commands, "show", "Show everything about a person or an event.")
    command.add_argument("which", metavar="PERSON|EVENT", help="a name, a title or an id")
    only = command.add_mutually_exclusive_group()
    only.add_argument("--person", action="store_true", help="look among people only")
    only.add_argument("--event", action="store_true", help="look among events only")
    add_json(command)


def _add_move(commands: Commands) -> None:
    command = command_of(commands, "move", "Move a person to another level.")
    command.add_argument("person", metavar="PERSON", help="a name or an id")
    command.add_argument("level", metavar="LEVEL", help="1 to 5, a level's name, or unsorted")
    command.add_argument("--why", default="", metavar="SENTENCE", help="why, in a sentence")


def _add_merge(commands: Commands) -> None:
    command = command_of(commands, "merge", "Make two contacts one; what both have is kept.")
    command.add_argument("person", metavar="PERSON", help="who stays: a name or an id")
    command.add_argument("other", metavar="OTHER", help="who becomes part of them")
    command.add_argument(
        "--take",
        action="append",
        default=[],
        metavar="FIELD",
        help="let the other's value stand, such as level",
    )
    command.add_argument("--compare", action="store_true", help="only say where the two differ")
    add_json(command)


def _add_undo_and_redo(commands: Commands) -> None:
    command_of(commands, "undo", "Take the newest step of the history back.")
    command_of(commands, "redo", "Do again what was undone last.")


def _add_event(commands: Commands) -> None:
    event = command_of(commands, "event", "Plan events.")
    verbs = event.add_subparsers(dest="verb", required=True, metavar="VERB")
    add = command_of(verbs, "add", "Plan an event with its goals and the people to meet.")
    add.add_argument("title")
    add.add_argument(
        "--start", required=True, metavar="WHEN", help="such as “2026-11-24 17:30” or “fri 7:00”"
    )
    add.add_argument("--end", default="", metavar="WHEN", help="such as 19:30, or a day and a time")
    add.add_argument("--zone", default="", help="IANA name such as Europe/London (default: this computer's)")
    add.add_argument("--place", default="")
    add.add_argument("--host", default="")
    add.add_argument("--cost", type=float, default=None)
    add.add_argument("--currency", default="", metavar="GBP", help="(default: the one chosen in Settings)")
    add.add_argument(
        "--shares",
        default="",
        metavar="T,C,S,O",
        help="percent of target market, close to it, same trade and other, such as 10,60,20,10",
    )
    add.add_argument(
        "--goal",
        action="append",
        default=[],
        dest="goals",
        metavar="KIND[=ABOUT][:COUNT[:THEN]]",
        help="try_message, collect_cards, connect_partners, learn, book_one_to_ones, help or own_words; ABOUT is"
        " the message, whom from, or the own words; how many; how I follow up",
    )
    add.add_argument(
        "--meet", action="append", default=[], metavar="NAME", help="somebody to meet; a contact or a name"
    )
    add.add_argument("--pitch", default="", metavar="TITLE", help="the pitch for this room, or “none”")
    add.add_argument("--note", default="")
    add_json(add)


def _add_prep_sheet(commands: Commands) -> None:
    command = command_of(commands, "prep-sheet", "Write an event's prep sheet as a PDF.")
    command.add_argument("event", metavar="EVENT", help="a title or an id")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    command.add_argument("--paper", choices=("a4", "letter"), help="default: as in Settings")
    command.add_argument("--pocket", action="store_true", help="half a page for the pocket")


def _add_sheet(commands: Commands) -> None:
    command = command_of(commands, "sheet", "Write a debrief, an audit, a review or a week as a PDF.")
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--debrief", metavar="EVENT", default=None, help="the debrief of an event: a title or an id"
    )
    which.add_argument("--audit", metavar="GROUP", default=None, help="the audit of a group: a name or an id")
    which.add_argument(
        "--week",
        type=date.fromisoformat,
        metavar="DAY",
        help="the follow-ups of the week that holds 2026-11-23",
    )
    which.add_argument(
        "--review", metavar="PERIOD", default=None, help="where business came from in 2026 or 2026-Q3"
    )
    command.add_argument("--one-page", action="store_true", help="a review's main charts only")
    command.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf")
    command.add_argument("--paper", choices=("a4", "letter"), help="default: as in Settings")


def _add_upkeep(commands: Commands) -> None:
    backup = command_of(commands, "backup", "Write a verified copy of the workspace.")
    backup.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: beside the workspace")
    restore = command_of(
        commands, "restore", "Put a backup in the workspace's place; without one, list them."
    )
    restore.add_argument("copy", nargs="?", type=Path, metavar="BACKUP")
    check = command_of(commands, "check", "Look through the whole workspace for damage.")
    check.add_argument("--repair", action="store_true", help="build the search index anew first")
    add_json(check)


def _add_sample_and_tour(commands: Commands) -> None:
    sample = command_of(commands, "sample", "Add a lively invented network to try things with.")
    sample.add_argument("--remove", action="store_true", help="take it out again")
    sample.add_argument(
        "--today", type=date.fromisoformat, default=None, metavar="DAY", help="count its days from this day"
    )
    tour = command_of(commands, "tour", "Make pictures of every view of an invented workspace.")
    tour.add_argument("folder", type=Path, metavar="DIR")

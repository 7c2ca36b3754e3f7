"""What `netdesk win` and `netdesk rate` may say: business won, and what other currencies are worth."""

from __future__ import annotations

import argparse

from netdesk.app.arguments.parts import Commands, add_json, command_of

SOURCES = ("referral", "network-referral", "self-referral", "marketing", "reputation")
UNSAID = "unsaid"


def add_wins(commands: Commands) -> None:
    """`win add|edit|list|delete|restore|thank|import` and `rate set|remove|list`."""
    win = command_of(commands, "win", "Write down business won, where it came from, and whom to thank.")
    verbs = win.add_subparsers(dest="verb", required=True, metavar="VERB")
    added = command_of(verbs, "add", "Write down a win.")
    added.add_argument("title", metavar="WHAT", help="what was won, such as “Monthly support”")
    edited = command_of(verbs, "edit", "Change a win; what is not given stays.")
    edited.add_argument("id", type=int, metavar="ID", help="as listed")
    edited.add_argument("--title", default=None, metavar="WHAT")
    for verb in (added, edited):
        _add_fields(verb)
        add_json(verb)
    _add_list(verbs)
    for name, what in (("delete", "Put wins into the bin."), ("restore", "Take wins out of the bin.")):
        verb = command_of(verbs, name, what)
        verb.add_argument("ids", nargs="+", type=int, metavar="ID", help="as listed")
    thank = command_of(verbs, "thank", "Plan a thank-you for somebody in the thanks of a win.")
    thank.add_argument("id", type=int, metavar="ID", help="as listed")
    thank.add_argument("person", metavar="PERSON", help="a name or an id")
    thank.add_argument("--due", default="", metavar="DAY", help="by when (default: tomorrow)")
    thank.add_argument("--action", default="", metavar="WHAT", help="what to do (default: thank them)")
    brought = command_of(verbs, "import", "Write down the wins of a table, as from a spreadsheet.")
    brought.add_argument("file", metavar="FILE", help="saved as CSV or text; - reads standard input")
    brought.add_argument("--dry-run", action="store_true", help="only say what each row would become")
    add_json(brought)
    _add_rates(commands)


def _add_fields(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--client", default=None, metavar="NAME", help="for whom it is")
    verb.add_argument("--on", default=None, metavar="DAY", help="the day it was won (default: today)")
    verb.add_argument("--value", default=None, metavar="AMOUNT", help="such as 1200, £1,200 or “1.200,50 €”")
    verb.add_argument("--source", choices=(*SOURCES, UNSAID), default=None, help="where it came from")
    verb.add_argument(
        "--thanks", default=None, metavar="NAMES", help="“Sam Carter > Nadia Rahman, Ken Oduya”"
    )
    verb.add_argument(
        "--how", default=None, metavar="WORDS", help="how they heard of me, such as “web search”"
    )
    verb.add_argument("--from", dest="place", default=None, metavar="EVENT|GROUP", help="an event or a group")
    verb.add_argument("--note", default=None, metavar="TEXT")


def _add_list(verbs: Commands) -> None:
    listed = command_of(verbs, "list", "List wins, the newest first, with what they are worth together.")
    listed.add_argument(
        "--period", default="", metavar="PERIOD", help="such as 2026, 2026-Q3, last-12-months"
    )
    listed.add_argument("--source", choices=(*SOURCES, UNSAID), default="", help="by this source only")
    listed.add_argument("--person", default="", metavar="PERSON", help="only wins to thank this person for")
    listed.add_argument("--event", default="", metavar="EVENT", help="only from this event")
    listed.add_argument("--group", default="", metavar="GROUP", help="only from this group and its meetings")
    listed.add_argument("--search", default="", metavar="TEXT", help="in titles, clients, names and notes")
    listed.add_argument("--bin", action="store_true", help="those in the bin instead")
    add_json(listed)


def _add_rates(commands: Commands) -> None:
    rate = command_of(commands, "rate", "Say what money of other currencies is worth; no rate is fetched.")
    verbs = rate.add_subparsers(dest="verb", required=True, metavar="VERB")
    kept = command_of(verbs, "set", "Say what one of a currency is worth.")
    kept.add_argument("currency", metavar="CURRENCY", help="three letters, such as EUR")
    kept.add_argument("rate", metavar="RATE", help="how many of the own currency one of it is, such as 0.85")
    gone = command_of(verbs, "remove", "Forget a rate.")
    gone.add_argument("currency", metavar="CURRENCY", help="three letters, such as EUR")
    listed = command_of(verbs, "list", "List the rates, and the currencies of wins that have none.")
    add_json(listed)
    for verb in (kept, gone, listed):
        verb.add_argument(
            "--own", default="", metavar="CURRENCY", help="the own currency (default: the one of the totals)"
        )

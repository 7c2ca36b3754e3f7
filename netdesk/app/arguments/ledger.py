"""What `netdesk ledger` may say: help given and got, promises and asks."""

from __future__ import annotations

from netdesk.app.arguments.parts import Commands, add_json, command_of

WAYS = ("introduction", "referral", "bought", "testimonial", "advice", "promoted", "other")
KINDS = ("give", "receive", "promise", "ask")


def add_ledger(commands: Commands) -> None:
    """`ledger give|receive|promise|ask|keep|answer|drop|reopen|list|not-helped`."""
    ledger = command_of(commands, "ledger", "Write down help given and got, promises and asks.")
    verbs = ledger.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, what in (
        ("give", "Write down help I gave."),
        ("receive", "Write down help I got."),
        ("promise", "Promise somebody something, by a day."),
        ("ask", "Ask somebody for something."),
    ):
        verb = command_of(verbs, name, what)
        verb.add_argument("person", metavar="PERSON", help="a name or an id")
        verb.add_argument("words", nargs="?", default="", metavar="WHAT", help="what it was, in a line")
        verb.add_argument("--way", choices=WAYS, default="other", help="in which way (default: other)")
        verb.add_argument("--on", default="", metavar="DAY", help="the day it was (default: today)")
        if name in {"promise", "ask"}:
            verb.add_argument("--due", default="", metavar="DAY", help="by when, such as fri or 2026-12-04")
        else:
            verb.add_argument("--outcome", default="", metavar="SENTENCE", help="what came of it")
        add_json(verb)
    keep = command_of(verbs, "keep", "A promise is kept.")
    answer = command_of(verbs, "answer", "An ask was answered.")
    drop = command_of(verbs, "drop", "Let a promise or an ask go on purpose.")
    reopen = command_of(verbs, "reopen", "Open a kept, answered or dropped one again.")
    for verb in (keep, answer, drop, reopen):
        verb.add_argument("id", type=int, metavar="ID", help="as listed")
    for verb in (keep, answer):
        verb.add_argument("--outcome", default="", metavar="SENTENCE", help="what came of it")
    drop.add_argument("--why", default="", metavar="SENTENCE")
    listed = command_of(verbs, "list", "List what was given, got, promised and asked, the newest first.")
    listed.add_argument("person", nargs="?", default="", metavar="PERSON", help="only with this person")
    listed.add_argument("--kind", choices=KINDS, default="")
    listed.add_argument("--way", choices=WAYS, default="")
    listed.add_argument("--open", action="store_true", help="only what is open, the earliest day first")
    listed.add_argument("--since", default="", metavar="DAY")
    listed.add_argument("--until", default="", metavar="DAY")
    listed.add_argument("--search", default="", metavar="TEXT", help="in names and words")
    add_json(listed)
    add_json(command_of(verbs, "not-helped", "List whom to think of next: who gave and got nothing first."))

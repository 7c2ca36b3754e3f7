"""What the commands for who fits whom and for introductions may say."""

from __future__ import annotations

from netdesk.app.arguments.parts import Commands, add_json, command_of

STATES = ("proposed", "made", "met", "business", "nothing")


def add_introductions(commands: Commands) -> None:
    """`fits`, `introduce` and `introduction list|message|made|outcome|take-back|delete`."""
    fits = command_of(commands, "fits", "Say who has what somebody looks for, with the words that match.")
    fits.add_argument("person", nargs="?", default="", metavar="PERSON", help="(default: over everybody)")
    fits.add_argument("--limit", type=int, default=0, metavar="N", help="at most so many (default: 20)")
    fits.add_argument("--refuse", default="", metavar="OTHER", help="PERSON and OTHER do not fit")
    fits.add_argument("--allow", default="", metavar="OTHER", help="propose PERSON and OTHER again")
    add_json(fits)
    introduce = command_of(commands, "introduce", "Introduce a person to another one; it counts as help.")
    introduce.add_argument("person", metavar="PERSON", help="whom it is for")
    introduce.add_argument("other", metavar="OTHER", help="whom they should meet")
    introduce.add_argument("--why", default="", metavar="SENTENCE")
    introduce.add_argument("--message", default="", metavar="TEXT", help="what I wrote to both")
    introduce.add_argument("--later", action="store_true", help="only put it on the list")
    _add_made(introduce)
    command = command_of(commands, "introduction", "See introductions, and say what came of them.")
    verbs = command.add_subparsers(dest="verb", required=True, metavar="VERB")
    _add_verbs(verbs)


def _add_verbs(verbs: Commands) -> None:
    listed = command_of(verbs, "list", "List introductions, those to be made first.")
    listed.add_argument("--person", default="", help="only those of this person")
    listed.add_argument("--state", choices=STATES, default="")
    add_json(listed)
    message = command_of(verbs, "message", "Propose a message to both.")
    message.add_argument("person", metavar="PERSON")
    message.add_argument("other", metavar="OTHER")
    made = command_of(verbs, "made", "The two were brought together.")
    outcome = command_of(verbs, "outcome", "Say what came of it.")
    back = command_of(verbs, "take-back", "It was not made after all; it counts no more.")
    delete = command_of(verbs, "delete", "Take it off the list, with the help it counted as.")
    for verb in (made, outcome, back, delete):
        verb.add_argument("id", type=int, metavar="ID", help="as listed")
    _add_made(made)
    outcome.add_argument("state", choices=("unknown", *STATES[2:]), metavar="unknown|met|business|nothing")
    outcome.add_argument("words", nargs="?", default="", metavar="WORDS", help="such as “a £1,200 job”")
    outcome.add_argument("--on", default="", metavar="DAY", help="(default: today)")


def _add_made(command: Commands) -> None:
    command.add_argument("--on", default="", metavar="DAY", help="the day it was made (default: today)")
    command.add_argument("--both", action="store_true", help="it helps both of them")
    add_json(command)

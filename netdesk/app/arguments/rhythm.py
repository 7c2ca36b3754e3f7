"""What the commands for the rhythm and the levels may say."""

from __future__ import annotations

from netdesk.app.arguments.parts import Commands, add_json, command_of

SPOKEN = ("met", "call", "one-to-one", "message", "email")


def add_rhythm(commands: Commands) -> None:
    """`cold`, `ready`, `spoke` and `snooze`."""
    cold = command_of(commands, "cold", "List who is going cold, the highest level first.")
    ready = command_of(commands, "ready", "List who is ready to move up, and why.")
    for command in (cold, ready):
        command.add_argument("--limit", type=int, default=None, metavar="N", help="only the first N")
        add_json(command)
    spoke = command_of(commands, "spoke", "Note that you spoke today.")
    spoke.add_argument("people", nargs="+", metavar="PERSON", help="a name or an id")
    spoke.add_argument("--kind", choices=SPOKEN, default="call", help="how (default: call)")
    snooze = command_of(
        commands, "snooze", "Leave somebody in peace until a day; without a name, list who is."
    )
    snooze.add_argument("people", nargs="*", metavar="PERSON", help="a name or an id")
    until = snooze.add_mutually_exclusive_group()
    until.add_argument("--until", default="", metavar="DAY", help="(default: in two weeks)")
    until.add_argument("--end", action="store_true", help="tell of them again from now on")
    add_json(snooze)


def add_levels(commands: Commands) -> None:
    """`level list|set|ladder|history`."""
    level = command_of(commands, "level", "Show and set the five levels, and read somebody's back.")
    verbs = level.add_subparsers(dest="verb", required=True, metavar="VERB")
    add_json(command_of(verbs, "list", "List the levels as they are set."))
    change = command_of(verbs, "set", "Set a level; what is not given stays as it is.")
    change.add_argument("level", metavar="LEVEL", help="1 to 5, or its name")
    change.add_argument("--name", default=None)
    change.add_argument("--meaning", default=None)
    change.add_argument("--moves-up", default=None, metavar="LINE", help="what moves people up, in a line")
    rhythm = change.add_mutually_exclusive_group()
    rhythm.add_argument("--weeks", type=int, default=None, metavar="N", help="be in touch every N weeks")
    rhythm.add_argument("--days", type=int, default=None, metavar="N", help="be in touch every N days")
    change.add_argument("--capacity", default=None, metavar="N|none", help="as many as you can tend")
    change.add_argument(
        "--evidence", default=None, metavar="KIND,…|none", help="what must stand in the record for the next"
    )
    enough = change.add_mutually_exclusive_group()
    enough.add_argument("--all", dest="any", action="store_false", default=None, help="all of that evidence")
    enough.add_argument("--any", dest="any", action="store_true", help="one of it will do")
    ladder = command_of(verbs, "ladder", "Set all five levels as a ladder has them; without one, list them.")
    ladder.add_argument("ladder", nargs="?", default="", metavar="LADDER")
    add_json(ladder)
    history = command_of(
        verbs, "history", "Time at each level and all moves of a person, with their reasons."
    )
    history.add_argument("person", metavar="PERSON", help="a name or an id")
    add_json(history)

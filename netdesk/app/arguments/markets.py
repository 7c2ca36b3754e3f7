"""What `netdesk market` may say."""

from __future__ import annotations

from netdesk.app.arguments.parts import Commands, add_json, command_of

_MARKET = "a name, a part of one, or an id"


def add_markets(commands: Commands) -> None:
    """`market list|show|add|person|remove`."""
    verbs = command_of(commands, "market", "Keep target markets and who is close to them.").add_subparsers(
        dest="verb", required=True, metavar="VERB"
    )
    listed = command_of(verbs, "list", "List the target markets.")
    listed.add_argument("--search", default="", metavar="TEXT", help="only those that mention these words")
    add_json(listed)
    show = command_of(verbs, "show", "Show a market with the people in it and close to it.")
    show.add_argument("market", metavar="MARKET", help=_MARKET)
    add_json(show)
    add = command_of(verbs, "add", "Add a target market.")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--who", default="", metavar="SENTENCE", help="who exactly they are")
    add.add_argument("--gather", default="", metavar="SENTENCE", help="where they gather")
    add.add_argument("--who-is-close", default="", metavar="SENTENCE", help="who serves them and knows many")
    person = command_of(verbs, "person", "Note people as in a market or close to it.")
    person.add_argument("market", metavar="MARKET", help=_MARKET)
    person.add_argument("people", nargs="+", metavar="PERSON", help="a name or an id")
    standing = person.add_mutually_exclusive_group()
    standing.add_argument("--close", action="store_true", help="close to it (otherwise: in it)")
    standing.add_argument("--out", action="store_true", help="neither any more")
    person.add_argument("--how", default="", metavar="SENTENCE", help="how they are close")
    remove = command_of(verbs, "remove", "Delete a market; its people stay contacts.")
    remove.add_argument("market", metavar="MARKET", help=_MARKET)

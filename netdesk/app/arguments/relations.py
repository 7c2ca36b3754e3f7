"""What the commands about who knows whom may say: relations, the map, the path."""

from __future__ import annotations

from netdesk.app.arguments.parts import Commands, add_json, command_of

KINDS = ("knows", "introduced-by", "works-with", "client-of", "partner", "own")


def add_relations(commands: Commands) -> None:
    """`relation add|list|remove`, `map` and `path`."""
    what = "Note how two people know each other."
    verbs = command_of(commands, "relation", what).add_subparsers(dest="verb", required=True, metavar="VERB")
    add = command_of(verbs, "add", what)
    add.add_argument("person", metavar="PERSON", help="who is …")
    add.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    add.add_argument("other", metavar="OTHER", help="… of whom")
    add.add_argument("--words", default="", help="with the kind own: what the first is to the other")
    add.add_argument("--inverse", default="", metavar="WORDS", help="and the other to the first")
    add_json(add)
    listed = command_of(verbs, "list", "List what is noted of one person, from whichever side.")
    listed.add_argument("person", metavar="PERSON")
    add_json(listed)
    remove = command_of(verbs, "remove", "Forget a relation; the people stay.")
    remove.add_argument("id", type=int, metavar="ID", help="as listed")
    around = command_of(commands, "map", "Say whom a person knows, and whom these know.")
    way = command_of(commands, "path", "Say how I get to a person through those who know each other.")
    for command in (around, way):
        command.add_argument("person", metavar="PERSON")
        add_json(command)

"""What `netdesk group` may say."""

from __future__ import annotations

import argparse

from netdesk.app.arguments.meetings import add_meetings
from netdesk.app.arguments.parts import Commands, add_json, command_of
from netdesk.method.groups import FeePer, Mark
from netdesk.method.recurrence import Every

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_GROUP = "a name, a part of one, or an id"
_PERSON = "a name or an id"


def add_groups(commands: Commands) -> None:
    """`group list|show|add|edit|leave|remove|restore|member|mark|meetings`."""
    verbs = command_of(commands, "group", "Keep groups, their members and the audit.").add_subparsers(
        dest="verb", required=True, metavar="VERB"
    )
    listed = command_of(verbs, "list", "List the groups with how many members they have.")
    listed.add_argument("--bin", action="store_true", help="those in the bin")
    add_json(listed)
    show = command_of(verbs, "show", "Show a group with the audit of its members.")
    show.add_argument("group", metavar="GROUP", help=_GROUP)
    show.add_argument("--left", action="store_true", help="with those who left")
    add_json(show)
    add = command_of(verbs, "add", "Add a group.")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--why", required=True, metavar="SENTENCE", help="why I go there")
    _add_details(add)
    edit = command_of(verbs, "edit", "Change a group; what is not given stays.")
    edit.add_argument("group", metavar="GROUP", help=_GROUP)
    edit.add_argument("--name", default=None)
    edit.add_argument("--why", default=None, metavar="SENTENCE")
    _add_details(edit)
    leave = command_of(verbs, "leave", "Note that I left a group, or with --back that I am in it again.")
    leave.add_argument("group", metavar="GROUP", help=_GROUP)
    leave.add_argument("--on", default="", metavar="DAY", help="(default: today)")
    leave.add_argument("--back", action="store_true")
    for verb, what in (
        ("remove", "Put a group into the bin; its members stay contacts."),
        ("restore", "Take a group out of the bin."),
    ):
        command_of(verbs, verb, what).add_argument("group", metavar="GROUP", help=_GROUP)
    _add_members(verbs)
    add_meetings(verbs)


def _add_details(command: argparse.ArgumentParser) -> None:
    command.add_argument("--place", default=None)
    command.add_argument("--every", choices=[*(one.value.replace("_", "-") for one in Every), "none"])
    command.add_argument("--weekday", choices=[*WEEKDAYS, "none"], help="the day of the week it meets")
    command.add_argument("--at", default=None, metavar="TIME")
    command.add_argument("--minutes", type=int, default=None, metavar="N", help="how long a meeting is")
    command.add_argument("--fee", type=float, default=None, metavar="AMOUNT")
    command.add_argument("--fee-per", choices=[one.value for one in FeePer], default=None)
    command.add_argument("--currency", default=None)
    command.add_argument("--since", default=None, metavar="DAY", help="since when I am in it")
    command.add_argument("--note", default=None)


def _add_members(verbs: Commands) -> None:
    member = command_of(verbs, "member", "See members come and go, and note what I learned from them.")
    deeds = member.add_subparsers(dest="deed", required=True, metavar="DEED")
    add = command_of(deeds, "add", "Add members, all in one step.")
    add.add_argument("group", metavar="GROUP", help=_GROUP)
    add.add_argument("people", nargs="*", metavar="PERSON", help=_PERSON)
    add.add_argument(
        "--new", action="append", default=[], metavar="“NAME, FIRM”", help="somebody who is no contact yet"
    )
    add.add_argument("--joined", default="", metavar="DAY", help="(default: today)")
    for deed, what in (
        ("left", "Note that members left the group."),
        ("back", "Note that members who left are in it again."),
        ("remove", "Take members out as if they had never been in the group."),
    ):
        command = command_of(deeds, deed, what)
        command.add_argument("group", metavar="GROUP", help=_GROUP)
        command.add_argument("people", nargs="+", metavar="PERSON", help=_PERSON)
        if deed == "left":
            command.add_argument("--on", default="", metavar="DAY", help="(default: today)")
    learned = command_of(deeds, "learned", 'Note what I learned from a member; "" forgets it.')
    learned.add_argument("group", metavar="GROUP", help=_GROUP)
    learned.add_argument("person", metavar="PERSON", help=_PERSON)
    learned.add_argument("words", metavar="SENTENCE")
    mark = command_of(verbs, "mark", "Answer a question of the audit by hand, or leave it to the record.")
    mark.add_argument("group", metavar="GROUP", help=_GROUP)
    mark.add_argument("mark", choices=[one.value.replace("_", "-") for one in Mark])
    mark.add_argument("answer", choices=("yes", "no", "record"))
    mark.add_argument("people", nargs="+", metavar="PERSON", help=_PERSON)

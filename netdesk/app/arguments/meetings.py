"""What `netdesk group meetings` may say."""

from __future__ import annotations

from netdesk.app.arguments.parts import Commands, add_json, command_of
from netdesk.method.recurrence import Every


def add_meetings(verbs: Commands) -> None:
    """`group meetings`."""
    meetings = command_of(verbs, "meetings", "List a group's meetings, or plan many in one go.")
    meetings.add_argument("group", metavar="GROUP", help="a name, a part of one, or an id")
    many = meetings.add_mutually_exclusive_group()
    many.add_argument("--plan", type=int, default=None, metavar="N", help="plan the next N meetings")
    many.add_argument("--year", action="store_true", help="plan a year of meetings")
    meetings.add_argument("--from", dest="first", default="", metavar="DAY", help="(default: after the last)")
    meetings.add_argument("--at", default="", metavar="TIME", help="(default: the group's hour)")
    meetings.add_argument(
        "--every",
        choices=[every.value.replace("_", "-") for every in Every],
        default="",
        help="(default: the group's rhythm)",
    )
    meetings.add_argument(
        "--plain", action="store_true", help="without the goals, pitch and shares of the last prepared one"
    )
    add_json(meetings)

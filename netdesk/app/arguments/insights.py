"""What `netdesk insights` may say."""

from __future__ import annotations

from netdesk.app.arguments.parts import Commands, add_json, command_of
from netdesk.app.arguments.time import add_plan


def add_insights(commands: Commands) -> None:
    """`insights [--period PERIOD] [--card NAME]`, `insights plan`."""
    insights = command_of(commands, "insights", "Tell where business comes from, for a period.")
    insights.add_argument(
        "--period",
        default="last-12-months",
        metavar="PERIOD",
        help="2026, 2026-Q3, 2026-11, last-12-months or 2026-01-15..2026-03-31 (default: last-12-months)",
    )
    insights.add_argument("--card", default="", metavar="NAME", help="only this card, such as sources")
    add_json(insights)
    verbs = insights.add_subparsers(dest="verb", metavar="VERB")
    add_plan(insights, verbs)

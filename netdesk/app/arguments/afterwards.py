"""What the commands for after an event may say: cards, goals, reactions, follow-ups, today."""

from __future__ import annotations

from pathlib import Path

from netdesk.app.arguments.parts import Commands, add_json, command_of

KINDS = (
    "potential-client",
    "strategic-partner",
    "connector",
    "supplier",
    "same-trade",
    "competitor",
    "client",
)


def _verbs(commands: Commands, name: str, what: str) -> Commands:
    return command_of(commands, name, what).add_subparsers(dest="verb", required=True, metavar="VERB")


def add_cards(commands: Commands) -> None:
    """`card add|list|plan|let-go`."""
    verbs = _verbs(commands, "card", "Enter cards, and give each a plan.")
    add = command_of(verbs, "add", "Enter the card of somebody met at an event.")
    add.add_argument("event", metavar="EVENT", help="a title or an id")
    add.add_argument("text", metavar="CARD", help="such as “Marta Lindqvist, Lindqvist Interiors, marta@…”")
    add.add_argument("--kind", choices=KINDS, default="", help="what the person is to me")
    add.add_argument("--solid", action="store_true", help="a solid contact: I will reconnect")
    add.add_argument("--picture", type=Path, default=None, metavar="FILE", help="a photograph of the card")
    add_json(add)
    listed = command_of(verbs, "list", "List cards, those with no plan first.")
    listed.add_argument("--event", default="", help="only those from this event")
    listed.add_argument("--state", choices=("no-plan", "planned", "done", "let-go"), default="")
    add_json(listed)
    plan = command_of(verbs, "plan", "Plan what to do about a card.")
    plan.add_argument("card", metavar="CARD", help="an id or a name")
    plan.add_argument(
        "action", nargs="?", default="", help="what I will do (default: what the window offers)"
    )
    plan.add_argument("--on", default="", metavar="DAY", help="(default: tomorrow)")
    plan.add_argument("--at", default="", metavar="TIME", help="such as 10:00")
    plan.add_argument("--template", default="", metavar="NAME", help="a template of plans, such as Coffee")
    let_go = command_of(verbs, "let-go", "Let a card go on purpose.")
    let_go.add_argument("card", metavar="CARD", help="an id or a name")
    let_go.add_argument("--why", default="", metavar="SENTENCE")


def add_debrief(commands: Commands) -> None:
    """`goal count` and `reaction add`."""
    count = command_of(_verbs(commands, "goal", "Count goals."), "count", "Count how far a goal is.")
    count.add_argument("event", metavar="EVENT", help="a title or an id")
    count.add_argument("goal", metavar="GOAL", help="its number in the event, from 1")
    # A parser takes "-1" for an option unless it is told that nothing here looks like a number.
    count.add_argument("count", metavar="N|+N|-N", help="how many, or how many more or fewer")
    add = command_of(
        _verbs(commands, "reaction", "Count reactions."), "add", "Count reactions to the pitch said."
    )
    add.add_argument("event", metavar="EVENT", help="a title or an id")
    add.add_argument("--asked-more", type=int, default=0, metavar="N")
    add.add_argument("--polite", type=int, default=0, metavar="N")
    add.add_argument("--blank", type=int, default=0, metavar="N")


def add_follow_ups(commands: Commands) -> None:
    """`followup list|done|move|drop` and `today`."""
    verbs = _verbs(commands, "followup", "See, finish, move and drop follow-ups.")
    listed = command_of(verbs, "list", "List open follow-ups, what is late first.")
    listed.add_argument("--week", action="store_true", help="only what is due within seven days")
    add_json(listed)
    done = command_of(verbs, "done", "It is done.")
    move = command_of(verbs, "move", "Do it another day.")
    drop = command_of(verbs, "drop", "Let it go on purpose.")
    for verb in (done, move, drop):
        verb.add_argument("id", type=int, metavar="ID", help="as listed")
    move.add_argument("day", metavar="DAY", help="such as 2026-11-24, tomorrow or fri")
    drop.add_argument("--why", default="", metavar="SENTENCE")
    add_json(command_of(commands, "today", "Say what needs me today."))

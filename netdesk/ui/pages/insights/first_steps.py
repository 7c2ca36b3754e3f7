"""What to begin with where a card of Insights has no figures yet: a link below its words, to where they come in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from netdesk.ui.charts.insight_card import InsightCard
from netdesk.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class FirstStep:
    """The words of the link, the place it leads to, and the command to run there, "" for none."""

    words: str
    place: str
    command: str = ""


FIRST_STEPS: dict[str, FirstStep] = {
    "sources": FirstStep("Write down a win", "wins"),
    "funnel": FirstStep("Add an event", "events", "events.new"),
    "levels": FirstStep("Go to the board", "board"),
    "groups": FirstStep("Add a group", "groups", "groups.new"),
    "events": FirstStep("Add an event", "events", "events.new"),
    "pitches": FirstStep("Write a pitch", "pitches", "pitches.new"),
    "prompt": FirstStep("Go to my events", "events"),
}
"""By the name of a card; the others offer more than one thing anyway."""


def offer_first_step(shell: Shell, card: InsightCard) -> None:
    """Put the link on a card; it is there while the card has no figures."""
    step = FIRST_STEPS.get(card.name)
    if step is not None:
        card.offer(step.words, partial(_take, shell, step))


def _take(shell: Shell, step: FirstStep) -> None:
    shell.go(step.place)
    # The place may still be the welcome, which begins in its own way.
    if step.command and shell.commands.has(step.command):
        shell.commands.run(step.command)

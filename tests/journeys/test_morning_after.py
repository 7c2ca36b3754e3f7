"""The morning after an event: every card gets a plan, the debrief is finished, and Today asks for what was planned."""

from __future__ import annotations

from functools import partial

from netdesk.services.prompt_share import PromptShare, prompt_share
from netdesk.store.workspace import Workspace
from tests.support.journey_desk import NOW, TODAY, JourneyDesk
from tests.support.morning import CARDS, EVENT, LET_GO, Morning, as_many_are_due, cards_told, prepare

KEYS_IN_TWO_MINUTES = 120 * 4
"""For somebody who types four keys a second."""


def stored_cards(workspace: Workspace) -> dict[str, tuple[str, str | None]]:
    rows = workspace.sql(
        "SELECT p.display_name, c.state, (SELECT min(due_on) FROM follow_up f WHERE f.card_id = c.id)"
        " FROM card c JOIN person p ON p.id = c.person_id ORDER BY c.id"
    )
    return {name: (state, due) for name, state, due in rows}


def stored_debrief(workspace: Workspace) -> tuple[object, ...]:
    row: tuple[object, ...] = workspace.sql(
        "SELECT e.stars, e.hours, e.debriefed_at IS NOT NULL, r.asked_more, r.polite, r.blank"
        " FROM event e JOIN reaction r ON r.event_id = e.id WHERE e.title = ?",
        (EVENT,),
    ).fetchone()
    return row


def stored_plans(workspace: Workspace) -> list[str]:
    return sorted(row[0] for row in workspace.sql("SELECT action FROM follow_up WHERE card_id IS NOT NULL"))


def people(workspace: Workspace) -> int:
    count: int = workspace.sql("SELECT count(*) FROM person").fetchone()[0]
    return count


def test_the_morning_after(desk: JourneyDesk) -> None:
    before = Workspace(desk.path)
    prepare(before, TODAY)
    before.close()
    desk.start()
    morning, person = Morning(desk.person), desk.person

    morning.open_the_debrief()
    morning.enter_cards()
    assert list(stored_cards(desk.workspace)) == [card.name for card in CARDS]
    assert people(desk.workspace) == 8, "Ravi and Ellen were known, the others are new"

    assert morning.keys < KEYS_IN_TWO_MINUTES, "eight cards in two minutes, one of them typed twice"

    morning.plan_cards()
    planned = stored_cards(desk.workspace)
    assert planned.pop(LET_GO) == ("let_go", None)
    days = {"today": "2026-11-22", "template": "2026-11-23", "in 3 days": "2026-11-25"}
    wanted = [card for card in CARDS if card.name != LET_GO]
    assert planned == {card.name: ("planned", days[card.day]) for card in wanted}
    assert [card.plan in told for card, told in zip(CARDS, cards_told(), strict=True)] == [True] * 8
    assert stored_plans(desk.workspace) == sorted(card.plan for card in wanted)

    morning.mark_cards()
    person.see("1 / 5")
    morning.count_reactions()
    morning.say_what_it_was_worth()
    assert stored_debrief(desk.workspace) == (4.0, 2.5, 0, 3, 1, 1)
    morning.finish()
    assert stored_debrief(desk.workspace) == (4.0, 2.5, 1, 3, 1, 1)

    morning.do_what_is_due()
    share = prompt_share(desk.workspace, None, None, NOW)
    assert share == PromptShare(prompt=3, counted=3, waiting=4)
    done = stored_cards(desk.workspace)
    for open_again in (1, 2, 3):
        person.hands.key("Ctrl+Z")
        person.hands.wait(partial(as_many_are_due, open_again), "what was done is not open again")
    person.hear("Undone: Do: ")
    assert prompt_share(desk.workspace, None, None, NOW) == PromptShare(prompt=0, counted=0, waiting=7)
    for still_open in (2, 1, 0):
        person.hands.key("Ctrl+Shift+Z")
        person.hands.wait(partial(as_many_are_due, still_open), "what was open is not done again")
    person.see("3 / 3")
    assert stored_cards(desk.workspace) == done

    kept = stored_cards(desk.workspace)
    desk.end()
    desk.start()
    person.is_at("today")
    person.see("3 / 3")
    assert stored_cards(desk.workspace) == kept
    person.hands.key("Ctrl+4")
    person.see(EVENT)

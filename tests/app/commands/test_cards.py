"""Commands for the morning after: cards with their plans, goals and reactions."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.support.commands import CommandLine

TRADERS = "fore street"
VA_MEET_UP = "4"
"""The one to come: there were three before it."""


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


def test_list_cards_of_an_event_with_their_state_and_plan(sample: CommandLine) -> None:
    answer = sample("card", "list", "--event", TRADERS, "--json")
    assert answer.code == 0
    assert answer.json["count"] == 7
    assert [card["state"] for card in answer.json["cards"]] == ["no_plan"] * 2 + ["planned"] * 5
    ellen = next(card for card in answer.json["cards"] if card["name"] == "Ellen Brandt")
    assert (ellen["kind"], ellen["solid"], ellen["new"], ellen["done"]) == (
        "strategic_partner",
        True,
        False,
        None,
    )
    assert ellen["plans"][0] | {"id": 0} == {
        "id": 0,
        "action": "One-to-one: plan the joint webinar",
        "due": "2026-11-26",
        "at": "10:00",
        "state": "open",
    }


def test_cards_to_read_are_listed_by_state(sample: CommandLine) -> None:
    lines = sample("card", "list", "--state", "let-go").out.splitlines()
    assert len(lines) == 1 + 5
    assert any("Rupert Ashby" in line and "Looks for landlords only" in line for line in lines)
    assert sample("card", "list", "--event", VA_MEET_UP).err == "No cards.\n"


def test_a_card_is_entered_planned_and_let_go(sample: CommandLine) -> None:
    added = sample("card", "add", TRADERS, "Ida Holm, Holm Lamps, ida@holmlamps.example", "--kind", "connector",
                   "--solid", "--json")  # fmt: skip
    assert added.code == 0, added.err
    assert added.err == "Added the card of Ida Holm, a new contact.\n"
    card = added.json
    assert (card["name"], card["organisation"], card["kind"], card["solid"]) == (
        "Ida Holm",
        "Holm Lamps",
        "connector",
        True,
    )
    assert (card["state"], card["new"], card["has_picture"]) == ("no_plan", True, False)
    assert sample("undo").err == "Undone: Add the card of Ida Holm from Fore Street traders' evening\n"
    assert sample("redo").code == 0
    number = str(card["id"])
    planned = sample("card", "plan", number, "Send Ida the catalogue", "--on", "2030-03-01", "--at", "10am")
    assert planned.err == "Plan a follow-up with Ida Holm: Send Ida the catalogue, 2030-03-01.\n"
    assert sample("card", "plan", "ida holm", "--template", "thank").code == 0
    plans = _card(sample, number)["plans"]
    assert [plan["action"] for plan in plans] == ["Say thank you to Ida", "Send Ida the catalogue"]
    assert plans[1]["at"] == "10:00"
    assert sample("card", "let-go", number, "--why", "Moved abroad").err == "Let Ida Holm go.\n"
    assert (_card(sample, number)["state"], _card(sample, number)["let_go_reason"]) == (
        "let_go",
        "Moved abroad",
    )


def test_a_card_entered_twice_is_not_doubled(sample: CommandLine) -> None:
    answer = sample("card", "add", TRADERS, "Freya Lund")
    assert (answer.code, answer.err) == (1, "Freya Lund’s card is here already; nothing was doubled.\n")
    assert sample("card", "list", "--event", TRADERS, "--json").json["count"] == 7


def test_somebody_known_is_found_by_the_e_mail_and_a_namesake_is_said(sample: CommandLine) -> None:
    known = sample("card", "add", TRADERS, "Grace Adeyemi, Bright Copy, grace@brightcopy.example", "--json")
    assert known.json["new"] is False
    assert known.err == "Added the card of Grace Adeyemi.\n"
    namesake = sample("card", "add", TRADERS, "Olga Petrova, Petrov Tea, olga@petrovtea.example")
    assert namesake.code == 0
    assert "It may be Olga Petrova of Petrova Coaching (id " in namesake.err


def test_the_picture_of_a_card_is_kept_with_it(sample: CommandLine, tmp_path: Path) -> None:
    picture, text = tmp_path / "card.png", tmp_path / "card.jpg"
    image = QImage(800, 480, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    assert image.save(str(picture))
    text.write_text("no picture at all", encoding="utf-8")
    added = sample("card", "add", TRADERS, "Ida Holm, Holm Lamps", "--picture", picture, "--json")
    assert added.json["has_picture"] is True
    refused = sample("card", "add", TRADERS, "Nils Holm, Holm Lamps", "--picture", text)
    assert refused.code == 2
    assert "card.jpg" in refused.err
    assert sample("card", "list", "--event", TRADERS, "--json").json["count"] == 8


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("card", "add", "nowhere", "Ida Holm"), "There is no event “nowhere”"),
        (("card", "add", TRADERS, " "), "Who is it? Give a name"),
        (("card", "add", TRADERS, " , "), "Who is it? Give a name"),
        (("card", "plan", "9999", "Call"), "not in the workspace"),
        (("card", "plan", "nobody at all", "Call"), "There is no card of “nobody at all”"),
        (("card", "plan", "freya", "Call", "--on", "someday"), "“someday” is no day"),
        (("card", "plan", "freya", "Call", "--on", "2020-01-01"), "today or a later day"),
        (("card", "plan", "freya", "Call", "--at", "late"), "“late” is no time of day"),
        (("card", "plan", "freya", "--template", "tea"), "Templates: Thank-you, Coffee, Something useful"),
        (("card", "plan", "freya", "Call", "--template", "coffee"), "A template says itself"),
        (("goal", "count", TRADERS, "9", "1"), "Goals by number: 1 Collect cards"),
        (("goal", "count", VA_MEET_UP, "1", "1"), "no goal to count"),
        (("goal", "count", TRADERS, "2", "many"), "“many” is no count"),
        (("goal", "count", TRADERS, "2", "1001"), "1,000"),
        (("goal", "count", TRADERS, "1", "-1"), "5 counted from the cards"),
        (("reaction", "add", TRADERS), "No reaction was given"),
        (("reaction", "add", TRADERS, "--polite", "-9"), "0 to 1,000"),
        (("reaction", "add", TRADERS, "--blank", "1000"), "0 to 1,000"),
        (("reaction", "add", TRADERS, "--asked-more", "-5"), "0 to 1,000"),
        (("reaction", "add", VA_MEET_UP, "--blank", "1"), "No pitch was chosen"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(
    sample: CommandLine, command: tuple[str, ...], said: str
) -> None:
    answer = sample(*command)
    assert answer.code == 2
    assert said in answer.err
    assert sample("undo").err == "Undone: Add the sample network\n"


def test_a_goal_is_counted_by_number_and_by_more_and_fewer(sample: CommandLine) -> None:
    answer = sample("goal", "count", TRADERS, "2", "+1")
    assert (answer.code, answer.out) == (0, "9 / 10\n")
    assert sample("goal", "count", TRADERS, "2", "10").err.endswith("reached.\n")
    assert sample("goal", "count", TRADERS, "2", "-2").out == "8 / 10\n"


def test_reactions_are_added_to_those_counted(sample: CommandLine) -> None:
    answer = sample("reaction", "add", TRADERS, "--asked-more", "2", "--blank", "1")
    assert answer.out == "asked more 6, polite 3, blank 2\n"
    assert answer.err == "Counted for “Inbox to zero · v3” at Fore Street traders' evening.\n"
    assert sample("goal", "count", TRADERS, "2", "+0").out == "11 / 10\n"


def _card(netdesk: CommandLine, number: str) -> dict[str, object]:
    cards = netdesk("card", "list", "--json").json["cards"]
    found: dict[str, object] = next(card for card in cards if card["id"] == int(number))
    return found

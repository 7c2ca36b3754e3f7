"""Commands about people: list, show, move, undo and redo."""

import re

import pytest

from tests.support.commands import CommandLine

KEYS_OF_A_LINE = {
    "id",
    "name",
    "organisation",
    "role",
    "level",
    "level_name",
    "last_contact",
    "follow_up",
    "archived",
}


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


def test_list_people_as_json(sample: CommandLine) -> None:
    answer = sample("list", "people", "--json")
    assert answer.code == 0
    assert answer.err == ""
    assert answer.json["count"] == len(answer.json["people"]) == 80
    assert set(answer.json["people"][0]) == KEYS_OF_A_LINE
    names = [one["name"] for one in answer.json["people"]]
    assert names[0] == "Noel Adair"


def test_list_people_by_search_and_level(sample: CommandLine) -> None:
    found = sample("list", "people", "--search", "zoe lau", "--json").json["people"]
    assert [one["name"] for one in found] == ["Zoë Laurent"]
    top = sample("list", "people", "--level", "5", "--json").json["people"]
    assert {one["name"] for one in top} == {"Sam Carter", "Ruth Okonjo", "Olga Petrova"}
    assert {one["level_name"] for one in top} == {"Proven partner"}
    by_name = sample("list", "people", "--level", "proven partner", "--json").json["people"]
    assert by_name == top
    unsorted = sample("list", "people", "--level", "unsorted", "--json").json
    assert [one["name"] for one in unsorted["people"]] == ["Una Gallagher", "Viktor Horvath"]


def test_list_people_to_read(sample: CommandLine) -> None:
    answer = sample("list", "people", "--search", "bright copy")
    assert answer.code == 0
    head, line = answer.out.splitlines()
    assert head.split() == ["id", "name", "organisation", "level", "last", "contact"]
    assert re.match(r"\d+  Grace Adeyemi  Bright Copy   Equally engaged", line)
    assert answer.err == "1 people\n"


def test_a_level_that_is_not_there_names_the_levels(sample: CommandLine) -> None:
    answer = sample("list", "people", "--level", "7")
    assert answer.code == 2
    assert "There is no level “7”" in answer.err
    assert "3 Equally engaged" in answer.err


def test_show_a_person_by_name_and_by_id(sample: CommandLine) -> None:
    grace = sample("show", "grace adeyemi", "--json").json
    assert grace["kind"] == "person"
    assert grace["name"] == "Grace Adeyemi"
    assert grace["level"] == 3
    assert grace["met"] == {
        "on": "2026-03-06",
        "event": "Founders' evening",
        "through": "Sam Carter",
        "words": "",
    }
    assert {
        "kind": "email",
        "label": "work",
        "value": "grace@brightcopy.example",
        "preferred": True,
    } in grace["points"]
    assert grace["tags"] == ["copywriting"]
    assert grace["own_fields"]["Drinks"] == "flat white, oat milk"
    assert any(entry["title"] == "One-to-one at Café Rosa" for entry in grace["timeline"])
    assert sample("show", str(grace["id"]), "--person", "--json").json == grace


def test_show_to_read(sample: CommandLine) -> None:
    answer = sample("show", "grace")
    assert answer.code == 0
    assert answer.out.startswith("Grace Adeyemi\nOwner · Bright Copy\nLevel             3 Equally engaged\n")


def test_an_ambiguous_name_says_which(sample: CommandLine) -> None:
    answer = sample("show", "pet")
    assert answer.code == 2
    assert answer.out == ""
    assert re.search(r"Peter Novak of Novak Studio \(id \d+\); Olga Petrova of", answer.err)
    number = sample("show", "7")
    assert number.code == 2
    assert "Say --person or --event" in number.err


def test_nobody_of_that_name_offers_who_is_near(sample: CommandLine) -> None:
    answer = sample("show", "Grace Adeyemy", "--person")
    assert answer.code == 2
    assert "There is no person “Grace Adeyemy”. Did you mean Grace Adeyemi" in answer.err


def test_move_undo_and_redo(sample: CommandLine) -> None:
    moved = sample("move", "grace", "4", "--why", "We wrote a webinar together")
    assert (moved.code, moved.err) == (0, "Move Grace Adeyemi to Creative collaborator.\n")
    shown = sample("show", "grace", "--json").json
    assert shown["level"] == 4
    assert "We wrote a webinar together" in shown["timeline"][-1]["words"]
    assert sample("undo").err == "Undone: Move Grace Adeyemi to Creative collaborator\n"
    assert sample("show", "grace", "--json").json["level"] == 3
    assert sample("redo").err.startswith("Done again: Move Grace")
    assert sample("show", "grace", "--json").json["level"] == 4
    assert sample("move", "grace", "unsorted").code == 0
    assert sample("show", "grace", "--json").json["level"] is None


def test_nothing_to_redo_is_done_in_part(sample: CommandLine) -> None:
    answer = sample("redo")
    assert (answer.code, answer.err) == (1, "There is nothing to redo.\n")
    sample("undo")
    assert sample("undo").code == 1


def test_names_cannot_steer_the_terminal(sample: CommandLine) -> None:
    answer = sample("show", "\x1b[31mred", "--person")
    assert answer.code == 2
    assert "\x1b" not in answer.err

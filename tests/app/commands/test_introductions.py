"""Commands for who fits whom and for introductions."""

import pytest

from tests.support.commands import CommandLine


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


def test_who_fits_whom_is_told_with_the_words_that_match(sample: CommandLine) -> None:
    answer = sample("fits", "--limit", "3", "--json").json
    assert len(answer["fits"]) == 3
    assert answer["count"] > 3
    assert answer["all"] is False
    first = answer["fits"][0]
    assert (first["name"], first["other_name"]) == ("Luis Ortega", "Marta Lindqvist")
    assert "spreadsheet" in first["words"]
    assert first["where"] == "notes"
    said = sample("fits", "--limit", "3")
    assert said.out.startswith("Luis Ortega – Marta Lindqvist: wants ")
    assert said.err == f"3 of {answer['count']} and more.\n"


def test_who_fits_one_person_is_told(sample: CommandLine) -> None:
    found = sample("fits", "luis ortega", "--json").json["fits"]
    assert {one["name"] for one in found} == {"Luis Ortega"}
    assert "Marta Lindqvist" in {one["other_name"] for one in found}


def test_two_who_do_not_fit_are_not_proposed_until_they_are_allowed(sample: CommandLine) -> None:
    refused = sample("fits", "luis ortega", "--refuse", "marta lindqvist")
    assert (refused.code, refused.err) == (0, "Luis Ortega and Marta Lindqvist: not a fit.\n")
    assert "Marta Lindqvist" not in sample("fits", "luis ortega").out
    assert sample("fits", "luis ortega", "--refuse", "marta lindqvist").code == 1
    assert sample("fits", "luis ortega", "--allow", "marta lindqvist").code == 0
    assert "Marta Lindqvist" in sample("fits", "luis ortega").out


@pytest.mark.parametrize(
    "wrong",
    [["--refuse", "marta lindqvist"], ["luis ortega", "--refuse", "nobody at all"], ["--limit", "-3"]],
)
def test_wrong_use_of_fits_is_said(sample: CommandLine, wrong: list[str]) -> None:
    answer = sample("fits", *wrong)
    assert answer.code == 2
    assert answer.err.startswith("netdesk: ")


def test_an_introduction_is_made_followed_taken_back_and_deleted(sample: CommandLine) -> None:
    made = sample(
        "introduce", "luis ortega", "marta lindqvist", "--why", "Shops", "--on", "2026-11-20", "--both", "--json"
    )  # fmt: skip
    assert made.err == "Introduced Luis Ortega to Marta Lindqvist.\n"
    one = made.json
    assert (one["state"], one["made"], one["helps_both"], one["why"]) == ("made", "2026-11-20", True, "Shops")
    number = str(one["id"])
    said = sample("introduction", "outcome", number, "business", "A £900 job", "--on", "2026-11-21")
    assert said.err == "Luis Ortega and Marta Lindqvist: business.\n"
    listed = sample("introduction", "list", "--person", "luis ortega", "--state", "business", "--json").json
    assert [(each["outcome"], each["outcome_on"]) for each in listed["introductions"]] == [
        ("A £900 job", "2026-11-21")
    ]
    assert sample("introduction", "outcome", number, "unknown").code == 0
    assert sample("introduction", "take-back", number).code == 0
    assert sample("introduction", "list", "--state", "proposed", "--json").json["count"] == 2
    assert sample("introduction", "delete", number).code == 0
    assert sample("introduction", "list", "--person", "luis ortega", "--json").json["count"] == 0
    assert sample("undo").code == 0


def test_one_for_later_is_put_on_the_list_and_made_from_there(sample: CommandLine) -> None:
    number = sample("introduce", "luis ortega", "marta lindqvist", "--later").out.strip()
    assert number.isdigit()
    rows = sample("introduction", "list").out.splitlines()
    assert rows[0].split()[:5] == ["id", "day", "person", "to", "state"]
    assert any(row.startswith(number) and "To be made" in row for row in rows)
    made = sample("introduction", "made", number, "--json").json
    assert made["state"] == "made"
    assert not made["helps_both"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["introduce", "luis ortega", "luis ortega"], "themselves"),
        (["introduce", "luis ortega", "marta lindqvist", "--on", "2199-01-01"], "still to come"),
        (["introduce", "luis ortega", "marta lindqvist", "--on", "someday"], "no day"),
        (["introduce", "luis ortega", "marta lindqvist", "--later", "--both"], "--later"),
        (["introduction", "made", "999999"], "not in the workspace"),
        (["introduction", "outcome", "999999", "met"], "not in the workspace"),
    ],
)
def test_what_cannot_be_is_refused_in_words(sample: CommandLine, wrong: list[str], said: str) -> None:
    answer = sample(*wrong)
    assert answer.code == 2
    assert said in answer.err


def test_a_message_to_both_is_proposed(sample: CommandLine) -> None:
    said = sample("introduction", "message", "luis ortega", "marta lindqvist").out
    assert said.startswith("Hello Luis, hello Marta,\n\nI would like you two to meet.\n")


def test_an_empty_network_says_what_to_ask(netdesk: CommandLine) -> None:
    netdesk("event", "add", "Mixer", "--start", "2026-11-24 17:30")
    assert netdesk("fits").err.startswith("Nobody fits yet.")
    assert netdesk("introduction", "list").err == "No introduction yet.\n"

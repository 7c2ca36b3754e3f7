"""Commands for going cold, ready to move up, spoke, snooze, and the levels."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from netdesk.app.arguments.reading import read_arguments
from netdesk.app.cli import run
from tests.support.commands import Answer, CommandLine

Ask = Callable[..., Answer]
TODAY = date(2026, 11, 22)


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


@pytest.fixture
def ask(sample: CommandLine, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command on the sample's day."""

    def run_it(*words: str) -> Answer:
        capsys.readouterr()
        try:
            code = run(read_arguments(["--workspace", str(sample.path), *words]), TODAY)
        except SystemExit as ended:
            code = int(str(ended.code))
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run_it


def test_who_is_going_cold_comes_with_all_one_needs_to_call(ask: Ask) -> None:
    answer = ask("cold", "--json").json
    first = answer["people"][0]
    assert (first["name"], first["level"], first["level_name"]) == ("Peter Novak", 4, "Creative collaborator")
    assert (first["rhythm_days"], first["days_past"], first["spoke"]) == (21, 12, True)
    assert answer["count"] == len(answer["people"]) > 1
    assert ask("cold", "--limit", "1", "--json").json["count"] == 1
    assert "every 3 weeks · last spoke 33 days ago" in ask("cold").out


def test_one_word_takes_somebody_off_the_cold_ones_and_undo_back(ask: Ask, sample: CommandLine) -> None:
    assert ask("spoke", "Peter Novak").err == "Spoke with Peter Novak today.\n"
    assert "Peter Novak" not in ask("cold").out
    again = ask("spoke", "Peter Novak")
    assert (again.code, again.err) == (1, "That is noted already.\n")
    assert ask("spoke", "Peter Novak", "Grace Adeyemi", "--kind", "email").err == "E-mailed 2 people today.\n"
    sample("undo")
    sample("undo")
    assert "Peter Novak" in ask("cold").out
    assert ask("spoke", "Nobody Here").code == 2
    assert ask("spoke", "Peter Novak", "--kind", "note").code == 2


def test_somebody_is_left_in_peace_and_told_of_again(ask: Ask) -> None:
    before = ask("snooze", "--json").json["count"]
    assert ask("snooze", "Peter Novak").err == "Leave Peter Novak in peace until 6 Dec.\n"
    assert "Peter Novak" not in ask("cold").out
    assert ask("snooze", "Peter Novak", "--until", "2027-01-15").code == 0
    listed = ask("snooze", "--json").json
    assert listed["count"] == before + 1
    assert {"name": "Peter Novak", "until": "2027-01-15"}.items() <= listed["people"][-1].items()
    assert "2027-01-15" in ask("snooze").out
    assert ask("snooze", "Peter Novak", "--end").err == "Tell of Peter Novak again.\n"
    assert ask("snooze", "Peter Novak", "--end").err == "It stands there already.\n"
    assert "Peter Novak" in ask("cold").out
    refused = ask("snooze", "Peter Novak", "--until", "2026-11-01")
    assert refused.code == 2
    assert "a day to come" in refused.err


def test_who_is_ready_and_why(ask: Ask) -> None:
    people = ask("ready", "--json").json["people"]
    assert people[0]["name"] == "Nadia Rahman"
    assert (people[0]["level"], people[0]["next_level_name"]) == (4, "Proven partner")
    assert people[0]["because"]
    assert "met on 2 different days" in ask("ready").out


def test_levels_are_listed_and_set(ask: Ask, sample: CommandLine) -> None:
    answer = ask("level", "list", "--json").json
    assert answer["ladder"] == "netdesk"
    assert answer["levels"][2]["evidence"] == ["give", "receive", "made_together"]
    assert "every 12 weeks" in ask("level", "list").out
    said = ask(
        "level", "set", "2", "--name", "Known face", "--days", "10", "--capacity", "30",
        "--evidence", "give,one-to-one-held", "--any", "--moves-up", "Talk", "--meaning", "We talk",
    )  # fmt: skip
    assert said.err == "Change the level Known face.\n"
    level = ask("level", "list", "--json").json["levels"][1]
    assert (level["name"], level["rhythm_days"], level["capacity"]) == ("Known face", 10, 30)
    assert (level["evidence"], level["evidence_any"]) == (["one_to_one_held", "give"], True)
    assert ask("level", "list", "--json").json["ladder"] is None
    assert (
        ask("level", "set", "Known face", "--weeks", "4", "--capacity", "none", "--evidence", "none").code
        == 0
    )
    level = ask("level", "list", "--json").json["levels"][1]
    assert (level["rhythm_days"], level["capacity"], level["evidence"]) == (28, None, [])
    assert ask("level", "set", "2").err == "It stands there already.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("--name", "Proven partner"),
        ("--name", "unsorted"),
        ("--weeks", "0"),
        ("--weeks", "520"),
        ("--days", "-3"),
        ("--capacity", "few"),
        ("--evidence", "moon"),
    ],
)
def test_settings_that_make_no_sense_are_refused(ask: Ask, words: tuple[str, ...]) -> None:
    before = ask("level", "list", "--json").out
    assert ask("level", "set", "2", *words).code == 2
    assert ask("level", "set", "unsorted", "--weeks", "3").code == 2
    assert ask("level", "list", "--json").out == before


def test_another_ladder(ask: Ask, sample: CommandLine) -> None:
    listed = ask("level", "ladder", "--json").json["ladders"]
    assert [one["ladder"] for one in listed] == ["netdesk", "trust", "plain"]
    assert [one["used"] for one in listed] == [True, False, False]
    assert ask("level", "ladder", "trust").code == 0
    assert ask("level", "list", "--json").json["ladder"] == "trust"
    assert "used" in ask("level", "ladder").out
    assert ask("level", "ladder", "trust").err == "It stands there already.\n"
    assert ask("level", "ladder", "moon").code == 2


def test_the_levels_of_a_person_are_read_back(ask: Ask) -> None:
    answer = ask("level", "history", "Grace Adeyemi", "--json").json
    assert answer["level"] == 3
    assert answer["times"][-1]["now"]
    assert answer["moves"][0]["why"]
    assert not answer["ready_to_move_up"]
    shown = ask("level", "history", "Grace Adeyemi").out
    assert "Next: make something together." in shown
    assert "Moved to Equally engaged" in shown

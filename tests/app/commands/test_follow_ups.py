"""Commands for what is to be done: follow-ups, and today as a whole."""

import json
from datetime import date

import pytest

from netdesk.app.arguments.reading import read_arguments
from netdesk.app.cli import run
from tests.support.commands import CommandLine


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


def test_follow_ups_are_listed_with_what_is_late_first(sample: CommandLine) -> None:
    answer = sample("followup", "list", "--json").json
    assert answer["count"] == len(answer["follow_ups"]) == 17
    days = [one["due"] for one in answer["follow_ups"]]
    assert days == sorted(days)
    first = answer["follow_ups"][0]
    assert (first["action"], first["name"]) == ("Send Aoife the rota template", "Aoife Byrne")
    assert first["due"] == "2026-11-16"
    ellen = next(one for one in answer["follow_ups"] if one["due"] == "2026-11-26" and one["at"])
    assert (ellen["at"], ellen["event_title"]) == ("10:00", "Fore Street traders' evening")
    assert ellen["card"] is not None


def test_a_week_is_seven_days_and_what_is_late(
    sample: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    code = run(
        read_arguments(["--workspace", str(sample.path), "followup", "list", "--week"]), date(2026, 11, 22)
    )
    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert lines[0].split() == ["id", "due", "what", "person", "organisation"]
    assert "2026-11-22 16:00  Send Ellen the title of my ten minutes" in "\n".join(lines)
    assert lines[-1].split()[1] == "2026-11-28"


def test_a_follow_up_is_done_moved_and_dropped(sample: CommandLine) -> None:
    first, second, third = (
        str(one["id"]) for one in sample("followup", "list", "--json").json["follow_ups"][:3]
    )
    assert sample("followup", "done", first).err == "Do: Send Aoife the rota template.\n"
    later = "2199-03-01"
    assert "Move “Send Karl the hosting comparison” to" in sample("followup", "move", second, later).err
    assert sample("followup", "drop", third, "--why", "She has a title").code == 0
    left = sample("followup", "list", "--json").json["follow_ups"]
    assert len(left) == 15
    moved = next(one for one in left if str(one["id"]) == second)
    assert (moved["due"], moved["moved"]) == (later, 1)
    again = sample("followup", "done", first)
    assert again.code == 2
    assert "closed already" in again.err
    assert sample("followup", "done", "99999").code == 2


def test_nothing_planned_is_said(netdesk: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    netdesk.sample()
    assert netdesk("sample", "--remove").code == 0
    assert netdesk("followup", "list").err == "Nothing is planned.\n"
    assert netdesk("followup", "list", "--week").err == "Nothing is planned for these seven days.\n"


def test_today_says_what_needs_me(sample: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(read_arguments(["--workspace", str(sample.path), "today"]), date(2026, 11, 22)) == 0
    said = capsys.readouterr().out
    assert said.startswith("Twelve things need you. Help first, then ask.\n\nCards with no plan\n")
    for words in (
        "Bill Marsh, Breakfast Club",
        "Send Aoife the rota template (6 d late)",
        "Fore Street traders' evening",
        "Next event: Chamber autumn mixer, Tue 17:30",
        "Follow-ups within 48 h 11 / 14",
        "Review for Grace's website (4 d late)",
        "Ravi Menon, Tue 10:00: His clients' admin, and Hannah",
        "Helped someone 7 / 6",
    ):
        assert words in said


def test_today_tells_programs_of_help(sample: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    run(read_arguments(["--workspace", str(sample.path), "today", "--json"]), date(2026, 11, 22))
    told = json.loads(capsys.readouterr().out)
    assert (told["needs"]["promises"], told["needs"]["one_to_ones"], told["needs"]["all"]) == (1, 0, 12)
    assert [one["due"] for one in told["promises"]] == ["2026-11-18", "2026-11-25"]
    assert [(one["name"], one["over"]) for one in told["one_to_ones"]] == [
        ("Ravi Menon", False),
        ("Ellen Brandt", False),
    ]
    assert told["gave_most"]["name"] == "Luis Ortega"

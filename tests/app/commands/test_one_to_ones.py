"""Commands for one-to-ones."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from pypdf import PdfReader

from tests.support.commands import CommandLine

AT = "2199-11-24 10:00"


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


def _planned(netdesk: CommandLine, *more: str) -> dict[str, Any]:
    planned = netdesk(
        "one-to-one", "plan", "Grace Adeyemi", "--at", AT, "--zone", "Europe/London", "--json", *more
    )
    assert planned.code == 0, planned.err
    found: dict[str, Any] = planned.json["planned"][0]
    return found


def test_one_is_planned_with_what_is_not_known_yet(sample: CommandLine) -> None:
    plan = _planned(sample, "--remind", "60", "--minutes", "45")
    assert (plan["name"], plan["starts"], plan["minutes"]) == (
        "Grace Adeyemi",
        "2199-11-24T10:00:00+00:00",
        45,
    )
    assert plan["remind"] == 60
    assert plan["objective"]
    assert all(plan["questions"])
    listed = sample("one-to-one", "list", "--json").json["planned"]
    assert plan["id"] in [one["id"] for one in listed]


def test_several_get_working_days_one_after_the_other(sample: CommandLine) -> None:
    answer = sample(
        "one-to-one",
        "plan",
        "Grace Adeyemi",
        "Ellen Brandt",
        "Karl Jensen",
        "--at",
        "2199-11-29 09:30",
        "--json",
    )
    assert [one["starts"][:16] for one in answer.json["planned"]] == [
        "2199-11-29T09:30",
        "2199-12-02T09:30",
        "2199-12-03T09:30",
    ]
    assert sample("undo").code == 0
    assert "2199" not in sample("one-to-one", "list").out


def test_it_is_moved_called_off_and_put_back(sample: CommandLine) -> None:
    number = str(_planned(sample)["id"])
    assert sample("one-to-one", "move", number, "2199-12-01 3pm").err.startswith("Edit the one-to-one")
    assert "2199-12-01 15:00" in sample("one-to-one", "list").out
    assert sample("one-to-one", "call-off", number, "--why", "She is ill").code == 0
    assert "2199" not in sample("one-to-one", "list").out
    off = sample("one-to-one", "list", "Grace Adeyemi", "--json").json["planned"][-1]
    assert (off["state"], off["reason"]) == ("called_off", "She is ill")
    assert sample("one-to-one", "put-back", number).code == 0
    assert "2199-12-01 15:00" in sample("one-to-one", "list").out


def test_held_it_keeps_what_was_learned_and_promised(sample: CommandLine) -> None:
    number = str(_planned(sample)["id"])
    answer = sample(
        "one-to-one", "held", number, "--on", "yesterday", "--outcome", "achieved", "--learned", "Wants shops.",
        "--made-together", "A leaflet", "--keep", "interests=chess", "--promise", "Send the list by 2199-12-01",
        "--they-promise", "Look over my page", "--json",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    assert (answer.json["outcome"], answer.json["learned"], answer.json["made_together"]) == (
        "achieved",
        "Wants shops.",
        "A leaflet",
    )
    assert answer.json["promises"] == ["I will: Send the list", "They will: Look over my page"]
    assert "chess" in sample("show", "Grace Adeyemi", "--json").json["interests"]
    held = sample("one-to-one", "list", "--held", "--json").json
    assert str(held["held"][0]["planned_as"]) == number
    assert "Send the list" in sample("ledger", "list", "--open").out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--promise", "Send the list"), "By when?"),
        (("--keep", "rowing"), "names no field"),
        (("--keep", "shoes=7"), "no such field"),
    ],
)
def test_what_is_not_understood_is_said_and_nothing_is_kept(
    sample: CommandLine, more: tuple[str, ...], said: str
) -> None:
    number = str(_planned(sample)["id"])
    answer = sample("one-to-one", "held", number, "--on", "today", *more)
    assert answer.code == 2
    assert said in answer.err
    assert "2199" in sample("one-to-one", "list").out


def test_wrong_moments_and_too_many_questions_are_refused(sample: CommandLine) -> None:
    for arguments in (("--at", "fri"), ("--at", "2001-01-01 10:00"), ("--at", AT, *("--ask", "Why?") * 3)):
        assert sample("one-to-one", "plan", "Grace Adeyemi", *arguments).code == 2


def test_never_held_are_the_closest_first(sample: CommandLine) -> None:
    answer = sample("one-to-one", "list", "--never", "--json").json
    levels = [one["level"] or 0 for one in answer["people"]]
    assert answer["count"] == len(levels) > 5
    assert levels == sorted(levels, reverse=True)
    assert "Grace Adeyemi" not in [one["name"] for one in answer["people"]]


def test_the_file_for_the_calendar_holds_those_named_or_all_to_come(
    sample: CommandLine, tmp_path: Path
) -> None:
    number = str(_planned(sample)["id"])
    one = tmp_path / "one.ics"
    assert sample("one-to-one", "ics", number, "-o", one).code == 0
    assert [str(event["summary"]) for event in Calendar.from_ical(one.read_bytes()).walk("VEVENT")] == [
        "One-to-one with Grace Adeyemi"
    ]
    both = tmp_path / "all.ics"
    assert sample("one-to-one", "ics", "--output", both).code == 0
    coming = sample("one-to-one", "list", "--json").json["count"]
    assert len(Calendar.from_ical(both.read_bytes()).walk("VEVENT")) == coming > 1


def test_the_sheet_is_written_without_a_screen(sample: CommandLine, tmp_path: Path) -> None:
    number = str(_planned(sample)["id"])
    assert sample("one-to-one", "about-me", "skills", "Rotas").code == 0
    done = sample.process("one-to-one", "sheet", number, "-o", tmp_path / "sheet.pdf", "--paper", "letter")
    assert done.code == 0, done.err
    text = PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text()
    assert "One-to-one with Grace Adeyemi" in text
    assert "Rotas" in text


def test_my_side_is_shown_and_written_part_by_part(sample: CommandLine) -> None:
    assert sample("one-to-one", "about-me", "goals", "Ten shops by June").err == "Write down my goals.\n"
    assert sample("one-to-one", "about-me", "goals", "Ten shops by June").err == "It stands there already.\n"
    assert sample("one-to-one", "about-me", "goals", "--json").json == {"goals": "Ten shops by June"}
    assert "Ten shops by June" in sample("one-to-one", "about-me").out

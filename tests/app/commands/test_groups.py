"""`netdesk group`: groups kept, members come and gone, the audit shown and marked by hand."""

from typing import Any

import pytest

from tests.support.commands import CommandLine


def member(answer: Any, name: str) -> Any:
    return next(one for one in answer["members"] if one["name"] == name)


def test_a_group_is_added_shown_and_changed(netdesk: CommandLine) -> None:
    added = netdesk(
        "group", "add", "Breakfast Club", "--why", "Learn from shops", "--every", "week", "--weekday", "fri",
        "--at", "7:00", "--fee", "780", "--currency", "gbp", "--since", "2 Feb 2024", "--place", "Mill Café",
    )  # fmt: skip
    assert (added.code, added.out.strip(), added.err) == (0, "1", "Added Breakfast Club.\n")
    shown = netdesk("group", "show", "breakfast", "--json").json
    kept = {
        name: shown[name] for name in ("meets_every", "meets_on", "meets_at", "fee", "fee_per", "currency")
    }
    assert kept == {
        "meets_every": "week", "meets_on": 4, "meets_at": "07:00", "fee": 780.0, "fee_per": "year", "currency": "GBP",
    }  # fmt: skip
    assert shown["since"] == "2024-02-02"
    assert netdesk("group", "edit", "1", "--name", "Early Club", "--weekday", "none", "--at", "").code == 0
    edited = netdesk("group", "show", "early", "--json").json
    assert (edited["name"], edited["meets_on"], edited["meets_at"], edited["why"]) == (
        "Early Club",
        None,
        None,
        "Learn from shops",
    )
    assert "stands there already" in netdesk("group", "edit", "1").err
    assert netdesk("undo").code == 0
    assert netdesk("group", "list").out.splitlines()[1].split()[:3] == ["1", "Breakfast", "Club"]


def test_a_reason_of_business_alone_is_kept_with_a_hint(netdesk: CommandLine) -> None:
    assert "Learn and help first" in netdesk("group", "add", "Sales Lunch", "--why", "more business").err
    assert netdesk("group", "add", "Lunch", "--why", " ").code == 2


def test_the_audit_of_the_sample_is_shown(netdesk: CommandLine) -> None:
    netdesk.sample()
    answer = netdesk("group", "show", "Breakfast Club", "--json").json
    assert answer["count"] == 18
    percents = {mark: share["percent"] for mark, share in answer["shares"].items()}
    assert [percents[mark] for mark in ("know", "one_to_one", "used", "i_referred")] == [78, 33, 22, 17]
    ravi = member(answer, "Ravi Menon")["marks"]["one_to_one"]
    assert (ravi["yes"], ravi["booked"]) == (False, "2026-11-24")
    names = [one["name"] for one in answer["next_one_to_ones"]]
    assert names == ["Aoife Byrne", "Joe Prentice", "Marta Lindqvist"]
    lines = netdesk("group", "show", "Breakfast Club").out.splitlines()
    assert lines[0].startswith("Breakfast Club · weekly, Fridays 07:00")
    assert lines[-1].startswith(
        "Next one-to-ones: Aoife Byrne, Joe Prentice, Marta Lindqvist – members for over"
    )


def test_marks_are_given_by_hand_and_left_to_the_record_again(netdesk: CommandLine) -> None:
    netdesk.sample()
    assert netdesk("group", "mark", "breakfast", "used", "yes", "joe prentice", "aoife byrne").code == 0
    answer = netdesk("group", "show", "breakfast", "--json").json
    assert member(answer, "Joe Prentice")["marks"]["used"]["by"] == "hand"
    assert "yes (by hand)" in netdesk("group", "show", "breakfast").out
    said = netdesk("group", "mark", "breakfast", "used", "record", "joe prentice").err
    assert said == "Ask the record for “Used their service” of Joe Prentice.\n"
    again = netdesk("group", "mark", "breakfast", "used", "record", "joe prentice")
    assert again.err == "It stands there already.\n"


def test_members_come_and_go(netdesk: CommandLine) -> None:
    netdesk.sample()
    netdesk("group", "add", "Trade Table", "--why", "Learn from builders")
    added = netdesk(
        "group",
        "member",
        "add",
        "trade",
        "joe prentice",
        "--new",
        "Sue Bell, Bell Bricks",
        "--joined",
        "2026-01-05",
    )
    assert (added.code, added.err) == (0, "Added 2 people.\n")
    twice = netdesk("group", "member", "add", "trade", "joe prentice")
    assert (twice.code, twice.err) == (1, "Joe Prentice is a member already.\n")
    assert netdesk("group", "member", "learned", "trade", "sue bell", "Order early").code == 0
    assert netdesk("group", "member", "left", "trade", "joe prentice", "--on", "2026-03-01").code == 0
    answer = netdesk("group", "show", "trade", "--left", "--json").json
    assert (answer["count"], answer["gone"]) == (1, 1)
    assert member(answer, "Joe Prentice")["left"] == "2026-03-01"
    sue = member(answer, "Sue Bell")
    assert (sue["organisation"], sue["joined"], sue["learned"]) == (
        "Bell Bricks",
        "2026-01-05",
        "Order early",
    )
    assert netdesk("group", "member", "back", "trade", "joe prentice").code == 0
    assert netdesk("group", "member", "remove", "trade", "joe prentice").code == 0
    assert netdesk("group", "show", "trade", "--json").json["count"] == 1
    missing = netdesk("group", "member", "left", "trade", "joe prentice")
    assert (missing.code, "is not in Trade Table" in missing.err) == (2, True)


def test_a_group_is_left_binned_and_restored(netdesk: CommandLine) -> None:
    netdesk("group", "add", "Trade Table", "--why", "Learn", "--since", "2020-01-01")
    assert netdesk("group", "leave", "trade", "--on", "2026-02-01").err == "Leave Trade Table.\n"
    assert netdesk("group", "list").out.splitlines()[1].endswith("left")
    assert netdesk("group", "leave", "trade", "--back").code == 0
    assert netdesk("group", "remove", "trade").code == 0
    assert netdesk("group", "list").err == "There is no group yet.\n"
    assert netdesk("group", "list", "--bin", "--json").json["groups"][0]["name"] == "Trade Table"
    assert netdesk("group", "show", "trade").code == 2
    assert netdesk("group", "restore", "trade").code == 0
    assert netdesk("group", "list", "--json").json["count"] == 1


@pytest.mark.parametrize(
    "words", [("group",), ("group", "member", "add", "nowhere", "x"), ("group", "show", "7")]
)
def test_wrong_use_is_said(netdesk: CommandLine, words: tuple[str, ...]) -> None:
    netdesk("group", "add", "Trade Table", "--why", "Learn")
    answer = netdesk(*words)
    assert answer.code == 2
    assert answer.err

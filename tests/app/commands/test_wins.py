"""`netdesk win` and `netdesk rate`: writing business down, listing it, thanking for it, and rates."""

import pytest

from netdesk.app.arguments.wins import SOURCES
from netdesk.method.sources import Source
from tests.support.commands import CommandLine


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


def test_a_win_is_written_down_with_all_that_is_known_of_it(sample: CommandLine) -> None:
    answer = sample(
        "win", "add", "Monthly inbox", "--client", "Felix Brandl", "--on", "fri", "--value", "1.200,50 €",
        "--source", "network-referral", "--thanks", "sam carter > Nadia Rahman, Nobody Known", "--how", "a talk",
        "--from", "breakfast club", "--note", "Two days", "--json",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    win = answer.json
    assert (win["title"], win["client"], win["won_on"]) == ("Monthly inbox", "Felix Brandl", "2026-11-20")
    assert win["client_person"] is not None
    assert (win["value"], win["currency"], win["source"]) == (1200.5, "EUR", "network_referral")
    assert [[one["name"] for one in chain] for chain in win["thanks"]] == [
        ["Sam Carter", "Nadia Rahman"], ["Nobody Known"]]  # fmt: skip
    assert sum(one["share"] for chain in win["thanks"] for one in chain) == pytest.approx(1, abs=0.001)
    assert (win["group_name"], win["event"], win["how"], win["note"]) == (
        "Breakfast Club",
        None,
        "a talk",
        "Two days",
    )


def test_a_new_workspace_begins_with_a_win(netdesk: CommandLine) -> None:
    added = netdesk("win", "add", "Inbox set-up")
    assert (added.code, added.out.strip()) == (0, "1")
    listed = netdesk("win", "list")
    assert "Inbox set-up" in listed.out
    assert listed.err.strip() == "1 win."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", "X", "--on", "2027-01-01"], "still to come"),
        (["add", "X", "--on", "whenever"], "is no day"),
        (["add", "X", "--value", "-5"], "less than nothing"),
        (["add", "X", "--value", "two thousand million"], "no amount"),
        (["add", " "], "What was won"),
        (["add", "X", "--from", "Nowhere"], "No event or group"),
        (["add", "X", "--thanks", "Ann > ann"], "twice"),
        (["list", "--period", "some time"], "is no period"),
        (["edit", "999", "--title", "X"], "not in the workspace"),
        (["delete", "999"], "not in the workspace"),
        (["thank", "1", "Grace Adeyemi"], "not among those"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    sample: CommandLine, words: list[str], said: str
) -> None:
    before = sample("win", "list", "--json").json["count"]
    answer = sample("win", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert sample("win", "list", "--json").json["count"] == before


def test_the_list_is_narrowed_and_added_up(sample: CommandLine) -> None:
    year = sample("win", "list", "--period", "2025-11-23..2026-11-22", "--json").json
    assert (year["count"], year["total"]) == (24, {"value": 43800.0, "currency": "GBP", "without_a_rate": []})
    assert [(one["source"], one["count"], one["total"]["value"]) for one in year["by_source"]] == [
        ("referral", 9, 18400.0), ("network_referral", 6, 11200.0), ("self_referral", 4, 5200.0),
        ("marketing", 3, 2900.0), ("reputation", 2, 6100.0)]  # fmt: skip

    def count(*words: str) -> int:
        found = sample("win", "list", *words, "--json").json
        assert found["count"] == len(found["wins"])
        return int(found["count"])

    assert count("--person", "Grace Adeyemi") == 1
    assert count("--group", "breakfast club", "--period", "2025-11-23..2026-11-22") == 3
    assert count("--event", "Harbour Christmas lunch") == 1
    assert count("--search", "café rosa") == 1
    assert count("--source", "marketing") == 6
    assert count("--source", "unsaid") == count("--bin") == 0
    assert sample("win", "list", "--source", "unsaid").err.strip() == "No win fits that."
    assert sample("win", "list", "--period", "2026").err.strip().endswith(".")


def test_a_win_is_changed_binned_and_brought_back(sample: CommandLine) -> None:
    number = sample("win", "list", "--search", "Inbox set-up", "--json").json["wins"][0]["id"]
    edited = sample(
        "win", "edit", str(number), "--value", "£1,500", "--source", "unsaid", "--title", "Inbox", "--json"
    )
    win = edited.json
    assert (win["title"], win["value"], win["source"], win["client"]) == (
        "Inbox", 1500.0, None, "Lindqvist Interiors")  # fmt: skip
    assert sample("win", "delete", str(number)).err == "Bin the win “Inbox”.\n"
    assert sample("win", "delete", str(number)).err == "It is there already.\n"
    assert sample("win", "list", "--bin", "--json").json["count"] == 1
    assert sample("win", "restore", str(number)).err == "Restore the win “Inbox”.\n"


def test_a_thank_you_is_planned_and_shows_as_a_follow_up(sample: CommandLine) -> None:
    number = sample("win", "list", "--search", "Inbox set-up", "--json").json["wins"][0]["id"]
    assert sample("win", "thank", str(number), "olga", "--due", "2026-11-27").code == 0
    (win,) = sample("win", "list", "--search", "Inbox set-up", "--json").json["wins"]
    assert win["thanks"][0][0]["thanked"] == "open"
    listed = sample("followup", "list", "--json").json
    assert "Thank Olga for Lindqvist Interiors" in [one["action"] for one in listed["follow_ups"]]


def test_rates_are_entered_listed_and_forgotten(sample: CommandLine) -> None:
    assert "no rate is needed" in sample("rate", "list").err
    sample("win", "add", "Abroad", "--value", "CHF 200")
    assert "1 win has 200 CHF in it" in sample("rate", "list", "--own", "GBP").err
    assert sample("rate", "set", "chf", "0,9", "--own", "GBP").err == "One CHF is 0.9 GBP.\n"
    found = sample("rate", "list", "--own", "GBP", "--json").json
    assert [(one["currency"], one["rate"]) for one in found["rates"]] == [("CHF", 0.9)]
    assert found["missing"] == []
    assert "CHF  0.9 GBP" in sample("rate", "list", "--own", "GBP").out
    for words in (["set", "Taler", "1"], ["set", "CHF", "much"], ["set", "CHF", "0"], ["remove", "EUR"]):
        assert sample("rate", *words, "--own", "GBP").code == 2
    assert sample("rate", "remove", "CHF", "--own", "GBP").code == 0


def test_the_words_for_sources_are_those_of_the_method() -> None:
    assert [word.replace("-", "_") for word in SOURCES] == [source.value for source in Source]


def test_business_stands_with_the_person_who_brought_it_and_the_event_it_came_from(
    sample: CommandLine,
) -> None:
    grace = sample("show", "Grace Adeyemi", "--json").json["business"]
    assert grace["brought"] == {
        "wins": 1, "thanked": 1, "total": {"value": 3100.0, "currency": "GBP", "without_a_rate": []}}  # fmt: skip
    assert grace["bought"]["wins"] == 0
    assert "Brought           1 win worth £3,100" in sample("show", "Grace Adeyemi").out
    assert "Bought            1 win worth £1,300" in sample("show", "Felix Brandl").out
    lunch = sample("show", "Harbour Christmas lunch", "--json").json
    assert (lunch["wins"], lunch["won"]["value"]) == (1, 2000.0)
    assert "Business          1 win worth £2,000" in sample("show", "Harbour Christmas lunch").out
    mixer = sample("show", "Chamber autumn mixer", "--json").json
    assert (mixer["wins"], mixer["won"]) == (0, None)

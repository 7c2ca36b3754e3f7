"""`netdesk ledger`: writing down help, keeping promises, and listing all of it."""

import pytest

from netdesk.app.arguments.ledger import KINDS, WAYS
from netdesk.method.ledger import HelpWay, LedgerKind
from tests.support.commands import CommandLine


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


def add(netdesk: CommandLine, *words: str) -> dict[str, object]:
    answer = netdesk("ledger", *words, "--json")
    assert answer.code == 0, answer.err
    found = answer.json
    assert isinstance(found, dict)
    return found


def test_help_given_and_got_is_written_down_with_its_day_and_outcome(sample: CommandLine) -> None:
    given = add(
        sample, "give", "luis ortega", "Introduction to the market", "--way", "introduction",
        "--on", "2026-03-03", "--outcome", "Two stalls asked",
    )  # fmt: skip
    assert (given["kind"], given["way"], given["state"], given["on"]) == (
        "give", "introduction", "done", "2026-03-03",
    )  # fmt: skip
    assert given["outcome"] == "Two stalls asked"
    plain = sample("ledger", "receive", "luis ortega", "His view")
    assert plain.code == 0
    assert plain.out.strip().isdecimal()


def test_a_promise_wants_a_day_and_is_kept_by_its_id(sample: CommandLine) -> None:
    refused = sample("ledger", "promise", "luis ortega", "A name at the market")
    assert (refused.code, refused.out) == (2, "")
    assert "By when? A promise has a date." in refused.err
    promised = add(sample, "promise", "luis ortega", "A name at the market", "--due", "2199-01-04")
    assert (promised["state"], promised["due"], promised["days_late"]) == ("open", "2199-01-04", 0)
    number = str(promised["id"])
    assert sample("ledger", "keep", number, "--outcome", "Met there").err == "Keep: A name at the market.\n"
    (kept,) = [
        one for one in sample("ledger", "list", "luis", "--json").json["entries"] if str(one["id"]) == number
    ]
    assert (kept["state"], kept["outcome"]) == ("done", "Met there")
    again = sample("ledger", "keep", number)
    assert again.code == 2
    assert "done already" in again.err
    assert sample("ledger", "reopen", number).code == 0
    assert sample("ledger", "drop", number, "--why", "They met").err == "Let go: A name at the market.\n"
    assert sample("undo").code == 0


def test_an_ask_is_answered(sample: CommandLine) -> None:
    asked = add(sample, "ask", "luis ortega", "A name at the council")
    assert asked["due"] is None
    assert sample("ledger", "answer", str(asked["id"])).err == "Get: A name at the council.\n"
    assert sample("ledger", "keep", str(asked["id"])).code == 2


def test_entries_are_listed_by_kind_way_time_and_words(sample: CommandLine) -> None:
    everything = sample("ledger", "list", "--json").json
    assert everything["totals"]["promises"] == 2
    assert everything["count"] == len(everything["entries"])
    open_ones = sample("ledger", "list", "--open", "--kind", "promise", "--json").json["entries"]
    assert [one["words"] for one in open_ones] == [
        "Review for Grace's website",
        "Introduce Tom Okafor to Hannah Weiss",
    ]
    gives = sample("ledger", "list", "--kind", "give", "--json").json
    assert gives["count"] == everything["totals"]["gives"]
    found = sample("ledger", "list", "--search", "grace website", "--json").json["entries"]
    assert [one["name"] for one in found] == ["Grace Adeyemi"]
    days = [
        one["on"]
        for one in sample("ledger", "list", "--since", "2026-11-01", "--until", "2026-11-10", "--json").json[
            "entries"
        ]
    ]
    assert days
    assert all("2026-11-01" <= day <= "2026-11-10" for day in days)
    assert {
        one["way"] for one in sample("ledger", "list", "--way", "referral", "--json").json["entries"]
    } == {"referral"}
    table = sample("ledger", "list", "grace adeyemi")
    assert table.out.splitlines()[0].split() == ["id", "day", "what", "person", "state"]
    assert "Gave: introduction to Rahman Consulting" in table.out
    nothing = sample("ledger", "list", "--search", "xyzzy")
    assert (nothing.out, nothing.err) == ("", "Nothing fits that.\n")


def test_who_gave_and_got_nothing_comes_first(sample: CommandLine) -> None:
    found = sample("ledger", "not-helped", "--json").json
    first = found["people"][0]
    assert (first["name"], first["got"], first["gave"]) == ("Luis Ortega", 4, 0)
    assert found["got_nothing"] == 3
    assert found["count"] == len(found["people"])
    assert "gave me 4 · I gave 0" in sample("ledger", "not-helped").out


def test_a_day_and_a_person_that_are_none_are_refused(sample: CommandLine) -> None:
    assert "no day" in sample("ledger", "give", "luis ortega", "x", "--on", "gibberish").err
    assert sample("ledger", "give", "nobody at all", "x").code == 2
    assert "still to come" in sample("ledger", "give", "luis ortega", "x", "--on", "2199-01-01").err
    assert sample("ledger", "keep", "999999").code == 2


def test_an_empty_ledger_says_so(netdesk: CommandLine) -> None:
    assert netdesk("sample").code == 0
    assert netdesk("sample", "--remove").code == 0
    assert netdesk("ledger", "list").err == "Nothing is written down.\n"
    assert "Everybody who helped was helped" in netdesk("ledger", "not-helped").err


def test_the_words_of_the_command_line_are_those_of_the_method() -> None:
    assert list(WAYS) == [way.value for way in HelpWay]
    assert list(KINDS) == [kind.value for kind in LedgerKind]

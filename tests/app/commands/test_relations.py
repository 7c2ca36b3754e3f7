"""Commands about who knows whom: relations, the map around somebody, the way to them."""

from pathlib import Path

import pytest

from tests.support.commands import CommandLine


@pytest.fixture
def sample(netdesk: CommandLine) -> CommandLine:
    netdesk.sample()
    return netdesk


def test_a_relation_is_added_listed_from_both_sides_and_removed(sample: CommandLine) -> None:
    added = sample(
        "relation", "add", "tom okafor", "own", "priti shah", "--words", "rents from", "--inverse",
        "landlord of", "--json",
    )  # fmt: skip
    assert added.code == 0
    assert added.json["sentence"] == "Tom Okafor: rents from Priti Shah"
    listed = sample("relation", "list", "priti shah", "--json").json
    assert added.json in listed["relations"]
    assert listed["count"] == len(listed["relations"])
    assert "Tom Okafor: rents from Priti Shah" in sample("relation", "list", "tom okafor").out
    removed = sample("relation", "remove", str(added.json["id"]))
    assert removed.err == "Forgot that: Tom Okafor: rents from Priti Shah.\n"
    assert sample("relation", "remove", str(added.json["id"])).code == 2
    sample("undo")
    assert added.json in sample("relation", "list", "tom okafor", "--json").json["relations"]


def test_what_cannot_be_is_refused_in_words(sample: CommandLine) -> None:
    to_oneself = sample("relation", "add", "grace adeyemi", "knows", "grace adeyemi")
    assert (to_oneself.code, "joins two people" in to_oneself.err) == (2, True)
    circle = sample("relation", "add", "sam carter", "introduced-by", "grace adeyemi")
    assert circle.code == 2
    assert "round in a circle: Sam Carter introduced Grace Adeyemi" in circle.err
    sample("relation", "add", "tom okafor", "partner", "priti shah")
    twice = sample("relation", "add", "priti shah", "partner", "tom okafor")
    assert (twice.code, "noted already" in twice.err) == (2, True)


def test_the_map_names_two_steps_and_the_lines_between_them(sample: CommandLine) -> None:
    answer = sample("map", "grace adeyemi", "--json").json
    assert answer["person"]["name"] == "Grace Adeyemi"
    near = {one["name"]: one for one in answer["people"] if one["step"] == 1}
    assert near["Sam Carter"]["how"].startswith("introduced us")
    assert all(one["via"] == answer["person"]["id"] for one in near.values())
    shown = {answer["person"]["id"], *(one["id"] for one in answer["people"])}
    assert all(set(line["people"]) <= shown for line in answer["lines"])
    assert "  Sam Carter, introduced us" in sample("map", "grace adeyemi").out.splitlines()[1:][0]


def stranger(netdesk: CommandLine, folder: Path) -> None:
    """Bring somebody nobody has spoken with."""
    card = folder / "stranger.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:3.0\nN:Stranger;Solo;;;\nFN:Solo Stranger\nEND:VCARD\n")
    assert netdesk("import", card).code == 0


def test_the_way_to_somebody_is_told_or_that_none_is_needed(sample: CommandLine, tmp_path: Path) -> None:
    assert sample("path", "grace adeyemi").out.startswith("You know Grace Adeyemi yourself: in touch ")
    stranger(sample, tmp_path)
    sample("relation", "add", "grace adeyemi", "works-with", "solo stranger")
    told = sample("path", "solo stranger")
    assert told.out == "You → Grace Adeyemi → Solo Stranger (works with Grace)\n"
    answer = sample("path", "solo stranger", "--json").json
    assert answer["known"] is False
    assert [step["name"] for step in answer["ways"][0]] == ["Grace Adeyemi", "Solo Stranger"]


def test_no_way_is_said_and_is_not_a_success(sample: CommandLine, tmp_path: Path) -> None:
    stranger(sample, tmp_path)
    answer = sample("path", "solo stranger")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "No way to Solo Stranger is known yet.\n"
    assert sample("path", "solo stranger", "--json").json["ways"] == []

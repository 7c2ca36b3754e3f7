"""Target markets and a group's audit from the command line."""

from pathlib import Path

from tests.support.commands import CommandLine


def test_markets_are_listed_shown_and_found_by_a_part_of_their_name(netdesk: CommandLine) -> None:
    netdesk.sample()
    listed = netdesk("market", "list", "--json").json
    assert listed["count"] == len(listed["markets"]) == 2
    shops = next(one for one in listed["markets"] if one["name"] == "Independent shops")
    shown = netdesk("market", "show", "independent", "--json").json
    assert {key: shown[key] for key in shops} == shops
    assert (len(shown["people"]), len(shown["close_people"])) == (shops["in_it"], shops["close_to_it"])
    assert any(one["how"] for one in shown["close_people"])
    assert "Who exactly: " in netdesk("market", "show", str(shops["id"])).out
    assert "Independent shops" in netdesk("market", "list").out
    assert netdesk("market", "list", "--search", "no such words", "--json").json["count"] == 0


def test_a_market_is_added_filled_and_removed_with_its_people_staying(netdesk: CommandLine) -> None:
    netdesk.sample()
    added = netdesk(
        "market", "add", "Museums", "--who", "Run by towns", "--gather", "Fairs", "--who-is-close", "Guides"
    )
    assert added.code == 0
    number = added.out.strip()
    said = netdesk(
        "market", "person", "museums", "grace adeyemi", "ravi menon", "--close", "--how", "Knows ten"
    )
    assert said.err == "Added 2 people.\n"
    near = netdesk("market", "show", number, "--json").json["close_people"]
    assert {one["how"] for one in near} == {"Knows ten"}
    assert netdesk("market", "person", "museums", "ravi menon").err == "Moved 1 person.\n"
    assert (
        netdesk("market", "person", "museums", "ravi menon", "--out").err
        == "Take Ravi Menon out of Museums.\n"
    )
    assert netdesk("market", "remove", "museums").err == "Deleted “Museums”; 1 close to it stays a contact.\n"
    assert netdesk("show", "grace adeyemi").code == 0
    netdesk("undo")
    assert netdesk("market", "show", "museums", "--json").json["close_to_it"] == 1


def test_wrong_use_is_told_in_a_sentence(netdesk: CommandLine) -> None:
    netdesk.sample()
    for arguments, sentence in (
        (("market", "show", "castles"), "No market is called “castles”."),
        (("market", "add", "  "), "Give the market a name."),
        (("market", "person", "independent", "zzz"), "There is no person “zzz”."),
        (("sheet", "--audit", "castles", "-o", "x.pdf"), "No group is called “castles”."),
    ):
        answer = netdesk(*arguments)
        assert answer.code == 2
        assert sentence in answer.err


def test_the_audit_of_a_group_is_written_as_a_pdf(netdesk: CommandLine, tmp_path: Path) -> None:
    netdesk.sample()
    out = tmp_path / "audit.pdf"
    answer = netdesk.process("sheet", "--audit", "breakfast", "-o", out, "--paper", "a4")
    assert (answer.code, answer.err) == (0, f"Wrote {out}: Breakfast Club, A4, 1 page.\n")
    assert out.read_bytes().startswith(b"%PDF")

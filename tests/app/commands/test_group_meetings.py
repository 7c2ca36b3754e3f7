"""A group's meetings from the command line."""

from tests.support.commands import CommandLine


def test_a_years_meetings_are_planned_once_and_listed(netdesk: CommandLine) -> None:
    netdesk.sample()
    before = netdesk("group", "meetings", "breakfast", "--json").json
    planned = netdesk("group", "meetings", "breakfast", "--year")
    assert (planned.code, planned.err) == (0, "Planned 52 meetings.\n")
    ids = [int(line) for line in planned.out.split()]
    after = netdesk("group", "meetings", "breakfast", "--json").json
    assert [one["event"] for one in after["coming"]] == [*(one["event"] for one in before["coming"]), *ids]
    assert {one["starts"][11:16] for one in after["coming"]} == {"07:00"}
    assert after["held"] == before["held"]
    netdesk("undo")
    assert netdesk("group", "meetings", "breakfast", "--json").json == before


def test_day_time_and_rhythm_can_be_said(netdesk: CommandLine) -> None:
    netdesk.sample()
    answer = netdesk(
        "group", "meetings", "founders", "--plan", "3", "--from", "2027-01-06", "--at", "8am",
        "--every", "two-weeks", "--plain", "--json",
    )  # fmt: skip
    assert answer.code == 0
    assert len(answer.json["made"]) == 3
    assert answer.json["already_there"] == []
    coming = netdesk("group", "meetings", "founders", "--json").json["coming"]
    assert [one["starts"][:16] for one in coming] == [
        "2027-01-06T08:00",
        "2027-01-20T08:00",
        "2027-02-03T08:00",
    ]
    shown = netdesk("show", str(answer.json["made"][0]), "--event", "--json").json
    assert (shown["title"], shown["goals"]) == ("Founders' circle", [])
    again = netdesk("group", "meetings", "founders", "--plan", "1", "--from", "2027-01-06")
    assert (again.out, again.err) == ("", "Nothing new to plan; 1 was there already.\n")


def test_meetings_are_written_one_a_line_and_wrong_use_is_told(netdesk: CommandLine) -> None:
    netdesk.sample()
    lines = netdesk("group", "meetings", "breakfast").out.splitlines()
    assert lines[0].split(maxsplit=1)[1] == "Fri 2026-11-27 07:00  Breakfast Club"
    assert lines[-1].endswith("over")
    for arguments, sentence in (
        (("breakfast", "--plan", "0"), "Plan from 1 to 104 meetings at once."),
        (("breakfast", "--plan", "2", "--from", "someday"), "“someday” is no day."),
        (("castles",), "No group is called “castles”."),
    ):
        answer = netdesk("group", "meetings", *arguments)
        assert answer.code == 2
        assert sentence in answer.err


def test_the_group_says_what_a_year_took_and_gave(netdesk: CommandLine) -> None:
    netdesk.sample()
    worth = netdesk("group", "show", "breakfast", "--json").json["worth"]
    assert worth["money"] == [{"amount": 780.0, "currency": "GBP"}]
    assert (worth["referrals_given"], worth["referrals_received"]) == (6, 5)
    assert worth["verdict"] == "You know the room; you have not helped it yet."
    assert worth["wins"] == {"count": 3, "worth": [{"amount": 4150.0, "currency": ""}]}
    said = f"780 GBP and about {worth['hours']:.0f} h a year for 3 wins worth 4150 GBP."
    assert said in netdesk("group", "show", "breakfast").out

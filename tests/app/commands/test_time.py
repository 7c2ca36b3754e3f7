"""`netdesk time` and `netdesk insights plan`: logging, correcting, listing, and a plan that sums to 100."""

from netdesk.app.arguments.time import ACTIVITIES
from netdesk.method.strategy import Activity
from tests.support.commands import CommandLine


def test_the_activities_are_those_of_the_method() -> None:
    assert [word.replace("-", "_") for word in ACTIVITIES] == [activity.value for activity in Activity]


def test_time_is_logged_listed_corrected_and_taken_out(netdesk: CommandLine) -> None:
    netdesk.sample()
    before = netdesk("time", "list", "--json").json
    logged = netdesk("time", "log", "follow-up", "1 h 30", "Thank-yous", "--on", "2026-11-20", "--json").json
    assert (logged["activity"], logged["minutes"], logged["on"], logged["words"]) == (
        "follow-up", 90, "2026-11-20", "Thank-yous",
    )  # fmt: skip
    number = str(logged["id"])
    after = netdesk("time", "list", "--json").json
    assert (after["count"], after["minutes"]) == (before["count"] + 1, before["minutes"] + 90)
    edited = netdesk("time", "edit", number, "--took", "45", "--activity", "community", "--on", "2026-11-19")
    assert (edited.code, edited.err) == (0, "Edit the time logged for “Thank-yous”.\n")
    again = netdesk("time", "edit", number, "--took", "0:45")
    assert again.err == "It stands there already.\n"
    found = netdesk("time", "list", "--activity", "community", "--period", "2026-11", "--json").json
    assert (45, "2026-11-19") in [(one["minutes"], one["on"]) for one in found["entries"]]
    plain = netdesk("time", "list", "--period", "2026-11")
    assert "Thank-yous" in plain.out
    assert "entries" in plain.err
    assert netdesk("time", "delete", number).err == "Delete 45 min of “Thank-yous”.\n"
    assert netdesk("time", "list", "--json").json == before
    assert netdesk("time", "list", "--period", "1999").err == "Nothing fits that.\n"


def test_what_cannot_be_logged_is_said(netdesk: CommandLine) -> None:
    netdesk.sample()
    for words, remedy in (
        (("log", "community", "a while"), "1 h 30"),
        (("log", "community", "25 h"), "24 hours"),
        (("log", "community", "-2"), ""),
        (("log", "community", "2", "--on", "2199-01-01"), "still to come"),
        (("log", "community", "2", "--on", "someday"), "2026-11-20"),
        (("log", "parties", "2"), "follow-up"),
        (("edit", "99999", "--took", "2"), "not in the workspace"),
        (("delete", "99999"), "not in the workspace"),
    ):
        refused = netdesk("time", *words)
        assert (refused.code, refused.out) == (2, ""), words
        assert remedy in refused.err


def test_the_plan_is_shown_set_and_set_back(netdesk: CommandLine) -> None:
    netdesk.sample()
    assert netdesk("insights", "plan", "--json").json == {
        "plan": dict(zip(ACTIVITIES, (30, 25, 20, 10, 15), strict=True))
    }
    refused = netdesk("insights", "plan", "30", "25", "20", "10", "10")
    assert (refused.code, refused.out) == (2, "")
    assert "The shares make 95; 5 are still to be given." in refused.err
    assert "five shares, not 2" in netdesk("insights", "plan", "50", "50").err
    assert "60%" in netdesk("insights", "plan", "10", "60", "10", "10", "10").out
    mix = netdesk("insights", "--period", "2025-11-23..2026-11-22", "--card", "mix", "--json").json["cards"][
        0
    ]
    assert [row[2] for row in mix["rows"]] == [10, 60, 10, 10, 10]
    netdesk("undo")
    netdesk("insights", "plan", "20", "20", "20", "20", "20")
    assert "30%" in netdesk("insights", "plan", "--reset").out

"""Help on Today: promises, one-to-ones to come, and who gave often and got nothing."""

from datetime import timedelta

from netdesk.method.attention import Tone
from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.services.bulk import archive, to_bin
from netdesk.services.ledger import drop_entry, keep_promise, move_promise
from netdesk.services.needs import needs
from netdesk.services.one_to_ones import call_off
from netdesk.services.selection import Selection
from netdesk.services.today import today
from netdesk.services.today_help import giver, giver_matches, help_today
from netdesk.store.workspace import Workspace
from tests.support.today import NOW, TODAY, helped, sits_down, somebody


def test_promises_stand_in_the_order_of_their_days_with_their_chips(workspace: Workspace) -> None:
    grace, hannah = somebody(workspace), somebody(workspace, "Hannah", "Weiss")
    introduction = (HelpWay.INTRODUCTION, "Introduce Tom Okafor to Hannah Weiss")
    helped(workspace, hannah, LedgerKind.PROMISE, 3, 3, introduction[1], introduction[0])
    helped(workspace, grace, LedgerKind.PROMISE, 10, -4, "A review of the website", HelpWay.TESTIMONIAL)
    helped(workspace, grace, LedgerKind.ASK, 1, 0)
    late, soon = help_today(workspace, NOW).promises
    assert (late.words, late.detail, late.chip, late.tone) == (
        "A review of the website", "Grace Adeyemi · promised 12 Nov", "4 d late", Tone.BAD,
    )  # fmt: skip
    assert (soon.way, soon.detail, soon.chip) == (HelpWay.INTRODUCTION, "promised 19 Nov", "by Wed")


def test_what_is_kept_moved_or_let_go_needs_me_no_longer(workspace: Workspace) -> None:
    grace = somebody(workspace)
    kept, moved, dropped, due = (helped(workspace, grace, LedgerKind.PROMISE, 5, 0) for _ in range(4))
    assert (needs(workspace, NOW).promises, needs(workspace, NOW).all) == (4, 4)
    keep_promise(workspace, kept, TODAY)
    move_promise(workspace, moved, TODAY + timedelta(days=1))
    drop_entry(workspace, dropped, TODAY)
    assert needs(workspace, NOW).promises == 1
    assert [one.id for one in help_today(workspace, NOW).promises] == [due, moved]


def test_people_who_are_set_aside_ask_for_nothing(workspace: Workspace) -> None:
    ids = [somebody(workspace, name) for name in ("Here", "Archived", "Binned")]
    for one in ids:
        helped(workspace, one, LedgerKind.PROMISE, 5, -1)
        sits_down(workspace, one, NOW + timedelta(hours=2))
    archive(workspace, Selection.of([ids[1]]), TODAY)
    to_bin(workspace, Selection.of([ids[2]]), TODAY)
    found, count = help_today(workspace, NOW), needs(workspace, NOW)
    assert {one.person_id for one in (*found.promises, *found.one_to_ones)} == {ids[0]}
    assert (count.promises, count.one_to_ones) == (1, 1)


def test_one_to_ones_of_the_next_week_and_those_not_written_down_are_shown(workspace: Workspace) -> None:
    grace = somebody(workspace)
    over = sits_down(workspace, grace, NOW - timedelta(days=2))
    later_today = sits_down(workspace, grace, NOW + timedelta(hours=3))
    soon = sits_down(workspace, grace, NOW + timedelta(days=2))
    gone = sits_down(workspace, grace, NOW + timedelta(days=3))
    sits_down(workspace, grace, NOW + timedelta(days=9))
    call_off(workspace, gone)
    shown = help_today(workspace, NOW).one_to_ones
    assert [(one.id, one.is_over) for one in shown] == [(over, True), (later_today, False), (soon, False)]
    assert needs(workspace, NOW).one_to_ones == 2


def test_more_than_fit_are_announced(workspace: Workspace) -> None:
    grace = somebody(workspace)
    for days in range(7):
        helped(workspace, grace, LedgerKind.PROMISE, 0, days)
    for hours in range(6):
        sits_down(workspace, grace, NOW + timedelta(hours=hours + 1))
    found = help_today(workspace, NOW)
    assert (len(found.promises), found.more_promises) == (5, True)
    assert (len(found.one_to_ones), found.more_one_to_ones) == (4, True)


def test_whoever_gave_most_and_got_nothing_is_named(workspace: Workspace) -> None:
    luis = somebody(
        workspace, "Luis", "Ortega", level=3, ideal_client="shop owners who outgrew a spreadsheet"
    )
    dina, olga = somebody(workspace, "Dina"), somebody(workspace, "Olga")
    for _ in range(4):
        helped(workspace, luis, LedgerKind.RECEIVE)
        helped(workspace, olga, LedgerKind.RECEIVE)
    helped(workspace, olga, LedgerKind.GIVE)
    helped(workspace, dina, LedgerKind.RECEIVE)
    found = giver(workspace)
    assert found is not None
    assert (found.person_id, found.title, found.chip) == (
        luis,
        "Luis Ortega gave four times",
        "gave 4 · got 0",
    )
    assert found.words.endswith("Ideal client: shop owners who outgrew a spreadsheet.")
    helped(workspace, luis, LedgerKind.PROMISE)
    assert giver(workspace) is None


def test_how_many_people_match_is_counted(workspace: Workspace) -> None:
    luis = somebody(workspace, "Luis", "Ortega", ideal_client="owners who outgrew a spreadsheet")
    assert giver_matches(workspace, luis, TODAY) == ""
    somebody(workspace, "Marta", "Lindqvist", note="Runs it all on one spreadsheet")
    somebody(workspace, "Jack", "Thornton", note="Ninety stallholders, many spreadsheets")
    assert giver_matches(workspace, luis, TODAY) == "Two people you know match."
    assert giver_matches(workspace, luis + 1000, TODAY) == ""


def test_help_is_part_of_today(workspace: Workspace) -> None:
    helped(workspace, somebody(workspace), LedgerKind.PROMISE, 5, -4)
    found = today(workspace, NOW)
    assert found.sentence.startswith("One thing needs you")
    assert len(found.help.promises) == 1

"""What needs me today, asked of workspaces made by hand."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.method.goals import GoalKind, new_goal
from netdesk.method.ledger import LedgerKind
from netdesk.method.levels import DEFAULT_LEVELS
from netdesk.method.rhythm import counted_from, effective_rhythm, is_going_cold
from netdesk.method.today import DeedKind, Way, ask_deed
from netdesk.services.bulk import archive, to_bin
from netdesk.services.card_plans import PlanDraft, plan_cards
from netdesk.services.cards import let_go
from netdesk.services.event_edit import bin_events, mark_attended
from netdesk.services.expected import expect_name
from netdesk.services.follow_ups import (
    drop_follow_up,
    edit_follow_up,
    finish_follow_up,
    move_follow_up,
    open_follow_ups,
)
from netdesk.services.goals import add_goal
from netdesk.services.going_cold import going_cold
from netdesk.services.needs import needs, next_moment
from netdesk.services.open_debriefs import finish_old_debriefs
from netdesk.services.open_follow_ups import all_follow_ups
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.selection import Selection
from netdesk.services.today import today
from netdesk.store.workspace import Workspace
from tests.support.events import mixer, wall
from tests.support.kept_files import new_workspace
from tests.support.today import NOW, TODAY, card, due, helped, met_long_ago, plan, somebody, spoke


def ids(rows: object) -> list[int]:
    return [row.id for row in rows]  # type: ignore[attr-defined]


def test_nothing_is_asked_of_an_empty_workspace(workspace: Workspace) -> None:
    found = today(workspace, NOW)
    assert found.needs.all == 0
    assert found.sentence == "Nothing needs you today. A good day to help somebody."
    assert (found.cards, found.follow_ups, found.debriefs, found.cold, found.next_event) == (
        (),
        (),
        (),
        (),
        None,
    )
    assert found.deed is None
    assert found.month.is_empty


def test_cards_with_no_plan_come_oldest_first(workspace: Workspace) -> None:
    club = mixer(workspace, title="Breakfast Club", day=wall(2026, 11, 18, 7, 30))
    people = [somebody(workspace, f"Person{number}", note="Knows the mayor\nof York") for number in range(7)]
    cards = [card(workspace, one, club, NOW - timedelta(days=number)) for number, one in enumerate(people)]
    plan(workspace, cards[6], people[6], TODAY + timedelta(days=1))
    found = today(workspace, NOW)
    assert ids(found.cards) == cards[5:0:-1]
    assert found.needs.cards == 6
    assert found.cards_words == "from Breakfast Club, 5 days ago"
    assert found.cards[0].detail == "“Knows the mayor”"


def test_follow_ups_are_those_due_by_today(workspace: Workspace) -> None:
    grace = somebody(workspace, organisation="Bright Copy")
    later, late = due(workspace, grace, 1), due(workspace, grace, -6, "Call Grace about the handbook")
    plain, timed = due(workspace, grace, 0, "Confirm coffee"), due(workspace, grace, 0, at=time(10))
    found = today(workspace, NOW)
    assert ids(found.follow_ups) == [late, timed, plain]
    assert later not in ids(found.follow_ups)
    assert found.follow_ups_words == "1 overdue, 2 today"
    assert [line.chip for line in found.follow_ups] == ["6 d late", "10:00", "today"]
    assert [line.detail for line in found.follow_ups] == ["Bright Copy", *2 * ["Grace Adeyemi · Bright Copy"]]
    assert found.next_moment == time(10)


def test_where_somebody_was_met_stands_beside_the_follow_up(workspace: Workspace) -> None:
    club = mixer(workspace, title="Breakfast Club", day=wall(2026, 11, 18, 7, 30))
    grace = somebody(workspace)
    plan(workspace, card(workspace, grace, club), grace, TODAY)
    assert today(workspace, NOW).follow_ups[0].detail == "Grace Adeyemi · met at Breakfast Club"


def test_what_was_done_today_stays_for_the_day(workspace: Workspace) -> None:
    grace = somebody(workspace)
    one, other = due(workspace, grace, -1), due(workspace, grace, 0)
    finish_follow_up(workspace, one)
    drop_follow_up(workspace, other)
    found = today(workspace, NOW)
    assert (found.follow_ups, ids(found.done)) == ((), [one])
    assert found.done[0].chip.startswith("done 09:")
    assert today(workspace, NOW + timedelta(days=1)).done == ()


def test_moving_counts_days_and_keeps_the_time(workspace: Workspace) -> None:
    grace = somebody(workspace)
    one = due(workspace, grace, 0, "Call", time(10))
    for days in (1, 2, 3):
        move_follow_up(workspace, one, TODAY + timedelta(days=days), TODAY)
    move_follow_up(workspace, one, TODAY + timedelta(days=3), TODAY, at=time(11))
    (line,) = open_follow_ups(workspace, grace)
    assert (line.moved, line.at) == (3, time(11))
    edit_follow_up(workspace, one, "Call her", TODAY)
    assert open_follow_ups(workspace, grace)[0].at == time(11)
    found = today(workspace, NOW)
    assert found.follow_ups[0].hint == "Moved 3 times. Make it smaller, or let it go."
    move_follow_up(workspace, one, TODAY + timedelta(days=1), TODAY, at=None)
    assert open_follow_ups(workspace, grace)[0].at is None
    workspace.undo()
    assert open_follow_ups(workspace, grace)[0].moved == 3


@pytest.mark.parametrize("put_away", [to_bin, archive])
def test_who_is_put_away_asks_for_nothing(workspace: Workspace, put_away: object) -> None:
    club = mixer(workspace, title="Breakfast Club", day=wall(2026, 11, 18, 7, 30))
    away, here = somebody(workspace, "Away", level=3), somebody(workspace, "Here", level=3)
    for one in (away, here):
        met_long_ago(workspace, one, 400)
        card(workspace, one, club)
        due(workspace, one, 0, at=time(10 if one == away else 11))
        due(workspace, one, -1)
    put_away(workspace, Selection.of([away]), TODAY)  # type: ignore[operator]
    found = today(workspace, NOW)
    assert (found.needs.cards, found.needs.overdue, found.needs.due_today) == (1, 1, 1)
    assert {line.person_id for line in found.follow_ups} == {here}
    assert {line.person_id for line in found.cards} == {here}
    assert found.next_moment == time(11)
    workspace.undo()
    assert needs(workspace, NOW).cards == 2


def test_debriefs_of_the_last_month_are_asked_for(workspace: Workspace) -> None:
    fresh = mixer(workspace, title="Breakfast Club", day=wall(2026, 11, 18, 7, 30))
    old = [mixer(workspace, title=f"Old {n}", day=wall(2026, 9, 1 + n, 18)) for n in range(4)]
    away = mixer(workspace, title="Away", day=wall(2026, 11, 17, 18))
    gone = mixer(workspace, title="Gone", day=wall(2026, 11, 16, 18))
    mixer(workspace, title="To come", day=wall(2026, 11, 24, 18))
    mark_attended(workspace, away, False)
    bin_events(workspace, [gone])
    found = today(workspace, NOW)
    assert [line.event_id for line in found.debriefs] == [fresh]
    assert (found.needs.debriefs, found.old_debriefs) == (1, len(old))
    finish_old_debriefs(workspace, NOW)
    assert workspace.history()[0].title == "Finish 4 old debriefs as they are"
    found = today(workspace, NOW)
    assert (found.needs.debriefs, found.old_debriefs) == (1, 0)
    workspace.undo()
    assert today(workspace, NOW).old_debriefs == len(old)


def test_the_next_event_says_what_it_still_needs(workspace: Workspace) -> None:
    mixer(workspace, title="Far", day=wall(2026, 12, 8, 18))
    near = mixer(workspace)
    found = today(workspace, NOW).next_event
    assert found is not None
    assert (found.id, found.heading, found.when) == (
        near,
        "NEXT EVENT · IN 2 DAYS",
        "Tue 17:30 · Town Hall, Mill Street",
    )
    assert [line.done for line in found.lines] == [False, False, False]
    add_goal(workspace, near, new_goal(GoalKind.LEARN))
    expect_name(workspace, near, "Somebody from the council")
    found = today(workspace, NOW).next_event
    assert found is not None
    assert [line.words for line in found.lines[:2]] == ["1 goal set", "1 person to meet"]
    mark_attended(workspace, near, False)
    stays = today(workspace, NOW).next_event
    assert stays is not None
    assert stays.title == "Far"


def test_an_event_under_way_is_the_next_one_still(workspace: Workspace) -> None:
    mixer(workspace, title="Now", day=wall(2026, 11, 22, 9, 0))
    found = today(workspace, NOW).next_event
    assert found is not None
    assert found.heading == "UNDER WAY"


def test_the_closest_of_those_going_cold_come_first(workspace: Workspace) -> None:
    peter = somebody(workspace, "Peter", "Novak", level=4)
    hannah, longer = somebody(workspace, "Hannah", level=3), somebody(workspace, "Longer", level=3)
    warm = somebody(workspace, "Warm", level=5)
    planned = somebody(workspace, "Planned", level=5)
    own = somebody(workspace, "Own", level=5, rhythm_days=3)
    nobody = somebody(workspace, "Nobody")
    for one, days in (
        (peter, 33),
        (hannah, 51),
        (longer, 60),
        (warm, 14),
        (planned, 90),
        (own, 4),
        (nobody, 900),
    ):
        spoke(workspace, one, days)
    due(workspace, planned, 30)
    found = going_cold(workspace, TODAY)
    assert [one.person_id for one in found] == [own, peter, longer, hannah]
    assert found[1].words == "every 3 weeks · last spoke 33 days ago"
    assert found[1].way is Way.LOG
    assert [one.person_id for one in going_cold(workspace, TODAY, 2)] == [own, peter]


@settings(deadline=None, max_examples=25)
@given(
    people=st.lists(
        st.tuples(
            st.sampled_from([None, 1, 2, 3, 4, 5]),
            st.sampled_from([None, 1, 7, 40, 400]),
            st.sampled_from([None, 0, 5, 13, 14, 15, 90, 500]),
            st.integers(0, 600),
        ),
        max_size=12,
    )
)
def test_going_cold_is_what_the_method_says(
    tmp_path_factory: pytest.TempPathFactory, people: list[tuple[int | None, int | None, int | None, int]]
) -> None:
    workspace = new_workspace(tmp_path_factory.mktemp("cold") / "network.netdesk")
    try:
        wanted = set()
        for number, (level, own, contacted, added) in enumerate(people):
            one = somebody(workspace, f"Person{number}", level=level, rhythm_days=own)
            met_long_ago(workspace, one, added)
            if contacted is not None:
                spoke(workspace, one, contacted)
            last = None if contacted is None else TODAY - timedelta(days=contacted)
            rhythm = effective_rhythm(own, DEFAULT_LEVELS[level - 1] if level else None)
            if is_going_cold(counted_from(last, None, TODAY - timedelta(days=added)), rhythm, TODAY):
                wanted.add(one)
        assert {one.person_id for one in going_cold(workspace, TODAY, 20)} == wanted
        levels = [one.level for one in going_cold(workspace, TODAY, 20)]
        assert levels == sorted(levels, reverse=True)
    finally:
        workspace.close()


def test_the_indexes_answer_who_is_going_cold(workspace: Workspace) -> None:
    asked: list[str] = []
    workspace.connection.set_trace_callback(asked.append)
    going_cold(workspace, TODAY)
    workspace.connection.set_trace_callback(None)
    plans = [
        row[3]
        for question in asked
        if "FROM person" in question and "JOIN" not in question
        for row in workspace.connection.execute(f"EXPLAIN QUERY PLAN {question}")
        if "person" in row[3]
    ]
    assert plans
    assert all("person_cold" in plan or "person_own_rhythm" in plan for plan in plans), plans


def test_on_a_free_day_a_close_person_is_called(workspace: Workspace) -> None:
    peter = somebody(workspace, "Peter", "Novak", level=4)
    spoke(workspace, peter, 33)
    deed = today(workspace, NOW).deed
    assert deed is not None
    assert (deed.kind, deed.person_id, deed.words) == (
        DeedKind.CALL,
        peter,
        "Meet Peter Novak, just to hear how it goes.",
    )
    due(workspace, peter, 0)
    assert today(workspace, NOW).deed is None


def test_on_a_free_day_two_who_fit_are_introduced(workspace: Workspace) -> None:
    tags = ("design",)
    one = somebody(workspace, "Tom", "Okafor", level=3, tags=tags, organisation="Okafor Web")
    other = somebody(workspace, "Hannah", "Weiss", level=3, tags=tags, organisation="Weiss Print")
    for each in (one, other):
        spoke(workspace, each, 1)
    deed = today(workspace, NOW).deed
    assert deed is not None
    assert (deed.kind, deed.words) == (DeedKind.INTRODUCE, "Introduce Tom Okafor to Hannah Weiss.")
    with workspace.change("Met together"):
        talk = workspace.sql(
            "INSERT INTO interaction (kind, happened_at, created_at) VALUES ('met', ?, ?) RETURNING id",
            (NOW.isoformat(), NOW.isoformat()),
        ).fetchone()[0]
        workspace.many(
            "INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)",
            [(talk, one), (talk, other)],
        )
    after = today(workspace, NOW).deed
    assert after is not None
    assert (after.kind, after.person_id) == (DeedKind.THANK, other)
    finish_follow_up(workspace, due(workspace, other, 0))
    finish_follow_up(workspace, due(workspace, one, 0))
    asked = today(workspace, NOW).deed
    assert asked is not None
    assert (asked.kind, asked.words) == (DeedKind.ASK, "Ask Hannah Weiss who would be a good client.")


def test_on_a_free_day_whoever_gave_most_is_introduced_to_whom_they_look_for(workspace: Workspace) -> None:
    luis = somebody(workspace, "Luis", "Ortega", ideal_client="owners who outgrew a spreadsheet")
    somebody(workspace, "Marta", "Lindqvist", note="Runs it all on one spreadsheet")
    for _ in range(2):
        helped(workspace, luis, LedgerKind.RECEIVE)
    deed = today(workspace, NOW).deed
    assert deed is not None
    assert (deed.kind, deed.person_id, deed.words) == (
        DeedKind.INTRODUCE,
        luis,
        "Introduce Luis Ortega to Marta Lindqvist.",
    )
    assert "spreadsheet" in deed.why
    finish_follow_up(workspace, due(workspace, luis, 0, deed.action))
    assert today(workspace, NOW).deed is None, "it was done today"


def test_on_a_free_day_somebody_is_asked_what_is_not_known_of_them(workspace: Workspace) -> None:
    grace, tom = somebody(workspace), somebody(workspace, "Tom", "Okafor")
    spoke(workspace, grace, 200)
    assert (today(workspace, NOW).deed or ask_deed(0, "")).person_id == grace
    with workspace.change("Learn"):
        workspace.sql("UPDATE person SET ideal_client = 'charities' WHERE id = ?", (grace,))
    assert today(workspace, NOW).deed is None, "Tom was never talked to"
    spoke(workspace, tom, 100)
    assert (today(workspace, NOW).deed or ask_deed(0, "")).person_id == tom


def test_nobody_whose_card_was_let_go_is_thanked(workspace: Workspace) -> None:
    bill, grace = somebody(workspace, "Bill", "Marsh"), somebody(workspace)
    spoke(workspace, grace, 2)
    spoke(workspace, bill, 1)
    let_go(workspace, [card(workspace, bill, None)], "Only wanted to sell to me")
    deed = today(workspace, NOW).deed
    assert deed is not None
    assert (deed.kind, deed.person_id) == (DeedKind.THANK, grace)


def test_nobody_is_thanked_who_was_helped_since_the_talk(workspace: Workspace) -> None:
    tom, grace = somebody(workspace, "Tom", "Okafor"), somebody(workspace)
    spoke(workspace, grace, 2)
    spoke(workspace, tom, 1)
    assert (today(workspace, NOW).deed or ask_deed(0, "")).person_id == tom
    helped(workspace, tom, LedgerKind.GIVE)
    assert (today(workspace, NOW).deed or ask_deed(0, "")).person_id == grace


def test_the_next_moment_is_a_time_of_today_to_come(workspace: Workspace) -> None:
    grace = somebody(workspace)
    assert next_moment(workspace, NOW) is None
    due(workspace, grace, 0, at=time(9))
    due(workspace, grace, 0, at=time(15))
    due(workspace, grace, 1, at=time(10))
    assert next_moment(workspace, NOW) == time(15)
    assert next_moment(workspace, datetime(2026, 11, 22, 15, 0, tzinfo=UTC)) is None


def test_hundreds_of_follow_ups_are_counted_and_few_are_read(workspace: Workspace) -> None:
    grace = new_person(workspace, PersonDraft(given="Grace"))
    with workspace.change("Many"):
        workspace.many(
            "INSERT INTO follow_up (person_id, action, due_on, created_at) VALUES (?, ?, ?, '2026-01-01')",
            [
                (grace, f"Call {number}", str(date(2026, 1, 1) + timedelta(days=number % 90)))
                for number in range(900)
            ],
        )
    found = today(workspace, NOW)
    assert (len(found.follow_ups), found.needs.overdue) == (8, 900)
    assert len(today(workspace, NOW, follow_ups=48).follow_ups) == 48


def test_what_is_planned_with_somebody_in_the_bin_waits_there_and_comes_back(workspace: Workspace) -> None:
    grace = somebody(workspace)
    planned = card(workspace, grace, None)
    plan_cards(workspace, [planned], PlanDraft("Send the checklist", TODAY), TODAY)
    assert [line.action for line in today(workspace, NOW).follow_ups] == ["Send the checklist"]
    with workspace.change("Bin"):
        workspace.sql("UPDATE person SET binned_at = ? WHERE id = ?", (NOW.isoformat(), grace))
    away = today(workspace, NOW)
    assert (away.follow_ups, away.needs.all) == ((), 0)
    assert all_follow_ups(workspace) == ()
    workspace.undo()
    assert [line.action for line in today(workspace, NOW).follow_ups] == ["Send the checklist"]
    assert [line.card_id for line in all_follow_ups(workspace)] == [planned]

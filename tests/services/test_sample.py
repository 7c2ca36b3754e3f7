"""The invented network: its figures, one step in the history, and nothing left when it goes."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from netdesk.app import resources
from netdesk.method.contact_kinds import PointKind
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.insights.mix import reading
from netdesk.method.money import total_words
from netdesk.method.periods import last_12_months
from netdesk.method.thanks import thanks_words
from netdesk.method.triage import Shares
from netdesk.services.contact_points import Point
from netdesk.services.contact_query import NO_LEVEL
from netdesk.services.contacts import counts
from netdesk.services.debrief import debrief
from netdesk.services.event_list import event_ids, event_rows
from netdesk.services.event_page import event_page
from netdesk.services.insights.mix import figures as figures_of_mix
from netdesk.services.month import month_so_far
from netdesk.services.people import PersonDraft, new_person, people_named, read_draft
from netdesk.services.sample import add_sample, has_sample, remove_sample
from netdesk.services.today import today
from netdesk.services.win_list import WinQuery, win_ids, win_rows, win_totals
from netdesk.services.workspaces import Workspace, check

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 0).astimezone()
EVERY_DAY_OF_A_WEEK = [TODAY + timedelta(days=days) for days in range(1, 8)]
TABLES = ("person", "event", "tag", "organisation", "pitch", "target_market", "own_field", "interaction",
          "card", "follow_up", "reaction", "rehearsal", "networking_group", "member", "audit_mark", "ledger_entry",
          "introduction", "relation", "one_to_one", "win", "win_thanks", "logged_time", "preference")  # fmt: skip


def sample_folder() -> Path:
    return resources.path("sample")


def left(ws: Workspace) -> dict[str, int]:
    return {table: ws.sql(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def test_eighty_people_stand_on_the_levels_as_designed(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    figures = counts(workspace, TODAY)
    assert figures.levels == {NO_LEVEL: 2, 1: 36, 2: 21, 3: 12, 4: 6, 5: 3}
    assert (figures.people, figures.going_cold, figures.ready) == (80, 7, 3)
    assert len(figures.markets) == 2


@pytest.mark.parametrize("day", EVERY_DAY_OF_A_WEEK)
def test_the_figures_hold_on_whatever_day_it_is_told(workspace: Workspace, day: date) -> None:
    add_sample(workspace, sample_folder(), day)
    figures = counts(workspace, day)
    assert (figures.people, figures.going_cold, figures.ready) == (80, 7, 3)
    now = datetime.combine(day, datetime.min.time()).astimezone()
    found = event_ids(workspace, now)
    assert (len(found.coming), len(found.past)) == (4, 32)
    rows = event_rows(workspace, [*found.coming, *found.past], now)
    weekdays = {row.starts.isoweekday() for row in rows if row.starts.date() != day - timedelta(days=1)}
    assert weekdays == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize("day", EVERY_DAY_OF_A_WEEK)
def test_twenty_four_wins_of_a_year_came_as_the_pictures_show(workspace: Workspace, day: date) -> None:
    add_sample(workspace, sample_folder(), day)
    period = last_12_months(day)
    year = win_totals(workspace, WinQuery(period=period), "GBP")
    assert [(one.count, total_words(one.total)) for one in year.by_source] == [
        (9, "£18,400"), (6, "£11,200"), (4, "£5,200"), (3, "£2,900"), (2, "£6,100")]  # fmt: skip
    assert (year.count, total_words(year.total)) == (24, "£43,800")
    assert win_totals(workspace, WinQuery(period=period.before()), "GBP").count == 18
    newest = win_rows(workspace, win_ids(workspace, WinQuery()))[:6]
    assert [(thanks_words(row.thanks) or row.how, row.place) for row in newest] == [
        ("Olga Petrova", "Breakfast Club"),
        ("Sam Carter → Nadia Rahman", ""),
        ("", "Founders' evening"),
        ("Grace Adeyemi", ""),
        ("heard of me from two people", ""),
        ("web search", ""),
    ]


def test_two_follow_ups_are_late_and_two_are_for_today(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    due = [
        date.fromisoformat(row[0])
        for row in workspace.sql("SELECT due_on FROM follow_up WHERE state = 'open'")
    ]
    assert sorted((TODAY - day).days for day in due if day < TODAY) == [1, 6]
    assert due.count(TODAY) == 2


def test_cards_are_in_every_state_and_the_month_stands_beside_its_aims(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    states = dict(workspace.sql("SELECT state, count(*) FROM card GROUP BY state").fetchall())
    assert states == {"no_plan": 5, "planned": 9, "done": 87, "let_go": 5}
    month = month_so_far(workspace, NOW)
    assert [(count.done, count.aim) for count in month.counts] == [(6, 8), (4, 4), (7, 6), (11, 14)]
    needed = today(workspace, NOW)
    assert [card.name for card in needed.cards][:3] == ["Bill Marsh", "Priti Shah", "Noel Adair"]
    assert [line.title for line in needed.debriefs] == ["Fore Street traders' evening", "Breakfast Club"]


def test_the_evening_yesterday_waits_for_the_rest_of_its_debrief(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    (event,) = workspace.sql(
        "SELECT id FROM event WHERE title LIKE 'Fore Street%' AND starts_at < ?", (NOW.isoformat(),)
    ).fetchone()
    told = debrief(workspace, event, NOW)
    assert [(line.reached, line.goal.count) for line in told.goals] == [(5, 5), (8, 10), (1, 1)]
    assert (told.cards.all, told.cards.no_plan, told.cards.solid) == (7, 2, 2)
    assert (told.reactions.asked_more_percent, told.people.met) == (50, 7)
    assert told.finished_at is None


def test_the_autumn_mixer_is_prepared_as_drawn(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    now = datetime(2026, 11, 22, 9, 0).astimezone()
    page = event_page(workspace, event_ids(workspace, now).coming[0], now)
    assert page.title == "Chamber autumn mixer"
    assert page.starts == datetime.fromisoformat("2026-11-24T17:30:00+00:00")
    assert page.shares == Shares(10, 60, 20, 10)
    assert page.sentence == "few clients, many connectors"
    assert [line.goal.count for line in page.goals] == [5, 10, 1]
    assert page.gaps == ()
    assert page.pitch is not None
    assert (page.pitch.name, page.verdict and page.verdict.text) == ("Inbox to zero · v3", "24 s")
    assert [line.name for line in page.people][:5] == [
        "Ravi Menon",
        "Ellen Brandt",
        "Luis Ortega",
        "Tom Okafor",
        "Head of Retail 27",
    ]
    assert page.notice.startswith("Competitor in the room: Sam Carter.")
    assert page.earlier is not None
    assert page.earlier.worth.times == 3


def test_grace_is_who_she_is_in_the_pictures(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    (grace,) = people_named(workspace, "grace adeyemi")
    draft = read_draft(workspace, grace.id)
    assert draft.level == 3
    assert draft.met_on == date(2026, 3, 6)
    assert {point.value for point in draft.points} == {
        "grace@brightcopy.example",
        "+44 7700 900123",
        "brightcopy.example",
    }
    (sam,) = people_named(workspace, "sam carter")
    assert draft.met_through_id == sam.id


def test_a_year_of_help_is_in_the_ledger(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    entries = workspace.sql("SELECT kind, state, count(*) FROM ledger_entry GROUP BY kind, state").fetchall()
    assert set(entries) == {
        ("give", "done", 23),
        ("receive", "done", 17),
        ("promise", "open", 2),
        ("ask", "open", 2),
    }
    made = workspace.sql("SELECT state, count(*) FROM introduction GROUP BY state").fetchall()
    assert dict(made) == {"proposed": 1, "made": 2, "met": 3, "business": 4}
    late = workspace.sql("SELECT due_on FROM ledger_entry WHERE kind = 'promise' ORDER BY due_on").fetchall()
    assert [(TODAY - date.fromisoformat(day)).days for (day,) in late] == [4, -3]
    gave_most = workspace.sql(
        "SELECT display_name, gives, receives FROM person ORDER BY gives - receives LIMIT 1"
    ).fetchone()
    assert gave_most == ("Luis Ortega", 0, 4)


def test_every_introduction_that_was_made_is_a_give_and_no_other(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    rows = workspace.sql(
        "SELECT i.state, i.person_id, g.person_id, g.kind, g.way FROM introduction i"
        " LEFT JOIN ledger_entry g ON g.introduction_id = i.id"
    ).fetchall()
    assert len(rows) == 10
    for state, who, gave_to, kind, way in rows:
        expected = (None, None, None) if state == "proposed" else (who, "give", "introduction")
        assert (gave_to, kind, way) == expected


def test_the_breakfast_club_has_eighteen_members_and_its_meetings(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    club, since = workspace.sql(
        "SELECT id, since FROM networking_group WHERE name = 'Breakfast Club' AND fee = 780"
    ).fetchone()
    assert since.startswith("2024-02")
    here = "FROM member m JOIN person p ON p.id = m.person_id WHERE m.group_id = ? AND m.left_on IS NULL"
    members, sat_down = workspace.sql(
        f"SELECT count(*), total(p.one_to_ones_held > 0) {here}", (club,)
    ).fetchone()
    assert (members, sat_down) == (18, 6)
    meetings = workspace.sql("SELECT title FROM event WHERE group_id = ?", (club,)).fetchall()
    assert meetings == [("Breakfast Club",)] * 3


def test_three_one_to_ones_are_to_come_and_those_held_know_their_talk(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    rows = workspace.sql(
        "SELECT p.display_name, o.starts_at, o.interaction_id IS NOT NULL, o.called_off_at IS NOT NULL"
        " FROM one_to_one o JOIN person p ON p.id = o.person_id ORDER BY o.starts_at"
    ).fetchall()
    assert [(name, held, off) for name, _, held, off in rows] == [
        ("Grace Adeyemi", 1, 0),
        ("Eva Lindholm", 0, 1),
        ("Hannah Weiss", 1, 0),
        ("Ravi Menon", 0, 0),
        ("Ellen Brandt", 0, 0),
        ("Luis Ortega", 0, 0),
    ]
    assert rows[3][1] == "2026-11-24T10:00:00+00:00"


def test_a_group_that_somebody_of_mine_joined_stays(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    mine = new_person(workspace, PersonDraft(given="Noor"))
    with workspace.change("Join"):
        workspace.sql(
            "INSERT INTO member (group_id, person_id, created_at)"
            " SELECT id, ?, created_at FROM networking_group WHERE name = 'Breakfast Club'",
            (mine,),
        )
    remove_sample(workspace)
    assert workspace.sql("SELECT name FROM networking_group").fetchall() == [("Breakfast Club",)]
    assert workspace.sql("SELECT person_id FROM member").fetchall() == [(mine,)]


@pytest.mark.parametrize("day", [TODAY, date(2028, 2, 29)])
def test_the_hours_are_those_of_the_picture_on_whatever_day(workspace: Workspace, day: date) -> None:
    add_sample(workspace, sample_folder(), day)
    mix = figures_of_mix(workspace, last_12_months(day), day)
    assert list(mix.percents.values()) == [46, 12, 14, 20, 8]
    assert reading(mix) == "One-to-ones are 13 points under plan: book two a week."
    assert mix.total_before == 310 * 60


def test_every_address_and_number_is_invented(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    points = workspace.sql("SELECT kind, value FROM contact_point").fetchall()
    assert len(points) > 160
    for kind, value in points:
        assert value.startswith("+44 7700 900") if kind == "phone" else value.endswith(".example")
    numbers = [value for kind, value in points if kind == "phone"]
    assert len(set(numbers)) == len(numbers) == 80


def test_one_undo_takes_all_of_it_back_and_redo_brings_it(workspace: Workspace) -> None:
    before = left(workspace)
    add_sample(workspace, sample_folder(), TODAY)
    assert [entry.title for entry in workspace.history()] == ["Add the sample network"]
    added = left(workspace)
    workspace.undo()
    assert left(workspace) == before
    workspace.redo()
    assert left(workspace) == added
    assert check(workspace).problems == ()


def test_removing_it_leaves_what_was_added_by_hand(workspace: Workspace) -> None:
    mine = new_person(
        workspace,
        PersonDraft(
            given="Noor",
            organisation="Bright Copy",
            tags=("retail", "mine"),
            points=(Point(PointKind.EMAIL, "noor@mine.example"),),
        ),
    )
    before = left(workspace)
    add_sample(workspace, sample_folder(), TODAY)
    remove_sample(workspace)
    assert left(workspace) == before
    assert read_draft(workspace, mine).tags == ("mine", "retail")
    assert not has_sample(workspace)
    workspace.undo()
    assert has_sample(workspace)
    assert check(workspace).problems == ()


def test_it_is_not_added_twice_and_not_removed_twice(workspace: Workspace) -> None:
    add_sample(workspace, sample_folder(), TODAY)
    with pytest.raises(InvalidInput, match="already"):
        add_sample(workspace, sample_folder(), TODAY)
    remove_sample(workspace)
    with pytest.raises(NotFound):
        remove_sample(workspace)


def test_it_is_the_same_every_time(workspace: Workspace) -> None:
    asked = "SELECT uid, level, level_since, last_contact_on, board_rank FROM person ORDER BY uid"
    add_sample(workspace, sample_folder(), TODAY)
    first = workspace.sql(asked).fetchall()
    remove_sample(workspace)
    add_sample(workspace, sample_folder(), TODAY)
    assert workspace.sql(asked).fetchall() == first

"""Two contacts who are one person: everything of both is there afterwards, once, and one undo parts them again."""

from __future__ import annotations

from datetime import date

import pytest

from netdesk.method.contact_kinds import MarketStanding, PersonKind, PointKind
from netdesk.method.errors import InvalidInput
from netdesk.method.rhythm import InteractionKind
from netdesk.services import merging_rows
from netdesk.services.contact_points import Point
from netdesk.services.conversations import Conversation, log_conversation
from netdesk.services.follow_ups import add_follow_up, open_follow_ups
from netdesk.services.level_page import level_record
from netdesk.services.levels import move_people
from netdesk.services.markets import InMarket
from netdesk.services.merging import compare, merge_people
from netdesk.services.people import PersonDraft, change_fields, new_person, read_draft
from netdesk.services.timeline import timeline
from netdesk.services.workspaces import check
from netdesk.store.workspace import Workspace

TODAY = date(2026, 11, 22)
_NOW = "2026-11-01T10:00:00+00:00"


def everything(ws: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table the history keeps, and the gathered text."""
    from netdesk.store.tracking import tracked_columns

    found = {
        table: ws.sql(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id").fetchall()
        for table, columns in tracked_columns(ws.connection).items()
    }
    found["search_text"] = ws.sql("SELECT * FROM search_text ORDER BY person_id").fetchall()
    derived = "id, last_contact_on, gives, receives, next_follow_up_on, one_to_ones_held, met_days"
    found["derived"] = ws.sql(f"SELECT {derived} FROM person ORDER BY id").fetchall()
    return found


def draft(name: str, **more: object) -> PersonDraft:
    values = {"given": name, "family": "Adeyemi", **more}
    return PersonDraft(**values)  # type: ignore[arg-type]


def with_everything(ws: Workspace, name: str, other: int, event: int, group: int, level: int) -> int:
    """A person with a row in every table that can point to one."""
    person = new_person(
        ws,
        draft(
            name,
            organisation=f"{name} Copy",
            note=f"Note of {name}",
            ideal_client=f"clients of {name}",
            level=level,
            met_through_id=other,
            points=(
                Point(PointKind.EMAIL, f"{name.lower()}@copy.example", preferred=True),
                Point(PointKind.PHONE, "+44 7700 900123"),
            ),
            kinds=(PersonKind.CONNECTOR,),
            tags=("copy", name),
            markets=(InMarket("Charities", MarketStanding.CLOSE, f"through {name}"),),
        ),
    )
    add_follow_up(ws, person, f"Call {name}", TODAY)
    log_conversation(ws, Conversation(InteractionKind.CALL, TODAY, (person,), f"Said to {name}"), TODAY)
    with ws.change("Fill"):
        for table, columns, values in (
            ("card", "event_id, person_id, learned, received_at, created_at", (event, person, 1, _NOW, _NOW)),
            ("expected_person", "event_id, person_id, why", (event, person, f"because of {name}")),
            (
                "member",
                "group_id, person_id, joined_on, learned, created_at",
                (group, person, f"2025-0{level}-01", f"From {name}", _NOW),
            ),
            ("one_to_one", "person_id, starts_at, uid, created_at", (person, _NOW, f"u-{name}", _NOW)),
            (
                "ledger_entry",
                "person_id, kind, words, happened_on, created_at",
                (person, "give", f"to {name}", "2026-05-01", _NOW),
            ),
            ("introduction", "person_id, other_id, created_at", (person, other, _NOW)),
            ("introduction", "person_id, other_id, created_at", (other, person, _NOW)),
            ("fit_refusal", "person_id, other_id, refused_at", (person, other, _NOW)),
            ("relation", "person_id, other_id, kind, created_at", (other, person, "works_with", _NOW)),
        ):
            marks = ", ".join("?" * len(values))
            ws.sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)
        member = ws.sql("SELECT max(id) FROM member").fetchone()[0]
        ws.sql("INSERT INTO audit_mark (member_id, mark, answer) VALUES (?, 'know', ?)", (member, level % 2))
    return person


@pytest.fixture
def two(workspace: Workspace) -> tuple[int, int, int]:
    """Two contacts who both have everything, and a third they both have to do with."""
    third = new_person(workspace, PersonDraft(given="Sam", family="Carter"))
    with workspace.change("Fill"):
        workspace.sql("INSERT INTO event (title, starts_at, created_at) VALUES ('Mixer', ?, ?)", (_NOW, _NOW))
        workspace.sql("INSERT INTO networking_group (name, created_at) VALUES ('Breakfast Club', ?)", (_NOW,))
    one = with_everything(workspace, "Grace", third, 1, 1, 2)
    other = with_everything(workspace, "Gracie", third, 1, 1, 3)
    with workspace.change("Tie the two"):
        workspace.sql(
            "INSERT INTO relation (person_id, other_id, kind, created_at) VALUES (?, ?, 'knows', ?)",
            (one, other, _NOW),
        )
        workspace.sql(
            "INSERT INTO introduction (person_id, other_id, created_at) VALUES (?, ?, ?)", (one, other, _NOW)
        )
        workspace.sql("UPDATE person SET met_through_id = ? WHERE id = ?", (one, other))
    return one, other, third


def test_of_two_who_both_have_everything_one_is_left_with_all_of_it_once(
    workspace: Workspace, two: tuple[int, int, int]
) -> None:
    kept, gone, third = two
    merge_people(workspace, kept, gone, TODAY)

    known = read_draft(workspace, kept)
    assert known.given == "Grace"
    assert known.tags == ("copy", "Grace", "Gracie")
    assert [point.value for point in known.points] == [
        "grace@copy.example",
        "+44 7700 900123",
        "gracie@copy.example",
    ]
    assert known.met_through_id == third
    assert {one.action for one in open_follow_ups(workspace, kept)} == {"Call Grace", "Call Gracie"}
    counts = {
        table: workspace.sql(f"SELECT count(*) FROM {table} WHERE person_id = ?", (kept,)).fetchone()[0]
        for table in ("card", "expected_person", "member", "one_to_one", "ledger_entry", "interaction_person")
    }
    assert counts == {
        "card": 1, "expected_person": 1, "member": 1, "one_to_one": 2, "ledger_entry": 2, "interaction_person": 2,
    }  # fmt: skip
    member = workspace.sql("SELECT joined_on, learned FROM member").fetchone()
    assert member == ("2025-02-01", "From Grace\nFrom Gracie")
    assert workspace.sql("SELECT gives FROM person WHERE id = ?", (kept,)).fetchone() == (2,)
    assert workspace.sql("SELECT count(*) FROM relation").fetchone() == (1,)
    assert workspace.sql("SELECT count(*) FROM introduction").fetchone() == (4,)
    assert check(workspace).problems == ()


def test_what_gave_way_is_written_at_the_end_of_the_note(
    workspace: Workspace, two: tuple[int, int, int]
) -> None:
    kept, gone, _ = two
    merge_people(workspace, kept, gone, TODAY, taken=("ideal_client", "level"))

    known = read_draft(workspace, kept)
    assert known.ideal_client == "clients of Gracie"
    assert known.level == 3
    for lost in ("Note of Grace", "Note of Gracie", "Ideal client: clients of Grace", "First name: Gracie"):
        assert lost in known.note


def test_days_and_rhythms_are_said_in_words(workspace: Workspace) -> None:
    days = {"Grace": (date(2026, 1, 14), 14), "Gracie": (date(2026, 6, 18), 10)}
    one, other = (
        new_person(workspace, draft(name, met_on=met_on, rhythm_days=rhythm))
        for name, (met_on, rhythm) in days.items()
    )
    said = {found.field: (found.kept, found.gone) for found in compare(workspace, one, other).differences}
    assert said["met_on"] == ("14 January 2026", "18 June 2026")
    assert said["rhythm_days"] == ("every 2 weeks", "every 10 days")
    merge_people(workspace, one, other, TODAY)
    assert "merged on 22 November 2026:" in read_draft(workspace, one).note


def test_the_moves_of_the_other_take_no_time_from_the_levels_of_the_one(workspace: Workspace) -> None:
    one, other = (new_person(workspace, draft(name)) for name in ("Grace", "Gracie"))
    with workspace.change("Long known"):
        workspace.sql("UPDATE person SET created_at = '2026-01-14T08:00:00+00:00'")
    for person, day, level in (
        (one, "2026-01-14", 1),
        (one, "2026-05-18", 3),
        (other, "2026-06-18", 1),
        (one, "2026-07-20", 4),
    ):
        move_people(workspace, [person], level)
        with workspace.change("On that day"):
            workspace.sql(
                "UPDATE level_move SET moved_at = ? WHERE id = (SELECT max(id) FROM level_move)",
                (f"{day}T09:00:00+00:00",),
            )
    before = level_record(workspace, one, TODAY)
    merge_people(workspace, one, other, TODAY)
    after = level_record(workspace, one, TODAY)
    assert [time.days for time in after.times] == [time.days for time in before.times] == [124, 63, 125]
    assert after.moves[0].detail == "from Equally engaged, after 9 weeks"
    assert len(after.moves) == 4
    assert "from Equally engaged, after 9 weeks" in [
        entry.words for entry in timeline(workspace, one).entries
    ]


def test_one_undo_parts_them_again_and_a_redo_merges_them(
    workspace: Workspace, two: tuple[int, int, int]
) -> None:
    kept, gone, _ = two
    before = everything(workspace)
    merge_people(workspace, kept, gone, TODAY, taken=("given", "photo"))
    after = everything(workspace)
    workspace.undo()
    assert everything(workspace) == before
    workspace.redo()
    assert everything(workspace) == after


def test_every_table_that_points_to_people_is_seen_to(workspace: Workspace) -> None:
    seen_to = {*merging_rows._MOVED, *merging_rows._ONE_EACH, *merging_rows._PAIRS}
    seen_to |= {"contact_point", "person", "win", "win_thanks"}
    tables = [row[0] for row in workspace.sql("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    pointing = {
        table
        for table in tables
        for row in workspace.sql(f"PRAGMA foreign_key_list({table})")
        if row[2] == "person"
    }
    assert pointing == seen_to


def test_thanks_for_a_win_go_to_who_is_kept_with_the_share_of_both(workspace: Workspace) -> None:
    kept, gone, other = (new_person(workspace, draft(name)) for name in ("Grace", "Gracie", "Olga"))
    with workspace.change("Win"):
        workspace.sql(
            "INSERT INTO win (title, client_id, won_on, created_at) VALUES ('Inbox set-up', ?, '2026-11-18', '')",
            (gone,),
        )
        for step, person in enumerate((kept, gone, other)):
            workspace.sql(
                "INSERT INTO win_thanks (win_id, person_id, name, step) VALUES (1, ?, 'Grace', ?)",
                (person, step),
            )
    merge_people(workspace, kept, gone, TODAY)
    assert workspace.sql("SELECT client_id FROM win").fetchall() == [(kept,)]
    shares = workspace.sql("SELECT person_id, weight FROM win_thanks ORDER BY step").fetchall()
    assert shares == [(kept, 2.0), (other, 1.0)]
    assert workspace.sql("SELECT wins_received FROM person WHERE id = ?", (kept,)).fetchone() == (1,)


def test_a_note_too_long_for_one_becomes_a_note_in_the_timeline(workspace: Workspace) -> None:
    kept = new_person(workspace, draft("Grace", note="a" * 15_000))
    gone = new_person(workspace, draft("Gracie", note="b" * 15_000))
    merge_people(workspace, kept, gone, TODAY)
    assert read_draft(workspace, kept).note == "a" * 15_000
    (words,) = workspace.sql("SELECT words FROM interaction WHERE kind = 'note'").fetchone()
    assert words.startswith("b" * 15_000)


def test_nobody_is_merged_with_themselves_or_with_somebody_in_the_bin(workspace: Workspace) -> None:
    one, other = (new_person(workspace, draft(name)) for name in ("Grace", "Gracie"))
    with pytest.raises(InvalidInput, match="the same person"):
        merge_people(workspace, one, one, TODAY)
    with workspace.change("Bin"):
        workspace.sql("UPDATE person SET binned_at = ? WHERE id = ?", (_NOW, other))
    with pytest.raises(InvalidInput, match="in the bin"):
        merge_people(workspace, one, other, TODAY)


def test_the_comparison_says_what_differs_and_what_comes_along(
    workspace: Workspace, two: tuple[int, int, int]
) -> None:
    kept, gone, _ = two
    change_fields(workspace, gone, role="Owner")
    seen = compare(workspace, kept, gone)
    assert [one.field for one in seen.differences] == ["given", "organisation", "ideal_client", "level"]
    assert seen.differences[-1].kept == "2 Familiar face"
    assert seen.higher_level
    assert seen.comes_along == (
        "1 conversation, 1 follow-up, 1 card, 1 planned one-to-one, 1 give, receive, promise or ask, 1 group"
    )

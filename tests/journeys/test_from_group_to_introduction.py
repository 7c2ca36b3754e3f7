"""From a group of eighteen to an introduction: audit, one-to-ones, a promise kept, a level up, two people together."""

from __future__ import annotations

from netdesk.services.history import steps, undo_up_to
from netdesk.services.workspaces import check
from netdesk.store.workspace import Workspace
from tests.support.group_journey import GROUP, HEROINE, LEARNED, OTHER, PROMISED, GroupJourney, prepare
from tests.support.journey_desk import NOW, JourneyDesk

WRITTEN = (
    "networking_group", "member", "audit_mark", "one_to_one", "interaction", "ledger_entry", "introduction",
)  # fmt: skip


def stored_group(workspace: Workspace) -> tuple[object, ...]:
    row: tuple[object, ...] = workspace.sql(
        "SELECT g.name, g.meets_every, g.meets_on, g.meets_at, g.fee, count(m.id)"
        " FROM networking_group g LEFT JOIN member m ON m.group_id = g.id GROUP BY g.id"
    ).fetchone()
    return row


def stored_person(workspace: Workspace, name: str) -> tuple[object, ...]:
    row: tuple[object, ...] = workspace.sql(
        "SELECT level, ideal_client, one_to_ones_achieved, gives FROM person WHERE display_name = ?", (name,)
    ).fetchone()
    return row


def people(workspace: Workspace) -> int:
    count: int = workspace.sql("SELECT count(*) FROM person").fetchone()[0]
    return count


def stored_help(workspace: Workspace) -> list[tuple[object, ...]]:
    return workspace.sql("SELECT kind, way, words, state FROM ledger_entry ORDER BY id").fetchall()


def test_from_a_group_to_an_introduction(desk: JourneyDesk) -> None:
    before = Workspace(desk.path)
    prepare(before)
    prepared = max(step.operation for step in steps(before))
    before.close()
    desk.start(height=900)
    journey = GroupJourney(desk.person, NOW)

    journey.add_the_group()
    assert stored_group(desk.workspace) == (GROUP, "week", 4, "07:00", 780.0, 0)
    journey.add_the_members()
    assert stored_group(desk.workspace)[-1] == 18
    journey.answer_the_audit()
    marks = desk.workspace.sql("SELECT mark, answer FROM audit_mark").fetchall()
    assert marks == [("used", 1)], "what was given back to the record is no answer by hand"

    journey.plan_three()
    plans = desk.workspace.sql(
        "SELECT p.display_name, o.group_id IS NOT NULL FROM one_to_one o JOIN person p ON p.id = o.person_id"
    ).fetchall()
    assert (len(plans), plans[0]) == (3, (HEROINE, 1))

    journey.write_it_down()
    assert stored_person(desk.workspace, HEROINE) == (2, LEARNED, 1, 0)
    assert stored_help(desk.workspace) == [("promise", "other", PROMISED, "open")]
    journey.keep_the_promise()
    assert stored_help(desk.workspace) == [("promise", "other", PROMISED, "done")]

    journey.see_who_is_ready()
    journey.drag_her_up()
    assert stored_person(desk.workspace, HEROINE) == (3, LEARNED, 1, 1)

    journey.introduce_her()
    introduced = desk.workspace.sql(
        "SELECT p.display_name, o.display_name, i.state, i.made_on FROM introduction i"
        " JOIN person p ON p.id = i.person_id JOIN person o ON o.id = i.other_id"
    ).fetchall()
    assert introduced == [(HEROINE, OTHER, "made", "2026-11-22")]
    assert [entry[:2] for entry in stored_help(desk.workspace)] == [
        ("promise", "other"),
        ("give", "introduction"),
    ]
    journey.look_back()

    kept = (stored_group(desk.workspace), stored_person(desk.workspace, HEROINE), stored_help(desk.workspace))
    desk.end()
    desk.start(height=900)
    again = (
        stored_group(desk.workspace),
        stored_person(desk.workspace, HEROINE),
        stored_help(desk.workspace),
    )
    assert again == kept
    journey.look_back()

    undo_up_to(
        desk.workspace, min(step.operation for step in steps(desk.workspace) if step.operation > prepared)
    )
    counts = [desk.workspace.sql(f"SELECT count(*) FROM {table}").fetchone()[0] for table in WRITTEN]
    assert (counts, people(desk.workspace)) == ([0] * len(WRITTEN), 16)
    assert stored_person(desk.workspace, HEROINE) == (2, "", 0, 0)
    assert check(desk.workspace).problems == ()

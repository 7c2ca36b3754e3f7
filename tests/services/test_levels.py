"""Moving people between levels, the reason, the own order; all of it taken back and done again."""

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NotFound
from netdesk.method.levels import DEFAULT_LEVELS
from netdesk.services import levels
from netdesk.services.board_ranks import Place
from netdesk.services.levels import move_people
from netdesk.services.timeline import timeline
from netdesk.store.errors import WorkspaceError
from netdesk.store.workspace import Workspace
from tests.support.kept_files import new_workspace
from tests.support.workspaces import sample_people

TODAY = date(2026, 11, 22)


def own_order(workspace: Workspace, level: int | None) -> list[int]:
    rows = workspace.sql(
        "SELECT id FROM person WHERE level IS ? ORDER BY board_rank, sort_name, id", (level,)
    )
    return [row[0] for row in rows]


def whole(workspace: Workspace) -> list[tuple[object, ...]]:
    people = workspace.sql("SELECT id, level, level_since, board_rank, updated_at FROM person ORDER BY id")
    moves = workspace.sql("SELECT * FROM level_move ORDER BY id")
    return [*people.fetchall(), *moves.fetchall()]


def test_a_new_workspace_has_the_usual_levels(workspace: Workspace) -> None:
    assert levels.levels(workspace) == DEFAULT_LEVELS


def test_endless_texts_of_a_foreign_file_are_read_in_part(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1)
    endless = "Nearly a friend " * 70_000
    with workspace.change("Written by another program"):
        workspace.sql("UPDATE level SET name = ?, meaning = ?, moves_up = ?", (endless, endless, endless))
        workspace.sql("UPDATE level SET name = ? WHERE id = 5", (" " * 1_000_000 + "x",))
    known = levels.levels(workspace)
    assert {text for one in known for text in (one.meaning, one.moves_up)} == {endless[:2_000].strip()}
    assert [one.name for one in known] == [endless[:2_000].strip()] * 4 + ["Level 5"]
    assert len(move_people(workspace, [person], 2).title) < 100
    (entry,) = timeline(workspace, person).entries
    assert len(entry.title) <= 4_100
    assert workspace.sql("SELECT length(name) FROM level WHERE id = 1").fetchone()[0] == len(endless)


def test_a_move_is_kept_with_its_reason_and_told_in_words(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1)
    changes = move_people(workspace, [person], 3, " She helped \n twice ")
    assert changes.title == "Move Grace Adeyemi to Equally engaged"
    assert changes.ids("person") == {person}
    (move,) = levels.moves(workspace, person)
    assert (move.from_level, move.to_level, move.why) == (None, 3, "She helped twice")
    level, since = workspace.sql("SELECT level, level_since FROM person WHERE id = ?", (person,)).fetchone()
    assert (level, since[:10]) == (3, move.moved_at.date().isoformat())


def test_several_people_are_one_step_of_the_history(workspace: Workspace) -> None:
    people = sample_people(workspace, 12)
    changes = move_people(workspace, people, 2)
    assert changes.title == "Move 12 people to Familiar face"
    assert own_order(workspace, 2) == people
    assert workspace.undo() is not None
    assert own_order(workspace, 2) == []
    assert not any(levels.moves(workspace, person) for person in people)


def test_who_stands_there_already_is_left_alone(workspace: Workspace) -> None:
    first, second = sample_people(workspace, 2)
    move_people(workspace, [first], 2)
    changes = move_people(workspace, [first, second], 2)
    assert changes.ids("person") == {second}
    assert changes.title.startswith("Move Ellen")
    assert len(levels.moves(workspace, first)) == 1
    before = len(workspace.history())
    assert move_people(workspace, [first, second], 2).is_empty
    assert move_people(workspace, [], 2).is_empty
    assert len(workspace.history()) == before


def test_back_to_unsorted(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1, level=4)
    assert move_people(workspace, [person], None).title == "Move Grace Adeyemi to unsorted"
    assert levels.moves(workspace, person)[0].to_level is None


def test_only_the_five_levels_and_people_who_are_there(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1)
    with pytest.raises(InvalidInput):
        move_people(workspace, [person], 6)
    with pytest.raises(NotFound):
        move_people(workspace, [999], 2)
    with pytest.raises(InvalidInput) as long:
        move_people(workspace, [person], 2, "x" * 501)
    assert long.value.field == "why"
    assert own_order(workspace, 2) == []


def test_a_reason_given_afterwards_joins_the_move(workspace: Workspace) -> None:
    people = sample_people(workspace, 2)
    changes = move_people(workspace, people, 5)
    steps = len(workspace.history())
    levels.give_reason(workspace, changes.operation, "They refer me\0 all the time")
    assert [move.why for one in people for move in levels.moves(workspace, one)] == [
        "They refer me all the time"
    ] * 2
    assert len(workspace.history()) == steps
    workspace.undo()
    assert own_order(workspace, 5) == []


def test_a_reason_given_later_is_a_step_of_its_own(workspace: Workspace) -> None:
    first, second = sample_people(workspace, 2)
    changes = move_people(workspace, [first], 5)
    move_people(workspace, [second], 5)
    given_late = levels.give_reason(workspace, changes.operation, "Late")
    assert given_late.operation != changes.operation
    assert given_late.ids("level_move")
    workspace.undo()
    assert levels.moves(workspace, first)[0].why == ""
    assert own_order(workspace, 5) != []


def test_a_reason_for_a_single_move_and_for_one_taken_back(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1)
    changes = move_people(workspace, [person], 5)
    levels.give_reason_for_moves(workspace, [levels.moves(workspace, person)[0].id], "Because")
    assert levels.moves(workspace, person)[0].why == "Because"
    workspace.undo()
    workspace.undo()
    with pytest.raises(NotFound):
        levels.give_reason(workspace, changes.operation, "Too late")


def test_time_at_each_level_is_read_back(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1)
    with workspace.change("Make it older"):
        workspace.sql("UPDATE person SET created_at = '2026-10-01T10:00:00+00:00', level = 2")
        workspace.many(
            "INSERT INTO level_move (person_id, from_level, to_level, moved_at) VALUES (?, ?, ?, ?)",
            [
                (person, None, 1, "2026-10-02T10:00:00+00:00"),
                (person, 1, 2, "2026-11-01T23:30:00+00:00"),
            ],
        )
    found = levels.time_at_levels(workspace, person, TODAY)
    assert [(stay.level, stay.days) for stay in found] == [(1, 30), (2, 21)]
    with pytest.raises(NotFound):
        levels.time_at_levels(workspace, 999, TODAY)


def test_a_level_is_saved_and_taken_back(workspace: Workspace) -> None:
    changes = levels.save_level(
        workspace, 1, name=" New  face ", meaning="Just met", rhythm_days=70, capacity=None, moves_up="Talk"
    )
    assert changes.title == "Change the level New face"
    assert levels.levels(workspace)[0].name == "New face"
    assert levels.levels(workspace)[0].rhythm_days == 70
    workspace.undo()
    assert levels.levels(workspace) == DEFAULT_LEVELS


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("name", {"name": "Proven partner"}),
        ("name", {"name": "\0"}),
        ("rhythm", {"rhythm_days": 0}),
        ("rhythm", {"rhythm_days": 3650}),
        ("capacity", {"capacity": 0}),
    ],
)
def test_settings_that_make_no_sense_are_refused(
    workspace: Workspace, field: str, values: dict[str, object]
) -> None:
    good = {"name": "A", "meaning": "", "rhythm_days": 7, "capacity": None, "moves_up": ""}
    with pytest.raises(InvalidInput) as refused:
        levels.save_level(workspace, 2, **(good | values))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert levels.levels(workspace) == DEFAULT_LEVELS
    with pytest.raises(NotFound):
        levels.save_level(workspace, 6, **good)  # type: ignore[arg-type]


# The own order ----------------------------------------------------------------------------------


def test_a_place_is_above_below_or_at_the_top(workspace: Workspace) -> None:
    one, two, three, four = sample_people(workspace, 4, level=1)
    changes = move_people(workspace, [four], 1, place=Place(above=two))
    assert own_order(workspace, 1) == [one, four, two, three]
    assert changes.title.startswith("Reorder ")
    assert not changes.touches("level_move")
    move_people(workspace, [one], 1, place=Place(below=three))
    assert own_order(workspace, 1) == [four, two, three, one]
    move_people(workspace, [three], 1, place=Place())
    assert own_order(workspace, 1) == [three, four, two, one]
    for _ in range(3):
        workspace.undo()
    assert own_order(workspace, 1) == [one, two, three, four]


def test_moving_to_a_place_writes_only_the_card_that_moves(workspace: Workspace) -> None:
    people = sample_people(workspace, 50, level=1)
    (other,) = sample_people(workspace, 1)
    changes = move_people(workspace, [other], 1, place=Place(above=people[25]))
    assert changes.ids("person") == {other}
    assert own_order(workspace, 1).index(other) == 25


def test_cards_never_put_in_order_can_be_parted(workspace: Workspace) -> None:
    people = sample_people(workspace, 5, level=1)
    with workspace.change("Forget the order"):
        workspace.sql("UPDATE person SET board_rank = 0")
    before = own_order(workspace, 1)
    (other,) = sample_people(workspace, 1)
    move_people(workspace, [other], 1, place=Place(above=before[3]))
    assert own_order(workspace, 1) == [*before[:3], other, *before[3:]]
    workspace.undo()
    assert own_order(workspace, 1) == before
    assert set(before) == set(people)


def test_halving_the_same_gap_for_ever_keeps_the_order(workspace: Workspace) -> None:
    people = sample_people(workspace, 60, level=1)
    order = list(people)
    for person in people[2:]:
        move_people(workspace, [person], 1, place=Place(above=people[1]))
        order.remove(person)
        order.insert(order.index(people[1]), person)
        assert own_order(workspace, 1) == order


STEPS = st.lists(
    st.tuples(
        st.lists(st.integers(0, 7), min_size=1, max_size=4, unique=True),
        st.sampled_from([None, 1, 2]),
        st.sampled_from(["above", "below", "top", "none"]),
        st.integers(0, 7),
    ),
    max_size=12,
)


class Model:
    """The own orders as plain lists."""

    def __init__(self, people: list[int]) -> None:
        self.columns: dict[int | None, list[int]] = {None: list(people), 1: [], 2: []}

    def move(self, people: list[int], level: int | None, kind: str, anchor: int) -> None:
        target = self.columns[level]
        going = people if kind != "none" else [one for one in people if one not in target]
        for column in self.columns.values():
            column[:] = [one for one in column if one not in going]
        row = 0
        if anchor in target and kind in ("above", "below"):
            row = target.index(anchor) + (kind == "below")
        target[row:row] = going


@given(STEPS)
@settings(max_examples=40)
def test_ranks_keep_the_order_under_any_moves(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[list[int], int | None, str, int]],
) -> None:
    workspace = new_workspace(tmp_path_factory.mktemp("ranks") / "network.netdesk")
    try:
        people = sample_people(workspace, 8)
        model = Model(people)
        states = [whole(workspace)]
        done = 0
        for picked, level, kind, anchor in steps:
            moving = [people[number] for number in picked]
            place = {
                "above": Place(above=people[anchor]),
                "below": Place(below=people[anchor]),
                "top": Place(),
                "none": None,
            }[kind]
            changes = move_people(workspace, moving, level, place=place)
            model.move(moving, level, kind, people[anchor])
            for column, order in model.columns.items():
                assert own_order(workspace, column) == order
            if not changes.is_empty:
                done += 1
                states.append(whole(workspace))
        _there_and_back(workspace, states, done)
    finally:
        workspace.close()


def _there_and_back(workspace: Workspace, states: list[list[tuple[object, ...]]], done: int) -> None:
    for number in reversed(range(done)):
        assert isinstance(workspace.undo(), Changes)
        assert whole(workspace) == states[number]
    for number in itertools.islice(itertools.count(1), done):
        assert isinstance(workspace.redo(), Changes)
        assert whole(workspace) == states[number]


# When the disk fails --------------------------------------------------------------------------------


@pytest.mark.parametrize("pages", [0, 1, 2, 4, 8, 16])
def test_a_drop_whose_nth_write_fails_leaves_everybody_where_they_were(
    workspace: Workspace, pages: int
) -> None:
    faults = pytest.importorskip("tests.support.faults", reason="needs limits on file sizes")
    people = sample_people(workspace, 300, level=1)
    (other,) = sample_people(workspace, 1)
    with workspace.change("Forget the order"):
        workspace.sql("UPDATE person SET board_rank = 0")
    before, order = whole(workspace), own_order(workspace, 1)
    log = workspace.path.with_name(f"{workspace.path.name}-wal")
    # The whole column is numbered anew for this drop, so that many pages are written.
    with faults.disk_failing_after(log, pages):
        try:
            move_people(workspace, [other], 1, "Why not", place=Place(above=order[100]))
            failed = False
        except WorkspaceError:
            failed = True
    if failed:
        assert whole(workspace) == before
    move_people(workspace, [other], 1, place=Place(above=order[100]))
    assert own_order(workspace, 1) == [*order[:100], other, *order[100:]]
    assert len(levels.moves(workspace, other)) == 1
    assert set(order) == set(people)

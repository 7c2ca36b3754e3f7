"""Whatever is done can be taken back and done again, and what triggers derive stays right all along."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from netdesk.method.errors import Cancelled
from netdesk.store import derived, journal, tracking
from netdesk.store.errors import WriteOutsideChange
from netdesk.store.workspace import Workspace, moment
from tests.support.kept_files import new_workspace
from tests.support.workspaces import sample_people


def everything(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """All tracked columns of all rows, and the text that search goes by."""
    found = {}
    for table, columns in tracking.tracked_columns(workspace.connection).items():
        found[table] = workspace.sql(f"SELECT {', '.join(columns)} FROM {table} ORDER BY id").fetchall()
    found["search_text"] = workspace.sql("SELECT * FROM search_text ORDER BY person_id").fetchall()
    return found


def derived_columns(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: workspace.sql(f"SELECT id, {', '.join(sorted(columns))} FROM {table} ORDER BY id").fetchall()
        for table, columns in tracking.DERIVED_COLUMNS.items()
    }


def test_a_write_outside_a_change_is_an_error_and_writes_nothing(workspace: Workspace) -> None:
    with pytest.raises(WriteOutsideChange):
        workspace.sql("INSERT INTO tag (name, folded) VALUES ('retail', 'retail')")
    assert workspace.sql("SELECT count(*) FROM tag").fetchone() == (0,)


def test_an_error_in_a_change_leaves_nothing_behind(workspace: Workspace) -> None:
    sample_people(workspace, 2)
    before = everything(workspace)
    with pytest.raises(RuntimeError), workspace.change("Break"):
        workspace.sql("UPDATE person SET note = 'half'")
        raise RuntimeError
    assert everything(workspace) == before
    assert [entry.title for entry in workspace.history()] == ["Add 2 people"]


def test_a_change_names_the_rows_it_touched_and_tells_the_listeners(workspace: Workspace) -> None:
    first, second = sample_people(workspace, 2)
    heard = []
    workspace.listen(heard.append)
    with workspace.change("Move") as change:
        workspace.sql("UPDATE person SET level = 2 WHERE id = ?", (second,))
    assert heard == [change.changes]
    assert change.changes.ids("person") == {second}
    assert not change.changes.touches_row("person", first)


def test_a_change_that_changes_nothing_is_no_step_of_the_history(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    with workspace.change("Nothing"):
        workspace.sql("UPDATE person SET note = note WHERE id = ?", (person,))
    assert [entry.title for entry in workspace.history()] == ["Add 1 people"]


def test_undo_and_redo_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "network.netdesk"
    first = Workspace(path)
    person = sample_people(first, 1)[0]
    with first.change("Write a note"):
        first.sql("UPDATE person SET note = 'likes tea' WHERE id = ?", (person,))
    first.close()
    again = Workspace(path)
    undone = again.undo()
    assert undone is not None
    assert undone.title == "Write a note"
    assert again.sql("SELECT note FROM person").fetchone() == ("",)
    again.close()
    third = Workspace(path)
    third.redo()
    assert third.sql("SELECT note FROM person").fetchone() == ("likes tea",)
    third.close()


def test_an_undone_future_is_forgotten_when_something_else_is_done(workspace: Workspace) -> None:
    sample_people(workspace, 1)
    sample_people(workspace, 1)
    workspace.undo()
    with workspace.change("Tag"):
        workspace.sql("INSERT INTO tag (name, folded) VALUES ('retail', 'retail')")
    assert workspace.redo() is None
    assert [entry.title for entry in workspace.history()] == ["Tag", "Add 1 people"]


def test_quick_edits_of_one_field_are_one_step(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    for words in ("l", "li", "likes tea"):
        with workspace.change("Write a note", merge_key=f"note {person}"):
            workspace.sql("UPDATE person SET note = ? WHERE id = ?", (words, person))
    assert len(workspace.history()) == 2
    workspace.undo()
    assert workspace.sql("SELECT note FROM person").fetchone() == ("",)
    workspace.redo()
    assert workspace.sql("SELECT note FROM person").fetchone() == ("likes tea",)


def test_undo_up_to_an_operation_takes_all_later_ones_back_too(workspace: Workspace) -> None:
    sample_people(workspace, 3)
    before = everything(workspace)
    with workspace.change("Tag") as tagged:
        workspace.sql("INSERT INTO tag (name, folded) VALUES ('retail', 'retail')")
    with workspace.change("Mark"):
        workspace.sql("INSERT INTO person_tag (person_id, tag_id) SELECT id, 1 FROM person")
    workspace.undo_operation(tagged.operation)
    assert everything(workspace) == before
    workspace.redo()
    workspace.redo()
    assert workspace.sql("SELECT count(*) FROM person_tag").fetchone() == (3,)


def test_deleting_somebody_and_undoing_it_brings_back_all_that_went_with_them(workspace: Workspace) -> None:
    first, second = sample_people(workspace, 2)
    now = moment()
    with workspace.change("Fill"):
        workspace.sql(
            "INSERT INTO contact_point (person_id, kind, value) VALUES (?, 'email', 'a@a.example')", (first,)
        )
        workspace.sql(
            "INSERT INTO interaction (kind, happened_at, created_at) VALUES ('met', ?, ?)", (now, now)
        )
        workspace.many(
            "INSERT INTO interaction_person (interaction_id, person_id) VALUES (1, ?)", [(first,), (second,)]
        )
        workspace.sql("UPDATE person SET met_through_id = ? WHERE id = ?", (first, second))
        workspace.sql(
            "INSERT INTO follow_up (person_id, action, due_on, created_at) VALUES (?, 'Call', '2026-11-24', ?)",
            (first, now),
        )
    before, before_derived = everything(workspace), derived_columns(workspace)
    with workspace.change("Delete"):
        workspace.sql("DELETE FROM person WHERE id = ?", (first,))
    assert workspace.sql("SELECT met_through_id FROM person").fetchall() == [(None,)]
    workspace.undo()
    assert everything(workspace) == before
    assert derived_columns(workspace) == before_derived


def test_a_batched_change_lets_others_write_in_between_and_is_one_step(workspace: Workspace) -> None:
    known = sample_people(workspace, 1)[0]
    before = everything(workspace)
    with workspace.batched_change("Bring 4 people") as bringing:
        for start in (0, 2):
            with bringing.batch() as connection:
                ids = [_add(connection, f"New {start + step}") for step in range(2)]
                bringing.index(ids[0], ids[-1])
            with workspace.change(f"Note {start}"):
                workspace.sql("UPDATE person SET note = note || 'x' WHERE id = ?", (known,))
    assert [entry.title for entry in workspace.history()] == [
        "Note 2",
        "Note 0",
        "Bring 4 people",
        "Add 1 people",
    ]
    assert workspace.sql("SELECT count(*) FROM person_search WHERE person_search MATCH 'new'").fetchone() == (
        4,
    )
    for _ in range(3):
        workspace.undo()
    assert everything(workspace) == before


def test_a_batched_change_is_no_news_from_another_program(workspace: Workspace) -> None:
    seen = workspace.revision()
    with workspace.batched_change("Bring 2 people") as bringing:
        for name in ("Ann", "Bea"):
            with bringing.batch() as connection:
                _add(connection, name)
    newest, changes = workspace.changed_since(seen)
    assert newest == workspace.revision()
    assert changes.is_empty


def test_a_batched_change_that_is_cancelled_is_taken_back_and_leaves_the_rest(workspace: Workspace) -> None:
    known = sample_people(workspace, 1)[0]
    with pytest.raises(Cancelled), workspace.batched_change("Bring") as bringing:
        with bringing.batch() as connection:
            bringing.index(_add(connection, "New"), 10)
        with workspace.change("Note"):
            workspace.sql("UPDATE person SET note = 'kept' WHERE id = ?", (known,))
        raise Cancelled
    assert workspace.sql("SELECT id, note FROM person").fetchall() == [(known, "kept")]
    assert [entry.title for entry in workspace.history()] == ["Note", "Add 1 people"]
    assert workspace.sql("SELECT count(*) FROM search_text").fetchone() == (1,)


def test_the_history_is_pruned_from_its_oldest_end(workspace: Workspace) -> None:
    person = sample_people(workspace, 1)[0]
    for number in range(journal.KEPT_OPERATIONS + 5):
        with workspace.change(f"Note {number}"):
            workspace.sql("UPDATE person SET note = ? WHERE id = ?", (str(number), person))
    with workspace.transaction() as connection:
        journal.prune(connection)
    kept = workspace.history()
    assert len(kept) == journal.KEPT_OPERATIONS
    assert kept[0].title == f"Note {journal.KEPT_OPERATIONS + 4}"


def _add(connection: object, name: str) -> int:
    cursor = connection.execute(  # type: ignore[attr-defined]
        "INSERT INTO person (uid, given, display_name, sort_name, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)",
        (f"urn:{name}", name, name, name.casefold(), moment(), moment()),
    )
    return int(cursor.lastrowid)


class AnythingCanBeUndone(RuleBasedStateMachine):
    """Random operations over several tables; undo and redo walk through pictures taken on the way."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.workspace = new_workspace(Path(self.folder.name) / "network.netdesk")
        self.past = [everything(self.workspace)]
        self.future: list[dict[str, list[tuple[object, ...]]]] = []
        self.newest = 0

    def _did(self) -> None:
        newest = self.workspace.history()[0].operation if self.workspace.history() else 0
        if newest > self.newest:
            self.newest = newest
            self.past.append(everything(self.workspace))
            self.future.clear()

    @rule(count=st.integers(1, 4))
    def add_people(self, count: int) -> None:
        sample_people(self.workspace, count)
        self._did()

    @rule(seed=st.integers(0, 10**6))
    def do_several_things_at_once(self, seed: int) -> None:
        chance = random.Random(seed)
        now = moment()
        with self.workspace.change("Several things"):
            for _ in range(chance.randint(1, 6)):
                people = [row[0] for row in self.workspace.sql("SELECT id FROM person")]
                if not people:
                    break
                person, day = chance.choice(people), f"2026-{chance.randint(10, 12)}-{chance.randint(10, 28)}"
                chance.choice(_DEEDS)(self.workspace, person, day, now, chance)
        self._did()

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self) -> None:
        self.workspace.undo()
        self.future.append(self.past.pop())
        assert everything(self.workspace) == self.past[-1]

    @precondition(lambda self: bool(self.future))
    @rule()
    def redo(self) -> None:
        self.workspace.redo()
        self.past.append(self.future.pop())
        assert everything(self.workspace) == self.past[-1]

    @invariant()
    def what_is_derived_is_right(self) -> None:
        as_is = derived_columns(self.workspace)
        connection = self.workspace.connection
        connection.execute("BEGIN")
        derived.rebuild(connection)
        again = derived_columns(self.workspace)
        connection.execute("ROLLBACK")
        assert as_is == again

    @invariant()
    def nothing_points_nowhere(self) -> None:
        assert self.workspace.sql("PRAGMA foreign_key_check").fetchall() == []
        self.workspace.sql("INSERT INTO person_search (person_search, rank) VALUES ('integrity-check', 1)")

    def teardown(self) -> None:
        self.workspace.close()
        self.folder.cleanup()


def _tag(workspace: Workspace, person: int, day: str, now: str, chance: random.Random) -> None:
    name = chance.choice(("retail", "charity", "print"))
    workspace.sql("INSERT OR IGNORE INTO tag (name, folded) VALUES (?, ?)", (name, name))
    workspace.sql(
        "INSERT OR IGNORE INTO person_tag (person_id, tag_id) SELECT ?, id FROM tag WHERE folded = ?",
        (person, name),
    )


def _rename(workspace: Workspace, person: int, day: str, now: str, chance: random.Random) -> None:
    workspace.sql(
        "UPDATE person SET given = ?, note = ?, board_rank = ? WHERE id = ?",
        (chance.choice(("Zoë", "O'Neil", '"', "🙂")), day, chance.random() * 1e6, person),
    )


def _talk(workspace: Workspace, person: int, day: str, now: str, chance: random.Random) -> None:
    kind = chance.choice(("met", "note", "one_to_one"))
    talk = workspace.sql(
        "INSERT INTO interaction (kind, happened_at, outcome, real_contact, words, created_at)"
        " VALUES (?, ?, 'achieved', ?, 'said', ?)",
        (kind, f"{day}T10:00:00+00:00", int(kind != "note"), now),
    ).lastrowid
    workspace.sql("INSERT INTO interaction_person (interaction_id, person_id) VALUES (?, ?)", (talk, person))


def _promise(workspace: Workspace, person: int, day: str, now: str, chance: random.Random) -> None:
    workspace.sql(
        "INSERT INTO follow_up (person_id, action, due_on, state, created_at) VALUES (?, 'Call', ?, ?, ?)",
        (person, day, chance.choice(("open", "done")), now),
    )


def _settle(workspace: Workspace, person: int, day: str, now: str, chance: random.Random) -> None:
    workspace.sql("UPDATE follow_up SET state = 'done', due_on = ? WHERE person_id = ?", (day, person))
    workspace.sql("UPDATE interaction SET kind = 'note', real_contact = 0 WHERE id % 2 = 0")


def _join(workspace: Workspace, person: int, day: str, now: str, chance: random.Random) -> None:
    name = chance.choice(("Bright Copy", "Brandt & Co"))
    workspace.sql(
        "INSERT OR IGNORE INTO organisation (name, sort_name) VALUES (?, ?)", (name, name.casefold())
    )
    workspace.sql(
        "UPDATE person SET organisation_id = (SELECT id FROM organisation WHERE name = ?) WHERE id = ?",
        (name, person),
    )
    workspace.sql("UPDATE organisation SET name = name || '.' WHERE id = ?", (chance.randint(1, 3),))


def _delete(workspace: Workspace, person: int, day: str, now: str, chance: random.Random) -> None:
    workspace.sql("DELETE FROM person WHERE id = ?", (person,))
    workspace.sql("DELETE FROM tag WHERE id % 3 = 0")
    workspace.sql("DELETE FROM interaction WHERE id % 5 = 0")


def _add_and_drop(workspace: Workspace, person: int, day: str, now: str, chance: random.Random) -> None:
    row = workspace.sql(
        "INSERT INTO contact_point (person_id, kind, value) VALUES (?, 'phone', '+44 7700 900123')", (person,)
    ).lastrowid
    workspace.sql("UPDATE contact_point SET value = 'changed' WHERE id = ?", (row,))
    if chance.random() < 0.5:
        workspace.sql("DELETE FROM contact_point WHERE id = ?", (row,))


def _meet(workspace: Workspace, person: int, day: str, now: str, chance: random.Random) -> None:
    at = f"{day}T20:00:00+00:00"
    event = workspace.sql(
        "INSERT INTO event (title, starts_at, stars, created_at) VALUES ('Mixer', ?, 3.5, ?)", (at, now)
    ).lastrowid
    card = workspace.sql(
        "INSERT INTO card (event_id, person_id, received_at, created_at) VALUES (?, ?, ?, ?)",
        (event, person, at, now),
    ).lastrowid
    for state in chance.sample(("open", "done", "dropped"), chance.randint(0, 3)):
        workspace.sql(
            "INSERT INTO follow_up (person_id, card_id, action, due_on, state, closed_at, created_at)"
            " VALUES (?, ?, 'Thank', ?, ?, ?, ?)",
            (person, card, day, state, None if state == "open" else at, now),
        )


def _let_go(workspace: Workspace, person: int, day: str, now: str, chance: random.Random) -> None:
    when = chance.choice((None, now))
    workspace.sql("UPDATE card SET let_go_at = ? WHERE person_id = ?", (when, person))
    workspace.sql("DELETE FROM follow_up WHERE id % 3 = 0")
    workspace.sql("UPDATE follow_up SET card_id = (SELECT min(id) FROM card) WHERE id % 4 = 0")
    workspace.sql("DELETE FROM event WHERE id % 3 = 0")


_DEEDS = (_tag, _rename, _talk, _promise, _delete, _settle, _join, _add_and_drop, _meet, _let_go)
TestAnythingCanBeUndone = AnythingCanBeUndone.TestCase
TestAnythingCanBeUndone.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)

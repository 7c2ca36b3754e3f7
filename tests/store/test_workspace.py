"""The workspace as its users meet it: listeners, changes in changes, other threads and other programs."""

import threading
from collections.abc import Iterator

import pytest

from netdesk.method.changes import Changes
from netdesk.store.errors import WriteOutsideChange
from netdesk.store.tables.choices import Preference
from netdesk.store.tables.people import Person, Tag
from netdesk.store.workspace import Workspace
from tests.support.workspaces import sample_people


@pytest.fixture
def other(workspace: Workspace) -> Iterator[Workspace]:
    """The same file as another program has it open."""
    opened = Workspace(workspace.path)
    yield opened
    opened.close()


def test_who_no_longer_listens_hears_nothing(workspace: Workspace) -> None:
    heard: list[Changes] = []
    workspace.listen(heard.append)
    sample_people(workspace, 1)
    workspace.unlisten(heard.append)
    sample_people(workspace, 1)
    assert [changes.title for changes in heard] == ["Add 1 people"]


def test_a_change_inside_a_change_is_one_step_and_announced_once(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1)
    heard: list[Changes] = []
    workspace.listen(heard.append)
    with workspace.change("Outer") as outer:
        with workspace.change("Inner") as inner:
            workspace.sql("UPDATE person SET note = 'inner' WHERE id = ?", (person,))
        assert heard == []
        assert inner is outer
    assert [changes.title for changes in heard] == ["Outer"]
    workspace.undo()
    assert workspace.sql("SELECT note FROM person").fetchone() == ("",)


def test_an_error_inside_an_inner_change_takes_the_outer_one_back(workspace: Workspace) -> None:
    (person,) = sample_people(workspace, 1)
    with pytest.raises(RuntimeError), workspace.change("Outer"):
        workspace.sql("UPDATE person SET note = 'outer' WHERE id = ?", (person,))
        with workspace.change("Inner"):
            raise RuntimeError
    assert workspace.sql("SELECT note FROM person").fetchone() == ("",)
    with workspace.change("Next"):
        workspace.sql("UPDATE person SET note = 'next' WHERE id = ?", (person,))
    assert [step.title for step in workspace.history()] == ["Next", "Add 1 people"]


def test_with_nothing_to_undo_or_redo_nothing_happens(workspace: Workspace) -> None:
    heard: list[Changes] = []
    workspace.listen(heard.append)
    assert workspace.undo() is None
    assert workspace.redo() is None
    assert heard == []


def test_what_another_program_changed_is_told_and_what_this_one_did_is_not(
    workspace: Workspace, other: Workspace
) -> None:
    seen = workspace.revision()
    before = workspace.data_version()
    sample_people(workspace, 1)
    theirs = sample_people(other, 2)
    assert workspace.data_version() != before
    newest, changes = workspace.changed_since(seen)
    assert newest > seen
    assert changes.ids("person") == set(theirs)
    again, nothing = workspace.changed_since(newest)
    assert again == newest
    assert nothing.is_empty


def test_a_step_another_program_took_back_is_told_too(workspace: Workspace, other: Workspace) -> None:
    people = sample_people(workspace, 2)
    seen = workspace.revision()
    other.undo()
    _, changes = workspace.changed_since(seen)
    assert changes.touches_row("person", people[0])
    assert workspace.sql("SELECT count(*) FROM person").fetchone() == (0,)


def test_each_thread_reads_on_a_connection_of_its_own(workspace: Workspace) -> None:
    sample_people(workspace, 3)
    found: list[object] = []

    def read() -> None:
        workspace.attach()
        found.append(workspace.connection)
        found.append(workspace.sql("SELECT count(*) FROM person").fetchone()[0])
        workspace.detach()
        workspace.detach()

    reader = threading.Thread(target=read)
    reader.start()
    reader.join()
    assert found[0] is not workspace.connection
    assert found[1] == 3


def test_a_question_of_several_statements_sees_one_moment(workspace: Workspace, other: Workspace) -> None:
    (person,) = sample_people(workspace, 1)
    with workspace.one_moment():
        before = workspace.sql("SELECT count(*) FROM person").fetchone()
        sample_people(other, 2)
        assert workspace.sql("SELECT count(*) FROM person").fetchone() == before
        with workspace.one_moment():
            workspace.sql("CREATE TEMP TABLE seen AS SELECT id FROM person")
    assert workspace.sql("SELECT count(*) FROM person").fetchone() == (3,)
    assert workspace.sql("SELECT id FROM temp.seen").fetchall() == [(person,)]
    with pytest.raises(WriteOutsideChange), workspace.one_moment():
        workspace.sql("UPDATE person SET note = 'written'")
    assert not workspace.connection.in_transaction


def test_closing_twice_is_closing_once(workspace: Workspace) -> None:
    workspace.close()
    workspace.close()
    again = Workspace(workspace.path)
    assert again.sql("SELECT value FROM workspace_info WHERE name = 'open_by'").fetchone()[0]
    again.close()


def test_models_write_one_row_and_read_it_back_as_a_tuple(workspace: Workspace) -> None:
    with workspace.change("Add a tag") as change:
        number = workspace.run(Tag.insert(name="Retail", folded="retail"))
    assert change.changes.ids("tag") == {number}
    asked = Tag.select(Tag.id, Tag.name).where(Tag.folded == "retail")
    assert workspace.row(asked) == (number, "Retail")
    assert list(workspace.run(asked.tuples())) == [(number, "Retail")]
    workspace.undo()
    assert workspace.row(asked) is None


def test_a_model_written_over_what_is_there_keeps_its_id(workspace: Workspace) -> None:
    for value in ("1", "2"):
        asked = Preference.insert(name="method.cold", value=value).on_conflict(
            conflict_target=[Preference.name], preserve=[Preference.value]
        )
        with workspace.change(f"Set it to {value}"):
            workspace.run(asked)
    assert list(workspace.run(Preference.select(Preference.id, Preference.value).tuples())) == [(1, "2")]


def test_a_model_written_outside_a_change_is_refused(workspace: Workspace) -> None:
    with pytest.raises(WriteOutsideChange):
        workspace.run(Tag.insert(name="Retail", folded="retail"))
    assert workspace.row(Tag.select(Tag.id)) is None


def test_a_new_person_by_the_model_leaves_what_triggers_derive_to_them() -> None:
    text, _ = Person.insert(uid="a", display_name="A", sort_name="a", created_at="", updated_at="").sql()
    assert "organisation_name" not in text
    assert "met_days" not in text

"""What an operation touched, asked by table and row, and two of them as one."""

from netdesk.method.changes import Changes

SOME = Changes(3, "Move Grace", "done", {"person": frozenset({1, 2}), "tag": None}, revision=7)


def test_rows_are_told_by_table() -> None:
    assert SOME.touches("event", "person")
    assert not SOME.touches("event")
    assert SOME.ids("person") == {1, 2}
    assert SOME.ids("event") == SOME.ids("tag") == frozenset()


def test_too_many_to_name_may_be_any_row() -> None:
    assert SOME.touches_row("tag", 99)
    assert SOME.touches_row("person", 2)
    assert not SOME.touches_row("person", 3)
    assert not SOME.touches_row("event", 1)


def test_nothing_touched_is_empty() -> None:
    assert Changes().is_empty
    assert not SOME.is_empty


def test_two_together_hold_the_rows_of_both_under_the_first_title() -> None:
    other = Changes(4, "Tag Ellen", "done", {"person": frozenset({2, 5}), "event": frozenset({9})}, 8)
    both = SOME | other
    assert (both.operation, both.title, both.revision) == (3, "Move Grace", 7)
    assert both.rows == {"person": {1, 2, 5}, "tag": None, "event": {9}}
    assert (other | SOME).rows["tag"] is None
    assert (Changes() | other).title == "Tag Ellen"


def test_too_many_to_name_stay_too_many() -> None:
    named = Changes(rows={"tag": frozenset({1})})
    assert (SOME | named).rows["tag"] is None
    assert (named | SOME).rows["tag"] is None

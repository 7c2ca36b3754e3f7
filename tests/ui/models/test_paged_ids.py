"""The list model: pages read once, and people followed when their order changes."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from netdesk.ui.models.id_pages import KEPT_PAGES, PAGE
from netdesk.ui.models.paged_ids import IdRole, PagedIds, RowRole

IDS = st.lists(st.integers(1, 60), unique=True, max_size=40)


@dataclass(frozen=True)
class Someone:
    id: int
    name: str


class Store:
    """Gives rows and remembers which ids were asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()

    def load(self, ids: Sequence[int]) -> list[Someone]:
        self.asked.append(list(ids))
        return [Someone(one, f"Person {one}") for one in ids if one not in self.gone]


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def model(store: Store, qapp: object) -> Iterator[PagedIds]:
    made = PagedIds(store.load, lambda row: f"spoken {row.name}")
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield made
    del tester


def people(*ids: int) -> array[int]:
    return array("q", ids)


def names(model: PagedIds) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_rows_say_who_they_are(model: PagedIds) -> None:
    model.restart(people(7, 3))
    index = model.index(0, 0)
    assert index.data() == "Person 7"
    assert index.data(IdRole) == 7
    assert index.data(RowRole) == Someone(7, "Person 7")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "spoken Person 7"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(index) == 0
    assert (model.id_at(1), model.id_at(2), model.id_at(-1)) == (3, 0, 0)
    assert (model.row_of(3), model.row_of(99)) == (1, -1)


def test_a_page_is_read_once_and_only_when_looked_at(model: PagedIds, store: Store) -> None:
    model.restart(array("q", range(1, 10_001)))
    store.asked.clear()
    assert model.index(5_000, 0).data() == "Person 5001"
    assert model.index(5_001, 0).data() == "Person 5002"
    assert store.asked == [list(range(5_001, 5_001 + PAGE))]


def test_only_some_pages_are_kept(model: PagedIds, store: Store) -> None:
    model.restart(array("q", range(1, PAGE * (KEPT_PAGES + 2) + 1)))
    for page in range(KEPT_PAGES + 2):
        model.index(page * PAGE, 0).data()
    store.asked.clear()
    model.index(PAGE * (KEPT_PAGES + 1), 0).data()
    assert store.asked == []
    model.index(0, 0).data()
    assert len(store.asked) == 1


def test_rows_known_beforehand_are_not_read(model: PagedIds, store: Store) -> None:
    model.restart(array("q", range(1, 150)), [Someone(1, "Known"), Someone(2, "Known too")])
    store.asked.clear()
    assert model.index(1, 0).data() == "Known too"
    assert store.asked == []
    assert model.index(2, 0).data() == "Person 3"
    assert len(store.asked) == 1


def test_somebody_who_is_gone_shows_nothing(model: PagedIds, store: Store) -> None:
    store.gone = {2}
    model.restart(people(1, 2))
    index = model.index(1, 0)
    assert index.data() is None
    assert index.data(RowRole) is None
    assert index.data(IdRole) == 2


def test_the_rest_of_an_answer_is_appended(model: PagedIds) -> None:
    model.restart(people(1, 2))
    assert names(model) == ["Person 1", "Person 2"]
    came: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: came.append((first, last)))
    model.extend(people(1, 2, 3, 4))
    assert came == [(2, 3)]
    assert names(model) == ["Person 1", "Person 2", "Person 3", "Person 4"]
    model.extend(people(1, 2, 3, 4))
    assert came == [(2, 3)]
    model.extend(people(9, 1))
    assert names(model) == ["Person 9", "Person 1"]


def test_rows_can_be_read_anew(model: PagedIds, store: Store) -> None:
    model.restart(array("q", range(1, PAGE + 10)))
    model.index(0, 0).data()
    model.index(PAGE, 0).data()
    touched: list[int] = []
    model.dataChanged.connect(lambda first, last: touched.append(last.row()))
    store.asked.clear()
    model.forget({1})
    assert touched == [PAGE + 8]
    model.index(0, 0).data()
    model.index(PAGE, 0).data()
    assert [asked[0] for asked in store.asked] == [1]
    store.asked.clear()
    model.forget()
    model.index(PAGE, 0).data()
    assert [PAGE + 1] in [asked[:1] for asked in store.asked]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=IDS, after=IDS, marked=st.sets(st.integers(0, 39)), current=st.integers(0, 39))
def test_another_order_keeps_selection_and_current_person(
    model: PagedIds, before: list[int], after: list[int], marked: set[int], current: int
) -> None:
    model.restart(people(*before))
    selection = QItemSelectionModel(model)
    rows = [row for row in marked if row < len(before)]
    for row in rows:
        selection.select(model.index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    if current < len(before):
        selection.setCurrentIndex(model.index(current, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    followed = [QPersistentModelIndex(model.index(row, 0)) for row in range(len(before))]
    model.swap(people(*after))
    assert names(model) == [f"Person {one}" for one in after]
    for index, one in zip(followed, before, strict=True):
        assert index.isValid() == (one in after)
        if index.isValid():
            assert after[index.row()] == one
    chosen = {after[row] for row in range(len(after)) if selection.isSelected(model.index(row, 0))}
    assert chosen == {before[row] for row in rows} & set(after)
    if current < len(before) and before[current] in after:
        assert after[selection.currentIndex().row()] == before[current]


def test_a_swap_reads_nothing_that_is_known(model: PagedIds, store: Store) -> None:
    model.restart(people(1, 2, 3))
    assert names(model) == ["Person 1", "Person 2", "Person 3"]
    store.asked.clear()
    model.swap(people(3, 1))
    assert names(model) == ["Person 3", "Person 1"]
    assert store.asked == []

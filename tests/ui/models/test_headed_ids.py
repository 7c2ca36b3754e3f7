"""Rows under headings: what can be chosen, what stands beside what, and what stays chosen."""

from array import array
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from netdesk.ui.delegates.headed_rows import HeadedDelegate
from netdesk.ui.models.headed_ids import IS_HEADING, ROW, HeadedIds
from netdesk.ui.models.headed_list import HeadedList

DOWN, UP, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return


@dataclass(frozen=True)
class Talk:
    id: int
    title: str


class Talks(HeadedIds):
    """Talks by number, under "Soon" (0) and "Later" (-1); talk 9 is gone when it is read."""

    def row(self, place: int) -> Talk | None:
        number = self._entries[place]
        return None if number == 9 else Talk(number, f"Talk {number}")

    def heading(self, number: int) -> str:
        return ("Soon", "Later")[-number]


@pytest.fixture
def talks() -> Talks:
    model = Talks()
    model.show_entries(array("q", [0, 5, 7, -1, 6]))
    return model


@pytest.fixture
def shown(qtbot: QtBot, talks: Talks) -> HeadedList:
    view = HeadedList("Talks", talks, HeadedDelegate())
    qtbot.addWidget(view)
    view.show()
    return view


def words(model: QAbstractItemModel) -> list[object]:
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def test_the_model_keeps_to_what_views_expect(talks: Talks, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(talks)
    assert words(talks) == ["Soon", "Talk 5", "Talk 7", "Later", "Talk 6"]


def test_a_heading_is_no_row(talks: Talks) -> None:
    heading = talks.index(3)
    assert heading.data(IS_HEADING) is True
    assert (heading.data(ROW), talks.id_at(heading)) == (None, 0)
    assert talks.flags(heading) == Qt.ItemFlag.NoItemFlags
    assert not talks.index_of(0).isValid()


def test_what_stands_beside_passes_over_headings(talks: Talks) -> None:
    assert [talks.neighbour(one) for one in (5, 7, 6, 8)] == [7, 6, 7, 0]
    assert talks.first_id() == 5
    talks.show_entries(array("q", [5]))
    assert talks.neighbour(5) == 0


def test_a_row_that_is_gone_says_nothing(talks: Talks) -> None:
    talks.show_entries(array("q", [0, 9]))
    assert words(talks) == ["Soon", None]


def test_the_same_entries_keep_what_is_chosen_and_others_do_not(shown: HeadedList, talks: Talks) -> None:
    shown.choose(talks.index_of(7), tell=False)
    talks.show_entries(array("q", [0, 5, 7, -1, 6]))
    assert shown.current_id() == 7
    talks.show_entries(array("q", [0, 7, 5]))
    assert shown.current_id() == 0


def test_only_what_a_person_chooses_is_told(qtbot: QtBot, shown: HeadedList, talks: Talks) -> None:
    told: list[object] = []
    opened: list[bool] = []
    shown.chosen.connect(told.append)
    shown.opened.connect(lambda: opened.append(True))
    shown.setFocus()
    assert shown.current_id() == 0
    shown.choose(talks.index_of(5), tell=False)
    assert told == []
    for key in (DOWN, DOWN, UP, ENTER):
        QTest.keyClick(shown, key)
    assert told == [7, 6, 7]
    assert opened == [True]

"""The model of a column: orders, cards read some at a time, moves shown at once."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from netdesk.method.attention import AttentionChip, AttentionKind, Tone
from netdesk.services.board_query import BoardCard, ColumnOrder
from netdesk.ui.pages.board.column_model import CardRole, ColumnModel, IdRole


class Reader:
    """Gives cards and counts how many were asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.gone: set[int] = set()

    def __call__(self, people: Sequence[int]) -> tuple[BoardCard, ...]:
        self.asked.append(len(people))
        return tuple(card(one) for one in people if one not in self.gone)


def card(person: int) -> BoardCard:
    chip = AttentionChip(AttentionKind.LAST_CONTACT, "met 3 d ago", Tone.ACCENT)
    return BoardCard(person, f"Person {person}", "Bright Copy", "P", 0, "", 3, person == 2, chip)


def order(*people: int) -> ColumnOrder:
    return ColumnOrder(array("q", people), [(float(one), "", one) for one in people])


def test_the_model_is_sound_through_all_its_changes(qtmodeltester: ModelTester) -> None:
    model = ColumnModel(Reader())
    # Once connected the tester looks at every later change, too.
    qtmodeltester.check(model, force_py=True)
    model.set_order(order(1, 2, 3, 4))
    model.take_out([2, 4, 9])
    model.put_in(7, (2.5, "", 7), 1)
    assert list(model.ids()) == [1, 7, 3]
    model.set_order(order(3, 1, 8))
    model.forget()
    model.set_order(order())
    assert model.rowCount() == 0


def test_only_what_is_looked_at_is_read() -> None:
    reader = Reader()
    model = ColumnModel(reader)
    model.set_order(order(*range(1, 10_001)))
    assert reader.asked == []
    shown = model.card(5_000)
    assert shown is not None
    assert shown.id == 5_001
    assert model.data(model.index(5_003), Qt.ItemDataRole.DisplayRole) == "Person 5004"
    assert len(reader.asked) == 1
    assert reader.asked[0] <= 32


def test_a_card_is_read_again_after_it_was_forgotten() -> None:
    reader = Reader()
    model = ColumnModel(reader)
    model.set_order(order(1, 2, 3))
    model.card(0)
    model.forget([2])
    model.card(0)
    assert reader.asked == [3]
    model.card(1)
    assert reader.asked == [3, 1]


def test_many_cards_looked_at_do_not_pile_up() -> None:
    model = ColumnModel(Reader())
    model.set_order(order(*range(1, 5_001)))
    for row in range(0, 5_000, 10):
        model.card(row)
    assert len(model._cards) <= 1_000


def test_the_selection_follows_the_people() -> None:
    model = ColumnModel(Reader())
    model.set_order(order(1, 2, 3))
    second = QPersistentModelIndex(model.index(1))
    third = QPersistentModelIndex(model.index(2))
    model.set_order(order(2, 5, 1))
    assert second.row() == 0
    assert not third.isValid()


def test_a_screen_reader_hears_who_where_and_what() -> None:
    model = ColumnModel(Reader())
    model.set_place("Equally engaged")
    model.set_order(order(1, 2))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert (
        model.data(model.index(0), spoken)
        == "Person 1, Bright Copy, Equally engaged, card 1 of 2, met 3 d ago"
    )
    assert model.data(model.index(1), spoken).endswith("card 2 of 2, ready to move up")


def test_somebody_who_is_gone_has_no_card() -> None:
    reader = Reader()
    reader.gone.add(2)
    model = ColumnModel(reader)
    model.set_order(order(1, 2))
    assert model.data(model.index(1), CardRole) is None
    assert model.data(model.index(1), Qt.ItemDataRole.DisplayRole) == ""
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == ""
    assert model.data(model.index(1), IdRole) == 2


def test_where_somebody_would_land() -> None:
    model = ColumnModel(Reader())
    model.set_order(order(10, 20, 30))
    assert model.landing((5.0, "", 5)) == 0
    assert model.landing((25.0, "", 25)) == 2
    assert model.landing((99.0, "", 99)) == 3
    assert (model.row_of(20), model.row_of(21)) == (1, -1)

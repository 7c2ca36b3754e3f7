"""Moving people on the board: seen at once, confirmed by the workspace, put back when that fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.services import board, levels
from netdesk.services.board_query import BoardQuery, BoardSort, SortKey
from netdesk.services.board_ranks import Place
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.board.column_model import ColumnModel
from netdesk.ui.shell import Shell

Column = int | None
"""A level’s number, or None for the tray."""
AT_ONCE = 200
"""More people than this are shown where they went only when the workspace has confirmed it."""
_OWN_TABLES = {"person", "level_move"}


class Moves(QObject):
    """Knows the columns’ models and what is still on its way."""

    moved = Signal(object, object, object)
    """The people whose level changed, the level, and the ``Changes``: after the commit."""
    shown = Signal(object, object)
    """The people and the level, as soon as they are seen there."""
    failed = Signal(object)
    """A ``NetDeskError``: the board must be read anew."""

    def __init__(
        self,
        shell: Shell,
        models: Mapping[Column, ColumnModel],
        query: Callable[[], BoardQuery],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._models = models
        self._query = query
        # Who is on their way, oldest first; nobody’s id where the move is not shown yet.
        self._on_their_way: list[frozenset[int]] = []
        self.made = 0
        self._keys: dict[tuple[int, Column], SortKey | None] = {}

    def is_waiting(self) -> bool:
        """Whether something shown is not confirmed yet."""
        return bool(self._on_their_way)

    def is_own(self, changes: Changes) -> bool:
        """Whether ``changes`` are just what is shown already."""
        people = changes.ids("person")
        return (
            changes.kind == "done"
            and bool(people)
            and set(changes.rows) <= _OWN_TABLES
            and any(people <= waiting for waiting in self._on_their_way)
        )

    def forget_keys(self) -> None:
        """Something changed by which people are sorted."""
        self._keys.clear()

    def landing(self, level: Column, people: Sequence[int], gap: int) -> int | None:
        """The gap where people let go at ``gap`` of a column would stand; None when they would not move."""
        model = self._models[level]
        if self._query().sort is BoardSort.OWN:
            return gap
        arriving = next((one for one in people if model.row_of(one) < 0), None)
        if arriving is None:
            return None
        key = self._key(arriving, level)
        return gap if key is None else model.landing(key)

    def move(self, people: Sequence[int], level: Column, gap: int | None = None) -> bool:
        """Move people to a column; in its own order to ``gap``. False when nothing would change."""
        target = self._models[level]
        placed = self._query().sort is BoardSort.OWN and gap is not None
        going = [one for one in people if placed or target.row_of(one) < 0]
        if not going or (placed and gap is not None and _stays(target, going, gap)):
            return False
        place = _place(target, going, gap) if placed and gap is not None else None
        coming = [one for one in going if target.row_of(one) < 0]
        self.made += 1
        at_once = len(going) <= AT_ONCE
        self._on_their_way.append(frozenset(going if at_once else ()))
        if at_once:
            self._show(going, level, place)
            self.shown.emit(going, level)
        operation = partial(_operation, people=tuple(going), level=level, place=place)
        self._shell.desk.do(operation, partial(self._confirmed, coming, level), self._refused, owner=self)
        return True

    def _show(self, people: Sequence[int], level: Column, place: Place | None) -> None:
        keys = self._shell.desk.read(
            partial(board.keys_at, query=self._query(), ids=people, level=level, today=self._shell.today())
        )
        for model in self._models.values():
            model.take_out(people)
        target = self._models[level]
        row = _row_of(target, place) if self._query().sort is BoardSort.OWN else None
        for person in people:
            key = keys.get(person)
            if key is None:
                continue
            if row is None:
                target.put_in(person, key, target.landing(key))
            else:
                target.put_in(person, key, row)
                row += 1

    def _key(self, person: int, level: Column) -> SortKey | None:
        if (person, level) not in self._keys:
            found = self._shell.desk.read(
                partial(
                    board.keys_at, query=self._query(), ids=(person,), level=level, today=self._shell.today()
                )
            )
            self._keys[person, level] = found.get(person)
        return self._keys[person, level]

    def _confirmed(self, coming: list[int], level: Column, changes: Changes) -> None:
        self._on_their_way.pop(0)
        self._keys.clear()
        self.moved.emit(coming, level, changes)

    def _refused(self, error: NetDeskError) -> None:
        self._on_their_way.pop(0)
        self._keys.clear()
        self.failed.emit(error)


def _operation(ws: Workspace, people: Sequence[int], level: Column, place: Place | None) -> Changes:
    return levels.move_people(ws, people, level, place=place)


def _place(model: ColumnModel, people: Sequence[int], gap: int) -> Place:
    """The place of a gap, named by a card that does not move itself."""
    ids, going = model.ids(), set(people)
    below = next((one for one in ids[gap:] if one not in going), None)
    if below is not None:
        return Place(above=below)
    last = next((one for one in reversed(ids[:gap]) if one not in going), None)
    return Place(below=last)


def _row_of(model: ColumnModel, place: Place | None) -> int:
    if place is None or (place.above is None and place.below is None):
        return 0
    return model.row_of(place.above) if place.above is not None else model.row_of(place.below or 0) + 1


def _stays(model: ColumnModel, people: Sequence[int], gap: int) -> bool:
    """Whether people let go at ``gap`` would stand exactly where they stand."""
    rows = [model.row_of(one) for one in people]
    return (
        min(rows) >= 0
        and rows == list(range(rows[0], rows[0] + len(rows)))
        and rows[0] <= gap <= rows[-1] + 1
    )

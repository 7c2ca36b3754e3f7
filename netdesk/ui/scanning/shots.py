"""The pictures of one sitting at the scanner, each with how far it is and what was read and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap

from netdesk.services.card_reading import CardField, Meant, ReadCard, Source
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.chip import Tone

ShotRole = Qt.ItemDataRole.UserRole + 1
MOST_SHOTS = 200
"""Pictures at one sitting; more come to the next."""
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ShotState(Enum):
    """How far a picture is: its words, and their tone and icon in the list."""

    WAITING = ("waiting", Tone.PLAIN, Icon.TIMER)
    READING = ("reading…", Tone.ACCENT, Icon.TIMER)
    CODE = ("code read", Tone.ACCENT, Icon.CODE)
    TEXT = ("text read", Tone.ACCENT, Icon.LETTERS)
    NOTHING = ("nothing found", Tone.WARN, Icon.WARNING)
    STOPPED = ("not read", Tone.WARN, Icon.WARNING)
    BAD = ("no picture", Tone.BAD, Icon.WARNING)
    SKIPPED = ("skipped", Tone.PLAIN, Icon.NEXT)
    ADDED = ("added", Tone.GOOD, Icon.DONE)

    @property
    def words(self) -> str:
        """As the list says it."""
        return self.value[0]

    @property
    def is_open(self) -> bool:
        """Whether a person may still make a card of the picture."""
        return self not in {ShotState.BAD, ShotState.ADDED}

    @property
    def is_under_way(self) -> bool:
        """Whether it waits or is being read."""
        return self in {ShotState.WAITING, ShotState.READING}


@dataclass(slots=True, eq=False)
class Shot:
    """One picture; ``data`` is what is kept of it.

    ``turn`` is by how many degrees clockwise it is shown turned; ``typed``: fields were corrected by hand.
    """

    name: str
    path: Path | None = None
    image: QImage | None = None
    state: ShotState = ShotState.WAITING
    data: bytes = b""
    media_type: str = ""
    thumbnail: QPixmap | None = None
    read: ReadCard = field(default_factory=lambda: ReadCard(Source.NOTHING))
    fields: tuple[CardField, ...] = ()
    typed: bool = False
    turn: int = 0
    trouble: str = ""
    meant: Meant | None = None
    is_meant: bool = False
    """Whether the card is the contact's who is meant, as the person left it."""

    @property
    def wants_adding(self) -> bool:
        """Whether closing now would lose something that was read or typed."""
        return self.state.is_open and self.state is not ShotState.SKIPPED and bool(self.fields)


_STATES = {
    Source.CODE: ShotState.CODE,
    Source.TEXT: ShotState.TEXT,
    Source.NOTHING: ShotState.NOTHING,
}


def state_of(read: ReadCard) -> ShotState:
    """How far a picture is, of which this was read."""
    return _STATES[read.source]


class ShotList(QAbstractListModel):
    """The pictures in the order they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shots: list[Shot] = []

    def shots(self) -> tuple[Shot, ...]:
        """All pictures."""
        return tuple(self._shots)

    def add(self, shots: Sequence[Shot]) -> None:
        """Take more pictures in, as far as there is room."""
        taken = list(shots)[: MOST_SHOTS - len(self._shots)]
        if taken:
            start = len(self._shots)
            self.beginInsertRows(QModelIndex(), start, start + len(taken) - 1)
            self._shots += taken
            self.endInsertRows()

    def place_of(self, shot: Shot) -> QModelIndex:
        """Where a picture stands."""
        return self.index(self._shots.index(shot), 0)

    def at(self, row: int) -> Shot | None:
        """The picture of a row."""
        return self._shots[row] if 0 <= row < len(self._shots) else None

    def redraw(self, shot: Shot) -> None:
        """Something of the picture changed."""
        place = self.place_of(shot)
        self.dataChanged.emit(place, place)

    def next_open(self, after: Shot | None) -> Shot | None:
        """The next picture somebody may still add, from the one below ``after`` on, round to the top."""
        start = self._shots.index(after) + 1 if after in self._shots else 0
        turned = self._shots[start:] + self._shots[:start]
        return next(
            (
                one
                for one in turned
                if one.state.is_open and one.state is not ShotState.SKIPPED and one is not after
            ),
            None,
        )

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shots)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shot = self.at(index.row()) if index.isValid() else None
        if shot is None:
            return None
        if role == ShotRole:
            return shot
        if role == Qt.ItemDataRole.DisplayRole:
            return shot.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shot.name[:200]}, {shot.state.words}"
        return None

"""With whom: people as chips, and a line to find more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.services.people import PersonName, people_named, person_name
from netdesk.ui.pages.person.fields import Choice, ChoiceField
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XS, metrics
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout


class WithPeople(QWidget):
    """Who took part; the cross or Delete takes somebody out again. ``changed()`` when somebody came or went."""

    changed = Signal()

    def __init__(self, shell: Shell, people: Sequence[PersonName], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._people = list(people)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(metrics().px(XS))
        box = QWidget()
        self._chips = FlowLayout(box, gap=6)
        outer.addWidget(box)
        self.more = ChoiceField(self._search, self.tr("Add somebody who was there"))
        self.more.chosen.connect(self._chosen)
        row = QHBoxLayout()
        row.addWidget(self.more)
        outer.addLayout(row)
        self._draw()

    def people(self) -> tuple[int, ...]:
        """The ids, with whoever is typed in the line and can only be one person."""
        typed = self.more.choice()
        return tuple(dict.fromkeys([*(one.id for one in self._people), *([typed] if typed else [])]))

    def is_wrong(self) -> bool:
        """Whether somebody is typed who is not known."""
        return self.more.is_wrong()

    def _search(self, text: str) -> Sequence[Choice]:
        there = {one.id for one in self._people}
        found = self._shell.desk.read(partial(people_named, typed=text))
        return [
            (one.id, f"{one.name}, {one.organisation}" if one.organisation else one.name)
            for one in found
            if one.id not in there
        ]

    def _chosen(self, number: int) -> None:
        self._people.append(self._shell.desk.read(partial(person_name, person_id=number)))
        self._draw()
        self.changed.emit()
        # The completer writes the choice into the line after this; the line is for the next one.
        QTimer.singleShot(0, self, self._empty_line)

    def _empty_line(self) -> None:
        self.more.set_choice(None)

    def _draw(self) -> None:
        self._chips.clear()
        for one in self._people:
            chip = FilterChip(one.name, closable=True, checkable=False)
            chip.closed.connect(partial(self._remove, one.id))
            self._chips.addWidget(chip)

    def _remove(self, number: int) -> None:
        self._people = [one for one in self._people if one.id != number]
        self._draw()
        self.changed.emit()

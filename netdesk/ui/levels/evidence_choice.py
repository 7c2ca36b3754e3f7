"""Choosing what must stand in the record before somebody is ready to move up: of nine kinds all or one of some."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.levels import EvidenceKind
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import Faint
from netdesk.ui.widgets.segments import Segments

_GAP = 6
_ALL, _ONE = 0, 1


class EvidenceChoice(QWidget):
    """Chips that are on or off, and whether all of them or one will do. ``changed()`` when a person changes it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What must stand in the record"))
        self.enough = Segments(
            [self.tr("All of these"), self.tr("One of these")], name=self.tr("How much of it")
        )
        self.enough.picked.connect(self._picked)
        self._nothing = Faint(self.tr("Nothing is asked: you decide."))
        holder = QWidget()
        flow = FlowLayout(holder, gap=_GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.chips: dict[EvidenceKind, FilterChip] = {}
        for kind in EvidenceKind:
            chip = FilterChip(kind.label)
            chip.toggled.connect(self._toggled)
            self.chips[kind] = chip
            flow.addWidget(chip)
        top = QHBoxLayout()
        top.setSpacing(metrics().px(S))
        top.addWidget(self.enough)
        top.addWidget(self._nothing)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics().px(S))
        column.addLayout(top)
        column.addWidget(holder)
        self._show_words()

    def evidence(self) -> tuple[EvidenceKind, ...]:
        """What is chosen, in the order of the method."""
        return tuple(kind for kind, chip in self.chips.items() if chip.isChecked())

    def any_will_do(self) -> bool:
        """Whether one of what is chosen is enough."""
        return self.enough.chosen() == _ONE

    def show_choice(self, evidence: Sequence[EvidenceKind], *, any_will_do: bool) -> None:
        """Show what is kept, without a signal."""
        for kind, chip in self.chips.items():
            before = chip.blockSignals(True)
            chip.setChecked(kind in evidence)
            chip.blockSignals(before)
        self.enough.set_chosen(_ONE if any_will_do else _ALL)
        self._show_words()

    def _show_words(self) -> None:
        chosen = len(self.evidence())
        self._nothing.setVisible(not chosen)
        self.enough.setVisible(chosen > 0)
        self.enough.setEnabled(chosen > 1)

    def _picked(self, _place: int) -> None:
        self.changed.emit()

    def _toggled(self, _on: bool) -> None:
        self._show_words()
        self.changed.emit()

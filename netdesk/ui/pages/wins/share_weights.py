"""Who has which share of a win: a number for each to thank, and what part of the whole that makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netdesk.method.errors import InvalidInput
from netdesk.method.names import fold
from netdesk.method.thanks import MOST_THANKED, Chains, Thank, shares
from netdesk.ui.theme.metrics import XS, S, Type, metrics
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import ElidedLabel, Faint

_MOST_WEIGHT = 1_000.0


class ShareWeights(QWidget):
    """One line for each of several people; nothing is shown for one. ``changed()`` when the room it needs did."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(metrics().px(XS))
        outer.addWidget(Faint("How much each did for it"))
        box = QWidget()
        self._flow = FlowLayout(box, gap=12)
        outer.addWidget(box)
        self._typed: dict[str, str] = {}
        self._fields: dict[str, tuple[QLineEdit, ElidedLabel]] = {}
        self._chains: Chains = ()
        self.hide()

    def show_chains(self, chains: Chains) -> None:
        """Show a line for each of these people; what was typed for them before stays."""
        names = [fold(one.name) for chain in chains for one in chain]
        self._chains = chains
        if names != list(self._fields):
            self._flow.clear()
            self._fields = {}
            for one in [one for chain in chains for one in chain][:MOST_THANKED]:
                self._add(one)
            self.setVisible(len(self._fields) > 1)
            self.changed.emit()
        self._say()

    def state(self) -> dict[str, str]:
        """The numbers as they were typed, by folded name."""
        return dict(self._typed)

    def take_back(self, state: Mapping[str, str]) -> None:
        """Show numbers again that were typed."""
        self._typed = dict(state)

    def weighted(self, chains: Chains) -> Chains:
        """The chains with the numbers that were typed. Raises ``InvalidInput`` (field "thanks")."""
        return tuple(tuple(replace(one, weight=self._weight(one)) for one in chain) for chain in chains)

    def fields(self) -> Sequence[QLineEdit]:
        """The lines, in the order of the people."""
        return [field for field, _ in self._fields.values()]

    def _weight(self, one: Thank) -> float:
        typed = self._typed.get(fold(one.name))
        if typed is None:
            return one.weight
        try:
            number = float(typed.strip().rstrip("%").replace(",", ".") or "1")
        except ValueError:
            number = 0.0
        if not 0 < number <= _MOST_WEIGHT:
            raise InvalidInput(
                f"“{typed[:20]}” is no share.",
                "Write a number such as 1 or 2, or parts such as 70 and 30.",
                field="thanks",
            )
        return number

    def _add(self, one: Thank) -> None:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(S))
        name = ElidedLabel(one.name, Type.BODY, "text")
        name.setMaximumWidth(metrics().px(200))
        field = QLineEdit(self._typed.get(fold(one.name), f"{one.weight:g}"))
        field.setAccessibleName(f"Share of {name.accessibleName()}")
        field.setMaxLength(8)
        field.setFixedWidth(metrics().px(56))
        part = ElidedLabel("", Type.SECONDARY, "text-2")
        part.setFixedWidth(metrics().px(44))
        for widget in (name, field, part):
            row.addWidget(widget)
        self._flow.addWidget(box)
        self._fields[fold(one.name)] = (field, part)
        field.textEdited.connect(self._typed_in)

    def _typed_in(self) -> None:
        for name, (field, _) in self._fields.items():
            if field.isModified():
                self._typed[name] = field.text()
        self._say()

    def _say(self) -> None:
        try:
            parts = [part for chain in shares(self.weighted(self._chains)) for part in chain]
        except InvalidInput:
            parts = []
        for place, (_, label) in enumerate(self._fields.values()):
            label.setText(f"{parts[place]:.0%}" if place < len(parts) else "")

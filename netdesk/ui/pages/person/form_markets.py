"""The part of a form for kinds and target markets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.contact_kinds import MarketStanding, PersonKind
from netdesk.services.markets import InMarket
from netdesk.ui.pages.person.fields import line
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button
from netdesk.ui.widgets.chip import FilterChip
from netdesk.ui.widgets.flow_layout import FlowLayout


class KindChips(QWidget):
    """The kinds as chips to switch on and off."""

    def __init__(self, kinds: Sequence[PersonKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, gap=6)
        self._chips = {kind: FilterChip(kind.label, kind in kinds) for kind in PersonKind}
        for chip in self._chips.values():
            flow.addWidget(chip)

    def kinds(self) -> tuple[PersonKind, ...]:
        """The kinds switched on."""
        return tuple(kind for kind, chip in self._chips.items() if chip.isChecked())

    def chip(self, kind: PersonKind) -> FilterChip:
        """The chip of a kind."""
        return self._chips[kind]


class MarketRow(QWidget):
    """One market, how somebody stands to it, and in what way."""

    def __init__(self, known: Sequence[str], standing: InMarket) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(S))
        self.market = QComboBox()
        self.market.setEditable(True)
        self.market.addItems(list(known))
        self.market.setCurrentText(standing.market)
        self.market.setAccessibleName("Target market")
        self.standing = QComboBox()
        for each in MarketStanding:
            self.standing.addItem(each.label, each.value)
        self.standing.setCurrentIndex(list(MarketStanding).index(standing.standing))
        self.standing.setAccessibleName("In the market or close to it")
        self.how = line(standing.how, "How", "How they are close to it")
        self.remove = icon_button(Icon.CLOSE, "Remove this market", framed=False, small=True)
        row.addWidget(self.market, 2)
        row.addWidget(self.standing, 2)
        row.addWidget(self.how, 3)
        row.addWidget(self.remove)

    def value(self) -> InMarket:
        """What stands in the row."""
        return InMarket(
            self.market.currentText().strip(), MarketStanding(self.standing.currentData()), self.how.text()
        )


class MarketRows(QWidget):
    """The markets somebody is in or close to."""

    def __init__(
        self, known: Sequence[str], standings: Sequence[InMarket], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._known = known
        self._rows: list[MarketRow] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(S))
        self._box = QVBoxLayout()
        self._box.setSpacing(metrics().px(6))
        layout.addLayout(self._box)
        self.add_button = plain_button("Add a market", Icon.ADD, small=True)
        self.add_button.clicked.connect(self._add_empty)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        layout.addLayout(foot)
        for standing in standings:
            self._add(standing)

    def standings(self) -> tuple[InMarket, ...]:
        """What stands in the rows; those without a market are left out."""
        return tuple(value for row in self._rows if (value := row.value()).market)

    def rows(self) -> tuple[MarketRow, ...]:
        """The rows."""
        return tuple(self._rows)

    def _add_empty(self) -> None:
        self._add(InMarket("", MarketStanding.CLOSE))
        self._rows[-1].market.setFocus()

    def _add(self, standing: InMarket) -> None:
        row = MarketRow(self._known, standing)
        row.remove.clicked.connect(self._remove)
        self._rows.append(row)
        self._box.addWidget(row)

    def _remove(self) -> None:
        button = self.sender()
        row = next((each for each in self._rows if each.remove is button), None)
        if row is not None:
            self._rows.remove(row)
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()

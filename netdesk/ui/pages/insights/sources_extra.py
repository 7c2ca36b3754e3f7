"""What stands below the sources while something is missing: wins nobody sorted yet, amounts without a rate."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.insights.chart import Chart
from netdesk.method.insights.sources import UNSAID
from netdesk.method.periods import Period
from netdesk.ui.pages.insights.extras import Extra
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import L, metrics
from netdesk.ui.widgets.buttons import link_button


class SourcesExtra(Extra):
    """Two links; each is there only while it is needed."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self.say_sources = link_button("Say where they came from")
        self.set_rate = link_button("Set a rate")
        self.set_rate.setToolTip("Amounts in another currency are added up once you say what it is worth")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(L))
        row.addWidget(self.say_sources)
        row.addWidget(self.set_rate)
        row.addStretch(1)
        self.say_sources.clicked.connect(self._to_unsaid)
        self.set_rate.clicked.connect(self._to_rates)
        self.hide()

    def show_for(self, period: Period, chart: Chart) -> None:
        points = [point for one in chart.series for point in one.points]
        unsaid = any(point.behind is not None and point.behind.key == UNSAID for point in points)
        # A total with amounts of no rate beside it is no bare number.
        apart = any(isinstance(cell, str) for row in chart.table.exact for cell in row[3:4])
        self.say_sources.setVisible(unsaid)
        self.set_rate.setVisible(apart)
        self.setVisible(unsaid or apart)

    def _to_unsaid(self) -> None:
        self.shell.go("wins", unsaid=True)

    def _to_rates(self) -> None:
        self.shell.go("settings", section="rates")

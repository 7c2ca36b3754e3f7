"""What stands below the people at each level: whether the close levels or all five are drawn, and the moves."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from netdesk.method.insights.chart import Chart
from netdesk.method.insights.levels_over_time import DOWN, UP, moves_behind, moves_told
from netdesk.method.insights.readings import counted
from netdesk.method.periods import Period
from netdesk.services.insights.levels_over_time import show_all_levels, shows_all_levels
from netdesk.ui.pages.insights.behind_list import open_behind
from netdesk.ui.pages.insights.extras import Extra
from netdesk.ui.pages.insights.together import together
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import L
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.segments import Segments


class LevelsExtra(Extra):
    """Two choices, and the moves up and down that lead to who moved."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._period: Period | None = None
        self._moves = (0, 0)
        self.choice = Segments(("Close ones", "All five levels"), name="Lines")
        self.up, self.down = link_button(""), link_button("")
        # In a narrow card the links go below the choice.
        row = FlowLayout(self, gap=L)
        row.addWidget(self.choice)
        row.addWidget(together(self.up, self.down, height=self.choice.sizeHint().height()))
        self.choice.picked.connect(self._picked)
        self.up.clicked.connect(self._show_up)
        self.down.clicked.connect(self._show_down)

    def show_for(self, period: Period, chart: Chart) -> None:
        """Name the moves of this period."""
        self._period = period
        self._moves = moves_told(chart.table)
        self.choice.set_chosen(int(self.shell.desk.read(shows_all_levels)))
        for button, count, way in zip((self.up, self.down), self._moves, (UP, DOWN), strict=True):
            button.setText(counted(count, f"move {way}", f"moves {way}"))
            button.setVisible(count > 0)
        self.setVisible(not chart.empty)

    def _picked(self, index: int) -> None:
        self.shell.desk.do(lambda workspace: show_all_levels(workspace, index == 1))

    def _show_up(self) -> None:
        self._show(UP, self._moves[0])

    def _show_down(self) -> None:
        self._show(DOWN, self._moves[1])

    def _show(self, way: str, count: int) -> None:
        if self._period is not None:
            open_behind(self.shell, moves_behind(count, self._period, way))

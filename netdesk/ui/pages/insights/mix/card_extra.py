"""What stands below the mix: setting its plan, and logging time."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.insights.chart import Chart
from netdesk.method.periods import Period
from netdesk.ui.pages.insights.extras import Extra
from netdesk.ui.pages.insights.mix.plan_form import open_plan_form
from netdesk.ui.pages.insights.mix.time_form import open_time_form
from netdesk.ui.pages.insights.mix.time_list import open_logged_time
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, metrics
from netdesk.ui.widgets.buttons import link_button, shortcut_tooltip


class MixExtra(Extra):
    """Three links in a row."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._period: Period | None = None
        self.plan_button = link_button("Set the plan…")
        self.log_button = link_button("Log time…")
        self.log_button.setToolTip(shortcut_tooltip("Log time", "Ctrl+Shift+K"))
        self.list_button = link_button("Logged time")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(M))
        for button, deed in (
            (self.plan_button, self._plan),
            (self.log_button, self._log),
            (self.list_button, self._list),
        ):
            row.addWidget(button)
            button.clicked.connect(deed)
        row.addStretch(1)

    def show_for(self, period: Period, chart: Chart) -> None:
        self._period = period

    def _plan(self) -> None:
        open_plan_form(self.shell, self._period)

    def _log(self) -> None:
        open_time_form(self.shell)

    def _list(self) -> None:
        open_logged_time(self.shell)

"""Setting the plan of the mix: five shares that sum to 100. ``open_plan_form(shell, period=None)``."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.method.errors import InvalidInput
from netdesk.method.insights.mix import Mix
from netdesk.method.periods import Period, last_12_months
from netdesk.method.strategy import DEFAULT_PLAN, WHOLE, Plan, plan_problem
from netdesk.services.insights.mix import figures
from netdesk.services.strategy_plan import save_strategy_plan, strategy_plan
from netdesk.ui.pages.insights.mix.plan_rows import PlanRows
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import M, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.labels import WrapLabel

_WIDTH = 640


class PlanForm(Sheet):
    """The bars, what they sum to, and ways back."""

    def __init__(self, shell: Shell, plan: Plan, period: Period, parent: QWidget | None = None) -> None:
        super().__init__(shell, "How I want to spend networking time", "Keep the plan", "", parent)
        self._kept = shell.desk.read(strategy_plan)
        self._period = period
        hint = (
            "Move a bar, and the others share the rest. A lock keeps one as it is; what you type stays, too."
        )
        self.body.addWidget(WrapLabel(hint, Type.BODY, "text-2"))
        self.rows = PlanRows(plan)
        self.body.addWidget(self.rows)
        self.real = WrapLabel("", Type.SECONDARY, "text-2")
        self.body.addWidget(self.real)
        self.sum = WrapLabel("", Type.SECONDARY_MEDIUM, "text-2")
        self.even = link_button("Let them sum to 100")
        self.usual = link_button("As the method proposes")
        below = QHBoxLayout()
        below.setSpacing(metrics().px(M))
        below.addWidget(self.sum, 1)
        below.addWidget(self.even)
        below.addWidget(self.usual)
        self.body.addLayout(below)
        self.rows.changed.connect(self._show_sum)
        self.even.clicked.connect(self.rows.even_out)
        self.usual.clicked.connect(self._propose)
        self._show_sum()
        question = partial(figures, period=period, today=shell.today())
        shell.desk.ask(self, "real", question, self._show_real)

    def begin(self) -> None:
        next(iter(self.rows.sliders.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        plan = self.rows.plan()
        return {} if plan == self._kept else {"plan": plan}

    def keep(self) -> None:
        """Keep the plan, once it sums to 100."""
        for number in self.rows.numbers.values():
            if number.isModified():
                number.editingFinished.emit()
        plan = self.rows.plan()
        problem = plan_problem(plan)
        if problem:
            self.refuse(InvalidInput(problem, "Move a bar whose lock is open, or let them sum to 100."))
            return
        self.write(partial(save_strategy_plan, plan=plan), self._done)

    def _done(self, _changes: object) -> None:
        words = " / ".join(f"{share}" for share in self.rows.plan().values())
        changed = self.state()
        self.finish()
        if changed:
            self.shell.toast(f"Planned: {words}", undo=True)

    def _propose(self) -> None:
        self.rows.show_plan(DEFAULT_PLAN)
        self._show_sum()

    def _show_sum(self) -> None:
        problem = plan_problem(self.rows.plan())
        self.sum.setText(problem or f"The shares make {WHOLE}.")
        self.sum.set_role("warn-text" if problem else "text-2")
        self.even.setVisible(bool(problem))
        if not problem and self.trouble.isVisible():
            self.trouble.hide()
            self.grow()

    def _show_real(self, mix: Mix) -> None:
        self.rows.show_real(mix.percents)
        if mix.total:
            self.real.setText(f"The mark on each bar is how it really was: {self._period.name}.")
        else:
            self.real.setText(f"No networking time yet: {self._period.name}.")
        self.grow()


def open_plan_form(shell: Shell, period: Period | None = None, plan: Plan | None = None) -> Sheet:
    """Open the card that sets the plan, beside what is real in a period (the last 12 months)."""
    shown = period or last_12_months(shell.today())
    form = PlanForm(shell, plan or shell.desk.read(strategy_plan), shown)
    return show_sheet(shell, form, "The plan was not kept yet.", partial(_again, shell, shown), _WIDTH)


def _again(shell: Shell, period: Period, state: dict[str, Any]) -> Sheet:
    return open_plan_form(shell, period, state["plan"])

"""What stands below the way from events to clients: its rates, and the "if" one can type in.

If [2] events a month × [4] solid contacts each × [1/2] of them closed = 48 a year. The result follows while one
types; what can be is kept when a field is left or Enter is pressed. Keys in a field: ↑ ↓ step it, Esc gives back what
was kept.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netdesk.method.errors import InvalidInput
from netdesk.method.insights.chart import Chart
from netdesk.method.insights.comparing import compared
from netdesk.method.insights.funnel import FunnelCounts, FunnelFigures, Step
from netdesk.method.insights.funnel_chart import rates_line
from netdesk.method.insights.what_if import (
    THE_METHODS,
    WhatIf,
    amount_text,
    clients_words,
    if_sentence,
    parse_amount,
    parse_share,
    share_text,
    stepped_amount,
    stepped_share,
)
from netdesk.method.periods import Period
from netdesk.services.what_if import forget_what_if, keep_what_if, what_if
from netdesk.ui.pages.insights.extras import Extra
from netdesk.ui.pages.insights.if_field import IfField
from netdesk.ui.pages.insights.together import together
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import Secondary, Strong, WrapLabel

_EVENTS = "How many events a month? For example 2."
_SOLID = "How many solid contacts at each event? For example 4."


class IfExtra(Extra):
    """The rates in a line, and the arithmetic."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._shown = THE_METHODS
        self.rates = WrapLabel("", Type.SECONDARY, "faint")
        self.events = IfField("Events a month", "2 or 2½", stepped_amount, 46)
        self.solid = IfField("Solid contacts at each event", "4 or 3.5", stepped_amount, 46)
        self.closed = IfField(
            "Share of solid contacts that become clients", "1/2, ½ or 50%", stepped_share, 56
        )
        self.result = Strong()
        self.as_it_was = link_button("As it was")
        self.trouble = WrapLabel("", Type.SECONDARY, "bad")
        self._fields = (self.events, self.solid, self.closed)
        self._lay_out()
        for field in self._fields:
            field.textEdited.connect(self._typed)
            field.left.connect(self._keep)
            field.given_back.connect(self._give_back)
        self.as_it_was.clicked.connect(self._as_it_was)
        self._give_back()

    def show_for(self, period: Period, chart: Chart) -> None:
        """Show what is kept, else my own figures of this period; what is being typed stays."""
        # The first rows are the steps, in order.
        counts = FunnelCounts(*(int(row[1] or 0) for row in chart.table.exact[: len(Step)]))
        days = compared(period, self.shell.today())
        figures = FunnelFigures(days, counts, FunnelCounts(), self.shell.desk.read(what_if))
        self.rates.setText(rates_line(counts))
        self.rates.setVisible(bool(self.rates.text()))
        self.as_it_was.setVisible(figures.wished is not None and figures.as_it_was is not None)
        self._shown = figures.wished or figures.as_it_was or THE_METHODS
        if not any(field.isModified() for field in self._fields):
            self._give_back()

    def _typed(self) -> None:
        """Show at once what would come of it."""
        try:
            what = self._read()
        except InvalidInput as error:
            self._complain(error)
        else:
            self._tell(what)

    def _keep(self) -> None:
        """Keep what was typed; what cannot be stays in its field, with a sentence under it."""
        if not any(field.isModified() for field in self._fields):
            return
        try:
            what = self._read()
        except InvalidInput as error:
            self._complain(error)
            return
        self._shown = what
        self._give_back()
        self.shell.desk.do(lambda workspace: keep_what_if(workspace, what))

    def _as_it_was(self) -> None:
        for field in self._fields:
            field.setModified(False)
        # The link goes with the click: the keyboard stays in the row.
        self.events.setFocus()
        self.shell.desk.do(forget_what_if)

    def _read(self) -> WhatIf:
        """What stands in the fields: exactly what was shown, but for those in which something was typed."""
        what = self._shown
        if self.events.isModified():
            what = replace(what, events_a_month=parse_amount(self.events.text(), "events", _EVENTS))
        if self.solid.isModified():
            what = replace(what, solid_each=parse_amount(self.solid.text(), "solid", _SOLID))
        if self.closed.isModified():
            what = replace(what, share_closed=parse_share(self.closed.text()))
        return what

    def _give_back(self) -> None:
        what = self._shown
        for field, text in zip(self._fields, _texts(what), strict=True):
            field.setText(text)
            field.setModified(False)
        self._tell(what)

    def _tell(self, what: WhatIf) -> None:
        self.result.setText(f"= {clients_words(what)}")
        self.result.setAccessibleName(if_sentence(what))
        self.trouble.hide()
        for field in self._fields:
            field.mark(False)

    def _complain(self, error: InvalidInput) -> None:
        self.result.setText("= ?")
        self.result.setAccessibleName("")
        self.trouble.setText(str(error))
        self.trouble.show()
        for field, name in zip(self._fields, ("events", "solid", "closed"), strict=True):
            field.mark(name == error.field)

    def _lay_out(self) -> None:
        sizes = metrics()
        # In a box of its own: a layout inside another one would lose its items with their wrappers.
        box = QWidget()
        row = FlowLayout(box, gap=5, line_gap=4)
        for before, field, after in (
            ("If", self.events, "events a month"),
            ("×", self.solid, "solid each"),
            ("×", self.closed, "closed"),
        ):
            row.addWidget(together(Secondary(before), field, Secondary(after)))
        row.addWidget(together(self.result, height=self.events.sizeHint().height()))
        row.addWidget(together(self.as_it_was, height=self.events.sizeHint().height()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(sizes.px(S))
        layout.addWidget(self.rates)
        layout.addWidget(box)
        layout.addWidget(self.trouble)


def _texts(what: WhatIf) -> tuple[str, str, str]:
    return (
        amount_text(what.events_a_month),
        amount_text(what.solid_each),
        share_text(Fraction(what.share_closed)),
    )

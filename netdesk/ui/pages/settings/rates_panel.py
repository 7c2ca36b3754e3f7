"""What other currencies are worth in the own one, each rate as the person enters it; those that wins wait for first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from netdesk.method.calendar_words import short_day
from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services.currency_rates import (
    MissingRate,
    Rate,
    missing_rates,
    rate_lines,
    remove_rate,
    set_rate,
)
from netdesk.services.workspaces import Workspace
from netdesk.ui.customs import customs_at
from netdesk.ui.pages.events.form_parts import money
from netdesk.ui.pages.settings.fields import Line, Wrong
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import Faint, Secondary, WrapLabel
from netdesk.ui.widgets.panel import Panel

SECTION = "rates"
_RATE_WIDTH, _CODE_WIDTH = 96, 60
_LONGEST = 16


@dataclass(frozen=True, slots=True)
class _Facts:
    own: str
    known: tuple[Rate, ...]
    missing: tuple[MissingRate, ...]


class RatesPanel(Panel):
    """Every field saves when it is left; an emptied rate is forgotten."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Other currencies", parent=parent)
        self._shell = shell
        self._own = ""
        self._begins = False
        self._shown: tuple[str, ...] | None = None
        self.fields: dict[str, Line] = {}
        self.note = WrapLabel("", Type.SECONDARY, "text-2")
        self._box: QWidget | None = None
        self.code = Line("Another currency, its three letters", 12)
        self.code.setPlaceholderText("EUR")
        self.rate = Line("What one of it is worth", _LONGEST)
        self.rate.setPlaceholderText("0.85")
        self.code.returnPressed.connect(self.rate.setFocus)
        self.rate.settled.connect(self._added)
        self.wrong = Wrong()
        self._new = QWidget()
        self._is = Secondary("")
        self._days: dict[str, Faint] = {}
        self._lay_out()

    def redraw(self) -> None:
        """Read the rates anew."""
        own = customs_at(self._shell.desk).currency

        def facts(workspace: Workspace) -> _Facts:
            return _Facts(own, rate_lines(workspace, own), missing_rates(workspace, own))

        self._shell.desk.ask(self, "rates", facts, self._show)

    def begin(self) -> None:
        """Give the keyboard to the first rate that is missing, else to a new one."""
        self._begins = True
        self.redraw()

    def _show(self, facts: _Facts) -> None:
        self._own = facts.own
        self._is.setText(f"is so many {facts.own}")
        self.note.setText(
            f"Totals are in {facts.own}. Amounts in another currency stand apart until you say here what one of it"
            " is worth. No rate is ever fetched."
        )
        missing_codes = [one.currency for one in facts.missing]
        codes = tuple(missing_codes + [one.currency for one in facts.known])
        drawn = (facts.own, *missing_codes, "", *codes)
        if drawn != self._shown:
            self._shown = drawn
            self._draw(codes, frozenset(missing_codes))
        for known in facts.known:
            self.fields[known.currency].show_kept(_written(known.rate))
            self._days[known.currency].setText(f"since {short_day(known.set_on, self._shell.today())}")
        for missing in facts.missing:
            wins = "1 win waits" if missing.wins == 1 else f"{missing.wins:,} wins wait"
            self._days[missing.currency].setText(f"{wins}: {money(missing.amount, missing.currency)}")
        if self._begins:
            self._begins = False
            empty = next((field for field in self.fields.values() if not field.text()), self.code)
            empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self, codes: tuple[str, ...], missing: frozenset[str]) -> None:
        if self._box is not None:
            self.body.removeWidget(self._box)
            self._box.hide()
            self._box.deleteLater()
        self.fields, self._days = {}, {}
        self._box = QWidget()
        grid = _grid(self._box)
        for row, code in enumerate(codes):
            field = Line(f"What one {code} is worth in {self._own}", _LONGEST)
            field.setFixedWidth(metrics().px(_RATE_WIDTH))
            field.settled.connect(partial(self._settled, code))
            self.fields[code] = field
            self._days[code] = Faint("")
            grid.addWidget(Secondary(f"1 {code} is"), row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(Secondary(self._own), row, 2)
            grid.addWidget(self._days[code], row, 3)
            if code not in missing:
                forget = icon_button(Icon.CLOSE, f"Forget the rate of {code}", framed=False)
                forget.clicked.connect(partial(self._forget, code))
                grid.addWidget(forget, row, 4)
        # Shown once it stands in the panel: before, it would be a window of its own.
        self.body.insertWidget(1, self._box)
        self._box.setVisible(bool(codes))

    # Saving ------------------------------------------------------------------------------------

    def _settled(self, code: str, typed: str) -> None:
        if not typed.strip():
            self._forget(code)
        else:
            self._save(code, typed, self.fields[code])

    def _added(self, typed: str) -> None:
        if self.code.text().strip() and typed.strip():
            self._save(self.code.text(), typed, self.rate)

    def _save(self, code: str, typed: str, field: Line) -> None:
        rate = read_rate(typed)
        if rate is None:
            self.wrong.say(f"“{typed[:20]}” is no rate. Write a number such as 0.85.", field)
            return
        write = partial(set_rate, currency=code, own=self._own, rate=rate, today=self._shell.today())
        self._shell.desk.do(write, self._said, partial(self._refused, field), owner=self)

    def _forget(self, code: str, _checked: bool = False) -> None:
        forget = partial(remove_rate, currency=code, own=self._own)
        self._shell.desk.do(forget, self._said, lambda _: self.redraw(), owner=self)

    def _said(self, changes: Changes) -> None:
        self.wrong.say("", self.code, self.rate, *self.fields.values())
        for field in (self.code, self.rate):
            field.clear()
            field.show_kept("")
        if not changes.is_empty:
            self._shell.toast(changes.title, undo=True)
        self.redraw()

    def _refused(self, field: Line, error: NetDeskError) -> None:
        about_code = isinstance(error, InvalidInput) and error.field == "currency"
        self.wrong.say(str(error), self.code if about_code else field)

    def _lay_out(self) -> None:
        sizes = metrics()
        self.body.addWidget(self.note)
        grid = _grid(self._new)
        self.code.setFixedWidth(sizes.px(_CODE_WIDTH))
        self.rate.setFixedWidth(sizes.px(_RATE_WIDTH))
        grid.addWidget(self.code, 0, 0)
        grid.addWidget(self._is, 0, 1)
        grid.addWidget(self.rate, 0, 2)
        self.body.addWidget(self._new)
        self.body.addWidget(self.wrong)


def read_rate(typed: str) -> float | None:
    """Read a rate with a point or a comma before its decimals; None when it is no number."""
    text = "".join(typed[:_LONGEST].split()).replace(",", ".")
    try:
        return float(text) if text.replace(".", "", 1).isdecimal() and text.isascii() else None
    except ValueError:
        return None


def _written(rate: float) -> str:
    return f"{rate:.8f}".rstrip("0").rstrip(".").replace(".", QLocale().decimalPoint())


def _grid(inside: QWidget) -> QGridLayout:
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(metrics().px(S))
    grid.setColumnStretch(3, 1)
    return grid

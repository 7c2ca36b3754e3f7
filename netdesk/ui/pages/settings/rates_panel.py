"""What other currencies are worth in the own one, each rate as the person enters it; those that wins wait for first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
from netdesk.ui.money import money
from netdesk.ui.pages.settings.fields import Line, Wrong, mark
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


class _Row:
    """A currency in the list: its rate, and since when, or how many wins wait for it."""

    def __init__(self, code: str, own: str) -> None:
        self.is_worth = Secondary(f"1 {code} is")
        self.field = Line(f"What one {code} is worth in {own}", _LONGEST)
        self.field.setFixedWidth(metrics().px(_RATE_WIDTH))
        self.own = Secondary(own)
        self.note = Faint("")
        self.forget = icon_button(Icon.CLOSE, f"Forget the rate of {code}", framed=False)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return (self.is_worth, self.field, self.own, self.note, self.forget)


class RatesPanel(Panel):
    """Every field saves when it is left; an emptied rate is forgotten. Rows stay where they are while one types."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Other currencies", parent=parent)
        self._shell = shell
        self._own = ""
        self._begins = False
        self._rows: dict[str, _Row] = {}
        self._rows_ever = 0
        self.note = WrapLabel("", Type.SECONDARY, "text-2")
        self._box = QWidget()
        self._grid = _grid(self._box)
        self.code = Line("Another currency, its three letters", 12)
        self.rate = Line("What one of it is worth", _LONGEST)
        self.rate.setPlaceholderText("0.85")
        self.code.returnPressed.connect(self.rate.setFocus)
        self.rate.settled.connect(self._added)
        for field in (self.code, self.rate):
            field.textEdited.connect(self._typing)
        self.wrong = Wrong()
        self._new = QWidget()
        self._is = Secondary("")
        self._lay_out()

    @property
    def fields(self) -> dict[str, Line]:
        """The field of each currency in the list, by its letters."""
        return {code: row.field for code, row in self._rows.items()}

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
        if facts.own != self._own:
            self._own = facts.own
            self._let_go(self._rows)
        self._is.setText(f"is so many {facts.own}")
        self.code.setPlaceholderText("USD" if facts.own == "EUR" else "EUR")
        self.note.setText(
            f"Totals are in {facts.own}. Amounts in another currency stand apart until you say here what one of it"
            " is worth. No rate is ever fetched."
        )
        codes = [*(one.currency for one in facts.missing), *(one.currency for one in facts.known)]
        self._let_go([code for code in self._rows if code not in codes])
        for code in codes:
            if code not in self._rows:
                self._add_row(code)
        for known in facts.known:
            row = self._rows[known.currency]
            row.field.show_kept(_written(known.rate))
            row.note.setText(f"since {short_day(known.set_on, self._shell.today())}")
            row.forget.show()
        for missing in facts.missing:
            row = self._rows[missing.currency]
            row.field.show_kept("")
            wins = "1 win waits" if missing.wins == 1 else f"{missing.wins:,} wins wait"
            row.note.setText(f"{wins}: {money(missing.amount, missing.currency)}")
            row.forget.hide()
        self._box.setVisible(bool(self._rows))
        if self._begins:
            self._begins = False
            empty = next((field for field in self.fields.values() if not field.text()), self.code)
            empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self, code: str) -> None:
        row = self._rows[code] = _Row(code, self._own)
        row.field.settled.connect(partial(self._settled, code))
        row.field.textEdited.connect(self._typing)
        row.forget.clicked.connect(partial(self._forget, code))
        for column, widget in enumerate(row.widgets):
            self._grid.addWidget(widget, self._rows_ever, column)
        self._rows_ever += 1
        # By Tab before the line for another one, as it stands.
        before = self.code.previousInFocusChain()
        while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        if before is not None:
            QWidget.setTabOrder(before, row.field)
        QWidget.setTabOrder(row.field, row.forget)

    def _let_go(self, codes: Iterable[str]) -> None:
        for code in tuple(codes):
            row = self._rows.pop(code)
            if row.field.hasFocus() or row.forget.hasFocus():
                self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            for widget in row.widgets:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    # Saving ------------------------------------------------------------------------------------

    def _settled(self, code: str, typed: str) -> None:
        if not typed.strip():
            self._forget(code)
        else:
            self._save(code, typed, self._rows[code].field, self._said)

    def _added(self, typed: str) -> None:
        if not typed.strip():
            return
        if self.code.text().strip():
            self._save(self.code.text(), typed, self.rate, self._said_new)
        else:
            self.wrong.say("Which currency? Write its three letters, such as EUR.", self.code)

    def _save(self, code: str, typed: str, field: Line, said: Callable[[Changes], None]) -> None:
        rate = read_rate(typed)
        if rate is None:
            self.wrong.say(f"“{typed[:20]}” is no rate. Write a number such as 0.85.", field)
            return
        write = partial(set_rate, currency=code, own=self._own, rate=rate, today=self._shell.today())
        self._shell.desk.do(write, said, partial(self._refused, field), owner=self)

    def _forget(self, code: str, _checked: bool = False) -> None:
        forget = partial(remove_rate, currency=code, own=self._own)
        self._shell.desk.do(forget, self._said, lambda _: self.redraw(), owner=self)

    def _said_new(self, changes: Changes) -> None:
        # Enter in the new rate: on with another currency. Somebody who went elsewhere stays there.
        if self.rate.hasFocus():
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        for field in (self.code, self.rate):
            field.clear()
            field.show_kept("")
        self._said(changes)

    def _said(self, changes: Changes) -> None:
        self._typing()
        if not changes.is_empty:
            self._shell.toast(changes.title, undo=True)
        self.redraw()

    def _typing(self, _text: str = "") -> None:
        """What was wrong is being put right."""
        self.wrong.say("")
        for field in (self.code, self.rate, *self.fields.values()):
            mark(field, "")

    def _refused(self, field: Line, error: NetDeskError) -> None:
        about_code = isinstance(error, InvalidInput) and error.field == "currency"
        self.wrong.say(str(error), self.code if about_code and field is self.rate else field)

    def _lay_out(self) -> None:
        sizes = metrics()
        self.body.addWidget(self.note)
        self.body.addWidget(self._box)
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

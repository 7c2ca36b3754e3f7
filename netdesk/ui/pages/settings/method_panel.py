"""The numbers of the method, each saved where it stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from netdesk.method.setting_limits import LONGEST_ASK, SETTING_GROUPS, setting_problem
from netdesk.method.settings import DEFAULT_SETTINGS, MethodSettings
from netdesk.ui.pages.settings.fields import Line, Number, Wrong
from netdesk.ui.theme.metrics import M, S, metrics
from netdesk.ui.widgets.labels import Caption, Faint, Secondary
from netdesk.ui.widgets.panel import Panel

_ROOM_TO_ERR = 1_000_000


class MethodPanel(Panel):
    """``number_set(name, typed)``, ``ask_set(text)``; the action in the header takes all numbers back."""

    number_set = Signal(str, int)
    ask_set = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Method", "the numbers it counts with", "Set back", parent)
        self._settings = DEFAULT_SETTINGS
        self.fields: dict[str, Number] = {}
        self._wrongs: dict[str, Wrong] = {}
        for group in SETTING_GROUPS:
            self.body.addWidget(Caption(group.title))
            grid = self._grid()
            for place, number in enumerate(group.numbers):
                # Wider than what may be kept, so that a number out of reach is said rather than bent.
                field = Number(f"{number.label} ({number.unit})", 0, _ROOM_TO_ERR)
                field.valueChanged.connect(partial(self._set, number.name))
                self.fields[number.name] = field
                self._wrongs[number.name] = Wrong()
                grid.addWidget(Secondary(number.label), 2 * place, 0)
                grid.addWidget(field, 2 * place, 1)
                grid.addWidget(Faint(number.unit), 2 * place, 2)
                grid.addWidget(self._wrongs[number.name], 2 * place + 1, 0, 1, 3)
            self.body.addLayout(grid)
            self.body.addSpacing(metrics().px(S))
        self.ask = Line(self.tr("The first question to ask people"), LONGEST_ASK)
        self.ask.settled.connect(self.ask_set)
        self.body.addWidget(Caption(self.tr("What I ask first")))
        self.body.addWidget(self.ask)

    def show_settings(self, settings: MethodSettings) -> None:
        """Show what is kept; a number that could not be kept stays for correcting."""
        self._settings = settings
        for group in SETTING_GROUPS:
            for number in group.numbers:
                field, wrong = self.fields[number.name], self._wrongs[number.name]
                still_wrong = setting_problem(number.name, field.value(), settings)
                if not wrong.isHidden() and still_wrong:
                    continue
                wrong.say("", field)
                field.show_kept(number.typed(settings))
        self.ask.show_kept(settings.first_ask)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(metrics().px(M))
        grid.setVerticalSpacing(metrics().px(3))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        return grid

    def _set(self, name: str, typed: int) -> None:
        sentence = setting_problem(name, typed, self._settings)
        self._wrongs[name].say(sentence, self.fields[name])
        if not sentence:
            self.number_set.emit(name, typed)

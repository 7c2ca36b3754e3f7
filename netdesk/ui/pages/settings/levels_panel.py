"""The five levels: name, meaning, rhythm, capacity and what moves people up, each saved where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from netdesk.method.level_settings import LONGEST_LINE, LONGEST_NAME, evidence_words, level_problems
from netdesk.method.levels import DEFAULT_LEVELS, HIGHEST, Level
from netdesk.method.rhythm import DAYS_A_WEEK
from netdesk.ui.levels.ladder_choice import LadderChoice
from netdesk.ui.pages.settings.fields import Line, Number, Wrong
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.labels import Faint, Secondary, WrapLabel
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.pips import Pips


class LevelsPanel(Panel):
    """All five. ``saved`` carries a level's number and the values as ``save_level`` takes them, ``ladder_picked`` the
    key of a ladder for all of them, ``evidence_asked`` the number of the level whose evidence is to be chosen.
    """

    saved = Signal(int, object)
    ladder_picked = Signal(str)
    evidence_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Levels", "what they are called and how often you are in touch", parent=parent)
        self.ladder = LadderChoice()
        self.ladder.picked.connect(self.ladder_picked)
        row = QHBoxLayout()
        row.setSpacing(metrics().px(M))
        label = Secondary(self.tr("Ladder"))
        label.setBuddy(self.ladder)
        row.addWidget(label)
        row.addWidget(self.ladder, 1)
        self.body.addLayout(row)
        self.forms = [LevelForm(level.number) for level in DEFAULT_LEVELS]
        self.body.setSpacing(metrics().px(18))
        for form in self.forms:
            form.saved.connect(self.saved)
            form.evidence_asked.connect(self.evidence_asked)
            self.body.addWidget(form)

    def show_levels(self, levels: Sequence[Level]) -> None:
        """Show what is kept."""
        self.ladder.show_levels(levels)
        for form in self.forms:
            form.show_level(levels)


class LevelForm(QWidget):
    """One level."""

    saved = Signal(int, object)
    evidence_asked = Signal(int)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._levels: tuple[Level, ...] = DEFAULT_LEVELS
        level = self.tr("level {0}").format(number)
        # One letter more than may be kept, so that too long a name is said rather than cut off.
        self.name = Line(self.tr("Name of {0}").format(level), LONGEST_NAME + 1)
        self.meaning = Line(self.tr("What {0} means").format(level), LONGEST_LINE + 1)
        self.moves_up = Line(self.tr("What moves people up from {0}").format(level), LONGEST_LINE + 1)
        self.weeks = Number(self.tr("Weeks between two contacts at {0}").format(level), 0, 9_999)
        self.capacity = Number(self.tr("As many people as you can tend at {0}").format(level))
        self.capacity.setSpecialValueText(self.tr("no limit"))
        self.wrong = Wrong()
        self.asks = WrapLabel("", Type.SECONDARY, "text-2")
        self.choose = quiet_button(self.tr("Choose…"), small=True)
        self.choose.setAccessibleName(self.tr("Choose what {0} asks for").format(level))
        self.choose.clicked.connect(self._choose)
        self._lay_out()
        for line in (self.name, self.meaning, self.moves_up):
            line.settled.connect(self._keep)
        for number_field in (self.weeks, self.capacity):
            number_field.valueChanged.connect(self._keep)

    def show_level(self, levels: Sequence[Level]) -> None:
        """Show what is kept; what was typed and cannot be kept stays for correcting, unless the level has changed."""
        before = self._level()
        self._levels = tuple(levels)
        level = self._level()
        # With another ladder, or after undo, the old words beside a wrong number would be kept once it is corrected.
        if level == before and self._problem()[1] and not self.wrong.isHidden():
            return
        self.name.show_kept(level.name)
        self.meaning.show_kept(level.meaning)
        self.moves_up.show_kept(level.moves_up)
        self.weeks.show_kept(max(1, round(level.rhythm_days / DAYS_A_WEEK)))
        self.capacity.show_kept(level.capacity or 0)
        self.asks.setText(evidence_words(level.evidence, any_will_do=level.evidence_any))
        self._say("", "")

    def _level(self) -> Level:
        return next(level for level in self._levels if level.number == self._number)

    def _lay_out(self) -> None:
        sizes = metrics()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(sizes.px(M))
        grid.setVerticalSpacing(sizes.px(S - 2))
        grid.setColumnStretch(1, 1)
        grid.addWidget(Pips(self._number), 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(Secondary(self.tr("Means")), 1, 0)
        grid.addWidget(self.meaning, 1, 1)
        grid.addWidget(Secondary(self.tr("Moves up")), 2, 0)
        grid.addWidget(self.moves_up, 2, 1)
        grid.addWidget(Secondary(self.tr("In touch")), 3, 0)
        row = QHBoxLayout()
        row.setSpacing(sizes.px(S))
        row.addWidget(Faint(self.tr("every")))
        row.addWidget(self.weeks)
        row.addWidget(Faint(self.tr("weeks, with up to")))
        row.addWidget(self.capacity)
        row.addWidget(Faint(self.tr("people")))
        row.addStretch(1)
        grid.addLayout(row, 3, 1)
        if self._number < HIGHEST:
            asks = QHBoxLayout()
            asks.setSpacing(sizes.px(S))
            asks.addWidget(self.asks, 1)
            asks.addWidget(self.choose)
            grid.addLayout(asks, 4, 1)
        else:
            for widget in (self.asks, self.choose):
                widget.setParent(self)
                widget.hide()
        grid.addWidget(self.wrong, 5, 1)

    def _rhythm_days(self) -> int:
        # A rhythm in days that was set elsewhere is not rounded behind anybody's back.
        kept = self._level().rhythm_days
        weeks = self.weeks.value()
        return kept if weeks == max(1, round(kept / DAYS_A_WEEK)) else weeks * DAYS_A_WEEK

    def _problem(self) -> tuple[str, str]:
        for problem in level_problems(
            self._number,
            self.name.text(),
            self.meaning.text(),
            self._rhythm_days(),
            self.capacity.value() or None,
            self.moves_up.text(),
            self._levels,
        ):
            return problem.field, problem.sentence
        return "", ""

    def _say(self, field: str, sentence: str) -> None:
        fields: dict[str, QWidget] = {
            "name": self.name,
            "meaning": self.meaning,
            "rhythm": self.weeks,
            "capacity": self.capacity,
            "moves_up": self.moves_up,
        }
        first = [fields.pop(field)] if field in fields else []
        self.wrong.say(sentence, *first, *fields.values())

    def _choose(self) -> None:
        self.evidence_asked.emit(self._number)

    def _keep(self) -> None:
        field, sentence = self._problem()
        self._say(field, sentence)
        if sentence:
            return
        self.saved.emit(
            self._number,
            {
                "name": self.name.text(),
                "meaning": self.meaning.text(),
                "rhythm_days": self._rhythm_days(),
                "capacity": self.capacity.value() or None,
                "moves_up": self.moves_up.text(),
            },
        )

"""The settings of one level: name, meaning, rhythm, capacity, what moves people up and its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from netdesk.method.level_settings import level_problems
from netdesk.method.levels import Level
from netdesk.method.rhythm import DAYS_A_WEEK
from netdesk.ui.levels.evidence_choice import EvidenceChoice
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import Secondary, SectionTitle, WrapLabel
from netdesk.ui.widgets.pips import Pips

_MOST_WEEKS = 9_999
_MOST_PEOPLE = 999_999


class LevelCard(QWidget):
    """Edits; ``saved`` carries the values as ``save_level`` takes them, ``left`` means: leave it as it was."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, level: Level, levels: Sequence[Level], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._levels = tuple(levels)
        self.setAccessibleName(self.tr("Settings of level {0}").format(level.number))
        sizes = metrics()
        self._name = QLineEdit(level.name)
        self._meaning = QLineEdit(level.meaning)
        self._weeks = QSpinBox()
        self._weeks.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._weeks.setRange(0, _MOST_WEEKS)
        self._weeks.setValue(max(1, round(level.rhythm_days / DAYS_A_WEEK)))
        self._weeks_before = self._weeks.value()
        self._weeks.setPrefix(self.tr("every "))
        self._weeks.setSuffix(self.tr(" weeks"))
        self._capacity = QSpinBox()
        self._capacity.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._capacity.setRange(0, _MOST_PEOPLE)
        self._capacity.setSpecialValueText(self.tr("no limit"))
        self._capacity.setSuffix(self.tr(" people"))
        self._capacity.setValue(level.capacity or 0)
        self._moves_up = QLineEdit(level.moves_up)
        self.evidence = EvidenceChoice()
        self.evidence.show_choice(level.evidence, any_will_do=level.evidence_any)
        self._wrong = WrapLabel("", Type.SECONDARY_MEDIUM, "bad-text")
        self._save = primary_button(self.tr("Save"))
        self._fields: dict[str, QWidget] = {
            "name": self._name,
            "meaning": self._meaning,
            "rhythm": self._weeks,
            "capacity": self._capacity,
            "moves_up": self._moves_up,
            "evidence": self.evidence,
        }
        form = QFormLayout()
        form.setSpacing(sizes.px(S))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for key, label in self._labels().items():
            if key == "evidence" and level.is_top:
                self.evidence.setParent(self)
                self.evidence.hide()
                continue
            self._add_row(form, label, self._fields[key])
        self._lay_out(form)
        for line in (self._name, self._meaning, self._moves_up):
            line.textChanged.connect(self._check)
            line.returnPressed.connect(self._keep)
        for box in (self._weeks, self._capacity):
            box.valueChanged.connect(self._check)
        self._check()

    def show_problem(self, field: str, sentence: str) -> None:
        """Say what is wrong, and mark the field it is about; an empty sentence takes it back."""
        self._wrong.setText(sentence)
        for key, widget in self._fields.items():
            wrong = bool(sentence) and key == field
            if widget.property("wrong") != wrong:
                widget.setProperty("wrong", wrong)
                widget.style().unpolish(widget)
                widget.style().polish(widget)
            widget.setAccessibleDescription(sentence if wrong else "")

    def _labels(self) -> dict[str, str]:
        return {
            "name": self.tr("Name"),
            "meaning": self.tr("What it means"),
            "rhythm": self.tr("Be in touch"),
            "capacity": self.tr("As many as you can tend"),
            "moves_up": self.tr("What moves people up"),
            "evidence": self.tr("Ready with, in the record"),
        }

    def _add_row(self, form: QFormLayout, text: str, field: QWidget) -> None:
        label: QLabel = Secondary(text)
        label.setBuddy(field)
        if field is self.evidence:
            # Beside its first line, not in the middle of all its chips.
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, metrics().px(S), 0, 0)
        else:
            label.setMinimumHeight(field.sizeHint().height())
        field.setAccessibleName(text)
        form.addRow(label, field)

    def _lay_out(self, form: QFormLayout) -> None:
        sizes = metrics()
        head = QHBoxLayout()
        head.setSpacing(sizes.px(M))
        head.addWidget(SectionTitle(self.tr("Level {0}").format(self._level.number)))
        head.addWidget(Pips(self._level.number))
        head.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.px(M))
        cancel = plain_button(self.tr("Leave as it was"), None, "Esc")
        cancel.clicked.connect(self.left)
        self._save.clicked.connect(self._keep)
        buttons.addWidget(self._wrong, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(L), sizes.px(L), sizes.px(L), sizes.px(L))
        column.setSpacing(sizes.px(M))
        column.addLayout(head)
        column.addLayout(form)
        column.addLayout(buttons)

    def _rhythm_days(self) -> int:
        # A rhythm in days that somebody set elsewhere is not rounded behind their back.
        unchanged = self._weeks.value() == self._weeks_before
        return self._level.rhythm_days if unchanged else self._weeks.value() * DAYS_A_WEEK

    def _check(self) -> None:
        problems = level_problems(
            self._level.number,
            self._name.text(),
            self._meaning.text(),
            self._rhythm_days(),
            self._capacity.value() or None,
            self._moves_up.text(),
            self._levels,
        )
        self._save.setEnabled(not problems)
        if problems:
            self.show_problem(problems[0].field, problems[0].sentence)
        else:
            self.show_problem("", "")

    def _keep(self) -> None:
        if not self._save.isEnabled():
            return
        self.saved.emit(
            {
                "name": self._name.text(),
                "meaning": self._meaning.text(),
                "rhythm_days": self._rhythm_days(),
                "capacity": self._capacity.value() or None,
                "moves_up": self._moves_up.text(),
                "evidence": self.evidence.evidence(),
                "evidence_any": self.evidence.any_will_do(),
            }
        )

"""Merging two contacts who are one person: who is the other, which of the fields that differ shall stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services.merging import Comparison, Difference, compare, merge_people
from netdesk.services.people import PersonName, people_named, person_name
from netdesk.ui.pages.person.fields import Choice, ChoiceField, labelled, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, show_sheet
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import L, S, Type, metrics
from netdesk.ui.widgets.labels import ElidedLabel, Faint, WrapLabel, plain_tooltip
from netdesk.ui.widgets.scroll_area import VerticalScroll

_SHOWN = 200
_MARK = 36
_TALLEST = 320
_WIDTH = 720


class MergeSheet(Sheet):
    """Choose the other contact, and for each field that differs what shall stand; everything else is joined."""

    def __init__(
        self,
        shell: Shell,
        person: PersonName,
        other: PersonName | None,
        state: dict[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            shell,
            f"Merge {person.name[:80]} with…",
            "Merge",
            "Talks, plans and groups of both are kept",
            parent,
        )
        self._person = person
        self._seen: Comparison | None = None
        self._groups: dict[str, QButtonGroup] = {}
        self._taken = set(state.get("taken", ()))
        self.other = ChoiceField(self._search, self.tr("Name or firm of the same person’s other contact"))
        self.other.chosen.connect(self._compare)
        self.body.addWidget(labelled(self.tr("The same person is also here as"), self.other))
        self._note = WrapLabel("", Type.SECONDARY, "text-2")
        self._note.hide()
        self.body.addWidget(self._note)
        self._scroll: VerticalScroll | None = None
        self.keep_button.setEnabled(False)
        if other is not None:
            self.other.set_choice(other.id, _named(other))
            self._compare(other.id)

    def begin(self) -> None:
        (self.other if self._seen is None else self.keep_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        if self._seen is None:
            return {}
        return {"person": self._person.id, "other": self._seen.gone_id, "taken": self._chosen()}

    def keep(self) -> None:
        """Merge them; the first contact is the one that stays."""
        if self._seen is None:
            self.refuse(InvalidInput("Who is the same person?", "Choose the other contact.", field="other"))
            return
        merge = partial(
            merge_people,
            kept_id=self._seen.kept_id,
            gone_id=self._seen.gone_id,
            today=self.shell.today(),
            taken=self._chosen(),
        )
        self.write(merge, self._merged)

    def refuse(self, error: NetDeskError) -> None:
        mark_wrong(self.other, isinstance(error, InvalidInput) and error.field == "other")
        self.say(error)

    def choose(self, field: str, other: bool) -> None:
        """Let the second contact’s value of a field stand, or the first one’s."""
        self._groups[field].button(int(other)).setChecked(True)

    def differences(self) -> tuple[Difference, ...]:
        """The fields in which the two differ."""
        return self._seen.differences if self._seen is not None else ()

    def _merged(self, _changes: object) -> None:
        seen = self._seen
        self.finish()
        if seen is not None:
            self.shell.toast(
                self.tr("{0} and {1} are one now").format(seen.gone_name, seen.kept_name), undo=True
            )
            self.shell.open_person(seen.kept_id)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(field for field, group in self._groups.items() if group.checkedId() == 1)

    def _search(self, text: str) -> Sequence[Choice]:
        found = self.shell.desk.read(partial(people_named, typed=text))
        return [(one.id, _named(one)) for one in found if one.id != self._person.id]

    def _compare(self, other_id: int) -> None:
        try:
            seen = self.shell.desk.read(partial(compare, kept_id=self._person.id, gone_id=other_id))
        except NetDeskError as error:
            self.refuse(error)
            return
        if seen.higher_level:
            self._taken.add("level")
        self._seen = seen
        self.trouble.hide()
        self.keep_button.setEnabled(True)
        words = (
            [self.tr("Choose what shall stand; what gives way is kept in the note.")]
            if seen.differences
            else []
        )
        if seen.comes_along:
            words.append(self.tr("Comes along: {0}.").format(seen.comes_along))
        self._note.setText(" ".join(words) or self.tr("They do not contradict each other anywhere."))
        self._note.show()
        self._draw(seen)
        self.grow()

    def _draw(self, seen: Comparison) -> None:
        if self._scroll is not None:
            self.body.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
            self._scroll = None
        self._groups = {}
        if not seen.differences:
            return
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(metrics().px(L))
        grid.setVerticalSpacing(metrics().px(S))
        for column, name in ((1, seen.kept_name), (2, seen.gone_name)):
            grid.addWidget(ElidedLabel(name, Type.SECONDARY_STRONG, "text"), 0, column)
            grid.setColumnStretch(column, 1)
        for row, one in enumerate(seen.differences, start=1):
            grid.addWidget(Faint(one.label), row, 0)
            group = QButtonGroup(table)
            for place, value in enumerate((one.kept, one.gone)):
                button = _Choice(one.label, value, seen.gone_name if place else seen.kept_name)
                group.addButton(button, place)
                grid.addWidget(button, row, place + 1)
            group.button(int(one.field in self._taken)).setChecked(True)
            self._groups[one.field] = group
        self._scroll = _Table(table)
        self.body.addWidget(self._scroll)


class _Table(VerticalScroll):
    """As high as its rows, up to some; then it scrolls."""

    def sizeHint(self) -> QSize:
        content = self.widget()
        wanted = content.sizeHint() if content is not None else QSize()
        return QSize(wanted.width(), min(wanted.height(), metrics().px(_TALLEST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


def merge_with(shell: Shell, person_id: int, other_id: int | None = None) -> Sheet:
    """Open the card that merges somebody with another contact. Raises ``NotFound``."""
    return _again(shell, {"person": person_id, "other": other_id})


def _again(shell: Shell, state: dict[str, Any]) -> Sheet:
    person = shell.desk.read(partial(person_name, person_id=int(state["person"])))
    other = state.get("other")
    known = None if other is None else shell.desk.read(partial(person_name, person_id=int(other)))
    sheet = MergeSheet(shell, person, known, state)
    return show_sheet(shell, sheet, "They are not merged yet.", partial(_again, shell), _WIDTH)


class _Choice(QRadioButton):
    """One value; as much of its first line as there is room for, all of it in the tip."""

    def __init__(self, label: str, value: str, whose: str) -> None:
        super().__init__()
        self._line = " ".join(value[:_SHOWN].split())
        self.setAccessibleName(f"{label}: {self._line}, from {whose}")
        self.setToolTip(plain_tooltip(value[:2_000]))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        room = max(0, self.width() - metrics().px(_MARK))
        shown = self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


def _named(person: PersonName) -> str:
    return f"{person.name}, {person.organisation}" if person.organisation else person.name

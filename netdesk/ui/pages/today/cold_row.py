"""Somebody who is going cold on Today: spoke today by one press, a way to get in touch, or not now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from netdesk.method.calendar_words import full_day
from netdesk.method.rhythm import InteractionKind
from netdesk.method.today import Way
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.person.rhythm_deeds import RhythmDeeds
from netdesk.ui.pages.today.deeds import TodayDeeds
from netdesk.ui.pages.today.row import Deed, TodayRow, Who, detail_label, name_label
from netdesk.ui.pages.today.row_patch import RowPatch
from netdesk.ui.pages.today.rows import Face
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon_size
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.avatar import Avatar
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.pips import Pips
from netdesk.ui.widgets.row_menu import Entry, open_menu

if TYPE_CHECKING:
    from netdesk.services.going_cold import ColdPerson

_NAME = 80
_AVATAR_AND_GAP = 44
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_WAYS = {
    Way.CALL: (Icon.CALL, "Call {0}"),
    Way.WRITE: (Icon.MESSAGE, "Write to {0}"),
    Way.LOG: (Icon.LOG, "Log a talk with {0}"),
}
_SPOKEN = {
    Way.CALL: (InteractionKind.CALL, "Spoke with {0} today"),
    Way.WRITE: (InteractionKind.EMAIL, "E-mailed {0} today"),
    Way.LOG: (InteractionKind.CALL, "Spoke with {0} today"),
}


class ColdRow(TodayRow):
    """Somebody past the rhythm of their level. ``spoke`` and ``button`` are its two presses."""

    def __init__(self, person: ColdPerson, deeds: TodayDeeds, rhythm: RhythmDeeds, photos: Photos) -> None:
        super().__init__(("cold", person.person_id))
        self._person, self._doing = person, rhythm
        name = one_line(person.name)[:_NAME]
        avatar = Avatar()
        Face(avatar, photos, person)
        who = Who(plain_tooltip(f"Open {name}  (O)"))
        who.column.addWidget(_name_and_level(person))
        words = detail_label(person.words)
        words.setToolTip(plain_tooltip(full_day(person.since)))
        who.column.addWidget(words)
        who.pressed.connect(partial(deeds.open, person.person_id))
        glyph, said = _WAYS[person.way]
        kind, spoken = _SPOKEN[person.way]
        self._reach, self._reached = (
            Entry(said.format(name), partial(deeds.reach, person), glyph, "Space"),
            spoken,
        )
        self.main = self._reach.run
        self.spoke = _press(Icon.TICK, f"{spoken.format(name)}  (S)")
        self.spoke.setAccessibleName(spoken.format(name))
        self._note = partial(rhythm.spoke, (person.person_id,), kind)
        self.spoke.clicked.connect(partial(_without_argument, self._note))
        self.button = _press(glyph, self._reach.text)
        self.button.clicked.connect(partial(_without_argument, self.main))
        self.menu = RowPatch(f"More about {name}", self)
        self.menu.entries = self.entries
        self.hovered.connect(partial(self.menu.show_before, self.spoke))
        self.line.addWidget(avatar, 0, _MIDDLE)
        self.line.addWidget(who, 1, _MIDDLE)
        self.line.addWidget(self.spoke, 0, _MIDDLE)
        self.line.addSpacing(-metrics().px(S))
        self.line.addWidget(self.button, 0, _MIDDLE)
        self._log = partial(deeds.log, person.person_id)
        self.deeds = {
            Deed.SPOKE: self._note,
            Deed.SNOOZE: self.offer_days,
            Deed.OPEN: partial(deeds.open, person.person_id),
        }
        level = f", level {person.level}" if person.level else ""
        self.setAccessibleName(f"{name}{level}, going cold: {person.words}")

    def entries(self) -> list[Entry | None]:
        return [
            Entry(self.spoke.accessibleName(), self._note, Icon.TICK, "S"),
            self._reach,
            Entry("Log a conversation…", self._log, Icon.LOG),
            None,
            Entry("Not now…", self.offer_days, Icon.SNOOZE, "Z"),
            None,
            Entry("Open the person", self.deeds[Deed.OPEN], Icon.PERSON, "O"),
        ]

    def offer_days(self) -> None:
        """Open the menu of days until which nobody is told of them."""
        place = self.mapToGlobal(QPoint(metrics().px(_AVATAR_AND_GAP), self.height()))
        open_menu(self._doing.snooze_entries((self._person.person_id,)), self, place)


def _name_and_level(person: ColdPerson) -> QWidget:
    top = QWidget()
    row = QHBoxLayout(top)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(metrics().px(S))
    row.addWidget(name_label(person.name))
    if person.level:
        row.addWidget(Pips(person.level))
    row.addStretch(1)
    return top


def _press(glyph: str, name: str) -> QToolButton:
    button = icon_button(glyph, name, small=True)
    button.setIconSize(icon_size())
    button.setFixedSize(metrics().px(38), metrics().px(27))
    return button


def _without_argument(run: Callable[[], None], _checked: bool = False) -> None:
    run()

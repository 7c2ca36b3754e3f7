"""The rows of Today: a card with no plan, and an open debrief."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from netdesk.method.today import days_ago
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.today.deeds import TodayDeeds
from netdesk.ui.pages.today.row import Deed, TodayRow, Who, detail_label, title_label
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.avatar import Avatar
from netdesk.ui.widgets.buttons import plain_button, quiet_button
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.row_menu import Entry
from netdesk.ui.widgets.tile import IconTile

if TYPE_CHECKING:
    from netdesk.services.going_cold import ColdPerson
    from netdesk.services.open_debriefs import DebriefLine
    from netdesk.services.today import NoPlanCard

_NAME = 80
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Face(QObject):
    """Keeps the picture of a row in step with what arrives."""

    def __init__(self, avatar: Avatar, photos: Photos, person: NoPlanCard | ColdPerson) -> None:
        super().__init__(avatar)
        self._avatar, self._photos, self._person = avatar, photos, person
        photos.arrived.connect(self.show)
        self.show()

    def show(self) -> None:
        """Show the photo if it is there by now, else the initials."""
        side = self._avatar.sizeHint().width()
        picture = self._photos.pixmap(self._person.photo, side, self._avatar.devicePixelRatioF())
        self._avatar.set_person(self._person.initials, self._person.hue, picture)


class CardRow(TodayRow):
    """A card nobody made a plan for: Follow up… and Let go."""

    def __init__(self, card: NoPlanCard, deeds: TodayDeeds, photos: Photos) -> None:
        super().__init__(("card", card.id))
        self.card = card
        name = one_line(card.name)[:_NAME]
        avatar = Avatar()
        Face(avatar, photos, card)
        who = Who(plain_tooltip(f"Open {name}  (O)"))
        who.column.addWidget(title_label(card.name))
        if card.detail:
            who.column.addWidget(detail_label(card.detail))
        who.pressed.connect(partial(deeds.open, card.person_id))
        self.plan = plain_button(self.tr("Follow up…"), small=True)
        self.plan.setAccessibleName(f"Follow up with {name}")
        self.plan.clicked.connect(partial(_without_argument, partial(deeds.plan, card)))
        self.letting = quiet_button(self.tr("Let go"), small=True)
        self.letting.setAccessibleName(f"Let {name} go")
        self.letting.clicked.connect(partial(_without_argument, partial(deeds.let_go, card)))
        self.line.addWidget(avatar, 0, _MIDDLE)
        self.line.addWidget(who, 1, _MIDDLE)
        self.line.addWidget(self.plan, 0, _MIDDLE)
        self.line.addSpacing(-metrics().px(S))
        self.line.addWidget(self.letting, 0, _MIDDLE)
        self.main = partial(deeds.plan, card)
        self.deeds = {
            Deed.LET_GO: partial(deeds.let_go, card),
            Deed.OPEN: partial(deeds.open, card.person_id),
        }
        self._because = partial(deeds.let_go_because, card)
        where = f" from {card.event_title}" if card.event_title else ""
        self.setAccessibleName(one_line(f"{card.name}, card{where} with no plan, {days_ago(card.days)}"))

    def entries(self) -> list[Entry | None]:
        assert self.main is not None
        return [
            Entry("Follow up…", self.main, Icon.FOLLOW_UP, "Space"),
            Entry("Let go", self.deeds[Deed.LET_GO], Icon.CLOSE, "L"),
            Entry("Let go because…", self._because),
            None,
            Entry("Open the person", self.deeds[Deed.OPEN], Icon.PERSON, "O"),
        ]


class DebriefRow(TodayRow):
    """An event that is over and was not debriefed."""

    def __init__(self, line: DebriefLine, deeds: TodayDeeds) -> None:
        super().__init__(("debrief", line.event_id))
        title = one_line(line.title)[:_NAME]
        who = Who(plain_tooltip(f"Open {title}  (O)"))
        who.column.addWidget(title_label(line.title))
        cards = f"{line.cards:,} {'card' if line.cards == 1 else 'cards'}" if line.cards else "no cards yet"
        who.column.addWidget(detail_label(f"{days_ago(line.days)} · {cards}"))
        self.main = partial(deeds.debrief, line)
        who.pressed.connect(self.main)
        self.button = plain_button(self.tr("Debrief"), small=True)
        self.button.setAccessibleName(f"Debrief {title}")
        self.button.clicked.connect(partial(_without_argument, self.main))
        self.line.addWidget(IconTile(Icon.EVENTS), 0, _MIDDLE)
        self.line.addWidget(who, 1, _MIDDLE)
        self.line.addWidget(self.button, 0, _MIDDLE)
        self.deeds = {Deed.OPEN: self.main}
        self.setAccessibleName(f"{title}, debrief left open, {days_ago(line.days)}")

    def entries(self) -> list[Entry | None]:
        return [Entry("Debrief", self.deeds[Deed.OPEN], Icon.EVENTS, "Space")]


def _without_argument(run: partial[None], _checked: bool = False) -> None:
    run()

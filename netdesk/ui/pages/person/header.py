"""The head of a person's page: picture, name, where from, chips, and what one does most."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.calendar_words import short_day
from netdesk.method.contact_kinds import PointKind
from netdesk.method.names import hue_index, initials
from netdesk.services.contact_points import Point
from netdesk.services.person_page import PersonPage
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.person.chips import PersonChips
from netdesk.ui.pages.person.portrait import Portrait
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, L, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button, primary_button
from netdesk.ui.widgets.labels import WrapLabel, plain_tooltip

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def first_point(page: PersonPage, kind: PointKind) -> Point | None:
    """The preferred, else the first point of a kind."""
    points = [point for point in page.draft.points if point.kind is kind]
    return next(iter(sorted(points, key=lambda point: not point.preferred)), None)


class Header(QWidget):
    """Shows who it is. Its signals say what was asked for."""

    call_asked = Signal()
    mail_asked = Signal()
    one_to_one_asked = Signal()
    follow_up_asked = Signal()
    log_asked = Signal()
    edit_asked = Signal()

    def __init__(self, shell: Shell, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._photos = photos
        self._page: PersonPage | None = None
        self._is_narrow = False
        self.portrait = Portrait()
        self.name = WrapLabel("", Type.TITLE, "text")
        self.name.set_max_lines(2)
        self.line = WrapLabel("", Type.SECONDARY, "text-2")
        self.line.set_max_lines(3)
        self.chips = PersonChips(shell)
        self._actions = self._make_actions()
        words = QVBoxLayout()
        words.setSpacing(metrics().px(2))
        words.addLayout(self._name_row())
        words.addWidget(self.line)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(metrics().px(L))
        self._grid.setVerticalSpacing(metrics().px(S))
        self._grid.addWidget(self.portrait, 0, 0, 2, 1, _MIDDLE)
        self._grid.addLayout(words, 0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._actions, 0, 2, _MIDDLE)
        # Below the words and the buttons: many chips then make the head no higher than it need be.
        self._grid.addWidget(self.chips, 1, 1, 1, 2)
        photos.arrived.connect(self._draw_portrait)

    def show_page(self, page: PersonPage) -> None:
        """Show another person, or the same one anew."""
        self._page = page
        self.name.setText(page.name)
        self.line.setText(origin_line(page, self._shell))
        self.line.setVisible(bool(self.line.text()))
        self.chips.show_page(page)
        self._draw_portrait()
        phone, mail = (first_point(page, kind) for kind in (PointKind.PHONE, PointKind.EMAIL))
        self._offer(self.call, self.tr("Call {0}"), self.tr("No phone number is known"), phone)
        self._offer(self.mail, self.tr("Write to {0}"), self.tr("No e-mail address is known"), mail)

    def set_narrow(self, narrow: bool) -> None:
        """Put the buttons below the words where there is no room beside them."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._grid.removeWidget(self._actions)
        if narrow:
            self._grid.addWidget(self._actions, 2, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._actions, 0, 2, _MIDDLE)

    def _name_row(self) -> QHBoxLayout:
        self.edit = icon_button(Icon.EDIT, self.tr("Edit"), "F2", framed=False, small=True)
        self.edit.clicked.connect(self.edit_asked)
        row = QHBoxLayout()
        row.setSpacing(metrics().px(XS))
        row.addWidget(self.name)
        row.addWidget(self.edit)
        row.addStretch(1)
        return row

    def _make_actions(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(metrics().px(10))
        self.call = icon_button(Icon.CALL, self.tr("Call"))
        self.mail = icon_button(Icon.MESSAGE, self.tr("Write an e-mail"))
        self.one_to_one = plain_button(self.tr("One-to-one"), Icon.ONE_TO_ONE)
        self.follow_up = plain_button(self.tr("Follow up"), Icon.FOLLOW_UP, "Ctrl+Shift+F")
        self.log = primary_button(self.tr("Log"), Icon.LOG, "Ctrl+L")
        pairs = (
            (self.call, self.call_asked),
            (self.mail, self.mail_asked),
            (self.one_to_one, self.one_to_one_asked),
            (self.follow_up, self.follow_up_asked),
            (self.log, self.log_asked),
        )
        for button, asked in pairs:
            button.clicked.connect(asked)
            layout.addWidget(button)
        self.log.setToolTip(self.log.toolTip().replace("Log", self.tr("Log a conversation")))
        return row

    def _offer(self, button: QWidget, words: str, missing: str, point: Point | None) -> None:
        button.setEnabled(point is not None)
        text = missing if point is None else words.format(point.value)
        button.setToolTip(plain_tooltip(text))
        button.setAccessibleName(text)

    def _draw_portrait(self) -> None:
        if self._page is None:
            return
        name = self._page.name
        ratio = self.devicePixelRatioF()
        wanted = (self._page.photo, self.portrait.pixels(), ratio)
        # Asking may bring it at once; then it is there the second time.
        photo = self._photos.pixmap(*wanted) or self._photos.pixmap(*wanted)
        self.portrait.set_person(initials(name), hue_index(name), photo)


def origin_line(page: PersonPage, shell: Shell) -> str:
    """Write the line under the name: "Owner, Bright Copy · met at Founders' evening, 6 Mar, through Sam Carter"."""
    draft = page.draft
    firm = draft.organisation if draft.organisation != page.name else ""
    work = ", ".join(part for part in (draft.role, draft.department, firm) if part)
    met: list[str] = []
    today = shell.today()
    if page.met_event:
        met.append(f"met at {page.met_event.title}")
        met.append(short_day(draft.met_on or page.met_event.on, today))
    elif draft.met_on:
        met.append(f"met {short_day(draft.met_on, today)}")
    if page.met_through:
        met.append(f"through {page.met_through.name}" if met else f"met through {page.met_through.name}")
    if draft.met_words:
        met.append(draft.met_words if met else f"met {draft.met_words}")
    return "  ·  ".join(part for part in (work, ", ".join(met)) if part)

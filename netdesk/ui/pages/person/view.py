"""The page of one person as a widget: who it is, the level, what happened, how to help and to reach them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import NotFound
from netdesk.services.people import has_people
from netdesk.services.person_page import PersonPage, person_page
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.person.about import About
from netdesk.ui.pages.person.commands import PersonDeeds, add_person_commands
from netdesk.ui.pages.person.doing import Doing
from netdesk.ui.pages.person.form_place import FormPlace
from netdesk.ui.pages.person.header import Header
from netdesk.ui.pages.person.picture_taking import PictureTaking
from netdesk.ui.pages.person.ready_line import ReadyLine
from netdesk.ui.pages.person.tabs import PersonTabs
from netdesk.ui.pages.person.timeline_panel import TimelinePanel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, S, metrics
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.level_steps import LevelSteps
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.scroll_area import VerticalScroll
from netdesk.ui.widgets.tab_order import part_by_part

if TYPE_CHECKING:
    from netdesk.ui.pages.person.form import PersonForm

_NARROW = 700
"""Logical pixels below which the right column becomes a second tab."""
_NO_ROOM_FOR_BUTTONS = 840
"""Logical pixels below which the buttons stand under the name."""
_SHOWN = ("person", "contact_point", "interaction", "interaction_person", "follow_up", "level_move", "level",
          "person_tag", "tag", "person_kind", "person_market", "target_market", "own_field", "own_field_value",
          "organisation", "event", "one_to_one", "ledger_entry", "introduction", "networking_group", "member",
          "relation", "win", "win_thanks", "currency_rate")  # fmt: skip


class PersonView(QWidget):
    """``show_person(id)`` shows somebody, None nobody; ``add_commands(page)`` gives the page the keys for them."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._page: PersonPage | None = None
        self._stale = False
        self._photos = Photos(shell.desk, self)
        self._places = QStackedLayout(self)
        self.empty = EmptyState(
            Icon.PERSON,
            "",
            "",
            self.tr("New person"),
        )
        self.doing = Doing(shell, self, self.page)
        self.empty.primary_clicked.connect(self.doing.add_somebody)
        self._places.addWidget(self.empty)
        self._body = QWidget()
        self._places.addWidget(self._body)
        self._lay_out()
        self._connect()
        self._say_nobody()
        shell.desk.changed.connect(self._changed)

    def _lay_out(self) -> None:
        sizes = metrics()
        outer = QVBoxLayout(self._body)
        outer.setContentsMargins(sizes.px(XL), sizes.px(XL), sizes.px(XL), sizes.px(XL))
        outer.setSpacing(sizes.px(S))
        self.header = Header(self._shell, self._photos)
        self.steps = LevelSteps([""] * 5)
        self.ready = ReadyLine()
        self._inside = QStackedWidget()
        outer.addWidget(self.header)
        outer.addSpacing(sizes.px(S))
        outer.addWidget(self.steps)
        outer.addWidget(self.ready)
        outer.addSpacing(sizes.px(S))
        outer.addWidget(self._inside, 1)
        columns = QWidget()
        self._columns = QHBoxLayout(columns)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(sizes.px(L))
        left = Panel()
        self.timeline = TimelinePanel(self._shell)
        self.tabs = PersonTabs(self._shell, self.timeline)
        left.body.addWidget(self.tabs, 1)
        self.about = About(self._shell)
        self._about_scroll = VerticalScroll(self.about)
        self._columns.addWidget(left, 60)
        self._columns.addWidget(self._about_scroll, 39)
        self._inside.addWidget(columns)
        self._forms = FormPlace(self._shell, self._inside, self.header.edit)
        self._pictures = PictureTaking(self._shell, self.header.portrait)

    def _connect(self) -> None:
        header, doing = self.header, self.doing
        header.call_asked.connect(doing.call)
        header.mail_asked.connect(doing.mail)
        header.one_to_one_asked.connect(doing.one_to_one)
        header.follow_up_asked.connect(doing.follow_up)
        header.log_asked.connect(doing.log)
        header.edit_asked.connect(self.edit)
        header.chips.changed.connect(doing.keep_chips)
        header.chips.group_asked.connect(doing.open_group)
        self.steps.chosen.connect(doing.move_to)
        self.ready.clicked.connect(doing.next_step)
        self.timeline.edit_talk_asked.connect(doing.edit_talk)
        self.about.help.saved.connect(doing.keep_help)
        self.about.person_asked.connect(doing.open_person)
        self.about.knows.map_asked.connect(doing.show_map)
        self._inside.currentChanged.connect(self._inside_changed)
        self.tabs.bar.currentChanged.connect(self._order_tabs)
        self.setFocusProxy(header.log)

    def add_commands(self, page: QWidget) -> None:
        """Put what can be done with the person into the catalogue; the keys work on ``page``."""
        do = self.doing
        deeds = PersonDeeds(
            self._is_shown,
            do.log,
            do.one_to_one,
            do.follow_up,
            do.show_map,
            self.about.knows.add,
            self.edit,
            do.call,
            do.mail,
            self.choose_picture,
        )
        add_person_commands(self._shell, deeds, page)

    # Showing -----------------------------------------------------------------------------------

    def person_id(self) -> int | None:
        """Who is shown."""
        return self._page.id if self._page else None

    def _is_shown(self) -> bool:
        return self._page is not None

    def page(self) -> PersonPage | None:
        """All that is known of who is shown."""
        return self._page

    def show_person(self, person_id: int | None) -> None:
        """Show somebody else; an edit under way is saved, or kept with a word about what it lacks."""
        if person_id != self.person_id() and self._page is not None:
            self.about.help.finish()
            self._forms.leave(self._page)
        self._read(person_id)

    def redraw(self) -> None:
        """Read the person again; somebody who is gone gives way to the empty view."""
        self._stale = False
        self._read(self.person_id())

    def leave(self) -> bool:
        """Save what is being edited before the page or window goes; False when it cannot be saved yet."""
        self.about.help.finish()
        self.timeline.save_note()
        form = self.form()
        return form is None or self._forms.save(form)

    def _read(self, person_id: int | None) -> None:
        page = None
        if person_id is not None:
            try:
                page = self._shell.desk.read(
                    partial(person_page, person_id=person_id, today=self._shell.today())
                )
            except NotFound:
                self._forms.drop(person_id)
        if page is None:
            self.about.help.finish()
            self._say_nobody()
        self._page = page
        self._places.setCurrentWidget(self.empty if page is None else self._body)
        if page is None:
            return
        self._forms.show_for(page.id)
        self._pictures.show_page(page)
        self.header.show_page(page)
        self.steps.set_names([level.name for level in page.levels])
        self.steps.set_level(page.level or 0)
        self.ready.show_readiness(page.readiness)
        self.tabs.show_page(page)
        self.about.show_page(page)
        self._order_tabs()

    def _order_tabs(self) -> None:
        part_by_part((self.header, self.steps, self.ready, self.tabs, self._about_scroll))

    def _say_nobody(self) -> None:
        if self._shell.desk.read(has_people):
            title = self.tr("Nobody is chosen")
            sentence = self.tr("Choose somebody on the left, or add the person you met last.")
        else:
            title = self.tr("Nobody is here yet")
            sentence = self.tr("Add the person you met last: a name and a firm are enough to begin.")
        self.empty.set_words(title, sentence)

    def _changed(self, changes: Changes) -> None:
        if self._page is None or not changes.touches(*_SHOWN):
            return
        if self.isVisible():
            self.redraw()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.set_narrow(self.width() < metrics().px(_NO_ROOM_FOR_BUTTONS))
        self._set_narrow(self.width() < metrics().px(_NARROW))

    def _set_narrow(self, narrow: bool) -> None:
        if narrow == self.tabs.has_taken_in():
            return
        # Under a tab the first card keeps away from the tab's line.
        self._about_scroll.setViewportMargins(0, metrics().px(M) if narrow else 0, 0, 0)
        if narrow:
            self._columns.removeWidget(self._about_scroll)
            self.tabs.take_in(self._about_scroll)
        else:
            self._columns.addWidget(self.tabs.give_back(), 39)
            self._about_scroll.show()

    # What one does -----------------------------------------------------------------------------

    def _inside_changed(self, place: int) -> None:
        # One filled button on a screen: while the form is open that is its own.
        self.header.log.setVisible(place == 0)

    def edit(self) -> None:
        """Open the form with all fields in the place of the timeline."""
        if self._page is not None:
            self.about.help.finish()
            self._forms.open(self._page)

    def form(self) -> PersonForm | None:
        """The form of who is shown, while it is open."""
        return self._forms.form_of(self.person_id())

    def choose_picture(self) -> None:
        """Choose a picture of who is shown."""
        self._pictures.choose()

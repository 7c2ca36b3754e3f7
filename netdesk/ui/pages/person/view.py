"""The page of one person as a widget: who it is, the level, what happened, how to help and to reach them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.contact_kinds import PointKind
from netdesk.method.errors import NotFound
from netdesk.services.levels import give_reason, move_people
from netdesk.services.people import PersonDraft, change_fields, has_people
from netdesk.services.person_page import PersonPage, person_page
from netdesk.services.workspaces import Workspace
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.person.about import About
from netdesk.ui.pages.person.commands import PersonDeeds, add_person_commands
from netdesk.ui.pages.person.form_place import FormPlace
from netdesk.ui.pages.person.header import Header, first_point
from netdesk.ui.pages.person.outside import go_outside, mail_address, phone_number
from netdesk.ui.pages.person.picture_taking import PictureTaking
from netdesk.ui.pages.person.timeline_panel import TimelinePanel
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, S, Type, metrics
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.labels import ElidedLabel
from netdesk.ui.widgets.level_steps import LevelSteps
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.scroll_area import VerticalScroll
from netdesk.ui.widgets.tab_bar import TabBar

if TYPE_CHECKING:
    from netdesk.ui.pages.person.form import PersonForm

_NARROW = 700
"""Logical pixels below which the right column becomes a second tab."""
_SHOWN = ("person", "contact_point", "interaction", "interaction_person", "follow_up", "level_move", "level",
          "person_tag", "tag", "person_kind", "person_market", "target_market", "own_field", "own_field_value",
          "organisation", "event")  # fmt: skip


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
        self.empty.primary_clicked.connect(self.add_somebody)
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
        ready = QHBoxLayout()
        ready.setSpacing(sizes.px(4))
        self.because = ElidedLabel("", Type.SECONDARY, "text-2")
        self.following = ElidedLabel("", Type.SECONDARY_STRONG, "text")
        ready.addWidget(self.because)
        ready.addWidget(self.following)
        ready.addStretch(1)
        self._inside = QStackedWidget()
        outer.addWidget(self.header)
        outer.addSpacing(sizes.px(S))
        outer.addWidget(self.steps)
        outer.addLayout(ready)
        outer.addSpacing(sizes.px(S))
        outer.addWidget(self._inside, 1)
        columns = QWidget()
        self._columns = QHBoxLayout(columns)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(sizes.px(L))
        left = Panel()
        self.tabs = TabBar([self.tr("Timeline")])
        self._stack = QStackedWidget()
        self.timeline = TimelinePanel(self._shell)
        self._stack.addWidget(self.timeline)
        left.body.setSpacing(sizes.px(M) - 8)
        left.body.addWidget(self.tabs)
        left.body.addWidget(self._stack, 1)
        self.about = About(self._shell)
        self._about_scroll = VerticalScroll(self.about)
        self._columns.addWidget(left, 60)
        self._columns.addWidget(self._about_scroll, 39)
        self._inside.addWidget(columns)
        self._forms = FormPlace(self._shell, self._inside, self.header.edit)
        self._pictures = PictureTaking(self._shell, self.header.portrait)

    def _connect(self) -> None:
        header = self.header
        header.call_asked.connect(self.call)
        header.mail_asked.connect(self.mail)
        header.follow_up_asked.connect(self.follow_up)
        header.log_asked.connect(self.log)
        header.edit_asked.connect(self.edit)
        header.chips.changed.connect(self._chips_changed)
        self.steps.chosen.connect(self.move_to)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.timeline.edit_talk_asked.connect(self._edit_talk)
        self.about.help.saved.connect(self._help_saved)
        self.about.person_asked.connect(self._ask_for)
        self._inside.currentChanged.connect(self._inside_changed)
        self.setFocusProxy(header.log)

    def add_commands(self, page: QWidget) -> None:
        """Put what can be done with the person into the catalogue; the keys work on ``page``."""
        deeds = PersonDeeds(
            self._is_shown, self.log, self.follow_up, self.edit, self.call, self.mail, self.choose_picture
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
        self._say_ready(page)
        self.timeline.show_page(page)
        self.about.show_page(page)

    def _say_nobody(self) -> None:
        if self._shell.desk.read(has_people):
            title = self.tr("Nobody is chosen")
            sentence = self.tr("Choose somebody on the left, or add the person you met last.")
        else:
            title = self.tr("Nobody is here yet")
            sentence = self.tr("Add the person you met last: a name and a firm are enough to begin.")
        self.empty.set_words(title, sentence)

    def _say_ready(self, page: PersonPage) -> None:
        known = page.readiness
        if known is None:
            self.because.setText(self.tr("Not on the board yet. Choose how well you know each other."))
            self.following.setText("")
            return
        reasons = ", ".join(known.because)
        start = self.tr("Ready to move up") if known.ready else self.tr("So far")
        words = f"{start}: {reasons}." if reasons else ""
        if known.missing:
            words = f"{words} {self.tr('Next:')}".strip()
        self.because.setText(words)
        self.following.setText(f"{known.missing}." if known.missing else "")

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
        self._set_narrow(self.width() < metrics().px(_NARROW))

    def _set_narrow(self, narrow: bool) -> None:
        if narrow == (self.tabs.count() == 2):
            return
        self.header.set_narrow(narrow)
        if narrow:
            self._columns.removeWidget(self._about_scroll)
            self._stack.addWidget(self._about_scroll)
            self.tabs.set_label(self.tabs.addTab(""), self.tr("About"))
        else:
            self.tabs.setCurrentIndex(0)
            self.tabs.removeTab(1)
            self._stack.removeWidget(self._about_scroll)
            self._columns.addWidget(self._about_scroll, 39)
            self._about_scroll.show()
        self._stack.setCurrentIndex(self.tabs.currentIndex())

    # What one does -----------------------------------------------------------------------------

    def call(self) -> None:
        """Call the preferred number through the system."""
        point = first_point(self._page, PointKind.PHONE) if self._page else None
        if point is not None and not go_outside(phone_number(point.value)):
            self._shell.toast(
                self.tr("No program to call with was found. The number: {0}").format(point.value)
            )

    def mail(self) -> None:
        """Write to the preferred address through the system."""
        point = first_point(self._page, PointKind.EMAIL) if self._page else None
        if point is not None and not go_outside(mail_address(point.value)):
            self._shell.toast(self.tr("No mail program was found. The address: {0}").format(point.value))

    def log(self) -> None:
        """Log a conversation with who is shown."""
        if self._page is not None:
            # Cards are imported when they are opened first: the first window need not wait for them.
            from netdesk.ui.pages.person.log_talk import log_talk

            log_talk(self._shell, self._page.id)

    def follow_up(self) -> None:
        """Plan a follow-up with who is shown."""
        if self._page is not None:
            from netdesk.ui.pages.person.plan_follow_up import plan_follow_up

            plan_follow_up(self._shell, self._page.id)

    def add_somebody(self) -> None:
        """Add a new person."""
        from netdesk.ui.pages.person.new_person import add_person

        add_person(self._shell)

    def move_to(self, level: int) -> None:
        """Move who is shown to a level."""
        if self._page is None:
            return
        name = self._page.name
        place = next((one.name for one in self._page.levels if one.number == level), "")
        words = self.tr("Moved {0} to {1}").format(name, place)
        self._shell.desk.do(
            partial(_move, person_id=self._page.id, level=level), partial(self._moved, words), owner=self
        )

    def _moved(self, words: str, changes: Changes) -> None:
        why = partial(self._ask_why, changes.operation)
        self._shell.toast(words, undo=True, actions=[(self.tr("Why?"), why)])

    def _ask_why(self, operation: int) -> None:
        why = self._shell.dialogs.ask_text(self, self.tr("Why?"), self.tr("What made you move them?"))
        if why and why.strip():
            self._shell.desk.do(partial(give_reason, operation=operation, why=why), owner=self)

    def _chips_changed(self, sentence: str, said: str, draft: PersonDraft) -> None:
        if self._page is None:
            return
        edit = partial(
            change_fields,
            person_id=self._page.id,
            said=sentence,
            tags=draft.tags,
            kinds=draft.kinds,
            markets=draft.markets,
        )
        self._shell.desk.do(edit, partial(self._done, said), owner=self)

    def _inside_changed(self, place: int) -> None:
        # One filled button on a screen: while the form is open that is its own.
        self.header.log.setVisible(place == 0)

    def _help_saved(self, saved: tuple[int, dict[str, str]]) -> None:
        person, fields = saved
        self._shell.desk.do(
            partial(_help, person_id=person, fields=fields),
            partial(self._done, self.tr("Saved how you can help.")),
            owner=self,
        )

    def _done(self, words: str, _result: object) -> None:
        self._shell.toast(words, undo=True)

    def _edit_talk(self, talk_id: int) -> None:
        from netdesk.ui.pages.person.log_talk import edit_talk

        edit_talk(self._shell, talk_id)

    def _ask_for(self, person_id: int) -> None:
        self._shell.open_person(person_id)

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


def _move(ws: Workspace, person_id: int, level: int) -> Changes:
    return move_people(ws, [person_id], level)


def _help(ws: Workspace, person_id: int, fields: dict[str, str]) -> Changes:
    return change_fields(ws, person_id, **fields)

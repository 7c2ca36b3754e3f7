"""Whom a person knows: the first of them with how, more to add, and the map of all around them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.method.errors import NetDeskError
from netdesk.services.path_to import WaysTo, path_to
from netdesk.services.person_page import PersonPage
from netdesk.services.relations import Known, Relation, relation, remove_relation
from netdesk.ui.pages.person.map.way_line import WayLine
from netdesk.ui.pages.person.who import PersonRow
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, metrics
from netdesk.ui.widgets.buttons import icon_button, link_button
from netdesk.ui.widgets.labels import WrapLabel, plain_tooltip
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.row_menu import Entry, open_menu


class KnownRow(PersonRow):
    """Somebody they know; the menu edits and forgets what was noted, Delete forgets it."""

    def __init__(self, shell: Shell, known: Known, page: PersonPage) -> None:
        super().__init__(known.person, known.words)
        self._shell = shell
        self._known = known
        self._page = page
        self.setToolTip(plain_tooltip(f"{known.person.name}\n{known.words}"))

    def entries(self) -> list[Entry | None]:
        """What the menu of the row offers."""
        given = self._known.person.name
        found: list[Entry | None] = [
            Entry(
                self.tr("Open {0}").format(given),
                partial(self.opened.emit, self._known.person.id),
                Icon.PERSON,
            )
        ]
        for number in self._known.relations:
            noted = self._shell.desk.read(partial(relation, relation_id=number))
            found += [
                None,
                Entry(self.tr("Edit “{0}”…").format(noted.sentence), partial(self._edit, noted), Icon.EDIT),
                Entry(self.tr("Forget it"), partial(self._forget, noted), Icon.BIN, "Del"),
            ]
        return found

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.mapToGlobal(QPoint(0, self.height())) if by_key else event.globalPos()
        open_menu(self.entries(), self, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._known.relations:
            number = self._known.relations[-1]
            self._forget(self._shell.desk.read(partial(relation, relation_id=number)))
            return
        super().keyPressEvent(event)

    def _edit(self, noted: Relation) -> None:
        from netdesk.ui.pages.person.relation_form import edit_relation_form

        edit_relation_form(self._shell, self._page.id, noted.id)

    def _forget(self, noted: Relation) -> None:
        words = self.tr("Forgot that: {0}").format(noted.sentence[:80])
        self._shell.desk.do(
            partial(remove_relation, relation_id=noted.id), partial(self._forgotten, words), owner=self
        )

    def _forgotten(self, words: str, _changes: object) -> None:
        self._shell.toast(words, undo=True)


class KnowsPanel(Panel):
    """``person_asked(object)`` carries the id of somebody who was pressed; ``map_asked()`` asks for the map."""

    person_asked = Signal(object)
    map_asked = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Knows", parent=parent)
        self._shell = shell
        self._page: PersonPage | None = None
        self._shown: list[QWidget] = []
        self.body.setSpacing(metrics().px(2))
        self.header.setSpacing(metrics().px(XS))
        self.map_button = icon_button(
            Icon.REFERRAL, self.tr("Show who knows whom"), "Ctrl+Shift+W", framed=False, small=True
        )
        self.map_button.clicked.connect(self.map_asked)
        self.add_button = icon_button(Icon.ADD, self.tr("Add somebody they know"), framed=False, small=True)
        self.add_button.clicked.connect(self.add)
        self.add_to_header(self.map_button)
        self.add_to_header(self.add_button)

    def show_page(self, page: PersonPage) -> None:
        """Show another person's acquaintances, or the same one's anew."""
        held = QApplication.focusWidget()
        inside = held is not None and any(row is held for row in self._shown)
        self._page = page
        for widget in self._shown:
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for known in page.knows.people:
            row = KnownRow(self._shell, known, page)
            row.opened.connect(self.person_asked)
            self._keep(row)
        more = page.knows.count - len(page.knows.people)
        if more > 0:
            link = link_button(self.tr("and {0} more").format(f"{more:,}"))
            link.clicked.connect(self.map_asked)
            self._keep(link)
        if not page.knows.people:
            self._keep(
                WrapLabel(self.tr("Nobody yet. Who could {0} introduce you to?").format(page.given[:40]))
            )
        if page.contacted is None and not page.binned:
            self._shell.desk.ask(
                self, "way", partial(path_to, person_id=page.id), self._show_way, self._show_no_way
            )
        if inside:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[KnownRow]:
        """The people shown."""
        return [row for row in self._shown if isinstance(row, KnownRow)]

    def add(self) -> None:
        """Note somebody else whom they know."""
        if self._page is not None:
            from netdesk.ui.pages.person.relation_form import add_relation_form

            add_relation_form(self._shell, self._page.id)

    def _show_way(self, found: WaysTo) -> None:
        """Somebody I never spoke with: name whom to ask for an introduction."""
        if self._page is None or self._page.id != found.person.id or not found.ways:
            return
        way = WayLine(self._shell)
        way.show_ways(found)
        way.opened.connect(self.person_asked)
        self._keep(way)

    def _show_no_way(self, _error: NetDeskError) -> None:
        """They are gone by now: the page says so itself."""

    def _keep(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self.body.addWidget(widget)

"""The card with the map of whom a person knows, over the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.services.path_to import WaysTo, path_to
from netdesk.services.surroundings import Acquaintance, Surroundings, surroundings
from netdesk.services.workspaces import Workspace
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.pages.person.map.canvas import MapCanvas
from netdesk.ui.pages.person.map.people_tree import PeopleTree
from netdesk.ui.pages.person.map.way_line import WayLine
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button
from netdesk.ui.widgets.labels import ElidedLabel, Faint
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.pips import Pips
from netdesk.ui.widgets.row_menu import Entry, open_menu
from netdesk.ui.widgets.segments import Segments

_SIZE = (1180, 800)
_SHOWN = ("person", "relation", "introduction", "level_move", "interaction", "interaction_person")

Answer = tuple[Surroundings, WaysTo]


class MapWindow(QWidget):
    """Shows the surroundings of one person after the other; ``ended()`` asks to close it."""

    ended = Signal()

    def __init__(self, shell: Shell, person_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._middles = [person_id]
        self._found: Surroundings | None = None
        self.canvas = MapCanvas(Photos(shell.desk, self))
        self.tree = PeopleTree()
        self.way = WayLine(shell)
        self._lay_out()
        for view in (self.canvas, self.tree):
            view.opened.connect(self.open_person)
            view.looked_at.connect(self._look_at)
            view.middle_asked.connect(self.put_in_the_middle)
        self.canvas.menu_asked.connect(self._offer)
        self.way.opened.connect(self.open_person)
        shell.desk.changed.connect(self._changed)
        self._ask()

    def _lay_out(self) -> None:
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.px(XL), sizes.px(XL - 6), sizes.px(XL), sizes.px(XL - 6))
        outer.setSpacing(sizes.px(M))
        self.title = ElidedLabel("", Type.BRAND, "text")
        self.left_out = Faint("")
        self.kind = Segments([self.tr("Map"), self.tr("List")], 0, name=self.tr("How it is shown"))
        self.kind.picked.connect(self._show_as)
        self.back = icon_button(Icon.BACK, self.tr("Back to whom you came from"), "Backspace")
        self.back.clicked.connect(self.go_back)
        self._zooming = [
            icon_button(Icon.ZOOM_OUT, self.tr("Smaller"), "-"),
            icon_button(Icon.ZOOM_IN, self.tr("Larger"), "+"),
            icon_button(Icon.WHOLE, self.tr("Everybody"), "0"),
        ]
        for button, run in zip(
            self._zooming, (self.canvas.zoom_out, self.canvas.zoom_in, self.canvas.show_whole), strict=True
        ):
            button.clicked.connect(run)
        self.close_button = icon_button(Icon.CLOSE, self.tr("Close"), "Esc", framed=False)
        self.close_button.clicked.connect(self.ended)
        head = QHBoxLayout()
        head.setSpacing(sizes.px(S))
        head.addWidget(self.title)
        head.addWidget(self.left_out)
        head.addStretch(1)
        for widget in (self.back, self.kind, *self._zooming, self.close_button):
            head.addWidget(widget)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.tree)
        outer.addLayout(head)
        outer.addWidget(self.way)
        outer.addWidget(self._stack, 1)
        outer.addLayout(self._foot())
        self.setAccessibleName(self.tr("Who knows whom"))

    def _foot(self) -> QHBoxLayout:
        self.who = ElidedLabel("", Type.BODY_STRONG, "text")
        self.how = ElidedLabel("", Type.SECONDARY, "text-2")
        self.pips = Pips()
        self.middle_button = plain_button(self.tr("Put in the middle"), Icon.REFERRAL, "Space", small=True)
        self.middle_button.clicked.connect(self._middle_of_current)
        self.open_button = plain_button(self.tr("Open"), Icon.PERSON, "Return", small=True)
        self.open_button.clicked.connect(self._open_current)
        foot = QHBoxLayout()
        foot.setSpacing(metrics().px(M))
        foot.addWidget(self.who)
        foot.addWidget(self.pips)
        foot.addWidget(self.how, 1)
        foot.addWidget(self.middle_button)
        foot.addWidget(self.open_button)
        return foot

    # Asking ----------------------------------------------------------------------------------

    def _ask(self) -> None:
        person = self._middles[-1]
        self._shell.desk.ask(self, "map", partial(_answer, person), self._show, self._failed)

    def _show(self, answer: Answer) -> None:
        found, ways = answer
        self._found = found
        self.title.setText(self.tr("Whom {0} knows").format(found.centre.name[:60]))
        more = found.more_near + found.more_far
        self.left_out.setText(self.tr("{0} more are not shown").format(f"{more:,}") if more else "")
        self.back.setEnabled(len(self._middles) > 1)
        self.canvas.show_map(found)
        self.tree.show_map(found)
        self.way.show_ways(ways)

    def _failed(self, error: NetDeskError) -> None:
        # Whoever stood in the middle is gone: the one before them stands there again.
        self._middles.pop()
        if self._middles:
            self._ask()
        else:
            self.ended.emit()
            self._shell.trouble(error)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN):
            self._ask()

    # Looking ---------------------------------------------------------------------------------

    def current(self) -> Acquaintance | None:
        """Who is looked at, in the map or the list."""
        if self._found is None:
            return None
        number = self.tree.current_id() if self._stack.currentWidget() is self.tree else None
        everybody = {one.id: one for one in self._found.everybody}
        return everybody.get(number) if number is not None else self.canvas.current()

    def found(self) -> Surroundings | None:
        """What is shown; None until the answer is there."""
        return self._found

    def _look_at(self, person_id: int) -> None:
        if self._found is None:
            return
        person = next((one for one in self._found.everybody if one.id == person_id), None)
        if person is None:
            return
        self.who.setText(person.name)
        firm = person.organisation if person.organisation != person.name else ""
        self.how.setText("  ·  ".join(part for part in (firm, person.words) if part))
        self.pips.set_level(person.level or 0)
        self.middle_button.setEnabled(person_id != self._middles[-1])

    def _show_as(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        for button in self._zooming:
            button.setVisible(place == 0)
        shown: QWidget = (self.canvas, self.tree)[place]
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        person = self.current()
        if person is not None:
            self._look_at(person.id)

    def _offer(self, person_id: int, place: QPoint) -> None:
        entries = [
            Entry(self.tr("Open"), partial(self.open_person, person_id), Icon.PERSON, "Return"),
            Entry(
                self.tr("Put in the middle"),
                partial(self.put_in_the_middle, person_id),
                Icon.REFERRAL,
                "Space",
                enabled=person_id != self._middles[-1],
            ),
        ]
        open_menu(entries, self, place)

    # Doing -----------------------------------------------------------------------------------

    def open_person(self, person_id: int) -> None:
        """Close the map and show somebody's page."""
        self.ended.emit()
        self._shell.open_person(person_id)

    def put_in_the_middle(self, person_id: int) -> None:
        """Show the surroundings of somebody else."""
        if person_id != self._middles[-1]:
            self._middles.append(person_id)
            self._ask()

    def go_back(self) -> None:
        """Show the surroundings of who stood in the middle before."""
        if len(self._middles) > 1:
            self._middles.pop()
            self._ask()

    def _open_current(self) -> None:
        person = self.current()
        if person is not None:
            self.open_person(person.id)

    def _middle_of_current(self) -> None:
        person = self.current()
        if person is not None:
            self.put_in_the_middle(person.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self.go_back()
        else:
            super().keyPressEvent(event)


def open_map(shell: Shell, person_id: int) -> Overlay:
    """Open the map of whom somebody knows over the window."""
    content = MapWindow(shell, person_id)
    overlay = shell.show_overlay(content, width=_SIZE[0], height=_SIZE[1])
    content.ended.connect(overlay.close_overlay)
    content.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    return overlay


def _answer(person_id: int, ws: Workspace) -> Answer:
    return surroundings(ws, person_id), path_to(ws, person_id)

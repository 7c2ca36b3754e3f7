"""Give & ask: whom have I not helped yet, what I promised, what I asked for, all of it; beside it who fits whom."""

from __future__ import annotations

from functools import partial
from importlib import import_module

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.ledger import LedgerKind
from netdesk.services.ledger_list import LedgerEntryLine, LedgerQuery
from netdesk.services.not_helped import NotHelpedRow
from netdesk.ui.delegates.photos import Photos
from netdesk.ui.introductions.fits_panel import FitsPanel
from netdesk.ui.pages.ledger.deeds import LedgerDeeds
from netdesk.ui.pages.ledger.help_menu import HelpMenu
from netdesk.ui.pages.ledger.ledger_commands import LedgerCommands, add_ledger_commands
from netdesk.ui.pages.ledger.list_panel import LedgerPanel, View
from netdesk.ui.pages.ledger.reading import Answer, nothing_words, read
from netdesk.ui.pages.ledger.row_columns import Part
from netdesk.ui.pages.ledger.tiles import FigureTile, PromisesTile, introductions_words
from netdesk.ui.pages.page import Page
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, L, M, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import ElidedLabel, PageTitle
from netdesk.ui.widgets.row_menu import open_menu
from netdesk.ui.widgets.scroll_area import VerticalScroll

BESIDE_FROM = 850
"""The width of the page, in logical pixels, from which who fits whom has room beside the list."""
_LEFT, _RIGHT = 69, 31
_TABLES = (
    "ledger_entry", "introduction", "person", "organisation", "contact_point", "level", "level_move",
)  # fmt: skip
_DEEDS = {"edit", "close", "drop", "delete"}


class LedgerPage(Page):
    """Four figures, the list in four views, and who fits whom."""

    name = "ledger"
    label = "Give & ask"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._deeds = LedgerDeeds(shell, self)
        self._help = HelpMenu(shell, self._deeds, self)
        self.panel = LedgerPanel(shell, Photos(shell.desk, self))
        self.fits = FitsPanel(shell)
        self.fits.body.addStretch(1)
        self._lay_out()
        self._connect()
        add_ledger_commands(shell.commands, self, self._commands())

    # The page ----------------------------------------------------------------------------------

    def redraw(self, changes: Changes | None) -> None:
        """Ask anew what ``changes`` touched."""
        self.fits.redraw(changes)
        if changes is None or changes.touches(*_TABLES):
            self.panel.forget()
            self._read()

    def open(self, **target: object) -> None:
        """Go to a ``view`` by its name; ``give=True`` or ``ask=True`` opens the form of a new entry."""
        view = target.get("view")
        if view in [each.value for each in View]:
            self._show_view(View(str(view)))
        for kind in (LedgerKind.GIVE, LedgerKind.ASK, LedgerKind.PROMISE, LedgerKind.RECEIVE):
            if target.get(kind.value):
                self._deeds.write(kind)

    def remembered(self) -> dict[str, object]:
        """Which view is shown."""
        return {"view": self.panel.view.value}

    def remember(self, state: dict[str, object]) -> None:
        """Take back the view."""
        if state.get("view") in [each.value for each in View]:
            self.panel.show_view(View(str(state["view"])))

    def _read(self) -> None:
        view, query = self.panel.view, self.panel.filter.query
        question = partial(read, view=view, query=query, today=self.shell.today())
        self.shell.desk.ask(self, "ledger", question, self._show)

    def _show(self, answer: Answer) -> None:
        figures = answer.figures
        self.gave.show_figure(figures.gave, "times I helped in the last 12 months")
        self.got.show_figure(figures.got, "times I was helped")
        self.introduced.show_figure(figures.introductions, introductions_words(figures))
        self.promised.show_figures(figures)
        if answer.totals is not None:
            self.panel.filter.show_totals(answer.totals)
        if answer.view is self.panel.view:
            query = self.panel.filter.query
            filtered = query.is_filtered if answer.view is View.ALL else bool(query.text)
            self.panel.show_ids(answer.ids, nothing_words(answer, filtered=filtered))
            self._room_may_have_changed()

    def _show_view(self, view: View) -> None:
        self.panel.filter.clear()
        self.panel.show_view(view)
        self._read()
        self.panel.into_list()

    # What is done with a row -------------------------------------------------------------------

    def _asked(self, deed: str) -> None:
        shown = self.panel.list()
        self._do(deed, shown.current_id())

    def _opened(self, number: object) -> None:
        if isinstance(number, int):
            self._do("person", number)

    def _pressed(self, part: Part, number: object) -> None:
        if isinstance(number, int):
            self._do(part.value, number)

    def _do(self, deed: str, number: int) -> None:
        shown = self.panel.list()
        row = shown.rows.item(shown.rows.row_of(number))
        if isinstance(row, NotHelpedRow):
            if deed == "help":
                open_menu(self._help.entries(row), self, shown.place_below(shown.rows.row_of(number)))
            else:
                self._help.run(deed, row)
        elif isinstance(row, LedgerEntryLine):
            if deed == "person":
                self._deeds.open_person(row.person_id)
            elif deed in _DEEDS:
                getattr(self._deeds, deed)(row)

    def _menu(self, place: QPoint) -> None:
        shown = self.panel.list()
        row = shown.rows.item(shown.currentIndex().row())
        if isinstance(row, NotHelpedRow):
            open_menu(self._help.entries(row), self, place)
        elif isinstance(row, LedgerEntryLine):
            open_menu(self._deeds.entries(row), self, place)

    # Deeds of the page ---------------------------------------------------------------------------

    def _give(self) -> None:
        self._deeds.write(LedgerKind.GIVE)

    def _ask(self) -> None:
        self._deeds.write(LedgerKind.ASK)

    def _promise(self) -> None:
        self._deeds.write(LedgerKind.PROMISE)

    def _receive(self) -> None:
        self._deeds.write(LedgerKind.RECEIVE)

    def _go(self, view: View) -> None:
        self.shell.go(self.name, view=view.value)

    def _show_kind(self, kind: LedgerKind) -> None:
        self.panel.filter.clear()
        self.panel.show_view(View.ALL)
        self.panel.filter.choose(LedgerQuery(kinds=(kind,)))

    def _introductions(self) -> None:
        import_module("netdesk.ui.introductions.introductions_list").open_introductions(self.shell)

    def start_search(self) -> None:
        """Put the keyboard into the line that searches; among the people not helped, all entries are searched."""
        if self.panel.view is View.NOT_HELPED:
            self.panel.show_view(View.ALL)
            self._read()
        self.panel.filter.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.filter.search.selectAll()

    def _commands(self) -> LedgerCommands:
        return LedgerCommands(
            self._give,
            self._ask,
            self._promise,
            self._receive,
            partial(self._go, View.NOT_HELPED),
            partial(self._go, View.PROMISES),
            partial(self._go, View.ASKS),
            self.start_search,
        )

    # Building --------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        sizes = metrics()
        self._content = content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(XL), sizes.px(XL))
        column.setSpacing(sizes.px(L - 2))
        column.addLayout(self._make_head())
        self._tiles = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tiles.setSpacing(sizes.px(L))
        first = QWidget()
        row = QHBoxLayout(first)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.px(L))
        self.gave = FigureTile("Show what I gave")
        self.got = FigureTile("Show what I got")
        self.introduced = FigureTile("Show the introductions and what came of them")
        self.promised = PromisesTile()
        for tile in (self.gave, self.got, self.introduced):
            row.addWidget(tile, 1)
        self._tiles.addWidget(first, _LEFT)
        self._tiles.addWidget(self.promised, _RIGHT)
        column.addLayout(self._tiles)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(sizes.px(L))
        self._columns.addWidget(self.panel, _LEFT)
        self._columns.addWidget(self.fits, _RIGHT)
        column.addLayout(self._columns)
        column.addStretch(1)
        self.view = VerticalScroll(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.view)

    def _make_head(self) -> QHBoxLayout:
        sizes = metrics()
        self.ask_button = plain_button("Ask", Icon.ASK, "Ctrl+Shift+A")
        self.give_button = primary_button("Give", Icon.GIVE, "Ctrl+Shift+H")
        head = QHBoxLayout()
        head.setSpacing(sizes.px(M - 2))
        head.addWidget(PageTitle(self.label))
        hint = ElidedLabel(
            "Help first. It comes back, though rarely from where you gave.", Type.BODY, "text-2"
        )
        head.addWidget(hint, 1)
        head.addWidget(self.ask_button)
        head.addWidget(self.give_button)
        return head

    def _connect(self) -> None:
        self.ask_button.clicked.connect(self._ask)
        self.give_button.clicked.connect(self._give)
        self.panel.view_picked.connect(self._read)
        self.panel.filter.changed.connect(self._read)
        for shown in (self.panel.people, self.panel.entries):
            shown.asked.connect(self._asked)
            shown.opened.connect(self._opened)
            shown.part_pressed.connect(self._pressed)
            shown.menu_asked.connect(self._menu)
        self.gave.pressed.connect(partial(self._show_kind, LedgerKind.GIVE))
        self.got.pressed.connect(partial(self._show_kind, LedgerKind.RECEIVE))
        self.introduced.pressed.connect(self._introductions)
        self.promised.pressed.connect(partial(self._show_view, View.PROMISES))
        self.setFocusProxy(self.panel.segments)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= metrics().px(BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        for layout in (self._tiles, self._columns):
            if layout.direction() != way:
                layout.setDirection(way)
        self._room_may_have_changed()

    def _room_may_have_changed(self) -> None:
        # After the layout has put everything in its place.
        QTimer.singleShot(0, self, self._give_room)

    def _give_room(self) -> None:
        """Let the list go down to the end of the window, or as far as who fits whom beside it goes."""
        panel, below = self.panel, self.panel.room_below() + metrics().px(XL)
        top = panel.mapTo(self._content, QPoint(0, panel.list_top())).y()
        room = self.view.viewport().height() - top - below
        if self._columns.direction() == QBoxLayout.Direction.LeftToRight:
            beside = self.fits.heightForWidth(self.fits.width()) - panel.list_top() - panel.room_below()
            room = max(room, beside)
        panel.set_room(room)

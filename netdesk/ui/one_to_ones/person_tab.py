"""The tab "One-to-ones" of a person's page: those planned, those held, those called off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from netdesk.services.one_to_one_lists import PersonOneToOnes, person_one_to_ones
from netdesk.services.person_page import PersonPage
from netdesk.ui.one_to_ones.deeds import OneToOneDeeds
from netdesk.ui.one_to_ones.rows import HeldRow, PlannedRow, Row
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button, plain_button
from netdesk.ui.widgets.labels import Caption, WrapLabel
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.scroll_area import VerticalScroll

_AT_FIRST = 20


class OneToOnesTab(QWidget):
    """The next first, then the newest; ``rows()`` are those shown."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._shell = shell
        self._page: PersonPage | None = None
        self._limit = _AT_FIRST
        self._deeds = OneToOneDeeds(shell, self)
        self.plan_button = plain_button(self.tr("Plan one"), Icon.ONE_TO_ONE, small=True)
        self.plan_button.clicked.connect(self._plan)
        self.log_button = plain_button(self.tr("Log one that was held"), Icon.LOG, small=True)
        self.log_button.clicked.connect(self._log)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.px(S))
        buttons.addWidget(self.plan_button)
        buttons.addWidget(self.log_button)
        buttons.addStretch(1)
        self.nothing = WrapLabel("", Type.BODY, "text-2")
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.more = link_button("")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, sizes.px(M), 0, 0)
        outer.setSpacing(sizes.px(S))
        outer.addLayout(buttons)
        outer.addWidget(self.nothing)
        outer.addWidget(VerticalScroll(self._list), 1)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_page(self, page: PersonPage) -> None:
        """Show another person, or the same one anew."""
        if self._page is None or self._page.id != page.id:
            self._limit = _AT_FIRST
        self._page = page
        self._draw(page)

    def rows(self) -> list[Row]:
        """The one-to-ones shown, from the top."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Row)]

    def _draw(self, page: PersonPage) -> None:
        held = self._place_of_keyboard()
        self._clear()
        now = self._shell.now()
        found = self._shell.desk.read(partial(person_one_to_ones, person_id=page.id, now=now))
        name = one_line(page.given)[:60]
        self.nothing.setText(
            self.tr(
                "You have not sat down with {0} yet. Plan a one-to-one: an hour, a place, one thing to learn."
            ).format(name)
        )
        self.nothing.setVisible(not (found.planned or found.held or found.called_off))
        self._show(found)
        self._rows.addStretch(1)
        shown = self.rows()
        if held >= 0 and shown:
            shown[min(held, len(shown) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: PersonOneToOnes) -> None:
        now = self._shell.now()
        room = self._limit
        parts = (
            (self.tr("Planned"), [partial(PlannedRow, one, self._deeds, now) for one in found.planned]),
            (self.tr("Held"), [partial(HeldRow, one, self._deeds, now) for one in found.held]),
            (self.tr("Called off"), [partial(PlannedRow, one, self._deeds, now) for one in found.called_off]),
        )
        for words, makers in parts:
            if makers and room > 0:
                self._rows.addWidget(self._heading(words))
            for make in makers[: max(0, room)]:
                row = make()
                self._rows.addWidget(row)
                row.show()
            room -= len(makers)
        count = sum(len(makers) for _, makers in parts)
        self.more.setText(self.tr("Show all {0:,}").format(count))
        self.more.setVisible(count > self._limit)

    def _heading(self, words: str) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(metrics().px(4), metrics().px(S), 0, 0)
        layout.addWidget(Caption(words))
        return box

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _place_of_keyboard(self) -> int:
        """Which row has the keyboard, -1 for none: after a change it goes to the same place."""
        held = QApplication.focusWidget()
        for place, row in enumerate(self.rows()):
            if held is not None and (row is held or row.isAncestorOf(held)):
                return place
        return -1

    def _show_more(self) -> None:
        if self._page is not None:
            self._limit = max(self._limit * 10, 300)
            self._draw(self._page)

    def _plan(self) -> None:
        if self._page is not None:
            self._deeds.plan((self._page.id,))

    def _log(self) -> None:
        if self._page is not None:
            self._deeds.log(self._page.id)

"""The business a person brought: how many wins, their share of the worth, whether they were thanked; and what they
bought themselves. A line opens its win.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from importlib import import_module

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from netdesk.method.calendar_words import full_day, short_day
from netdesk.method.follow_ups import FollowUpState
from netdesk.method.money import total_words
from netdesk.services.business import BusinessLine, BusinessPart, business_of
from netdesk.services.insights.wins_of import WinsFrom, asked, wins_of
from netdesk.services.person_page import PersonPage
from netdesk.ui.customs import customs_at
from netdesk.ui.money import money
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button, quiet_button
from netdesk.ui.widgets.labels import Faint, WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import LEFT, RIGHT, focus_ring, one_line, shortened, text_line
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.row_menu import Entry, open_menu

_LINES = 3
_HEIGHT = 38
_THANKED = {FollowUpState.OPEN: "thanks planned", FollowUpState.DONE: "thanked"}


class BusinessPanel(Panel):
    """Hidden where there is no business with them."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Business they brought", parent=parent)
        self._shell = shell
        self._page: PersonPage | None = None
        self._unthanked: int | None = None
        self._shown: list[QWidget] = []
        self.thank = quiet_button("Thank…", small=True)
        self.thank.setAccessibleName("Thank them for business they brought")
        self.thank.clicked.connect(self._thank_newest)
        self.add_to_header(self.thank)
        self.body.setSpacing(metrics().px(XS))

    def lines(self) -> list[WinLine]:
        """The wins that are shown."""
        return [widget for widget in self._shown if isinstance(widget, WinLine)]

    def show_page(self, page: PersonPage) -> None:
        """Show another person, or the same one anew."""
        self._page = page
        own = customs_at(self._shell.desk).currency
        found = self._shell.desk.read(partial(business_of, person_id=page.id, own=own))
        self.clear()
        brought, bought = found.brought, found.bought
        self.set_title("Business they brought" if brought.count else "Business with them")
        waiting = [line.win_id for line in brought.lines if line.thanked is None]
        self._unthanked = waiting[0] if waiting else None
        self.thank.setVisible(self._unthanked is not None)
        if brought.count:
            self._add(WrapLabel(_sum(brought), Type.SECONDARY_MEDIUM, "text"))
            self._list(brought, WinsFrom.PERSON, own)
        if bought.count:
            self._add(Faint(f"As a client: {_sum(bought)}"))
            self._list(bought, WinsFrom.CLIENT, own)
        self.setVisible(not found.is_empty)

    def clear(self) -> None:
        """Take all lines away."""
        for widget in self._shown:
            self.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []

    def _list(self, part: BusinessPart, what: WinsFrom, own: str) -> None:
        for line in part.lines[:_LINES]:
            row = WinLine(line, self._shell.today(), own, brought=what is WinsFrom.PERSON)
            row.opened.connect(self._open)
            row.thank_asked.connect(self._thank)
            self._add(row)
        if part.count > _LINES:
            more = link_button(f"All {part.count:,}…")
            more.clicked.connect(partial(self._list_all, what))
            self._add(more)

    def _list_all(self, what: WinsFrom) -> None:
        page = self._page
        if page is None:
            return
        own = customs_at(self._shell.desk).currency
        found = self._shell.desk.read(partial(wins_of, what=what, number=page.id, own=own))
        if found.days is not None:
            joined = "thanks to" if what is WinsFrom.PERSON else "for"
            title = f"{found.words} {joined} {shortened(page.name, 80)}"
            listed = import_module("netdesk.ui.pages.insights.behind_list")
            listed.open_behind(self._shell, asked(what, page.id, title, found.days))

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        self.body.addWidget(widget)

    # Forms are imported when they open first.

    def _open(self, win_id: int) -> None:
        import_module("netdesk.ui.pages.wins.win_form").open_win_form(self._shell, win_id)

    def _thank(self, win_id: int) -> None:
        if self._page is not None:
            form = import_module("netdesk.ui.pages.wins.thank_form")
            form.open_thank_form(self._shell, win_id, self._page.id)

    def _thank_newest(self) -> None:
        if self._unthanked is not None:
            self._thank(self._unthanked)


class WinLine(QAbstractButton):
    """One win: what and for whom, below it the day and whether they were thanked; what it is worth at the right.

    ``opened(object)`` and ``thank_asked(object)`` carry the win's id.
    """

    opened = Signal(object)
    thank_asked = Signal(object)

    def __init__(self, line: BusinessLine, today: date, own: str, *, brought: bool) -> None:
        super().__init__()
        self.line = line
        self._to_thank = brought and line.thanked is None
        self._worth = _worth(line, own)
        name = f"{line.title} · {line.client}" if line.title and line.client else line.name
        self._name = one_line(name)
        said = _THANKED.get(line.thanked, "") if line.thanked else ""
        share = f"{round(line.share * 100)}% theirs" if line.share < 1 else ""
        self._below = " · ".join(part for part in (short_day(line.won_on, today), share, said) if part)
        parts = (self._name, self._worth, short_day(line.won_on, today), share, said)
        self.setAccessibleName(", ".join(part for part in parts if part))
        whole = f"\n{money(line.value, line.currency or own)} in all" if line.value and line.share < 1 else ""
        self.setToolTip(plain_tooltip(f"{name}\n{full_day(line.won_on)}{whole}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._clicked)

    def _clicked(self) -> None:
        self.opened.emit(self.line.win_id)

    def entries(self) -> list[Entry | None]:
        """What the menu of the line offers."""
        found: list[Entry | None] = [Entry("All about this win…", self._clicked, Icon.WINS)]
        if self._to_thank:
            found.append(Entry("Thank them…", self._ask_thanks, Icon.GIVE))
        return found

    def _ask_thanks(self) -> None:
        self.thank_asked.emit(self.line.win_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.mapToGlobal(QPoint(0, self.height())) if by_key else event.globalPos()
        open_menu(self.entries(), self, place)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(180), metrics().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(90), metrics().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        half = self.height() // 2
        strong, small = sizes.font(Type.SECONDARY_MEDIUM), sizes.font(Type.LABEL)
        room = QFontMetrics(strong).horizontalAdvance(self._worth) + sizes.px(S) if self._worth else 0
        name = QRect(0, sizes.px(2), self.width() - room, half)
        role = "accent" if self.underMouse() else "text"
        text_line(painter, name, self._name, strong, theme.color(role), LEFT)
        at_right = QRect(self.width() - room, sizes.px(2), room, half)
        text_line(painter, at_right, self._worth, strong, theme.color("text"), RIGHT)
        below = QRect(0, half, self.width(), self.height() - half - sizes.px(2))
        text_line(painter, below, self._below, small, theme.color("text-2"), LEFT)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, sizes.px(6))


def _sum(part: BusinessPart) -> str:
    """How many, what they are worth, for how many they were thanked: "3 wins · £4,150 · 2 thanked"."""
    count = "1 win" if part.count == 1 else f"{part.count:,} wins"
    thanked = f"{part.thanked:,} thanked" if part.thanked else ""
    return " · ".join(piece for piece in (count, total_words(part.total, money), thanked) if piece)


def _worth(line: BusinessLine, own: str) -> str:
    """Their share of a win's worth."""
    return "" if line.value is None else money(line.value * line.share, line.currency or own)

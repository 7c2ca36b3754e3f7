"""The head of an event: its title, when and where and with whom, and what can be done with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.names import fold
from netdesk.services.debrief import Debrief
from netdesk.services.event_page import EventPage
from netdesk.ui.money import money
from netdesk.ui.pages.events.event_times import full_line, when_line
from netdesk.ui.pages.events.room_panel import Glyph
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon
from netdesk.ui.theme.metrics import XS, M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button, plain_button, primary_button
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel, plain_tooltip
from netdesk.ui.widgets.row_menu import RowMenu

LONGEST_SHOWN = 90
NARROW_UNTIL = 640
_PRINT = "Print prep sheet"
_ROOM_BETWEEN = 172
"""Beside title and words in the head: the gaps, and the icons and the frames of the two buttons."""


class EventHeader(QWidget):
    """Title and actions; ``menu`` is the button with the dots.

    ``attended_pressed()``, ``print_pressed()``; from the beginning of the event on its first button is about the
    debrief: ``finish_pressed()``, and once that is done ``reopen_pressed()``. ``group_pressed(int)`` is about the group
    whose meeting it is.
    """

    attended_pressed = Signal()
    finish_pressed = Signal()
    reopen_pressed = Signal()
    print_pressed = Signal()
    group_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.title = WrapLabel("", Type.TITLE, "text")
        self.title.set_max_lines(2)
        self._meta = QWidget()
        self._flow = FlowLayout(self._meta, gap=14, line_gap=2)
        self.when = MetaPart(Icon.FOLLOW_UP)
        self.place = MetaPart(Icon.PLACE)
        self.host = MetaPart(Icon.GROUPS)
        self.group = MetaLink(Icon.GROUPS)
        self.group.pressed.connect(self._group)
        self._group_id = 0
        self.cost = MetaPart(Icon.MONEY)
        for part in (self.when, self.place, self.host, self.group, self.cost):
            self._flow.addWidget(part)
        self.attended = plain_button("Mark attended", Icon.TICK)
        self._attended_words = "Mark attended"
        self._pressed = self.attended_pressed
        self.print_sheet = primary_button(_PRINT, Icon.PRINT, "Ctrl+P")
        self.print_sheet.setAccessibleName(_PRINT)
        self.menu = RowMenu("More about this event")
        self.menu.setProperty("kind", "plain")
        self.menu.setProperty("small", None)
        self.attended.clicked.connect(self._attended)
        self.print_sheet.clicked.connect(self._print)
        actions = QHBoxLayout()
        actions.setSpacing(sizes.px(M))
        for button in (self.attended, self.print_sheet, self.menu):
            actions.addWidget(button)
        top = QHBoxLayout()
        top.setSpacing(sizes.px(M))
        top.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(actions)
        top.setAlignment(actions, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(sizes.px(XS))
        outer.addLayout(top)
        outer.addWidget(self._meta)

    def show_event(self, page: EventPage, today: date) -> None:
        """Show another event, or this one as it is now."""
        self.title.setText(page.title)
        self.when.set_text(
            when_line(page.starts, page.ends, page.zone, today), full_line(page.starts, page.ends, page.zone)
        )
        self.place.set_text(page.place)
        # A group is mostly the host of its own meetings; it need not be named twice.
        self.host.set_text("" if page.group and fold(page.host) == fold(page.group) else page.host)
        self._group_id = page.group_id or 0
        self.group.set_text(page.group)
        self.cost.set_text("" if page.cost is None else money(page.cost, page.currency))
        self._flow.invalidate()
        self._pressed = self.attended_pressed
        self._first_button(
            "Attended" if page.attended else "Mark attended",
            "Attended; take the mark away" if page.attended else "Mark attended",
            done=bool(page.attended),
        )

    def show_debrief(self, debrief: Debrief) -> None:
        """Let the first button be about the debrief, if the event has begun and I was there."""
        if not debrief.begun or debrief.attended is False:
            return
        if debrief.finished_at is None:
            self._pressed = self.finish_pressed
            self._first_button("Finish debrief", "Finish debrief", done=False)
        else:
            self._pressed = self.reopen_pressed
            self._first_button("Debriefed", "The debrief is finished; open it again", done=True)

    def _first_button(self, words: str, name: str, *, done: bool) -> None:
        self._attended_words = words
        self._fit()
        self.attended.setAccessibleName(name)
        self.attended.setIcon(icon(Icon.DONE_FULL if done else Icon.TICK, "accent" if done else "text"))

    def _fit(self) -> None:
        """Where there is little room one button is its icon: the first, or the sheet's while the debrief is open."""
        sizes = metrics()
        title = QFontMetrics(self.title.font()).horizontalAdvance(self.title.text())
        words = sum(
            QFontMetrics(button.font()).horizontalAdvance(said)
            for button, said in ((self.attended, self._attended_words), (self.print_sheet, _PRINT))
        )
        needed = title + words + self.menu.sizeHint().width() + sizes.px(_ROOM_BETWEEN)
        narrow = self.width() < min(sizes.px(NARROW_UNTIL), needed)
        finishing = self._pressed is self.finish_pressed
        first = "" if narrow and not finishing else self._attended_words
        self.attended.setText(first)
        self.attended.setToolTip("" if first else plain_tooltip(self._attended_words))
        self.print_sheet.setText("" if narrow and finishing else _PRINT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _attended(self) -> None:
        self._pressed.emit()

    def _print(self) -> None:
        self.print_pressed.emit()

    def _group(self) -> None:
        self.group_pressed.emit(self._group_id)


class MetaPart(QWidget):
    """A glyph and one line; hidden while there is nothing to say."""

    def __init__(self, glyph: str) -> None:
        super().__init__()
        self._label = ElidedLabel("", Type.BODY, "text-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(S - 2))
        row.addWidget(Glyph(glyph))
        row.addWidget(self._label, 1)

    def text(self) -> str:
        """Give the words."""
        return self._label.text()

    def set_text(self, text: str, whole: str = "") -> None:
        """Show other words; ``whole`` is the tooltip, the words themselves where they are cut."""
        shown = text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
        self._label.setText(shown)
        tip = whole or (text if shown != text else "")
        self.setToolTip(plain_tooltip(tip))
        self.setVisible(bool(text))


class MetaLink(QWidget):
    """A glyph and words that lead somewhere, ``pressed()``; hidden while there is nothing to say."""

    pressed = Signal()

    def __init__(self, glyph: str) -> None:
        super().__init__()
        self.button = link_button("")
        # As high as the words beside it, so that they stand on one line.
        font = metrics().font(Type.BODY)
        self.button.setFont(font)
        self.button.setFixedHeight(QFontMetrics(font).height())
        self.button.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics().px(S - 2))
        row.addWidget(Glyph(glyph))
        row.addWidget(self.button, 1)

    def set_text(self, text: str) -> None:
        """Show other words."""
        shown = text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"
        # A button takes & for the mark of a key.
        self.button.setText(shown.replace("&", "&&"))
        self.button.setAccessibleName(f"Open the group {shown}")
        self.setVisible(bool(text))

    def _pressed(self) -> None:
        self.pressed.emit()

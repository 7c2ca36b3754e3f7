"""The panels beside the lists: the next event, the month, and a good deed when nothing is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.today import Deed, Line, Way
from netdesk.ui.pages.today.row import Who
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon, paint_icon
from netdesk.ui.theme.metrics import ICON, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import ElidedLabel, Strong, WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.share_bar import Bar

if TYPE_CHECKING:
    from netdesk.services.month import Count, Month
    from netdesk.services.next_event import NextEvent

_THIN = 5
_TITLE = 60
_PLAN = "Plan it for today"
_WAYS = {Way.CALL: (Icon.CALL, "Call"), Way.WRITE: (Icon.MESSAGE, "Write"), Way.LOG: (Icon.LOG, "Log a talk")}


class Glyph(QWidget):
    """One icon as large as a line of text."""

    def __init__(self, glyph: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph, self._role = glyph, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = metrics().px(ICON)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRect(0, 0, self.width(), self.height())
        paint_icon(QPainter(self), box, self._glyph, current_theme().color(self._role))


class EventPanel(Panel):
    """The next event: ``opened(id)`` by its title, ``print_asked(id)`` by the button."""

    opened = Signal(object)
    print_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(edge="accent", edge_on_top=True, parent=parent)
        self._event: NextEvent | None = None
        self.setAccessibleName(self.tr("Next event"))
        self.body.setSpacing(metrics().px(S - 2))
        self._heading = ElidedLabel("", Type.LABEL, "faint")
        self.name = Who(plain_tooltip("Open the event"), takes_keys=True)
        self._words = WrapLabel("", Type.BRAND, "text")
        self._words.set_max_lines(2)
        self.name.column.addWidget(self._words)
        self.name.pressed.connect(self._open)
        self._when = WrapLabel("", Type.SECONDARY, "text-2")
        self._when.set_max_lines(2)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(metrics().px(S - 2))
        self.print_button = primary_button(self.tr("Print prep sheet"), Icon.PRINT)
        self.print_button.clicked.connect(self._print)
        for widget in (self._heading, self.name, self._when):
            self.body.addWidget(widget)
        self.body.addLayout(self._lines)
        self.body.addSpacing(metrics().px(S))
        self.body.addWidget(self.print_button)

    def show_event(self, event: NextEvent) -> None:
        """Show the event."""
        if event == self._event:
            return
        self._event = event
        self._heading.setText(event.heading)
        self._words.setText(event.title)
        self.name.setAccessibleName(f"Open {one_line(event.title)[:_TITLE]}")
        self._when.setText(event.when)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in event.lines:
            self._lines.addWidget(_prepared(line))

    def _open(self) -> None:
        if self._event is not None:
            self.opened.emit(self._event.id)

    def _print(self) -> None:
        if self._event is not None:
            self.print_asked.emit(self._event.id)


class MonthPanel(Panel):
    """The month's counts beside their aims, with thin bars, and the pace in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Month", parent=parent)
        self._month: Month | None = None
        self.body.setSpacing(metrics().px(M))
        self._counts = QVBoxLayout()
        self._counts.setSpacing(metrics().px(M))
        self.body.addLayout(self._counts)
        self._pace = WrapLabel("", Type.SECONDARY, "text-2")
        self.body.addWidget(self._pace)
        self._shown: list[tuple[ElidedLabel, Strong, Bar, QWidget]] = []

    def show_month(self, month: Month) -> None:
        """Show the counts."""
        if month == self._month:
            return
        self._month = month
        self.set_title(month.name)
        while len(self._shown) < len(month.counts):
            self._shown.append(self._count_line())
        for (label, figure, bar, box), count in zip(self._shown, month.counts, strict=False):
            label.setText(count.label)
            figure.setText(_of(count))
            bar.set_share(count.done / count.aim if count.aim else 0.0)
            box.setAccessibleName(f"{count.label}: {count.done:,} of {count.aim:,}")
        self._pace.setText(month.pace)
        self._pace.setVisible(bool(month.pace))

    def _count_line(self) -> tuple[ElidedLabel, Strong, Bar, QWidget]:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics().px(5))
        row = QHBoxLayout()
        label, figure, bar = ElidedLabel("", Type.SECONDARY, "text"), Strong(""), _ThinBar()
        figure.set_kind(Type.SECONDARY_STRONG)
        row.addWidget(label, 1)
        row.addWidget(figure)
        column.addLayout(row)
        column.addWidget(bar)
        self._counts.addWidget(box)
        return label, figure, bar, box


class DeedPanel(Panel):
    """Nothing is due: one good deed for the day. ``taken(deed)``."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Nothing is due", edge="good", parent=parent)
        self._deed: Deed | None = None
        self._words = WrapLabel("", Type.BODY_STRONG, "text")
        self._why = WrapLabel("", Type.SECONDARY, "text-2")
        self._intro = WrapLabel("", Type.BODY, "text-2")
        self.button = plain_button("")
        self.button.clicked.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        for widget in (self._intro, self._words, self._why):
            self.body.addWidget(widget)
        self.body.addSpacing(metrics().px(S))
        self.body.addLayout(row)
        self.body.setContentsMargins(0, 0, 0, metrics().px(L - S))

    def show_deed(self, deed: Deed | None) -> None:
        """Propose a deed; None in a network that is too young for one."""
        self._deed = deed
        self._intro.setText(
            "Every card has a plan and nothing is overdue. One good deed for today:"
            if deed
            else "Every card has a plan and nothing is overdue. Enjoy it, or meet somebody new."
        )
        for widget in (self._words, self._why, self.button):
            widget.setVisible(deed is not None)
        if deed is not None:
            self._words.setText(deed.words)
            self._why.setText(deed.why)
            glyph, words = (Icon.FOLLOW_UP, _PLAN) if deed.way is None else _WAYS[deed.way]
            self.button.setIcon(icon(glyph, "text", "accent"))
            self.button.setText(words)
            self.button.setAccessibleName(f"{words}: {deed.words[:120]}")

    def _take(self) -> None:
        if self._deed is not None:
            self.taken.emit(self._deed)


class OldDebriefs(QWidget):
    """One line for the debriefs that were left open long ago. ``finish_asked()``."""

    finish_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.px(6), sizes.px(S), sizes.px(6), sizes.px(S))
        self._words = WrapLabel("", Type.SECONDARY, "text-2")
        self.button = plain_button(self.tr("Finish them as they are"), small=True)
        self.button.clicked.connect(self._finish)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)

    def show_count(self, count: int) -> None:
        """Show how many there are; nothing for none."""
        self._words.setText(f"{count:,} older {'debrief' if count == 1 else 'debriefs'} left open")
        words = "Finish it as it is" if count == 1 else "Finish them as they are"
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {count:,} older debriefs")
        self.setVisible(count > 0)

    def _finish(self) -> None:
        self.finish_asked.emit()


def _prepared(line: Line) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(metrics().px(S - 3))
    glyph, role = (Icon.DONE, "good-text") if line.done else (Icon.OPEN_CIRCLE, "faint")
    row.addWidget(Glyph(glyph, role), 0, Qt.AlignmentFlag.AlignTop)
    words = WrapLabel(line.words, Type.SECONDARY, "text" if line.done else "text-2")
    words.set_max_lines(3)
    row.addWidget(words, 1)
    box.setAccessibleName(f"{'Ready' if line.done else 'Missing'}: {line.words}")
    return box


def _of(count: Count) -> str:
    return f"{count.done:,} / {count.aim:,}" if count.aim else f"{count.done:,}"


class _ThinBar(Bar):
    def sizeHint(self) -> QSize:
        return QSize(metrics().px(100), metrics().px(_THIN))

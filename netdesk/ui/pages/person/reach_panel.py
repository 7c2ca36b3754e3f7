"""How to reach somebody: points as rows to press, the rhythm, the birthday."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from netdesk.method.calendar_words import full_day, short_day
from netdesk.method.contact_kinds import PointKind
from netdesk.method.dates import PartialDate, relative_day
from netdesk.method.rhythm import rhythm_words
from netdesk.services.contact_points import Point
from netdesk.services.person_page import PersonPage
from netdesk.ui.pages.person.outside import copy_text, go_outside, mail_address, phone_number, web_address
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import LEFT, focus_ring, one_line, text_line
from netdesk.ui.widgets.panel import Panel

_LABEL = 78
_SOON_DAYS = 30
_MOST_LINES = 3
_MOST_LETTERS = 400
_WRAPPED = Qt.TextFlag.TextWordWrap
_PAGES = (PointKind.WEB, PointKind.SOCIAL)


class ReachRow(QAbstractButton):
    """One point. Pressing writes, calls, opens a web page, or copies what is none; the menu copies always."""

    copied = Signal(str)

    def __init__(self, point: Point, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = point
        label = point.label or point.kind.label.lower()
        self._label = label
        self._page = web_address(point.value) if point.kind in _PAGES else QUrl()
        verb = {PointKind.EMAIL: self.tr("Write to"), PointKind.PHONE: self.tr("Call")}.get(
            point.kind, self.tr("Copy") if self._page.isEmpty() else self.tr("Open")
        )
        self.setAccessibleName(one_line(f"{verb} {point.value}, {label}"))
        self.setToolTip(plain_tooltip(f"{verb} {point.value}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        high = QSizePolicy.Policy.Minimum if self.hasHeightForWidth() else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, high)
        policy.setHeightForWidth(self.hasHeightForWidth())
        self.setSizePolicy(policy)
        self.clicked.connect(self._act)

    def _act(self) -> None:
        if self.point.kind is PointKind.EMAIL and go_outside(mail_address(self.point.value)):
            return
        if self.point.kind is PointKind.PHONE and go_outside(phone_number(self.point.value)):
            return
        if go_outside(self._page):
            return
        self._copy()

    def _copy(self) -> None:
        copy_text(self.point.value)
        self.copied.emit(self.point.value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy")).triggered.connect(self._copy)
        menu.popup(event.globalPos())

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(_LABEL + 120), metrics().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics().px(_LABEL + 40), metrics().px(24))

    def hasHeightForWidth(self) -> bool:
        return self.point.kind is PointKind.ADDRESS

    def heightForWidth(self, width: int) -> int:
        """An address takes up to three lines, everything else one."""
        ruler = QFontMetrics(self._font())
        room = QRect(0, 0, max(width - metrics().px(_LABEL), 1), 10_000)
        lines = round(ruler.boundingRect(room, int(_WRAPPED), self._words()).height() / ruler.lineSpacing())
        return metrics().px(24) + (min(max(lines, 1), _MOST_LINES) - 1) * ruler.lineSpacing()

    def _words(self) -> str:
        return self.point.value.replace("\n", ", ")[:_MOST_LETTERS]

    def _font(self) -> QFont:
        return metrics().font(Type.SECONDARY_MEDIUM if self.point.preferred else Type.SECONDARY)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sizes = current_theme(), metrics()
        painter = QPainter(self)
        cut = sizes.px(_LABEL)
        font = sizes.font(Type.SECONDARY)
        box = QRect(0, 0, cut - sizes.px(S), min(self.height(), sizes.px(24)))
        text_line(painter, box, self._label, font, theme.color("faint"), LEFT)
        role = "accent" if self.underMouse() else "text"
        rest = QRect(cut, 0, self.width() - cut, self.height())
        if self.height() > sizes.px(24):
            painter.setFont(self._font())
            painter.setPen(theme.color(role))
            painter.drawText(rest, int(_WRAPPED | Qt.AlignmentFlag.AlignVCenter), self._words())
        else:
            text_line(painter, rest, self._words(), self._font(), theme.color(role), LEFT)
        if self.hasFocus():
            focus_ring(painter, self.rect(), theme, sizes.px(6))


class ReachPanel(Panel):
    """Points, rhythm, birthday."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Reach", parent=parent)
        self._shell = shell
        self.body.setSpacing(metrics().px(2))
        self._rows: list[QWidget] = []

    def show_page(self, page: PersonPage) -> None:
        """Show another person's ways."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for point in page.draft.points:
            row = ReachRow(point)
            row.copied.connect(self._copied)
            self._add(row)
        if not page.draft.points:
            self._add(WrapLabel(self.tr("No phone, e-mail or address yet.")))
        self._add_rhythm(page)
        draft = page.draft
        for label, day in (
            (self.tr("birthday"), draft.birthday),
            (self.tr("anniversary"), draft.anniversary),
        ):
            if day is not None:
                self._add_day(label, day)

    def rows(self) -> list[ReachRow]:
        """The points shown."""
        return [row for row in self._rows if isinstance(row, ReachRow)]

    def _add(self, row: QWidget) -> None:
        self._rows.append(row)
        self.body.addWidget(row)

    def _add_rhythm(self, page: PersonPage) -> None:
        if page.rhythm_days is None and page.contacted is None:
            return
        chip = Chip(page.contacted_words(self._shell.today()), Tone.WARN if page.cold else Tone.GOOD)
        if page.cold:
            chip.setToolTip(plain_tooltip(self.tr("Going cold: {0} days over").format(page.cold)))
        if page.rhythm_days is None:
            self._add(_labelled(self.tr("contact"), "", chip))
        else:
            self._add(_labelled(self.tr("rhythm"), rhythm_words(page.rhythm_days), chip))
        if page.snoozed_until is not None:
            until = Chip(
                self.tr("until {0}").format(short_day(page.snoozed_until, self._shell.today())),
                Tone.PLAIN,
                Icon.SNOOZE,
            )
            until.setToolTip(plain_tooltip(full_day(page.snoozed_until)))
            self._add(_labelled("", self.tr("left in peace"), until))

    def _add_day(self, label: str, day: PartialDate) -> None:
        today = self._shell.today()
        following = day.next_occurrence(today)
        chip = None
        if following is not None and (following - today).days <= _SOON_DAYS:
            chip = Chip(relative_day(following, today), Tone.ACCENT)
        self._add(_labelled(label, day.words(), chip))

    def _copied(self, text: str) -> None:
        self._shell.toast(self.tr("Copied {0}").format(one_line(text)[:80]))


def _labelled(label: str, value: str, chip: Chip | None) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(metrics().px(S))
    name = ElidedLabel(label, Type.SECONDARY, "faint")
    name.setFixedWidth(metrics().px(_LABEL - S))
    layout.addWidget(name)
    layout.addWidget(ElidedLabel(value, Type.SECONDARY), 1)
    if chip is not None:
        layout.addWidget(chip)
    row.setMinimumHeight(metrics().px(24))
    return row

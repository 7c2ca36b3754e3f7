"""The head of a group: its name, when it meets, since when and for how much, why I go, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.calendar_words import short_day
from netdesk.services.groups import Group
from netdesk.ui.money import money
from netdesk.ui.pages.groups.group_title import PAD, GroupTitle
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import ElidedLabel
from netdesk.ui.widgets.row_menu import RowMenu

_NARROW_UNTIL = 980
"""Logical pixels below which the words stand under the name."""


class GroupHeader(QWidget):
    """``meetings_pressed()``, ``plan_pressed()``, ``member_pressed()``; ``menu`` is the button with the dots."""

    meetings_pressed = Signal()
    plan_pressed = Signal()
    member_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._narrow = False
        self.title = GroupTitle()
        self.about, self.about_below = (ElidedLabel("", Type.BODY, "text-2") for _ in range(2))
        self.about_below.hide()
        self.why = ElidedLabel("", Type.SECONDARY, "text-2")
        self.meetings = plain_button("Meetings", Icon.EVENTS, "Ctrl+M")
        self.plan = plain_button("Plan one-to-ones", Icon.ONE_TO_ONE, "Ctrl+Shift+O")
        self.member = primary_button("Member", Icon.ADD_PERSON, "Ctrl+Shift+M")
        self.member.setAccessibleName("Add members")
        self.menu = RowMenu("More about this group")
        self.menu.setProperty("kind", "plain")
        self.menu.setProperty("small", None)
        self.meetings.clicked.connect(self._meetings)
        self.plan.clicked.connect(self._plan)
        self.member.clicked.connect(self._member)
        row = QHBoxLayout()
        row.setSpacing(sizes.px(M - 2))
        row.addWidget(self.title)
        row.addWidget(self.about, 1000)
        row.addStretch(1)
        for button in (self.meetings, self.plan, self.member, self.menu):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        below = QVBoxLayout()
        below.setContentsMargins(sizes.px(PAD), 0, 0, 0)
        below.setSpacing(sizes.px(2))
        below.addWidget(self.about_below)
        below.addWidget(self.why)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(sizes.px(2))
        outer.addLayout(row)
        outer.addLayout(below)

    def show_group(self, group: Group, *, anybody: bool) -> None:
        """Show another group, or this one as it is now; without ``anybody`` in it the page itself asks for members."""
        self.title.set_name(group.name)
        for about in (self.about, self.about_below):
            about.setText(about_words(group))
        self.why.setText(f"Why I go: {group.why}")
        self.meetings.setVisible(not group.binned)
        for button in (self.plan, self.member):
            button.setVisible(anybody and not group.binned)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < metrics().px(_NARROW_UNTIL)
        if narrow is not self._narrow:
            self._narrow = narrow
            self.about.setVisible(not narrow)
            self.about_below.setVisible(narrow)
            # The layout around this one is laying out just now and takes no notice of another height.
            QTimer.singleShot(0, self, self.updateGeometry)

    def _meetings(self) -> None:
        self.meetings_pressed.emit()

    def _plan(self) -> None:
        self.plan_pressed.emit()

    def _member(self) -> None:
        self.member_pressed.emit()


def about_words(group: Group) -> str:
    """Say of a group: "weekly, Fridays 07:00 · member since Feb 2024 · £780 a year"."""
    fee = "" if group.fee is None else f"{money(group.fee, group.currency)} {group.fee_per.words}"
    left = (
        ""
        if group.left_on is None
        else f"left {short_day(group.left_on, group.left_on)} {group.left_on.year}"
    )
    parts = (group.rhythm, group.place, left or group.since_words, fee)
    return " · ".join(part for part in parts if part)

"""What a debrief would leave open, before it is finished: to go there, or to finish anyway."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.debrief import DebriefPart, OpenPoint
from netdesk.ui.pages.events.room_panel import IconLine
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button, plain_button, primary_button
from netdesk.ui.widgets.labels import PageTitle, WrapLabel
from netdesk.ui.widgets.overlay import Overlay

_GO = {
    DebriefPart.CARDS: "Go to the cards",
    DebriefPart.GOALS: "Count it",
    DebriefPart.REACTIONS: "Count them",
    DebriefPart.WORTH: "Give stars",
}


def open_finish_card(
    shell: Shell,
    points: Sequence[OpenPoint],
    finish: Callable[[], None],
    go_to: Callable[[DebriefPart], None],
) -> FinishCard:
    """Show the card over the window; it calls ``finish`` or ``go_to`` once it is closed."""
    card = FinishCard(points, finish, go_to)
    card.overlay = shell.show_overlay(card, width=480)
    card.back.setFocus(Qt.FocusReason.OtherFocusReason)
    return card


class FinishCard(QWidget):
    """The open points, each with the way to it."""

    def __init__(
        self,
        points: Sequence[OpenPoint],
        finish: Callable[[], None],
        go_to: Callable[[DebriefPart], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._finish, self._go_to = finish, go_to
        self.overlay: Overlay | None = None
        self.points = tuple(points)
        self.setAccessibleName("Finish the debrief")
        self.back = plain_button("Back", None, "Esc")
        self.anyway = primary_button("Finish anyway")
        self.back.clicked.connect(self._close)
        self.anyway.clicked.connect(self._finish_anyway)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.px(M))
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.anyway)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(sizes.px(XL),) * 4)
        outer.setSpacing(sizes.px(M))
        outer.addWidget(PageTitle("Still open"))
        outer.addWidget(
            WrapLabel(
                "These few things are easiest to write down while you remember them. They can wait, too:"
                " nothing is lost.",
                Type.BODY,
                "text-2",
            )
        )
        for point in points:
            outer.addLayout(self._line(point))
        outer.addLayout(foot)

    def _line(self, point: OpenPoint) -> QHBoxLayout:
        line = IconLine(Icon.OPEN_CIRCLE, Type.BODY)
        line.set_text(point.words)
        go = link_button(_GO[point.part])
        go.setAccessibleName(f"{_GO[point.part]}: {point.words}")
        go.clicked.connect(partial(self._go, point.part))
        row = QHBoxLayout()
        row.setSpacing(metrics().px(S))
        row.addWidget(line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _go(self, part: DebriefPart, _: bool = False) -> None:
        self._close()
        self._go_to(part)

    def _finish_anyway(self) -> None:
        self._close()
        self._finish()

    def _close(self) -> None:
        if self.overlay is not None:
            self.overlay.close_overlay()

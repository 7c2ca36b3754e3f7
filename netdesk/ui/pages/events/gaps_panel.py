"""Until it is prepared: what an event still lacks, each line leading to where it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from netdesk.method.preparation import Part
from netdesk.services.event_page import EventPage
from netdesk.ui.pages.events.room_panel import IconLine
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import RADIUS_CARD, XS, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.labels import Secondary
from netdesk.ui.widgets.paint import rounded

_WORDS = {Part.GOALS: "Set a goal", Part.PITCH: "Choose a pitch", Part.PEOPLE: "Add somebody"}


class GapsPanel(QWidget):
    """A kind list; ``wanted(Part)`` when a line's button is pressed."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.px(L), sizes.px(M), sizes.px(L), sizes.px(M))
        outer.setSpacing(sizes.px(XS))
        heading = Secondary("Until it is prepared")
        heading.set_kind(Type.SECONDARY_STRONG)
        heading.set_role("text")
        outer.addWidget(heading)
        self._lines: dict[Part, tuple[QWidget, IconLine, QPushButton]] = {}
        for part in Part:
            line, button = IconLine(Icon.OPEN_CIRCLE), link_button(_WORDS[part])
            button.clicked.connect(_Wish(self, part))
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(sizes.px(S))
            row.addWidget(line, 1)
            row.addWidget(button)
            outer.addWidget(holder)
            self._lines[part] = (holder, line, button)

    def show_event(self, page: EventPage) -> None:
        """Show what an event lacks; nothing at all once it is prepared or over."""
        gaps = {} if page.over else {gap.part: gap.words for gap in page.gaps}
        for part, (holder, line, _) in self._lines.items():
            line.set_text(gaps.get(part, ""))
            holder.setVisible(part in gaps)
        self.setVisible(bool(gaps))

    def button(self, part: Part) -> QPushButton:
        """Give the button that leads to a part."""
        return self._lines[part][2]

    def sentences(self) -> list[str]:
        """Give what is said to be missing."""
        return [line.text() for holder, line, _ in self._lines.values() if not holder.isHidden()]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        rounded(QPainter(self), self.rect(), theme.color("accent-soft"), None, metrics().px(RADIUS_CARD))


class _Wish:
    def __init__(self, panel: GapsPanel, part: Part) -> None:
        self._wanted = panel.wanted
        self._part = part

    def __call__(self) -> None:
        self._wanted.emit(self._part)

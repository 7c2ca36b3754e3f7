"""The head of a pitch: its title, of which kind and for whom it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.services.pitch_page import PitchPage
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, M, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import ElidedLabel, WrapLabel
from netdesk.ui.widgets.row_menu import RowMenu


class PitchHeader(QWidget):
    """``rehearse_pressed()``, ``write_pressed()``; ``menu`` is the button with the dots."""

    rehearse_pressed = Signal()
    write_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.title = WrapLabel("", Type.TITLE, "text")
        self.title.set_max_lines(2)
        self.about = ElidedLabel("", Type.BODY, "text-2")
        self.rehearse = plain_button("Rehearse", Icon.TIMER, "Ctrl+R")
        self.write = primary_button("Write v2", Icon.LOG, "Ctrl+Shift+N")
        self.menu = RowMenu("More about this pitch")
        self.menu.setProperty("kind", "plain")
        self.menu.setProperty("small", None)
        self.rehearse.clicked.connect(self._rehearse)
        self.write.clicked.connect(self._write)
        words = QVBoxLayout()
        words.setSpacing(sizes.px(XS))
        words.addWidget(self.title)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.px(M))
        row.addLayout(words, 1)
        for button in (self.rehearse, self.write, self.menu):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_pitch(self, page: PitchPage) -> None:
        """Show another pitch, or this one as it is now."""
        self.title.setText(page.title)
        self.about.setText(f"{page.kind.label} · for {page.audience}" if page.audience else page.kind.label)
        words = f"Write v{page.newest.number + 1}"
        self.write.setText(words)
        self.write.setAccessibleName(words)
        for button in (self.rehearse, self.write):
            button.setVisible(not page.in_bin)

    def _rehearse(self) -> None:
        self.rehearse_pressed.emit()

    def _write(self) -> None:
        self.write_pressed.emit()

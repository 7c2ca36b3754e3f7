"""One pitch: its head, the version that is looked at, the questions, how the versions landed, where they were said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from netdesk.method.settings import MethodSettings
from netdesk.services.pitch_page import PitchPage, VersionLine
from netdesk.ui.pages.list_page import lay_out_view
from netdesk.ui.pages.pitches.landed_panel import LandedPanel
from netdesk.ui.pages.pitches.pitch_header import PitchHeader
from netdesk.ui.pages.pitches.questions_panel import QuestionsPanel
from netdesk.ui.pages.pitches.used_panel import UsedPanel
from netdesk.ui.pages.pitches.version_panel import VersionPanel
from netdesk.ui.widgets.bin_strip import BinStrip
from netdesk.ui.widgets.panel_columns import ColumnsScroll, PanelColumns

TWO_COLUMNS_FROM = 694
"""Logical pixels from which the second column has room beside the first."""


class PitchView(QWidget):
    """The right side of the page. ``restore_wanted()`` when a binned pitch shall come back."""

    restore_wanted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.page: PitchPage | None = None
        self.settings = MethodSettings()
        self.header = PitchHeader()
        self.bin_strip = BinStrip("This pitch is in the bin. Events keep the version that was said there.")
        self.bin_strip.restore.clicked.connect(self._restore)
        self.version = VersionPanel()
        self.questions = QuestionsPanel()
        self.landed = LandedPanel()
        self.used = UsedPanel()
        columns = PanelColumns(58, 42, TWO_COLUMNS_FROM)
        columns.lay_out((), (self.version, self.questions), (self.landed, self.used))
        self.scrolling = ColumnsScroll(columns)
        lay_out_view(self, (self.header, self.bin_strip), self.scrolling)
        self.version.turned.connect(self.turn_to)
        self.landed.picked.connect(self.turn_to)

    def show_pitch(self, page: PitchPage, settings: MethodSettings, version_id: int = 0) -> None:
        """Show a pitch. Another one starts at its top with its newest version, or the one that is asked for."""
        before, version = self.page, self.version.version()
        another = before is None or before.id != page.id
        if another:
            self.finish()
        grown = before is not None and not another and len(page.versions) > len(before.versions)
        keep = version.id if version is not None and not another and not grown else 0
        self.page, self.settings = page, settings
        self.header.show_pitch(page)
        self.bin_strip.setVisible(page.in_bin)
        self.questions.show_pitch(page)
        self._show_version(page.version(version_id) or page.version(keep) or page.newest)
        if another:
            self.scrolling.to_top()

    def shown_version(self) -> VersionLine | None:
        """Give the version that is looked at."""
        version = self.version.version()
        return None if self.page is None or version is None else self.page.version(version.id)

    def turn_to(self, version_id: int) -> None:
        """Look at another version."""
        version = None if self.page is None else self.page.version(version_id)
        if version is not None:
            self._show_version(version)

    def finish(self) -> None:
        """Save whatever is open anywhere."""
        self.version.finish()
        self.questions.finish()

    def _show_version(self, version: VersionLine) -> None:
        assert self.page is not None
        self.version.show_version(self.page, version, self._today())
        self.landed.show_pitch(self.page, version, self.settings)
        self.used.show_pitch(self.page, version, self._today())

    def _restore(self) -> None:
        self.restore_wanted.emit()

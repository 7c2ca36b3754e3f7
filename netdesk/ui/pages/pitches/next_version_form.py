"""Writing the next version: what I change and why, the old words to change, and beside them as they were said."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from netdesk.method.pitch_text import Piece, changes_sentence, word_changes
from netdesk.services.pitch_edit import write_next_version
from netdesk.services.pitch_page import PitchPage, VersionLine
from netdesk.services.preferences import method_settings
from netdesk.ui.pages.pitches.pitch_fields import MOST_PASTED, LengthLine, WordsField, line_field
from netdesk.ui.pages.pitches.spoken_text import SpokenText
from netdesk.ui.pages.pitches.writing_form import WritingForm
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, XS, M, S, Type, metrics
from netdesk.ui.widgets.labels import Caption, Secondary, WrapLabel
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.scroll_area import VerticalScroll

_LINES = 9
_COMPARE_MS = 150


def open_next_version_form(
    shell: Shell,
    page: PitchPage,
    version: VersionLine,
    what: str = "",
    done: Callable[[int], None] | None = None,
    text: str | None = None,
) -> NextVersionForm:
    """Show the form over the window, with the words of ``version`` and ``what`` proposed as what changes.

    ``done`` is called with the new version's id; ``text`` puts other words into the field.
    """
    form = NextVersionForm(shell, page, version, what, done)
    if text is not None:
        form.text.setPlainText(text)
    form.shown_in(shell.show_overlay(form, width=880))
    return form


class NextVersionForm(WritingForm):
    """``saved(int)`` with the new version's id."""

    def __init__(
        self,
        shell: Shell,
        page: PitchPage,
        version: VersionLine,
        what: str,
        done: Callable[[int], None] | None,
    ) -> None:
        self._number = page.newest.number + 1
        super().__init__(shell, f"Save v{self._number}")
        self._page, self._version, self._done = page, version, done
        self.setAccessibleName(f"Write v{self._number}")
        self.what = line_field("What do you change, and why?", "e.g. one story; the ask in their own words")
        self.what.setText(" ".join(what.split())[:200])
        self.text = WordsField("What I say now", "", _LINES)
        self.text.setPlainText(version.text)
        self.length = LengthLine(shell.desk.read(method_settings))
        self.compared = Secondary()
        self.before = SpokenText(Type.BODY)
        self.before.set_words(version.text)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_COMPARE_MS)
        self._pause.timeout.connect(self.compare)
        self._lay_out()
        self.text.textChanged.connect(self._typed)
        self.text.refused.connect(self.error.say)
        self._first = self.what.text(), self.text.toPlainText()
        self._judge()
        self.compare()

    def shown_in(self, overlay: Overlay) -> None:
        """Remember the overlay, to close it when all is saved; begin with what changes, else with the words."""
        super().shown_in(overlay)
        first = self.text if self.what.text() else self.what
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def save(self) -> None:
        """Keep the new version; what cannot be kept is said at its field."""
        pitch, text, what = self._page.id, self.text.toPlainText(), self.what.text()
        self._shell.desk.do(
            lambda workspace: write_next_version(workspace, pitch, text, what),
            self._kept,
            self.refused,
            owner=self,
        )

    def compare(self) -> None:
        """Say how many words came and went, and mark in the old words which went."""
        text = self.text.toPlainText()[:MOST_PASTED]
        changes = word_changes(self._version.text, text)
        self.compared.setText(changes_sentence(changes))
        self.before.set_changes([change for change in changes if change.piece is not Piece.ADDED])

    def _typed(self) -> None:
        self._judge()
        self._pause.start()

    def _judge(self) -> None:
        self.length.judge(self.text.toPlainText(), self._page.kind)

    def fields(self) -> dict[str, QWidget]:
        """Give the fields something can be wrong with."""
        return {"what_changed": self.what, "text": self.text}

    def _kept(self, version: int) -> None:
        self.was_kept(version)
        if self._done is not None:
            self._done(version)
        self._shell.toast(f"v{self._number} written", undo=True)

    def _lay_out(self) -> None:
        sizes = metrics()
        title = WrapLabel(f"Write v{self._number} of “{self._page.title}”", Type.TITLE, "text")
        title.set_max_lines(2)
        new = QVBoxLayout()
        new.setSpacing(sizes.px(XS))
        new.addWidget(Caption("What I say now"))
        new.addWidget(self.text)
        old = Panel()
        old.body.addWidget(self.before)
        old.body.addStretch(1)
        scroll = VerticalScroll(old)
        scroll.setMinimumHeight(self.text.height())
        beside = QVBoxLayout()
        beside.setSpacing(sizes.px(XS))
        beside.addWidget(Caption(f"Beside v{self._version.number}"))
        beside.addWidget(scroll, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.px(M))
        grid.setVerticalSpacing(sizes.px(S))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addLayout(new, 0, 0)
        grid.addLayout(beside, 0, 1)
        grid.addWidget(self.length, 1, 0)
        grid.addWidget(self.compared, 1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(sizes.px(XL),) * 4)
        outer.setSpacing(sizes.px(M))
        outer.addWidget(title)
        ask = Caption("What do you change, and why?")
        asked = QVBoxLayout()
        asked.setSpacing(sizes.px(XS))
        asked.addWidget(ask)
        asked.addWidget(self.what)
        outer.addLayout(asked)
        outer.addLayout(grid, 1)
        outer.addLayout(self.foot())

    def left(self) -> None:
        """Offer again what was written."""
        what, text = self.what.text(), self.text.toPlainText()
        if (what, text) == self._first:
            return
        shell, page, version, done = self._shell, self._page, self._version, self._done

        def again() -> None:
            open_next_version_form(shell, page, version, what, done, text)

        shell.toast(f"v{self._number} was not saved", actions=[("Open it again", again)])

"""Is it worth going? The purpose from who will be there, and what is known of earlier times."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.triage import Audience, Purpose, Shares, purpose_of, purpose_sentence, share_problems
from netdesk.services import event_edit
from netdesk.services.event_page import EventPage
from netdesk.services.expected_shares import proposed, take_proposed
from netdesk.ui.pages.events.earlier_lines import EarlierLines
from netdesk.ui.pages.events.in_place import InPlaceText
from netdesk.ui.pages.events.share_rows import ShareRows
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.chip import Chip, Tone
from netdesk.ui.widgets.labels import WrapLabel, plain_tooltip
from netdesk.ui.widgets.paint import focus_ring
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.row_menu import Entry, open_menu

PURPOSE_TONES = {
    Purpose.NETWORKING: Tone.ACCENT,
    Purpose.PROSPECTING: Tone.LEVEL_2,
    Purpose.SOCIALISING: Tone.WARN,
    Purpose.UNCLEAR: Tone.PLAIN,
}
PURPOSE_ICONS = {
    Purpose.NETWORKING: Icon.BRAND,
    Purpose.PROSPECTING: Icon.MARKET,
    Purpose.SOCIALISING: Icon.ONE_TO_ONE,
    Purpose.UNCLEAR: Icon.HELP,
}


class WorthPanel(Panel):
    """Purpose, its sentence, four shares, what earlier events gave."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Is it worth going?", parent=parent)
        sizes = metrics()
        self._shell = shell
        self._page: EventPage | None = None
        self.chip = PurposeChip()
        self.chip.pressed.connect(self.offer_purposes)
        self.sentence = InPlaceText("Why I go, in a sentence", role="text-2", longest=200)
        self.sentence.saved.connect(self._sentence_saved)
        self._note = WrapLabel("", Type.LABEL, "faint")
        self.shares = ShareRows()
        self.shares.changed.connect(self._preview)
        self.shares.saved.connect(self._shares_saved)
        self.propose = link_button("")
        self.propose.clicked.connect(self._take_proposed)
        self.earlier = EarlierLines(shell)
        top = QHBoxLayout()
        top.setSpacing(sizes.px(S))
        top.addWidget(self.chip)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.sentence)
        top.addLayout(words, 1)
        self.body.addLayout(top)
        for widget in (self._note, self.shares, self.propose, self.earlier):
            self.body.addWidget(widget)

    def show_event(self, page: EventPage) -> None:
        """Show why to go to an event."""
        if self._page is not None and page.id != self._page.id:
            self.finish()
        self._page = page
        self.shares.show_shares(page.shares)
        self._preview(self.shares.shares())
        self._offer_shares(page)
        self.earlier.show_earlier(page.earlier)

    def finish(self) -> None:
        """Save whatever is open."""
        self.sentence.finish()
        self.shares.flush()

    def offer_purposes(self) -> None:
        """Open the menu that overrules the shares."""
        page = self._page
        if page is None:
            return
        by_shares = purpose_of(page.shares)
        entries: list[Entry | None] = [
            Entry(
                f"As the shares say ({by_shares.label})",
                self._chooser(None),
                checked=page.overruled is None,
            ),
            None,
            *(
                Entry(purpose.label, self._chooser(purpose), checked=page.overruled is purpose)
                for purpose in Purpose
            ),
            None,
            Entry("Write my own sentence", self.sentence.edit, Icon.EDIT),
        ]
        if page.own_sentence:
            entries.append(Entry("Take NetDesk's sentence again", self._forget_sentence))
        open_menu(entries, self.chip, self.chip.mapToGlobal(QPoint(0, self.chip.height())))

    def _chooser(self, purpose: Purpose | None) -> _Chooser:
        return _Chooser(self, purpose)

    def choose(self, purpose: Purpose | None) -> None:
        """Overrule the purpose, or let the shares say it."""
        if self._page is not None:
            event = self._page.id
            self._shell.desk.do(lambda workspace: event_edit.set_purpose(workspace, event, purpose))

    def _preview(self, shares: Shares) -> None:
        page = self._page
        if page is None:
            return
        purpose = purpose_of(shares, page.overruled)
        self.chip.set_chip(purpose.label, PURPOSE_TONES[purpose], PURPOSE_ICONS[purpose])
        self.chip.setToolTip("")
        self.sentence.set_text(page.own_sentence or purpose_sentence(purpose, shares))
        if shares.is_empty:
            note = share_problems(shares)[0]
        elif page.overruled is not None and purpose_of(shares) is not page.overruled:
            note = f"Overruled by hand; the shares say {purpose_of(shares).label}."
        else:
            note = ""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _offer_shares(self, page: EventPage) -> None:
        """Offer the shares the expected people propose, unless they are the event's."""
        found = self._shell.desk.read(lambda workspace: proposed(workspace, page.id)) if page.people else None
        offered = found is not None and found.shares != page.shares
        self.propose.setVisible(offered)
        if found is not None and offered:
            self.propose.setText(found.words)
            listed = "\n".join(f"{each.label} {found.shares.of(each)}%" for each in Audience)
            self.propose.setToolTip(plain_tooltip(listed))

    def _take_proposed(self) -> None:
        page = self._page
        if page is not None:
            self.shares.flush()
            self._shell.desk.do(
                lambda workspace: take_proposed(workspace, page.id),
                lambda _: self._shell.toast("The shares follow from the people expected", undo=True),
                owner=self,
            )

    def _shares_saved(self, shares: Shares) -> None:
        if self._page is not None:
            event = self._page.id
            self._shell.desk.do(lambda workspace: event_edit.set_shares(workspace, event, shares))

    def _sentence_saved(self, words: str) -> None:
        if self._page is not None:
            event = self._page.id
            self._shell.desk.do(lambda workspace: event_edit.set_purpose_words(workspace, event, words))

    def _forget_sentence(self) -> None:
        self._sentence_saved("")


class _Chooser:
    def __init__(self, panel: WorthPanel, purpose: Purpose | None) -> None:
        self._panel = panel
        self._purpose = purpose

    def __call__(self) -> None:
        self._panel.choose(self._purpose)


class PurposeChip(Chip):
    """The purpose; pressed, it offers to overrule it."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.PLAIN, None, parent, large=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(event.button() == Qt.MouseButton.LeftButton)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            focus_ring(QPainter(self), self.rect(), current_theme(), self.height() / 2)

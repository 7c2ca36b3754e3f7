"""The message to both: proposed from what is known of them, changed at will, copied or opened as an e-mail.

``MessageBox(shell)``: ``show_two(person_id, other_id, text="")``, ``text()``, ``own_text()``; ``kept`` by Ctrl+Enter.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.services.introductions import proposed_message, proposed_subject
from netdesk.services.people import read_draft
from netdesk.ui.introductions.mail import mail_to_all
from netdesk.ui.pages.person.outside import copy_text, go_outside
from netdesk.ui.pages.person.sheet import Words
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.labels import ElidedLabel, Faint, plain_tooltip

_LINES = 9


class MessageBox(QWidget):
    """A proposal that was not changed follows the two; what was typed stays."""

    kept = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._two: tuple[int, int] | None = None
        self._proposed = ""
        sizes = metrics()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(sizes.px(XS))
        title = Faint(self.tr("Message to both"))
        self.words = Words("", self.tr("Message to both"), lines=_LINES)
        self.words.setPlaceholderText(self.tr("Choose the two, and a message is proposed"))
        self.words.kept.connect(self.kept)
        title.setBuddy(self.words)
        self.copy = plain_button(self.tr("Copy"), Icon.COPY, small=True)
        self.copy.setAccessibleName(self.tr("Copy the message"))
        self.mail = plain_button(self.tr("E-mail to both"), Icon.MESSAGE, small=True)
        self.missing = ElidedLabel("", Type.SECONDARY, "faint")
        row = QHBoxLayout()
        row.setContentsMargins(0, sizes.px(XS), 0, 0)
        row.setSpacing(sizes.px(S))
        row.addWidget(self.copy)
        row.addWidget(self.mail)
        row.addWidget(self.missing, 1)
        box.addWidget(title)
        box.addWidget(self.words, 1)
        box.addLayout(row)
        self.copy.clicked.connect(self._copy)
        self.mail.clicked.connect(self._mail)

    def text(self) -> str:
        """The message as it stands."""
        return self.words.toPlainText().strip()

    def own_text(self) -> str:
        """The message if it was changed; "" for the one proposed."""
        return "" if self.text() == self._proposed else self.text()

    def show_two(self, person_id: int | None, other_id: int | None, text: str = "") -> None:
        """Propose a message for these two, unless another was typed; ``text`` is one that was kept."""
        own = text or self.own_text()
        self._two = None
        self._proposed = ""
        if person_id is not None and other_id is not None and person_id != other_id:
            self._two = (person_id, other_id)
            ask = partial(proposed_message, person_id=person_id, other_id=other_id)
            self._proposed = self._shell.desk.read(ask)
        self.words.setPlainText(own or self._proposed)
        self._show_addresses()

    def _addresses(self) -> list[tuple[str, str]]:
        """Name and e-mail address of each."""
        drafts = [self._shell.desk.read(partial(read_draft, person_id=one)) for one in self._two or ()]
        return [(draft.given or draft.name, draft.email) for draft in drafts]

    def _show_addresses(self) -> None:
        known = self._addresses()
        without = [name[:40] for name, address in known if not address]
        self.copy.setEnabled(self._two is not None)
        self.mail.setEnabled(any(address for _, address in known))
        self.missing.setText(f"No e-mail address of {' and '.join(without)}" if without else "")
        addresses = ", ".join(address for _, address in known if address)
        self.mail.setToolTip(plain_tooltip(f"Opens your mail program: {addresses}" if addresses else ""))

    def _copy(self) -> None:
        copy_text(self.text())
        self._shell.toast(self.tr("The message is copied."))

    def _mail(self) -> None:
        if self._two is None:
            return
        subject = self._shell.desk.read(
            partial(proposed_subject, person_id=self._two[0], other_id=self._two[1])
        )
        url, is_whole = mail_to_all([address for _, address in self._addresses()], subject, self.text())
        if not is_whole:
            copy_text(self.text())
        if not go_outside(url):
            self._shell.toast(self.tr("No mail program answered. Copy the message instead."))
        elif not is_whole:
            self._shell.toast(self.tr("The message is long: it is copied, paste it into the e-mail."))

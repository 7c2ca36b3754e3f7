"""Counting how people took a version in conversations outside events."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from netdesk.method.errors import NetDeskError
from netdesk.method.pitches import MOST_REACTIONS, Reactions, people_words
from netdesk.services.pitch_page import PitchPage, VersionLine
from netdesk.services.reactions import set_reactions
from netdesk.ui.pages.events.form_parts import ErrorLine
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, M, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import Body, PageTitle, WrapLabel
from netdesk.ui.widgets.overlay import Overlay
from netdesk.ui.widgets.stepper import Stepper

_COUNTS = (
    ("asked_more", "Asked more", "They wanted to hear on, or named somebody."),
    ("polite", "Polite", "A nod, a card, and on to the next."),
    ("blank", "Blank", "They did not know what I do."),
)


def open_reactions_form(shell: Shell, page: PitchPage, version: VersionLine) -> ReactionsForm:
    """Show the counts of a version outside events, to be changed."""
    form = ReactionsForm(shell, page, version)
    form.shown_in(shell.show_overlay(form, width=460))
    return form


class ReactionsForm(QWidget):
    """Three numbers with − and +."""

    def __init__(self, shell: Shell, page: PitchPage, version: VersionLine) -> None:
        super().__init__()
        self._shell, self._version = shell, version.id
        self._overlay: Overlay | None = None
        self.setAccessibleName(f"Reactions to v{version.number}")
        self.steppers = {
            key: Stepper(getattr(version.outside, key), 0, MOST_REACTIONS, words) for key, words, _ in _COUNTS
        }
        self.total = Body()
        self.error = ErrorLine()
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(sizes.px(XL),) * 4)
        outer.setSpacing(sizes.px(M))
        outer.addWidget(PageTitle(f"Reactions to v{version.number}"))
        hint = "In conversations outside events. What was counted at an event stands there."
        outer.addWidget(WrapLabel(hint, Type.SECONDARY, "text-2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.px(M))
        grid.setVerticalSpacing(sizes.px(M))
        grid.setColumnStretch(1, 1)
        for row, (key, words, meaning) in enumerate(_COUNTS):
            grid.addWidget(Body(words), row, 0)
            grid.addWidget(WrapLabel(meaning, Type.SECONDARY, "text-2"), row, 1)
            grid.addWidget(self.steppers[key], row, 2)
            self.steppers[key].changed.connect(self._count)
        outer.addLayout(grid)
        outer.addWidget(self.error)
        foot = QHBoxLayout()
        foot.addWidget(self.total, 1)
        cancel, save = plain_button("Cancel", None, "Esc"), primary_button("Save", None, "Ctrl+Return")
        cancel.clicked.connect(self._close)
        save.clicked.connect(self.save)
        foot.addWidget(cancel)
        foot.addWidget(save)
        outer.addLayout(foot)
        self._count()

    def shown_in(self, overlay: Overlay) -> None:
        """Remember the overlay, to close it when all is saved."""
        self._overlay = overlay
        # On +: that is what one comes for.
        self.steppers["asked_more"].findChildren(QToolButton)[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def reactions(self) -> Reactions:
        """Give the counts as they stand."""
        return Reactions(*(self.steppers[key].value() for key, _, _ in _COUNTS))

    def save(self) -> None:
        """Keep the counts."""
        version, reactions = self._version, self.reactions()
        self._shell.desk.do(
            lambda workspace: set_reactions(workspace, None, version, reactions),
            lambda _: self._kept(),
            self._refused,
            owner=self,
        )

    def _kept(self) -> None:
        self._close()
        self._shell.toast("Reactions counted", undo=True)

    def _refused(self, error: NetDeskError) -> None:
        self.error.say(str(error))

    def _count(self) -> None:
        self.total.setText(people_words(self.reactions().total))

    def _close(self) -> None:
        if self._overlay is not None:
            self._overlay.close_overlay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = self.window().focusWidget()
            if isinstance(held, QPushButton):
                held.click()
            else:
                self.save()
        else:
            super().keyPressEvent(event)

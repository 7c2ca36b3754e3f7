"""A card over the window with fields and one button that keeps them; what was typed survives closing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from PySide6.QtCore import QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.person.fields import mark_wrong
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import XL, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import Faint, WrapLabel

_WIDTH = 620
_MOST = 20_000
T = TypeVar("T")


class Sheet(QWidget):
    """Fields go into ``body``. Enter in a line, or Ctrl+Enter anywhere, keeps them."""

    ended = Signal()
    grew = Signal()

    def __init__(
        self, shell: Shell, title: str, keep: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        sizes = metrics()
        self.shell = shell
        self.is_kept = False
        self._is_under_way = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.px(XL), sizes.px(XL), sizes.px(XL), sizes.px(XL - 4))
        outer.setSpacing(sizes.px(M))
        self.title = WrapLabel(title, Type.BRAND, "text")
        self.title.set_max_lines(2)
        outer.addWidget(self.title)
        self.body = QVBoxLayout()
        self.body.setSpacing(sizes.px(M))
        outer.addLayout(self.body, 1)
        self.trouble = WrapLabel("", Type.SECONDARY_MEDIUM, "bad-text")
        self.trouble.hide()
        outer.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.setSpacing(sizes.px(S))
        self.foot = foot
        foot.addWidget(Faint(hint))
        foot.addStretch(1)
        cancel = plain_button(self.tr("Cancel"), shortcut="Esc")
        cancel.clicked.connect(self.ended)
        self.keep_button = primary_button(keep, shortcut="Ctrl+Return")
        self.keep_button.clicked.connect(self.keep_once)
        foot.addWidget(cancel)
        foot.addWidget(self.keep_button)
        outer.addLayout(foot)
        self.setAccessibleName(title)

    def keep_once(self) -> None:
        """Keep what stands in the fields, unless that is under way already."""
        if not (self.is_kept or self._is_under_way):
            self.keep()

    def keep(self) -> None:
        """Keep what stands in the fields. Sheets override this."""

    def write(self, operation: Callable[[Workspace], T], then: Callable[[T], None]) -> None:
        """Run the operation that keeps it; what is wrong with it is said on the card."""
        self._is_under_way = True
        self.shell.desk.do(operation, then, self.refuse, owner=self)

    def refuse(self, error: NetDeskError) -> None:
        """It could not be kept: say why, mark the field it is about, and go there. Sheets may override this."""
        fields = self.named_fields()
        wrong = fields.get(error.field) if isinstance(error, InvalidInput) else None
        for field in fields.values():
            mark_wrong(field, field is wrong)
        self.say(error)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def named_fields(self) -> Mapping[str, QWidget]:
        """The fields an error may name. Sheets may override this."""
        return {}

    def state(self) -> dict[str, Any]:
        """What was typed, to go on with later; empty when there is nothing worth it. Sheets override this."""
        return {}

    def begin(self) -> None:
        """Put the cursor where typing begins. Sheets override this."""

    def say(self, error: NetDeskError) -> None:
        """Say what is wrong with what was typed."""
        self._is_under_way = False
        self.trouble.setText(str(error))
        self.trouble.show()
        self.grow()

    def grow(self) -> None:
        """Fields came or went: measure the card again."""
        QTimer.singleShot(0, self, self.grew.emit)

    def say_cut(self) -> None:
        """Say that a text was too long to be taken whole."""
        self.trouble.setText(
            self.tr("That text is very long: its first {0} letters were taken.").format(_MOST)
        )
        self.trouble.show()
        self.grow()

    def finish(self) -> None:
        """It is kept: close the card."""
        self.is_kept = True
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        held = self.focusWidget()
        if isinstance(held, QPushButton) and held.hasFocus():
            held.click()
        else:
            self.keep_once()


class Words(QPlainTextEdit):
    """Several lines of text; Tab goes on, Ctrl+Enter keeps. ``enter_keeps``: so does Enter alone."""

    kept = Signal()
    was_cut = Signal()

    def __init__(self, text: str = "", name: str = "", *, enter_keeps: bool = False, lines: int = 4) -> None:
        super().__init__(text)
        self._enter_keeps = enter_keeps
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines + metrics().px(18))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def insertFromMimeData(self, source: QMimeData) -> None:
        # One endless line of a megabyte would stop the window while it is laid out.
        text = source.text()
        self.insertPlainText(text[: max(0, _MOST - self.document().characterCount())])
        if len(text) > _MOST:
            self.was_cut.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if held or (self._enter_keeps and not shifted):
                self.kept.emit()
                return
        super().keyPressEvent(event)


class _Watch(QObject):
    """Offers an unfinished sheet again after it was closed."""

    def __init__(
        self, shell: Shell, sheet: Sheet, words: str, again: Callable[[dict[str, Any]], object]
    ) -> None:
        super().__init__(sheet)
        self._shell, self._sheet, self._words, self._again = shell, sheet, words, again

    def closed(self) -> None:
        """The card is gone: say so when something was typed."""
        state = {} if self._sheet.is_kept else self._sheet.state()
        if state:
            self._shell.toast(self._words, actions=[("Go on", lambda: self._reopen(state))])

    def _reopen(self, state: dict[str, Any]) -> None:
        self._again(state)


def show_sheet(
    shell: Shell,
    sheet: Sheet,
    unfinished: str,
    again: Callable[[dict[str, Any]], object],
    width: int = _WIDTH,
) -> Sheet:
    """Show a sheet over the window. ``unfinished`` is said when it is closed with something typed, with *Go on*."""
    already = next((each for each in shell.window.findChildren(Sheet) if each.isVisible()), None)
    if already is not None:
        sheet.deleteLater()
        already.begin()
        return already
    overlay = shell.show_overlay(sheet, width=width)
    sheet.ended.connect(overlay.close_overlay)
    sheet.grew.connect(overlay.refit)
    overlay.closed.connect(_Watch(shell, sheet, unfinished, again).closed)
    for words in sheet.findChildren(Words):
        words.was_cut.connect(sheet.say_cut)
    sheet.begin()
    return sheet

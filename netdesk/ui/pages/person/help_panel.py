"""How I can help somebody: what they do, whom they look for, what they want; changed where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from netdesk.services.person_page import PersonPage
from netdesk.ui.pages.person.sheet import Words
from netdesk.ui.pages.person.two_tone import TwoTone
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.buttons import plain_button, quiet_button
from netdesk.ui.widgets.labels import Faint, WrapLabel
from netdesk.ui.widgets.panel import Panel

_FIELDS = (
    ("what_they_do", "What they do"),
    ("ideal_client", "Ideal client"),
    ("good_introduction", "Good introduction"),
    ("where_to", "Wants"),
)


class HelpPanel(Panel):
    """Four short texts. ``saved(object)`` carries the changed fields when an edit is over."""

    saved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("How I can help", parent=parent)
        self._page: PersonPage | None = None
        self._editors: dict[str, QPlainTextEdit] = {}
        self._edit_button = quiet_button(self.tr("Edit"), small=True)
        self._edit_button.clicked.connect(self.edit)
        self.add_to_header(self._edit_button)
        self._inside: QWidget | None = None

    def put_below(self, widget: QWidget) -> None:
        """Put something under the texts; it stays there while they are edited."""
        self.body.addWidget(widget)

    def show_page(self, page: PersonPage) -> None:
        """Show another person's texts; one being edited stays as it is until it is left."""
        if self._editors and self._page is not None and self._page.id == page.id:
            self._page = page
            return
        self.finish()
        self._page = page
        self.set_title(self.tr("How I can help {0}").format(page.given[:40]))
        self._edit_button.setAccessibleName(self.tr("Edit how I can help"))
        self._read()

    def edit(self) -> None:
        """Turn the texts into fields."""
        if self._page is None or self._editors:
            return
        box = self._new_inside()
        for name, label in _FIELDS:
            title = Faint(label)
            editor = Words(getattr(self._page.draft, name), label)
            editor.setPlaceholderText("")
            editor.kept.connect(self.finish)
            editor.setFixedHeight(metrics().px(52))
            editor.installEventFilter(self)
            title.setBuddy(editor)
            box.addWidget(title)
            box.addWidget(editor)
            self._editors[name] = editor
        done = plain_button(self.tr("Save"), small=True)
        done.clicked.connect(self.finish)
        box.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)
        self._edit_button.hide()
        next(iter(self._editors.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def is_editing(self) -> bool:
        """Whether the texts are fields now."""
        return bool(self._editors)

    def finish(self) -> None:
        """End an edit and tell what changed."""
        if not self._editors or self._page is None:
            return
        changed = {
            name: editor.toPlainText().strip()
            for name, editor in self._editors.items()
            if editor.toPlainText().strip() != getattr(self._page.draft, name)
        }
        self._editors = {}
        self._read()
        if changed:
            self.saved.emit((self._page.id, changed))

    def cancel(self) -> None:
        """End an edit and keep nothing of it."""
        self._editors = {}
        self._read()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.cancel()
            return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in passing:
                QTimer.singleShot(0, self, self._finish_if_left)
        return super().eventFilter(watched, event)

    def _finish_if_left(self) -> None:
        held = QApplication.focusWidget()
        if self._editors and (held is None or not self.isAncestorOf(held)):
            self.finish()

    def _read(self) -> None:
        box = self._new_inside()
        self._edit_button.show()
        draft = self._page.draft if self._page else None
        shown = [(label, text) for name, label in _FIELDS if draft and (text := getattr(draft, name))]
        for label, text in shown:
            box.addWidget(TwoTone(self.tr(label), text))
        if not shown:
            box.addWidget(WrapLabel(self.tr("Not known yet. Ask: who would be a good introduction for you?")))

    def _new_inside(self) -> QVBoxLayout:
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        box = QVBoxLayout(self._inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(metrics().px(2))
        self.body.insertWidget(0, self._inside)
        self.body.setSpacing(metrics().px(S))
        return box

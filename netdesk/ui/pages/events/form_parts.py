"""Small parts of the forms of this page: labels tied to fields, and the sentence under a field that is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLabel, QLineEdit, QListView, QWidget

from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.labels import Secondary, WrapLabel


def field_label(text: str, field: QWidget) -> QLabel:
    """Make the words before a field; pressing the letter after & goes to it."""
    label = Secondary(text)
    label.setBuddy(field)
    return label


class ErrorLine(WrapLabel):
    """A sentence that is there only while something is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Type.SECONDARY, "bad-text", parent)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one takes the line away."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))


def dress_popup(popup: QAbstractItemView) -> None:
    """Give the list under a field the frame and the room of a menu."""
    sizes = metrics()
    line = current_theme().css("line")
    popup.setStyleSheet(
        f"QAbstractItemView {{ padding: 0; border: 1px solid {line}; }}"
        f"QAbstractItemView::item {{ min-height: {sizes.px(28)}px; padding: 0 {sizes.px(8)}px;"
        f" border: none; border-radius: {sizes.px(6)}px; }}"
    )


def offering(
    field: QLineEdit, lines: QStringListModel, chosen: Callable[[QModelIndex], None]
) -> tuple[QCompleter, QListView]:
    """Have ``lines`` offered under a field by a list of its own; ``chosen`` is told the row that is taken."""
    completer, popup = QCompleter(lines, field), QListView()
    completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
    completer.setWidget(field)
    completer.setPopup(popup)
    popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    dress_popup(popup)
    # The overload with the row: two people may have the same name.
    activated: Any = completer.activated
    activated[QModelIndex].connect(chosen)
    return completer, popup

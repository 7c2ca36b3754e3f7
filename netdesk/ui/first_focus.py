"""Where the keyboard goes when a page comes up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget


def give_focus(page: QWidget) -> None:
    """Give the keyboard to what had it on ``page`` last, else to its first list, else to its first control."""
    if page.isAncestorOf(page.window().focusWidget() or page.window()):
        return
    last = page.focusWidget()
    stops = [stop for stop in page.findChildren(QWidget) if _takes_keys(stop, page)]
    lists = [stop for stop in stops if isinstance(stop, QAbstractItemView)]
    target = last if last is not None and _takes_keys(last, page) else next(iter((*lists, *stops)), None)
    if target is None:
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        target = page
    target.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_keys(widget: QWidget, page: QWidget) -> bool:
    tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tabbed) and widget.isEnabled() and widget.isVisibleTo(page)

"""Where the keyboard goes when a page comes up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget
from shiboken6 import isValid

from netdesk.ui.widgets.search_field import SearchField


def give_focus(page: QWidget, last: QWidget | None = None) -> None:
    """Give the keyboard to ``last``, which had it on ``page`` before, else to a list, a search line, or the page.

    Never of itself to a button or a form’s field: nobody presses or changes something by typing on.
    """
    stops = [stop for stop in page.findChildren(QWidget) if _takes_keys(stop, page)]
    good = [stop for kind in (QAbstractItemView, SearchField) for stop in stops if isinstance(stop, kind)]
    if last is not None and isValid(last) and last is not page and _takes_keys(last, page):
        target: QWidget = last
    elif good:
        target = good[0]
    else:
        target = page
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    target.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_keys(widget: QWidget, page: QWidget) -> bool:
    tabbed = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tabbed) and widget.isEnabled() and widget.isVisibleTo(page)

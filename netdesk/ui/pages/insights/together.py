"""Widgets that stand side by side and are not parted where a row breaks: ``together(*widgets, height=0)``."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netdesk.ui.theme.metrics import XS, metrics


def together(*widgets: QWidget, height: int = 0) -> QWidget:
    """Put widgets into one box that is at least ``height`` pixels high; they stand in its middle."""
    box = QWidget()
    box.setMinimumHeight(height)
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(metrics().px(XS) + 1)
    for widget in widgets:
        layout.addWidget(widget)
    return box

"""A faint word and the text it names, wrapped together as one paragraph."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from netdesk.ui.theme.metrics import Type
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.paragraph import Paragraph


class TwoTone(Paragraph):
    """Plain text only, capped and hard-wrapped as every field’s text is."""

    def __init__(self, label: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(Type.SECONDARY, "text", "faint", parent, strong=False)
        self.set_pieces([(label, True), (f" {text}", False)])
        self.setAccessibleName(one_line(f"{label}: {text}"))

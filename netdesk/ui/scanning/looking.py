"""The middle of the scanner: the picture, and the buttons to look at it closely and to turn it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.ui.scanning.picture import image_of
from netdesk.ui.scanning.picture_view import PictureView
from netdesk.ui.scanning.shots import Shot, ShotState
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XS, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, link_button
from netdesk.ui.widgets.labels import WrapLabel

_SAID = {
    ShotState.WAITING: "Waiting for its turn.",
    ShotState.READING: "Reading…",
    ShotState.CODE: "Read from the code on the card. Please look over it.",
    ShotState.TEXT: "Read from the picture. Please check it against the card.",
    ShotState.NOTHING: "Nothing was found. Type what you see.",
    ShotState.STOPPED: "Not read. You can type what you see.",
    ShotState.BAD: "",
    ShotState.SKIPPED: "Skipped. You can still add it.",
    ShotState.ADDED: "Added.",
}


class Looking(QWidget):
    """``turned(int)``: degrees clockwise. ``again()``: read this picture once more."""

    turned = Signal(int)
    again = Signal()

    def __init__(self, reads_text: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._reads_text = reads_text
        self.view = PictureView()
        self._said = WrapLabel("", Type.SECONDARY, "text-2")
        self._said.set_max_lines(2)
        self._trouble = WrapLabel("", Type.SECONDARY_MEDIUM, "bad-text")
        self._trouble.hide()
        self.read_again = link_button(self.tr("Read again"))
        self.read_again.clicked.connect(self.again)
        self._shown: tuple[Shot, bytes] | None = None
        tools = QHBoxLayout()
        tools.setSpacing(sizes.px(XS))
        self.buttons = {
            "out": icon_button(Icon.ZOOM_OUT, self.tr("Smaller"), "-", framed=False),
            "in": icon_button(Icon.ZOOM_IN, self.tr("Larger"), "+", framed=False),
            "whole": icon_button(Icon.WHOLE, self.tr("Whole picture"), "0", framed=False),
            "left": icon_button(Icon.TURN_LEFT, self.tr("Turn left"), framed=False),
            "right": icon_button(Icon.TURN_RIGHT, self.tr("Turn right"), framed=False),
        }
        self.buttons["out"].clicked.connect(self.view.zoom_out)
        self.buttons["in"].clicked.connect(self.view.zoom_in)
        self.buttons["whole"].clicked.connect(self.view.show_whole)
        self.buttons["left"].clicked.connect(self._turn_left)
        self.buttons["right"].clicked.connect(self._turn_right)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._said)
        middle.addStretch(1)
        tools.addLayout(middle, 1)
        tools.addWidget(self.read_again)
        for button in self.buttons.values():
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.px(S))
        column.addLayout(tools)
        column.addWidget(self._trouble)
        column.addWidget(self.view, 1)

    def show_shot(self, shot: Shot) -> None:
        """Show a picture and say how far it is."""
        no_code = shot.state is ShotState.NOTHING and not self._reads_text
        self._said.setText(
            self.tr("There is no code on it. Type what you see.") if no_code else _SAID[shot.state]
        )
        self._trouble.setText(shot.trouble)
        self._trouble.setVisible(bool(shot.trouble))
        can_again = shot.state is ShotState.STOPPED or bool(shot.trouble and shot.data)
        can_again |= shot.state is ShotState.NOTHING and self._reads_text
        self.read_again.setVisible(can_again)
        for button in self.buttons.values():
            button.setEnabled(bool(shot.data))
        if self._shown is None or self._shown[0] is not shot or self._shown[1] is not shot.data:
            self._shown = (shot, shot.data)
            pixmap = QPixmap.fromImage(image_of(shot.data)) if shot.data else QPixmap()
            self.view.show_picture(pixmap, shot.turn)
        else:
            self.view.turn_to(shot.turn)

    def said(self) -> str:
        """What is said above the picture."""
        return "\n".join(part for part in (self._said.text(), self._trouble.text()) if part)

    def sizeHint(self) -> QSize:
        return QSize(metrics().px(520), metrics().px(400))

    def _turn_left(self) -> None:
        self.turned.emit(-90)

    def _turn_right(self) -> None:
        self.turned.emit(90)

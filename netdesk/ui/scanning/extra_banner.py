"""What is said where the part that reads text is not installed: what it is, what it costs, how to get it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.buttons import plain_button

INSTALL = 'pip install "netdesk[cards]"'
COSTS = (
    "Reading text from photographs needs an extra part: about 140 MB, and half a gigabyte of memory while reading."
    " Nothing leaves this computer."
)
WITHOUT = "QR codes are read without it, and you can type what you see beside each picture."


def install_command(python: str = sys.executable) -> str:
    """The command that installs the part for the very Python this NetDesk runs with."""
    path = Path(python)
    # Started without a terminal, Windows runs the one that cannot print.
    console = path.with_name(path.name.replace("pythonw", "python"))
    return f'"{console}" -m {INSTALL}' if " " in str(console) else f"{console} -m {INSTALL}"


class ExtraBanner(QWidget):
    """The sentence, and the command to copy; a program that carries its own Python has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.px(S))
        column.addWidget(Banner(f"{COSTS} {WITHOUT}", "accent", Icon.INFO))
        if getattr(sys, "frozen", False):
            return
        self.command = QLineEdit(install_command())
        self.command.setReadOnly(True)
        self.command.setCursorPosition(0)
        self.command.setAccessibleName(self.tr("Command that installs the part that reads text"))
        self.copy = plain_button(self.tr("Copy command"), Icon.COPY)
        self.copy.clicked.connect(self.copy_command)
        row = QHBoxLayout()
        row.setSpacing(sizes.px(S))
        row.addWidget(self.command, 1)
        row.addWidget(self.copy)
        column.addLayout(row)

    def copy_command(self) -> None:
        """Put the command on the clipboard."""
        QGuiApplication.clipboard().setText(self.command.text())
        self.copy.setText(self.tr("Copied"))
        self.copy.setAccessibleName(self.tr("Copied"))

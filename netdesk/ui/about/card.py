"""The card about NetDesk: its name, its version, where it keeps things."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from netdesk import __version__
from netdesk.services.about.installed import installed
from netdesk.ui.about.copying import copy_details
from netdesk.ui.outside import show_folder
from netdesk.ui.own_icon import own_icon
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, XS, L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button
from netdesk.ui.widgets.labels import ElidedLabel, PageTitle, Secondary, WrapLabel

_WIDTH = 660
_PICTURE = 72

WORDS = "Know why you go, help first, and do something specific the day after."
FREE = (
    "NetDesk is free software under the MIT licence, made of many other people’s free software. It sends nothing"
    " anywhere: what you write stays on this computer."
)


def show_about(shell: Shell) -> AboutCard:
    """Show the card over the window."""
    content = AboutCard(shell)
    overlay = shell.show_overlay(content, width=_WIDTH)
    content.cross.clicked.connect(overlay.close_overlay)
    content.close_first = overlay.close_overlay
    content.copy.setFocus()
    return content


class AboutCard(QWidget):
    """What stands in the overlay. ``folders`` are the buttons that show a folder, by what is in it."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.close_first: Callable[[], object] = self.close
        self.folders: dict[str, QWidget] = {}
        sizes = metrics()
        self.setAccessibleName(self.tr("About NetDesk"))
        self.cross = icon_button(Icon.CLOSE, self.tr("Close"), "Esc", framed=False)
        self.copy = plain_button(self.tr("Copy details"), Icon.COPY)
        self.copy.clicked.connect(self._copy)
        self.licences = plain_button(self.tr("Licences…"), Icon.LEARN)
        self.licences.clicked.connect(self._to_licences)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(XL), sizes.px(L), sizes.px(L), sizes.px(XL - 4))
        column.setSpacing(sizes.px(L))
        column.addLayout(self._head())
        column.addWidget(WrapLabel(FREE, Type.BODY, "text-2"))
        column.addLayout(self._places())
        foot = QHBoxLayout()
        foot.setSpacing(sizes.px(S))
        foot.addWidget(self.copy)
        foot.addWidget(self.licences)
        foot.addStretch(1)
        column.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        sizes = metrics()
        words = QVBoxLayout()
        words.setSpacing(sizes.px(XS))
        words.addWidget(PageTitle("NetDesk"))
        version = self.tr("Version {0}, {1}").format(__version__, installed().words)
        words.addWidget(Secondary(version))
        words.addWidget(WrapLabel(WORDS, Type.BODY_MEDIUM, "text"))
        row = QHBoxLayout()
        row.setSpacing(sizes.px(L))
        row.addWidget(_picture(self._shell.resources), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _places(self) -> QGridLayout:
        """Where things are kept, each with a button that shows the folder."""
        workspace = self._shell.desk.workspace
        sizes = metrics()
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.px(M))
        grid.setVerticalSpacing(sizes.px(S))
        grid.setColumnStretch(1, 1)
        places = (
            (self.tr("Workspace"), workspace.path, workspace.path.parent),
            (self.tr("Backups"), workspace.backups, workspace.backups),
            (self.tr("Log"), self._shell.log_folder, self._shell.log_folder),
        )
        for row, (what, path, folder) in enumerate(places):
            if path is None or folder is None:
                continue
            button = plain_button(self.tr("Show folder"), Icon.OPEN_FOLDER, small=True)
            button.setAccessibleName(self.tr("Show the folder of: {0}").format(what))
            button.clicked.connect(partial(self._show, folder))
            self.folders[what] = button
            grid.addWidget(Secondary(what), row, 0)
            grid.addWidget(ElidedLabel(str(path), Type.BODY, "text", middle=True), row, 1)
            grid.addWidget(button, row, 2)
        return grid

    def _show(self, folder: Path) -> None:
        if not folder.is_dir():
            self._shell.toast(self.tr("There is no such folder yet; it is made with the first file in it."))
        elif not show_folder(folder):
            self._shell.toast(self.tr("The system showed no folder. It is {0}").format(folder))

    def _copy(self) -> None:
        copy_details(self._shell, self)

    def _to_licences(self) -> None:
        shell = self._shell
        self.close_first()
        shell.commands.run("help.licences")


def _picture(resources: Path) -> QLabel:
    """The program’s own icon, sharp on every screen."""
    side = metrics().px(_PICTURE)
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setPixmap(own_icon(resources).pixmap(QSize(side, side), label.devicePixelRatioF()))
    label.setFixedSize(side, side)
    return label

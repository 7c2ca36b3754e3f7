"""Puts the details for a report on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, qVersion
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from netdesk.services.workspaces import Workspace
from netdesk.ui.shell import Shell

LOG_NAME = "netdesk.log"


def copy_details(shell: Shell, owner: QObject | None = None) -> None:
    """Collect the details off the window’s thread and copy them; a toast says when they are there."""
    window_lines, resources, now = lines_of_window(shell), shell.resources, shell.now()
    log = shell.log_folder / LOG_NAME if shell.log_folder is not None else None

    def collect(workspace: Workspace) -> str:
        from netdesk.services.about.details import WindowFacts, details
        from netdesk.services.about.parts import all_parts

        facts = WindowFacts(qVersion(), window_lines)
        return details(workspace, all_parts(resources, qVersion()), facts, log, now)

    def copied(text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        shell.toast(
            "Details copied: versions, system and the log’s last lines. Nothing you wrote is in them."
        )

    shell.desk.ask(owner or shell, "details", collect, copied)


def lines_of_window(shell: Shell) -> tuple[tuple[str, str], ...]:
    """What only the window knows: Qt’s plug-in and style, the screens with their scale, the size of the window."""
    style = QApplication.style().name() or "styled"
    window = shell.window.size()
    return (
        ("Window", f"{QGuiApplication.platformName()}, {style}, {window.width()} × {window.height()}"),
        ("Screens", "; ".join(_screen(one) for one in QGuiApplication.screens())),
        ("Letters", f"{QApplication.font().pointSizeF():g} pt, formats of {QLocale().name()}"),
        ("Colours", f"{shell.appearance.choice()}"),
    )


def _screen(screen: QScreen) -> str:
    size = screen.size()
    return f"{size.width()} × {size.height()} at {screen.devicePixelRatio() * 100:.0f} %"

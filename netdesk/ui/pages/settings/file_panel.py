"""The workspace as a file: where it is, its backups, checking it, and opening another one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from netdesk.method.calendar_words import full_day
from netdesk.method.dates import relative_day
from netdesk.services.workspace_file import Copy, WorkspaceFile
from netdesk.ui.pages.settings.recent_rows import RecentRows
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import Caption, ElidedLabel, Faint, WrapLabel, plain_tooltip
from netdesk.ui.widgets.panel import Panel

MOST_COPIES = 8


class FilePanel(Panel):
    """A signal for each button; ``restore_asked`` carries the ``Copy``."""

    folder_asked = Signal()
    backup_asked = Signal()
    check_asked = Signal()
    open_asked = Signal()
    new_asked = Signal()
    restore_asked = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Workspace", parent=parent)
        self._today = today
        self._name = ElidedLabel("", Type.BODY_STRONG)
        self._place = ElidedLabel("", Type.SECONDARY, "text-2")
        self.body.addWidget(self._name)
        self.body.addWidget(self._place)
        self.body.addWidget(
            WrapLabel(
                self.tr(
                    "Everything is in this one file. To move to another computer, close NetDesk, copy the file"
                    " there and open it with “Open another workspace…”."
                )
            )
        )
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=S, line_gap=S)
        self.buttons: dict[str, QPushButton] = {}
        for key, text, glyph, signal in (
            ("folder", self.tr("Show in folder"), Icon.OPEN_FOLDER, self.folder_asked),
            ("backup", self.tr("Back up now…"), Icon.SAVE, self.backup_asked),
            ("check", self.tr("Check"), Icon.SAFE, self.check_asked),
            ("open", self.tr("Open another workspace…"), None, self.open_asked),
            ("new", self.tr("New workspace…"), None, self.new_asked),
        ):
            button = plain_button(text, glyph)
            button.clicked.connect(signal)
            self.buttons[key] = button
            flow.addWidget(button)
        self.body.addWidget(buttons)
        self.recent = RecentRows()
        self.body.addWidget(self.recent)
        self._caption = Caption(self.tr("Backups"))
        self._list = QVBoxLayout()
        self._list.setSpacing(metrics().px(2))
        self._note = WrapLabel("", Type.SECONDARY, "faint")
        self.body.addSpacing(metrics().px(S))
        self.body.addWidget(self._caption)
        self.body.addLayout(self._list)
        self.body.addWidget(self._note)
        self.rows: list[CopyRow] = []

    def show_file(self, file: WorkspaceFile) -> None:
        """Show where it is and its copies."""
        self._name.setText(f"{file.path.name} · {size_words(file.size)}")
        self._place.setText(str(file.path.parent))
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for copy in file.copies[:MOST_COPIES]:
            row = CopyRow(copy, self._today())
            row.button.clicked.connect(partial(self._restore, copy))
            self.rows.append(row)
            self._list.addWidget(row)
        hidden = len(file.copies) - len(self.rows)
        if not file.copies:
            self._note.setText(self.tr("None yet; one is made every day you use NetDesk."))
        else:
            self._note.setText(
                self.tr("{0} older ones are in the folder.").format(hidden) if hidden > 0 else ""
            )
        self._note.setVisible(bool(self._note.text()))

    def _restore(self, copy: Copy, _checked: bool = False) -> None:
        self.restore_asked.emit(copy)


class CopyRow(QWidget):
    """One backup: when, how large, and *Restore…*."""

    def __init__(self, copy: Copy, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        made = copy.made_at
        words = f"{relative_day(made.date(), today)}, {made:%H:%M}"
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(metrics().px(S))
        when = ElidedLabel(words[:1].upper() + words[1:], Type.BODY)
        when.setProperty("own-tooltip", True)
        when.setToolTip(plain_tooltip(f"{full_day(made.date())}, {made:%H:%M}"))
        line.addWidget(when, 1)
        line.addWidget(Faint(size_words(copy.size)))
        self.button = plain_button(self.tr("Restore…"), small=True)
        self.button.setAccessibleName(self.tr("Restore the backup of {0}").format(words))
        line.addWidget(self.button)


def size_words(size: int) -> str:
    """Write a size the way the system does: "4.2 MB"."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)

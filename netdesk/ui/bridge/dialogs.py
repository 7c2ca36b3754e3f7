"""Every dialog of the system goes through here, so that tests can answer in a person’s place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget  # noqa: TID251 - this is the one place


class Dialogs:
    """The real dialogs. All text is shown as plain text."""

    _last: Path | None = None
    """The folder files were last opened from; before, what was downloaded is the likeliest."""

    def open_files(self, parent: QWidget, title: str, patterns: Sequence[str]) -> list[Path]:
        """Choose files; ``patterns`` like ``"Contacts (*.vcf *.csv)"``. Empty when nothing was chosen."""
        start = self._last or _folder(QStandardPaths.StandardLocation.DownloadLocation)
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(start), ";;".join(patterns))
        if names:
            self._last = Path(names[0]).parent
        return [Path(name) for name in names]

    def save_file(self, parent: QWidget, title: str, name: str, patterns: Sequence[str]) -> Path | None:
        """Choose where to save; ``name`` is proposed. None when it was called off."""
        # A bare name would go to the folder the program was started in, which nobody knows.
        start = _folder(QStandardPaths.StandardLocation.DocumentsLocation) / name
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), ";;".join(patterns))
        return Path(chosen) if chosen else None

    def choose_folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        """Choose a folder. None when it was called off."""
        chosen = QFileDialog.getExistingDirectory(parent, title, str(start or ""))
        return Path(chosen) if chosen else None

    def ask_text(self, parent: QWidget, title: str, label: str, text: str = "") -> str | None:
        """Ask for one line. None when it was called off."""
        answer, accepted = QInputDialog.getText(parent, title, label, text=text)
        return answer if accepted else None

    def choose(self, parent: QWidget, title: str, text: str, buttons: Sequence[str]) -> str | None:
        """Ask a question with named answers, the safest last; None when the window was closed."""
        box = QMessageBox(parent)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        made = {box.addButton(label, QMessageBox.ButtonRole.ActionRole): label for label in buttons}
        box.setEscapeButton(list(made)[-1])
        box.exec()
        return made.get(box.clickedButton())  # type: ignore[call-overload,no-any-return]

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Say something that must be read before going on."""
        box = QMessageBox(parent)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.addButton("Close", QMessageBox.ButtonRole.AcceptRole)
        box.exec()


def _folder(place: QStandardPaths.StandardLocation) -> Path:
    """A folder of the person's that is there, else their home."""
    path = Path(QStandardPaths.writableLocation(place))
    return path if path.is_dir() else Path.home()

"""The picture of a person: chosen, dropped, removed, refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
)
from pytestqt.qtbot import QtBot

from netdesk.services.person_page import person_page
from netdesk.services.photos import photo
from netdesk.store.workspace import Workspace
from tests.support.person_window import TODAY, PersonWindow


def picture(path: Path, width: int = 1_600, height: int = 1_200) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("ending", ["jpg", "png", "bmp", "webp", "ppm"])
def test_a_chosen_picture_is_scaled_and_kept(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int, tmp_path: Path, ending: str
) -> None:
    from PySide6.QtGui import QImageWriter

    if ending.encode() not in [bytes(each.data()) for each in QImageWriter.supportedImageFormats()]:
        ending = "png"
    opened.dialogs.answers = [picture(tmp_path / f"grace.{ending}")]
    qtbot.mouseClick(opened.view.header.portrait, Qt.MouseButton.LeftButton)
    address = person_page(workspace, grace, TODAY).photo
    kept = QImage.fromData(photo(workspace, address) or b"")
    assert (kept.width(), kept.height()) == (512, 384)
    assert opened.view.header.portrait._photo is not None
    opened.dialogs.answers = ["Remove it"]
    qtbot.mouseClick(opened.view.header.portrait, Qt.MouseButton.LeftButton)
    assert person_page(workspace, grace, TODAY).photo == ""


def test_a_picture_can_be_dropped_and_a_text_is_refused_kindly(
    opened: PersonWindow, workspace: Workspace, grace: int, tmp_path: Path
) -> None:
    portrait = opened.view.header.portrait
    text = tmp_path / "letter.jpg"
    text.write_text("no picture at all")
    for path in (text, picture(tmp_path / "grace.png", 300, 200)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        portrait.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        if path is text:
            assert opened.said().startswith("“letter.jpg” is no picture")
            assert person_page(workspace, grace, TODAY).photo == ""
    assert person_page(workspace, grace, TODAY).photo != ""


def test_a_picture_is_dropped_from_another_program(
    opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    portrait = opened.view.header.portrait
    image = QImage(900, 300, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    data = QMimeData()
    data.setImageData(image)
    keys = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), *keys)
    portrait.dragEnterEvent(enter)
    assert enter.isAccepted()
    portrait.dropEvent(QDropEvent(QPointF(5, 5), *keys))
    kept = QImage.fromData(photo(workspace, person_page(workspace, grace, TODAY).photo) or b"")
    assert (kept.width(), kept.hasAlphaChannel()) == (512, True)
    text = QMimeData()
    text.setText("not a picture")
    refused = QDragEnterEvent(QPointF(5, 5).toPoint(), keys[0], text, *keys[2:])
    refused.ignore()
    portrait.dragEnterEvent(refused)
    assert not refused.isAccepted()

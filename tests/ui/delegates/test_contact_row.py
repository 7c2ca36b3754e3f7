"""Rows said in words and painted; pictures decoded off the window's thread."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTableView, QToolTip

from netdesk.background.lanes import InlineLanes
from netdesk.services.contact_rows import ContactRow
from netdesk.store import blobs
from netdesk.store.workspace import Workspace
from netdesk.ui.bridge.desk import Desk
from netdesk.ui.delegates.contact_row import ROW_HEIGHT, ContactRowDelegate, spoken
from netdesk.ui.delegates.photos import Photos, square
from netdesk.ui.models.paged_ids import PagedIds
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import metrics

TODAY = date(2026, 11, 22)
LEVELS = {3: "Equally engaged"}


def row(**more: object) -> ContactRow:
    plain = {"id": 1, "name": "Grace Adeyemi", "organisation": "", "role": "", "level": 0, "photo": "",
             "initials": "GA", "hue": 1}  # fmt: skip
    return ContactRow(**(plain | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (row(), "Grace Adeyemi, on no level"),
        (
            row(organisation="Bright Copy", role="Owner", level=3, last_contact_on=date(2026, 11, 13)),
            "Grace Adeyemi, Owner, Bright Copy, level 3 Equally engaged, last contact 9 d ago",
        ),
        (row(name="Bright Copy", organisation="Bright Copy", level=4), "Bright Copy, level 4"),
        (row(follow_up_on=date(2026, 11, 16)), "Grace Adeyemi, on no level, follow-up 6 d late"),
        (row(archived=True, binned=True), "Grace Adeyemi, on no level, archived, in the bin"),
    ],
)
def test_a_row_in_words(shown: ContactRow, words: str) -> None:
    assert spoken(shown, LEVELS, TODAY) == words


def picture_bytes(width: int, height: int, kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(current_theme().color("good"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("size", [(400, 100), (100, 400), (20, 20), (1, 1), (64, 64)])
@pytest.mark.parametrize("kind", ["PNG", "JPG"])
def test_the_middle_of_a_picture_is_shown(size: tuple[int, int], kind: str) -> None:
    image = square(picture_bytes(*size, kind), 64)
    assert image is not None
    assert image.size() == QSize(64, 64)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n broken", b"GIF89a"])
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert square(data, 64) is None


def test_a_vast_picture_is_not_decoded() -> None:
    assert square(picture_bytes(12_001, 1), 64) is None


@pytest.fixture
def desk(qapp: QApplication, workspace: Workspace) -> Iterator[Desk]:
    made = Desk(workspace, InlineLanes())
    yield made
    made.close()
    made.deleteLater()


def test_a_picture_arrives_once_and_is_kept(desk: Desk) -> None:
    with desk.workspace.transaction() as connection:
        address = blobs.keep_photo(connection, picture_bytes(80, 60), "image/png")
    photos = Photos(desk, desk)
    arrived: list[int] = []
    photos.arrived.connect(lambda: arrived.append(1))
    assert photos.pixmap("", 32, 1.0) is None
    photos.pixmap(address, 32, 2.0)
    kept = photos.pixmap(address, 32, 2.0)
    assert isinstance(kept, QPixmap)
    assert kept.size() == QSize(64, 64)
    assert kept.devicePixelRatio() == 2.0
    assert photos.pixmap("0" * 64, 32, 1.0) is None
    assert photos.pixmap("0" * 64, 32, 1.0) is None
    assert len(arrived) == 2


def painted(delegate: ContactRowDelegate, one: ContactRow, state: QStyle.StateFlag) -> QImage:
    model = PagedIds(lambda ids: [one], lambda _: "", delegate)
    model.restart(array("q", [one.id]))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 330, metrics().px(ROW_HEIGHT))
    option.state = state
    surface = QPixmap(option.rect.size())
    surface.fill(current_theme().color("window"))
    painter = QPainter(surface)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return surface.toImage()


def test_rows_are_painted(desk: Desk, qapp: QApplication) -> None:
    delegate = ContactRowDelegate(Photos(desk, desk), LEVELS, lambda: TODAY, desk)
    theme = current_theme()
    one = row(level=3, organisation="Bright Copy")
    plain = painted(delegate, one, QStyle.StateFlag.State_Enabled)
    chosen = painted(delegate, one, QStyle.StateFlag.State_Selected)
    hovered = painted(delegate, one, QStyle.StateFlag.State_MouseOver)
    focused = painted(
        delegate, one, QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
    )
    corner = (165, 5)
    assert plain.pixelColor(*corner) == theme.color("window")
    assert chosen.pixelColor(*corner) == theme.color("accent-soft")
    assert hovered.pixelColor(*corner) == theme.color("hover")
    assert focused.pixelColor(165, 1) == theme.color("focus")
    # The first of five dots is in the level's colour, the last is not.
    dots = [plain.pixelColor(x, metrics().px(ROW_HEIGHT) // 2) for x in range(250, 318)]
    assert theme.level(3) in dots
    assert theme.color("pip-off") in dots


def test_a_row_wants_the_same_room_whoever_it_is(desk: Desk, qapp: QApplication) -> None:
    delegate = ContactRowDelegate(Photos(desk, desk), LEVELS, lambda: TODAY, desk)
    model = PagedIds(lambda ids: [], lambda _: "", desk)
    hint = delegate.sizeHint(QStyleOptionViewItem(), model.index(0, 0))
    assert hint.height() == metrics().px(ROW_HEIGHT)


def test_a_picture_takes_the_place_of_the_initials(desk: Desk) -> None:
    with desk.workspace.transaction() as connection:
        address = blobs.keep_photo(connection, picture_bytes(80, 60), "image/png")
    delegate = ContactRowDelegate(Photos(desk, desk), LEVELS, lambda: TODAY, desk)
    shown = row(photo=address)
    painted(delegate, shown, QStyle.StateFlag.State_Enabled)
    image = painted(delegate, shown, QStyle.StateFlag.State_Enabled)
    middle = metrics().px(ROW_HEIGHT) // 2
    assert image.pixelColor(metrics().px(12 + 10 + 16), middle) == current_theme().color("good")


def test_the_tooltip_says_the_row(desk: Desk, qapp: QApplication) -> None:
    view = QTableView()
    delegate = ContactRowDelegate(Photos(desk, desk), LEVELS, lambda: TODAY, desk)
    model = PagedIds(lambda ids: [row(name="<b>Grace</b>", level=3)] if 1 in ids else [], lambda _: "", desk)
    model.restart(array("q", [1, 2]))
    view.setModel(model)
    view.show()
    help_event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), view.mapToGlobal(QPoint(5, 5)))
    option = QStyleOptionViewItem()
    assert delegate.helpEvent(help_event, view, option, model.index(0, 0))
    assert "&lt;b&gt;Grace&lt;/b&gt;, level 3 Equally engaged" in QToolTip.text()
    assert not delegate.helpEvent(help_event, view, option, model.index(1, 0))
    QToolTip.hideText()
    view.close()
    view.deleteLater()

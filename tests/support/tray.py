"""Cards in every state for the tray, and a window that shows them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.services.card_tray import TrayRow
from netdesk.store import blobs
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.events.tray.card_tray import CardTray
from netdesk.ui.pages.events.tray.tray_columns import Part, parts
from netdesk.ui.widgets.overlay import Overlay
from tests.support.events import NOW
from tests.support.events_window import EventsWindow
from tests.support.workspaces import sample_people

BREAKFAST, CHAMBER = 1, 2
GRACE, ELLEN, AOIFE, SAM, DINA, KARL, MARTA, RAVI = range(1, 9)
"""Cards by the given name of the person; persons have the same numbers."""
EVERY_CARD = [ELLEN, GRACE, AOIFE, RAVI, SAM, DINA, KARL]
"""All cards but the one of somebody in the bin, in the order of the tray."""


def moment_of(hours_before: float) -> str:
    """So many hours before now, as it is kept."""
    return (NOW - timedelta(hours=hours_before)).isoformat(timespec="seconds")


def picture(width: int = 300, height: int = 180) -> bytes:
    """A picture of a card."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def enter_cards(ws: Workspace) -> None:
    """Three with no plan, one planned for tomorrow and one late, one done, one let go, one of somebody binned."""
    sample_people(ws, 8)
    with ws.change("Meet"):
        for title, days in (("Breakfast Club", 4), ("Chamber mixer", 10)):
            ws.sql(
                "INSERT INTO event (title, starts_at, attended, created_at) VALUES (?, ?, 1, '')",
                (title, moment_of(24 * days + 1)),
            )
        kept = blobs.keep_photo(ws.connection, picture(), "image/png")
        for card, event, hours in (
            (GRACE, BREAKFAST, 96),
            (ELLEN, CHAMBER, 240),
            (AOIFE, BREAKFAST, 95),
            (SAM, BREAKFAST, 94),
            (DINA, CHAMBER, 239),
            (KARL, CHAMBER, 238),
            (MARTA, BREAKFAST, 93),
            (RAVI, None, 20),
        ):
            ws.sql(
                "INSERT INTO card (id, event_id, person_id, photo, solid, received_at, created_at)"
                " VALUES (?, ?, ?, ?, ?, ?, '')",
                (card, event, card, kept if card == RAVI else None, card == SAM, moment_of(hours)),
            )
        for card, action, days, state, closed in (
            (SAM, "Send Sam the retail checklist", 1, "open", None),
            (RAVI, "Call Ravi", -2, "open", None),
            (DINA, "Say thank you", -8, "done", moment_of(230)),
        ):
            ws.sql(
                "INSERT INTO follow_up (person_id, card_id, action, due_on, state, closed_at, created_at)"
                " VALUES (?, ?, ?, ?, ?, ?, '')",
                (card, card, action, str(NOW.date() + timedelta(days=days)), state, closed),
            )
        ws.sql(
            "UPDATE card SET let_go_at = ?, let_go_reason = 'Only sells' WHERE id = ?", (moment_of(9), KARL)
        )
        ws.sql("UPDATE person SET binned_at = ? WHERE id = ?", (moment_of(1), MARTA))


class TrayWindow(EventsWindow):
    """The page of events with the tray in the place of an event."""

    def __init__(self, app: QApplication, workspace: Workspace, *, memory: Path | None = None) -> None:
        super().__init__(app, workspace, memory=memory, now=lambda: NOW)
        self.app = app
        self.window.shell.go("events", cards=True)
        app.processEvents()

    @property
    def tray(self) -> CardTray:
        """The tray of all cards."""
        return self.page.cards.cards.tray

    def cards(self) -> list[int]:
        """The cards shown, from the top."""
        self.app.processEvents()
        return list(self.tray.model.ids)

    def row(self, card: int) -> TrayRow:
        """A card as its row shows it."""
        found = self.tray.model.item(self.tray.model.row_of(card))
        assert isinstance(found, TrayRow)
        return found

    def chosen(self) -> list[int]:
        """The cards selected."""
        runs = self.tray.list.selected_runs()
        return [one for top, bottom in runs for one in self.tray.model.ids[top : bottom + 1]]

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the rows."""
        QTest.keyClick(self.tray.list, key, modifier)
        self.app.processEvents()

    def place(self, card: int, part: Part | None = None) -> QPoint:
        """The middle of a row, or of one of its parts."""
        rect = self.tray.list.visualRect(self.tray.model.index(self.tray.model.row_of(card), 0))
        if part is None:
            return rect.center()
        return parts(rect, self.row(card), events=self.tray.delegate.events)[part].center()

    def press(
        self,
        card: int,
        part: Part | None = None,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a row, or a part of it."""
        viewport = self.tray.list.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, modifier, self.place(card, part))
        self.app.processEvents()

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Press a widget."""
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, none, place or widget.rect().center())
        self.app.processEvents()

    def overlay(self) -> Overlay | None:
        """The card over the window."""
        return next((one for one in self.window.findChildren(Overlay) if one.isVisible()), None)

    def steps(self) -> int:
        """How many steps the history holds."""
        return int(self.workspace.sql("SELECT count(*) FROM operation WHERE state = 'done'").fetchone()[0])

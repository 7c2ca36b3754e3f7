"""`netdesk tour DIR`: pictures of every view over the sample workspace, and the printed sheets.

Everything is drawn without a screen, as it stands on one fixed day, so that two tours can be compared.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from netdesk.app import resources
from netdesk.app.compose import Program, compose
from netdesk.app.tour.camera import Camera, settle, without_a_screen
from netdesk.app.tour.deeds import Scene
from netdesk.app.tour.scenes import SCALED, SCENES, SMALL
from netdesk.app.tour.sheets import print_sheets
from netdesk.method.errors import NetDeskError
from netdesk.services.sample import add_sample
from netdesk.ui.bridge.dialogs import Dialogs
from netdesk.ui.theme.scheme import Scheme
from netdesk.ui.widgets.overlay import Overlay

TODAY = date(2026, 11, 22)
_HOUR = 9
USUAL = QSize(1440, 900)
SMALLER = QSize(1100, 700)
_SCALE = 1.5
_FONT = "Inter"
_IN_PART = 1
_BODY = 13
"""The usual size of text in logical pixels, whatever the system's own is."""


class NoDialogs(Dialogs):
    """Answers in nobody’s place: a tour asks nothing."""

    def choose(self, parent: QWidget, title: str, text: str, buttons: Sequence[str]) -> str | None:
        """The first answer, which lets the tour go on."""
        return buttons[0]

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Nobody is there to read it."""


def make_tour(folder: Path) -> int:
    """Write every picture and sheet into ``folder``, one line each; gives the exit code.

    Raises ``NetDeskError`` when something cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NetDeskError(f"{folder} cannot be made: {error.strerror}.", "Choose another folder.") from error
    app = QApplication.instance() or QApplication(["netdesk"])
    assert isinstance(app, QApplication)
    # The same numbers and dates in every tour; Inter where the system has it.
    usual, font = QLocale(), app.font()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    drawn = QFont(_FONT) if _FONT in QFontDatabase.families() else QFont(font)
    drawn.setPixelSize(_BODY)
    app.setFont(drawn)
    camera = Camera(folder)
    try:
        with (
            tempfile.TemporaryDirectory(prefix="netdesk-tour-") as place,
            without_a_screen(),
            noted_errors() as errors,
        ):
            for scheme in (Scheme.LIGHT, Scheme.DARK):
                _welcome(app, Path(place), scheme, camera)
                _views(app, Path(place), scheme, camera)
    finally:
        QLocale.setDefault(usual)
        app.setFont(font)
    print(f"{len(camera.taken)} pictures in {folder}", flush=True)
    if errors:
        print(
            f"{len(errors)} errors on the way; the pictures may not show what they should.", file=sys.stderr
        )
    return _IN_PART if errors else 0


@contextmanager
def noted_errors() -> Iterator[list[BaseException]]:
    """Errors that nobody catches inside the block, such as one in a paint event: told as usual, and kept."""
    noted: list[BaseException] = []
    before = sys.excepthook

    def note(kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
        noted.append(error)
        before(kind, error, place)

    sys.excepthook = note
    try:
        yield noted
    finally:
        sys.excepthook = before


def _welcome(app: QApplication, place: Path, scheme: Scheme, camera: Camera) -> None:
    program = _program(app, place / f"{scheme}" / "My network.netdesk", scheme)
    camera.take(program.window, f"welcome-{scheme}", USUAL)
    camera.take(program.window, f"welcome-{scheme}-small", SMALLER)
    _end(program)


def _views(app: QApplication, place: Path, scheme: Scheme, camera: Camera) -> None:
    program = _program(app, place / f"sample-{scheme}" / "My network.netdesk", scheme)
    add_sample(program.workspace, resources.path("sample"), TODAY)
    program.window.build_all_pages()
    camera.pose(program.window, USUAL)
    for scene in SCENES:
        _picture(program, scene, camera, f"{scene.name}-{scheme}", USUAL)
        if scene.name in SMALL:
            _picture(program, scene, camera, f"{scene.name}-{scheme}-small", SMALLER)
        if scene.name in SCALED:
            _picture(program, scene, camera, f"{scene.name}-{scheme}-150", USUAL, _SCALE)
    if scheme is Scheme.LIGHT:
        print_sheets(program.workspace, camera, TODAY)
    _end(program)


def _picture(
    program: Program, scene: Scene, camera: Camera, name: str, size: QSize, scale: float = 1.0
) -> None:
    camera.pose(program.window, size, scale)
    scene.enter(program)
    settle()
    picture = camera.draw(program.window, scale)
    camera.keep(scene.finish(program, picture), name)
    scene.leave(program)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    close_overlays(program.window)
    _hush(program)


def close_overlays(window: QWidget) -> None:
    """Close the cards that lie over the window, the last opened first."""
    for overlay in reversed(window.findChildren(Overlay)):
        if overlay.isVisible():
            overlay.close_overlay()
    settle(0)


def _hush(program: Program) -> None:
    """What a closed card has to say does not belong into the next picture."""
    program.window.shell.says.hush()


def _program(app: QApplication, path: Path, scheme: Scheme) -> Program:
    program = compose(
        app, path, dialogs=NoDialogs(), scheme=scheme, today=lambda: TODAY, now=_now, inline=True
    )
    program.window.show()
    return program


def _now() -> datetime:
    """The morning on which every tour takes place."""
    return datetime(TODAY.year, TODAY.month, TODAY.day, _HOUR).astimezone()


def _end(program: Program) -> None:
    program.close()
    settle(0)

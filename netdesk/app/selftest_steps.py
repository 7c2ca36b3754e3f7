"""The checks of the self-test, in the order in which they build on one another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from netdesk.method.errors import NetDeskError

if TYPE_CHECKING:
    from netdesk.app.compose import Program
    from netdesk.ui.pages.board.page import BoardPage

_TODAY = date(2026, 11, 22)
_CARDS = """BEGIN:VCARD
VERSION:3.0
N:Adeyemi;Grace;;;
FN:Grace Adeyemi
ORG:Bright Copy
EMAIL;TYPE=WORK:grace@brightcopy.example
TEL;TYPE=CELL:+44 7700 900123
END:VCARD
BEGIN:VCARD
VERSION:4.0
N:Laurent;Zoë;;;
FN:Zoë Laurent
END:VCARD
"""
_PICTURES = ("png", "jpeg", "gif", "ico")


class SelfTestFailed(NetDeskError):
    """Something did not come out as it must."""


class Bench:
    """What the checks work on; ``close`` ends it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._program: Program | None = None

    @property
    def program(self) -> Program:
        """The program put together by an earlier check."""
        if self._program is None:
            raise SelfTestFailed("No window was opened.")
        return self._program

    def open(self) -> Program:
        """Put a program together on a new workspace."""
        from PySide6.QtWidgets import QApplication

        from netdesk.app.compose import compose
        from netdesk.ui.theme.scheme import Scheme

        app = QApplication.instance() or QApplication(["netdesk"])
        assert isinstance(app, QApplication)
        self.application = app
        path = self.folder / "self-test.netdesk"
        self._program = compose(app, path, scheme=Scheme.LIGHT, today=lambda: _TODAY, inline=True)
        return self._program

    def close(self) -> None:
        """Close what was opened."""
        if self._program is not None:
            self._program.close()
            self._program = None


def _must(holds: object, otherwise: str) -> None:
    if not holds:
        raise SelfTestFailed(otherwise)


def _versions(_bench: Bench) -> str:
    from PySide6.QtCore import qVersion

    from netdesk.services.versions import parts

    return ", ".join(
        [*(f"{part.name} {part.version}" for part in parts() if part.version), f"Qt {qVersion()}"]
    )


def _resources(_bench: Bench) -> str:
    from netdesk.app import resources

    themes, sample = resources.names("themes", ".toml"), resources.names("sample", ".toml")
    _must(len(themes) >= 2 and sample, f"Files of NetDesk are missing in {resources.folder()}.")
    return f"{len(themes)} themes, {len(sample)} sample files"


def _window(bench: Bench) -> str:
    from PySide6.QtGui import QGuiApplication

    program = bench.open()
    program.window.show()
    program.window.build_all_pages()
    return f"opens on the platform “{QGuiApplication.platformName()}”"


def _plugins(_bench: Bench) -> str:
    from PySide6.QtGui import QImageReader
    from PySide6.QtPrintSupport import QPrinter

    known = {bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()}
    missing = [one for one in _PICTURES if one not in known]
    _must(not missing, f"Pictures cannot be read: {', '.join(missing)}.")
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    _must(printer.isValid(), "The part that prints is missing.")
    return f"pictures {', '.join(sorted(known & {*_PICTURES, 'svg', 'webp'}))}; printing"


def _workspace(bench: Bench) -> str:
    from netdesk.services.workspaces import check

    health = check(bench.program.workspace)
    _must(not health.problems, "; ".join(health.problems))
    return "new and sound, with full-text search"


def _import(bench: Bench) -> str:
    from netdesk.background.jobs import Report
    from netdesk.services.importing import bring, plan

    cards = bench.folder / "cards.vcf"
    cards.write_text(_CARDS, encoding="utf-8")
    ws, report = bench.program.workspace, Report()
    done = bring(ws, plan(ws, [cards], report), {}, level=1, report=report)
    _must(done.added == 2 and done.is_whole, f"Two vCards gave {done.added} people.")
    return done.sentence()


def _search(bench: Bench) -> str:
    from netdesk.services.contact_query import ContactQuery
    from netdesk.services.contacts import ids

    for typed in ("zoe", "bright co", "07700 900123"):
        found = ids(bench.program.workspace, ContactQuery(typed), _TODAY)
        _must(len(found) == 1, f"“{typed}” found {len(found)} people.")
    return "names without accents, firms, phone numbers"


def _drop(bench: Bench) -> str:
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QApplication

    window = bench.program.window
    window.shell.go("board")
    board = _board(bench)
    person = board.models[1].ids()[0]
    data, _, _ = board.lists[1].lifted(0, [person], QPoint())
    target, action = board.lists[2].viewport(), Qt.DropAction.MoveAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(9, 9), action, data, buttons, keys))
    QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), action, data, buttons, keys))
    QApplication.processEvents()
    _must(_level_of(bench, person) == 2, "The dropped card did not reach its level.")
    return "a card dropped on the next level is kept"


def _undo(bench: Bench) -> str:
    person = _board(bench).models[2].ids()[0]
    bench.program.window.shell.undo()
    _must(_level_of(bench, person) == 1, "Undo did not bring the card back.")
    return "the card is back"


def _sheet(bench: Bench) -> str:
    from netdesk.app import resources
    from netdesk.method.prep_sheet import compose_prep_sheet
    from netdesk.services.event_list import event_ids
    from netdesk.services.sample import add_sample
    from netdesk.services.sheets import prep_sheet_input
    from netdesk.ui.printing.page_layout import Paper
    from netdesk.ui.printing.pdf import write_prep_sheet_pdf

    ws = bench.program.workspace
    add_sample(ws, resources.path("sample"), _TODAY)
    event = event_ids(ws, datetime(2026, 11, 22).astimezone()).coming[0]
    out = bench.folder / "sheet.pdf"
    pages = write_prep_sheet_pdf(compose_prep_sheet(prep_sheet_input(ws, event, _TODAY)), out, Paper.A4)
    _must(pages == 1 and out.read_bytes().startswith(b"%PDF-"), "The prep sheet is no PDF of one page.")
    return f"one page, {out.stat().st_size:,} bytes"


def _icons(bench: Bench) -> str:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QApplication

    from netdesk.ui.theme.icon_names import Icon
    from netdesk.ui.theme.icons import icon
    from netdesk.ui.theme.scheme import Scheme

    window = bench.program.window
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        window.shell.appearance.choose(scheme)
        QApplication.processEvents()
        for name in Icon:
            picture: QPixmap = icon(name).pixmap(24, 24)
            _must(_is_drawn(picture), f"The icon {name} is blank in the {scheme} theme.")
        _must(_is_drawn(window.grab()), f"The window is blank in the {scheme} theme.")
    return f"{len(Icon)} icons and the window, light and dark"


def _board(bench: Bench) -> BoardPage:
    from netdesk.ui.pages.board.page import BoardPage

    page = bench.program.window.page("board")
    assert isinstance(page, BoardPage)
    return page


def _level_of(bench: Bench, person: int) -> int | None:
    from netdesk.services.people import read_draft

    return read_draft(bench.program.workspace, person).level


def _is_drawn(picture: object) -> bool:
    """Whether a picture has more than one colour."""
    from PySide6.QtGui import QPixmap

    assert isinstance(picture, QPixmap)
    image = picture.toImage()
    first = image.pixel(0, 0)
    return any(
        image.pixel(x, y) != first
        for x in range(0, image.width(), max(1, image.width() // 97))
        for y in range(0, image.height(), max(1, image.height() // 97))
    )


STEPS: tuple[tuple[str, Callable[[Bench], str]], ...] = (
    ("versions", _versions),
    ("own files", _resources),
    ("window", _window),
    ("plug-ins", _plugins),
    ("workspace", _workspace),
    ("import", _import),
    ("search", _search),
    ("drop", _drop),
    ("undo", _undo),
    ("prep sheet", _sheet),
    ("icons and themes", _icons),
)

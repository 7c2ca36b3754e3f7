"""The checks of the self-test, in the order in which they build on one another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from netdesk.app.selftest import kept, parts
from netdesk.app.selftest.bench import TODAY, Bench, SelfTestFailed, must
from netdesk.app.selftest.parts import is_drawn

__all__ = ["STEPS", "Bench", "SelfTestFailed"]

if TYPE_CHECKING:
    from netdesk.ui.pages.board.page import BoardPage

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


def _versions(_bench: Bench) -> str:
    from PySide6.QtCore import qVersion

    from netdesk.services.versions import parts as made_of

    return ", ".join(
        [*(f"{part.name} {part.version}" for part in made_of() if part.version), f"Qt {qVersion()}"]
    )


def _window(bench: Bench) -> str:
    from PySide6.QtGui import QGuiApplication

    program = bench.open()
    program.window.show()
    program.window.build_all_pages()
    return f"opens on the platform “{QGuiApplication.platformName()}”"


def _workspace(bench: Bench) -> str:
    from netdesk.services.workspaces import abilities, check

    health = check(bench.program.workspace)
    must(not health.problems, "; ".join(health.problems))
    return f"new and sound, on {abilities(bench.program.workspace)}"


def _import(bench: Bench) -> str:
    from netdesk.background.jobs import Report
    from netdesk.services.importing import bring, plan

    cards = bench.folder / "cards.vcf"
    cards.write_text(_CARDS, encoding="utf-8")
    ws, report = bench.program.workspace, Report()
    done = bring(ws, plan(ws, [cards], report), {}, level=1, report=report)
    must(done.added == 2 and done.is_whole, f"Two vCards gave {done.added} people.")
    return done.sentence()


def _search(bench: Bench) -> str:
    from netdesk.services.contact_query import ContactQuery
    from netdesk.services.contacts import ids

    for typed in ("zoe", "bright co", "07700 900123"):
        found = ids(bench.program.workspace, ContactQuery(typed), TODAY)
        must(len(found) == 1, f"“{typed}” found {len(found)} people.")
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
    must(_level_of(bench, person) == 2, "The dropped card did not reach its level.")
    return "a card dropped on the next level is kept"


def _undo(bench: Bench) -> str:
    person = _board(bench).models[2].ids()[0]
    bench.program.window.shell.undo()
    must(_level_of(bench, person) == 1, "Undo did not bring the card back.")
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
    add_sample(ws, resources.path("sample"), TODAY)
    event = event_ids(ws, datetime(2026, 11, 22).astimezone()).coming[0]
    out = bench.folder / "sheet.pdf"
    pages = write_prep_sheet_pdf(compose_prep_sheet(prep_sheet_input(ws, event, TODAY)), out, Paper.A4)
    pdf = out.read_bytes()
    must(pages == 1 and pdf.startswith(b"%PDF-"), "The prep sheet is no PDF of one page.")
    must(b"/FontFile" in pdf and b"/ToUnicode" in pdf, "The prep sheet holds no text, but pictures of it.")
    return f"one page with text, {len(pdf):,} bytes"


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
            must(is_drawn(picture.toImage()), f"The icon {name} is blank in the {scheme} theme.")
        must(is_drawn(window.grab().toImage()), f"The window is blank in the {scheme} theme.")
    return f"{len(Icon)} icons and the window, light and dark"


def _board(bench: Bench) -> BoardPage:
    from netdesk.ui.pages.board.page import BoardPage

    page = bench.program.window.page("board")
    assert isinstance(page, BoardPage)
    return page


def _level_of(bench: Bench, person: int) -> int | None:
    from netdesk.services.people import read_draft

    return read_draft(bench.program.workspace, person).level


STEPS: tuple[tuple[str, Callable[[Bench], str]], ...] = (
    ("versions", _versions),
    ("installation", parts.installation),
    ("held modules", parts.modules_held),
    ("own files", parts.own_files),
    ("screen", parts.screen),
    ("window", _window),
    ("pictures", parts.pictures),
    ("charts", parts.charts),
    ("printing", parts.printing),
    ("letters", parts.letters),
    ("tables", parts.tables),
    ("workspace", _workspace),
    ("earlier workspaces", kept.earlier_workspaces),
    ("awkward folder", kept.awkward_folder),
    ("one window", kept.one_window),
    ("calendar", kept.calendar),
    ("import", _import),
    ("search", _search),
    ("drop", _drop),
    ("undo", _undo),
    ("prep sheet", _sheet),
    ("icons and themes", _icons),
)
"""Each with its name; the later ones need the window and the people of the earlier."""

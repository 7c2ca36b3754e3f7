"""A laid sheet as a PDF with real text; the file appears whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from netdesk.method.errors import NetDeskError
from netdesk.method.prep_sheet import PrepSheet
from netdesk.ui.printing.page_layout import DPI, LaidSheet, Paper
from netdesk.ui.printing.painting import paint_page
from netdesk.ui.printing.pocket_sheet_drawing import lay_pocket_sheet
from netdesk.ui.printing.prep_sheet_drawing import lay_prep_sheet

AUTHOR = "NetDesk"
_RESOLUTION = 1200
_LETTERS_OF_GLYPHS = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
_LISTS = re.compile(rb"\[[^\]]*\]")
_REASONS = {
    errno.EACCES: "writing there is not allowed",
    errno.EPERM: "writing there is not allowed",
    errno.EROFS: "that place can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EFBIG: "the system allows no file so large there",
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "the folder is not there",
    errno.EISDIR: "a folder has that name",
    errno.ENAMETOOLONG: "the name is too long",
}


def lay_sheet(sheet: PrepSheet, paper: Paper, *, pocket: bool = False) -> LaidSheet:
    """Lay out a sheet from ``compose_prep_sheet`` or, with ``pocket``, one from ``compose_pocket_sheet``."""
    return lay_pocket_sheet(sheet, paper) if pocket else lay_prep_sheet(sheet, paper)


def write_prep_sheet_pdf(sheet: PrepSheet, path: Path, paper: Paper, *, pocket: bool = False) -> int:
    """Write a sheet as a PDF and return its number of pages. Needs a ``QGuiApplication``, no window.

    Raises NetDeskError with a sentence when the file cannot be written; a file of that name is then untouched.
    """
    laid = lay_sheet(sheet, paper, pocket=pocket)
    write_pdf(laid, path)
    return len(laid.pages)


def write_pdf(laid: LaidSheet, path: Path) -> None:
    """Write pages already laid out; as ``write_prep_sheet_pdf``."""
    content = pdf_bytes(laid)
    try:
        _replace(path, content)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "the system says: " + (error.strerror or "no reason given"))
        raise NetDeskError(
            f"“{path.name}” could not be saved: {reason}.", "Choose another folder or name and save again."
        ) from error


def pdf_bytes(laid: LaidSheet) -> bytes:
    """Draw the pages into a PDF kept in memory."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(page_size(laid.paper), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    writer.setTitle(laid.title)
    writer.setAuthor(AUTHOR)
    writer.setCreator(AUTHOR)
    painter = QPainter(writer)
    try:
        painter.scale(_RESOLUTION / DPI, _RESOLUTION / DPI)
        for number, page in enumerate(laid.pages):
            if number:
                writer.newPage()
            paint_page(painter, page)
    finally:
        painter.end()
    return _with_spaces(bytes(buffer.data().data()))


def _with_spaces(pdf: bytes) -> bytes:
    """Let the glyph of a space be read as a space.

    Qt's table from glyphs to letters names the first letter a glyph stands for, which for the space is the tab;
    who copies or searches text would find tabs. The tables are not compressed, and their length stays the same.
    """
    return _LETTERS_OF_GLYPHS.sub(
        lambda table: _LISTS.sub(lambda letters: letters[0].replace(b"<0009>", b"<0020>"), table[0]), pdf
    )


def page_size(paper: Paper) -> QPageSize:
    """Give Qt's name for a paper."""
    known = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
    return QPageSize(known[paper])


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, then put it in its place in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".netdesk-", suffix=".pdf")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_usual_mode())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _usual_mode() -> int:
    """Give the rights a new file would have; temporary files are for their owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

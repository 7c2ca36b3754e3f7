"""Taking a chart out of NetDesk: as a picture to paste or to keep, and its figures for a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMimeData, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from netdesk.method.insights.chart import Chart
from netdesk.services.figure_files import figures_csv, figures_text, write_file
from netdesk.services.workspaces import Workspace
from netdesk.ui.charts.drawing import Drawing, draw_framed
from netdesk.ui.charts.painting import paint_drawing
from netdesk.ui.charts.worn import look_of_theme
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.paint import one_line

SHARP = 2
"""Pixels of a saved or copied picture for each one on the screen at 100 %."""

_LEAST_WIDTH = 480
_NAME_LONGEST = 60
_SVG = "image/svg+xml"


def copy_picture(shell: Shell, chart: Chart, width: int) -> None:
    """Put the chart on the clipboard, as a picture of dots and as SVG for programs that take it."""
    drawing = _framed(chart, width)
    held = QMimeData()
    held.setImageData(as_image(drawing))
    held.setData(_SVG, QByteArray(drawing.svg))
    QGuiApplication.clipboard().setMimeData(held)
    shell.toast("The picture is copied.")


def copy_figures(shell: Shell, chart: Chart) -> None:
    """Put the exact figures on the clipboard as a table."""
    QGuiApplication.clipboard().setText(figures_text(chart.table, QLocale().decimalPoint()))
    shell.toast("The figures are copied: paste them into a spreadsheet.")


def save_svg(shell: Shell, chart: Chart, width: int) -> None:
    """Ask where to and save the chart as lines and words that can be made as large as one likes."""
    _save(shell, chart, ".svg", "Picture of lines (*.svg)", lambda: svg_file(chart, width))


def save_png(shell: Shell, chart: Chart, width: int) -> None:
    """Ask where to and save the chart as a picture of dots."""
    _save(shell, chart, ".png", "Picture (*.png)", lambda: _png(_framed(chart, width)))


def export_csv(shell: Shell, chart: Chart) -> None:
    """Ask where to and save the exact figures as a table for a spreadsheet."""
    _save(shell, chart, ".csv", "Table for a spreadsheet (*.csv)", lambda: figures_csv(chart.table))


def svg_file(chart: Chart, width: int) -> bytes:
    """The chart as a file of its own: where its font is missing, another without serifs takes its place."""
    look = look_of_theme()
    look = replace(look, family=f"{look.family}, sans-serif")
    return draw_framed(chart, look, max(width, _LEAST_WIDTH)).svg


def as_image(drawing: Drawing) -> QImage:
    """A drawing as a picture of dots."""
    image = QImage(
        round(drawing.width * SHARP), round(drawing.height * SHARP), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    paint_drawing(painter, QRectF(0, 0, image.width(), image.height()), drawing.svg)
    painter.end()
    return image


def _framed(chart: Chart, width: int) -> Drawing:
    return draw_framed(chart, look_of_theme(), max(width, _LEAST_WIDTH))


def _png(drawing: Drawing) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(as_image(drawing))
    return bytes(buffer.data().data())


def _save(shell: Shell, chart: Chart, suffix: str, pattern: str, made: Callable[[], bytes]) -> None:
    path = shell.dialogs.save_file(shell.window, chart.title, f"{_file_name(chart)}{suffix}", (pattern,))
    if path is None:
        return
    if path.suffix.lower() != suffix:
        path = path.with_name(path.name + suffix)
    data = made()
    shell.desk.ask(shell, f"figure-file-{path}", partial(_write, path, data), partial(_say, shell, path))


def _write(path: Path, data: bytes, _: Workspace) -> None:
    write_file(path, data)


def _say(shell: Shell, path: Path, _: None) -> None:
    shell.toast(f"Saved as {path.name}")


def _file_name(chart: Chart) -> str:
    """The title as a file may be called everywhere."""
    return re.sub(r"[^\w '()-]+", " ", one_line(chart.title)).strip()[:_NAME_LONGEST].strip() or "Chart"

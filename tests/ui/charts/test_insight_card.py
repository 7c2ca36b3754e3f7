"""A card of Insights: picture or table, its words, and taking it out of NetDesk."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.insights.behind import Behind, BehindKind
from netdesk.method.insights.chart import Chart, ChartKind, Table
from netdesk.method.periods import year_of
from netdesk.ui.charts.drawing import draw
from netdesk.ui.charts.figures_table import FiguresModel
from netdesk.ui.charts.insight_card import InsightCard
from netdesk.ui.charts.painting import paint_drawing
from netdesk.ui.charts.worn import look_on_paper
from tests.support.charts import chart_of, words_in
from tests.support.hostile import hostile_texts, marker_picture, shows_mark
from tests.support.programs import running, said
from tests.support.scripted_dialogs import ScriptedDialogs

CHART = replace(
    chart_of(ChartKind.BARS, [9, 6], labels=["Direct or indirect referral", "Network referral"]),
    compared="6 more than the 12 months before",
)


BEHIND = Behind(BehindKind.WINS, "sources", "24 wins", year_of(date(2026, 11, 22)))


@pytest.fixture
def dialogs() -> ScriptedDialogs:
    return ScriptedDialogs()


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, dialogs: ScriptedDialogs) -> Iterator[Program]:
    with running(qapp, tmp_path / "a.netdesk", dialogs=dialogs) as program:
        yield program


@pytest.fixture
def card(program: Program, qtbot: QtBot) -> InsightCard:
    card = InsightCard(program.window.shell, "sources")
    qtbot.addWidget(card)
    card.resize(600, 260)
    card.show()
    qtbot.waitExposed(card)
    return card


def take(card: InsightCard, words: str) -> None:
    """Take a line of the card's menu."""
    next(entry for entry in card.menu.entries() if entry is not None and entry.text == words).run()


def test_a_card_shows_its_chart_its_words_and_the_same_as_a_table(card: InsightCard) -> None:
    chosen: list[Behind] = []
    toggled: list[tuple[str, bool]] = []
    card.chosen.connect(chosen.append)
    card.table_toggled.connect(lambda name, on: toggled.append((name, on)))
    assert card.menu.entries() == []
    card.show_chart(CHART)
    shown = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Where wins came from", "24 wins", "6 more than the 12 months before"]
    assert card.reading.text() == "Six in ten came through people."
    assert card.accessibleName() == "Where wins came from"
    card.view.setFocus()
    take(card, "Show as a table")
    assert (card.view.isVisible(), card.table.isVisible(), card.table.hasFocus()) == (False, True, True)
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    assert [one.key for one in chosen] == ["0-1"]
    take(card, "Show as a table")
    assert (card.view.isVisible(), card.view.hasFocus()) == (True, True)
    QTest.keyClick(card.view, Qt.Key.Key_Return)
    assert [one.key for one in chosen] == ["0-1", "0-0"]
    assert toggled == [("sources", True), ("sources", False)]


def test_a_card_without_figures_says_what_belongs_there(card: InsightCard) -> None:
    card.show_table(True)
    card.show_chart(
        replace(CHART, empty="Write your wins down in Wins.", reading="Too few to say.", series=())
    )
    assert card.empty.isVisible()
    assert not any(one.isVisible() for one in (card.view, card.table, card.reading, card.compared))
    assert not card.menu.isEnabled()
    card.show_chart(CHART)
    assert (card.empty.isVisible(), card.table.isVisible(), card.menu.isEnabled()) == (False, True, True)
    first, second = QLabel("if"), QLabel("another")
    card.set_extra(first)
    card.set_extra(second)
    assert card.body.indexOf(first) == -1
    QApplication.processEvents()
    assert second.isVisible()
    assert second.y() > card.table.y()


def test_what_the_reading_comes_to_stands_out(card: InsightCard) -> None:
    reading = "34% of solid contacts became clients. At half, two events a month would bring 48 a year."
    card.show_chart(replace(CHART, reading=reading))
    plain = card.reading.grab().toImage()
    card.show_chart(replace(CHART, reading=reading, strong="48 a year"))
    assert card.reading.text() == card.reading.accessibleName() == reading
    assert card.reading.grab().toImage() != plain
    card.show_chart(replace(CHART, reading=reading, strong="not in it"))
    assert card.reading.grab().toImage() == plain


def test_the_table_is_the_chart_and_hears_its_readers(card: InsightCard) -> None:
    chart = chart_of(ChartKind.LINES, [1, None, 3], [4, 5, 6], names=["Three", "Five"])
    model = FiguresModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_chart(chart)
    head = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    rows = [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]
    assert (tuple(head), tuple(map(tuple, rows))) == (chart.table.columns, chart.table.rows)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 2).data(role) == "Five: 5"
    keys = [(found := model.behind(model.index(1, column))) and found.key for column in range(3)]
    assert keys == ["0-1", "0-1", "1-1"], "a column of figures leads to its own line"
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    aligned = [model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) == right for column in range(3)]
    assert aligned == [False, True, True]


def test_a_chart_is_copied_as_a_picture_and_its_figures_as_a_table(
    card: InsightCard, program: Program
) -> None:
    card.show_chart(CHART)
    take(card, "Copy picture")
    held = QGuiApplication.clipboard().mimeData()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 2 * max(480, card.view.width())
    assert "Network referral" in words_in(bytes(held.data("image/svg+xml").data()))
    assert said(program) == "The picture is copied."
    take(card, "Copy figures")
    assert QGuiApplication.clipboard().text().splitlines() == [
        "What\tSeries 1",
        "Direct or indirect referral\t9",
        "Network referral\t6",
    ]


def test_a_chart_is_saved_as_svg_png_and_csv(
    card: InsightCard, program: Program, dialogs: ScriptedDialogs, tmp_path: Path
) -> None:
    card.show_chart(CHART)
    for words, name in (
        ("Save as SVG…", "chart"),
        ("Save as PNG…", "chart.png"),
        ("Export figures as CSV…", "figures.v2"),
    ):
        dialogs.will_choose(tmp_path / name)
        take(card, words)
    assert said(program) == "Saved as figures.v2.csv"
    svg = (tmp_path / "chart.svg").read_bytes()
    assert QSvgRenderer(QByteArray(svg)).isValid()
    assert words_in(svg)[0] == "Where wins came from"
    assert b", sans-serif" in svg
    assert QImage(str(tmp_path / "chart.png")).width() > 900
    table = (tmp_path / "figures.v2.csv").read_bytes().decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(table)))[1] == ["Direct or indirect referral", "9"]
    dialogs.will_choose(tmp_path / "no such folder" / "chart.png")
    take(card, "Save as PNG…")
    assert "could not be written" in said(program)
    take(card, "Save as PNG…")
    assert len(dialogs.asked) == 5
    assert sorted(path.name for path in tmp_path.glob("chart*")) == ["chart.png", "chart.svg"]


def test_hostile_words_are_only_words_on_a_card(card: InsightCard, tmp_path: Path) -> None:
    for kind in ChartKind:
        for text in hostile_texts(marker_picture(tmp_path)):
            chart = chart_of(kind, [3, 5], labels=[text, text], names=[text], words=text, reading=text)
            card.show_chart(replace(chart, title=text, note=text, compared=text))
            card.show_table(not card.shows_table())
            assert not shows_mark(card.grab().toImage())
            card.show_table(not card.shows_table())
            assert not shows_mark(card.grab().toImage())


def test_printed_charts_are_lines_and_real_words(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "charts.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    painter = QPainter(writer)
    charts: list[Chart] = [chart_of(kind, [3, 5, 4], labels=["Events", "Met", "Solid"]) for kind in ChartKind]
    for number, chart in enumerate(charts):
        drawing = draw(chart, look_on_paper(), (560, 150))
        painter.save()
        painter.scale(3, 3)
        paint_drawing(painter, painter.viewport().toRectF().adjusted(0, 0, 0, 0), drawing.svg)
        painter.restore()
        if number < len(charts) - 1:
            writer.newPage()
    painter.end()
    for page in PdfReader(path).pages:
        assert not page.images
        assert {"Events", "Met", "Solid"} <= set(page.extract_text().split())


def test_words_with_something_behind_them_are_pressed_like_a_link(card: InsightCard) -> None:
    chosen: list[Behind] = []
    card.chosen.connect(chosen.append)
    card.show_chart(CHART)
    QTest.mouseClick(card.note, Qt.MouseButton.LeftButton)
    assert chosen == []
    assert card.note.focusPolicy() == Qt.FocusPolicy.NoFocus
    now, before = (replace(BEHIND, title=title) for title in ("24 wins", "18 wins in the 12 months before"))
    card.show_chart(replace(CHART, note_behind=now, compared_behind=before))
    QTest.mouseClick(card.note, Qt.MouseButton.LeftButton)
    card.compared.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(card.compared, Qt.Key.Key_Return)
    assert chosen == [now, before]


def test_each_cell_of_a_table_leads_to_its_own_people(card: InsightCard) -> None:
    first, second = (replace(BEHIND, title=title) for title in ("7 people at 1", "2 people at 2"))
    table = Table(("Month", "1", "2"), (("Jan", "7", "2"), ("Feb", "0", "0")), (("Jan", 7, 2), ("Feb", 0, 0)))
    shown = replace(CHART, table=replace(table, behind=((first, second), (None, None))))
    model = FiguresModel()
    model.show_chart(shown)
    assert [model.behind(model.index(0, column)) for column in range(3)] == [first, first, second]
    assert [model.behind(model.index(1, column)) for column in range(3)] == [None, None, None]

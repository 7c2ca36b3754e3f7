"""The review of a period on paper: real text, charts as vectors, one page or two; and its preview."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netdesk.method.insights.chart import Chart
from netdesk.method.money import plain_money
from netdesk.method.periods import parse_period
from netdesk.method.review import Advice
from netdesk.method.review_sheet import Length, Review, compose_review_sheet
from netdesk.services.win_list import WinQuery, win_ids
from netdesk.services.wins import bin_wins
from netdesk.ui.printing.marks import Mark, Picture, Words
from netdesk.ui.printing.page_layout import LaidSheet, Paper
from netdesk.ui.printing.pdf import pdf_bytes
from netdesk.ui.printing.review_sheet_drawing import ChartPictures, lay_review_sheet
from netdesk.ui.printing.review_sheet_window import ReviewWindow, open_review
from tests.method.test_review_sheet import NAMES, TODAY, made_chart, made_review
from tests.support.programs import ScriptedDialogs, overlay_of, running, said


def laid(review: Review, paper: Paper = Paper.A4, length: Length = Length.TWO_PAGES) -> LaidSheet:
    return lay_review_sheet(compose_review_sheet(review, TODAY, plain_money, length), paper)


def marks(sheet: LaidSheet) -> list[Mark]:
    return [mark for page in sheet.pages for mark in page.marks]


def pictures(sheet: LaidSheet) -> list[Picture]:
    return [mark for mark in marks(sheet) if isinstance(mark, Picture)]


def words(sheet: LaidSheet) -> str:
    return " ".join(mark.lettering.text for mark in marks(sheet) if isinstance(mark, Words))


def lines_to_write_on(sheet: LaidSheet) -> int:
    return sum(each.block.part == "card" for page in sheet.pages for each in page.placed)


@pytest.mark.parametrize("paper", Paper)
def test_all_charts_advice_and_lines_fill_two_pages(qapp: QApplication, paper: Paper) -> None:
    sheet = laid(made_review(charts=tuple(made_chart(name, bars=7) for name in NAMES)), paper)
    assert len(sheet.pages) == 2
    assert len(pictures(sheet)) == len(NAMES)
    assert lines_to_write_on(sheet) >= 5
    for page in sheet.pages:
        for each in page.placed:
            assert each.bottom <= paper.height
            assert all(each.region.left + mark.x >= 0 for mark in each.block.marks)
    for picture in pictures(sheet):
        assert picture.x + picture.width <= paper.width - 50


@pytest.mark.parametrize("paper", Paper)
def test_the_main_charts_fit_one_page(qapp: QApplication, paper: Paper) -> None:
    sheet = laid(made_review(), paper, Length.ONE_PAGE)
    assert len(sheet.pages) == 1
    assert len(pictures(sheet)) == 4
    assert lines_to_write_on(sheet) >= 5


def test_a_quarter_without_anything_is_a_page_to_write_on(qapp: QApplication) -> None:
    nothing = tuple(made_chart(name, empty="Nothing yet.") for name in NAMES)
    sheet = laid(made_review(charts=nothing, wins=0, more=(), less=()))
    assert len(sheet.pages) == 1
    assert pictures(sheet) == []
    assert "Too few to say yet." in words(sheet)
    assert "Nothing in this time yet. Write down what you win" in words(sheet)
    assert lines_to_write_on(sheet) == 14


def test_a_chart_of_zeros_is_its_sentence_only(qapp: QApplication) -> None:
    told = made_review()
    levels = next(chart for chart in told.charts if chart.name == "levels")
    zeros = tuple(
        replace(one, points=tuple(replace(point, value=0.0) for point in one.points)) for one in levels.series
    )
    flat = replace(levels, series=zeros, reading="Nobody at Equally engaged yet.")
    assert flat.is_flat
    assert not levels.is_flat
    charts = tuple(flat if chart is levels else chart for chart in told.charts)
    sheet = laid(replace(told, charts=charts), length=Length.ONE_PAGE)
    assert len(pictures(sheet)) == 3
    assert "Nobody at Equally engaged yet." in words(sheet)


def test_the_pdf_holds_words_and_lines_and_no_images(qapp: QApplication) -> None:
    reader = PdfReader(BytesIO(pdf_bytes(laid(made_review("2026-Q3")))))
    assert [found for page in reader.pages for found in page.images] == []
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    for part in (
        "Review of Q3 2026",
        "compared with Q2 2026",
        "24 wins",
        "This is what funnel say.",
        "Bar 3",
        "More of",
        "13 points under plan: book two a week.",
        "What I resolve for Q4 2026",
    ):
        assert part in text


def hostile(chart: Chart) -> Chart:
    (serie,) = chart.series
    points = tuple(
        replace(point, label="<script>&\n" + "x" * 5000, words="9" * 300) for point in serie.points
    )
    return replace(
        chart,
        title='<img src="file:///etc/hostname">' + "t" * 5000,
        note="n" * 5000,
        reading="r" * 9000,
        compared="c\x00\n" * 500,
        series=(replace(serie, points=points),),
    )


def test_hostile_words_stay_words_on_the_page(qapp: QApplication) -> None:
    charts = tuple(hostile(made_chart(name)) for name in NAMES)
    long = Advice("idle_group", "<b>" + "w" * 3000, "y" * 3000)
    sheet = laid(made_review(charts=charts, more=(long,) * 4, less=(long,) * 4))
    reader = PdfReader(BytesIO(pdf_bytes(sheet)))
    assert len(reader.pages) == len(sheet.pages) <= 3
    assert [found for page in reader.pages for found in page.images] == []
    for picture in pictures(sheet):
        assert picture.x + picture.width <= Paper.A4.width - 50
    assert "<img src=" in words(sheet)


def test_what_was_drawn_is_not_drawn_again(qapp: QApplication) -> None:
    drawn = ChartPictures()
    drawn.draw((made_chart("sources"),))
    first = drawn.picture(made_chart("sources"), 300)
    assert drawn.picture(made_chart("sources"), 300) is first
    assert drawn.picture(made_chart("sources", title="Another"), 300) is not first


def test_the_preview_shows_saves_and_follows_the_workspace(qapp: QApplication, tmp_path: Path) -> None:
    dialogs = ScriptedDialogs(tmp_path / "review.pdf")
    with running(qapp, tmp_path / "network.netdesk", sample=True, dialogs=dialogs) as program:
        shell = program.window.shell
        period = parse_period("last-12-months", TODAY)
        asked: list[str] = []
        open_review(shell, period, chooser=lambda _parent, sheet: asked.append(sheet.title))
        window = program.window.findChild(ReviewWindow)
        assert isinstance(window, ReviewWindow)
        assert overlay_of(program) is not None
        shown = window.preview.sheet()
        assert shown is not None
        assert "24 wins" in words(shown)
        assert len(shown.pages) == 2
        window.period.setFocus()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        shown = window.preview.sheet()
        assert shown is not None
        assert shown.title == "Review of Q4 2026"
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
        # By keys: only the main charts, on one page.
        window.length.setFocus()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        shown = window.preview.sheet()
        assert shown is not None
        assert len(shown.pages) == 1
        window.save_it()
        assert said(program) == "Saved review.pdf"
        assert len(PdfReader(tmp_path / "review.pdf").pages) == 1
        bin_wins(program.workspace, win_ids(program.workspace, WinQuery(period=period))[:1])
        shown = window.preview.sheet()
        assert shown is not None
        assert "23 wins" in words(shown)
        # Asked for once more while it is open, it is printed.
        open_review(shell, period)
        assert asked == ["Review of the last 12 months"]
        window.close_it()

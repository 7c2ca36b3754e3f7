"""The debrief and the week's follow-ups on paper: boxes and stars, whole rows, pages, and text to read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage, QPainter

from netdesk.method.contact_kinds import PersonKind
from netdesk.method.debrief_sheet import (
    DebriefCard,
    DebriefGoal,
    DebriefPlan,
    DebriefSheetInput,
    compose_debrief_sheet,
)
from netdesk.method.follow_up_sheet import SheetFollowUp, compose_follow_up_sheet, follow_up_week
from netdesk.method.follow_ups import CardState
from netdesk.method.goals import Goal, GoalKind
from netdesk.ui.printing.debrief_sheet_drawing import lay_debrief_sheet
from netdesk.ui.printing.follow_up_sheet_drawing import lay_follow_up_sheet
from netdesk.ui.printing.marks import Mark, Star, TickBox, Words
from netdesk.ui.printing.page_layout import LaidSheet, Paper, Placed
from netdesk.ui.printing.painting import paint_page
from netdesk.ui.printing.pdf import write_pdf
from tests.support.debrief_sheets import CARDS, DEBRIEF, EMPTY

pytestmark = pytest.mark.usefixtures("qapp")

TODAY, MONDAY = date(2026, 11, 25), date(2026, 11, 23)
HEBREW = "מפגש סתיו של לשכת המסחר"
ENDLESS = "Donaudampfschifffahrtsgesellschaft" * 40
MARKUP = "<img src='file:///dev/zero'><b>bold</b>"
WILD_TEXTS = (ENDLESS, HEBREW, MARKUP, "a " * 999)


def debrief(event: DebriefSheetInput, paper: Paper = Paper.A4) -> LaidSheet:
    return lay_debrief_sheet(compose_debrief_sheet(event), paper)


def week(follow_ups: list[SheetFollowUp], paper: Paper = Paper.A4) -> LaidSheet:
    return lay_follow_up_sheet(
        compose_follow_up_sheet(follow_up_week(MONDAY, TODAY), follow_ups, TODAY), paper
    )


def marks(laid: LaidSheet) -> list[Mark]:
    return [mark for page in laid.pages for mark in page.marks]


def blocks(laid: LaidSheet, part: str) -> list[Placed]:
    return [each for page in laid.pages for each in page.placed if each.block.part == part]


def read(laid: LaidSheet, path: Path) -> str:
    write_pdf(laid, path)
    pages = PdfReader(path).pages
    assert len(pages) == len(laid.pages)
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def stays_on_paper(laid: LaidSheet) -> None:
    for page in laid.pages:
        for each in page.placed:
            assert each.bottom <= laid.paper.height
            for mark in each.marks():
                assert 0 <= mark.x <= laid.paper.width


def test_nothing_overlaps_and_nothing_leaves_the_paper(laid_sheets: tuple[LaidSheet, ...]) -> None:
    for laid in laid_sheets:
        stays_on_paper(laid)
        for page in laid.pages:
            columns: dict[float, list[Placed]] = {}
            for each in page.placed:
                left = min((mark.x for mark in each.block.marks), default=0)
                columns.setdefault(round(left / 200), []).append(each)
            for column in columns.values():
                for above, below in pairwise(sorted(column, key=lambda one: one.top)):
                    assert above.bottom <= below.top + 0.01, (above.block.part, below.block.part)


@pytest.fixture(params=list(Paper), ids=[paper.label for paper in Paper])
def laid_sheets(request: pytest.FixtureRequest) -> tuple[LaidSheet, ...]:
    paper: Paper = request.param
    many = [
        SheetFollowUp(TODAY + timedelta(days=place % 5), "Send the checklist", f"Person {place}")
        for place in range(200)
    ]
    return (
        debrief(DEBRIEF, paper),
        debrief(EMPTY, paper),
        debrief(CROWD, paper),
        week(many, paper),
        week([], paper),
    )


CROWD = replace(DEBRIEF, cards=CARDS * 10)
WILD = replace(
    DEBRIEF,
    title=ENDLESS,
    place=HEBREW,
    own_sentence=MARKUP * 20,
    goals=(
        DebriefGoal(Goal(GoalKind.OWN_WORDS, 20, ENDLESS, HEBREW * 30), 7),
        DebriefGoal(Goal(GoalKind.LEARN, 400, "word " * 500), 120),
    ),
    cards=tuple(
        DebriefCard(
            text,
            text,
            PersonKind.STRATEGIC_PARTNER,
            CardState.PLANNED,
            (DebriefPlan(text * 2, TODAY, time(9)),) * 2,
            True,
        )
        for text in WILD_TEXTS
    ),
    learned=ENDLESS,
    change_next=HEBREW * 40,
)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    "event", [DEBRIEF, EMPTY, replace(EMPTY, goals=())], ids=["full", "form", "no goals"]
)
def test_a_usual_debrief_fits_one_page(event: DebriefSheetInput, paper: Paper) -> None:
    assert len(debrief(event, paper).pages) == 1


def test_boxes_are_ticked_as_far_as_goals_were_reached() -> None:
    for placed, reached, count in zip(blocks(debrief(DEBRIEF), "goal"), (5, 8, 1), (5, 10, 1), strict=True):
        boxes = [mark for mark in placed.block.marks if isinstance(mark, TickBox)]
        assert [box.ticked for box in boxes] == [True] * reached + [False] * (count - reached)


def test_stars_are_filled_by_halves_or_left_to_the_pen() -> None:
    stars = [mark.share for mark in marks(debrief(DEBRIEF)) if isinstance(mark, Star)]
    assert stars == [1, 1, 1, 1, 0.5]
    assert [mark.share for mark in marks(debrief(EMPTY)) if isinstance(mark, Star)] == [0] * 5


def test_solid_contacts_are_ticked_in_the_table() -> None:
    rows = blocks(debrief(DEBRIEF), "card")
    ticked = [mark.ticked for row in rows for mark in row.block.marks if isinstance(mark, TickBox)]
    assert ticked == [True, True, False, False, False, False]


def test_a_form_has_empty_rows_and_lines_to_write_on() -> None:
    laid = debrief(EMPTY)
    assert len(blocks(laid, "card")) == 8
    assert len(blocks(laid, "line")) == 8
    assert blocks(laid, "written") == []


def test_the_debrief_is_read_back_from_its_pdf(tmp_path: Path) -> None:
    text = read(debrief(DEBRIEF), tmp_path / "debrief.pdf")
    for part in (
        "Chamber autumn mixer",
        "2 of 3 reached",
        "Inbox to zero · v3",
        "Asked more 4",
        "Marta Lindqvist",
        "Thu 26 Nov 10:00",
        "Let go: moves away",
        "Shop owners talk when asked about Sundays.",
        "Start with the Sunday story.",
        "£84",
        "Printed from NetDesk · 22 November 2026",
    ):
        assert part in text, part


def test_forty_cards_go_on_with_their_columns_named(tmp_path: Path) -> None:
    laid = debrief(CROWD)
    assert len(laid.pages) > 1
    assert len(blocks(laid, "card")) == 42
    for page in laid.pages[1:-1]:
        parts = [each.block.part for each in page.placed if each.block.part not in ("running head", "footer")]
        assert parts[0] == "heads"
    assert "Page 2 of" in read(laid, tmp_path / "crowd.pdf")


@pytest.mark.parametrize("paper", Paper)
def test_hostile_text_stays_text_and_on_the_paper(tmp_path: Path, paper: Paper) -> None:
    late = [SheetFollowUp(TODAY, text * 2, text, text, text, time(9)) for text in WILD_TEXTS]
    for number, laid in enumerate((debrief(WILD, paper), week(late, paper))):
        stays_on_paper(laid)
        assert len(laid.pages) <= 5
        assert "<img src=" in read(laid, tmp_path / f"wild-{number}.pdf")


def test_two_hundred_follow_ups_break_between_rows_and_name_the_day_again() -> None:
    days = [TODAY + timedelta(days=place % 2) for place in range(200)]
    laid = week([SheetFollowUp(day, "Call", f"Person {place}", "Firm") for place, day in enumerate(days)])
    assert len(laid.pages) > 5
    assert len(blocks(laid, "follow-up")) == 200
    for page in laid.pages:
        parts = [
            each.block.part
            for each in page.placed
            if each.block.part not in ("title", "running head", "heads")
        ]
        assert parts[0] == "day"
        assert parts[-2:] != ["day", "footer"]
    named = [mark.lettering.text for mark in marks(laid) if isinstance(mark, Words)]
    assert "Wednesday 25 November, continued" in named


def test_every_follow_up_has_a_box_and_every_empty_day_rows_to_write_on(tmp_path: Path) -> None:
    laid = week([SheetFollowUp(TODAY, "Call", "Zoë Novák", "Firm", "+44 7700 900123", time(10, 30))])
    assert len(blocks(laid, "follow-up")) == 1
    assert len(blocks(laid, "empty")) == 8
    assert sum(isinstance(mark, TickBox) for mark in marks(laid)) == 9
    text = read(laid, tmp_path / "week.pdf")
    for part in (
        "Follow-ups, 23–29 November 2026",
        "10:30",
        "Zoë Novák",
        "+44 7700 900123",
        "Sunday 29 November",
    ):
        assert part in text, part


def test_a_half_star_is_black_on_its_left_side_only() -> None:
    picture = QImage(100, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    laid = debrief(DEBRIEF)
    last = [mark for mark in marks(laid) if isinstance(mark, Star)][-1]
    painter = QPainter(picture)
    painter.scale(4, 4)
    painter.translate(-last.x, -last.y)
    paint_page(painter, laid.pages[0])
    painter.end()
    middle = round(last.side * 2)
    assert picture.pixelColor(middle - 8, middle).lightness() < 60
    assert picture.pixelColor(middle + 8, middle).lightness() > 200

"""What stands on the laid sheets: boxes, pips, whole rows, one page or two."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from netdesk.method.goals import Goal, GoalKind
from netdesk.method.pitches import Reactions
from netdesk.method.prep_sheet import (
    PrepSheetInput,
    SheetPerson,
    SheetPitch,
    compose_pocket_sheet,
    compose_prep_sheet,
)
from netdesk.method.prep_sheet_last_time import LastTime, TriedVersion
from netdesk.method.prep_sheet_members import NotKnown, SheetMember
from netdesk.ui.printing.marks import Ink, Mark, Pip, Rule, Tick, TickBox, Words
from netdesk.ui.printing.page_layout import LaidSheet, Paper, Placed
from netdesk.ui.printing.pdf import lay_sheet
from tests.support.prep_sheets import MIXER, PEOPLE

HEBREW = "מפגש סתיו של לשכת המסחר"
ENDLESS = "Donaudampfschifffahrtsgesellschaft" * 40
CROWD = replace(MIXER, people=PEOPLE * 3, goals=MIXER.goals * 2)
WILD = replace(
    MIXER,
    title=ENDLESS,
    place=HEBREW,
    host="Party 🎉👩‍💻 café 日本語",
    goals=(Goal(GoalKind.OWN_WORDS, 20, ENDLESS, HEBREW * 30), Goal(GoalKind.LEARN, 21, "word " * 500)),
    pitch=MIXER.pitch and replace(MIXER.pitch, text="many words " * 300),
    people=tuple(
        SheetPerson(text, text, text, 5, text, text, text) for text in (ENDLESS, HEBREW, "a " * 999)
    ),
    competitors=(HEBREW, ENDLESS),
)


def whole(event: PrepSheetInput, paper: Paper = Paper.A4) -> LaidSheet:
    return lay_sheet(compose_prep_sheet(event), paper)


def pocket(event: PrepSheetInput, paper: Paper = Paper.A4) -> LaidSheet:
    return lay_sheet(compose_pocket_sheet(event), paper, pocket=True)


def marks(laid: LaidSheet) -> list[Mark]:
    return [mark for page in laid.pages for mark in page.marks]


def words(laid: LaidSheet) -> list[str]:
    return [mark.lettering.text for mark in marks(laid) if isinstance(mark, Words)]


def blocks(laid: LaidSheet, part: str) -> list[Placed]:
    return [each for page in laid.pages for each in page.placed if each.block.part == part]


def boxes(placed: Placed) -> int:
    return sum(isinstance(mark, TickBox) for mark in placed.block.marks)


CLUB = NotKnown(
    "Breakfast Club", tuple(SheetMember(f"Member {number}", "A firm of some length") for number in range(12))
)


@pytest.mark.parametrize("paper", Paper)
def test_members_not_known_yet_have_boxes_and_fit_the_same_page(paper: Paper) -> None:
    laid = whole(replace(MIXER, not_known=CLUB), paper)
    assert len(laid.pages) == 1
    rows = blocks(laid, "member")
    assert rows
    assert {boxes(row) for row in rows} == {2}
    assert [row.top for row in rows] == sorted(row.top for row in rows)
    assert "Member 0" in words(laid)
    roomy = whole(replace(MIXER, people=(), not_known=CLUB), paper)
    assert sum(boxes(row) for row in blocks(roomy, "member")) == 8


def test_a_row_of_one_member_has_one_box() -> None:
    alone = replace(CLUB, members=CLUB.members[:3])
    assert [boxes(row) for row in blocks(whole(replace(MIXER, not_known=alone)), "member")] == [2, 1]


def test_the_pocket_names_members_not_known_yet() -> None:
    laid = pocket(replace(MIXER, people=MIXER.people[:2], not_known=CLUB))
    assert any(text.startswith("Not known yet: Member 0, Member 1") for text in words(laid))


@pytest.mark.parametrize("paper", Paper)
def test_last_time_and_the_versions_tried_fit_the_same_page(paper: Paper) -> None:
    words_of_last_time = "Shop owners talk when asked about Sundays; wait a moment after the question. " * 2
    last = LastTime(date(2026, 10, 20), 3, 2, 4, 4.5, words_of_last_time, words_of_last_time, 3)
    tried = (TriedVersion(2, Reactions(7, 8, 2)), TriedVersion(3, Reactions(4, 3, 1)))
    laid = whole(replace(MIXER, last=last, tried=tried), paper)
    assert len(laid.pages) == 1
    (strip,) = blocks(laid, "last time")
    (people,) = [each for each in blocks(laid, "heading") if each.top > strip.top][:1]
    assert strip.bottom <= people.top
    assert [text for text in words(laid) if text in ("v2", "v3", "7", "4")] == ["v2", "v3", "7", "4"]


def test_what_was_learned_goes_before_a_second_page_comes() -> None:
    last = LastTime(
        date(2026, 10, 20), 3, 2, 4, 4.5, "Ask about Sundays. " * 6, "Begin with the story. " * 6, 3
    )
    seen = set()
    for people in range(5, 12):
        laid = whole(replace(MIXER, last=last, people=(PEOPLE * 3)[:people]), Paper.LETTER)
        (strip,) = blocks(laid, "last time")
        seen.add((len(laid.pages), sum(isinstance(mark, Words) for mark in strip.block.marks)))
    assert {(1, 3), (1, 1), (2, 3)} >= seen >= {(1, 3), (2, 3)}


@pytest.mark.parametrize("paper", Paper)
def test_five_people_and_three_goals_fit_one_page(paper: Paper) -> None:
    laid = whole(MIXER, paper)
    assert len(laid.pages) == 1
    assert Counter(each.block.part for each in laid.pages[0].placed) == {
        "title": 1,
        "goal": 3,
        "tally": 3,
        "pitch": 7,
        "note": 1,
        "room": 2,
        "sentence": 1,
        "heading": 5,
        "heads": 3,
        "person": 5,
        "card": 8,
        "footer": 1,
    }


def test_there_are_as_many_boxes_as_the_count_of_a_goal() -> None:
    assert [boxes(each) for each in blocks(whole(MIXER), "goal")] == [5, 10, 1]
    assert [boxes(each) for each in blocks(whole(MIXER), "room")] == [8, 4]
    assert [boxes(each) for each in blocks(whole(MIXER), "person")] == [1] * 5
    assert [boxes(each) for each in blocks(whole(MIXER), "card")] == [1] * 8


def test_twenty_boxes_and_then_a_line_to_tally_on() -> None:
    twenty, more = blocks(
        whole(replace(MIXER, goals=(Goal(GoalKind.LEARN, 20), Goal(GoalKind.LEARN, 21)))), "goal"
    )
    assert (boxes(twenty), boxes(more)) == (20, 0)
    lines = [mark for mark in more.block.marks if isinstance(mark, Rule) and mark.ink is Ink.GREY]
    assert len(lines) == 1
    assert not [mark for mark in twenty.block.marks if isinstance(mark, Rule) and mark.ink is Ink.GREY]


def test_boxes_that_need_two_rows_stay_in_their_column() -> None:
    goals = (Goal(GoalKind.LEARN, 20),)
    (goal,) = blocks(pocket(replace(MIXER, goals=goals), Paper.LETTER), "goal")
    placed = [mark for mark in goal.block.marks if isinstance(mark, TickBox)]
    assert len({(mark.x, mark.y) for mark in placed}) == 20
    assert max(mark.x + mark.side for mark in placed) <= Paper.LETTER.width / 2 - 60


def test_a_level_reads_without_colour() -> None:
    pips = [
        [mark.filled for mark in each.block.marks if isinstance(mark, Pip)]
        for each in blocks(whole(MIXER), "person")
    ]
    assert [row.count(True) for row in pips] == [2, 2, 3, 1, 0]
    assert [len(row) for row in pips] == [5, 5, 5, 5, 0]
    assert Ink.of_level(3) is Ink.LEVEL_3
    assert Ink.of_level(0) is Ink.BLACK


def test_the_words_of_the_sheet_are_all_there() -> None:
    shown = words(whole(MIXER))
    for text in (
        "Chamber autumn mixer",
        "NETWORKING",
        "I am here to",
        "Try “Inbox to zero” on 10 people",
        "Then: coffee within seven days",
        "My one minute",
        "In the room",
        "Learn from 6–8 people, not 20",
        "People to meet",
        "Menon Accountancy",
        "not yet a contact",
        "Cards I take home – each with a plan",
        "Printed from NetDesk · 22 November 2026",
    ):
        assert text in shown
    assert sum(isinstance(mark, Tick) for mark in marks(whole(MIXER))) == 1


@pytest.mark.parametrize("paper", Paper)
def test_a_crowd_takes_a_second_page_with_the_heading_repeated(paper: Paper) -> None:
    laid = whole(CROWD, paper)
    assert len(laid.pages) == 2
    second = laid.pages[1].placed
    assert [each.block.part for each in second[:2]] == ["running head", "heads"]
    assert "Chamber autumn mixer" in words(replace(laid, pages=laid.pages[1:]))
    assert "Page 1 of 2" in words(laid)
    assert "Page 2 of 2" in words(laid)
    assert not [text for text in words(whole(MIXER, paper)) if text.startswith("Page ")]
    assert len(blocks(laid, "person")) == 15
    assert len(blocks(laid, "card")) == 8


@pytest.mark.parametrize("event", [MIXER, CROWD, WILD], ids=["mixer", "crowd", "wild"])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("lay", [whole, pocket])
def test_nothing_is_cut_in_two_or_leaves_the_paper(lay: object, paper: Paper, event: PrepSheetInput) -> None:
    assert callable(lay)
    laid = lay(event, paper)
    for page in laid.pages:
        for each in page.placed:
            assert each.top >= each.region.top - 0.01
            assert each.bottom <= each.region.bottom + 0.01
        for mark in page.marks:
            assert 0 <= mark.x <= paper.width
            assert 0 <= mark.y <= paper.height
    assert len(blocks(laid, "person")) == min(len(event.people), 6 if lay is pocket else 99)


@pytest.mark.parametrize("event", [MIXER, CROWD, WILD], ids=["mixer", "crowd", "wild"])
def test_rows_of_the_tables_lie_below_one_another(event: PrepSheetInput) -> None:
    for page in whole(event).pages:
        rows = [each for each in page.placed if each.block.part in {"person", "card"}]
        assert all(later.top >= earlier.bottom for earlier, later in pairwise(rows))


@pytest.mark.parametrize("people", range(1, 24))
def test_no_row_of_a_table_stands_alone_on_a_page(people: int) -> None:
    crowd = whole(replace(MIXER, people=(PEOPLE * 5)[:people]))
    for part in ("person", "card"):
        rows = Counter(each.region.page for each in blocks(crowd, part))
        assert len(rows) == 1 or min(rows.values()) > 1


def test_very_long_words_end_with_a_sign_that_more_was_there() -> None:
    shown = words(whole(WILD))
    assert any(text.startswith("Donaudampf") and text.endswith("…") and len(text) < 300 for text in shown)
    widest = max(
        mark.x + mark.lettering.end
        for mark in marks(whole(WILD))
        if isinstance(mark, Words) and hasattr(mark.lettering, "end")
    )
    assert widest <= Paper.A4.width


def test_a_pitch_is_never_shortened_on_the_whole_sheet() -> None:
    text = "One word after the other. " * 70
    pitch = MIXER.pitch
    assert isinstance(pitch, SheetPitch)
    laid = whole(replace(MIXER, pitch=replace(pitch, text=text)))
    lines = [
        mark.lettering.text
        for each in blocks(laid, "pitch")
        for mark in each.block.marks
        if isinstance(mark, Words)
    ]
    assert " ".join(lines) == text.strip()


def test_the_pocket_sheet_keeps_to_its_half() -> None:
    laid = pocket(MIXER)
    assert len(laid.pages) == 1
    assert all(each.bottom <= Paper.A4.height / 2 for each in laid.pages[0].placed)
    cuts = [mark for mark in marks(laid) if isinstance(mark, Rule) and mark.dashed]
    assert [(cut.x, cut.y, cut.right) for cut in cuts] == [(0, Paper.A4.height / 2, Paper.A4.width)]
    assert len(blocks(laid, "card")) == 4


@pytest.mark.parametrize(("goals", "pages"), [(16, 1), (40, 2)])
def test_a_full_pocket_sheet_goes_on_below_the_cut_and_then_on_another_page(goals: int, pages: int) -> None:
    laid = pocket(replace(MIXER, goals=(Goal(GoalKind.LEARN, 20),) * goals))
    assert len(laid.pages) == pages
    below = [each for each in laid.pages[0].placed if each.top > Paper.A4.height / 2]
    assert below
    assert not [
        each for page in laid.pages for each in page.placed if each.top < Paper.A4.height / 2 < each.bottom
    ]
    assert len(blocks(laid, "goal")) == goals


def test_a_bare_event_still_makes_a_sheet() -> None:
    bare = PrepSheetInput("", MIXER.start, MIXER.printed_on)
    for laid in (whole(bare), pocket(bare)):
        assert len(laid.pages) == 1
        assert laid.title == "Event without a name"
        assert not blocks(laid, "person")
    no_cards = lay_sheet(replace(compose_prep_sheet(bare), card_rows=0), Paper.A4)
    assert not blocks(no_cards, "card")
    assert "Cards I take home – each with a plan" not in words(no_cards)


def test_another_interface_font_fits_too(qapp: QApplication) -> None:
    before = QFont(qapp.font())
    wide = QFont(before)
    wide.setStretch(115)
    qapp.setFont(wide)
    try:
        laid = whole(CROWD)
    finally:
        qapp.setFont(before)
    assert all(each.bottom <= each.region.bottom + 0.01 for page in laid.pages for each in page.placed)

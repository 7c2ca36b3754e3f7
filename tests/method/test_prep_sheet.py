"""What stands on the prep sheet."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.goals import Goal, GoalKind
from netdesk.method.pitches import PitchKind
from netdesk.method.prep_sheet import (
    GoalBlock,
    PersonRow,
    PitchBlock,
    PrepSheetInput,
    RoomLine,
    SheetPerson,
    SheetPitch,
    compose_pocket_sheet,
    compose_prep_sheet,
)
from netdesk.method.prep_sheet_last_time import Note
from netdesk.method.settings import DEFAULT_SETTINGS
from netdesk.method.sheet_text import LONGEST_TEXT, clean_text, lower_verb, shortened
from netdesk.method.triage import Purpose, Shares

START = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
MIXER = PrepSheetInput(
    title="Chamber autumn mixer",
    start=START,
    end=START + timedelta(hours=2),
    printed_on=date(2026, 11, 22),
    place="Town Hall, Mill Street",
    host="Chamber of Commerce",
    purpose=Purpose.NETWORKING,
    shares=Shares(10, 60, 20, 10),
    goals=(
        Goal(GoalKind.COLLECT_CARDS, 5, "Email each within 24 h with the retail checklist; call Friday"),
        Goal(GoalKind.TRY_MESSAGE, 10, "Tally below, change one line", "Inbox to zero"),
        Goal(GoalKind.CONNECT_PARTNERS, 1, "Coffee within seven days"),
    ),
    pitch=SheetPitch(
        PitchKind.ONE_MINUTE, "Inbox to zero", "word " * 131, "I work in the shop for a day first"
    ),
    people=(
        SheetPerson(
            "Ravi Menon",
            "Menon Accountancy",
            "",
            2,
            "Serves 40 retailers",
            "Intro to Hannah",
            "Who?",
        ),
        SheetPerson("Tom Okafor", "Okafor Legal", "new", None),
        SheetPerson("Head of Retail 27", is_contact=False),
    ),
    competitors=("Sam Carter",),
)
BARE = PrepSheetInput("", START, date(2026, 11, 22))


def test_the_heading_of_the_sheet() -> None:
    sheet = compose_prep_sheet(MIXER)
    assert sheet.title == "Chamber autumn mixer"
    assert sheet.meta == (
        "Tuesday 24 November 2026, 17:30–19:30 · Town Hall, Mill Street · hosted by Chamber of Commerce"
    )
    assert (sheet.purpose, sheet.purpose_sentence) == ("NETWORKING", "few clients, many connectors")
    assert sheet.footer == "Printed from NetDesk · 22 November 2026"


def test_goals_have_boxes_and_what_comes_then() -> None:
    sheet = compose_prep_sheet(MIXER)
    assert sheet.goals == (
        GoalBlock(
            "Collect 5 cards from potential clients",
            5,
            False,
            "Then: email each within 24 h with the retail checklist; call Friday",
        ),
        GoalBlock("Try “Inbox to zero” on 10 people", 10, False, "Then: tally below, change one line"),
        GoalBlock("Find one strategic partner", 1, False, "Then: coffee within seven days"),
    )
    assert sheet.tally_rows == ("Asked more", "Polite", "Blank")


def test_a_high_count_is_tallied_on_a_line() -> None:
    (goal,) = compose_prep_sheet(replace(MIXER, goals=(Goal(GoalKind.LEARN, 21),))).goals
    assert goal == GoalBlock("Learn from 21 people", 0, True, "")
    assert compose_prep_sheet(replace(MIXER, goals=(Goal(GoalKind.LEARN, 21),))).tally_rows == ()


def test_the_pitch_the_competitor_and_the_room() -> None:
    sheet = compose_prep_sheet(MIXER)
    assert sheet.pitch == PitchBlock("My one minute", "54 s", "Inbox to zero", ("word " * 131).strip())
    assert sheet.competitor == Note(
        "Competitor in the room:",
        "Sam Carter. Keep your line. Different because: I work in the shop for a day first.",
    )
    assert sheet.room == (
        RoomLine("Learn from 6–8 people, not 20", 8),
        RoomLine("Leave with 2–4 solid contacts", 4),
    )
    assert sheet.first_ask == "First ask: “Who would be a good introduction for you?”"


def test_people_to_meet_and_empty_rows_for_cards() -> None:
    sheet = compose_prep_sheet(MIXER)
    assert sheet.people == (
        PersonRow("Ravi Menon", 2, "Menon Accountancy", "Serves 40 retailers", "Intro to Hannah", "Who?"),
        PersonRow("Tom Okafor", 0, "Okafor Legal · new", "", "", ""),
        PersonRow("Head of Retail 27", None, "not yet a contact", "", "", ""),
    )
    assert sheet.card_rows == 8
    assert compose_prep_sheet(MIXER, replace(DEFAULT_SETTINGS, card_rows=3)).card_rows == 3


def test_a_bare_event_leaves_out_what_is_not_there() -> None:
    sheet = compose_prep_sheet(BARE, replace(DEFAULT_SETTINGS, first_ask=""))
    assert sheet.title == "Event without a name"
    assert sheet.meta == "Tuesday 24 November 2026, 17:30"
    assert (sheet.purpose, sheet.goals, sheet.pitch, sheet.competitor, sheet.people) == (
        "",
        (),
        None,
        None,
        (),
    )
    assert (sheet.people_heading, sheet.people_columns, sheet.first_ask) == ("", (), "")
    assert len(sheet.room) == 2
    assert compose_prep_sheet(replace(BARE, competitors=("Ann",))).competitor == Note(
        "Competitor in the room:", "Ann. Keep your line; say what you do differently."
    )
    assert compose_pocket_sheet(BARE).pitch is None


def test_the_pocket_sheet_is_shorter_and_says_what_it_leaves_out() -> None:
    many = replace(MIXER, people=tuple(SheetPerson(f"Person {number}", "Firm") for number in range(9)))
    pocket = compose_pocket_sheet(many)
    assert len(pocket.people) == 6
    assert pocket.people_heading == "People to meet (and 3 more)"
    assert all(not row.beneath and not row.why for row in pocket.people)
    assert all(not goal.then for goal in pocket.goals)
    assert pocket.pitch is not None
    assert len(pocket.pitch.text) <= 222
    assert pocket.card_rows == 4
    assert compose_pocket_sheet(MIXER).people_heading == "People to meet"


def test_texts_for_a_sheet() -> None:
    assert clean_text(" a\n\tb\x00\u202ec ") == "a bc"
    assert clean_text("👩\u200d💻") == "👩\u200d💻"
    assert clean_text("x" * 5_000_000) == "x" * (LONGEST_TEXT - 1) + "…"
    assert lower_verb("Email: each") == "email: each"
    assert lower_verb("Ellen: coffee") == "Ellen: coffee"
    assert shortened("one two three", 8) == "one two …"
    assert shortened("onetwothree", 5) == "onetw …"
    assert shortened("one", 5) == "one"


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in _texts(part)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in _texts(getattr(value, field.name))]
    return []


@given(text=st.text(), count=st.none() | st.integers(-3, 60), level=st.none() | st.integers(1, 5))
def test_any_text_becomes_plain_lines(text: str, count: int | None, level: int | None) -> None:
    event = replace(
        MIXER,
        title=text,
        place=text,
        host=text,
        goals=tuple(Goal(kind, count, text, text) for kind in GoalKind),
        pitch=SheetPitch(PitchKind.SENTENCE, text, text, text),
        people=(SheetPerson(text, text, text, level, text, text, text),),
        competitors=(text,),
    )
    for sheet in (compose_prep_sheet(event), compose_pocket_sheet(event)):
        assert sheet.title
        assert all(line == " ".join(line.split(" ")) and "\n" not in line for line in _texts(sheet))
        assert all(0 <= goal.boxes <= 20 for goal in sheet.goals)
        assert all(ord(char) >= 32 for line in _texts(sheet) for char in line)

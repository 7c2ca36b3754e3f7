"""What stands on the printed audit of a group."""

from dataclasses import fields, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netdesk.method.audit_sheet import AuditInput, AuditMember, compose_audit_sheet
from netdesk.method.group_worth import GroupYear
from netdesk.method.groups import FeePer, Mark, share
from netdesk.method.prep_sheet_last_time import Note

PRINTED = date(2026, 11, 22)
CLUB = AuditInput(
    group="Breakfast Club",
    why="Learn from owners of shops",
    rhythm="weekly, Fridays 07:00",
    place="The Old Mill",
    since="member since Feb 2024",
    fee=780.0,
    fee_per=FeePer.YEAR,
    currency="GBP",
    members=(
        AuditMember("Sam Carter", "Carter VA", 5, frozenset(Mark), None, "Says whom she cannot take"),
        AuditMember("Ravi Menon", "Menon Accountancy", 2, frozenset({Mark.KNOW}), date(2026, 11, 24)),
        AuditMember("Sue Walsh"),
    ),
    shares={mark: share(2 if mark is Mark.KNOW else 1, 3) for mark in Mark},
    year=GroupYear(((780.0, "GBP"),), 96.0, False, 6, 5),
    verdict="You know the room; you have not helped it yet.",
    next_names=("Sue Walsh", "Joe Prentice"),
    next_sentence="members for over six months whom you have never sat down with.",
    printed_on=PRINTED,
)


def money(amount: float, _currency: str) -> str:
    return f"£{amount:,.0f}"


def test_the_head_says_what_the_group_is_and_costs() -> None:
    sheet = compose_audit_sheet(CLUB, money)
    assert (sheet.title, sheet.aside, sheet.beneath) == ("Breakfast Club", "WOULD I STAY?", "3 members")
    assert sheet.meta == "weekly, Fridays 07:00 · The Old Mill · member since Feb 2024 · £780 a year"
    assert sheet.why == Note("Why I go:", "Learn from owners of shops")
    assert sheet.footer == "Printed from NetDesk · 22 November 2026"


def test_the_verdict_stands_in_bold_before_the_figures() -> None:
    sheet = compose_audit_sheet(CLUB, money)
    assert sheet.worth == Note(
        "You know the room; you have not helped it yet.",
        "£780 and 96 h a year. You gave 6 referrals and received 5.",
    )
    assert [(one.figure, one.words) for one in sheet.shares] == [
        ("67%", "of 3 members I know"),
        ("33%", "had a one-to-one"),
        ("33%", "I have used their services"),
        ("33%", "I have referred to"),
        ("33%", "have referred to me"),
    ]


def test_each_member_has_five_boxes_and_a_planned_one_to_one_its_day() -> None:
    rows = compose_audit_sheet(CLUB, money).rows
    assert [(row.name, row.beneath, row.pips, row.booked) for row in rows] == [
        ("Sam Carter", "Carter VA", 5, ""),
        ("Ravi Menon", "Menon Accountancy", 2, "Tue"),
        ("Sue Walsh", "", 0, ""),
    ]
    assert [row.ticked for row in rows] == [(True,) * 5, (True, False, False, False, False), (False,) * 5]


def test_the_next_one_to_ones_and_what_was_learned_are_told() -> None:
    sheet = compose_audit_sheet(CLUB, money)
    assert sheet.following == Note(
        "Next one-to-ones:",
        "Sue Walsh, Joe Prentice – members for over six months whom you have never sat down with.",
    )
    assert [(row.name, row.text) for row in sheet.learned] == [("Sam Carter", "Says whom she cannot take")]
    assert sheet.empty_lines == 3


def test_a_group_without_members_leaves_the_table_out() -> None:
    sheet = compose_audit_sheet(replace(CLUB, members=(), next_names=(), why=" ", fee=None), money)
    assert (sheet.shares, sheet.columns, sheet.rows, sheet.following) == ((), (), (), None)
    assert sheet.why is None
    assert sheet.meta == "weekly, Fridays 07:00 · The Old Mill · member since Feb 2024"


@given(st.text(max_size=50), st.text(max_size=3_000))
def test_every_text_is_one_line_of_a_sensible_length(name: str, long: str) -> None:
    wild = replace(CLUB, group=name, why=long, members=(AuditMember(name, long, 1, frozenset(), None, long),))
    sheet = compose_audit_sheet(wild, money)
    for field in fields(sheet):
        value = getattr(sheet, field.name)
        if isinstance(value, str):
            assert "\n" not in value
    assert sheet.title
    assert all(row.name and len(row.beneath) <= 2_000 for row in sheet.rows)
    assert all(len(row.text) <= 402 for row in sheet.learned)

"""Members not known yet, on the sheet for their group's meeting."""

from netdesk.method.prep_sheet_members import (
    MemberBox,
    NotKnown,
    SheetMember,
    fewer_boxes,
    member_boxes,
    members_note,
)

NAMES = (
    "Marta Lindqvist",
    "Ken Oduya",
    "Sue Walsh",
    "Joe Prentice",
    "Aoife Byrne",
    "Dina Haddad",
    "Olga Novák",
)


def club(count: int) -> NotKnown:
    return NotKnown("Breakfast Club", tuple(SheetMember(NAMES[n % 7], f"Firm {n}") for n in range(count)))


def test_the_heading_names_the_group_and_every_member_has_a_box() -> None:
    boxes = member_boxes(club(2))
    assert boxes is not None
    assert (boxes.heading, boxes.beside) == ("Not known yet in Breakfast Club", "write down what they do")
    assert boxes.boxes == (MemberBox("Marta Lindqvist", "Firm 0"), MemberBox("Ken Oduya", "Firm 1"))


def test_at_most_eight_are_asked_at_one_meeting() -> None:
    boxes = member_boxes(club(11))
    assert boxes is not None
    assert (len(boxes.boxes), boxes.more) == (8, 3)
    assert boxes.beside == "write down what they do; 3 more another time"
    fewer = fewer_boxes(boxes, 2)
    assert (len(fewer.boxes), fewer.more) == (2, 9)
    assert fewer.beside == "write down what they do; 9 more another time"
    assert fewer_boxes(fewer, 4) == fewer


def test_nothing_stands_there_without_a_group_or_when_all_are_known() -> None:
    assert member_boxes(None) is None
    assert member_boxes(NotKnown("Breakfast Club")) is None
    assert members_note(None) is None


def test_the_pocket_names_them_in_a_sentence() -> None:
    def said(count: int) -> str:
        note = members_note(member_boxes(club(count)))
        assert note is not None
        return f"{note.bold} {note.text}"

    assert said(1) == "Not known yet: Marta Lindqvist."
    assert said(2) == "Not known yet: Marta Lindqvist and Ken Oduya."
    assert said(11) == (
        "Not known yet: Marta Lindqvist, Ken Oduya, Sue Walsh, Joe Prentice, Aoife Byrne and 6 more."
    )


def test_names_with_control_letters_come_clean_and_none_is_nameless() -> None:
    boxes = member_boxes(NotKnown("A\x00B\n", (SheetMember("\x07"), SheetMember("Ana\nLiu", "x" * 5_000))))
    assert boxes is not None
    assert boxes.heading == "Not known yet in AB"
    assert [box.name for box in boxes.boxes] == ["Somebody", "Ana Liu"]
    assert len(boxes.boxes[1].beneath) == 2_000

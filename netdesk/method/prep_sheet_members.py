"""What the prep sheet of a group's meeting says of members not known yet: whom to ask what they do (method §6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netdesk.method.prep_sheet_last_time import Note
from netdesk.method.sheet_text import clean_text

MOST_MEMBERS = 8
_IN_A_NOTE = 5


@dataclass(frozen=True, slots=True)
class SheetMember:
    """A member of the group whose trade is not known."""

    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The group that meets, and its members not known yet, the longest in it first."""

    group: str
    members: tuple[SheetMember, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberBox:
    """A member to tick once they were asked: the name, and the firm beneath."""

    name: str
    beneath: str


@dataclass(frozen=True, slots=True)
class MemberBoxes:
    """The part of the sheet: its heading, what to write beside it, the boxes, and how many more there are."""

    heading: str
    beside: str
    boxes: tuple[MemberBox, ...]
    more: int


def member_boxes(not_known: NotKnown | None) -> MemberBoxes | None:
    """Return the boxes of at most eight members; None where there is no group, or all of it is known."""
    if not_known is None or not not_known.members:
        return None
    shown = not_known.members[:MOST_MEMBERS]
    boxes = tuple(
        MemberBox(clean_text(one.name) or "Somebody", clean_text(one.organisation)) for one in shown
    )
    group = clean_text(not_known.group) or "this group"
    more = len(not_known.members) - len(shown)
    beside = "write down what they do" + (f"; {more} more another time" if more else "")
    return MemberBoxes(f"Not known yet in {group}", beside, boxes, more)


def fewer_boxes(boxes: MemberBoxes, most: int) -> MemberBoxes:
    """Return the same part with at most so many boxes."""
    left = len(boxes.boxes) + boxes.more - most
    if len(boxes.boxes) <= most:
        return boxes
    return MemberBoxes(
        boxes.heading, f"write down what they do; {left} more another time", boxes.boxes[:most], left
    )


def members_note(boxes: MemberBoxes | None) -> Note | None:
    """Return the same in a sentence for the pocket: "Not known yet: Marta Lindqvist, Ken Oduya and 3 more."."""
    if boxes is None:
        return None
    names = [box.name for box in boxes.boxes[:_IN_A_NOTE]]
    more = len(boxes.boxes) + boxes.more - len(names)
    return Note("Not known yet:", f"{listed(names)} and {more} more." if more else f"{listed(names, 'and')}.")


def listed(names: Sequence[str], last: str = "") -> str:
    """Write names one after the other: "A, B and C" with ``last`` as "and"."""
    if not last or len(names) < 2:
        return ", ".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"

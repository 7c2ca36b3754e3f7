"""Where things stand in a row of the tray: one measure for the heading, the painter and the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import TrayRow
from netdesk.ui.theme.metrics import Type, metrics
from netdesk.ui.widgets.chip import chip_size

ROW_HEIGHT = 54
_EDGE = 14
_BOX = 18
_AVATAR = 32
_GAP = 12
_MARK = 26
_NARROW = 640
_AGE = 66
_BUTTON_HEIGHT = 28
_BUTTON_PAD = 11
PLAN_LABEL = "Follow up…"
LET_GO_LABEL = "Let go"


class Part(StrEnum):
    """A part of a row that can be pressed."""

    BOX = "box"
    PLAN = "plan"
    LET_GO = "let_go"
    PICTURE = "picture"
    STAR = "star"


@dataclass(frozen=True, slots=True)
class Columns:
    """The boxes of one row. ``narrow``: the event stands in the second line beside the firm."""

    narrow: bool
    box: QRect
    avatar: QRect
    who: QRect
    met: QRect
    plan: QRect
    chip: QRect
    picture: QRect
    star: QRect


def columns(rect: QRect, *, events: bool) -> Columns:
    """Measure a row; ``events``: it says of which event the card is."""
    sizes = metrics()
    gap, side, mark = sizes.px(_GAP), sizes.px(_BOX), sizes.px(_MARK)
    narrow = rect.width() < sizes.px(_NARROW)
    left, right = rect.left() + sizes.px(_EDGE), rect.right() + 1 - sizes.px(_EDGE - 4)
    middle = rect.top() + rect.height() // 2

    def square(start: int, width: int) -> QRect:
        return QRect(start, middle - width // 2, width, width)

    box = square(left, side)
    avatar = square(box.right() + 1 + gap, sizes.px(_AVATAR))
    star = square(right - mark, mark)
    picture = square(star.left() - mark, mark)
    chip_width = max(chip_size(state.label).width() for state in CardState)
    chip_left = picture.left() - chip_width - sizes.px(4)
    chip = QRect(chip_left, rect.top(), chip_width, rect.height())
    start = avatar.right() + 1 + sizes.px(10)
    room = chip_left - gap - start
    fixed = narrow or not events
    met_width = sizes.px(_AGE) if fixed else round(room * 0.27)
    rest = room - met_width - 2 * gap
    who_width = round(rest * (0.48 if fixed else 0.42))

    def column(begin: int, width: int) -> QRect:
        return QRect(begin, rect.top(), max(0, width), rect.height())

    who = column(start, who_width)
    met = column(start + who_width + gap, met_width)
    plan_left = met.right() + 1 + gap
    return Columns(
        narrow, box, avatar, who, met, column(plan_left, chip_left - gap - plan_left), chip, picture, star
    )


def plan_buttons(plan: QRect) -> tuple[QRect, QRect]:
    """The room of *Follow up…* and of *Let go* in the column of a card with no plan; the second may be empty."""
    sizes = metrics()
    ruler = QFontMetrics(sizes.font(Type.SECONDARY_MEDIUM))
    height = sizes.px(_BUTTON_HEIGHT)
    top = plan.top() + (plan.height() - height) // 2
    width = min(ruler.horizontalAdvance(PLAN_LABEL) + 2 * sizes.px(_BUTTON_PAD), plan.width())
    follow_up = QRect(plan.left(), top, width, height)
    left = follow_up.right() + 1 + sizes.px(4)
    second = ruler.horizontalAdvance(LET_GO_LABEL) + 2 * sizes.px(8)
    if left + second > plan.right() + 1:
        return follow_up, QRect()
    return follow_up, QRect(left, top, second, height)


def parts(rect: QRect, row: TrayRow, *, events: bool) -> dict[Part, QRect]:
    """What of a row can be pressed, and where."""
    found = columns(rect, events=events)
    tall = QRect(found.box.left() - _EDGE, rect.top(), found.box.width() + 2 * _EDGE - 4, rect.height())
    pressed = {Part.BOX: tall, Part.STAR: found.star}
    if row.photo:
        pressed[Part.PICTURE] = found.picture
    if row.state is CardState.NO_PLAN and not row.in_bin:
        pressed[Part.PLAN], pressed[Part.LET_GO] = plan_buttons(found.plan)
    return pressed

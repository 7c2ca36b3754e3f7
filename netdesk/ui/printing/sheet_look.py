"""The sizes a sheet is set in, and how it gets tighter without its type becoming smaller."""

from __future__ import annotations

from dataclasses import dataclass, replace

from netdesk.ui.printing.marks import Ink
from netdesk.ui.printing.typesetting import Style


@dataclass(frozen=True, slots=True)
class Look:
    """The sizes of one sheet; ``card_row`` is the height of a row to write in.

    ``air`` scales the empty space, never the type: 1 is roomy, less is tighter.
    """

    title: Style
    heading: Style
    strong: Style
    body: Style
    pitch: Style
    small: Style
    label: Style
    faint: Style
    box: float
    box_step: float
    pip: float
    card_row: float
    most_lines: int
    air: float = 1

    def space(self, pixels: float) -> float:
        """Give an empty space, as tight as the sheet is."""
        return pixels * self.air

    def tighter(self, air: float) -> Look:
        """Give the same type with less air: half as much is lost by rows to write in, a third between lines."""
        lost = 1 - air

        def closer(style: Style) -> Style:
            return replace(style, line=style.line_height * (1 - lost / 3))

        return replace(
            self,
            air=air,
            card_row=self.card_row * (1 - lost / 2),
            strong=closer(self.strong),
            body=closer(self.body),
            pitch=closer(self.pitch),
            small=closer(self.small),
            faint=closer(self.faint),
        )


SHEET_LOOK = Look(
    title=Style(24, 600, 30),
    heading=Style(15, 600, 20),
    strong=Style(13, 600, 18),
    body=Style(13, 400, 19),
    pitch=Style(13, 400, 20),
    small=Style(11.5, 400, 16.5),
    label=Style(11, 600, 16, Ink.GREY),
    faint=Style(11, 400, 16, Ink.GREY),
    box=13,
    box_step=17,
    pip=7,
    card_row=29,
    most_lines=12,
)

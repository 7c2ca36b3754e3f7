"""The menu on the cards chosen: all that can be done with them, with the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from netdesk.method.follow_ups import CardState
from netdesk.services.card_tray import TrayRow
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.row_menu import Entry


@dataclass(frozen=True, slots=True)
class CardDeeds:
    """What the menu can do; ``do`` takes the name of a deed, ``templates`` are lines of their own."""

    do: Callable[[str], None]
    show_picture: Callable[[], None]
    take_back: Callable[[], None]
    templates: Sequence[Entry | None]


def card_entries(row: TrayRow, cards: int, deeds: CardDeeds, *, binned: bool) -> list[Entry | None]:
    """The lines for one card (``row``) or for several."""
    several = cards > 1

    def entry(words: str, deed: str, glyph: str, key: str) -> Entry:
        return Entry(words, partial(deeds.do, deed), glyph, key)

    entries: list[Entry | None] = []
    if not binned:
        what = f"Follow up with {cards:,} people…" if several else "Follow up…"
        if row.state is CardState.PLANNED and not several:
            what = "Change the plan…"
        entries += [entry(what, "plan", Icon.FOLLOW_UP, "Return"), *deeds.templates]
        if several or row.state is CardState.PLANNED:
            entries += [entry("Done", "done", Icon.DONE, "D"), entry("Move to…", "move", Icon.DATE, "M")]
        entries.append(None)
    if not several:
        entries.append(entry("Open the person", "person", Icon.PERSON, "O"))
        if row.event_id is not None:
            entries.append(entry("Open the event", "event", Icon.EVENTS, "E"))
        if row.photo:
            entries.append(Entry("Show the picture of the card", deeds.show_picture, Icon.PICTURE))
    words = "Solid or not" if several else ("Not a solid contact" if row.solid else "A solid contact")
    entries.append(entry(words, "solid", Icon.WORTH, "S"))
    if not binned:
        entries.append(None)
        if row.state is CardState.LET_GO:
            entries.append(Entry("Take back: it wants a plan", deeds.take_back, Icon.UNDO))
        if several or row.state in (CardState.NO_PLAN, CardState.PLANNED):
            entries.append(entry("Let go…", "let_go", "", "L"))
    return entries

"""The pictures of Wins: the table, a win that is typed, the filter, and the card with all of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.app.tour.deeds import Scene, go, press, run, then, type_words

if TYPE_CHECKING:
    from netdesk.ui.pages.wins.page import WinsPage


def _page(program: Program) -> WinsPage:
    from netdesk.ui.pages.wins.page import WinsPage

    page = program.window.page("wins")
    assert isinstance(page, WinsPage)
    return page


def _tab(program: Program) -> None:
    """Go on to the next cell, taking the offer that is lit."""
    _page(program).entry.editor.focusNextPrevChild(True)
    settle(0)


def _clear(program: Program) -> None:
    """Take away what was typed."""
    page = _page(program)
    page.entry.give_back()
    page.new.row.clear()


def _second(program: Program) -> None:
    """Open the card of the second win."""
    page = _page(program)
    page.deeds.open_form(page.rows.id_at(1))


def _narrowed(program: Program) -> None:
    """Narrow the table to one word."""
    page = _page(program)
    page.start_search()
    page.filter.search.setText("breakfast")
    settle(0)
    press(Qt.Key.Key_Return)(program)


def _all(program: Program) -> None:
    """Show all wins again."""
    page = _page(program)
    page.filter.clear()
    page.filter.hide()


_TYPED = (
    type_words("Desk for a surgery"), _tab, type_words("ret"), _tab, type_words("1.2k"), _tab,
    type_words("2"), press(Qt.Key.Key_Tab), type_words("ol"),
)  # fmt: skip

WIN_SCENES: tuple[Scene, ...] = (
    Scene("wins", go("wins")),
    Scene("wins-typing", then(go("wins"), run("wins.write"), *_TYPED), _clear),
    Scene(
        "wins-refused",
        then(go("wins"), run("wins.write"), type_words("Desk"), _tab, _tab, type_words("a lot"), _tab),
        _clear,
    ),
    Scene("wins-filter", then(go("wins"), _narrowed), _all),
    Scene("wins-form", then(go("wins"), _second)),
)

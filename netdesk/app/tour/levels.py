"""The pictures of the rhythm and the levels: not now, who is ready, a person's levels, and what a level asks for."""

from __future__ import annotations

from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.app.tour.deeds import Deed, Scene, go, open_person, then


def _not_now(program: Program) -> None:
    """Open the days for the first one who is going cold."""
    from netdesk.ui.pages.today.cold_row import ColdRow

    row = program.window.page("today").findChildren(ColdRow)[0]
    row.setFocus()
    row.offer_days()


def _until_a_day(program: Program) -> None:
    """Open the card that asks for a day of one's choice."""
    from netdesk.ui.pages.person.snooze_form import open_snooze_form
    from netdesk.ui.pages.today.cold_row import ColdRow

    row = program.window.page("today").findChildren(ColdRow)[0]
    open_snooze_form(program.window.shell, (row.key[1],))


def _ready(program: Program) -> None:
    """Show who is ready to move up, in the list."""
    program.window.shell.go("contacts", ready=True)


def _everybody(program: Program) -> None:
    """Show everybody in the list again."""
    from netdesk.ui.pages.contacts.page import ContactsPage

    page = program.window.page("contacts")
    assert isinstance(page, ContactsPage)
    page.side.clear_filters()


def _tab(name: str) -> Deed:
    """Choose a tab of the person who is shown."""

    def enter(program: Program) -> None:
        from netdesk.ui.pages.person.tabs import PersonTabs

        settle(0)
        for tabs in program.window.findChildren(PersonTabs):
            tabs.choose(name)

    return enter


def _level(number: int) -> Deed:
    """Open the settings of a level."""

    def enter(program: Program) -> None:
        from netdesk.ui.pages.board.page import BoardPage

        page = program.window.page("board")
        assert isinstance(page, BoardPage)
        page.level_settings.show(number)

    return enter


_GRACE = open_person("Grace Adeyemi")

LEVEL_SCENES: tuple[Scene, ...] = (
    Scene("today-not-now", then(go("today"), _not_now)),
    Scene("today-until-a-day", then(go("today"), _until_a_day)),
    Scene("contacts-ready", _ready, _everybody),
    Scene("person-levels", then(_GRACE, _tab("levels")), _tab("timeline")),
    Scene("level-evidence", then(go("board"), _level(3))),
)

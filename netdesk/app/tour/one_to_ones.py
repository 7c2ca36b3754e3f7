"""The pictures of one-to-ones: the page, the cards for before and after, a person's tab, the sheet."""

from __future__ import annotations

from netdesk.app.compose import Program
from netdesk.app.tour.camera import settle
from netdesk.app.tour.deeds import Deed, Scene, open_person, person, then
from netdesk.services.one_to_one_lists import upcoming
from netdesk.ui.pages.person.tabs import ONE_TO_ONES, PersonTabs

_SEVERAL = ("Aoife Byrne", "Joe Prentice", "Marta Lindqvist")


def _list(view: str) -> Deed:
    return lambda program: program.window.shell.go("one_to_ones", view=view)


def _plan(*names: str) -> Deed:
    def enter(program: Program) -> None:
        from netdesk.ui.one_to_ones.plan_form import open_one_to_one_form

        open_one_to_one_form(program.window.shell, [person(program, name) for name in names])

    return enter


def _how_was_it(program: Program) -> None:
    """Open the card for afterwards, with some of it written."""
    from netdesk.method.one_to_ones import LEARNED_FIELDS
    from netdesk.ui.one_to_ones.held_form import HeldForm, open_held_form

    first = upcoming(program.workspace, program.window.shell.now())[0]
    form = open_held_form(program.window.shell, first.id)
    if isinstance(form, HeldForm):
        form.outcome.set_chosen(0)
        form.words.setPlainText("Half his clients are shops that lose the evening to email.\nPlays chess.")
        form.kept.put(LEARNED_FIELDS[5].name, "Plays chess")
        form.mine.rows[0][0].setText("Introduce him to Hannah Weiss")
        form.mine.rows[0][1].set_date(program.window.shell.today().replace(day=27))


def _sheet(program: Program) -> None:
    from netdesk.ui.printing.one_to_one_sheet_window import open_one_to_one_sheet

    first = upcoming(program.workspace, program.window.shell.now())[0]
    open_one_to_one_sheet(program.window.shell, first.id)


def _tab(name: str) -> Deed:
    def enter(program: Program) -> None:
        settle(0)
        for tabs in program.window.findChildren(PersonTabs):
            tabs.choose(name)

    return enter


_GRACE = open_person("Grace Adeyemi")

ONE_TO_ONE_SCENES: tuple[Scene, ...] = (
    Scene("one-to-ones", _list("upcoming")),
    Scene("one-to-ones-held", _list("held")),
    Scene("one-to-ones-never", _list("never")),
    Scene("one-to-one-plan", then(_GRACE, _plan("Grace Adeyemi"))),
    Scene("one-to-one-plan-several", then(_list("never"), _plan(*_SEVERAL))),
    Scene("one-to-one-held", then(_list("upcoming"), _how_was_it)),
    Scene("one-to-one-print", then(_list("upcoming"), _sheet)),
    Scene("person-one-to-ones", then(_GRACE, _tab(ONE_TO_ONES)), _tab("timeline")),
)

"""The card with all of a win: fields, chains with shares, what was typed and not saved."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from netdesk.method.sources import Source
from netdesk.method.thanks import Thank
from netdesk.services.wins import read_draft
from netdesk.ui.pages.wins.win_form import WinForm, open_win_form
from tests.support.wins_window import WinsWindow

KEY = Qt.Key


def test_all_of_a_win_is_shown_and_kept_anew(opened: WinsWindow) -> None:
    win = opened.wins()[1]
    open_win_form(opened.shell, win.id)
    opened.sheet(WinForm).keep_button.click()
    assert opened.said() == "", "nothing was changed: there is nothing to undo"
    open_win_form(opened.shell, win.id)
    form = opened.sheet(WinForm)
    assert form.texts() == {
        "title": "Monthly support", "client": "Mill Street Gifts", "value": form.value.text(),
        "thanks": "Sam Carter → Nadia Rahman", "how": "", "place": "", "note": "",
    }  # fmt: skip
    assert "2,400" in form.value.text()
    assert form.meaning.text() == "Network referral: you were introduced before they had a need."
    sam, nadia = form.weights.fields()
    assert [field.text() for field in (sam, nadia)] == ["1", "1"]
    sam.setFocus()
    opened.key(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    opened.type("3")
    form.source.setFocus()
    opened.type("1")
    form.note.setPlainText("She asked twice")
    form.place.setFocus()
    opened.type("break")
    opened.key(KEY.Key_Return)
    assert form.place.text() == "Breakfast Club"
    form.keep_button.click()
    kept = read_draft(opened.workspace, win.id)
    assert [one.weight for chain in kept.thanks for one in chain] == [3.0, 1.0]
    assert (kept.source, kept.note, kept.group_id) == (
        Source.REFERRAL,
        "She asked twice",
        opened.ids["group"],
    )
    assert opened.said() == "Saved."
    opened.shell.undo()
    assert read_draft(opened.workspace, win.id).note == ""


def test_what_cannot_be_kept_is_said_at_its_field(opened: WinsWindow) -> None:
    open_win_form(opened.shell)
    form = opened.sheet(WinForm)
    form.keep_button.click()
    assert form.trouble.text().startswith("What was won?")
    form.what.setText("Desk move")
    form.day.setFocus()
    opened.key(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    opened.type("someday")
    form.keep_button.click()
    assert form.trouble.text().startswith("When was it won?")
    form.day.set_date(date(2026, 3, 4))
    form.thanks.setText("Olga Petrova, Ken Oduya")
    _, ken = form.weights.fields()
    ken.setFocus()
    opened.key(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    opened.type("much")
    form.keep_button.click()
    assert form.trouble.text().startswith("“much” is no share.")
    ken.setFocus()
    opened.key(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    opened.type("70%")
    form.keep_button.click()
    row = opened.wins()[4]
    assert (row.title, row.won_on) == ("Desk move", date(2026, 3, 4))
    assert [(one.name, one.person_id, one.weight) for one in row.people] == [
        ("Olga Petrova", opened.ids["Olga"], 1.0),
        ("Ken Oduya", None, 70.0),
    ]


def test_a_preset_fills_the_card_and_what_was_typed_survives_closing_it(opened: WinsWindow) -> None:
    nadia = opened.ids["Nadia"]
    open_win_form(opened.shell, None, thanks=((Thank("Nadia Rahman", nadia),),), event_id=opened.ids["event"])
    form = opened.sheet(WinForm)
    assert (form.thanks.text(), form.place.text()) == ("Nadia Rahman", "Founders' evening")
    assert form.state() == {}, "nothing was typed yet"
    form.what.setText("Half a thought")
    opened.key(KEY.Key_Escape)
    assert opened.said() == "The win is not written down yet."
    opened.shell.says._acted("Go on")
    again = opened.sheet(WinForm)
    assert (again.what.text(), again.place.text()) == ("Half a thought", "Founders' evening")
    again.keep_button.click()
    kept = opened.wins()[0]
    assert (kept.title, kept.event_id, kept.people[0].person_id) == (
        "Half a thought",
        opened.ids["event"],
        nadia,
    )


def test_a_win_goes_to_the_bin_from_its_card(opened: WinsWindow) -> None:
    win = opened.wins()[2]
    open_win_form(opened.shell, win.id)
    form = opened.sheet(WinForm)
    next(one for one in form.findChildren(type(form.keep_button)) if one.text() == "Move to the bin").click()
    assert opened.said() == "Moved “Rota tidy-up” to the bin"
    assert win.id not in [row.id for row in opened.wins()]


def test_thanking_is_planned_after_what_was_changed_is_kept(opened: WinsWindow) -> None:
    win = opened.wins()[0]
    open_win_form(opened.shell, win.id)
    form = opened.sheet(WinForm)
    form.how.setText("over coffee")
    form.thank_button.click()
    QApplication.processEvents()
    assert read_draft(opened.workspace, win.id).how == "over coffee"
    assert opened.shell.is_covered(), "the card that plans a thank-you is open"

"""Whom a person knows: noted on a card, read from both sides, forgotten and brought back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.method.relations import RelationKind
from netdesk.method.rhythm import InteractionKind
from netdesk.services.bulk import to_bin
from netdesk.services.conversations import Conversation, log_conversation
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.relations import RelationDraft, add_relation, relations_of
from netdesk.services.selection import Selection
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.person.map.way_line import WayLine
from netdesk.ui.pages.person.relation_form import RelationForm, add_relation_form, edit_relation_form
from tests.support.person_window import TODAY, PersonWindow
from tests.support.seen import choose


@pytest.fixture
def nadia(workspace: Workspace) -> int:
    return new_person(
        workspace, PersonDraft(given="Nadia", family="Rahman", organisation="Rahman Consulting")
    )


def form(opened: PersonWindow) -> RelationForm:
    shown = [one for one in opened.window.findChildren(RelationForm) if one.isVisible()]
    assert len(shown) == 1
    return shown[0]


def rows(opened: PersonWindow) -> list[str]:
    return [row.accessibleName() for row in opened.view.about.knows.rows()]


def test_whom_they_know_is_noted_on_a_card_and_shown_on_both_pages(
    opened: PersonWindow, workspace: Workspace, grace: int, nadia: int, qtbot: QtBot
) -> None:
    opened.view.about.knows.add_button.click()
    card = form(opened)
    assert card.other.hasFocus()
    card.how.setCurrentText("Has as a client")
    qtbot.keyClicks(card.other, "Nadia R")
    qtbot.keyClick(card.other, Qt.Key.Key_Return)
    assert opened.said() == "Noted: Grace Adeyemi and Nadia R"
    assert rows(opened) == ["Sam Carter introduced us", "Nadia Rahman Grace’s client"]
    opened.show(nadia)
    assert rows(opened) == ["Grace Adeyemi has Nadia as a client"]
    assert relations_of(workspace, grace)[0].kind is RelationKind.CLIENT_OF


def test_own_words_ask_for_both_sides_and_are_asked_for_only_then(
    opened: PersonWindow, workspace: Workspace, nadia: int
) -> None:
    opened.view.about.knows.add()
    card = form(opened)
    assert not card.words.isVisible()
    card.how.setCurrentText("In your own words")
    assert card.words.isVisible()
    assert card.inverse.isVisible()
    card.other.set_choice(nadia, "Nadia Rahman")
    card.keep_button.click()
    assert "A word or two is enough" in card.trouble.text()
    assert card.words.property("wrong")
    card.words.setText("sings with")
    card.keep_button.click()
    assert rows(opened)[-1] == "Nadia Rahman sings with"


def test_what_cannot_be_is_said_on_the_card(opened: PersonWindow, grace: int, sam: int, nadia: int) -> None:
    opened.view.about.knows.add()
    card = form(opened)
    card.keep_button.click()
    assert "Whom do they know?" in card.trouble.text()
    card.other.set_choice(sam, "Sam Carter")
    card.how.setCurrentText("Introduced")
    card.keep_button.click()
    assert "round in a circle: Sam Carter introduced Grace Adeyemi" in card.trouble.text()
    card.how.setCurrentText("Introduced by")
    card.keep_button.click()
    assert "noted already" in card.trouble.text()
    assert card.other.property("wrong")


def test_a_relation_is_changed_and_forgotten_from_its_row(
    opened: PersonWindow, workspace: Workspace, grace: int, nadia: int
) -> None:
    add_relation(workspace, RelationDraft(nadia, grace, RelationKind.CLIENT_OF))
    opened.show(grace)
    row = opened.view.about.knows.rows()[1]
    assert [entry.text for entry in row.entries() if entry is not None] == [
        "Open Nadia Rahman",
        "Edit “Nadia Rahman: client of Grace Adeyemi”…",
        "Forget it",
    ]
    next(entry for entry in row.entries() if entry is not None and entry.text.startswith("Edit")).run()
    card = form(opened)
    assert (card.how.currentText(), card.other.text()) == ("Has as a client", "Nadia Rahman")
    card.how.setCurrentText("Partner of")
    card.keep_button.click()
    assert rows(opened)[1] == "Nadia Rahman Grace’s partner"
    row = opened.view.about.knows.rows()[1]
    row.setFocus()
    QApplication.processEvents()
    next(entry for entry in row.entries() if entry is not None and entry.text.startswith("Forget")).run()
    assert rows(opened) == ["Sam Carter introduced us"]
    assert opened.view.about.knows.add_button.hasFocus()
    opened.shell.undo()
    assert rows(opened)[1] == "Nadia Rahman Grace’s partner"


def test_delete_on_a_row_forgets_what_was_noted_and_how_we_met_stays(
    opened: PersonWindow, workspace: Workspace, grace: int, nadia: int, qtbot: QtBot
) -> None:
    add_relation(workspace, RelationDraft(nadia, grace, RelationKind.KNOWS))
    opened.show(grace)
    first, second = opened.view.about.knows.rows()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert len(rows(opened)) == 2
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    assert rows(opened) == ["Sam Carter introduced us"]
    assert opened.said() == "Forgot that: Nadia Rahman: knows Grace Adeyemi"


def test_the_other_side_of_own_words_is_edited_from_there(
    opened: PersonWindow, workspace: Workspace, grace: int, nadia: int
) -> None:
    number = add_relation(
        workspace, RelationDraft(nadia, grace, RelationKind.OWN, "rents from", "landlord of")
    )
    edit_relation_form(opened.shell, grace, number)
    card = form(opened)
    assert (card.words.text(), card.inverse.text()) == ("landlord of", "rents from")
    card.keep_button.click()
    kept = relations_of(workspace, grace)[0]
    assert (kept.person.id, kept.words, kept.inverse) == (grace, "landlord of", "rents from")


def test_what_was_typed_on_a_card_that_is_closed_can_be_gone_on_with(
    opened: PersonWindow, grace: int, nadia: int
) -> None:
    card = add_relation_form(opened.shell, grace, nadia)
    assert isinstance(card, RelationForm)
    card.how.setCurrentText("Works with")
    card.ended.emit()
    assert opened.said() == "Whom they know was not kept."
    opened.shell.says._offers["Go on"]()
    again = form(opened)
    assert (again.how.currentText(), again.other.text()) == ("Works with", "Nadia Rahman")


def test_the_menu_key_on_a_row_offers_what_the_right_button_does(
    opened: PersonWindow, workspace: Workspace, grace: int, nadia: int
) -> None:
    add_relation(workspace, RelationDraft(nadia, grace, RelationKind.KNOWS))
    opened.show(grace)
    row = opened.view.about.knows.rows()[1]
    pressed = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(row, pressed)
    choose("Open Nadia")
    assert opened.view.person_id() == nadia


def test_whom_to_ask_is_named_for_somebody_i_never_spoke_with(
    opened: PersonWindow, workspace: Workspace, grace: int, nadia: int
) -> None:
    said = Conversation(InteractionKind.CALL, TODAY, (grace,), "Rang")
    log_conversation(workspace, said, TODAY)
    opened.show(nadia)
    panel = opened.view.about.knows
    assert [one for one in panel.findChildren(WayLine) if one.isVisible()] == []
    add_relation(workspace, RelationDraft(nadia, grace, RelationKind.CLIENT_OF))
    QApplication.processEvents()
    shown = [one for one in panel.findChildren(WayLine) if one.isVisible()]
    assert [one.words() for one in shown] == ["You → Grace Adeyemi → Nadia Rahman"]
    opened.show(grace)
    assert [one for one in panel.findChildren(WayLine) if one.isVisible()] == []


def test_nobody_is_asked_for_somebody_in_the_bin(
    opened: PersonWindow, workspace: Workspace, nadia: int
) -> None:
    to_bin(workspace, Selection.of([nadia]), TODAY)
    opened.show(nadia)
    assert opened.view.person_id() == nadia
    assert opened.said() == ""
    assert rows(opened) == []

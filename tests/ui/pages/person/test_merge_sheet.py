"""Two contacts of one person are merged: found by typing, compared, one undo away from being two again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from netdesk.services.people import PersonDraft, new_person, read_draft
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.person.merge_sheet import MergeSheet, merge_with
from tests.support.person_window import PersonWindow


@pytest.fixture
def gracie(workspace: Workspace) -> int:
    return new_person(
        workspace,
        PersonDraft(
            given="Gracie",
            family="Adeyemi",
            role="Founder & copywriter",
            level=3,
            ideal_client="hospitals",
            tags=("health",),
        ),
    )


def test_the_other_contact_is_found_by_typing_and_the_two_become_one(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int, gracie: int
) -> None:
    sheet = merge_with(opened.shell, grace)
    assert isinstance(sheet, MergeSheet)
    assert not sheet.keep_button.isEnabled()
    qtbot.keyClicks(sheet.other, "Gracie")
    popup = sheet.other.completer().popup()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert [one.field for one in sheet.differences()] == ["given", "role", "ideal_client", "level"]
    sheet.choose("ideal_client", other=True)
    assert sheet.keep_button.isEnabled()
    qtbot.mouseClick(sheet.keep_button, Qt.MouseButton.LeftButton)

    known = read_draft(workspace, grace)
    assert (known.given, known.ideal_client, known.level) == ("Grace", "hospitals", 3)
    assert "Role: Founder & copywriter" in known.note
    assert set(known.tags) == {"copywriting", "health"}
    assert workspace.sql("SELECT count(*) FROM person WHERE id = ?", (gracie,)).fetchone() == (0,)
    assert opened.said() == "Gracie Adeyemi and Grace Adeyemi are one now"
    opened.shell.undo()
    assert read_draft(workspace, gracie).given == "Gracie"
    assert read_draft(workspace, grace).ideal_client == "charities, 5–20 staff"


def test_an_ampersand_in_a_value_is_shown_as_it_is(opened: PersonWindow, grace: int, gracie: int) -> None:
    sheet = merge_with(opened.shell, grace, gracie)
    texts = [button.text() for button in sheet.findChildren(QRadioButton)]
    assert "Founder && copywriter" in texts


def test_who_was_deleted_meanwhile_is_said_on_the_card(
    opened: PersonWindow, workspace: Workspace, grace: int, gracie: int
) -> None:
    sheet = merge_with(opened.shell, grace, gracie)
    with workspace.change("Delete"):
        workspace.sql("DELETE FROM person WHERE id = ?", (gracie,))
    sheet.keep_button.click()
    assert "not in the workspace any more" in sheet.trouble.text()

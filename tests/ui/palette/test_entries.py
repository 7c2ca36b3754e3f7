"""Which commands match what was typed, and in which order."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from netdesk.services.palette import find
from netdesk.services.people import PersonDraft, new_person
from netdesk.ui.actions.catalogue import Command
from netdesk.ui.palette.entries import entries_for, matching_commands
from tests.support.programs import TODAY, running


def nothing() -> None:
    """Do nothing."""


COMMANDS = [
    Command("go.board", "Go to Board", nothing),
    Command("contacts.bring", "Bring my contacts…", nothing, keywords="import vcard linkedin"),
    Command("board.levels", "Name the levels", nothing, keywords="board columns"),
    Command("edit.undo", "Undo", nothing, enabled=lambda: False),
    Command("palette.open", "Find anything", nothing, in_palette=False),
]


def names(text: str, used: dict[str, int] | None = None) -> list[str]:
    return [command.name for command in matching_commands(COMMANDS, text, used or {})]


def test_every_word_must_begin_a_word_of_the_title_or_the_keywords() -> None:
    assert names("bring con") == ["contacts.bring"]
    assert names("vca") == ["contacts.bring"]
    assert names("ring") == []


def test_a_word_in_the_title_comes_before_one_in_the_keywords() -> None:
    assert names("board") == ["go.board", "board.levels"]


def test_what_is_used_most_comes_first() -> None:
    assert names("board", {"board.levels": 4, "go.board": 1}) == ["board.levels", "go.board"]
    assert names("", {"contacts.bring": 2})[0] == "contacts.bring"


def test_what_cannot_be_done_now_or_is_the_palette_itself_is_left_out() -> None:
    assert names("undo") == []
    assert names("find") == []


def test_the_whole_name_of_a_place_leads_there_first_and_is_not_named_twice(
    qapp: QApplication, tmp_path: Path
) -> None:
    with running(qapp, tmp_path / "network.netdesk") as program:
        draft = PersonDraft(given="Grace", family="Adeyemi", organisation="Board games")
        new_person(program.workspace, draft)
        shell = program.window.shell
        found = {
            text: [
                entry.text
                for entry in entries_for(shell, find(program.workspace, text, TODAY), {}, (), TODAY)
            ]
            for text in ("Board", "boa")
        }
    assert found["Board"][:2] == ["Go to Board", "Grace Adeyemi"]
    assert found["Board"].count("Go to Board") == 1
    assert found["boa"][0] == "Grace Adeyemi"


def test_settings_are_found_by_what_is_set_there(qapp: QApplication, tmp_path: Path) -> None:
    with running(qapp, tmp_path / "network.netdesk") as program:
        known = program.window.shell.commands.all()
        for words in ("levels", "ladder", "about me"):
            assert "go.settings" in [command.name for command in matching_commands(known, words, {})]

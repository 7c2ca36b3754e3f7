"""docs/user-guide.md names the keys, buttons and messages the program has, and no others."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from tests.support.programs import ScriptedDialogs, running
from tests.support.source_tree import TOP, sources

GUIDE = (TOP / "docs" / "user-guide.md").read_text(encoding="utf-8")
WIDGET_KEYS = {
    "Ctrl+A": "netdesk/ui/models/row_list.py",
    "Ctrl+Enter": "netdesk/ui/pages/person/sheet.py",
    "Ctrl+V": "netdesk/ui/scanning/scanner.py",
    "Alt+Left": "netdesk/ui/pages/board/card_list.py",
    "Alt+Right": "netdesk/ui/pages/board/card_list.py",
    "Alt+Up": "netdesk/ui/pages/board/card_list.py",
    "Alt+Down": "netdesk/ui/pages/board/card_list.py",
}
"""Keys that belong to a list or a form instead of a command, and the file that reads them."""
ROW = re.compile(r"^\| (`[^|]+`) \| ([^|]+) \| (\w+) \|$", re.MULTILINE)
KEY = re.compile(r"`((?:(?:Ctrl|Alt|Shift)\+)+[^`]+|F\d+)`")

Line = tuple[frozenset[str], str, str]


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", dialogs=ScriptedDialogs()) as one:
        one.window.shell.all_commands_wanted.emit()
        yield one


def catalogue(program: Program) -> set[Line]:
    commands = program.window.shell.commands
    lines = set()
    for command in commands.all():
        sequences = commands.action(command.name).shortcuts()
        keys = frozenset(one.toString(QKeySequence.SequenceFormat.PortableText) for one in sequences)
        if keys:
            lines.add((keys, command.title, command.page or "everywhere"))
    return lines


def test_the_table_of_keys_is_the_catalogue(program: Program) -> None:
    table = [
        (frozenset(re.findall(r"`([^`]+)`", keys)), title.strip(), page)
        for keys, title, page in ROW.findall(GUIDE)
    ]
    assert len(table) == len(set(table))
    assert set(table) == catalogue(program)


def test_every_key_in_the_text_belongs_to_a_command_or_a_widget(program: Program) -> None:
    known = {key for keys, _, _ in catalogue(program) for key in keys} | set(WIDGET_KEYS)
    named = set(KEY.findall(GUIDE))
    assert len(named) > len(WIDGET_KEYS)
    assert sorted(named - known) == []


def test_the_keys_of_widgets_are_named_and_their_files_read_keys() -> None:
    assert sorted(key for key in WIDGET_KEYS if f"`{key}`" not in GUIDE) == []
    texts = {source.name: source.text for source in sources()}
    assert [name for name in WIDGET_KEYS.values() if "def keyPressEvent" not in texts.get(name, "")] == []


def test_every_message_in_the_table_of_remedies_is_one_of_the_programs() -> None:
    said = re.findall(r"^\| \*([^*]+)\* \|", GUIDE, re.MULTILINE)
    program = "\n".join(source.text for source in sources()).replace("’", "'")
    assert len(said) > 5
    assert [words for words in said if words.strip("… ") not in program] == []


def test_every_button_the_guide_points_at_is_in_the_program() -> None:
    program = "\n".join(source.text for source in sources())
    named = set(re.findall(r"\*([A-Z][^*\n]*…)\*", GUIDE)) - {"Bring … people"}
    named = {name for name in named if not name.startswith("Another program")}
    assert named
    assert sorted(name for name in named if name not in program) == []

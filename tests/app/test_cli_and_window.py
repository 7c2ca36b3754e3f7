"""A command in a process of its own while the window is open: the window shows the change."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.app.arguments.reading import read_arguments
from netdesk.app.compose import compose
from netdesk.method.changes import Changes
from netdesk.services.people import people_named, read_draft
from netdesk.ui.theme.scheme import Scheme
from tests.support.commands import CommandLine


def test_the_window_hears_of_a_command(netdesk: CommandLine, qapp: QApplication, qtbot: QtBot) -> None:
    netdesk.sample()
    program = compose(qapp, netdesk.path, scheme=Scheme.LIGHT, today=lambda: date(2026, 11, 22))
    try:
        program.window.show()
        heard: list[Changes] = []
        program.desk.changed.connect(heard.append)
        grace = people_named(program.workspace, "grace adeyemi")[0].id
        with qtbot.waitSignal(program.desk.changed, timeout=20_000):
            answer = netdesk.process("move", "grace adeyemi", "4")
        assert answer.code == 0, answer.err
        assert any(changes.touches("person") for changes in heard)
        assert read_draft(program.workspace, grace).level == 4
        with qtbot.waitSignal(program.desk.changed, timeout=20_000):
            program.window.shell.undo()
        assert netdesk.process("show", str(grace), "--person", "--json").json["level"] == 3
    finally:
        program.close()


def test_a_file_without_a_command_is_for_the_window(netdesk: CommandLine, tmp_path: Path) -> None:
    card = tmp_path / "grace.vcf"
    card.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Grace\r\nEND:VCARD\r\n", encoding="utf-8")
    given = read_arguments(["--workspace", str(netdesk.path), str(card)])
    assert (given.command, given.files, given.workspace) == (None, [card], netdesk.path)

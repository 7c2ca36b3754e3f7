"""Spoke today and not now on the board: by the menu of a card, and by the key for those chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netdesk.method.attention import AttentionKind
from netdesk.method.ledger import HelpWay, LedgerKind
from netdesk.method.levels import EvidenceKind
from netdesk.services.board import cards
from netdesk.services.ledger import EntryDraft, add_entry
from netdesk.services.levels import save_level
from netdesk.store.workspace import Workspace
from tests.support.board_window import BoardWindow, actions
from tests.support.mockup_people import TODAY

Ids = dict[str, int]


def test_spoke_today_and_not_now_from_a_card(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    (before,) = cards(workspace, [people["Joe"]], TODAY)
    assert before.chip.kind is AttentionKind.COLD
    actions(board.page.people_menu([people["Joe"]]))["Spoke today"].trigger()
    qtbot.waitUntil(lambda: cards(workspace, [people["Joe"]], TODAY)[0].chip.text == "called today")
    qtbot.waitUntil(lambda: board.window.shell.says.text() == "Spoke with Joe Prentice today")
    board.window.shell.undo()
    qtbot.waitUntil(lambda: cards(workspace, [people["Joe"]], TODAY)[0].chip.kind is AttentionKind.COLD)
    found = actions(board.page.people_menu([people["Joe"]]))
    assert "Tell me again now" not in found
    found["A week, until Sun 29 Nov"].trigger()
    qtbot.waitUntil(lambda: cards(workspace, [people["Joe"]], TODAY)[0].chip.kind is not AttentionKind.COLD)
    actions(board.page.people_menu([people["Joe"]]))["Tell me again now"].trigger()
    qtbot.waitUntil(lambda: cards(workspace, [people["Joe"]], TODAY)[0].chip.kind is AttentionKind.COLD)


def test_the_key_for_spoke_today_is_for_those_chosen(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    board.page.show_person(people["Joe"])
    board.window.activateWindow()
    qtbot.waitUntil(board.window.isActiveWindow)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, keys)
    qtbot.waitUntil(lambda: cards(workspace, [people["Joe"]], TODAY)[0].chip.text == "called today")


def test_help_written_down_makes_somebody_ready_on_the_board(
    board: BoardWindow, people: Ids, workspace: Workspace, qtbot: QtBot
) -> None:
    save_level(
        workspace, 3, name="Equally engaged", meaning="", rhythm_days=42, capacity=None, moves_up="",
        evidence=[EvidenceKind.GIVE],
    )  # fmt: skip
    before = board.page.view.header.ready.text()
    add_entry(
        workspace,
        EntryDraft(people["Luis"], LedgerKind.GIVE, HelpWay.ADVICE, "how to invoice", on=TODAY),
        TODAY,
    )
    qtbot.waitUntil(lambda: board.page.view.header.ready.text() != before)
    (card,) = cards(workspace, [people["Luis"]], TODAY)
    assert card.ready

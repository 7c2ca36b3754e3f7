"""What is done with cards in the tray, by mouse and keys."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from netdesk.method.follow_ups import CardState
from netdesk.services.cards import card_line
from netdesk.ui.pages.events.cards.card_picture import CardPicture, fitted
from netdesk.ui.pages.events.cards.let_go_form import LetGoForm
from netdesk.ui.pages.events.cards.plan_form import PlanForm
from netdesk.ui.pages.events.tray.tray_columns import Part, parts
from tests.support.events_window import TODAY
from tests.support.tray import (
    AOIFE,
    CHAMBER,
    DINA,
    ELLEN,
    EVERY_CARD,
    GRACE,
    KARL,
    MARTA,
    RAVI,
    SAM,
    TrayWindow,
    picture,
)

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def state_of(desk: TrayWindow, card: int) -> CardState:
    return card_line(desk.workspace, card).state


def only_without_plan(desk: TrayWindow) -> None:
    desk.click(desk.tray.head.chips[CardState.NO_PLAN])


def parts_of(desk: TrayWindow, card: int) -> set[Part]:
    rect = desk.tray.list.visualRect(desk.tray.model.index(desk.tray.model.row_of(card), 0))
    return set(parts(rect, desk.row(card), events=True))


def menu_on(desk: TrayWindow, card: int) -> QMenu:
    """Open the menu of a row with the right button."""
    place = desk.place(card)
    viewport = desk.tray.list.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    return next(each for each in reversed(desk.window.findChildren(QMenu)) if each.isVisible())


def lines_of(menu: QMenu) -> list[str]:
    """What a menu offers; it is closed again."""
    lines = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return lines


def test_several_are_chosen_by_ticks_keys_and_all_of_them(desk: TrayWindow) -> None:
    desk.press(ELLEN, Part.BOX)
    desk.press(AOIFE, Part.BOX)
    assert desk.chosen() == [ELLEN, AOIFE]
    assert desk.tray.foot.words.text() == "2 chosen:"
    desk.press(ELLEN, Part.BOX)
    assert desk.chosen() == [AOIFE]
    desk.key(KEY.Key_Down, MOD.ControlModifier)
    desk.key(KEY.Key_Space)
    assert desk.chosen() == [GRACE, AOIFE]
    desk.press(ELLEN)
    desk.press(AOIFE, None, MOD.ShiftModifier)
    assert desk.chosen() == [ELLEN, GRACE, AOIFE]
    desk.key(KEY.Key_A, MOD.ControlModifier)
    assert desk.chosen() == EVERY_CARD
    desk.key(KEY.Key_Escape)
    assert desk.chosen() == []


def test_a_plan_for_several_is_one_step_and_can_be_undone(desk: TrayWindow) -> None:
    only_without_plan(desk)
    desk.press(ELLEN)
    desk.press(GRACE, None, MOD.ControlModifier)
    steps = desk.steps()
    desk.key(KEY.Key_Return)
    form = desk.window.findChildren(PlanForm)[-1]
    form.action.setFocus()
    form.action.selectAll()
    QTest.keyClicks(form.action, "Send {name} the checklist")
    QTest.keyClick(form.action, KEY.Key_Return)
    assert desk.steps() == steps + 1
    assert desk.cards() == [AOIFE]
    assert [state_of(desk, card) for card in (ELLEN, GRACE)] == [CardState.PLANNED] * 2
    assert card_line(desk.workspace, GRACE).plans[0].action == "Send Grace the checklist"
    # The keyboard goes on with the card that came into their place.
    assert desk.chosen() == [AOIFE]
    desk.window.shell.undo()
    assert desk.cards() == [ELLEN, GRACE, AOIFE]


def test_a_template_plans_for_all_that_are_chosen(desk: TrayWindow) -> None:
    only_without_plan(desk)
    desk.key(KEY.Key_A, MOD.ControlModifier)
    desk.click(desk.tray.foot.templates)
    desk.pick("Coffee")
    assert desk.toast().startswith("Planned “Coffee” for 3 cards")
    assert desk.tray.nothing.title() == "Every card has a plan. Well done."
    assert desk.page.list.cards.no_plan() == 0
    desk.window.shell.undo()
    assert desk.cards() == [ELLEN, GRACE, AOIFE]
    assert desk.page.list.cards.no_plan() == 3


def test_letting_go_and_taking_back(desk: TrayWindow) -> None:
    desk.press(GRACE)
    desk.key(KEY.Key_L)
    form = desk.window.findChildren(LetGoForm)[-1]
    QTest.keyClicks(form.reason, "Moved abroad")
    QTest.keyClick(form.reason, KEY.Key_Return)
    assert state_of(desk, GRACE) is CardState.LET_GO
    assert desk.row(GRACE).reason == "Moved abroad"
    desk.press(GRACE)
    menu_on(desk, GRACE)
    desk.pick("Take back")
    assert state_of(desk, GRACE) is CardState.NO_PLAN


def test_what_is_planned_next_is_done_or_moved_for_several_in_one_step(desk: TrayWindow) -> None:
    desk.press(RAVI)
    desk.press(SAM, None, MOD.ControlModifier)
    steps = desk.steps()
    desk.key(KEY.Key_M)
    desk.pick("In two weeks")
    assert desk.steps() == steps + 1
    assert {desk.row(card).due for card in (RAVI, SAM)} == {TODAY + timedelta(days=14)}
    assert desk.toast() == "Moved to Sun 6 Dec: 2 follow-ups"
    desk.key(KEY.Key_D)
    assert [state_of(desk, card) for card in (RAVI, SAM)] == [CardState.DONE] * 2
    assert desk.toast() == "Done: 2 follow-ups"
    desk.window.shell.undo()
    assert [state_of(desk, card) for card in (RAVI, SAM)] == [CardState.PLANNED] * 2
    desk.press(GRACE)
    desk.key(KEY.Key_D)
    assert desk.toast() == "There is no open plan here."


def test_the_plan_of_a_single_card_is_changed_not_doubled(desk: TrayWindow) -> None:
    desk.press(SAM)
    desk.key(KEY.Key_Return)
    form = desk.window.findChildren(PlanForm)[-1]
    assert form.action.text() == "Send Sam the retail checklist"
    form.action.setText("Ring Sam")
    QTest.keyClick(form.action, KEY.Key_Return)
    assert (desk.row(SAM).action, desk.row(SAM).more_plans) == ("Ring Sam", 0)


def test_templates_and_taking_back_by_key(desk: TrayWindow) -> None:
    desk.press(GRACE)
    desk.key(KEY.Key_T)
    desk.pick("Coffee")
    assert state_of(desk, GRACE) is CardState.PLANNED
    desk.press(KARL)
    desk.key(KEY.Key_L)
    assert desk.overlay() is None
    assert state_of(desk, KARL) is CardState.NO_PLAN


def test_solid_is_marked_by_key_for_several_and_by_the_star_for_one(desk: TrayWindow) -> None:
    desk.press(GRACE)
    desk.press(SAM, None, MOD.ControlModifier)
    desk.key(KEY.Key_S)
    assert card_line(desk.workspace, GRACE).solid
    assert card_line(desk.workspace, SAM).solid
    assert desk.toast() == "2 cards marked as solid"
    desk.key(KEY.Key_S)
    assert not card_line(desk.workspace, SAM).solid
    desk.press(ELLEN, Part.STAR)
    assert card_line(desk.workspace, ELLEN).solid
    assert desk.chosen() == [GRACE, SAM]


def test_delete_does_nothing(desk: TrayWindow) -> None:
    steps = desk.steps()
    desk.press(GRACE)
    desk.key(KEY.Key_Delete)
    desk.key(KEY.Key_Backspace)
    assert desk.steps() == steps
    assert desk.overlay() is None


def test_the_buttons_of_a_row_with_no_plan(desk: TrayWindow) -> None:
    desk.press(AOIFE, Part.PLAN)
    overlay = desk.overlay()
    assert overlay is not None
    assert desk.window.findChildren(PlanForm)[-1].isVisible()
    QTest.keyClick(overlay, KEY.Key_Escape)
    desk.press(AOIFE, Part.LET_GO)
    assert desk.window.findChildren(LetGoForm)[-1].isVisible()
    assert Part.PLAN not in parts_of(desk, SAM)


def test_the_person_and_the_event_open_by_key_and_double_click(desk: TrayWindow) -> None:
    desk.press(GRACE)
    desk.key(KEY.Key_O)
    assert desk.opened("contacts")[-1] == {"person": GRACE}
    desk.window.shell.go("events", cards=True)
    viewport = desk.tray.list.viewport()
    name = QPoint(viewport.width() // 5, desk.place(ELLEN).y())
    QTest.mouseClick(viewport, LEFT, MOD.NoModifier, name)
    QTest.mouseDClick(viewport, LEFT, MOD.NoModifier, name)
    assert desk.opened("contacts")[-1] == {"person": ELLEN}
    desk.window.shell.go("events", cards=True)
    desk.press(ELLEN)
    desk.key(KEY.Key_E)
    assert desk.view.page is not None
    assert desk.view.page.id == CHAMBER
    assert not desk.page.cards.is_shown


def test_the_picture_of_a_card_is_shown_large(desk: TrayWindow) -> None:
    desk.press(RAVI, Part.PICTURE)
    shown = desk.window.findChildren(CardPicture)[-1]
    assert shown.isVisible()
    assert shown.accessibleName() == "Picture of the card of Ravi Adeyemi"
    overlay = desk.overlay()
    assert overlay is not None
    QTest.keyClick(overlay, KEY.Key_Escape)
    assert desk.overlay() is None


def test_a_picture_that_is_none_is_said(desk: TrayWindow) -> None:
    with desk.workspace.change("Spoil"):
        desk.workspace.sql("UPDATE photo SET data = ?", (b"no picture",))
    desk.press(RAVI, Part.PICTURE)
    assert desk.overlay() is None
    assert desk.toast() == "The picture of this card cannot be shown."


def test_a_picture_is_made_to_fit(qapp: QApplication) -> None:
    image = fitted(picture(400, 200), QSize(100, 100))
    assert image is not None
    assert (image.width(), image.height()) == (100, 50)
    small = fitted(picture(40, 20), QSize(100, 100))
    assert small is not None
    assert small.width() == 40


def test_the_menu_of_a_row_offers_what_makes_sense(desk: TrayWindow) -> None:
    desk.press(GRACE)
    lines = lines_of(menu_on(desk, GRACE))
    assert lines[0] == "Follow up…"
    assert {"Open the person", "Open the event", "A solid contact", "Let go…"} <= set(lines)
    desk.press(DINA)
    assert "Let go…" not in lines_of(menu_on(desk, DINA))
    desk.key(KEY.Key_A, MOD.ControlModifier)
    lines = lines_of(menu_on(desk, DINA))
    assert lines[0] == "Follow up with 7 people…"
    assert "Open the person" not in lines


def test_pressing_and_letting_go_elsewhere_does_nothing(desk: TrayWindow) -> None:
    viewport = desk.tray.list.viewport()
    QTest.mousePress(viewport, LEFT, MOD.NoModifier, desk.place(ELLEN, Part.STAR))
    QTest.mouseRelease(viewport, LEFT, MOD.NoModifier, desk.place(ELLEN) + QPoint(40, 0))
    assert not card_line(desk.workspace, ELLEN).solid


def test_the_pointer_and_the_tips_tell_what_can_be_pressed(desk: TrayWindow) -> None:
    viewport = desk.tray.list.viewport()
    shapes, tips = [], []
    for card, part in ((ELLEN, Part.STAR), (ELLEN, Part.PLAN), (RAVI, Part.PICTURE), (SAM, None)):
        place = desk.place(card, part)
        QTest.mouseMove(viewport, place)
        desk.app.processEvents()
        shapes.append(viewport.cursor().shape())
        QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place)))
        tips.append(QToolTip.text())
        QToolTip.hideText()
    assert shapes == [Qt.CursorShape.PointingHandCursor] * 3 + [Qt.CursorShape.ArrowCursor]
    for tip, words in zip(
        tips, ("solid", "what you will do", "picture of the card", "Sam Adeyemi"), strict=True
    ):
        assert words in tip


def test_two_quick_presses_on_a_tick_take_it_back_and_open_nobody(desk: TrayWindow) -> None:
    viewport = desk.tray.list.viewport()
    place = desk.place(GRACE, Part.BOX)
    QTest.mouseClick(viewport, LEFT, MOD.NoModifier, place)
    QTest.mouseDClick(viewport, LEFT, MOD.NoModifier, place)
    assert desk.chosen() == []
    assert desk.page.cards.is_shown


def test_a_card_from_no_event_and_one_of_several_have_their_own_menus(desk: TrayWindow) -> None:
    desk.press(RAVI)
    lines = lines_of(menu_on(desk, RAVI))
    assert "Open the event" not in lines
    assert {"Change the plan…", "Done", "Move to…", "Show the picture of the card"} <= set(lines)
    desk.click(desk.tray.foot.bin)
    desk.press(MARTA)
    assert lines_of(menu_on(desk, MARTA)) == ["Open the person", "Open the event", "A solid contact"]

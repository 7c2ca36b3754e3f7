"""The map around a person: by mouse, by keys, as a list, and the way to somebody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.relations import RelationKind
from netdesk.services.bulk import to_bin
from netdesk.services.people import PersonDraft, new_person
from netdesk.services.relations import RelationDraft, add_relation
from netdesk.services.selection import Selection
from netdesk.ui.pages.person.map.canvas import MapCanvas
from netdesk.ui.pages.person.map.marks import Mark
from netdesk.ui.pages.person.map.window import MapWindow, open_map
from netdesk.ui.pages.person.view import PersonView
from netdesk.ui.widgets.chip import FilterChip
from tests.support.programs import TODAY, overlay_of, running, said
from tests.support.seen import choose


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with running(qapp, tmp_path / "network.netdesk", sample=True) as one:
        yield one


def named(program: Program, name: str) -> int:
    return int(program.workspace.sql("SELECT id FROM person WHERE display_name = ?", (name,)).fetchone()[0])


def opened_map(program: Program, name: str) -> MapWindow:
    open_map(program.window.shell, named(program, name))
    QApplication.processEvents()
    return program.window.findChild(MapWindow)  # type: ignore[return-value]


def mark(canvas: MapCanvas, name: str) -> Mark:
    return next(one for one in canvas.marks() if one.person.name == name)


def place(canvas: MapCanvas, name: str) -> QPoint:
    return canvas.on_screen(mark(canvas, name)).center().toPoint()


def shown_person(program: Program) -> int | None:
    QApplication.processEvents()
    view = program.window.findChild(PersonView)
    return view.person_id() if view is not None else None


def test_the_map_opens_by_key_with_the_person_in_the_middle(program: Program, qtbot: QtBot) -> None:
    program.window.shell.open_person(named(program, "Grace Adeyemi"))
    QApplication.processEvents()
    qtbot.keyClick(
        program.window.current_page(),
        "w",
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    shown = program.window.findChild(MapWindow)
    assert shown is not None
    assert shown.title.text() == "Whom Grace Adeyemi knows"
    assert shown.canvas.hasFocus()
    assert shown.canvas.marks()[0].person.name == "Grace Adeyemi"
    assert {"Sam Carter", "Nadia Rahman"} <= {one.person.name for one in shown.canvas.marks()}


def test_everybody_is_in_view_and_nobody_covers_anybody(program: Program) -> None:
    canvas = opened_map(program, "Grace Adeyemi").canvas
    boxes = [canvas.on_screen(one) for one in canvas.marks()]
    assert all(canvas.rect().contains(box.toRect()) for box in boxes)
    assert not any(one.intersects(other) for number, one in enumerate(boxes) for other in boxes[number + 1 :])


def test_pressing_somebody_opens_their_page_and_closes_the_map(program: Program, qtbot: QtBot) -> None:
    canvas = opened_map(program, "Grace Adeyemi").canvas
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place(canvas, "Nadia Rahman"))
    assert overlay_of(program) is None
    assert shown_person(program) == named(program, "Nadia Rahman")


def test_dragging_moves_the_map_about_and_opens_nobody(program: Program, qtbot: QtBot) -> None:
    canvas = opened_map(program, "Grace Adeyemi").canvas
    start = place(canvas, "Sam Carter")
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(40, 30))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 30))
    assert overlay_of(program) is not None
    moved = place(canvas, "Sam Carter") - start
    assert (abs(moved.x() - 40) <= 1, abs(moved.y() - 30) <= 1) == (True, True)


def test_the_wheel_zooms_around_the_pointer_and_zero_shows_everybody(program: Program, qtbot: QtBot) -> None:
    canvas = opened_map(program, "Grace Adeyemi").canvas
    before, here = canvas.zoom(), place(canvas, "Nadia Rahman")
    wheel = QWheelEvent(
        QPointF(here), QPointF(canvas.mapToGlobal(here)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, wheel)
    assert canvas.zoom() > before
    away = place(canvas, "Nadia Rahman") - here
    assert abs(away.x()) <= 1
    assert abs(away.y()) <= 1
    qtbot.keyClicks(canvas, "++--0")
    assert canvas.zoom() == pytest.approx(before)
    assert all(canvas.rect().contains(canvas.on_screen(one).toRect()) for one in canvas.marks())


def test_arrows_walk_through_the_map_and_enter_opens(program: Program, qtbot: QtBot) -> None:
    shown = opened_map(program, "Grace Adeyemi")
    canvas = shown.canvas
    middle = canvas.current()
    assert middle is not None
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    above = canvas.current()
    assert above is not None
    assert above.id != middle.id
    assert mark(canvas, above.name).rect.center().y() < 0
    assert shown.who.text() == above.name
    assert above.words in shown.how.text()
    assert above.name in canvas.accessibleDescription()
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.current() == middle
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert shown_person(program) == above.id


def test_everybody_can_be_reached_with_the_arrows(program: Program, qtbot: QtBot) -> None:
    canvas = opened_map(program, "Grace Adeyemi").canvas
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    start = canvas.marks()[0].person.id
    reached, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for key in keys:
            canvas.look_at(here)
            qtbot.keyClick(canvas, key)
            now = canvas.current()
            if now is not None and now.id not in reached:
                reached.add(now.id)
                waiting.append(now.id)
    assert reached == {one.person.id for one in canvas.marks()}


def test_somebody_else_is_put_in_the_middle_and_one_goes_back(program: Program, qtbot: QtBot) -> None:
    shown = opened_map(program, "Grace Adeyemi")
    shown.canvas.look_at(named(program, "Nadia Rahman"))
    qtbot.keyClick(shown.canvas, Qt.Key.Key_Space)
    assert shown.title.text() == "Whom Nadia Rahman knows"
    assert shown.canvas.marks()[0].person.name == "Nadia Rahman"
    qtbot.keyClick(shown.canvas, Qt.Key.Key_Backspace)
    assert shown.title.text() == "Whom Grace Adeyemi knows"
    assert not shown.back.isEnabled()
    assert not shown.middle_button.isEnabled()


def test_the_right_button_offers_to_open_and_to_put_in_the_middle(program: Program) -> None:
    shown = opened_map(program, "Grace Adeyemi")
    here = place(shown.canvas, "Sam Carter")
    pressed = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, here, shown.canvas.mapToGlobal(here))
    QApplication.sendEvent(shown.canvas, pressed)
    choose("Put in the middle")
    assert shown.title.text() == "Whom Sam Carter knows"


def test_the_list_says_the_same_as_the_map_and_opens_too(program: Program, qtbot: QtBot) -> None:
    shown = opened_map(program, "Grace Adeyemi")
    shown.kind.picked.emit(1)
    tree, model = shown.tree, shown.tree.model()
    assert tree.hasFocus()
    assert tree.isVisible()
    top = model.index(0, 0)
    told = [model.index(row, 0, top).data() for row in range(model.rowCount(top))]
    found = shown.found()
    assert found is not None
    near = found.near
    assert [(one.name in text, one.words in text) for one, text in zip(near, told, strict=True)] == [
        (True, True) for _ in near
    ]
    read = model.index(0, 0, top).data(Qt.ItemDataRole.AccessibleTextRole)
    assert near[0].words in read
    assert "level" in read
    tree.setCurrentIndex(model.index(0, 0, top))
    assert shown.who.text() == near[0].name
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert shown_person(program) == near[0].id


def test_the_way_to_somebody_i_never_met_leads_through_somebody_i_know(program: Program) -> None:
    target = new_person(program.workspace, PersonDraft(given="Wanted"))
    sam, grace = named(program, "Sam Carter"), named(program, "Grace Adeyemi")
    for friend in (sam, grace):
        add_relation(program.workspace, RelationDraft(target, friend, RelationKind.KNOWS))
    shown = opened_map(program, "Wanted")
    chips = [one.text() for one in shown.way.findChildren(FilterChip)]
    assert chips == ["Sam Carter", "Wanted"]
    assert shown.way.words() == "You → Sam Carter → Wanted"
    shown.way.show_next()
    assert shown.way.words() == "You → Grace Adeyemi → Wanted"
    next(one for one in shown.way.findChildren(FilterChip) if one.text() == "Grace Adeyemi").click()
    assert shown_person(program) == grace


def test_the_way_says_when_there_is_none_and_when_none_is_needed(program: Program) -> None:
    new_person(program.workspace, PersonDraft(given="Alone"))
    assert opened_map(program, "Alone").way.words().startswith("No way to Alone is known yet")
    overlay = overlay_of(program)
    assert overlay is not None
    overlay.close_overlay()
    QApplication.processEvents()
    open_map(program.window.shell, named(program, "Grace Adeyemi"))
    again = program.window.findChildren(MapWindow)[-1]
    assert again.way.words() == "You know Grace yourself: in touch 9 d ago."


def test_a_relation_noted_meanwhile_appears_on_the_map(program: Program) -> None:
    shown = opened_map(program, "Grace Adeyemi")
    grace = named(program, "Grace Adeyemi")
    other = new_person(program.workspace, PersonDraft(given="Newcomer"))
    add_relation(program.workspace, RelationDraft(grace, other, RelationKind.WORKS_WITH))
    QApplication.processEvents()
    assert mark(shown.canvas, "Newcomer").person.words == "works with Grace"


def test_keys_pressed_before_the_answer_is_there_do_nothing(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    with running(qapp, tmp_path / "network.netdesk", sample=True, inline=False) as program:
        open_map(program.window.shell, named(program, "Grace Adeyemi"))
        shown = program.window.findChild(MapWindow)
        assert shown is not None
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_0):
            qtbot.keyClick(shown.canvas, key)
        qtbot.waitUntil(lambda: shown.found() is not None)
        assert shown.canvas.marks()[0].person.name == "Grace Adeyemi"


def crowd(program: Program, hub: str, count: int) -> None:
    """Let many people have been introduced by one."""
    by = named(program, hub)
    for number in range(count):
        new_person(program.workspace, PersonDraft(given=f"Guest {number:02}", met_through_id=by))


def test_a_crowd_is_cut_to_the_closest_and_the_rest_is_counted(program: Program, qtbot: QtBot) -> None:
    crowd(program, "Ruth Okonjo", 30)
    shown = opened_map(program, "Ruth Okonjo")
    found = shown.found()
    assert found is not None
    assert len(found.near) == 12
    assert shown.left_out.text() == f"{found.more_near + found.more_far} more are not shown"
    shown.kind.picked.emit(1)
    tree, model = shown.tree, shown.tree.model()
    top = model.index(0, 0)
    last = model.index(model.rowCount(top) - 1, 0, top)
    assert last.data() == f"and {found.more_near} more"
    assert not shown.window().grab().isNull()
    row = tree.visualRect(model.index(0, 0, top))
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert shown_person(program) == found.near[0].id


def test_whom_somebody_knows_besides_stands_beside_their_picture(program: Program) -> None:
    crowd(program, "Nadia Rahman", 9)
    shown = opened_map(program, "Grace Adeyemi")
    nadia = mark(shown.canvas, "Nadia Rahman")
    assert nadia.person.more > 0
    without = mark(shown.canvas, "Sam Carter")
    assert nadia.rect.width() > nadia.place.side
    assert without.person.more == 0
    assert not shown.canvas.grab().isNull()


def test_space_in_the_list_puts_somebody_in_the_middle_too(program: Program, qtbot: QtBot) -> None:
    shown = opened_map(program, "Grace Adeyemi")
    shown.kind.picked.emit(1)
    model = shown.tree.model()
    shown.tree.setCurrentIndex(model.index(0, 0, model.index(0, 0)))
    chosen = shown.current()
    assert chosen is not None
    qtbot.keyClick(shown.tree, Qt.Key.Key_Space)
    assert shown.title.text() == f"Whom {chosen.name} knows"


def test_the_buttons_below_do_what_the_keys_do(program: Program) -> None:
    shown = opened_map(program, "Grace Adeyemi")
    shown.canvas.look_at(named(program, "Nadia Rahman"))
    shown.middle_button.click()
    assert shown.title.text() == "Whom Nadia Rahman knows"
    shown.canvas.look_at(named(program, "Grace Adeyemi"))
    shown.open_button.click()
    assert overlay_of(program) is None
    assert shown_person(program) == named(program, "Grace Adeyemi")


def test_somebody_who_goes_into_the_bin_gives_way_to_who_stood_there_before(program: Program) -> None:
    shown = opened_map(program, "Grace Adeyemi")
    nadia = named(program, "Nadia Rahman")
    shown.put_in_the_middle(nadia)
    to_bin(program.workspace, Selection.of([nadia]), TODAY)
    QApplication.processEvents()
    assert shown.title.text() == "Whom Grace Adeyemi knows"
    assert "Nadia Rahman" not in {one.person.name for one in shown.canvas.marks()}
    to_bin(program.workspace, Selection.of([named(program, "Grace Adeyemi")]), TODAY)
    QApplication.processEvents()
    assert overlay_of(program) is None
    assert "in the bin" in said(program)


def test_the_tip_tells_what_the_map_has_no_room_for(program: Program) -> None:
    canvas = opened_map(program, "Grace Adeyemi").canvas
    here = place(canvas, "Nadia Rahman")
    QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, here, canvas.mapToGlobal(here)))
    assert "Rahman Consulting" in QToolTip.text()
    QToolTip.hideText()


def test_the_pointer_shows_whom_it_is_over(program: Program, qtbot: QtBot) -> None:
    shown = opened_map(program, "Grace Adeyemi")
    qtbot.mouseMove(shown.canvas, place(shown.canvas, "Sam Carter"))
    QApplication.processEvents()
    assert shown.who.text() == "Sam Carter"
    assert shown.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor

"""Scanning cards as a person does it: pictures in, fields checked, cards added, and nothing before that."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.modeltest import ModelTester

from netdesk.background.text_reading import TextReader
from netdesk.method.contact_kinds import PointKind
from netdesk.services.card_reading import FieldKind
from netdesk.services.cards import event_cards
from netdesk.services.contact_points import Point
from netdesk.services.people import PersonDraft, new_person, read_draft
from netdesk.services.photos import photo
from netdesk.ui.importing.card import ImportCard
from netdesk.ui.scanning import shots as shots_room
from netdesk.ui.scanning.extra_banner import install_command
from netdesk.ui.scanning.scanner import Scanner
from netdesk.ui.scanning.shots import ShotState
from tests.support.card_codes import MARTA_VCARD, PRIYA_MECARD
from tests.support.drawn_cards import MARTA, drawn_card, of_data, saved
from tests.support.programs import overlay_of, said
from tests.support.reading_process import failing
from tests.ui.scanning.conftest import ScanDesk, reading

CTRL = Qt.KeyboardModifier.ControlModifier


def plain(folder: Path, name: str = "card.jpg") -> Path:
    return saved(folder / name, drawn_card(()))


def coded(folder: Path, text: str, name: str = "code.jpg") -> Path:
    return saved(folder / name, drawn_card((), text))


def states(scanner: Scanner) -> list[ShotState]:
    return [shot.state for shot in scanner.shots.shots()]


def shown(scanner: Scanner) -> dict[str, str]:
    return {box.title: box.text() for box in scanner.panel.boxes if box.text()}


def add(scanner: Scanner) -> None:
    QTest.keyClick(scanner, Qt.Key.Key_Return, CTRL)


def test_pictures_are_read_checked_and_added_one_after_the_other(desk: ScanDesk, tmp_path: Path) -> None:
    files = [plain(tmp_path), coded(tmp_path, MARTA_VCARD)]
    scanner = desk.open(reading(tmp_path), *files)
    assert states(scanner) == [ShotState.TEXT, ShotState.CODE]
    assert shown(scanner) == {
        "Name": "Priya Nair",
        "Organisation": "Nair Books",
        "Role": "Bookkeeper",
        "E-mail": "priya.nair@nairbooks.example",
        "Mobile": "07700 900321",
    }
    assert scanner.foot.add.text() == "Add card"
    assert desk.people() == []
    add(scanner)
    assert said(desk.program) == "Added Priya Nair’s card"
    assert shown(scanner)["Name"] == "Dr. Marta Lindqvist"
    assert shown(scanner)["Address"] == "12 Harbour Street\nBristol BS1 4RN\nUK"
    add(scanner)
    assert desk.people() == ["Priya Nair", "Dr. Marta Lindqvist"]
    cards = event_cards(desk.ws, desk.event)
    assert [card.organisation for card in cards] == ["Nair Books", "Lindqvist Interiors"]
    kept = of_data(photo(desk.ws, cards[0].photo or "") or b"")
    assert kept.size() == drawn_card(()).size()
    assert (scanner.foot.add.text(), scanner.foot.said()) == ("Done", "2 cards added.")
    add(scanner)
    assert overlay_of(desk.program) is None
    assert said(desk.program) == "2 cards added. Each wants a plan."
    desk.shell.says._acted("Plan…")
    assert overlay_of(desk.program) is not None


def test_nothing_is_written_before_a_person_adds_it(desk: ScanDesk, tmp_path: Path) -> None:
    before = desk.ws.revision()
    scanner = desk.open(reading(tmp_path), plain(tmp_path), coded(tmp_path, PRIYA_MECARD))
    scanner.panel.box(FieldKind.NAME).set_text("Somebody Else")
    scanner.skip()
    desk.close(scanner)
    assert desk.ws.revision() == before
    assert desk.people() == []


def test_what_is_uncertain_is_marked_until_it_is_corrected(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path))
    unsure = [box for box in scanner.panel.boxes if box.is_unsure]
    assert [box.title for box in unsure] == ["Mobile"]
    phone = unsure[0]
    assert phone.editor.hasFocus()
    assert phone.editor.accessibleName() == "Mobile, please check"
    QTest.keyClicks(phone.editor, "9")
    assert not phone.is_unsure
    assert phone.editor.accessibleName() == "Mobile"
    add(scanner)
    points = read_draft(desk.ws, 1).points
    assert [(point.value, point.label) for point in points if point.kind is PointKind.PHONE] == [
        ("07700 9003219", "mobile")
    ]


def test_the_place_of_a_field_is_pointed_out_on_the_picture(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path))
    view = scanner.looking.view
    scanner.panel.box(FieldKind.NAME).editor.setFocus()
    name = view.pointed_out()
    scanner.panel.box(FieldKind.EMAIL).editor.setFocus()
    email = view.pointed_out()
    assert name is not None
    assert email is not None
    assert (name.top(), email.top()) == (-5, 155)
    scanner.panel.box(FieldKind.WEB).editor.setFocus()
    assert view.pointed_out() is None


def test_a_known_contact_is_offered_and_the_card_becomes_theirs(desk: ScanDesk, tmp_path: Path) -> None:
    mail = Point(PointKind.EMAIL, "priya.nair@nairbooks.example", "work")
    priya = new_person(desk.ws, PersonDraft(given="Priya", family="Nair", points=(mail,)))
    scanner = desk.open(reading(tmp_path), plain(tmp_path))
    whose = scanner.panel.whose
    assert whose.isVisible()
    assert whose.known.text() == "This is Priya Nair, already a contact"
    assert whose.known.isChecked()
    add(scanner)
    assert desk.people() == ["Priya Nair"]
    assert read_draft(desk.ws, priya).organisation == "Nair Books"
    assert [card.person_id for card in event_cards(desk.ws, desk.event)] == [priya]


def test_a_person_may_say_that_it_is_somebody_new_all_the_same(desk: ScanDesk, tmp_path: Path) -> None:
    new_person(desk.ws, PersonDraft(given="Priya", family="Nair"))
    scanner = desk.open(reading(tmp_path), plain(tmp_path))
    assert scanner.panel.whose.known.isChecked()
    scanner.panel.whose.new.click()
    scanner.panel.box(FieldKind.ROLE).set_text("Owner")
    assert scanner.panel.whose.new.isChecked()
    add(scanner)
    assert desk.people() == ["Priya Nair", "Priya Nair"]


def test_a_file_that_is_no_picture_is_named_and_the_others_go_on(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(
        reading(tmp_path), saved(tmp_path / "letter.jpg", b"dear all"), tmp_path / "gone.png", plain(tmp_path)
    )
    assert states(scanner) == [ShotState.BAD, ShotState.BAD, ShotState.TEXT]
    scanner.list_side.rows.setCurrentIndex(scanner.shots.index(0, 0))
    assert scanner.looking.said() == (
        "“letter.jpg” is no picture that can be shown. Choose a photograph as JPEG or PNG."
    )
    assert not scanner.foot.add.isEnabled()
    assert not scanner.panel.isEnabled()


def test_a_reader_that_breaks_leaves_the_picture_to_be_typed_from(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(TextReader(failing("crash")), plain(tmp_path), plain(tmp_path, "second.jpg"))
    assert states(scanner) == [ShotState.NOTHING, ShotState.NOTHING]
    assert "The part that reads text ended by itself." in scanner.looking.said()
    assert scanner.looking.read_again.isVisible()
    QTest.keyClicks(scanner.panel.box(FieldKind.NAME).editor, "Tomasz Nowak")
    add(scanner)
    assert desk.people() == ["Tomasz Nowak"]
    assert event_cards(desk.ws, desk.event)[0].photo is not None


def test_reading_is_stopped_with_esc_and_can_be_taken_up_again(threaded: ScanDesk, tmp_path: Path) -> None:
    hanging = TextReader(failing("hang"))
    scanner = threaded.open(None, event=False)
    threaded.close(scanner)
    from netdesk.ui.scanning.opener import open_card_scanner

    scanner = open_card_scanner(
        threaded.shell, threaded.event, [plain(tmp_path), plain(tmp_path, "two.jpg")], reader=hanging
    )
    threaded._qtbot.waitUntil(
        lambda: scanner.looking.said() == "Reading…" and scanner.foot.progress.isVisible()
    )
    QTest.keyClick(scanner, Qt.Key.Key_Escape)
    threaded.read(scanner)
    assert states(scanner) == [ShotState.STOPPED, ShotState.STOPPED]
    assert not scanner.foot.progress.isVisible()
    assert scanner.looking.said() == "Not read. You can type what you see."
    QTest.mouseClick(scanner.looking.read_again, Qt.MouseButton.LeftButton)
    assert scanner.run.is_busy
    threaded.close(scanner)
    assert overlay_of(threaded.program) is None


def test_what_is_typed_while_a_picture_is_read_stays_and_the_rest_is_filled_in(
    threaded: ScanDesk, tmp_path: Path
) -> None:
    from netdesk.ui.scanning.opener import open_card_scanner

    scanner = open_card_scanner(
        threaded.shell,
        threaded.event,
        [plain(tmp_path), plain(tmp_path, "two.jpg")],
        reader=reading(tmp_path),
    )
    name = scanner.panel.box(FieldKind.NAME).editor
    assert name.hasFocus()
    QTest.keyClicks(name, "Priya Menon")
    threaded.read(scanner)
    assert shown(scanner)["Name"] == "Priya Menon"
    assert shown(scanner)["Role"] == "Bookkeeper"
    now = scanner.panel.box(FieldKind.NAME).editor
    assert isinstance(now, QLineEdit)
    assert (now.hasFocus(), now.cursorPosition()) == (True, len("Priya Menon"))


def test_a_card_typed_and_added_before_it_was_read_stays_added(threaded: ScanDesk, tmp_path: Path) -> None:
    from netdesk.ui.scanning.opener import open_card_scanner

    hanging = TextReader(failing("hang"), limit=0.5)
    scanner = open_card_scanner(threaded.shell, threaded.event, [plain(tmp_path)], reader=hanging)
    QTest.keyClicks(scanner.panel.box(FieldKind.NAME).editor, "Anna Kowalska")
    add(scanner)
    threaded.read(scanner)
    threaded._qtbot.waitUntil(lambda: states(scanner) == [ShotState.ADDED])
    assert threaded.people() == ["Anna Kowalska"]


def test_the_program_can_be_closed_while_a_card_is_read(threaded: ScanDesk, tmp_path: Path) -> None:
    from netdesk.ui.scanning.opener import open_card_scanner

    hanging = TextReader(failing("hang"))
    scanner = open_card_scanner(threaded.shell, threaded.event, [plain(tmp_path)], reader=hanging)
    threaded._qtbot.waitUntil(lambda: scanner.looking.said() == "Reading…")
    # The program ends with the test; what the reading process and its thread leave behind would be told.
    assert scanner.run.is_busy
    assert hanging.process_id() is not None


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_part_codes_are_read_and_the_command_is_offered(
    desk: ScanDesk, tmp_path: Path
) -> None:
    scanner = desk.open(None, plain(tmp_path), coded(tmp_path, PRIYA_MECARD))
    assert states(scanner) == [ShotState.NOTHING, ShotState.CODE]
    assert scanner.looking.said() == "There is no code on it. Type what you see."
    banner = scanner.banner
    assert banner is not None
    said_there = " ".join(label.text() for label in banner.findChildren(QLabel))
    assert "about 140 MB, and half a gigabyte of memory while reading." in said_there
    QTest.mouseClick(banner.copy, Qt.MouseButton.LeftButton)
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    assert QGuiApplication.clipboard().text() == f'{python} -m pip install "netdesk[cards]"'
    assert banner.copy.text() == "Copied"


def test_the_command_is_for_the_python_netdesk_runs_with() -> None:
    folder = Path("Program Files") / "NetDesk"
    command = install_command(str(folder / "pythonw.exe"))
    assert command == f'"{folder / "python.exe"}" -m pip install "netdesk[cards]"'


def test_a_turned_picture_is_kept_as_it_was_turned(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path))
    QTest.mouseClick(scanner.looking.buttons["right"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(scanner.looking.buttons["right"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(scanner.looking.buttons["left"], Qt.MouseButton.LeftButton)
    add(scanner)
    kept = of_data(photo(desk.ws, event_cards(desk.ws, desk.event)[0].photo or "") or b"")
    assert kept.size() == drawn_card(()).size().transposed()


def test_a_picture_is_looked_at_closely_by_keys_and_buttons(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path))
    view, buttons = scanner.looking.view, scanner.looking.buttons
    whole = view.scale_shown()
    QTest.mouseClick(buttons["in"], Qt.MouseButton.LeftButton)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale_shown() == pytest.approx(whole * 1.25**2)
    QTest.mouseClick(buttons["out"], Qt.MouseButton.LeftButton)
    assert view.scale_shown() == pytest.approx(whole * 1.25)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale_shown() == pytest.approx(whole)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.scale_shown() == pytest.approx(whole)


def test_a_picture_is_pasted_even_while_a_field_has_the_keyboard(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path))
    QGuiApplication.clipboard().setText("words")
    QTest.keyClick(scanner, Qt.Key.Key_V, CTRL)
    assert scanner.shots.rowCount() == 0
    QGuiApplication.clipboard().setImage(drawn_card((), PRIYA_MECARD))
    QTest.keyClick(scanner, Qt.Key.Key_V, CTRL)
    desk.read(scanner)
    assert [shot.name for shot in scanner.shots.shots()] == ["Pasted picture 1"]
    assert shown(scanner)["Name"] == "Priya Nair"
    QTest.keyClick(scanner.panel.box(FieldKind.ROLE).editor, Qt.Key.Key_V, CTRL)
    desk.read(scanner)
    assert scanner.shots.rowCount() == 2
    QGuiApplication.clipboard().clear()


def test_pictures_are_chosen_and_dropped(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path))
    desk.dialogs.answers = [[coded(tmp_path, PRIYA_MECARD)]]
    scanner.empty.primary_clicked.emit()
    desk.read(scanner)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(plain(tmp_path)))])
    image = QMimeData()
    image.setImageData(drawn_card((), MARTA_VCARD))
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for data in (held, image):
        enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, *keys)
        scanner.dragEnterEvent(enter)
        assert enter.isAccepted()
        scanner.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, *keys))
        desk.read(scanner)
    assert states(scanner) == [ShotState.CODE, ShotState.TEXT, ShotState.CODE]
    assert desk.dialogs.asked == ["Choose pictures of cards"]


def test_closing_too_early_offers_to_go_on_with_all_that_was_typed(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path), plain(tmp_path, "two.jpg"))
    scanner.panel.box(FieldKind.NAME).set_text("Priya R. Nair")
    scanner.skip()
    scanner.panel.box(FieldKind.NAME).set_text("Second Person")
    desk.close(scanner)
    assert said(desk.program) == "1 card is not added yet."
    desk.shell.says._acted("Go on")
    again = next(one for one in desk.program.window.findChildren(Scanner) if one.isVisible())
    assert [shot.state for shot in again.shots.shots()] == [ShotState.TEXT]
    assert shown(again)["Name"] == "Second Person"
    add(again)
    assert desk.people() == ["Second Person"]


def test_undo_takes_a_card_back_and_its_picture_waits_again(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path), plain(tmp_path, "two.jpg"))
    add(scanner)
    assert states(scanner) == [ShotState.ADDED, ShotState.TEXT]
    desk.shell.undo()
    assert states(scanner) == [ShotState.TEXT, ShotState.TEXT]
    assert desk.people() == []
    assert scanner.panel.isEnabled()
    add(scanner)
    assert desk.people() == ["Priya Nair"]


def test_what_cannot_be_kept_is_said_and_nothing_is_added(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path))
    scanner.panel.box(FieldKind.EMAIL).set_text("priya at nairbooks")
    add(scanner)
    assert scanner.panel.trouble.text() == (
        "“priya at nairbooks” is no e-mail address. Write it as name@firm."
    )
    assert scanner.panel.trouble.isVisible()
    assert desk.people() == []
    scanner.panel.box(FieldKind.EMAIL).set_text("priya@nairbooks.example")
    assert not scanner.panel.trouble.isVisible()


def test_a_card_entered_twice_is_not_doubled(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path), plain(tmp_path, "two.jpg"))
    add(scanner)
    assert scanner.panel.whose.known.isChecked()
    add(scanner)
    assert said(desk.program) == "Priya Nair’s card was here already; its picture was kept"
    assert len(event_cards(desk.ws, desk.event)) == 1


def test_the_list_is_walked_with_arrows_and_skipped_pictures_stay(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path), coded(tmp_path, PRIYA_MECARD))
    rows = scanner.list_side.rows
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.hasFocus()
    assert rows.currentIndex().row() == 1
    QTest.mouseClick(scanner.foot.skip, Qt.MouseButton.LeftButton)
    assert states(scanner) == [ShotState.TEXT, ShotState.SKIPPED]
    assert rows.currentIndex().row() == 0
    rows.setCurrentIndex(scanner.shots.index(1, 0))
    add(scanner)
    assert states(scanner) == [ShotState.TEXT, ShotState.ADDED]


def test_the_pictures_are_a_sound_model(desk: ScanDesk, tmp_path: Path, qtmodeltester: ModelTester) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path), saved(tmp_path / "x.jpg", b"x"))
    qtmodeltester.check(scanner.shots)
    words = scanner.shots.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "x.jpg, no picture"


def test_more_pictures_than_fit_one_sitting_are_said(
    desk: ScanDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shots_room, "MOST_SHOTS", 1)
    monkeypatch.setattr("netdesk.ui.scanning.scanner.MOST_SHOTS", 1)
    scanner = desk.open(reading(tmp_path), plain(tmp_path), plain(tmp_path, "two.jpg"))
    assert scanner.shots.rowCount() == 1
    assert scanner.foot.said() == "1 pictures are read at a sitting; the rest can come after."


NASTY = '<img src="file:///dev/zero"><h1>Marta</h1>'


def test_hostile_text_of_a_code_is_only_text(desk: ScanDesk, tmp_path: Path) -> None:
    text = f"MECARD:N:{NASTY};ORG:{'W' * 600};URL:javascript\\:alert(1);NOTE:{NASTY};;"
    scanner = desk.open(None, coded(tmp_path, text), event=False)
    assert shown(scanner)["Name"] == NASTY
    assert "Address as written: javascript:alert(1)" in shown(scanner)["Note"]
    for label in scanner.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert len(scanner.panel.box(FieldKind.ORGANISATION).text()) <= 300
    assert not desk.program.window.grab().isNull()
    scanner.panel.box(FieldKind.ORGANISATION).set_text("Harbour Hall")
    add(scanner)
    assert desk.people() == [NASTY]


def test_everything_that_takes_the_keyboard_has_a_name(desk: ScanDesk, tmp_path: Path) -> None:
    scanner = desk.open(reading(tmp_path), plain(tmp_path))
    overlay = overlay_of(desk.program)
    assert overlay is not None
    nameless = [
        stop for stop in overlay._stops() if not (stop.accessibleName() or getattr(stop, "text", str)())
    ]
    assert nameless == []
    assert isinstance(scanner.panel.boxes[0].editor, QLineEdit)


@pytest.mark.usefixtures("without_extra")
def test_pictures_dropped_on_the_window_are_scanned_and_other_files_brought_in(
    desk: ScanDesk, tmp_path: Path
) -> None:
    desk.program.window.bring_files([coded(tmp_path, PRIYA_MECARD)])
    scanner = next(one for one in desk.program.window.findChildren(Scanner) if one.isVisible())
    desk.read(scanner)
    assert shown(scanner)["Name"] == "Priya Nair"
    desk.program.window.bring_files([plain(tmp_path)])
    desk.read(scanner)
    assert scanner.shots.rowCount() == 2
    desk.close(scanner)
    contacts = saved(tmp_path / "book.vcf", MARTA_VCARD.encode())
    desk.program.window.bring_files([contacts])
    assert [one.isVisible() for one in desk.program.window.findChildren(ImportCard)] == [True]
    assert not [one for one in desk.program.window.findChildren(Scanner) if one.isVisible()]


@pytest.mark.usefixtures("without_extra")
def test_the_command_scans_for_the_event_whose_cards_are_on_the_screen(
    desk: ScanDesk, tmp_path: Path
) -> None:
    desk.shell.go("events", event=desk.event, tab="after")
    desk.shell.commands.run("cards.scan")
    scanner = next(one for one in desk.program.window.findChildren(Scanner) if one.isVisible())
    said_there = [label.text() for label in scanner.findChildren(QLabel)]
    assert any(text.startswith("Cards from Chamber mixer. ") for text in said_there)
    scanner.take_files([coded(tmp_path, PRIYA_MECARD)])
    desk.read(scanner)
    add(scanner)
    assert [card.name for card in event_cards(desk.ws, desk.event)] == ["Priya Nair"]
    desk.close(scanner)
    desk.shell.go("contacts")
    desk.shell.commands.run("cards.scan")
    other = next(one for one in desk.program.window.findChildren(Scanner) if one.isVisible())
    assert not any(label.text().startswith("Cards from") for label in other.findChildren(QLabel))


def test_a_picture_on_its_side_is_shown_upright(desk: ScanDesk, tmp_path: Path) -> None:
    on_side = drawn_card(MARTA).transformed(QTransform().rotate(90))
    lines = [("Marta Lindqvist", 0.99), ("marta@lindqvist.example", 0.99)]
    reader = reading(tmp_path, lines)
    scanner = desk.open(reader, saved(tmp_path / "side.jpg", on_side))
    assert scanner.looking.view.transform().m11() != 0
    scanner.shots.shots()[0].turn = 270
    scanner.looking.show_shot(scanner.shots.shots()[0])
    assert scanner.looking.view.transform().m11() == pytest.approx(0)
    assert not QImage(scanner.grab().toImage()).isNull()

"""The card that introduces two people, and the one for what came of it."""

from __future__ import annotations

from datetime import date
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.contact_kinds import PointKind
from netdesk.method.introductions import IntroductionState
from netdesk.services.contact_points import Point
from netdesk.services.introductions import IntroductionDraft, introductions, make_introduction, propose
from netdesk.services.people import change_fields
from netdesk.ui.introductions import message_box
from netdesk.ui.introductions.introduction_form import IntroductionForm, open_introduction_form
from netdesk.ui.introductions.mail import MOST_LETTERS, mail_to_all
from netdesk.ui.introductions.outcome_form import OutcomeForm
from netdesk.ui.pages.person.sheet import Sheet
from netdesk.ui.widgets.date_field import DateField
from tests.support.programs import TODAY, said

_CONTROL = Qt.KeyboardModifier.ControlModifier


def form(program: Program) -> IntroductionForm:
    return next(one for one in program.window.findChildren(IntroductionForm) if one.isVisible())


def outcome(program: Program) -> OutcomeForm:
    return next(one for one in program.window.findChildren(OutcomeForm) if one.isVisible())


def is_open(program: Program) -> bool:
    return any(one.isVisible() for one in program.window.findChildren(Sheet))


def press(program: Program, qtbot: QtBot, words: str) -> None:
    sheet = next(one for one in program.window.findChildren(Sheet) if one.isVisible())
    button = next(one for one in sheet.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def opened(program: Program, people: dict[str, int]) -> IntroductionForm:
    open_introduction_form(program.window.shell, people["Luis"], people["Marta"], "Shops")
    QApplication.processEvents()
    return form(program)


def typed(qtbot: QtBot, field: DateField, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)


def gives(program: Program, person: int) -> int:
    row = program.workspace.sql("SELECT gives FROM person WHERE id = ?", (person,)).fetchone()
    return int(row[0])


def test_one_press_makes_it_and_it_counts_as_help(
    qtbot: QtBot, program: Program, opened: IntroductionForm, people: dict[str, int]
) -> None:
    assert opened.message.text().startswith("Hello Luis, hello Marta,")
    assert opened.message.words.hasFocus()
    press(program, qtbot, "Made today")
    assert not is_open(program)
    assert said(program) == "Introduced Luis Ortega to Marta Lindqvist."
    (line,) = introductions(program.workspace)
    assert (line.state, line.made_on, line.why) == (IntroductionState.MADE, TODAY, "Shops")
    assert line.message.startswith("Hello Luis")
    assert (gives(program, people["Luis"]), gives(program, people["Marta"])) == (1, 0)


def test_it_may_help_both_and_have_been_another_day(
    qtbot: QtBot, program: Program, opened: IntroductionForm, people: dict[str, int]
) -> None:
    opened.both.setChecked(True)
    typed(qtbot, opened.on, "14 nov")
    assert opened.keep_button.text() == "Made 14 Nov"
    qtbot.keyClick(opened.message.words, Qt.Key.Key_Return, _CONTROL)
    (line,) = introductions(program.workspace)
    assert (line.made_on, line.helps_both) == (date(2026, 11, 14), True)
    assert gives(program, people["Marta"]) == 1


def test_kept_for_later_it_is_on_the_list_and_no_help_yet(
    qtbot: QtBot, program: Program, opened: IntroductionForm, people: dict[str, int]
) -> None:
    opened.message.words.setPlainText("Do meet!")
    press(program, qtbot, "Keep for later")
    (line,) = introductions(program.workspace)
    assert (line.state, line.message) == (IntroductionState.PROPOSED, "Do meet!")
    assert gives(program, people["Luis"]) == 0
    open_introduction_form(program.window.shell, introduction_id=line.id)
    assert form(program).message.text() == "Do meet!"
    press(program, qtbot, "Made today")
    assert introductions(program.workspace)[0].state is IntroductionState.MADE
    assert program.workspace.history()[0].title == "Introduce Luis Ortega to Marta Lindqvist"


def test_one_on_the_list_is_deleted_from_its_card(
    qtbot: QtBot, program: Program, people: dict[str, int]
) -> None:
    number = propose(program.workspace, IntroductionDraft(people["Luis"], people["Marta"]))
    open_introduction_form(program.window.shell, introduction_id=number)
    press(program, qtbot, "Delete")
    assert introductions(program.workspace) == ()
    program.window.shell.undo()
    assert len(introductions(program.workspace)) == 1


def test_who_fits_is_offered_while_nobody_is_chosen(
    qtbot: QtBot, program: Program, people: dict[str, int]
) -> None:
    open_introduction_form(program.window.shell, people["Luis"])
    opened = form(program)
    assert opened.other.hasFocus()
    press(program, qtbot, "Marta Lindqvist")
    assert opened.other.choice() == people["Marta"]
    assert opened.why.text() == "Luis looks for shops that outgrew a spreadsheet"
    assert opened.message.text().startswith("Hello Luis, hello Marta,")
    assert opened.title.text() == "Introduce Luis Ortega to Marta Lindqvist"


def test_hostile_names_stay_plain_on_both_cards(program: Program, people: dict[str, int]) -> None:
    nasty = "<img src='file:///x'> & <b>Co</b>"
    change_fields(program.workspace, people["Marta"], given=nasty, family="w" * 180)
    open_introduction_form(program.window.shell, people["Luis"])
    opened = form(program)
    (offer,) = opened.offers.findChildren(QPushButton)
    assert offer.text().startswith("<img src='file:///x'> && <b>")
    assert offer.shortcut().isEmpty()
    assert "&lt;img" in offer.toolTip()
    offer.click()
    assert "<img" in opened.message.text()
    assert opened.title.textFormat() is Qt.TextFormat.PlainText
    assert opened.width() <= program.window.width()


def test_by_keys_alone_two_are_chosen_one_after_the_other(
    qtbot: QtBot, program: Program, people: dict[str, int]
) -> None:
    open_introduction_form(program.window.shell)
    opened = form(program)
    assert opened.person.hasFocus()
    for field, letters in ((opened.person, "luis"), (opened.other, "marta")):
        qtbot.keyClicks(field, letters)
        popup = field.completer().popup()
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert (opened.person.choice(), opened.other.choice()) == (people["Luis"], people["Marta"])
    assert program.window.focusWidget() is opened.message.words


def test_a_message_that_was_changed_stays_when_another_is_chosen(
    program: Program, opened: IntroductionForm, people: dict[str, int]
) -> None:
    opened.other.set_choice(people["Ken"], "Ken Oduya")
    opened.other.chosen.emit(people["Ken"])
    assert opened.message.text().startswith("Hello Luis, hello Ken,")
    opened.message.words.setPlainText("My own words")
    opened.other.set_choice(people["Nadia"], "Nadia Rahman")
    opened.other.chosen.emit(people["Nadia"])
    assert opened.message.text() == "My own words"


def test_what_is_missing_is_said_where_it_is(qtbot: QtBot, program: Program, people: dict[str, int]) -> None:
    open_introduction_form(program.window.shell, people["Luis"])
    opened = form(program)
    press(program, qtbot, "Made today")
    assert opened.trouble.text() == "To whom? Type a name and choose from the list."
    assert opened.other.property("wrong")
    opened.other.set_choice(people["Luis"], "Luis Ortega")
    press(program, qtbot, "Made today")
    assert opened.trouble.text().startswith("Nobody is introduced to themselves.")
    opened.other.set_choice(people["Marta"], "Marta Lindqvist")
    typed(qtbot, opened.on, "the day before never")
    press(program, qtbot, "Made today")
    assert opened.trouble.text().startswith("When was it?")
    assert introductions(program.workspace) == ()


def test_two_who_are_introduced_already_are_refused_in_words(
    qtbot: QtBot, program: Program, opened: IntroductionForm, people: dict[str, int]
) -> None:
    make_introduction(program.workspace, IntroductionDraft(people["Marta"], people["Luis"]), TODAY)
    press(program, qtbot, "Keep for later")
    assert opened.trouble.text().startswith("You introduced these two already.")


def test_what_was_typed_survives_closing(
    qtbot: QtBot, program: Program, opened: IntroductionForm, people: dict[str, int]
) -> None:
    opened.why.setText("Both cycle")
    qtbot.keyClick(opened.why, Qt.Key.Key_Escape)
    assert not is_open(program)
    assert said(program) == "The introduction is not kept yet."
    program.window.shell.says._acted("Go on")
    assert form(program).why.text() == "Both cycle"


# The message -----------------------------------------------------------------------------------------


def test_the_message_is_copied(qtbot: QtBot, program: Program, opened: IntroductionForm) -> None:
    qtbot.mouseClick(opened.message.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == opened.message.text()
    assert said(program) == "The message is copied."


def test_without_an_address_there_is_no_e_mail_and_it_is_said_whose_is_missing(
    program: Program, people: dict[str, int]
) -> None:
    change_fields(program.workspace, people["Luis"], points=(Point(PointKind.EMAIL, "luis@ortega.example"),))
    open_introduction_form(program.window.shell, people["Luis"], people["Marta"])
    assert form(program).message.mail.isEnabled()
    assert form(program).message.missing.text() == "No e-mail address of Marta"


def test_an_e_mail_to_both_is_opened(
    qtbot: QtBot, program: Program, people: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_urls: list[QUrl] = []
    monkeypatch.setattr(message_box, "go_outside", lambda url: bool(opened_urls.append(url)) or True)
    for name in ("Luis", "Marta"):
        point = Point(PointKind.EMAIL, f"{name.lower()}@mail.example")
        change_fields(program.workspace, people[name], points=(point,))
    open_introduction_form(program.window.shell, people["Luis"], people["Marta"])
    opened = form(program)
    qtbot.mouseClick(opened.message.mail, Qt.MouseButton.LeftButton)
    text = unquote(opened_urls[0].toString(QUrl.ComponentFormattingOption.FullyEncoded))
    assert text.startswith(
        "mailto:luis@mail.example,marta@mail.example?subject=Luis, meet Marta&body=Hello Luis"
    )
    opened.message.words.setPlainText("long " * 1_000)
    qtbot.mouseClick(opened.message.mail, Qt.MouseButton.LeftButton)
    assert "body" not in opened_urls[1].toString()
    assert QApplication.clipboard().text().startswith("long long")
    assert said(program).startswith("The message is long")


@pytest.mark.parametrize(
    "address", ["a@b.example?bcc=x@y.example", "a@b.example,evil@z.example", "a@b.example&body=evil", "a b"]
)
def test_no_address_or_text_can_add_a_receiver_or_a_header(address: str) -> None:
    url, _ = mail_to_all([address], "Hello?bcc=x&cc=y", "&bcc=me@x.example\r\nline")
    written = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    assert written.count("?") == 1
    assert written.count("&") == 1
    assert "," not in written
    assert len(written) <= MOST_LETTERS


def test_nobody_to_write_to_is_no_e_mail() -> None:
    url, _ = mail_to_all(["", " "], "Hello", "text")
    assert url.isEmpty()


# What came of it ---------------------------------------------------------------------------------------


@pytest.fixture
def made(program: Program, people: dict[str, int]) -> int:
    draft = IntroductionDraft(people["Luis"], people["Marta"], "Shops")
    return make_introduction(program.workspace, draft, date(2026, 11, 10))


def test_one_that_was_made_opens_what_came_of_it(qtbot: QtBot, program: Program, made: int) -> None:
    open_introduction_form(program.window.shell, introduction_id=made)
    opened = outcome(program)
    assert opened.outcome.hasFocus()
    qtbot.keyClick(opened.outcome, Qt.Key.Key_Right)
    qtbot.keyClick(opened.outcome, Qt.Key.Key_Right)
    opened.words.setText("A £900 job")
    press(program, qtbot, "Save")
    (line,) = introductions(program.workspace)
    assert (line.state, line.outcome, line.outcome_on) == (IntroductionState.BUSINESS, "A £900 job", TODAY)
    assert said(program) == "Luis Ortega and Marta Lindqvist: business."


def test_it_may_not_have_been_made_after_all(
    qtbot: QtBot, program: Program, made: int, people: dict[str, int]
) -> None:
    open_introduction_form(program.window.shell, introduction_id=made)
    press(program, qtbot, "Not made after all")
    assert introductions(program.workspace)[0].state is IntroductionState.PROPOSED
    assert gives(program, people["Luis"]) == 0
    program.window.shell.undo()
    assert gives(program, people["Luis"]) == 1


def test_it_is_deleted_with_the_help_it_counted_as(
    qtbot: QtBot, program: Program, made: int, people: dict[str, int]
) -> None:
    open_introduction_form(program.window.shell, introduction_id=made)
    press(program, qtbot, "Delete")
    assert introductions(program.workspace) == ()
    assert gives(program, people["Luis"]) == 0


def test_a_day_before_it_was_made_is_refused(qtbot: QtBot, program: Program, made: int) -> None:
    open_introduction_form(program.window.shell, introduction_id=made)
    opened = outcome(program)
    opened.on.set_date(date(2026, 11, 1))
    press(program, qtbot, "Save")
    assert opened.trouble.text().startswith("That is before they were introduced.")
    assert opened.on.property("wrong")
    typed(qtbot, opened.on, "whenever")
    press(program, qtbot, "Save")
    assert opened.trouble.text().startswith("When was it?")


def test_an_outcome_that_was_chosen_survives_closing(qtbot: QtBot, program: Program, made: int) -> None:
    open_introduction_form(program.window.shell, introduction_id=made)
    opened = outcome(program)
    assert opened.state() == {}
    opened.words.setText("Coffee on Friday")
    qtbot.keyClick(opened.words, Qt.Key.Key_Escape)
    program.window.shell.says._acted("Go on")
    assert outcome(program).words.text() == "Coffee on Friday"

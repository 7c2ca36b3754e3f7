"""The country of phone numbers and the order of day and month, chosen in Settings, on the person's page."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from netdesk.method.contact_kinds import PointKind
from netdesk.method.dates import PartialDate
from netdesk.services.follow_ups import add_follow_up, open_follow_ups
from netdesk.services.own_fields import OwnFieldKind, add_own_field
from netdesk.services.people import PersonDraft, read_draft
from netdesk.services.preferences import DateOrder, save_date_order, save_region
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.person.fields import coming_day, past_day, read_partial
from netdesk.ui.pages.person.new_person import NewPerson
from tests.support.person_window import TODAY, PersonWindow

ORDERS = [(DateOrder.DAY_FIRST, (3, 4)), (DateOrder.MONTH_FIRST, (4, 3)), (DateOrder.SYSTEM, (3, 4))]
"""What 3/4 is read as, (day, month), on a British computer."""


def compared_by(workspace: Workspace, person: int) -> list[str]:
    rows = workspace.sql(
        "SELECT normalised FROM contact_point WHERE person_id = ? AND kind = 'phone' ORDER BY position",
        (person,),
    )
    return [row[0] for row in rows]


def new_person_card(opened: PersonWindow) -> NewPerson:
    opened.shell.commands.run("contacts.new_person")
    return next(sheet for sheet in opened.window.findChildren(NewPerson) if sheet.isVisible())


@pytest.mark.parametrize(("country", "kept"), [("SE", "+46701740605"), ("", "+44701740605")])
def test_a_new_persons_number_is_of_the_country_chosen(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, country: str, kept: str
) -> None:
    save_region(workspace, country)
    card = new_person_card(opened)
    qtbot.keyClicks(card.paste, "Ellen Brandt, 070-174 06 05")
    assert card.fields["phone"].text()
    card.keep_once()
    ellen = workspace.sql("SELECT id FROM person WHERE given = 'Ellen'").fetchone()[0]
    assert compared_by(workspace, ellen) == [kept]


def test_a_number_is_already_here_in_the_country_chosen(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    save_region(workspace, "US")
    card = new_person_card(opened)
    qtbot.keyClicks(card.paste, "Grace, 07700 900123")
    assert card.warning() == ""
    card.finish()
    save_region(workspace, "GB")
    card = new_person_card(opened)
    card.paste.clear()
    qtbot.keyClicks(card.paste, "Grace, 07700 900123")
    assert card.warning() == "Already here: Grace Adeyemi (same phone)"


def test_a_number_typed_into_the_form_is_of_the_country_chosen(
    opened: PersonWindow, workspace: Workspace, grace: int
) -> None:
    save_region(workspace, "SE")
    opened.view.edit()
    form = opened.view.form()
    assert form is not None
    form.points.add(PointKind.PHONE).value.setText("070-174 06 05")
    form.save_asked.emit()
    assert compared_by(workspace, grace) == ["+447700900123", "+46701740605"]


@pytest.mark.parametrize(("order", "meant"), ORDERS)
def test_typed_days_are_read_in_the_order_chosen(
    qtbot: QtBot, opened: PersonWindow, workspace: Workspace, order: DateOrder, meant: tuple[int, int]
) -> None:
    save_date_order(workspace, order)
    day, month = meant
    for make, year in ((past_day, 2026), (coming_day, 2027)):
        field = make(opened.shell)
        qtbot.addWidget(field)
        qtbot.keyClicks(field, "3/4")
        assert field.date() == date(year, month, day)


@pytest.mark.parametrize(("order", "meant"), ORDERS)
def test_days_in_the_form_are_read_in_the_order_chosen(
    opened: PersonWindow, workspace: Workspace, grace: int, order: DateOrder, meant: tuple[int, int]
) -> None:
    save_date_order(workspace, order)
    renewal = add_own_field(workspace, "Renewal", OwnFieldKind.DATE)
    day, month = meant
    opened.show(grace)
    opened.view.edit()
    form = opened.view.form()
    assert form is not None
    form.birthday.setText("3/4/1980")
    form.anniversary.setText("3/4/2012")
    own = form.own.editor(renewal)
    assert isinstance(own, QLineEdit)
    own.setText("3/4/2027")
    form.save_asked.emit()
    kept = read_draft(workspace, grace)
    assert kept.birthday == PartialDate(1980, month, day)
    assert kept.anniversary == PartialDate(2012, month, day)
    assert kept.own_values[renewal] == date(2027, month, day).isoformat()


@pytest.mark.parametrize(("order", "meant"), ORDERS)
def test_a_follow_up_moves_to_the_day_in_the_order_chosen(
    opened: PersonWindow, workspace: Workspace, grace: int, order: DateOrder, meant: tuple[int, int]
) -> None:
    save_date_order(workspace, order)
    day, month = meant
    add_follow_up(workspace, grace, "Send the pricing guide", TODAY)
    opened.show(grace)
    opened.dialogs.answers.append("3/4")
    row = opened.view.timeline.follow_up_rows()[0]
    row.moved.emit(row.follow_up, None)
    assert open_follow_ups(workspace, grace)[0].due == date(2027, month, day)


def test_words_for_a_birthday_are_read_whatever_the_order() -> None:
    assert read_partial("17 May 1980", day_first=False) == PartialDate(1980, 5, 17)
    assert read_partial("5/17", day_first=False) == PartialDate(None, 5, 17)
    assert PersonDraft(birthday=read_partial("--05-17", day_first=False)).birthday == PartialDate(None, 5, 17)

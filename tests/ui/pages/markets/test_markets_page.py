"""The page of target markets: its lists, its forms, deleting with undo, the ways that lead there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from netdesk.app.compose import Program
from netdesk.method.contact_kinds import MarketStanding
from netdesk.services.contacts import ContactQuery
from netdesk.services.market_page import MarketPage, market_page, market_rows
from netdesk.services.market_people import add_people, how_close, people_of_market
from netdesk.services.markets import add_market
from netdesk.services.people import person_name
from netdesk.store.workspace import Workspace
from netdesk.ui.pages.contacts.menus import ListDeeds, list_menu
from netdesk.ui.pages.markets.market_forms import AddToMarket, NewMarket, _add_again
from netdesk.ui.pages.markets.page import MarketsPage
from netdesk.ui.pages.markets.people_panel import MarketPeople
from tests.support.kept_files import new_workspace
from tests.support.programs import ScriptedDialogs, overlay_of, place_shown, running, said
from tests.support.workspaces import sample_people

IN, CLOSE = MarketStanding.IN, MarketStanding.CLOSE


class Markets:
    """The program, its page, two markets and four people: two in the first, one close to it."""

    def __init__(self, program: Program, dialogs: ScriptedDialogs) -> None:
        self.program, self.dialogs = program, dialogs
        self.workspace, self.shell = program.workspace, program.window.shell
        page = program.window.page("markets")
        assert isinstance(page, MarketsPage)
        self.page, self.view = page, page.view
        self.cafes, self.shops = (row.id for row in market_rows(self.workspace))
        self.people = sorted(int(row[0]) for row in self.workspace.sql("SELECT id FROM person"))

    def kept(self) -> MarketPage:
        return market_page(self.workspace, self.shops)

    def listed(self, standing: MarketStanding) -> list[int]:
        return list(people_of_market(self.workspace, self.shops, standing))

    def pick(self, panel: MarketPeople, person: int, words: str) -> None:
        """Open the menu on somebody and choose a line of it."""
        panel.list.choose_id(person)
        panel.list.menu_asked.emit(QPoint(10, 10))
        (menu,) = [each for each in panel.list.findChildren(QMenu) if each.isVisible()]
        action = next(each for each in menu.actions() if each.text() == words)
        menu.close()
        action.trigger()


def fill(workspace: Workspace) -> None:
    shops = add_market(workspace, "Owner-run shops", who="Under ten people", where_they_gather="Fairs")
    add_market(workspace, "Cafés")
    people = sample_people(workspace, 4)
    add_people(workspace, shops, people[:2], IN)
    add_people(workspace, shops, people[2:3], CLOSE, "Keeps their books")


@pytest.fixture
def markets(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Markets]:
    path = tmp_path / "network.netdesk"
    workspace = new_workspace(path)
    fill(workspace)
    workspace.close()
    dialogs = ScriptedDialogs()
    with running(qapp, path, dialogs=dialogs) as program:
        qtbot.waitUntil(program.window.isActiveWindow)
        window = Markets(program, dialogs)
        window.shell.go("markets", market=window.shops)
        QCoreApplication.processEvents()
        yield window


def test_a_market_shows_what_it_is_and_its_people_in_two_lists(markets: Markets) -> None:
    view = markets.view
    assert place_shown(markets.program) == "markets"
    assert (view.header.title.text(), view.header.about.text()) == (
        "Owner-run shops",
        "2 in it · 1 close to it",
    )
    assert view.about.rows["who"].answer.text() == "Under ten people"
    assert list(view.inside.ids()) == markets.listed(IN)
    assert list(view.close_to.ids()) == markets.listed(CLOSE)
    row = view.close_to.list.rows.item(0)
    assert getattr(row, "organisation", "") == "Keeps their books"
    model = markets.page.list.model
    assert [str(model.index(row).data()) for row in range(model.rowCount())] == ["Cafés", "Owner-run shops"]
    assert (
        model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Owner-run shops, 2 in it · 1 close to it"
    )


def test_deleting_a_market_with_people_in_it_says_so_and_undo_brings_all_back(markets: Markets) -> None:
    before = markets.kept()
    markets.page.delete()
    assert said(markets.program) == "Deleted “Owner-run shops”; 2 in it and 1 close to it stay contacts"
    assert [row.title for row in market_rows(markets.workspace)] == ["Cafés"]
    assert markets.view.page is not None
    assert markets.view.page.title == "Cafés"
    markets.shell.undo()
    assert markets.kept() == before
    assert len(markets.people) == 4


def test_with_the_last_market_gone_the_page_offers_the_first_step(qtbot: QtBot, markets: Markets) -> None:
    markets.page.delete()
    markets.page.delete()
    assert markets.page.empty.isVisible()
    assert markets.view.page is None
    markets.page.empty.primary_clicked.emit()
    form = markets.program.window.findChild(NewMarket)
    assert isinstance(form, NewMarket)
    qtbot.keyClicks(form.name, "Charities")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert said(markets.program) == "Added “Charities”"
    assert markets.view.page is not None
    assert markets.view.page.title == "Charities"


def test_a_market_without_a_name_or_with_one_taken_is_refused_on_its_card(
    qtbot: QtBot, markets: Markets
) -> None:
    markets.page.new_market()
    form = markets.program.window.findChild(NewMarket)
    assert isinstance(form, NewMarket)
    form.keep_once()
    assert form.trouble.text() == "Give the market a name."
    form.name.setText("cafés")
    form.keep_once()
    assert form.trouble.text().startswith("There is a market “cafés” already.")
    form.name.setText("Museums")
    form.who.setPlainText("Run by towns")
    form.keep_once()
    assert market_rows(markets.workspace)[1].market.who == "Run by towns"


def test_people_are_added_by_name_as_close_with_how(qtbot: QtBot, markets: Markets) -> None:
    qtbot.keyClick(markets.page, Qt.Key.Key_P)
    form = markets.program.window.findChild(AddToMarket)
    assert isinstance(form, AddToMarket)
    assert form.people.more.hasFocus()
    qtbot.keyClicks(form.people.more, person_name(markets.workspace, markets.people[3]).name)
    form.how.setText("Rents to them")
    form.keep_once()
    assert said(markets.program) == "Added 1 person"
    assert overlay_of(markets.program) is None
    assert markets.people[3] in markets.listed(CLOSE)
    assert how_close(markets.workspace, markets.shops, markets.people)[markets.people[3]] == "Rents to them"
    assert markets.view.header.about.text() == "2 in it · 2 close to it"


def test_the_card_grows_with_those_who_are_chosen_and_with_what_is_wrong(
    qtbot: QtBot, markets: Markets
) -> None:
    markets.page.add_people()
    form = markets.program.window.findChild(AddToMarket)
    assert isinstance(form, AddToMarket)
    QCoreApplication.processEvents()
    line, before = form.people.more.height(), form.height()
    form.people.more.chosen.emit(markets.people[3])
    qtbot.waitUntil(lambda: form.height() > before)
    assert form.people.more.height() == line
    assert form.people.people() == (markets.people[3],)
    with_somebody = form.height()
    form.how.setMaxLength(600)
    form.how.setText("x" * 501)
    form.keep_once()
    qtbot.waitUntil(lambda: form.height() > with_somebody)
    assert form.trouble.text().startswith("The sentence on how they are close has 501 letters")


def test_a_name_nobody_has_is_said_and_nothing_is_added(qtbot: QtBot, markets: Markets) -> None:
    markets.view.inside.add_wanted.emit()
    form = markets.program.window.findChild(AddToMarket)
    assert isinstance(form, AddToMarket)
    assert form.standing.chosen() == 0
    form.keep_once()
    assert form.trouble.text().startswith("Whom do you want to add?")
    qtbot.keyClicks(form.people.more, "Nobody Known")
    form.keep_once()
    assert form.trouble.text().startswith("I do not know that name.")
    assert markets.kept().inside == 2


def test_delete_takes_the_selected_out_and_undo_brings_them_back(qtbot: QtBot, markets: Markets) -> None:
    panel = markets.view.inside
    panel.list.selectAll()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert said(markets.program) == "Took 2 people out of Owner-run shops"
    assert markets.listed(IN) == []
    assert panel.nothing.isVisible()
    markets.shell.undo()
    assert len(markets.listed(IN)) == 2
    assert panel.list.isVisible()


def test_the_menu_moves_somebody_to_the_other_list(markets: Markets) -> None:
    (near,) = markets.listed(CLOSE)
    markets.pick(markets.view.close_to, near, "In this market instead")
    assert near in markets.listed(IN)
    name = person_name(markets.workspace, near).name
    assert said(markets.program) == f"{name} is in Owner-run shops"
    markets.pick(markets.view.inside, near, "Close to it instead")
    assert markets.listed(CLOSE) == [near]
    assert how_close(markets.workspace, markets.shops, [near]) == {near: "Keeps their books"}


def test_how_somebody_is_close_is_asked_and_shown(markets: Markets) -> None:
    (near,) = markets.listed(CLOSE)
    markets.dialogs.answers.append("Audits them")
    markets.pick(markets.view.close_to, near, "Say how they are close…")
    assert how_close(markets.workspace, markets.shops, [near]) == {near: "Audits them"}
    assert getattr(markets.view.close_to.list.rows.item(0), "organisation", "") == "Audits them"
    markets.pick(markets.view.close_to, near, "Say how they are close…")
    assert how_close(markets.workspace, markets.shops, [near]) == {near: "Audits them"}


def test_enter_on_somebody_opens_their_page(qtbot: QtBot, markets: Markets) -> None:
    panel = markets.view.inside
    panel.list.choose_id(markets.listed(IN)[0])
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert place_shown(markets.program) == "contacts"


def test_renaming_to_a_name_taken_is_told_and_taken_back(markets: Markets) -> None:
    markets.view.header.title.saved.emit("Cafés")
    assert said(markets.program).startswith("There is a market “Cafés” already.")
    assert markets.view.header.title.text() == "Owner-run shops"
    markets.view.header.title.saved.emit("Small shops")
    assert markets.kept().title == "Small shops"
    markets.view.about.saved.emit("who_is_close", "Accountants")
    assert markets.kept().market.who_is_close == "Accountants"


def test_the_search_leaves_markets_that_mention_the_words(markets: Markets) -> None:
    markets.page.list.look_for("fairs")
    model = markets.page.list.model
    assert [str(model.index(row).data()) for row in range(model.rowCount())] == ["Owner-run shops"]
    markets.page.list.look_for("museums")
    assert markets.page.list.nothing.text() == "No market mentions “museums”."
    markets.page.open(market=markets.cafes)
    assert markets.page.list.text == ""
    assert markets.page.remembered() == {"market": markets.cafes}


def test_the_palette_settings_and_the_menu_of_contacts_lead_here(markets: Markets) -> None:
    commands = markets.shell.commands
    assert commands.has("go.markets")
    assert commands.has("markets.new")
    markets.shell.go("settings")
    page = markets.program.window.page("settings")
    page.markets.opened.emit(markets.cafes)  # type: ignore[attr-defined]
    assert place_shown(markets.program) == "markets"
    assert markets.view.page is not None
    assert markets.view.page.id == markets.cafes
    markets.shell.go("contacts")
    asked: list[str] = []
    deeds = ListDeeds(
        sort=lambda _: asked.append("sort"),
        show_archived=lambda: asked.append("archived"),
        show_bin=lambda: asked.append("bin"),
        manage_tags=lambda: asked.append("tags"),
    )
    menu = list_menu(markets.program.window, ContactQuery(), None, commands, deeds)
    next(action for action in menu.actions() if action.text() == "Target markets").trigger()
    assert place_shown(markets.program) == "markets"
    assert asked == []


def test_a_market_deleted_in_settings_says_who_was_in_it(markets: Markets) -> None:
    page = markets.program.window.page("settings")
    page.markets.deleted.emit(markets.shops)  # type: ignore[attr-defined]
    assert said(markets.program) == "Deleted “Owner-run shops”; 2 in it and 1 close to it stay contacts"


def test_the_page_comes_up_on_what_was_wanted_or_remembered(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "network.netdesk"
    workspace = new_workspace(path)
    fill(workspace)
    cafes, shops = (row.id for row in market_rows(workspace))
    workspace.close()
    with running(qapp, path) as program:
        page = program.window.page("markets")
        assert isinstance(page, MarketsPage)
        page.remember({"market": shops, "odd": []})
        page.remember({"market": "none"})
        program.window.show_place("markets")
        assert page.view.page is not None
        assert page.view.page.id == shops
        program.window.shell.go("markets", market=cafes, new=True)
        assert page.view.page.id == cafes
        assert isinstance(program.window.findChild(NewMarket), NewMarket)


def test_a_card_left_unfinished_is_offered_again_with_what_was_typed(qtbot: QtBot, markets: Markets) -> None:
    markets.page.add_people()
    form = markets.program.window.findChild(AddToMarket)
    assert isinstance(form, AddToMarket)
    form.people.more.chosen.emit(markets.people[3])
    form.how.setText("Rents to them")
    form.ended.emit()
    assert said(markets.program) == "They are not added yet."
    state = form.state()
    assert (state["people"], state["how"]) == ((markets.people[3],), "Rents to them")
    again = _add_again(markets.shell, state)
    assert isinstance(again, AddToMarket)
    assert again.people.people() == (markets.people[3],)
    assert again.how.text() == "Rents to them"
    again.standing.picked.emit(again.standing.chosen())
    assert again.how.isVisible()


def test_e_goes_to_the_first_answer_that_is_empty(qtbot: QtBot, markets: Markets) -> None:
    qtbot.keyClick(markets.page, Qt.Key.Key_E)
    rows = markets.view.about.rows
    assert rows["who_is_close"].answer.is_editing()
    assert not rows["who"].answer.is_editing()

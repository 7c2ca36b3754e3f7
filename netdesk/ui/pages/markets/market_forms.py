"""The cards of the page: a new market, and people added to one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from netdesk.method.contact_kinds import MarketStanding
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.services.market_page import market_page
from netdesk.services.market_people import AddedToMarket, add_people
from netdesk.services.markets import add_market
from netdesk.services.people import PersonName, person_name
from netdesk.ui.pages.person.fields import labelled, line, mark_wrong
from netdesk.ui.pages.person.sheet import Sheet, Words, show_sheet
from netdesk.ui.pages.person.with_people import WithPeople
from netdesk.ui.shell import Shell
from netdesk.ui.widgets.segments import Segments

_WIDTH = 560
_STANDINGS = tuple(MarketStanding)


def open_new_market(shell: Shell, state: dict[str, Any] | None = None) -> Sheet:
    """Open the card of a new market; saved, the page goes to it."""
    sheet = NewMarket(shell, state or {})
    return show_sheet(
        shell, sheet, "The market is not added yet.", partial(open_new_market, shell), width=_WIDTH
    )


def open_add_people(shell: Shell, market_id: int, standing: MarketStanding = MarketStanding.CLOSE) -> Sheet:
    """Open the card that adds people to a market. Raises NotFound."""
    return _add_again(shell, {"market": market_id, "standing": standing})


def _add_again(shell: Shell, state: dict[str, Any]) -> Sheet:
    market = int(state["market"])
    name = shell.desk.read(lambda ws: market_page(ws, market)).title
    people = [shell.desk.read(partial(person_name, person_id=one)) for one in state.get("people", ())]
    sheet = AddToMarket(shell, market, name, people, state)
    return show_sheet(shell, sheet, "They are not added yet.", partial(_add_again, shell), width=_WIDTH)


class NewMarket(Sheet):
    """``added(int)``: the id of the market."""

    added = Signal(object)

    def __init__(self, shell: Shell, state: dict[str, Any]) -> None:
        super().__init__(shell, "New target market", "Add the market", "Enter in the name keeps it")
        self.name = line(str(state.get("name", "")), "Owner-run shops", "Name of the market")
        self.name.setMaxLength(101)
        self.who = Words(str(state.get("who", "")), "Owners of shops with fewer than ten people", lines=2)
        self.gather = Words(str(state.get("gather", "")), "Which events, clubs and places", lines=2)
        self.near = Words(str(state.get("near", "")), "Accountants, landlords, sign writers…", lines=2)
        for label, field in (
            ("Name", self.name),
            ("Who exactly", self.who),
            ("Where they gather", self.gather),
            ("Who is close to them", self.near),
        ):
            field.setAccessibleName(label)
            self.body.addWidget(labelled(label, field))
            if isinstance(field, Words):
                field.kept.connect(self.keep_once)

    def begin(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        typed = {
            "name": self.name.text(),
            "who": self.who.toPlainText(),
            "gather": self.gather.toPlainText(),
            "near": self.near.toPlainText(),
        }
        return typed if any(typed.values()) else {}

    def keep(self) -> None:
        """Add it."""
        typed = {"name": "", "who": "", "gather": "", "near": "", **self.state()}
        add = partial(
            add_market,
            name=typed["name"],
            who=typed["who"],
            where_they_gather=typed["gather"],
            who_is_close=typed["near"],
        )
        self.write(add, self._added)

    def refuse(self, error: NetDeskError) -> None:
        mark_wrong(self.name, isinstance(error, InvalidInput) and error.field == "name")
        self.say(error)

    def _added(self, market: int) -> None:
        name = " ".join(self.name.text()[:60].split())
        self.finish()
        self.shell.toast(f"Added “{name}”", undo=True)
        self.added.emit(market)


class AddToMarket(Sheet):
    """Several people at once, in the market or close to it, and how."""

    def __init__(
        self, shell: Shell, market: int, name: str, people: list[PersonName], state: dict[str, Any]
    ) -> None:
        super().__init__(shell, f"Add people to {name[:80]}", "Add them", "Ctrl+Enter adds them")
        self._market, self._standing_at_first = market, MarketStanding(state["standing"])
        self.people = WithPeople(shell, people)
        self.people.more.setPlaceholderText("Type a name")
        self.people.more.setAccessibleName("Add somebody")
        self.standing = Segments(
            [each.label for each in _STANDINGS], _STANDINGS.index(self._standing_at_first), name="Standing"
        )
        self.how: QLineEdit = line(
            str(state.get("how", "")), "Serves forty of them, rents to them…", "How they are close"
        )
        self.how.setMaxLength(500)
        self._how = labelled("How they are close", self.how)
        self.body.addWidget(labelled("Who", self.people))
        self.body.addWidget(self.standing)
        self.body.addWidget(self._how)
        self.people.changed.connect(self.grow)
        self.standing.picked.connect(self._picked)
        self._how.setVisible(self._chosen() is MarketStanding.CLOSE)

    def begin(self) -> None:
        self.people.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        people = self.people.people()
        if not people and not self.how.text():
            return {}
        return {
            "market": self._market,
            "standing": self._chosen(),
            "people": people,
            "how": self.how.text(),
        }

    def keep(self) -> None:
        """Add them all."""
        if self.people.is_wrong():
            self.refuse(
                InvalidInput("I do not know that name.", "Choose somebody from the list.", field="people")
            )
            return
        add = partial(
            add_people,
            market_id=self._market,
            person_ids=self.people.people(),
            standing=self._chosen(),
            how=self.how.text() if self._chosen() is MarketStanding.CLOSE else "",
        )
        self.write(add, self._added)

    def refuse(self, error: NetDeskError) -> None:
        field = error.field if isinstance(error, InvalidInput) else ""
        mark_wrong(self.people.more, field == "people")
        mark_wrong(self.how, field == "how")
        self.say(error)

    def _added(self, added: AddedToMarket) -> None:
        self.finish()
        self.shell.toast(added.sentence, undo=True)

    def _picked(self, _place: int) -> None:
        self._how.setVisible(self._chosen() is MarketStanding.CLOSE)
        self.grow()

    def _chosen(self) -> MarketStanding:
        return _STANDINGS[max(0, self.standing.chosen())]

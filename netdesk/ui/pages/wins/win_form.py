"""All about a win on a card: what it was, where it came from, whom to thank and in which shares.

``open_win_form(shell, win_id=None, **preset)``; ``preset`` are fields of ``WinDraft`` for a new one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.errors import InvalidInput, NetDeskError
from netdesk.method.sources import Source
from netdesk.method.thanks import parse_thanks, thanks_words
from netdesk.services import wins
from netdesk.services.win_drafts import WinDraft, read_draft
from netdesk.services.win_offers import Offer, client_offers, people_offers, place_offers, place_words
from netdesk.services.workspaces import Workspace
from netdesk.ui.money import money
from netdesk.ui.pages.person.fields import labelled, line, past_day
from netdesk.ui.pages.person.sheet import Sheet, Words, show_sheet
from netdesk.ui.pages.wins.share_weights import ShareWeights
from netdesk.ui.pages.wins.table.cell_meaning import with_form
from netdesk.ui.pages.wins.table.offer_line import OfferLine
from netdesk.ui.pages.wins.table.source_segments import SOURCES
from netdesk.ui.pages.wins.win_deeds import habits_at
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, Type, metrics
from netdesk.ui.widgets.buttons import quiet_button
from netdesk.ui.widgets.growing_scroll import GrowingScroll
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.paint import one_line
from netdesk.ui.widgets.segments import Segments

_WIDTH = 660
_TEXTS = ("title", "client", "value", "thanks", "how", "place", "note")


class WinForm(Sheet):
    """``win_id`` None writes a new one down, else all of that one anew."""

    def __init__(self, shell: Shell, state: dict[str, Any], parent: QWidget | None = None) -> None:
        self._win_id: int | None = state["win_id"]
        self._draft: WinDraft = state["draft"]
        self._begin: dict[str, str] = state["begin"]
        super().__init__(shell, "All about this win" if self._win_id else "A win", "Save", "", parent)
        texts = state.get("texts", self._begin)
        self._habits = habits_at(shell)
        self._thanks_next = False
        self.what = line(texts["title"], "For example: monthly support")
        self.client = self._offers(client_offers, texts["client"], "Their firm or name")
        self.day = past_day(shell, "today, 18 Nov, last Friday …")
        self.day.set_date(state.get("day", self._draft.won_on))
        self.value = line(texts["value"], "1,200 · leave it empty when it is not known")
        self.source = Segments(
            [one.short for one in SOURCES], self._place_of(state), name="Where it came from"
        )
        self.source.picked.connect(self._source_picked)
        self.meaning = WrapLabel("", Type.SECONDARY, "text-2")
        self.thanks = self._offers(
            people_offers, texts["thanks"], "Sam Carter > Nadia Rahman, Ken Oduya", several=True
        )
        self.thanks.textChanged.connect(self._thanks_changed)
        self.weights = ShareWeights()
        self.weights.take_back(state.get("weights", {}))
        self.weights.changed.connect(self.grow)
        self.how = line(texts["how"], "For example: web search")
        self.place = self._offers(self._places, texts["place"], "An event or a group", free=False)
        self.note = Words(texts["note"], "Note", lines=2)
        self.note.kept.connect(self.keep_once)
        self._lay_out()
        self._say_meaning()
        self._thanks_changed()

    # What stands in the fields -----------------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        """What stands in the fields of words, by name."""
        fields = (self.what, self.client, self.value, self.thanks, self.how, self.place)
        found = dict(zip(_TEXTS, (field.text() for field in fields), strict=False))
        return found | {"note": self.note.toPlainText()}

    def draft(self) -> WinDraft:
        """What stands in the fields. Raises ``InvalidInput`` naming the field."""
        day = self.day.date()
        if day is None or self.day.is_wrong():
            raise InvalidInput("When was it won?", "Type a day, such as yesterday or 14 Oct.", field="won_on")
        texts = self.texts()
        changed = {name: text for name, text in texts.items() if text.strip() != self._begin[name].strip()}
        picked = self.client.picked | self.thanks.picked | self.place.picked
        base = replace(self._draft, won_on=day, source=self._source(), note=texts["note"], how=texts["how"])
        read = partial(with_form, draft=base, texts=changed, picked=picked, habits=self._habits)
        found = self.shell.desk.read(read)
        return replace(found, thanks=self.weights.weighted(found.thanks))

    def begin(self) -> None:
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        now = {
            "win_id": self._win_id,
            "draft": self._draft,
            "begin": self._begin,
            "texts": self.texts(),
            "day": self.day.date() or self._draft.won_on,
            "source": self._source(),
            "weights": self.weights.state(),
        }
        same = now["texts"] == self._begin and now["source"] is self._draft.source and not now["weights"]
        return {} if same and now["day"] == self._draft.won_on else now

    def named_fields(self) -> Mapping[str, QWidget]:
        return {
            "title": self.what,
            "client": self.client,
            "won_on": self.day,
            "value": self.value,
            "currency": self.value,
            "thanks": self.thanks,
            "how": self.how,
            "place": self.place,
            "note": self.note,
        }

    # Keeping -----------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Write it down, or save what was changed."""
        try:
            draft = self.draft()
        except InvalidInput as error:
            self.refuse(error)
            return
        today = self.shell.today()
        if self._win_id is None:
            self.write(partial(wins.add_win, draft=draft, today=today), partial(self._added, draft))
        else:
            edit = partial(wins.edit_win, win_id=self._win_id, draft=draft, today=today)
            self.write(edit, self._saved)

    def _added(self, draft: WinDraft, win: int) -> None:
        self.finish()
        see = ("Show it", partial(self.shell.go, "wins", win=win))
        self.shell.toast(f"Won: {one_line(draft.title or draft.client)[:80]}", undo=True, actions=[see])

    def _saved(self, changes: Changes) -> None:
        self.finish()
        if not changes.is_empty:
            self.shell.toast("Saved.", undo=True)
        if self._thanks_next:
            self._open_thanks()

    def _bin(self) -> None:
        if self._win_id is not None:
            self.write(partial(wins.bin_win, win_id=self._win_id), self._binned)

    def _binned(self, _changes: object) -> None:
        self.finish()
        name = one_line(self._draft.title or self._draft.client)[:60]
        self.shell.toast(f"Moved “{name}” to the bin", undo=True)

    def _thank(self) -> None:
        """Thanking is planned on a card of its own; what was changed here is kept first."""
        if self.state():
            self._thanks_next = True
            self.keep_once()
        else:
            self.finish()
            self._open_thanks()

    def refuse(self, error: NetDeskError) -> None:
        self._thanks_next = False
        super().refuse(error)

    def _open_thanks(self) -> None:
        open_form = import_module("netdesk.ui.pages.wins.thank_form").open_thank_form
        # After this card is gone: only one may be open.
        QTimer.singleShot(0, self.shell, partial(open_form, self.shell, self._win_id, None))

    # Showing -----------------------------------------------------------------------------------------

    def _source(self) -> Source | None:
        place = self.source.chosen()
        return SOURCES[place] if place >= 0 else None

    def _place_of(self, state: dict[str, Any]) -> int:
        source = state.get("source", self._draft.source)
        return -1 if source is None else SOURCES.index(source)

    def _source_picked(self, _place: int) -> None:
        self._say_meaning()
        self.grow()

    def _say_meaning(self) -> None:
        source = self._source()
        self.meaning.setText(
            f"{source.label}: {source.meaning}." if source else "Choose one, or press 1 to 5 here."
        )

    def _thanks_changed(self) -> None:
        """Show the shares of those who are named now; who was there keeps theirs."""
        before = {one.name: one for chain in self._draft.thanks for one in chain}
        chains = parse_thanks(self.thanks.text())
        self.weights.show_chains(tuple(tuple(before.get(one.name, one) for one in chain) for chain in chains))
        self.thank_button.setVisible(bool(self._win_id) and bool(chains))

    def _offers(
        self, question: Any, text: str, hint: str, *, several: bool = False, free: bool = True
    ) -> OfferLine:
        def ask(words: str) -> Any:
            return self.shell.desk.read(lambda workspace: question(workspace, words))

        field = OfferLine(ask, several=several, free=free)
        field.setText(text)
        field.setCursorPosition(0)
        field.setPlaceholderText(hint)
        return field

    def _places(self, workspace: Workspace, words: str) -> tuple[Offer, ...]:
        return place_offers(workspace, words, self.day.date() or self._draft.won_on)

    def _lay_out(self) -> None:
        self.thank_button = quiet_button("Thank them…", Icon.GIVE)
        self.thank_button.clicked.connect(self._thank)
        fields = QWidget()
        inside = QVBoxLayout(fields)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(metrics().px(M))
        for left, right in (
            (labelled("What was won", self.what), labelled("For whom", self.client)),
            (labelled("When", self.day), labelled("Value", self.value)),
        ):
            row = QHBoxLayout()
            row.setSpacing(metrics().px(M))
            row.addWidget(left, 1)
            row.addWidget(right, 1)
            inside.addLayout(row)
        inside.addWidget(labelled("Where it came from", self.source))
        inside.addWidget(self.meaning)
        inside.addWidget(labelled("Thanks to: > along a chain, a comma between chains", self.thanks))
        inside.addWidget(self.weights)
        row = QHBoxLayout()
        row.setSpacing(metrics().px(M))
        row.addWidget(labelled("Or how they heard of me", self.how), 1)
        row.addWidget(labelled("Event or group", self.place), 1)
        inside.addLayout(row)
        inside.addWidget(labelled("Note", self.note))
        area = GrowingScroll(fields)
        area.grew.connect(self.grow)
        self.body.addWidget(area, 1)
        self.foot.insertWidget(0, self.thank_button)
        if self._win_id is not None:
            remove = quiet_button("Move to the bin")
            remove.clicked.connect(self._bin)
            self.foot.insertWidget(0, remove)


def open_win_form(shell: Shell, win_id: int | None = None, **preset: Any) -> Sheet:
    """Open the card of a win that is there, or of a new one. Raises ``NotFound``."""
    if win_id is None:
        draft = WinDraft(**{"won_on": shell.today(), **preset})
    else:
        draft = shell.desk.read(partial(read_draft, win_id=win_id))
    place = shell.desk.read(partial(place_words, event_id=draft.event_id, group_id=draft.group_id))
    own = habits_at(shell).own
    begin = {
        "title": draft.title,
        "client": draft.client,
        "value": "" if draft.value is None else money(draft.value, draft.currency or own),
        "thanks": thanks_words(draft.thanks),
        "how": draft.how,
        "place": place,
        "note": draft.note,
    }
    return _again(shell, {"win_id": win_id, "draft": draft, "begin": begin})


def _again(shell: Shell, state: dict[str, Any]) -> Sheet:
    unfinished = (
        "The win is not written down yet." if state["win_id"] is None else "The changes are not saved yet."
    )
    return show_sheet(shell, WinForm(shell, state), unfinished, partial(_again, shell), _WIDTH)

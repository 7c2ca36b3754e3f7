"""What is done with tags, own fields and target markets from Settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from netdesk.method.changes import Changes
from netdesk.method.errors import NetDeskError
from netdesk.services.market_page import market_page
from netdesk.services.markets import Market, add_market, edit_market, remove_market
from netdesk.services.own_fields import OwnFieldKind, add_own_field, remove_own_field, rename_own_field
from netdesk.services.tags import add_tag, delete_tag, rename_tag
from netdesk.services.vocabulary import Vocabulary
from netdesk.services.workspaces import Workspace
from netdesk.ui.pages.page import Page
from netdesk.ui.pages.settings.markets_panel import MarketForm, MarketsPanel
from netdesk.ui.pages.settings.words_panel import Word, WordsPanel
from netdesk.ui.shell import Shell


def tag_panel() -> WordsPanel:
    """The panel of tags."""
    return WordsPanel("Tags", "tag", "None yet. A tag marks people who have something in common: “retail”.")


def field_panel() -> WordsPanel:
    """The panel of own fields."""
    kinds = [(kind.label, kind.value) for kind in OwnFieldKind]
    return WordsPanel(
        "Own fields",
        "field",
        "None yet. A field is something you note for everybody: “Chamber member”.",
        kinds,
    )


class WordDeeds(QObject):
    """Connects the three panels to the workspace."""

    def __init__(
        self, shell: Shell, page: Page, tags: WordsPanel, fields: WordsPanel, markets: MarketsPanel
    ) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self._tags = tags
        self._fields = fields
        self._markets = markets
        tags.renamed.connect(self._rename_tag)
        tags.deleted.connect(self._delete_tag)
        tags.added.connect(self._add_tag)
        fields.renamed.connect(self._rename_field)
        fields.deleted.connect(self._delete_field)
        fields.added.connect(self._add_field)
        markets.edit_asked.connect(self._edit_market)
        markets.deleted.connect(self._delete_market)
        markets.opened.connect(self._open_market)

    def show(self, known: Vocabulary) -> None:
        """Show all three with their counts."""
        self._tags.show_words([Word(tag.id, tag.name, _people(tag.people)) for tag in known.tags])
        self._fields.show_words(
            [
                Word(used.field.id, used.field.name, f"{used.field.kind.label} · {_people(used.people)}")
                for used in known.fields
            ]
        )
        self._markets.show_markets(known.markets)

    def _do(
        self,
        operation: Callable[[Workspace], Changes | int],
        words: str = "",
        *,
        taken: Callable[[], None] | None = None,
        refused: Callable[[str], None] | None = None,
    ) -> None:
        def done(answer: Changes | int) -> None:
            if taken is not None:
                taken()
            title = answer.title if isinstance(answer, Changes) else words
            if title:
                self._shell.toast(title, undo=True)

        def failed(error: NetDeskError) -> None:
            if refused is not None:
                refused(str(error))
            else:
                self._shell.trouble(error)
                self._page.redraw(None)

        self._shell.desk.do(operation, done, failed, owner=self)

    def _rename_tag(self, number: int, name: str) -> None:
        self._do(lambda workspace: rename_tag(workspace, number, name))

    def _delete_tag(self, number: int) -> None:
        self._do(lambda workspace: delete_tag(workspace, number))

    def _add_tag(self, name: str) -> None:
        self._do(
            lambda workspace: add_tag(workspace, name),
            taken=self._tags.clear_new,
            refused=self._tags.show_problem,
        )

    def _rename_field(self, number: int, name: str) -> None:
        self._do(lambda workspace: rename_own_field(workspace, number, name))

    def _delete_field(self, number: int) -> None:
        self._do(lambda workspace: remove_own_field(workspace, number))

    def _add_field(self, name: str, kind: str) -> None:
        self._do(
            lambda workspace: add_own_field(workspace, name, OwnFieldKind(kind)),
            self.tr("Field added"),
            taken=self._fields.clear_new,
            refused=self._fields.show_problem,
        )

    def _edit_market(self, market: Market) -> None:
        form = MarketForm(market)
        overlay = self._shell.show_overlay(form, width=560, press_outside=False)
        form.left.connect(overlay.close_overlay)
        form.saved.connect(partial(self._save_market, form, overlay.close_overlay))

    def _save_market(self, form: MarketForm, close: Callable[[], None], market: Market) -> None:
        def keep(workspace: Workspace) -> Changes | int:
            if market.id:
                return edit_market(workspace, market)
            return add_market(
                workspace,
                market.name,
                who=market.who,
                where_they_gather=market.where_they_gather,
                who_is_close=market.who_is_close,
            )

        self._do(keep, self.tr("Market added"), taken=close, refused=form.show_problem)

    def _delete_market(self, number: int) -> None:
        def delete(workspace: Workspace) -> str:
            words = market_page(workspace, number).gone_words
            remove_market(workspace, number)
            return words

        self._shell.desk.do(delete, lambda words: self._shell.toast(words, undo=True), owner=self)

    def _open_market(self, number: int) -> None:
        self._shell.go("markets", market=number)


def _people(count: int) -> str:
    if not count:
        return "nobody"
    return "1 person" if count == 1 else f"{count:,} people"

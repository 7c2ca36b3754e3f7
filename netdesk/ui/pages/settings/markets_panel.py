"""Target markets: who exactly they are, where they gather, and who is close to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.services.markets import Market
from netdesk.services.vocabulary import UsedMarket
from netdesk.ui.pages.settings.customs_panel import add_row, form_layout
from netdesk.ui.pages.settings.fields import Line, Lines, Wrong
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, M, S, Type, metrics
from netdesk.ui.widgets.buttons import icon_button, plain_button, primary_button
from netdesk.ui.widgets.labels import ElidedLabel, PageTitle, WrapLabel
from netdesk.ui.widgets.panel import Panel

_LONGEST_NAME = 101


class MarketsPanel(Panel):
    """``opened(id)``, ``edit_asked(Market)`` (id 0 for a new one) and ``deleted(id)``."""

    opened = Signal(object)
    edit_asked = Signal(object)
    deleted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Target markets", "", "Add", parent, glyph=Icon.ADD)
        self._list = QVBoxLayout()
        self._list.setSpacing(metrics().px(S))
        self._note = WrapLabel(
            self.tr(
                "None yet. Name one market, and note where its people gather and who is close to them:"
                " the best networking is with those who are close."
            )
        )
        self.rows: list[QWidget] = []
        self.body.addLayout(self._list)
        self.body.addWidget(self._note)
        self.action_clicked.connect(self._new)

    def show_markets(self, markets: Sequence[UsedMarket]) -> None:
        """Show what is kept."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(used) for used in markets]
        for row in self.rows:
            self._list.addWidget(row)
        self._note.setVisible(not markets)

    def _row(self, used: UsedMarket) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(metrics().px(S))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(used.market.name, Type.BODY_STRONG))
        words.addWidget(ElidedLabel(_counts(used), Type.SECONDARY, "text-2"))
        line.addLayout(words, 1)
        name = used.market.name[:80]
        people = icon_button(Icon.PEOPLE, self.tr("See who is in the market {0}").format(name), framed=False)
        people.clicked.connect(partial(self._open, used.market.id))
        edit = icon_button(Icon.EDIT, self.tr("Edit the market {0}").format(name), framed=False)
        edit.clicked.connect(partial(self._edit, used.market))
        bin_button = icon_button(Icon.BIN, self.tr("Delete the market {0}").format(name), framed=False)
        bin_button.clicked.connect(partial(self._delete, used.market.id))
        line.addWidget(people)
        line.addWidget(edit)
        line.addWidget(bin_button)
        return row

    def _open(self, number: int, _checked: bool = False) -> None:
        self.opened.emit(number)

    def _new(self) -> None:
        self.edit_asked.emit(Market(0, ""))

    def _edit(self, market: Market, _checked: bool = False) -> None:
        self.edit_asked.emit(market)

    def _delete(self, number: int, _checked: bool = False) -> None:
        self.deleted.emit(number)


def _counts(used: UsedMarket) -> str:
    parts = [f"{used.inside} in it", f"{used.close} close to it"]
    if used.market.who:
        parts.append(" ".join(used.market.who[:200].split()))
    return " · ".join(parts)


class MarketForm(QWidget):
    """The card of one market. ``saved(Market)``, ``left()``."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, market: Market, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._market = market
        sizes = metrics()
        self.name = Line(self.tr("Name of the market"), _LONGEST_NAME)
        self.name.setText(market.name)
        self.name.setPlaceholderText(self.tr("Owner-run shops"))
        self.who = Lines(self.tr("Who exactly they are"))
        self.gather = Lines(self.tr("Where they gather"))
        self.close_to = Lines(self.tr("Who is close to them"))
        for field, text in (
            (self.who, market.who),
            (self.gather, market.where_they_gather),
            (self.close_to, market.who_is_close),
        ):
            field.setPlainText(text)
        self.wrong = Wrong()
        form = form_layout()
        add_row(form, self.tr("Name"), self.name)
        add_row(form, self.tr("Who exactly"), self.who)
        add_row(form, self.tr("Where they gather"), self.gather)
        add_row(form, self.tr("Who is close"), self.close_to)
        save = primary_button(self.tr("Save"))
        save.clicked.connect(self._keep)
        leave = plain_button(self.tr("Leave as it was") if market.id else self.tr("Cancel"))
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.px(M))
        buttons.addWidget(self.wrong, 1)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.px(XL), sizes.px(XL), sizes.px(XL), sizes.px(XL))
        column.setSpacing(sizes.px(M))
        column.addWidget(PageTitle(self.tr("Target market")))
        column.addLayout(form)
        column.addLayout(buttons)
        self.name.returnPressed.connect(self._keep)

    def show_problem(self, sentence: str) -> None:
        """Say why it could not be kept."""
        self.wrong.say(sentence, self.name)

    def _keep(self) -> None:
        self.saved.emit(
            Market(
                self._market.id,
                self.name.text(),
                self.who.toPlainText(),
                self.gather.toPlainText(),
                self.close_to.toPlainText(),
            )
        )

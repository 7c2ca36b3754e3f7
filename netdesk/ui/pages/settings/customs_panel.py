"""The look of the window and the customs of the place: light or dark, money, phone numbers, paper, dates, own trade."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from netdesk.services.preferences import DateOrder, PaperChoice, Preferences
from netdesk.ui.pages.settings.fields import Line
from netdesk.ui.theme.metrics import M, S, metrics
from netdesk.ui.theme.scheme import Scheme
from netdesk.ui.widgets.labels import Secondary
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.segments import Segments

SCHEMES = (Scheme.LIGHT, Scheme.DARK, Scheme.SYSTEM)
PAPERS = (PaperChoice.A4, PaperChoice.LETTER, PaperChoice.SYSTEM)
ORDERS = (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.SYSTEM)


def form_layout() -> QFormLayout:
    """A form whose labels stand left of fields that grow."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(metrics().px(M))
    form.setVerticalSpacing(metrics().px(S))
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def add_row(form: QFormLayout, text: str, field: QWidget) -> None:
    """Add a field with the words before it."""
    label = Secondary(text)
    label.setBuddy(field)
    # As high as the field’s first line, so that the words stand beside it.
    label.setMinimumHeight(min(field.sizeHint().height(), metrics().px(34)))
    form.addRow(label, field)


class LookPanel(Panel):
    """Light, dark or as the system. ``picked`` carries the scheme."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Look", parent=parent)
        self.choice = Segments(
            (self.tr("Light"), self.tr("Dark"), self.tr("System")), name=self.tr("Colours")
        )
        self.choice.picked.connect(self._picked)
        self.body.addWidget(self.choice)

    def show_scheme(self, scheme: Scheme) -> None:
        """Show which one is worn."""
        self.choice.set_chosen(SCHEMES.index(scheme))

    def _picked(self, index: int) -> None:
        self.picked.emit(SCHEMES[index])


class CustomsPanel(Panel):
    """Each field saves in place: a signal for each."""

    currency_set = Signal(str)
    region_set = Signal(str)
    trade_set = Signal(object)
    paper_set = Signal(object)
    order_set = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("You and your country", parent=parent)
        locale = QLocale()
        money = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        country = QLocale.territoryToCode(locale.territory())
        self.trade = Line(self.tr("My own trade"), 400)
        self.trade.setPlaceholderText(self.tr("virtual assistant, bookkeeping"))
        self.trade.settled.connect(self._trade)
        self.currency = Line(self.tr("Currency of new amounts"), 12)
        self.currency.setPlaceholderText(self.tr("{0}, as the computer").format(money or "GBP"))
        self.currency.settled.connect(self.currency_set)
        self.region = Line(self.tr("Country of phone numbers without a prefix"), 12)
        self.region.setPlaceholderText(self.tr("{0}, as the computer").format(country or "GB"))
        self.region.settled.connect(self.region_set)
        self.paper = Segments(("A4", "Letter", self.tr("System")), name=self.tr("Paper"))
        self.paper.picked.connect(self._paper)
        self.order = Segments(
            (self.tr("Day first"), self.tr("Month first"), self.tr("System")), name=self.tr("Typed dates")
        )
        self.order.picked.connect(self._order)
        form = form_layout()
        add_row(form, self.tr("My own trade"), self.trade)
        add_row(form, self.tr("Money in"), self.currency)
        add_row(form, self.tr("Phone numbers of"), self.region)
        add_row(form, self.tr("Sheets on"), self.paper)
        add_row(form, self.tr("3/4 means"), self.order)
        self.body.addLayout(form)

    def show_preferences(self, kept: Preferences) -> None:
        """Show what is kept."""
        self.trade.show_kept(", ".join(kept.own_trade))
        self.currency.show_kept(kept.currency)
        self.region.show_kept(kept.region)
        self.paper.set_chosen(PAPERS.index(kept.paper))
        self.order.set_chosen(ORDERS.index(kept.date_order))

    def _trade(self, text: str) -> None:
        self.trade_set.emit(tuple(text.split(",")))

    def _paper(self, index: int) -> None:
        self.paper_set.emit(PAPERS[index])

    def _order(self, index: int) -> None:
        self.order_set.emit(ORDERS[index])

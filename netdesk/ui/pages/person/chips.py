"""The chips under a person's name: tags, kinds and markets; each can be taken away, + adds more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from netdesk.method.contact_kinds import MarketStanding, PersonKind
from netdesk.services.markets import InMarket, markets
from netdesk.services.people import PersonDraft
from netdesk.services.person_page import PersonGroup, PersonPage
from netdesk.services.tags import tags
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.chip import Chip, FilterChip, Tone
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import plain_tooltip
from netdesk.ui.widgets.paint import one_line

_OFFERED = 25


class PersonChip(FilterChip):
    """A chip that says something of a person and can be taken away: press it, or Delete."""

    removed = Signal()

    def __init__(self, text: str, what: str, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text, False, icon, parent=parent, checkable=False)
        self._remove = self.tr("Remove the {0} “{1}”").format(what, one_line(text)[:60])
        self.setAccessibleName(f"{what}: {one_line(text)}")
        self.setToolTip(plain_tooltip(text))
        self.clicked.connect(self._offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._offer()

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._remove.replace("&", "&&")).triggered.connect(self.removed)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class PersonChips(QWidget):
    """All chips of one person. ``changed(str, str, object)``: the history’s sentence, what to say, the new draft.

    ``group_asked(object)`` carries the id of a group that was pressed.
    """

    changed = Signal(str, str, object)
    group_asked = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._page: PersonPage | None = None
        self._flow = FlowLayout(self, gap=6, line_gap=4)

    def show_page(self, page: PersonPage) -> None:
        """Show another person's chips."""
        held = QApplication.focusWidget()
        inside = held is not None and self.isAncestorOf(held)
        self._page = page
        self._flow.clear()
        draft = page.draft
        if page.binned:
            self._flow.addWidget(Chip(self.tr("In the bin"), Tone.BAD, Icon.BIN))
        if page.archived:
            self._flow.addWidget(Chip(self.tr("Archived"), Tone.WARN, Icon.ARCHIVE))
        for tag in draft.tags:
            self._add(PersonChip(tag, self.tr("tag"), Icon.TAG), partial(self._without_tag, tag))
        for kind in draft.kinds:
            self._add(PersonChip(kind.label, self.tr("kind")), partial(self._toggle_kind, kind))
        for market in draft.markets:
            words = market.market
            if market.standing is MarketStanding.CLOSE:
                words = self.tr("close to {0}").format(market.market)
            self._add(
                PersonChip(words, self.tr("market"), Icon.MARKET), partial(self._set_market, market, None)
            )
        for group in page.groups:
            self._flow.addWidget(self._group_chip(group))
        self._plus = plus = FilterChip("", False, Icon.ADD, checkable=False)
        plus.setAccessibleName(self.tr("Add a tag, kind or market"))
        plus.setToolTip(plain_tooltip(self.tr("Add a tag, kind or market")))
        plus.clicked.connect(self.offer_more)
        self._flow.addWidget(plus)
        if inside:
            plus.show()
            plus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _group_chip(self, group: PersonGroup) -> FilterChip:
        # Lit, as in a list of filters that is on: it leads to the group.
        chip = FilterChip(group.name, True, Icon.GROUPS)
        name = one_line(group.name)[:60]
        chip.setAccessibleName(self.tr("group: {0}").format(name))
        chip.setToolTip(plain_tooltip(self.tr("Open the group {0}").format(name)))
        chip.clicked.connect(partial(self._open_group, chip, group.id))
        return chip

    def _open_group(self, chip: FilterChip, group_id: int, *_: object) -> None:
        chip.setChecked(True)
        self.group_asked.emit(group_id)

    def chips(self) -> list[PersonChip]:
        """The chips shown that can be taken away."""
        widgets = [self._flow.itemAt(place).widget() for place in range(self._flow.count())]  # type: ignore[union-attr]
        return [widget for widget in widgets if isinstance(widget, PersonChip)]

    def offer_more(self) -> None:
        """Open the menu of all that can be added."""
        if self._page is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_tags(menu)
        kinds = menu.addMenu(self.tr("What they are to me"))
        for kind in PersonKind:
            action = kinds.addAction(kind.label)
            action.setCheckable(True)
            action.setChecked(kind in self._page.draft.kinds)
            action.triggered.connect(partial(self._toggle_kind, kind))
        self._fill_markets(menu)
        menu.popup(self._plus.mapToGlobal(QPoint(0, self._plus.height())))

    def _fill_tags(self, menu: QMenu) -> None:
        assert self._page is not None
        menu.addAction(self.tr("New tag…")).triggered.connect(self._new_tag)
        worn = set(self._page.draft.tags)
        known = [tag.name for tag in self._shell.desk.read(tags) if tag.name not in worn]
        if known:
            more = menu.addMenu(self.tr("Tag"))
            for name in known[:_OFFERED]:
                more.addAction(one_line(name).replace("&", "&&")).triggered.connect(
                    partial(self._with_tag, name)
                )

    def _fill_markets(self, menu: QMenu) -> None:
        more = menu.addMenu(self.tr("Target market"))
        for market in self._shell.desk.read(markets)[:_OFFERED]:
            one = more.addMenu(one_line(market.name).replace("&", "&&"))
            for standing in MarketStanding:
                one.addAction(standing.label).triggered.connect(
                    partial(self._set_market, InMarket(market.name, standing), standing)
                )
        more.addAction(self.tr("New market…")).triggered.connect(self._new_market)

    def _add(self, chip: PersonChip, remove: Callable[[], None]) -> None:
        chip.removed.connect(remove)
        self._flow.addWidget(chip)

    def _new_tag(self) -> None:
        name = self._shell.dialogs.ask_text(self, self.tr("New tag"), self.tr("Tag"))
        if name and name.strip():
            self._with_tag(name.strip())

    def _new_market(self) -> None:
        name = self._shell.dialogs.ask_text(
            self, self.tr("New market"), self.tr("Whom do you want as clients?")
        )
        if name and name.strip():
            self._set_market(InMarket(name.strip(), MarketStanding.IN), MarketStanding.IN)

    def _with_tag(self, name: str, *_: object) -> None:
        self._change(
            f"Tag {{0}} “{name}”",
            f"Tagged {{0}} “{name}”",
            lambda draft: replace(draft, tags=(*draft.tags, name)),
        )

    def _without_tag(self, name: str, *_: object) -> None:
        def without(draft: PersonDraft) -> PersonDraft:
            return replace(draft, tags=tuple(tag for tag in draft.tags if tag != name))

        self._change(f"Untag {{0}} “{name}”", f"Took the tag “{name}” from {{0}}", without)

    def _toggle_kind(self, kind: PersonKind, *_: object) -> None:
        def toggled(draft: PersonDraft) -> PersonDraft:
            return replace(draft, kinds=tuple(set(draft.kinds) ^ {kind}))

        word = kind.label.lower()
        if self._page is not None and kind in self._page.draft.kinds:
            self._change(f"Mark {{0}}: no {word}", f"{{0}} is no {word} any more", toggled)
        else:
            self._change(f"Mark {{0}}: {word}", f"Marked {{0}}: {word}", toggled)

    def _set_market(self, market: InMarket, standing: MarketStanding | None, *_: object) -> None:
        def placed(draft: PersonDraft) -> PersonDraft:
            others = tuple(one for one in draft.markets if one.market != market.market)
            return replace(draft, markets=others if standing is None else (*others, market))

        name = market.market
        if standing is None:
            self._change(f"Take {{0}} out of “{name}”", f"Took {{0}} out of the market “{name}”", placed)
        else:
            where = "close to" if standing is MarketStanding.CLOSE else "in"
            self._change(f"Place {{0}} {where} “{name}”", f"{{0}} is {where} the market “{name}”", placed)

    def _change(self, sentence: str, said: str, edit: Callable[[PersonDraft], PersonDraft]) -> None:
        if self._page is not None:
            name = self._page.name
            self.changed.emit(
                sentence.replace("{0}", name), said.replace("{0}", name), edit(self._page.draft)
            )

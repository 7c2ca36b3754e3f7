"""The menus of a card's row: everything that can be done, the kinds, the templates, and other days."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from netdesk.method.calendar_words import weekday_and_day
from netdesk.method.contact_kinds import PersonKind
from netdesk.method.follow_ups import CardState
from netdesk.method.plan_templates import days_words
from netdesk.method.typed_dates import quick_dates
from netdesk.services.cards import CardLine
from netdesk.services.plan_templates import plan_templates
from netdesk.ui.pages.events.cards.card_deeds import CardDeeds
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.row_menu import Entry, open_menu

Lines = Sequence[CardLine]
Entries = list[Entry | None]


class CardMenus:
    """Makes the entries; ``ask(deed, lines)`` is what the keys ask for too."""

    def __init__(
        self,
        shell: Shell,
        deeds: CardDeeds,
        ask: Callable[[str, Lines], None],
        edit_templates: Callable[[], None],
    ) -> None:
        self._shell = shell
        self._deeds = deeds
        self._ask = ask
        self._edit_templates = edit_templates

    def row_entries(self, lines: Lines) -> Entries:
        """Everything that can be done with these cards."""
        one = lines[0]
        with_plan = any(line.next_plan is not None for line in lines)
        is_open = any(line.state in {CardState.NO_PLAN, CardState.PLANNED} for line in lines)
        entries: Entries = []
        if any(line.in_bin for line in lines):
            entries += [self._entry("Restore the contact", "restore", lines, Icon.UNDO), None]
        edit = "Change the plan…" if with_plan and len(lines) == 1 else "Plan…"
        entries += [
            self._entry(edit, "plan", lines, Icon.FOLLOW_UP, "P"),
            self._entry("Templates…", "templates", lines, Icon.COPY, "T"),
            self._entry("Done", "done", lines, Icon.DONE, "D", enabled=with_plan),
            self._entry("Move to a day…", "move", lines, Icon.DATE, "M", enabled=with_plan),
            self._entry("Drop the plan", "drop", lines, enabled=with_plan),
            None,
            self._entry("What they are to me…", "kind", lines, Icon.TAG, "K"),
            self._entry(
                "Solid contact",
                "solid",
                lines,
                Icon.WORTH,
                "S",
                checked=all(line.solid for line in lines),
            ),
            self._entry(
                "I learned from them",
                "learned",
                lines,
                Icon.IDEA,
                "I",
                checked=all(line.learned for line in lines),
            ),
            None,
        ]
        if any(line.state is CardState.LET_GO for line in lines):
            entries.append(self._entry("Take back", "take back", lines, Icon.UNDO))
        entries.append(self._entry("Let go…", "let go", lines, "", "L", enabled=is_open))
        if len(lines) == 1:
            entries += [None, self._entry("Open the contact", "open", lines, Icon.PERSON, "O")]
            if one.photo is not None:
                entries.append(self._entry("Picture of the card", "picture", lines, Icon.PICTURE))
        return entries

    def open_kinds(self, lines: Lines, parent: QWidget, place: QPoint) -> QMenu:
        """Offer the kinds; a number or a first letter chooses."""
        kinds = {line.kind for line in lines}
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, kind in enumerate((*PersonKind, None), start=1):
            words = "None of these" if kind is None else kind.label
            action = menu.addAction(f"&{number}  {words}")
            action.setCheckable(True)
            action.setChecked(kinds == {kind})
            action.triggered.connect(partial(self._set_kind, lines, kind))
        menu.popup(place)
        return menu

    def templates_entries(self, lines: Lines) -> Entries:
        """Offer the templates one by one, all together, and to change them."""
        templates = self._shell.desk.read(plan_templates)
        entries: Entries = [
            Entry(
                f"{each.name} · {days_words(each.days)}",
                partial(self._deeds.apply, lines, [each]),
                Icon.FOLLOW_UP,
            )
            for each in templates
        ]
        if len(templates) > 1:
            entries.append(Entry(f"All {len(templates)}", partial(self._deeds.apply, lines, templates)))
        if templates:
            entries.append(None)
        entries.append(Entry("Plan templates…", self._edit_templates, Icon.EDIT))
        return entries

    def days_entries(self, lines: Lines) -> Entries:
        """Offer other days for what is planned next."""
        entries: Entries = [
            Entry(
                f"{quick.label} · {weekday_and_day(quick.day)}", partial(self._deeds.move, lines, quick.day)
            )
            for quick in quick_dates(self._shell.today())
        ]
        if len(lines) == 1:
            entries += [None, self._entry("Another day…", "plan", lines, Icon.DATE)]
        return entries

    def open(self, entries: Entries, parent: QWidget, place: QPoint) -> QMenu:
        """Show entries at a place on the screen."""
        return open_menu(entries, parent, place)

    def _set_kind(self, lines: Lines, kind: PersonKind | None, _: bool = False) -> None:
        self._deeds.set_kind(lines, kind)

    def _entry(
        self,
        text: str,
        deed: str,
        lines: Lines,
        icon: str = "",
        shortcut: str = "",
        *,
        checked: bool | None = None,
        enabled: bool = True,
    ) -> Entry:
        return Entry(text, partial(self._ask, deed, lines), icon, shortcut, checked, enabled)

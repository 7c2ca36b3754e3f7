"""The way from me to a person as a line of names to press: You → Sam Carter → Grace Adeyemi."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from netdesk.method.dates import ago
from netdesk.services.path_to import Step, Way, WaysTo
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.widgets.buttons import icon_button
from netdesk.ui.widgets.chip import FilterChip, chip_size
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import Faint, plain_tooltip
from netdesk.ui.widgets.paint import one_line


class WayLine(QWidget):
    """``show_ways(found)`` shows the best way; a button goes through the others. ``opened(object)`` carries an id."""

    opened = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._found: WaysTo | None = None
        self._shown = 0
        self._flow = FlowLayout(self, gap=6, line_gap=4)

    def show_ways(self, found: WaysTo) -> None:
        """Show how I get to somebody."""
        self._found = found
        self._shown = 0
        self._draw()

    def words(self) -> str:
        """The line in words, for a screen reader."""
        return self.accessibleName()

    def show_next(self) -> None:
        """Show the next of several ways."""
        if self._found is not None and self._found.ways:
            self._shown = (self._shown + 1) % len(self._found.ways)
            self._draw()

    def _draw(self) -> None:
        self._flow.clear()
        found = self._found
        if found is None:
            return
        given = found.person.given[:40]
        if not found.ways:
            if found.known:
                contacted = found.person.contacted
                when = ago((self._shell.today() - contacted).days) if contacted else ""
                words = self.tr("You know {0} yourself: in touch {1}.").format(given, when)
            else:
                words = self.tr(
                    "No way to {0} is known yet: nobody you are in touch with leads there."
                ).format(given)
            self._flow.addWidget(Faint(words))
            self.setAccessibleName(words)
            self.updateGeometry()
            return
        way = found.ways[self._shown]
        self._flow.addWidget(_word(self.tr("The way to {0}:  You").format(given)))
        for step in way.steps:
            self._flow.addWidget(_word("→"))
            self._flow.addWidget(self._chip(step))
        if len(found.ways) > 1:
            more = icon_button(
                Icon.REFRESH,
                self.tr("Another way: {0} of {1}").format(self._shown + 1, len(found.ways)),
                framed=False,
                small=True,
            )
            more.clicked.connect(self.show_next)
            self._flow.addWidget(more)
        self.setAccessibleName(_in_words(way))
        self.updateGeometry()

    def _chip(self, step: Step) -> FilterChip:
        person = step.person
        chip = FilterChip(one_line(person.name)[:60], checkable=False)
        words = step.words
        if not words and person.contacted is not None:
            words = self.tr("you were in touch {0}").format(
                ago((self._shell.today() - person.contacted).days)
            )
        chip.setToolTip(plain_tooltip(f"{person.name}\n{words}"))
        chip.setAccessibleName(one_line(f"{person.name}, {words}"))
        chip.clicked.connect(partial(self._open, person.id))
        return chip

    def _open(self, person_id: int, *_: object) -> None:
        self.opened.emit(person_id)


def _word(text: str) -> Faint:
    """Words as high as the names beside them, so that all stand on one line."""
    label = Faint(text)
    label.setFixedHeight(chip_size("").height())
    return label


def _in_words(way: Way) -> str:
    return one_line("You → " + " → ".join(step.person.name for step in way.steps))

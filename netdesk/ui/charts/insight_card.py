"""A card of Insights: a chart or its figures as a table, the comparison and the reading under it, and a menu.

``InsightCard(shell, name, title="")``; ``show_chart(chart)``; ``set_extra(widget)`` puts one widget below;
``offer(words, deed)`` a link while there are no figures; ``shows_table()`` and ``show_table(bool)``. Signals
``chosen(object)``: a ``Behind``; ``table_toggled(str, bool)``: the card's name and whether it shows the table now, to
be remembered by the page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.insights.chart import Chart
from netdesk.ui.charts import taking_out
from netdesk.ui.charts.chart_view import ChartView
from netdesk.ui.charts.figures_table import FiguresTable
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import M, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.labels import WrapLabel
from netdesk.ui.widgets.leading_words import LeadingWords
from netdesk.ui.widgets.paint import shortened
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.paragraph import Paragraph, Piece
from netdesk.ui.widgets.row_menu import Entry, RowMenu, open_menu

_LONGEST = 400
"""The most letters of a reading that are shown."""


class InsightCard(Panel):
    """One figure of Insights. Until its chart is there it keeps its place, empty."""

    chosen = Signal(object)
    table_toggled = Signal(str, bool)

    def __init__(self, shell: Shell, name: str, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title or " ", parent=parent, detail_right=True)
        self.shell = shell
        self.name = name
        self._chart: Chart | None = None
        self._as_table = False
        self.setObjectName(f"insight-{name}")
        self.view = ChartView()
        self.table = FiguresTable()
        self.empty = WrapLabel("", Type.BODY, "text-2")
        self.note = LeadingWords()
        self.compared = LeadingWords()
        self.reading = Paragraph(Type.SECONDARY, "text-2")
        for words, most in ((self.empty, 6), (self.note, 1), (self.compared, 3)):
            words.set_max_lines(most)
        self.first_step = link_button("")
        self._extra: QWidget | None = None
        self.menu = RowMenu("What to do with this chart")
        self.menu.entries = self._entries
        self.header.addWidget(self.note, 0, Qt.AlignmentFlag.AlignVCenter)
        # Where there is little room the note is cut before the title.
        self._title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.add_to_header(self.menu)
        self.header.setSpacing(metrics().px(S))
        self.body.setSpacing(metrics().px(M))
        for widget in (self.view, self.table, self.empty):
            self.body.addWidget(widget)
            widget.setVisible(widget is self.view)
        self.body.addWidget(self.first_step, 0, Qt.AlignmentFlag.AlignLeft)
        self.first_step.hide()
        below = QVBoxLayout()
        below.setSpacing(metrics().px(2))
        for line in (self.reading, self.compared):
            below.addWidget(line)
            line.hide()
        self.body.addLayout(below)
        # In a row with a higher card the room stays below the words.
        self.body.addStretch(1)
        self.menu.setEnabled(False)
        self.view.chosen.connect(self.chosen)
        self.table.chosen.connect(self.chosen)
        self.note.pressed.connect(self._look_behind_note)
        self.compared.pressed.connect(self._look_behind_compared)

    def show_chart(self, chart: Chart) -> None:
        """Show a chart with its words; one without figures says what belongs there instead."""
        self._chart = chart
        self.set_title(chart.title)
        self.note.setText(chart.note)
        self.note.set_leads(chart.note_behind is not None)
        self.reading.set_pieces(_pieces(shortened(chart.reading, _LONGEST), chart.strong))
        self.compared.setText(chart.compared)
        self.compared.set_leads(chart.compared_behind is not None)
        self.empty.setText(chart.empty)
        self.menu.set_name(f"What to do with “{chart.title}”")
        self.menu.setEnabled(not chart.empty)
        if not chart.empty:
            self.view.show_chart(chart)
            self.table.show_chart(chart)
        self._arrange()

    def offer(self, words: str, deed: Callable[[], None]) -> None:
        """Offer a first step while there are no figures."""
        self.first_step.setText(words)
        self.first_step.clicked.connect(deed)

    def chart(self) -> Chart | None:
        """The chart shown, None before the first."""
        return self._chart

    def set_extra(self, widget: QWidget) -> None:
        """Put a widget below everything, in the place of the one that was there."""
        if self._extra is not None:
            self.body.removeWidget(self._extra)
            self._extra.deleteLater()
        self._extra = widget
        self.body.insertWidget(self.body.count() - 1, widget)

    def shows_table(self) -> bool:
        """Whether the figures stand there as a table."""
        return self._as_table

    def show_table(self, as_table: bool) -> None:
        """Show the table or the picture; the keyboard goes along."""
        if as_table == self._as_table:
            return
        had_keyboard = self.view.hasFocus() or self.table.hasFocus()
        self._as_table = as_table
        self._arrange()
        if had_keyboard:
            (self.table if as_table else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._chart is not None and not self._chart.empty:
            open_menu(self._entries(), self, event.globalPos())

    def _look_behind_note(self) -> None:
        if self._chart is not None:
            self.chosen.emit(self._chart.note_behind)

    def _look_behind_compared(self) -> None:
        if self._chart is not None:
            self.chosen.emit(self._chart.compared_behind)

    def _arrange(self) -> None:
        chart = self._chart
        if chart is None:
            return
        self.note.setVisible(bool(chart.note))
        self.empty.setVisible(bool(chart.empty))
        self.first_step.setVisible(bool(chart.empty) and bool(self.first_step.text()))
        self.view.setVisible(not chart.empty and not self._as_table)
        self.table.setVisible(not chart.empty and self._as_table)
        self.reading.setVisible(bool(chart.reading) and not chart.empty)
        self.compared.setVisible(bool(chart.compared) and not chart.empty)

    def _toggle(self) -> None:
        self.show_table(not self._as_table)
        self.table_toggled.emit(self.name, self._as_table)

    def _entries(self) -> list[Entry | None]:
        chart = self._chart
        if chart is None or chart.empty:
            return []
        shell, width = self.shell, self.view.width() or self.width()
        return [
            Entry("Show as a table", self._toggle, checked=self._as_table),
            None,
            Entry("Copy picture", partial(taking_out.copy_picture, shell, chart, width), Icon.COPY),
            Entry("Copy figures", partial(taking_out.copy_figures, shell, chart)),
            None,
            Entry("Save as SVG…", partial(taking_out.save_svg, shell, chart, width), Icon.SAVE),
            Entry("Save as PNG…", partial(taking_out.save_png, shell, chart, width)),
            Entry("Export figures as CSV…", partial(taking_out.export_csv, shell, chart), Icon.EXPORT),
        ]


def _pieces(reading: str, strong: str) -> list[Piece]:
    """The reading with the words that stand out."""
    before, found, after = reading.partition(strong) if strong else (reading, "", "")
    return [(words, words == found) for words in (before, found, after) if words]

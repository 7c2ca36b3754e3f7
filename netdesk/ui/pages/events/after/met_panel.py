"""Met and learned: how many people and solid contacts, with a hint for each, and what I learned."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netdesk.method.debrief import people_hint, people_words, solid_hint, solid_words
from netdesk.method.goal_counts import count_problem
from netdesk.method.room import too_many_cards_sentence
from netdesk.services import debrief as debriefs
from netdesk.services.debrief import Debrief
from netdesk.services.preferences import method_settings
from netdesk.ui.pages.events.after.counted_panel import CountedPanel
from netdesk.ui.pages.events.after.words_field import WordsField
from netdesk.ui.shell import Shell
from netdesk.ui.theme.current import current_theme
from netdesk.ui.theme.metrics import XS, M, S, Type, metrics
from netdesk.ui.widgets.banner import Banner
from netdesk.ui.widgets.count_field import CountField
from netdesk.ui.widgets.flow_layout import FlowLayout
from netdesk.ui.widgets.labels import Figure, Secondary, WrapLabel


class MetPanel(CountedPanel):
    """Two figures with their hints, the counts of new and known people, and what I learned."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("Met and learned", shell, parent)
        self.people = FigureLine()
        self.new = CountField("New people met", self._new_problem)
        self.known = CountField("People met whom I knew", self._known_problem)
        self.solid = FigureLine(ruled=True)
        self.warning = Banner("", "warn")
        self.learned = WordsField("What I learned")
        counts = QWidget()
        flow = FlowLayout(counts, gap=12, line_gap=2)
        for label, field in (("New", self.new), ("Known", self.known)):
            flow.addWidget(_together(Secondary(label), field))
        self.body.setSpacing(metrics().px(S))
        for widget in (self.people, counts, self.error, self.solid, self.warning, self.learned):
            self.body.addWidget(widget)
        self.watch((self.new, self.known), self._counted)
        self.learned.saved.connect(self._learned_saved)

    def show_parts(self, debrief: Debrief, settled: bool) -> None:
        """Show whom I met at an event."""
        people, plan = debrief.people, debrief.plan
        self.people.show_figure(people.met, people_words(people, plan), people_hint(people.met, plan))
        if settled:
            self.new.set_value(people.new)
            self.known.set_value(people.known)
        solid = debrief.cards.solid
        self.solid.show_figure(solid, solid_words(solid), solid_hint(solid, plan))
        settings = self._shell.desk.read(method_settings)
        warning = too_many_cards_sentence(debrief.cards.all, settings)
        self.warning.set_text(warning)
        self.warning.setVisible(bool(warning))
        self.learned.set_text(debrief.learned)

    def finish(self) -> None:
        """Save whatever is open."""
        super().finish()
        self.learned.finish()

    def _new_problem(self, number: int) -> str:
        return self._problem(number, 0 if self._debrief is None else self._debrief.cards.new)

    def _known_problem(self, number: int) -> str:
        cards = None if self._debrief is None else self._debrief.cards
        return self._problem(number, 0 if cards is None else cards.all - cards.new)

    def _problem(self, number: int, cards: int) -> str:
        if 0 <= number < cards:
            return f"{cards} of them {'is' if cards == 1 else 'are'} among the cards."
        return count_problem(number)

    def _counted(self, _: int) -> None:
        if self._debrief is None:
            return
        event, new = self._debrief.event_id, self.new.value()
        met = new + self.known.value()
        self.keep(lambda workspace: debriefs.set_people_met(workspace, event, met, new))

    def _learned_saved(self, text: str) -> None:
        if self._debrief is not None:
            event = self._debrief.event_id
            self._shell.desk.do(lambda workspace: debriefs.set_learned_text(workspace, event, text))


class FigureLine(QWidget):
    """A large number, what it counts, and a hint beneath."""

    def __init__(self, *, ruled: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = metrics()
        self._ruled = ruled
        self.figure = Figure()
        self.words = WrapLabel("", Type.SECONDARY, "text-2")
        self.hint = WrapLabel("", Type.SECONDARY, "text-2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.words)
        words.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, sizes.px(S) if ruled else 0, 0, 0)
        row.setSpacing(sizes.px(M))
        row.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)

    def show_figure(self, number: int, words: str, hint: str) -> None:
        """Show another number."""
        self.figure.setText(f"{number:,}")
        self.words.setText(words)
        self.hint.setText(hint)
        self.setAccessibleName(f"{number} {words}, {hint}")

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ruled:
            QPainter(self).fillRect(0, 0, self.width(), 1, current_theme().color("line"))


def _together(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(metrics().px(XS))
    for part in parts:
        row.addWidget(part)
    return holder

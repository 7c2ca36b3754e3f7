"""What stands in the place of the list when nobody is in it, and what to do about it.

``EmptySide()``: ``show_nothing(query)``, ``show_near(text, near)``. Signals: ``bring_asked()``, ``new_asked()``,
``sample_asked()``, ``clear_asked()``, ``person_asked(object)`` with the id of a near miss.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from netdesk.services.contacts import ContactQuery, NearMiss
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import L, S, Type, metrics
from netdesk.ui.widgets.buttons import link_button, plain_button
from netdesk.ui.widgets.empty_state import EmptyState
from netdesk.ui.widgets.labels import WrapLabel

_LONGEST = 60
_FIRST_WORDS = (
    "Nobody here yet",
    "Here live the people you know. Bring them from your phone or LinkedIn, or add the first one yourself.",
)


class EmptySide(QStackedWidget):
    """One of: nobody at all, nothing found, an empty bin."""

    bring_asked = Signal()
    new_asked = Signal()
    sample_asked = Signal()
    clear_asked = Signal()
    person_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nobody = EmptyState(Icon.CONTACTS, *_FIRST_WORDS, "Bring my contacts…", "New person")
        self._nobody.primary_clicked.connect(self.bring_asked)
        self._nobody.secondary_clicked.connect(self.new_asked)
        self.sample = link_button("Look around in a sample network first")
        self.sample.clicked.connect(self._ask_for_sample)
        start = QWidget()
        first = QVBoxLayout(start)
        first.setContentsMargins(0, 0, 0, 0)
        first.addWidget(self._nobody, 1)
        first.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignHCenter)
        first.addStretch(1)
        self._start = start
        self._bin = EmptyState(
            Icon.BIN,
            "The bin is empty",
            "Whoever you put in the bin waits here until you restore or delete them.",
        )
        self._nothing = QWidget()
        self._column = QVBoxLayout(self._nothing)
        sizes = metrics()
        self._column.setContentsMargins(sizes.px(L), sizes.px(L), sizes.px(L), sizes.px(L))
        self._column.setSpacing(sizes.px(S))
        self._title = WrapLabel("", Type.BODY_STRONG, "text")
        self._near_words = WrapLabel("", Type.SECONDARY, "text-2")
        self._near = QVBoxLayout()
        self._near.setSpacing(sizes.px(4))
        self._clear = plain_button("Clear the search and filters", small=True)
        self._clear.clicked.connect(self.clear_asked)
        for part in (self._title, self._near_words):
            self._column.addWidget(part)
        self._column.addLayout(self._near)
        self._column.addSpacing(sizes.px(S))
        self._column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        for page in (self._start, self._nothing, self._bin):
            self.addWidget(page)

    def show_nothing(self, query: ContactQuery, put_away: int = 0) -> None:
        """Say that the question has no answer; ``put_away`` people are archived or in the bin."""
        self._empty_near()
        if query.binned and not query.text:
            self.setCurrentWidget(self._bin)
        elif not query.narrows:
            self._nobody.set_words(*(_put_away(put_away) if put_away else _FIRST_WORDS))
            self.sample.setVisible(not put_away)
            self.setCurrentWidget(self._start)
        else:
            self._title.setText(
                f"Nothing with “{_cut(query.text)}”." if query.text else "Nobody fits these filters."
            )
            words = "The filters above narrow the search, too." if query.text and query.is_filtered else ""
            self._say_near(words)
            self.setCurrentWidget(self._nothing)

    def show_near(self, text: str, near: tuple[NearMiss, ...]) -> None:
        """Offer people whose names are close to what was typed."""
        self._empty_near()
        if not near:
            return
        self._say_near("Near:")
        for one in near:
            button = link_button(_cut(one.name).replace("&", "&&"))
            button.setProperty("person", one.person_id)
            button.clicked.connect(self._open_near)
            self._near.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def words(self) -> str:
        """What is said now, near misses included; for screen readers."""
        names = [
            self._near.itemAt(place).widget().accessibleName()  # type: ignore[union-attr]
            for place in range(self._near.count())
        ]
        return " ".join([self._title.text(), self._near_words.text(), ", ".join(names)]).strip()

    def _ask_for_sample(self) -> None:
        self.sample_asked.emit()

    def _say_near(self, words: str) -> None:
        self._near_words.setText(words)
        self._near_words.setVisible(bool(words))

    def _open_near(self) -> None:
        self.person_asked.emit(self.sender().property("person"))

    def _empty_near(self) -> None:
        self._near_words.hide()
        while self._near.count():
            item = self._near.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _put_away(people: int) -> tuple[str, str]:
    who = "1 person is" if people == 1 else f"{people:,} people are"
    return "Nobody is listed", f"{who} archived or in the bin; the menu above shows them."

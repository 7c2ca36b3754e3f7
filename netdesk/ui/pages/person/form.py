"""All fields of a person in one form, grouped; it says what is wrong and loses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from netdesk.method.errors import InvalidInput
from netdesk.services.markets import markets
from netdesk.services.organisations import organisation_names
from netdesk.services.own_fields import OwnField, OwnFieldKind, add_own_field
from netdesk.services.people import LONGEST_RHYTHM, PersonDraft, clean_draft, people_named
from netdesk.services.person_page import PersonPage, events_named
from netdesk.ui.customs import customs_at
from netdesk.ui.pages.person.fields import (
    Choice,
    ChoiceField,
    CompletingLine,
    PartialDateField,
    labelled,
    line,
    mark_wrong,
    past_day,
)
from netdesk.ui.pages.person.form_markets import KindChips, MarketRows
from netdesk.ui.pages.person.form_own_fields import OwnFieldRows
from netdesk.ui.pages.person.form_points import PointRows
from netdesk.ui.pages.person.sheet import Words
from netdesk.ui.shell import Shell
from netdesk.ui.theme.metrics import L, M, S, Type, metrics
from netdesk.ui.widgets.buttons import plain_button, primary_button
from netdesk.ui.widgets.labels import SectionTitle, WrapLabel
from netdesk.ui.widgets.panel import Panel
from netdesk.ui.widgets.scroll_area import VerticalScroll

_NAMES = (
    ("prefix", "Title"),
    ("given", "First name"),
    ("additional", "Middle names"),
    ("family", "Last name"),
    ("suffix", "Suffix"),
    ("nickname", "Called"),
)
_WORK = (("organisation", "Organisation"), ("role", "Role"), ("department", "Department"))
_TEXTS = (
    ("what_they_do", "What they do"),
    ("ideal_client", "Ideal client"),
    ("good_introduction", "A good introduction"),
    ("where_to", "Where they want to get to"),
)
_LIFE = (
    ("accomplishments", "Accomplishments"),
    ("interests", "Interests"),
    ("networks", "Networks they belong to"),
    ("skills", "Skills"),
)


def known_organisations(shell: Shell, typed: str) -> Sequence[str]:
    """Organisations that begin with what is typed."""
    return shell.desk.read(partial(organisation_names, typed=typed))


class PersonForm(Panel):
    """``save_asked()`` and ``cancel_asked()`` tell what was pressed; ``draft()`` is what stands in it."""

    save_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, shell: Shell, page: PersonPage, parent: QWidget | None = None) -> None:
        super().__init__(f"Edit {page.name[:60]}", parent=parent)
        self._shell = shell
        self.customs = customs_at(shell.desk)
        self.person_id = page.id
        self.before = page.draft
        cancel = plain_button(self.tr("Cancel"), shortcut="Esc", small=True)
        cancel.clicked.connect(self.cancel_asked)
        save = primary_button(self.tr("Save"), shortcut="Ctrl+Return", small=True)
        save.clicked.connect(self.save_asked)
        self.add_to_header(cancel)
        self.add_to_header(save)
        self.trouble = WrapLabel("", Type.SECONDARY_MEDIUM, "bad-text")
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        content = QWidget()
        self._groups = QVBoxLayout(content)
        self._groups.setContentsMargins(0, 0, metrics().px(M), 0)
        self._groups.setSpacing(metrics().px(L))
        self._lines: dict[str, QLineEdit] = {}
        self._texts: dict[str, QPlainTextEdit] = {}
        self._fill(page)
        self._scroll = VerticalScroll(content)
        self.body.addWidget(self._scroll, 1)

    def _fill(self, page: PersonPage) -> None:
        draft = page.draft
        self._group("Name", [self._grid(_NAMES, draft, 3)])
        self._group("Work", [self._grid(_WORK, draft, 3)])
        self.points = PointRows(draft.points)
        self._group("Reach", [self.points])
        self._group("How I can help", [self._text(name, label, draft) for name, label in _TEXTS])
        self._group("What I know of them", [self._text(name, label, draft) for name, label in _LIFE])
        self._group("How we met", self._met(page))
        self._group("Days", self._days(draft))
        self.kinds = KindChips(draft.kinds)
        names = [market.name for market in self._shell.desk.read(markets)]
        self.markets = MarketRows(names, draft.markets)
        self._group("What they are to me", [self.kinds])
        self._group("Target markets", [self.markets])
        self.tags = line(", ".join(draft.tags), "Tags, with commas between")
        self._group("Tags", [self.tags])
        self.own = OwnFieldRows(page.own_fields, draft.own_values, self.customs.day_first)
        self.own.wanted.connect(self._add_own_field)
        self._group("Own fields", [self.own])
        self._group("Note", [self._text("note", "Note", draft, 96)])

    def _met(self, page: PersonPage) -> list[QWidget]:
        draft, desk = page.draft, self._shell.desk

        def people(text: str) -> Sequence[Choice]:
            found = desk.read(partial(people_named, typed=text))
            return [
                (one.id, f"{one.name}, {one.organisation}" if one.organisation else one.name)
                for one in found
                if one.id != page.id
            ]

        def events(text: str) -> Sequence[Choice]:
            found = desk.read(partial(events_named, typed=text))
            return [(one.id, f"{one.title}, {one.on.isoformat()}") for one in found]

        self.met_on = past_day(self._shell, self.tr("6 Mar, last Friday …"))
        self.met_on.set_date(draft.met_on)
        self.met_event = ChoiceField(events, self.tr("Find an event"))
        if page.met_event:
            self.met_event.set_choice(page.met_event.id, page.met_event.title)
        self.met_through = ChoiceField(people, self.tr("Find a person"))
        if page.met_through:
            self.met_through.set_choice(page.met_through.id, page.met_through.name)
        self._lines["met_words"] = line(draft.met_words, self.tr("by the coffee, talking about boats"))
        return [
            _row(labelled("When", self.met_on), labelled("At which event", self.met_event)),
            _row(
                labelled("Introduced by", self.met_through), labelled("In my words", self._lines["met_words"])
            ),
        ]

    def _days(self, draft: PersonDraft) -> list[QWidget]:
        self.birthday = PartialDateField("Birthday", self.customs.day_first)
        self.birthday.set_value(draft.birthday)
        self.anniversary = PartialDateField("Anniversary", self.customs.day_first)
        self.anniversary.set_value(draft.anniversary)
        self.rhythm = QSpinBox()
        self.rhythm.setRange(0, LONGEST_RHYTHM)
        self.rhythm.setSpecialValueText(self.tr("as the level says"))
        self.rhythm.setSuffix(self.tr(" days"))
        self.rhythm.setValue(draft.rhythm_days or 0)
        self.rhythm.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.rhythm.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return [
            _row(
                labelled("Birthday", self.birthday),
                labelled("Anniversary", self.anniversary),
                labelled("Own rhythm", self.rhythm),
            )
        ]

    # What stands in it ---------------------------------------------------------------------------

    def draft(self) -> PersonDraft:
        """All that stands in the form. Raises ``InvalidInput`` naming a field that is not understood."""
        for name, field, sentence in (
            ("birthday", self.birthday, "The birthday is no date."),
            ("anniversary", self.anniversary, "The anniversary is no date."),
            ("met_on", self.met_on, "The day we met is no date."),
            ("met_event_id", self.met_event, "There is no event of that name."),
            ("met_through_id", self.met_through, "There is nobody of that name here."),
        ):
            if field.is_wrong():
                raise InvalidInput(sentence, "Correct it, or leave it empty.", field=name)
        typed = {name: field.text() for name, field in self._lines.items()}
        texts = {name: field.toPlainText() for name, field in self._texts.items()}
        whole = replace(
            self.before,
            birthday=self.birthday.value(),
            anniversary=self.anniversary.value(),
            met_on=self.met_on.date(),
            met_event_id=self.met_event.choice(),
            met_through_id=self.met_through.choice(),
            rhythm_days=self.rhythm.value() or None,
            points=self.points.points(),
            kinds=self.kinds.kinds(),
            markets=self.markets.standings(),
            tags=tuple(tag.strip() for tag in self.tags.text().split(",") if tag.strip()),
            own_values=self.own.values(),
            **{**typed, **texts},  # type: ignore[arg-type]
        )
        return clean_draft(whole, self.before)

    def is_changed(self) -> bool:
        """Whether saving would change anything, or something cannot be read."""
        try:
            return self.draft() != self.before
        except InvalidInput:
            return True

    def say(self, error: InvalidInput) -> None:
        """Say what is wrong, mark its field and go there."""
        self.trouble.setText(str(error))
        self.trouble.show()
        for name, field in self._named().items():
            mark_wrong(field, name == error.field)
        wrong = self._named().get(error.field)
        if wrong is not None:
            wrong.setFocus()
            self._scroll.reveal(wrong)

    def _say_cut(self) -> None:
        self.trouble.setText(self.tr("That text is very long: only its beginning was taken."))
        self.trouble.show()

    def field(self, name: str) -> QWidget:
        """The widget of a field by the name it has in a draft. Raises ``KeyError``."""
        return self._named()[name]

    def begin(self) -> None:
        """Put the cursor into the first name."""
        self._lines["given"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._lines["given"].selectAll()

    def _named(self) -> dict[str, QWidget]:
        return {
            **self._lines,
            **self._texts,
            "birthday": self.birthday,
            "anniversary": self.anniversary,
            "met_on": self.met_on,
            "met_event_id": self.met_event,
            "met_through_id": self.met_through,
            "rhythm_days": self.rhythm,
            "tags": self.tags,
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.cancel_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held:
            self.save_asked.emit()
        else:
            super().keyPressEvent(event)

    # Parts ---------------------------------------------------------------------------------------

    def _group(self, title: str, widgets: Sequence[QWidget]) -> None:
        box = QVBoxLayout()
        box.setSpacing(metrics().px(S))
        box.addWidget(SectionTitle(title))
        for widget in widgets:
            box.addWidget(widget)
        self._groups.addLayout(box)

    def _grid(self, names: Sequence[tuple[str, str]], draft: PersonDraft, columns: int) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(metrics().px(S))
        for place, (name, label) in enumerate(names):
            field = line(getattr(draft, name)) if name != "organisation" else self._organisation(draft)
            self._lines[name] = field
            grid.addWidget(labelled(label, field), place // columns, place % columns)
        return box

    def _organisation(self, draft: PersonDraft) -> QLineEdit:
        field = CompletingLine(partial(known_organisations, self._shell))
        field.setText(draft.organisation)
        field.setCursorPosition(0)
        return field

    def _text(self, name: str, label: str, draft: PersonDraft, height: int = 54) -> QWidget:
        field = Words(getattr(draft, name), label)
        field.setPlaceholderText("")
        field.kept.connect(self.save_asked)
        field.was_cut.connect(self._say_cut)
        field.setFixedHeight(metrics().px(height))
        self._texts[name] = field
        return labelled(label, field)

    def _add_own_field(self, name: str, kind: OwnFieldKind) -> None:
        self._shell.desk.do(
            partial(add_own_field, name=name, kind=kind),
            partial(self._own_field_added, name, kind),
            owner=self,
        )

    def _own_field_added(self, name: str, kind: OwnFieldKind, field_id: int) -> None:
        self.own.add_field(OwnField(field_id, name, kind))
        self.own.editor(field_id).setFocus()


def _row(*widgets: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(metrics().px(S))
    for widget in widgets:
        row.addWidget(widget, 1)
    return box

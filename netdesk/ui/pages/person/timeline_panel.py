"""The panel with what happened: open follow-ups on top, the timeline, and a line for what one learned at the foot."""

from __future__ import annotations

from datetime import date
from functools import partial
from importlib import import_module

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from netdesk.method.changes import Changes
from netdesk.method.ledger import LedgerKind
from netdesk.method.typed_dates import parse_typed_date
from netdesk.services.conversations import add_note, delete_conversation
from netdesk.services.follow_ups import (
    OpenFollowUp,
    drop_follow_up,
    finish_follow_up,
    move_follow_up,
    reopen_follow_up,
)
from netdesk.services.ledger import delete_entry
from netdesk.services.levels import give_reason_for_moves
from netdesk.services.person_page import PersonPage
from netdesk.services.timeline import PAGE, Entry, EntryKind, Timeline, timeline
from netdesk.services.workspaces import Workspace
from netdesk.ui.customs import customs_at
from netdesk.ui.pages.person.entry import TimelineEntry
from netdesk.ui.pages.person.follow_up_row import FollowUpRow
from netdesk.ui.pages.person.timeline_scroll import TimelineScroll
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.icons import icon
from netdesk.ui.theme.metrics import M, S, metrics
from netdesk.ui.widgets.buttons import link_button
from netdesk.ui.widgets.keyed_row import place_of_keyboard
from netdesk.ui.widgets.labels import WrapLabel

_HELP = (EntryKind.GIVE, EntryKind.RECEIVE, EntryKind.PROMISE, EntryKind.ASK)


class TimelinePanel(QWidget):
    """Shows one person's past; ``edit_talk_asked(int)`` asks to open a conversation."""

    edit_talk_asked = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._page: PersonPage | None = None
        self._limit = PAGE
        self._unsaved: dict[int, str] = {}
        sizes = metrics()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(sizes.px(S))
        self._todo = QVBoxLayout()
        self._todo.setSpacing(sizes.px(6))
        outer.addLayout(self._todo)
        self._nothing = WrapLabel("", role="text-2")
        outer.addWidget(self._nothing)
        self._earlier = link_button(self.tr("Show what was earlier"))
        self._earlier.clicked.connect(self._show_earlier)
        self._list = QWidget()
        self._entries = QVBoxLayout(self._list)
        self._entries.setContentsMargins(0, sizes.px(2), 0, 0)
        self._entries.setSpacing(0)
        self._scroll = TimelineScroll(self._list)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        outer.addWidget(self._earlier)
        outer.addWidget(self._scroll)
        self.note = QLineEdit()
        self.note.setMaxLength(4_000)
        self.note.addAction(icon(Icon.LOG, "text-2"), QLineEdit.ActionPosition.LeadingPosition)
        self.note.setMinimumHeight(sizes.px(38))
        self.note.returnPressed.connect(self._save_note)
        outer.addWidget(self.note)
        outer.addStretch(1)
        outer.setContentsMargins(0, sizes.px(M), 0, 0)

    # Showing ---------------------------------------------------------------------------------

    def show_page(self, page: PersonPage) -> None:
        """Show another person, or the same one anew."""
        another = self._page is None or self._page.id != page.id
        if another:
            self._keep_note()
            self._limit = PAGE
        self._page = page
        question = self.tr("What did you learn about {0}?").format(page.given[:40])
        self.note.setPlaceholderText(question)
        self.note.setAccessibleName(question)
        if another:
            self.note.setText(self._unsaved.pop(page.id, ""))
        self._draw_todo(page)
        self._draw_past(self._past(page.id))
        if another:
            self._scroll.to_the_end()

    def save_note(self) -> None:
        """Keep what stands in the note line, if anything does."""
        self._save_note()

    def _keep_note(self) -> None:
        if self._page is not None and self.note.text().strip():
            self._unsaved[self._page.id] = self.note.text()

    def _draw_todo(self, page: PersonPage) -> None:
        held = place_of_keyboard(self.follow_up_rows())
        _empty(self._todo)
        for follow_up in page.follow_ups:
            row = FollowUpRow(follow_up, self._shell.today())
            row.done.connect(self._finish)
            row.moved.connect(self._move)
            row.dropped.connect(self._drop)
            self._todo.addWidget(row)
        if held >= 0:
            rows = self.follow_up_rows()
            following = rows[min(held, len(rows) - 1)].done_button if rows else self.note
            _hold(following)

    def _draw_past(self, past: Timeline) -> None:
        held = place_of_keyboard(self.entries())
        _empty(self._entries)
        self._earlier.setVisible(past.earlier)
        self._scroll.setVisible(bool(past.entries))
        given = self._page.given[:40] if self._page else ""
        self._nothing.setText(
            self.tr("Nothing yet. Log a conversation (Ctrl+L), or note what you learned about {0}.").format(
                given
            )
        )
        self._nothing.setVisible(not past.entries)
        for entry in past.entries:
            row = TimelineEntry(entry, self._shell.today())
            row.edit_asked.connect(self._edit)
            row.remove_asked.connect(self._remove)
            self._entries.addWidget(row)
        self._entries.addStretch(1)
        if held >= 0:
            rows = self.entries()
            following = rows[min(held, len(rows) - 1)] if rows else self.note
            _hold(following)
        self._scroll.updateGeometry()

    def _show_earlier(self) -> None:
        self._limit += 4 * PAGE
        if self._page is not None:
            self._scroll.to_the_end(False)
            self._draw_past(self._past(self._page.id))

    def _past(self, person_id: int) -> Timeline:
        own = customs_at(self._shell.desk).currency
        return self._shell.desk.read(partial(timeline, person_id=person_id, limit=self._limit, own=own))

    def entries(self) -> list[TimelineEntry]:
        """The entries shown, oldest first."""
        return self._list.findChildren(TimelineEntry)

    def follow_up_rows(self) -> list[FollowUpRow]:
        """The open follow-ups shown."""
        rows: list[FollowUpRow] = []
        for place in range(self._todo.count()):
            item = self._todo.itemAt(place)
            row = item.widget() if item is not None else None
            if isinstance(row, FollowUpRow):
                rows.append(row)
        return rows

    # Changing --------------------------------------------------------------------------------

    def _save_note(self) -> None:
        words = self.note.text().strip()
        if self._page is None or not words:
            return
        person, given, today = self._page.id, self._page.given, self._shell.today()
        self.note.clear()

        def refused(error: Exception) -> None:
            if self._page is not None and self._page.id == person and not self.note.text():
                self.note.setText(words)
            else:
                self._unsaved[person] = words
            self._shell.toast(str(error))

        self._shell.desk.do(
            partial(add_note, person_id=person, words=words, today=today),
            partial(self._said, self.tr("Noted about {0}.").format(given)),
            refused,
            owner=self,
        )

    def _finish(self, follow_up: OpenFollowUp) -> None:
        self._change(
            partial(finish_follow_up, follow_up_id=follow_up.id), self.tr("Done: {0}"), follow_up.action
        )

    def _drop(self, follow_up: OpenFollowUp) -> None:
        self._change(
            partial(drop_follow_up, follow_up_id=follow_up.id), self.tr("Dropped: {0}"), follow_up.action
        )

    def _move(self, follow_up: OpenFollowUp, day: date | None) -> None:
        today = self._shell.today()
        if day is None:
            asked = self._shell.dialogs.ask_text(
                self, self.tr("Move the follow-up"), self.tr("To which day? For example: next Tuesday, 4 Dec")
            )
            if asked is None:
                return
            day = parse_typed_date(asked, today, day_first=customs_at(self._shell.desk).day_first)
            if day is None:
                self._shell.toast(self.tr("“{0}” was not understood as a day.").format(asked[:40]))
                return
        self._change(
            partial(move_follow_up, follow_up_id=follow_up.id, to=day, today=today),
            self.tr("Moved: {0}"),
            follow_up.action,
        )

    def _edit(self, entry: Entry) -> None:
        if entry.kind in (EntryKind.DONE, EntryKind.DROPPED):
            self._change(
                partial(reopen_follow_up, follow_up_id=entry.id), self.tr("To do again: {0}"), entry.title
            )
        elif entry.kind is EntryKind.MOVE:
            why = self._shell.dialogs.ask_text(self, self.tr("Why did they move?"), self.tr("Why"))
            if why is not None:
                self._change(partial(_say_why, move=entry.id, why=why), self.tr("Kept the reason."), "")
        elif entry.kind in _HELP:
            from netdesk.ui.pages.ledger.entry_form import open_entry_form

            open_entry_form(self._shell, LedgerKind.GIVE, entry_id=entry.id)
        elif entry.kind is EntryKind.WIN:
            import_module("netdesk.ui.pages.wins.win_form").open_win_form(self._shell, entry.id)
        elif entry.kind is EntryKind.EVENT and entry.event_id is not None:
            self._shell.open_event(entry.event_id)
        elif entry.kind is not EntryKind.EVENT:
            self.edit_talk_asked.emit(entry.id)

    def _remove(self, entry: Entry) -> None:
        delete = (
            partial(delete_entry, entry_id=entry.id)
            if entry.kind in _HELP
            else partial(delete_conversation, conversation_id=entry.id)
        )
        self._change(delete, self.tr("Deleted: {0}"), entry.title)

    def _change(self, operation: partial[Changes], words: str, about: str) -> None:
        text = words.format(" ".join(about[:80].split()))
        self._shell.desk.do(operation, partial(self._said, text), owner=self)

    def _said(self, text: str, _result: object) -> None:
        self._shell.toast(text, undo=True)


def _say_why(ws: Workspace, move: int, why: str) -> Changes:
    return give_reason_for_moves(ws, [move], why)


def _hold(widget: QWidget) -> None:
    """Give the keyboard to a widget that was added just now: it takes it only once it is shown."""
    parent = widget.parentWidget()
    if parent is not None and parent.isHidden():
        parent.show()
    widget.show()
    widget.setFocus(Qt.FocusReason.OtherFocusReason)


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()

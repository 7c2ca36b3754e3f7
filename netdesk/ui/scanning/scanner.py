"""The scanner: pictures of cards at the left, one of them large, its fields at the right to check and to add.

Nothing is written but by *Add card*, with what then stands in the fields.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from netdesk.services.card_entry import AddedCard
from netdesk.services.card_reading import TextReader
from netdesk.services.event_edit import event_title
from netdesk.ui.scanning.adding import CardAdding
from netdesk.ui.scanning.extra_banner import ExtraBanner
from netdesk.ui.scanning.incoming import Incoming
from netdesk.ui.scanning.parts import Columns, Foot, ScanHead
from netdesk.ui.scanning.reading_run import ReadingRun
from netdesk.ui.scanning.shots import MOST_SHOTS, Shot, ShotList, ShotState
from netdesk.ui.shell import Shell
from netdesk.ui.theme.icon_names import Icon
from netdesk.ui.theme.metrics import XL, M, metrics
from netdesk.ui.widgets.empty_state import EmptyState

WIDTH, HEIGHT = 1240, 800


class Scanner(QWidget):
    """``take_files(paths)``, ``take_image(image)``; ``closed()`` when it is done with."""

    closed = Signal()

    def __init__(
        self,
        shell: Shell,
        event_id: int | None,
        reader: TextReader | None,
        shots: Sequence[Shot] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.shell = shell
        self._current: Shot | None = None
        self.incoming = Incoming(shell, self)
        self.shots = ShotList(self)
        self.run = ReadingRun(shell.desk, reader, self)
        self.adding = CardAdding(shell, event_id, self)
        self._columns = Columns(reader is not None)
        self.list_side, self.looking = self._columns.list_side, self._columns.looking
        self.panel = self._columns.panel
        self.foot = Foot()
        self.banner = ExtraBanner() if reader is None else None
        self.empty = EmptyState(
            Icon.SCAN,
            self.tr("Pictures of business cards"),
            self.tr(
                "Drop photographs of cards here, choose them, or paste one with Ctrl+V. You check what was read."
            ),
            self.tr("Choose pictures…"),
        )
        self.setAccessibleName(self.tr("Scan business cards"))
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._body = QStackedLayout()
        self._lay_out(event_title(shell.desk.workspace, event_id) if event_id is not None else "")
        self._connect()
        self._put(list(shots))
        self._show_current()

    # Pictures come in --------------------------------------------------------------------------

    def take_files(self, files: Sequence[Path]) -> None:
        """Take pictures in; each is tried, whatever it is called."""
        self.incoming.take_files(files)

    def take_image(self, image: QImage) -> None:
        """Take a picture in that comes from another program."""
        self.incoming.take_image(image)

    def _put(self, shots: list[Shot]) -> None:
        if not shots:
            return
        room = MOST_SHOTS - self.shots.rowCount()
        if len(shots) > room:
            self.foot.say(
                self.tr("{0} pictures are read at a sitting; the rest can come after.").format(MOST_SHOTS)
            )
        taken = shots[: max(room, 0)]
        self.shots.add(taken)
        if self._body.currentIndex() == 0:
            # The keyboard would go to the list by itself; it waits for the first fields instead.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._body.setCurrentIndex(1)
            self.foot.show()
        if self._current is None or not self._current.state.is_open:
            self._go_to(taken[0] if taken else None)
        self.run.add(*(shot for shot in taken if shot.state is ShotState.WAITING))

    # One of them is shown --------------------------------------------------------------------

    def _selected(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._current = self.shots.at(now.row())
        self._show_current()

    def _go_to(self, shot: Shot | None) -> None:
        if shot is not None:
            self.list_side.rows.setCurrentIndex(self.shots.place_of(shot))

    def _show_current(self) -> None:
        shot = self._current
        self.panel.setEnabled(shot is not None and shot.state.is_open)
        if shot is None:
            self.panel.show_fields(())
        else:
            # What somebody types while the picture is read stays, and so does the place.
            typing = self.panel.kind_with_keyboard() if shot.typed else None
            # Who walks through the list goes on walking.
            walking = self.list_side.rows.hasFocus()
            self.looking.show_shot(shot)
            self.panel.show_fields(shot.fields)
            self.panel.whose.show_meant(shot.meant, shot.is_meant)
            if shot.state.is_open and not walking:
                self.panel.begin(typing)
            if shot.state.is_open and not shot.state.is_under_way:
                self.adding.look(shot, shot.fields)
        self._offer()

    def _offer(self) -> None:
        shot = self._current
        if self.is_done:
            count = self.adding.count()
            many = self.tr("1 card added.") if count == 1 else self.tr("{0} cards added.").format(count)
            self.foot.say(many)
            self.foot.offer(self.tr("Done"), can_add=True, can_skip=False)
            self.foot.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        open_now = shot is not None and shot.state.is_open and not self.adding.is_busy
        can_add = open_now and bool(shot and shot.fields)
        self.foot.offer(self.tr("Add card"), can_add=can_add, can_skip=open_now)

    def _arrived(self, shot: Shot) -> None:
        if shot is self._current:
            self._show_current()

    def _changed(self, shot: Shot) -> None:
        self.shots.redraw(shot)
        if shot is self._current:
            self.looking.show_shot(shot)
            self._offer()

    def _edited(self) -> None:
        shot = self._current
        if shot is not None:
            shot.fields = self.panel.fields()
            shot.typed = True
            self.shots.redraw(shot)
            self.panel.say("")
            self.adding.look(shot, shot.fields)
            self._offer()

    def _taken_back(self, shot: Shot) -> None:
        self.shots.redraw(shot)
        self._go_to(shot)
        if shot is self._current:
            self._show_current()

    def _turn(self, degrees: int) -> None:
        shot = self._current
        if shot is not None and shot.data:
            shot.turn = (shot.turn + degrees) % 360
            self.looking.show_shot(shot)

    def _read_again(self) -> None:
        if self._current is not None and self._current.state.is_open:
            self._current.trouble = ""
            self.run.add(self._current)

    def _show_meant(self, shot: Shot) -> None:
        if shot is self._current:
            self.panel.whose.show_meant(shot.meant, shot.is_meant)

    def _choose_person(self, is_contact: bool) -> None:
        if self._current is not None:
            self._current.is_meant = is_contact

    # Adding ----------------------------------------------------------------------------------

    @property
    def is_done(self) -> bool:
        """Whether cards were added and no picture is left to be looked at."""
        shot = self._current
        nothing_left = self.shots.next_open(None) is None and not (shot and shot.wants_adding)
        return self.adding.count() > 0 and nothing_left

    def accept(self) -> None:
        """Add the card that is shown; when there is none left, close."""
        if self.is_done:
            self.closed.emit()
        elif self._current is not None:
            self.adding.add(self._current, self.panel.fields())
            self._offer()

    def _added(self, shot: Shot, card: AddedCard) -> None:
        self.shots.redraw(shot)
        said = self.tr("Added {0}’s card")
        if card.was_here:
            said = self.tr("{0}’s card was here already; its picture was kept")
        self.shell.toast(said.format(card.name), undo=True)
        self._next(shot)

    def _refused(self, words: str) -> None:
        self.panel.say(words)
        self._offer()

    def skip(self) -> None:
        """Leave this picture out and go on; it can still be added later."""
        shot = self._current
        if shot is not None and shot.state.is_open and not shot.state.is_under_way:
            shot.state = ShotState.SKIPPED
            self.shots.redraw(shot)
        if shot is not None:
            self._next(shot)

    def _next(self, shot: Shot) -> None:
        following = self.shots.next_open(shot)
        if following is not None:
            self._go_to(following)
        else:
            self._show_current()

    # The widget itself -----------------------------------------------------------------------

    def begin(self) -> None:
        """Put the keyboard where something can be begun."""
        button = self.empty.findChild(QPushButton)
        if self._current is None and button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def left(self) -> list[Shot]:
        """What was read or typed and is not added."""
        return [replace(shot) for shot in self.shots.shots() if shot.wants_adding]

    def stop(self) -> None:
        """The scanner goes away: nothing is read any more, and the reading process ends."""
        self.run.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.incoming.wants(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.incoming.take(event.mimeData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops the reading before it closes; Ctrl+V takes a picture."""
        if event.key() == Qt.Key.Key_Escape and self.run.is_busy:
            self.run.stop()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.incoming.paste()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.list_side.rows.setModel(self.shots)
        self.list_side.rows.selectionModel().currentChanged.connect(self._selected)
        self.list_side.more.connect(self.incoming.choose)
        self.empty.primary_clicked.connect(self.incoming.choose)
        self.incoming.arrived.connect(self._put)
        self.incoming.nothing.connect(self.shell.toast)
        self.run.changed.connect(self._changed)
        self.run.arrived.connect(self._arrived)
        self.run.advanced.connect(self.foot.advance)
        self.adding.meant.connect(self._show_meant)
        self.adding.added.connect(self._added)
        self.adding.refused.connect(self._refused)
        self.adding.taken_back.connect(self._taken_back)
        self.looking.turned.connect(self._turn)
        self.looking.again.connect(self._read_again)
        self.panel.edited.connect(self._edited)
        self.panel.pointed.connect(self.looking.view.point_out)
        self.panel.image_pasted.connect(self.incoming.paste)
        self.panel.whose.chosen.connect(self._choose_person)
        self.foot.cancelled.connect(self.run.stop)
        self.foot.skipped.connect(self.skip)
        self.foot.accepted.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.accept)

    def _lay_out(self, event: str) -> None:
        sizes = metrics()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.px(M))
        if self.banner is not None:
            framed = QHBoxLayout()
            framed.setContentsMargins(sizes.px(XL), 0, sizes.px(XL), 0)
            framed.addWidget(self.banner)
            column.addLayout(framed)
        # Before anything is put into it: a stack without a parent shows its first page as a window of its own.
        column.addLayout(self._body, 1)
        self._body.addWidget(self.empty)
        self._body.addWidget(self._columns)
        column.addWidget(self.foot)
        self.foot.hide()
        # Last in Tab's order: whoever types too early shall not close it.
        head = ScanHead(event)
        head.closed.connect(self.closed)
        column.insertWidget(0, head)

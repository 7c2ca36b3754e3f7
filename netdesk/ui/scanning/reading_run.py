"""Pictures read one after the other, off the window's thread: opened and scaled, then their codes and their text."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from netdesk.background.jobs import Report
from netdesk.method.errors import NetDeskError
from netdesk.services.card_reading import CardPicture, ReadCard, TextReader, read_card
from netdesk.services.workspaces import Workspace
from netdesk.ui.bridge.desk import Desk, Work
from netdesk.ui.customs import customs_at
from netdesk.ui.scanning.picture import image_of, picture_of_file, picture_of_image, turned
from netdesk.ui.scanning.shots import Shot, ShotState, state_of

_THUMBNAIL = 160


class ReadingRun(QObject):
    """``add(shots)`` begins, ``stop()`` ends it. The reading process lives as long as there is something to read.

    Signals: ``changed(Shot)``; ``arrived(Shot)`` once one is read; ``advanced(done, of)``; ``ended()``.
    """

    changed = Signal(object)
    arrived = Signal(object)
    advanced = Signal(int, int)
    ended = Signal()

    def __init__(self, desk: Desk, reader: TextReader | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader = reader
        if reader is not None:
            # When the program ends with the scanner open, nobody else would end it.
            self.destroyed.connect(reader.close)
        self._waiting: list[Shot] = []
        self._current: Shot | None = None
        self._work: Work | None = None
        self._done = 0

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or waits for it."""
        return self._current is not None or bool(self._waiting)

    def add(self, *shots: Shot) -> None:
        """Read these too."""
        if not shots:
            return
        for shot in shots:
            shot.state = ShotState.WAITING
            self._waiting.append(shot)
            self.changed.emit(shot)
        if self._reader is not None:
            # It loads while the first picture is opened; whether it could be started is said when it is to read.
            with suppress(NetDeskError):
                self._reader.start()
        self._tell()
        self._go_on()

    def stop(self) -> None:
        """Read nothing more; what waited can be read later."""
        for shot in self._waiting:
            shot.state = ShotState.STOPPED
            self.changed.emit(shot)
        self._waiting = []
        if self._work is not None:
            self._work.cancel()
        elif self._current is not None:
            self._current.state = ShotState.STOPPED
            self.changed.emit(self._current)
            self._finish()

    def close(self) -> None:
        """Stop, and end the reading process."""
        self._waiting = []
        if self._work is not None:
            self._work.cancel()
        self._current = None
        if self._reader is not None:
            self._reader.close()

    def _go_on(self) -> None:
        if self._current is not None:
            return
        self._waiting = [shot for shot in self._waiting if shot.state is ShotState.WAITING]
        if not self._waiting:
            self._end()
            return
        self._current = shot = self._waiting.pop(0)
        shot.state = ShotState.READING
        self.changed.emit(shot)
        self._desk.ask(
            self, "open", partial(_opened, shot), partial(self._show, shot), partial(self._no_picture, shot)
        )

    def _show(self, shot: Shot, opened: tuple[CardPicture, QImage]) -> None:
        if self._current is not shot:
            return
        picture, small = opened
        # Only what is kept of the picture stays in memory.
        shot.data, shot.media_type, shot.image, shot.turn = picture.data, picture.media_type, None, 0
        shot.thumbnail = QPixmap.fromImage(small)
        self.changed.emit(shot)
        self._read(shot, picture)

    def _read(self, shot: Shot, picture: CardPicture) -> None:
        region = customs_at(self._desk).region
        work = self._desk.work(
            self,
            self.tr("Reading cards"),
            partial(_read, picture, self._reader, region),
            partial(self._take, shot),
            failed=partial(self._failed, shot),
            cancelled=partial(self._cancelled, shot),
            writes=False,
        )
        self._work = None if work.is_over else work

    def _take(self, shot: Shot, read: ReadCard) -> None:
        # Whoever typed everything and added the card did not wait for the reading.
        if shot.state.is_under_way:
            shot.read = read
            shot.state = state_of(read)
            shot.trouble = read.trouble
            shot.turn = (shot.turn + read.turn) % 360
            typed = {one.kind for one in shot.fields} if shot.typed else set()
            kept = shot.fields if shot.typed else ()
            shot.fields = (*kept, *(one for one in read.fields if one.kind not in typed))
        self._finish(shot)

    def _no_picture(self, shot: Shot, error: NetDeskError) -> None:
        self._give_up(shot, ShotState.BAD, str(error))

    def _failed(self, shot: Shot, error: NetDeskError) -> None:
        self._give_up(shot, ShotState.STOPPED, str(error))

    def _cancelled(self, shot: Shot) -> None:
        self._give_up(shot, ShotState.STOPPED, "")

    def _give_up(self, shot: Shot, state: ShotState, trouble: str) -> None:
        if shot.state.is_under_way:
            shot.state, shot.trouble = state, trouble
        self._finish(shot)

    def _finish(self, shot: Shot | None = None) -> None:
        self._work = None
        self._current = None
        self._done += 1
        if shot is not None:
            self.changed.emit(shot)
            self.arrived.emit(shot)
        self._tell()
        # Not at once: where all is done on one thread, a hundred pictures would stand in each other.
        QTimer.singleShot(0, self, self._go_on)

    def _tell(self) -> None:
        left = len(self._waiting) + (self._current is not None)
        self.advanced.emit(self._done, self._done + left)

    def _end(self) -> None:
        self._done = 0
        if self._reader is not None:
            self._reader.close()
        self.ended.emit()


def _opened(shot: Shot, _ws: Workspace) -> tuple[CardPicture, QImage]:
    """The picture ready to be read, and a small one; one read before is read as it has been turned since."""
    if shot.data:
        picture = picture_of_image(image_of(turned(shot.data, shot.turn)))
    elif shot.path is not None:
        picture = picture_of_file(shot.path)
    else:
        picture = picture_of_image(shot.image or QImage())
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image_of(picture.data).scaled(_THUMBNAIL, _THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return picture, small


def _read(
    picture: CardPicture, reader: TextReader | None, region: str, _ws: Workspace, report: Report
) -> ReadCard:
    return read_card(picture, reader, region, report)

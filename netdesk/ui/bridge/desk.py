"""The windows’ one way to the workspace: ask, do, work, and hear what changed.

Questions under 10 ms may be read on the window’s thread; everything else runs on the lanes, and answers come back
through the one signal that crosses threads. An answer nobody waits for any more is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal

from netdesk.background.jobs import Job, Progress, Report
from netdesk.background.lanes import InlineLanes, Lanes
from netdesk.method.changes import Changes
from netdesk.method.errors import Cancelled, NetDeskError, NotFound
from netdesk.services.workspaces import Workspace

T = TypeVar("T")
LOOK_EVERY_MS = 700
"""How often the file is asked whether another program changed it."""


class Work(QObject):
    """A long job in sight of a person: it tells how far it is, and can be cancelled."""

    progressed = Signal(object)
    ended = Signal()

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.job: Job[Any] | None = None
        self.is_over = False

    def cancel(self) -> None:
        """Ask the job to stop; what it did so far is taken back by the job itself."""
        if self.job is not None:
            self.job.cancel()


class Desk(QObject):
    """The workspace as the windows see it. Lives on the window’s thread."""

    changed = Signal(object)
    """``Changes``, after each commit, also of other programs."""
    troubled = Signal(object)
    """A ``NetDeskError`` that whoever asked did not take care of."""
    work_begun = Signal(object)
    """A ``Work`` that has just been put on its way."""
    _arrived = Signal(object)

    def __init__(
        self, workspace: Workspace, lanes: Lanes | InlineLanes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._lanes = lanes
        self._asked: dict[tuple[int, str], Job[Any]] = {}
        self._revision = self._heard = workspace.revision()
        self._data_version = workspace.data_version()
        self._arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)
        workspace.listen(self._announced)
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_EVERY_MS)
        self._watch.timeout.connect(self.look_for_changes)
        self._watch.start()

    # Asking ------------------------------------------------------------------------------------

    def read(self, question: Callable[[Workspace], T]) -> T:
        """Answer now, on the window’s thread: only for questions that take under 10 ms."""
        return self._at_one_moment(question)

    def ask(
        self,
        owner: QObject,
        key: str,
        question: Callable[[Workspace], T],
        then: Callable[[T], None],
        failed: Callable[[NetDeskError], None] | None = None,
    ) -> None:
        """Answer on a reading thread. The newest question of ``owner`` and ``key`` wins; older answers are dropped.

        That something is gone is no news, without ``failed``, when the workspace changed since the window last heard
        of it: whoever shows it hears of the change itself.
        """
        place = (id(owner), key)
        older = self._asked.pop(place, None)
        if older is not None:
            older.cancel()
        heard = self._heard
        job = self._lanes.read.submit(lambda _: self._at_one_moment(question))
        self._asked[place] = job

        def arrived() -> None:
            if self._asked.get(place) is not job or not shiboken6.isValid(owner):
                return
            del self._asked[place]
            is_gone = isinstance(job.future.exception(), NotFound)
            if failed is None and is_gone and self.workspace.revision() != heard:
                return
            self._settle(job, then, failed)

        self._when_over(job, arrived)

    def _at_one_moment(self, question: Callable[[Workspace], T]) -> T:
        """A question may be several statements; a write between them must not show half of itself."""
        with self.workspace.one_moment():
            return question(self.workspace)

    # Changing ----------------------------------------------------------------------------------

    def do(
        self,
        operation: Callable[[Workspace], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[NetDeskError], None] | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Run a short operation on the writing thread. Without ``failed`` an error is told as a toast."""
        job = self._lanes.write.submit(lambda _: operation(self.workspace))

        def arrived() -> None:
            alive = owner is None or shiboken6.isValid(owner)
            self._settle(job, then if alive else None, failed if alive else None)

        self._when_over(job, arrived)

    def work(
        self,
        owner: QObject,
        title: str,
        job: Callable[[Workspace, Report], T],
        then: Callable[[T], None] | None = None,
        *,
        progress: Callable[[Progress], None] | None = None,
        failed: Callable[[NetDeskError], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        writes: bool = True,
    ) -> Work:
        """Run a long job with progress and cancel; ``title`` is shown in the status line ("Bringing contacts")."""
        work = Work(title, self)
        lane = self._lanes.write if writes else self._lanes.read

        def reported(state: Progress) -> None:
            self._deliver(lambda: work.progressed.emit(state) if shiboken6.isValid(work) else None)

        if progress is not None:
            work.progressed.connect(progress)
        self.work_begun.emit(work)
        running = lane.submit(lambda report: job(self.workspace, report), reported, long=True)
        work.job = running

        def arrived() -> None:
            work.is_over = True
            work.ended.emit()
            alive = shiboken6.isValid(owner)
            self._settle(
                running, then if alive else None, failed if alive else None, cancelled if alive else None
            )
            work.deleteLater()

        self._when_over(running, arrived)
        return work

    def undo(self, then: Callable[[Changes | None], None] | None = None) -> None:
        """Take the newest operation back."""
        self.do(lambda workspace: workspace.undo(), then)

    def redo(self, then: Callable[[Changes | None], None] | None = None) -> None:
        """Do again what was undone last."""
        self.do(lambda workspace: workspace.redo(), then)

    # Hearing -----------------------------------------------------------------------------------

    def look_for_changes(self) -> None:
        """Ask the file whether another program changed it, and announce what it changed."""
        try:
            version = self.workspace.data_version()
            if version == self._data_version:
                return
            self._data_version = version
            self._revision, changes = self.workspace.changed_since(self._revision)
        except NetDeskError as error:
            self.troubled.emit(error)
            return
        if not changes.is_empty:
            self._tell(changes)

    def close(self) -> None:
        """Stop listening and end the lanes; short writes that were asked for are still done."""
        self._watch.stop()
        self._lanes.close()
        self.workspace.unlisten(self._announced)
        self._asked.clear()

    def _announced(self, changes: Changes) -> None:
        self._deliver(lambda: self._tell(changes))

    def _tell(self, changes: Changes) -> None:
        self._heard = max(self._heard, changes.revision)
        self.changed.emit(changes)

    # Crossing threads --------------------------------------------------------------------------

    def _when_over(self, job: Job[Any], arrived: Callable[[], None]) -> None:
        if job.future.done():
            # A callback given to a future that is over would have its errors swallowed.
            self._deliver(arrived)
        else:
            job.future.add_done_callback(lambda _: self._post(arrived))

    def _post(self, call: Callable[[], None]) -> None:
        if shiboken6.isValid(self):
            self._arrived.emit(call)

    def _deliver(self, call: Callable[[], None]) -> None:
        if QThread.currentThread() is self.thread():
            call()
        else:
            self._post(call)

    def _run(self, call: Callable[[], None]) -> None:
        call()

    def _settle(
        self,
        job: Job[T],
        then: Callable[[T], None] | None,
        failed: Callable[[NetDeskError], None] | None,
        cancelled: Callable[[], None] | None = None,
    ) -> None:
        error = job.future.exception()
        if error is None:
            if then is not None:
                then(job.future.result())
        elif isinstance(error, Cancelled):
            if cancelled is not None:
                cancelled()
        elif isinstance(error, NetDeskError):
            if failed is not None:
                failed(error)
            else:
                self.troubled.emit(error)
        else:
            if failed is not None:
                # Whoever waits must not wait for ever; the error itself goes where all uncaught ones go.
                failed(NetDeskError("Something went wrong in NetDesk.", "What was saved before is safe."))
            raise error

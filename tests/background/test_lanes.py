"""One thread writes, two read; a long job lets short ones through and stops when it is asked to."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from netdesk.background.jobs import Progress, Report
from netdesk.background.lanes import InlineLanes, Lane, Lanes
from netdesk.method.errors import Cancelled
from netdesk.store.workspace import Workspace

PATIENCE = 20.0


class Connections:
    """Counts who is connected, and from which thread."""

    def __init__(self) -> None:
        self.attached: list[str] = []
        self.detached: list[str] = []

    def attach(self) -> None:
        self.attached.append(threading.current_thread().name)

    def detach(self) -> None:
        self.detached.append(threading.current_thread().name)


def test_each_thread_has_a_connection_of_its_own_and_gives_it_back() -> None:
    connections = Connections()
    lanes = Lanes(connections)
    assert lanes.write.submit(lambda _: threading.current_thread().name).future.result(PATIENCE) == "write-0"
    assert (
        lanes.read.submit(lambda _: threading.current_thread().name)
        .future.result(PATIENCE)
        .startswith("read-")
    )
    lanes.close()
    assert set(connections.attached) <= {"read-0", "read-1", "write-0"}
    assert "write-0" in connections.attached
    assert len(connections.attached) == 2, "a thread connects with its first job"
    assert sorted(connections.detached) == ["read-0", "read-1", "write-0"]


def test_a_thread_that_has_a_connection_already_is_attached_again_for_nothing(tmp_path: Path) -> None:
    with_workspace = Workspace(tmp_path / "network.netdesk")
    lanes = Lanes(with_workspace)
    first, second = (
        lanes.write.submit(lambda _: with_workspace.connection).future.result(PATIENCE) for _ in range(2)
    )
    lanes.close()
    with_workspace.close()
    assert first is second


def test_jobs_of_the_writing_lane_run_one_after_the_other() -> None:
    lane = Lane("write", Connections())
    order: list[int] = []
    jobs = [lane.submit(lambda _, number=number: order.append(number)) for number in range(50)]
    jobs[-1].future.result(PATIENCE)
    lane.close()
    assert order == list(range(50))


def test_a_long_job_lets_a_short_one_through_between_two_steps() -> None:
    lane = Lane("write", Connections())
    order: list[str] = []
    asked, going = threading.Event(), threading.Event()

    def long_one(report: Report) -> None:
        order.append("first half")
        going.set()
        asked.wait(PATIENCE)
        report.let_others_through()
        order.append("second half")

    long_job = lane.submit(long_one, long=True)
    going.wait(PATIENCE)
    short = lane.submit(lambda _: order.append("short"))
    other_long = lane.submit(lambda _: order.append("other long"), long=True)
    asked.set()
    for job in (long_job, short, other_long):
        job.future.result(PATIENCE)
    lane.close()
    assert order == ["first half", "short", "second half", "other long"]


def test_progress_is_told_and_a_cancelled_job_stops_at_its_next_report() -> None:
    lane = Lane("read", Connections())
    told: list[Progress] = []
    first = threading.Event()
    stop = threading.Event()

    def work(report: Report) -> None:
        report(1, 10, "Reading")
        first.set()
        stop.wait(PATIENCE)
        report(2, 10, "Reading")

    job = lane.submit(work, told.append, long=True)
    first.wait(PATIENCE)
    job.cancel()
    stop.set()
    with pytest.raises(Cancelled):
        job.future.result(PATIENCE)
    lane.close()
    assert told == [Progress(1, 10, "Reading")]


def test_a_job_cancelled_before_it_began_never_begins() -> None:
    lane = Lane("read", Connections())
    gate = threading.Event()
    begun: list[str] = []
    lane.submit(lambda _: gate.wait(PATIENCE))
    waiting = lane.submit(lambda _: begun.append("begun"))
    waiting.cancel()
    gate.set()
    with pytest.raises(Cancelled):
        waiting.future.result(PATIENCE)
    lane.close()
    assert begun == []


def test_closing_does_the_short_writes_and_stops_the_long_ones() -> None:
    lane = Lane("write", Connections())
    gate, going = threading.Event(), threading.Event()
    done: list[str] = []

    def long_one(report: Report) -> None:
        going.set()
        gate.wait(PATIENCE)
        report()
        done.append("long")

    long_job = lane.submit(long_one, long=True)
    going.wait(PATIENCE)
    short = lane.submit(lambda _: done.append("short"))
    closing = threading.Thread(target=lane.close)
    closing.start()
    while not long_job.report.is_cancelled:
        gate.wait(0.001)
    gate.set()
    closing.join(PATIENCE)
    assert not closing.is_alive()
    assert isinstance(long_job.future.exception(), Cancelled)
    assert short.future.done()
    assert done == ["short"]


def test_an_error_in_a_job_reaches_whoever_waits_for_it_and_the_lane_goes_on() -> None:
    lane = Lane("write", Connections())
    failing = lane.submit(lambda _: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        failing.future.result(PATIENCE)
    assert lane.submit(lambda _: "still here").future.result(PATIENCE) == "still here"
    lane.close()


def test_inline_lanes_answer_at_once_on_the_calling_thread() -> None:
    lanes = InlineLanes()
    job = lanes.write.submit(lambda _: threading.current_thread())
    assert job.future.result(0) is threading.current_thread()
    lanes.close()


class NoConnections(Connections):
    """A file that cannot be opened again."""

    def attach(self) -> None:
        raise OSError("the drive is gone")


def test_a_thread_that_cannot_connect_tells_whoever_waits_and_lives_on() -> None:
    lane = Lane("read", NoConnections())
    for _ in range(2):
        with pytest.raises(OSError, match="the drive is gone"):
            lane.submit(lambda _: None).future.result(PATIENCE)
    lane.close()


def test_many_long_jobs_on_two_threads_are_all_done() -> None:
    lane = Lane("read", Connections(), threads=2)

    def polite(report: Report) -> int:
        report.let_others_through()
        return 1

    jobs = [lane.submit(polite, long=True) for _ in range(200)]
    assert sum(job.future.result(PATIENCE) for job in jobs) == 200
    lane.close()

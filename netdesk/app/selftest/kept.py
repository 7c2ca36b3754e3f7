"""Checks of what is kept on the disk: workspaces of every schema, folders with odd names, the lock, calendars."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta

from netdesk.app.selftest.bench import TODAY, Bench, must

_AWKWARD = "Zoë Ünal’s folder – 日本 🗂"


def earlier_workspaces(bench: Bench) -> str:
    """A workspace of each schema that was ever released opens, is sound, and can still be undone."""
    from netdesk.app import resources
    from netdesk.services.workspaces import check, open_workspace, schema

    names = resources.names("selftest", ".netdesk.gz")
    must(len(names) == schema(), f"There are {len(names)} earlier workspaces for {schema()} schemas.")
    for name in names:
        path = bench.folder / name.rsplit("/", 1)[-1].removesuffix(".gz")
        path.write_bytes(gzip.decompress(resources.data(name)))
        workspace = open_workspace(path, bench.folder / "earlier backups")
        try:
            health = check(workspace)
            must(not health.problems, f"{path.name}: {'; '.join(health.problems)}")
            must((health.people, health.events) == (2, 1), f"{path.name} lost people or events.")
            workspace.undo()
            must(check(workspace).people == 0, f"{path.name}: its last step cannot be undone.")
        finally:
            workspace.close()
    return f"schemas 1 to {len(names)} brought to this one, and undone"


def awkward_folder(bench: Bench) -> str:
    """A workspace opens in a folder with spaces, accents and letters of other scripts."""
    from netdesk.services.workspaces import check, open_workspace

    path = bench.folder / _AWKWARD / "Mein Netz – été.netdesk"
    workspace = open_workspace(path, path.parent / "backups")
    try:
        must(not check(workspace).problems, "The workspace in an oddly named folder is not sound.")
    finally:
        workspace.close()
    must([one.name for one in path.parent.iterdir()] == [path.name], "The workspace went to another folder.")
    return f"a workspace in “{_AWKWARD}”"


def one_window(bench: Bench) -> str:
    """A second window on the same workspace is not let in, and is when the first has gone."""
    bench.must_have_qt()

    from netdesk.app.instance import Claim, SingleInstance

    first, second = (SingleInstance("self-test", bench.folder / "locks") for _ in range(2))
    try:
        must(first.claim() is Claim.FIRST, "A workspace cannot be kept to one window.")
        # The first cannot answer while this check runs; what matters is that the second is not let in.
        must(second.claim(patience=20) is Claim.NO_ANSWER, "A workspace was given to two windows.")
        first.release()
        must(second.claim() is Claim.FIRST, "A workspace stays locked when its window has gone.")
    finally:
        first.release()
        second.release()
    return "a workspace has one window at a time"


def calendar(_bench: Bench) -> str:
    """An appointment is written for other calendars, and one of theirs is read, in its time zone."""
    from netdesk.formats.calendar_file import Appointment, calendar_bytes
    from netdesk.formats.calendar_reader import CalendarEvent, read_calendar

    starts = datetime(TODAY.year, 11, 26, 18, 30, tzinfo=UTC)
    written = calendar_bytes(
        [Appointment("self-test", "Mixer – été", starts, starts + timedelta(hours=2), starts)]
    )
    theirs = written.replace(b"DTSTART:20261126T183000Z", b"DTSTART;TZID=Europe/Berlin:20261126T193000")
    must(theirs != written, "An appointment was not written as it must be.")
    for data in (written, theirs):
        (event,) = read_calendar(data, zone="Europe/London", today=TODAY)
        must(isinstance(event, CalendarEvent), "A calendar cannot be read.")
        assert isinstance(event, CalendarEvent)
        must(event.title == "Mixer – été" and event.starts == starts, "An appointment was read wrongly.")
    return "an appointment written and read, also in another time zone"
